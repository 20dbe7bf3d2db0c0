"""The traceability table: statutory element, what implements it, owner, time, decision, source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from statutory.model.catalogue import Catalogue
from statutory.model.coverage import answering_regions, answers
from statutory.model.item import Item
from statutory.views.blocks import Block, Heading, Table, stated
from statutory.views.cells import Cell, Cells
from statutory.views.options import LIMIT, REGIONS, STATUSES, TYPES, Options, selected
from statutory.views.order import act_of, as_written, by_law, grouped
from statutory.views.parts import decision_on, told_by_law
from statutory.views.register import Column, Columns, said, say

SECTIONS = "saannokset"
"""The option that lists the sections to show."""


def known_sections(catalogue: Catalogue) -> Iterable[str]:
    """Return the identifiers of the sections and acts."""
    types = catalogue.settings.types
    return (item.id for item in catalogue.taken_over(types.section + types.act))


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """A statutory element, a region that has to answer it, and what implements it there.

    :param item: The item that implements it; ``None`` where nothing does.
    """

    section: Item
    element: Item
    region: str
    item: Item | None


def trace_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the traceability tables that an author asks for, act by act."""
    blocks: list[Block] = []
    items, tables = cells.catalogue.items, trace_tables(cells, options)
    by_act = grouped(tables, lambda section: act_of(cells.catalogue, items[section]).id)
    for act, sections in by_act.items():
        blocks.append(Heading(cells.reference(items[act])))
        blocks += (tables[section] for section in sections)
    return tuple(blocks) or said(cells, say("No statutory element is traced here."))


def trace_tables(cells: Cells, options: Options) -> Mapping[str, Table]:
    """Return a table for each section or act that has statutory elements, by its identifier.

    What nothing implements has a row of its own, unless an author asks for items of some
    types or statuses alone.
    """
    columns = Columns(cells, options)
    answered = islice(_answers(cells, options), options.number(LIMIT) or None)
    return {
        section: _table(cells, columns, cells.catalogue.items[section], rows)
        for section, rows in grouped(answered, lambda answer: answer.section.id).items()
    }


def _answers(cells: Cells, options: Options) -> Iterator[Answer]:
    """Yield what answers each statutory element in each region, in the order of the law."""
    catalogue, types = cells.catalogue, cells.settings.types
    sections, regions = options.names(SECTIONS), options.names(REGIONS)
    narrowed = options.names(TYPES) or options.names(STATUSES)
    for section in by_law(catalogue, catalogue.taken_over(types.section + types.act)):
        if sections and section.id not in sections:
            continue
        for element in as_written(catalogue.linking(section, cells.settings.links.based_on)):
            if element.type not in types.element:
                continue
            for region in answering_regions(catalogue, element):
                if regions and region not in regions:
                    continue
                found = answers(catalogue, element, region)
                for item in selected(cells, options, found):
                    yield Answer(section=section, element=element, region=region, item=item)
                if not found and not narrowed:
                    yield Answer(section=section, element=element, region=region, item=None)


def _table(cells: Cells, columns: Columns, section: Item, rows: Sequence[Answer]) -> Table:
    found = [answer.item for answer in rows if answer.item is not None]
    shown = columns.asked_for(_columns(cells, columns), found)
    title = cells.catalogue.vocabulary.types[cells.settings.types.element[0]].title
    return Table(
        caption=cells.reference(section),
        headings=(
            title,
            cells.messages.text("implemented by"),
            *(column.heading for column in shown),
        ),
        rows=tuple(_row(cells, answer, shown) for answer in rows),
    )


def _columns(cells: Cells, columns: Columns) -> tuple[Column | None, ...]:
    links = cells.settings.links
    return (
        columns.owner(),
        columns.link(links.preparer),
        columns.time(),
        columns.link(links.decider, lambda item: decision_on(cells, item)),
        columns.place(),
    )


def _row(cells: Cells, answer: Answer, columns: Iterable[Column]) -> tuple[Cell, ...]:
    """Return what is known of one answer; the implementer is named with its region.

    Where nothing implements the element, the rest of the row is what the law itself says.
    """
    link = cells.settings.links.implements
    label = cells.settings.label(answer.region)
    element, item = stated(cells.reference(answer.element)), answer.item
    if item is None:
        missing = cells.missing(answer.element, link, answer.region)
        first, *others = missing.entries
        named = Cell(missing.state, (replace(first, note=label), *others))
        own = (_own(cells, answer.element, column) for column in columns)
        return (element, named, *own)
    state = cells.coverage.answer(item, answer.element)
    named = Cell(state, (cells.reference(item, label),))
    return (element, named, *(column.read(item) for column in columns))


def _own(cells: Cells, element: Item, column: Column) -> Cell:
    """Return what an element tells of itself; a decision on it is not what the law says."""
    cell = column.read(element)
    is_told_by_law = column.name != cells.settings.links.decider
    return told_by_law(cells, cell) if is_told_by_law else cell

"""The traceability table: statutory element, what implements it, owner, time, decision, source."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from statutory.model.catalogue import Catalogue
from statutory.model.coverage import State, answering_regions, answers
from statutory.model.item import Item
from statutory.views.blocks import Block, Heading, Table, stated
from statutory.views.cells import Cell, Cells
from statutory.views.options import REGIONS, Options
from statutory.views.order import act_of, as_written, by_law, grouped
from statutory.views.parts import decision_on
from statutory.views.register import said, say

SECTIONS = "saannokset"
"""The option that lists the sections to show."""


def known_sections(catalogue: Catalogue) -> Iterable[str]:
    """Return the identifiers of the sections and acts."""
    types = catalogue.settings.types
    return (item.id for item in catalogue.taken_over(types.section + types.act))


def trace_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the traceability tables that an author asks for."""
    tables = trace_tables(cells, sections=options.names(SECTIONS), regions=options.names(REGIONS))
    blocks: list[Block] = []
    for act, of_act in grouped(tables, lambda table: _act_of(cells, table).id).items():
        blocks += [Heading(cells.reference(cells.catalogue.items[act])), *of_act]
    return tuple(blocks) or said(cells, say("No statutory element is traced here."))


def _act_of(cells: Cells, table: Table) -> Item:
    """Return the act of the section that a table is of."""
    section = table.caption.target if table.caption else ""
    return act_of(cells.catalogue, cells.catalogue.items[section])


def trace_tables(
    cells: Cells, *, sections: Collection[str] = (), regions: Collection[str] = ()
) -> tuple[Table, ...]:
    """Return a table for each section or act that has statutory elements, act by act.

    :param sections: The identifiers of the sections to show; empty means all.
    :param regions: The regions to show; empty means all that have to answer.
    """
    catalogue, settings = cells.catalogue, cells.settings
    legal = settings.types.section + settings.types.act
    tables = []
    for section in by_law(catalogue, catalogue.taken_over(legal)):
        if sections and section.id not in sections:
            continue
        rows = tuple(
            row
            for element in as_written(catalogue.linking(section, settings.links.based_on))
            if element.type in settings.types.element
            for region in answering_regions(catalogue, element)
            if not regions or region in regions
            for row in _rows(cells, element, region)
        )
        if rows:
            tables.append(
                Table(caption=cells.reference(section), headings=_headings(cells), rows=rows)
            )
    return tuple(tables)


def _headings(cells: Cells) -> tuple[str, ...]:
    """Return the titles of the columns; there is a row, and so a type of elements."""
    vocabulary, settings = cells.catalogue.vocabulary, cells.settings
    return (
        vocabulary.types[settings.types.element[0]].title,
        cells.messages.text("implemented by"),
        vocabulary.outgoing(settings.links.owner),
        vocabulary.outgoing(settings.links.preparer),
        cells.messages.text("time"),
        *([vocabulary.outgoing(settings.links.decider)] if _tells_decisions(cells) else []),
        vocabulary.outgoing(settings.links.sources),
    )


def _tells_decisions(cells: Cells) -> bool:
    """Say whether the items of the project can tell who decides."""
    return cells.settings.links.decider in cells.catalogue.vocabulary.links


def _rows(cells: Cells, element: Item, region: str) -> list[tuple[Cell, ...]]:
    """Return a row for each item that implements an element in a region, or one without.

    The implementer is named with its region, since several regions answer one element.
    """
    link = cells.settings.links.implements
    label = cells.settings.label(region)
    found = answers(cells.catalogue, element, region)
    if not found:
        missing = cells.missing(element, link, region)
        first, *others = missing.entries
        named = Cell(missing.state, (replace(first, note=label), *others))
        others_missing = [missing] * (len(_headings(cells)) - 2)
        return [(stated(cells.reference(element)), named, *others_missing)]
    return [
        (
            stated(cells.reference(element)),
            Cell(
                State.INFERRED if cells.catalogue.is_inferred(item, link) else State.STATED,
                (cells.reference(item, label),),
            ),
            cells.owner(item),
            cells.preparer(item),
            cells.time(item),
            *([decision_on(cells, item)] if _tells_decisions(cells) else []),
            cells.locators(item),
        )
        for item in found
    ]

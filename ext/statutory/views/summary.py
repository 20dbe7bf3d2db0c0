"""The strategy on one page: its components with owner, time, state and what is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from statutory.model.item import Item
from statutory.views.ahead import ahead
from statutory.views.blocks import Block, Facts, Paragraph, Row, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import Options, selected
from statutory.views.order import grouped
from statutory.views.register import Column, Columns


def summary_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the components that an author asks for, whole by whole.

    Of each whole it is told who decides on it, when, and which of its steps come next.
    """
    catalogue, part_of = cells.catalogue, cells.settings.links.part_of
    items = selected(cells, options, catalogue.of_types(cells.settings.types.component))
    wholes = grouped(
        items, lambda item: next((whole.id for whole in catalogue.linked(item, part_of)), "")
    )
    columns = Columns(cells, options)
    blocks: list[Block] = []
    for id_, components in wholes.items():
        whole = catalogue.items.get(id_)
        caption = cells.reference(whole) if whole is not None else None
        blocks += columns.table(components, _columns(cells, columns), caption)
        if whole is not None:
            blocks.append(Facts(rows=tuple(_facts(cells, whole)), dense=True))
    none = cells.messages.text("There are no components.")
    return tuple(blocks) or (Paragraph((Entry(none),)),)


def _facts(cells: Cells, whole: Item) -> Iterator[Row]:
    """Yield who decides on a whole, when, and what comes next of it."""
    links, vocabulary = cells.settings.links, cells.catalogue.vocabulary
    if links.decider in vocabulary.links:
        yield Row(vocabulary.outgoing(links.decider), cells.linked(whole, links.decider))
    yield Row(cells.messages.text("time"), _when(cells, whole))
    steps = [
        cells.reference(step, cells.time_text(period.text))
        for step in ahead(cells.catalogue, _steps(cells, whole))
        if (period := cells.catalogue.period_of(step))
    ]
    none = Entry(cells.messages.text("Nothing is known to come."))
    yield Row(cells.messages.text("in the days ahead"), stated(*steps or [none]))


def _steps(cells: Cells, whole: Item) -> list[Item]:
    """Return the parts of the schedules that give a whole its time."""
    catalogue, links = cells.catalogue, cells.settings.links
    return [
        step
        for schedule in catalogue.linked(whole, links.schedule)
        for step in catalogue.linking(schedule, links.part_of)
    ]


def _columns(cells: Cells, columns: Columns) -> tuple[Column | None, ...]:
    settings, say = cells.settings, cells.messages.text
    return (
        columns.title(settings.types.component[:1]),
        columns.owner(),
        columns.link(settings.links.preparer),
        Column(say("time"), lambda item: _when(cells, item), settings.fields.period),
        columns.field(settings.fields.status),
        Column(say("open"), lambda item: _open(cells, item)),
    )


def _when(cells: Cells, item: Item) -> Cell:
    """Return the time alone, without the schedule that gives it: the page has to be short."""
    time = cells.time(item)
    return replace(time, entries=time.entries[:1])


def _open(cells: Cells, item: Item) -> Cell:
    """Return the gaps of an item, or that none is recorded."""
    types, link = cells.settings.types, cells.settings.links.gap_target
    gaps = [gap for gap in cells.catalogue.linking(item, link) if gap.type in types.gap]
    if not gaps:
        return stated(cells.messages.text("none recorded"))
    return stated(*map(cells.reference, gaps))

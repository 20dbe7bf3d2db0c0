"""The strategy on one page: its components with owner, time, state and what is open."""

from __future__ import annotations

from dataclasses import replace

from statutory.model.item import Item
from statutory.views.blocks import Paragraph, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import Options, selected
from statutory.views.order import grouped
from statutory.views.register import Column, Columns


def summary_blocks(cells: Cells, options: Options) -> tuple[Table | Paragraph, ...]:
    """Return the components that an author asks for, a table for each whole they are of."""
    catalogue, part_of = cells.catalogue, cells.settings.links.part_of
    items = selected(cells, options, catalogue.of_types(cells.settings.types.component))
    wholes = grouped(
        items, lambda item: next((whole.id for whole in catalogue.linked(item, part_of)), "")
    )
    columns = Columns(cells, options)
    tables = tuple(
        table
        for whole, some in wholes.items()
        for table in columns.table(some, _columns(cells, columns), _caption(cells, whole))
    )
    return tables or (Paragraph((Entry(cells.messages.text("There are no components.")),)),)


def _caption(cells: Cells, whole: str) -> Entry | None:
    return cells.reference(cells.catalogue.items[whole]) if whole else None


def _columns(cells: Cells, columns: Columns) -> tuple[Column | None, ...]:
    settings, say = cells.settings, cells.messages.text
    return (
        columns.title(settings.types.component[:1]),
        columns.owner(),
        columns.link(settings.links.preparer, cells.preparer),
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

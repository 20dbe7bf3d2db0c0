"""The strategy on one page: its components with owner, time, state and what is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from statutory.model.item import Item
from statutory.views.blocks import Paragraph, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import Options, selected
from statutory.views.order import grouped


def summary_blocks(cells: Cells, options: Options) -> tuple[Table | Paragraph, ...]:
    """Return the components that an author asks for, a table for each whole they are of."""
    catalogue, part_of = cells.catalogue, cells.settings.links.part_of
    items = selected(cells, options, catalogue.of_types(cells.settings.types.component))
    wholes = grouped(
        items, lambda item: next((whole.id for whole in catalogue.linked(item, part_of)), "")
    )
    tables = tuple(_table(cells, whole, wholes[whole]) for whole in wholes)
    return tables or (Paragraph((Entry(cells.messages.text("There are no components.")),)),)


def _table(cells: Cells, whole: str, items: Iterable[Item]) -> Table:
    settings, vocabulary = cells.settings, cells.catalogue.vocabulary
    say, outgoing = cells.messages.text, vocabulary.outgoing
    kinds = settings.types.component
    return Table(
        caption=cells.reference(cells.catalogue.items[whole]) if whole else None,
        headings=(
            vocabulary.types[kinds[0]].title,
            outgoing(settings.links.owner),
            outgoing(settings.links.preparer),
            say("time"),
            settings.label(settings.fields.status),
            say("open"),
        ),
        rows=tuple(_row(cells, item) for item in items),
    )


def _row(cells: Cells, item: Item) -> tuple[Cell, ...]:
    fields, label = cells.settings.fields, cells.settings.label
    status = item.value(fields.status)
    return (
        stated(cells.reference(item)),
        cells.owner(item),
        cells.preparer(item),
        _when(cells, item),
        stated(label(status)) if status else cells.missing(item, fields.status),
        _open(cells, item),
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

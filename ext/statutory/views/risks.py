"""Risks and opportunities by stakeholder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statutory.model.coverage import State
from statutory.model.item import Item
from statutory.views.blocks import Block, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import Options, selected
from statutory.views.order import as_written
from statutory.views.register import said, say, title_of


def risk_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return a row for each stakeholder, and one for what has none."""
    types = cells.settings.types
    sides = (types.risk, types.opportunity)
    items = selected(cells, options, cells.catalogue.of_types(types.risk + types.opportunity))
    if not items:
        return said(cells, say("No risks and no opportunities are recorded."))
    stakeholders = _stakeholders(cells, items)
    rows = [_row(cells, stakeholder, items, sides) for stakeholder in stakeholders]
    others = [item for item in items if not _linked(cells, item)]
    if others:
        without = Cell(State.MISSING, (Entry(cells.messages.text("no stakeholder is stated")),))
        rows.append((without, *(_listed(cells, others, side) for side in sides)))
    heading = cells.catalogue.vocabulary.outgoing(cells.settings.links.stakeholder)
    return (
        Table(
            headings=(
                heading or cells.messages.text("stakeholder"),
                *(", ".join(title_of(cells, type_) for type_ in side) for side in sides),
            ),
            rows=tuple(rows),
            caption=Entry(cells.messages.text("Risks and opportunities by stakeholder")),
        ),
    )


def _stakeholders(cells: Cells, items: Iterable[Item]) -> list[Item]:
    """Return the stakeholders of some items, in the order of the files."""
    found = {one.id: one for item in items for one in _linked(cells, item)}
    return as_written(found.values())


def _linked(cells: Cells, item: Item) -> tuple[Item, ...]:
    return cells.catalogue.linked(item, cells.settings.links.stakeholder)


def _row(
    cells: Cells, stakeholder: Item, items: Sequence[Item], sides: Iterable[Sequence[str]]
) -> tuple[Cell, ...]:
    of_it = [item for item in items if stakeholder in _linked(cells, item)]
    region = cells.settings.label(cells.catalogue.region_of(stakeholder))
    named = stated(cells.reference(stakeholder, region))
    return (named, *(_listed(cells, of_it, side) for side in sides))


def _listed(cells: Cells, items: Iterable[Item], types: Sequence[str]) -> Cell:
    """Return the items of one side, each whose stakeholder is inferred marked as such."""
    link = cells.settings.links.stakeholder
    entries = [
        cells.reference(
            item, cells.inferred_word() if cells.catalogue.is_inferred(item, link) else ""
        )
        for item in items
        if item.type in types
    ]
    return stated(*entries or [Entry(cells.messages.text("none are recorded"))])

"""Who has a part in an item, also where only the whole that it belongs to says so."""

from __future__ import annotations

from dataclasses import replace

from statutory.model.coverage import State
from statutory.model.item import Item
from statutory.views.cells import Cell, Cells


def part_of_whole(cells: Cells, item: Item, link: str) -> Cell:
    """Return who has a part in an item, or else in the whole that it is a part of.

    The whole is named where it is the whole that says so.
    """
    own = cells.linked(item, link)
    if own.state is not State.MISSING:
        return own
    for whole in cells.catalogue.linked(item, cells.settings.links.part_of):
        of_whole = cells.linked(whole, link)
        if of_whole.state is not State.MISSING:
            entries = (replace(entry, note=whole.title or whole.id) for entry in of_whole.entries)
            return Cell(of_whole.state, tuple(entries))
    return own


def told_by_law(cells: Cells, cell: Cell) -> Cell:
    """Return what a statutory element tells of itself, marked as what the law says.

    Until something implements the element it stands in for what would; that it is inferred
    is told by the state of the cell.
    """
    if cell.state in {State.MISSING, State.WAIVED}:
        return cell
    note = cells.messages.text("by law")
    return replace(cell, entries=tuple(replace(entry, note=note) for entry in cell.entries))


def decision_on(cells: Cells, item: Item) -> Cell:
    """Return the decisions made on an item, or else who decides on it or on its whole."""
    catalogue, settings = cells.catalogue, cells.settings
    concerned = catalogue.linking(item, settings.links.concerns)
    made = [one for one in concerned if one.type in settings.types.decision]
    if made:
        return Cell(State.STATED, tuple(map(cells.reference, made)))
    return part_of_whole(cells, item, settings.links.decider)

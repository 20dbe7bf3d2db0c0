"""Who has a part in an item, also where only the whole that it belongs to says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from statutory.model.answering import is_unanswered
from statutory.model.coverage import State
from statutory.model.item import Item
from statutory.views.cells import Cell, Cells
from statutory.views.order import as_written


def parts_of(cells: Cells, actor: Item) -> Iterator[tuple[str, list[Item]]]:
    """Yield each link by which an item can name an actor that works on it, with these items.

    Gaps and waivers are no work; nor is what has been finished.
    """
    catalogue, settings = cells.catalogue, cells.settings
    links, types = settings.links, settings.types
    for link in (
        *(links.owner, links.decider, links.handler, links.presenter, links.preparer),
        *(links.consulted, links.informed, links.organiser, links.producer, links.funder),
    ):
        items = [
            item
            for item in catalogue.linking(actor, link)
            if item.type not in (*types.gap, *types.waiver)
            and not item.is_external
            and item.value(settings.fields.status) not in settings.values.done
        ]
        if link and items:
            yield link, as_written(items)


def demands_on(cells: Cells, actor: Item) -> list[Item]:
    """Return the demands addressed to an actor that nothing answers, in order."""
    found = cells.catalogue.linking(actor, cells.settings.links.addressee)
    return as_written(one for one in found if is_unanswered(cells.catalogue, one))


def part_cell(cells: Cells, items: Iterable[Item], link: str) -> Cell:
    """Return the items that a link leads from, each whose link is inferred marked as such."""
    pairs = [(item, cells.catalogue.is_inferred(item, link)) for item in items]
    word = cells.inferred_word()
    entries = tuple(cells.reference(item, word if inferred else "") for item, inferred in pairs)
    return Cell(State.INFERRED if all(one for _, one in pairs) else State.STATED, entries)


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

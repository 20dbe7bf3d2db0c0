"""Tables of items with who has which part in them, or what else they say.

The division of responsibilities and the register of positions are such tables.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from statutory.model.coverage import State
from statutory.model.item import Item
from statutory.views.blocks import Block, Table, stated
from statutory.views.cells import Cell, Cells
from statutory.views.options import COLUMNS, TYPES, Options, selected
from statutory.views.parts import told_by_law
from statutory.views.register import said, say


def responsibility_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return who has which part in the items of the types that an author asks for."""
    items = selected(cells, options, cells.catalogue.of_types(options.names(TYPES)))
    table = responsibility_table(cells, items, columns=options.names(COLUMNS))
    return (table,) if table.rows else said(cells, say("There are no such items."))


def responsibility_table(
    cells: Cells, items: Sequence[Item], *, columns: Collection[str] = ()
) -> Table:
    """Return who has which part in some items.

    A statutory element is shown with what its own links say and those of the items that
    implement it. Columns that no row fills are left out.

    :param items: The items to show, in order.
    :param columns: The links and fields to show; empty means the links that policy names
        for responsibilities.
    """
    catalogue, settings = cells.catalogue, cells.settings
    names = [
        name
        for name in columns or settings.responsibilities
        if any(_tells(cells, item, name) for item in items)
    ]
    return Table(
        headings=(
            cells.messages.text("item"),
            settings.label(settings.fields.region),
            *map(cells.name_label, names),
        ),
        rows=tuple(
            (
                stated(cells.reference(item)),
                stated(settings.label(catalogue.region_of(item))),
                *(_part(cells, item, name) for name in names),
            )
            for item in items
        ),
    )


def _tells(cells: Cells, item: Item, name: str) -> bool:
    """Say whether an item has a link or a field; a schedule may give it its time."""
    if name == cells.settings.fields.period:
        return cells.catalogue.has_time(item)
    return bool(holders(cells, item, name) or item.value(name))


def _part(cells: Cells, item: Item, link: str) -> Cell:
    """Return who has one part in an item, or what its field says, or that the source is silent.

    What is inferred, and what the law alone says, is marked with a word each: a cell may hold
    what is stated besides.
    """
    is_element = item.type in cells.settings.types.element
    if link == cells.settings.fields.period:
        return told_by_law(cells, cells.time(item)) if is_element else cells.time(item)
    word = cells.inferred_word()
    if item.value(link):
        state = cells.coverage.state(item, link)
        note = word if state is State.INFERRED else ""
        return Cell(state, (replace(cells.value_entry(link, item.value(link)), note=note),))
    found = holders(cells, item, link)
    if not found:
        return cells.missing(item, link)
    inferred: dict[str, bool] = {}
    implemented = {holder.id for holder, said_by in found if said_by is not item}
    for holder, said_by in found:
        is_inferred = cells.catalogue.is_inferred(said_by, link)
        inferred[holder.id] = inferred.get(holder.id, True) and is_inferred
    entries = []
    for id_, is_inferred in inferred.items():
        law = [cells.messages.text("by law")] if is_element and id_ not in implemented else []
        note = ", ".join([*law, word] if is_inferred else law)
        entries.append(cells.reference(cells.catalogue.items[id_], note))
    return Cell(State.INFERRED if all(inferred.values()) else State.STATED, tuple(entries))


def holders(cells: Cells, item: Item, link: str) -> list[tuple[Item, Item]]:
    """Return who has a part in an item, each with the item that says so."""
    said_by = [item]
    if item.type in cells.settings.types.element:
        implements = cells.settings.links.implements
        said_by += cells.catalogue.linking(item, implements, role="implements")
    return [
        (holder, saying) for saying in said_by for holder in cells.catalogue.linked(saying, link)
    ]

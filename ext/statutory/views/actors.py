"""Actors: a card of each, and a list of them all."""

from __future__ import annotations

from collections.abc import Iterator

from statutory.model.item import Item
from statutory.model.terms import has_known_end
from statutory.views.blocks import Block, Facts, Heading, Row, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import Options, selected
from statutory.views.order import as_written
from statutory.views.register import (
    NOTHING,
    Column,
    Columns,
    by_region,
    free_cell,
    said,
    say,
    value_cell,
)

ACTOR = "toimija"
"""The option that names the actors whose cards are shown."""


def actor_list_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the actors of each region in a table."""
    actors = selected(cells, options, cells.catalogue.of_types(cells.settings.types.actor))
    columns = Columns(cells, options)
    tables = tuple(
        table
        for caption, some in by_region(cells, actors)
        for table in columns.table(some, _columns(cells, columns), caption)
    )
    return tables or said(cells, say("No actors are recorded."))


def actor_card_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the cards of the actors that an author names, or of all that have a part."""
    named = options.names(ACTOR)
    actors = selected(cells, options, cells.catalogue.of_types(cells.settings.types.actor))
    chosen = [
        actor
        for actor in actors
        if (actor.id in named if named else _owned(cells, actor) or _others(cells, actor))
    ]
    blocks = tuple(block for actor in chosen for block in _card(cells, actor))
    return blocks or said(cells, say("No actor has a part in anything."))


def _columns(cells: Cells, columns: Columns) -> tuple[Column | None, ...]:
    settings, text = cells.settings, cells.messages.text
    return (
        columns.title(settings.types.actor),
        columns.field(settings.fields.kind),
        columns.field(settings.fields.standing, lambda actor: _standing(cells, actor)),
        columns.field(settings.fields.term, lambda actor: _term(cells, actor)),
        columns.free_link(settings.links.part_of),
        Column(text("answers for"), lambda actor: stated(str(len(_owned(cells, actor))))),
        Column(text("has another part in"), lambda actor: stated(str(_others(cells, actor)))),
    )


def _is_outside(cells: Cells, actor: Item) -> bool:
    """Say whether an actor is outside of the administration, which gives it no mandate."""
    values = cells.settings.values
    return actor.value(cells.settings.fields.kind) in values.stakeholder + values.outsider


def _standing(cells: Cells, actor: Item) -> Cell:
    """Return the standing of an actor; of outsiders it is not asked."""
    name = cells.settings.fields.standing
    return _asked(cells, actor, name, value_cell(cells, actor, name))


def _term(cells: Cells, actor: Item) -> Cell:
    """Return the term of an actor; of outsiders it is not asked."""
    name = cells.settings.fields.term
    return _asked(cells, actor, name, value_cell(cells, actor, name))


def _asked(cells: Cells, actor: Item, name: str, cell: Cell) -> Cell:
    return NOTHING if _is_outside(cells, actor) and not actor.value(name) else cell


def _owned(cells: Cells, actor: Item) -> list[Item]:
    """Return what an actor answers for, but the gaps, in the order of the files."""
    owned = cells.catalogue.linking(actor, cells.settings.links.owner)
    return as_written(item for item in owned if item.type not in cells.settings.types.gap)


def _others(cells: Cells, actor: Item) -> int:
    """Return in how many items an actor has a part without answering for it."""
    return len({item.id for _, items in _parts(cells, actor) for item in items})


def _card(cells: Cells, actor: Item) -> Iterator[Block]:
    yield Heading(cells.reference(actor))
    yield Facts(rows=(*_mandate(cells, actor), *_part_rows(cells, actor), *_gaps(cells, actor)))
    yield from _duties(cells, actor)


def _mandate(cells: Cells, actor: Item) -> Iterator[Row]:
    """Yield what kind of actor it is, since when, under whom and by what right."""
    settings = cells.settings
    fields, links = settings.fields, settings.links
    vocabulary = cells.catalogue.vocabulary
    rows = [
        (fields.kind, value_cell(cells, actor, fields.kind)),
        (fields.standing, _standing(cells, actor)),
        (fields.term, _term(cells, actor)),
        (links.part_of, free_cell(cells, actor, links.part_of)),
    ]
    if cells.catalogue.linked(actor, links.competence) or not _is_outside(cells, actor):
        rows.append((links.competence, cells.linked(actor, links.competence)))
    if _asks_for_successor(cells, actor):
        rows.append((links.successor, cells.linked(actor, links.successor)))
    for name, cell in rows:
        if cell != NOTHING and name in vocabulary.links:
            yield Row(vocabulary.outgoing(name), cell)
        elif cell != NOTHING and name in vocabulary.fields:
            yield Row(settings.label(name), cell)
    parts = as_written(cells.catalogue.linking(actor, links.part_of))
    if parts:
        yield Row(vocabulary.links[links.part_of].incoming, stated(*map(cells.reference, parts)))


def _asks_for_successor(cells: Cells, actor: Item) -> bool:
    """Say whether an actor has a successor, or an end after which it would need one."""
    if cells.catalogue.linked(actor, cells.settings.links.successor):
        return True
    term = cells.catalogue.term_of(actor)
    return term is not None and has_known_end(term)


def _parts(cells: Cells, actor: Item) -> Iterator[tuple[str, list[Item]]]:
    """Yield each link by which items name an actor, but that to who answers for them."""
    links = cells.settings.links
    for name in (
        *(links.preparer, links.presenter, links.handler, links.decider, links.consulted),
        *(links.informed, links.organiser, links.producer, links.funder, links.speaker),
        *(links.addressee, links.stakeholder, links.reviewer, links.waiver_approver),
    ):
        linking = cells.catalogue.linking(actor, name) if name else ()
        if linking:
            yield name, as_written(linking)


def _part_rows(cells: Cells, actor: Item) -> Iterator[Row]:
    links = cells.catalogue.vocabulary.links
    for name, items in _parts(cells, actor):
        yield Row(links[name].incoming, stated(*map(cells.reference, items)))


def _gaps(cells: Cells, actor: Item) -> Iterator[Row]:
    """Yield the gaps of the actor itself, and those that it should close."""
    types, links, text = cells.settings.types, cells.settings.links, cells.messages.text
    for label, link in (
        (text("open about it"), links.gap_target),
        (text("gaps it could close"), links.owner),
    ):
        gaps = [item for item in cells.catalogue.linking(actor, link) if item.type in types.gap]
        if gaps:
            yield Row(label, stated(*map(cells.reference, as_written(gaps))))


def _duties(cells: Cells, actor: Item) -> tuple[Table, ...]:
    """Return what an actor answers for: when, and how that is known."""
    columns, text = Columns(cells), cells.messages.text
    return columns.table(
        _owned(cells, actor),
        (
            Column(text("answers for"), lambda item: stated(cells.reference(item))),
            columns.concept(),
            columns.time(),
            Column(text("how it is known"), lambda item: _basis(cells, item)),
        ),
        Entry(cells.messages.fill("{actor} answers for these", {"actor": actor.title or actor.id})),
    )


def _basis(cells: Cells, item: Item) -> Cell:
    """Return how it is known that the owner answers for an item."""
    basis = item.value(cells.settings.fields.owner_basis)
    word = cells.settings.label(basis) if basis else cells.messages.text("stated")
    state = cells.coverage.state(item, cells.settings.links.owner)
    return Cell(state, stated(word).entries)

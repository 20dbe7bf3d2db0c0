"""The register of decisions: made, still to be made, and made without known competence."""

from __future__ import annotations

from collections.abc import Sequence

from statutory.model.item import Item
from statutory.views.blocks import Block, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import BY_TIME, Options, selected
from statutory.views.register import Column, Columns, said, say


def decision_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the decisions, what somebody has to decide, and what only has a force like them."""
    settings = cells.settings
    made = selected(
        cells, options, cells.catalogue.of_types(settings.types.decision), order=BY_TIME
    )
    decided = (
        item
        for item in cells.catalogue.own_items()
        if item.type not in settings.types.decision
        and cells.catalogue.linked(item, settings.links.decider, role="decider")
    )
    settling = (
        item
        for item in cells.catalogue.of_types(settings.types.position)
        if item.value(settings.fields.force) in settings.values.settling
    )
    columns = Columns(cells, options)
    return (
        *(_made(cells, columns, made) or said(cells, say("No decisions are recorded."))),
        *_to_decide(cells, columns, selected(cells, options, decided, order=BY_TIME)),
        *_settling(cells, columns, selected(cells, options, settling, order=BY_TIME)),
    )


def _made(cells: Cells, columns: Columns, decisions: Sequence[Item]) -> tuple[Table, ...]:
    settings = cells.settings
    return columns.table(
        decisions,
        (
            columns.title(settings.types.decision),
            columns.time(),
            columns.link(settings.links.decider),
            columns.link(settings.links.preparer),
            columns.link(settings.links.concerns),
            columns.link(settings.links.based_on),
            columns.place(),
        ),
        Entry(cells.messages.text("Decisions made")),
    )


def _to_decide(cells: Cells, columns: Columns, items: Sequence[Item]) -> tuple[Table, ...]:
    """Return the items of which a decider is named, with where its power comes from."""
    settings = cells.settings
    competence = Column(
        cells.catalogue.vocabulary.outgoing(settings.links.competence),
        lambda item: _competence(cells, item),
        settings.links.competence,
    )
    return columns.table(
        items,
        (
            columns.title(()),
            columns.concept(),
            columns.region(),
            columns.link(settings.links.decider),
            competence if settings.links.competence in cells.catalogue.vocabulary.links else None,
            columns.time(),
            columns.field(settings.fields.status),
        ),
        Entry(cells.messages.text("Matters whose decider is named")),
    )


def _competence(cells: Cells, item: Item) -> Cell:
    """Return the provisions from which those who decide an item have their power."""
    link = cells.settings.links.competence
    deciders = cells.catalogue.linked(item, cells.settings.links.decider)
    entries = {
        entry: None
        for decider in deciders
        for entry in map(cells.reference, cells.catalogue.linked(decider, link))
    }
    if entries or not deciders:
        return stated(*entries)
    return cells.missing(deciders[0], link)


def _settling(cells: Cells, columns: Columns, positions: Sequence[Item]) -> tuple[Table, ...]:
    settings = cells.settings
    return columns.table(
        positions,
        (
            columns.title(settings.types.position),
            columns.region(),
            columns.field(settings.fields.force),
            columns.link(settings.links.speaker),
            columns.link(settings.links.handled_in),
            columns.time(),
        ),
        Entry(cells.messages.text("Positions with the force of a decision")),
    )

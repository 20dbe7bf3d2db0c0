"""The card of an item: what a reader sees who has never seen a requirement."""

from __future__ import annotations

from dataclasses import dataclass

from statutory.model.coverage import State
from statutory.model.item import Item
from statutory.views.blocks import Row, stated
from statutory.views.cells import Cells


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """An item as a card.

    :param former_ids: The identifiers under which links from outside still find it.
    :param kind: What the type is called.
    :param badges: Short facts beside the title: the region and the status.
    :param facts: Owner, preparer, time and fields, above the body.
    :param links: Links in both directions and the source, below the body.
    """

    id: str
    title: str
    kind: str
    badges: tuple[str, ...]
    facts: tuple[Row, ...]
    links: tuple[Row, ...]
    former_ids: tuple[str, ...] = ()


def card_of(cells: Cells, item: Item) -> Card:
    """Return the card of an item."""
    settings = cells.settings
    badges = [item.value(name) for name in (settings.fields.region, "status")]
    return Card(
        id=item.id,
        title=item.title,
        kind=cells.catalogue.vocabulary.types[item.type].title,
        badges=tuple(settings.label(badge) for badge in badges if badge),
        facts=(*_duties(cells, item), *_field_rows(cells, item)),
        links=(
            *_outgoing_rows(cells, item),
            *_incoming_rows(cells, item),
            *_source_row(cells, item),
        ),
        former_ids=_former_ids(cells, item),
    )


def _former_ids(cells: Cells, item: Item) -> tuple[str, ...]:
    """Return the former identifiers of an item that mean no other and can be an anchor."""
    catalogue = cells.catalogue
    return tuple(
        former
        for former in catalogue.former_ids_of(item)
        if catalogue.current_ids.get(former) == item.id and not former.split()[1:]
    )


def _duties(cells: Cells, item: Item) -> list[Row]:
    """Return owner, preparer and time, where the item has them or ought to."""
    settings, required = cells.settings, cells.settings.required
    vocabulary = cells.catalogue.vocabulary
    rows = []
    for name, types, cell in (
        (settings.links.owner, required.owner, cells.owner(item)),
        (settings.links.preparer, required.preparer, cells.preparer(item)),
    ):
        if cell.state is not State.MISSING or (item.type in types and not item.is_external):
            rows.append(Row(vocabulary.outgoing(name), cell))
    time = cells.time(item)
    asked = item.type in required.timeline and not item.is_external
    if time.state is not State.MISSING or asked:
        rows.append(Row(cells.messages.text("time"), time))
    return rows


def _field_rows(cells: Cells, item: Item) -> list[Row]:
    """Return the fields that no other part of the card shows."""
    settings = cells.settings
    fields = settings.fields
    shown = {"status", fields.region, fields.period, fields.locator}
    shown |= {fields.owner_basis, fields.time_basis, fields.fingerprint}
    rows = []
    for name in cells.catalogue.vocabulary.fields:
        value = item.value(name)
        if value and name not in shown:
            is_time = name in {fields.term, fields.published, fields.reviewed, fields.waiver_expiry}
            text = cells.time_text(value) if is_time else settings.label(value)
            rows.append(Row(settings.label(name), stated(text)))
    return rows


def _outgoing_rows(cells: Cells, item: Item) -> list[Row]:
    """Return the links that lead from the item, but those that other rows show."""
    links = cells.settings.links
    shown = {links.owner, links.preparer, links.sources}
    if not item.value(cells.settings.fields.period):
        shown.add(links.schedule)  # The time above names it.
    return [
        Row(link.outgoing, stated(*map(cells.reference, targets)))
        for name, link in cells.catalogue.vocabulary.links.items()
        if name not in shown and (targets := cells.catalogue.linked(item, name))
    ]


def _incoming_rows(cells: Cells, item: Item) -> list[Row]:
    """Return the links that lead to the item, in the order in which the files give them."""
    catalogue = cells.catalogue
    rows = []
    for name, link in catalogue.vocabulary.links.items():
        others = sorted(catalogue.linking(item, name), key=lambda other: other.location)
        if others:
            rows.append(Row(link.incoming, stated(*map(cells.reference, others))))
    return rows


def _source_row(cells: Cells, item: Item) -> list[Row]:
    """Return the source, where the item has one or ought to."""
    link = cells.settings.links.sources
    unasked = item.is_external or item.type in cells.settings.required.without_source
    if unasked and not item.targets(link):
        return []
    return [Row(cells.catalogue.vocabulary.outgoing(link), cells.sources(item))]

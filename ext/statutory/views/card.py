"""The card of an item: what a reader sees who has never seen a requirement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from statutory.model.answering import is_unanswered
from statutory.model.coverage import State
from statutory.model.item import Item
from statutory.model.relations import GENERAL
from statutory.model.review_mark import has_changed, lacks_mark
from statutory.views.blocks import Row
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.order import as_written
from statutory.views.parts import part_cell
from statutory.views.register import value_cell

FOLDED = 24
"""Above how many links that lead to an item their row is folded: a source has hundreds."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """An item as a card.

    :param former_ids: The identifiers under which links from outside still find it.
    :param feedback: The address for feedback on it; empty for none.
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
    feedback: str = ""


def card_of(cells: Cells, item: Item) -> Card:
    """Return the card of an item."""
    settings = cells.settings
    return Card(
        id=item.id,
        title=item.title,
        kind=cells.catalogue.vocabulary.types[item.type].title,
        badges=tuple(_badges(cells, item)),
        facts=(*_duties(cells, item), *_field_rows(cells, item)),
        links=(
            *_outgoing_rows(cells, item),
            *_answer_row(cells, item),
            *_incoming_rows(cells, item),
            *_source_row(cells, item),
        ),
        former_ids=_former_ids(cells, item),
        feedback="" if item.is_external else _feedback(settings.feedback, item),
    )


def _badges(cells: Cells, item: Item) -> Iterator[str]:
    """Yield the region and the status of an item, each that is inferred marked as such."""
    fields, word = cells.settings.fields, cells.inferred_word()
    for name in filter(None, (fields.region, fields.status)):
        if item.value(name):
            note = f" ({word})" if cells.catalogue.is_inferred(item, name) else ""
            yield f"{cells.settings.label(item.value(name))}{note}"


def _feedback(template: str, item: Item) -> str:
    """Return the address for feedback on an item: what is filled in cannot change its form."""
    values = {"{id}": item.id, "{title}": item.title}
    return re.sub(r"\{(?:id|title)\}", lambda place: quote(values[place[0]], safe=""), template)


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
        asked = item.type in types and not item.is_external
        if name and (cell.state is not State.MISSING or asked):
            rows.append(Row(vocabulary.outgoing(name), cell))
    time = cells.time(item)
    asked = item.type in required.timeline and not item.is_external
    asked = asked and cells.tells_time()
    if time.state is not State.MISSING or asked:
        rows.append(Row(cells.messages.text("time"), time))
    return rows


def _field_rows(cells: Cells, item: Item) -> list[Row]:
    """Return the fields that no other part of the card shows."""
    settings = cells.settings
    fields = settings.fields
    shown = {fields.status, fields.region, fields.period, fields.locator}
    shown |= {fields.owner_basis, fields.time_basis, fields.fingerprint, fields.outline}
    shown |= {fields.reviewed, fields.reviewed_content}
    shown.add(fields.inferred)  # What it names is marked where it stands.
    return [
        *(
            Row(settings.label(name), value_cell(cells, item, name))
            for name in cells.catalogue.vocabulary.fields
            if item.value(name) and name not in shown
        ),
        *_review_row(cells, item),
    ]


def _review_row(cells: Cells, item: Item) -> list[Row]:
    """Return when an item was reviewed, or that the review does not vouch for what stands here."""
    settings, name = cells.settings, cells.settings.fields.reviewed
    if not item.value(name):
        return []
    values = {"day": cells.time_text(item.value(name))}
    if has_changed(item, settings):
        said = cells.messages.fill("changed after the review of {day}", values)
    elif lacks_mark(item, settings):
        said = cells.messages.fill("{day}, but what was reviewed is not marked", values)
    else:
        return (
            [Row(settings.label(name), value_cell(cells, item, name))] if item.value(name) else []
        )
    return [Row(settings.label(name), Cell(State.MISSING, (Entry(said),)))]


def _outgoing_rows(cells: Cells, item: Item) -> list[Row]:
    """Return the links that lead from the item, but those that other rows show."""
    links = cells.settings.links
    shown = {links.owner, links.preparer, links.sources} - GENERAL
    if has_changed(item, cells.settings):
        shown.add(links.reviewer)  # Nobody has reviewed what stands here.
    if not item.value(cells.settings.fields.period):
        shown.add(links.schedule)  # The time above names it.
    vocabulary = cells.catalogue.vocabulary
    return [
        Row(vocabulary.outgoing(name), cells.joined(item, name))
        for name in sorted(vocabulary.links, key=lambda name: (_rank(cells, name), name))
        if name not in shown and cells.catalogue.joined(item, name)
    ]


def _answer_row(cells: Cells, item: Item) -> list[Row]:
    """Return that an item that asks for an answer has none."""
    link = cells.settings.links.answer
    if not link or item.is_external or not is_unanswered(cells.catalogue, item):
        return []
    return [Row(cells.catalogue.vocabulary.outgoing(link), cells.missing(item, link))]


def _rank(cells: Cells, name: str) -> int:
    """Return where a link stands on a card: the law, then who does what, then the rest."""
    links = cells.settings.links
    first = (links.implements, links.based_on, *cells.settings.responsibilities)
    return first.index(name) if name in first else len(first)


def _incoming_rows(cells: Cells, item: Item) -> list[Row]:
    """Return the links that lead to the item, in the order in which the files give them."""
    catalogue = cells.catalogue
    rows = []
    for name, link in catalogue.vocabulary.links.items():
        others = as_written(catalogue.joining(item, name))
        if others:
            count = {"count": len(others)}
            folded = cells.messages.fill("{count} items", count) if len(others) > FOLDED else ""
            rows.append(Row(link.incoming, part_cell(cells, others, name), folded))
    return rows


def _source_row(cells: Cells, item: Item) -> list[Row]:
    """Return the source, where the item has one or ought to."""
    link = cells.settings.links.sources
    unasked = item.is_external or item.type in cells.settings.required.without_source
    if not link or (unasked and not cells.catalogue.linked(item, link)):
        return []
    return [Row(cells.catalogue.vocabulary.outgoing(link), cells.sources(item))]

"""Planning reviews: what is to be recorded of which item, or why it cannot be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from statutory.model.catalogue import Catalogue
from statutory.model.document import Directive
from statutory.model.finding import MessageError
from statutory.model.item import Item
from statutory.model.review_mark import content_mark
from statutory.source.targets import read_targets
from statutory.suggest import nearest


class ReviewError(MessageError):
    """A review cannot be recorded; the message says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewRequest:
    """What somebody asks to be recorded.

    :param ids: The identifiers of the items that were read, or patterns of them.
    :param reviewer: The identifier of the actor that read them.
    :param day: The day of the review.
    :param links: The links to mark; empty means those of policy.
    :param with_parts: Whether all that belongs to the items was read too.
    """

    ids: tuple[str, ...]
    reviewer: str
    day: dt.date
    links: tuple[str, ...] = ()
    with_parts: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Review:
    """What is to be recorded of one item.

    :param directive: Where the item is written.
    :param options: The options to set, by name, in the order in which new ones are added.
    :param fingerprints: The fingerprint of each target, for each link to be marked.
    :param mark_field: The field that marks name: the one that holds the fingerprint.
    """

    directive: Directive
    options: Mapping[str, str]
    fingerprints: Mapping[str, Mapping[str, str]]
    mark_field: str


def plan_reviews(catalogue: Catalogue, request: ReviewRequest) -> tuple[Review, ...]:
    """Return what is to be recorded, an entry for each item.

    :raises ReviewError: If one of them cannot be recorded; nothing is then to be written.
    """
    _require_roles(catalogue, marks_links=bool(request.links))
    _require_reviewer(catalogue, request.reviewer)
    links = request.links or catalogue.settings.reviews.links
    _require_links(catalogue, links)
    ids = selected_ids(catalogue, request.ids, with_parts=request.with_parts)
    return tuple(_plan(catalogue, request, links, id_) for id_ in ids)


def selected_ids(
    catalogue: Catalogue, named: Iterable[str], *, with_parts: bool = False
) -> tuple[str, ...]:
    """Return the identifiers that are named, each once: in order, those of a pattern by name.

    :param named: Identifiers, and patterns as in the names of files.
    :param with_parts: Whether the parts of each item follow it, and theirs.
    :raises ReviewError: If a pattern matches no item of the project.
    """
    found: dict[str, None] = {}
    for name in named:
        ids = _matching(catalogue, name) if set(name) & set("*?[") else [name]
        ahead = list(reversed(ids))
        while ahead:
            id_ = ahead.pop()
            if id_ not in found:
                found[id_] = None
                ahead += reversed(_parts(catalogue, id_) if with_parts else ())
    return tuple(found)


def _matching(catalogue: Catalogue, pattern: str) -> list[str]:
    ids = [item.id for item in catalogue.like(pattern) if not item.is_external]
    if not ids:
        raise ReviewError("no item matches {pattern}", pattern=pattern)
    return ids


def _parts(catalogue: Catalogue, id_: str) -> list[str]:
    """Return what belongs to an item of the project, by identifier."""
    item = catalogue.items.get(id_)
    parts = catalogue.linking(item, catalogue.settings.links.part_of) if item else ()
    return [part.id for part in parts if not part.is_external]


def _plan(catalogue: Catalogue, request: ReviewRequest, links: Iterable[str], id_: str) -> Review:
    item = _item(catalogue, id_)
    _require_other_hands(catalogue, item, request.reviewer)
    directive = _directive(catalogue, item)
    settings = catalogue.settings
    written = {option.name: option.value for option in directive.options}
    fingerprints: dict[str, Mapping[str, str]] = {}
    for link in links if settings.fields.fingerprint else ():
        targets = {target.address for target in read_targets(written.get(link, ""))}
        if targets != set(item.targets(link)):
            raise ReviewError(
                "{id}: {link} is not set by the item's own line alone; it cannot be marked",
                id=id_,
                link=link,
            )
        fingerprints[link] = dict(_fingerprints(catalogue, item, link))
    return Review(
        directive=directive,
        options=_record(catalogue, request, item),
        fingerprints=fingerprints,
        mark_field=settings.fields.fingerprint,
    )


def _record(catalogue: Catalogue, request: ReviewRequest, item: Item) -> dict[str, str]:
    """Return the options that record a review: the day, the reviewer and what was reviewed."""
    settings = catalogue.settings
    record = {
        settings.fields.reviewed: request.day.isoformat(),
        settings.links.reviewer: request.reviewer,
    }
    if settings.fields.reviewed_content:
        record[settings.fields.reviewed_content] = content_mark(item, settings)
    return record


def _fingerprints(catalogue: Catalogue, item: Item, link: str) -> Iterator[tuple[str, str]]:
    """Yield the targets of a link that have a fingerprint, with it."""
    for target in catalogue.linked(item, link):
        fingerprint = target.value(catalogue.settings.fields.fingerprint)
        if fingerprint:
            yield target.id, fingerprint


def _require_roles(catalogue: Catalogue, *, marks_links: bool) -> None:
    """Refuse a project that has no place for what a review records.

    :param marks_links: Whether links are to be marked on demand, and not only as policy has it.
    """
    settings = catalogue.settings
    if marks_links and not settings.fields.fingerprint:
        raise ReviewError("the project has no name for {key}", key="statutory.fields.fingerprint")
    for key, name in (
        ("statutory.fields.reviewed", settings.fields.reviewed),
        ("statutory.links.reviewer", settings.links.reviewer),
    ):
        if not name:
            raise ReviewError("the project has no name for {key}", key=key)


def _require_reviewer(catalogue: Catalogue, id_: str) -> None:
    """Refuse a reviewer that is no actor of the catalogue: a person's name, for example."""
    types = catalogue.settings.types.actor
    actors = [item.id for item in catalogue.items.values() if item.type in types]
    if id_ not in actors:
        raise _unknown(
            "{id} is no actor; a reviewer is a role or a body, never a person",
            "{id} is no actor; did you mean {nearest}?",
            id_,
            actors,
        )


def _require_links(catalogue: Catalogue, links: Iterable[str]) -> None:
    """Refuse links that the project does not have."""
    known = catalogue.vocabulary.links
    for link in links:
        if link not in known:
            raise _unknown(
                "there is no link {id}",
                "there is no link {id}; did you mean {nearest}?",
                link,
                known,
            )


def _require_other_hands(catalogue: Catalogue, item: Item, reviewer: str) -> None:
    """Refuse the only preparer of an item: who did the work is not the one to check it."""
    if item.targets(catalogue.settings.links.preparer) == (reviewer,):
        raise ReviewError(
            "{id}: {reviewer} is its only preparer; let another role review it",
            id=item.id,
            reviewer=reviewer,
        )


def _item(catalogue: Catalogue, id_: str) -> Item:
    item = catalogue.items.get(id_)
    if item is None:
        if id_ in catalogue.current_ids:
            current = catalogue.current_ids[id_]
            raise ReviewError("{id} is now {current}", id=id_, current=current)
        own = [item.id for item in catalogue.own_items()]
        raise _unknown(
            "there is no item {id}", "there is no item {id}; did you mean {nearest}?", id_, own
        )
    if item.is_external:
        raise ReviewError("{id} is an item of another project; review it there", id=id_)
    return item


def _directive(catalogue: Catalogue, item: Item) -> Directive:
    """Return where an item is written, if it is written once and read as it was meant."""
    declared = catalogue.declarations.get(item.id, ())
    if not declared:
        raise ReviewError(
            "{id} is not written as a block of a Markdown file ({path}); only such can be changed",
            id=item.id,
            path=item.location.path or "?",
        )
    directive = declared[0]
    unclosed = any(
        fence.line == directive.location.line
        for document in catalogue.documents
        if document.path == directive.location.path
        for fence in document.unclosed
    )
    if len(declared) > 1 or directive.fault or directive.lost or unclosed:
        raise ReviewError(
            "{id} cannot be read as it is meant; mend first what statutory check finds in it",
            id=item.id,
        )
    return directive


def _unknown(text: str, text_with_nearest: str, id_: str, known: Iterable[str]) -> ReviewError:
    suggestion = nearest(id_, known)
    return ReviewError(text_with_nearest if suggestion else text, id=id_, nearest=suggestion)

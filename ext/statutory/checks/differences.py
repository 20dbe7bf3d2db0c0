"""Differences: that where statements differ, the difference is written down."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from statutory.checks.registry import READ_RIGHT, Problem, check, of_item
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Message, Related, Severity


@check(
    "unexplained-contradiction",
    severity=Severity.ERROR,
    requires=[*READ_RIGHT, "orphan-item"],
    why="Where two statements differ, both stand; the reader has to be told that they do, and "
    "in what way.",
    remedy="Write a difference that concerns both items, and say of what kind it is; where "
    "the items do not differ after all, take the link away.",
)
def unexplained_contradiction(catalogue: Catalogue) -> Iterator[Problem]:
    """Find contradictions without a difference, and differences without a kind or a subject.

    One subject is enough: a source may state two things of the same item.
    """
    if catalogue.settings.types.difference:
        yield from _unexplained_pairs(catalogue)
        yield from _incomplete_differences(catalogue)


def _unexplained_pairs(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield the pairs of contradicting items that no difference concerns, once each."""
    links = catalogue.settings.links
    link = links.conflicts_with if links.concerns else ""
    seen: set[frozenset[str]] = set()
    differences_of = functools.cache(lambda id_: _differences_of(catalogue, id_))
    for item in catalogue.own_items():
        for other in catalogue.linked(item, link):
            pair = frozenset((item.id, other.id))
            if pair in seen:
                continue
            seen.add(pair)
            here, there = differences_of(item.id), differences_of(other.id)
            if here is None or there is None or not here.isdisjoint(there):
                continue
            yield of_item(
                item,
                "contradicts {other}, and no difference concerns them both",
                field=link,
                other=other.id,
                related=[Related(other.location, Message("the item that it contradicts"))],
            )


def _differences_of(catalogue: Catalogue, id_: str) -> frozenset[str] | None:
    """Return the differences that concern an item.

    ``None`` means that one of them leads to nothing as well, and so may explain anything.
    """
    settings = catalogue.settings
    link = settings.links.concerns
    found = [
        difference
        for difference in catalogue.linking(catalogue.items[id_], link)
        if difference.type in settings.types.difference
    ]
    if any(catalogue.strays(one, link) for one in found):
        return None
    return frozenset(difference.id for difference in found)


def _incomplete_differences(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield the differences that do not say of what kind they are, or what they concern."""
    settings = catalogue.settings
    field, link = settings.fields.kind, settings.links.concerns
    for difference in catalogue.of_types(settings.types.difference):
        if field and not difference.value(field):
            yield of_item(
                difference,
                "does not say of what kind the difference is: the field {field} is missing",
                field=field,
            )
        if link and catalogue.lacks(difference, link):
            yield of_item(
                difference,
                "does not say what differs: the link {link} is missing",
                field=link,
                link=link,
            )

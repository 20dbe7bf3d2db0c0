"""Links, sources, open matters and differences: the checks against a slow reading."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.model.relations import RELATIONS
from tests.builders import LINKS, TARGET_TYPES
from tests.checks.properties.plain import (
    References,
    coming,
    counts,
    expected_by,
    found_by,
    is_dead,
    lacks,
    leads_nowhere,
    may_stand,
    onward,
    own,
    to,
)
from tests.checks.properties.worlds import BARE, MATTERS
from tests.generators import often, worlds

PARENTS = BARE.required.parent


def open_questions(catalogue: Catalogue) -> Iterator[str]:
    """Yield the questions that name no answer."""
    return (item.id for item in own(catalogue, "question") if lacks(catalogue, item, "answer"))


def open_demands(catalogue: Catalogue) -> Iterator[str]:
    """Yield the positions that demand something and name no answer."""
    for item in own(catalogue, "position"):
        if item.fields.get("force") == "demanded" and lacks(catalogue, item, "answer"):
            yield item.id


def open_risks(catalogue: Catalogue) -> Iterator[str]:
    """Yield the risks that nothing is said to mitigate."""
    return (item.id for item in own(catalogue, "risk") if not coming(catalogue, item, "mitigates"))


def without_funds(catalogue: Catalogue) -> Iterator[str]:
    """Yield the duties that nobody funds, nor anything that they are part of."""
    for item in own(catalogue, "duty"):
        wholes = onward(item, lambda one: to(catalogue, one, "part_of")).values()
        resources = [
            one
            for whole in wholes
            for one in coming(catalogue, whole, "concerns", "part_of")
            if one.type == "resource"
        ]
        if not resources and not any(whole.links.get("funder") for whole in wholes):
            yield item.id


def alone(catalogue: Catalogue) -> Iterator[str]:
    """Yield the items that lack the link to their whole, or have no link at all."""
    for item in own(catalogue):
        if item.type in PARENTS:
            if lacks(catalogue, item, PARENTS[item.type]):
                yield item.id
        elif item.type not in {"source", "act"}:
            is_named = any(coming(catalogue, item, link) for link in LINKS)
            if not is_named and not item.links.keys() - {"sources"}:
                yield item.id


def unexplained(catalogue: Catalogue) -> Iterator[str]:
    """Yield the first item of each pair that no difference explains, and bad differences.

    A difference that leads to nothing may be meant for the other item.
    """
    lonely = {*alone(catalogue)}
    differences = [one for one in catalogue.items.values() if one.type == "difference"]
    for item in own(catalogue):
        for other in to(catalogue, item, "conflicts_with"):
            is_told_of_other = other.id < item.id and not other.is_external
            is_told_of_other &= item.id in other.links.get("conflicts_with", ())
            is_explained = any(_explains(catalogue, one, item, other) for one in differences)
            if not is_explained and not is_told_of_other and item.id not in lonely:
                yield item.id
        is_bad = not item.fields.get("kind") or lacks(catalogue, item, "concerns")
        if item.type == "difference" and is_bad and item.id not in lonely:
            yield item.id


def _explains(catalogue: Catalogue, difference: Item, item: Item, other: Item) -> bool:
    """Say whether a difference concerns two items, or one of them and perhaps the other."""
    concerned = {*difference.links.get("concerns", ())}
    if leads_nowhere(catalogue, difference, "concerns"):
        return bool(concerned & {item.id, other.id})
    return concerned >= {item.id, other.id}


def without_source(catalogue: Catalogue) -> Iterator[str]:
    """Yield the items that need a source and name none."""
    for item in own(catalogue):
        if item.type not in {"source", "waiver"} and lacks(catalogue, item, "sources"):
            yield item.id


def without_place(catalogue: Catalogue) -> Iterator[str]:
    """Yield the items that name a source but no place in it."""
    lacking = {*without_source(catalogue)}
    for item in own(catalogue):
        needs_place = item.type not in {"source", "waiver"} and item.id not in lacking
        if needs_place and not item.fields.get("locator"):
            yield item.id


def led_astray(catalogue: Catalogue) -> Iterator[str]:
    """Yield the items of which a link leads to a type that it is not meant for."""
    types = catalogue.settings.types
    for item in own(catalogue):
        for link in item.links:
            for target in _existing(catalogue, item, link):
                allowed = TARGET_TYPES.get(link) or (target.type,)
                end = RELATIONS[link].end, RELATIONS[link].never_end
                if target.type not in allowed or not may_stand(types, target.type, *end):
                    yield item.id


def carried_astray(catalogue: Catalogue) -> Iterator[str]:
    """Yield the items that carry a link which is meant for other types, to where it may lead."""
    for item in own(catalogue):
        if item.id in {*led_astray(catalogue)}:
            continue
        for link in item.links:
            targets = _existing(catalogue, item, link)
            if any(not counts(catalogue, item, link, target) for target in targets):
                yield item.id


def _existing(catalogue: Catalogue, item: Item, link: str) -> list[Item]:
    return [catalogue.items[id_] for id_ in item.links[link] if id_ in catalogue.items]


def with_dead_links(catalogue: Catalogue) -> Iterator[str]:
    """Yield the items of which a link leads to no item, those of others that a page shows too."""
    for item in catalogue.items.values():
        is_shown = item.docname or not item.is_external
        if is_shown and any(is_dead(catalogue, item, link) for link in item.links):
            yield item.id


def without_owner(catalogue: Catalogue) -> Iterator[str]:
    """Yield the items that need an owner and link to none, not even a dead one."""
    for item in own(catalogue, "element", "component", "phase"):
        if lacks(catalogue, item, "owner"):
            yield item.id


REFERENCES: References = {
    "unanswered-question": open_questions,
    "unanswered-demand": open_demands,
    "unmitigated-risk": open_risks,
    "unfunded-duty": without_funds,
    "orphan-item": alone,
    "unexplained-contradiction": unexplained,
    "missing-source": without_source,
    "missing-locator": without_place,
    "wrong-target": led_astray,
    "wrong-origin": carried_astray,
    "dead-link": with_dead_links,
    "missing-owner": without_owner,
}


@often
@given(worlds(MATTERS, [BARE]))
def test_checks_find_what_the_slow_reading_finds(catalogue: Catalogue) -> None:
    """What is open, alone or unexplained is found on the same items, none more, none less."""
    assert found_by(catalogue, REFERENCES) == expected_by(catalogue, REFERENCES)

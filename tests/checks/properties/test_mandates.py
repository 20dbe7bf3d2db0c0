"""Owners, their terms and those who take over: the checks against a slow reading, by days."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from tests.checks.properties.plain import (
    References,
    coming,
    expected_by,
    found_by,
    lacks,
    leads_nowhere,
    onward,
    own,
    to,
)
from tests.checks.properties.readings import (
    DAYS,
    Readings,
    can_be_held,
    can_precede,
    can_share_a_day,
    days_pass,
    ends_at_some_time,
    goes_on,
    is_misread,
    is_over_sooner,
    readings,
    term_of,
    time_of,
)
from tests.checks.properties.worlds import MANDATES, OWNED, TENURE
from tests.generators import often, worlds

OWNED_TYPES = OWNED.required.owner
ALWAYS: Readings = frozenset({(DAYS[0], DAYS[-1])})


def with_ended_owners(catalogue: Catalogue) -> Iterator[str]:
    """Yield the items whose time their owners and who takes over from them cannot cover.

    Nothing is known where an owner, or who takes over, does not exist or has no term.
    """
    for item in own(catalogue, *OWNED_TYPES):
        owners = to(catalogue, item, "owner")
        held: dict[str, Item] = {}
        for owner in owners:
            held |= onward(owner, lambda actor: _in_time(catalogue, actor))
        is_known = owners and not leads_nowhere(catalogue, item, "owner")
        for actor in held.values():
            if not term_of(actor) or leads_nowhere(catalogue, actor, "successor"):
                is_known = False
        time = time_of(catalogue, item)
        terms = [term for actor in held.values() if (term := term_of(actor))]
        if is_known and time and not is_misread(item) and not can_be_held(time, terms):
            yield item.id


def _in_time(catalogue: Catalogue, actor: Item) -> Iterator[Item]:
    """Yield those to whom an actor's duties can pass without a day between."""
    former = term_of(actor)
    for successor in to(catalogue, actor, "successor"):
        later = term_of(successor)
        if not (former and later and days_pass(former, later)):
            yield successor


def without_handover(catalogue: Catalogue) -> Iterator[str]:
    """Yield the actors that end, but not all that they own, and that name no successor."""
    for actor in own(catalogue, "actor"):
        if not _ends_alone(catalogue, actor) or is_misread(actor):
            continue
        for item in coming(catalogue, actor, "owner"):
            if (
                not item.is_external
                and item.type in OWNED_TYPES
                and item.fields.get("status") != "done"
                and _goes_on_after(catalogue, item, actor)
                and all(_ends_alone(catalogue, one) for one in to(catalogue, item, "owner"))
                and not leads_nowhere(catalogue, item, "owner")
            ):
                yield actor.id


def _ends_alone(catalogue: Catalogue, actor: Item) -> bool:
    """Say whether an actor is known to end, and names nobody who takes over."""
    term = term_of(actor)
    return bool(term and ends_at_some_time(term)) and lacks(catalogue, actor, "successor")


def _goes_on_after(catalogue: Catalogue, item: Item, actor: Item) -> bool:
    """Say whether an item goes on for ever, and began while the actor was there."""
    time, term = time_of(catalogue, item), term_of(actor)
    if not time:
        texts = [item, *onward(item, lambda one: _timing(catalogue, one)).values()]
        return item.type == "duty" and not any(one.fields.get("period") for one in texts)
    return bool(term and goes_on(time)) and any(
        first <= end for (first, _), (_, end) in itertools.product(time, term or ())
    )


def _timing(catalogue: Catalogue, item: Item) -> list[Item]:
    """Return the schedules of an item without a time, or the parts that tell it."""
    if item.fields.get("period"):
        return []
    is_schedule = bool(coming(catalogue, item, "schedule"))
    parts = coming(catalogue, item, "part_of") if is_schedule else []
    return to(catalogue, item, "schedule") or parts


def to_nobody_there(catalogue: Catalogue) -> Iterator[str]:
    """Yield the actors of whose successors none can take over in time."""
    for actor in own(catalogue, "actor"):
        former, successors = term_of(actor), to(catalogue, actor, "successor")
        if not former or is_misread(actor) or leads_nowhere(catalogue, actor, "successor"):
            continue
        laters = [term_of(successor) for successor in successors]
        if laters and all(
            later and (days_pass(former, later) or is_over_sooner(later, former))
            for later in laters
        ):
            yield actor.id


def with_rivals(catalogue: Catalogue) -> Iterator[str]:
    """Yield the items that two owners of a region certainly answer for at once."""
    for item in own(catalogue, *OWNED_TYPES):
        owners = [owner for owner in to(catalogue, item, "owner") if owner.type == "actor"]
        for one, other in itertools.combinations(owners, 2):
            is_shared = item.fields.get("region", "state") != "state" or (
                one.fields.get("region") == other.fields.get("region")
            )
            if is_shared and not is_misread(item) and _meet(catalogue, item, one, other):
                yield item.id


def _meet(catalogue: Catalogue, item: Item, one: Item, other: Item) -> bool:
    """Say whether two actors are both there at the time of an item, however it is read."""
    terms = [
        readings(actor.fields["term"]) if actor.fields.get("term") else ALWAYS
        for actor in (one, other)
    ]
    time = time_of(catalogue, item)
    if not all(terms) or any(time and not _must_meet(term or ALWAYS, time) for term in terms):
        return False
    first, second = (term or ALWAYS for term in terms)
    return not (can_precede(first, second) or can_precede(second, first))


def _must_meet(one: Readings, other: Readings) -> bool:
    """Say whether two times have a day in common, however they are read."""
    return can_share_a_day(one, other) and all(
        a <= d and c <= b for (a, b), (c, d) in itertools.product(one, other)
    )


def without_work(catalogue: Catalogue) -> Iterator[str]:
    """Yield the actors of a known kind that work is asked of and that none leads to."""
    for actor in own(catalogue, "actor"):
        formers = [one for one in coming(catalogue, actor, "successor") if _work(catalogue, one)]
        takes_over = any("owner" in _work(catalogue, former) for former in formers)
        has_work = bool(_work(catalogue, actor) - {"part_of", "successor"})
        if actor.fields.get("kind") == "board" and not has_work and not takes_over:
            yield actor.id


def _work(catalogue: Catalogue, actor: Item) -> set[str]:
    """Return the links to an actor, but those of gaps, waivers and differences."""
    return {
        link
        for item in catalogue.items.values()
        if item.type not in {"gap", "waiver", "difference"}
        for link in item.links
        if actor in to(catalogue, item, link)
    }


REFERENCES: References = {
    "owner-term-ended": with_ended_owners,
    "missing-handover": without_handover,
    "recipient-not-yet": to_nobody_there,
    "conflicting-owners": with_rivals,
    "idle-actor": without_work,
}


@often
@given(st.one_of(worlds(MANDATES, [OWNED]), worlds(TENURE, [OWNED])))
def test_checks_find_what_the_slow_reading_finds(catalogue: Catalogue) -> None:
    """Terms, handovers and rivals are found on the same items, none more and none less."""
    assert found_by(catalogue, REFERENCES) == expected_by(catalogue, REFERENCES)

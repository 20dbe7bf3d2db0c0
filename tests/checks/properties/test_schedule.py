"""Times of items, wholes, law and sources: the checks against a slow reading, by days."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from tests.builders import make_catalogue, make_item
from tests.checks.properties.plain import (
    References,
    coming,
    expected_by,
    found_by,
    leads_nowhere,
    onward,
    own,
    to,
)
from tests.checks.properties.readings import (
    AS_OF,
    Readings,
    can_hold,
    can_precede,
    can_share_a_day,
    is_misread,
    is_over,
    readings,
    term_of,
    time_of,
)
from tests.checks.properties.worlds import BARE, NESTED, SCHEDULE
from tests.generators import often, worlds


def timed(catalogue: Catalogue, *types: str) -> Iterator[tuple[Item, Readings]]:
    """Yield the project's items whose time can be compared: of an actor the term."""
    for item in own(catalogue, *types):
        time = term_of(item) if item.type == "actor" else time_of(catalogue, item)
        if time and not is_misread(item):
            yield item, time


def without_time(catalogue: Catalogue) -> Iterator[str]:
    """Yield the items that need a time and find no text of one by following schedules.

    Where the item's own link to a schedule is dead or astray, that is the finding.
    """
    for item in own(catalogue, "element", "component", "phase"):
        dead = leads_nowhere(catalogue, item, "schedule")
        if not dead and not any(one.fields.get("period") for one in _telling(catalogue, item)):
            yield item.id


def _telling(catalogue: Catalogue, item: Item) -> list[Item]:
    """Return an item and the items that may tell its time."""

    def ahead(one: Item) -> list[Item]:
        """Return the schedules of an item; of a schedule without any, its parts."""
        parts = [] if one is item else coming(catalogue, one, "part_of")
        return [] if one.fields.get("period") else to(catalogue, one, "schedule") or parts

    return list(onward(item, ahead).values())


def before_predecessor(catalogue: Catalogue) -> Iterator[str]:
    """Yield the items of which a predecessor certainly ends after they begin."""
    for item, time in timed(catalogue):
        if item.type == "actor":
            continue
        for predecessor in to(catalogue, item, "predecessor"):
            earlier = time_of(catalogue, predecessor)
            if earlier and not can_precede(earlier, time):
                yield item.id


def outside_whole(catalogue: Catalogue) -> Iterator[str]:
    """Yield the items that certainly do not lie within a whole that they belong to."""
    for item, time in timed(catalogue):
        if any(_breaks(time, way) for way in _ways(catalogue, (item,))):
            yield item.id


def _ways(catalogue: Catalogue, way: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    """Yield the ways from an item to its wholes and theirs, without the item itself.

    Only procedures bound what belongs to them, and actors the actors that do.
    """
    kinds = {"procedure", "phase"} | ({"actor"} if way[0].type == "actor" else set())
    for whole in to(catalogue, way[-1], "part_of"):
        if whole.type in kinds and whole not in way:
            yield (*way[1:], whole)
            yield from _ways(catalogue, (*way, whole))


def _breaks(time: Readings, way: tuple[Item, ...]) -> bool:
    """Say whether a time breaks the bound of the last whole of a way, and none before it does."""
    bounds = [bound for whole in way if (bound := _bound(whole))]
    if not bounds or not _bound(way[-1]):
        return False
    *inner, last = bounds
    return (
        not can_hold(last, time)
        and all(can_hold(bound, time) for bound in inner)
        and (not inner or can_hold(last, inner[-1]))
    )


def _bound(whole: Item) -> Readings | None:
    """Return the time of a whole itself that bounds its parts."""
    return term_of(whole) if whole.type == "actor" else readings(whole.fields.get("period", ""))


def on_law_not_in_force(catalogue: Catalogue) -> Iterator[str]:
    """Yield the items that rest on a law which is certainly not in force at their time."""
    for item, time in timed(catalogue):
        for law in to(catalogue, item, "based_on"):
            forces = _forces(catalogue, law)
            is_wrong = forces and not any(can_share_a_day(force, time) for force in forces)
            if is_wrong and item.type != "act":
                yield item.id


def _forces(catalogue: Catalogue, law: Item) -> list[Readings]:
    """Return the times in force of a law, or of what it rests on; none of a bill."""

    def bases(one: Item) -> list[Item]:
        return [base for base in to(catalogue, one, "based_on") if base.type in {"act", "section"}]

    def unless_known(one: Item) -> list[Item]:
        return [] if readings(one.fields.get("period", "")) else bases(one)

    all_law = onward(law, bases).values()
    if any(one.type not in {"act", "section"} for one in all_law):
        return []
    if any(one.fields.get("legal_state") in {"bill", "lapsed"} for one in all_law):
        return []
    known = onward(law, unless_known).values()
    return [force for one in known if (force := readings(one.fields.get("period", "")))]


def of_unknown_end(catalogue: Catalogue) -> Iterator[str]:
    """Yield the milestones over at the date of their latest source that do not say how."""
    for item, time in timed(catalogue, "milestone"):
        dates = [
            readings(one.fields.get("published", "")) for one in to(catalogue, item, "sources")
        ]
        first_days = [min(day for day, _ in date) for date in dates if date]
        day = max(first_days, default=AS_OF)
        if is_over(time, day) and item.fields.get("status") not in {"done", "draft"}:
            yield item.id


def late(catalogue: Catalogue) -> Iterator[str]:
    """Yield what is a draft although its time is over; the time of an element is no end."""
    for item, time in timed(catalogue, "milestone", "component", "phase"):
        if item.fields.get("status") == "draft" and is_over(time, AS_OF):
            yield item.id


REFERENCES: References = {
    "missing-timeline": without_time,
    "out-of-order": before_predecessor,
    "outside-parent-period": outside_whole,
    "basis-not-in-force": on_law_not_in_force,
    "unknown-outcome": of_unknown_end,
    "overdue": late,
}


@often
@given(st.one_of(worlds(SCHEDULE, [BARE]), worlds(NESTED, [BARE])))
def test_checks_find_what_the_slow_reading_finds(catalogue: Catalogue) -> None:
    """Times that cannot be true together are found on the same items, none more, none less."""
    assert found_by(catalogue, REFERENCES) == expected_by(catalogue, REFERENCES)


def test_law_on_two_ways_is_in_force_on_one() -> None:
    """What a law with a time of its own rests on counts, where it is reached without one."""
    law = {
        "L1": {"based_on": "L2, L3"},
        "L2": {"based_on": "L4", "period": "2018-01-29"},
        "L3": {"based_on": "L4"},
        "L4": {"period": "2018-02-03"},
    }
    items = [make_item("section", id_, **options) for id_, options in law.items()]
    step = make_item("milestone", "M1", period="2018-02-03", based_on="L1")
    catalogue = make_catalogue([step, *items], BARE)
    assert found_by(catalogue, REFERENCES) == expected_by(catalogue, REFERENCES)


@pytest.mark.parametrize("wholes", ["W1, W2", "W2, W1"])
def test_order_of_two_wholes_does_not_matter(wholes: str) -> None:
    """A whole that breaks its bound does not hide that its part breaks it on another way."""
    items = [
        make_item("milestone", "M1", period="2018-01-30", part_of=wholes),
        make_item("procedure", "W1", part_of="W3"),
        make_item("procedure", "W2", part_of="W3", period="2018-01-30"),
        make_item("procedure", "W3", period="2018-02-03"),
    ]
    catalogue = make_catalogue(items, BARE)
    assert found_by(catalogue, REFERENCES) == expected_by(catalogue, REFERENCES)

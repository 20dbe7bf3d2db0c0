"""Times read by brute force: every day on which something can begin and end.

Time is a few weeks around the as-of date, with one day long before them and one long after.
So every comparison can try all the days, and nothing here knows how the checks compare.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections.abc import Iterable

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.model.period import PeriodPolicy
from tests.checks.properties.plain import coming, to

AS_OF = dt.date(2018, 1, 31)
MARGINS = PeriodPolicy(margins=(1, 2, 92, 366))
"""How far a mark widens a time here: the weeks are too few for the margins of the project."""

TIMES = (
    *("2018-01-29", "2018-01-30", "2018-01-31", "2018-02-01", "2018-02-03", "2018-02"),
    *("2018-01-29/2018-01-30", "2018-01-30/2018-02-01", "2018-01-31/2018-02-04"),
    *("2018-01-29/..", "2018-02-01/..", "../2018-01-30", "../2018-02-01", "2018-01-30/"),
    *("/2018-02-01", "2018-01-30~", "2018-01-29~/2018-01-31", "2018-01-31/2018-02-02~"),
    *("2018-02/2018-02-03", "2018-02-03/2018-01-29", "2018-01-31/2018-01-29"),
    *("March", "../.."),
)
"""Texts of the fields that hold a time: some reversed, some unreadable."""

_WEEKS = tuple(dt.date(2018, 1, 25) + dt.timedelta(days=number) for number in range(40))
DAYS = (dt.date.min, *_WEEKS, dt.date.max)

Readings = frozenset[tuple[dt.date, dt.date]]
"""The first and last days that a time can have, in pairs; none of one that is reversed."""


@functools.cache
def readings(text: str) -> Readings | None:
    """Return the readings of a text; ``None`` where it cannot be read."""
    start, slash, end = text.partition("/")
    if slash and {start, end} <= {"", ".."}:
        return None
    first = _days(start, dt.date.min, is_end=bool(slash))
    last = _days(end, dt.date.max, is_end=True) if slash else first
    if not first or not last:
        return None
    return frozenset((a, b) for a in first for b in last if a <= b)


def _days(text: str, when_open: dt.date, *, is_end: bool) -> tuple[dt.date, ...]:
    """Return the days that one end of a time can mean; none where it cannot be read."""
    if is_end and text in {"", ".."}:
        return DAYS if text == "" else (when_open,)
    bare = text.rstrip("~")
    exact = [day for day in _WEEKS if bare and day.isoformat().startswith(bare)]
    margin = 0 if bare == text else MARGINS.margins[0 if len(bare) == len("2018-01-30") else 1]
    return tuple(day for day in _WEEKS if any(abs((day - one).days) <= margin for one in exact))


def time_of(catalogue: Catalogue, item: Item) -> Readings:
    """Return the readings of an item's time; none where it has none that can be true.

    A schedule without a time of its own has that of its schedules, or else of its parts;
    from the first of several times to the last, it is one.
    """
    texts = [item.fields["period"]] if item.fields.get("period") else []
    for schedule in () if texts else to(catalogue, item, "schedule"):
        texts += _texts(catalogue, schedule, (item.id,))
    times = [time for text in sorted(texts) if (time := readings(text))]
    return functools.reduce(_together, times) if times else frozenset()


@functools.cache
def _together(one: Readings, other: Readings) -> Readings:
    """Return the readings of two times as one, from its first day to its last."""
    pairs = itertools.product(one, other)
    return frozenset((min(a, c), max(b, d)) for (a, b), (c, d) in pairs)


def _texts(catalogue: Catalogue, item: Item, seen: tuple[str, ...]) -> set[str]:
    """Return the texts that tell the time of a schedule, by whatever way they are reached."""
    if item.id in seen:
        return set()
    if item.fields.get("period"):
        return {item.fields["period"]}
    others = to(catalogue, item, "schedule") or coming(catalogue, item, "part_of")
    return {text for one in others for text in _texts(catalogue, one, (*seen, item.id))}


def term_of(actor: Item) -> Readings | None:
    """Return the readings of an actor's term; ``None`` where it has none that can be true.

    Whoever has no term is there at any time.
    """
    return readings(actor.fields.get("term", "")) or None


def is_misread(item: Item) -> bool:
    """Say whether a time of an item cannot be read, or is reversed: that is found first."""
    texts = [item.fields.get(name, "") for name in ("period", "term", "published")]
    return any(text and not readings(text) for text in texts)


# Comparing -----------------------------------------------------------------------------------


@functools.cache
def can_precede(one: Readings, other: Readings) -> bool:
    """Say whether one can end no later than the other begins."""
    return any(b <= c for (_, b), (c, _) in itertools.product(one, other))


@functools.cache
def can_share_a_day(one: Readings, other: Readings) -> bool:
    """Say whether the two can have a day in common."""
    return any(a <= d and c <= b for (a, b), (c, d) in itertools.product(one, other))


@functools.cache
def can_hold(whole: Readings, part: Readings) -> bool:
    """Say whether the part can lie within the whole."""
    return any(a <= c and d <= b for (a, b), (c, d) in itertools.product(whole, part))


def is_over(time: Readings, day: dt.date) -> bool:
    """Say whether a time is certainly over before a day."""
    return bool(time) and all(last < day for _, last in time)


@functools.cache
def days_pass(former: Readings, later: Readings) -> bool:
    """Say whether there is certainly a day after the one time and before the other."""
    return all(
        any(last < day < first for day in DAYS)
        for last, first in itertools.product({b for _, b in former}, {c for c, _ in later})
    )


@functools.cache
def is_over_sooner(later: Readings, former: Readings) -> bool:
    """Say whether the later time certainly ends before the former one does."""
    return all(d < b for (_, d), (_, b) in itertools.product(later, former))


def ends_at_some_time(time: Readings) -> bool:
    """Say whether a time certainly has an end."""
    return all(last < dt.date.max for _, last in time)


def goes_on(time: Readings) -> bool:
    """Say whether a time certainly goes on until further notice."""
    return bool(time) and all(last == dt.date.max for _, last in time)


def can_be_held(time: Readings, terms: Iterable[Readings]) -> bool:
    """Say whether terms can cover a time together, day by day.

    Of a time that goes on until further notice the first day counts, of one without a
    beginning the last.
    """
    held = {
        day
        for term in terms
        for day in DAYS
        if any(first <= day <= last for first, last in term)
    }  # fmt: skip
    for first, last in time:
        begin = last if first == dt.date.min else first
        end = first if last == dt.date.max else last
        if all(day in held for day in DAYS if begin <= day <= end):
            return True
    return False

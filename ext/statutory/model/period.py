"""Periods in a profile of EDTF (ISO 8601-2), read with their uncertainty.

The profile holds years, months, days, seasons (21 to 24), quarters (33 to 36), halves of
a year (40 and 41), intervals, open (``..``) and unknown (empty) ends, and the marks ``~``
(approximate), ``?`` (uncertain) and ``%`` (both). Every end of a period is a :class:`Span`
of the days on which it can lie, so that two periods compare by the weakest reading: a
thing is wrong only where every reading of it is wrong.
"""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
from dataclasses import dataclass, field

_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[~?%])?",
    re.ASCII,
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_QUARTERS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
_HALVES = {40: (1, 6), 41: (7, 12)}
_MONTHS_IN_YEAR = 12


class UnreadablePeriodError(ValueError):
    """A text is not a period of the profile."""


@dataclass(frozen=True, slots=True)
class PeriodPolicy:
    """What EDTF leaves to the community that uses it.

    :param seasons: First and last month of the seasons 21 to 24; a month above 12 is of
        the next year, so that winter 2017 runs from December 2017 to February 2018.
    :param margins: By how many days a mark widens a date of each precision, to both
        sides; in the order day, month, season or quarter or half, year.
    """

    seasons: tuple[tuple[int, int], ...] = ((3, 5), (6, 8), (9, 11), (12, 14))
    margins: tuple[int, int, int, int] = (7, 31, 92, 366)


@dataclass(frozen=True, slots=True)
class Span:
    """The days on which something can lie, both included."""

    earliest: dt.date
    latest: dt.date


_OPEN_START = Span(dt.date.min, dt.date.min)
_OPEN_END = Span(dt.date.max, dt.date.max)
_UNKNOWN = Span(dt.date.min, dt.date.max)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time whose ends may be known only roughly.

    :param text: The EDTF text that it was read from.
    :param start: The days on which it can begin.
    :param end: The days on which it can end.
    """

    text: str = field(compare=False)
    start: Span
    end: Span

    @property
    def is_reversed(self) -> bool:
        """Whether it ends before it begins, however it is read."""
        return self.end.latest < self.start.earliest

    @property
    def first_end(self) -> dt.date:
        """The first day on which it can end, since it ends no sooner than it begins."""
        return max(self.start.earliest, self.end.earliest)

    @property
    def last_start(self) -> dt.date:
        """The last day on which it can begin, since it begins no later than it ends."""
        return min(self.start.latest, self.end.latest)

    def can_precede(self, other: Period) -> bool:
        """Say whether some reading lets this end no later than the other begins.

        Here and below a reading in which a period ends before it begins does not count.
        """
        return self._can_be_with(other) and self.first_end <= other.last_start

    def can_overlap(self, other: Period) -> bool:
        """Say whether some reading gives the two a day in common."""
        return (
            self._can_be_with(other)
            and self.start.earliest <= other.end.latest
            and other.start.earliest <= self.end.latest
        )

    def can_miss(self, other: Period) -> bool:
        """Say whether some reading gives the two no day in common."""
        return self._can_end_before(other) or other._can_end_before(self)

    def can_contain(self, other: Period) -> bool:
        """Say whether some reading lets the other lie within this, ends included."""
        first_start = max(self.start.earliest, other.start.earliest)
        first_end = max(first_start, other.end.earliest)
        last_end = min(self.end.latest, other.end.latest)
        return (
            self._can_be_with(other) and first_start <= other.start.latest and first_end <= last_end
        )

    def is_over(self, day: dt.date) -> bool:
        """Say whether it has ended before a day, however it is read."""
        return self.end.latest < day

    def _can_end_before(self, other: Period) -> bool:
        """Say whether some reading lets this end before the day on which the other begins."""
        return self._can_be_with(other) and self.first_end < other.last_start

    def _can_be_with(self, other: Period) -> bool:
        """Say whether each of the two has a reading at all."""
        return not (self.is_reversed or other.is_reversed)


@functools.cache
def read_period(text: str, policy: PeriodPolicy = PeriodPolicy()) -> Period:
    """Read a period.

    :param text: A date or an interval of the profile, without white space around it.
    :param policy: The meaning of seasons and marks.
    :raises UnreadablePeriodError: If the text is not of the profile, names a day that
        the calendar lacks, or both of its ends are missing.
    """
    first, slash, second = text.partition("/")
    if not slash:
        span = _read_date(text, policy)
        return Period(text, span, span)
    if {first, second} <= {"", ".."}:
        raise UnreadablePeriodError(text)
    start = _ends(first, _OPEN_START) or _read_date(first, policy)
    end = _ends(second, _OPEN_END) or _read_date(second, policy)
    return Period(text, start, end)


def read_day(text: str) -> dt.date | None:
    """Return a day written as YYYY-MM-DD, or ``None`` for any other text."""
    try:
        return dt.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def envelope(periods: list[Period]) -> Period:
    """Return the period from the first beginning to the last end of some periods.

    :param periods: At least one period; of several none that is reversed.
    """
    only, *others = periods
    if not others:
        return only
    start = Span(
        min(period.start.earliest for period in periods),
        min(min(period.start.latest, period.end.latest) for period in periods),
    )
    end = Span(
        max(max(period.end.earliest, period.start.earliest) for period in periods),
        max(period.end.latest for period in periods),
    )
    first = min(periods, key=lambda period: (period.start.earliest, period.text))
    last = max(periods, key=lambda period: (period.end.latest, period.text))
    if first.text == last.text:
        return Period(first.text, start, end)
    return Period(f"{first.text.partition('/')[0]}/{last.text.rpartition('/')[2]}", start, end)


def _ends(text: str, when_open: Span) -> Span | None:
    """Return the span of an end that names no date, or ``None`` where it names one."""
    return {"..": when_open, "": _UNKNOWN}.get(text)


def _read_date(text: str, policy: PeriodPolicy) -> Span:
    """Return the days that a date of the profile can mean."""
    match = _DATE.fullmatch(text)
    if match is None:
        raise UnreadablePeriodError(text)
    year, month, day = (int(match[part] or "0") for part in ("year", "month", "day"))
    day_margin, month_margin, season_margin, year_margin = policy.margins
    try:
        if match["day"] is not None:
            date = dt.date(year, month, day)
            span, margin = Span(date, date), day_margin
        elif match["month"] is None:
            span, margin = _months(year, 1, _MONTHS_IN_YEAR), year_margin
        elif month in _part_of_year(policy):
            span, margin = _months(year, *_part_of_year(policy)[month]), season_margin
        else:
            span, margin = _months(year, month, month), month_margin
    except ValueError as error:
        raise UnreadablePeriodError(text) from error
    return _widened(span, margin) if match["mark"] else span


def _part_of_year(policy: PeriodPolicy) -> dict[int, tuple[int, int]]:
    """Return the first and last month of every season, quarter and half, by its code."""
    seasons = {21 + index: months for index, months in enumerate(policy.seasons)}
    return seasons | _QUARTERS | _HALVES


def _months(year: int, first: int, last: int) -> Span:
    """Return the days from the first day of one month to the last day of another.

    :raises ValueError: If a month is not of the calendar.
    """
    carry, last = divmod(last - 1, _MONTHS_IN_YEAR)
    start = dt.date(year, first, 1)
    end_day = calendar.monthrange(year + carry, last + 1)[1]
    return Span(start, dt.date(year + carry, last + 1, end_day))


def _widened(span: Span, days: int) -> Span:
    """Return a span with a margin on both sides, within the calendar."""
    margin = dt.timedelta(days=days)
    earliest = max(span.earliest, dt.date.min + margin) - margin
    latest = min(span.latest, dt.date.max - margin) + margin
    return Span(earliest, latest)

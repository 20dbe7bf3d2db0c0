"""How far a period reaches on a drawing: where it surely is, and where it may be."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from statutory.model.period import Period, Span

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Extent:
    """The days of a period.

    :param possible: The days on which it can be; the first or last day of the calendar
        where it is open or its end is not known.
    :param sure: The days on which it is, however it is read; ``None`` where there are none.
    """

    possible: Span
    sure: Span | None = None

    @property
    def is_open_before(self) -> bool:
        """Whether it has no known beginning."""
        return self.possible.earliest == dt.date.min

    @property
    def is_open_after(self) -> bool:
        """Whether it has no known end."""
        return self.possible.latest == dt.date.max

    @property
    def is_one_day(self) -> bool:
        """Whether it is a single day, known to the day."""
        return self.possible.earliest == self.possible.latest


def extent_of(period: Period, *, lasts: bool) -> Extent:
    """Return how far a period reaches.

    What lasts and is told by the month is drawn as going on in the whole of its first and
    last month. An event is on one day of its period; where that has more, no day is sure.

    :param period: One that is not reversed.
    :param lasts: Whether it is of a thing that lasts, not of an event.
    """
    first, last = period.start.earliest, period.end.latest
    begin, end = period.last_start, period.first_end
    if lasts:
        begin = max(first, begin.replace(day=1))
        end = min(last, end_of_month(end))
    elif first != last:
        return Extent(possible=Span(first, last))
    return Extent(possible=Span(first, last), sure=Span(begin, end) if begin <= end else None)


def end_of_month(day: dt.date) -> dt.date:
    """Return the last day of the month of a day."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def day_after(day: dt.date) -> dt.date:
    """Return the next day; of the last day of the calendar the same."""
    return day if day == dt.date.max else day + _DAY


def uncovered(needed: Span, covers: Iterable[Span]) -> tuple[Span, ...]:
    """Return the parts of a span that no other span covers, in order of time."""
    gaps, reach = [], needed.earliest
    for cover in sorted(covers, key=lambda cover: (cover.earliest, cover.latest)):
        if cover.earliest > reach:
            gaps.append(Span(reach, min(needed.latest, cover.earliest - _DAY)))
        reach = max(reach, day_after(cover.latest))
        if reach > needed.latest or cover.latest == dt.date.max:
            return tuple(gap for gap in gaps if gap.earliest <= gap.latest)
    gaps.append(Span(reach, needed.latest))
    return tuple(gap for gap in gaps if gap.earliest <= gap.latest)

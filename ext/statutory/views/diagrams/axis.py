"""The axis of time: from days to places, and the months that it is divided into."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError
from babel.dates import get_month_names

from statutory.model.period import Span
from statutory.views.diagrams.extent import Extent, day_after, end_of_month

_QUARTER, _YEAR = 3, 12


@dataclass(frozen=True, slots=True)
class Tick:
    """The beginning of a month on an axis.

    :param place: From 0 to 1.
    :param day: The first day of the month.
    """

    place: float
    day: dt.date


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from the first day of a month to the last of another."""

    first: dt.date
    last: dt.date

    @property
    def months(self) -> int:
        """How many months it has."""
        years = self.last.year - self.first.year
        return years * _YEAR + self.last.month - self.first.month + 1

    def place(self, day: dt.date) -> float:
        """Return where a day begins, from 0 to 1; beyond the axis the nearer end."""
        whole = (self.last - self.first).days + 1
        return min(1.0, max(0.0, (day - self.first).days / whole))

    def places(self, span: Span) -> tuple[float, float]:
        """Return where a span begins and ends, within the axis."""
        return self.place(span.earliest), self.place(day_after(span.latest))

    def holds(self, span: Span) -> bool:
        """Say whether any day of a span is on the axis."""
        return span.earliest <= self.last and span.latest >= self.first

    def ticks(self, every: int) -> Iterator[Tick]:
        """Yield the beginnings of months, counted from January.

        :param every: How many months from one to the next: 1, 3 or 12.
        """
        for index in range(self.months):
            month = self.first.month - 1 + index
            if month % every == 0:
                day = dt.date(self.first.year + month // _YEAR, month % _YEAR + 1, 1)
                yield Tick(self.place(day), day)


def axis_of(extents: Iterable[Extent], as_of: dt.date) -> Axis | None:
    """Return an axis on which extents have room; ``None`` where no day of them is known.

    The as-of date is on it where it is not far beyond.
    """
    days = [
        day
        for extent in extents
        for day in (extent.possible.earliest, extent.possible.latest)
        if dt.date.min < day < dt.date.max
    ]
    if not days:
        return None
    first, last = min(days), max(days)
    room = max((last - first) / 2, dt.timedelta(days=92))
    if dt.timedelta(0) < first - as_of <= room:
        first = as_of
    if dt.timedelta(0) < as_of - last <= room:
        last = as_of
    return Axis(first.replace(day=1), end_of_month(last))


def step_of(axis: Axis, room: float, least: float) -> int:
    """Return after how many months the axis has a label: 1, 3 or 12.

    :param room: How long the axis is drawn.
    :param least: How much room a label needs.
    """
    month = room / axis.months
    return next((every for every in (1, _QUARTER) if month * every >= least), _YEAR)


def month_names(language: str, width: str = "abbreviated") -> tuple[str, ...]:
    """Return the names of the months in a language; English where it is not known.

    :param width: ``wide`` for whole names.
    """
    try:
        locale = Locale.parse(language, sep="-" if "-" in language else "_")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    names = get_month_names(width, context="stand-alone", locale=locale)  # type: ignore[arg-type]
    return tuple(str(names[month]) for month in range(1, _YEAR + 1))

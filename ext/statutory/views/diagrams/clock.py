"""The annual clock: the steps of a procedure on as many turns as the work has years."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from statutory.model.item import Item
from statutory.model.period import Span
from statutory.views.cells import Cells, Entry
from statutory.views.diagrams.axis import Axis, axis_of
from statutory.views.diagrams.extent import Extent
from statutory.views.diagrams.reading import (
    begins,
    extent_of_item,
    has_inferred_time,
    steps_of,
    time_text,
)

_MOST_TURNS = 6


@dataclass(frozen=True, slots=True)
class Arc:
    """A part of a turn.

    :param turn: The turn, from 0 up.
    :param lane: The lane of the turn, from 0 at its inner side.
    :param first: Where it begins, in months from the beginning of the year.
    :param last: Where it ends, likewise.
    :param is_sure: Whether the step surely is there, and not only perhaps.
    """

    turn: int
    lane: int
    first: float
    last: float
    is_sure: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ClockStep:
    """A step with its number; one without a time has no arcs.

    :param is_inferred: Whether no source gives its time.
    """

    number: int
    entry: Entry
    time: str
    arcs: tuple[Arc, ...] = ()
    is_inferred: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Clock:
    """The steps of a procedure, on a turn for each year.

    :param years: The year of each turn, the first innermost.
    :param lanes: How many lanes each turn has.
    :param as_of: The turn and month of the as-of date; ``None`` where it is on no turn.
    """

    years: tuple[int, ...]
    lanes: tuple[int, ...]
    steps: tuple[ClockStep, ...]
    untimed_text: str = ""
    as_of: tuple[int, float] | None = None
    as_of_text: str = ""
    language: str = "en"


def clock_of(cells: Cells, whole: Item) -> Clock | None:
    """Return the clock of a procedure; ``None`` where none of its steps has a known day.

    The steps are numbered by their time, those without a time last. Where the years are
    more than a clock has room for there is none either.
    """
    settings = cells.settings
    numbered = steps_by_time(cells, whole)
    axis = axis_of((extent for _, extent in numbered if extent), dt.date.min)
    if axis is None or axis.last.year - axis.first.year >= _MOST_TURNS:
        return None
    years = tuple(range(axis.first.year, axis.last.year + 1))
    axis = Axis(dt.date(years[0], 1, 1), dt.date(years[-1], 12, 31))
    lanes = _lanes(numbered, axis, years)
    steps = tuple(
        ClockStep(
            number=number,
            entry=cells.reference(step),
            time=time_text(cells, step),
            arcs=_arcs(number, extent, axis, years, lanes) if extent else (),
            is_inferred=has_inferred_time(cells, step),
        )
        for number, (step, extent) in enumerate(numbered, start=1)
    )
    as_of = settings.as_of
    return Clock(
        years=years,
        lanes=tuple(
            max((lane for (of, _), lane in lanes.items() if of == turn), default=0) + 1
            for turn in range(len(years))
        ),
        steps=steps,
        untimed_text=cells.messages.text("without a month"),
        as_of=(years.index(as_of.year), _month(as_of)) if as_of.year in years else None,
        as_of_text=cells.messages.fill("as of {day}", {"day": as_of}),
        language=settings.language,
    )


def steps_by_time(cells: Cells, whole: Item) -> list[tuple[Item, Extent | None]]:
    """Return the steps of a procedure with their extents, those without a time last."""
    found = [
        (step, extent_of_item(cells.catalogue, step)) for step in steps_of(cells.catalogue, whole)
    ]
    return sorted(found, key=lambda pair: begins(cells.catalogue, pair[0]))


# Places on the turns ------------------------------------------------------------------------

_Lanes = dict[tuple[int, int], int]
"""The lane of each step on each turn, by turn and number of the step."""


def _lanes(
    numbered: Sequence[tuple[Item, Extent | None]], axis: Axis, years: Sequence[int]
) -> _Lanes:
    """Return a lane for each step on each turn, so that no two steps meet."""
    lanes: _Lanes = {}
    for turn, year in enumerate(years):
        ends: list[float] = []
        for number, (_, extent) in enumerate(numbered, start=1):
            part = extent and _in_year(extent.possible, axis, year)
            if not part:
                continue
            first, last = part
            free = (lane for lane, end in enumerate(ends) if end <= first)
            lane = next(free, len(ends))
            ends[lane : lane + 1] = [last]
            lanes[turn, number] = lane
    return lanes


def _arcs(
    number: int, extent: Extent, axis: Axis, years: Sequence[int], lanes: _Lanes
) -> tuple[Arc, ...]:
    """Return where a step is: what may be first, what surely is above it."""
    found = []
    for turn, year in enumerate(years):
        for span in (extent.possible, extent.sure):
            part = span and _in_year(span, axis, year)
            if part:
                is_sure = span is extent.sure
                found.append(Arc(turn, lanes[turn, number], *part, is_sure))
    return tuple(arc for arc in found if arc.is_sure or not _is_hidden(arc, found))


def _is_hidden(arc: Arc, others: Sequence[Arc]) -> bool:
    """Say whether an arc of what may be lies wholly below one of what surely is."""
    return any(
        other.is_sure and (other.turn, other.first, other.last) == (arc.turn, arc.first, arc.last)
        for other in others
    )


def _in_year(span: Span, axis: Axis, year: int) -> tuple[float, float] | None:
    """Return the part of a span in a year, in months; ``None`` where there is none."""
    first = max(span.earliest, axis.first, dt.date(year, 1, 1))
    last = min(span.latest, axis.last, dt.date(year, 12, 31))
    if first > last:
        return None
    return _month(first), last.month - 1 + last.day / calendar.monthrange(year, last.month)[1]


def _month(day: dt.date) -> float:
    return day.month - 1 + (day.day - 1) / calendar.monthrange(day.year, day.month)[1]

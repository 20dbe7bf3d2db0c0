"""The axis of time: its first and last month, its places, its labels."""

from __future__ import annotations

import datetime as dt

import pytest

from statutory.model.period import Span, read_period
from statutory.views.diagrams.axis import Axis, axis_of, month_names, step_of
from statutory.views.diagrams.extent import extent_of

DAY = dt.date.fromisoformat
YEAR = Axis(DAY("2018-01-01"), DAY("2018-12-31"))


def axis(*texts: str, as_of: str = "2018-01-31") -> Axis | None:
    """Return the axis of some periods."""
    extents = [extent_of(read_period(text), lasts=True) for text in texts]
    return axis_of(extents, DAY(as_of))


def test_axis_has_whole_months() -> None:
    """It runs from the first known month to the last; open ends do not stretch it."""
    assert axis("2017-11-15/2018-06-10", "2018-03/..", "/2018-01") == Axis(
        DAY("2017-11-01"), DAY("2018-06-30")
    )


def test_axis_without_a_known_day() -> None:
    """Where no day is known there is nothing to draw."""
    assert axis() is None


def test_as_of_date_is_on_the_axis_where_it_is_near() -> None:
    """A line far beyond all bars would leave an empty drawing."""
    near, far = axis("2017-06/2017-12"), axis("2016-06/2016-12")
    assert near is not None
    assert near.last == DAY("2018-01-31")
    assert far is not None
    assert far.last == DAY("2016-12-31")
    later = axis("2018-03/2018-06")
    assert later is not None
    assert later.first == DAY("2018-01-01")


def test_places() -> None:
    """The whole axis is from 0 to 1; what is beyond ends at its ends."""
    assert YEAR.places(Span(DAY("2018-01-01"), DAY("2018-12-31"))) == (0.0, 1.0)
    assert YEAR.places(Span(dt.date.min, dt.date.max)) == (0.0, 1.0)
    assert YEAR.place(DAY("2018-12-31")) == pytest.approx(364 / 365)
    assert YEAR.holds(Span(DAY("2018-12-31"), dt.date.max))
    assert not YEAR.holds(Span(DAY("2019-01-01"), dt.date.max))


def test_ticks_are_counted_from_january() -> None:
    """Quarters begin where those of the year do, wherever the axis begins."""
    turn = Axis(DAY("2017-11-01"), DAY("2018-06-30"))
    assert [str(tick.day) for tick in turn.ticks(3)] == ["2018-01-01", "2018-04-01"]
    assert len(list(turn.ticks(1))) == turn.months == 8


def test_labels_are_as_dense_as_they_have_room() -> None:
    """Every month, every quarter or every year has a label."""
    assert [step_of(YEAR, room, 40) for room in (480, 160, 100)] == [1, 3, 12]


def test_months_are_named_in_the_language() -> None:
    """A language that nobody knows is English."""
    assert month_names("fi")[0] == "tammi"
    assert month_names("fi", "wide")[10] == "marraskuu"
    assert month_names("xx-nowhere", "wide")[0] == "January"

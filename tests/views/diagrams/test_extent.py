"""How far a period reaches on a drawing: sure and possible days, and days left out."""

from __future__ import annotations

import datetime as dt

import pytest

from statutory.model.period import Span, read_period
from statutory.views.diagrams.extent import Extent, extent_of, uncovered

DAY = dt.date.fromisoformat


def span(first: str, last: str) -> Span:
    """Return a span of days."""
    return Span(DAY(first), DAY(last))


def sure(text: str, *, lasts: bool = True) -> str:
    """Return the days on which a period surely is, as text."""
    found = extent_of(read_period(text), lasts=lasts).sure
    return f"{found.earliest}/{found.latest}" if found else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2017-11/2017-12", "2017-11-01/2017-12-31"),
        ("2018-05", "2018-05-01/2018-05-31"),
        ("2017-07-01/2018-05-31", "2017-07-01/2018-05-31"),
        ("2018-23", ""),
        ("2018", ""),
        ("2018-05?", ""),
        ("2018-06/", "2018-06-01/2018-06-30"),
        ("/2018-06", "2018-06-01/2018-06-30"),
        ("2020/..", "2020-12-01/9999-12-31"),
    ],
)
def test_what_lasts_is_sure_in_whole_months(text: str, expected: str) -> None:
    """What a month names is certain to the month; what is vaguer than that is not."""
    assert sure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2018-01-31", "2018-01-31/2018-01-31"), ("2018-05", ""), ("2018-02/2018-03", "")],
)
def test_event_is_sure_on_its_day_alone(text: str, expected: str) -> None:
    """An event of a month is on one of its days, nobody knows which."""
    assert sure(text, lasts=False) == expected


def test_possible_days_and_open_ends() -> None:
    """The possible days are the widest reading; an unknown or open end is open."""
    extent = extent_of(read_period("2018-21/"), lasts=True)
    assert extent.possible == Span(DAY("2018-03-01"), dt.date.max)
    assert (extent.is_open_before, extent.is_open_after) == (False, True)
    assert extent_of(read_period("/2018"), lasts=True).is_open_before
    assert Extent(possible=span("2018-01-31", "2018-01-31")).is_one_day


def test_uncovered_days() -> None:
    """Days that no other span has are left, in order; a day between two is one of them."""
    year = span("2018-01-01", "2018-12-31")
    spring, autumn = span("2018-01-01", "2018-05-31"), span("2018-08-01", "2018-11-30")
    assert uncovered(year, [autumn, spring]) == (
        span("2018-06-01", "2018-07-31"),
        span("2018-12-01", "2018-12-31"),
    )
    assert uncovered(year, []) == (year,)
    assert uncovered(year, [Span(dt.date.min, dt.date.max)]) == ()
    assert uncovered(year, [span("2019-01-01", "2019-12-31")]) == (year,)
    assert uncovered(Span(DAY("2018-06-01"), dt.date.max), [year]) == (
        Span(DAY("2019-01-01"), dt.date.max),
    )

"""Texts of the EDTF profile, for properties to draw from."""

from __future__ import annotations

import calendar

from hypothesis import strategies as st

SEASONS = ("21", "22", "23", "24")
QUARTERS_AND_HALVES = ("33", "34", "35", "36", "40", "41")
LAST_YEAR = 9999

years = st.one_of(st.integers(2015, 2025), st.integers(1, LAST_YEAR))
months = st.integers(1, 12)
marks = st.sampled_from(["", "", "~", "?", "%"])
open_or_unknown = st.sampled_from(["..", ""])


@st.composite
def days(draw: st.DrawFn) -> str:
    """Draw a day that the calendar has."""
    year, month = draw(years), draw(months)
    day = draw(st.integers(1, calendar.monthrange(year, month)[1]))
    return f"{year:04}-{month:02}-{day:02}"


@st.composite
def parts_of_years(draw: st.DrawFn, codes: tuple[str, ...]) -> str:
    """Draw a season, a quarter or a half; the last winter ends outside the calendar."""
    year, code = draw(years), draw(st.sampled_from(codes))
    return f"{min(year, LAST_YEAR - 1):04}-{code}"


plain_years = years.map(lambda year: f"{year:04}")
plain_months = st.builds(lambda year, month: f"{year:04}-{month:02}", years, months)
calendar_dates = st.one_of(plain_years, plain_months, days())
unmarked = st.one_of(calendar_dates, parts_of_years(SEASONS + QUARTERS_AND_HALVES))
dates = st.builds(lambda date, mark: date + mark, unmarked, marks)
intervals = st.one_of(
    st.builds(lambda first, second: f"{first}/{second}", dates, st.one_of(dates, open_or_unknown)),
    st.builds(lambda first, second: f"{first}/{second}", open_or_unknown, dates),
)
periods = st.one_of(dates, intervals)

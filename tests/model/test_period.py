"""Periods: what the profile of EDTF means, to the day, and what it does not hold."""

from __future__ import annotations

import datetime as dt
import importlib
import warnings
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from statutory.model.period import (
    Period,
    PeriodPolicy,
    Span,
    UnreadablePeriodError,
    envelope,
    read_day,
    read_period,
)
from tests.model import texts

PROPERTY = settings(derandomize=True, deadline=None, max_examples=200)
SLOW = settings(derandomize=True, deadline=None, max_examples=60)
FIRST, LAST = "0001-01-01", "9999-12-31"


def span(earliest: str, latest: str) -> Span:
    """Return the days from one to another."""
    return Span(dt.date.fromisoformat(earliest), dt.date.fromisoformat(latest))


def is_readable(text: str) -> bool:
    """Say whether a text is a period of the profile."""
    try:
        read_period(text)
    except UnreadablePeriodError:
        return False
    return True


DATES = [
    ("2018", "2018-01-01", "2018-12-31"),
    ("2018-02", "2018-02-01", "2018-02-28"),
    ("2016-02", "2016-02-01", "2016-02-29"),
    ("2018-12", "2018-12-01", "2018-12-31"),
    ("2018-02-15", "2018-02-15", "2018-02-15"),
    ("2016-02-29", "2016-02-29", "2016-02-29"),
    ("2018-21", "2018-03-01", "2018-05-31"),
    ("2018-22", "2018-06-01", "2018-08-31"),
    ("2018-23", "2018-09-01", "2018-11-30"),
    ("2018-24", "2018-12-01", "2019-02-28"),
    ("2019-24", "2019-12-01", "2020-02-29"),
    ("2018-33", "2018-01-01", "2018-03-31"),
    ("2018-34", "2018-04-01", "2018-06-30"),
    ("2018-35", "2018-07-01", "2018-09-30"),
    ("2018-36", "2018-10-01", "2018-12-31"),
    ("2018-40", "2018-01-01", "2018-06-30"),
    ("2018-41", "2018-07-01", "2018-12-31"),
]
MARKED = [
    ("2018-02-15~", "2018-02-08", "2018-02-22"),
    ("2018-02~", "2018-01-01", "2018-03-31"),
    ("2018-21~", "2017-11-29", "2018-08-31"),
    ("2018-33~", "2017-10-01", "2018-07-01"),
    ("2018-40~", "2017-10-01", "2018-09-30"),
    ("2018~", "2016-12-31", "2020-01-01"),
]
EDGES = [
    (FIRST, FIRST, FIRST),
    (LAST, LAST, LAST),
    ("0001", FIRST, "0001-12-31"),
    ("9999", "9999-01-01", LAST),
    ("0001~", FIRST, "0003-01-01"),
    ("9999~", "9997-12-31", LAST),
    ("0001-01-03~", FIRST, "0001-01-10"),
    ("0001-01-08~", FIRST, "0001-01-15"),
    ("0001-01-09~", "0001-01-02", "0001-01-16"),
    ("9999-12-30~", "9999-12-23", LAST),
    ("9999-12-23~", "9999-12-16", "9999-12-30"),
    ("9998-24", "9998-12-01", "9999-02-28"),
    ("9998-24~", "9998-08-31", "9999-05-31"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), DATES + MARKED + EDGES)
def test_date_means_these_days(text: str, earliest: str, latest: str) -> None:
    """A date begins and ends on some day of exactly these."""
    days = span(earliest, latest)
    assert read_period(text) == Period(text, days, days)


@pytest.mark.parametrize(("text", "earliest", "latest"), MARKED)
@pytest.mark.parametrize("mark", "?%")
def test_every_mark_widens_alike(text: str, earliest: str, latest: str, mark: str) -> None:
    """Approximate, uncertain and both have the same margin."""
    days = span(earliest, latest)
    assert read_period(text.replace("~", mark)) == Period(text, days, days)


INTERVALS = [
    ("2018/2019", ("2018-01-01", "2018-12-31"), ("2019-01-01", "2019-12-31")),
    ("2018-02/2018-06", ("2018-02-01", "2018-02-28"), ("2018-06-01", "2018-06-30")),
    ("2018-02-15/2018", ("2018-02-15", "2018-02-15"), ("2018-01-01", "2018-12-31")),
    ("2018-21/2018-41", ("2018-03-01", "2018-05-31"), ("2018-07-01", "2018-12-31")),
    ("2018-02~/2018-06", ("2018-01-01", "2018-03-31"), ("2018-06-01", "2018-06-30")),
    ("2018-02/2018-06?", ("2018-02-01", "2018-02-28"), ("2018-05-01", "2018-07-31")),
    ("2018/..", ("2018-01-01", "2018-12-31"), (LAST, LAST)),
    ("../2018", (FIRST, FIRST), ("2018-01-01", "2018-12-31")),
    ("2018/", ("2018-01-01", "2018-12-31"), (FIRST, LAST)),
    ("/2018", (FIRST, LAST), ("2018-01-01", "2018-12-31")),
    ("2018-06/2018-02", ("2018-06-01", "2018-06-30"), ("2018-02-01", "2018-02-28")),
]


@pytest.mark.parametrize(("text", "start", "end"), INTERVALS)
def test_interval_has_two_ends(text: str, start: tuple[str, str], end: tuple[str, str]) -> None:
    """An interval begins and ends on some days of its own ends; open is not unknown."""
    assert read_period(text) == Period(text, span(*start), span(*end))


UNREADABLE = [
    *("", " ", "/", "..", "../..", "../", "/..", "//", "x"),
    *("18", "201", "20180", "-2018", "+2018", "Y12018", "201X", "2018-XX", "0000"),
    *("2018-2", "2018-", "2018-00", "2018-13", "2018-20", "2018-25", "2018-32", "2018-37"),
    *("2018-39", "2018-42", "2018-99", "2018-021", "201802", "2018.02", "2018_02"),
    *("2018-02-3", "2018-02-00", "2018-02-29", "2018-02-30", "2018-04-31", "2018-13-01"),
    *("2018-21-01", "2018-00-00", "20180215", "2018-02-15T10:00:00", "2018-02-151"),
    *(" 2018", "2018 ", "2018\n", "\t2018", "2018 -02", "2018\u00a0", "\ufeff2018"),
    *("2018~~", "2018?~", "~2018", "2018~-02", "2018-~02", "~", "2018!", "2018*"),
    *("2018/2019/2020", "2018//2019", "2018 / 2019", "2018/x", "x/2018", "x/", "../x"),
    *("2018/2018-13", "2018-02-30/2019", "2018\u20132019", "2018..2019", "2018../2019"),
    *("[2018,2019]", "{2018}", "..~/2018", "2018/..~", "9999-24", "0000-12-31/2018"),
    *("\u0662\u0660\u0661\u0668", "2018-\u0660\u0662", "\uff12\uff10\uff11\uff18"),
    *("11/2017", "5\u20136/2019", "1.7.2017", "kev\u00e4t 2018", "noin 2018", "2018 alkaen"),
]


@pytest.mark.parametrize("text", UNREADABLE, ids=ascii)
def test_text_outside_the_profile_is_unreadable(text: str) -> None:
    """It is refused with the end that cannot be read, and refused again when asked again."""
    for _ in range(2):
        with pytest.raises(UnreadablePeriodError) as caught:
            read_period(text)
        first, _, second = text.partition("/")
        assert str(caught.value) in {text, first, second}


def test_policy_sets_seasons_and_margins() -> None:
    """A community with seasons and margins of its own reads by them."""
    policy = PeriodPolicy(seasons=((1, 3), (4, 6), (7, 9), (11, 13)), margins=(1, 2, 3, 4))
    assert read_period("2018-21", policy).start == span("2018-01-01", "2018-03-31")
    assert read_period("2018-24", policy).start == span("2018-11-01", "2019-01-31")
    assert read_period("2018-05-10~", policy).start == span("2018-05-09", "2018-05-11")
    assert read_period("2018-05~", policy).start == span("2018-04-29", "2018-06-02")
    assert read_period("2018-22~", policy).start == span("2018-03-29", "2018-07-03")
    assert read_period("2018~", policy).start == span("2017-12-28", "2019-01-04")
    assert read_period("2018-21").start == span("2018-03-01", "2018-05-31")


REVERSED = [
    ("2018-02/2018-06", False, "in order"),
    ("2018-06/2018-02", True, "out of order"),
    ("2018-02/2018-02", False, "it may begin and end within the month"),
    ("2018-02-28/2018-02", False, "it may end on the last day of the month"),
    ("2018-03-01/2018-02", True, "the month is over"),
    ("2018-02-15/2018-02-15", False, "one day"),
    ("2018-02-15/2018-02-14", True, "a day too early"),
    ("2018-02-21/2018-02-14~", False, "the margin reaches the day"),
    ("2018-02-22/2018-02-14~", True, "the margin ends a day before"),
    ("2018-02-22?/2018-02-14~", False, "both margins together reach"),
    ("2019-01-02/2017?", True, "the margin of a year ends a day before"),
    ("2018-24/2018-12", False, "winter begins in December"),
    ("2018-24/2018-11", True, "winter begins in December"),
    ("2018-41/2018-40", True, "the first half is before the second"),
    ("2018/..", False, "an open end is the last day there is"),
    ("../2018", False, "an open beginning is the first day there is"),
    ("2018/", False, "an unknown end can be any day"),
    ("/2018", False, "an unknown beginning can be any day"),
    (f"{LAST}/..", False, "the last day is not before itself"),
    (f"../{FIRST}", False, "the first day is not before itself"),
    ("2018-02", False, "a date is not reversed"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), REVERSED)
def test_reversed_only_where_every_reading_is(text: str, *, expected: bool, reason: str) -> None:
    """A period is reversed only where no reading of its ends puts them in order."""
    assert read_period(text).is_reversed is expected, reason


PRECEDING = [
    ("2018-01", "2018-02", True, "in order"),
    ("2018-02", "2018-01", False, "out of order"),
    ("2018-02", "2018-02", True, "one month holds both"),
    ("2018-02-15", "2018-02-15", True, "it may end on the day that the other begins"),
    ("2018-02-16", "2018-02-15", False, "a day too late"),
    ("2018-02-16", "2018-02-15~", True, "the other may begin later"),
    ("2018-02-22", "2018-02-15~", True, "the margin reaches the day"),
    ("2018-02-23", "2018-02-15~", False, "the margin ends a day before"),
    ("2018-02-23~", "2018-02-15", False, "its own margin ends a day after"),
    ("2018-02-22~", "2018-02-15", True, "its own margin reaches the day"),
    ("2018-01/2018-06", "2018-03", False, "it ends in June at the earliest"),
    ("2018-01/2018-06", "2018-06-01", True, "it may end on the first of June"),
    ("2018-01/2018-06", "2018-05/2018-12", False, "the other begins in May at the latest"),
    ("2018", "2018-01-01", True, "the year may mean its first day"),
    ("2018-01/..", "2019", False, "what never ends precedes nothing"),
    ("2018-01/..", "9999", True, "but for the last day there is"),
    ("2018-01/", "2019", True, "an unknown end may be early enough"),
    ("2018", "/2019", True, "an unknown beginning may be late enough"),
    ("2018", "../2019", False, "nothing is before a beginning at the first day"),
    ("../2018", "2019", True, "only its end counts"),
]


@pytest.mark.parametrize(("first", "second", "expected", "reason"), PRECEDING)
def test_precedes_where_some_reading_does(
    first: str, second: str, *, expected: bool, reason: str
) -> None:
    """A period can precede another where some reading of both ends allows it."""
    assert read_period(first).can_precede(read_period(second)) is expected, reason


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2018-06/", "2017"),
        ("2018-06-15/2018-06", "2018-06-10"),
        ("2018-06", "/2017"),
        ("2018-06-20", "2018-06/2018-06-15"),
    ],
)
def test_no_reading_ends_before_it_begins(first: str, second: str) -> None:
    """An end no earlier than its own beginning is too late in every reading."""
    assert not read_period(first).can_precede(read_period(second))


OVERLAPPING = [
    ("2018-02", "2018-02", True, "one month"),
    ("2018-02", "2018-03", False, "no day in common"),
    ("2018-02/2018-06", "2018-06/2018-12", True, "June may hold both"),
    ("2018-02/2018-05", "2018-06/2018-12", False, "a month ends where the next begins"),
    ("2018-02-15", "2018-02-15", True, "the day itself"),
    ("2018-02-15", "2018-02-16", False, "a day later"),
    ("2018-02-15~", "2018-02-22", True, "the margin reaches the day"),
    ("2018-02-15~", "2018-02-23", False, "the margin ends a day before"),
    ("2018-02~", "2018-03-31", True, "likewise with a month"),
    ("2021-07-01/..", "2018", False, "not yet in force"),
    ("2021-07-01/..", "2024-05", True, "until further notice"),
    ("2021-07-01/..", "2018/..", True, "both go on"),
    ("../2018", "2019", False, "over"),
    ("../2018", "1995", True, "it has always been"),
    ("2018/", "2030", True, "an unknown end may be late enough"),
    ("2018/", "2017", False, "no end is before its beginning"),
    ("/2018", "1995", True, "an unknown beginning may be early enough"),
    ("/2018", "2019", False, "no beginning is after its end"),
]


@pytest.mark.parametrize(("first", "second", "expected", "reason"), OVERLAPPING)
def test_overlaps_where_some_reading_does(
    first: str, second: str, *, expected: bool, reason: str
) -> None:
    """Two periods can overlap where some reading gives them a day in common."""
    one, other = read_period(first), read_period(second)
    assert one.can_overlap(other) is expected, reason
    assert other.can_overlap(one) is expected, reason


CONTAINING = [
    ("2018", "2018-06", True, "a month of the year"),
    ("2018", "2018", True, "the year itself"),
    ("2018-06", "2018", True, "the year may mean some days of June"),
    ("2018-01/2018-12", "2019-02", False, "after it"),
    ("2018-01/2018-12", "2017-11/2018-02", False, "it begins before"),
    ("2018-01/2018-12", "2018-11/2019-01", False, "it ends after"),
    ("2017-11/2019-06", "2019-05/2019-06", True, "up to its last month"),
    ("2018-01/2018-12", "2018-12/2019~", True, "the margin reaches back"),
    ("2018-01/2018-06", "2018-07~", True, "likewise with a month"),
    ("2018-01/2018-06", "2018-08~", False, "the margin ends a day after"),
    ("2018-01/2018-06~", "2018-07", True, "its own margin reaches the month"),
    ("2018-01/2018-06", "2018-03/..", False, "it goes on until further notice"),
    ("2018-01/2018-06", "2018-03/", True, "an unknown end may be early enough"),
    ("2018-01/2018-06", "2018-07/", False, "no end is before its beginning"),
    ("2018-01/2018-06", "/2018-03", True, "an unknown beginning may be late enough"),
    ("2018-01/2018-06", "/2017-12", False, "no beginning is after its end"),
    ("2018-01/2018-06", "../2018-03", False, "it has always been"),
    ("2018-01/..", "2018-03/..", True, "both go on"),
    ("2018-01/", "2018-03/..", True, "its unknown end may be as late"),
    ("/2019-12", "/2017-12-31", True, "both begin on unknown days"),
    ("2018-21/", "2018-03/2030", True, "spring begins in March"),
    ("2018-21/", "2018-02", False, "spring begins in March"),
]


@pytest.mark.parametrize(("whole", "part", "expected", "reason"), CONTAINING)
def test_contains_where_some_reading_does(
    whole: str, part: str, *, expected: bool, reason: str
) -> None:
    """A period can contain another where some reading of both ends allows it."""
    assert read_period(whole).can_contain(read_period(part)) is expected, reason


OVER = [
    ("2017", "2018-01-01", True, "the year is out"),
    ("2018", "2018-12-31", False, "on its last day it is not over"),
    ("2018-02-15", "2018-02-15", False, "nor on the day itself"),
    ("2018-02-15", "2018-02-16", True, "but on the day after"),
    ("2018-02-15~", "2018-02-22", False, "the margin reaches the day"),
    ("2018-02-15~", "2018-02-23", True, "the margin ends a day before"),
    ("2017/..", "2099-01-01", False, "what goes on is never over"),
    ("2017/", "2099-01-01", False, "nor is what ends on an unknown day"),
    ("../2017", "2018-01-01", True, "only its end counts"),
    ("/2017", "2018-01-01", True, "likewise"),
]


@pytest.mark.parametrize(("text", "day", "expected", "reason"), OVER)
def test_is_over_only_where_every_reading_is(
    text: str, day: str, *, expected: bool, reason: str
) -> None:
    """A period is over on a day if it has ended before, however it is read."""
    assert read_period(text).is_over(dt.date.fromisoformat(day)) is expected, reason


_DAYS = tuple(dt.date(2018, 1, 1) + dt.timedelta(days=n) for n in range(6))
_spans = st.builds(
    lambda ends: Span(*sorted(ends)), st.tuples(st.sampled_from(_DAYS), st.sampled_from(_DAYS))
)
_small_periods = st.builds(Period, st.just(""), _spans, _spans)


def readings(period: Period) -> list[tuple[dt.date, dt.date]]:
    """Return every reading of a period: its first and last day, in this order."""
    return [
        (start, end)
        for start in _DAYS
        for end in _DAYS
        if period.start.earliest <= start <= period.start.latest
        and period.end.earliest <= end <= period.end.latest
        and start <= end
    ]


@PROPERTY
@given(_small_periods, _small_periods)
def test_comparisons_are_the_weakest_readings(one: Period, other: Period) -> None:
    """Each comparison says of two periods what some pair of their readings makes true."""
    pairs = [(first, second) for first in readings(one) for second in readings(other)]
    assert one.can_precede(other) is any(a[1] <= b[0] for a, b in pairs)
    assert one.can_overlap(other) is any(a[0] <= b[1] and b[0] <= a[1] for a, b in pairs)
    assert one.can_miss(other) is any(a[1] < b[0] or b[1] < a[0] for a, b in pairs)
    assert one.can_contain(other) is any(a[0] <= b[0] and b[1] <= a[1] for a, b in pairs)


@PROPERTY
@given(_small_periods, st.sampled_from(_DAYS))
def test_reversed_and_over_are_true_of_every_reading(period: Period, day: dt.date) -> None:
    """What has no reading is reversed; what is over ends before the day in each."""
    assert period.is_reversed is (not readings(period))
    assume(not period.is_reversed)
    assert period.is_over(day) is all(end < day for _, end in readings(period))


ENVELOPES = [
    (["2018-02"], "2018-02"),
    (["2018-02", "2018-02"], "2018-02"),
    (["2018", "2019"], "2018/2019"),
    (["2019", "2018"], "2018/2019"),
    (["2018-02/2018-06", "2017-11"], "2017-11/2018-06"),
    (["2018-02/2018-06", "2018-03/2018-04"], "2018-02/2018-06"),
    (["2018-02/2018-06", "2018-07/.."], "2018-02/.."),
    (["../2018", "2019"], "../2019"),
    (["2018", "2018-06-15"], "2018"),
    (["2018-02", "2018-05~", "2018-03"], "2018-02/2018-05~"),
]


@pytest.mark.parametrize(("parts", "text"), ENVELOPES)
def test_envelope_is_named_by_its_ends(parts: list[str], text: str) -> None:
    """The envelope is called by the first beginning and the last end."""
    assert envelope([read_period(part) for part in parts]).text == text


def test_envelope_has_the_days_of_all() -> None:
    """Each bound is that of the part that is first or last, not of one part alone."""
    whole = envelope([read_period(text) for text in ("2018~", "2018-01-15/2018-03", "2018-02")])
    assert whole.start == span("2016-12-31", "2018-01-15")
    assert whole.end == span("2018-03-01", "2020-01-01")


@PROPERTY
@given(texts.periods)
def test_reading_depends_on_the_text_alone(text: str) -> None:
    """A text reads the same with and without what was remembered."""
    remembered = read_period(text)
    anew = read_period.__wrapped__(text)
    assert (remembered, remembered.text) == (anew, text)


@PROPERTY
@given(texts.periods)
def test_spans_are_in_order(text: str) -> None:
    """No end of a period has its last day before its first."""
    period = read_period(text)
    assert period.start.earliest <= period.start.latest
    assert period.end.earliest <= period.end.latest


@PROPERTY
@given(texts.dates, texts.dates)
def test_interval_has_the_spans_of_its_ends(first: str, second: str) -> None:
    """Reading an interval is reading its ends."""
    interval = read_period(f"{first}/{second}")
    assert interval.start == read_period(first).start
    assert interval.end == read_period(second).end


@PROPERTY
@given(texts.unmarked, st.sampled_from("~?%"))
def test_marks_only_widen(date: str, mark: str) -> None:
    """A mark takes no day away, and adds some unless the calendar ends."""
    plain, marked = read_period(date).start, read_period(date + mark).start
    assert marked.earliest <= plain.earliest
    assert marked.latest >= plain.latest
    assert marked != plain


_near = st.sampled_from([text for text, *_ in DATES + MARKED])
_near_periods = _near | st.builds("{}/{}".format, _near, _near | texts.open_or_unknown)


@PROPERTY
@given(_near_periods, _near_periods)
def test_overlapping_uncertainty_is_no_disorder(first: str, second: str) -> None:
    """Where one's end and the other's beginning can be one day, it can precede."""
    one, other = read_period(first), read_period(second)
    earliest = max(one.start.earliest, one.end.earliest, other.start.earliest)
    latest = min(one.end.latest, other.start.latest, other.end.latest)
    assume(not one.is_reversed and not other.is_reversed and earliest <= latest)
    assert one.can_precede(other)


@PROPERTY
@given(texts.dates, texts.dates)
def test_of_two_dates_one_can_precede(first: str, second: str) -> None:
    """Time is a line: two dates cannot both be too late for the other."""
    one, other = read_period(first), read_period(second)
    assert one.can_precede(other) or other.can_precede(one)


@PROPERTY
@given(st.lists(texts.periods, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_envelope_does_not_depend_on_order(parts: list[str], random: object) -> None:
    """Shuffled parts give the same days and the same name."""
    shuffled = sorted(parts, key=lambda _: random.random())  # type: ignore[attr-defined]
    whole, again = (envelope([read_period(text) for text in some]) for some in (parts, shuffled))
    assert (whole, whole.text) == (again, again.text)


@PROPERTY
@given(st.lists(texts.periods, min_size=1, max_size=4))
def test_envelope_is_as_wide_as_its_name_says(parts: list[str]) -> None:
    """Its name reads to its first and last day, unless it is open at both ends."""
    whole = envelope([read_period(text) for text in parts])
    if not set(whole.text.split("/")) <= {"", ".."}:
        named = read_period(whole.text)
        assert named.start.earliest == whole.start.earliest
        assert named.end.latest == whole.end.latest


# The library edtf as the oracle of syntax ------------------------------------------------


@pytest.fixture(scope="module")
def is_edtf() -> Callable[[str], bool]:
    """Return the library's word on whether a text is EDTF; its import warns of itself."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        library = importlib.import_module("edtf")

    def accepts(text: str) -> bool:
        try:
            return library.parse_edtf(text) is not None
        except library.EDTFParseException:
            return False

    return accepts


_LIBRARY_DATES = st.builds(
    lambda date, mark: date + mark, texts.calendar_dates, texts.marks
) | texts.parts_of_years(texts.SEASONS)
_LIBRARY_INTERVALS = st.one_of(
    st.builds(lambda a, b: f"{a}/{b}", _LIBRARY_DATES, _LIBRARY_DATES | texts.open_or_unknown),
    st.builds(lambda a, b: f"{a}/{b}", texts.open_or_unknown, _LIBRARY_DATES),
)


@SLOW
@given(
    text=st.one_of(
        _LIBRARY_DATES, texts.parts_of_years(texts.QUARTERS_AND_HALVES), _LIBRARY_INTERVALS
    )
)
def test_what_the_profile_holds_is_edtf(is_edtf: Callable[[str], bool], text: str) -> None:
    """The library reads what the profile reads, but for what is wider by design."""
    assert is_readable(text)
    assert is_edtf(text)


NEITHER = [
    *("", "x", "/", "..", "18", "201", "20180", "2018-2", "2018-", "2018-00", "2018-13"),
    *("2018-42", "2018-99", "2018-02-3", "2018-02-00", "2018-02-30", "2018-04-31"),
    *("2018-21-01", "2018-1-1", "2018--05", "2018~~", "2018?~", "2018..", "open"),
    *("2018/2019/2020", "2018/x", "2018\u20132019", "\u0662\u0660\u0661\u0668"),
    *("1.7.2017", "5/2019", "noin 2018", "2018-02-30/2019", "2018/2018-13"),
]


@pytest.mark.parametrize("text", NEITHER, ids=ascii)
def test_what_is_no_edtf_is_not_of_the_profile(is_edtf: Callable[[str], bool], text: str) -> None:
    """Neither the library nor the profile reads it."""
    assert (is_edtf(text), is_readable(text)) == (False, False)


WIDER = [
    ("2018-21~", "sources say 'about spring'; the library takes no mark behind a season"),
    ("2018-33?", "likewise behind a quarter"),
    ("2018-40%", "likewise behind a half"),
    ("2018-33/2018-34", "the library has quarters in level 2, intervals in level 1"),
    ("2018-40/..", "likewise with an open end"),
]
NARROWER = [
    ("0000", "the calendar of Python begins with the year 1"),
    ("2018-02-29", "the library does not know leap years"),
    ("9999-24", "the last winter ends outside the calendar"),
    ("2018-25", "seasons of the hemispheres: no source names one"),
    ("2018-37", "quadrimesters: no source names one"),
    ("../..", "says nothing about time"),
    (" 2018", "the library strips; the content is to be exact"),
    ("2018\n", "likewise"),
    ("2018 / 2019", "likewise within an interval"),
    ("-2018", "no strategy is that old"),
    ("Y12018", "nor that far"),
    ("2018-05-06T10:00:00", "no statute sets an hour"),
    ("201X", "write an interval"),
    ("~2018", "a mark stands behind the date"),
    ("2018~-05", "a mark speaks of the whole date"),
    ("[2018,2019]", "one item has one time"),
]


@pytest.mark.parametrize(("text", "reason"), WIDER)
def test_profile_is_wider_by_design(is_edtf: Callable[[str], bool], text: str, reason: str) -> None:
    """The profile reads what the library does not, for a reason."""
    assert (is_edtf(text), is_readable(text)) == (False, True), reason


@pytest.mark.parametrize(("text", "reason"), NARROWER)
def test_profile_is_narrower_by_design(
    is_edtf: Callable[[str], bool], text: str, reason: str
) -> None:
    """The profile leaves out what the library reads, for a reason."""
    assert (is_edtf(text), is_readable(text)) == (True, False), reason


@pytest.mark.parametrize(
    ("text", "first_end", "last_start"),
    [
        ("2018-02-15", "2018-02-15", "2018-02-15"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-02/2018-06", "2018-06-01", "2018-02-28"),
        ("2018-06/2018", "2018-06-01", "2018-06-30"),
        ("2018/2018-06", "2018-06-01", "2018-06-30"),
        ("2018-02/", "2018-02-01", "2018-02-28"),
        ("/2018-02", "2018-02-01", "2018-02-28"),
        ("2018-02/..", "9999-12-31", "2018-02-28"),
        ("../2018-02", "2018-02-01", "0001-01-01"),
    ],
)
def test_ends_are_bound_by_each_other(text: str, first_end: str, last_start: str) -> None:
    """No reading ends before it begins, so one end narrows the other."""
    period = read_period(text)
    days = (period.first_end.isoformat(), period.last_start.isoformat())
    assert days == (first_end, last_start)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2018-01-31", dt.date(2018, 1, 31)),
        ("2018-02-29", None),
        ("2018-1-5", None),
        ("20180131", None),
        ("2018-W05-3", None),
        ("2018-01", None),
        (" 2018-01-31", None),
        ("\u0662\u0660\u0661\u0668-01-31", None),
        ("", None),
    ],
)
def test_day_is_read_in_one_form(text: str, day: dt.date | None) -> None:
    """Only a day of the calendar, written out, is one."""
    assert read_day(text) == day

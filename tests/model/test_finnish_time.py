"""Finnish notation and EDTF, in both directions."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statutory.model.finnish_time import edtf_of, finnish_of, readings_of
from statutory.model.period import UnreadablePeriodError, read_period
from tests.model import texts

PROPERTY = settings(derandomize=True, deadline=None, max_examples=300)
SHAPE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?|\.\.")


def is_readable(text: str) -> bool:
    """Say whether a text is a period of the profile."""
    try:
        read_period(text)
    except UnreadablePeriodError:
        return False
    return True


BOTH_WAYS = [
    ("2018", "2018"),
    ("5/2019", "2019-05"),
    ("12/2018", "2018-12"),
    ("1.7.2017", "2017-07-01"),
    ("31.12.2017", "2017-12-31"),
    ("kevät 2018", "2018-21"),
    ("kesä 2018", "2018-22"),
    ("syksy 2018", "2018-23"),
    ("talvi 2018", "2018-24"),
    ("2018–2021", "2018/2021"),
    ("5–6/2019", "2019-05/2019-06"),
    ("11/2017–2/2018", "2017-11/2018-02"),
    ("1.7.2017–31.8.2017", "2017-07-01/2017-08-31"),
    ("kevät 2018–kesä 2018", "2018-21/2018-22"),
    ("2018–5/2019", "2018/2019-05"),
    ("2018–noin 2021", "2018/2021~"),
    ("noin 2018", "2018~"),
    ("noin 5/2018", "2018-05~"),
    ("noin 1.7.2017", "2017-07-01~"),
    ("noin kevät 2018", "2018-21~"),
    ("2018 alkaen", "2018/.."),
    ("5/2018 alkaen", "2018-05/.."),
    ("1.7.2017 alkaen", "2017-07-01/.."),
    ("kevät 2018 alkaen", "2018-21/.."),
]


@pytest.mark.parametrize(("finnish", "edtf"), BOTH_WAYS)
def test_canonical_form_goes_both_ways(finnish: str, edtf: str) -> None:
    """What pages show is what authors may write."""
    assert (edtf_of(finnish), finnish_of(edtf)) == (edtf, finnish)


WRITTEN = [
    ("05/2019", "2019-05"),
    ("01.07.2017", "2017-07-01"),
    ("5-6/2019", "2019-05/2019-06"),
    ("5 – 6/2019", "2019-05/2019-06"),
    ("5—6/2019", "2019-05/2019-06"),
    ("2018-2021", "2018/2021"),
    ("2018 - 2021", "2018/2021"),
    ("1.–15.7.2017", "2017-07-01/2017-07-15"),
    ("1.7.–31.8.2017", "2017-07-01/2017-08-31"),
    ("12/2017 – 2/2018", "2017-12/2018-02"),
    ("  Kevät   2018 ", "2018-21"),
    ("NOIN 2018", "2018~"),
    ("n. 2018", "2018~"),
    ("n. 5/2018", "2018-05~"),
    ("2018 lähtien", "2018/.."),
    ("keväällä 2018", "2018-21"),
    ("kesällä 2018", "2018-22"),
    ("syksyllä 2018", "2018-23"),
    ("talvella 2018", "2018-24"),
    ("keväällä 2018 – elokuussa 2018", "2018-21/2018-08"),
    ("tammikuu 2018", "2018-01"),
    ("helmikuussa 2018", "2018-02"),
    ("maaliskuun 2018", "2018-03"),
    ("huhtikuu 2018", "2018-04"),
    ("toukokuu 2018", "2018-05"),
    ("kesäkuu 2018", "2018-06"),
    ("heinäkuu 2018", "2018-07"),
    ("elokuu 2018", "2018-08"),
    ("syyskuu 2018", "2018-09"),
    ("lokakuu 2018", "2018-10"),
    ("marraskuu 2018", "2018-11"),
    ("joulukuu 2018", "2018-12"),
    ("noin kesäkuu 2018", "2018-06~"),
    ("joulukuu 2018 alkaen", "2018-12/.."),
    ("2018-6", "2018-06"),
    ("2018-1-1", "2018-01-01"),
    ("2018-12-1", "2018-12-01"),
    ("2018-02 / 2018-06", "2018-02/2018-06"),
    ("2018-2/2018-6", "2018-02/2018-06"),
    ("2018-02–2018-06", "2018-02/2018-06"),
    ("2018-02 - 2018-06", "2018-02/2018-06"),
    ("20180201", "2018-02-01"),
    ("Q3/2026", "2026-35"),
    ("2018 Q1", "2018-33"),
    ("2018Q4", "2018-36"),
    ("q2 2018", "2018-34"),
    ("2. vuosineljännes 2018", "2018-34"),
    ("helmi–kesäkuu 2018", "2018-02/2018-06"),
    ("helmi-kesäkuussa 2018", "2018-02/2018-06"),
    ("Helmikuu – kesäkuu 2018", "2018-02/2018-06"),
    ("touko–kesäkuu 2018", "2018-05/2018-06"),
    ("30.4.2018 mennessä", "../2018-04-30"),
    ("31.12.2018 mennessä", "../2018-12-31"),
    ("31.12.2018 asti", "../2018-12-31"),
    ("huhtikuuhun 2018 mennessä", "../2018-04"),
    ("huhtikuun 2018 loppuun mennessä", "../2018-04"),
    ("vuoden 2018 loppuun mennessä", "../2018"),
    ("vuoteen 2020 mennessä", "../2020"),
    ("5. helmikuuta 2018", "2018-02-05"),
    ("5.helmikuuta 2018", "2018-02-05"),
    ("5.–7. helmikuuta 2018", "2018-02-05/2018-02-07"),
    ("kesään 2019 mennessä", "../2019-22"),
    ("kevääseen 2019 mennessä", "../2019-21"),
    ("2018-02/open", "2018-02/.."),
    ("1.2.2018/toistaiseksi", "2018-02-01/.."),
    ("alkuvuosi 2019", "2019-40"),
    ("loppuvuonna 2019", "2019-41"),
    ("\u200e2018", "2018"),
    ("2018-02\u201115", "2018-02-15"),
    ("\uff12\uff10\uff11\uff18", "2018"),
    ("2018-19", "2018/2019"),
    ("2018/19", "2018/2019"),
    ("2018/06", "2018-06"),
    ("2018–02", "2018-02"),
]


@pytest.mark.parametrize(("finnish", "edtf"), WRITTEN)
def test_other_ways_to_write_are_understood(finnish: str, edtf: str) -> None:
    """Authors write in more ways than pages show."""
    assert edtf_of(finnish) == edtf
    assert is_readable(edtf)


@pytest.mark.parametrize(
    ("written", "readings"),
    [
        ("2009/10", ("2009-10", "2009/2010")),
        ("2009–10", ("2009-10", "2009/2010")),
        ("2/3/2018", ("2018-03-02", "2018-02-03")),
        ("2018–21", ("2018/2021",)),
        ("2018/01", ("2018-01",)),
        ("19/2018", ()),
        ("viikko 5", ()),
    ],
)
def test_all_readings_are_told(written: str, readings: tuple[str, ...]) -> None:
    """Which of several readings is meant only the author knows."""
    assert readings_of(written) == (readings)
    assert edtf_of(written) == (readings[0] if len(readings) == 1 else "")


SHOWN = [
    ("2018-33", "1. neljännes 2018"),
    ("2018-34", "2. neljännes 2018"),
    ("2018-35", "3. neljännes 2018"),
    ("2018-36", "4. neljännes 2018"),
    ("2018-40", "alkuvuosi 2018"),
    ("2018-41", "loppuvuosi 2018"),
    ("2018?", "ehkä 2018"),
    ("2018-05%", "ehkä noin 5/2018"),
    ("../2018", "2018 asti"),
    ("/2018-05", "5/2018 asti (alku ei tiedossa)"),
    ("2018/", "2018 alkaen (loppu ei tiedossa)"),
    ("2018~/..", "noin 2018 alkaen"),
    ("2018-05~/2018-06", "noin 5/2018–6/2018"),
    ("2018-05/2018-05", "5–5/2018"),
    ("2018/2018-05", "2018–5/2018"),
]


@pytest.mark.parametrize(("edtf", "finnish"), SHOWN)
def test_page_shows_the_whole_profile(edtf: str, finnish: str) -> None:
    """Pages have words for what authors write in EDTF only."""
    assert finnish_of(edtf) == finnish


UNKNOWN = [
    *("", " ", "joskus", "noin", "noin ", "alkaen", " alkaen", "n.2018", "noin joskus"),
    *("joskus alkaen", "viikko 40/2018", "vko 40/2018", "1.7.17", "1.7.", "7/18", "18"),
    *("keväänä 2018", "kevätkuu 2018", "helmikuu", "kevät"),
    *("noin 5–6/2019", "5–6/2019 alkaen", "2018–2021 alkaen", "noin 2018–2021"),
    *("2018–", "–2018", "2018–2019–2020", "5–6–7/2019", "5/2019/2020", "1.7.2017 klo 10"),
    *("2018-05", "2018-05-01", "2018/2019", "2018/..", "201", "20180", "1.7.20170", "100/2018"),
    *("2018 alkaen lähtien", "alkaen 2018", "2018 noin"),
]


@pytest.mark.parametrize("text", UNKNOWN, ids=ascii)
def test_unknown_notation_gives_nothing(text: str) -> None:
    """No guess is offered for what is not understood whole."""
    assert edtf_of(text) == ""


_year = texts.years.filter(lambda year: year < 9999).map("{:04}".format)
_month = texts.months.map(str)
_day = texts.days().map(finnish_of)
_date = st.one_of(
    _year,
    st.builds("{}/{}".format, _month, _year),
    _day,
    st.builds("{} {}".format, st.sampled_from(["kevät", "kesä", "syksy", "talvi"]), _year),
)
_other_years = st.tuples(_year, _year).filter(lambda pair: pair[0] != pair[1])
canonical = st.one_of(
    _date,
    _date.map("noin {}".format),
    _date.map("{} alkaen".format),
    st.builds("{}–{}".format, _year, _year),
    st.builds("{}–{}/{}".format, _month, _month, _year),
    st.builds(lambda a, b, y: f"{a}/{y[0]}–{b}/{y[1]}", _month, _month, _other_years),
    st.builds("{}–{}".format, _day, _day),
)


@PROPERTY
@given(canonical)
def test_canonical_notation_comes_back(text: str) -> None:
    """EDTF keeps all that canonical notation says."""
    assert finnish_of(edtf_of(text)) == text


_numbers = st.integers(0, 99).map(str)
_four = st.integers(0, 9999).map("{:04}".format)
_any_date = st.one_of(
    _four,
    st.builds("{}/{}".format, _numbers, _four),
    st.builds("{}.{}.{}".format, _numbers, _numbers, _four),
    st.builds("{} {}".format, st.sampled_from(["kevät", "talvi", "kesäkuu"]), _four),
)
_tails = st.sampled_from(["", " alkaen", " lähtien", "–2018", "–6/2019", "–1.7.2017"])
written = st.builds(
    "{}{}{}".format, st.sampled_from(["", "", "noin ", "n. ", "5–", "1.–"]), _any_date, _tails
)


@PROPERTY
@given(written)
def test_edtf_form_is_readable_but_for_days_that_no_calendar_has(text: str) -> None:
    """What is offered is of the profile; only its numbers can be wrong."""
    edtf = edtf_of(text)
    ends = edtf.split("/") if edtf else []
    assert [end for end in ends if not SHAPE.fullmatch(end)] == []
    outside = [end for end in ends if end != ".." and not is_readable(end)]
    assert edtf == "" or is_readable(edtf) or outside != []


@PROPERTY
@given(st.text(st.sampled_from("0123456789./–- noinalkaekesäuu~?%²"), max_size=24))
def test_any_text_has_an_answer(text: str) -> None:
    """Nonsense gives nothing or a text of the shape of EDTF, never an error."""
    ends = edtf_of(text).split("/")
    assert [end for end in ends if end and not SHAPE.fullmatch(end)] == []


@PROPERTY
@given(texts.periods)
def test_page_shows_no_edtf_codes(text: str) -> None:
    """Neither the codes nor the marks nor the slash between ends are left on a page."""
    shown = finnish_of(text)
    assert re.search(r"[~?%]|\.\.|\d{4}-\d|\d/$|^/", shown) is None


@pytest.mark.parametrize("text", ["13/2018", "21/2018", "24/2018", "33/2018", "40/2018", "41/2018"])
def test_number_above_twelve_is_no_month_and_no_season(text: str) -> None:
    """Week 40 of 2018 is not offered as the first half of the year."""
    assert not is_readable(edtf_of(text))


@pytest.mark.parametrize("text", ["21–22/2018", "5/2018–40/2018", "40/2018 alkaen", "noin 40/2018"])
def test_number_above_twelve_is_no_month_in_longer_forms(text: str) -> None:
    """Nor in a range, with a mark or with an open end."""
    assert not is_readable(edtf_of(text))


@pytest.mark.parametrize("text", ["noin noin 2018", "n. noin 2018", "noin n. 5/2018"])
def test_double_mark_is_not_offered(text: str) -> None:
    """Two words for one mark give no EDTF that cannot be read."""
    assert edtf_of(text) in {"", "2018~", "2018-05~"}


_ARABIC, _WIDE = (
    {ord(str(digit)): zero + digit for digit in range(10)} for zero in (0x0660, 0xFF10)
)
FOREIGN_DIGITS = [
    text.translate(digits)
    for text in ("2018", "5/2018", "1.7.2017", "kevät 2018", "2018–2021")
    for digits in (_ARABIC, _WIDE)
]


@pytest.mark.parametrize("text", FOREIGN_DIGITS, ids=ascii)
def test_foreign_digits_are_not_offered_as_edtf(text: str) -> None:
    """Digits other than European ones give no EDTF that cannot be read."""
    edtf = edtf_of(text)
    assert edtf == "" or is_readable(edtf)


def test_endless_repetition_is_unknown_notation() -> None:
    """A text of any length has an answer."""
    assert edtf_of("noin " * 5000 + "2018") == ""


OUTSIDE = [
    *("", "..", "-", "--", "~", "/", "../..", "../", "/..", "x", "x~", "a/b", "a-b", "a-b-c"),
    *("touko-kesä-2019", "2018-²", "2018-13", "2018-99", "2018-02-30", "2018-02-xx", "2018-"),
    *("2018/2019/2020", "2018/x", "x/..", "../x", "18", "1.7.2017", "5–6/2019", "2018-2-3"),
]


@pytest.mark.parametrize("text", OUTSIDE, ids=ascii)
def test_text_outside_the_profile_is_shown_as_written(text: str) -> None:
    """A page shows an unreadable time unchanged: the check speaks of it, the page does not."""
    assert finnish_of(text) == text


@pytest.mark.parametrize("edtf", ["2018~/..", "2018-05~/.."])
def test_approximate_beginning_goes_both_ways(edtf: str) -> None:
    """An approximate time with an open end is written as pages show it."""
    assert edtf_of(finnish_of(edtf)) == edtf

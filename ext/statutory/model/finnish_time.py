"""Times as Finns write them, and EDTF, in both directions.

Authors write *5–6/2019*, *1.7.2017* or *kevät 2018*; the content holds EDTF, and the
pages show Finnish notation again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from statutory.model.period import UnreadablePeriodError, read_period

_SEASONS = {"kevät": "21", "kesä": "22", "syksy": "23", "talvi": "24"}
_IN_SEASONS = {"keväällä": "21", "kesällä": "22", "syksyllä": "23", "talvella": "24"}
_PARTS_OF_YEAR = {code: name for name, code in _SEASONS.items()} | {
    "33": "1. neljännes",
    "34": "2. neljännes",
    "35": "3. neljännes",
    "36": "4. neljännes",
    "40": "alkuvuosi",
    "41": "loppuvuosi",
}
_MONTHS = (
    "tammi",
    "helmi",
    "maalis",
    "huhti",
    "touko",
    "kesä",
    "heinä",
    "elo",
    "syys",
    "loka",
    "marras",
    "joulu",
)
_INTO_SEASONS = {"kevääseen": "21", "kesään": "22", "syksyyn": "23", "talveen": "24"}
_ALL_SEASONS = _SEASONS | _IN_SEASONS | _INTO_SEASONS
_HALVES = {"alkuvuosi": "40", "alkuvuonna": "40", "alkuvuoteen": "40"} | {
    "loppuvuosi": "41", "loppuvuonna": "41", "loppuvuoteen": "41"
}  # fmt: skip
_OPEN_WORDS = ("open", "avoin", "toistaiseksi", "jatkuu")
_MARKS = {"~": "noin ", "?": "ehkä ", "%": "ehkä noin "}
_OPEN_STARTS = {"..": "", "": " (alku ei tiedossa)"}
_OPEN_ENDS = {"..": "", "": " (loppu ei tiedossa)"}

_DASH = r"\s*(?:-|–|—)\s*"
_MONTH_NUMBER = r"(0?[1-9]|1[0-2])"
_DAY_NUMBER = r"(\d{1,2})\."
_DAY = rf"{_DAY_NUMBER}{_MONTH_NUMBER}\.(\d{{4}})"
_MONTH = rf"{_MONTH_NUMBER}/(\d{{4}})"


def edtf_of(text: str) -> str:
    """Return the EDTF form of a time in Finnish notation.

    :param text: For example ``5–6/2019``, ``11/2017``, ``1.7.2017``, ``kevät 2018``,
        ``helmi–kesäkuu 2018``, ``Q3/2026``, ``30.4.2018 mennessä`` or ``1.7.2017 alkaen``, or
        EDTF with a slip: ``2018-6``.
    :return: The EDTF text, or an empty string where the notation is not known, or where it
        can be read in several ways. Whether the calendar has the day is for the reader of
        periods to say.
    """
    readings = readings_of(text)
    return readings[0] if len(readings) == 1 else ""


def readings_of(text: str) -> tuple[str, ...]:
    """Return the EDTF forms that a time in Finnish notation may have, the likeliest first."""
    words = " ".join(_visible(text).split()).lower()
    if words != text and _is_period(words.upper() if "x" in words else words):
        return (words,)
    for pattern, forms in _SEVERAL:
        match = pattern.fullmatch(words)
        if match:
            return tuple(dict.fromkeys(form for form in forms(match) if form))
    single = _single_reading(words)
    return (single,) if single else ()


def _single_reading(words: str) -> str:
    """Return the EDTF form of a time that can be read in one way; empty where it cannot."""
    beginning = re.fullmatch(r"(.+) (?:alkaen|lähtien)", words)
    if beginning:
        date = _date_of(beginning[1])
        return f"{date}/.." if date else ""
    end = re.fullmatch(r"(?:vuoden )?(.+?)(?: loppuun)? (?:mennessä|asti|saakka)", words)
    if end:
        date = _date_of(end[1].removeprefix("vuoteen "))
        return f"../{date}" if date else ""
    for pattern, form in _RANGES:
        match = pattern.fullmatch(words)
        if match:
            return form(match)
    date = _date_of(words)
    if date:
        return date
    if words.startswith(("noin ", "n. ")):
        return ""  # Whether both ends are approximate is for the author to say.
    return _interval_of(words)


def _interval_of(words: str) -> str:
    """Return the EDTF form of two dates with a mark between them; empty where they are not."""
    for mark in (r"\s*/\s*", r"\s+[-–—]\s+", r"\s*[–—]\s*", _DASH):
        ends = [end.strip() for end in re.split(mark, words)]
        if len(ends) == 2:  # noqa: PLR2004 - two ends
            first = _date_of(ends[0]) or _edtf_date(ends[0])
            second = _date_of(ends[1]) or _edtf_date(ends[1])
            if ends[1] in _OPEN_WORDS:
                second = ".."
            if first and second:
                interval = f"{first}/{second}"
                return "" if interval == words else interval
    return ""


def _visible(text: str) -> str:
    """Return a text without invisible characters, each kind of digit and hyphen as one."""
    shown = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return re.sub("[\u2010\u2011\u2212]", "-", unicodedata.normalize("NFKC", shown))


def _edtf_date(words: str) -> str:
    """Return a date that is EDTF already."""
    return words if "/" not in words and _is_period(words) else ""


def _is_period(text: str) -> bool:
    try:
        read_period(text)
    except UnreadablePeriodError:
        return False
    return True


def finnish_of(edtf: str) -> str:
    """Return an EDTF text in Finnish notation.

    A text outside the profile comes back unchanged, for the page to show it as written.
    """
    try:
        read_period(edtf)
    except UnreadablePeriodError:
        return edtf
    first, slash, second = edtf.partition("/")
    if not slash:
        return _finnish_date(edtf)
    if second in _OPEN_ENDS:
        return f"{_finnish_date(first)} alkaen{_OPEN_ENDS[second]}"
    if first in _OPEN_STARTS:
        return f"{_finnish_date(second)} asti{_OPEN_STARTS[first]}"
    months = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])/\1-(0[1-9]|1[0-2])", edtf, re.ASCII)
    if months:
        return f"{int(months[2])}–{int(months[3])}/{months[1]}"
    return f"{_finnish_date(first)}–{_finnish_date(second)}"


def _date_of(words: str) -> str:
    """Return the EDTF form of one date, perhaps approximate; empty where it is none."""
    about = re.fullmatch(r"(?:noin|n\.) (.+)", words)
    for pattern, form in _DATES:
        match = pattern.fullmatch(about[1] if about else words)
        if match:
            return form(match) + ("~" if about else "")
    return ""


def _finnish_date(edtf: str) -> str:
    """Return one date of the profile in Finnish notation."""
    date, mark = (edtf[:-1], edtf[-1]) if edtf[-1] in _MARKS else (edtf, "")
    year, month, day = [*date.split("-"), "", ""][:3]
    if day:
        shown = f"{int(day)}.{int(month)}.{year}"
    elif month in _PARTS_OF_YEAR:
        shown = f"{_PARTS_OF_YEAR[month]} {year}"
    else:
        shown = f"{int(month)}/{year}" if month else year
    return f"{_MARKS.get(mark, '')}{shown}"


def _month(year: str, month: str) -> str:
    return f"{year}-{int(month):02}"


def _number_of_month(name: str) -> str:
    return str(_MONTHS.index(name) + 1)


def _quarter(year: str, number: str) -> str:
    return f"{year}-{32 + int(number)}"


def _years(first: str, second: str) -> str:
    """Return the interval of a year and the last two figures of a later one."""
    return f"{first}/{first[:2]}{second}" if second > first[2:] else ""


def _day(day: str, month: str, year: str) -> str:
    return f"{_month(year, month)}-{int(day):02}"


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


Form = Callable[[re.Match[str]], str]

_DATES: tuple[tuple[re.Pattern[str], Form], ...] = (
    (_pattern(r"\d{4}"), lambda m: m[0]),
    (_pattern(_MONTH), lambda m: _month(m[2], m[1])),
    (_pattern(_DAY), lambda m: _day(m[1], m[2], m[3])),
    (
        _pattern(rf"({'|'.join(_ALL_SEASONS)}) (\d{{4}})"),
        lambda m: f"{m[2]}-{_ALL_SEASONS[m[1]]}",
    ),
    (
        _pattern(rf"({'|'.join(_HALVES)}) (\d{{4}})"),
        lambda m: f"{m[2]}-{_HALVES[m[1]]}",
    ),
    (
        _pattern(rf"({'|'.join(_MONTHS)})kuu(?:ssa|n|hun)? (\d{{4}})"),
        lambda m: _month(m[2], _number_of_month(m[1])),
    ),
    (
        _pattern(rf"{_DAY_NUMBER} ?({'|'.join(_MONTHS)})kuu(?:ta|n)? (\d{{4}})"),
        lambda m: _day(m[1], _number_of_month(m[2]), m[3]),
    ),
    (_pattern(r"(\d{4})-([1-9])"), lambda m: _month(m[1], m[2])),
    (
        _pattern(r"(\d{4})-(\d{1,2})-(\d{1,2})"),
        lambda m: "" if len(m[0]) == len("2018-01-01") else _day(m[3], m[2], m[1]),
    ),
    (
        _pattern(r"(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])"),
        lambda m: f"{m[1]}-{m[2]}-{m[3]}",
    ),
    (_pattern(r"q([1-4])[ /.-]?(\d{4})"), lambda m: _quarter(m[2], m[1])),
    (_pattern(r"(\d{4})[ /.-]?q([1-4])"), lambda m: _quarter(m[1], m[2])),
    (_pattern(r"([1-4])\. ?(?:vuosi)?neljännes (\d{4})"), lambda m: _quarter(m[2], m[1])),
)
"""The notations of one date."""

_RANGES: tuple[tuple[re.Pattern[str], Form], ...] = (
    (
        _pattern(
            rf"({'|'.join(_MONTHS)})(?:kuu)?{_DASH}({'|'.join(_MONTHS)})kuu(?:ssa|n)? (\d{{4}})"
        ),
        lambda m: f"{_month(m[3], _number_of_month(m[1]))}/{_month(m[3], _number_of_month(m[2]))}",
    ),
    (
        _pattern(
            rf"{_DAY_NUMBER}{_DASH}{_DAY_NUMBER} ?({'|'.join(_MONTHS)})kuu(?:ta|n)? (\d{{4}})"
        ),
        lambda m: (
            f"{_day(m[1], _number_of_month(m[3]), m[4])}/{_day(m[2], _number_of_month(m[3]), m[4])}"
        ),
    ),
    (
        _pattern(_MONTH_NUMBER + _DASH + _MONTH),
        lambda m: f"{_month(m[3], m[1])}/{_month(m[3], m[2])}",
    ),
    (
        _pattern(_DAY_NUMBER + _DASH + _DAY),
        lambda m: f"{_day(m[1], m[3], m[4])}/{_day(m[2], m[3], m[4])}",
    ),
    (
        _pattern(_DAY_NUMBER + _MONTH_NUMBER + r"\." + _DASH + _DAY),
        lambda m: f"{_day(m[1], m[2], m[5])}/{_day(m[3], m[4], m[5])}",
    ),
)
"""The notations of a range whose first end is short of its month or year."""

Forms = Callable[[re.Match[str]], tuple[str, ...]]

_SEVERAL: tuple[tuple[re.Pattern[str], Forms], ...] = (
    (
        _pattern(r"(\d{4})/(0[1-9]|1[0-2])"),
        lambda m: (f"{m[1]}-{m[2]}", _years(m[1], m[2])),
    ),
    (_pattern(r"(\d{4})[/-](1[3-9]|20|[4-9]\d)"), lambda m: (_years(m[1], m[2]),)),
    (_pattern(r"(\d{4})–(0[1-9]|1[0-2])"), lambda m: (f"{m[1]}-{m[2]}", _years(m[1], m[2]))),
    (_pattern(r"(\d{4})–(\d{2})"), lambda m: (_years(m[1], m[2]),)),
    (
        _pattern(rf"{_MONTH_NUMBER}/{_MONTH_NUMBER}/(\d{{4}})"),
        lambda m: (_day(m[1], m[2], m[3]), _day(m[2], m[1], m[3])),
    ),
)
"""The notations that can be read in more ways than one."""

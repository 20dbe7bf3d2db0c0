"""Times as Finns write them, and EDTF, in both directions.

Authors write *5–6/2019*, *1.7.2017* or *kevät 2018*; the content holds EDTF, and the
pages show Finnish notation again.
"""

from __future__ import annotations

import re
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
        ``kesäkuu 2018``, ``noin 2018`` or ``1.7.2017 alkaen``.
    :return: The EDTF text, or an empty string where the notation is not known. Whether
        the calendar has the day is for the reader of periods to say.
    """
    words = " ".join(text.split()).lower()
    beginning = re.fullmatch(r"(.+) (?:alkaen|lähtien)", words)
    if beginning:
        date = _date_of(beginning[1])
        return f"{date}/.." if date else ""
    for pattern, form in _RANGES:
        match = pattern.fullmatch(words)
        if match:
            return form(match)
    date = _date_of(words)
    if date:
        return date
    if words.startswith(("noin ", "n. ")):
        return ""  # Whether both ends are approximate is for the author to say.
    first, *rest = re.split(_DASH, words)
    ends = [_date_of(first), *map(_date_of, rest)]
    return "/".join(ends) if len(ends) == 2 and all(ends) else ""  # noqa: PLR2004 - two ends


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
        _pattern(rf"({'|'.join(_SEASONS | _IN_SEASONS)}) (\d{{4}})"),
        lambda m: f"{m[2]}-{(_SEASONS | _IN_SEASONS)[m[1]]}",
    ),
    (
        _pattern(rf"({'|'.join(_MONTHS)})kuu(?:ssa|n)? (\d{{4}})"),
        lambda m: _month(m[2], str(_MONTHS.index(m[1]) + 1)),
    ),
)
"""The notations of one date."""

_RANGES: tuple[tuple[re.Pattern[str], Form], ...] = (
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

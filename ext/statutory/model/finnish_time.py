"""Times as Finns write them, and EDTF, in both directions.

Authors write *5–6/2019*, *1.7.2017* or *kevät 2018*; the content holds EDTF, and the
pages show Finnish notation again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_SEASONS = {"kevät": "21", "kesä": "22", "syksy": "23", "talvi": "24"}
_IN_SEASONS = {"keväällä": "21", "kesällä": "22", "syksyllä": "23", "talvella": "24"}
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
_OPEN_ENDS = {"..": "", "": " (toinen pää ei tiedossa)"}
_DASH = r"\s*(?:-|\u2013|\u2014)\s*"
_DAY = r"(\d{1,2})\.(\d{1,2})\.(\d{4})"
_MONTH = r"(\d{1,2})/(\d{4})"


def edtf_of(text: str) -> str:
    """Return the EDTF form of a time in Finnish notation.

    :param text: For example ``5–6/2019``, ``11/2017``, ``1.7.2017``, ``kevät 2018``,
        ``kesäkuu 2018``, ``noin 2018`` or ``1.7.2017 alkaen``.
    :return: The EDTF text, or an empty string where the notation is not known. Whether
        the calendar has the day is for the reader of periods to say.
    """
    text = " ".join(text.split()).lower()
    if text.startswith(("noin ", "n. ")):
        edtf = edtf_of(text.partition(" ")[2])
        return f"{edtf}~" if edtf and "/" not in edtf else ""
    if text.endswith((" alkaen", " lähtien")):
        edtf = edtf_of(text.rpartition(" ")[0])
        return f"{edtf}/.." if edtf and "/" not in edtf else ""
    for pattern, form in _FORMS:
        match = pattern.fullmatch(text)
        if match:
            return form(match)
    first, *rest = re.split(_DASH, text)
    if len(rest) != 1:
        return ""
    start, end = edtf_of(first), edtf_of(rest[0])
    return f"{start}/{end}" if start and end and "/" not in start + end else ""


def finnish_of(edtf: str) -> str:
    """Return an EDTF text in Finnish notation.

    A text outside the profile comes back unchanged, for the page to show it as written.
    """
    first, slash, second = edtf.partition("/")
    if not slash:
        return _finnish_date(edtf)
    if second in _OPEN_ENDS:
        return f"{_finnish_date(first)} alkaen{_OPEN_ENDS[second]}"
    if first in _OPEN_ENDS:
        return f"{_finnish_date(second)} asti{_OPEN_ENDS[first]}"
    months = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])/(\d{4})-(0[1-9]|1[0-2])", edtf)
    if months and months[1] == months[3]:
        return f"{int(months[2])}\u2013{int(months[4])}/{months[1]}"
    return f"{_finnish_date(first)}\u2013{_finnish_date(second)}"


def _finnish_date(edtf: str) -> str:
    """Return one date of the profile in Finnish notation."""
    date, mark = (edtf[:-1], edtf[-1]) if edtf[-1:] in {"~", "?", "%"} else (edtf, "")
    prefix = {"~": "noin ", "?": "ehkä ", "%": "ehkä noin "}.get(mark, "")
    year, *rest = date.split("-")
    if not rest:
        return f"{prefix}{year}"
    if len(rest) == 2:  # noqa: PLR2004 - month and day
        return f"{prefix}{int(rest[1])}.{int(rest[0])}.{year}"
    names = {code: name for name, code in _SEASONS.items()}
    names |= {"33": "1. neljännes", "34": "2. neljännes", "35": "3. neljännes"}
    names |= {"36": "4. neljännes", "40": "alkuvuosi", "41": "loppuvuosi"}
    if rest[0] in names:
        return f"{prefix}{names[rest[0]]} {year}"
    return f"{prefix}{int(rest[0])}/{year}" if rest[0].isdigit() else edtf


def _month(year: str, month: str) -> str:
    return f"{year}-{int(month):02}"


def _day(day: str, month: str, year: str) -> str:
    return f"{_month(year, month)}-{int(day):02}"


def _named_month(match: re.Match[str]) -> str:
    return _month(match[2], str(_MONTHS.index(match[1]) + 1))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(_DAY), lambda m: _day(m[1], m[2], m[3])),
    (
        re.compile(r"(\d{1,2})\." + _DASH + _DAY),
        lambda m: f"{_day(m[1], m[3], m[4])}/{_day(m[2], m[3], m[4])}",
    ),
    (
        re.compile(r"(\d{1,2})\.(\d{1,2})\." + _DASH + _DAY),
        lambda m: f"{_day(m[1], m[2], m[5])}/{_day(m[3], m[4], m[5])}",
    ),
    (re.compile(_MONTH), lambda m: _month(m[2], m[1])),
    (
        re.compile(r"(\d{1,2})" + _DASH + _MONTH),
        lambda m: f"{_month(m[3], m[1])}/{_month(m[3], m[2])}",
    ),
    (re.compile(r"\d{4}"), lambda m: m[0]),
    (
        re.compile(rf"({'|'.join(_SEASONS | _IN_SEASONS)}) (\d{{4}})"),
        lambda m: f"{m[2]}-{(_SEASONS | _IN_SEASONS)[m[1]]}",
    ),
    (
        re.compile(rf"({'|'.join(_MONTHS)})kuu(?:ssa|n)? (\d{{4}})"),
        _named_month,
    ),
)

"""Data of persons in running text: identity codes, e-mail, telephone numbers, names."""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass


class Kind(enum.Enum):
    """What was found of a person."""

    IDENTITY_CODE = "identity code"
    EMAIL = "e-mail"
    TELEPHONE = "telephone"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class PersonalDatum:
    """A datum of a person in a text.

    :param start: Where it begins in the text.
    :param text: The datum as it is written.
    """

    start: int
    text: str
    kind: Kind

    @property
    def masked(self) -> str:
        """The datum with all that tells of the person left out."""
        if self.kind is Kind.EMAIL:
            return f"…@{re.split(_AT, self.text)[-1]}"
        return f"{self.text[: _SHOWN[self.kind]]}…"


_SHOWN = {Kind.IDENTITY_CODE: 2, Kind.TELEPHONE: 4, Kind.NAME: 1}
"""How many characters of a datum its mask shows."""

# One pass over the text finds where something could begin; the rest looks only there.
_AT = r"@|[(\[]at[)\]]"
_HINT = re.compile(
    r"""
    [@(\[+0-9](?:                              # a set of characters is searched for fast
        (?<=@) | (?<=[(\[])at[)\]]             # e-mail
        | (?<=[0-9])[-+YXWVUA-F]\d{3}[0-9A-Z]  # identity code
        | (?<=\+)358 | (?<=0)0358              # telephone, from abroad
        | (?<=0)(?<!\d0)(?<!-0)(?:[2-9]|1[3-9])
    )
    """,
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)

_CODE = re.compile(
    r"(?<![\w+-])(?P<date>\d{6})(?P<century>[-+YXWVUABCDEF])(?P<number>\d{3})"
    r"(?P<check>[0-9A-FHJ-NPR-Y])(?!\w)",
    re.ASCII | re.IGNORECASE,
)
_CENTURIES = {"+": 1800, **dict.fromkeys("-YXWVU", 1900), **dict.fromkeys("ABCDEF", 2000)}
_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"

_EMAIL = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}(?:{_AT})(?:[\w-]{{1,63}}\.){{1,8}}[^\W\d_]{{2,63}}(?![\w-])"
)

_NOBODYS = re.compile(
    r"[@.](?:example\.(?:com|net|org)|example|invalid|test|localhost)$", re.IGNORECASE
)
"""The domains that RFC 2606 keeps for examples: their addresses are nobody's."""

_REPOSITORY = re.compile(r":[\w~/][\w./~-]*\.git\b")
"""What stands behind the address of a repository that is reached by SSH."""

_SPACE = "[ \N{NO-BREAK SPACE}-]"
_TELEPHONE = re.compile(
    rf"(?<![\w+./,:-])"
    rf"(?:(?P<land>(?:\+|00)358){_SPACE}?(?:\(0\){_SPACE}?)?(?P<abroad>\d(?:{_SPACE}?\d){{5,10}})"
    rf"|(?P<mobile>0(?:4\d|50)(?:{_SPACE}?\d){{5,8}})"
    rf"|\(?(?P<area>0(?:1[3-9]|[235689]))\)?{_SPACE}(?P<local>\d{{3,8}}(?:{_SPACE}\d{{2,4}}){{0,2}}))"
    r"(?![\w]|[-/.,:]\d)",
    re.ASCII,
)
_SERVICE = ("10", "20", "29", "30", "60", "70", "73", "75", "80")
"""How the national numbers begin that belong to organisations, not to persons."""

_LOCAL_DIGITS = range(5, 9)
_THREES = re.compile(rf"\d{{3}}(?:{_SPACE}\d{{3}})+", re.ASCII)
_GROUP_BEFORE = re.compile(rf"(?<!\d)\d{{1,3}}{_SPACE}$", re.ASCII)
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")

_BETWEEN_WORDS = re.compile(r"[\W\d_]+")
_CONTEXT = 200
"""How many characters before a last name are searched for the names before it."""

_ENDING = re.compile(
    r"(?:[aeiouyäö]?n|t|[aä]|t[aä]|n[aä]|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi|tt[aä])?"
)
_LONGEST_ENDING = 3
"""The length of the longest ending, so that a long word is not cut at every letter."""


def find_personal_data(text: str, names: Names) -> list[PersonalDatum]:
    """Return the data of persons in a text, in the order in which they stand.

    :param names: The names to look for.
    """
    found = {*names.find(text)}
    for start, end in _hinted_lines(text):
        found |= {
            PersonalDatum(start + datum.start, datum.text, datum.kind)
            for datum in _of_line(text[start:end])
        }
    return sorted(found, key=lambda datum: (datum.start, datum.text, datum.kind.value))


class Names:
    """The names to look for: whole words, as written, with the endings of Finnish."""

    def __init__(self, names: Iterable[str]) -> None:
        """Index the names by their last words, which alone take endings."""
        self._before: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for name in names:
            words = _words(name)
            if words:
                *before, last = words
                self._before[last].add(tuple(before))
        first_letters = "".join(sorted({last[0] for last in self._before}))
        self._word = re.compile(rf"\b[{first_letters}][^\W\d_]+" if first_letters else r"(?!)")

    def find(self, text: str) -> Iterator[PersonalDatum]:
        """Yield the names in a text."""
        for word in self._word.finditer(text):
            for stem in _stems(word[0]):
                for before in self._before.get(stem, ()):
                    context = text[max(0, word.start() - _CONTEXT) : word.start()]
                    if not before or tuple(_words(context)[-len(before) :]) == before:
                        yield PersonalDatum(word.start(), word[0], Kind.NAME)


def _words(text: str) -> list[str]:
    """Return the words of a text, without what stands between them."""
    return [word for word in _BETWEEN_WORDS.split(text) if word]


def _stems(word: str) -> Iterator[str]:
    """Yield the words of which a word may be a form; -nen has the stem -s(e)-."""
    for cut in range(min(_LONGEST_ENDING + 1, len(word) - 1)):
        stem, ending = word[: len(word) - cut], word[len(word) - cut :]
        if not _ENDING.fullmatch(ending):
            continue
        yield stem
        if stem.endswith("se") and cut:
            yield f"{stem[:-2]}nen"
        elif stem.endswith("s") and ending in {"ta", "tä"}:
            yield f"{stem[:-1]}nen"


def _hinted_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the lines begin and end that may hold a datum."""
    ended, end = f"{text}\n", 0
    for hint in _HINT.finditer(text):
        if hint.start() >= end:
            start = text.rfind("\n", 0, hint.start()) + 1
            end = ended.find("\n", start)
            yield start, end


def _of_line(line: str) -> Iterator[PersonalDatum]:
    for match in _CODE.finditer(line):
        if _is_identity_code(match):
            yield PersonalDatum(match.start(), match[0], Kind.IDENTITY_CODE)
    for match in _EMAIL.finditer(line):
        if _NOBODYS.search(match[0]) or _REPOSITORY.match(line, match.end()):
            continue
        yield PersonalDatum(match.start(), match[0], Kind.EMAIL)
    for match in _TELEPHONE.finditer(line):
        if _is_personal_number(match.groupdict("")) and not _is_end_of_sum(line, match):
            yield PersonalDatum(match.start(), match[0], Kind.TELEPHONE)


def _is_identity_code(match: re.Match[str]) -> bool:
    """Say whether a code is of a day of the calendar and its check character is right."""
    date, century = match["date"], _CENTURIES[match["century"].upper()]
    try:
        dt.date(century + int(date[4:]), int(date[2:4]), int(date[:2]))
    except ValueError:
        return False
    check = _CHECKS[int(date + match["number"]) % len(_CHECKS)]
    return match["check"].upper() == check


def _is_personal_number(parts: Mapping[str, str]) -> bool:
    """Say whether a telephone number can be a person's: no service number, no date."""
    if parts["abroad"]:
        return not re.sub(r"\D", "", parts["abroad"]).startswith(_SERVICE)
    if parts["area"]:
        digits = re.sub(r"\D", "", parts["local"])
        return len(digits) in _LOCAL_DIGITS and not _YEAR.match(parts["local"])
    return True


def _is_end_of_sum(line: str, match: re.Match[str]) -> bool:
    """Say whether a number is the end of a greater one, its digits in groups of three."""
    return bool(_THREES.fullmatch(match[0]) and _GROUP_BEFORE.search(line[: match.start()]))

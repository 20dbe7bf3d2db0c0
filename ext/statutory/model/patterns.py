"""Regular expressions in filters: whether they can be read, and whether they end in time.

Python's engine tries every way to match, so that a repetition within a repetition takes
for ever on a text that does not match. Such patterns are told by their form.
"""

from __future__ import annotations

import re
import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import string
import warnings
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

MAX_LENGTH = 200
"""The number of characters that a pattern may have."""

_MANY = 8
"""How often a part may be repeated that can itself match in several ways."""

_MAX_OVERLAPPING = 2
"""How many repetitions of no fixed number may be able to take the same characters."""

_MAX_REPETITIONS = 6
"""How many repetitions of no fixed number a pattern may have in all."""

Part = tuple[int, Any]
"""A part of a pattern as Python reads it: its kind and what it is given."""

_SAMPLE = string.printable + "äöåÄÖÅ–§"
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def is_readable(pattern: str) -> bool:
    """Say whether a pattern is a regular expression of Python."""
    return _parsed(pattern) is not None


def is_slow(pattern: str) -> bool:
    """Say whether a pattern may take longer than anybody waits, or is too long to judge.

    One that cannot be read is not slow.
    """
    if len(pattern) > MAX_LENGTH:
        return True
    parsed = _parsed(pattern)
    return parsed is not None and (_nests(parsed) or _overlaps(parsed))


def _parsed(pattern: str) -> Sequence[Part] | None:
    """Return the parts of a pattern, or ``None`` where it cannot be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Of what Python finds odd but understands.
            re.compile(pattern)
            return tuple(parser.parse(pattern))
    except (re.error, RecursionError, OverflowError, ValueError):
        return None


def _nests(parts: Iterable[Part], times: int = 1) -> bool:
    """Say whether a repetition or a choice is repeated, or a match looked up again.

    :param times: How often the parts can be repeated.
    """
    for code, given in parts:
        if code in (codes.GROUPREF, codes.GROUPREF_EXISTS):
            return True
        varies = code is codes.BRANCH or (code in _REPEATS and given[0] != given[1])
        if varies and times >= _MANY:
            return True
        if code in _REPEATS:
            if _nests(given[2], times * given[1]):
                return True
        elif any(_nests(inner, times) for inner in _within((code, given))):
            return True
    return False


def _within(part: Part) -> Iterator[Iterable[Part]]:
    """Yield the parts that a part holds, those of repetitions apart."""
    code, given = part
    if code is codes.SUBPATTERN:
        yield given[-1]
    elif code is codes.BRANCH:
        yield from given[1]
    elif code in (codes.ASSERT, codes.ASSERT_NOT):
        yield given[1]
    elif code is codes.ATOMIC_GROUP:
        yield given


def _overlaps(parts: Iterable[Part]) -> bool:
    """Say whether too many repetitions can take the same characters, one behind another."""
    counts = dict.fromkeys(_SAMPLE, 0)
    repetitions = 0
    for repeated, taken in _steps(parts):
        if not repeated:  # What has to stand between keeps the others apart.
            counts.update({char: 0 for char in _SAMPLE if char not in taken})
            continue
        repetitions += 1
        for char in taken:
            counts[char] += 1
        if repetitions > _MAX_REPETITIONS or max(counts.values()) > _MAX_OVERLAPPING:
            return True
    return False


def _steps(parts: Iterable[Part]) -> Iterator[tuple[bool, frozenset[str]]]:
    """Yield what a pattern takes, one by one: whether in no fixed number, and what."""
    for code, given in parts:
        if code in _REPEATS:
            low, high, body = given
            if low != high:
                yield True, frozenset().union(*(taken for _, taken in _steps(body)))
            elif low:
                yield from _steps(body)
        elif code is codes.BRANCH:
            yield from (step for inner in given[1] for step in _steps(inner) if step[0])
        elif code in (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN):
            yield False, frozenset(char for char in _SAMPLE if _takes((code, given), char))
        else:
            for inner in _within((code, given)):
                yield from _steps(inner)


def _takes(part: Part, char: str) -> bool:
    """Say whether a part for one character takes a character."""
    code, given = part
    if code is codes.ANY:
        return True
    if code is codes.LITERAL:
        return bool(given == ord(char))
    if code is codes.NOT_LITERAL:
        return bool(given != ord(char))
    negated = bool(given) and given[0][0] is codes.NEGATE
    found = any(_is_member(one, char) for one in given)
    return found != negated


def _is_member(part: Part, char: str) -> bool:
    """Say whether a character is of a part of a set."""
    kind, value = part
    if kind is codes.LITERAL:
        return bool(value == ord(char))
    if kind is codes.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    if kind is codes.CATEGORY:
        name = str(value)
        tests = {"DIGIT": str.isdecimal, "SPACE": str.isspace, "WORD": _is_of_word}
        kind_of, test = next(item for item in tests.items() if name.endswith(item[0]))
        return test(char) != name.endswith(f"NOT_{kind_of}")
    return False


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"

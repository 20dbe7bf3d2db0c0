"""The stem of a Finnish word: one for all its inflected forms."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from statutory.finnish.rules import CONSONANTS, STAGES, VOWELS

SHORTEST = 3
"""The length of the shortest word that is changed."""

Stage = Mapping[str, tuple[tuple[str, str], ...]]
"""The rules of a stage by ending: what stands before it, and what replaces it."""

_HARMONY = (str.maketrans("AOU", "aou"), str.maketrans("AOU", "äöy"))
_CLASSES = {"V": f"[{VOWELS}]", "C": f"[{CONSONANTS}]", "A": "[aä]", "O": "[oö]", "U": "[uy]"}


@functools.cache
def stages() -> tuple[Stage, ...]:
    """Return the rules as the stemmers read them, in Python as in JavaScript."""
    return tuple(_stage(lines) for lines in STAGES)


@functools.cache
def stem(word: str, /) -> str:
    """Return the stem of a word; words with digits are their own."""
    plain = word.lower().replace("-", "")
    if len(plain) < SHORTEST or any(letter.isdecimal() for letter in plain):
        return plain
    for stage in stages():
        plain = _rewrite(plain, stage)
    return plain


def _rewrite(word: str, stage: Stage) -> str:
    """Return a word changed by the rule of a stage with the longest ending."""
    for start in range(len(word)):
        for before, replacement in stage.get(word[start:], ()):
            if _pattern(before).search(word[:start]):
                return word[:start] + replacement
    return word


@functools.cache
def _pattern(before: str) -> re.Pattern[str]:
    """Return the expression for what stands before an ending."""
    return re.compile(f"(?:{before})$")


def _stage(lines: str) -> Stage:
    """Return the rules of a stage, written out for each vowel."""
    rules: dict[str, list[tuple[str, str]]] = {}
    for ending, replacement, before in map(_parts, _rules(lines)):
        for written in _variants(ending, replacement):
            rules.setdefault(written[0], []).append((before, written[1]))
    return {ending: tuple(found) for ending, found in sorted(rules.items())}


def _rules(lines: str) -> Iterator[str]:
    """Yield the lines that hold a rule."""
    return (line for line in lines.splitlines() if line and not line.startswith("#"))


def _parts(line: str) -> tuple[str, str, str]:
    """Return the ending, the replacement and the expression of a rule."""
    ending, _, rest = line.partition(">")
    replacement, _, before = rest.partition("|")
    expression = "".join(_CLASSES.get(letter, letter) for letter in before.strip())
    return ending.strip(), replacement.strip(), expression


def _variants(ending: str, replacement: str) -> Iterator[tuple[str, str]]:
    """Yield an ending and its replacement in back and front vowels, or in all."""
    if "@" in ending:
        for vowel in VOWELS:
            yield ending.replace("@", vowel), replacement.replace("@", vowel)
    elif ending.translate(_HARMONY[0]) == ending:
        yield ending, replacement
    else:
        for harmony in _HARMONY:
            yield ending.translate(harmony), replacement.translate(harmony)

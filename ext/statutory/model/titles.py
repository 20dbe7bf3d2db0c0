"""Titles: whether two speak of the same thing, in a language that inflects its words."""

from __future__ import annotations

import math
import re

_LETTERS_IN_WORD = 5
_WORD = re.compile(rf"\w{{{_LETTERS_IN_WORD},}}")


def share_word(title: str, other: str) -> bool:
    """Say whether two titles share a word, inflected or not.

    Words of at least five letters count. They are the same if they begin with the same
    two thirds of the shorter one, and with the same five letters at least: so an ending
    makes no difference, but compounds of one first part are different words.
    """
    return any(
        _begin_alike(word, another)
        for word in _WORD.findall(title.casefold())
        for another in _WORD.findall(other.casefold())
    )


def _begin_alike(word: str, other: str) -> bool:
    """Say whether two words have the beginning in common that makes them the same."""
    length = max(_LETTERS_IN_WORD, math.ceil(2 * min(len(word), len(other)) / 3))
    return word[:length] == other[:length]

"""How much room text takes in a drawing, reckoned without its font.

The letters of a page are the reader's own. The widths are those of a broad font, so that
text has room enough in any.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

_NARROW = frozenset("iljtfrI.,:;'!|()[]/- ")
_BROAD = frozenset("mwMWÅÄÖ@%")
_WIDTHS = {"narrow": 0.4, "broad": 0.92, "capital": 0.72, "other": 0.6}


def width_of(text: str, size: float) -> float:
    """Return how wide a text is at most, of letters of a size."""
    return size * sum(map(_width, text))


def wrapped(text: str, size: float, room: float) -> tuple[str, ...]:
    """Return a text as lines that fit in a room; longer words are broken with a hyphen."""
    lines: list[str] = []
    for word in itertools.chain.from_iterable(_pieces(word, size, room) for word in text.split()):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _pieces(word: str, size: float, room: float) -> Iterator[str]:
    """Yield a word in pieces that fit, each but the last with a hyphen.

    A word is broken behind a hyphen or a slash of its own where it has one that fits.
    """
    while len(word) > 1 and width_of(word, size) > room:
        most = next(
            end for end in range(len(word), 0, -1) if end == 1 or width_of(word[:end], size) <= room
        )
        own = max(word.rfind(mark, 1, most) for mark in "-/") + 1
        cut = own or max(most - 1, 1)
        yield word[:cut] if own else f"{word[:cut]}-"
        word = word[cut:]
    if word:
        yield word


def _width(letter: str) -> float:
    if letter in _NARROW:
        return _WIDTHS["narrow"]
    if letter in _BROAD:
        return _WIDTHS["broad"]
    return _WIDTHS["capital" if letter.isupper() else "other"]

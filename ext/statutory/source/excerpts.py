"""Where in a file a piece of text stands, of which only the block is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from statutory.model.location import Location


class Excerpt(Protocol):
    """A piece of text that stands in a file, in the block that begins at a line."""

    @property
    def path(self) -> str:
        """The file, relative to the project's root."""

    @property
    def line(self) -> int:
        """The first line of the block; 0 where that is not known."""

    @property
    def text(self) -> str:
        """What was written."""


_Excerpt = TypeVar("_Excerpt", bound=Excerpt)


def locate(
    texts: Mapping[str, str], excerpts: Iterable[_Excerpt]
) -> Iterator[tuple[Location, _Excerpt]]:
    """Yield excerpts with their lines.

    Sphinx knows the first line of a paragraph, and not that of a word in it; of a directive
    it knows a line behind the options. The words are looked for from there, as far as no
    line is empty; each further one behind the last. Of what has no line at all, the whole
    file is looked through.

    :param texts: The text of each file, by its path.
    :param excerpts: Those of one file in the order of the text.
    """
    lines = {path: text.split("\n") for path, text in texts.items()}
    reached: dict[Location, tuple[int, int]] = {}
    for excerpt in excerpts:
        block = Location(excerpt.path, excerpt.line)
        sought = excerpt.text.strip().partition("\n")[0]
        found = _find(lines.get(excerpt.path, ()), sought, block.line, reached.get(block))
        if found is not None:
            reached[block] = (found[0], found[1] + len(sought))
        yield (block if found is None else Location(excerpt.path, found[0])), excerpt


def _find(
    lines: Sequence[str], sought: str, line: int, behind: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Return the line and the column of a text in the paragraph around a line.

    :param behind: Where the last text of the paragraph ended; ``None`` for the first.
    """
    first, last = _paragraph(lines, line) if line else (1, len(lines))
    starts = [(line, 0), (first, 0)]
    for number, column in ([behind] if behind else []) + starts:
        for at in range(max(number, 1), last + 1):
            place = lines[at - 1].find(sought, column if at == number else 0)
            if sought and place >= 0:
                return at, place
    return None


def _paragraph(lines: Sequence[str], line: int) -> tuple[int, int]:
    """Return the first and the last line of what stands together around a line."""
    first = last = min(line, len(lines))
    while first > 1 and lines[first - 2].strip():
        first -= 1
    while last < len(lines) and lines[last].strip():
        last += 1
    return first, last

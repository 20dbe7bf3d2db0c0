"""Where in a file a piece of text stands, of which only the block is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from statutory.model.location import Location
from statutory.model.refusal import Refusal


def locate(
    texts: Mapping[str, str], refusals: Iterable[Refusal]
) -> Iterator[tuple[Location, Refusal]]:
    """Yield refusals with their lines.

    Sphinx knows the first line of a paragraph, and not that of a word in it. The word is
    looked for from there, as far as the paragraph goes; each further one behind the last.

    :param texts: The text of each file, by its path.
    :param refusals: Those of one file in the order of the text.
    """
    lines = {path: text.split("\n") for path, text in texts.items()}
    reached: dict[Location, tuple[int, int]] = {}
    for refusal in refusals:
        block = Location(refusal.path, refusal.line)
        line, column = reached.get(block, (refusal.line, 0))
        sought = refusal.text.strip().partition("\n")[0]
        found = _find(lines.get(refusal.path, []), sought, line, column)
        if found is not None:
            reached[block] = (found[0], found[1] + len(sought))
            yield Location(refusal.path, found[0]), refusal
        else:
            yield block, refusal


def _find(lines: list[str], sought: str, line: int, column: int) -> tuple[int, int] | None:
    """Return the line and the column of a text in a paragraph; ``None`` where it is not there."""
    for number in range(max(line, 1), len(lines) + 1):
        text = lines[number - 1]
        if number > line and not text.strip():
            return None
        at = text.find(sought, column if number == line else 0)
        if sought and at >= 0:
            return number, at
    return None

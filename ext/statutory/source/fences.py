"""Fenced blocks of Markdown, found line by line as CommonMark defines them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_OPENER = re.compile(r"(?P<indent> {0,3})(?P<marks>`{3,}|~{3,}|:{3,})(?P<info>.*)")
_IN_LIST_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)]) {1,4}(?P<marks>`{3,}|~{3,})[^`]*")
_IN_LIST = re.compile(r" {0,3}(?:[-*+>:]|\d{1,9}[.)]|\[\^)")
_COMMENT = re.compile(r" {0,3}<!--")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block.

    :param marks: The marks that open it, for example three backquotes.
    :param info: What follows the marks, stripped.
    :param first: The index of the opening line in the lines given.
    :param last: The index of the closing line, or of the last line where none closes it.
    :param indent: The number of spaces before the marks.
    :param closed: Whether a line closes it.
    """

    marks: str
    info: str
    first: int
    last: int
    indent: int
    closed: bool

    @property
    def body(self) -> range:
        """The indexes of the lines between the fences."""
        return range(self.first + 1, self.last if self.closed else self.last + 1)


def find_fences(lines: Sequence[str], *, colon_fences: bool) -> Iterator[Fence]:
    """Yield the outermost fenced blocks of some lines, in order.

    Fences in lists and block quotes are left to Sphinx; so are those in HTML comments.

    :param lines: The lines, without line ends.
    :param colon_fences: Whether colons open a fence too (MyST's ``colon_fence``).
    """
    index = 0
    while index < len(lines):
        block = block_at(lines, index, colon_fences=colon_fences)
        if isinstance(block, Fence):
            yield block
            index = block.last + 1
        else:
            index = block.stop if block else index + 1


def block_at(lines: Sequence[str], index: int, *, colon_fences: bool) -> Fence | range | None:
    """Return what a line begins: a fence, or the lines of a comment or of a list item's fence.

    ``None`` means that it begins none of these.
    """
    line = lines[index]
    if _COMMENT.match(line):
        return range(index, _end_of_comment(lines, index) + 1)
    in_list_item = _IN_LIST_ITEM.fullmatch(line)
    if in_list_item:
        return range(index, _end_in_list_item(lines, index, in_list_item["marks"]) + 1)
    return _fence_at(lines, index, colon_fences=colon_fences)


def outside_blocks(lines: Sequence[str], *, colon_fences: bool) -> list[str]:
    """Return some lines, those of fenced blocks and of HTML comments made blank."""
    hidden = {
        index
        for fence in find_fences(lines, colon_fences=colon_fences)
        for index in range(fence.first, fence.last + 1)
    }
    for index, line in enumerate(lines):
        if index not in hidden and _COMMENT.match(line):
            hidden.update(range(index, _end_of_comment(lines, index) + 1))
    return ["" if index in hidden else line for index, line in enumerate(lines)]


def may_be_in_list(lines: Sequence[str], index: int) -> bool:
    """Say whether the nearest line above that is not indented opens a list or the like."""
    above = index - 1
    while above >= 0 and (not lines[above].strip() or lines[above][0] in " \t"):
        above -= 1
    return above >= 0 and _IN_LIST.match(lines[above]) is not None


def _fence_at(lines: Sequence[str], index: int, *, colon_fences: bool) -> Fence | None:
    """Return the fence that a line opens, or ``None`` where it opens none.

    A directive with a backquote in its title opens none to Markdown; it is taken as the
    author meant it, so that what follows is read right.
    """
    match = _OPENER.fullmatch(lines[index])
    if match is None:
        return None
    marks, info = match["marks"], match["info"].strip()
    if marks[0] == ":" and not colon_fences:
        return None
    if marks[0] == "`" and "`" in info and not info.startswith("{"):
        return None
    closer = re.compile(rf" {{0,3}}{marks[0]}{{{len(marks)},}}[ \t]*")
    last = next(
        (later for later in range(index + 1, len(lines)) if closer.fullmatch(lines[later])),
        None,
    )
    closed = last is not None
    end = last if last is not None else len(lines) - 1
    return Fence(marks, info, index, end, len(match["indent"]), closed)


def _end_in_list_item(lines: Sequence[str], start: int, marks: str) -> int:
    """Return the index of the line that closes a fence in a list item.

    It is the opening line itself where the item ends before the fence is closed.
    """
    for index in range(start + 1, len(lines)):
        text = lines[index].strip()
        if text and lines[index][0] != " ":
            break
        if text.startswith(marks) and set(text) == {marks[0]}:
            return index
    return start


def _end_of_comment(lines: Sequence[str], start: int) -> int:
    """Return the index of the line that ends an HTML comment, or of the last line."""
    for index in range(start, len(lines)):
        if "-->" in lines[index]:
            return index
    return len(lines) - 1

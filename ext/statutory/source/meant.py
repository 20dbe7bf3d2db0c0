"""Items that are only text to Markdown: other marks than backquotes, or none at all.

On a Finnish keyboard the backquote is a dead key, so people type acute accents or quotation
marks, and word processors change those. An author's intention is taken from what stands
below: an option line, or a type of item in braces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from statutory.model.document import Fault
from statutory.source.fences import Fence, block_at, may_be_in_list
from statutory.source.options import QUOTES, read_options

_PREFIX = r"\s*(?:(?:[-*+>•·]|\d{1,9}[.)])\s+)*"
# A type in braces behind whatever marks.
_BRACES = re.compile(
    _PREFIX + r"(?P<marks>(?:[^\s{A-Za-z0-9] ?){0,12})\s*"
    r"\{(?P<name>[^\W\d][\w-]*)\}(?!`)(?P<title>.*)"
)
# The same without braces, perhaps without marks; it counts only above an identifier.
_BARE = re.compile(_PREFIX + r"(?P<marks>[^\s\w{]{0,12})\s*(?P<name>[^\W\d][\w-]*)(?P<title>.*)")
_ID = re.compile(_PREFIX + r":id:\s+\S.*")
_OPTION = re.compile(
    rf"{_PREFIX}{QUOTES}[:\uff1a]{QUOTES}[^\W\d][\w-]*{QUOTES}[:\uff1a].*"
    rf"|{_PREFIX}{QUOTES}id{QUOTES}\s*[:\uff1a].*"
)
_CLOSING = re.compile(r"\s*(?P<mark>[^\s\w{}()\[\]<>|#*.,;=+-])(?:\s?(?P=mark)){1,}\s*")
_FENCE_OF_DIRECTIVE = re.compile(_PREFIX + r"(?:`{3,}|~{3,})\s*\{")
_MARKS_ALONE = re.compile(r"(?P<mark>[^|#=+*<>-])(?P=mark)+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Meant:
    """A block that was meant as an item, as lines of the text that holds it.

    :param name: The type as it is written; empty where nothing names one.
    :param title: What stands behind the type.
    :param first: The index of its first line.
    :param options: The index of the line behind the opening line.
    :param last: The index of its last line.
    :param marks: What stands before the type instead of backquotes.
    """

    name: str
    title: str
    first: int
    options: int
    last: int
    marks: str
    fault: Fault


def find_meant(
    lines: Sequence[str], *, colon_fences: bool, verbatim: frozenset[str]
) -> tuple[Meant, ...]:
    """Return the blocks that were meant as items outside code, in order, none within another.

    :param lines: The lines of a page.
    :param verbatim: The directives whose bodies hold no Markdown.
    """
    if not any(_may_begin(lines, index) for index in range(len(lines))):
        return ()
    found = _find(lines, colon_fences=colon_fences, verbatim=verbatim, is_page=True)
    return tuple(found)


def without(lines: Sequence[str], blocks: Sequence[Meant]) -> list[str]:
    """Return some lines, those of the blocks made blank."""
    hidden = {index for block in blocks for index in range(block.first, block.last + 1)}
    return ["" if index in hidden else line for index, line in enumerate(lines)]


def _may_begin(lines: Sequence[str], index: int) -> bool:
    """Say whether a line may begin an item, or hold the identifier of one without a beginning."""
    line = lines[index]
    if "{" in line:
        return not _FENCE_OF_DIRECTIVE.match(line) and _BRACES.fullmatch(line) is not None
    if ":id:" not in line or not _ID.fullmatch(line):
        return False
    return not index or not _FENCE_OF_DIRECTIVE.match(lines[index - 1])


def _find(
    lines: Sequence[str], *, colon_fences: bool, verbatim: frozenset[str], is_page: bool
) -> Iterator[Meant]:
    """Yield the blocks of a page, or of the body of a directive.

    :param is_page: Whether an identifier alone counts; in a directive it is a lost option.
    """
    index = _behind_front_matter(lines) if is_page else 0
    while index < len(lines):
        block = block_at(lines, index, colon_fences=colon_fences)
        if isinstance(block, Fence):
            name = re.match(r"\{([^\s{}]+)\}", block.info)
            if name is not None and name[1] not in verbatim:
                body = [lines[number] for number in block.body]
                start = read_options(body, 0).length
                inner = _find(
                    body[start:], colon_fences=colon_fences, verbatim=verbatim, is_page=False
                )
                for meant in inner:
                    yield _shifted(meant, block.first + 1 + start)
            index = block.last + 1
            continue
        if block is not None:
            index = block.stop
            continue
        meant_here = _read(lines, index, is_page=is_page, colon_fences=colon_fences)
        if meant_here is not None:
            yield meant_here
        index = meant_here.last + 1 if meant_here else index + 1


def _read(lines: Sequence[str], index: int, *, is_page: bool, colon_fences: bool) -> Meant | None:
    """Return the block that a line outside code begins, or names by its identifier."""
    line = lines[index]
    is_code = line.startswith(("    ", "\t")) and not may_be_in_list(lines, index)
    if is_code or not _may_begin(lines, index):
        return None
    match = _BRACES.fullmatch(line)
    if match is None:
        return _named(lines, index, colon_fences=colon_fences) if is_page else None
    marks = match["marks"].rstrip()
    below = next((n for n in range(index + 1, len(lines)) if lines[n].strip()), index)
    has_options = below > index and _OPTION.fullmatch(lines[below]) is not None
    if not has_options and marks and not _MARKS_ALONE.fullmatch(marks):
        return None
    last = _last(lines, below, marks, colon_fences=colon_fences) if has_options else index
    return Meant(
        name=match["name"],
        title=match["title"].strip(),
        first=index,
        options=below if has_options else index + 1,
        last=last,
        marks=marks,
        fault=Fault.MARKS if marks else Fault.NO_MARKS,
    )


def _named(lines: Sequence[str], index: int, *, colon_fences: bool) -> Meant:
    """Return the block whose identifier stands in running text."""
    above = _BARE.fullmatch(lines[index - 1]) if index else None
    marks = above["marks"] if above else ""
    has_marks = _MARKS_ALONE.fullmatch(marks) is not None
    return Meant(
        name=above["name"] if above else "",
        title=above["title"].strip() if above else "",
        first=index - 1 if has_marks else index,
        options=index,
        last=_last(lines, index, marks, colon_fences=colon_fences),
        marks=marks,
        fault=Fault.MARKS if has_marks else Fault.NO_OPENING,
    )


def _last(lines: Sequence[str], index: int, marks: str, *, colon_fences: bool) -> int:
    """Return the last line of a block: its closing marks, else the end of its paragraph."""
    number = index + 1
    while number < len(lines):
        line = lines[number]
        if _CLOSING.fullmatch(line) or (marks and line.strip() == marks):
            return number
        block = block_at(lines, number, colon_fences=colon_fences)
        if isinstance(block, Fence) and not block.info.startswith("{") and block.closed:
            number = block.last + 1
            continue
        if block is not None or line.startswith("#") or _may_begin(lines, number):
            break
        number += 1
    end = index
    while end + 1 < len(lines) and lines[end + 1].strip():
        end += 1
    return min(end, number - 1) if number < len(lines) else end


def _behind_front_matter(lines: Sequence[str]) -> int:
    """Return the index of the first line behind the front matter of a page."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    return next((n + 1 for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)


def _shifted(meant: Meant, by: int) -> Meant:
    return replace(meant, first=meant.first + by, options=meant.options + by, last=meant.last + by)

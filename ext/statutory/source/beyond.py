"""What of a content file only Sphinx can read: named, so that nobody guesses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from statutory.model.document import Directive, Document, Fault
from statutory.model.location import Location
from statutory.model.settings import Vocabulary
from statutory.source.fences import find_fences, may_be_in_list

# Directives that make items, change them, or hold another markup.
_MAKERS = frozenset(
    (
        *("eval-rst", "include", "list2need", "needextend", "needimport", "needservice"),
        *("needreport", "needuml", "needarch"),
    )
)

# Directives of docutils and Sphinx whose body is read as the page around it is.
_READ_AS_THE_PAGE = frozenset(
    (
        *("admonition", "attention", "caution", "danger", "error", "hint", "important"),
        *("note", "seealso", "tip", "warning", "container", "topic", "sidebar", "compound"),
        *("epigraph", "highlights", "pull-quote", "versionadded", "versionchanged"),
        *("deprecated", "rubric", "figure", "table"),
    )
)

_DEEPER = re.compile(
    r"^[ \t>*+\-\d.):]*(?:`{3,}|~{3,}|:{3,})[ \t]*\{(?P<name>[^\s{}]+)\}.*$", re.MULTILINE
)
_RST = re.compile(r"^[ \t]*\.\. (?P<name>[\w:-]+)::", re.MULTILINE)
_HTML = re.compile(r" {0,3}<(?!!--)[A-Za-z/!?]")
_HTML_OF_MANY_PARAGRAPHS = re.compile(
    r" {0,3}<(?:script|pre|style|textarea|\?|![A-Z\[])", re.IGNORECASE
)
_CLOSER = re.compile(r"[ \t]*`{3,}[ \t]*")


@dataclass(frozen=True, order=True, slots=True)
class Unreadable:
    """Something that only Sphinx can read.

    :param reason: What it is, in a few words.
    """

    location: Location
    reason: str


def find_beyond(document: Document, vocabulary: Vocabulary) -> Iterator[Unreadable]:
    """Yield what a file holds besides the directives that the scanner reads."""
    if document.undecodable_line or document.closed:
        yield Unreadable(Location(document.path, document.undecodable_line), "a broken text")
    yield from _deeper(document, vocabulary)
    if not document.directives:
        for line in _lines_of(_RST, document, vocabulary):
            yield Unreadable(Location(document.path, line), "reStructuredText")
    lines = document.text.split("\n")
    matches = (n for n, line in enumerate(lines) if _HTML_OF_MANY_PARAGRAPHS.match(line))
    html = next(matches, len(lines)) if "<" in document.text else len(lines)
    for directive in document.directives:
        index = directive.location.line - 1
        if directive.bad_escape_line:
            place = Location(document.path, directive.bad_escape_line)
            yield Unreadable(place, "a value at which the build ends")
        if directive.name in _MAKERS:
            yield Unreadable(directive.location, f"the directive {directive.name}")
        elif _matters(directive.name, vocabulary) and (
            html < index or _is_in_other_block(lines, index)
        ):
            yield Unreadable(directive.location, "a directive in a list or in HTML")


def _deeper(document: Document, vocabulary: Vocabulary) -> Iterator[Unreadable]:
    """Yield the directives that stand deeper than the scanner looks."""
    seen = {directive.location.line for directive in document.directives}
    found = [line for line in _lines_of(_DEEPER, document, vocabulary) if line not in seen]
    lines = document.text.split("\n")
    code = _code(lines) if found else frozenset()
    for line in found:
        if line not in code and not _is_indented_code(lines, line - 1):
            yield Unreadable(Location(document.path, line), "a directive in a list or a quote")


def _lines_of(
    pattern: re.Pattern[str], document: Document, vocabulary: Vocabulary
) -> Iterator[int]:
    """Yield the lines on which a pattern finds a name that matters."""
    for match in pattern.finditer(document.text):
        if _matters(match["name"], vocabulary):
            yield document.text.count("\n", 0, match.start()) + 1


def beyond_items(
    directive: Directive, around: Sequence[Directive], vocabulary: Vocabulary
) -> Iterator[Unreadable]:
    """Yield what makes the reading of an item uncertain: the directives around it."""
    for outer in around:
        if outer.name not in vocabulary.types and outer.name not in _READ_AS_THE_PAGE:
            yield Unreadable(directive.location, f"an item in the directive {outer.name}")


def lines_of_code(document: Document) -> frozenset[int]:
    """Return the lines that are code because a backquote makes an opening line none.

    The closing line of what was meant as a block then opens a block of code.
    """
    lines: set[int] = set()
    text = document.text.split("\n")
    for directive in document.directives:
        if directive.fault is Fault.BACKQUOTE and directive.location.line not in lines:
            end = directive.end_line
            closers = (n for n, line in enumerate(text[end:], end + 1) if _CLOSER.fullmatch(line))
            lines.update(range(end, next(closers, len(text)) + 1))
    return frozenset(lines)


def _matters(name: str, vocabulary: Vocabulary) -> bool:
    return name in vocabulary.types or name in _MAKERS


def _code(lines: Sequence[str]) -> frozenset[int]:
    """Return the lines of the blocks of code, counted from 1."""
    return frozenset(
        index + 1
        for fence in find_fences(lines, colon_fences=False)
        if not fence.info.startswith("{")
        for index in range(fence.first, fence.last + 1)
    )


def _is_in_other_block(lines: Sequence[str], index: int) -> bool:
    """Say whether a line may stand in a list, a quote or a paragraph of HTML."""
    above = index - 1
    while above >= 0 and lines[above].strip():
        if _HTML.match(lines[above]):
            return True
        above -= 1
    return lines[index].startswith(" ") and may_be_in_list(lines, index)


def _is_indented_code(lines: Sequence[str], index: int) -> bool:
    """Say whether a line is code, or goes on with a paragraph, because it is indented."""
    return lines[index].startswith("    ") and not may_be_in_list(lines, index)

"""The marks that a merge of versions leaves in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from statutory.model.document import Conflict
from statutory.source.fences import find_fences

_MARK = re.compile(r"(?P<mark><{7}|>{7}|\|{7}|={7})(?: .*)?")
_DIRECTIVE = re.compile(r"\{(?P<name>[^\s{}]+)\}")


def find_conflicts(
    lines: Sequence[str], *, colon_fences: bool, verbatim: frozenset[str]
) -> Iterator[Conflict]:
    """Yield the conflicts of a file, each from its first mark to its last.

    A mark is seven characters at the beginning of a line. Seven equal signs alone underline
    a heading, and a mark in a block of code is an example.

    :param verbatim: The directives whose bodies hold no Markdown.
    """
    marks = [
        (index, match["mark"][0])
        for index, line in enumerate(lines)
        if (match := _MARK.match(line))
    ]
    if not any(mark in "<>" for _, mark in marks):
        return
    code = frozenset(_code(lines, 0, colon_fences=colon_fences, verbatim=verbatim))
    start: int | None = None
    last = 0
    for index, mark in marks:
        if index in code:
            continue
        if mark == "<" and start is not None:
            yield Conflict(start + 1, last + 1)
            start = None
        if start is None and mark in "<>":
            start = index
        last = index if start is not None else last
        if mark == ">" and start is not None:
            yield Conflict(start + 1, index + 1)
            start = None
    if start is not None:
        yield Conflict(start + 1, last + 1)


def _code(
    lines: Sequence[str], first: int, *, colon_fences: bool, verbatim: frozenset[str]
) -> Iterator[int]:
    """Yield the indexes of the lines of code."""
    for fence in find_fences(lines, colon_fences=colon_fences):
        info = _DIRECTIVE.match(fence.info)
        if info is None or info["name"] in verbatim:
            if fence.closed and _is_whole(lines, fence.body):
                yield from range(first + fence.first, first + fence.last + 1)
        else:
            body = [lines[index] for index in fence.body]
            start = first + fence.first + 1
            yield from _code(body, start, colon_fences=colon_fences, verbatim=verbatim)


def _is_whole(lines: Sequence[str], body: range) -> bool:
    """Say whether a block holds as many ends of conflicts as beginnings: it is an example."""
    marks = [match["mark"][0] for index in body if (match := _MARK.fullmatch(lines[index]))]
    return marks.count("<") == marks.count(">")

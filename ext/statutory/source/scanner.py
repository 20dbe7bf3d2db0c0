"""Content files as documents: bytes, directives, options and lines."""

from __future__ import annotations

import codecs
import dataclasses
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from statutory.model.document import Directive, Document, Fault, UnclosedFence
from statutory.model.location import Location
from statutory.source.conflicts import find_conflicts
from statutory.source.decoding import decode
from statutory.source.fences import Fence, find_fences, may_be_in_list, outside_blocks
from statutory.source.meant import Meant, find_meant, without
from statutory.source.options import HIDDEN_BREAK, find_lost, read_options
from statutory.source.roles import meant_in, roles_in

_BARE_INFO = re.compile(r"(?P<name>[^\W\d]\w*)\s*(?P<title>.*)")
_ODD_INFO = re.compile(r"[^\s{A-Za-z0-9]{1,4}\{(?P<name>[^\s{}]+)\}\s*(?P<title>.*)")
_INDENTED = re.compile(r"(?P<indent> {4,}|\t)(?P<marks>`{3,}|~{3,})(?P<info>\{[^\s{}]+\}.*)")
_INFO = re.compile(r"\{(?P<name>[^\s{}]+)\}\s*(?P<title>.*)")

_NOTHING = re.compile(r"[\0\s]*#*[\0\s]*")
"""What leaves a file empty: white space, null bytes, a heading without a word."""

_MAY_HOLD_ROLE = re.compile(r"[\w}:)\]] ?`|\w\}")

# Directives whose body is not Markdown, so that what looks like an item is none.
_VERBATIM = frozenset(
    (
        *("code", "code-block", "code-cell", "csv-table", "eval-rst", "graphviz"),
        *("literalinclude", "math", "mermaid", "parsed-literal", "raw", "sourcecode"),
        "toctree",
    )
)


def scan(
    root: Path, path: str, docname: str, *, colon_fences: bool = False, markdown: bool = True
) -> Document:
    """Read a content file.

    :param root: The project's root.
    :param path: The file, relative to the root.
    :param docname: The name that Sphinx gives the document.
    :param colon_fences: Whether the project writes directives with colons too.
    :param markdown: Whether the file is Markdown; of any other only text and bytes are read.
    :raises OSError: If the file cannot be read at all.
    """
    data = (root / path).read_bytes()
    return scan_bytes(data, path, docname, colon_fences=colon_fences, markdown=markdown)


def scan_bytes(
    data: bytes, path: str, docname: str, *, colon_fences: bool = False, markdown: bool = True
) -> Document:
    """Read what a content file holds; the parameters are those of :func:`scan`."""
    text, line = decode(data)
    document = scan_text(text, path, docname, colon_fences=colon_fences, markdown=markdown)
    return dataclasses.replace(document, undecodable_line=line) if line else document


def scan_text(
    text: str, path: str, docname: str, *, colon_fences: bool = False, markdown: bool = True
) -> Document:
    """Read the text of a content file; the parameters are those of :func:`scan`."""
    mark = codecs.BOM_UTF8.decode()
    lines = _lines(text.removeprefix(mark))
    document = Document(
        path=path,
        docname=docname,
        text="\n".join(lines),
        null_line=_null_line(text.removeprefix(mark)),
        empty=_NOTHING.fullmatch(text.removeprefix(mark)) is not None,
        byte_order_mark=text.startswith(mark),
        carriage_returns="\r" in text,
        hidden_breaks=tuple(
            number for number, line in enumerate(lines, 1) if HIDDEN_BREAK.search(line)
        ),
        conflicts=tuple(find_conflicts(lines, colon_fences=colon_fences, verbatim=_VERBATIM)),
    )
    if not markdown:
        return document
    meant = find_meant(lines, colon_fences=colon_fences, verbatim=_VERBATIM)
    blocks = [_directive(lines, path, block) for block in meant]
    lines = without(lines, meant)
    found = [
        *blocks,
        *_directives(lines, path, 1, colon_fences=colon_fences),
        *_indented(lines, path, colon_fences=colon_fences),
    ]
    has_roles = any(map(_MAY_HOLD_ROLE.search, lines))
    running = list(_running_text(lines, 1, colon_fences=colon_fences)) if has_roles else []
    return dataclasses.replace(
        document,
        directives=tuple(sorted(found, key=lambda directive: directive.location.line)),
        roles=tuple(role for line in running for role in roles_in(*line)),
        meant_roles=tuple(role for line in running for role in meant_in(*line)),
        unclosed=tuple(_unclosed(lines, 1, colon_fences=colon_fences)),
    )


def _null_line(text: str) -> int:
    """Return the line of the first null byte, where there is text too; 0 for none."""
    before, null, _ = text.partition("\0")
    return before.count("\n") + 1 if null and not _NOTHING.fullmatch(text) else 0


def _lines(text: str) -> list[str]:
    """Return the lines of a text as Markdown has them: NUL is the replacement character."""
    plain = (
        text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\N{REPLACEMENT CHARACTER}")
    )
    return plain.removesuffix("\n").split("\n")


def _directives(
    lines: Sequence[str],
    path: str,
    first_line: int,
    *,
    colon_fences: bool,
    in_code: bool = False,
) -> Iterator[Directive]:
    """Yield the directives of some lines and of the bodies of those directives.

    :param in_code: Whether the lines are those of a block of code.
    """
    for fence in find_fences(lines, colon_fences=colon_fences):
        body = [_outdented(lines[index], fence.indent) for index in fence.body]
        body_line = first_line + fence.first + 1
        info, fault = _read_info(fence, body)
        if info is None:
            if _taken_in(fence, body, colon_fences=colon_fences):
                yield from _directives(
                    body, path, body_line, colon_fences=colon_fences, in_code=True
                )
            continue
        block = read_options(body, body_line)
        content = body[block.length :]
        content_line = body_line + block.length
        yield Directive(
            name=info["name"],
            title=info["title"].strip(),
            location=Location(path, first_line + fence.first),
            end_line=first_line + fence.last,
            options=block.options,
            bad_escape_line=block.bad_escape_line,
            options_dropped=block.dropped,
            in_code=in_code,
            fault=fault,
            lost=find_lost(block, outside_blocks(content, colon_fences=colon_fences), content_line),
        )
        if fault is None and info["name"] not in _VERBATIM:
            yield from _directives(
                content, path, content_line, colon_fences=colon_fences, in_code=in_code
            )


def _directive(lines: Sequence[str], path: str, meant: Meant) -> Directive:
    """Return a block that was meant as an item as a directive with its fault."""
    body = [line.lstrip() for line in lines[meant.options : meant.last + 1]]
    return Directive(
        name=meant.name,
        title=meant.title,
        location=Location(path, meant.first + 1),
        end_line=meant.last + 1,
        options=read_options(body, meant.options + 1).options,
        fault=meant.fault,
    )


def _indented(lines: Sequence[str], path: str, *, colon_fences: bool) -> Iterator[Directive]:
    """Yield the blocks that were meant as items but are indented so far that they are code.

    Those in a list are left to Sphinx.
    """
    if not any(map(_INDENTED.fullmatch, lines)):
        return
    outside = outside_blocks(lines, colon_fences=colon_fences)
    for index, line in enumerate(outside):
        match = _INDENTED.fullmatch(line)
        if match is None or may_be_in_list(outside, index):
            continue
        body = [text.removeprefix(match["indent"]) for text in outside[index + 1 :]]
        last = next((n for n, text in enumerate(body) if text == match["marks"]), len(body))
        info = _INFO.fullmatch(match["info"].strip())
        if info is not None and body and body[0].startswith(":id:"):
            yield Directive(
                name=info["name"],
                title=info["title"].strip(),
                location=Location(path, index + 1),
                end_line=min(index + last + 2, len(lines)),
                options=read_options(body[:last], index + 2).options,
                fault=Fault.INDENTED,
            )


def _running_text(
    lines: Sequence[str], first_line: int, *, colon_fences: bool
) -> Iterator[tuple[str, int]]:
    """Yield the lines of running text, and then those in the bodies of their directives."""
    outside = outside_blocks(lines, colon_fences=colon_fences)
    yield from ((text, line) for line, text in enumerate(outside, first_line) if text)
    for fence in find_fences(lines, colon_fences=colon_fences):
        if not _is_verbatim(fence):
            body = [_outdented(lines[index], fence.indent) for index in fence.body]
            yield from _running_text(body, first_line + fence.first + 1, colon_fences=colon_fences)


def _read_info(fence: Fence, body: Sequence[str]) -> tuple[re.Match[str] | None, Fault | None]:
    """Return the name and the title that a fence opens with, and why it is no directive.

    A fence without braces is meant as a directive where an identifier stands below it.
    """
    info = _INFO.fullmatch(fence.info)
    if info is not None:
        return info, Fault.BACKQUOTE if fence.marks[0] == "`" and "`" in fence.info else None
    if not body or not body[0].startswith(":id:"):
        return None, None
    bare = _BARE_INFO.fullmatch(fence.info)
    odd = _ODD_INFO.fullmatch(fence.info)
    return (bare, Fault.NO_BRACES) if bare else (odd, Fault.MARKS if odd else None)


def _unclosed(
    lines: Sequence[str], first_line: int, *, colon_fences: bool
) -> Iterator[UnclosedFence]:
    """Yield the fences that nothing closes, the outermost of each nest."""
    for fence in find_fences(lines, colon_fences=colon_fences):
        body = [_outdented(lines[index], fence.indent) for index in fence.body]
        body_line = first_line + fence.first + 1
        taken = _taken_in(fence, body, colon_fences=colon_fences)
        if taken is not None or not fence.closed:
            end_line = first_line + fence.last
            before = body_line + taken.first if taken else end_line + 1
            yield UnclosedFence(line=first_line + fence.first, before=before, end_line=end_line)
        elif not _is_verbatim(fence):
            yield from _unclosed(body, body_line, colon_fences=colon_fences)


def _taken_in(outer: Fence, body: Sequence[str], *, colon_fences: bool) -> Fence | None:
    """Return the fence that an unclosed one has taken into its body, or ``None``.

    A block that lacks its closing line takes the next block in, and that one's closing
    line closes the first: what then looks open is the inner fence, of the same marks.
    """
    for inner in find_fences(body, colon_fences=colon_fences):
        same = inner.marks.startswith(outer.marks)
        if same and inner.info and not inner.closed:
            return inner
    return None


def _is_verbatim(fence: Fence) -> bool:
    info = _INFO.fullmatch(fence.info)
    return info is None or info["name"] in _VERBATIM


def _outdented(line: str, indent: int) -> str:
    """Return a line without the indentation of the fence that it stands in."""
    spaces = len(line) - len(line.lstrip(" "))
    return line[min(indent, spaces) :]

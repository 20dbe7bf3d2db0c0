"""Pages: headings, tables of contents, plain text, and the file as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statutory.source.fences import outside_blocks
from tests.mutation.mutants import Change, Page
from tests.mutation.operators.options import without_letter
from tests.mutation.operators.registry import Part, operator

OTHER_HEADING = "Muu otsikko"
_HEADING = re.compile(r"(?P<marks>#{1,6}) +(?P<text>.+)")
_TOC = "toctree"
_FILTER = "filter"
_NAME = re.compile(r"[A-Za-z_]{2,}")


def _headings(page: Page) -> Iterator[tuple[int, str, str]]:
    """Yield the line, the marks and the text of every heading."""
    for line, text in enumerate(outside_blocks(page.lines, colon_fences=False), start=1):
        match = _HEADING.fullmatch(text)
        if match is not None:
            yield line, match["marks"], match["text"]


def _entries(page: Page) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of every entry of a table of contents."""
    lines = page.lines
    for directive in page.document.directives:
        if directive.name == _TOC:
            for line in range(directive.location.line + 1, directive.end_line):
                text = lines[line - 1].strip()
                if text and not text.startswith(":"):
                    yield line, text


def _line(line: int, *new: str, before: str, after: str) -> Change:
    return Change(start=line, count=1, new=new, before=before, after=after)


def _file(*, after: str, codec: str = "utf-8", newline: str = "\n") -> Change:
    """Return the page written in another way, line by line the same."""
    return Change(start=1, count=0, new=(), after=after, codec=codec, newline=newline)


@operator(Part.TEXT)
def delete_heading(page: Page) -> Iterator[Change]:
    """Take a heading away."""
    for line, _, text in _headings(page):
        yield _line(line, "", before=text, after="")


@operator(Part.TEXT)
def other_heading(page: Page) -> Iterator[Change]:
    """Write another heading."""
    for line, marks, text in _headings(page):
        yield _line(line, f"{marks} {OTHER_HEADING}", before=text, after=OTHER_HEADING)


@operator(Part.TEXT)
def deepen_heading(page: Page) -> Iterator[Change]:
    """Write a heading one level deeper."""
    for line, marks, text in _headings(page):
        yield _line(line, f"#{marks} {text}", before=f"{marks} {text}", after=f"#{marks} {text}")


@operator(Part.TEXT)
def delete_entry(page: Page) -> Iterator[Change]:
    """Take an entry of a table of contents away."""
    for line, text in _entries(page):
        yield _line(line, before=text, after="")


@operator(Part.TEXT)
def misspell_entry(page: Page) -> Iterator[Change]:
    """Leave a letter out of an entry of a table of contents."""
    for line, text in _entries(page):
        entry = without_letter(page, f"{line}", text)
        yield _line(line, entry, before=text, after=entry)


@operator(Part.TEXT)
def delete_text(page: Page) -> Iterator[Change]:
    """Take a line of plain text away."""
    headings = {line for line, *_ in _headings(page)}
    for line, text in enumerate(outside_blocks(page.lines, colon_fences=False), start=1):
        if text.strip() and line not in headings:
            yield _line(line, "", before=text[:60], after="")


@operator(Part.BLOCK)
def misspell_filter(page: Page) -> Iterator[Change]:
    """Leave a letter out of the first name in a filter."""
    for directive in page.document.directives:
        for option in directive.options:
            old = page.lines[option.line - 1]
            if option.name == _FILTER and option.value and old.endswith(option.value):
                name = _NAME.match(option.value)
                word = name[0] if name else ""
                value = without_letter(page, f"{option.line} filter", word)
                new = f"{old.removesuffix(option.value)}{value}{option.value[len(word) :]}"
                if new != old:
                    yield _line(option.line, new, before=old, after=new)


@operator(Part.BLOCK)
def cut_file(page: Page) -> Iterator[Change]:
    """End the file in the middle of an item."""
    lines = page.lines
    for block in page.blocks():
        line = (block.location.line + block.end_line) // 2 + 1
        yield Change(
            start=line,
            count=len(lines) - line + 1,
            new=("",),
            item=block.id,
            before=f"{len(lines)} lines",
            after=f"{line - 1} lines",
        )


@operator(Part.BLOCK)
def empty_file(page: Page) -> Iterator[Change]:
    """Leave nothing in the file."""
    count = len(page.lines)
    yield Change(start=1, count=count, new=("",), before=f"{count} lines", after="nothing")


@operator(Part.BLOCK)
def latin_1(page: Page) -> Iterator[Change]:
    """Save the file in the code of old editors."""
    text = page.document.text
    if not text.isascii():
        try:
            text.encode("latin-1")
        except UnicodeEncodeError:
            return
        yield _file(after="Latin-1", codec="latin-1")


@operator(Part.BLOCK)
def byte_order_mark(_page: Page) -> Iterator[Change]:
    """Save the file with a byte order mark."""
    yield _file(after="byte order mark", codec="utf-8-sig")


@operator(Part.BLOCK)
def carriage_returns(_page: Page) -> Iterator[Change]:
    """Save the file with the line ends of Windows."""
    yield _file(after="CR LF", newline="\r\n")

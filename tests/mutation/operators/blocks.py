"""Blocks: items taken away, doubled, moved, and their fences, types, titles, identifiers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from statutory.model.document import Directive
from tests.mutation.mutants import Change, Page, Written
from tests.mutation.operators.options import on_line, without_letter
from tests.mutation.operators.registry import Part, operator

OTHER_TITLE = "Muu otsikko"
TELEPHONE = "Puh. 040 123 4567."
ADDRESS = "etunimi.sukunimi@esimerkki.fi"
_OPENING = re.compile(r"(?P<indent> *)(?P<marks>`{3,}|~{3,})\{(?P<name>[^}]+)\}(?P<title>.*)")


def _whole(block: Directive, *new: str, after: str) -> Change:
    """Return the change of all lines of a block."""
    return Change(
        start=block.location.line,
        count=block.end_line - block.location.line + 1,
        new=new,
        item=block.id,
        before=f"{block.name} {block.title}",
        after=after,
    )


def _openings(page: Page) -> Iterator[tuple[Directive, re.Match[str]]]:
    """Yield every block with its opening line, taken apart."""
    lines = page.lines
    for block in page.blocks():
        match = _OPENING.fullmatch(lines[block.location.line - 1])
        if match is not None:
            yield block, match


def _opening(block: Directive, line: str, *more: str) -> Change:
    """Return the change of the opening line of a block."""
    return Change(
        start=block.location.line,
        count=1,
        new=(line, *more),
        item=block.id,
        before=f"{block.name} {block.title}",
        after=line,
    )


def _ids(page: Page) -> Iterator[tuple[Directive, Written]]:
    """Yield every block with its identifier."""
    for block in page.blocks():
        for option in page.options(block):
            if option.name == "id":
                yield block, option


@operator(Part.BLOCK)
def delete_item(page: Page) -> Iterator[Change]:
    """Take a whole item away."""
    for block in page.blocks():
        yield _whole(block, after="")


@operator(Part.BLOCK)
def repeat_item(page: Page) -> Iterator[Change]:
    """Write a whole item twice."""
    for block in page.blocks():
        lines = page.lines[block.location.line - 1 : block.end_line]
        yield _whole(block, *lines, "", *lines, after="twice")


@operator(Part.BLOCK)
def swap_items(page: Page) -> Iterator[Change]:
    """Exchange two items that follow each other."""
    lines = page.lines
    blocks = list(page.blocks())
    for first, second in itertools.pairwise(blocks):
        if second.location.line > first.end_line:
            one = lines[first.location.line - 1 : first.end_line]
            between = lines[first.end_line : second.location.line - 1]
            other = lines[second.location.line - 1 : second.end_line]
            yield Change(
                start=first.location.line,
                count=second.end_line - first.location.line + 1,
                new=(*other, *between, *one),
                item=first.id,
                before=f"{first.id}, {second.id}",
                after=f"{second.id}, {first.id}",
            )


@operator(Part.BLOCK)
def delete_body(page: Page) -> Iterator[Change]:
    """Take the text of an item away."""
    lines = page.lines
    for block in page.blocks():
        body = page.body(block)
        text = [lines[line - 1] for line in body]
        if any(map(str.strip, text)):
            yield Change(
                start=body.start,
                count=len(body),
                new=("",),
                item=block.id,
                before=" ".join(text).strip()[:60],
            )


def _with_text(page: Page, text: str) -> Iterator[Change]:
    """Yield every block with one more line of text at its end."""
    for block in page.blocks():
        lines = ("", text, page.lines[block.end_line - 1])
        yield Change(start=block.end_line, count=1, new=lines, item=block.id, after=text)


@operator(Part.BLOCK)
def add_telephone(page: Page) -> Iterator[Change]:
    """Write a telephone number into the text of an item."""
    yield from _with_text(page, TELEPHONE)


@operator(Part.BLOCK)
def add_address(page: Page) -> Iterator[Change]:
    """Write the e-mail address of a person into the text of an item."""
    yield from _with_text(page, ADDRESS)


@operator(Part.BLOCK)
def delete_closing(page: Page) -> Iterator[Change]:
    """Take the closing line of an item away."""
    for block in page.blocks():
        yield Change(start=block.end_line, count=1, new=(), item=block.id, before="closing line")


@operator(Part.BLOCK)
def delete_opening(page: Page) -> Iterator[Change]:
    """Take the opening line of an item away."""
    for block in page.blocks():
        yield Change(
            start=block.location.line, count=1, new=(), item=block.id, before="opening line"
        )


@operator(Part.BLOCK)
def lengthen_opening(page: Page) -> Iterator[Change]:
    """Write one mark more into the opening line than the closing line has."""
    for block, match in _openings(page):
        marks = match["marks"] + match["marks"][0]
        yield _opening(block, f"{match['indent']}{marks}{{{match['name']}}}{match['title']}")


@operator(Part.BLOCK)
def indent_item(page: Page) -> Iterator[Change]:
    """Indent an item by four spaces, so that it is code."""
    for block in page.blocks():
        lines = page.lines[block.location.line - 1 : block.end_line]
        yield _whole(block, *(f"    {line}".rstrip() for line in lines), after="indented")


@operator(Part.BLOCK)
def bare_type(page: Page) -> Iterator[Change]:
    """Write a type without its braces."""
    for block, match in _openings(page):
        yield _opening(block, f"{match['indent']}{match['marks']}{match['name']}{match['title']}")


@operator(Part.ITEM)
def misspell_type(page: Page) -> Iterator[Change]:
    """Leave a letter out of a type."""
    for block, match in _openings(page):
        name = without_letter(page, f"{block.id} type", match["name"])
        if name not in page.catalogue.vocabulary.types:
            yield _opening(block, f"{match['indent']}{match['marks']}{{{name}}}{match['title']}")


@operator(Part.ITEM)
def other_type(page: Page) -> Iterator[Change]:
    """Write another type."""
    for block, match in _openings(page):
        others = [name for name in page.catalogue.vocabulary.types if name != match["name"]]
        name = page.pick(f"{block.id} other type", others)
        if name is not None:
            yield _opening(block, f"{match['indent']}{match['marks']}{{{name}}}{match['title']}")


@operator(Part.ITEM)
def blank_title(page: Page) -> Iterator[Change]:
    """Take the title of an item away."""
    for block, match in _openings(page):
        yield _opening(block, f"{match['indent']}{match['marks']}{{{match['name']}}}")


@operator(Part.ITEM)
def other_title(page: Page) -> Iterator[Change]:
    """Write another title."""
    for block, match in _openings(page):
        opening = f"{match['indent']}{match['marks']}{{{match['name']}}}"
        yield _opening(block, f"{opening} {OTHER_TITLE}")


@operator(Part.BLOCK)
def backquote_in_title(page: Page) -> Iterator[Change]:
    """Put a word of the title between backquotes."""
    for block, match in _openings(page):
        opening = f"{match['indent']}{match['marks']}{{{match['name']}}}"
        first, _, rest = match["title"].strip().partition(" ")
        yield _opening(block, f"{opening} `{first}` {rest}".rstrip())


@operator(Part.ITEM)
def misspell_id(page: Page) -> Iterator[Change]:
    """Leave a letter out of an identifier."""
    for block, option in _ids(page):
        id_ = without_letter(page, f"{block.id} id", option.value)
        if id_ not in page.catalogue.items:
            yield on_line(block, option, option.with_value(id_), after=id_)


@operator(Part.ITEM)
def other_id(page: Page) -> Iterator[Change]:
    """Write an identifier that no item has."""
    for block, option in _ids(page):
        id_ = f"{option.value}-X"
        yield on_line(block, option, option.with_value(id_), after=id_)


@operator(Part.ITEM)
def taken_id(page: Page) -> Iterator[Change]:
    """Write the identifier of another item."""
    for block, option in _ids(page):
        others = [id_ for id_ in page.catalogue.items if id_ != option.value]
        id_ = page.pick(f"{block.id} taken", others)
        if id_ is not None:
            yield on_line(block, option, option.with_value(id_), after=id_)


@operator(Part.ITEM)
def lower_id(page: Page) -> Iterator[Change]:
    """Write an identifier in small letters."""
    for block, option in _ids(page):
        id_ = option.value.lower()
        if id_ != option.value:
            yield on_line(block, option, option.with_value(id_), after=id_)

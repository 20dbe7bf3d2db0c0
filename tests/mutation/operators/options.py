"""Options taken away, emptied, written twice, misspelt, or lost to MyST."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from statutory.model.document import Directive
from tests.mutation.mutants import Change, Page, Written
from tests.mutation.operators.registry import Part, operator


def on_line(block: Directive, option: Written, *new: str, after: str) -> Change:
    """Return the change of the line of an option."""
    return Change(
        start=option.line,
        count=1,
        new=new,
        item=block.id,
        option=option.name,
        before=option.value,
        after=after,
    )


def without_letter(page: Page, key: str, word: str) -> str:
    """Return a word without one letter, as a typing slip leaves it."""
    index = page.pick(key, range(1, len(word)))
    return word if index is None else word[:index] + word[index + 1 :]


@operator(Part.ITEM)
def delete_option(page: Page) -> Iterator[Change]:
    """Take the line of an option away."""
    for block in page.blocks():
        for option in page.options(block):
            yield on_line(block, option, after="")


@operator(Part.ITEM)
def blank_option(page: Page) -> Iterator[Change]:
    """Take the value of an option away and leave its name."""
    for block in page.blocks():
        for option in page.options(block):
            yield on_line(block, option, option.with_value(""), after="")


@operator(Part.ITEM)
def repeat_option(page: Page) -> Iterator[Change]:
    """Write the line of an option twice."""
    for block in page.blocks():
        for option in page.options(block):
            line = option.with_value(option.value)
            yield on_line(block, option, line, line, after=f"{option.value}, twice")


@operator(Part.ITEM)
def swap_options(page: Page) -> Iterator[Change]:
    """Exchange two options that follow each other."""
    for block in page.blocks():
        written = list(page.options(block))
        for first, second in itertools.pairwise(written):
            if second.line == first.line + 1:
                yield Change(
                    start=first.line,
                    count=2,
                    new=(second.with_value(second.value), first.with_value(first.value)),
                    item=block.id,
                    option=first.name,
                    before=f"{first.name}, {second.name}",
                    after=f"{second.name}, {first.name}",
                )


@operator(Part.ITEM)
def misspell_option(page: Page) -> Iterator[Change]:
    """Leave a letter out of the name of an option."""
    for block in page.blocks():
        for option in page.options(block):
            name = without_letter(page, f"{block.id} {option.name}", option.name)
            if name not in page.catalogue.vocabulary.types[block.name].options:
                yield on_line(block, option, option.with_name(name), after=name)


@operator(Part.ITEM)
def blank_line_before_option(page: Page) -> Iterator[Change]:
    """Put a blank line before an option."""
    for block in page.blocks():
        for option in page.options(block):
            yield on_line(block, option, "", option.with_value(option.value), after="blank line")


@operator(Part.ITEM)
def number_sign(page: Page) -> Iterator[Change]:
    """Put a number sign before the last word of a value."""
    for block in page.blocks():
        for option in page.options(block):
            head, _, last = option.value.rpartition(" ")
            if last:
                value = f"{head} # {last}".strip()
                yield on_line(block, option, option.with_value(value), after=value)


@operator(Part.ITEM)
def quote_first_word(page: Page) -> Iterator[Change]:
    """Put the first word of a value into quotation marks."""
    for block in page.blocks():
        for option in page.options(block):
            first, space, rest = option.value.partition(" ")
            if first and '"' not in first:
                value = f'"{first}"{space}{rest}'
                yield on_line(block, option, option.with_value(value), after=value)

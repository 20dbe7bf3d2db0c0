"""Values of fields changed for others, right and wrong ones."""

from __future__ import annotations

from collections.abc import Iterator

from statutory.model.document import Directive
from tests.mutation.mutants import Change, Page, Written
from tests.mutation.operators.options import on_line, without_letter
from tests.mutation.operators.registry import Part, operator

OTHER_TEXT = "Muu teksti"


def _fields(page: Page) -> Iterator[tuple[Directive, Written, tuple[str, ...]]]:
    """Yield every option that is a field, with its block and the values it may have."""
    vocabulary = page.catalogue.vocabulary
    for block in page.blocks():
        for option in page.options(block):
            if option.name in vocabulary.fields and option.value:
                schema = vocabulary.schemas.get(block.name, {}).get(option.name)
                yield block, option, schema.allowed if schema else ()


@operator(Part.ITEM)
def misspell_value(page: Page) -> Iterator[Change]:
    """Leave a letter out of a value of a list."""
    for block, option, allowed in _fields(page):
        value = without_letter(page, f"{block.id} {option.name}", option.value)
        if allowed and value not in allowed:
            yield on_line(block, option, option.with_value(value), after=value)


@operator(Part.ITEM)
def other_value(page: Page) -> Iterator[Change]:
    """Write another value of a list."""
    for block, option, allowed in _fields(page):
        others = [value for value in allowed if value != option.value]
        value = page.pick(f"{block.id} {option.name}", others)
        if value is not None:
            yield on_line(block, option, option.with_value(value), after=value)


@operator(Part.ITEM)
def other_number(page: Page) -> Iterator[Change]:
    """Write the next whole number; times have operators of their own."""
    fields = page.catalogue.settings.fields
    times = {fields.period, fields.term, fields.published}
    for block, option, _ in _fields(page):
        if option.value.isdecimal() and option.name not in times:
            value = str(int(option.value) + 1)
            yield on_line(block, option, option.with_value(value), after=value)


@operator(Part.ITEM)
def other_name(page: Page) -> Iterator[Change]:
    """Name another field or link in a field that names one."""
    catalogue = page.catalogue
    names = (*catalogue.vocabulary.fields, *catalogue.vocabulary.links)
    for block, option, _ in _fields(page):
        if option.value in names:
            value = page.pick(f"{block.id}", [name for name in names if name != option.value])
            if value is not None:
                yield on_line(block, option, option.with_value(value), after=value)


@operator(Part.ITEM)
def misspell_text(page: Page) -> Iterator[Change]:
    """Leave a letter out of a free text."""
    for block, option, allowed in _fields(page):
        value = without_letter(page, f"{block.id} {option.name}", option.value)
        if not allowed and value != option.value:
            yield on_line(block, option, option.with_value(value), after=value)


@operator(Part.ITEM)
def other_text(page: Page) -> Iterator[Change]:
    """Write something else into a free text."""
    for block, option, allowed in _fields(page):
        if not allowed:
            yield on_line(block, option, option.with_value(OTHER_TEXT), after=OTHER_TEXT)


@operator(Part.ITEM)
def taken_former_id(page: Page) -> Iterator[Change]:
    """Name the identifier of another item as a former one."""
    field = page.catalogue.settings.fields.former_ids
    for block, option, _ in _fields(page):
        others = [id_ for id_ in page.catalogue.items if id_ not in {block.id, option.value}]
        value = page.pick(f"{block.id} former", others)
        if option.name == field and value is not None:
            yield on_line(block, option, option.with_value(value), after=value)

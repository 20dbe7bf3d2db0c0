"""Times shifted, turned round, cut short, or written as no reader can read them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from statutory.model.document import Directive
from tests.mutation.mutants import Change, Page, Written
from tests.mutation.operators.options import on_line
from tests.mutation.operators.registry import Part, operator

_YEAR = re.compile(r"\b\d{4}(?=\b|[-~?%/])")
_YEAR_MONTH = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])\b")
_MONTHS = 12


def _times(page: Page) -> Iterator[tuple[Directive, Written]]:
    """Yield every option that holds a time, with its block."""
    fields = page.catalogue.settings.fields
    return _of_fields(page, fields.period, fields.term, fields.published, fields.waiver_expiry)


def _of_fields(page: Page, *names: str) -> Iterator[tuple[Directive, Written]]:
    """Yield every option of some fields that has a value, with its block."""
    for block in page.blocks():
        for option in page.options(block):
            if option.name in names and option.value:
                yield block, option


def _changed(page: Page, change: Callable[[str], str]) -> Iterator[Change]:
    """Yield every time changed as told, where that makes a difference."""
    for block, option in _times(page):
        value = change(option.value)
        if value != option.value:
            yield on_line(block, option, option.with_value(value), after=value)


def _shifted(years: int, text: str) -> str:
    return _YEAR.sub(lambda match: str(int(match[0]) + years), text)


def _next_month(match: re.Match[str]) -> str:
    year, month = divmod(int(match[1]) * _MONTHS + int(match[2]), _MONTHS)
    return f"{year}-{month + 1:02}"


@operator(Part.ITEM)
def year_later(page: Page) -> Iterator[Change]:
    """Move a time one year on."""
    yield from _changed(page, lambda text: _shifted(1, text))


@operator(Part.ITEM)
def year_earlier(page: Page) -> Iterator[Change]:
    """Move a time one year back."""
    yield from _changed(page, lambda text: _shifted(-1, text))


@operator(Part.ITEM)
def decade_later(page: Page) -> Iterator[Change]:
    """Move a time ten years on."""
    yield from _changed(page, lambda text: _shifted(10, text))


@operator(Part.ITEM)
def month_later(page: Page) -> Iterator[Change]:
    """Move a time of known months one month on."""
    yield from _changed(page, lambda text: _YEAR_MONTH.sub(_next_month, text))


@operator(Part.ITEM)
def reverse_time(page: Page) -> Iterator[Change]:
    """Exchange the beginning and the end of a period."""
    yield from _changed(page, lambda text: "/".join(reversed(text.split("/"))))


@operator(Part.ITEM)
def cut_end(page: Page) -> Iterator[Change]:
    """Take the end of a period away."""
    yield from _changed(page, lambda text: text.partition("/")[0] or text)


@operator(Part.ITEM)
def impossible_month(page: Page) -> Iterator[Change]:
    """Write a month that the calendar lacks."""
    yield from _changed(page, lambda text: _YEAR_MONTH.sub(r"\1-13", text))


@operator(Part.ITEM)
def finnish_time(page: Page) -> Iterator[Change]:
    """Write months as Finns do, the month before the year."""
    yield from _changed(page, lambda text: _YEAR_MONTH.sub(r"\2/\1", text))


@operator(Part.ITEM)
def long_ago_review(page: Page) -> Iterator[Change]:
    """Move the day of a review ten years back."""
    for block, option in _of_fields(page, page.catalogue.settings.fields.reviewed):
        value = _shifted(-10, option.value)
        if value != option.value:
            yield on_line(block, option, option.with_value(value), after=value)


@operator(Part.ITEM)
def last_day_soon(page: Page) -> Iterator[Change]:
    """Let a waiver end within a month."""
    settings = page.catalogue.settings
    value = (settings.waiver_day + dt.timedelta(days=30)).isoformat()
    for block, option in _of_fields(page, settings.fields.waiver_expiry):
        if value != option.value:
            yield on_line(block, option, option.with_value(value), after=value)

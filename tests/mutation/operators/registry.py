"""The register of operators and the decorator that fills it."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.mutation.mutants import Change, Page

Run = Callable[[Page], Iterator[Change]]


class Part(enum.Enum):
    """The part of a page that an operator changes."""

    ITEM = "the opening line or the options of an item: the items tell all of it"
    BLOCK = "a block: its place, its fences or its body"
    TEXT = "the page around the items, which Sphinx alone judges"


@dataclass(frozen=True, kw_only=True, slots=True)
class Operator:
    """An operator: its name, what it changes, and the generator that does it."""

    name: str
    part: Part
    summary: str
    run: Run


OPERATORS: dict[str, Operator] = {}
"""Every operator by name, in the order in which the modules declare them."""


def operator(part: Part) -> Callable[[Run], Run]:
    """Register a generator as an operator, named as the function is, and return it."""

    def register(run: Run) -> Run:
        name = run.__name__.replace("_", "-")
        summary = (run.__doc__ or "").splitlines()[0]
        OPERATORS[name] = Operator(name=name, part=part, summary=summary, run=run)
        return run

    return register

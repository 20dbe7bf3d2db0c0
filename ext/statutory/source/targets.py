"""Targets of links as authors write them: identifiers, each perhaps with a condition.

``ID[condition]`` leads to ``ID`` and says what has to hold of it, for example that it has not
changed since a review. The reading is that of sphinx-needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SEPARATORS = re.compile(r"[;|,]")


@dataclass(frozen=True, slots=True)
class Target:
    """A target of a link as it is written.

    :param id: The identifier of the item.
    :param part: The part of the item; empty where the whole item is meant.
    :param condition: What has to hold of the target; empty where nothing has to.
    """

    id: str
    part: str = ""
    condition: str = ""

    @property
    def address(self) -> str:
        """The identifier with its part."""
        return f"{self.id}.{self.part}" if self.part else self.id


@dataclass(frozen=True, slots=True)
class WrittenTarget:
    """A target with its place in the value of its option.

    :param start: Where its text begins in the value.
    :param end: The place behind its text.
    """

    target: Target
    start: int
    end: int


def read_targets(value: str) -> tuple[Target, ...]:
    """Return the targets that the value of a link names, in the order written."""
    return tuple(written.target for written in written_targets(value))


def written_targets(value: str) -> Iterator[WrittenTarget]:
    """Yield the targets that the value of a link names, with their places."""
    start = 0
    for end in (*(match.start() for match in _SEPARATORS.finditer(value)), len(value)):
        text = value[start:end]
        if text.strip():
            first = start + len(text) - len(text.lstrip())
            yield WrittenTarget(_read_target(text.strip()), first, first + len(text.strip()))
        start = end + 1


def _read_target(text: str) -> Target:
    """Return one target; brackets without their match belong to the identifier."""
    address, bracket, _ = text.partition("[")
    if not address or not bracket:
        return _at(text)
    rest = text[len(address) :]
    depth = len(rest) - len(rest.lstrip("["))
    condition, closing, _ = rest[depth:].partition("]" * depth)
    if not closing:
        return _at(text)
    return _at(address, condition)


def _at(address: str, condition: str = "") -> Target:
    id_, _, part = address.partition(".")
    return Target(id_, part, condition)

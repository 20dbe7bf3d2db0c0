"""Pages, the places in them that can be changed, and changed pages."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from statutory.model.catalogue import Catalogue
from statutory.model.document import Directive, Document

T = TypeVar("T")

_OPTION = re.compile(r"(?P<indent>[ \t]*):(?P<name>[^\s:]+):(?:[ \t]+(?P<value>.*))?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A change of some lines of a page: what an operator yields.

    :param start: The first line that is replaced, counted from 1.
    :param count: How many lines are replaced.
    :param new: The lines that stand there instead.
    :param item: The identifier of the item that is changed; empty where none is.
    :param option: The option that is changed; empty where none is.
    :param before: What stood there, in short.
    :param after: What stands there now, in short.
    :param codec: How the changed file is encoded.
    :param newline: How its lines end.
    """

    start: int
    count: int
    new: tuple[str, ...]
    item: str = ""
    option: str = ""
    before: str = ""
    after: str = ""
    codec: str = "utf-8"
    newline: str = "\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class Mutant:
    """A page with one change.

    :param project: The name of the project that the page is of.
    :param path: The page, relative to the project's root.
    """

    operator: str
    project: str
    path: str
    change: Change

    def content(self, text: str) -> bytes:
        """Return the changed file.

        :param text: The text of the page without the change.
        """
        lines = text.split("\n")
        start = self.change.start - 1
        lines[start : start + self.change.count] = self.change.new
        return self.change.newline.join(lines).encode(self.change.codec)

    def __str__(self) -> str:
        change = self.change
        subject = " ".join(filter(None, (change.item, change.option)))
        return (
            f"{self.operator} at {self.project}/{self.path}:{change.start} {subject}: "
            f"{change.before!r} → {change.after!r}"
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """An option as it is written on a line of its own."""

    line: int
    indent: str
    name: str
    value: str

    def with_value(self, value: str) -> str:
        """Return the line with another value."""
        return f"{self.indent}:{self.name}:{' ' if value else ''}{value}"

    def with_name(self, name: str) -> str:
        """Return the line with another name."""
        return f"{self.indent}:{name}: {self.value}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A page of a project, with what its operators have to know.

    :param catalogue: The unchanged project.
    :param seed: What the random choices of a run come from.
    """

    document: Document
    catalogue: Catalogue
    seed: int

    @property
    def lines(self) -> Sequence[str]:
        """The lines of the page."""
        return self.document.text.split("\n")

    def blocks(self) -> Iterator[Directive]:
        """Yield the directives that make items, in order."""
        for directive in self.document.directives:
            item = self.catalogue.items.get(directive.id)
            if item is not None and item.location == directive.location:
                yield directive

    def options(self, block: Directive) -> Iterator[Written]:
        """Yield the options of a block that stand each on a line of its own."""
        lines = self.lines
        for option in block.options:
            match = _OPTION.fullmatch(lines[option.line - 1])
            if match is not None and match["name"] == option.name:
                yield Written(
                    line=option.line,
                    indent=match["indent"],
                    name=option.name,
                    value=(match["value"] or "").strip(),
                )

    def body(self, block: Directive) -> range:
        """Return the lines of a block between its options and its closing line."""
        first = max([block.location.line, *(option.line for option in block.options)]) + 1
        return range(first, block.end_line)

    def pick(self, key: str, candidates: Sequence[T]) -> T | None:
        """Return one of some candidates, always the same; ``None`` where there is none."""
        if not candidates:
            return None
        return random.Random(f"{self.seed} {self.document.path} {key}").choice(candidates)  # noqa: S311

"""Blocks: what a view is made of, as data; each builder of pages spells them in its way."""

from __future__ import annotations

from dataclasses import dataclass

from statutory.model.coverage import State
from statutory.views.cells import Cell, Entry


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table with a row of headings.

    :param headings: What the columns are called.
    :param rows: The cells of each row, one for each heading.
    :param caption: What the table is of, perhaps as a link; ``None`` for no caption.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Entry | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list of facts: what it is about and what is known of it."""

    label: str
    cell: Cell


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """Facts of one thing, a line each."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """A list of things, a cell each.

    :param numbered: Whether their order matters and they are numbered.
    """

    cells: tuple[Cell, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence, of pieces of text and links."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a view.

    :param level: How many levels below the heading of the section it stands in.
    """

    entry: Entry
    level: int = 1


Block = Table | Facts | Listing | Paragraph | Heading


def stated(*entries: Entry | str) -> Cell:
    """Return a cell of what is stated; a text stands for an entry without a link."""
    return Cell(
        State.STATED,
        tuple(Entry(entry) if isinstance(entry, str) else entry for entry in entries),
    )

"""Blocks: what a view is made of, as data; each builder of pages spells them in its way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import compress
from typing import TypeAlias

from statutory.model.coverage import State
from statutory.views.cells import Cell, Entry
from statutory.views.diagrams.scene import Drawing


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table with a row of headings.

    :param headings: What the columns are called.
    :param rows: The cells of each row, one for each heading.
    :param caption: What the table is of, perhaps as a link; ``None`` for no caption.
    :param anchor: The name under which other pages link to it; empty for that of the caption.
    :param plain: Whether it is short and to be read or copied as it stands: readers then get
        nothing to sort or filter it with.
    :param dense: Whether the entries of a cell stand in one line, one behind the other.
    :param named_by: The number of the column that says what a row is of.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Entry | None = None
    anchor: str = ""
    plain: bool = False
    dense: bool = False
    named_by: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list of facts: what it is about and what is known of it.

    :param folded: The words below which a long cell is folded away until a reader opens it;
        empty where it stands open.
    """

    label: str
    cell: Cell
    folded: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """Facts of one thing, a line each.

    :param dense: Whether the entries of a cell stand in one line, one behind the other.
    """

    rows: tuple[Row, ...]
    dense: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """A list of things, a cell each.

    :param numbered: Whether their order matters and they are numbered.
    """

    cells: tuple[Cell, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a list in running text, with what stands below it."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Points:
    """A list in running text.

    :param numbered: Whether their order matters and they are numbered.
    """

    points: tuple[Point, ...]
    numbered: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One number that tells at a glance where a thing stands.

    :param label: What it is a number of.
    :param value: The number, perhaps as a link to what it counts; or a time.
    :param note: What the number is about, where the label does not tell it; ``None`` for
        no more.
    """

    label: str
    value: Entry
    note: Entry | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Some numbers side by side, to be taken in before anything else is read."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence, of pieces of text and links."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a view.

    :param level: How many levels below the heading of the section it stands in.
    :param anchor: The name under which other pages link to it; empty for none.
    :param starts_page: Whether a page begins here when it is printed.
    """

    entry: Entry
    level: int = 1
    anchor: str = ""
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """Text to copy as it stands.

    :param language: The language that colours are given by.
    """

    text: str
    language: str = "text"


@dataclass(frozen=True, slots=True)
class LegendLine:
    """What a mark of a drawing means.

    :param kind: The mark, by the name of its look.
    """

    kind: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Diagram:
    """A drawing, and the table that says the same.

    :param name: What the drawing is of.
    :param drawings: The same for pages of different widths, the widest first; a high one is
        in several pieces, each of which fits on a sheet.
    :param legend: What its marks mean.
    :param table: What stands in its place where nothing is drawn, and beside it elsewhere.
    """

    name: str
    drawings: tuple[tuple[Drawing, ...], ...]
    table: Table
    legend: tuple[LegendLine, ...] = ()


Block: TypeAlias = Table | Facts | Figures | Listing | Points | Paragraph | Heading | Diagram | Code


def stated(*entries: Entry | str) -> Cell:
    """Return a cell of what is stated; a text stands for an entry without a link."""
    return Cell(
        State.STATED,
        tuple(Entry(entry) if isinstance(entry, str) else entry for entry in entries),
    )


def named(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks without the columns and facts that have no name.

    They are of roles that the project has no name for, and so have nothing to tell.
    """
    return tuple(map(_named, blocks))


def _named(block: Block) -> Block:
    if isinstance(block, Facts):
        return replace(block, rows=tuple(row for row in block.rows if row.label))
    if isinstance(block, Diagram):
        return replace(block, table=_named_columns(block.table))
    return _named_columns(block) if isinstance(block, Table) else block


def _named_columns(table: Table) -> Table:
    if all(table.headings):
        return table
    kept = [bool(heading) for heading in table.headings]
    return replace(
        table,
        headings=tuple(filter(None, table.headings)),
        rows=tuple(tuple(compress(row, kept)) for row in table.rows),
        named_by=sum(kept[: table.named_by]),
    )

"""Registers: tables of items with a column for each thing that is asked of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from statutory.model.item import Item
from statutory.views.blocks import Paragraph, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import COLUMNS, Options
from statutory.views.order import grouped, regions_in_order

KINDS = "lajit"
"""The option that lists the kinds that a register is of."""

NOTHING = stated("–")
"""What stands where there is nothing and nothing is asked for."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a register: what it is called, and what it says of an item.

    :param name: The link or field that it shows, by which authors ask for it; empty where it
        shows none.
    """

    heading: str
    read: Callable[[Item], Cell]
    name: str = ""


class Columns:
    """The columns that registers share, and the tables that are made of them.

    Where the project has no link or field for a role, there is no column of it: ``None``.
    """

    def __init__(self, cells: Cells, options: Options | None = None) -> None:
        """Take what is known of the items.

        :param options: The options of the view; its columns are those that they name, or its
            own where they name none.
        """
        self._cells = cells
        self._settings = cells.settings
        self._named = options.names(COLUMNS) if options else ()

    def table(
        self,
        items: Iterable[Item],
        columns: Iterable[Column | None],
        caption: Entry | None = None,
    ) -> tuple[Table, ...]:
        """Return a table of some items, or none where there are no items.

        :param columns: The columns of the register, of which the first always stands.
        """
        rows = list(items)
        first, *others = filter(None, columns)
        shown = (first, *self.asked_for(others, rows))
        table = Table(
            headings=tuple(column.heading for column in shown),
            rows=tuple(tuple(column.read(item) for column in shown) for item in rows),
            caption=caption,
        )
        return (table,) if rows else ()

    def asked_for(
        self, columns: Iterable[Column | None], items: Collection[Item]
    ) -> tuple[Column, ...]:
        """Return the columns that the author asks for, or all where none is asked for.

        What no column of the register shows has a column where one of the items has it.
        """
        own = list(filter(None, columns))
        if not self._named:
            return tuple(own)
        by_name = {column.name: column for column in own}
        named = (by_name.get(name) or self._of(name, items) for name in dict.fromkeys(self._named))
        return tuple(filter(None, named))

    def _of(self, name: str, items: Iterable[Item]) -> Column | None:
        """Return the column of a link or field, unless no item has it."""
        settings, links = self._settings, self._settings.links
        if name == settings.fields.period:  # A schedule may give it.
            return self.time() if any(map(self._cells.catalogue.has_time, items)) else None
        linked = self._cells.catalogue.linked
        if not any(linked(item, name) or item.value(name) for item in items):
            return None
        ready = {links.owner: self.owner, links.sources: self.place}
        return ready[name]() if name in ready else self.link(name) or self.field(name)

    def title(self, types: Sequence[str]) -> Column:
        """Return the items themselves, under the title of their type if they have but one."""
        heading = title_of(self._cells, types[0]) if len(types) == 1 else self._say("item")
        return Column(heading, lambda item: stated(self._cells.reference(item)))

    def concept(self) -> Column:
        """Return what the types of the items are called."""
        return Column(self._say("kind of item"), lambda item: stated(_concept(self._cells, item)))

    def region(self) -> Column | None:
        """Return the regions."""
        name = self._settings.fields.region
        if name not in self._cells.catalogue.vocabulary.fields:
            return None
        label = self._settings.label
        return Column(label(name), lambda item: stated(label(item.value(name))), name)

    def owner(self) -> Column | None:
        """Return who answers for the items, with how that is known."""
        return self.link(self._settings.links.owner, self._cells.owner)

    def link(self, name: str, read: Callable[[Item], Cell] | None = None) -> Column | None:
        """Return where a link leads.

        :param read: What it says of an item; ``None`` for the items that it leads to.
        """
        vocabulary = self._cells.catalogue.vocabulary
        if name not in vocabulary.links:
            return None
        return Column(
            vocabulary.outgoing(name), read or (lambda item: self._cells.linked(item, name)), name
        )

    def free_link(self, name: str) -> Column | None:
        """Return where a link leads that an item need not have: a dash where nothing is open."""
        return self.link(name, lambda item: free_cell(self._cells, item, name))

    def field(self, name: str, read: Callable[[Item], Cell] | None = None) -> Column | None:
        """Return the value of a field.

        :param read: What it says of an item; ``None`` for the label of the value.
        """
        if name not in self._cells.catalogue.vocabulary.fields:
            return None
        label = self._settings.label(name)
        return Column(label, read or (lambda item: value_cell(self._cells, item, name)), name)

    def time(self) -> Column:
        """Return when the items hold."""
        return Column(self._say("time"), self._cells.time, self._settings.fields.period)

    def place(self) -> Column | None:
        """Return the places in the sources."""
        return self.link(self._settings.links.sources, self._cells.locators)

    def _say(self, sentence: str) -> str:
        return self._cells.messages.text(sentence)


def said(cells: Cells, sentence: str, **values: object) -> tuple[Paragraph, ...]:
    """Return a sentence of the language of the project.

    :param sentence: The English sentence, which :func:`say` marks as one to translate.
    """
    return (Paragraph((Entry(cells.messages.fill(sentence, values)),)),)


def say(sentence: str) -> str:
    """Return a sentence as it is; the tests find by it that it has to be translated."""
    return sentence


def value_cell(cells: Cells, item: Item, name: str) -> Cell:
    """Return the label of a field's value, or that the source does not say it."""
    value = item.value(name)
    if not value:
        return cells.missing(item, name)
    return Cell(cells.coverage.state(item, name), (cells.value_entry(name, value),))


def free_cell(cells: Cells, item: Item, link: str) -> Cell:
    """Return where a link leads that an item need not have.

    Only a gap tells that there should be something.
    """
    cell = cells.linked(item, link)
    return cell if any(entry.target for entry in cell.entries) else NOTHING


def title_of(cells: Cells, type_: str) -> str:
    """Return what pages call an item type."""
    types = cells.catalogue.vocabulary.types
    return types[type_].title if type_ in types else type_


def _concept(cells: Cells, item: Item) -> str:
    return title_of(cells, item.type)


def by_region(cells: Cells, items: Iterable[Item]) -> Iterable[tuple[Entry | None, list[Item]]]:
    """Yield the items of each region with a caption that names it, in the order of the values."""
    groups = grouped(items, cells.catalogue.region_of)
    for region in regions_in_order(cells, groups):
        label = cells.settings.label(region)
        yield (Entry(label) if label else None), groups[region]

"""The traceability table: statutory element, what implements it, owner, time, source."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from statutory.model.coverage import State, answering_regions, answers
from statutory.model.item import Item
from statutory.views.cells import Cell, Cells, Entry


@dataclass(frozen=True, kw_only=True, slots=True)
class TraceRow:
    """A statutory element in one region, with one item that implements it or none."""

    element: Entry
    implementer: Cell
    owner: Cell
    preparer: Cell
    time: Cell
    source: Cell


@dataclass(frozen=True, kw_only=True, slots=True)
class TraceTable:
    """The rows of one section, with the titles of their columns.

    :param caption: The section, as a link.
    :param headings: What the columns are called.
    """

    caption: Entry
    headings: tuple[str, ...]
    rows: tuple[TraceRow, ...]


def trace_tables(
    cells: Cells, *, sections: Collection[str] = (), regions: Collection[str] = ()
) -> tuple[TraceTable, ...]:
    """Return a table for each section or act that has statutory elements, in order.

    :param sections: The identifiers of the sections to show; empty means all.
    :param regions: The regions to show; empty means all that have to answer.
    """
    catalogue, settings = cells.catalogue, cells.settings
    legal = settings.types.section + settings.types.act
    tables = []
    for section in _as_written(catalogue.taken_over(legal)):
        if sections and section.id not in sections:
            continue
        rows = tuple(
            row
            for element in _as_written(catalogue.linking(section, settings.links.based_on))
            if element.type in settings.types.element
            for region in answering_regions(catalogue, element)
            if not regions or region in regions
            for row in _rows(cells, element, region)
        )
        if rows:
            tables.append(
                TraceTable(caption=cells.reference(section), headings=_headings(cells), rows=rows)
            )
    return tuple(tables)


def _as_written(items: Iterable[Item]) -> list[Item]:
    """Return items in the order in which the files give them: that of the law."""
    return sorted(items, key=lambda item: item.location)


def _headings(cells: Cells) -> tuple[str, ...]:
    """Return the titles of the columns; there is a row, and so a type of elements."""
    vocabulary, settings = cells.catalogue.vocabulary, cells.settings
    return (
        vocabulary.types[settings.types.element[0]].title,
        cells.messages.text("implemented by"),
        vocabulary.outgoing(settings.links.owner),
        vocabulary.outgoing(settings.links.preparer),
        cells.messages.text("time"),
        vocabulary.outgoing(settings.links.sources),
    )


def _rows(cells: Cells, element: Item, region: str) -> list[TraceRow]:
    """Return a row for each item that implements an element in a region, or one without.

    The implementer is named with its region, since several regions answer one element.
    """
    link = cells.settings.links.implements
    label = cells.settings.label(region)
    found = answers(cells.catalogue, element, region)
    if not found:
        missing = cells.missing(element, link, region)
        first, *others = missing.entries
        named = Cell(missing.state, (replace(first, note=label), *others))
        return [
            TraceRow(
                element=cells.reference(element),
                implementer=named,
                owner=missing,
                preparer=missing,
                time=missing,
                source=missing,
            )
        ]
    return [
        TraceRow(
            element=cells.reference(element),
            implementer=Cell(
                State.INFERRED if cells.catalogue.is_inferred(item, link) else State.STATED,
                (cells.reference(item, label),),
            ),
            owner=cells.owner(item),
            preparer=cells.preparer(item),
            time=cells.time(item),
            source=cells.locators(item),
        )
        for item in found
    ]

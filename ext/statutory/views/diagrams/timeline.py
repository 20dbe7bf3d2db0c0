"""The timeline: what happens when, of chosen items, over the dates of the nation."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.model.period import Span
from statutory.views.blocks import Block, Diagram, Paragraph, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.diagrams.axis import Axis, axis_of
from statutory.views.diagrams.chart import Bar, Chart, ChartGroup, ChartRow, Tone
from statutory.views.diagrams.chart_drawing import chart_drawings
from statutory.views.diagrams.reading import (
    as_of_text,
    begins,
    chart_legend,
    extent_of_item,
    has_inferred_time,
    linked_or_missing,
    time_text,
)
from statutory.views.options import LIMIT, ORDER, REGIONS, TYPES, Options, selected
from statutory.views.register import said, say

KINDS = "lajit"
"""The option that chooses items by their kind."""

_STRIPE_DAYS = 31


def known_kinds(catalogue: Catalogue) -> Iterable[str]:
    """Return the kinds that the items name."""
    kind = catalogue.settings.fields.kind
    return sorted({item.value(kind) for item in catalogue.own_items()} - {""})


def timeline_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the timeline of the items that the options choose, or that there are none.

    Without a choice of types they are procedures and milestones.
    """
    items = _chosen(cells, options)
    shown = items[: options.number(LIMIT) or None]
    chart = timeline(cells, shown, options.names(REGIONS))
    if chart is None:
        return said(cells, say("There are no such items."))
    text = cells.messages.text
    drawn = {row.entry.target for group in chart.groups for row in group.rows}
    table_items = [
        *(item for item in _national(cells, ()) if item.id in drawn and item not in shown),
        *shown,
    ]
    left_out = cells.messages.fill(
        "{shown} of {all} are shown", {"shown": len(shown), "all": len(items)}
    )
    drawings = chart_drawings(chart)
    diagram = Diagram(
        name=text("Timeline"),
        drawings=drawings,
        legend=chart_legend(cells, chart, drawings),
        table=_table(cells, table_items),
    )
    return (diagram, Paragraph((Entry(left_out),))) if len(shown) < len(items) else (diagram,)


def timeline(cells: Cells, items: Sequence[Item], regions: Sequence[str] = ()) -> Chart | None:
    """Return the chart of some items, by region; ``None`` where none has a time.

    :param regions: The regions asked for: the dates of the nation are a band above theirs.
    """
    catalogue, settings = cells.catalogue, cells.settings
    extents = {item.id: extent for item in items if (extent := extent_of_item(catalogue, item))}
    axis = axis_of(extents.values(), settings.as_of)
    if axis is None:
        return None
    national = [item for item in _national(cells, regions) if _is_on(axis, catalogue, item)]
    if national:
        others = (item for item in items if catalogue.is_national(item) and item not in national)
        national = _by_time(cells, Options(), (*national, *others))
    regional = [item for item in items if item not in national]
    groups = [_group(cells, national, is_band=bool(regional))] if national else []
    by_region = itertools.groupby(
        sorted(regional, key=catalogue.region_of), key=catalogue.region_of
    )
    groups += [_group(cells, list(members)) for _, members in by_region]
    return Chart(
        axis=axis,
        groups=tuple(groups),
        after_text=catalogue.vocabulary.outgoing(settings.links.predecessor),
        as_of=settings.as_of,
        as_of_text=as_of_text(cells),
        continued=cells.messages.text("continued"),
        stripes=_stripes(catalogue, national),
        language=settings.language,
    )


# Items --------------------------------------------------------------------------------------


def _chosen(cells: Cells, options: Options) -> list[Item]:
    """Return the items to show, by time; the limit is not yet applied."""
    types, kind = cells.settings.types, cells.settings.fields.kind
    every = Options({name: names for name, names in options.listed.items() if name != LIMIT})
    wanted = options.names(TYPES) or types.procedure + types.milestone
    kinds = options.names(KINDS)
    items = (
        item for item in cells.catalogue.of_types(wanted) if not kinds or item.value(kind) in kinds
    )
    return _by_time(cells, every, items)


def _by_time(cells: Cells, options: Options, items: Iterable[Item]) -> list[Item]:
    """Return the items that options leave, by time where they ask for no other order."""
    found = selected(cells, options, items)
    if options.name(ORDER):
        return found
    return sorted(found, key=lambda item: begins(cells.catalogue, item))


def _national(cells: Cells, regions: Sequence[str]) -> list[Item]:
    """Return the milestones of the nation, by time; none where the nation is asked for."""
    catalogue, types = cells.catalogue, cells.settings.types
    if any(region in cells.settings.values.national for region in regions):
        return []
    items = [item for item in catalogue.of_types(types.milestone) if catalogue.is_national(item)]
    return _by_time(cells, Options(), items)


def _is_on(axis: Axis, catalogue: Catalogue, item: Item) -> bool:
    extent = extent_of_item(catalogue, item)
    return extent is not None and axis.holds(extent.possible)


def _stripes(catalogue: Catalogue, items: Iterable[Item]) -> tuple[Span, ...]:
    """Return the times of milestones that are known to the month, each once."""
    extents = (extent_of_item(catalogue, item) for item in items)
    spans = {
        (extent.possible.earliest, extent.possible.latest)
        for extent in extents
        if extent and _days(extent.possible) <= _STRIPE_DAYS
    }
    return tuple(Span(*span) for span in sorted(spans))


def _days(span: Span) -> int:
    return (span.latest - span.earliest + dt.timedelta(days=1)).days


# Rows ---------------------------------------------------------------------------------------


def _group(cells: Cells, items: Sequence[Item], *, is_band: bool = False) -> ChartGroup:
    region = cells.catalogue.region_of(items[0])
    return ChartGroup(
        title=cells.settings.label(region),
        rows=tuple(_row(cells, item, Tone.NATIONAL if is_band else Tone.PLAIN) for item in items),
        is_band=is_band,
    )


def _row(cells: Cells, item: Item, tone: Tone) -> ChartRow:
    extent = extent_of_item(cells.catalogue, item)
    time = time_text(cells, item)
    return ChartRow(
        entry=cells.reference(item),
        note=time if extent else "",
        bars=(Bar(extent, tone, has_inferred_time(cells, item)),) if extent else (),
        absent="" if extent else time,
        after=tuple(
            cells.reference(before)
            for before in cells.catalogue.linked(item, cells.settings.links.predecessor)
        ),
    )


def _table(cells: Cells, items: Iterable[Item]) -> Table:
    settings, vocabulary = cells.settings, cells.catalogue.vocabulary
    text = cells.messages.text
    return Table(
        headings=(
            text("item"),
            settings.label(settings.fields.region),
            text("time"),
            vocabulary.outgoing(settings.links.owner),
            vocabulary.outgoing(settings.links.predecessor),
        ),
        rows=tuple(_table_row(cells, item) for item in items),
    )


def _table_row(cells: Cells, item: Item) -> tuple[Cell, ...]:
    catalogue = cells.catalogue
    return (
        stated(cells.reference(item)),
        stated(cells.settings.label(catalogue.region_of(item))),
        cells.time(item),
        cells.owner(item),
        linked_or_missing(cells, item, cells.settings.links.predecessor),
    )

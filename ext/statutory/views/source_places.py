"""Which places of a source have become which items, in the order of the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.model.outline import heading_of, outline_of, places_of
from statutory.views.blocks import Block, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import Options, selected
from statutory.views.order import as_written
from statutory.views.register import said, say

SOURCE = "lahde"
"""The option that names the sources."""

_DIGITS = re.compile(r"(\d+)")
_HEAD = re.compile(r"[^,]+")

Cited = Sequence[tuple[str, Item]]
"""Items with the rest of the place that each names, behind the heading."""


def known_sources(catalogue: Catalogue) -> Iterable[str]:
    """Return the identifiers of the sources."""
    return (item.id for item in catalogue.of_types(catalogue.settings.types.source))


def source_place_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the places of the sources that an author names, or of all that are cited."""
    named = options.names(SOURCE)
    sources = cells.catalogue.of_types(cells.settings.types.source)
    tables = tuple(
        table
        for source in as_written(sources)
        if not named or source.id in named
        for table in _table(cells, options, source)
    )
    return tables or said(cells, say("No place of the source has become an item."))


def _table(cells: Cells, options: Options, source: Item) -> Iterable[Table]:
    places = cited_places(cells, options, source)
    if not places:
        return
    yield Table(
        headings=(
            cells.messages.text("place in the source"),
            cells.messages.text("number of items"),
            cells.messages.text("items"),
        ),
        rows=tuple(_row(cells, place, cited) for place, cited in places.items()),
        caption=cells.reference(source),
        dense=True,
    )


def _row(cells: Cells, place: str, cited: Cited) -> tuple[Cell, ...]:
    entries = [cells.reference(item, rest) for rest, item in cited]
    none = Entry(cells.messages.text("no item"))
    return (stated(place), stated(str(len(cited))), stated(*entries or [none]))


def cited_places(cells: Cells, options: Options, source: Item) -> Mapping[str, Cited]:
    """Return the places of a source with the items that name each, in the order of the source.

    The order is that of the outline of the source, whose places are all there; a place
    belongs to the longest heading that it begins with. Places beyond the outline come
    last, or alone where there is none, their numbers in order.

    An item of several sources names the places of all of them. Of these the ones count
    that are known to be of this source: from its outline, or from items of it alone.
    """
    link = cells.settings.links.sources
    items = selected(cells, options, cells.catalogue.linking(source, link))
    outline = outline_of(cells.catalogue, source)
    alone = [item for item in items if len(cells.catalogue.linked(item, link)) == 1]
    known = {
        *outline,
        *(_head(place) for item in alone for place in places_of(cells.catalogue, item)),
    }
    found: dict[str, list[tuple[str, Item]]] = {}
    for item in items:
        for place in places_of(cells.catalogue, item):
            heading = heading_of(outline, place)
            if heading or len(cells.catalogue.linked(item, link)) == 1 or _head(place) in known:
                rest = place[len(heading) :].strip(" ,") if heading else ""
                found.setdefault(heading or place, []).append((rest, item))
    beyond = sorted((place for place in found if place not in outline), key=_natural)
    return {place: _sorted(found.get(place, ())) for place in (*outline, *beyond)}


def _head(place: str) -> str:
    """Return what a place begins with, up to the first comma."""
    head = _HEAD.match(place)
    return head.group().strip() if head else place


def _sorted(cited: Cited) -> Cited:
    return sorted(cited, key=lambda one: (_natural(one[0]), one[1].location, one[1].id))


def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts numbers in a text by their size."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part.casefold())
        for part in _DIGITS.split(text)
        if part
    )

"""The same matter in several regions: statutory elements, or item types, by region."""

from __future__ import annotations

from collections.abc import Sequence

from statutory.model.coverage import answering_regions, answers
from statutory.model.item import Item
from statutory.views.blocks import Block, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import REGIONS, TYPES, Options, selected
from statutory.views.order import act_of, as_written, by_law, regions_in_order
from statutory.views.register import said, say, title_of
from statutory.views.traceability import SECTIONS

ROWS = "rivit"
ELEMENTS, KINDS = "velvoitteet", "tyypit"
ROW_KINDS = (ELEMENTS, KINDS)
"""The option that says what the rows are, and what it may be."""


def side_by_side_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return a column for each region, and a row for each element or item type.

    Rows are types where the author names types or asks for them. The items of types that
    are named are listed; without names all types are shown, with the number of items.
    """
    regions = _regions(cells, options)
    if options.names(TYPES) or options.name(ROWS) == KINDS:
        tables = _of_types(cells, options, regions)
    else:
        tables = _of_elements(cells, options, regions)
    return tables or said(cells, say("Nothing to set side by side."))


def _regions(cells: Cells, options: Options) -> list[str]:
    """Return the regions, those of the state left out unless they are asked for."""
    asked = options.names(REGIONS)
    if asked:
        return list(asked)
    found = {cells.catalogue.region_of(item) for item in cells.catalogue.own_items()}
    found -= {"", *cells.settings.values.national}
    return regions_in_order(cells, found)


def _of_types(cells: Cells, options: Options, regions: Sequence[str]) -> tuple[Table, ...]:
    catalogue, named = cells.catalogue, options.names(TYPES)
    rows = []
    for type_ in named or catalogue.vocabulary.types:
        items = selected(cells, options, catalogue.of_types((type_,)))
        by_region = [[it for it in items if catalogue.region_of(it) == one] for one in regions]
        if any(by_region):
            row = (_listed(cells, some) if named else stated(str(len(some))) for some in by_region)
            rows.append((stated(title_of(cells, type_)), *row))
    return _table(cells, cells.messages.text("kind of item"), regions, rows)


def _listed(cells: Cells, items: Sequence[Item]) -> Cell:
    if not items:
        return cells.unrecorded()
    return stated(*map(cells.reference, items))


def _of_elements(cells: Cells, options: Options, regions: Sequence[str]) -> tuple[Table, ...]:
    """Return a table for each act, a row for each element that a region answers or has to."""
    catalogue, links = cells.catalogue, cells.settings.links
    sections = options.names(SECTIONS)
    rows_of: dict[str, list[tuple[Cell, ...]]] = {}
    for element in _elements(cells):
        based_on = catalogue.linked(element, links.based_on)
        if sections and not any(section.id in sections for section in based_on):
            continue
        row = [_answer(cells, element, region) for region in regions]
        if any(row):
            open_ = stated(cells.messages.text("is not asked of it"))
            named = stated(cells.reference(element), *map(cells.reference, based_on))
            act = next((act_of(catalogue, one) for one in based_on), None)
            rows_of.setdefault(act.id if act else "", []).append(
                (named, *(cell or open_ for cell in row))
            )
    heading = ", ".join(title_of(cells, type_) for type_ in cells.settings.types.element)
    return tuple(
        table
        for act_id, rows in rows_of.items()
        for table in _table(cells, heading, regions, rows, catalogue.items.get(act_id))
    )


def _elements(cells: Cells) -> list[Item]:
    """Return the elements by law: act by act, section by section; without a section last."""
    catalogue, settings = cells.catalogue, cells.settings
    legal = catalogue.taken_over(settings.types.section + settings.types.act)
    place = {item.id: index for index, item in enumerate(by_law(catalogue, legal))}
    elements = catalogue.taken_over(settings.types.element)

    def of_law(element: Item) -> int:
        sections = catalogue.linked(element, settings.links.based_on)
        return min((place[one.id] for one in sections if one.id in place), default=len(place))

    return sorted(as_written(elements), key=of_law)


def _answer(cells: Cells, element: Item, region: str) -> Cell | None:
    """Return what implements an element in a region; ``None`` where nothing has to."""
    link = cells.settings.links.implements
    found = answers(cells.catalogue, element, region)
    if found:
        state = cells.coverage.implementation(element, region)
        return Cell(state, tuple(map(cells.reference, found)))
    if region in answering_regions(cells.catalogue, element):
        return cells.missing(element, link, region)
    return None


def _table(
    cells: Cells,
    heading: str,
    regions: Sequence[str],
    rows: Sequence[tuple[Cell, ...]],
    act: Item | None = None,
) -> tuple[Table, ...]:
    """Return a table of some rows, or none; its caption is the act that they are of, if any."""
    if not rows or not regions:
        return ()
    headings = (heading, *map(cells.settings.label, regions))
    by_region = Entry(cells.messages.fill("{kind} by region", {"kind": heading}))
    caption = cells.reference(act) if act else by_region
    return (Table(headings=headings, rows=tuple(rows), caption=caption),)

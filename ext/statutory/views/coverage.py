"""Coverage tables: of how many items each duty is stated, inferred, waived, missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from statutory.model.catalogue import Catalogue
from statutory.model.coverage import answering_regions
from statutory.model.item import Item
from statutory.views.blocks import Paragraph, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import REGIONS, Options
from statutory.views.order import act_of, by_law, regions_in_order
from statutory.views.shares import (
    lacking_page,
    measure_title,
    measured_of,
    region_label,
    share_cells,
    share_headings,
)
from statutory.views.traceability import SECTIONS

GROUPING, BY_SECTION, BY_REGION = "ryhmittely", "saannos", "maakunta"
"""The option that says what a row is of, and what it may be."""


def known_groupings(_catalogue: Catalogue) -> Iterable[str]:
    """Return what a row of the coverage table may be of."""
    return (BY_SECTION, BY_REGION)


def coverage_blocks(cells: Cells, options: Options) -> tuple[Table | Paragraph, ...]:
    """Return the coverage table that an author asks for."""
    choice = Choice(cells.catalogue, options.names(SECTIONS), options.names(REGIONS))
    tables = {BY_SECTION: section_table, BY_REGION: region_table}
    table = tables.get(options.name(GROUPING), coverage_table)(cells, choice)
    none = cells.messages.text("There is nothing to cover.")
    return (table,) if table.rows else (Paragraph((Entry(none),)),)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which elements and components a table is of.

    :param sections: The sections whose elements count; empty means all.
    :param regions: The regions that count; empty means all.
    """

    catalogue: Catalogue
    sections: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()

    def has_region(self, region: str) -> bool:
        """Say whether a region counts."""
        return not self.regions or region in self.regions

    def elements(self) -> Iterator[tuple[Item, str]]:
        """Yield the elements that count, each with the regions that have to answer."""
        for element in self.catalogue.taken_over(self.catalogue.settings.types.element):
            for region in answering_regions(self.catalogue, element):
                if self.has_region(region) and self.is_of_sections(element):
                    yield element, region

    def items(self, kind: str) -> list[Item]:
        """Return the items of a type that count.

        A statutory element counts for the regions that answer for it, a component for the
        sections whose elements it implements.
        """
        catalogue, settings = self.catalogue, self.catalogue.settings
        if kind in settings.types.element:
            return [
                item
                for item in catalogue.of_types([kind])
                if self.is_of_sections(item)
                and (not self.regions or any(map(self.has_region, self._answering(item))))
            ]
        return [
            item
            for item in catalogue.of_types([kind])
            if self.has_region(catalogue.region_of(item))
            and (
                not self.sections
                or any(
                    self.is_of_sections(element)
                    for element in catalogue.linked(
                        item, settings.links.implements, role="implements"
                    )
                )
            )
        ]

    def is_of_sections(self, element: Item) -> bool:
        """Say whether an element is of the sections that count."""
        bases = self.catalogue.linked(element, self.catalogue.settings.links.based_on)
        return not self.sections or any(basis.id in self.sections for basis in bases)

    def _answering(self, element: Item) -> tuple[str, ...]:
        return answering_regions(self.catalogue, element)


def coverage_table(cells: Cells, choice: Choice) -> Table:
    """Return the coverage of the statutory elements and the components, duty by duty."""
    settings, messages = cells.settings, cells.messages
    rows = [_implementation(cells, kind, choice) for kind in settings.types.element[:1]]
    for kind in (*settings.types.element, *settings.types.component):
        concept = cells.catalogue.vocabulary.types[kind].title
        for measure, name in _duties(cells, kind):
            states = [cells.coverage.state(item, name) for item in choice.items(kind)]
            shares = share_cells(states, lacking_page(cells, measure))
            rows.append((stated(concept), stated(measure_title(cells, measure)), *shares))
    headings = (messages.text("items"), messages.text("duty"), *share_headings(cells))
    return Table(headings=headings, rows=tuple(rows))


def section_table(cells: Cells, choice: Choice) -> Table:
    """Return how the elements of each section are implemented, region by region."""
    catalogue, messages = cells.catalogue, cells.messages
    types, links = cells.settings.types, cells.settings.links
    counted = list(choice.elements())
    rows = []
    for section in by_law(catalogue, catalogue.taken_over(types.section + types.act)):
        act = act_of(catalogue, section)
        named = [cells.reference(section), *([Entry(act.title)] if act is not section else [])]
        own = {item.id for item in catalogue.linking(section, links.based_on)}
        of_section = [(item, region) for item, region in counted if item.id in own]
        for region in regions_in_order(cells, (region for _, region in of_section)):
            states = [
                cells.coverage.implementation(item, region)
                for item, answering in of_section
                if answering == region
            ]
            lacking = lacking_page(cells, "implementation", region)
            rows.append(
                (
                    stated(*named),
                    stated(region_label(cells, region)),
                    *share_cells(states, lacking),
                )
            )
    titles = [catalogue.vocabulary.types[kind].title for kind in types.section[:1]]
    region_title = cells.settings.label(cells.settings.fields.region)
    headings = (*(titles or [messages.text("items")]), region_title, *share_headings(cells))
    return Table(headings=headings, rows=tuple(rows))


def region_table(cells: Cells, choice: Choice) -> Table:
    """Return how each region does what is demanded, duty by duty."""
    fields, messages = cells.settings.fields, cells.messages
    regions = {
        one.region or cells.catalogue.region_of(one.item)
        for found in measured_of(cells).values()
        for one in found
        if choice.has_region(one.region or cells.catalogue.region_of(one.item))
    }
    rows = [
        (
            stated(region_label(cells, region)),
            stated(measure_title(cells, measure)),
            *share_cells((one.state for one in found), lacking_page(cells, measure, region)),
        )
        for region in regions_in_order(cells, regions)
        for measure, found in measured_of(cells, region).items()
    ]
    region_title = cells.settings.label(fields.region)
    headings = (region_title, messages.text("duty"), *share_headings(cells))
    return Table(headings=headings, rows=tuple(rows))


def _duties(cells: Cells, kind: str) -> Iterator[tuple[str, str]]:
    """Yield what a type is asked for: the measure, and the link or field that tells it."""
    settings = cells.settings
    fields, links, required = settings.fields, settings.links, settings.required
    if kind in required.owner:
        yield "owner", links.owner
    if kind in required.preparer:
        yield "preparer", links.preparer
    if kind in required.timeline:
        yield "timeline", fields.period
    if kind not in required.without_source:
        yield "source", links.sources


def _implementation(cells: Cells, kind: str, choice: Choice) -> tuple[Cell, ...]:
    """Return the row of the elements, each counted once for every region that answers.

    :param kind: The type whose title stands for all elements.
    """
    states = [cells.coverage.implementation(item, region) for item, region in choice.elements()]
    return (
        stated(cells.catalogue.vocabulary.types[kind].title),
        stated(cells.messages.text("implemented by")),
        *share_cells(states, lacking_page(cells, "implementation")),
    )

"""The dashboard: where things stand, to be seen in half a minute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from statutory.checks.waiving import ends_soon, waivers_of
from statutory.model.item import Item
from statutory.views.ahead import ahead, window_of
from statutory.views.blocks import Block, Heading, Paragraph, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.changed import change_blocks
from statutory.views.headline import headline
from statutory.views.left_open import expiry_cell, targets_cell
from statutory.views.options import Options
from statutory.views.order import grouped, regions_in_order
from statutory.views.shares import (
    lacking_page,
    measure_title,
    measured_of,
    region_label,
    share_cells,
    share_headings,
)


def dashboard_blocks(cells: Cells, _options: Options) -> tuple[Block, ...]:
    """Return the headline, then coverage, gaps, waivers that expire, what comes, what changed."""
    return (
        headline(cells),
        *_coverage(cells),
        *_gaps(cells),
        *_waivers(cells),
        *_ahead(cells),
        *change_blocks(cells),
    )


def _coverage(cells: Cells) -> list[Block]:
    """Return how much of each duty is stated, with links to what lacks."""
    rows = tuple(
        (
            stated(measure_title(cells, measure)),
            *share_cells((one.state for one in counted), lacking_page(cells, measure)),
        )
        for measure, counted in measured_of(cells).items()
    )
    say = cells.messages.text
    if not rows:
        return []
    table = Table(headings=(say("duty"), *share_headings(cells)), rows=rows, plain=True)
    return [Heading(Entry(say("How well the duties are covered"))), table]


def _gaps(cells: Cells) -> list[Block]:
    """Return how many gaps each region has, with links to the pages that hold them."""
    catalogue, say = cells.catalogue, cells.messages.text
    gaps = grouped(catalogue.of_types(cells.settings.types.gap), catalogue.region_of)
    heading = Heading(Entry(say("Open gaps")))
    if not gaps:
        return [heading, Paragraph((Entry(say("No gap is recorded.")),))]
    titles = catalogue.page_titles
    rows = tuple(
        _gap_row(cells, region, gaps[region], titles) for region in regions_in_order(cells, gaps)
    )
    region_title = cells.settings.label(cells.settings.fields.region)
    headings = (region_title, say("gaps"), say("items with a gap"), say("pages"))
    return [heading, Table(headings=headings, rows=rows, plain=True)]


def _gap_row(
    cells: Cells, region: str, gaps: list[Item], titles: Mapping[str, str]
) -> tuple[Cell, ...]:
    """Return how many gaps a region has, of how many items, on which pages.

    :param titles: The titles of the pages by their names.
    """
    link = cells.settings.links.gap_target
    targets = {item.id for gap in gaps for item in cells.catalogue.linked(gap, link)}
    pages = Counter(gap.docname for gap in gaps if gap.docname)
    listed = [
        Entry(titles.get(page, page), page=page, note=str(pages[page])) for page in sorted(pages)
    ]
    return (
        stated(region_label(cells, region)),
        stated(str(len(gaps))),
        stated(str(len(targets))),
        stated(*listed),
    )


def _waivers(cells: Cells) -> list[Block]:
    """Return the waivers that have expired or are about to."""
    say, waivers = cells.messages.text, list(waivers_of(cells.catalogue))
    heading = Heading(Entry(say("Waivers about to expire")))
    ending = [waiver for waiver in waivers if ends_soon(cells.catalogue, waiver)]
    if not ending:
        said = say("No waiver is about to expire.") if waivers else say("There are no waivers.")
        return [heading, Paragraph((Entry(said),))]
    rows = tuple(waiver_row(cells, waiver) for waiver in ending)
    return [heading, Table(headings=waiver_headings(cells), rows=rows, plain=True)]


def waiver_headings(cells: Cells) -> tuple[str, ...]:
    """Return the titles of the columns of a table of waivers."""
    vocabulary, settings = cells.catalogue.vocabulary, cells.settings
    return (
        cells.messages.text("waived"),
        vocabulary.outgoing(settings.links.waiver_target),
        settings.label(settings.fields.waiver_expiry),
        vocabulary.outgoing(settings.links.waiver_approver),
    )


def waiver_row(cells: Cells, waiver: Item) -> tuple[Cell, ...]:
    """Return a waiver, what it is of, its last day and who approved it."""
    return (
        stated(cells.reference(waiver)),
        targets_cell(cells, waiver),
        expiry_cell(cells, waiver),
        cells.linked(waiver, cells.settings.links.waiver_approver),
    )


def _ahead(cells: Cells) -> list[Block]:
    """Return the milestones that can fall in the days ahead."""
    settings, say = cells.settings, cells.messages.text
    window = window_of(cells.catalogue)
    days = {"first": window.first, "last": window.last}
    heading = Heading(Entry(cells.messages.fill("Next: from {first} to {last}", days)))
    coming = ahead(cells.catalogue, cells.catalogue.of_types(settings.types.milestone))
    if not coming:
        return [heading, Paragraph((Entry(say("Nothing is known to come.")),))]
    rows = tuple(
        (
            cells.time(item),
            stated(cells.reference(item)),
            stated(region_label(cells, cells.catalogue.region_of(item))),
            cells.owner(item),
        )
        for item in coming
    )
    headings = (
        say("time"),
        say("milestone"),
        settings.label(settings.fields.region),
        cells.catalogue.vocabulary.outgoing(settings.links.owner),
    )
    return [heading, Table(headings=headings, rows=rows, plain=True, named_by=1)]

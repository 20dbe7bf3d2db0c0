"""What lacks: every item that is asked for something that nobody tells, duty by duty."""

from __future__ import annotations

from collections.abc import Iterable

from statutory.model.coverage import State
from statutory.model.measures import Measured
from statutory.views.blocks import Block, Heading, Paragraph, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import REGIONS, Options
from statutory.views.order import grouped, regions_in_order
from statutory.views.shares import lacking_anchor, measure_title, measured_of, region_label


def lacking_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return a table of what is missing for each duty and region.

    What only a waiver or an inference stands for is not among it.
    """
    wanted = options.names(REGIONS)
    blocks: list[Block] = []
    for measure, counted in measured_of(cells).items():
        missing = [
            one
            for one in counted
            if one.state is State.MISSING and (not wanted or _region(cells, one) in wanted)
        ]
        if missing:
            title = Entry(f"{measure_title(cells, measure)} ({len(missing)})")
            blocks.append(Heading(title, anchor=lacking_anchor(measure)))
            blocks += _tables(cells, measure, missing)
    return tuple(blocks) or (Paragraph((Entry(cells.messages.text("Nothing is missing.")),)),)


def _tables(cells: Cells, measure: str, missing: Iterable[Measured]) -> list[Table]:
    """Return a table for each region that lacks something: by types, then as written."""
    types = list(cells.catalogue.vocabulary.types)
    ordered = sorted(missing, key=lambda one: (types.index(one.item.type), one.item.location))
    by_region = grouped(ordered, lambda one: _region(cells, one))
    say = cells.messages.text
    return [
        Table(
            caption=Entry(f"{measure_title(cells, measure)}: {region_label(cells, region)}"),
            anchor=lacking_anchor(measure, region),
            headings=(say("item"), say("type"), say("what is known"), say("could be closed by")),
            rows=tuple(_row(cells, one) for one in by_region[region]),
        )
        for region in regions_in_order(cells, by_region)
    ]


def _row(cells: Cells, one: Measured) -> tuple[Cell, ...]:
    name = one.names[0]
    return (
        stated(cells.reference(one.item)),
        stated(cells.catalogue.vocabulary.types[one.item.type].title),
        cells.missing(one.item, name, one.region),
        _closer(cells, one, name),
    )


def _closer(cells: Cells, one: Measured, name: str) -> Cell:
    """Return who could close the gap; an empty cell where no gap is recorded."""
    finding = cells.coverage.finding(one.item, name, one.region)
    gap = cells.catalogue.items.get(finding.gap) if finding is not None else None
    if gap is None:
        return stated(cells.messages.text("no gap is recorded"))
    return cells.owner(gap)


def _region(cells: Cells, one: Measured) -> str:
    return one.region or cells.catalogue.region_of(one.item)

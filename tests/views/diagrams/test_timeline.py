"""The timeline: rows by region, the dates of the nation as a band, what nobody tells."""

from __future__ import annotations

import dataclasses
import datetime as dt

from statutory.model.item import Item
from statutory.views.blocks import Diagram, Paragraph
from statutory.views.cells import Cells
from statutory.views.diagrams.chart import Tone
from statutory.views.diagrams.timeline import timeline, timeline_blocks
from statutory.views.options import LIMIT, REGIONS, TYPES, Options
from tests.builders import SETTINGS, make_item, run

ITEMS = (
    make_item("milestone", "LAW", region="state", period="2018-06"),
    make_item("milestone", "FAR", region="state", period="2025"),
    make_item("phase", "ONE", region="north", period="2017-11/2018-02"),
    make_item("phase", "TWO", region="north", period="2018-03/2018-07", predecessor="ONE"),
    make_item("phase", "NEVER", region="north"),
    make_item("milestone", "SOUTH", region="south", period="2018-05-01"),
)


def cells(*items: Item) -> Cells:
    """Return the cells of some items."""
    return Cells(run(items or ITEMS))


def shown(block: object) -> list[list[str]]:
    """Return the first cell of each row of a diagram's table."""
    assert isinstance(block, Diagram)
    return [[entry.target for entry in row[0].entries] for row in block.table.rows]


def test_national_dates_are_a_band_above_the_regions() -> None:
    """Those beyond the axis are left out, and known months are stripes."""
    of = cells()
    items = [item for item in of.catalogue.own_items() if item.id != "FAR"]
    found = timeline(of, items)
    assert found is not None
    band, *regions = found.groups
    assert (band.is_band, [row.entry.target for row in band.rows]) == (True, ["LAW"])
    assert [group.title for group in regions] == ["The North", "south"]
    assert [str(stripe.earliest) for stripe in found.stripes] == ["2018-06-01"]
    assert band.rows[0].bars[0].tone is Tone.NATIONAL


def test_rows_stand_by_time_and_know_what_comes_before() -> None:
    """What has no time comes last and says so."""
    (diagram,) = timeline_blocks(cells(), Options({REGIONS: ("north",)}))
    assert shown(diagram) == [["LAW"], ["ONE"], ["TWO"], ["NEVER"]]
    of = cells()
    found = timeline(of, [of.catalogue.items[id_] for id_ in ("ONE", "TWO", "NEVER")])
    assert found is not None
    rows = {row.entry.target: row for group in found.groups for row in group.rows}
    assert rows["TWO"].after == ("ONE",)
    assert (rows["NEVER"].bars, rows["NEVER"].absent) == ((), "the source does not say")


def test_choice_by_type_and_limit_is_told() -> None:
    """A reader is told how many are left out."""
    of = cells()
    diagram, paragraph = timeline_blocks(of, Options({TYPES: ("phase",), LIMIT: ("1",)}))
    assert shown(diagram)[-1] == ["ONE"]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.entries[0].text == "1 of 3 are shown"


def test_nation_alone_is_no_band() -> None:
    """Where nothing else is to be seen, its dates are rows like others."""
    (diagram,) = timeline_blocks(cells(), Options({REGIONS: ("state",)}))
    assert shown(diagram) == [["LAW"], ["FAR"]]


def test_project_without_these_roles_has_no_timeline() -> None:
    """Nothing is drawn, and nothing fails."""
    bare = dataclasses.replace(
        SETTINGS, types=dataclasses.replace(SETTINGS.types, procedure=(), milestone=())
    )
    assert timeline_blocks(Cells(run(ITEMS, bare)), Options()) == ()
    assert timeline_blocks(cells(ITEMS[4]), Options()) == ()


def test_line_of_the_as_of_date() -> None:
    """It comes from the settings, never from a clock."""
    of = cells()
    found = timeline(of, [of.catalogue.items["ONE"]])
    assert found is not None
    assert found.as_of == dt.date(2018, 1, 31)
    assert found.as_of_text == "as of 2018-01-31"


def test_drawing_links_each_row_once_for_each_width() -> None:
    """A wide and a narrow drawing hold the same things."""
    (diagram,) = timeline_blocks(cells(), Options({REGIONS: ("north",)}))
    assert isinstance(diagram, Diagram)
    (wide,), (narrow,) = diagram.drawings
    assert wide.width > narrow.width
    assert narrow.width <= 360
    assert (diagram,) == timeline_blocks(cells(), Options({REGIONS: ("north",)}))
    for drawing in diagram.drawings:
        assert repr(drawing).count("target='TWO'") == 1


def test_long_timeline_is_in_pieces_that_fit_on_a_sheet() -> None:
    """A browser never breaks a drawing between two sheets; no row is lost or doubled."""
    many = [
        make_item("phase", f"S{number:02}", region="north", period="2018-03")
        for number in range(60)
    ]
    (diagram,) = timeline_blocks(cells(*many), Options())
    assert isinstance(diagram, Diagram)
    for pieces in diagram.drawings:
        assert len(pieces) > 1
        assert all(piece.height <= 960 for piece in pieces)
        assert all(repr(pieces).count(f"target='{item.id}'") == 1 for item in many)

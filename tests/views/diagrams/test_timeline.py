"""The timeline: rows by region, the dates of the nation as a band, what nobody tells."""

from __future__ import annotations

import dataclasses
import datetime as dt

from statutory.model.item import Item
from statutory.views.blocks import Diagram, Paragraph
from statutory.views.cells import Cells
from statutory.views.diagrams.chart import Tone
from statutory.views.diagrams.scene import Shape
from statutory.views.diagrams.timeline import timeline, timeline_blocks
from statutory.views.options import LIMIT, REGIONS, TYPES, Options
from statutory.views.register import said
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
    assert [before.target for before in rows["TWO"].after] == ["ONE"]
    assert (rows["NEVER"].bars, rows["NEVER"].absent) == ((), "not recorded")


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
    none = said(cells(ITEMS[4]), "There are no such items.")
    assert timeline_blocks(Cells(run(ITEMS, bare)), Options()) == none
    assert timeline_blocks(cells(ITEMS[4]), Options()) == none


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


def test_nation_has_one_group() -> None:
    """What is of the nation and asked for stands in its band, after the dates without a time."""
    of = cells(*ITEMS, make_item("procedure", "REFORM", region="state"))
    found = timeline(of, [item for item in of.catalogue.own_items() if item.id != "FAR"])
    assert found is not None
    assert [row.entry.target for row in found.groups[0].rows] == ["LAW", "REFORM"]
    assert [group.title for group in found.groups].count(found.groups[0].title) == 1


def test_nation_alone_has_the_tone_of_the_legend() -> None:
    """Another tone would have to tell it from something."""
    of = cells(make_item("milestone", "LAW", region="state", period="2018-06"))
    found = timeline(of, list(of.catalogue.own_items()), regions=("state",))
    assert found is not None
    assert found.groups[0].rows[0].bars[0].tone is Tone.PLAIN


def test_legend_says_what_a_silent_source_means() -> None:
    """Only where a row is without a time."""
    (diagram,) = timeline_blocks(cells(), Options({REGIONS: ("north",)}))
    assert isinstance(diagram, Diagram)
    lines = {line.kind: line.text for line in diagram.legend}
    assert lines["absent"] == "not recorded: the time is not known"
    (diagram,) = timeline_blocks(cells(*ITEMS[:4]), Options({REGIONS: ("north",)}))
    assert isinstance(diagram, Diagram)
    assert "absent" not in {line.kind for line in diagram.legend}


def all_texts(shapes: tuple[Shape, ...]) -> list[Shape]:
    """Return the texts of some shapes and of those in them, in the order of painting."""
    found: list[Shape] = []
    for shape in shapes:
        found += [shape] if shape.tag == "text" else all_texts(shape.children)
    return found


def test_group_that_goes_on_says_so() -> None:
    """So does what a screen reader calls the list; a group that fits is never begun in vain."""
    few = [make_item("phase", f"A{n}", region="north", period="2018-03") for n in range(3)]
    many = [make_item("phase", f"B{n:02}", region="south", period="2018-03") for n in range(30)]
    (diagram,) = timeline_blocks(cells(*few, *many), Options({TYPES: ("phase",)}))
    assert isinstance(diagram, Diagram)
    for pieces in diagram.drawings:
        titles = [
            [
                text.text
                for text in all_texts(piece.shapes)
                if "group" in dict(text.attributes)["class"]
            ]
            for piece in pieces
        ]
        flat = [title for titles_of_piece in titles for title in titles_of_piece]
        assert flat[:2] == ["The North", "south"]
        assert set(flat[2:]) == {"south (continued)"}


def test_groups_that_fit_are_not_cut() -> None:
    """One that has no room behind another begins a new piece."""
    items = [
        make_item("phase", f"{region[0]}{n}", region=region, period="2018-03")
        for region in ("north", "south")
        for n in range(6)
    ]
    (diagram,) = timeline_blocks(cells(*items), Options({TYPES: ("phase",)}))
    assert isinstance(diagram, Diagram)
    assert all("(continued)" not in repr(pieces) for pieces in diagram.drawings)


def test_text_of_the_as_of_date_meets_no_title() -> None:
    """On a narrow page it stands above the title where the day is early; no line is above text."""
    north = make_item("phase", "ONE", region="north", period="2018-01/2019-12")
    (diagram,) = timeline_blocks(cells(north), Options({TYPES: ("phase",)}))
    assert isinstance(diagram, Diagram)
    (_,), (narrow,) = diagram.drawings
    places = {text.text: float(dict(text.attributes)["y"]) for text in all_texts(narrow.shapes)}
    assert places["as of 2018-01-31"] + 10 <= places["The North"]
    behind = [shape.tag for shape in narrow.shapes[0].children]
    assert behind == sorted(behind, key="text".__eq__)

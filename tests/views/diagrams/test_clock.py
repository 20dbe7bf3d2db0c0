"""The annual clock: a turn for each year, a lane for each of what is at once, numbers."""

from __future__ import annotations

import itertools

import pytest

from statutory.model.item import Item
from statutory.views.blocks import Diagram, Table
from statutory.views.cells import Cells
from statutory.views.diagrams.clock import Arc, Clock, clock_of
from statutory.views.diagrams.clock_view import clock_blocks
from statutory.views.diagrams.reading import PROCEDURE
from statutory.views.diagrams.scene import Drawing
from statutory.views.options import Options
from statutory.views.register import said
from tests.builders import make_item, run

WORK = Options({PROCEDURE: ("WORK",)})


def step(id_: str, period: str = "") -> Item:
    """Return a step of the work."""
    return make_item("phase", id_, part_of="WORK", period=period)


def cells(*steps: Item) -> Cells:
    """Return the cells of the work with some steps."""
    return Cells(run([make_item("procedure", "WORK", title="Work"), *steps]))


def clock(*steps: Item) -> Clock:
    """Return the clock of the work."""
    of = cells(*steps)
    found = clock_of(of, of.catalogue.items["WORK"])
    assert found is not None
    return found


TWENTY_MONTHS = (
    step("DRAFT", "2018-08/2018-12"),
    step("BASE", "2017-11/2017-12"),
    step("TALK", "2017-11/2019-06"),
    step("FINISH"),
    step("DECIDE", "2019-05/2019-06"),
)


def test_work_of_twenty_months_has_three_turns() -> None:
    """One turn for each calendar year that it touches; what is at once has lanes."""
    found = clock(*TWENTY_MONTHS)
    assert (found.years, found.lanes) == ((2017, 2018, 2019), (2, 2, 2))
    assert [(each.number, each.entry.target) for each in found.steps] == [
        (1, "BASE"),
        (2, "TALK"),
        (3, "DRAFT"),
        (4, "DECIDE"),
        (5, "FINISH"),
    ]
    assert found.as_of is not None
    assert found.as_of[0] == 1


def test_step_over_the_turn_of_the_year_has_an_arc_on_each() -> None:
    """Arcs are in months: November begins at 10, June ends at 6."""
    talk = clock(*TWENTY_MONTHS).steps[1]
    assert [(arc.turn, arc.first, arc.last) for arc in talk.arcs] == [
        (0, 10.0, 12.0),
        (1, 0.0, 12.0),
        (2, 0.0, 6.0),
    ]


def test_vague_step_is_only_perhaps_there() -> None:
    """A season has no sure month; what is sure hides what may be below it."""
    found = clock(step("SPRING", "2018-21"), step("MAY", "2018-05"))
    assert found.steps[0].arcs == (Arc(0, 0, 2.0, 5.0, is_sure=False),)
    assert found.steps[1].arcs == (Arc(0, 1, 4.0, 5.0, is_sure=True),)


def test_step_without_a_month_stands_beside_the_clock() -> None:
    """It has a number and says that the source is silent, but no arc."""
    last = clock(*TWENTY_MONTHS).steps[-1]
    assert (last.entry.target, last.arcs, last.time) == ("FINISH", (), "not recorded")


def test_open_step_ends_with_the_clock() -> None:
    """An open end does not make a turn of its own."""
    found = clock(step("ONE", "2018-03"), step("ON", "2018-06/.."))
    assert found.years == (2018,)
    assert found.steps[1].arcs[-1].last == 12.0


def test_table_says_the_same_in_the_same_order() -> None:
    """The numbers are those of the drawing."""
    (diagram,) = clock_blocks(cells(*TWENTY_MONTHS), WORK)
    assert isinstance(diagram, Diagram)
    assert [row[0].entries[0].text for row in diagram.table.rows] == list("12345")
    for drawing in diagram.drawings:
        assert all(f"target='{each.id}'" in repr(drawing) for each in TWENTY_MONTHS)
    assert [line.kind for line in diagram.legend] == ["sure", "untimed", "as-of"]


def test_without_times_there_is_a_table_alone() -> None:
    """Nothing can be drawn; so too where the years are too many, or nothing is named."""
    (table,) = clock_blocks(cells(step("ONE")), WORK)
    assert isinstance(table, Table)
    (table,) = clock_blocks(cells(step("ONE", "2000"), step("TWO", "2018")), WORK)
    assert isinstance(table, Table)
    assert clock_blocks(cells(), WORK) == said(cells(), "The procedure has no steps.")
    assert clock_blocks(cells(), Options()) == ()


def test_number_of_two_digits_has_room() -> None:
    """Its ground is broader than high, however narrow the lanes are."""
    steps = [step(f"S{n:02}", "2018-02/2018-05") for n in range(12)]
    (diagram,) = clock_blocks(cells(*steps), WORK)
    assert isinstance(diagram, Diagram)
    for (drawing,) in diagram.drawings:
        badges = [
            (dict(ground.attributes), number.text)
            for thing in drawing.shapes[1].children
            for ground, number in itertools.pairwise(thing.children[0].children)
            if ground.tag == "rect" and number.tag == "text"
            if dict(ground.attributes)["class"] == "statutory-badge"
        ]
        assert len(badges) == 12
        for badge, number in badges:
            assert float(badge["width"]) >= 14 or len(number) == 1


def label_places(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    """Return the left, top, right and bottom of the label of each step, in their order."""
    found = []
    for each in drawing.shapes[1].children:
        hit = dict(each.children[0].children[0].attributes)
        left, top = float(hit["x"]), float(hit["y"])
        found.append((left, top, left + float(hit["width"]), top + float(hit["height"])))
    return found


@pytest.mark.parametrize("count", [1, 8, 16, 23])
def test_labels_meet_neither_each_other_nor_the_dial(count: int) -> None:
    """They are read like lines of text: each is right of the one before, or below it."""
    steps = [step(f"S{n:02}", "2018-02/2018-05") for n in range(count)]
    (diagram,) = clock_blocks(cells(*steps), WORK)
    assert isinstance(diagram, Diagram)
    for (drawing,), dial in zip(diagram.drawings, (400, 358), strict=True):
        places = label_places(drawing)
        assert len(places) == count
        for place, (left, top, right, bottom) in enumerate(places):
            assert left >= dial or top >= dial
            assert right <= drawing.width
            assert bottom <= drawing.height
            for other_left, other_top, *_ in places[place + 1 :]:
                assert other_top > bottom - 0.1 or other_left >= right


def test_clock_of_many_steps_fits_below_the_text_before_it() -> None:
    """A long list beside the dial would push the clock to a sheet of its own."""
    title = "A step with a title of two lines"
    steps = [
        make_item("phase", f"S{n:02}", part_of="WORK", period="2018-02/2018-05", title=title)
        for n in range(16)
    ]
    (diagram,) = clock_blocks(cells(*steps), WORK)
    assert isinstance(diagram, Diagram)
    (wide,), (narrow,) = diagram.drawings
    assert 400 < wide.height < 640
    assert len({left for left, *_ in label_places(wide)}) == 3
    assert len({left for left, *_ in label_places(narrow)}) == 1


def test_clock_of_few_steps_is_as_high_as_its_dial() -> None:
    """All its steps stand beside it."""
    (diagram,) = clock_blocks(cells(*TWENTY_MONTHS), WORK)
    assert isinstance(diagram, Diagram)
    (wide,), _ = diagram.drawings
    assert wide.height == 400
    assert {left for left, *_ in label_places(wide)} == {412.0}


def test_as_of_date_is_seen_on_what_it_crosses() -> None:
    """Its line has a ground of its own: red on the colour of arcs is hard to see."""
    (diagram,) = clock_blocks(cells(*TWENTY_MONTHS), WORK)
    assert isinstance(diagram, Diagram)
    for (drawing,) in diagram.drawings:
        kinds = [dict(mark.attributes).get("class") for mark in drawing.shapes[2].children]
        assert kinds[-2:] == ["statutory-as-of-ground", "statutory-as-of"]

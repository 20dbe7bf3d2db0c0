"""The course of a procedure: order by what comes before, state, deciders, arrows."""

from __future__ import annotations

from statutory.model.item import Item
from statutory.views.blocks import Diagram
from statutory.views.cells import Cells, Entry
from statutory.views.diagrams.flow import Arrow, Flow, Progress, flow_of, ranks_of, said_of
from statutory.views.diagrams.flow_view import flow_blocks
from statutory.views.diagrams.reading import PROCEDURE
from statutory.views.diagrams.scene import Drawing
from statutory.views.options import Options
from statutory.views.register import said
from tests.builders import make_item, run

WORK = Options({PROCEDURE: ("WORK",)})


def step(id_: str, **options: str) -> Item:
    """Return a step of the work."""
    return make_item("phase", id_, **{"part_of": "WORK", **options})


STEPS = (
    step("C", predecessor="B, A, OTHER", inferred="predecessor", decider="COUNCIL"),
    step("B", predecessor="A", status="draft", condition="Where needed"),
    step("A", status="done", owner="COUNCIL"),
    step("A1", part_of="A"),
    step("LOOSE"),
    make_item("phase", "OTHER"),
    make_item("actor", "COUNCIL"),
)


def cells(*items: Item) -> Cells:
    """Return the cells of the work with some steps."""
    return Cells(run([make_item("procedure", "WORK", title="Work"), *items]))


def flow(*items: Item) -> Flow:
    """Return the flow of the work."""
    of = cells(*(items or STEPS))
    found = flow_of(of, of.catalogue.items["WORK"])
    assert found is not None
    return found


def test_steps_stand_in_the_order_that_is_stated() -> None:
    """The longest way counts; what has no place is told apart."""
    found = flow()
    assert {each.entry.target: each.rank for each in found.steps} == {
        "A": 0,
        "LOOSE": 0,
        "B": 1,
        "C": 2,
    }
    assert found.loose == {"LOOSE"}


def test_arrows_show_what_is_inferred() -> None:
    """An arrow for each predecessor in the procedure; the others are waited for."""
    found = flow()
    assert set(found.arrows) == {
        Arrow("A", "B"),
        Arrow("B", "C", is_inferred=True),
        Arrow("A", "C", is_inferred=True),
    }
    assert found.steps[-1].awaits == (Entry("Phase OTHER", "OTHER"),)


def test_state_deciders_conditions_and_parts() -> None:
    """Each step says how far it has come, who decides, and on what it depends."""
    by_id = {each.entry.target: each for each in flow().steps}
    assert [by_id[id_].progress for id_ in ("A", "B", "C")] == [
        Progress.DONE,
        Progress.PENDING,
        Progress.UNKNOWN,
    ]
    assert by_id["C"].status == "not recorded"
    assert by_id["C"].deciders == "Actor COUNCIL"
    assert by_id["A"].parts == (Entry("Phase A1", "A1"),)
    assert "condition: Where needed" in said_of(flow(), by_id["B"])


def test_steps_that_wait_for_each_other_are_drawn_all_the_same() -> None:
    """A circle has no order; a check tells the author."""
    assert ranks_of({"A": ["B"], "B": ["A"]}) == {"A": 0, "B": 0}
    assert flow(step("A", predecessor="B"), step("B", predecessor="A")).arrows == ()


def test_long_arrows_pass_through_the_gutter() -> None:
    """The drawing is wider than its boxes by a lane, and no arrow is left out."""
    (diagram,) = flow_blocks(cells(*STEPS), WORK)
    assert isinstance(diagram, Diagram)
    for drawing in diagram.drawings:
        assert repr(drawing).count("statutory-arrow-head") == 3
    kinds = [line.kind for line in diagram.legend]
    assert kinds == ["done", "pending", "unknown", "decides", "arrow", "inferred"]


def test_wide_page_has_steps_of_a_rank_side_by_side() -> None:
    """The narrow one has them below each other, and is higher."""
    (diagram,) = flow_blocks(cells(*(step(f"S{n}") for n in range(4))), WORK)
    assert isinstance(diagram, Diagram)
    (wide,), (narrow,) = diagram.drawings
    assert wide.height < narrow.height
    assert [row[0].entries[0].target for row in diagram.table.rows] == ["S0", "S1", "S2", "S3"]


def test_procedure_without_steps_shows_nothing() -> None:
    """So does one that does not exist."""
    assert flow_blocks(cells(), WORK) == said(cells(), "The procedure has no steps.")
    assert flow_blocks(cells(), Options({PROCEDURE: ("NONE",)})) == ()


def boxes(drawing: Drawing) -> list[tuple[str, str]]:
    """Return the left edge and the width of each box, in the order of the steps."""
    things = drawing.shapes[-1].children
    named = [dict(thing.children[0].children[0].attributes) for thing in things]
    return [(each["x"], each["width"]) for each in named]


def test_rows_of_a_rank_are_even() -> None:
    """Four stand two by two; where one is left over, it is no broader than the others."""
    (four,) = flow_blocks(cells(*(step(f"S{n}") for n in range(4))), WORK)
    (seven,) = flow_blocks(cells(*(step(f"S{n}") for n in range(7))), WORK)
    assert isinstance(four, Diagram)
    assert isinstance(seven, Diagram)
    first, second, third, fourth = boxes(four.drawings[0][0])
    assert (first, second) == (third, fourth)
    assert len({width for _, width in boxes(seven.drawings[0][0])}) == 1

"""Times that no source gives are hatched in all charts, and the legend says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

import pytest

from statutory.model.item import Item
from statutory.model.period import Span
from statutory.views.blocks import Diagram
from statutory.views.cells import Cells, Entry
from statutory.views.diagrams.axis import Axis
from statutory.views.diagrams.chart import Bar, Chart, ChartGroup, ChartRow
from statutory.views.diagrams.chart_drawing import chart_drawings
from statutory.views.diagrams.clock_view import clock_blocks
from statutory.views.diagrams.competence_view import ACTORS, competence_blocks
from statutory.views.diagrams.extent import Extent
from statutory.views.diagrams.reading import PROCEDURE, has_inferred_time, time_text
from statutory.views.diagrams.scene import Drawing, Shape
from statutory.views.diagrams.svg import svg_of
from statutory.views.diagrams.timeline import timeline_blocks
from statutory.views.options import TYPES, Options
from tests.builders import make_item, run

WORK = Options({PROCEDURE: ("WORK",)})
PHASES = Options({TYPES: ("phase",)})

MARCH = Span(dt.date(2018, 3, 1), dt.date(2018, 3, 31))
SPRING = Span(dt.date(2018, 3, 1), dt.date(2018, 5, 31))
DAY = Span(dt.date(2018, 3, 1), dt.date(2018, 3, 1))


def step(id_: str, period: str, basis: str = "", **options: str) -> Item:
    """Return a step of the work."""
    told = {"period": period, "time_basis": basis, "region": "north", **options}
    return make_item("phase", id_, part_of="WORK", **told)


STATED, INFERRED = step("STATED", "2018-03/2018-04"), step("GUESS", "2018-05/2018-06", "inferred")


def cells(*items: Item) -> Cells:
    """Return the cells of the work with some items."""
    return Cells(run([make_item("procedure", "WORK"), *items]))


def every_shape(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """Yield shapes and those in them."""
    for shape in shapes:
        yield shape
        yield from every_shape(shape.children)


def looks(pieces: Iterable[Drawing], target: str) -> list[tuple[str, ...]]:
    """Return the classes of the bars, arcs and stripes of an item, without their common head."""
    links = (shape for piece in pieces for shape in every_shape(piece.shapes))
    (link,) = (shape for shape in links if shape.target == target)
    kinds = (dict(shape.attributes).get("class", "") for shape in link.children)
    found = (tuple(name.removeprefix("statutory-") for name in kind.split()) for kind in kinds)
    return [names for names in found if {"sure", "may", "hatching"} & set(names)]


def legend(diagram: Diagram) -> dict[str, str]:
    """Return the lines of a legend by their kinds."""
    return {line.kind: line.text for line in diagram.legend}


def timeline_of(*items: Item) -> Diagram:
    """Return the timeline of some items."""
    (diagram,) = timeline_blocks(cells(*items), PHASES)
    assert isinstance(diagram, Diagram)
    return diagram


def clock_of(*items: Item) -> Diagram:
    """Return the annual clock of some steps."""
    (diagram,) = clock_blocks(cells(*items), WORK)
    assert isinstance(diagram, Diagram)
    return diagram


def competence_of(*items: Item) -> Diagram:
    """Return the competence over time of some steps, of which a body answers for those named."""
    body = make_item("actor", "BODY", region="north", term="2018-01/2018-12")
    options = Options({PROCEDURE: ("WORK",), ACTORS: ("BODY",)})
    diagram, *_ = competence_blocks(cells(body, *items), options)
    assert isinstance(diagram, Diagram)
    return diagram


# What is inferred ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (STATED, False),
        (INFERRED, True),
        (step("LISTED", "2018", inferred="period"), True),
        (step("LINK", "", "inferred", schedule="STATED"), True),
        (step("FROM", "", schedule="GUESS"), True),
        (step("FAR", "", schedule="FROM"), True),
        (step("SURE", "", schedule="STATED"), False),
        (step("OWN", "2018", schedule="GUESS"), False),
        (step("SILENT", "", "inferred"), False),
    ],
)
def test_time_is_as_sure_as_what_gives_it(item: Item, expected: bool) -> None:  # noqa: FBT001
    """An inferred schedule gives an inferred time, unless the item has a time of its own."""
    others = (STATED, INFERRED, step("FROM", "", schedule="GUESS"))
    of = cells(*(other for other in others if other.id != item.id), item)
    assert has_inferred_time(of, of.catalogue.items[item.id]) is expected


def test_caption_says_what_the_hatching_shows() -> None:
    """Also where the schedule alone is inferred; else it says no more than the time."""
    of = cells(STATED, INFERRED, step("FROM", "", schedule="GUESS"))
    told = {id_: time_text(of, of.catalogue.items[id_]) for id_ in ("STATED", "GUESS", "FROM")}
    assert told == {
        "STATED": "2018-03/2018-04",
        "GUESS": "2018-05/2018-06 (inferred by the editors)",
        "FROM": "2018-05/2018-06 (inferred by the editors)",
    }


# What is drawn ------------------------------------------------------------------------------


def drawn_bar(bar: Bar) -> tuple[tuple[Drawing, ...], ...]:
    """Return the drawings of a chart of one bar."""
    row = ChartRow(entry=Entry("One", "ONE"), bars=(bar,))
    chart = Chart(
        axis=Axis(dt.date(2018, 1, 1), dt.date(2018, 12, 31)),
        groups=(ChartGroup(title="North", rows=(row,)),),
        after_text="After",
    )
    return chart_drawings(chart)


def bars_of(bar: Bar) -> list[list[tuple[str, ...]]]:
    """Return the looks of a bar of a chart, for each width."""
    return [looks(pieces, "ONE") for pieces in drawn_bar(bar)]


@pytest.mark.parametrize(
    ("extent", "expected"),
    [
        (Extent(possible=DAY, sure=DAY), ["sure"]),
        (Extent(possible=SPRING), ["may"]),
        (Extent(possible=SPRING, sure=MARCH), ["may", "sure"]),
    ],
)
def test_inferred_bar_is_hatched_in_each_of_its_parts(extent: Extent, expected: list[str]) -> None:
    """It still shows what is only possible; a stated one has no stripes."""
    stated = [(kind, "plain") for kind in expected]
    hatched = [
        look
        for kind in expected
        for look in ((kind, "plain", "hatched"), ("hatching", "plain", f"of-{kind}"))
    ]
    assert bars_of(Bar(extent)) == [stated, stated]
    assert bars_of(Bar(extent, is_inferred=True)) == [hatched, hatched]


def test_stripes_are_as_broad_as_their_bar() -> None:
    """They begin and end with it, and run along its middle."""
    for (piece,) in drawn_bar(Bar(Extent(possible=MARCH, sure=MARCH), is_inferred=True)):
        *_, bar, stripes = (
            dict(shape.attributes)
            for shape in every_shape(piece.shapes)
            if {"statutory-sure", "statutory-hatching"}
            & set(dict(shape.attributes).get("class", "").split())
        )
        x, y, width, height = (float(bar[name]) for name in ("x", "y", "width", "height"))
        _, first, middle, _, last = stripes["d"].split()
        assert float(stripes["stroke-width"]) == height
        assert float(middle) == y + height / 2
        assert (float(first), float(last)) == pytest.approx((x, x + width), abs=0.02)


def test_inferred_rows_of_the_timeline_are_hatched() -> None:
    """Others are not."""
    for pieces in timeline_of(STATED, INFERRED).drawings:
        assert looks(pieces, "STATED")[-1] == ("sure", "plain")
        assert looks(pieces, "GUESS")[-1] == ("hatching", "plain", "of-sure")


def test_inferred_arcs_of_the_clock_are_hatched() -> None:
    """Those of each turn, be they sure or only possible."""
    long = step("LONG", "2018-11/2019-02", "inferred")
    vague = step("VAGUE", "2018-21", "inferred")
    for pieces in clock_of(STATED, long, vague).drawings:
        assert looks(pieces, "STATED") == [("sure", "plain")]
        arc = [("sure", "plain", "hatched"), ("hatching", "plain", "of-sure")]
        assert looks(pieces, "LONG") == [*arc, *arc]
        assert looks(pieces, "VAGUE") == [
            ("may", "plain", "hatched"),
            ("hatching", "plain", "of-may"),
        ]


def test_inferred_steps_of_competence_are_hatched() -> None:
    """So are their days for which nobody is responsible, which would hide the bar."""
    held, bare = (
        step("HELD", "2018-03/2018-04", "inferred", owner="BODY"),
        step("BARE", "2018-03/2018-04", "inferred"),
    )
    for pieces in competence_of(STATED, held, bare).drawings:
        assert looks(pieces, "HELD")[-1] == ("hatching", "plain", "of-sure")
        assert looks(pieces, "BARE")[-1] == ("hatching", "vacant", "of-sure")
        assert not any("hatching" in look for look in looks(pieces, "STATED"))
        assert not any("hatching" in look for look in looks(pieces, "BODY"))


def test_inferred_term_of_a_body_is_hatched_and_said() -> None:
    """Its caption says how the term is known."""
    body = make_item("actor", "BODY", region="north", term="2018-01/2018-12", inferred="term")
    (diagram,) = competence_blocks(cells(body), Options({ACTORS: ("BODY",)}))
    assert isinstance(diagram, Diagram)
    for pieces in diagram.drawings:
        assert looks(pieces, "BODY")[-1] == ("hatching", "unlawful", "of-sure")
        assert "2018-01/2018-12 (inferred by the editors). " in repr(pieces)


def test_stripes_need_no_names_on_the_page() -> None:
    """Two drawings of a page would have the same."""
    for diagram in (timeline_of(INFERRED), clock_of(INFERRED), competence_of(INFERRED)):
        for pieces in diagram.drawings:
            for piece in pieces:
                text = svg_of(piece, name="One", kind="wide", address=lambda _target: "")
                assert "statutory-hatching" in text
                assert " id=" not in text
                assert "url(" not in text


# The legend ---------------------------------------------------------------------------------


@pytest.mark.parametrize("drawn", [timeline_of, clock_of])
def test_legend_says_what_hatching_means(drawn: Callable[..., Diagram]) -> None:
    """A line stands where its mark does: what is inferred is not called sure."""
    both, stated, inferred = drawn(STATED, INFERRED), drawn(STATED), drawn(INFERRED)
    assert {"sure", "hatched"} <= set(legend(both))
    assert legend(both)["hatched"] == "an inferred time"
    assert "hatched" not in legend(stated)
    assert "sure" not in legend(inferred)


@pytest.mark.parametrize("drawn", [timeline_of, clock_of])
def test_legend_tells_what_is_both_possible_and_inferred(drawn: Callable[..., Diagram]) -> None:
    """It has a mark of its own, and a legend has no line for a mark that is not drawn."""
    vague, guess = step("VAGUE", "2018-21"), step("BOTH", "2018-21", "inferred")
    assert {"may", "hatched", "hatched-may"} & set(legend(drawn(vague))) == {"may"}
    assert {"may", "hatched", "hatched-may"} & set(legend(drawn(guess))) == {"hatched-may"}
    assert {"may", "hatched-may"} <= set(legend(drawn(vague, guess)))


def test_legend_of_competence_says_what_hatching_means() -> None:
    """Only where a step or a term is inferred."""
    assert "hatched" in legend(competence_of(INFERRED))
    assert "hatched" not in legend(competence_of(STATED))


def test_legend_of_the_clock_is_silent_of_what_has_no_arc() -> None:
    """A step without a time is not inferred, whatever is said of its basis."""
    assert "hatched" not in legend(clock_of(STATED, step("NEVER", "", "inferred")))

"""Charts in pieces: what comes before a row is told by an arrow or in words, never by neither."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import pytest

from statutory.model.item import Item
from statutory.model.period import Span
from statutory.views.blocks import Diagram
from statutory.views.cells import Cells, Entry
from statutory.views.diagrams.axis import Axis
from statutory.views.diagrams.chart import Bar, Chart, ChartGroup, ChartRow
from statutory.views.diagrams.chart_drawing import chart_drawings
from statutory.views.diagrams.chart_layout import Page, laid_out, named_before, placed
from statutory.views.diagrams.competence_view import competence_blocks
from statutory.views.diagrams.extent import Extent
from statutory.views.diagrams.scene import Drawing, Shape
from statutory.views.diagrams.timeline import timeline_blocks
from statutory.views.options import LIMIT, TYPES, Options
from tests.builders import make_item, run

WIDE, NARROW = Page(width=640, labels=240), Page(width=358, labels=0)
PHASES = Options({TYPES: ("phase",)})

MARCH = Span(dt.date(2018, 3, 1), dt.date(2018, 3, 31))
BARS = (Bar(Extent(possible=MARCH, sure=MARCH)),)


def row(name: str, *after: str, bars: tuple[Bar, ...] = BARS) -> ChartRow:
    """Return a row of March that comes after others."""
    entries = tuple(Entry(f"Title {before}", before) for before in after)
    return ChartRow(entry=Entry(f"Title {name}", name), note="March", bars=bars, after=entries)


def fillers(count: int, start: int = 0) -> list[ChartRow]:
    """Return rows that nothing comes before."""
    return [row(f"F{number:02}") for number in range(start, start + count)]


def chart(*rows: ChartRow) -> Chart:
    """Return a chart of some rows."""
    axis = Axis(dt.date(2018, 1, 1), dt.date(2018, 12, 31))
    group = ChartGroup(title="North", rows=rows)
    return Chart(axis=axis, groups=(group,), after_text="After", continued="continued")


def rows_named(of: Chart, page: Page) -> dict[str, tuple[str, ...]]:
    """Return what stands below the title of each row that names another."""
    page, sheets = laid_out(of, page)
    return {
        each.row.entry.target: each.note
        for groups in sheets
        for group in groups
        for each in placed(group, of, page, 0)
        if len(each.note) > 1
    }


def arrows(pieces: Sequence[Drawing]) -> int:
    """Return how many arrows are drawn."""
    return sum(kind == "statutory-arrow" for kind in kinds_of(pieces))


def kinds_of(pieces: Sequence[Drawing]) -> Iterator[str]:
    """Yield the class of each shape."""
    for shape in every_shape(shape for piece in pieces for shape in piece.shapes):
        yield dict(shape.attributes).get("class", "")


def every_shape(shapes: Iterator[Shape]) -> Iterator[Shape]:
    """Yield shapes and those in them."""
    for shape in shapes:
        yield shape
        yield from every_shape(iter(shape.children))


def said(pieces: Sequence[Drawing], target: str) -> str:
    """Return what a screen reader says of a row."""
    (link,) = (
        shape
        for shape in every_shape(shape for piece in pieces for shape in piece.shapes)
        if shape.target == target
    )
    return dict(link.attributes)["aria-label"]


@pytest.mark.parametrize("page", [WIDE, NARROW])
def test_rows_of_one_piece_have_an_arrow_and_no_words(page: Page) -> None:
    """The arrow says it."""
    of = chart(row("ONE"), row("TWO", "ONE"))
    assert rows_named(of, page) == {}
    assert [arrows(pieces) for pieces in chart_drawings(of)] == [1, 1]


@pytest.mark.parametrize("page", [WIDE, NARROW])
def test_rows_of_two_pieces_have_words_and_no_arrow(page: Page) -> None:
    """A line that leaves its piece would lead the eye nowhere."""
    of = chart(row("ONE"), *fillers(30), row("TWO", "ONE"))
    assert rows_named(of, page) == {"TWO": ("March", "After: Title ONE")}
    assert [arrows(pieces) for pieces in chart_drawings(of)] == [0, 0]


@pytest.mark.parametrize("page", [WIDE, NARROW])
def test_each_of_several_has_a_line_of_its_own(page: Page) -> None:
    """The label stands once; the one on the same piece has an arrow and no name."""
    of = chart(row("ONE"), row("TWO"), *fillers(30), row("NEAR"), row("LATE", "ONE", "NEAR", "TWO"))
    assert rows_named(of, page) == {"LATE": ("March", "After: Title ONE;", "Title TWO")}
    assert [arrows(pieces) for pieces in chart_drawings(of)] == [1, 1]


@pytest.mark.parametrize(
    "rows",
    [
        (row("ONE", bars=()), row("TWO", "ONE")),
        (row("ONE"), row("TWO", "ONE", bars=())),
        (row("TWO", "ONE"),),
    ],
)
def test_what_has_no_bar_or_no_row_is_named(rows: tuple[ChartRow, ...]) -> None:
    """An arrow has to begin and to end somewhere."""
    of = chart(*rows)
    assert rows_named(of, WIDE) == {"TWO": ("March", "After: Title ONE")}
    assert [arrows(pieces) for pieces in chart_drawings(of)] == [0, 0]


@pytest.mark.parametrize("count", range(4, 24))
def test_words_that_move_rows_to_the_next_piece_leave_none_untold(count: int) -> None:
    """Names take room: of each pair there is an arrow or a name, never both or neither."""
    rows = fillers(count)
    chain = [
        row("C00"),
        *(row(f"C{n:02}", f"C{n - 1:02}", f"F{n % count:02}") for n in range(1, 20)),
    ]
    of = chart(*rows, *chain)
    pairs = sum(len(each.after) for each in of.groups[0].rows)
    for start, pieces in zip((WIDE, NARROW), chart_drawings(of), strict=True):
        page, sheets = laid_out(of, start)
        assert arrows(pieces) == pairs - len(page.apart)
        assert [each for groups in sheets for group in groups for each in group.rows] == [
            *rows,
            *chain,
        ]
        for groups in sheets:
            here = {each.entry.target for group in groups for each in group.rows}
            assert all(
                (before.target, each.entry.target) in page.apart or before.target in here
                for group in groups
                for each in group.rows
                for before in each.after
            )


def test_screen_reader_hears_what_arrows_show() -> None:
    """They are hidden from it, so it is told of all that comes before."""
    of = chart(row("ONE"), row("TWO"), row("LATE", "ONE", "TWO"))
    for pieces in chart_drawings(of):
        assert arrows(pieces) == 2
        assert said(pieces, "LATE") == "Title LATE, March, After: Title ONE; Title TWO"
        assert said(pieces, "ONE") == "Title ONE, March"


def test_row_that_nothing_comes_before_names_nothing() -> None:
    """It has no label without a name."""
    assert named_before(chart(), row("ONE")) == ()


# The legend ---------------------------------------------------------------------------------


def phases(count: int, *, tied: tuple[int, int]) -> list[Item]:
    """Return phases of one month, of which one comes before another."""
    first, last = (f"S{place:02}" for place in tied)
    return [
        make_item(
            "phase",
            f"S{number:02}",
            region="north",
            period="2018-03",
            predecessor=first if f"S{number:02}" == last else "",
        )
        for number in range(count)
    ]


def diagram_of(items: list[Item], options: Options = PHASES) -> Diagram:
    """Return the timeline of some items."""
    found = timeline_blocks(Cells(run(items)), options)[0]
    assert isinstance(found, Diagram)
    return found


@pytest.mark.parametrize(
    ("tied", "kinds"),
    [((0, 1), ["arrow"]), ((0, 29), []), ((7, 8), ["arrow-narrow"]), ((5, 6), ["arrow-wide"])],
)
def test_legend_has_arrows_only_where_one_is_drawn(tied: tuple[int, int], kinds: list[str]) -> None:
    """The pieces of the two widths differ, and with them what the legend says."""
    diagram = diagram_of(phases(30, tied=tied))
    legend = {line.kind: line.text for line in diagram.legend if "arrow" in line.kind}
    assert legend == dict.fromkeys(kinds, "comes after")
    of_width = {"arrow": [True, True], "arrow-wide": [True, False], "arrow-narrow": [False, True]}
    drawn = [bool(arrows(pieces)) for pieces in diagram.drawings]
    assert drawn == (of_width[kinds[0]] if kinds else [False, False])


def test_timeline_names_with_the_label_of_the_link() -> None:
    """What options leave out is named too: the reader learns that it is there."""
    items = phases(3, tied=(0, 2))
    assert "Predecessor: Phase S00" in said(diagram_of(items).drawings[0], "S02")
    left = diagram_of(items[1:] + items[:1], Options({TYPES: ("phase",), LIMIT: ("1",)}))
    assert arrows(left.drawings[0]) == 0
    milestone = make_item("milestone", "M", region="north", period="2018-04", predecessor="S00")
    alone = diagram_of([*items, milestone], Options({TYPES: ("milestone",)}))
    assert "Predecessor: Phase S00" in [
        shape.text for piece in alone.drawings[0] for shape in every_shape(iter(piece.shapes))
    ]


def test_bodies_name_those_whose_duties_they_take_over() -> None:
    """With what the vocabulary calls the link at its other end."""
    bodies = (
        make_item("actor", "OLD", successor="NEW", competence="SEC", region="north"),
        make_item("actor", "NEW", term="2018-06/..", competence="SEC", region="north"),
        make_item("section", "SEC"),
    )
    (diagram,) = competence_blocks(Cells(run(bodies)), Options())
    assert isinstance(diagram, Diagram)
    for pieces in diagram.drawings:
        assert said(pieces, "NEW").endswith("Successor of: Actor OLD")
        assert arrows(pieces) == 0
    assert "arrow" not in {line.kind for line in diagram.legend}

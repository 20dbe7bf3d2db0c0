"""Charts drawn: labels beside the bars on a wide page, above them on a narrow one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace

from statutory.model.period import Span
from statutory.views.diagrams.axis import month_names, step_of
from statutory.views.diagrams.chart import Bar, Chart, ChartGroup, ChartRow
from statutory.views.diagrams.chart_layout import (
    BAR,
    HEAD,
    PAD,
    SIZE,
    SMALL,
    Page,
    Placed,
    laid_out,
    named_before,
    placed,
)
from statutory.views.diagrams.lettering import width_of
from statutory.views.diagrams.scene import (
    LINE_HEIGHT,
    NARROW,
    WIDE,
    Drawing,
    Shape,
    arrow_head,
    background,
    hatching,
    line,
    listed,
    paragraph,
    path,
    rectangle,
    shape_of_kind,
    thing,
    words,
)

_LEAST_LABEL, _LEAST_BAR = 40.0, 5.0
_MONTHS_IN_QUARTER, _DECEMBER = 3, 12
_TITLE, _BOLD = 15.0, 1.2
_ARROW = "statutory-arrow"
_AROUND = 4.0
"""How far the band of a mandate is seen above and below a bar."""


def chart_drawings(chart: Chart) -> tuple[tuple[Drawing, ...], ...]:
    """Return the drawings of a chart, the wide ones first, each in pieces for a sheet."""
    pages = (Page(width=WIDE, labels=WIDE * 0.37), Page(width=NARROW, labels=0))
    return tuple(tuple(_pieces(chart, page)) for page in pages)


def has_arrows(pieces: Iterable[Drawing]) -> bool:
    """Say whether an arrow is drawn on any of some pieces of a chart."""
    return any(shape_of_kind(piece.shapes, _ARROW) for piece in pieces)


def _pieces(chart: Chart, page: Page) -> Iterator[Drawing]:
    page, sheets = laid_out(chart, page)
    for groups in sheets:
        yield _drawing(replace(chart, groups=groups), page)


def _drawing(chart: Chart, page: Page) -> Drawing:
    top = _lead(chart, page)
    grounds: list[Shape] = []
    lists: list[Shape] = []
    every_row: list[Placed] = []
    for group in chart.groups:
        rows = list(placed(group, chart, page, top + HEAD))
        bottom = rows[-1].bottom if rows else top + HEAD
        grounds += _ground(chart, group, page, top, bottom)
        things = [
            thing(row.row.entry.target, _said(chart, row.row), _row_shapes(row, chart, page))
            for row in rows
        ]
        lists.append(listed(things, group.title, "statutory-in-band" if group.is_band else ""))
        every_row += rows
        top = bottom + PAD
    marks = [*grounds, *_as_of(chart, page, top), *_arrows(every_row, chart, page)]
    behind = sorted(marks, key=lambda shape: shape.tag == "text")
    shapes = (background(behind), *lists)
    return Drawing(width=page.width, height=top + PAD, shapes=shapes)


def _lead(chart: Chart, page: Page) -> float:
    """Return the room above the first title, where it would meet the text of the as-of date."""
    x = _as_of_place(chart, page)
    if x is None or not chart.groups:
        return 0
    begins = x - width_of(chart.as_of_text, SMALL) if _is_late(x, page) else x
    return SIZE if begins < PAD + width_of(chart.groups[0].title, SIZE) * _BOLD else 0


def _as_of_place(chart: Chart, page: Page) -> float | None:
    """Return where the as-of date is; ``None`` where it is not on the axis."""
    day = chart.as_of
    if day is None or not chart.axis.holds(Span(day, day)):
        return None
    return page.x(chart.axis.place(day))


def _is_late(x: float, page: Page) -> bool:
    """Say whether a text at a place has to stand before it."""
    return x > page.width * 0.75


def _said(chart: Chart, row: ChartRow) -> str:
    """Return what a screen reader says of a row, with what comes before it: it has no arrows."""
    parts = (row.entry.text, row.note, row.absent, " ".join(named_before(chart, row)))
    return ", ".join(part for part in parts if part)


# Rows --------------------------------------------------------------------------------------


def _row_shapes(of: Placed, chart: Chart, page: Page) -> Iterator[Shape]:
    """Yield the label and the bars of a row."""
    height = of.bottom - of.top
    yield rectangle(0, of.top, page.width, height, "statutory-hit", radius=0)
    base = of.top + PAD + SIZE
    yield from _mandates(of, chart, page)
    yield from paragraph(PAD, base, of.title, "statutory-name", size=SIZE)
    base += (len(of.title) - 1) * SIZE * LINE_HEIGHT + SMALL * LINE_HEIGHT
    yield from paragraph(PAD, base, of.note, "statutory-note", size=SMALL)
    for bar in of.row.bars:
        yield from _bar_shapes(bar, of, chart, page)
    if not of.row.bars and of.row.absent:
        yield words(
            page.left if page.labels else PAD,
            of.middle + 4,
            of.row.absent,
            "statutory-absent",
        )


def _mandates(of: Placed, chart: Chart, page: Page) -> Iterator[Shape]:
    """Yield the bands of the terms behind a row: fainter where a term is only perhaps."""
    top, height = of.bar_top - _AROUND, BAR + 2 * _AROUND
    for extent in of.row.mandates:
        perhaps = None if extent.possible == extent.sure else extent.possible
        for span, kind in ((perhaps, " statutory-perhaps"), (extent.sure, "")):
            if span is not None and chart.axis.holds(span):
                first, last = map(page.x, chart.axis.places(span))
                look = f"statutory-mandate{kind}"
                yield rectangle(first, top, last - first, height, look, radius=0)


def _bar_shapes(bar: Bar, of: Placed, chart: Chart, page: Page) -> Iterator[Shape]:
    """Yield a bar: faded where it may be, solid where it surely is, arrows where open.

    One that is inferred is hatched.
    """
    extent, tone = bar.extent, bar.tone.value
    if not chart.axis.holds(extent.possible):
        return
    if extent.is_one_day:
        x = page.x(chart.axis.place(extent.possible.earliest))
        yield from _diamond(x, of.middle, tone, is_inferred=bar.is_inferred)
        return
    hatched = " statutory-hatched" if bar.is_inferred else ""
    for span, kind in ((extent.possible, "may"), (extent.sure, "sure")):
        if span is not None and chart.axis.holds(span):
            first, last = map(page.x, chart.axis.places(span))
            width = max(last - first, _LEAST_BAR)
            look = f"statutory-{kind} statutory-{tone}{hatched}"
            yield rectangle(first, of.bar_top, width, BAR, look)
            if bar.is_inferred:
                stripes = f"statutory-{tone} statutory-of-{kind}"
                yield hatching(stripes, BAR, "M", first, of.middle, "H", first + width)
    head = f"statutory-open statutory-{tone}"
    if extent.possible.latest > chart.axis.last:
        yield arrow_head(page.x(1) + 9, of.middle, head, towards=(1, 0))
    if extent.possible.earliest < chart.axis.first:
        yield arrow_head(page.x(0) - 9, of.middle, head, towards=(-1, 0))


def _diamond(x: float, y: float, tone: str, *, is_inferred: bool) -> Iterator[Shape]:
    """Yield the mark of a single day."""
    half = BAR / 2 + 1
    kind = f"statutory-sure statutory-{tone}"
    yield path(
        f"{kind} statutory-hatched" if is_inferred else kind,
        *("M", x, y - half, "L", x + half, y),
        *("L", x, y + half, "L", x - half, y, "Z"),
    )
    if is_inferred:
        stripes, aside = f"statutory-{tone} statutory-of-sure", half / 2
        along = ("M", x - aside, y - aside, "L", x + aside, y + aside)
        yield hatching(stripes, half * math.sqrt(2), *along)


# The ground ---------------------------------------------------------------------------------


def _ground(
    chart: Chart, group: ChartGroup, page: Page, top: float, bottom: float
) -> Iterator[Shape]:
    """Yield what stands behind the rows of a group: its title, the months, the stripes."""
    if group.is_band:
        yield rectangle(0, top, page.width, bottom - top, "statutory-band")
    kind = "statutory-group statutory-in-band" if group.is_band else "statutory-group"
    yield words(PAD, top + _TITLE, group.title, kind)
    for stripe in chart.stripes:
        if chart.axis.holds(stripe):
            first, last = map(page.x, chart.axis.places(stripe))
            yield rectangle(
                first,
                top + HEAD,
                max(last - first, 1),
                bottom - top - HEAD,
                "statutory-stripe",
                radius=0,
            )
    yield from _months(chart, page, top, bottom)


def _months(chart: Chart, page: Page, top: float, bottom: float) -> Iterator[Shape]:
    """Yield the lines of years and months, with their names."""
    axis = chart.axis
    names = month_names(chart.language)
    every = step_of(axis, page.room, _LEAST_LABEL)
    lines = step_of(axis, page.room, 12)
    for tick in axis.ticks(min(lines, every)):
        is_year = tick.day.month == 1
        kind = "statutory-year" if is_year else "statutory-month"
        yield line(page.x(tick.place), top + 24, page.x(tick.place), bottom, kind)
    if axis.last.month == _DECEMBER:
        yield line(page.x(1), top + 24, page.x(1), bottom, "statutory-year")
    for tick in axis.ticks(every):
        if tick.place < 1 - _LEAST_LABEL / page.room / 2:
            x = page.x(tick.place) + 3
            if every <= _MONTHS_IN_QUARTER:
                yield words(x, top + 41, names[tick.day.month - 1], "statutory-tick")
    for place, year in _years(chart):
        yield words(page.x(place) + 3, top + 29, year, "statutory-tick statutory-strong")


def _years(chart: Chart) -> Iterator[tuple[float, str]]:
    """Yield the years of the axis, each where it begins; of the first the axis' beginning."""
    axis = chart.axis
    starts = [(tick.place, tick.day.year) for tick in axis.ticks(12)]
    if not starts or starts[0][0] > 0.12:  # noqa: PLR2004 - the room of a year's number
        starts.insert(0, (0.0, axis.first.year))
    yield from ((place, str(year)) for place, year in starts)


def _as_of(chart: Chart, page: Page, bottom: float) -> Iterator[Shape]:
    """Yield the line of the day at which all is judged."""
    x = _as_of_place(chart, page)
    if x is None:
        return
    yield line(x, _TITLE + 5 + _lead(chart, page), x, bottom, "statutory-as-of")
    is_late = _is_late(x, page)
    yield words(
        x - 4 if is_late else x + 4,
        _TITLE,
        chart.as_of_text,
        "statutory-tick",
        anchor="end" if is_late else "",
    )


def _arrows(rows: list[Placed], chart: Chart, page: Page) -> Iterator[Shape]:
    """Yield an arrow to each row from those that come before it and are not apart."""
    by_id = {row.row.entry.target: row for row in rows}
    for later in rows:
        for before in later.row.after:
            if (before.target, later.row.entry.target) not in page.apart:
                yield from _arrow(by_id[before.target], later, chart, page)


def _arrow(former: Placed, later: Placed, chart: Chart, page: Page) -> Iterator[Shape]:
    """Yield an arrow from the end of one row's bars to the beginning of another's."""
    start = page.x(chart.axis.places(former.row.bars[-1].extent.possible)[1])
    end = page.x(chart.axis.places(later.row.bars[0].extent.possible)[0])
    down = later.middle > former.middle
    edge = later.bar_top - 3 if down else later.bar_top + BAR + 3
    target = max(end + 4, min(start + 5, page.x(1)))
    turn = former.middle
    yield path(_ARROW, "M", start, turn, "H", target, "V", edge)
    yield arrow_head(
        target, edge + (2 if down else -2), f"{_ARROW}-head", towards=(0, 1 if down else -1)
    )

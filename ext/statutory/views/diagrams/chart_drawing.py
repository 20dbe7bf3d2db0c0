"""Charts drawn: labels beside the bars on a wide page, above them on a narrow one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from statutory.model.period import Span
from statutory.views.diagrams.axis import month_names, step_of
from statutory.views.diagrams.chart import Bar, Chart, ChartGroup, ChartRow
from statutory.views.diagrams.lettering import width_of, wrapped
from statutory.views.diagrams.scene import (
    LINE_HEIGHT,
    NARROW,
    WIDE,
    Drawing,
    Shape,
    arrow_head,
    background,
    line,
    listed,
    paragraph,
    path,
    rectangle,
    thing,
    words,
)

_SIZE, _SMALL = 13.0, 11.5
_BAR, _PAD, _ARROW = 12.0, 6.0, 12.0
_HEAD, _SHEET = 46.0, 440.0
_LEAST_LABEL, _LEAST_BAR = 40.0, 5.0
_MONTHS_IN_QUARTER, _DECEMBER = 3, 12
_SOME_ROWS, _BOLD = 3, 1.2


@dataclass(frozen=True, kw_only=True, slots=True)
class _Page:
    """Where things are on a page of some width.

    :param labels: The room for labels beside the bars; 0 where they stand above.
    """

    width: float
    labels: float

    @property
    def left(self) -> float:
        return self.labels + _ARROW

    @property
    def room(self) -> float:
        return self.width - self.left - _ARROW

    def x(self, place: float) -> float:
        return self.left + place * self.room


@dataclass(frozen=True, kw_only=True, slots=True)
class _Placed:
    """A row on its place, with the height of its bars."""

    row: ChartRow
    top: float
    bar_top: float
    bottom: float
    title: tuple[str, ...]
    note: tuple[str, ...]

    @property
    def middle(self) -> float:
        return self.bar_top + _BAR / 2


def chart_drawings(chart: Chart) -> tuple[tuple[Drawing, ...], ...]:
    """Return the drawings of a chart, the wide ones first, each in pieces for a sheet."""
    pages = (_Page(width=WIDE, labels=WIDE * 0.37), _Page(width=NARROW, labels=0))
    return tuple(
        tuple(_drawing(replace(chart, groups=groups), page) for groups in _sheets(chart, page))
        for page in pages
    )


def _sheets(chart: Chart, page: _Page) -> Iterator[tuple[ChartGroup, ...]]:
    """Yield the groups of each piece, of which two fit on a sheet; a group may go on in the next.

    So the axis is never far from its rows, and a piece fits below the text before it.
    """
    sheet: list[ChartGroup] = []
    used = 0.0
    for whole in chart.groups:
        group = whole
        rows: list[ChartRow] = []
        every = list(_placed(whole, page, 0))
        if sheet and used + _least(every) > _SHEET:
            yield tuple(sheet)
            sheet, used = [], 0.0
        used += _HEAD + _PAD
        for placed in every:
            height = placed.bottom - placed.top
            if used + height > _SHEET and (rows or sheet):
                yield (*sheet, *((replace(group, rows=tuple(rows)),) if rows else ()))
                if rows and chart.continued:
                    group = replace(group, title=f"{whole.title} ({chart.continued})")
                sheet, rows, used = [], [], _HEAD + _PAD
            rows.append(placed.row)
            used += height
        sheet.append(replace(group, rows=tuple(rows)))
    yield tuple(sheet)


def _least(rows: list[_Placed]) -> float:
    """Return the room that a group begins with: for all its rows, or some of very many."""
    least = _HEAD + _PAD + (rows[-1].bottom if rows else 0)
    return least if least <= _SHEET else _HEAD + _PAD + rows[:_SOME_ROWS][-1].bottom


def _drawing(chart: Chart, page: _Page) -> Drawing:
    top = _lead(chart, page)
    grounds: list[Shape] = []
    lists: list[Shape] = []
    every_row: list[_Placed] = []
    for group in chart.groups:
        placed = list(_placed(group, page, top + _HEAD))
        bottom = placed[-1].bottom if placed else top + _HEAD
        grounds += _ground(chart, group, page, top, bottom)
        things = [
            thing(row.row.entry.target, _said(row.row), _row_shapes(row, chart, page))
            for row in placed
        ]
        lists.append(listed(things, group.title, "statutory-in-band" if group.is_band else ""))
        every_row += placed
        top = bottom + _PAD
    marks = [*grounds, *_as_of(chart, page, top), *_arrows(every_row, chart, page)]
    behind = sorted(marks, key=lambda shape: shape.tag == "text")
    shapes = (background(behind), *lists)
    return Drawing(width=page.width, height=top + _PAD, shapes=shapes)


def _lead(chart: Chart, page: _Page) -> float:
    """Return the room above the first title, where it would meet the text of the as-of date."""
    x = _as_of_place(chart, page)
    if x is None or not chart.groups:
        return 0
    begins = x - width_of(chart.as_of_text, _SMALL) if _is_late(x, page) else x
    return _SIZE if begins < _PAD + width_of(chart.groups[0].title, _SIZE) * _BOLD else 0


def _as_of_place(chart: Chart, page: _Page) -> float | None:
    """Return where the as-of date is; ``None`` where it is not on the axis."""
    day = chart.as_of
    if day is None or not chart.axis.holds(Span(day, day)):
        return None
    return page.x(chart.axis.place(day))


def _is_late(x: float, page: _Page) -> bool:
    """Say whether a text at a place has to stand before it."""
    return x > page.width * 0.75


def _said(row: ChartRow) -> str:
    """Return what a screen reader says of a row."""
    return ", ".join(part for part in (row.entry.text, row.note, row.absent) if part)


# Rows --------------------------------------------------------------------------------------


def _placed(group: ChartGroup, page: _Page, top: float) -> Iterator[_Placed]:
    """Yield the rows of a group, each below the one before."""
    room = (page.labels or page.width) - 2 * _PAD
    for row in group.rows:
        title = wrapped(row.entry.text, _SIZE, room)
        note = wrapped(row.note, _SMALL, room)
        text = (len(title) * _SIZE + len(note) * _SMALL) * LINE_HEIGHT
        if page.labels:
            height = max(text, _BAR) + 2 * _PAD
            bar_top = top + (height - _BAR) / 2
        else:
            height = text + _BAR + 3 * _PAD
            bar_top = top + _PAD + text + _PAD / 2
        yield _Placed(
            row=row, top=top, bar_top=bar_top, bottom=top + height, title=title, note=note
        )
        top += height


def _row_shapes(placed: _Placed, chart: Chart, page: _Page) -> Iterator[Shape]:
    """Yield the label and the bars of a row."""
    height = placed.bottom - placed.top
    yield rectangle(0, placed.top, page.width, height, "statutory-hit", radius=0)
    base = placed.top + _PAD + _SIZE
    yield from paragraph(_PAD, base, placed.title, "statutory-name", size=_SIZE)
    base += (len(placed.title) - 1) * _SIZE * LINE_HEIGHT + _SMALL * LINE_HEIGHT
    yield from paragraph(_PAD, base, placed.note, "statutory-note", size=_SMALL)
    for bar in placed.row.bars:
        yield from _bar_shapes(bar, placed, chart, page)
    if not placed.row.bars and placed.row.absent:
        yield words(
            page.left if page.labels else _PAD,
            placed.middle + 4,
            placed.row.absent,
            "statutory-absent",
        )


def _bar_shapes(bar: Bar, placed: _Placed, chart: Chart, page: _Page) -> Iterator[Shape]:
    """Yield a bar: faded where it may be, solid where it surely is, arrows where open."""
    extent, tone = bar.extent, bar.tone.value
    if not chart.axis.holds(extent.possible):
        return
    if extent.is_one_day:
        yield _diamond(page.x(chart.axis.place(extent.possible.earliest)), placed.middle, tone)
        return
    for span, kind in ((extent.possible, "may"), (extent.sure, "sure")):
        if span is not None and chart.axis.holds(span):
            first, last = map(page.x, chart.axis.places(span))
            width = max(last - first, _LEAST_BAR)
            yield rectangle(
                first, placed.bar_top, width, _BAR, f"statutory-{kind} statutory-{tone}"
            )
    head = f"statutory-open statutory-{tone}"
    if extent.possible.latest > chart.axis.last:
        yield arrow_head(page.x(1) + 9, placed.middle, head, towards=(1, 0))
    if extent.possible.earliest < chart.axis.first:
        yield arrow_head(page.x(0) - 9, placed.middle, head, towards=(-1, 0))


def _diamond(x: float, y: float, tone: str) -> Shape:
    """Return the mark of a single day."""
    half = _BAR / 2 + 1
    kind = f"statutory-sure statutory-{tone}"
    return path(
        kind, *("M", x, y - half, "L", x + half, y), *("L", x, y + half, "L", x - half, y, "Z")
    )


# The ground ---------------------------------------------------------------------------------


def _ground(
    chart: Chart, group: ChartGroup, page: _Page, top: float, bottom: float
) -> Iterator[Shape]:
    """Yield what stands behind the rows of a group: its title, the months, the stripes."""
    if group.is_band:
        yield rectangle(0, top, page.width, bottom - top, "statutory-band")
    kind = "statutory-group statutory-in-band" if group.is_band else "statutory-group"
    yield words(_PAD, top + 17, group.title, kind)
    for stripe in chart.stripes:
        if chart.axis.holds(stripe):
            first, last = map(page.x, chart.axis.places(stripe))
            yield rectangle(
                first,
                top + _HEAD,
                max(last - first, 1),
                bottom - top - _HEAD,
                "statutory-stripe",
                radius=0,
            )
    yield from _months(chart, page, top, bottom)


def _months(chart: Chart, page: _Page, top: float, bottom: float) -> Iterator[Shape]:
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


def _as_of(chart: Chart, page: _Page, bottom: float) -> Iterator[Shape]:
    """Yield the line of the day at which all is judged."""
    x = _as_of_place(chart, page)
    if x is None:
        return
    yield line(x, 22 + _lead(chart, page), x, bottom, "statutory-as-of")
    is_late = _is_late(x, page)
    yield words(
        x - 4 if is_late else x + 4,
        17,
        chart.as_of_text,
        "statutory-tick",
        anchor="end" if is_late else "",
    )


def _arrows(rows: list[_Placed], chart: Chart, page: _Page) -> Iterator[Shape]:
    """Yield an arrow to each row from those that come before it."""
    by_id = {placed.row.entry.target: placed for placed in rows}
    for placed in rows:
        for before in placed.row.after:
            former = by_id.get(before)
            if former is not None and former.row.bars and placed.row.bars:
                yield from _arrow(former, placed, chart, page)


def _arrow(former: _Placed, later: _Placed, chart: Chart, page: _Page) -> Iterator[Shape]:
    """Yield an arrow from the end of one row's bars to the beginning of another's."""
    start = page.x(chart.axis.places(former.row.bars[-1].extent.possible)[1])
    end = page.x(chart.axis.places(later.row.bars[0].extent.possible)[0])
    down = later.middle > former.middle
    edge = later.bar_top - 3 if down else later.bar_top + _BAR + 3
    target = max(end + 4, min(start + 5, page.x(1)))
    turn = former.middle
    yield path("statutory-arrow", "M", start, turn, "H", target, "V", edge)
    yield arrow_head(
        target, edge + (2 if down else -2), "statutory-arrow-head", towards=(0, 1 if down else -1)
    )

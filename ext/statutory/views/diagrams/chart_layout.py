"""Charts laid out: which rows are on which piece of a drawing, and where on it.

A piece fits on a sheet, so a chart of many rows has several. What comes before a row is
told by an arrow where both are on one piece, and by its name below the row's title where
they are not: a line that leaves a piece would lead the eye nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from statutory.views.diagrams.chart import Chart, ChartGroup, ChartRow
from statutory.views.diagrams.lettering import wrapped
from statutory.views.diagrams.scene import LINE_HEIGHT

SIZE, SMALL = 13.0, 11.5
"""The letters of titles, and those of all else."""

BAR, PAD, HEAD = 12.0, 6.0, 46.0
"""The height of a bar, the room around things, and that for the title and axis of a group."""

_ARROW, _SHEET = 12.0, 440.0
_SOME_ROWS = 3

Sheet = tuple[ChartGroup, ...]
"""The groups of a piece."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """Where things are on a page of some width.

    :param labels: The room for labels beside the bars; 0 where they stand above.
    :param apart: What comes before a row and the row, of those that no arrow ties.
    """

    width: float
    labels: float
    apart: frozenset[tuple[str, str]] = frozenset()

    @property
    def left(self) -> float:
        """Where the axis begins."""
        return self.labels + _ARROW

    @property
    def room(self) -> float:
        """How long the axis is."""
        return self.width - self.left - _ARROW

    def x(self, place: float) -> float:
        """Return where a place of the axis, from 0 to 1, is on the page."""
        return self.left + place * self.room


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """A row on its place, with the height of its bars and the lines below its title."""

    row: ChartRow
    top: float
    bar_top: float
    bottom: float
    title: tuple[str, ...]
    note: tuple[str, ...]

    @property
    def middle(self) -> float:
        """The middle of its bars, from the top."""
        return self.bar_top + BAR / 2


def laid_out(chart: Chart, page: Page) -> tuple[Page, tuple[Sheet, ...]]:
    """Return the pieces of a chart, and the page with what is apart on them.

    Names take room and may so part other rows: it is done again until no more are apart.
    """
    while True:
        sheets = tuple(_sheets(chart, page))
        apart = page.apart.union(_apart(sheets))
        if apart == page.apart:
            return page, sheets
        page = replace(page, apart=apart)


def _apart(sheets: Iterable[Sheet]) -> Iterator[tuple[str, str]]:
    """Yield what comes before a row and the row, where they have no bars on the same piece."""
    for groups in sheets:
        rows = [row for group in groups for row in group.rows]
        barred = {row.entry.target for row in rows if row.bars}
        for row in rows:
            for before in row.after:
                if not {before.target, row.entry.target} <= barred:
                    yield before.target, row.entry.target


def _sheets(chart: Chart, page: Page) -> Iterator[Sheet]:
    """Yield the groups of each piece, of which two fit on a sheet; a group may go on in the next.

    So the axis is never far from its rows, and a piece fits below the text before it.
    """
    sheet: list[ChartGroup] = []
    used = 0.0
    for whole in chart.groups:
        group = whole
        rows: list[ChartRow] = []
        every = list(placed(whole, chart, page, 0))
        if sheet and used + _least(every) > _SHEET:
            yield tuple(sheet)
            sheet, used = [], 0.0
        used += HEAD + PAD
        for row in every:
            height = row.bottom - row.top
            if used + height > _SHEET and (rows or sheet):
                yield (*sheet, *((replace(group, rows=tuple(rows)),) if rows else ()))
                if rows and chart.continued:
                    group = replace(group, title=f"{whole.title} ({chart.continued})")
                sheet, rows, used = [], [], HEAD + PAD
            rows.append(row.row)
            used += height
        sheet.append(replace(group, rows=tuple(rows)))
    yield tuple(sheet)


def _least(rows: list[Placed]) -> float:
    """Return the room that a group begins with: for all its rows, or some of very many."""
    least = HEAD + PAD + (rows[-1].bottom if rows else 0)
    return least if least <= _SHEET else HEAD + PAD + rows[:_SOME_ROWS][-1].bottom


def placed(group: ChartGroup, chart: Chart, page: Page, top: float) -> Iterator[Placed]:
    """Yield the rows of a group, each below the one before."""
    room = (page.labels or page.width) - 2 * PAD
    for row in group.rows:
        title = wrapped(row.entry.text, SIZE, room)
        lines = (row.note, *named_before(chart, row, page.apart))
        note = tuple(part for said in lines for part in wrapped(said, SMALL, room))
        text = (len(title) * SIZE + len(note) * SMALL) * LINE_HEIGHT
        if page.labels:
            height = max(text, BAR) + 2 * PAD
            bar_top = top + (height - BAR) / 2
        else:
            height = text + BAR + 3 * PAD
            bar_top = top + PAD + text + PAD / 2
        yield Placed(row=row, top=top, bar_top=bar_top, bottom=top + height, title=title, note=note)
        top += height


def named_before(
    chart: Chart, row: ChartRow, apart: frozenset[tuple[str, str]] | None = None
) -> tuple[str, ...]:
    """Return what comes before a row, in words: a line for each; empty where nothing does.

    :param apart: What may be named, with the row; ``None`` for all.
    """
    names = [
        before.text
        for before in row.after
        if apart is None or (before.target, row.entry.target) in apart
    ]
    lines = [*(f"{name};" for name in names[:-1]), *names[-1:]]
    return (f"{chart.after_text}: {lines[0]}", *lines[1:]) if lines else ()

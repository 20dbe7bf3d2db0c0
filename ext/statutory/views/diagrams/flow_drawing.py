"""The course of a procedure drawn: rows of boxes with arrows between them.

Steps of one rank stand side by side on a wide page. An arrow to the next row goes through
the room between the rows; a longer one goes through the gutter at the side, so that no
arrow crosses a box.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from statutory.views.diagrams.flow import Arrow, Flow, FlowStep, Progress, said_of
from statutory.views.diagrams.lettering import wrapped
from statutory.views.diagrams.scene import (
    LINE_HEIGHT,
    NARROW,
    WIDE,
    Drawing,
    Shape,
    arrow_head,
    background,
    circle,
    listed,
    paragraph,
    path,
    rectangle,
    thing,
    words,
)

_SIZE, _SMALL = 13.5, 12.0
_PAD, _GAP, _LANE, _MARK = 10.0, 30.0, 14.0, 8.0
_WIDEST, _ABREAST = 460.0, 3
_PART = 22.0


@dataclass(frozen=True, kw_only=True, slots=True)
class _Box:
    """A step on its place."""

    step: FlowStep
    row: int
    x: float
    y: float
    width: float
    height: float
    title: tuple[str, ...]
    facts: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    @property
    def bottom(self) -> float:
        return self.y + self.height


def flow_drawings(flow: Flow) -> tuple[tuple[Drawing, ...], ...]:
    """Return the drawings of a procedure, the wide one first."""
    return ((_drawing(flow, WIDE, _ABREAST),), (_drawing(flow, NARROW, 1),))


def _drawing(flow: Flow, width: float, abreast: int) -> Drawing:
    rows = list(_rows(flow, abreast))
    lanes = _lanes(flow, rows)
    room = width - _LANE * (max(lanes.values(), default=-1) + 2 if lanes else 0)
    top = _PAD
    boxes: dict[str, _Box] = {}
    notes: list[Shape] = []
    for row, steps in enumerate(rows):
        if _begins_loose(flow, rows, row):
            top += _SMALL
            notes.append(words(0, top, flow.words["loose"], "statutory-note"))
            top += _PAD
        placed = list(_placed(flow, steps, row, room, top, _columns(flow, rows, row)))
        boxes |= {box.step.entry.target: box for box in placed}
        top = max(box.bottom for box in placed) + _GAP
    edge = max(box.x + box.width for box in boxes.values())
    arrows = [
        shape for arrow in flow.arrows for shape in _arrow(arrow, boxes, lanes.get(arrow), edge)
    ]
    steps_listed = listed(itertools.chain.from_iterable(map(_things, boxes.values())))
    return Drawing(
        width=width,
        height=top - _GAP + _PAD,
        shapes=(background((*notes, *arrows)), steps_listed),
    )


# Rows ---------------------------------------------------------------------------------------


def _rows(flow: Flow, abreast: int) -> Iterator[tuple[FlowStep, ...]]:
    """Yield the steps of each row: those of one rank, as many as stand side by side.

    Those without a place in the order come last, for themselves.
    """
    ordered = [step for step in flow.steps if step.entry.target not in flow.loose]
    loose = [step for step in flow.steps if step.entry.target in flow.loose]
    for _, steps in itertools.groupby(ordered, key=lambda step: step.rank):
        yield from _batched(tuple(steps), abreast)
    yield from _batched(loose, abreast)


def _batched(steps: Sequence[FlowStep], size: int) -> Iterator[tuple[FlowStep, ...]]:
    """Yield steps in groups of at most a size, as even as they can be."""
    size = -(-len(steps) // -(-len(steps) // size)) if steps else size
    for first in range(0, len(steps), size):
        yield tuple(steps[first : first + size])


def _columns(flow: Flow, rows: Sequence[Sequence[FlowStep]], row: int) -> int:
    """Return how many boxes the fullest row of the same rank has: all are as wide as its own."""

    def rank(steps: Sequence[FlowStep]) -> int | None:
        return None if steps[0].entry.target in flow.loose else steps[0].rank

    return max(len(steps) for steps in rows if rank(steps) == rank(rows[row]))


def _begins_loose(flow: Flow, rows: Sequence[Sequence[FlowStep]], row: int) -> bool:
    """Say whether a row is the first of several steps without a place in the order."""
    if len(flow.loose) + len(flow.arrows) <= 1:
        return False
    return rows[row][0].entry.target in flow.loose and (
        row == 0 or rows[row - 1][0].entry.target not in flow.loose
    )


def _placed(
    flow: Flow, steps: Sequence[FlowStep], row: int, room: float, top: float, columns: int
) -> Iterator[_Box]:
    """Yield the boxes of a row, centred, all of the height that the fullest needs."""
    width = min(_WIDEST, (room - _GAP / 2 * (columns - 1)) / columns)
    left = (room - width * len(steps) - _GAP / 2 * (len(steps) - 1)) / 2
    inner = width - 2 * _PAD
    texts = [
        (
            wrapped(step.entry.text, _SIZE, inner - 3 * _MARK),
            tuple(line for fact in said_of(flow, step) for line in wrapped(fact, _SMALL, inner)),
            tuple(wrapped(part.text, _SMALL, inner - _PART) for part in step.parts),
        )
        for step in steps
    ]
    height = max(_height(*text) for text in texts)
    for place, (step, (title, facts, parts)) in enumerate(zip(steps, texts, strict=True)):
        yield _Box(
            step=step,
            row=row,
            x=left + place * (width + _GAP / 2),
            y=top,
            width=width,
            height=height,
            title=title,
            facts=facts,
            parts=parts,
        )


def _height(title: Sequence[str], facts: Sequence[str], parts: Sequence[Sequence[str]]) -> float:
    """Return how high a box has to be for its texts."""
    lines = len(facts) + sum(map(len, parts))
    return 2 * _PAD + (len(title) * _SIZE + lines * _SMALL) * LINE_HEIGHT + len(parts) * 4


# Boxes --------------------------------------------------------------------------------------


def _things(box: _Box) -> Iterator[Shape]:
    """Yield a step as a thing of the list, and its parts behind it."""
    step = box.step
    said = ", ".join((step.entry.text, *box.facts))
    kind = "statutory-box statutory-decides" if step.deciders else "statutory-box"
    base = box.y + _PAD + _SIZE
    facts_at = base + (len(box.title) - 1) * _SIZE * LINE_HEIGHT + _SMALL * LINE_HEIGHT + 1
    inside = (
        rectangle(box.x, box.y, box.width, box.height, kind, radius=6),
        *_mark(step.progress, box.x + box.width - _PAD - _MARK, box.y + _PAD + _MARK),
        *paragraph(box.x + _PAD, base, box.title, "statutory-name", size=_SIZE),
        *paragraph(box.x + _PAD, facts_at, box.facts, "statutory-note", size=_SMALL),
    )
    yield thing(step.entry.target, said, inside)
    y = facts_at + len(box.facts) * _SMALL * LINE_HEIGHT + 4
    for part, lines in zip(step.parts, box.parts, strict=True):
        dot = circle(box.x + _PAD + 6, y - 4, 2.5, "statutory-dot")
        text = paragraph(box.x + _PART, y, lines, "statutory-name", size=_SMALL)
        yield thing(part.target, part.text, (dot, *text), "statutory-small")
        y += len(lines) * _SMALL * LINE_HEIGHT + 4


def _mark(progress: Progress, x: float, y: float) -> Iterator[Shape]:
    """Yield the mark of how far a step has come: a tick, a half or an empty circle."""
    yield circle(x, y, _MARK, f"statutory-progress statutory-{progress.value}")
    if progress is Progress.DONE:
        yield path("statutory-tick-mark", "M", x - 4, y, "L", x - 1, y + 3.5, "L", x + 4, y - 3.5)
    elif progress is Progress.PENDING:
        radius = _MARK - 1.5
        parts = ("M", x, y - radius, "A", radius, radius, 0, 0, 1, x, y + radius, "Z")
        yield path("statutory-half", *parts)


# Arrows -------------------------------------------------------------------------------------


def _lanes(flow: Flow, rows: Sequence[Sequence[FlowStep]]) -> Mapping[Arrow, int]:
    """Return a lane of the gutter for each arrow that passes a row."""
    row_of = {step.entry.target: row for row, steps in enumerate(rows) for step in steps}
    ends: list[int] = []
    lanes = {}
    for arrow in sorted(flow.arrows, key=lambda a: (row_of[a.before], row_of[a.after], a.before)):
        first, last = row_of[arrow.before], row_of[arrow.after]
        if last == first + 1:
            continue
        free = (lane for lane, end in enumerate(ends) if end <= first)
        lane = next(free, len(ends))
        ends[lane : lane + 1] = [last]
        lanes[arrow] = lane
    return lanes


def _arrow(
    arrow: Arrow, boxes: Mapping[str, _Box], lane: int | None, edge: float
) -> Iterator[Shape]:
    """Yield an arrow: straight to the next row, or through a lane of the gutter."""
    before, after = boxes[arrow.before], boxes[arrow.after]
    kind = "statutory-arrow statutory-may" if arrow.is_inferred else "statutory-arrow"
    if lane is None:
        bend = (after.y + before.bottom) / 2
        bend = max(bend, after.y - _GAP / 2)
        yield path(
            kind, "M", before.middle, before.bottom, "V", bend, "H", after.middle, "V", after.y - 2
        )
        yield arrow_head(after.middle, after.y - 1, "statutory-arrow-head", towards=(0, 1))
        return
    x = edge + _LANE * (lane + 1)
    start, end = before.y + before.height * 0.6, after.y + after.height * 0.35
    side = before.x + before.width
    yield path(kind, "M", side, start, "H", x, "V", end, "H", after.x + after.width + 2)
    yield arrow_head(after.x + after.width + 1, end, "statutory-arrow-head", towards=(-1, 0))

"""The annual clock drawn: rings for the years, with the numbered steps around or below.

On a wide page as many steps as have room stand beside the clock, and the others in rows
below it: so clock and steps are seen at once, and fit on a sheet below the text before them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from statutory.views.diagrams.axis import month_names
from statutory.views.diagrams.clock import Arc, Clock, ClockStep
from statutory.views.diagrams.lettering import width_of, wrapped
from statutory.views.diagrams.scene import (
    LINE_HEIGHT,
    NARROW,
    WIDE,
    Drawing,
    Shape,
    background,
    circle,
    hatching,
    line,
    listed,
    paragraph,
    path,
    rectangle,
    thing,
    words,
)

_SIZE, _SMALL, _NUMBER = 13.0, 11.5, 10.5
_PAD, _GAP, _BADGE = 6.0, 20.0, 8.5
_MONTHS = 12
_DIAL, _RIM, _SIDE = 400.0, 22.0, 412.0
"""The size of the dial on a wide page, the room for its months, where its side begins."""

_HUB, _BETWEEN, _ASIDE, _TRIM = 0.13, 0.35, 0.5, 0.05
"""The radius of the empty middle, of that of all; the room between turns, in
lanes; how far numbers stay from the top, where the year is, and how much
is taken from the ends of arcs, in months."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Face:
    """The face of a clock: its middle and the inner radius and width of its lanes."""

    x: float
    y: float
    radius: float
    inner: tuple[float, ...]
    lane: float

    def point(self, month: float, radius: float) -> tuple[float, float]:
        """Return a point; the year begins at the top and runs clockwise."""
        angle = month / _MONTHS * 2 * math.pi
        return self.x + radius * math.sin(angle), self.y - radius * math.cos(angle)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Label:
    """A step on its place, with the lines of its title and its time."""

    step: ClockStep
    left: float
    top: float
    room: float
    title: tuple[str, ...]
    time: tuple[str, ...]

    @property
    def bottom(self) -> float:
        lines = len(self.title) * _SIZE + len(self.time) * _SMALL
        return self.top + lines * LINE_HEIGHT + _PAD


def clock_drawings(clock: Clock) -> tuple[tuple[Drawing, ...], ...]:
    """Return the drawings of a clock, the wide one first."""
    return ((_wide(clock),), (_narrow(clock),))


def _wide(clock: Clock) -> Drawing:
    """Return the clock with its first steps at its side and the others below."""
    face = _face(clock, x=_DIAL / 2, y=_DIAL / 2, radius=_DIAL / 2 - _RIM)
    every = _labels(clock.steps, left=_SIDE, top=_PAD, right=WIDE, abreast=1)
    beside = [label for label in every if label.bottom <= _DIAL]
    others = clock.steps[len(beside) :]
    below = _labels(others, left=0, top=_DIAL + 2 * _PAD, right=WIDE, abreast=2)
    return _drawing(clock, face, (*beside, *below), width=WIDE, least=_DIAL)


def _narrow(clock: Clock) -> Drawing:
    """Return the clock with its steps below it."""
    face = _face(clock, x=NARROW / 2, y=NARROW / 2, radius=NARROW / 2 - _RIM)
    labels = tuple(_labels(clock.steps, left=0, top=NARROW + _PAD, right=NARROW, abreast=1))
    return _drawing(clock, face, labels, width=NARROW, least=NARROW)


def _drawing(
    clock: Clock, face: _Face, labels: Sequence[_Label], *, width: float, least: float
) -> Drawing:
    """Return a face with the steps of its labels.

    :param least: How high the face is.
    """
    steps = [
        thing(
            label.step.entry.target,
            f"{label.step.number} {label.step.entry.text}, {label.step.time}",
            (*_label_shapes(label), *_arcs(label.step, face)),
        )
        for label in labels
    ]
    marks = (*_years(clock, face), *_as_of(clock, face))
    shapes = (background(_dial(clock, face)), listed(steps), background(marks))
    height = max(least, *(label.bottom + _PAD for label in labels))
    return Drawing(width=width, height=height, shapes=shapes)


def _face(clock: Clock, *, x: float, y: float, radius: float) -> _Face:
    """Return the face on which all lanes of all turns have room."""
    hub = radius * _HUB
    lane = (radius - hub) / (sum(clock.lanes) + _BETWEEN * len(clock.lanes))
    inner = []
    for lanes in clock.lanes:
        inner.append(hub + lane * _BETWEEN / 2)
        hub += lane * (lanes + _BETWEEN)
    return _Face(x=x, y=y, radius=radius, inner=tuple(inner), lane=lane)


# The dial -----------------------------------------------------------------------------------


def _dial(clock: Clock, face: _Face) -> Iterator[Shape]:
    """Yield the rings of the years, the lines and the names of the months."""
    for turn, lanes in enumerate(clock.lanes):
        inner = face.inner[turn]
        kind = "statutory-ring" if turn % 2 else "statutory-ring statutory-odd"
        yield _ring(face, inner, inner + lanes * face.lane, kind)
    for month in range(_MONTHS):
        start = face.point(month, face.inner[0])
        end = face.point(month, face.radius)
        yield line(*start, *end, "statutory-year" if month == 0 else "statutory-month")
    for month, name in enumerate(month_names(clock.language, "wide")):
        yield _month_name(face, month + 0.5, name)


def _years(clock: Clock, face: _Face) -> Iterator[Shape]:
    """Yield the number of each year, at the beginning of its turn."""
    for turn, year in enumerate(clock.years):
        middle = face.inner[turn] + clock.lanes[turn] * face.lane / 2
        x, y = face.point(0, middle)
        yield rectangle(x - 16, y - 8, 32, 16, "statutory-plate", radius=4)
        yield words(x, y + 4.5, str(year), "statutory-tick statutory-strong", anchor="middle")


def _ring(face: _Face, inner: float, outer: float, kind: str) -> Shape:
    """Return a ring."""
    parts: list[str | float] = []
    for radius in (outer, inner):
        top, bottom = face.y - radius, face.y + radius
        parts += ["M", face.x, top, "A", radius, radius, 0, 1, 1, face.x, bottom]
        parts += ["A", radius, radius, 0, 1, 1, face.x, top, "Z"]
    return path(kind, *parts)


def _month_name(face: _Face, month: float, name: str) -> Shape:
    """Return the name of a month along the rim, never upside down."""
    is_below = _MONTHS / 4 < month < _MONTHS * 3 / 4
    x, y = face.point(month, face.radius + (15 if is_below else 7))
    angle = month / _MONTHS * 360 + (180 if is_below else 0)
    text = words(0, 0, name, "statutory-tick", anchor="middle")
    place = f"translate({x:.2f} {y:.2f}) rotate({angle:g})"
    return Shape("g", (("transform", place),), children=(text,))


def _as_of(clock: Clock, face: _Face) -> Iterator[Shape]:
    """Yield the mark of the as-of date on its turn."""
    if clock.as_of is None:
        return
    turn, month = clock.as_of
    inner = face.inner[turn]
    outer = inner + clock.lanes[turn] * face.lane
    ends = (*face.point(month, inner - 3), *face.point(month, outer + 3))
    yield line(*ends, "statutory-as-of-ground")
    yield line(*ends, "statutory-as-of")


# Steps --------------------------------------------------------------------------------------


def _arcs(step: ClockStep, face: _Face) -> Iterator[Shape]:
    """Yield the arcs of a step, with its number on the longest of each turn."""
    for arc in step.arcs:
        yield from _arc(arc, face, is_inferred=step.is_inferred)
    for turn in sorted({arc.turn for arc in step.arcs}):
        arcs = [arc for arc in step.arcs if arc.turn == turn]
        longest = max(arcs, key=lambda arc: (arc.is_sure, arc.last - arc.first))
        radius = face.inner[turn] + (longest.lane + 0.5) * face.lane
        x, y = face.point(_clear(longest), radius)
        size = min(_BADGE, face.lane / 2 - 0.5)
        yield _badge(x, y, size, str(step.number))
        yield words(x, y + 4, str(step.number), "statutory-number", anchor="middle")


def _badge(x: float, y: float, size: float, text: str) -> Shape:
    """Return the ground of a number: a circle, or as broad as the number is."""
    half = max(size, width_of(text, _NUMBER) / 2 + 2.5)
    return rectangle(x - half, y - size, 2 * half, 2 * size, "statutory-badge", radius=size)


def _clear(arc: Arc) -> float:
    """Return the middle of an arc, moved from the top, where the number of the year is."""
    middle = (arc.first + arc.last) / 2
    return min(max(middle, _ASIDE), _MONTHS - _ASIDE)


def _arc(arc: Arc, face: _Face, *, is_inferred: bool) -> Iterator[Shape]:
    """Yield an arc as a piece of a ring, hatched where it is inferred."""
    inner = face.inner[arc.turn] + arc.lane * face.lane + 1
    outer = inner + face.lane - 2
    first = arc.first + _TRIM
    last = max(min(arc.last, arc.first + _MONTHS) - _TRIM, first + _TRIM)
    is_long = int(last - first > _MONTHS / 2)
    kind = "sure" if arc.is_sure else "may"
    look = f"statutory-{kind} statutory-plain"
    yield path(
        f"{look} statutory-hatched" if is_inferred else look,
        *("M", *face.point(first, outer)),
        *("A", outer, outer, 0, is_long, 1, *face.point(last, outer)),
        *("L", *face.point(last, inner)),
        *("A", inner, inner, 0, is_long, 0, *face.point(first, inner), "Z"),
    )
    if is_inferred:
        middle = (inner + outer) / 2
        yield hatching(
            f"statutory-plain statutory-of-{kind}",
            outer - inner,
            *("M", *face.point(first, middle)),
            *("A", middle, middle, 0, is_long, 1, *face.point(last, middle)),
        )


# Labels -------------------------------------------------------------------------------------


def _labels(
    steps: Sequence[ClockStep], *, left: float, top: float, right: float, abreast: int
) -> Iterator[_Label]:
    """Yield the labels of steps in rows, which are read like lines of text.

    :param abreast: How many stand in a row.
    """
    room = (right - left - _GAP * (abreast - 1)) / abreast
    for first in range(0, len(steps), abreast):
        row = [
            _label(step, left + place * (room + _GAP), top, room)
            for place, step in enumerate(steps[first : first + abreast])
        ]
        yield from row
        top = max(label.bottom for label in row)


def _label(step: ClockStep, left: float, top: float, room: float) -> _Label:
    """Return a step with its title and its time, as lines beside its number."""
    beside = room - 3 * _BADGE
    return _Label(
        step=step,
        left=left,
        top=top,
        room=room,
        title=wrapped(step.entry.text, _SIZE, beside),
        time=wrapped(step.time, _SMALL, beside),
    )


def _label_shapes(label: _Label) -> Iterator[Shape]:
    """Yield the number of a step, its title and its time."""
    step, left = label.step, label.left
    base = label.top + _SIZE
    yield rectangle(left, label.top - 3, label.room, label.bottom - label.top, "statutory-hit")
    kind = "statutory-badge" if step.arcs else "statutory-badge statutory-untimed"
    yield circle(left + _BADGE + 1, base - 4, _BADGE, kind)
    yield words(left + _BADGE + 1, base, str(step.number), "statutory-number", anchor="middle")
    x = left + 3 * _BADGE
    yield from paragraph(x, base, label.title, "statutory-name", size=_SIZE)
    base += (len(label.title) - 1) * _SIZE * LINE_HEIGHT + _SMALL * LINE_HEIGHT
    yield from paragraph(x, base, label.time, "statutory-note", size=_SMALL)

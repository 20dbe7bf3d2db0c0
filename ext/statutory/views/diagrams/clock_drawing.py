"""The annual clock drawn: rings for the years, with the numbered steps beside or below."""

from __future__ import annotations

import math
from collections.abc import Iterator
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
    line,
    listed,
    paragraph,
    path,
    rectangle,
    thing,
    words,
)

_SIZE, _SMALL, _NUMBER = 13.0, 11.5, 10.5
_PAD, _BADGE = 6.0, 8.5
_MONTHS = 12
_RIM = 22.0
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


def clock_drawings(clock: Clock) -> tuple[tuple[Drawing, ...], ...]:
    """Return the drawings of a clock, the wide one first."""
    return ((_wide(clock),), (_narrow(clock),))


def _wide(clock: Clock) -> Drawing:
    """Return the clock with its steps at its side."""
    face = _face(clock, x=200, y=200, radius=200 - _RIM)
    left = 412.0
    tops, bottom = _tops(clock, WIDE - left, _PAD)
    shapes = _shapes(clock, face, left, WIDE - left, tops)
    return Drawing(width=WIDE, height=max(400, bottom), shapes=shapes)


def _narrow(clock: Clock) -> Drawing:
    """Return the clock with its steps below it."""
    face = _face(clock, x=NARROW / 2, y=NARROW / 2, radius=NARROW / 2 - _RIM)
    tops, bottom = _tops(clock, NARROW, NARROW + _PAD)
    return Drawing(width=NARROW, height=bottom, shapes=_shapes(clock, face, 0, NARROW, tops))


def _shapes(
    clock: Clock, face: _Face, left: float, room: float, tops: list[float]
) -> tuple[Shape, ...]:
    steps = [
        thing(
            step.entry.target,
            f"{step.number} {step.entry.text}, {step.time}",
            (*_label(step, left, room, top), *_arcs(step, face)),
        )
        for step, top in zip(clock.steps, tops, strict=True)
    ]
    marks = (*_years(clock, face), *_as_of(clock, face))
    return (background(_dial(clock, face)), listed(steps), background(marks))


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
        yield rectangle(x - 18, y - 8, 36, 16, "statutory-plate", radius=4)
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
    yield line(*face.point(month, inner - 3), *face.point(month, outer + 3), "statutory-as-of")


# Steps --------------------------------------------------------------------------------------


def _arcs(step: ClockStep, face: _Face) -> Iterator[Shape]:
    """Yield the arcs of a step, with its number on the longest of each turn."""
    for arc in step.arcs:
        yield _arc(arc, face)
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


def _arc(arc: Arc, face: _Face) -> Shape:
    """Return an arc as a piece of a ring."""
    inner = face.inner[arc.turn] + arc.lane * face.lane + 1
    outer = inner + face.lane - 2
    first = arc.first + _TRIM
    last = max(min(arc.last, arc.first + _MONTHS) - _TRIM, first + _TRIM)
    is_long = int(last - first > _MONTHS / 2)
    kind = "sure" if arc.is_sure else "may"
    return path(
        f"statutory-{kind} statutory-plain",
        *("M", *face.point(first, outer)),
        *("A", outer, outer, 0, is_long, 1, *face.point(last, outer)),
        *("L", *face.point(last, inner)),
        *("A", inner, inner, 0, is_long, 0, *face.point(first, inner), "Z"),
    )


def _tops(clock: Clock, room: float, top: float) -> tuple[list[float], float]:
    """Return where the label of each step begins, and where the last ends."""
    tops = []
    for step in clock.steps:
        tops.append(top)
        title, time = _lines(step, room)
        top += (len(title) * _SIZE + len(time) * _SMALL) * LINE_HEIGHT + _PAD
    return tops, top + _PAD


def _lines(step: ClockStep, room: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the title and the time of a step, as lines beside its number."""
    room -= 3 * _BADGE
    return wrapped(step.entry.text, _SIZE, room), wrapped(step.time, _SMALL, room)


def _label(step: ClockStep, left: float, room: float, top: float) -> Iterator[Shape]:
    """Yield the number of a step, its title and its time."""
    title, time = _lines(step, room)
    base = top + _SIZE
    height = (len(title) * _SIZE + len(time) * _SMALL) * LINE_HEIGHT + _PAD
    yield rectangle(left, top - 3, room, height, "statutory-hit")
    kind = "statutory-badge" if step.arcs else "statutory-badge statutory-untimed"
    yield circle(left + _BADGE + 1, base - 4, _BADGE, kind)
    yield words(left + _BADGE + 1, base, str(step.number), "statutory-number", anchor="middle")
    x = left + 3 * _BADGE
    yield from paragraph(x, base, title, "statutory-name", size=_SIZE)
    base += (len(title) - 1) * _SIZE * LINE_HEIGHT + _SMALL * LINE_HEIGHT
    yield from paragraph(x, base, time, "statutory-note", size=_SMALL)

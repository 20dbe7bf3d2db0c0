"""Drawings as data: shapes with their places, which a page spells as SVG."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

LINE_HEIGHT = 1.3
"""The height of a line of text, in sizes of its letters."""

WIDE, NARROW = 640.0, 358.0
"""The widths of the drawings of a diagram: for a wide page, and for a narrow one."""


@dataclass(frozen=True, slots=True)
class Shape:
    """An element of a drawing.

    :param tag: The element of SVG; ``a`` leads to an item.
    :param attributes: Its attributes, in order.
    :param text: The text in it.
    :param children: The shapes in it.
    :param target: The identifier of the item that it leads to; empty where to none.
    """

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    text: str = ""
    children: tuple[Shape, ...] = ()
    target: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawing:
    """Shapes on a surface.

    :param width: In units of the drawing; shown at most as so many pixels.
    :param height: Likewise.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]


def number(value: float) -> str:
    """Return a number as drawings write it: rounded, without a needless end."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def rectangle(
    x: float, y: float, width: float, height: float, kind: str, *, radius: float = 2
) -> Shape:
    """Return a rectangle.

    :param kind: The class that gives it its look.
    """
    named = (("x", x), ("y", y), ("width", width), ("height", height), ("rx", radius))
    return Shape("rect", (("class", kind), *((name, number(value)) for name, value in named)))


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Shape:
    """Return a straight line."""
    named = (("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2))
    return Shape("line", (("class", kind), *((name, number(value)) for name, value in named)))


def circle(x: float, y: float, radius: float, kind: str) -> Shape:
    """Return a circle."""
    named = (("cx", x), ("cy", y), ("r", radius))
    return Shape("circle", (("class", kind), *((name, number(value)) for name, value in named)))


def path(kind: str, *parts: str | float) -> Shape:
    """Return a path of commands and numbers."""
    spelled = " ".join(part if isinstance(part, str) else number(part) for part in parts)
    return Shape("path", (("class", kind), ("d", spelled)))


def hatching(kind: str, breadth: float, *parts: str | float) -> Shape:
    """Return stripes along a path, across it.

    They are the dashes of a broad line: a pattern would need a name of its own on the page.

    :param kind: The class that gives the stripes their colour.
    :param breadth: How broad the path is.
    """
    along = path(f"statutory-hatching {kind}", *parts)
    return replace(along, attributes=(*along.attributes, ("stroke-width", number(breadth))))


def arrow_head(x: float, y: float, kind: str, *, towards: tuple[int, int]) -> Shape:
    """Return the head of an arrow.

    :param towards: The direction of its tip, such as ``(1, 0)`` for right.
    """
    across, down = towards
    back_x, back_y = x - 6 * across, y - 6 * down
    return path(
        kind,
        *("M", x, y, "L", back_x + 4 * down, back_y + 4 * across),
        *("L", back_x - 4 * down, back_y - 4 * across, "Z"),
    )


def words(x: float, y: float, text: str, kind: str, *, anchor: str = "") -> Shape:
    """Return a line of text on its base line.

    :param anchor: ``middle`` or ``end``; empty for text that begins at its place.
    """
    placed = (("class", kind), ("x", number(x)), ("y", number(y)))
    return Shape("text", (*placed, ("text-anchor", anchor)) if anchor else placed, text)


def paragraph(
    x: float, y: float, lines: Iterable[str], kind: str, *, size: float, anchor: str = ""
) -> tuple[Shape, ...]:
    """Return lines of text below each other.

    :param y: The base line of the first of them.
    """
    return tuple(
        words(x, y + index * size * LINE_HEIGHT, text, kind, anchor=anchor)
        for index, text in enumerate(lines)
    )


def listed(children: Iterable[Shape], label: str = "", kind: str = "") -> Shape:
    """Return shapes as a list of things, which a screen reader counts.

    :param label: What a screen reader calls the list.
    :param kind: The class of the list.
    """
    given = (("class", kind), ("aria-label", label))
    named = (("role", "list"), *((name, text) for name, text in given if text))
    return Shape("g", named, children=tuple(children))


def thing(target: str, label: str, children: Iterable[Shape], kind: str = "") -> Shape:
    """Return a thing of a list: shapes that lead to an item.

    :param label: What a screen reader says of it.
    :param kind: The class of the link.
    """
    named = (*((("class", kind),) if kind else ()), ("aria-label", label))
    link = Shape("a", named, children=tuple(children), target=target)
    return Shape("g", (("role", "listitem"),), children=(link,))


def background(children: Iterable[Shape]) -> Shape:
    """Return shapes that only help the eye."""
    return Shape("g", (("aria-hidden", "true"),), children=tuple(children))


def shape_of_kind(shapes: Iterable[Shape], kind: str) -> Shape | None:
    """Return the first shape that has a class, of some shapes and those in them.

    :param kind: The class.
    """
    for shape in shapes:
        if kind in dict(shape.attributes).get("class", "").split():
            return shape
        if found := shape_of_kind(shape.children, kind):
            return found
    return None

"""Drawings spelled as SVG, to stand in the text of a page."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

from statutory.views.diagrams.scene import Drawing, Shape, number

Address = Callable[[str], str]
"""Returns the address of an item on the page; empty where no page shows it."""


def svg_of(drawing: Drawing, *, name: str, kind: str, address: Address) -> str:
    """Return a drawing as an element of SVG.

    Whatever its texts hold is text: they are escaped.

    :param name: What a screen reader calls the drawing.
    :param kind: The class of the element.
    :param address: Returns where a link to an item leads.
    """
    shapes = "".join(_spelled(shape, address) for shape in drawing.shapes)
    width, height = number(drawing.width), number(drawing.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class={quoteattr(kind)} role="group"'
        f' aria-label={quoteattr(name)} viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}">{shapes}</svg>'
    )


def _spelled(shape: Shape, address: Address) -> str:
    tag, attributes = shape.tag, shape.attributes
    if tag == "a":
        place = address(shape.target) if shape.target else ""
        tag = "a" if place else "g"
        attributes = (("href", place), *attributes) if place else (("role", "img"), *attributes)
    named = "".join(f" {name}={quoteattr(value)}" for name, value in attributes)
    inner = escape(shape.text) + "".join(_spelled(child, address) for child in shape.children)
    return f"<{tag}{named}>{inner}</{tag}>" if inner else f"<{tag}{named}/>"

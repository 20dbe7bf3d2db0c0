"""Diagrams on pages: drawings in the text of HTML, elsewhere the table that says the same."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from docutils import nodes

from statutory.messages import Messages
from statutory.sphinx.nodes import FoldedNode, Spelling
from statutory.views.blocks import Diagram
from statutory.views.cells import Entry
from statutory.views.diagrams.svg import svg_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

_WIDTHS = ("wide", "narrow")


class DrawingNode(nodes.comment):
    """A drawing; every builder but those of HTML passes over it as over a comment."""


def setup_diagrams(app: Sphinx) -> None:
    """Register the node of drawings."""
    app.add_node(DrawingNode, html=(_visit_drawing, None))


def spell_diagram(spelling: Spelling, diagram: Diagram, table: nodes.table) -> nodes.Element:
    """Return a diagram as a node: the drawing, and the table that says the same.

    :param table: The table of the diagram, spelled.
    """

    def address(target: str) -> str:
        link = spelling.link(Entry(target, target))
        return str(link["refuri"]) if isinstance(link, nodes.reference) else ""

    drawings = "".join(
        svg_of(drawing, name=diagram.name, kind=f"statutory-{width}", address=address)
        for pieces, width in zip(diagram.drawings, _WIDTHS, strict=True)
        for drawing in pieces
    )
    legend = "".join(
        f'<li><span class="statutory-key statutory-key-{html.escape(line.kind)}"'
        f' aria-hidden="true"></span>{html.escape(line.text)}</li>'
        for line in diagram.legend
    )
    name = html.escape(diagram.name, quote=True)
    text = (
        f'<figure class="statutory-diagram" aria-label="{name}">{drawings}'
        f'<figcaption><ul class="statutory-legend">{legend}</ul></figcaption></figure>'
    )
    words = Messages(spelling.catalogue.settings.language)
    summary = words.text("The same as a table")
    node = nodes.container(classes=["statutory-view"], is_div=True)
    node += DrawingNode("", svg=text)
    node += FoldedNode("", table, summary=summary, classes=["statutory-equivalent"])
    return node


def _visit_drawing(translator: HTML5Translator, node: DrawingNode) -> None:
    translator.body.append(node["svg"])
    raise nodes.SkipNode

"""Item cards: every need shown as its card instead of sphinx-needs' layout table.

sphinx-needs' layouts are tables without headers, slow, and cannot say *lähde ei kerro*.
The need nodes are therefore replaced before sphinx-needs renders them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx_needs.nodes import Need

from statutory.sphinx.nodes import Spelling
from statutory.sphinx.session import session_of
from statutory.views.card import Card, Row, card_of
from statutory.views.cells import Cells

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_cards(app: Sphinx) -> None:
    """Register the cards."""
    # Before sphinx-needs renders the needs (500).
    app.connect("doctree-resolved", replace_needs, priority=400)


def replace_needs(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Replace each need of a page by its card; hidden ones are left to sphinx-needs."""
    cells = session_of(app).cells
    if cells is None:
        return
    spelling = Spelling(app, cells.catalogue, docname)
    for need in list(doctree.findall(Need)):
        item = cells.catalogue.items.get(need["refid"])
        if item is not None and item.docname == docname and not need.get("hidden"):
            need.replace_self(_card_node(cells, spelling, card_of(cells, item), need))


def _card_node(cells: Cells, spelling: Spelling, card: Card, need: Need) -> nodes.container:
    """Return a card around the body of a need."""
    ids = [card.id, *card.former_ids]
    node = nodes.container(ids=ids, classes=["statutory-card"], is_div=True)
    head = nodes.paragraph(classes=["statutory-head"])
    head += nodes.inline("", card.kind, classes=["statutory-kind"])
    for badge in card.badges:
        head += [nodes.Text(" "), nodes.inline("", badge, classes=["statutory-badge"])]
    head += [nodes.Text(" "), nodes.literal("", card.id, classes=["statutory-id"])]
    level = _depth(need) + 1
    hint = f"{card.id}: {cells.messages.text('link to this item')}"
    title = nodes.rubric("", "", classes=["statutory-title"], **{"heading-level": level})
    title += nodes.Text(card.title or card.id)
    title += nodes.reference("", "#", refid=card.id, classes=["headerlink"], reftitle=hint)
    node += [title, head]
    if card.facts:
        node += _rows(spelling, card.facts, "statutory-facts")
    body = nodes.container(classes=["statutory-body"], is_div=True)
    body += need.children
    node += body
    node += _rows(spelling, card.links, "statutory-links")
    return node


def _rows(spelling: Spelling, rows: tuple[Row, ...], name: str) -> nodes.definition_list:
    """Return the rows of a card as a list of terms and their values."""
    listed = nodes.definition_list(classes=[name])
    for row in rows:
        definition = nodes.definition()
        definition += spelling.cell(row.cell)
        listed += nodes.definition_list_item("", nodes.term("", row.label), definition)
    return listed


def _depth(node: nodes.Node) -> int:
    """Return how many sections a node stands in."""
    depth = 0
    parent = node.parent
    while parent is not None:
        depth += isinstance(parent, nodes.section)
        parent = parent.parent
    return depth

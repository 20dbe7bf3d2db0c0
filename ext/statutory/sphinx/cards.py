"""Item cards: every need shown as its card instead of sphinx-needs' layout table.

sphinx-needs' layouts are tables without headers, slow, and cannot say *lähde ei kerro*.
The need nodes are therefore replaced before sphinx-needs renders them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx_needs.data import SphinxNeedsData
from sphinx_needs.directives.needuml import Needuml
from sphinx_needs.functions.functions import find_and_replace_node_content
from sphinx_needs.nodes import Need

from statutory.sphinx.blocks import depth_of, spell_facts
from statutory.sphinx.nodes import Spelling
from statutory.sphinx.session import session_of
from statutory.views.card import Card
from statutory.views.cells import Cells

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_cards(app: Sphinx) -> None:
    """Register the cards."""
    app.connect("builder-inited", leave_addresses_whole)
    # Before sphinx-needs renders the needs (500).
    app.connect("doctree-resolved", replace_needs, priority=400)
    # After sphinx-needs has drawn what stands in them (500).
    app.connect("doctree-resolved", take_out_frames, priority=501)


class Frame(nodes.table):
    """What sphinx-needs takes for the table of the need around a diagram of its structure.

    It stands around the body of a card while sphinx-needs draws, and goes then.
    """


def leave_addresses_whole(app: Sphinx) -> None:
    """Have the at sign of addresses written as it is, where readers comment by mail.

    Sphinx writes it as ``%40`` otherwise, which a mail program need not read (RFC 6068).
    """
    if session_of(app).settings.feedback.startswith("mailto:"):
        app.env.settings["cloak_email_addresses"] = False


def replace_needs(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Replace each need of a page by its card; hidden ones are left to sphinx-needs."""
    shown = session_of(app).shown
    if shown is None or not shown.cells.settings.cards:
        return
    cells = shown.cells
    spelling = Spelling(app, cells.catalogue, docname)
    needs = SphinxNeedsData(app.env).get_needs_view()
    for need in list(doctree.findall(Need)):
        item = cells.catalogue.items.get(need["refid"])
        if item is not None and item.docname == docname and not need.get("hidden"):
            # Functions in the text read the need that they stand in.
            find_and_replace_node_content(need, app.env, needs[item.id])
            need.replace_self(_card_node(cells, spelling, shown.card(item), need))


def take_out_frames(_app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Leave of each frame what stands in it."""
    for frame in list(doctree.findall(Frame)):
        frame.replace_self(frame.children)


def _card_node(cells: Cells, spelling: Spelling, card: Card, need: Need) -> nodes.container:
    """Return a card around the body of a need."""
    ids = [card.id, *card.former_ids]
    node = nodes.container(ids=ids, classes=["statutory-card"], is_div=True)
    head = nodes.paragraph(classes=["statutory-head"])
    head += nodes.inline("", card.kind, classes=["statutory-kind"])
    for badge in card.badges:
        head += [nodes.Text(" "), nodes.inline("", badge, classes=["statutory-badge"])]
    head += [nodes.Text(" "), nodes.literal("", card.id, classes=["statutory-id"])]
    level = depth_of(need) + 1
    hint = f"{card.id}: {cells.messages.text('link to this item')}"
    title = nodes.rubric("", "", classes=["statutory-title"], **{"heading-level": level})
    title += nodes.Text(card.title or card.id)
    if spelling.app.builder.format == "html":
        title += nodes.reference("", "#", refid=card.id, classes=["headerlink"], reftitle=hint)
    node += [title, head]
    if card.facts:
        node += spell_facts(spelling, card.facts, "statutory-facts")
    body = nodes.container(classes=["statutory-body"], is_div=True)
    has_diagram = next(need.findall(Needuml), None) is not None
    body += (
        Frame("", *need.children, ids=[card.id], classes=["need"]) if has_diagram else need.children
    )
    node += body
    node += spell_facts(spelling, card.links, "statutory-links")
    if card.feedback:
        node += _feedback(cells, card)
    return node


def _feedback(cells: Cells, card: Card) -> nodes.paragraph:
    """Return the link by which a reader comments on the item."""
    said = cells.messages.text("Comment")
    link = nodes.reference("", said, refuri=card.feedback, reftitle=f"{said}: {card.id}")
    return nodes.paragraph("", "", link, classes=["statutory-feedback"])

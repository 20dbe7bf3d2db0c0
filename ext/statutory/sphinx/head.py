"""The head of a page: title, icon, and what a search engine or a shared link shows of it."""

from __future__ import annotations

import html
import textwrap
from typing import TYPE_CHECKING, Any

from docutils import nodes

from statutory.messages import Messages
from statutory.sphinx.session import session_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ICON = "statutory-icon.svg"
"""The icon of projects that name none."""

LENGTH = 160
"""The most letters of a description: search engines show no more."""


def setup_head(app: Sphinx) -> None:
    """Connect the handlers."""
    # Before the theme (500) takes the title into its own parts.
    app.connect("html-page-context", title_first_page, priority=400)
    app.connect("html-page-context", describe_page)
    app.connect("html-page-context", name_icon)


def title_first_page(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Call the first page so where its title is that of the site, which follows it."""
    titles = (context.get("title"), context.get("docstitle"))
    if pagename == app.config.root_doc and len(set(titles)) == 1:
        context["title"] = Messages(session_of(app).settings.language).text("Front page")


def describe_page(
    _app: Sphinx,
    _pagename: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Describe a page by its first paragraph, unless its author describes it."""
    tags = context.get("metatags", "")
    text = first_words(doctree) if doctree is not None and 'name="description"' not in tags else ""
    if text:
        context["metatags"] = f'{tags}\n<meta name="description" content="{html.escape(text)}" />'


def name_icon(
    _app: Sphinx,
    _pagename: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Name an icon where the project has none: browsers ask for one that is not there otherwise."""
    if not context.get("favicon_url"):
        context["favicon_url"] = context["pathto"](f"_static/{ICON}", resource=True)


def first_words(doctree: nodes.document) -> str:
    """Return the first paragraph below the title of a page, cut at a word; empty for none."""
    section = next(iter(doctree.findall(nodes.section)), doctree)
    paragraph = next((node for node in section if isinstance(node, nodes.paragraph)), None)
    words = paragraph.astext().split() if paragraph is not None else []
    text = " ".join(words)
    return textwrap.shorten(text, LENGTH, placeholder=" …").strip()

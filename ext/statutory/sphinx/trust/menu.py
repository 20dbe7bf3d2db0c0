"""Titles in the menu of the header, which the theme writes as HTML without escaping them.

A title is text: a code span in a heading may show what an element looks like.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.addnodes import toctree

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_FUNCTION = "generate_header_nav_html"
"""What pydata-sphinx-theme calls the function that draws the menu."""

_Entries = list[tuple[str | None, str]]


def setup_menu(app: Sphinx) -> None:
    """Register what escapes the menu."""
    # After the theme has put its functions into the context (500).
    app.connect("html-page-context", escape_menu, priority=900)


def escape_menu(
    app: Sphinx,
    _pagename: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Have the theme draw its menu of titles that are escaped already."""
    draw = context.get(_FUNCTION)
    if draw is not None:
        context[_FUNCTION] = _drawn_of_escaped(draw, app.env, app.config.root_doc)


def _drawn_of_escaped(
    draw: Callable[..., str], env: BuildEnvironment, root_doc: str
) -> Callable[..., str]:
    """Return the theme's function, with the entries of the menu escaped while it runs."""

    def escaped(*arguments: object, **options: object) -> str:
        tables = list(env.tocs[root_doc].findall(toctree))
        plain: list[_Entries] = [table["entries"] for table in tables]
        for table, entries in zip(tables, plain, strict=True):
            table["entries"] = [_escaped(env, title, page) for title, page in entries]
        try:
            return draw(*arguments, **options)
        finally:
            for table, entries in zip(tables, plain, strict=True):
                table["entries"] = entries

    return escaped


def _escaped(env: BuildEnvironment, title: str | None, page: str) -> tuple[str | None, str]:
    """Return an entry of a table of contents as HTML: its title, and its address if it has one."""
    if title is not None:
        shown: str | None = html.escape(title)
    elif page in env.titles:
        shown = "".join(map(_shown, env.titles[page].children))
    else:
        shown = None  # The theme names pages that Sphinx makes.
    return shown, html.escape(page) if urlsplit(page).netloc else page


def _shown(node: nodes.Node) -> str:
    """Return a part of a title as HTML; formulas are marked as the theme marks them."""
    text = html.escape(node.astext())
    if isinstance(node, nodes.math):
        return rf'<span class="math notranslate nohighlight">\({text}\)</span>'
    return text

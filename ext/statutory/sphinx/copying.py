"""The script that copies snippets and builds identifiers, on the pages that have any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from statutory.messages import Messages
from statutory.sphinx.session import session_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SCRIPT = "statutory-copying.js"
CODE_CLASS = "statutory-code"
"""The class of the text that is there to be copied."""


def setup_copying(app: Sphinx) -> None:
    """Register what adds the script."""
    app.connect("html-page-context", add_script)


def add_script(
    app: Sphinx,
    _pagename: str,
    _template: str,
    _context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add the script to a page with something to copy, with its words as attributes."""
    if doctree is None or not any(
        CODE_CLASS in block["classes"] for block in doctree.findall(nodes.literal_block)
    ):
        return
    settings = session_of(app).settings
    say = Messages(settings.language).text
    words: dict[str, Any] = {
        "data-copy": say("copy"),
        "data-copied": say("copied"),
        "data-failed": say("could not be copied; it is selected"),
        "data-identifier": say("identifier"),
        "data-region": settings.label(settings.fields.region),
        "data-kind": say("type"),
        "data-name": say("name"),
        "data-example": say("EXAMPLE"),
    }
    app.add_js_file(SCRIPT, loading_method="defer", **words)

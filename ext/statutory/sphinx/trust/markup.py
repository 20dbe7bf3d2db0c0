"""Raw HTML in content, shown as the text that it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms import SphinxTransform

from statutory.model.refusal import Hazard
from statutory.sphinx.trust.refusals import refuse, refuse_at

if TYPE_CHECKING:
    from collections.abc import Collection

    from sphinx.config import Config

_BREAKS = frozenset(("<br />\n", "\\\\\n"))
"""What MyST itself writes for a line that ends in a backslash or two blanks."""

_STRUCK = frozenset(("<s>", "</s>"))
"""The same for text between pairs of tildes."""

_BOXES = frozenset(
    f'<input class="task-list-item-checkbox" {checked}disabled="disabled" type="checkbox">'
    for checked in ("", 'checked="checked" ')
)
"""The same for the boxes of a list of tasks."""


_WORDS = frozenset(("description", "keywords"))
"""What a page may say of itself in its head: words for search engines."""


class EscapeMarkup(SphinxTransform):
    """Puts text in the place of raw nodes, and notes each.

    It runs when all of a page is there, translated texts too, and before Sphinx takes
    titles and tables of contents from it. What no parser can be asked to leave raw does
    not escape it, whatever the page says of how it is to be parsed.
    """

    default_priority = 875

    def apply(self, **_options: object) -> None:
        """Replace the raw nodes of the page."""
        if not self.config.statutory_untrusted_content:
            return
        own = _own_markup(self.config)
        for raw in list(self.document.findall(nodes.raw)):
            text = raw.astext()
            inline = isinstance(raw.parent, nodes.TextElement)
            if inline and text in own:
                continue
            refuse(self.env, Hazard.RAW_HTML, raw, text)
            shown = nodes.literal_block(text, text, language="none")
            raw.replace_self(nodes.Text(text) if inline else shown)
        self._remove_metadata()

    def _remove_metadata(self) -> None:
        """Take out what a page would put into its head, but words and what ``conf.py`` says."""
        of_project = getattr(self.config, "myst_html_meta", None) or {}
        given = {str(value) for value in of_project.values()}
        for meta in list(self.document.findall(nodes.meta)):
            if meta.get("name") not in _WORDS and meta.get("content") not in given:
                # docutils gives such a node no line.
                refuse_at(self.env, Hazard.METADATA, 0, meta.get("content", ""))
                meta.parent.remove(meta)


def _own_markup(config: Config) -> Collection[str]:
    """Return what MyST writes by itself, with the extensions that the project has."""
    extensions = getattr(config, "myst_enable_extensions", ())
    struck = _STRUCK if "strikethrough" in extensions else frozenset()
    boxes = _BOXES if "tasklist" in extensions else frozenset()
    return _BREAKS | struck | boxes

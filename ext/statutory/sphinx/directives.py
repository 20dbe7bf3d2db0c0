"""Directives that put views on pages.

A directive leaves a placeholder when the page is read; the placeholder becomes the view
when the page is written, since only then everything has been read and checked. The views
themselves are in :mod:`statutory.views.registry`.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from statutory.sphinx.blocks import depth_of, spell
from statutory.sphinx.nodes import Spelling
from statutory.sphinx.session import session_of
from statutory.views.cells import Cells
from statutory.views.options import Options, mistakes_of
from statutory.views.registry import VIEWS

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)


class ViewPlaceholder(nodes.General, nodes.Element):
    """Where a view will stand, with the name and the options of its directive."""


class ViewDirective(SphinxDirective):
    """Puts the view of its own name on a page; options list names, separated by commas."""

    def run(self) -> list[nodes.Node]:
        """Leave the placeholder."""
        listed = {option: _names(text) for option, text in self.options.items()}
        placeholder = ViewPlaceholder(view=self.name, listed=listed)
        self.set_source_info(placeholder)
        return [placeholder]


def setup_directives(app: Sphinx) -> None:
    """Register a directive for each view."""
    app.add_node(ViewPlaceholder)
    for name, view in VIEWS.items():
        options = dict.fromkeys(view.options, directives.unchanged_required)
        directive = type(f"{name.title()}Directive", (ViewDirective,), {"option_spec": options})
        app.add_directive(name, directive)
    app.connect("doctree-resolved", replace_placeholders)


def replace_placeholders(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the views in the place of the placeholders of a page."""
    cells = session_of(app).cells
    if cells is None:
        return
    spelling = Spelling(app, cells.catalogue, docname)
    for placeholder in list(doctree.findall(ViewPlaceholder)):
        view, options = VIEWS[placeholder["view"]], Options(placeholder["listed"])
        depth = depth_of(placeholder)
        if _is_sound(cells, options, placeholder):
            blocks = view.layout(cells, options)
            placeholder.replace_self([spell(spelling, block, depth=depth) for block in blocks])
        else:
            placeholder.parent.remove(placeholder)


def _is_sound(cells: Cells, options: Options, placeholder: ViewPlaceholder) -> bool:
    """Say whether the options name what there is; warn at the directive's line if not."""
    known = VIEWS[placeholder["view"]].options
    mistakes = list(mistakes_of(options, known, cells.catalogue))
    for mistake in mistakes:
        values = dataclasses.asdict(mistake)
        said = cells.messages.fill("{option}: there is no {name}", values)
        if mistake.nearest:
            said = cells.messages.fill(
                "{option}: there is no {name}; did you mean {nearest}?", values
            )
        logger.warning(
            said,
            type="view",
            subtype=placeholder["view"],
            location=placeholder,
        )
    return not mistakes


def _names(text: str) -> tuple[str, ...]:
    """Return the names of a list separated by commas."""
    return tuple(name.strip() for name in text.split(",") if name.strip())

"""Directives that put views on pages.

A directive leaves a placeholder when the page is read; the placeholder becomes the view
when the page is written, since only then everything has been read and checked. The views
themselves are in :mod:`statutory.views.registry`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from statutory.messages import Messages
from statutory.sphinx.blocks import depth_of, heading_above, spell
from statutory.sphinx.nodes import Spelling, ViewPlaceholder
from statutory.sphinx.noting import NotedView, notes_of
from statutory.sphinx.session import session_of
from statutory.views.blocks import Heading
from statutory.views.options import OptionMistake, Wrong
from statutory.views.register import say
from statutory.views.registry import VIEWS, mistakes_of_view

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from statutory.model.catalogue import Catalogue

logger = logging.getLogger(__name__)


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
    for name, view in VIEWS.items():
        options = dict.fromkeys(view.options, directives.unchanged_required)
        directive = type(f"{name.title()}Directive", (ViewDirective,), {"option_spec": options})
        app.add_directive(name, directive)
    app.connect("doctree-resolved", replace_placeholders)


def replace_placeholders(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the views in the place of the placeholders of a page."""
    shown = session_of(app).shown
    if shown is None:
        return
    spelling = Spelling(app, shown.cells.catalogue, docname)
    for placeholder in list(doctree.findall(ViewPlaceholder)):
        depth = depth_of(placeholder)
        blocks = shown.view(placeholder["view"], placeholder["listed"])
        name = heading_above(placeholder)
        spelled = []
        for block in blocks:
            if isinstance(block, Heading):
                name = block.entry.text
            spelled.append(spell(spelling, block, depth=depth, name=name))
        placeholder.replace_self(spelled)


def warn_of_mistakes(app: Sphinx, catalogue: Catalogue) -> None:
    """Warn, at the line of each directive, of options that name what is not there."""
    messages = Messages(catalogue.settings.language)
    for docname in sorted(app.env.found_docs):
        for view in notes_of(app.env, docname).views:
            for mistake in mistakes_of_view(catalogue, view.name, view.listed):
                _warn(messages, view, mistake)


def _warn(messages: Messages, view: NotedView, mistake: OptionMistake) -> None:
    values = {"option": mistake.option, "name": mistake.name, "nearest": mistake.nearest}
    said = messages.fill(_sentence(mistake), values)
    logger.warning(said, type="view", subtype=view.name, location=view.place)


def _sentence(mistake: OptionMistake) -> str:
    """Return what is said of a mistake."""
    if mistake.wrong is Wrong.ABSENT:
        return say("{option} is not written, and the view needs it")
    if mistake.wrong is Wrong.SEVERAL:
        return say("{option} takes one name; {name} is too many")
    if mistake.nearest:
        return say("{option}: there is no {name}; did you mean {nearest}?")
    return say("{option}: there is no {name}")


def _names(text: str) -> tuple[str, ...]:
    """Return the names of a list separated by commas."""
    return tuple(name.strip() for name in text.split(",") if name.strip())

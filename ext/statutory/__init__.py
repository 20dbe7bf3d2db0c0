"""A Sphinx extension that checks statutory strategy knowledge bases.

It knows a sphinx-needs project by the roles that its ``ubproject.toml`` gives to types,
links and fields, checks that every statutory element has an owner, a timeline and links,
and shows each item to a reader who has never seen a requirement.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = version("statutory")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set the extension up: a table of contents, no more."""
    from statutory.sphinx import (
        bars,
        builder,
        cards,
        configuration,
        copying,
        diagrams,
        directives,
        events,
        filters,
        head,
        interface,
        nodes,
        outdated,
        printing,
        rewriting,
        search,
        statement,
        trust,
        unreadable,
        unused,
        words,
    )

    app.setup_extension("sphinx_needs")
    configuration.setup_configuration(app)
    trust.setup_trust(app)
    outdated.setup_outdated(app)
    unreadable.setup_unreadable(app)
    events.setup_events(app)
    builder.setup_builder(app)
    interface.setup_interface(app)
    head.setup_head(app)
    unused.setup_unused(app)
    search.setup_search(app)
    words.setup_words(app)
    printing.setup_printing(app)
    rewriting.setup_rewriting(app)
    statement.setup_statement(app)
    filters.setup_filters(app)
    nodes.setup_nodes(app)
    bars.setup_bars(app)
    copying.setup_copying(app)
    diagrams.setup_diagrams(app)
    cards.setup_cards(app)
    directives.setup_directives(app)
    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }

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
        builder,
        cards,
        configuration,
        directives,
        events,
        filters,
        interface,
    )

    app.setup_extension("sphinx_needs")
    configuration.setup_configuration(app)
    events.setup_events(app)
    builder.setup_builder(app)
    interface.setup_interface(app)
    filters.setup_filters(app)
    cards.setup_cards(app)
    directives.setup_directives(app)
    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }

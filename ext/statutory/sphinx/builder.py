"""The builder ``check``: it reads and checks, and writes no page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.builders import Builder

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from docutils import nodes
    from sphinx.application import Sphinx


class CheckBuilder(Builder):
    """Checks the whole knowledge base; the handlers of the events do the work."""

    name = "check"
    format = ""
    epilog = ""
    allow_parallel = True

    def get_outdated_docs(self) -> str:
        """Return what Sphinx is to say it builds: always everything."""
        return "all items"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:  # noqa: ARG002
        """Return nothing: there are no pages."""
        return ""

    def prepare_writing(self, docnames: AbstractSet[str]) -> None:
        """Prepare nothing: there are no pages."""

    def copy_assets(self) -> None:
        """Copy nothing: there are no pages."""

    def write_documents(self, docnames: AbstractSet[str]) -> None:
        """Write nothing: there are no pages."""

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write nothing: there are no pages."""


def setup_builder(app: Sphinx) -> None:
    """Register the builder."""
    app.add_builder(CheckBuilder)

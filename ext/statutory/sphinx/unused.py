"""Files that others write into the site and that no page can use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

THEME_MACROS = Path("_static") / "webpack-macros.html"
"""A template of the theme, which it publishes among its style sheets."""


def setup_unused(app: Sphinx) -> None:
    """Connect the handler."""
    app.connect("build-finished", remove_unused)


def remove_unused(app: Sphinx, exception: Exception | None) -> None:
    """Remove the pages that would wait for ever and the template of the theme.

    The page of permanent links of sphinx-needs asks for ``needs.json``, which is there only
    where the project builds it.
    """
    if exception is not None or app.builder.format != "html":
        return
    unused = [THEME_MACROS]
    if not app.config.needs_build_json:
        unused.append(Path(Path(app.config.needs_permalink_file).name))
    for path in unused:
        (Path(app.outdir) / path).unlink(missing_ok=True)

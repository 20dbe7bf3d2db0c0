"""Filters that cannot be used are taken out of the pages before sphinx-needs fails on them.

sphinx-needs evaluates filters while pages are written, and at many faults the build ends
with a traceback. The check ``bad-filter`` has then told of those in Markdown; of those in
other files only the warning given here does.
"""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from statutory.checks.filters import FILTER_OPTIONS, parts_of_count
from statutory.model.expression import ConstantFilterError, UnreadableFilterError, names_read
from statutory.sphinx.session import session_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

_COUNT, _PIE = "NeedCount", "Needpie"


def setup_filters(app: Sphinx) -> None:
    """Register the guard."""
    # Before the cards (400) and sphinx-needs (500).
    app.connect("doctree-resolved", take_out_unusable, priority=390)


def take_out_unusable(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Replace what has an unusable filter by the filter itself, and warn of it."""
    known = {*session_of(app).vocabulary.filter_names, *dir(builtins)}
    for node in list(doctree.findall(nodes.Element)):
        if not type(node).__module__.startswith("sphinx_needs."):
            continue
        unusable = next((text for text in _filters(node) if not _is_usable(text, known)), None)
        if unusable is not None:
            logger.warning(
                "the filter cannot be used: %s",
                unusable,
                type="needs",
                subtype="filter",
                location=node,
            )
            literal = nodes.literal("", unusable, classes=["statutory-missing"])
            in_text = isinstance(node.parent, nodes.TextElement)
            node.replace_self(literal if in_text else nodes.paragraph("", "", literal))


def _filters(node: nodes.Element) -> Iterator[str]:
    """Yield the filters that sphinx-needs will evaluate for a node."""
    name = type(node).__name__
    if name == _COUNT:
        yield from parts_of_count(str(node.get("reftarget") or "True"))
        return
    yield from (str(node[option]) for option in FILTER_OPTIONS if node.get(option))
    if name == _PIE:
        yield from (line for line in node.get("content") or () if line and not line.isdigit())


def _is_usable(text: str, known: Collection[str]) -> bool:
    """Say whether a filter can be read and names nothing but what is known."""
    try:
        return set(names_read(text)) <= set(known)
    except UnreadableFilterError:
        return False
    except ConstantFilterError:
        return True  # sphinx-needs warns of it itself, and goes on.

"""Filters that cannot be used are taken out of the pages before sphinx-needs fails on them.

sphinx-needs evaluates filters while pages are written, and at many faults the build ends
with a traceback. What content may not ask for at all has been taken out when the page was
read (:mod:`statutory.sphinx.trust.code`); whether a name is a field is known only now.
"""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from statutory.model.allowed import HELPERS
from statutory.model.code import CodeKind
from statutory.model.expression import (
    ConstantFilterError,
    UnreadableFilterError,
    names_read,
    unreadable_patterns,
)
from statutory.sphinx.session import session_of
from statutory.sphinx.trust.code import code_in, code_of, is_refused, take_out

if TYPE_CHECKING:
    from collections.abc import Collection

    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)


def setup_filters(app: Sphinx) -> None:
    """Register the guard."""
    # Before the cards (400) and sphinx-needs (500).
    app.connect("doctree-resolved", take_out_unusable, priority=390)


def take_out_unusable(app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Replace what has an unusable filter by the filter itself.

    A check has told of it, unless the node has been made since the pages were read.
    """
    known = {*session_of(app).vocabulary.filter_names, *HELPERS}
    if app.config.statutory_allow_code:
        known |= set(dir(builtins))
    told = {code.text for code in code_of(app.env)}
    for node in list(doctree.findall(nodes.Element)):
        found = code_in(app.env, node)
        unusable = next((text for kind, _, text in found if _is_unusable(kind, text, known)), None)
        if unusable is None:
            continue
        if unusable not in told:
            logger.warning(
                "the filter cannot be used: %s",
                unusable,
                type="needs",
                subtype="filter",
                location=node,
            )
        take_out(node, unusable)


def _is_unusable(kind: CodeKind, text: str, known: Collection[str]) -> bool:
    """Say whether sphinx-needs could not use a text, or may not."""
    if is_refused(kind, text):
        return True
    if kind not in (CodeKind.FILTER, CodeKind.EXPRESSION):
        return False
    try:
        names = names_read(text)
        return bool(unreadable_patterns(text)) or (
            kind is CodeKind.FILTER and not set(names) <= set(known)
        )
    except UnreadableFilterError:
        return True
    except ConstantFilterError:
        return False  # sphinx-needs warns of it itself, and goes on.

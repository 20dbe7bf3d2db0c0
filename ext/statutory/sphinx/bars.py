"""Bars of coverage: shares of the four states, beside numbers that say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from statutory.model.coverage import State

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class Bar(nodes.General, nodes.Element):
    """A bar of the shares of each state; builders other than HTML leave it out."""


def setup_bars(app: Sphinx) -> None:
    """Register the node."""
    others: dict[str, Any] = dict.fromkeys(
        ("latex", "text", "man", "texinfo", "xml"), (_skip, None)
    )
    app.add_node(Bar, html=(_visit, _depart), **others)


def _visit(translator: HTML5Translator, node: Bar) -> None:
    """Write the bar; readers of the screen read the numbers beside it.

    Its parts are as wide as their elements say: a policy of the page may allow no styles
    in elements.
    """
    total = sum(node["shares"])
    parts = "".join(
        f'<svg class="statutory-share-{state.value}" width="{100 * count / total:.3f}%"></svg>'
        for state, count in zip(State, node["shares"], strict=False)
        if count
    )
    translator.body.append(f'<span class="statutory-bar" aria-hidden="true">{parts}</span>')


def _depart(_translator: HTML5Translator, _node: Bar) -> None:
    """Write nothing behind the bar."""


def _skip(_translator: nodes.NodeVisitor, _node: Bar) -> None:
    raise nodes.SkipNode

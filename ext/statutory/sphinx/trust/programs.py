"""Directives by which content names a program of the machine, or a module to import.

``graphviz`` lets its text choose the program that draws it. What draws at all, and what
imports, is refused where content is not trusted (:mod:`statutory.sphinx.trust.insertion`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils.parsers.rst import directives
from sphinx.ext.graphviz import Graphviz, GraphvizSimple
from sphinx.util.docutils import SphinxDirective

from statutory.model.code import CodeKind
from statutory.sphinx.trust.reading import refuses

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

_LAYOUTS = ("dot", "neato", "fdp", "sfdp", "twopi", "circo", "osage", "patchwork")
"""The programs of Graphviz, which its documentation names."""

_IMPORTING = (
    *("sphinx.ext.autodoc", "sphinx.ext.autosummary", "sphinx.ext.inheritance_diagram"),
    *("sphinxcontrib.programoutput", "sphinxcontrib.autoprogram", "sphinx_autodoc2"),
)
"""The packages whose directives import modules or run programs that the text names."""


def setup_programs(app: Sphinx) -> None:
    """Put our directives in place; sphinx-needs has set Graphviz up before."""
    app.add_directive("graphviz", Drawing, override=True)
    app.add_directive("graph", SimpleDrawing, override=True)
    app.add_directive("digraph", SimpleDrawing, override=True)
    # When the extensions of the project have added theirs.
    app.connect("builder-inited", refuse_importing)


def refuse_importing(app: Sphinx) -> None:
    """Refuse what imports or runs what it names, where content is not trusted."""
    if not app.config.statutory_untrusted_content:
        return
    for name, directive in list(vars(directives)["_directives"].items()):
        package = getattr(directive, "__module__", "")
        if any(package == one or package.startswith(f"{one}.") for one in _IMPORTING):
            kept = (Importing, directive)
            app.add_directive(name, type("Importing", kept, {}), override=True)


class Drawing(Graphviz):
    """The directive ``graphviz``, whose text chooses none but the programs of Graphviz."""

    def run(self) -> list[nodes.Node]:
        """Have the drawing made, unless another program would make it."""
        return [] if _names_program(self) else super().run()


class SimpleDrawing(GraphvizSimple):
    """The directives ``graph`` and ``digraph``, likewise."""

    def run(self) -> list[nodes.Node]:
        """Have the drawing made, unless another program would make it."""
        return [] if _names_program(self) else super().run()


class Importing(SphinxDirective):
    """Before a directive that imports or runs what it names: it does so only if it may."""

    def run(self) -> list[nodes.Node]:
        """Run the directive where the project lets content run programs."""
        named = " ".join((*self.arguments, *self.content[:1])) or self.name
        return [] if refuses(self, CodeKind.PYTHON, named) else list(super().run())


def _names_program(directive: SphinxDirective) -> bool:
    """Say whether a drawing names a program that it may not."""
    named = [(it, directive.options.get(it)) for it in ("layout", "graphviz_dot")]
    found = [
        refuses(directive, CodeKind.PYTHON, program, name=option)
        for option, program in named
        if program and program not in _LAYOUTS
    ]
    return any(found)

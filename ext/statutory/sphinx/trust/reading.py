"""What is evaluated or fetched while a page is read: judged first, and refused in its place.

Imports with their filters and services are directives of our own in place of those of
sphinx-needs. Conditions on content and MyST's substitutions have no such place: there the
functions that evaluate them are wrapped, once for the process.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import jinja2
from docutils import nodes
from myst_parser.mdit_to_docutils.base import DocutilsRenderer, token_line
from sphinx_needs.config import NeedsSphinxConfig
from sphinx_needs.directives import needchoose, needif
from sphinx_needs.directives.needimport import NeedimportDirective
from sphinx_needs.directives.needservice import NeedserviceDirective
from sphinx_needs.directives.needuml import NeedarchDirective, NeedumlDirective, NeedumlException

from statutory.model.code import OUTSIDE_OUTPUT, Code, CodeKind
from statutory.model.location import Location
from statutory.sphinx.trust.code import domain_of, is_refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it.tree import SyntaxTreeNode
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.docutils import SphinxDirective

_ELSEWHERE = re.compile(r"\s*(?:[A-Za-z][\w+.-]*:|[/\\]{2})")
"""How an address begins that is no path: with a scheme, or with the name of a computer."""

_SUBSTITUTION_FILTERS = ("capitalize", "lower", "title", "trim", "upper")
_HARMLESS = (
    *(jinja2.nodes.Template, jinja2.nodes.Output, jinja2.nodes.TemplateData),
    *(jinja2.nodes.Name, jinja2.nodes.Const, jinja2.nodes.Filter),
)


def setup_reading(app: Sphinx) -> None:
    """Put our directives and wraps in place; sphinx-needs is set up before."""
    app.add_directive("needimport", Import, override=True)
    app.add_directive("needservice", Service, override=True)
    app.add_directive("needuml", Diagram, override=True)
    app.add_directive("needarch", Architecture, override=True)
    if not hasattr(needif.evaluate_variant_condition, "__wrapped__"):
        judged = _judged_condition(needif.evaluate_variant_condition)
        needif.evaluate_variant_condition = judged
        needchoose.evaluate_variant_condition = judged  # type: ignore[attr-defined]
    if not hasattr(DocutilsRenderer.render_substitution, "__wrapped__"):
        judging = _judged_substitution(DocutilsRenderer.render_substitution)
        DocutilsRenderer.render_substitution = judging  # type: ignore[method-assign]


class Import(NeedimportDirective):
    """The directive ``needimport`` that fetches nothing from other computers."""

    def run(self) -> Sequence[nodes.Node]:
        """Import the records of a file, unless the filter or the address is refused."""
        given = self.arguments[0]
        is_named = given in NeedsSphinxConfig(self.config).import_keys
        if not is_named and _ELSEWHERE.match(given) and refuses(self, CodeKind.FETCH, given):
            return []
        text = self.options.get("filter")
        if text and refuses(self, CodeKind.EXPRESSION, text, name="filter"):
            return []
        return super().run()


class Service(NeedserviceDirective):
    """The directive ``needservice``, which asks another computer."""

    def run(self) -> Sequence[nodes.Node]:
        """Ask the service where the project lets content do so."""
        return [] if refuses(self, CodeKind.FETCH, self.arguments[0]) else super().run()


class Diagram(NeedumlDirective):
    """The directive ``needuml`` that ends no build."""

    def run(self) -> Sequence[nodes.Node]:
        """Make the diagram; one with an option that sphinx-needs fails at is noted."""
        if ".." in (self.options.get("save") or "").split("/"):
            refuses(self, CodeKind.DIAGRAM, OUTSIDE_OUTPUT)
            return []
        try:
            return super().run()
        except NeedumlException as error:
            refuses(self, CodeKind.DIAGRAM, str(error))
            return []


class Architecture(Diagram, NeedarchDirective):
    """The directive ``needarch`` that ends no build."""


def refuses(directive: SphinxDirective, kind: CodeKind, text: str, *, name: str = "") -> bool:
    """Note what a directive would evaluate or fetch, and say whether it may not."""
    env = directive.env
    _note(env, kind, name or directive.name, text, directive.lineno)
    return is_refused(kind, text)


def _note(env: BuildEnvironment, kind: CodeKind, name: str, text: str, line: int) -> None:
    """Note on the page that is read what stands on a line of it."""
    docname = env.current_document.docname
    place = Location(env.doc2path(docname, base=False).as_posix(), line)
    domain_of(env).note(docname, Code(kind=kind, name=name, text=text, location=place))


def _judged_condition(evaluate: Callable[..., bool | None]) -> Callable[..., bool | None]:
    """Return the function that evaluates conditions on content, so that it judges first."""

    @functools.wraps(evaluate)
    def judged(env: BuildEnvironment, expression: str, /, **given: str) -> bool | None:
        line = given["location"].rpartition(":")[2]
        number = int(line) if line.isdigit() else 0
        _note(env, CodeKind.EXPRESSION, given["directive"], expression, number)
        if is_refused(CodeKind.EXPRESSION, expression):
            return None
        return evaluate(env, expression, **given)

    return judged


def _judged_substitution(render: Callable[..., None]) -> Callable[..., None]:
    """Return MyST's renderer of substitutions, so that it judges first."""

    @functools.wraps(render)
    def judged(self: DocutilsRenderer, token: SyntaxTreeNode, inline: bool) -> None:  # noqa: FBT001
        text, env = token.content.strip(), self.sphinx_env
        names = self.md_config.substitutions
        if env is None or text in names or _is_harmless(text, names):
            render(self, token, inline)
            return
        _note(env, CodeKind.PYTHON, "{{ }}", text, token_line(token))
        if not is_refused(CodeKind.PYTHON, text):
            render(self, token, inline)
        elif inline:
            self.current_node.append(nodes.literal("", text))
        else:
            self.current_node.append(nodes.paragraph("", "", nodes.literal("", text)))

    return judged


def _is_harmless(text: str, names: Mapping[str, object]) -> bool:
    """Say whether a substitution only names one that the page or the project declares."""
    try:
        tree = jinja2.Environment(autoescape=False).parse(f"{{{{{text}}}}}")  # noqa: S701 - read
    except (jinja2.TemplateError, RecursionError):
        return True  # It is rendered by nobody: MyST warns of it.
    return all(
        isinstance(node, _HARMLESS)
        and (not isinstance(node, jinja2.nodes.Name) or node.name in names)
        and (not isinstance(node, jinja2.nodes.Filter) or node.name in _SUBSTITUTION_FILTERS)
        for node in tree.find_all(jinja2.nodes.Node)
    )

"""What content asks to have evaluated is noted as it is read, and what is refused taken out.

The domain keeps what was found with the environment, so that the findings of pages that a
build does not read again stay.
"""

from __future__ import annotations

import contextlib
import dataclasses
import inspect
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx.domains import Domain
from sphinx.ext.ifconfig import ifconfig
from sphinx_needs.config import NeedsSphinxConfig
from sphinx_needs.data import SphinxNeedsData
from sphinx_needs.exceptions import FunctionParsingException
from sphinx_needs.functions.functions import DynamicFunctionParsed
from sphinx_needs.nodes import Need
from sphinx_needs.variants import VariantFunctionParsed

from statutory.checks.filters import FILTER_OPTIONS, parts_of_count
from statutory.model.code import OUTSIDE_ITEM, Code, CodeKind
from statutory.model.location import Location
from statutory.sphinx.trust.refusals import line_of
from statutory.sphinx.trust.safety_net import RULES

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx_needs.need_item import NeedItem, NeedLink

_COUNT, _PIE, _BAR, _DIAGRAM, _FUNCTION = "NeedCount", "Needpie", "Needbar", "Needuml", "NeedFunc"
_FROM_DATA = "FROM_DATA"
_FUNCTION_CALL = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_TEMPLATE_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_FILTER_CALL = re.compile(
    r"""\bfilter\s*\(\s*(?P<quote>["'])(?P<text>(?:(?!(?P=quote))[^\\])*)(?P=quote)\s*\)"""
)
_FILTERING = ("filter", "filter_string", "where")
"""The parameters of functions that take a filter."""

_GIVEN = 3
"""How many parameters of a function sphinx-needs fills itself: application, need, needs."""

Found = tuple[CodeKind, str, str]
"""What is found in a node: how it would be used, where it is written, the text."""


class CodeDomain(Domain):
    """Keeps by page what its content asks to have evaluated."""

    name = "statutory-code"
    label = "statutory-code"
    data_version = 1
    initial_data: ClassVar[dict[str, Any]] = {"code": {}}

    @property
    def code(self) -> dict[str, set[Code]]:
        """What was found, by page."""
        code: dict[str, set[Code]] = self.data["code"]
        return code

    def note(self, docname: str, found: Code) -> None:
        """Note what was found on a page."""
        self.code.setdefault(docname, set()).add(found)

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is read again or is gone."""
        self.code.pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process has found on the pages that it has read."""
        self.code.update(
            {name: found for name, found in otherdata["code"].items() if name in docnames}
        )

    def resolve_any_xref(self, *_arguments: object) -> list[Any]:
        """Resolve nothing: nothing can be referred to."""
        return []


def setup_code(app: Sphinx) -> None:
    """Register what judges the content; only ``conf.py`` can let Python of it through."""
    app.add_config_value("statutory_allow_code", default=False, rebuild="env", types=bool)
    app.add_domain(CodeDomain)
    # Before sphinx-needs looks for its needs (500).
    app.connect("doctree-read", judge_page, priority=300)
    # Before anything evaluates; sphinx-needs does when the writing begins.
    app.connect("env-updated", judge_needs, priority=1)


def domain_of(env: BuildEnvironment) -> CodeDomain:
    """Return the domain of an environment."""
    return cast("CodeDomain", env.get_domain(CodeDomain.name))


def code_of(env: BuildEnvironment) -> tuple[Code, ...]:
    """Return what the content asks to have evaluated, in order."""
    found = {code for codes in domain_of(env).code.values() for code in codes}
    return tuple(sorted(found, key=lambda code: code.sort_key))


def is_refused(kind: CodeKind, text: str) -> bool:
    """Say whether a text is not to be used as it asks."""
    if kind is CodeKind.DIAGRAM:
        return True
    if kind in (CodeKind.PYTHON, CodeKind.FETCH):
        return not RULES.allows_code
    return RULES.refuse(text)


def judge_page(app: Sphinx, doctree: nodes.document) -> None:
    """Note what the nodes of a page would evaluate, and take out the nodes that may not."""
    env, docname = app.env, app.env.current_document.docname
    for node in list(doctree.findall(nodes.Element)):
        found = list(code_in(env, node))
        for kind, name, text in found:
            place = Location(env.doc2path(docname, base=False).as_posix(), line_of(node))
            code = Code(kind=kind, name=name, text=text, location=place)
            domain_of(env).note(docname, code)
        refused = next((it for it in found if is_refused(it[0], it[2])), None)
        if refused is not None:
            kind, name, text = refused
            take_out(node, name if kind is CodeKind.DIAGRAM else text)


def take_out(node: nodes.Element, text: str) -> None:
    """Replace a node by the text for which it is taken out."""
    if isinstance(node, Need):  # Its classes are worked out; the item itself stays.
        node["classes"] = [name for name in node["classes"] if "[[" not in name]
        return
    literal = nodes.literal("", text, classes=["statutory-missing"])
    in_text = isinstance(node.parent, nodes.TextElement)
    node.replace_self(literal if in_text else nodes.paragraph("", "", literal))


def code_in(env: BuildEnvironment, node: nodes.Element) -> Iterator[Found]:
    """Yield what a node would evaluate, as sphinx-needs and Sphinx evaluate it."""
    name = type(node).__name__
    if isinstance(node, ifconfig):
        yield CodeKind.EXPRESSION, "ifconfig", str(node["expr"])
    elif not type(node).__module__.startswith("sphinx_needs."):
        return
    elif name == _COUNT:
        parts = parts_of_count(str(node.get("reftarget") or "True"))
        yield from ((CodeKind.FILTER, "need_count", part) for part in parts)
    elif name == _FUNCTION:
        yield from _of_call(env, "ndf", node.astext())
    else:
        yield from _of_options(env, node)
        yield from _of_body(node)
        if name == _DIAGRAM:
            yield from _of_diagram(env, node)


def _of_options(env: BuildEnvironment, node: nodes.Element) -> Iterator[Found]:
    """Yield what the options of a directive would evaluate."""
    yield from ((CodeKind.FILTER, it, str(node[it])) for it in FILTER_OPTIONS if node.get(it))
    if node.get("filter_func"):
        yield CodeKind.PYTHON, "filter-func", str(node["filter_func"])
    for name, value in node.attributes.items():
        if name in FILTER_OPTIONS:
            continue
        for text in value if isinstance(value, list | tuple) else [value]:
            for call in _FUNCTION_CALL.findall(text) if isinstance(text, str) else ():
                yield from _of_call(env, str(name), call)


def _of_body(node: nodes.Element) -> Iterator[Found]:
    """Yield what the body of a table or a chart would evaluate."""
    name = type(node).__name__
    body = "\n".join(node.get("filter_code") or ()).strip()
    if body:
        yield CodeKind.PYTHON, name.lower(), body
    if name == _PIE:
        lines = (str(line) for line in node.get("content") or ())
        yield from ((CodeKind.FILTER, name.lower(), it) for it in lines if it and not it.isdigit())
    elif name == _BAR:
        yield from ((CodeKind.EXPRESSION, name.lower(), cell) for cell in _cells(node))


def _cells(node: nodes.Element) -> Iterator[str]:
    """Yield the cells of a bar chart that are filters: neither numbers nor labels."""
    separator = node.get("separator") or ","
    skips_row = (node.get("xlabels") or [""])[0] == _FROM_DATA
    skips_column = (node.get("ylabels") or [""])[0] == _FROM_DATA
    for line in list(node.get("content") or ())[1 if skips_row else 0 :]:
        for cell in str(line).split(separator)[1 if skips_column else 0 :]:
            if cell.strip() and not cell.strip().isdigit():
                yield cell.strip()


def _of_diagram(env: BuildEnvironment, node: nodes.Element) -> Iterator[Found]:
    """Yield the filters in the template of a diagram, and where it cannot stand."""
    data: dict[str, Any] = dict(SphinxNeedsData(env).get_or_create_umls()[node["ids"][0]])
    name = "needarch" if data["is_arch"] else "needuml"
    if data["is_arch"] and not _is_in_need(node):
        yield CodeKind.DIAGRAM, name, OUTSIDE_ITEM
    for code in _TEMPLATE_CODE.findall(data["content"]):
        yield from ((CodeKind.FILTER, name, it["text"]) for it in _FILTER_CALL.finditer(code))
        if re.search(r"\bfilter\b", _FILTER_CALL.sub("", code)):
            yield CodeKind.PYTHON, name, code


def _is_in_need(node: nodes.Node) -> bool:
    around = node.parent
    while around is not None and not isinstance(around, Need):
        around = around.parent
    return around is not None


def _of_call(env: BuildEnvironment, name: str, text: str) -> Iterator[Found]:
    """Yield the filters in the call of a function, as it is written."""
    with contextlib.suppress(FunctionParsingException):  # It is called by nobody then.
        yield from _of_function(env, name, DynamicFunctionParsed.from_string(text, allow_need=True))


def _of_function(env: BuildEnvironment, name: str, call: DynamicFunctionParsed) -> Iterator[Found]:
    """Yield the filters that a function is given; one that is no text is none to judge."""
    functions = NeedsSphinxConfig(env.config).functions
    if call.name not in functions:
        return
    parameters = list(inspect.signature(functions[call.name]["function"]).parameters)[_GIVEN:]
    given = [*zip(parameters, call.args, strict=False), *call.kwargs]
    for parameter, value in given:
        if parameter in _FILTERING and isinstance(value, str):
            yield CodeKind.FILTER, name, value
        elif parameter in _FILTERING and value is not None:
            yield CodeKind.PYTHON, name, f"{call.name}({parameter}=…)"


def judge_needs(_app: Sphinx, env: BuildEnvironment) -> None:
    """Note what the values of needs would evaluate, and take out what may not be."""
    data = SphinxNeedsData(env)
    for target, extend in list(data.get_or_create_extends().items()):
        judge = _Judge(env, extend["docname"], extend["lineno"])
        if not extend["filter_is_id"] and judge.refuses(
            [(CodeKind.FILTER, "needextend", extend["filter"])]
        ):
            data.get_or_create_extends().pop(target)
            continue
        fields, links = extend["modifications"], extend["list_modifications"]
        fields[:] = [it for it in fields if not judge.refuses(_of_value(env, it[0], it[2]))]
        links[:] = [it for it in links if not judge.refuses(_of_value(env, it[0], it[2]))]
    for need in data.get_needs_mutable().values():
        _judge_need(env, need)


class _Judge:
    """Notes what stands at a place of a page, and says what of it is refused."""

    def __init__(self, env: BuildEnvironment, docname: str | None, line: int | None) -> None:
        """Take a place; what has no page is judged and not noted."""
        self._env = env
        self._docname = docname or ""
        path = env.doc2path(docname, base=False).as_posix() if docname else ""
        self._location = Location(path, line or 0)

    def refuses(self, found: Iterable[Found]) -> bool:
        """Note what is found and say whether any of it is refused."""
        refused = False
        for kind, name, text in found:
            if self._docname and not RULES.is_configured(text):
                code = Code(kind=kind, name=name, text=text, location=self._location)
                domain_of(self._env).note(self._docname, code)
            refused = is_refused(kind, text) or refused
        return refused


def _judge_need(env: BuildEnvironment, need: NeedItem) -> None:
    """Take the conditions and functions of a need out that may not be evaluated."""
    judge = _Judge(env, need["docname"], need["lineno"])
    for name, links in list(need.iter_links_items(as_str=False)):
        bare = [
            link
            for link in links
            if not (link.condition and judge.refuses([(CodeKind.FILTER, name, link.condition)]))
        ]
        if len(bare) != len(links):
            need[name] = [link if link in bare else _without_condition(link) for link in links]
    for name, value in list(need._dynamic_fields.items()):  # noqa: SLF001 - there is no other way
        if judge.refuses(_of_value(env, name, value)):
            need._dynamic_fields.pop(name)  # noqa: SLF001
            if isinstance(need[name], str) or need[name] is None:
                need[name] = "".join(_as_written(part) for part in value.value)


def _without_condition(link: NeedLink) -> NeedLink:
    """Return a link that leads where it did, whatever holds there."""
    return dataclasses.replace(link, condition=None)


def _of_value(env: BuildEnvironment, name: str, value: object) -> Iterator[Found]:
    """Yield what a value of sphinx-needs would evaluate: its functions, variants, conditions."""
    parts = getattr(value, "value", None)
    for part in parts if isinstance(parts, list | tuple) else ():
        if isinstance(part, DynamicFunctionParsed):
            yield from _of_function(env, name, part)
        elif isinstance(part, VariantFunctionParsed):
            named = NeedsSphinxConfig(env.config).variants
            yield from (
                (CodeKind.EXPRESSION, name, text)
                for text, _, _ in part.expressions
                if text not in named
            )
        elif getattr(part, "condition", None):
            yield CodeKind.FILTER, name, part.condition


def _as_written(part: object) -> str:
    """Return a part of a value as a text for readers."""
    if isinstance(part, DynamicFunctionParsed):
        return f"[[{part.name}(…)]]"
    return "<<…>>" if isinstance(part, VariantFunctionParsed) else str(part)

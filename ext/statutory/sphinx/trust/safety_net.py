"""Beneath the judging of content: sphinx-needs and MyST evaluate nothing that is refused.

What content may not ask for is taken out before it is evaluated
(:mod:`statutory.sphinx.trust.code`). Should something get past that, it meets this: the modules
that evaluate have names of their own in place of Python's ``eval``, ``exec`` and
``importlib``, which refuse what :mod:`statutory.model.allowed` refuses. What the
configuration itself says is let through, since whoever writes it writes code.

The names are of the process, not of an application; each application sets the rules anew
when it begins.
"""

from __future__ import annotations

import builtins
import importlib
from collections.abc import Iterator
from types import CodeType, ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any

from sphinx_needs import filter_common, ubquery, utils, variants
from sphinx_needs.directives import needif
from sphinx_needs.exceptions import NeedsInvalidFilter
from sphinx_needs.functions import functions

from statutory.model.allowed import refusal_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_EVALUATING: tuple[Any, ...] = (filter_common, variants, needif, functions)
"""The modules of sphinx-needs that evaluate texts."""


class _Rules:
    """What the application that runs lets through."""

    def __init__(self) -> None:
        """Let nothing through but what is allowed to all."""
        self.allows_code = False
        self._trusted: frozenset[str] = frozenset()
        self._configuration = ""

    def take(self, app: Sphinx) -> None:
        """Take the rules of an application."""
        self.allows_code = app.config.statutory_allow_code
        values = [item.value for item in app.config if item.name.startswith("needs_")]
        self._trusted = frozenset(_texts(values))
        self._configuration = "\n".join(sorted(self._trusted))

    def refuse(self, text: str) -> bool:
        """Say whether a text is not to be evaluated."""
        return not (self.allows_code or refusal_of(text) is None or self.is_configured(text))

    def is_configured(self, text: str) -> bool:
        """Say whether a text is one of the configuration, or is quoted in one."""
        quoted = (f"'{text}'", f'"{text}"', f"[{text}]")
        return text in self._trusted or any(part in self._configuration for part in quoted)


RULES = _Rules()


def setup_safety_net(app: Sphinx) -> None:
    """Put the names in place."""
    for module in _EVALUATING:
        module.eval = _evaluate
    filter_common.exec = _run  # type: ignore[attr-defined]
    filter_common.compile = _compile  # type: ignore[attr-defined]
    filter_common.compile_portable = _compile_portable  # type: ignore[attr-defined,assignment]
    utils.importlib = SimpleNamespace(import_module=_import)  # type: ignore[attr-defined,assignment]
    app.connect("builder-inited", take_rules)


def take_rules(app: Sphinx) -> None:
    """Take the rules of the application that begins."""
    RULES.take(app)
    # Functions that an application before this one has imported are not known here.
    utils.check_and_get_external_filter_func.cache_clear()


def _evaluate(code: str | CodeType, context: dict[str, object]) -> object:
    """Evaluate what is allowed.

    :raises NeedsInvalidFilter: If it is not allowed.
    """
    if isinstance(code, str) and RULES.refuse(code):
        raise NeedsInvalidFilter("not allowed in content")
    return builtins.eval(code, context)  # noqa: S307 - judged, or of the configuration


def _compile(source: str, filename: str, mode: str) -> CodeType:
    """Compile what is allowed, for it to be evaluated.

    :raises NeedsInvalidFilter: If it is not allowed.
    """
    if RULES.refuse(source):
        raise NeedsInvalidFilter("not allowed in content")
    return builtins.compile(source, filename, mode)


def _compile_portable(text: str) -> ubquery.CompiledFilter:
    """Compile a filter; one that is refused chooses nothing and says why."""
    if RULES.refuse(text):
        return ubquery.CompiledFilter(_refuse, None, reads_origin=False)
    return ubquery.compile_portable(text)


def _refuse(_need: object, _context: object) -> bool:
    raise NeedsInvalidFilter("not allowed in content")


def _run(code: str, context: dict[str, object]) -> None:
    """Run the body of a table where the project lets content run; else find nothing."""
    if RULES.allows_code:
        builtins.exec(code, context)  # noqa: S102 - the project says so in conf.py


def _import(name: str) -> ModuleType:
    """Import the module of a filter function.

    :raises ImportError: If the project does not let content run code.
    """
    if not RULES.allows_code:
        raise ImportError(name)
    return importlib.import_module(name)


def _texts(value: object) -> Iterator[str]:
    """Yield the texts in a value of the configuration, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for inner in value.values() for text in _texts(inner))
        yield from (key for key in value if isinstance(key, str))
    elif isinstance(value, list | tuple | set):
        yield from (text for inner in value for text in _texts(inner))

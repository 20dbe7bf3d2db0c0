"""The net beneath the judging: what sphinx-needs is given after all, it does not evaluate."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sphinx_needs import filter_common, utils, variants
from sphinx_needs.directives import needif
from sphinx_needs.exceptions import NeedsInvalidFilter
from sphinx_needs.functions import functions

from statutory.sphinx.trust import safety_net
from tests.full.other_projects import copy_project
from tests.full.project import check


@pytest.fixture(scope="module", autouse=True)
def net(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Have a project that lets no code through set the net up."""
    check(copy_project("harbour_myst", tmp_path_factory.mktemp("net")))


def touching(file: Path) -> str:
    """Return an expression that makes a file."""
    return f"__import__('pathlib').Path('{file}').touch()"


@pytest.mark.parametrize("module", [filter_common, variants, needif, functions])
def test_no_module_evaluates_what_is_refused(module: Any, tmp_path: Path) -> None:  # noqa: ANN401
    """Each has a name of its own in place of Python's; what is allowed is evaluated."""
    with pytest.raises(NeedsInvalidFilter):
        module.eval(touching(tmp_path / "ran"), {})
    assert list(tmp_path.iterdir()) == []
    assert module.eval("1 < size", {"size": 2})


def test_bodies_are_not_run_and_modules_not_imported(tmp_path: Path) -> None:
    """A table with a body finds nothing; a function of a module is unknown."""
    filter_common.exec(touching(tmp_path / "ran"), {})  # type: ignore[attr-defined]
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(NeedsInvalidFilter, match="cannot import"):
        utils.check_and_get_external_filter_func("os.getcwd(x)")


def test_refused_filter_chooses_nothing_and_says_why() -> None:
    """Neither way of sphinx-needs to a filter evaluates it."""
    compiled: Any
    compiled = filter_common.compile_portable("var.__class__ == 1")  # type: ignore[attr-defined]
    with pytest.raises(NeedsInvalidFilter):
        compiled.predicate({}, None)
    with pytest.raises(NeedsInvalidFilter):
        filter_common.compile("open('x')", "", "eval")  # type: ignore[attr-defined]


def test_texts_of_the_configuration_are_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole, or as they are quoted in it; a part of one is not enough."""
    texts = frozenset(("any(need for need in needs)", "[[copy('id', filter='max(1, 2)')]]"))
    monkeypatch.setattr(safety_net.RULES, "_trusted", texts)
    monkeypatch.setattr(safety_net.RULES, "_configuration", "\n".join(sorted(texts)))
    assert not safety_net.RULES.refuse("any(need for need in needs)")
    assert not safety_net.RULES.refuse("max(1, 2)")
    assert safety_net.RULES.refuse("any(need for need in ids)")
    assert safety_net.RULES.refuse("any(needs)")

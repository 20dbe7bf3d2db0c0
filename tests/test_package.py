"""The package: every module imports alone, and the pure ones know no Sphinx."""

from __future__ import annotations

import dataclasses
import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from statutory.messages import LOCALE_DIR

PACKAGE = LOCALE_DIR.parent
HEAVY = ("docutils", "sphinx", "sphinx_needs", "altair")


def modules() -> list[str]:
    """Return the names of all modules of the package."""
    return sorted(
        ".".join((PACKAGE.name, *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
            ".__init__"
        )
        for path in PACKAGE.rglob("*.py")
    )


MODULES = modules()
PURE = [name for name in MODULES if not name.startswith("statutory.sphinx")]

# Each module is imported in a child of one interpreter, which has imported nothing of the
# package itself: that is as fresh as a process of its own, and thirty times as fast.
IN_CHILDREN = """
import importlib, json, multiprocessing, sys

def attempt(name, queue):
    try:
        importlib.import_module(name)
    except BaseException as error:
        queue.put((name, repr(error), []))
    else:
        queue.put((name, "", sorted({each.partition(".")[0] for each in sys.modules})))

if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    results = {}
    for name in sys.argv[1:]:
        queue = context.SimpleQueue()
        child = context.Process(target=attempt, args=(name, queue))
        child.start()
        _, error, loaded = queue.get()
        child.join()
        results[name] = {"error": error, "loaded": loaded}
    json.dump(results, sys.stdout)
"""


@pytest.fixture(scope="module")
def imported() -> dict[str, dict[str, str | list[str]]]:
    """What becomes of each pure module, imported into a fresh interpreter."""
    command = [sys.executable, "-c", IN_CHILDREN, *PURE]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    answers: dict[str, dict[str, str | list[str]]] = json.loads(result.stdout)
    return answers


def test_modules_of_every_layer_are_among_them() -> None:
    """The list of modules is read off the folders rightly."""
    assert {
        "statutory",
        "statutory.checks",
        "statutory.checks.links",
        "statutory.model.period",
        "statutory.sphinx.events",
        "statutory.cli",
    } <= set(MODULES)


@pytest.mark.parametrize("name", PURE)
def test_pure_module_imports_alone(
    imported: dict[str, dict[str, str | list[str]]], name: str
) -> None:
    """No module needs another to be imported before it, and none of them loads Sphinx."""
    assert imported[name]["error"] == ""
    assert name.partition(".")[0] in imported[name]["loaded"]
    assert [heavy for heavy in HEAVY if heavy in imported[name]["loaded"]] == []


def test_modules_of_the_full_door_import_alone() -> None:
    """Each module that knows Sphinx imports after Sphinx and nothing of the package."""
    names = [name for name in MODULES if name not in PURE]
    code = IN_CHILDREN.replace("import importlib,", "import sphinx_needs, importlib,", 1)
    command = [sys.executable, "-W", "ignore", "-c", code, *names]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    answers = json.loads(result.stdout)
    assert {name: answers[name]["error"] for name in names} == dict.fromkeys(names, "")


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_module_says_what_it_is_for(path: Path) -> None:
    """Every module begins with a sentence about itself."""
    assert path.read_text(encoding="utf-8").startswith('"""')


@pytest.mark.parametrize("name", PURE)
def test_data_of_the_core_never_changes(name: str) -> None:
    """Every dataclass of the pure modules is frozen."""
    module = importlib.import_module(name)
    classes = [
        thing
        for thing in vars(module).values()
        if isinstance(thing, type) and thing.__module__ == name and dataclasses.is_dataclass(thing)
    ]
    thawed = [it.__name__ for it in classes if not vars(it)["__dataclass_params__"].frozen]
    assert thawed == []


def test_package_is_typed() -> None:
    """Whoever uses the package gets its types."""
    assert (PACKAGE / "py.typed").is_file()

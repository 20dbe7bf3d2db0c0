"""The Finnish catalogue has every sentence of the code, and no other.

Sentences are collected from the code itself: those of the checks, of the configuration
and of the commands wherever they stand, those of the other modules where they are passed
to ``text`` or ``fill`` of the messages.
"""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from statutory.checks import CHECKS
from statutory.messages import CATALOGUE, LOCALE_DIR
from statutory.model.coverage import State
from statutory.model.finding import Severity

PACKAGE = LOCALE_DIR.parent
COMMANDS = ("arguments.py", "cli.py", "review_command.py")
SPEAKING = ("reports/*.py", "views/**/*.py", "sphinx/*.py", "handbook.py", *COMMANDS)
"""The modules beside the checks that say something to people."""

SPEAKING_ONLY = (
    *COMMANDS,
    "config/*.py",
    "review/*.py",
    "sphinx/configuration.py",
    "sphinx/run.py",
)
"""The modules that have no sentence but those for people, raised or printed."""


def sentences() -> frozenset[str]:
    """Return every sentence of the code that is to be translated."""
    found = {severity.label for severity in Severity} | {state.value for state in State}
    for check in CHECKS.values():
        found |= {check.summary, check.why, check.remedy}
    for path in PACKAGE.glob("checks/*.py"):
        found |= {text for text in _strings_of_a_check(_tree(path)) if _is_sentence(text)}
    for pattern in SPEAKING_ONLY:
        for path in PACKAGE.glob(pattern):
            found |= {text for text in _strings(_tree(path)) if _is_sentence(text)}
    for pattern in SPEAKING:
        for path in PACKAGE.glob(pattern):
            found |= set(_strings_passed(_tree(path)))
    return frozenset(found)


def translations() -> dict[str, str]:
    """Return the translations of the Finnish catalogue by their sentences."""
    with (LOCALE_DIR / "fi" / CATALOGUE).open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file) if entry.id}


def places(text: str) -> set[str]:
    """Return the names in braces of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _strings_of_a_check(node: ast.AST) -> Iterator[str]:
    """Yield the strings under a node, but documentation and what is raised."""
    return _strings(node, leave_out=ast.Raise)


def _strings(node: ast.AST, *, leave_out: type[ast.AST] | tuple[()] = ()) -> Iterator[str]:
    """Yield the strings under a node, but documentation and regular expressions.

    :param leave_out: The kind of nodes under which none is looked for.
    """
    if isinstance(node, leave_out) or _is_documentation(node) or _is_of_patterns(node):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from _strings(child, leave_out=leave_out)


def _is_documentation(node: ast.AST) -> bool:
    """Say whether a node is a string that stands alone, as docstrings do."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_of_patterns(node: ast.AST) -> bool:
    """Say whether a node is a call of the module of regular expressions."""
    return isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.")


def _is_sentence(text: str) -> bool:
    """Say whether a string has words of its own: separators and mere places have none."""
    if " " not in text or not any(map(str.isalpha, text)):
        return False
    parts = string.Formatter().parse(text)
    return any(character.isalpha() for literal, *_ in parts for character in literal)


def _strings_passed(tree: ast.Module) -> Iterator[str]:
    """Yield the strings that are passed to ``text`` or ``fill``, or to ``say`` for short."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and _name_of(node.func) in {"text", "fill", "say"}
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            yield str(node.args[0].value)


def _name_of(function: ast.expr) -> str:
    """Return the last name of what is called; empty where it has none."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


SENTENCES = sentences()
TRANSLATIONS = translations()


def test_sentences_of_every_kind_are_collected() -> None:
    """The collection reaches the checks and all that speaks beside them."""
    assert {
        "Find files without content.",
        "the file is not UTF-8",
        "the same identifier",
        "remedy",
        "implemented by",
        "link to this item",
        "warning",
        "the file is not TOML: {reason}",
        "{value} is not a table",
        "{name} has no list of findings",
        "the list of names is not UTF-8; save it as UTF-8",
        "{folder}: there is no conf.py; give the folder that holds it",
        "Configuration error",
        "explain a check",
        "there is no check '{name}'",
        "argument {name}: expected one argument",
        "never reviewed",
    } <= SENTENCES


def test_every_sentence_is_translated() -> None:
    """No sentence of the code is without a translation."""
    assert sorted(text for text in SENTENCES if not TRANSLATIONS.get(text)) == []


def test_every_translation_is_used() -> None:
    """No sentence of the catalogue is gone from the code."""
    assert sorted(TRANSLATIONS.keys() - SENTENCES) == []


@pytest.mark.parametrize("sentence", TRANSLATIONS)
def test_translation_has_the_places_of_its_sentence(sentence: str) -> None:
    """The same values can be filled into both."""
    assert places(TRANSLATIONS[sentence]) == places(sentence)


@pytest.mark.parametrize("sentence", TRANSLATIONS)
def test_translation_is_not_english(sentence: str) -> None:
    """No sentence is merely copied."""
    assert TRANSLATIONS[sentence] != sentence

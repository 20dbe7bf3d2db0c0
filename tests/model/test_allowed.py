"""What an expression of content may hold: judged by its form, before anything evaluates it."""

from __future__ import annotations

import ast
import builtins

import pytest
from sphinx_needs.ubquery import compile_portable

from statutory.model.allowed import MAX_LENGTH, Reason, refusal_of
from statutory.model.patterns import is_slow

ALLOWED = [
    'type == "x" and "A" in owner',
    "not (status == None or draft)",
    'status in ["open", "closed"]',
    "1 < size <= 3",
    "owner in links",
    'search("^SA-[A-Z]+", id)',
    'search("[0-9]+-[0-9]+-[0-9]+", id)',
    "len(tags) > 1 and c.this_doc()",
    'title.lower().startswith("a")',
    'fingerprint.startswith("1a2b")',
    'var.build.arch == "arm"',
    'current_need["id"] in owner',
    "size > -1",
    "((((id))))",
]

REFUSED = [
    ('__import__("os").system("x")', Reason.CALL),
    ('open("x")', Reason.CALL),
    ('eval("1")', Reason.CALL),
    ('exec("1")', Reason.CALL),
    ("ｅｖａｌ('1')", Reason.CALL),  # noqa: RUF001 - Python reads these letters as eval.
    ('getattr(title, "x")', Reason.CALL),
    ("title.format(id)", Reason.CALL),
    ('"a".join(tags)', Reason.CALL),
    ("search(title, title)", Reason.CALL),
    ('search("x", title, 2)', Reason.CALL),
    ('search("x", string=title)', Reason.CALL),
    ("len(*needs)", Reason.PYTHON),
    ("title.startswith(id)", Reason.CALL),
    ("(lambda: 1)()", Reason.CALL),
    ("().__class__.__base__", Reason.ATTRIBUTE),
    ("var.__class__", Reason.ATTRIBUTE),
    ("var.a._private", Reason.ATTRIBUTE),
    ("title.__class__", Reason.ATTRIBUTE),
    ("title.lower", Reason.ATTRIBUTE),
    ("c.this_doc", Reason.ATTRIBUTE),
    ("__builtins__", Reason.ATTRIBUTE),
    ("2 ** 9 ** 9", Reason.PYTHON),
    ('"a" * 10 ** 9', Reason.PYTHON),
    ('"%s" % title', Reason.PYTHON),
    ("[need for need in needs]", Reason.PYTHON),
    ("(need for need in needs)", Reason.PYTHON),
    ("lambda: 1", Reason.PYTHON),
    ("(found := id)", Reason.PYTHON),
    ('f"{id}"', Reason.PYTHON),
    ("{**needs}", Reason.PYTHON),
    ("id if status else title", Reason.PYTHON),
    ('needs["A"]', Reason.PYTHON),
    ("title[0]", Reason.PYTHON),
    ("await id", Reason.PYTHON),
    ("not " * 3000 + "id", Reason.SIZE),
    ("-" * 3000 + "1", Reason.SIZE),
    ("[" * 90 + "]" * 90, Reason.SIZE),
    ("[" * 300 + "]" * 300, Reason.SIZE),
    ("id" + ".lower()" * 70, Reason.SIZE),
    ("id or " * MAX_LENGTH + "id", Reason.SIZE),
    ('search("(a+)+$", title)', Reason.PATTERN),
    (f'search("{"a?" * 40}", title)', Reason.PATTERN),
]


@pytest.mark.parametrize("text", ALLOWED)
def test_comparisons_and_helpers_are_allowed(text: str) -> None:
    """What compares fields and links is let through."""
    assert refusal_of(text) is None


@pytest.mark.parametrize(("text", "reason"), REFUSED, ids=[text[:30] for text, _ in REFUSED])
def test_everything_else_is_refused(text: str, reason: Reason) -> None:
    """The reason is told, with the part of the text."""
    refusal = refusal_of(text)
    assert refusal is not None
    assert (refusal.reason, refusal.part in text) == (reason, True)


@pytest.mark.parametrize("text", ["", "a b", "x =", "import os", "\0"])
def test_what_is_no_expression_is_not_refused(text: str) -> None:
    """It is evaluated by nobody; another check tells of it."""
    assert refusal_of(text) is None


@pytest.mark.parametrize("text", ALLOWED)
def test_what_is_allowed_calls_nothing_of_python(text: str) -> None:
    """No name that is called is a function of Python's, but those of the list."""
    calls = [node.func for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    names = {func.id for func in calls if isinstance(func, ast.Name)}
    assert names & set(dir(builtins)) <= {"len"}


@pytest.mark.parametrize("text", [text for text, reason in REFUSED if reason is Reason.CALL])
def test_sphinx_needs_reads_no_call_as_portable_that_is_refused(text: str) -> None:
    """Both judge calls alike: what sphinx-needs would give to Python is refused here."""
    assert compile_portable(text).predicate is None


PORTABLE_TOO = [text for text in ALLOWED if compile_portable(text).predicate is not None]


def test_most_of_what_is_allowed_needs_no_evaluation() -> None:
    """Beyond sphinx-needs' own language only a few forms are allowed."""
    assert set(ALLOWED) - set(PORTABLE_TOO) == {
        "1 < size <= 3",
        "owner in links",
        'current_need["id"] in owner',
    }


@pytest.mark.parametrize(
    "pattern",
    [
        *("^[A-Z]{2}-(VEL|OSA)-.*", r"https?://[a-z]+\.fi/?", r"\s*a\s*b\s*"),
        *(".*foo.*bar.*", "(ab){3}", "(?i)abc", "("),
    ],
)
def test_ordinary_patterns_are_not_slow(pattern: str) -> None:
    """Repetitions that something keeps apart are quick."""
    assert not is_slow(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        *("(a+)+", "(a|a)*b", "((a?){7}){7}", "(?:a?){30}", ".*.*.*x", "a*a*a*b"),
        *(r"(\w)\1", r"(?=(a+)+)x", "[^x]*[ab]*a+c", "x" * 201),
    ],
)
def test_patterns_that_may_take_for_ever_are_known_by_their_form(pattern: str) -> None:
    """Repetitions of repetitions, and too many that can take the same, are slow."""
    assert is_slow(pattern)

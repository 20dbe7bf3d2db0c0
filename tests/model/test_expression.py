"""Filters are read as sphinx-needs compiles them, and never run."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sphinx_needs.filter_common import _is_constant_filter

from statutory.model.expression import ConstantFilterError, UnreadableFilterError, names_read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('status == "open"', ("status",)),
        ('  type in ["a", "b"] and "X" in owner', ("owner", "type")),
        ("True", ()),
        ("False", ()),
        ("not tags", ("tags",)),
        ('any(t.startswith("a") for t in tags)', ("any", "tags")),
        ('search("x", title)', ("search", "title")),
        ("(lambda a: a)(status)", ("status",)),
        ("[n for n in needs if n.id == id]", ("id", "needs")),
        ("(x := status) and x", ("status",)),
        ("[*tags]", ("tags",)),
        ("{**a}", ("a",)),
        ('f"{status}"', ("status",)),
        ("-a", ("a",)),
        ("1 == 1", ()),
        (r're.match("\d", id)', ("id", "re")),
    ],
)
def test_names_come_from_outside(text: str, names: tuple[str, ...]) -> None:
    """Names that the expression binds itself are its own."""
    assert names_read(text) == names


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ('status = "open"', '= "open"'),
        ('status == "open', '"open'),
        ("status ==", "status =="),
        ("", ""),
        ("a b", "b"),
        ("import os", "import os"),
        ("a\0b", "a\0b"),
        ("a\ud800", "a\ud800"),
        ("(" * 500, "(" * 300),
        ("a" + ".b" * 10_000, "a" + ".b" * 10_000),
        ("lambda:" * 3_000 + "a", "lambda:" * 3_000 + "a"),
    ],
    ids=lambda text: ascii(text[:20]),
)
def test_unreadable_filter_says_from_where(text: str, rest: str) -> None:
    """The part that cannot be read is named, or the whole where Python does not say."""
    with pytest.raises(UnreadableFilterError) as error:
        names_read(text)
    assert str(error.value) == rest


CONSTANTS = [
    '"open"', "0", "None", "-5", "+1.5", "...", '("a",)', '"a",', "[1]", "{1}", "{}", "()",
    "(t for t in tags)", 'f"x"', 'b"x"',
]  # fmt: skip


@pytest.mark.parametrize("text", CONSTANTS)
def test_constant_is_refused(text: str) -> None:
    """What sphinx-needs takes for the same truth on every item is no filter."""
    assert _is_constant_filter(text)
    with pytest.raises(ConstantFilterError):
        names_read(text)


@settings(derandomize=True, deadline=None, max_examples=400)
@given(st.text(alphabet="ab=<>()[]{}'\"-+*,.: \n\\f10if", max_size=14))
def test_judgement_is_that_of_sphinx_needs(text: str) -> None:
    """Any text is read, and a constant is one exactly where sphinx-needs says so."""
    try:
        names_read(text)
    except ConstantFilterError:
        assert _is_constant_filter(text.strip())
    except UnreadableFilterError:
        with pytest.raises((SyntaxError, ValueError)):
            compile(text.strip(), "<filter>", "eval")
    else:
        assert not _is_constant_filter(text.strip())

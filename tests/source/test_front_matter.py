"""Front matter is read as MyST reads it, and what acts is cleared from it."""

from __future__ import annotations

from typing import Any

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin
from myst_parser.config.main import TopmatterReadError, read_topmatter

from statutory.source.front_matter import REFUSED_KEYS, cleared, read_front_matter

REFUSED = {
    "plain": ("---\norphan: true\nmyst:\n  a: b\n---\n# X\n", [("myst", 3)]),
    "two": ("---\nhtml_meta: {a: b}\nsubstitutions:\n  x: y\n---\n", None),
    "quoted": ('---\n"myst": {}\n---\n', [("myst", 2)]),
    "escaped": ('---\n"my\\u0073t": {}\n---\n', [("myst", 2)]),
    "question": ("---\n? myst\n: {}\n---\n", [("myst", 2)]),
    "tagged": ("---\n!!str myst: {}\n---\n", [("myst", 2)]),
    "merged": ("---\na: &x {myst: {b: c}}\n<<: *x\n---\n", [("myst", 3)]),
    "merged list": ("---\n<<: [{d: e}, {myst: {}}]\n---\n", [("myst", 2)]),
    "anchored": ("---\n&a myst: &b {c: d}\n---\n", [("myst", 2)]),
    "flow": ("---\n{orphan: true, myst: {a: b},\n  tocdepth: 2}\n---\n", [("myst", 2)]),
    "opened with more": ("---x\nmyst: {}\n---\n# X\n", [("myst", 2)]),
    "opened with dashes": ("-----\nmyst: {}\n-----\n# X\n", [("myst", 2)]),
    "not closed": ("---\nmyst: {}\n", [("myst", 2)]),
    "not closed for Markdown": ("---\nmyst: {}\n---x\n# X\n", [("myst", 2)]),
    "closed with dots": ("---\nmyst: {}\n...\n# X\n", [("myst", 2)]),
    "separator": ("---\u2028myst: {}\u2028---\n# X\n", [("myst", 1)]),
    "separator within": ("---\norphan: true\u2028myst: {}\n---\n# X\n", [("myst", 2)]),
    "form feed": ("---\n\x0cmyst: {}\n---\n# X\n", [("myst", 2)]),
    "twice": ("---\nmyst: {a: b}\nmyst: {c: d}\n---\n", None),
    "notebook": ("---\nkernelspec: {name: python3}\njupytext: {}\n---\n", None),
    "nested again": ("---\nx: |\n  ---\n  myst: {}\nmyst: {}\n---\n", [("myst", 5)]),
    "value with lines": ('---\nt: "a\\nb\\u2028c"\nmyst: {}\n---\n', [("myst", 3)]),
    "date": ("---\nd: 2018-01-31\nn: 1.5\nb: ~\nmyst: {}\n---\n", [("myst", 5)]),
}
ALLOWED = {
    "none": "# X\n\nmyst: {}\n",
    "later": "\n---\nmyst: {}\n---\n",
    "indented": " ---\nmyst: {}\n---\n",
    "plain keys": "---\norphan: true\ntitle: myst\nx: {myst: {}}\n---\n# X\n",
    "a list": "---\n- myst\n---\n",
    "broken": "---\nmyst: {\n---\n",
    "no date": "---\nmyst: 2021-99-99\n---\n",
    "empty": "---\n---\n",
    "nothing": "",
    "only dashes": "---",
    "case": "---\nMyst: {}\n---\n",
}


def read_by_myst(text: str) -> dict[str, Any]:
    """Return what MyST takes from the front of a page."""
    try:
        return read_topmatter(text) or {}
    except TopmatterReadError:
        return {}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_keys_are_found_at_their_lines(name: str) -> None:
    """However YAML lets them be written."""
    text, expected = REFUSED[name]
    found = read_front_matter(text)
    assert found is not None
    assert dict(found.values) == read_by_myst(text)
    assert {key for key, _ in found.refused} == REFUSED_KEYS & read_by_myst(text).keys()
    assert expected is None or list(found.refused) == expected


@pytest.mark.parametrize("name", REFUSED)
def test_cleared_page_has_the_rest_on_the_same_lines(name: str) -> None:
    """MyST finds no refused key; what is not front matter stays where and what it was."""
    text, _ = REFUSED[name]
    left = cleared(text)
    wanted = {key: value for key, value in read_by_myst(text).items() if key not in REFUSED_KEYS}
    kept = read_by_myst(left)
    assert not REFUSED_KEYS & kept.keys()
    assert kept in ({}, wanted)
    assert left.count("\n") == text.count("\n")
    assert left.endswith("# X\n") == text.endswith("# X\n")
    assert cleared(left) == left


@pytest.mark.parametrize("name", ["plain", "merged", "flow", "date", "value with lines"])
def test_allowed_keys_of_a_cleared_page_still_count(name: str) -> None:
    """To Markdown it is front matter still, with everything else that was in it."""
    text, _ = REFUSED[name]
    tokens = MarkdownIt().use(front_matter_plugin).parse(cleared(text))
    assert tokens[0].type == "front_matter"
    wanted = {key: value for key, value in read_by_myst(text).items() if key not in REFUSED_KEYS}
    assert read_by_myst(cleared(text)) == wanted


@pytest.mark.parametrize("name", ALLOWED)
def test_page_without_refused_keys_stays_as_it_is(name: str) -> None:
    """Plain keys, broken YAML and text that only looks like it are left to MyST."""
    text = ALLOWED[name]
    found = read_front_matter(text)
    assert found is None or found.refused == ()
    assert cleared(text) == text
    assert not REFUSED_KEYS & read_by_myst(text).keys()

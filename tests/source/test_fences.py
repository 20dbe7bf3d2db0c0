"""Fences, against CommonMark as markdown-it-py reads it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.colon_fence import colon_fence_plugin

from statutory.source.fences import Fence, find_fences

ROOT = Path(__file__).parents[2]
CONTENT = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("strategy", "requirements", "docs")
    for path in (ROOT / folder).rglob("*.md")
)
PROPERTY = settings(derandomize=True, deadline=None, max_examples=400)
COMMONMARK = MarkdownIt("commonmark")
WITH_COLONS = MarkdownIt("commonmark").use(colon_fence_plugin)

Found = tuple[str, str, int, int, bool]
"""Marks, information, first line, last line and whether it is closed."""


def by_oracle(parser: MarkdownIt, lines: Sequence[str]) -> list[Found]:
    """Return the fences of some lines that no list and no quote holds."""
    found = []
    for token in parser.parse("\n".join(lines) + "\n"):
        if token.type in {"fence", "colon_fence"} and token.level == 0:
            assert token.map is not None
            first, end = token.map
            closed = token.content.count("\n") < end - first - 1
            found.append((token.markup, token.info.strip(), first, end - 1, closed))
    return found


def by_scanner(lines: Sequence[str], *, colon_fences: bool) -> list[Found]:
    """Return the fences that the scanner finds."""
    return [
        (fence.marks, fence.info, fence.first, fence.last, fence.closed)
        for fence in find_fences(lines, colon_fences=colon_fences)
    ]


# Lists, block quotes and HTML other than comments are left out: the scanner leaves them
# to Sphinx. So are directives with a backquote in the title: Markdown has them as text.
_indents = st.sampled_from(["", "", "", " ", "  ", "   "])
_infos = st.sampled_from(
    [
        *("", "", "", " ", "\t", "python", " {tavoite} Palvelut", "{tavoite}", "a`b", "a~b", "a:b"),
        *("```", "~~~", ":::", "\u2028", "x  "),
    ]
)
_fence_lines = st.builds(
    lambda indent, mark, count, info: indent + mark * count + info,
    _indents,
    st.sampled_from("```~~:"),
    st.integers(2, 5),
    _infos,
)
_other_lines = st.sampled_from(
    [
        *("", "", "  ", "\t", "Tekstiä", "  tekstiä", "    koodia", "# Otsikko", "===", "---"),
        *("    ```", "\t```", " \t~~~", "teksti ```", "`` ` ``", "\\```", "[a]: b", "***"),
        *("<!--", "  <!-- a", "-->", "b --> c", "<!-- a -->", "    <!--", "a <!-- b", "<!-->"),
        *("\x0c```", "\u00a0```", "\u2003~~~", ":id: x", "---\t", "&#96;``", "| a |"),
    ]
)
documents = st.lists(_fence_lines | _other_lines, min_size=1, max_size=12)


@PROPERTY
@given(documents)
@example(["```", "    ```", "```"])
@example(["````", "```", "````"])
@example(["```", "~~~", "```", "~~~"])
@example(["``` a`b", "```"])
@example(["<!--", "```", "-->", "```", "-->"])
@example(["teksti", "    ```", "```", ""])
def test_fences_are_those_of_commonmark(lines: list[str]) -> None:
    """Marks, information, both lines and the end of each are as CommonMark has them."""
    assert by_scanner(lines, colon_fences=False) == by_oracle(COMMONMARK, lines)


@PROPERTY
@given(documents)
@example([":::", "```", ":::", "```"])
@example(["```", ":::", "```", ":::"])
@example(["::::{note}", ":::", "::::"])
def test_colon_fences_are_those_of_myst(lines: list[str]) -> None:
    """Where the project writes colons, they nest with the other marks as MyST has them."""
    # MyST lets a colon fence begin within a paragraph, as the plugin does.
    assert by_scanner(lines, colon_fences=True) == by_oracle(WITH_COLONS, lines)


@pytest.mark.parametrize("path", CONTENT)
def test_fences_of_the_content_are_those_of_commonmark(path: str) -> None:
    """The files that are shipped hold no fence that the scanner sees otherwise."""
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    assert by_scanner(lines, colon_fences=False) == by_oracle(COMMONMARK, lines)


def test_content_has_files_of_each_folder() -> None:
    """The comparison above is of something."""
    assert {path.partition("/")[0] for path in CONTENT} == {"strategy", "requirements", "docs"}


TABLE = [
    (["```"], [Fence("```", "", 0, 0, 0, closed=False)]),
    (["```", "```"], [Fence("```", "", 0, 1, 0, closed=True)]),
    (["  ~~~~ {a}  b ", "~~~", " ~~~~~\t"], [Fence("~~~~", "{a}  b", 0, 2, 2, closed=True)]),
    (["x", "```a", "```b", ""], [Fence("```", "a", 1, 3, 0, closed=False)]),
    (["``", "    ```", "a ```"], []),
    ([], []),
]


@pytest.mark.parametrize(("lines", "expected"), TABLE)
def test_fence_tells_its_lines(lines: list[str], expected: list[Fence]) -> None:
    """Lines count from the first given; an unclosed fence runs to the last."""
    assert list(find_fences(lines, colon_fences=False)) == expected


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        (["```", "a", "b", "```", "c"], [1, 2]),
        (["```", "```"], []),
        (["```", "a", "b"], [1, 2]),
        (["```"], []),
    ],
)
def test_body_is_what_stands_between(lines: list[str], body: list[int]) -> None:
    """Neither fence is of the body; without a closing line the last line is."""
    (fence,) = find_fences(lines, colon_fences=False)
    assert list(fence.body) == body


def test_colons_are_text_where_the_project_has_no_colon_fences() -> None:
    """The same lines hold a fence only where MyST would see it."""
    lines = [":::{note}", "a", ":::"]
    assert list(find_fences(lines, colon_fences=False)) == []
    assert list(find_fences(lines, colon_fences=True)) == [
        Fence(":::", "{note}", 0, 2, 0, closed=True)
    ]


COMMENTS = [
    (["<!--", "```", "-->", "```a", "```"], [3]),
    (["<!-- a -->", "```", "```"], [1]),
    (["<!-- a --> b", "```", "```"], [1]),
    (["<!--", "```", "```"], []),
    (["<!--", "", "```", "", "-->"], []),
    (["   <!--", "```", "-->"], []),
    (["    <!--", "```", "-->"], [1]),
    (["a <!--", "```", "-->"], [1]),
    (["```", "<!--", "```", "```", "-->"], [0, 3]),
    (["<!-->", "```"], [1]),
]


@pytest.mark.parametrize(("lines", "first"), COMMENTS)
def test_comment_hides_its_fences(lines: list[str], first: list[int]) -> None:
    """A comment ends where it says so, and a fence in it opens nothing."""
    assert [fence.first for fence in find_fences(lines, colon_fences=False)] == first
    assert [found[2] for found in by_oracle(COMMONMARK, lines)] == first


def test_backquote_in_a_title_is_read_as_it_was_meant() -> None:
    """The closing line belongs to the directive, and opens nothing."""
    lines = ["```{osaalue} Tila `A`", ":id: A", "```", "Tekstiä."]
    assert by_scanner(lines, colon_fences=False) == [("```", "{osaalue} Tila `A`", 0, 2, True)]


@pytest.mark.parametrize("marker", ["-", "*", "1.", "12)"])
def test_fence_on_the_first_line_of_a_list_item_is_left_to_sphinx(marker: str) -> None:
    """Its closing line opens nothing, and what follows is found."""
    indent = " " * (len(marker) + 1)
    lines = [f"{marker} ```{{osaalue}} A", f"{indent}:id: A", f"{indent}```", "```", "x", "```"]
    assert by_scanner(lines, colon_fences=False) == [("```", "", 3, 5, True)]


def test_fence_that_its_list_item_ends_is_left_to_sphinx() -> None:
    """A line at the margin ends the item and the fence in it."""
    lines = ["- ```", "Tekstiä.", "```", "x", "```"]
    assert by_scanner(lines, colon_fences=False) == [("```", "", 2, 4, True)]

"""Options, against MyST-Parser's own reading of a directive."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pytest
from docutils.parsers.rst import Directive, directives
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from myst_parser.parsers.directives import DirectiveParsingResult, parse_directive_text

from statutory.model.document import Loss, LostOption, Option
from statutory.source.options import OptionBlock, find_lost, read_options

PROPERTY = settings(derandomize=True, deadline=None, max_examples=400)
OPENING_LINE = 10
NO_OPTION = "-"
_UNKNOWN = re.compile(r"Unknown option key: (?P<name>'[^']*'|\"[^\"]*\") ")


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How a directive is read.

    :param values: The value that each option has in the end.
    :param lines: The line of each option in the file, of the last where there are several.
    :param body: The lines behind the options, without blank ones at the end.
    :param length: The number of lines of the options.
    """

    values: dict[str, str]
    lines: dict[str, int]
    body: list[str]
    length: int


def by_myst(lines: Sequence[str], *, names: Iterable[str] = ()) -> Reading | None:
    """Return MyST's reading, or ``None`` where it drops the options as unreadable."""
    lenient = _parse(lines, [NO_OPTION])
    if any(warning.msg.startswith("Invalid options format") for warning in lenient.warnings):
        return None
    unknown = ((_UNKNOWN.match(warning.msg), warning.lineno) for warning in lenient.warnings)
    at = {
        ast.literal_eval(match["name"]): line
        for match, line in unknown
        if match and line is not None
    }
    length = lenient.body_offset - lenient.blank_line_removed
    blank = [lines[length]] if lenient.blank_line_removed else []
    return Reading(
        values=_parse(lines, {*names, *at, NO_OPTION}).options,
        lines=at,
        body=_trimmed(blank + lenient.body),
        length=length,
    )


def _parse(lines: Sequence[str], names: Iterable[str]) -> DirectiveParsingResult:
    """Return what MyST makes of a directive that has some options."""
    spec = dict.fromkeys(names, directives.unchanged)
    members = {"option_spec": spec, "optional_arguments": 1, "has_content": True}
    kind: type[Directive] = type("Kind", (Directive,), members)
    content = "".join(f"{line}\n" for line in lines)
    return parse_directive_text(kind, "Title", content, line=OPENING_LINE)


def by_scanner(lines: Sequence[str]) -> Reading:
    """Return the scanner's reading."""
    block = read_options(lines, OPENING_LINE + 1)
    return Reading(
        values={option.name: option.value for option in block.options},
        lines={option.name: option.line for option in block.options},
        body=_trimmed(list(lines[block.length :])),
        length=block.length,
    )


def _trimmed(lines: list[str]) -> list[str]:
    """Return lines without the blank ones at the end, which no reading depends on."""
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


_names = st.sampled_from(["id", "nimi", "a-b", "a_b", "lähde", "'id'", '"nimi"', "a b"])
_values = st.sampled_from(
    [
        *("", "", "arvo", "A, B", "a: b", "a:b", "2018-02/..", "'arvo'", "'it''s'", '"a \\" b"'),
        *('"a" b', "'auki", '"auki', "a # b", "# b", "a#b", "|", ">", "|-", "| x", "[a]", "&a"),
        *("*a", "%a", "@a", "!a", "\\", "a  b", "\ta", "a\t", "'a' # b", ":a:", "---", "\u00a0"),
    ]
)
_colon_lines = st.builds("{}:{}: {}".format, st.sampled_from(["", "", "  ", "\t"]), _names, _values)
_plain_lines = st.builds("{}: {}".format, _names, _values)
_odd_lines = st.sampled_from(
    [
        *("", "", "  ", ":", "::", ":id", ":id:", ":id:x", ":  jatkuu", "  jatkuu", ":# a", "# a"),
        *(":::{note}", "::::", "---", "----", "  ---", "```{note}", "Tekstiä.", ":- a", ": a: b"),
    ]
)
blocks = st.one_of(
    st.lists(_colon_lines | _odd_lines, max_size=7),
    st.lists(_plain_lines | _odd_lines, max_size=6).map(lambda lines: ["---", *lines]),
    st.lists(_plain_lines, max_size=4).map(lambda lines: ["---", *lines, "---", "Tekstiä."]),
)


@PROPERTY
@given(blocks)
@example([":id: A", ":nimi: a", "", ":id: B"])
@example(["---", "id: A", "nimi: |", "  a", "  b", "---", ":id: B"])
@example([":nimi: |", ":  a", ":  b", ":id: B"])
@example(["---", "id: A"])
@example(["", ":id: A"])
def test_options_are_those_that_myst_reads(lines: list[str]) -> None:
    """Values, lines and the end of the options are as MyST has them."""
    read = by_myst(lines)
    assume(read is not None)
    assert by_scanner(lines) == read


@PROPERTY
@given(blocks)
def test_block_that_myst_drops_ends_where_myst_ends_it(lines: list[str]) -> None:
    """The body is MyST's, whether or not the options can be read."""
    scanned = by_scanner(lines).body
    if scanned and not scanned[0].strip():
        scanned = scanned[1:]
    assert scanned == _trimmed(_parse(lines, [NO_OPTION]).body)


def options_of(text: str) -> list[tuple[str, str, int]]:
    """Return the options of the lines of a text, the first of which is line 1."""
    block = read_options(text.split("\n"), 1)
    return [(option.name, option.value, option.line) for option in block.options]


TABLE = [
    ("", [], 0),
    ("Tekstiä.", [], 0),
    (":id: A", [("id", "A", 1)], 1),
    (":id: A\n:nimi: b c\n\nTekstiä.", [("id", "A", 1), ("nimi", "b c", 2)], 2),
    (":id: A\n\n:nimi: b", [("id", "A", 1)], 1),
    (":id:\n:nimi: b", [("id", "", 1), ("nimi", "b", 2)], 2),
    (":id: 'A: B'\n:nimi: \"b # c\"", [("id", "A: B", 1), ("nimi", "b # c", 2)], 2),
    (":id: A # b\n:nimi: c", [("id", "A", 1), ("nimi", "c", 2)], 2),
    (":# a\n:nimi: c", [("nimi", "c", 2)], 2),
    (":id: A\n:  B\n:nimi: c", [("id", "A B", 1), ("nimi", "c", 3)], 3),
    (":nimi: |\n:  a\n:  b\n:id: A", [("nimi", "a\nb\n", 1), ("id", "A", 4)], 4),
    ("  :id: A\n\t:nimi: b", [("id", "A", 1), ("nimi", "b", 2)], 2),
    (":id: A\n:::{note}\n:nimi: b", [("id", "A", 1)], 1),
    ("---\nid: A\nnimi: b\n---\n:c: d", [("id", "A", 2), ("nimi", "b", 3)], 4),
    ("---\n\n  id: A\n  nimi: |\n    b\n    c\n---", [("id", "A", 3), ("nimi", "b\nc", 4)], 7),
    ("---\nid: A", [("id", "A", 2)], 2),
    ("---\n---\n:id: A", [], 2),
    ("----\nid: A\n-----\n", [("id", "A", 2)], 3),
    ("---", [], 1),
    ("\n---\nid: A", [], 0),
    (" ---\nid: A", [], 0),
]


@pytest.mark.parametrize(("text", "options", "length"), TABLE)
def test_options_with_their_lines(
    text: str, options: list[tuple[str, str, int]], length: int
) -> None:
    """Each option has the value that MyST reads and the line on which it stands."""
    assert options_of(text) == options
    assert read_options(text.split("\n"), 1).length == length
    read = by_myst(text.split("\n"), names=[name for name, _, _ in options])
    assert read is not None
    assert read.values == {name: value for name, value, _ in options}


UNREADABLE = [
    (':id: A\n:nimi: "b\n:c: d', [("id", "A", 1), ("nimi", '"b', 2), ("c", "d", 3)]),
    (':id: A\n:nimi: "b" c', [("id", "A", 1), ("nimi", '"b" c', 2)]),
    (":id: A\n:nimi\n:c: d", [("id", "A", 1), ("c", "d", 3)]),
    ("  :id: A\n  :nimi: 'b", [("id", "A", 1), ("nimi", "'b", 2)]),
    ("---\nid: A\nnimi: 'b\n---", [("id", "A", 2), ("nimi", "'b", 3)]),
    (':id:\n:nimi: "b', [("id", "", 1), ("nimi", '"b', 2)]),
]


@pytest.mark.parametrize(("text", "options"), UNREADABLE)
def test_block_that_myst_drops_has_what_its_lines_seem_to_mean(
    text: str, options: list[tuple[str, str, int]]
) -> None:
    """An item that is lost has a name, and its options have lines."""
    assert by_myst(text.split("\n")) is None
    assert options_of(text) == options


LOST = [
    (":a: b", []),
    (":a: b\n\n:c: d", [("c", 3, Loss.BELOW)]),
    ("Tekstiä.\n  :c: d\n:e:", [("c", 2, Loss.BELOW), ("e", 3, Loss.BELOW)]),
    (":a: b\n:c\n:::x", [("c", 2, Loss.NO_COLON)]),
    (":a: b # c\n:d: 'e # f'", [("a", 1, Loss.COMMENT)]),
    (":a: b\n  c\n:d: e", [("a", 2, Loss.CONTINUATION), ("d", 3, Loss.BELOW)]),
    (":a: b,\nc", [("a", 2, Loss.CONTINUATION)]),
    (":a: b\nc", []),
    (":a: b,\n\nc", []),
    ("---\na: b\n---\n:c: d", [("c", 4, Loss.BELOW)]),
    ("---\na: b # c\n---", [("a", 2, Loss.COMMENT)]),
    (":a: b\n**C:** d\n:e: f", [("C", 2, Loss.BEGINNING), ("e", 3, Loss.BELOW)]),
    (":a: b\nc: d", [("c", 2, Loss.BEGINNING)]),
    (":a: b\n- :c: d", [("c", 2, Loss.BEGINNING)]),
    ("\uff1ac\uff1a d", [("c", 1, Loss.BEGINNING)]),
    ("`:c:` d", [("c", 1, Loss.BEGINNING)]),
    (":a: b\n\nc: d", []),
]


@pytest.mark.parametrize(("text", "expected"), LOST)
def test_what_myst_does_not_read_is_found(text: str, expected: list[tuple[str, int, Loss]]) -> None:
    """Options among the text, values cut short and lines that go on are named."""
    lines = text.split("\n")
    block = read_options(lines, 1)
    lost = find_lost(block, lines[block.length :], 1 + block.length)
    assert [(option.name, option.line, option.loss) for option in lost] == expected


def test_lines_count_from_the_one_given() -> None:
    """The first line given has the number given, in every kind of block."""
    assert read_options([":a: b"], 7) == OptionBlock((Option("a", "b", 7),), 1)
    assert read_options(["---", "a: b # c", "---"], 7) == OptionBlock(
        (Option("a", "b", 8),), 3, commented=(8,)
    )
    cause = LostOption("a", "'b", 7, Loss.OPEN_QUOTE)
    assert read_options([":a: 'b"], 7) == OptionBlock(
        (Option("a", "'b", 7),), 1, dropped=True, cause=cause
    )


MARKS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_with_marks = st.builds(
    lambda line, mark, place: (
        line[: place % (len(line) + 1)] + mark + line[place % (len(line) + 1) :]
    ),
    _colon_lines | _odd_lines | _plain_lines,
    st.sampled_from([*MARKS, "\x1f", "\xa0", "\u200b", "\ufeff"]),
    st.integers(0, 30),
)
broken_blocks = st.one_of(
    st.lists(_colon_lines | _with_marks, max_size=5),
    st.lists(_plain_lines | _with_marks, max_size=4).map(lambda lines: ["---", *lines, "---"]),
)


@PROPERTY
@given(broken_blocks)
@example([":id: A\x0b", ":nimi: b"])
@example(["\x0b:id: A", ":nimi: b"])
@example([":id\x0b: A", ":nimi: b"])
@example([":id: A # b\u2028", ":nimi: b"])
@example(["---", "id: A\u2028nimi: b", "c: d", "---"])
def test_lines_end_for_the_options_where_they_end_for_myst(lines: list[str]) -> None:
    """Whatever ends a line for MyST does so here, at any place of any line."""
    read = by_myst(lines)
    assume(read is not None)
    scanned = by_scanner(lines)
    assert read is not None
    assert scanned.values == read.values
    assert list(scanned.lines) == list(read.lines)


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(
    ("line", "name"),
    [(":c: d#", "c"), ("#:c: d", "c"), (":#c: d", ""), (":c#: d", ""), (":c: #d", "c"),
     (":c: d # e#", "c"), (":c: 'd#'", "c")],
)  # fmt: skip
def test_options_below_a_hidden_break_are_lost(line: str, name: str, mark: str) -> None:
    """The line of the break is named wherever in it the break stands."""
    lines = [":a: b", line.replace("#", mark), ":e: f"]
    if line.count("#") > 1:
        lines[1] = f":c: d # e{mark}"
    block = read_options(lines, 1)
    lost = find_lost(block, lines[block.length :], 1 + block.length)
    assert block.broken_line == 2
    hidden = [option for option in lost if option.loss is Loss.HIDDEN_BREAK]
    assert [(option.name, option.line) for option in hidden] == [(name, 2)]
    below = [] if block.dropped and line != ":c: 'd#'" else [("e", 3)]
    assert [(it.name, it.line) for it in lost if it.loss is Loss.BELOW] == below


@pytest.mark.parametrize("escape", ["\\UFFFFFFFF", "\\U00110000"])
def test_escape_of_no_character_drops_the_block(escape: str) -> None:
    """An escape beyond Unicode is one more thing that cannot be read, not a crash."""
    assert options_of(f':id: A\n:nimi: "{escape}"') == [
        ("id", "A", 1),
        ("nimi", f'"{escape}"', 2),
    ]


def test_text_behind_the_closing_dashes_is_body() -> None:
    """MyST takes what follows the dashes on their line for the first line of the body."""
    lines = ["---", "id: A", "--- Tekstiä.", "Lisää."]
    read = by_myst(lines)
    assert read is not None
    assert (read.length, read.body) == (2, ["Tekstiä.", "Lisää."])
    assert (by_scanner(lines).values, by_scanner(lines).length) == ({"id": "A"}, 3)

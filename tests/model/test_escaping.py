"""What terminals and build servers are given of content: all visible, nothing obeyed."""

from __future__ import annotations

import pytest

from statutory.messages import Messages, PrintedMessages
from statutory.model.escaping import LIMIT, escape, escape_line, escape_lines, escape_value


@pytest.mark.parametrize("text", ["", "Äänestys – 5 §", "a::b", "日本", "\N{GRINNING FACE}"])
def test_what_can_be_seen_stays(text: str) -> None:
    """Letters of any script are no danger."""
    assert escape_line(escape_value(text)) == text


@pytest.mark.parametrize(
    "char",
    [
        *("\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\r", "\t", "\v"),
        *("\u061c", "\u200b", "\u200e", "\u202e", "\u2028", "\u2066", "\ufeff", "\u00ad"),
        *("\u00a0", "\U000e0041", "\udc80"),
    ],
)
def test_what_cannot_be_seen_is_shown_as_its_number(char: str) -> None:
    """Nothing that a terminal obeys is left."""
    assert escape(f"a{char}b") == f"a\\u{{{ord(char):x}}}b"


def test_lines_of_a_value_are_one_line() -> None:
    """A finding stays on its line, whatever it repeats."""
    assert escape_value("one\n  two\n\n::error::x") == "one two ::error::x"


def test_long_values_are_cut() -> None:
    """A value of any length gives a line that can be read."""
    assert escape_value("x" * 100_000) == "x" * (LIMIT - 1) + "…"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error file=a::x", r"\::error file=a::x"),
        ("  ::stop-commands::t", r"  \::stop-commands::t"),
        ("a ::error::x", "a ::error::x"),
        ("a ##[error]x", r"a #\#[error]x"),
        ("one\n::error::x\n##[add-mask]y", "one\n\\::error::x\n#\\#[add-mask]y"),
    ],
)
def test_no_line_is_a_command_to_a_build_server(text: str, shown: str) -> None:
    """Commands of either form are broken where they would count; a second time changes nothing."""
    assert escape_lines(text) == shown
    assert escape_lines(shown) == shown


def test_only_printed_messages_escape_values() -> None:
    """Pages show the text as it is: soft hyphens belong there."""
    values = {"text": "a\u00adb", "count": 3}
    assert Messages("en").fill("{count} {text}", values) == "3 a\u00adb"
    assert PrintedMessages("en").fill("{count} {text}", values) == r"3 a\u{ad}b"

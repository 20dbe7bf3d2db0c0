"""Directives as they are scanned: which identifier is theirs, and that they are sound."""

from __future__ import annotations

import pytest

from statutory.model.document import Directive, Loss, LostOption, Option
from statutory.model.location import Location


def directive(read: list[str], lost: list[str]) -> Directive:
    """Return a directive with identifiers that MyST reads, and some that it loses."""
    return Directive(
        name="plan",
        title="Plan",
        location=Location("page.md", 1),
        end_line=9,
        options=tuple(Option("id", value, line) for line, value in enumerate(read, start=2)),
        lost=tuple(LostOption("id", value, 7, Loss.BELOW) for value in lost),
    )


@pytest.mark.parametrize(
    ("read", "lost", "id_"),
    [
        (["A"], [], "A"),
        (["A", "B"], [], "B"),
        (["A", "B", "C"], ["X"], "C"),
        ([], ["X", "Y"], "X"),
        ([""], ["X"], ""),
        ([], [], ""),
    ],
)
def test_identifier_is_the_last_read_or_else_the_first_lost(
    read: list[str], lost: list[str], id_: str
) -> None:
    """Of an option that is written twice MyST takes the last."""
    assert directive(read, lost).id == id_


def test_directive_is_sound_unless_the_scanner_says_otherwise() -> None:
    """Nothing is wrong with a block in which nothing was found."""
    sound = directive(["A"], [])
    assert (sound.options_dropped, sound.in_code, sound.fault) == (False, False, None)
    assert sound.bad_escape_line == 0

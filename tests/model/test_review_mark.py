"""Review marks: how they are written, and what is taken for one."""

from __future__ import annotations

import pytest

from statutory.model.review_mark import is_review_mark, review_mark


def test_mark_holds_eight_digits() -> None:
    """A mark that an author has in a file must not change its length from one day to another."""
    assert review_mark("print", "1a2b3c4d5e6f") == 'print.startswith("1a2b3c4d")'
    assert review_mark("print", "1a2b3c4d5e6f", quote="'") == "print.startswith('1a2b3c4d')"


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ('print.startswith("1a2b3c4d")', True),
        (" print.startswith('1a2b') ", True),
        ('other.startswith("1a2b3c4d")', False),
        ("print.startswith(\"1a2b')", False),
        ('print.startswith("xyz")', False),
        ('print.startswith("1a2b") and status', False),
        ('status == "open"', False),
        ("", False),
    ],
)
def test_other_conditions_are_no_marks(condition: str, *, expected: bool) -> None:
    """A condition of the author's own stays the author's."""
    assert is_review_mark(condition, "print") is expected

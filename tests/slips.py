"""Slips: texts with one line changed, for tests that ask where a slip is found."""

from __future__ import annotations


def changed_line(before: str, after: str) -> int:
    """Return the number of the first line in which two texts of as many lines differ."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    return [old != new for old, new in pairs].index(True) + 1

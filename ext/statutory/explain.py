"""The documentation of a check, in the terminal."""

from __future__ import annotations

from statutory.checks import Check


def render(check: Check) -> str:
    """Return x."""
    return check.name

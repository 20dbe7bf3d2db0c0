"""Review marks: the condition that a target still says what it said when it was reviewed.

A mark reads ``fingerprint.startswith("1a2b3c4d")``, with the project's name of the field.
It holds no comma, since sphinx-needs takes every comma for the end of a target.
"""

from __future__ import annotations

import re

DIGITS = 8
"""How many hexadecimal digits of a fingerprint a mark holds."""

_MARK = re.compile(r"""(\w+)\.startswith\((["'])([0-9a-f]+)\2\)""")


def review_mark(field: str, fingerprint: str, *, quote: str = '"') -> str:
    """Return the mark of a fingerprint.

    :param field: The field that holds the fingerprint.
    :param quote: The quotation mark around the digits.
    """
    return f"{field}.startswith({quote}{fingerprint[:DIGITS]}{quote})"


def is_review_mark(condition: str, field: str) -> bool:
    """Say whether a condition is a review mark, and not another one of the author's."""
    match = _MARK.fullmatch(condition.strip())
    return match is not None and match[1] == field

"""reStructuredText: the lines of the options below the opening line of a directive."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OPENING = re.compile(r"\s*\.\. [\w:.-]+::(?:\s|$)")
_OPTION = re.compile(r"\s+:(?P<name>[\w-]+):(?:\s|$)")


def option_lines(lines: Sequence[str], opening: int) -> dict[str, int]:
    """Return the line of each option of a directive, by name; nothing where none opens.

    The options end at the first blank line, as docutils reads them.

    :param lines: All lines of the file.
    :param opening: The line that opens the directive, counted from 1.
    """
    if not 1 <= opening <= len(lines) or not _OPENING.match(lines[opening - 1]):
        return {}
    found: dict[str, int] = {}
    for number, line in enumerate(lines[opening:], start=opening + 1):
        if not line.strip():
            break
        option = _OPTION.match(line)
        if option is not None:
            found.setdefault(option["name"], number)
    return found

"""Text of the content as terminals and the logs of build servers may be given it.

Content can hold what a terminal obeys (escape sequences), what turns the order of letters
round, what cannot be seen, and lines that a build server takes for commands. All of it is
shown as what it is.
"""

from __future__ import annotations

LIMIT = 200
"""The number of characters that are shown of a value."""

_COMMAND, _SHOWN_COMMAND = "::", r"\::"
"""How a command to GitHub's runner begins a line, and how it is broken."""

_OLD_COMMAND, _SHOWN_OLD_COMMAND = "##[", r"#\#["
"""How its older form stands anywhere in a line, and how it is broken."""


def escape(text: str) -> str:
    r"""Return a text with each character that cannot be seen as ``\u{…}``, on one line."""
    if text.isprintable() and _OLD_COMMAND not in text:
        return text
    shown = "".join(char if char.isprintable() else f"\\u{{{ord(char):x}}}" for char in text)
    return shown.replace(_OLD_COMMAND, _SHOWN_OLD_COMMAND)


def escape_value(text: str) -> str:
    """Return a value of a sentence: its lines as one, all of it visible, and no longer than it may.

    A line end counts as a blank.
    """
    line = text if "\n" not in text else " ".join(filter(None, map(str.strip, text.split("\n"))))
    cut = line if len(line) <= LIMIT else f"{line[: LIMIT - 1]}…"
    return escape(cut)


def escape_lines(text: str) -> str:
    """Return a text of several lines, none of which a build server takes for a command."""
    return "\n".join(map(escape_line, text.split("\n")))


def escape_line(line: str) -> str:
    """Return a text that begins a line."""
    shown = escape(line)
    if shown.lstrip().startswith(_COMMAND):
        return shown.replace(_COMMAND, _SHOWN_COMMAND, 1)
    return shown

"""Options of MyST directives, with the line of each.

The reading of values is MyST-Parser's own: its tokenizer imports without docutils.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from textwrap import dedent

from myst_parser.parsers.options import TokenizeError, options_to_tokens

from statutory.model.document import Loss, LostOption, Option

_LOOKS_LIKE_OPTION = re.compile(r"\s*:(?P<name>[^\W\d][\w-]*):(?:\s+(?P<value>.*))?")


@dataclass(frozen=True, slots=True)
class OptionBlock:
    """What stands between a directive's opening line and its body.

    :param options: The options that MyST reads, in the order written.
    :param length: The number of lines of the block, its own fences among them.
    :param commented: The lines on which a number sign cuts a value short.
    :param broken_line: The line whose hidden line break ends the block; 0 for none.
    :param bad_escape_line: The line of an escape of no character, at which MyST fails.
    :param dropped: Whether MyST cannot read the block and drops all of it.
    """

    options: tuple[Option, ...]
    length: int
    commented: tuple[int, ...] = ()
    broken_line: int = 0
    bad_escape_line: int = 0
    dropped: bool = False


def read_options(lines: Sequence[str], first_line: int) -> OptionBlock:
    """Read the options at the beginning of a directive.

    :param lines: The lines between the directive's fences.
    :param first_line: The number of the first of these lines in the file.
    """
    if lines and lines[0].startswith("---"):
        closers = (n for n, line in enumerate(lines[1:], start=1) if line.startswith("---"))
        end = next(closers, len(lines))
        text = dedent("\n".join(lines[1:end]))
        return _block(text, first_line + 1, min(end + 1, len(lines)))
    length = next((n for n, line in enumerate(lines) if not _is_option_line(line)), len(lines))
    broken = next((n for n in range(length) if len(lines[n].splitlines()) > 1), None)
    if broken is not None:
        length = broken + 1
    # Where a line breaks within, MyST reads only what stands before the break.
    text = "\n".join(line.splitlines()[0].lstrip()[1:] for line in lines[:length])
    block = _block(text, first_line, length)
    return block if broken is None else replace(block, broken_line=first_line + broken)


def find_lost(
    block: OptionBlock, content: Sequence[str], first_line: int
) -> tuple[LostOption, ...]:
    """Return what was meant as an option but MyST does not read.

    :param block: The options that it reads.
    :param content: The lines behind the options, outside any fences among them.
    :param first_line: The number of the first of these lines in the file.
    """
    by_line = {option.line: option.name for option in block.options}
    lost = [LostOption(by_line.get(line, ""), "", line, Loss.COMMENT) for line in block.commented]
    if block.broken_line:
        name = by_line.get(block.broken_line, "")
        lost.append(LostOption(name, "", block.broken_line, Loss.HIDDEN_BREAK))
    last = block.options[-1] if block.options else None
    if last and content and _goes_on(last, content[0]):
        lost.append(LostOption(last.name, content[0].strip(), first_line, Loss.CONTINUATION))
    lines = {option.name: option.line for option in block.options}
    lost += [
        LostOption(it.name, it.value, it.line, Loss.REPEATED)
        for it in block.options
        if lines[it.name] != it.line
    ]
    below = _option_lines(content, first_line)
    lost += [LostOption(it.name, it.value, it.line, Loss.BELOW) for it in below]
    return tuple(lost)


def _goes_on(last: Option, line: str) -> bool:
    """Say whether the line below the last option was meant to go on with its value."""
    if not line.strip() or _LOOKS_LIKE_OPTION.fullmatch(line):
        return False
    return line[0] in " \t" or last.value.endswith(",")


def _option_lines(lines: Sequence[str], first_line: int) -> tuple[Option, ...]:
    """Return the lines that look like options, read without MyST."""
    matches = (
        (number, _LOOKS_LIKE_OPTION.fullmatch(line))
        for number, line in enumerate(lines, start=first_line)
    )
    return tuple(
        Option(match["name"], (match["value"] or "").strip(), number)
        for number, match in matches
        if match
    )


def _is_option_line(line: str) -> bool:
    """Say whether MyST takes a line for an option: one or two colons, not a fence."""
    stripped = line.lstrip()
    return stripped.startswith(":") and not stripped.startswith(":::")


def _block(text: str, first_line: int, length: int) -> OptionBlock:
    """Return the options of a block.

    Where MyST cannot read the block it drops all of it; the options are then those that
    the lines seem to mean, so that the item that is lost has a name.
    """
    if not text.strip():
        return OptionBlock((), length)
    try:
        tokens, state = options_to_tokens(text)
    except (TokenizeError, ValueError, OverflowError) as error:
        lines = text.split("\n")
        meant = _option_lines([f":{line}" for line in lines], first_line)
        if isinstance(error, TokenizeError):
            return OptionBlock(meant, length, dropped=True)
        escape = next((n for n, line in enumerate(lines) if "\\" in line), 0)
        return OptionBlock(meant, length, bad_escape_line=first_line + escape)
    options = tuple(
        Option(key.value, value.value if value else "", first_line + key.start.line)
        for key, value in tokens
    )
    commented = tuple(first_line + line for line in state.comment_lines)
    return OptionBlock(options, length, commented=commented)

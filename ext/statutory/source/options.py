"""Options of MyST directives, with the line of each.

The reading of values is MyST-Parser's own: its tokenizer imports without docutils.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from textwrap import dedent

from myst_parser.parsers.options import TokenizeError, options_to_tokens

from statutory.model.document import Loss, LostOption, Option

HIDDEN_BREAK = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What ends a line for MyST within a directive, and for nobody else."""

_LOOKS_LIKE_OPTION = re.compile(r"\s*:(?P<name>[^\W\d][\w-]*):(?:\s+(?P<value>.*))?")

QUOTES = "[*_`\"'\u00b4\u2018\u2019\u201c\u201d]*"
"""Marks of emphasis and quotation that people put around names, as a regular expression."""

# An option as it is often begun wrongly: as a list item, in bold, with another colon.
_BEGUN_WRONGLY = re.compile(
    rf"[\s>+\u2022\u00b7*\u2013-]*{QUOTES}(?:[:\uff1a;]\s*){{0,2}}{QUOTES}(?P<name>[^\W\d][\w-]*)"
    rf"{QUOTES}\s*[:\uff1a;=]+{QUOTES}\s*(?P<value>.*)"
)


@dataclass(frozen=True, slots=True)
class OptionBlock:
    """What stands between a directive's opening line and its body.

    :param options: The options that MyST reads, in the order written.
    :param length: The number of lines of the block, its own fences among them.
    :param commented: The lines on which a number sign cuts a value short.
    :param broken_line: The line whose hidden line break ends the block; 0 for none.
    :param bad_escape_line: The line of an escape of no character, at which MyST fails.
    :param dropped: Whether MyST cannot read the block and drops all of it.
    :param cause: The line at which it cannot read it, and why.
    """

    options: tuple[Option, ...]
    length: int
    commented: tuple[int, ...] = ()
    broken_line: int = 0
    bad_escape_line: int = 0
    dropped: bool = False
    cause: LostOption | None = None


def read_options(lines: Sequence[str], first_line: int) -> OptionBlock:
    """Read the options at the beginning of a directive.

    :param lines: The lines between the directive's fences.
    :param first_line: The number of the first of these lines in the file.
    """
    pieces = [
        (piece, number) for number, line in enumerate(lines) for piece in HIDDEN_BREAK.split(line)
    ]
    if lines and lines[0].startswith("---"):
        closers = (n for n, (text, _) in enumerate(pieces[1:], 1) if text.startswith("---"))
        inner = pieces[1 : next(closers, len(pieces))]
        end = len(inner) + 2
        text = dedent("\n".join(piece for piece, _ in inner))
    else:
        inner = list(takewhile(lambda piece: _is_option_line(piece[0]), pieces))
        end = len(inner)
        text = "\n".join(piece.lstrip()[1:] for piece, _ in inner)
    numbers = [first_line + number for _, number in inner]
    stop = pieces[end][1] if end < len(pieces) else len(lines)
    # Where a line breaks within, what stands behind the break is lost with the line.
    is_broken = stop < len(lines) and HIDDEN_BREAK.search(lines[stop]) is not None
    begins_before = is_broken and stop in {number for _, number in pieces[:end]}
    block = _block(text, numbers, stop + begins_before)
    broken = [stop] if is_broken else []
    if block.dropped:
        broken = [number for _, number in inner if HIDDEN_BREAK.search(lines[number])] or broken
    return replace(block, broken_line=first_line + broken[0]) if broken else block


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
        # What breaks before its own beginning stands among the lines behind the options.
        here = content[0] if content and block.broken_line == first_line else ""
        match = _LOOKS_LIKE_OPTION.match(HIDDEN_BREAK.sub(" ", here))
        name = by_line.get(block.broken_line, match["name"] if match else "")
        lost.append(LostOption(name, "", block.broken_line, Loss.HIDDEN_BREAK))
    if block.cause is not None and not block.broken_line:
        lost.append(block.cause)
    last = block.options[-1] if block.options else None
    begun = _begun_wrongly(content, first_line)
    if begun is not None and not block.broken_line:
        lost.append(begun)
    if last and content and _goes_on(last, content[0]):
        lost.append(LostOption(last.name, content[0].strip(), first_line, Loss.CONTINUATION))
    lines = {option.name: option.line for option in block.options}
    lost += [
        LostOption(it.name, it.value, it.line, Loss.REPEATED)
        for it in block.options
        if lines[it.name] != it.line
    ]
    below = _option_lines(content, first_line)
    lost += [
        LostOption(it.name, it.value, it.line, Loss.BELOW)
        for it in below
        if it.line != block.broken_line
    ]
    return tuple(lost)


def _begun_wrongly(content: Sequence[str], first_line: int) -> LostOption | None:
    """Return the line at which the options end, where it may be meant as one of them."""
    line = content[0] if content else ""
    match = _BEGUN_WRONGLY.fullmatch(line)
    if match is None or line.startswith(":::") or _LOOKS_LIKE_OPTION.fullmatch(line):
        return None
    return LostOption(match["name"], match["value"].strip(), first_line, Loss.BEGINNING)


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


def _block(text: str, numbers: Sequence[int], length: int) -> OptionBlock:
    """Return the options of a block.

    Where MyST cannot read the block it drops all of it; the options are then those that
    the lines seem to mean, so that the item that is lost has a name.

    :param numbers: The number of each line of the text in the file.
    """
    if not text.strip():
        return OptionBlock((), length)
    try:
        tokens, state = options_to_tokens(text)
    except (TokenizeError, ValueError, OverflowError) as error:
        lines = text.split("\n")
        meant = tuple(
            replace(option, line=numbers[option.line])
            for option in _option_lines([f":{line}" for line in lines], 0)
        )
        if isinstance(error, TokenizeError):
            return OptionBlock(meant, length, dropped=True, cause=_cause(lines, numbers, error))
        escape = next((n for n, line in enumerate(lines) if "\\" in line), 0)
        return OptionBlock(meant, length, bad_escape_line=numbers[escape])
    options = tuple(
        Option(key.value, value.value if value else "", numbers[key.start.line])
        for key, value in tokens
    )
    commented = tuple(numbers[line] for line in state.comment_lines)
    return OptionBlock(options, length, commented=commented)


def _cause(lines: Sequence[str], numbers: Sequence[int], error: TokenizeError) -> LostOption:
    """Return the line at which MyST cannot read a block, with the slip that it holds.

    An open quotation runs to the end of the block, so the first line with a slip is the cause.
    """
    for line, number in zip(lines, numbers, strict=True):
        match = _ANY_OPTION.fullmatch(line)
        for loss, pattern in _SLIPS.items():
            if match and pattern.fullmatch(match["rest"]):
                return LostOption(match["name"], match["rest"].strip(" :\t\xa0"), number, loss)
    index = min(error.problem_mark.line, len(lines) - 1)
    match = _ANY_OPTION.fullmatch(lines[index])
    return LostOption(match["name"] if match else "", "", numbers[index], Loss.UNREADABLE)


_ANY_OPTION = re.compile(r"\s*(?P<name>[^\W\d][\w-]*)(?P<rest>.*)")
_SLIPS = {
    Loss.NO_BLANK: re.compile(r":[^ ].*"),
    Loss.NO_COLON: re.compile(r"[^:]*"),
    Loss.OPEN_QUOTE: re.compile(r": +(?:\"(?:[^\"\\]|\\.)*|'(?:[^']|'')*)"),
    Loss.BEHIND_QUOTE: re.compile(r": +(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*[^\s#].*"),
}
"""What stands behind the name of an option where it has a slip."""

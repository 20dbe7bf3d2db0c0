"""The parser of the command's words, in the language of the project."""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, cast

from statutory.messages import Messages
from statutory.model.period import read_day

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

NOT_UNDERSTOOD = 2
"""The exit status where the words make no sense."""

# What argparse says itself, the more particular before the more general. What is not of
# these forms is shown as argparse says it.
_OWN_WORDS = (
    "the following arguments are required: {names}",
    "unrecognized arguments: {names}",
    "argument {name}: invalid choice: {given} (choose from {choices})",
    "argument {name}: expected one argument",
    "argument {name}: expected at least one argument",
    "argument {name}: ignored explicit argument {given}",
    "ambiguous option: {option} could match {matches}",
    "argument {name}: {reason}",
)


class Parser(argparse.ArgumentParser):
    """A parser that says everything in one language; parsers of its commands do too."""

    messages: ClassVar[Messages]

    def __init__(self, **named: Any) -> None:  # noqa: ANN401 - handed on to argparse
        """Take what argparse takes; the option for help is there already."""
        formatter = functools.partial(_Formatter, messages=self.messages)
        super().__init__(**named, add_help=False, formatter_class=formatter)
        said = self.messages.text("show this help and exit")
        self.add_argument("-h", "--help", action="help", help=said)

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Print the help; that it could not be printed is no success, as argparse takes it."""
        print(self.format_help(), end="", file=file)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words, and end."""
        self.print_usage(sys.stderr)
        values = {"command": self.prog, "reason": _said(message, self.messages)}
        said = self.messages.fill("{command}: error: {reason}", values)
        self.exit(NOT_UNDERSTOOD, f"{said}\n")


class _Formatter(argparse.HelpFormatter):
    """Writes the help with its headings in one language."""

    def __init__(self, prog: str, *, messages: Messages) -> None:
        super().__init__(prog)
        self._headings = {
            "positional arguments": messages.text("positional arguments"),
            "options": messages.text("options"),
        }
        self._usage = messages.text("usage: ")

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Add the line of the usage."""
        super().add_usage(usage, actions, groups, self._usage if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """Begin a list of options or commands."""
        super().start_section(self._headings.get(heading or "", heading))


def parser_in(messages: Messages) -> type[Parser]:
    """Return the class of parsers that speak a language."""
    return cast("type[Parser]", type("Parser", (Parser,), {"messages": messages}))


def add_cache_argument(parser: argparse.ArgumentParser, messages: Messages) -> None:
    """Let a command be told where to keep state between runs."""
    say = messages.text
    parser.add_argument(
        "--cache",
        type=Path,
        metavar=say("FOLDER"),
        help=say("the folder to keep state in between runs (default: _build/check of the project)"),
    )


def day_in(messages: Messages) -> Callable[[str], dt.date]:
    """Return the reader of a day that is given to a command, which refuses in a language."""

    def read(text: str) -> dt.date:
        day = read_day(text)
        if day is None:
            said = "'{given}' is not a date; write for example 2018-01-31"
            raise argparse.ArgumentTypeError(messages.fill(said, {"given": text}))
        return day

    return read


def folders_of(options: argparse.Namespace) -> tuple[Path, Path]:
    """Return the folder of the project, and that of what is kept between runs."""
    source = options.source.resolve()
    return source, (options.cache or source / "_build" / "check").resolve()


def _said(message: str, messages: Messages) -> str:
    """Return in the language what argparse says in English."""
    for sentence in _OWN_WORDS:
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(sentence))
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return messages.fill(sentence, match.groupdict())
    return message

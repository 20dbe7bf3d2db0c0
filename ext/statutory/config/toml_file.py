"""The configuration file as TOML: its tables, the lines of its keys, and its mistakes."""

from __future__ import annotations

import codecs
import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from statutory.model.finding import Message
from statutory.model.settings import first_line_of
from statutory.suggest import nearest

_FEW = 12
"""How many names a message lists where it can suggest none."""

_STRING_OR_COMMENT = re.compile(r""""(?:[^"\\]|\\.)*"|'[^']*'|#.*""")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake in the configuration.

    :param line: The line of the key, or of its table; 0 where it is not in the file.
    :param key: The path of the key, for example ``statutory.links.owner``; empty where the
        mistake is of the whole file.
    :param message: What is wrong and what would be right.
    """

    line: int
    key: str
    message: Message

    @property
    def text(self) -> str:
        """What is wrong and what would be right, in English."""
        return str(self.message)


class ConfigurationError(Exception):
    """The configuration cannot be used; the message names every mistake, in English.

    :param path: The file, as messages name it; empty where the mistakes are of none.
    """

    def __init__(self, path: str, mistakes: Iterable[Mistake]) -> None:
        """Collect the mistakes of one file, in the order of their lines."""
        self.path = path
        self.mistakes = tuple(sorted(mistakes, key=lambda one: (one.line, one.key, one.text)))
        super().__init__(self.told(str))

    def told(self, say: Callable[[Message], str]) -> str:
        """Return every mistake, a line each.

        :param say: Returns a message in the language of the reader.
        """
        return "\n".join(
            ": ".join(filter(None, (self._place(one), one.key, say(one.message))))
            for one in self.mistakes
        )

    def _place(self, mistake: Mistake) -> str:
        return f"{self.path}:{mistake.line}" if mistake.line else self.path


def read_toml(path: Path, *, root: Path | None = None) -> Mapping[str, Any]:
    """Return the tables of a TOML file.

    :param root: The folder that messages name the file from; ``None`` means its own.

    :raises ConfigurationError: If the file is missing, is not UTF-8 or is not TOML.
    """
    name = name_of(path, root)
    try:
        data = path.read_bytes()
        # tomllib would read on behind the mark, sphinx-needs would not and only warn.
        if data.startswith(codecs.BOM_UTF8):
            message = Message("the file begins with a byte order mark (BOM); save it without")
            raise _file_error(name, 1, message)
        return tomllib.loads(data.decode("utf-8"))
    except FileNotFoundError as error:
        raise _file_error(name, 0, Message("the file does not exist")) from error
    except OSError as error:
        message = Message("the file cannot be read: {reason}", {"reason": error.strerror})
        raise _file_error(name, 0, message) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message = Message("the file is not UTF-8; save it as UTF-8")
        raise _file_error(name, line, message) from error
    except tomllib.TOMLDecodeError as error:
        where = re.search(r" \(at line (\d+), column \d+\)$", str(error))
        line = int(where[1]) if where else 0
        reason = str(error)[: where.start()] if where else str(error)
        message = Message("the file is not TOML: {reason}", {"reason": reason})
        raise _file_error(name, line, message) from error


def unknown_keys(path: Path, table: str, known: Collection[str]) -> tuple[Mistake, ...]:
    """Return the keys of a table that its reader does not know and leaves out.

    :param table: The name of a table of the file; it may be missing.
    :param known: The keys that its reader knows.
    :raises ConfigurationError: If the file cannot be read.
    """
    given = read_toml(path).get(table, {})
    lines = key_lines(path.read_text(encoding="utf-8-sig"))
    return tuple(
        Mistake(first_line_of(lines, f"{table}.{key}"), f"{table}.{key}", unknown_name(key, known))
        for key in (given if isinstance(given, dict) else {})
        if key not in known
    )


def key_lines(text: str) -> dict[str, int]:
    """Return the line of each table and key of a TOML file, by its dotted path."""
    lines: dict[str, int] = {}
    prefix = ""
    open_brackets = 0
    for number, line in enumerate(_TOKEN.sub(_on_one_line, text).split("\n"), start=1):
        bare = _STRING_OR_COMMENT.sub('""', line)
        if open_brackets:
            open_brackets += _opened(bare)
            continue
        header = re.match(r"\s*\[{1,2}\s*([^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?$", line)
        key = re.match(r"""\s*("[^"]+"|'[^']+'|[\w.-]+)\s*=""", line)
        if header:
            prefix = ".".join(part.strip(" \"'") for part in header[1].split("."))
            lines.setdefault(prefix, number)
        elif key:
            name = key[1].strip("\"'")
            lines.setdefault(f"{prefix}.{name}" if prefix else name, number)
            open_brackets = _opened(bare)
    return lines


_TOKEN = re.compile(
    r""""{3}(?:\\.|[^\\])*?"{3}|'{3}.*?'{3}"""
    r"""|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*""",
    re.DOTALL,
)
"""A string or a comment; strings of several lines first."""


def _on_one_line(token: re.Match[str]) -> str:
    """Return a string of several lines as an empty one, so that no line of it reads as a key."""
    rest = token[0].count("\n")
    return '""' + "\n" * rest if rest else token[0]


def _opened(line: str) -> int:
    """Return how many more brackets a line opens than it closes."""
    return sum((line.count("["), line.count("{"), -line.count("]"), -line.count("}")))


def name_of(path: Path, root: Path | None) -> str:
    """Return a path as messages name it: from the root, where it is below the root."""
    if root is not None and path.resolve().is_relative_to(root.resolve()):
        return path.resolve().relative_to(root.resolve()).as_posix()
    return path.name


def unknown_name(name: str, known: Collection[str]) -> Message:
    """Return what to say of an unknown name: the nearest known one, or a few of them."""
    suggestion = nearest(name, known)
    if suggestion:
        values = {"name": name, "nearest": suggestion}
        return Message("'{name}' is not known; did you mean '{nearest}'?", values)
    if not known:
        return Message("'{name}' is not known; the project declares none", {"name": name})
    if len(known) <= _FEW:
        values = {"name": name, "known": ", ".join(sorted(known))}
        return Message("'{name}' is not known; known are {known}", values)
    return Message("'{name}' is not known", {"name": name})


def _file_error(name: str, line: int, message: Message) -> ConfigurationError:
    return ConfigurationError(name, [Mistake(line, "", message)])

"""The list of names of persons, which lies outside of the repository.

The list is personal data itself, and where it lies differs from machine to machine; so an
environment variable names it, not the configuration of the project.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from statutory.config.toml_file import ConfigurationError, Mistake
from statutory.model.finding import Message

VARIABLE = "STATUTORY_NAMES"
"""The environment variable that names the file: UTF-8, a name a line."""


def read_names(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of the list, each once, in the order of the file.

    Blank lines, and lines that begin with a number sign, are passed over.

    :param environment: The environment variables; without the one there are no names.
    :raises ConfigurationError: If a file is named and cannot be read.
    """
    given = environment.get(VARIABLE, "").strip()
    if not given:
        return ()
    try:
        text = Path(given).read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = Message("the list of names cannot be read: {reason}", {"reason": error.strerror})
        raise _error(given, 0, message) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message = Message("the list of names is not UTF-8; save it as UTF-8")
        raise _error(given, line, message) from error
    names = (" ".join(line.split()) for line in text.splitlines())
    return tuple(dict.fromkeys(name for name in names if name and not name.startswith("#")))


def _error(path: str, line: int, message: Message) -> ConfigurationError:
    return ConfigurationError(path, [Mistake(line, VARIABLE, message)])

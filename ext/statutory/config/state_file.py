"""Reading the files that the command writes beside the content, as JSON with a version."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from statutory.model.finding import MessageError

_SHOWN = 80
"""How many characters a message shows of an entry that is none."""


class StateFileError(MessageError):
    """The file cannot be used; the message says why."""


def path_inside(root: Path, name: str) -> Path:
    """Return a file below the root of its project.

    :raises StateFileError: If the name leads out of the project or is not one of JSON.
    """
    relative = PurePosixPath(name)
    path = (root / relative).resolve()
    if relative.is_absolute() or "\\" in name or not path.is_relative_to(root.resolve()):
        raise StateFileError("'{name}' is not a path inside the project", name=name)
    if relative.suffix != ".json":
        raise StateFileError("'{name}' is not the name of a file that ends in .json", name=name)
    return path


def read_document(path: Path, name: str, *, option: str) -> Mapping[str, Any] | None:
    """Return the document of a file; ``None`` where it is not a mapping.

    :param name: What messages call the file.
    :param option: The option of the command that writes it.
    :raises StateFileError: If the file is missing or is not JSON.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        text = "{name} does not exist; write it with statutory check {option}"
        raise StateFileError(text, name=name, option=option) from error
    except OSError as error:
        reason = error.strerror
        raise StateFileError("{name} cannot be read: {reason}", name=name, reason=reason) from error
    except (ValueError, RecursionError) as error:
        raise StateFileError(
            "{name} is not JSON in UTF-8: {reason}", name=name, reason=error
        ) from error
    return document if isinstance(document, dict) else None


def has_version(document: Mapping[str, Any] | None, version: int) -> bool:
    """Say whether a document is of a version."""
    given = document.get("version") if document is not None else None
    return given == version and not isinstance(given, bool)


def shown(entry: object) -> str:
    """Return the beginning of an entry, for a message that says it is none."""
    return json.dumps(entry, ensure_ascii=False)[:_SHOWN]

"""Reading the baseline: the findings that a project has accepted, as a file of JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from statutory.model.baseline import TEXTS, VERSION, FindingKey
from statutory.model.finding import MessageError

_SHOWN = 80
"""How many characters a message shows of an entry that is none."""


class BaselineError(MessageError):
    """The baseline cannot be used; the message says why."""


def path_inside(root: Path, name: str) -> Path:
    """Return the file of a baseline below the root of its project.

    :raises BaselineError: If the name leads out of the project or is not one of JSON.
    """
    relative = PurePosixPath(name)
    path = (root / relative).resolve()
    if relative.is_absolute() or "\\" in name or not path.is_relative_to(root.resolve()):
        raise BaselineError("'{name}' is not a path inside the project", name=name)
    if relative.suffix != ".json":
        raise BaselineError("'{name}' is not the name of a file that ends in .json", name=name)
    return path


def read_baseline(path: Path, name: str) -> dict[FindingKey, int]:
    """Return how many times each finding is accepted.

    :param name: What messages call the file.
    :raises BaselineError: If the file is missing or is not a baseline.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BaselineError(
            "{name} does not exist; write it with statutory check --write-baseline", name=name
        ) from error
    except OSError as error:
        reason = error.strerror
        raise BaselineError("{name} cannot be read: {reason}", name=name, reason=reason) from error
    except (ValueError, RecursionError) as error:
        raise BaselineError(
            "{name} is not JSON in UTF-8: {reason}", name=name, reason=error
        ) from error
    version = document.get("version") if isinstance(document, dict) else None
    if isinstance(version, bool) or version != VERSION:
        text = "{name} is no baseline of version {version}"
        raise BaselineError(text, name=name, version=VERSION)
    entries = document.get("findings")
    if not isinstance(entries, list):
        raise BaselineError("{name} has no list of findings", name=name)
    baseline: dict[FindingKey, int] = {}
    for number, entry in enumerate(entries, start=1):
        if not _is_entry(entry):
            shown = json.dumps(entry, ensure_ascii=False)[:_SHOWN]
            text = "finding {number} of {name} is not one: {entry}"
            raise BaselineError(text, number=number, name=name, entry=shown)
        key = _key(entry)
        baseline[key] = baseline.get(key, 0) + entry.get("count", 1)
    return baseline


def _key(entry: Mapping[str, Any]) -> FindingKey:
    texts = {name: entry.get(name, "") for name in TEXTS}
    return FindingKey(**texts, values=tuple(sorted(entry.get("values", {}).items())))


def _is_entry(entry: object) -> bool:
    """Say whether an entry names a check, and all else as it should."""
    if not isinstance(entry, dict) or not entry.get("check"):
        return False
    values, count = entry.get("values", {}), entry.get("count", 1)
    return (
        entry.keys() <= {*TEXTS, "values", "count"}
        and all(isinstance(entry.get(name, ""), str) for name in TEXTS)
        and isinstance(values, dict)
        and all(isinstance(value, str) for value in values.values())
        and isinstance(count, int)
        and not isinstance(count, bool)
        and count > 0
    )

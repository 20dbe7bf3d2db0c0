"""Reading the baseline: the findings that a project has accepted, as a file of JSON."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from statutory.config.state_file import StateFileError, has_version, read_document, shown
from statutory.model.baseline import TEXTS, VERSION, FindingKey

OPTION = "--write-baseline"
"""The option of the command that writes the file."""


def read_baseline(path: Path, name: str) -> dict[FindingKey, int]:
    """Return how many times each finding is accepted.

    :param name: What messages call the file.
    :raises StateFileError: If the file is missing or is not a baseline.
    """
    document = read_document(path, name, option=OPTION)
    if document is None or not has_version(document, VERSION):
        text = "{name} is no baseline of version {version}"
        raise StateFileError(text, name=name, version=VERSION)
    entries = document.get("findings")
    if not isinstance(entries, list):
        raise StateFileError("{name} has no list of findings", name=name)
    baseline: dict[FindingKey, int] = {}
    for number, entry in enumerate(entries, start=1):
        if not _is_entry(entry):
            text = "finding {number} of {name} is not one: {entry}"
            raise StateFileError(text, number=number, name=name, entry=shown(entry))
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

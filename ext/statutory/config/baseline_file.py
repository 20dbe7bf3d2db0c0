"""Reading the baseline: the findings that a project has accepted, as a file of JSON."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from statutory.config.state_file import StateFileError, has_version, read_document, shown
from statutory.model.baseline import TEXTS, VERSION, FindingKey
from statutory.model.finding import Acceptance
from statutory.model.period import read_day

OPTION = "--write-baseline"
"""The option of the command that writes the file."""

FIRST_VERSION = 1
"""The version that names every text of a sentence instead of what identifies the finding."""

REASON, EXPIRES, COUNT = "reason", "expires", "count"
"""What an entry says of the acceptance, as the file names it."""


def read_baseline(path: Path, name: str) -> dict[FindingKey, Acceptance]:
    """Return what is accepted, how many times, why and until when.

    :param name: What messages call the file.
    :raises StateFileError: If the file is missing or is not a baseline.
    """
    document = read_document(path, name, option=OPTION)
    is_first = has_version(document, FIRST_VERSION)
    if document is None or not (is_first or has_version(document, VERSION)):
        text = "{name} is no baseline of version {version}"
        raise StateFileError(text, name=name, version=VERSION)
    entries = document.get("findings")
    if not isinstance(entries, list):
        raise StateFileError("{name} has no list of findings", name=name)
    baseline: dict[FindingKey, Acceptance] = {}
    for number, entry in enumerate(entries, start=1):
        if not _is_entry(entry):
            text = "finding {number} of {name} is not one: {entry}"
            raise StateFileError(text, number=number, name=name, entry=shown(entry))
        key = _key(entry, is_first=is_first)
        baseline[key] = joined(baseline.get(key), _acceptance(entry))
    return baseline


def joined(one: Acceptance | None, other: Acceptance) -> Acceptance:
    """Return two acceptances of one key as one: their counts added up, the earlier last day."""
    if one is None:
        return other
    days = [day for day in (one.expires, other.expires) if day is not None]
    return Acceptance(
        count=one.count + other.count,
        reason=one.reason or other.reason,
        expires=min(days, default=None),
    )


def _key(entry: Mapping[str, Any], *, is_first: bool) -> FindingKey:
    texts = {name: entry.get(name, "") for name in TEXTS}
    key = FindingKey(**texts, values=tuple(sorted(entry.get("values", {}).items())))
    members = None if is_first else tuple(entry.get("members", ()))
    return dataclasses.replace(key, members=members)


def _acceptance(entry: Mapping[str, Any]) -> Acceptance:
    return Acceptance(
        count=entry.get(COUNT, 1),
        reason=entry.get(REASON, ""),
        expires=read_day(entry.get(EXPIRES, "")),
    )


def _is_entry(entry: object) -> bool:
    """Say whether an entry names a check, and all else as it should."""
    if not isinstance(entry, dict) or not entry.get("check"):
        return False
    values, members = entry.get("values", {}), entry.get("members", [])
    return (
        entry.keys() <= {*TEXTS, "values", "members", REASON, EXPIRES, COUNT}
        and all(isinstance(entry.get(name, ""), str) for name in (*TEXTS, REASON, EXPIRES))
        and isinstance(values, dict)
        and all(isinstance(value, str) for value in values.values())
        and isinstance(members, list)
        and all(isinstance(member, str) for member in members)
        and (not entry.get(EXPIRES) or read_day(entry[EXPIRES]) is not None)
        and _is_count(entry.get(COUNT, 1))
    )


def _is_count(count: object) -> bool:
    return isinstance(count, int) and not isinstance(count, bool) and count > 0

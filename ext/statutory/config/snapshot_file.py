"""Reading a snapshot: the items of an earlier release, as a file of JSON."""

from __future__ import annotations

from pathlib import Path

from statutory.config.state_file import StateFileError, has_version, read_document, shown
from statutory.model.period import read_day
from statutory.model.snapshot import TEXTS, VERSION, Remembered, Snapshot

OPTION = "--write-snapshot"
"""The option of the command that writes the file."""


def read_snapshot(path: Path, name: str) -> Snapshot:
    """Return the items of an earlier release.

    :param name: What messages call the file.
    :raises StateFileError: If the file is missing or is not a snapshot.
    """
    document = read_document(path, name, option=OPTION)
    if document is None or not has_version(document, VERSION):
        text = "{name} is no snapshot of version {version}"
        raise StateFileError(text, name=name, version=VERSION)
    as_of = read_day(str(document.get("as_of", "")))
    items = document.get("items")
    if as_of is None or not isinstance(items, dict):
        raise StateFileError("{name} has no day and items", name=name)
    for id_, entry in items.items():
        if not _is_entry(entry):
            text = "the item {id} of {name} is not one: {entry}"
            raise StateFileError(text, id=id_, name=name, entry=shown(entry))
    return Snapshot(as_of=as_of, items={id_: Remembered(**entry) for id_, entry in items.items()})


def _is_entry(entry: object) -> bool:
    """Say whether an entry tells what is kept of an item, and nothing else."""
    return (
        isinstance(entry, dict)
        and entry.keys() == set(TEXTS)
        and all(isinstance(text, str) for text in entry.values())
    )

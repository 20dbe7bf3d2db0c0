"""Digests of files, by which two builds tell whether they have read the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


class FileDigests:
    """The digests of files; each file is read once in a build, at the first question of it.

    What changes during a build therefore differs from what the build keeps, and the next
    one reads it.
    """

    def __init__(self) -> None:
        """Begin without any file."""
        self._known: dict[str, str] = {}

    def of(self, path: Path) -> str:
        """Return the digest of a file; empty where it cannot be read."""
        key = str(path)
        if key not in self._known:
            self._known[key] = _digest(path)
        return self._known[key]

    def of_all(self, paths: Iterable[Path]) -> str:
        """Return one digest of several files, of their names and of what they hold."""
        parts = [f"{path}\0{self.of(path)}" for path in sorted(paths)]
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def files_in(folder: Path) -> list[Path]:
    """Return the files in a folder and below; none where there is no such folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""

"""Places in the project's files."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file of the project.

    :param path: The file, relative to the project's root, with ``/`` between folders.
    :param line: The line, counted from 1; 0 means the file as a whole.
    """

    path: str
    line: int = 0

    def __str__(self) -> str:
        """Return ``path:line``, the form that editors and terminals make a link of."""
        return f"{self.path}:{self.line}" if self.line else self.path

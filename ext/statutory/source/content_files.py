"""Files that content may show: its pages and their pictures, and none from elsewhere."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path, PurePath

from statutory.model.refusal import Hazard

PICTURES = frozenset((".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"))
"""How the names of pictures end."""


_SIGNS = frozenset("'\"<>&\\`")


def hazard_of(
    root: Path, file: Path, pages: Collection[str], suffixes: Collection[str] = PICTURES
) -> Hazard | None:
    """Return why content may not show a file, or ``None`` where it may.

    Links of the file system are followed: what counts is what would be read.

    :param root: The project's root.
    :param file: The file, however it is written.
    :param pages: The files of the pages, relative to the root, with ``/`` between folders.
    :param suffixes: How the names of the other files end that may be shown.
    """
    try:
        whole = root.resolve()
        found = (root / file).resolve()
    except (OSError, RuntimeError, ValueError):
        return Hazard.OUTSIDE_PROJECT
    if not found.is_relative_to(whole):
        return Hazard.OUTSIDE_PROJECT
    inside = found.relative_to(whole)
    if inside.as_posix() in pages:
        return None
    if inside.suffix.lower() not in suffixes or _is_hidden(inside):
        return Hazard.NOT_CONTENT
    return None


def is_plain(path: str) -> bool:
    """Say whether the name of a page holds nothing that ends a text in HTML or in a script."""
    return path.isprintable() and not _SIGNS.intersection(path)


def _is_hidden(path: PurePath) -> bool:
    """Say whether a file or a folder on the way to it is hidden."""
    return any(part.startswith(".") for part in path.parts)

"""The language of a project, known also where its configuration has mistakes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

DEFAULT_FILE = "ubproject.toml"
"""The name of the file that sphinx-needs and the extension read, if no other is set."""

LANGUAGES = ("en", "fi")
ENGLISH = LANGUAGES[0]

_TABLE = re.compile(r"^\s*\[\s*statutory\s*\](.*?)(?=^\s*\[|\Z)", re.MULTILINE | re.DOTALL)
_LANGUAGE = re.compile(r"""^\s*language\s*=\s*["'](\w+)["']""", re.MULTILINE)


def language_of(path: Path) -> str:
    """Return the language that a configuration file names; English where it names none.

    What is wrong with a file that is not TOML is told in its language too: the line of the
    language is then looked for as text.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        return ENGLISH
    named = _language_in(text)
    return next((language for language in LANGUAGES if language == named), ENGLISH)


def language_at(folder: Path) -> str:
    """Return the language of the project that a folder is part of; English where of none."""
    files = (parent / DEFAULT_FILE for parent in (folder, *folder.parents))
    return language_of(next((file for file in files if _is_file(file)), folder / DEFAULT_FILE))


def project_above(folder: Path) -> Path | None:
    """Return the nearest folder above one that holds ``conf.py``, if there is any."""
    return next((parent for parent in folder.parents if is_project(parent)), None)


def is_project(folder: Path) -> bool:
    """Say whether a folder holds a project, as far as it may be looked into."""
    return _is_file(folder / "conf.py")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _language_in(text: str) -> object:
    """Return what the table of a file says of the language; ``None`` where nothing."""
    try:
        table = tomllib.loads(text).get("statutory")
    except (ValueError, RecursionError):
        of_table = _TABLE.search(text)
        language = _LANGUAGE.search(of_table[1]) if of_table else None
        return language[1] if language else None
    return table.get("language") if isinstance(table, dict) else None

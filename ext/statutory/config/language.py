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


def _language_in(text: str) -> object:
    """Return what the table of a file says of the language; ``None`` where nothing."""
    try:
        table = tomllib.loads(text).get("statutory")
    except (ValueError, RecursionError):
        of_table = _TABLE.search(text)
        language = _LANGUAGE.search(of_table[1]) if of_table else None
        return language[1] if language else None
    return table.get("language") if isinstance(table, dict) else None

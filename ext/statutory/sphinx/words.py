"""The words of Sphinx's own scripts, such as how many pages the search has found.

Sphinx's Finnish has no words for the search, and its script fails on a plural rule that
gives no number. Words given later come before those given earlier.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.pofile import read_po

from statutory.messages import LOCALE_DIR
from statutory.sphinx.generated import publish
from statutory.sphinx.session import session_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SCRIPT = "statutory-words.js"
PLURAL_RULE = "Number(n !== 1)"


def setup_words(app: Sphinx) -> None:
    """Register what gives the words."""
    app.connect("builder-inited", add_words)


def add_words(app: Sphinx) -> None:
    """Give the scripts the words of the project's language, where the package has them."""
    language = session_of(app).settings.language
    path = LOCALE_DIR / language / "theme.po"
    if path.exists():
        publish(app, SCRIPT, script_words(path, language))
        # After Sphinx's own words (500), which these replace.
        app.add_js_file(SCRIPT, priority=600)


def script_words(path: Path, language: str) -> str:
    """Return the words of a catalogue as a script that Sphinx's scripts understand."""
    with path.open("rb") as file:
        entries = [entry for entry in read_po(file) if entry.id]
    messages = {
        entry.id[0] if isinstance(entry.id, tuple) else entry.id: entry.string for entry in entries
    }
    words = {"locale": language, "messages": messages, "plural_expr": PLURAL_RULE}
    return f"Documentation.addTranslations({json.dumps(words, sort_keys=True)});\n"

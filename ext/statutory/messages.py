"""Messages in the language of the project.

The English sentences in the code are the keys; a gettext catalogue beside the package
holds their translations. It is read as text, so that no compiled file has to be kept.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping
from pathlib import Path

from babel.messages.pofile import read_po

from statutory.model.escaping import escape_value
from statutory.model.finding import Message
from statutory.model.finnish_time import finnish_of

LOCALE_DIR = Path(__file__).parent / "locale"
CATALOGUE = "statutory.po"


class Messages:
    """The sentences of the extension in one language."""

    def __init__(self, language: str) -> None:
        """Take a language; one without a catalogue gives English."""
        self._language = language
        self._translations = _read_translations(language)

    def text(self, sentence: str) -> str:
        """Return a sentence of the code in the language."""
        return self._translations.get(sentence, sentence)

    def message(self, message: Message) -> str:
        """Return a message in the language, its values filled in."""
        return self.fill(message.text, message.values)

    def fill(self, sentence: str, values: Mapping[str, object]) -> str:
        """Return a sentence in the language with values in its places."""
        shown = {name: self._shown(value) for name, value in values.items()}
        return self.text(sentence).format_map(shown)

    def time(self, edtf: str) -> str:
        """Return an EDTF text as the language writes times."""
        return finnish_of(edtf) if self._language == "fi" else edtf

    def _shown(self, value: object) -> object:
        """Return a value as the language writes it: days have forms of their own."""
        return self.time(value.isoformat()) if isinstance(value, dt.date) else value


class PrintedMessages(Messages):
    """Messages for the terminal and for logs: values of the content are shown, never obeyed."""

    def _shown(self, value: object) -> object:
        return value if isinstance(value, int | float) else escape_value(str(super()._shown(value)))


@functools.cache
def _read_translations(language: str) -> Mapping[str, str]:
    """Return the translations of a language by their sentences."""
    path = LOCALE_DIR / language / CATALOGUE
    if not path.exists():
        return {}
    with path.open("rb") as file:
        catalogue = read_po(file)
    return {
        str(message.id): str(message.string)
        for message in catalogue
        if message.id and message.string
    }

"""Reading single values of the configuration, their mistakes collected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any, TypeGuard

from statutory.config.toml_file import Mistake, unknown_name
from statutory.config.written import written
from statutory.model.finding import Message, Severity
from statutory.model.period import UnreadablePeriodError, read_day, read_period
from statutory.model.settings import line_of

GREATEST = 36_600
"""The greatest number of days that policy may name: a hundred years."""


class ValueReader:
    """Reads values by their keys and collects what is wrong with them.

    What cannot be read gives a value of the right type, so that reading goes on.
    """

    def __init__(self, lines: Mapping[str, int]) -> None:
        """Take the lines of the keys of the file."""
        self.lines = lines
        self.mistakes: list[Mistake] = []

    def mistake(self, key: str, text: str, /, **values: object) -> None:
        """Note what is wrong with a key, as a sentence with its values."""
        self.tell(key, Message(text, values))

    def tell(self, key: str, message: Message) -> None:
        """Note what is wrong with a key."""
        self.mistakes.append(Mistake(line_of(self.lines, key), key, message))

    def known_keys(self, prefix: str, table: Mapping[str, Any], known: Collection[str]) -> None:
        """Note the keys of a table that are not known."""
        for name in table:
            if name not in known:
                self.unknown(f"{prefix}.{name}", name, known)

    def unknown(self, key: str, name: str, known: Collection[str]) -> None:
        """Note a name that is not known, with the nearest one that is."""
        self.tell(key, unknown_name(name, known))

    def subtable(
        self, prefix: str, table: Mapping[str, Any], name: str, known: Collection[str] | None
    ) -> Mapping[str, Any]:
        """Return a table in a table; ``known`` lists its keys, ``None`` allows any."""
        value = table.get(name, {})
        key = f"{prefix}.{name}"
        if not isinstance(value, dict):
            self.mistake(key, "{value} is not a table", value=written(value))
            return {}
        if known is None:
            return value
        self.known_keys(key, value, known)
        return {inner: value[inner] for inner in value if inner in known}

    def text(self, key: str, value: object) -> str:
        """Return a text."""
        if isinstance(value, str):
            return value
        self.mistake(key, "{value} is not a text", value=written(value))
        return ""

    def truth(self, key: str, value: object) -> bool:
        """Return ``true`` or ``false``."""
        if isinstance(value, bool):
            return value
        self.mistake(key, "{value} is neither true nor false", value=written(value))
        return False

    def texts(self, key: str, value: object) -> tuple[str, ...]:
        """Return a list of texts."""
        if isinstance(value, list):
            return tuple(self.text(key, entry) for entry in value)
        self.mistake(key, "{value} is not a list of texts", value=written(value))
        return ()

    def name(self, key: str, value: object, allowed: Collection[str] | None) -> str:
        """Return a name of those allowed; ``None`` allows any."""
        text = self.text(key, value)
        if isinstance(value, str) and allowed is not None and text not in allowed:
            self.unknown(key, text, allowed)
        return text

    def names(self, key: str, value: object, allowed: Collection[str] | None) -> tuple[str, ...]:
        """Return a list of names of those allowed; ``None`` allows any."""
        return tuple(self.name(key, text, allowed) for text in self.texts(key, value))

    def severity(self, key: str, value: object) -> Severity:
        """Return a severity by its label."""
        labels = {severity.label: severity for severity in Severity}
        return labels.get(self.name(key, value, labels), Severity.WARNING)

    def count(self, key: str, value: object) -> int:
        """Return a whole number that the calendar can bear as days."""
        if is_count(value):
            return int(value)
        text = "{value} is not a whole number from 0 to {greatest}"
        self.mistake(key, text, value=written(value), greatest=GREATEST)
        return 0

    def period(self, key: str, value: object) -> str:
        """Return an EDTF text; it may be empty."""
        text = self.text(key, value)
        try:
            read_period(text or "..")
        except UnreadablePeriodError:
            if text:
                said = '{value} is not a time in EDTF; write for example "2025-02"'
                self.mistake(key, said, value=written(text))
        return text

    def date(self, key: str, value: object) -> dt.date:
        """Return a day, written as a text or as a date of TOML."""
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value
        day = read_day(str(value))
        if day is None and value is None:
            self.mistake(key, 'it is missing; write for example "2018-01-31"')
        elif day is None:
            said = '{value} is not a date; write for example "2018-01-31"'
            self.mistake(key, said, value=written(value))
        return day or dt.date.min


def is_count(value: object) -> TypeGuard[int]:
    """Say whether a value is a whole number that the calendar can bear as days."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= GREATEST

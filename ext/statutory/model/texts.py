"""The texts of items: what their authors say of them below the options."""

from __future__ import annotations

from statutory.model.catalogue import Catalogue
from statutory.model.document import Directive
from statutory.model.item import Item

_BLOCK = "---"
"""What opens and closes options that are written as a block."""


class Texts:
    """The texts of a catalogue's items; a file is split at the first question of it."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the files."""
        self._catalogue = catalogue
        self._documents = {document.path: document for document in catalogue.documents}
        self._lines: dict[str, list[str]] = {}

    def of(self, item: Item) -> str | None:
        """Return the text of an item as it is written; ``None`` where no scanned file has it."""
        declared = self._catalogue.declarations.get(item.id, ())
        own = [one for one in declared if one.location == item.location and not one.fault]
        return self._text(own[0]) if own else None

    def _text(self, directive: Directive) -> str | None:
        path = directive.location.path
        if path not in self._documents:
            return None
        if path not in self._lines:
            self._lines[path] = self._documents[path].text.split("\n")
        last = max([directive.location.line, *(option.line for option in directive.options)])
        lines = self._lines[path][last : directive.end_line - 1]
        if lines and lines[0].strip() == _BLOCK:
            del lines[0]
        return "\n".join(lines).strip()

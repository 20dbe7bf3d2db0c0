"""Which item and which option the lines of the files belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from statutory.model.catalogue import Catalogue
from statutory.model.document import Document
from statutory.model.item import Item
from statutory.model.location import Location


class Places:
    """The lines of a catalogue's files; a file is looked through at the first question of it."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the files, and by file the items that only Sphinx has read: no Markdown."""
        self._catalogue = catalogue
        self._documents = {document.path: document for document in catalogue.documents}
        self._unscanned: dict[str, list[Item]] = defaultdict(list)
        for item in catalogue.own_items():
            if item.id not in catalogue.declarations:
                self._unscanned[item.location.path].append(item)
        self._owners: dict[str, Mapping[int, str]] = {}

    def item_at(self, location: Location) -> str:
        """Return the identifier of the innermost item around a line; empty where none is."""
        document = self._documents.get(location.path)
        if document is None:
            return ""
        if location.path not in self._owners:
            self._owners[location.path] = self._owners_in(document)
        return self._owners[location.path].get(location.line, "")

    def option_at(self, location: Location) -> str:
        """Return the option of an item that stands on a line; empty where none does."""
        id_ = self.item_at(location)
        declared = self._catalogue.declarations.get(id_, ())
        written = [(directive.location.path, directive.option_lines) for directive in declared]
        if id_ in self._catalogue.items:
            item = self._catalogue.items[id_]
            written.append((item.location.path, dict(item.option_lines)))
        for path, lines in written:
            for name, line in lines.items():
                if (path, line) == (location.path, location.line):
                    return name
        return ""

    def _owners_in(self, document: Document) -> Mapping[int, str]:
        """Return the identifier of the innermost item around each line that has one."""
        owners: dict[int, str] = {}
        for first, id_, last in sorted((*_scanned(document), *self._read(document))):
            owners.update(dict.fromkeys(range(first, last + 1), id_))
        return owners

    def _read(self, document: Document) -> Iterator[tuple[int, str, int]]:
        """Yield the first line, the identifier and the last line of what Sphinx alone has read.

        An item of reStructuredText reaches as far as the lines are indented.
        """
        items = self._unscanned.get(document.path, ())
        lines = document.text.split("\n") if items else []
        for item in items:
            if 1 <= item.location.line <= len(lines):
                yield item.location.line, item.id, _last_line(lines, item.location.line)


def _scanned(document: Document) -> Iterator[tuple[int, str, int]]:
    """Yield the same of the items in Markdown."""
    for directive in document.directives:
        if directive.id:
            yield directive.location.line, directive.id, directive.end_line


def _last_line(lines: Sequence[str], first: int) -> int:
    """Return the line before the next one that is not indented more than the first."""
    margin = _indent(lines[first - 1])
    for number, line in enumerate(lines[first:], start=first):
        if line.strip() and _indent(line) <= margin:
            return number
    return len(lines)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())

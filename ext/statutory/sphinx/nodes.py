"""Views as docutils nodes: cells, links and marks, alike on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from statutory.model.coverage import State
from statutory.views.cells import Cell, Entry

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from statutory.model.catalogue import Catalogue


class Spelling:
    """Spells entries and cells for one page.

    :param docname: The page on which the nodes will stand.
    """

    def __init__(self, app: Sphinx, catalogue: Catalogue, docname: str) -> None:
        """Take what links need: the catalogue and the page that they start from."""
        self.app = app
        self.catalogue = catalogue
        self.docname = docname

    def entry(self, entry: Entry) -> list[nodes.Node]:
        """Return an entry as text or as a link, with its note in brackets."""
        spelled: list[nodes.Node] = [self.link(entry)]
        if entry.note:
            spelled.append(nodes.inline("", f" ({entry.note})", classes=["statutory-note"]))
        return spelled

    def link(self, entry: Entry) -> nodes.Node:
        """Return an entry's text, as a link where it leads to an item on a page."""
        item = self.catalogue.items.get(entry.target)
        if item is None or not item.docname:
            return nodes.Text(entry.text)
        page = self.app.builder.get_relative_uri(self.docname, item.docname)
        return nodes.reference("", entry.text, refuri=f"{page}#{item.id}", internal=True)

    def cell(self, cell: Cell) -> list[nodes.Element]:
        """Return a cell as paragraphs, marked with its state unless it is stated."""
        classes = [] if cell.state is State.STATED else [f"statutory-{cell.state.value}"]
        paragraphs: list[nodes.Element] = []
        for entry in cell.entries:
            paragraph = nodes.paragraph(classes=classes)
            paragraph += self.entry(entry)
            paragraphs.append(paragraph)
        return paragraphs

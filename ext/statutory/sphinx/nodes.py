"""Views as docutils nodes: cells, links and marks, alike on every page."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from docutils import nodes

from statutory.model.coverage import State
from statutory.source.addresses import is_active
from statutory.sphinx.bars import Bar
from statutory.views.cells import Cell, Entry, inferred_words

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from statutory.model.catalogue import Catalogue


class ViewPlaceholder(nodes.General, nodes.Element):
    """Where a view will stand, with the name and the options of its directive."""


class SortKey(nodes.inline):
    """Text with what a table sorts it by; builders other than HTML spell the text alone."""


class RowHeading(nodes.entry):
    """The cell that names its row, for readers of the screen; elsewhere a cell like others."""


class FoldedNode(nodes.container):
    """What a reader of HTML opens below its words; elsewhere it stands open."""


def setup_nodes(app: Sphinx) -> None:
    """Register the nodes."""
    app.add_node(ViewPlaceholder)
    app.add_node(SortKey, html=(_open_data, _close_data))
    app.add_node(FoldedNode, html=(_open_details, _close_details))
    as_cell: dict[str, Any] = dict.fromkeys(
        ("latex", "text", "man", "texinfo", "xml"), (_open_cell, _close_cell)
    )
    app.add_node(RowHeading, html=(_open_row_heading, _close_cell), **as_cell)


def _open_data(translator: HTML5Translator, node: SortKey) -> None:
    translator.body.append(translator.starttag(node, "data", "", value=node["key"]))


def _close_data(translator: HTML5Translator, _node: SortKey) -> None:
    translator.body.append("</data>")


def _open_details(translator: HTML5Translator, node: FoldedNode) -> None:
    summary = html.escape(node["summary"])
    translator.body.append(f"{translator.starttag(node, 'details')}<summary>{summary}</summary>\n")


def _close_details(translator: HTML5Translator, _node: FoldedNode) -> None:
    translator.body.append("</details>\n")


def _open_cell(translator: HTML5Translator, node: RowHeading) -> None:
    translator.visit_entry(node)


def _close_cell(translator: HTML5Translator, node: RowHeading) -> None:
    translator.depart_entry(node)


def _open_row_heading(translator: HTML5Translator, node: RowHeading) -> None:
    """Open the cell as any other, and say that it is the heading of its row."""
    translator.visit_entry(node)
    translator.body[-1] = translator.body[-1].replace("<td", '<th scope="row"', 1)
    translator.context[-1] = translator.context[-1].replace("</td>", "</th>")


def unbroken(text: str) -> str:
    """Return a text that no line parts at the number of a section or behind a leading hyphen."""
    return re.sub(r"(?<!\S)-(?=[^\W\d])", "-\u2060", text.replace(" §", "\u00a0§"))


class Spelling:
    """Spells entries and cells for one page.

    :param docname: The page on which the nodes will stand.
    """

    def __init__(self, app: Sphinx, catalogue: Catalogue, docname: str) -> None:
        """Take what links need: the catalogue and the page that they start from."""
        self.app = app
        self.catalogue = catalogue
        self.docname = docname
        self._ids: Counter[str] = Counter()
        self._inferred = inferred_words(catalogue)

    def unique_id(self, name: str) -> str:
        """Return a name as an identifier of the page, numbered where it comes again."""
        self._ids[name] += 1
        return name if self._ids[name] == 1 else f"{name}-{self._ids[name]}"

    def entry(self, entry: Entry) -> list[nodes.Node]:
        """Return an entry as text or as a link, with its note in brackets."""
        linked = self.link(entry)
        spelled = [SortKey("", "", linked, key=entry.key) if entry.key else linked]
        if entry.note:
            spelled.append(self._note(entry.note))
        return spelled

    def link(self, entry: Entry) -> nodes.Node:
        """Return an entry's text, as a link where it leads to an item on a page.

        The page may be one of another project.
        """
        text = unbroken(entry.text) if self.app.builder.format == "html" else entry.text
        if entry.page:
            document, mark, anchor = entry.page.partition("#")
            page = self.app.builder.get_relative_uri(self.docname, document or self.docname)
            uri = f"{page.partition('#')[0]}{mark}{anchor}" if anchor else page
            return nodes.reference("", text, refuri=uri, internal=True)
        if entry.is_literal:
            return nodes.literal(entry.text, entry.text)
        item = self.catalogue.items.get(entry.target)
        if item is not None and item.url and not is_active(item.url):
            return nodes.reference("", text, refuri=item.url, internal=False)
        if item is None or not item.docname:
            return nodes.Text(text)
        page = self.app.builder.get_relative_uri(self.docname, item.docname)
        page = page.partition("#")[0]  # The pages of singlehtml are anchors themselves.
        return nodes.reference("", text, refuri=f"{page}#{item.id}", internal=True)

    def cell(self, cell: Cell) -> list[nodes.Element]:
        """Return a cell as paragraphs, marked with its state unless it is stated.

        Where no entry of an inferred cell says that it is inferred, words behind each do.
        """
        mark = "" if cell.state is State.STATED else f"statutory-{cell.state.value}"
        spelled = self.paragraphs(cell.entries, mark)
        if cell.state is State.INFERRED and not any(map(self._tells_inferred, cell.entries)):
            for paragraph in spelled:
                paragraph.append(self._note(self._inferred[0]))
        return [*spelled, Bar(shares=cell.shares)] if any(cell.shares) else spelled

    def _tells_inferred(self, entry: Entry) -> bool:
        return not {entry.text, *entry.note.split(", ")}.isdisjoint(self._inferred)

    def _note(self, words: str) -> nodes.inline:
        return nodes.inline("", f" ({words})", classes=["statutory-note"])

    def paragraphs(self, entries: Iterable[Entry], mark: str = "") -> list[nodes.Element]:
        """Return entries as paragraphs, one each.

        :param mark: The class of the paragraphs; empty for none.
        """
        return [
            nodes.paragraph("", "", *self.entry(entry), classes=[mark] if mark else [])
            for entry in entries
        ]

    def text(self, text: str) -> list[nodes.Element]:
        """Return a text as a paragraph."""
        return [nodes.paragraph("", text)]

    def table(
        self,
        headings: Sequence[str],
        rows: Iterable[Sequence[list[nodes.Element]]],
        name: str,
        *,
        named_by: int = 0,
    ) -> nodes.table:
        """Return a table with a row of headings.

        :param rows: The content of each cell, row by row.
        :param name: The class of the table.
        :param named_by: The number of the column that names the rows.
        """
        table = nodes.table(classes=[name])
        group = nodes.tgroup(cols=len(headings))
        head = [nodes.entry("", *self.text(heading)) for heading in headings]
        kinds = [RowHeading if n == named_by else nodes.entry for n in range(len(headings))]
        body = [
            nodes.row("", *(kind("", *cell) for kind, cell in zip(kinds, row, strict=True)))
            for row in rows
        ]
        columns = zip(head, *body, strict=True)
        group += [nodes.colspec(colwidth=_letters(column)) for column in columns]
        group += [nodes.thead("", nodes.row("", *head)), nodes.tbody("", *body)]
        table += group
        return table


def _letters(column: Iterable[nodes.entry]) -> int:
    """Return how many letters wide a column is in plain text: no word of it is broken.

    Builders of other pages find the widths themselves.
    """
    return max((len(word) for entry in column for word in entry.astext().split()), default=1)

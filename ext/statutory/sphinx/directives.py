"""Directives that put views on pages.

A directive leaves a placeholder when the page is read; the placeholder becomes the view
when the page is written, since only then everything has been read and checked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from statutory.sphinx.nodes import Spelling
from statutory.sphinx.session import session_of
from statutory.views.cells import Cells
from statutory.views.traceability import TraceRow, TraceTable, trace_tables

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class TracePlaceholder(nodes.General, nodes.Element):
    """Where the traceability tables will stand, with the options of the directive."""


class TraceDirective(SphinxDirective):
    """Shows statutory elements with what implements them, owner, time and source.

    The options take identifiers of sections and names of regions, separated by commas.
    """

    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {
        "saannokset": directives.unchanged_required,
        "maakunnat": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Leave the placeholder."""
        placeholder = TracePlaceholder(
            sections=_names(self.options.get("saannokset", "")),
            regions=_names(self.options.get("maakunnat", "")),
        )
        self.set_source_info(placeholder)
        return [placeholder]


def setup_directives(app: Sphinx) -> None:
    """Register the directives."""
    app.add_node(TracePlaceholder)
    app.add_directive("jaljitettavyys", TraceDirective)
    app.connect("doctree-resolved", replace_placeholders)


def replace_placeholders(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the views in the place of the placeholders of a page."""
    report = session_of(app).report
    if report is None:
        return
    cells = Cells(report)
    spelling = Spelling(app, report.catalogue, docname)
    for placeholder in list(doctree.findall(TracePlaceholder)):
        tables = trace_tables(
            cells, sections=placeholder["sections"], regions=placeholder["regions"]
        )
        placeholder.replace_self([_table(spelling, table) for table in tables])


def _table(spelling: Spelling, table: TraceTable) -> nodes.table:
    """Return a traceability table with the section as its caption."""
    node = nodes.table(classes=["statutory-trace"], ids=[f"trace-{table.caption.target}"])
    title = nodes.title()
    title += spelling.link(table.caption)
    group = nodes.tgroup(cols=len(table.headings))
    group += [nodes.colspec(colwidth=1) for _ in table.headings]
    head = nodes.row()
    head += [nodes.entry("", nodes.paragraph("", heading)) for heading in table.headings]
    body = nodes.tbody()
    body += [_row(spelling, row) for row in table.rows]
    group += [nodes.thead("", head), body]
    node += [title, group]
    return node


def _row(spelling: Spelling, row: TraceRow) -> nodes.row:
    node = nodes.row()
    element = nodes.paragraph()
    element += spelling.entry(row.element)
    node += nodes.entry("", element)
    for cell in (row.implementer, row.owner, row.preparer, row.time, row.source):
        node += nodes.entry("", *spelling.cell(cell))
    return node


def _names(text: str) -> list[str]:
    """Return the names of a list separated by commas."""
    return [name.strip() for name in text.split(",") if name.strip()]

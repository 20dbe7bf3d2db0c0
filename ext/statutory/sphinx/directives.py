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
from statutory.views.coverage import CoverageTable, coverage_table
from statutory.views.traceability import TraceTable, trace_tables

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class TracePlaceholder(nodes.General, nodes.Element):
    """Where the traceability tables will stand, with the options of the directive."""


class CoveragePlaceholder(nodes.General, nodes.Element):
    """Where the coverage table will stand."""


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


class CoverageDirective(SphinxDirective):
    """Shows in how many items each duty is stated, inferred, waived and missing."""

    def run(self) -> list[nodes.Node]:
        """Leave the placeholder."""
        placeholder = CoveragePlaceholder()
        self.set_source_info(placeholder)
        return [placeholder]


def setup_directives(app: Sphinx) -> None:
    """Register the directives."""
    app.add_node(TracePlaceholder)
    app.add_node(CoveragePlaceholder)
    app.add_directive("jaljitettavyys", TraceDirective)
    app.add_directive("kattavuus", CoverageDirective)
    app.connect("doctree-resolved", replace_placeholders)


def replace_placeholders(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the views in the place of the placeholders of a page."""
    report = session_of(app).report
    if report is None:
        return
    cells = Cells(report)
    spelling = Spelling(app, report.catalogue, docname)
    for trace in list(doctree.findall(TracePlaceholder)):
        tables = trace_tables(cells, sections=trace["sections"], regions=trace["regions"])
        trace.replace_self([_trace_table(spelling, table) for table in tables])
    for coverage in list(doctree.findall(CoveragePlaceholder)):
        coverage.replace_self(_coverage_table(spelling, coverage_table(cells)))


def _trace_table(spelling: Spelling, table: TraceTable) -> nodes.table:
    """Return a traceability table with the section as its caption."""
    rows = [
        [
            spelling.paragraphs([row.element]),
            *(
                spelling.cell(cell)
                for cell in (row.implementer, row.owner, row.preparer, row.time, row.source)
            ),
        ]
        for row in table.rows
    ]
    node = spelling.table(table.headings, rows, "statutory-trace")
    node["ids"] = [f"trace-{table.caption.target}"]
    node.insert(0, nodes.title("", "", spelling.link(table.caption)))
    return node


def _coverage_table(spelling: Spelling, table: CoverageTable) -> nodes.table:
    rows = [
        [spelling.text(text) for text in (row.concept, row.duty, *map(str, row.states))]
        for row in table.rows
    ]
    return spelling.table(table.headings, rows, "statutory-coverage")


def _names(text: str) -> list[str]:
    """Return the names of a list separated by commas."""
    return [name.strip() for name in text.split(",") if name.strip()]

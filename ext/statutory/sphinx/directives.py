"""Directives that put views on pages.

A directive leaves a placeholder when the page is read; the placeholder becomes the view
when the page is written, since only then everything has been read and checked. A new view
is a function here and an entry in :data:`VIEWS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from statutory.sphinx.nodes import Spelling
from statutory.sphinx.session import session_of
from statutory.suggest import nearest
from statutory.views.cells import Cells
from statutory.views.coverage import coverage_table
from statutory.views.responsibility import responsibility_table
from statutory.views.traceability import TraceTable, trace_tables

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

Names = Mapping[str, tuple[str, ...]]
"""The names that each option of a directive lists."""


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """A view that a directive puts on a page.

    :param draw: Returns its nodes from the cells, the spelling and the options.
    :param options: The names that each option may list, found in the cells.
    """

    draw: Callable[[Cells, Spelling, Names], list[nodes.Element]]
    options: Mapping[str, Callable[[Cells], Iterable[str]]] = field(default_factory=dict)


class ViewPlaceholder(nodes.General, nodes.Element):
    """Where a view will stand, with the name and the options of its directive."""


class ViewDirective(SphinxDirective):
    """Puts the view of its own name on a page; options list names, separated by commas."""

    def run(self) -> list[nodes.Node]:
        """Leave the placeholder."""
        names = {option: _names(text) for option, text in self.options.items()}
        placeholder = ViewPlaceholder(view=self.name, listed=names)
        self.set_source_info(placeholder)
        return [placeholder]


def setup_directives(app: Sphinx) -> None:
    """Register a directive for each view."""
    app.add_node(ViewPlaceholder)
    for name, view in VIEWS.items():
        options = dict.fromkeys(view.options, directives.unchanged_required)
        directive = type(f"{name.title()}Directive", (ViewDirective,), {"option_spec": options})
        app.add_directive(name, directive)
    app.connect("doctree-resolved", replace_placeholders)


def replace_placeholders(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the views in the place of the placeholders of a page."""
    cells = session_of(app).cells
    if cells is None:
        return
    spelling = Spelling(app, cells.catalogue, docname)
    for placeholder in list(doctree.findall(ViewPlaceholder)):
        view = VIEWS[placeholder["view"]]
        names: Names = placeholder["listed"]
        _warn_of_unknown_names(cells, view, names, placeholder)
        placeholder.replace_self(view.draw(cells, spelling, names))


def _warn_of_unknown_names(
    cells: Cells, view: View, names: Names, placeholder: ViewPlaceholder
) -> None:
    """Warn of names that the options may not list, at the line of the directive."""
    for option, listed in names.items():
        known = list(view.options[option](cells))
        for name in listed:
            if name not in known:
                suggestion = nearest(name, known)
                values = {"option": option, "name": name, "nearest": suggestion}
                said = cells.messages.fill("{option}: there is no {name}", values)
                if suggestion:
                    said = cells.messages.fill(
                        "{option}: there is no {name}; did you mean {nearest}?", values
                    )
                logger.warning(
                    said,
                    type="view",
                    subtype=placeholder["view"],
                    location=placeholder,
                )


# Views --------------------------------------------------------------------------------------


def _trace(cells: Cells, spelling: Spelling, names: Names) -> list[nodes.Element]:
    """Return a traceability table for each section, with the section as its caption."""
    tables = trace_tables(
        cells, sections=names.get("saannokset", ()), regions=names.get("maakunnat", ())
    )
    return [_trace_table(spelling, table) for table in tables]


def _trace_table(spelling: Spelling, table: TraceTable) -> nodes.table:
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
    node["ids"] = [spelling.unique_id(f"trace-{table.caption.target}")]
    node.insert(0, nodes.title("", "", spelling.link(table.caption)))
    return node


def _coverage(cells: Cells, spelling: Spelling, _names: Names) -> list[nodes.Element]:
    table = coverage_table(cells)
    rows = [
        [spelling.text(text) for text in (row.concept, row.duty, *map(str, row.states))]
        for row in table.rows
    ]
    return [spelling.table(table.headings, rows, "statutory-coverage")]


def _responsibilities(cells: Cells, spelling: Spelling, names: Names) -> list[nodes.Element]:
    table = responsibility_table(
        cells,
        types=names.get("tyypit", ()),
        regions=names.get("maakunnat", ()),
        columns=names.get("sarakkeet", ()),
    )
    rows = [
        [
            spelling.paragraphs([row.item]),
            spelling.text(row.region),
            *(spelling.cell(part) for part in row.parts),
        ]
        for row in table.rows
    ]
    return [spelling.table(table.headings, rows, "statutory-trace")] if rows else []


def _columns(cells: Cells) -> Iterable[str]:
    vocabulary = cells.catalogue.vocabulary
    return (*vocabulary.links, *vocabulary.fields)


def _types(cells: Cells) -> Iterable[str]:
    return cells.catalogue.vocabulary.types


def _sections(cells: Cells) -> Iterable[str]:
    types = cells.settings.types
    return (item.id for item in cells.catalogue.taken_over(types.section + types.act))


def _regions(cells: Cells) -> Iterable[str]:
    region = cells.settings.fields.region
    return {item.value(region) for item in cells.catalogue.own_items()}


def _names(text: str) -> tuple[str, ...]:
    """Return the names of a list separated by commas."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


VIEWS: dict[str, View] = {
    "jaljitettavyys": View(draw=_trace, options={"saannokset": _sections, "maakunnat": _regions}),
    "kattavuus": View(draw=_coverage),
    "vastuunjako": View(
        draw=_responsibilities,
        options={"tyypit": _types, "maakunnat": _regions, "sarakkeet": _columns},
    ),
}
"""The views by the names of their directives."""

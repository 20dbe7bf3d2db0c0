"""The blocks of views as docutils nodes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from docutils import nodes

from statutory.sphinx.copying import CODE_CLASS
from statutory.sphinx.diagrams import spell_diagram
from statutory.sphinx.nodes import FoldedNode, Spelling
from statutory.views.blocks import (
    Block,
    Code,
    Diagram,
    Facts,
    Figure,
    Figures,
    Heading,
    Listing,
    Paragraph,
    Points,
    Row,
    Table,
)

UNSEEN = "statutory-unseen"
"""The class of what is read aloud and not shown, since it is seen nearby."""


def spell(spelling: Spelling, block: Block, *, depth: int, name: str = "") -> nodes.Element:
    """Return a block as a node.

    :param depth: How many sections the view stands in, for the level of headings.
    :param name: The heading that it stands under, which names a table without a caption to
        readers of the screen; empty for none.
    """
    if isinstance(block, Heading):
        return _heading(spelling, block, depth)
    if isinstance(block, Table):
        return _named(spelling, _table(spelling, block), name)
    return _SPELLED[type(block)](spelling, block)


def spell_facts(spelling: Spelling, rows: tuple[Row, ...], name: str) -> nodes.definition_list:
    """Return facts as a list of terms and their values.

    :param name: The class of the list.
    """
    listed = nodes.definition_list(classes=[name])
    for row in rows:
        spelled = spelling.cell(row.cell)
        if row.folded:
            spelled = [FoldedNode("", *spelled, summary=row.folded)]
        definition = nodes.definition("", *spelled)
        listed += nodes.definition_list_item("", nodes.term("", row.label), definition)
    return listed


def heading_above(node: nodes.Node) -> str:
    """Return the heading of the section that a node stands in; empty for none."""
    section = node
    while section is not None and not isinstance(section, nodes.section):
        section = section.parent
    title = next(iter(section.findall(nodes.title)), None) if section is not None else None
    return title.astext() if title is not None else ""


def depth_of(node: nodes.Node) -> int:
    """Return how many sections a node stands in."""
    depth = 0
    parent = node.parent
    while parent is not None:
        depth += isinstance(parent, nodes.section)
        parent = parent.parent
    return depth


def _table(spelling: Spelling, table: Table) -> nodes.table:
    rows = [[spelling.cell(cell) for cell in row] for row in table.rows]
    node = spelling.table(table.headings, rows, "statutory-table", named_by=table.named_by)
    if table.plain:
        node["classes"].append("statutory-plain")
    if table.dense:
        node["classes"].append("statutory-dense")
    if table.caption is not None:
        name = f"table-{table.caption.target}" if table.caption.target else "table"
        node["ids"] = [spelling.unique_id(table.anchor or name)]
        node.insert(0, nodes.title("", "", *spelling.entry(table.caption)))
    return node


def _named(spelling: Spelling, table: nodes.table, name: str) -> nodes.table:
    """Return a table that readers of the screen are told the name of, where no caption is seen."""
    is_seen = isinstance(table.next_node(), nodes.title)
    if name and not is_seen and spelling.app.builder.format == "html":
        table["ids"] = [spelling.unique_id("table")]
        table.insert(0, nodes.title("", "", nodes.inline("", name, classes=[UNSEEN])))
    return table


def _facts(spelling: Spelling, facts: Facts) -> nodes.container:
    listed = spell_facts(spelling, facts.rows, "statutory-facts")
    if facts.dense:
        listed["classes"].append("statutory-dense")
    return nodes.container("", listed, classes=["statutory-view"], is_div=True)


def _listing(spelling: Spelling, listing: Listing) -> nodes.Element:
    kind = nodes.enumerated_list if listing.numbered else nodes.bullet_list
    node: nodes.Element = kind()
    node["classes"].append("statutory-listing")
    for cell in listing.cells:
        node += nodes.list_item("", *spelling.cell(cell))
    return node


def _points(spelling: Spelling, points: Points) -> nodes.Element:
    node: nodes.Element = nodes.enumerated_list() if points.numbered else nodes.bullet_list()
    for point in points.points:
        node += nodes.list_item("", *(spell(spelling, block, depth=1) for block in point.blocks))
    return node


def _figures(spelling: Spelling, figures: Figures) -> nodes.bullet_list:
    listed = nodes.bullet_list(classes=["statutory-figures"])
    for figure in figures.figures:
        listed += nodes.list_item("", *_figure(spelling, figure))
    return listed


def _figure(spelling: Spelling, figure: Figure) -> list[nodes.paragraph]:
    """Return a number below its label; the words of the label are first when it is read out."""
    value = nodes.strong("", "", *spelling.entry(figure.value))
    lines = [nodes.paragraph("", figure.label), nodes.paragraph("", "", value)]
    if figure.note is not None:
        lines.append(nodes.paragraph("", "", *spelling.entry(figure.note)))
    return lines


def _paragraph(spelling: Spelling, paragraph: Paragraph) -> nodes.paragraph:
    node = nodes.paragraph()
    for entry in paragraph.entries:
        node += spelling.entry(entry)
    return node


def _heading(spelling: Spelling, heading: Heading, depth: int) -> nodes.rubric:
    level = min(depth + heading.level, 6)
    node = nodes.rubric("", "", classes=["statutory-heading"], **{"heading-level": level})
    if heading.anchor:
        node["ids"] = [spelling.unique_id(heading.anchor)]
    if heading.starts_page:
        node["classes"].append("statutory-starts-page")
    node += spelling.entry(heading.entry)
    return node


def _code(_spelling: Spelling, code: Code) -> nodes.literal_block:
    return nodes.literal_block(code.text, code.text, language=code.language, classes=[CODE_CLASS])


def _diagram(spelling: Spelling, diagram: Diagram) -> nodes.Element:
    table = _named(spelling, _table(spelling, diagram.table), diagram.name)
    return spell_diagram(spelling, diagram, table)


_SPELLED: Mapping[type[Block], Callable[[Spelling, Any], nodes.Element]] = {
    Table: _table,
    Facts: _facts,
    Figures: _figures,
    Listing: _listing,
    Points: _points,
    Paragraph: _paragraph,
    Code: _code,
    Diagram: _diagram,
}

"""The body of an item: what its author says of it, as blocks of text and links.

The catalogue holds no bodies; they are read from the scanned files, with the tokenizers that
MyST reads the pages with: its own for the options above the body, markdown-it for the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import dedent
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.source.options import read_options
from statutory.views.blocks import Block, Code, Paragraph, Point, Points, Table, stated
from statutory.views.cells import Cell, Entry

if TYPE_CHECKING:
    from markdown_it.token import Token

MARKDOWN = (
    MarkdownIt("commonmark", {"html": False})
    .enable("table")
    .use(myst_block_plugin)
    .use(myst_role_plugin)
)
"""Markdown as MyST reads it; HTML is text."""


def body_of(catalogue: Catalogue, item: Item) -> tuple[Block, ...]:
    """Return the body of an item; nothing where no scanned file holds it.

    Stress is left out, an item that the text names is a link to it, and what other directives
    hold is told without their frames. Items within the item have bodies of their own.
    """
    declared = catalogue.declarations.get(item.id, ())
    if not declared:
        return ()
    place = declared[0].location
    document = next(one for one in catalogue.documents if one.path == place.path)
    lines = document.text.split("\n")[place.line : declared[0].end_line - 1]
    return tuple(_blocks(catalogue, dedent("\n".join(lines)).split("\n")))


def _blocks(catalogue: Catalogue, lines: Sequence[str]) -> Iterator[Block]:
    """Yield what stands in a directive below its options."""
    text = "\n".join(lines[read_options(lines, 1).length :])
    yield from _of_nodes(catalogue, SyntaxTreeNode(MARKDOWN.parse(text)).children)


def _of_nodes(catalogue: Catalogue, nodes: Iterable[SyntaxTreeNode]) -> Iterator[Block]:
    for node in nodes:
        if node.type in {"paragraph", "heading"}:
            yield Paragraph(tuple(_entries(catalogue, node)))
        elif node.type in {"bullet_list", "ordered_list"}:
            yield _points(catalogue, node)
        elif node.type == "table":
            yield _table(catalogue, node)
        elif node.type == "fence" and node.info.lstrip().startswith("{"):
            name = node.info.strip().partition("}")[0].removeprefix("{")
            if name not in catalogue.vocabulary.types:
                yield from _blocks(catalogue, node.content.split("\n"))
        elif node.type in {"fence", "code_block"}:
            yield Code(node.content.rstrip("\n"))
        elif node.children:  # A quotation, or a frame of another kind.
            yield from _of_nodes(catalogue, node.children)


def _points(catalogue: Catalogue, node: SyntaxTreeNode) -> Points:
    """Return a list, each of its points with the lists below it."""
    return Points(
        points=tuple(_point(catalogue, item) for item in node.children),
        numbered=node.type == "ordered_list",
    )


def _point(catalogue: Catalogue, node: SyntaxTreeNode) -> Point:
    return Point(tuple(_of_nodes(catalogue, node.children)))


def _table(catalogue: Catalogue, node: SyntaxTreeNode) -> Table:
    """Return a table; each of its cells is one entry, perhaps a link."""
    rows = [row for part in node.children for row in part.children]
    head, *body = [[_cell(catalogue, cell) for cell in row.children] for row in rows]
    return Table(
        headings=tuple("".join(entry.text for entry in cell.entries) for cell in head),
        rows=tuple(map(tuple, body)),
        plain=True,
    )


def _cell(catalogue: Catalogue, node: SyntaxTreeNode) -> Cell:
    entries = [entry for entry in _entries(catalogue, node) if entry.text.strip()]
    if len(entries) == 1:
        return stated(*entries)
    return stated("".join(entry.text for entry in entries))


# Running text -----------------------------------------------------------------------------


def _entries(catalogue: Catalogue, node: SyntaxTreeNode) -> Iterator[Entry]:
    """Yield the running text of a node as plain text and links, neighbouring text in one."""
    plain = ""
    for entry in _pieces(catalogue, [one for child in node.children for one in _tokens(child)]):
        if entry.target:
            if plain:
                yield Entry(plain)
            yield entry
            plain = ""
        else:
            plain += entry.text
    if plain:
        yield Entry(plain)


def _tokens(node: SyntaxTreeNode) -> list[Token]:
    """Return the tokens of running text, of pictures those of what stands for them."""
    tokens: list[Token] = []
    for token in node.to_tokens():
        tokens += token.children or []
    return [
        one
        for token in tokens
        for one in (token.children if token.type == "image" else [token]) or []
    ]


def _pieces(catalogue: Catalogue, tokens: Iterable[Token]) -> Iterator[Entry]:
    for token in tokens:
        if token.type == "myst_role" and token.meta["name"] == "need":
            yield _named(catalogue, token.content)
        elif token.type == "myst_role":
            yield Entry(_shown(token.content))
        elif token.type in {"softbreak", "hardbreak"}:
            yield Entry(" ")
        elif token.content:
            yield Entry(token.content)


def _named(catalogue: Catalogue, text: str) -> Entry:
    """Return an item that the text names by its title, or what was written where there is none."""
    before, _, behind = text.rpartition("<")
    id_ = behind.removesuffix(">").strip()
    item = catalogue.items.get(id_)
    return Entry(item.title or item.id, item.id) if item else Entry(before.strip() or id_)


def _shown(text: str) -> str:
    """Return what is read of a role: its words, without the target that they may have."""
    words = text.partition("<")[0].strip()
    return words if words and text.endswith(">") else text

"""A new item: how its identifier is built, and a snippet to copy for each type."""

from __future__ import annotations

from collections.abc import Container, Iterable

from statutory.model.finnish_time import edtf_of
from statutory.views.blocks import Block, Code, Heading, Paragraph, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.identifiers import kind_parts, region_parts
from statutory.views.options import REGIONS, TYPES, Options
from statutory.views.order import regions_in_order
from statutory.views.shares import region_label
from statutory.views.snippets import ID, Line, Snippet, snippet_of

KINDS_TABLE, REGIONS_TABLE = "id-kinds", "id-regions"
"""The names under which the script that builds identifiers finds its tables."""

_TIMES = "new-times"

_FINNISH = "fi"
_NOTATIONS = (
    *("2018", "11/2017", "marraskuu 2017", "1.7.2017", "5–6/2019", "11/2017–6/2019"),
    *("1.–5.7.2017", "1.7.2017–30.6.2018", "kevät 2018", "6/2018 alkaen", "noin 2018"),
)


def new_item_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return how to build an identifier, how to write times, and a snippet for each type."""
    region = options.name(REGIONS)
    shown = options.names(TYPES) or tuple(cells.catalogue.vocabulary.types)
    snippets = [snippet_of(cells, kind, region) for kind in shown]
    return (*_ids(cells, shown), *_times(cells), *_snippets(cells, snippets))


def _ids(cells: Cells, shown: Container[str]) -> list[Block]:
    """Return the parts of identifiers: of each region and of each type.

    :param shown: The types with a snippet, to which their names lead.
    """
    say, types = cells.messages.text, cells.catalogue.vocabulary.types
    regions, kinds = region_parts(cells), kind_parts(cells)
    if not (regions and kinds):
        return []
    region_title = cells.settings.label(cells.settings.fields.region)
    return [
        Heading(Entry(say("Identifier"))),
        Paragraph((Entry(say("An identifier is a region, a kind and a name, with hyphens.")),)),
        Table(
            headings=(region_title, say("beginning of the identifier")),
            rows=tuple(
                (stated(region_label(cells, region)), stated(regions[region]))
                for region in regions_in_order(cells, regions)
            ),
            caption=Entry(say("Regions in identifiers")),
            anchor=REGIONS_TABLE,
            plain=True,
        ),
        Table(
            headings=(say("type"), say("kind in the identifier")),
            rows=tuple(
                (_type(types[kind].title, kind if kind in shown else ""), stated(kinds[kind]))
                for kind in types
                if kind in kinds
            ),
            caption=Entry(say("Kinds in identifiers")),
            anchor=KINDS_TABLE,
            plain=True,
        ),
    ]


def _type(title: str, shown: str) -> Cell:
    """Return the name of a type, as a link to its snippet where there is one."""
    return stated(Entry(title, page=f"#{_snippet_anchor(shown)}" if shown else ""))


def _snippet_anchor(kind: str) -> str:
    return f"new-{kind}"


def _times(cells: Cells) -> list[Block]:
    """Return how the times of the sources are written, in a project that is Finnish."""
    say = cells.messages.text
    if not _has_times(cells):
        return []
    rows = tuple(
        (
            stated(notation),
            stated(Entry(edtf_of(notation), is_literal=True)),
            stated(cells.time_text(edtf_of(notation))),
        )
        for notation in _NOTATIONS
    )
    headings = (say("the source reads"), say("write"), say("the page shows"))
    title = Heading(Entry(say("Times")), anchor=_TIMES)
    return [title, Table(headings=headings, rows=rows, plain=True)]


def _has_times(cells: Cells) -> bool:
    return cells.settings.language == _FINNISH


def _snippets(cells: Cells, snippets: Iterable[Snippet]) -> list[Block]:
    """Return the snippets, each with a table of what its lines may say."""
    blocks: list[Block] = [Heading(Entry(cells.messages.text("Snippets")))]
    for snippet in snippets:
        title = cells.catalogue.vocabulary.types[snippet.type].title
        blocks.append(Heading(Entry(title), level=2, anchor=_snippet_anchor(snippet.type)))
        blocks.append(Code(snippet.text, "text"))
        blocks.append(_lines(cells, title, snippet))
    return blocks


def _lines(cells: Cells, title: str, snippet: Snippet) -> Table:
    say = cells.messages.text
    return Table(
        headings=(say("line"), say("required"), say("what may stand there")),
        rows=tuple(_line(cells, line) for line in snippet.lines),
        caption=Entry(f"{title}: {say('lines')}"),
        plain=True,
    )


def _line(cells: Cells, line: Line) -> tuple[Cell, ...]:
    say = cells.messages.text
    required = say("yes") if line.is_required else say("no")
    return (stated(line.name), stated(required), stated(_allowed(cells, line)))


def _allowed(cells: Cells, line: Line) -> Entry:
    """Return what may stand on a line; a time leads to how times are written."""
    say, fields = cells.messages.text, cells.settings.fields
    listed = ", ".join(line.allowed)
    if line.name in cells.catalogue.vocabulary.links:
        return Entry(f"{say('identifier')}: {listed or say('any item')}")
    if line.name == ID:
        return Entry(say("identifier"))
    if not listed and line.name in {fields.period, fields.waiver_expiry}:
        return Entry(say("a time"), page=f"#{_TIMES}" if _has_times(cells) else "")
    return Entry(listed or say("text"))

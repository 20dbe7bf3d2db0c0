"""The meeting pack: what a body decides, handles or is told of, fit for an agenda.

It is made of headings, paragraphs and plain tables, so that it can be pasted into a word
processor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.views.blocks import Block, Heading, Listing, Paragraph, Table, stated
from statutory.views.body import body_of
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.open_matters import ACTOR, known_actors
from statutory.views.options import BY_TIME, LIMIT, REGIONS, Options, selected
from statutory.views.order import as_written
from statutory.views.parts import demands_on, part_of_whole
from statutory.views.register import said, say, value_cell


@dataclass(frozen=True, slots=True)
class Matter:
    """An item on the agenda of a body.

    :param part: The link by which it is there: to decide, to handle, to be told.
    """

    item: Item
    part: str


def pack_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the agenda of each body that an author names, and its matters one by one.

    Where none is named, all that have matters have theirs.
    """
    named = options.names(ACTOR)
    packs = {
        id_: list(islice(_matters(cells, options, cells.catalogue.items[id_]), limit))
        for limit in [options.number(LIMIT) or None]
        for id_ in named or known_actors(cells.catalogue)
    }
    shown = {id_: matters for id_, matters in packs.items() if named or matters}
    is_alone = len(named) == 1
    blocks: list[Block] = []
    if len(shown) > 1:
        blocks.append(_contents(cells, options, shown))
    for id_, matters in shown.items():
        if not is_alone:
            body = cells.reference(cells.catalogue.items[id_])
            blocks.append(Heading(body, anchor=_anchor(options, id_), starts_page=True))
        if matters:
            blocks += _pack(cells, matters, level=1 if is_alone else 2)
        else:
            blocks += said(cells, say("The body has no matters."))
    return tuple(blocks) or said(cells, say("No body has matters."))


def _contents(cells: Cells, options: Options, packs: Mapping[str, Sequence[Matter]]) -> Listing:
    """Return a link to the pack of each body, with how many matters it has."""
    items = cells.catalogue.items
    entries = (
        Entry(items[id_].title or id_, note=str(len(matters)), page=f"#{_anchor(options, id_)}")
        for id_, matters in packs.items()
    )
    return Listing(cells=tuple(stated(entry) for entry in entries))


def _anchor(options: Options, id_: str) -> str:
    """Return the name of the pack of a body; views of other regions can have one of it too."""
    return "-".join(("pack", *options.names(REGIONS), id_))


def _pack(cells: Cells, matters: Sequence[Matter], *, level: int) -> list[Block]:
    """Return the agenda of one body and its matters.

    :param level: How many levels below the heading of the section its headings begin.
    """
    blocks: list[Block] = [_agenda(cells, matters)]
    for number, matter in enumerate(matters, start=1):
        blocks += _matter(cells, number, matter, level)
    return blocks


def _matters(cells: Cells, options: Options, body: Item) -> Iterator[Matter]:
    """Yield the matters of a body, each once: first what it decides, last what it has to answer."""
    links = cells.settings.links
    of_demands = links.addressee
    seen: set[str] = set()
    for link in (
        *(links.decider, links.handler, links.presenter, links.preparer),
        *(links.consulted, links.informed, of_demands),
    ):
        linking: Iterable[Item] = cells.catalogue.linking(body, link) if link else ()
        if link == of_demands:
            linking = demands_on(cells, body)
        for item in selected(cells, options, linking, order=BY_TIME):
            if item.id not in seen:
                seen.add(item.id)
                yield Matter(item, link)


def _agenda(cells: Cells, matters: Sequence[Matter]) -> Table:
    text, incoming = cells.messages.text, cells.catalogue.vocabulary.links
    rows = tuple(
        (
            stated(str(number)),
            stated(cells.reference(matter.item)),
            stated(incoming[matter.part].incoming),
            cells.time(matter.item),
            part_of_whole(cells, matter.item, cells.settings.links.preparer),
        )
        for number, matter in enumerate(matters, start=1)
    )
    preparer = cells.catalogue.vocabulary.outgoing(cells.settings.links.preparer)
    headings = (text("number"), text("matter"), text("part"), text("time"), preparer)
    return Table(
        headings=headings, rows=rows, caption=Entry(text("Agenda")), plain=True, named_by=1
    )


def _matter(cells: Cells, number: int, matter: Matter, level: int) -> list[Block]:
    """Return one matter: what it is, its background and what comes with it."""
    text, item = cells.messages.text, matter.item
    title = Entry(f"{text('Matter')} {number}: {item.title or item.id}", item.id)
    blocks: list[Block] = [Heading(title, level=level)]
    blocks.append(Heading(Entry(text("Background")), level=level + 1))
    blocks += body_of(cells.catalogue, item)
    blocks.append(_table(cells, _background(cells, item)))
    blocks.append(Heading(Entry(text("Proposal")), level=level + 1))
    blocks.append(_table(cells, _proposal(cells, item)))
    blocks.append(Heading(Entry(text("Attachments")), level=level + 1))
    attached = list(_attached(cells, item))
    if attached:
        blocks.append(_table(cells, iter(attached)))
    else:
        blocks.append(Paragraph((Entry(text("none recorded")),)))
    return blocks


def _table(cells: Cells, rows: Iterator[tuple[str, Cell]]) -> Table:
    text = cells.messages.text
    return Table(
        headings=(text("matter"), text("what is known")),
        rows=tuple((stated(label), cell) for label, cell in rows),
        plain=True,
    )


def _background(cells: Cells, item: Item) -> Iterator[tuple[str, Cell]]:
    """Yield what an item is part of, the law, who prepares it, its time and its sources."""
    links, outgoing = cells.settings.links, cells.catalogue.vocabulary.outgoing
    catalogue, known = cells.catalogue, cells.catalogue.vocabulary.links
    wholes = catalogue.linked(item, links.part_of)
    if wholes:
        yield outgoing(links.part_of), stated(*map(cells.reference, wholes))
    if links.based_on in known:
        yield outgoing(links.based_on), _law(cells, item)
    for link in (links.preparer, links.owner):
        if link in known:
            yield outgoing(link), part_of_whole(cells, item, link)
    if cells.tells_time():
        yield cells.messages.text("time"), cells.time(item)
    if links.sources in known:
        yield outgoing(links.sources), cells.sources(item)


def _law(cells: Cells, item: Item) -> Cell:
    """Return the law behind an item: of its own, of what it implements, or of its whole."""
    links, catalogue = cells.settings.links, cells.catalogue
    for one in (item, *catalogue.linked(item, links.part_of)):
        elements = catalogue.linked(one, links.implements, role="implements")
        bases = (*catalogue.linked(one, links.based_on), *elements)
        if bases:
            return stated(*map(cells.reference, bases))
    return cells.missing(item, links.based_on)


def _proposal(cells: Cells, item: Item) -> Iterator[tuple[str, Cell]]:
    """Yield what is proposed, who presents, handles and decides, and how far the matter is."""
    fields, links = cells.settings.fields, cells.settings.links
    vocabulary, label = cells.catalogue.vocabulary, cells.settings.label
    if fields.proposal in vocabulary.fields:
        yield label(fields.proposal), value_cell(cells, item, fields.proposal)
    for link in (links.presenter, links.handler, links.decider):
        if link in vocabulary.links:
            yield vocabulary.outgoing(link), part_of_whole(cells, item, link)
    status = item.value(fields.status)
    shown = stated(label(status)) if status else cells.missing(item, fields.status)
    yield label(fields.status), shown


def _attached(cells: Cells, item: Item) -> Iterator[tuple[str, Cell]]:
    """Yield what concerns an item, is a part of it, or is not known of it, type by type."""
    catalogue, links = cells.catalogue, cells.settings.links
    found: dict[str, dict[str, Item]] = {}
    for link in (links.concerns, links.part_of, links.gap_target):
        for other in catalogue.linking(item, link):
            found.setdefault(other.type, {})[other.id] = other
    for kind in _types_in_order(catalogue):
        if kind in found:
            title = catalogue.vocabulary.types[kind].title
            yield title, stated(*map(cells.reference, as_written(found[kind].values())))


def _types_in_order(catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(catalogue.vocabulary.types)

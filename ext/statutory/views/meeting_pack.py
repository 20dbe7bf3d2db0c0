"""The meeting pack: what a body decides, handles or is told of, fit for an agenda.

It is made of headings, paragraphs and plain tables, so that it can be pasted into a word
processor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.views.blocks import Block, Heading, Paragraph, Table, stated
from statutory.views.body import body_of
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.open_matters import ACTOR, known_actors
from statutory.views.options import BY_TIME, LIMIT, Options, selected
from statutory.views.order import as_written
from statutory.views.parts import part_of_whole
from statutory.views.register import value_cell


@dataclass(frozen=True, slots=True)
class Matter:
    """An item on the agenda of a body.

    :param part: The link by which it is there: to decide, to handle, to be told.
    """

    item: Item
    part: str


def pack_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the agenda of each body that an author names, and its matters one by one.

    Where none is named, all that decide or handle something have theirs.
    """
    blocks: list[Block] = []
    bodies = [cells.catalogue.items[id_] for id_ in options.names(ACTOR) or _bodies(cells)]
    for body in bodies:
        matters = list(islice(_matters(cells, options, body), options.number(LIMIT) or None))
        if len(bodies) > 1:
            blocks.append(Heading(cells.reference(body), starts_page=True))
        if not matters:
            said = cells.messages.text("The body has no matters.")
            blocks.append(Paragraph((Entry(said),)))
            continue
        blocks.append(_agenda(cells, matters))
        for number, matter in enumerate(matters, start=1):
            blocks += _matter(cells, number, matter)
    none = cells.messages.text("No body has matters.")
    return tuple(blocks) or (Paragraph((Entry(none),)),)


def _bodies(cells: Cells) -> list[str]:
    """Return the actors that decide or handle something, in order."""
    links = cells.settings.links
    return [
        id_
        for id_ in known_actors(cells.catalogue)
        if any(
            cells.catalogue.linking(cells.catalogue.items[id_], link)
            for link in (links.decider, links.handler)
        )
    ]


def _matters(cells: Cells, options: Options, body: Item) -> Iterator[Matter]:
    """Yield the matters of a body, each once: first what it decides."""
    links = cells.settings.links
    seen: set[str] = set()
    for link in (links.decider, links.handler, links.presenter, links.informed):
        linking = cells.catalogue.linking(body, link) if link else ()
        for item in selected(cells, options, linking, order=BY_TIME):
            if item.id not in seen:
                seen.add(item.id)
                yield Matter(item, link)


def _agenda(cells: Cells, matters: Sequence[Matter]) -> Table:
    say, incoming = cells.messages.text, cells.catalogue.vocabulary.links
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
    headings = (say("number"), say("matter"), say("part"), say("time"), preparer)
    return Table(headings=headings, rows=rows, caption=Entry(say("Agenda")), plain=True)


def _matter(cells: Cells, number: int, matter: Matter) -> list[Block]:
    """Return one matter: what it is, its background and what comes with it."""
    say, item = cells.messages.text, matter.item
    title = Entry(f"{say('Matter')} {number}: {item.title or item.id}", item.id)
    blocks: list[Block] = [Heading(title, level=2)]
    blocks.append(Heading(Entry(say("Background")), level=3))
    bodies = body_of(cells.catalogue, item)
    blocks += [Paragraph(entries) for entries in bodies]
    blocks.append(_table(cells, _background(cells, item)))
    blocks.append(Heading(Entry(say("Proposal")), level=3))
    blocks.append(_table(cells, _proposal(cells, item)))
    blocks.append(Heading(Entry(say("Attachments")), level=3))
    attached = list(_attached(cells, item))
    if attached:
        blocks.append(_table(cells, iter(attached)))
    else:
        blocks.append(Paragraph((Entry(say("none recorded")),)))
    return blocks


def _table(cells: Cells, rows: Iterator[tuple[str, Cell]]) -> Table:
    say = cells.messages.text
    return Table(
        headings=(say("matter"), say("what is known")),
        rows=tuple((stated(label), cell) for label, cell in rows),
        plain=True,
    )


def _background(cells: Cells, item: Item) -> Iterator[tuple[str, Cell]]:
    """Yield what an item is part of, the law, who prepares it, its time and its sources."""
    links, outgoing = cells.settings.links, cells.catalogue.vocabulary.outgoing
    catalogue = cells.catalogue
    wholes = catalogue.linked(item, links.part_of)
    if wholes:
        yield outgoing(links.part_of), stated(*map(cells.reference, wholes))
    yield outgoing(links.based_on), _law(cells, item)
    yield outgoing(links.preparer), part_of_whole(cells, item, links.preparer)
    yield outgoing(links.owner), part_of_whole(cells, item, links.owner)
    yield cells.messages.text("time"), cells.time(item)
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

"""The audit trail: all that is known of one statutory element, from the law to its gaps.

Each element begins on a page of its own when the page is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statutory.model.catalogue import Catalogue
from statutory.model.coverage import State, answering_regions, answers
from statutory.model.item import Item
from statutory.views.blocks import Block, Facts, Heading, Listing, Paragraph, Row, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import REGIONS, Options
from statutory.views.order import as_written, beginning
from statutory.views.parts import part_of_whole, told_by_law
from statutory.views.shares import region_label
from statutory.views.traceability import SECTIONS

ELEMENTS = "velvoitteet"
"""The option that lists the statutory elements to show."""


def known_elements(catalogue: Catalogue) -> Iterable[str]:
    """Return the identifiers of the statutory elements."""
    return (item.id for item in catalogue.taken_over(catalogue.settings.types.element))


def trail_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the trail of each element that an author asks for, in the order of the law."""
    wanted = options.names(REGIONS)
    elements = list(_chosen(cells.catalogue, options))
    blocks: list[Block] = []
    if len(elements) > 1:
        contents = (Entry(item.title or item.id, page=f"#{_anchor(item)}") for item in elements)
        blocks.append(Listing(cells=tuple(stated(entry) for entry in contents)))
    for element in elements:
        blocks += _trail(cells, element, wanted)
    none = cells.messages.text("There are no statutory elements.")
    return tuple(blocks) or (Paragraph((Entry(none),)),)


def _chosen(catalogue: Catalogue, options: Options) -> Iterator[Item]:
    ids, sections = options.names(ELEMENTS), options.names(SECTIONS)
    link = catalogue.settings.links.based_on
    for element in as_written(catalogue.taken_over(catalogue.settings.types.element)):
        bases = {basis.id for basis in catalogue.linked(element, link)}
        if (not ids or element.id in ids) and (not sections or bases.intersection(sections)):
            yield element


def _anchor(element: Item) -> str:
    return f"trail-{element.id}"


def _trail(cells: Cells, element: Item, wanted: tuple[str, ...]) -> list[Block]:
    """Return the law, what implements it in each region, and what is open or decided."""
    catalogue, say = cells.catalogue, cells.messages.text
    blocks: list[Block] = [
        Heading(cells.reference(element), anchor=_anchor(element), starts_page=True),
        Heading(Entry(say("The law")), level=2),
        Facts(rows=tuple(_law(cells, element))),
    ]
    scope = [element, *catalogue.linked(element, cells.settings.links.based_on)]
    for region in answering_regions(catalogue, element):
        if wanted and region not in wanted:
            continue
        found = as_written(answers(catalogue, element, region))
        title = Entry(f"{say('implemented by')}: {region_label(cells, region)}")
        blocks.append(Heading(title, level=2))
        if not found:
            blocks.append(Facts(rows=tuple(_unanswered(cells, element, region))))
        blocks += [Facts(rows=tuple(_implementation(cells, item, element))) for item in found]
        scope += found
    blocks.append(Heading(Entry(say("Decisions, differences and open matters")), level=2))
    blocks.append(Facts(rows=tuple(_matters(cells, scope))))
    blocks.append(_marks(cells))
    return blocks


def _marks(cells: Cells) -> Paragraph:
    """Return what the marks mean: the trail is read alone, as an attachment."""
    words = {
        "silent": cells.messages.text("the source does not say"),
        "absent": cells.unrecorded_words(),
        "law": cells.messages.text("by law"),
        "inferred": cells.inferred_word(),
        "none": cells.messages.text("none recorded"),
    }
    marks = cells.messages.fill(
        "Marks: {silent} means that the source is silent, and leads to the gap that says so; "
        "{absent} that nothing is recorded; {law} that the law itself says it, since nothing "
        "implements it yet; {inferred} that no source says it outright; {none} that there is "
        "no such item.",
        words,
    )
    return Paragraph((Entry(marks),))


# The law ----------------------------------------------------------------------------------


def _law(cells: Cells, element: Item) -> Iterator[Row]:
    """Yield what is known of the element and of the law that it stands on."""
    catalogue, settings = cells.catalogue, cells.settings
    links, fields = settings.links, settings.fields
    outgoing, say = catalogue.vocabulary.outgoing, cells.messages.text
    sections = catalogue.linked(element, links.based_on)
    acts = [act for section in sections for act in catalogue.linked(section, links.based_on)]
    counterparts = [
        one for section in sections for one in catalogue.linked(section, links.counterpart)
    ]
    yield Row(say("Identifier"), stated(element.id))
    law = (*sections, *_distinct(acts))
    if links.based_on:
        yield Row(outgoing(links.based_on), stated(*map(cells.reference, law)))
    yield from _values(cells, _distinct(acts), fields.legal_state)
    yield from _values(cells, sections, fields.verification)
    if counterparts:
        found = stated(*map(cells.reference, _distinct(counterparts)))
        yield Row(outgoing(links.counterpart), found)
    yield from _own(cells, element)


def _own(cells: Cells, element: Item) -> Iterator[Row]:
    """Yield who answers for an element, when, and by which source."""
    settings, outgoing = cells.settings, cells.catalogue.vocabulary.outgoing
    if settings.links.owner:
        yield Row(outgoing(settings.links.owner), cells.owner(element))
    if cells.tells_time():
        yield Row(cells.messages.text("time"), cells.time(element))
    if settings.links.sources:
        yield Row(outgoing(settings.links.sources), cells.sources(element))


def _values(cells: Cells, items: Iterable[Item], field: str) -> Iterator[Row]:
    """Yield the values that items have of a field, each once."""
    label = cells.settings.label
    values = dict.fromkeys(label(item.value(field)) for item in items if item.value(field))
    if values:
        yield Row(label(field), stated(*values))


# What implements it -----------------------------------------------------------------------


def _implementation(cells: Cells, item: Item, element: Item) -> Iterator[Row]:
    """Yield who does what, and when, for an item that implements the element."""
    links, outgoing = cells.settings.links, cells.catalogue.vocabulary.outgoing
    title = cells.catalogue.vocabulary.types[item.type].title
    state = cells.coverage.answer(item, element)
    note = cells.messages.text("an inference") if state is State.INFERRED else ""
    yield Row(title, Cell(state, (cells.reference(item, note),)))
    if links.owner:
        yield Row(outgoing(links.owner), cells.owner(item))
    if links.preparer:
        yield Row(outgoing(links.preparer), cells.preparer(item))
    for link in (links.presenter, links.handler, links.consulted, links.decider):
        if link in cells.catalogue.vocabulary.links:
            yield Row(outgoing(link), part_of_whole(cells, item, link))
    if cells.tells_time():
        yield Row(cells.messages.text("time"), cells.time(item))
    steps = list(_deciding_steps(cells, item))
    if steps:
        yield Row(cells.messages.text("steps to the decision"), stated(*steps))
    if links.sources:
        yield Row(outgoing(links.sources), cells.sources(item))


def _unanswered(cells: Cells, element: Item, region: str) -> Iterator[Row]:
    """Yield that nothing implements an element in a region, and what the law says itself."""
    say = cells.messages.text
    missing = cells.missing(element, cells.settings.links.implements, region)
    yield Row(say("implemented by"), missing)
    for row in _own(cells, element):
        yield Row(row.label, told_by_law(cells, row.cell))


def _deciding_steps(cells: Cells, item: Item) -> Iterator[Entry]:
    """Yield the steps of the item's schedule in which somebody handles or decides, by time."""
    catalogue, links = cells.catalogue, cells.settings.links
    deciding = (links.handler, links.decider)
    for schedule in catalogue.linked(item, links.schedule):
        steps = [
            step
            for step in catalogue.linking(schedule, links.part_of)
            if any(catalogue.linked(step, link) for link in deciding)
        ]
        for step in sorted(steps, key=lambda step: (beginning(catalogue, step), step.id)):
            actors = [one.title for link in deciding for one in catalogue.linked(step, link)]
            period = catalogue.period_of(step)
            time = [cells.time_text(period.text)] if period else []
            yield cells.reference(step, "; ".join([*time, ", ".join(actors)]))


# What is decided, differs or is open ------------------------------------------------------


def _matters(cells: Cells, scope: list[Item]) -> Iterator[Row]:
    """Yield what concerns the element, its section and what implements it, kind by kind."""
    settings, fields = cells.settings, cells.settings.fields
    types, links = settings.types, settings.links
    for kinds, link, noted in (
        (types.decision, links.concerns, fields.period),
        (types.position, links.concerns, fields.force),
        (types.difference, links.concerns, fields.kind),
        (types.gap, links.gap_target, fields.gap_field),
        (types.waiver, links.waiver_target, fields.waiver_expiry),
    ):
        for kind in kinds:
            found = _distinct(
                one
                for item in scope
                for one in (*cells.catalogue.linking(item, link), *cells.coverage.waivers(item))
                if one.type == kind
            )
            entries = [cells.reference(one, _note(cells, one, noted)) for one in found]
            none = cells.messages.text("none recorded")
            title = cells.catalogue.vocabulary.types[kind].title
            yield Row(title, stated(*entries) if entries else stated(none))


def _note(cells: Cells, item: Item, field: str) -> str:
    """Return what is told of an item beside its title: the value of one field."""
    value = item.value(field)
    return cells.value_entry(field, value).text if value else ""


def _distinct(items: Iterable[Item]) -> list[Item]:
    """Return items, each once, in the order in which they come first."""
    return list({item.id: item for item in items}.values())

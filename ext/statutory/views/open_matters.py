"""Open matters by actor: what each has to answer, could close, has a part in or can expect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from statutory.model.catalogue import Catalogue
from statutory.model.finding import Finding
from statutory.model.item import Item
from statutory.views.ahead import ahead
from statutory.views.blocks import Block, Heading, Paragraph, Table, stated
from statutory.views.cells import Cells, Entry
from statutory.views.dashboard import waiver_headings, waiver_row
from statutory.views.options import REGIONS, Options
from statutory.views.order import regions_in_order
from statutory.views.parts import demands_on, part_cell, parts_of
from statutory.views.register import Column, Columns
from statutory.views.shares import region_label

ACTOR = "toimija"
"""The option that names the actors to show."""


def known_actors(catalogue: Catalogue) -> Iterable[str]:
    """Return the identifiers of the actors."""
    return (item.id for item in catalogue.items.values() if item.type in _actor_types(catalogue))


def _actor_types(catalogue: Catalogue) -> tuple[str, ...]:
    return catalogue.settings.types.actor


@dataclass(frozen=True, kw_only=True, slots=True)
class Matters:
    """What is open for one actor.

    :param demands: The demands on it that nothing answers.
    :param gaps: The gaps that it could close.
    :param findings: What the checks found in the items that it answers for, other than gaps.
    :param coming: The items that it answers for and that begin or end in the days ahead.
    :param parts: The items that it has a part in and that are not done, by the link.
    :param waivers: The waivers of the items that it answers for, and those that it approved.
    """

    actor: Item
    demands: tuple[Item, ...]
    gaps: tuple[Item, ...]
    findings: tuple[Finding, ...]
    coming: tuple[Item, ...]
    parts: tuple[tuple[str, tuple[Item, ...]], ...]
    waivers: tuple[Item, ...]

    @property
    def counts(self) -> tuple[int, ...]:
        """How many there are of each; an item that it has several parts in is one."""
        shared = {item.id for _, items in self.parts for item in items}
        others = (self.demands, self.gaps, self.findings, self.coming)
        return (*map(len, others), len(shared), len(self.waivers))


def open_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return what is open for the actors that an author asks for, region by region.

    Actors for which nothing is open are left out.
    """
    wanted, regions = options.names(ACTOR), options.names(REGIONS)
    found = [
        matters
        for actor in _actors(cells)
        if (not wanted or actor.id in wanted)
        and (not regions or cells.catalogue.region_of(actor) in regions)
        and any((matters := matters_of(cells, actor)).counts)
    ]
    if not found:
        return (Paragraph((Entry(cells.messages.text("Nothing is open.")),)),)
    blocks: list[Block] = [_contents(cells, found)] if len(found) > 1 else []
    for matters in found:
        blocks += _blocks(cells, matters)
    return tuple(blocks)


def matters_of(cells: Cells, actor: Item) -> Matters:
    """Return what is open for an actor."""
    catalogue, types, links = cells.catalogue, cells.settings.types, cells.settings.links
    owned = [item for item in catalogue.linking(actor, links.owner) if not item.is_external]
    gaps = tuple(item for item in owned if item.type in types.gap)
    others = [item for item in owned if item.type not in (*types.gap, *types.waiver)]
    ids = {item.id for item in others}
    waivers = {
        waiver.id: waiver
        for item in others
        for waiver in catalogue.linking(item, links.waiver_target)
        if waiver.type in types.waiver
    }
    for waiver in catalogue.linking(actor, links.waiver_approver):
        waivers.setdefault(waiver.id, waiver)
    return Matters(
        actor=actor,
        demands=tuple(demands_on(cells, actor)),
        gaps=gaps,
        findings=tuple(
            finding
            for finding in cells.report.open_findings
            if finding.item in ids and not finding.gap
        ),
        coming=tuple(ahead(catalogue, others)),
        parts=tuple((link, tuple(items)) for link, items in parts_of(cells, actor)),
        waivers=tuple(waivers.values()),
    )


def _actors(cells: Cells) -> Iterator[Item]:
    """Yield the actors, region by region, by title."""
    catalogue = cells.catalogue
    actors = [item for item in catalogue.items.values() if item.type in _actor_types(catalogue)]
    regions = regions_in_order(cells, map(catalogue.region_of, actors))
    place = {region: index for index, region in enumerate(regions)}
    yield from sorted(
        actors,
        key=lambda actor: (place[catalogue.region_of(actor)], actor.title.casefold(), actor.id),
    )


def _contents(cells: Cells, found: Iterable[Matters]) -> Table:
    """Return a table with a row for each actor that leads to its part of the view."""
    rows = tuple(
        (
            stated(Entry(matters.actor.title or matters.actor.id, page=f"#{_anchor(matters)}")),
            stated(region_label(cells, cells.catalogue.region_of(matters.actor))),
            *(stated(str(count)) for count in matters.counts),
        )
        for matters in found
    )
    types = cells.settings.types.actor
    title = cells.catalogue.vocabulary.types[types[0]].title
    region_title = cells.settings.label(cells.settings.fields.region)
    return Table(headings=(title, region_title, *_titles(cells)), rows=rows)


def _titles(cells: Cells) -> tuple[str, ...]:
    say = cells.messages.text
    return (
        *(say("demands without an answer"), say("gaps to close"), say("findings")),
        *(say("in the days ahead"), say("parts in what is not done"), say("waivers")),
    )


def _anchor(matters: Matters) -> str:
    return f"open-{matters.actor.id}"


def _blocks(cells: Cells, matters: Matters) -> list[Block]:
    """Return what is open for one actor, a table of each kind that it has."""
    region = region_label(cells, cells.catalogue.region_of(matters.actor))
    heading = Heading(cells.reference(matters.actor, region), anchor=_anchor(matters))
    layouts = (_demands, _gaps, _findings, _coming, _parts, _waivers)
    tables = [
        layout(cells, matters, title) for layout, title in zip(layouts, _titles(cells), strict=True)
    ]
    return [heading, *(table for table in tables if table.rows)]


def _demands(cells: Cells, matters: Matters, title: str) -> Table:
    """Return what is demanded of the actor: how firmly, by whom and when."""
    settings, columns = cells.settings, Columns(cells)
    shown = (
        Column(cells.messages.text("demand"), lambda item: stated(cells.reference(item))),
        columns.field(settings.fields.force),
        columns.link(settings.links.speaker),
        columns.time(),
    )
    tables = columns.table(matters.demands, shown, Entry(title))
    return next(iter(tables), Table(headings=(), rows=()))


def _gaps(cells: Cells, matters: Matters, title: str) -> Table:
    settings, vocabulary = cells.settings, cells.catalogue.vocabulary
    link = settings.links.gap_target
    rows = []
    for gap in matters.gaps:
        name = gap.value(settings.fields.gap_field)
        targets = map(cells.reference, cells.catalogue.linked(gap, link))
        rows.append(
            (stated(cells.reference(gap)), stated(cells.name_label(name)), stated(*targets))
        )
    return Table(
        caption=Entry(title),
        headings=(
            cells.messages.text("gap"),
            settings.label(settings.fields.gap_field),
            vocabulary.outgoing(link),
        ),
        rows=tuple(rows),
    )


def _findings(cells: Cells, matters: Matters, title: str) -> Table:
    messages, items = cells.messages, cells.catalogue.items
    return Table(
        caption=Entry(title),
        headings=(messages.text("item"), messages.text("what was found")),
        rows=tuple(
            (
                stated(cells.reference(items[finding.item])),
                stated(cells.told(finding.message)),
            )
            for finding in matters.findings
        ),
    )


def _coming(cells: Cells, matters: Matters, title: str) -> Table:
    say, types = cells.messages.text, cells.catalogue.vocabulary.types
    return Table(
        caption=Entry(title),
        headings=(say("time"), say("item"), say("type")),
        named_by=1,
        rows=tuple(
            (cells.time(item), stated(cells.reference(item)), stated(types[item.type].title))
            for item in matters.coming
        ),
    )


def _parts(cells: Cells, matters: Matters, title: str) -> Table:
    """Return what the actor has a part in, a row for each kind of part."""
    links = cells.catalogue.vocabulary.links
    return Table(
        caption=Entry(title),
        headings=(cells.messages.text("part in it"), cells.messages.text("items")),
        rows=tuple(
            (stated(links[link].incoming), part_cell(cells, items, link))
            for link, items in matters.parts
        ),
        dense=True,
    )


def _waivers(cells: Cells, matters: Matters, title: str) -> Table:
    return Table(
        caption=Entry(title),
        headings=waiver_headings(cells),
        rows=tuple(waiver_row(cells, waiver) for waiver in matters.waivers),
    )

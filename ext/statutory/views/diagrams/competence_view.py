"""Competence over time on a page: which bodies and steps are drawn, and their tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.model.period import Span
from statutory.model.terms import sound_term
from statutory.views.blocks import Block, Diagram, Table, stated
from statutory.views.cells import Cell, Cells
from statutory.views.diagrams.chart_drawing import chart_drawings
from statutory.views.diagrams.competence import competence, ground_of, vacancies
from statutory.views.diagrams.reading import (
    PROCEDURE,
    begins,
    chart_legend,
    extent_of_item,
    linked_or_missing,
    steps_of,
)
from statutory.views.options import REGIONS, Options
from statutory.views.register import said, say, value_cell

ACTORS = "toimijat"
"""The option that names the bodies to draw."""


def competence_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the bodies over time and the steps of procedures, or that there are none.

    Without a choice of bodies they are those that have a part in the steps, and those whose
    duties they take over or hand on; without procedures those of the regions that have a
    competence, decide something or hand their duties on.
    """
    catalogue = cells.catalogue
    wholes = [catalogue.items[id_] for id_ in options.names(PROCEDURE) if id_ in catalogue.items]
    steps = sorted(
        (step for whole in wholes for step in steps_of(catalogue, whole)),
        key=lambda step: begins(catalogue, step),
    )
    bodies = _bodies(cells, options, steps)
    if not bodies:
        return said(cells, say("No body with a competence is recorded."))
    table = _table(cells, bodies)
    chart = competence(cells, bodies, steps)
    if chart is None:
        return (table,)
    drawings = chart_drawings(chart)
    return (
        Diagram(
            name=cells.messages.text("Competence over time"),
            drawings=drawings,
            legend=chart_legend(cells, chart, drawings),
            table=table,
        ),
        *((_steps_table(cells, steps),) if steps else ()),
    )


def _bodies(cells: Cells, options: Options, steps: Sequence[Item]) -> list[Item]:
    """Return the bodies to draw, by their terms."""
    catalogue, links = cells.catalogue, cells.settings.links
    chosen = options.names(ACTORS)
    actors = list(catalogue.of_types(cells.settings.types.actor))
    regions = options.names(REGIONS)
    if chosen:
        found = {actor.id for actor in actors if actor.id in chosen}
    elif steps:
        parts = (*cells.settings.responsibilities, links.owner, links.decider)
        found = {
            actor.id for step in steps for link in parts for actor in catalogue.linked(step, link)
        }
        found |= {other.id for id_ in sorted(found) for other in _around(catalogue, id_)}
    else:
        found = {
            actor.id
            for actor in actors
            if _has_power(catalogue, actor)
            and (not regions or catalogue.region_of(actor) in regions)
        }
    return sorted((actor for actor in actors if actor.id in found), key=_by_term(catalogue))


def _around(catalogue: Catalogue, id_: str) -> tuple[Item, ...]:
    """Return the bodies whose duties a body takes over, and those that take over its own."""
    link, actor = catalogue.settings.links.successor, catalogue.items[id_]
    return (*catalogue.linked(actor, link), *catalogue.linking(actor, link))


def _has_power(catalogue: Catalogue, actor: Item) -> bool:
    links = catalogue.settings.links
    return bool(
        catalogue.linked(actor, links.competence)
        or _around(catalogue, actor.id)
        or catalogue.linking(actor, links.decider)
    )


def _by_term(catalogue: Catalogue) -> Callable[[Item], tuple[dt.date, dt.date, str]]:
    """Return a key that puts bodies in the order of their terms, those without one last."""

    def key(actor: Item) -> tuple[dt.date, dt.date, str]:
        term = sound_term(catalogue, actor)
        if term is None:
            return (dt.date.max, dt.date.max, actor.id)
        return (term.last_start, term.end.latest, actor.id)

    return key


# Tables -------------------------------------------------------------------------------------


def _table(cells: Cells, bodies: Iterable[Item]) -> Table:
    settings = cells.settings
    links, fields = settings.links, settings.fields
    vocabulary = cells.catalogue.vocabulary
    return Table(
        headings=(
            cells.messages.text("body"),
            settings.label(fields.term),
            vocabulary.outgoing(links.competence),
            settings.label(fields.standing),
            vocabulary.outgoing(links.successor),
        ),
        rows=tuple(
            (
                stated(cells.reference(body)),
                value_cell(cells, body, fields.term),
                ground_of(cells, body)
                if cells.catalogue.linked(body, links.competence)
                else cells.missing(body, links.competence),
                value_cell(cells, body, fields.standing),
                linked_or_missing(cells, body, links.successor),
            )
            for body in bodies
        ),
    )


def _steps_table(cells: Cells, steps: Iterable[Item]) -> Table:
    links, text = cells.settings.links, cells.messages.text
    return Table(
        headings=(
            text("step"),
            text("time"),
            cells.catalogue.vocabulary.outgoing(links.owner),
            text("time without anybody responsible"),
        ),
        rows=tuple(
            (
                stated(cells.reference(step)),
                cells.time(step),
                cells.owner(step),
                _vacant(cells, step),
            )
            for step in steps
        ),
    )


def _vacant(cells: Cells, step: Item) -> Cell:
    """Return the days of a step for which nobody is responsible, in words.

    A step without a time and without anybody responsible has nobody, whenever it is.
    """
    catalogue = cells.catalogue
    extent = extent_of_item(catalogue, step)
    if extent is None and not catalogue.linked(step, cells.settings.links.owner):
        return stated(cells.messages.text("all the time"))
    spans = [bar.extent.possible for bar in vacancies(catalogue, step, extent)] if extent else []
    texts = [cells.time_text(_edtf(span)) for span in spans]
    return stated(*texts) if texts else stated("–")


def _edtf(span: Span) -> str:
    """Return a span as the text of a period."""
    first = ".." if span.earliest == dt.date.min else span.earliest.isoformat()
    last = ".." if span.latest == dt.date.max else span.latest.isoformat()
    return first if first == last else f"{first}/{last}"

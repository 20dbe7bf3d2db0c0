"""Competence over time: bodies with their terms and legal grounds, over the work.

Where a step has no owner, or its owner no term, the interval is marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from statutory.model.catalogue import Catalogue
from statutory.model.coverage import State
from statutory.model.item import Item
from statutory.model.terms import holders, sound_term
from statutory.views.blocks import stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.diagrams.axis import axis_of
from statutory.views.diagrams.chart import Bar, Chart, ChartGroup, ChartRow, Tone
from statutory.views.diagrams.extent import Extent, extent_of, uncovered
from statutory.views.diagrams.reading import (
    as_of_text,
    entry_text,
    extent_of_item,
    has_inferred_time,
    names_of,
    time_text,
)


def competence(cells: Cells, bodies: Sequence[Item], steps: Sequence[Item] = ()) -> Chart | None:
    """Return the chart of some bodies and steps; ``None`` where nothing has a time."""
    catalogue, text = cells.catalogue, cells.messages.text
    terms = (_term(catalogue, body) for body in bodies)
    extents = [*terms, *(extent_of_item(catalogue, step) for step in steps)]
    axis = axis_of((extent for extent in extents if extent), cells.settings.as_of)
    if axis is None:
        return None
    title = catalogue.vocabulary.types[bodies[0].type].title
    groups = [ChartGroup(title=title, rows=tuple(_body_row(cells, body) for body in bodies))]
    if steps:
        rows = tuple(_step_row(cells, step) for step in steps)
        groups.append(ChartGroup(title=text("steps and who is responsible"), rows=rows))
    return Chart(
        axis=axis,
        groups=tuple(groups),
        after_text=_taking_over(cells),
        as_of=cells.settings.as_of,
        as_of_text=as_of_text(cells),
        continued=text("continued"),
        language=cells.settings.language,
    )


# Bodies -------------------------------------------------------------------------------------


def _term(catalogue: Catalogue, body: Item) -> Extent | None:
    term = sound_term(catalogue, body)
    return extent_of(term, lasts=True) if term else None


def _body_row(cells: Cells, body: Item) -> ChartRow:
    catalogue, fields = cells.catalogue, cells.settings.fields
    extent = _term(catalogue, body)
    lawful = bool(catalogue.linked(body, cells.settings.links.competence))
    tone = Tone.LAWFUL if lawful else Tone.UNLAWFUL
    is_inferred = cells.coverage.state(body, fields.term) is State.INFERRED
    note = cells.inferred_word() if is_inferred else ""
    term = entry_text(Entry(cells.time_text(body.value(fields.term)), note=note))
    label = cells.catalogue.vocabulary.outgoing(cells.settings.links.competence)
    ground = ", ".join(map(entry_text, ground_of(cells, body).entries))
    return ChartRow(
        entry=cells.reference(body),
        note=". ".join(part for part in (term, f"{label}: {ground}") if part),
        bars=(Bar(extent, tone, is_inferred),) if extent else (),
        absent="" if extent else names_of(cells.missing(body, fields.term)),
        after=tuple(
            cells.reference(former)
            for former in catalogue.linking(body, cells.settings.links.successor)
        ),
    )


def _taking_over(cells: Cells) -> str:
    """Return what pages call the taking over of duties."""
    link, links = cells.settings.links.successor, cells.catalogue.vocabulary.links
    return links[link].incoming if link in links else link


def ground_of(cells: Cells, body: Item) -> Cell:
    """Return what a body's competence rests on, with the state of the law; or its standing."""
    catalogue, settings = cells.catalogue, cells.settings
    provisions = catalogue.linked(body, settings.links.competence)
    if not provisions:
        standing = body.value(settings.fields.standing)
        known = standing in settings.values.unofficial
        return (
            stated(settings.label(standing))
            if known
            else cells.missing(body, settings.links.competence)
        )
    entries = []
    for provision in provisions:
        acts = (provision, *catalogue.linked(provision, settings.links.based_on))
        states = (law.value(settings.fields.legal_state) for law in acts)
        state = next((settings.label(state) for state in states if state), "")
        entries.append(replace(cells.reference(provision), note=state))
    return stated(*entries)


# Steps --------------------------------------------------------------------------------------


def _step_row(cells: Cells, step: Item) -> ChartRow:
    """Return a step with its time; the days for which nobody is responsible are marked."""
    extent = extent_of_item(cells.catalogue, step)
    is_inferred = has_inferred_time(cells, step)
    bars = (Bar(extent), *vacancies(cells.catalogue, step, extent)) if extent else ()
    owner = names_of(cells.owner(step))
    label = cells.catalogue.vocabulary.outgoing(cells.settings.links.owner)
    time = time_text(cells, step)
    return ChartRow(
        entry=cells.reference(step),
        note=f"{time}. {label}: {owner}" if extent else f"{label}: {owner}",
        bars=tuple(replace(bar, is_inferred=is_inferred) for bar in bars),
        absent="" if extent else time,
        mandates=tuple(_mandates(cells.catalogue, step)) if extent else (),
    )


def _mandates(catalogue: Catalogue, step: Item) -> Iterator[Extent]:
    """Yield the known terms of those who answer for a step, and of who takes over from them."""
    owners = catalogue.linked(step, catalogue.settings.links.owner)
    for _, term in holders(catalogue, owners):
        if term:
            yield extent_of(term, lasts=True)


def vacancies(catalogue: Catalogue, step: Item, extent: Extent) -> tuple[Bar, ...]:
    """Return the parts of a step's time for which nobody is responsible.

    An owner without a term is there all the time; those who take over follow their owner.
    """
    owners = catalogue.linked(step, catalogue.settings.links.owner)
    terms = [term for _, term in holders(catalogue, owners)]
    if any(term is None for term in terms):
        return ()
    covers = [extent_of(term, lasts=True).possible for term in terms if term]
    gaps = uncovered(extent.possible, covers)
    return tuple(Bar(Extent(possible=gap, sure=gap), Tone.VACANT) for gap in gaps)

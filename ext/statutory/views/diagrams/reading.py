"""What all diagrams take from the cells: times, steps of procedures, words for marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from statutory.model.catalogue import Catalogue
from statutory.model.coverage import State
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.period import Span
from statutory.model.reach import reached
from statutory.model.terms import sound_period
from statutory.views.blocks import LegendLine
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.diagrams.chart import Bar, Chart, Tone
from statutory.views.diagrams.chart_drawing import has_arrows
from statutory.views.diagrams.extent import Extent, extent_of
from statutory.views.diagrams.scene import Drawing
from statutory.views.options import Options
from statutory.views.order import as_written

PROCEDURE = "menettely"
"""The option that names the procedure to draw."""


def known_procedures(catalogue: Catalogue) -> Iterable[str]:
    """Return the identifiers of the procedures."""
    return (item.id for item in catalogue.of_types(catalogue.settings.types.procedure))


def procedure_of(cells: Cells, options: Options) -> Item | None:
    """Return the procedure that an author names; ``None`` where there is no such item."""
    return cells.catalogue.items.get(options.name(PROCEDURE))


def steps_of(catalogue: Catalogue, whole: Item) -> tuple[Item, ...]:
    """Return the steps of a procedure, in the order of the files.

    They are its parts that happen: steps, dates, decisions, and whatever else has a time.
    """
    types = catalogue.settings.types
    happening = types.procedure + types.milestone + types.decision
    parts = catalogue.linking(whole, catalogue.settings.links.part_of)
    steps = (part for part in parts if part.type in happening or catalogue.has_time(part))
    return tuple(as_written(steps))


def extent_of_item(catalogue: Catalogue, item: Item) -> Extent | None:
    """Return how far an item reaches in time; ``None`` where no time can be read."""
    period = sound_period(catalogue, item)
    if period is None:
        return None
    types = catalogue.settings.types
    is_event = item.type in types.milestone + types.meeting + types.decision + types.position
    lasts = item.type in types.procedure or (not is_event and "/" in period.text)
    return extent_of(period, lasts=lasts)


def begins(catalogue: Catalogue, item: Item) -> tuple[dt.date, dt.date, Location, str]:
    """Return what puts items in the order of time, by the first day that is known of each.

    Those without a time come last.
    """
    extent = extent_of_item(catalogue, item)
    possible = extent.possible if extent else Span(dt.date.max, dt.date.max)
    first = possible.latest if possible.earliest == dt.date.min else possible.earliest
    return (first, possible.latest, item.location, item.id)


def time_text(cells: Cells, item: Item) -> str:
    """Return when an item is, in words, or that nobody says so."""
    time = cells.time(item)
    first = time.entries[0]
    if time.state is State.STATED and has_inferred_time(cells, item):
        return entry_text(replace(first, note=cells.inferred_word()))
    return names_of(Cell(time.state, (first,)))


def has_inferred_time(cells: Cells, item: Item) -> bool:
    """Say whether the time of an item is inferred: by itself, or where a schedule has it."""
    catalogue, settings = cells.catalogue, cells.settings

    def schedules(of: Item) -> tuple[Item, ...]:
        has_own = of.value(settings.fields.period)
        return () if has_own else catalogue.linked(of, settings.links.schedule)

    states = (
        cells.coverage.state(of, settings.fields.period) for of in (item, *reached(item, schedules))
    )
    return State.INFERRED in states


def entry_text(entry: Entry) -> str:
    """Return an entry as text, with its note in brackets."""
    return f"{entry.text} ({entry.note})" if entry.note else entry.text


def names_of(cell: Cell) -> str:
    """Return the entries of a cell as a text; how they are known only where inferred."""
    if cell.state is State.INFERRED:
        return ", ".join(map(entry_text, cell.entries))
    return ", ".join(entry.text for entry in cell.entries)


def linked_or_missing(cells: Cells, item: Item, link: str) -> Cell:
    """Return where a link of an item leads, or that nothing is said of it."""
    targets = cells.catalogue.linked(item, link)
    if not targets:
        return cells.missing(item, link)
    inferred = cells.catalogue.is_inferred(item, link)
    note = cells.messages.text("an inference") if inferred else ""
    entries = tuple(cells.reference(target, note) for target in targets)
    return Cell(State.INFERRED if inferred else State.STATED, entries)


def as_of_text(cells: Cells) -> str:
    """Return what the line of the as-of date says."""
    return cells.messages.fill("as of {day}", {"day": cells.settings.as_of})


def chart_legend(
    cells: Cells, chart: Chart, drawings: Sequence[Sequence[Drawing]]
) -> tuple[LegendLine, ...]:
    """Return what the marks of a chart mean, of those that it has.

    :param drawings: What is drawn of it, for pages of different widths.
    """
    rows = [row for group in chart.groups for row in group.rows]
    bars = [bar for row in rows for bar in row.bars]
    text = cells.messages.text
    silences = dict.fromkeys(row.absent for row in rows if row.absent)
    silent = f"{', '.join(silences)}: {text('the time is not known')}"
    tones = {bar.tone for bar in bars}
    drawn = {(True, bar.is_inferred) for bar in bars if bar.extent.sure}
    drawn |= {(False, bar.is_inferred) for bar in bars if _is_vague(bar)}
    lines = (
        *certainty_lines(cells, drawn),
        ("day", text("a single day"), any(bar.extent.is_one_day for bar in bars)),
        ("open", text("goes on, or the end is not known"), any(_is_open(chart, b) for b in bars)),
        ("lawful", text("competence based on law"), Tone.LAWFUL in tones),
        ("unlawful", text("no legal competence"), Tone.UNLAWFUL in tones),
        ("vacant", text("nobody is responsible"), Tone.VACANT in tones),
        (
            "mandate",
            text("the term of who is responsible"),
            any(chart.axis.holds(term.possible) for row in rows for term in row.mandates),
        ),
        ("stripe", text("a national date"), bool(chart.stripes)),
        *((kind, text("comes after"), True) for kind in _arrow_kinds(drawings)),
        ("absent", silent, bool(silences)),
    )
    return tuple(LegendLine(kind, said) for kind, said, is_used in lines if is_used)


def certainty_lines(
    cells: Cells, drawn: Collection[tuple[bool, bool]]
) -> Iterator[tuple[str, str, bool]]:
    """Yield the marks of how surely a time is known: what each means, and whether it is drawn.

    :param drawn: Whether a mark is sure and whether it is inferred, of all that are drawn.
    """
    text = cells.messages.text
    yield "sure", text("surely at that time"), (True, False) in drawn
    yield "hatched", text("an inferred time"), (True, True) in drawn
    yield "may", text("perhaps at that time"), (False, False) in drawn
    yield "hatched-may", text("perhaps at that time, an inference"), (False, True) in drawn


def _arrow_kinds(drawings: Sequence[Sequence[Drawing]]) -> tuple[str, ...]:
    """Return the mark of arrows: none where none is drawn, one of a width where only it has any.

    The pieces of a narrow drawing hold other rows than those of a wide one.
    """
    drawn = [
        width
        for width, pieces in zip(("wide", "narrow"), drawings, strict=True)
        if has_arrows(pieces)
    ]
    if len(drawn) == len(drawings):
        return ("arrow",)
    return tuple(f"arrow-{width}" for width in drawn)


def _is_vague(bar: Bar) -> bool:
    return bar.extent.sure != bar.extent.possible


def _is_open(chart: Chart, bar: Bar) -> bool:
    possible = bar.extent.possible
    return possible.earliest < chart.axis.first or possible.latest > chart.axis.last

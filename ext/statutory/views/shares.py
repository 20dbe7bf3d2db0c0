"""Shares: how many there are in each state of coverage, with a bar and a percentage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from statutory.model.coverage import State
from statutory.model.measures import EVERYWHERE, MEASURES, Measured, measured
from statutory.views.blocks import stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.places import page_of_view

LACKING = "puuttuvat"
"""The directive of the view that lists what lacks."""

COLUMNS = (State.MISSING, State.STATED, State.INFERRED, State.WAIVED)
"""The states in the order of the columns: what is missing is seen first, on a phone too."""


def share_headings(cells: Cells) -> tuple[str, ...]:
    """Return the titles of the columns: what is covered, and each state."""
    say = cells.messages.text
    return (say("covered"), *(say(state.value) for state in COLUMNS))


def share_cells(states: Iterable[State], lacking: str = "") -> tuple[Cell, ...]:
    """Return the share that is covered, with a bar, and how many there are in each state.

    :param lacking: The page that lists what is missing; empty for none.
    """
    count = Counter(states)
    total = count.total()
    percent = f"{100 * count[State.STATED] // total} %" if total else "–"
    pages = {State.MISSING: lacking} if count[State.MISSING] else {}
    bar = tuple(count[state] for state in State)
    return (
        Cell(State.STATED, (Entry(percent),), bar),
        *(stated(Entry(str(count[state]), page=pages.get(state, ""))) for state in COLUMNS),
    )


def measured_of(cells: Cells, region: str = EVERYWHERE) -> dict[str, tuple[Measured, ...]]:
    """Return what each measure counts, without the measures that count nothing.

    :param region: The region that is measured, or all together.
    """
    counted = {one: tuple(measured(cells.coverage, one, region)) for one in MEASURES}
    return {measure: found for measure, found in counted.items() if found}


def measure_title(cells: Cells, measure: str) -> str:
    """Return what pages call a measure."""
    links, vocabulary = cells.settings.links, cells.catalogue.vocabulary
    titles = {
        "implementation": cells.messages.text("implemented by"),
        "owner": vocabulary.outgoing(links.owner),
        "preparer": vocabulary.outgoing(links.preparer),
        "timeline": cells.messages.text("time"),
        "source": vocabulary.outgoing(links.sources),
    }
    return titles[measure]


def lacking_anchor(measure: str, region: str = "") -> str:
    """Return the name of the part of the view that lists what a measure lacks."""
    return "-".join(filter(None, ("lacking", measure, region)))


def lacking_page(cells: Cells, measure: str, region: str = "") -> str:
    """Return where what a measure lacks is listed; empty where no page lists it."""
    return page_of_view(cells.catalogue, LACKING, lacking_anchor(measure, region))


def region_label(cells: Cells, region: str) -> str:
    """Return what pages call a region, or the whole project where there is none."""
    return cells.settings.label(region) if region else cells.messages.text("whole project")

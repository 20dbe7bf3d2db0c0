"""The headline: the few numbers that tell a board member where things stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from statutory.checks.waiving import ends_soon, waivers_of
from statutory.model.coverage import State, unbound_elements
from statutory.views.ahead import ahead
from statutory.views.blocks import Figure, Figures
from statutory.views.cells import Cells, Entry
from statutory.views.changed import CHANGES, since
from statutory.views.places import page_of_view
from statutory.views.shares import lacking_page, measure_title, measured_of

GAPS, WAIVERS = "puutteet", "poikkeukset"
"""The directives of the registers that the numbers lead to."""


def headline(cells: Cells) -> Figures:
    """Return what is missing of each duty, and how much is open, ends, comes and has changed."""
    return Figures((*_missing(cells), *_open(cells), *_next(cells), *_changed(cells)))


def _missing(cells: Cells) -> Iterator[Figure]:
    """Yield how many of those that are asked for each duty do not have it, in no way.

    What only an inference or a waiver stands for is told beside it: it is not covered either.
    """
    for measure, counted in measured_of(cells).items():
        count = Counter(one.state for one in counted)
        missing = count[State.MISSING]
        title = measure_title(cells, measure)
        others = [
            f"{cells.messages.text(state.value)} {count[state]}"
            for state in (State.INFERRED, State.WAIVED)
            if count[state]
        ]
        yield Figure(
            label=cells.messages.fill("{duty} is missing", {"duty": title}),
            value=Entry(
                f"{missing}/{len(counted)}", page=lacking_page(cells, measure) if missing else ""
            ),
            note=Entry(", ".join(others)) if others else None,
        )


def _open(cells: Cells) -> Iterator[Figure]:
    """Yield how many gaps are open, how many waivers are about to end, and what is accepted."""
    catalogue, say = cells.catalogue, cells.messages.text
    gaps = len(list(catalogue.of_types(cells.settings.types.gap)))
    ending = sum(ends_soon(catalogue, waiver) for waiver in waivers_of(catalogue))
    for label, count, view in (
        (say("Open gaps"), gaps, GAPS),
        (say("Waivers about to expire"), ending, WAIVERS),
    ):
        page = page_of_view(catalogue, view) if count else ""
        yield Figure(label=label, value=Entry(str(count), page=page))
    accepted = cells.report.accepted_findings
    if accepted or cells.settings.baseline:
        unexplained = sum(not one.acceptance.reason for one in accepted if one.acceptance)
        values = {"count": unexplained}
        yield Figure(
            label=say("Findings accepted by the baseline"),
            value=Entry(str(len(accepted))),
            note=Entry(cells.messages.fill("{count} without a reason", values))
            if unexplained
            else None,
        )
    if cells.settings.types.element and cells.settings.links.implements:
        yield _unbound(cells)


def _unbound(cells: Cells) -> Figure:
    """Return how many statutory elements nobody has to answer, with the first of them."""
    unbound = tuple(unbound_elements(cells.catalogue))
    return Figure(
        label=cells.messages.text("Elements that bind nobody"),
        value=Entry(str(len(unbound)), target=unbound[0].id if unbound else ""),
    )


def _next(cells: Cells) -> Iterator[Figure]:
    """Yield the first of the milestones that come."""
    coming = ahead(cells.catalogue, cells.catalogue.of_types(cells.settings.types.milestone))
    for milestone in coming[:1]:
        period = cells.catalogue.period_of(milestone)
        yield Figure(
            label=cells.messages.text("Next milestone"),
            value=cells.time_entry(period.text if period else ""),
            note=cells.reference(milestone),
        )


def _changed(cells: Cells) -> Iterator[Figure]:
    """Yield how many items are new, changed or removed since the release."""
    before, changes = cells.settings.released, cells.changes
    if before is not None and changes is not None:
        count = len(changes.added) + len(changes.changed) + len(changes.removed)
        yield Figure(
            label=cells.messages.text("Changes"),
            value=Entry(str(count), page=page_of_view(cells.catalogue, CHANGES) if count else ""),
            note=Entry(since(cells, before)),
        )

"""The coverage table: of how many items each duty is stated, inferred, waived, missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from statutory.model.coverage import State, answering_regions
from statutory.views.cells import Cells


@dataclass(frozen=True, kw_only=True, slots=True)
class CoverageRow:
    """One duty of the items of one concept.

    :param concept: What the items are called.
    :param duty: What is demanded of them.
    :param states: How many items there are in each state, in the order of the states.
    """

    concept: str
    duty: str
    states: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CoverageTable:
    """The rows, with the titles of their columns."""

    headings: tuple[str, ...]
    rows: tuple[CoverageRow, ...]


def coverage_table(cells: Cells) -> CoverageTable:
    """Return the coverage of the statutory elements and the components of a report."""
    settings, messages = cells.settings, cells.messages
    fields, links, required = settings.fields, settings.links, settings.required
    outgoing = cells.catalogue.vocabulary.outgoing
    duties = (
        (links.owner, outgoing(links.owner), required.owner),
        (links.preparer, outgoing(links.preparer), required.preparer),
        (fields.period, messages.text("time"), required.timeline),
        (links.sources, outgoing(links.sources), ()),
    )
    rows = [_implementation(cells, kind) for kind in settings.types.element[:1]]
    for kind in (*settings.types.element, *settings.types.component):
        items = list(cells.catalogue.of_types([kind]))
        concept = cells.catalogue.vocabulary.types[kind].title
        for name, duty, types in duties:
            if kind in types or (name == links.sources and kind not in required.without_source):
                states = (cells.coverage.state(item, name) for item in items)
                rows.append(CoverageRow(concept=concept, duty=duty, states=_counted(states)))
    return CoverageTable(
        headings=(
            messages.text("items"),
            messages.text("duty"),
            *(messages.text(state.value) for state in State),
        ),
        rows=tuple(rows),
    )


def _implementation(cells: Cells, kind: str) -> CoverageRow:
    """Return the row of the elements, each counted once for every region that answers.

    :param kind: The type whose title stands for all elements.
    """
    catalogue = cells.catalogue
    elements = catalogue.settings.types.element
    states = (
        cells.coverage.implementation(element, region)
        for element in catalogue.taken_over(elements)
        for region in answering_regions(catalogue, element)
    )
    return CoverageRow(
        concept=catalogue.vocabulary.types[kind].title,
        duty=cells.messages.text("implemented by"),
        states=_counted(states),
    )


def _counted(states: Iterable[State]) -> tuple[int, ...]:
    count = Counter(states)
    return tuple(count[state] for state in State)

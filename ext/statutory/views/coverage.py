"""The coverage table: of how many items each duty is stated, inferred, waived, missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from statutory.model.coverage import State, answering_regions
from statutory.views.blocks import Table, stated
from statutory.views.cells import Cell, Cells
from statutory.views.options import Options


def coverage_blocks(cells: Cells, _options: Options) -> tuple[Table, ...]:
    """Return the coverage table."""
    return (coverage_table(cells),)


def coverage_table(cells: Cells) -> Table:
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
                rows.append((stated(concept), stated(duty), *_counted(states)))
    return Table(
        headings=(
            messages.text("items"),
            messages.text("duty"),
            *(messages.text(state.value) for state in State),
        ),
        rows=tuple(rows),
    )


def _implementation(cells: Cells, kind: str) -> tuple[Cell, ...]:
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
    return (
        stated(catalogue.vocabulary.types[kind].title),
        stated(cells.messages.text("implemented by")),
        *_counted(states),
    )


def _counted(states: Iterable[State]) -> tuple[Cell, ...]:
    """Return how many there are in each state, in the order of the states."""
    count = Counter(states)
    return tuple(stated(str(count[state])) for state in State)

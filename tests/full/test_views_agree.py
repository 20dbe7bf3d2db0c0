"""All views tell the same of each statutory element of the shipped content.

Who implements it in a region, how surely, who answers for it, when, and by which source: the
traceability table, the audit trail, coverage, the list of what lacks, the regions side by
side, the division of responsibilities and the card of the element are compared.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from statutory.messages import Messages
from statutory.model.coverage import State, answering_regions
from statutory.model.item import Item
from statutory.model.measures import EVERYWHERE, measured
from statutory.model.report import Report
from statutory.views.blocks import Block, Facts, Heading, Table
from statutory.views.card import card_of
from statutory.views.cells import Cell, Cells
from statutory.views.lacking import lacking_blocks
from statutory.views.options import Options
from statutory.views.responsibility import responsibility_table
from statutory.views.side_by_side import side_by_side_blocks
from statutory.views.traceability import trace_tables
from statutory.views.trail import trail_blocks

WORDS = Messages("fi")
BY_LAW = WORDS.text("by law")
IMPLEMENTED = WORDS.text("implemented by")
TIME = WORDS.text("time")


@pytest.fixture(scope="module")
def cells(shipped: Report) -> Cells:
    """What is known of the shipped content."""
    return Cells(shipped)


@pytest.fixture(scope="module")
def asked(cells: Cells) -> list[tuple[Item, str]]:
    """The elements, each with every region that has to answer it."""
    catalogue = cells.catalogue
    elements = catalogue.taken_over(cells.settings.types.element)
    return [(one, region) for one in elements for region in answering_regions(catalogue, one)]


@pytest.fixture(scope="module")
def traced(cells: Cells) -> Mapping[tuple[str, str], list[tuple[Cell, ...]]]:
    """The rows of the traceability tables, by element and the label of the region."""
    rows: dict[tuple[str, str], list[tuple[Cell, ...]]] = {}
    for table in trace_tables(cells, Options()).values():
        for row in table.rows:
            rows.setdefault((row[0].entries[0].target, row[1].entries[0].note), []).append(row)
    return rows


def texts(cell: Cell) -> set[str]:
    """Return what is read in a cell, without how it is known."""
    return {entry.text for entry in cell.entries}


def notes(cell: Cell) -> set[str]:
    """Return how the entries of a cell are known."""
    return {entry.note for entry in cell.entries}


def targets(cell: Cell) -> set[str]:
    """Return the items that a cell leads to."""
    return {entry.target for entry in cell.entries} - {""}


def surest(states: list[State]) -> State:
    """Return the surest of some states."""
    return min(states, key=list(State).index)


def test_every_element_is_in_the_table_once_for_each_region(
    cells: Cells,
    asked: list[tuple[Item, str]],
    traced: Mapping[tuple[str, str], list[tuple[Cell, ...]]],
) -> None:
    """The table and coverage count the same elements, with the same states."""
    label = cells.settings.label
    counted = {
        (one.item.id, label(one.region)): one.state
        for one in measured(cells.coverage, "implementation", EVERYWHERE)
    }
    assert {(element.id, label(region)) for element, region in asked} == set(counted)
    assert {key: surest([row[1].state for row in rows]) for key, rows in traced.items()} == counted


def test_a_row_without_an_implementer_is_what_the_element_says(
    cells: Cells,
    asked: list[tuple[Item, str]],
    traced: Mapping[tuple[str, str], list[tuple[Cell, ...]]],
) -> None:
    """Owner, time and source are the element's own, marked as the law's, as on its card."""
    unanswered = []
    for element, region in asked:
        for row in traced[element.id, cells.settings.label(region)]:
            if row[1].state is not State.MISSING:
                continue
            unanswered.append(element.id)
            for shown, own in (
                (row[2], cells.owner(element)),
                (row[4], cells.time(element)),
                (row[6], cells.locators(element)),
            ):
                assert (shown.state, texts(shown)) == (own.state, texts(own))
                assert own.state is State.MISSING or notes(shown) == {BY_LAW}
            card = card_of(cells, element)
            owner, time = card.facts[:2]
            assert texts(owner.cell) == texts(row[2])
            assert texts(time.cell) == texts(row[4])
            assert texts(row[6]) <= texts(card.links[-1].cell)
    assert unanswered


def test_trail_tells_what_the_table_tells(
    cells: Cells,
    asked: list[tuple[Item, str]],
    traced: Mapping[tuple[str, str], list[tuple[Cell, ...]]],
) -> None:
    """In each region: who implements the element, the owner, the time and the source."""
    owner, source = map(
        cells.catalogue.vocabulary.outgoing,
        (cells.settings.links.owner, cells.settings.links.sources),
    )
    for element, region in asked:
        blocks = trail_blocks(cells, Options({"velvoitteet": (element.id,)}))
        label = cells.settings.label(region)
        rows = traced[element.id, label]
        parts = _below(blocks, f"{IMPLEMENTED}: {label}")
        assert len(parts) == len(rows)
        for facts, row in zip(parts, rows, strict=True):
            told = {one.label: one.cell for one in facts.rows}
            first = facts.rows[0].cell
            assert (first.state, texts(first)) == (row[1].state, texts(row[1]))
            for name, shown in ((owner, row[2]), (TIME, row[4])):
                assert (told[name].state, told[name].entries) == (shown.state, shown.entries)
            assert texts(row[6]) <= texts(told[source])
            assert targets(row[6]) <= targets(told[source])


def _below(blocks: tuple[Block, ...], heading: str) -> list[Facts]:
    """Return the facts below a heading, up to the next."""
    found: list[Facts] = []
    is_below = False
    for block in blocks:
        if isinstance(block, Heading):
            is_below = block.entry.text == heading
        elif is_below and isinstance(block, Facts):
            found.append(block)
    return found


def test_regions_side_by_side_tell_what_the_table_tells(
    cells: Cells, traced: Mapping[tuple[str, str], list[tuple[Cell, ...]]]
) -> None:
    """Each cell has the implementers of the element in the region, or that none is known."""
    tables = [block for block in side_by_side_blocks(cells, Options()) if isinstance(block, Table)]
    seen = set()
    for table in tables:
        for row in table.rows:
            element = row[0].entries[0].target
            for region, cell in zip(table.headings[1:], row[1:], strict=True):
                rows = traced.get((element, region))
                if rows is None:
                    continue
                seen.add((element, region))
                assert cell.state is surest([one[1].state for one in rows])
                assert targets(cell) == set().union(*(targets(one[1]) for one in rows))
    assert seen == set(traced)


def test_what_lacks_is_what_the_table_lacks(
    cells: Cells, traced: Mapping[tuple[str, str], list[tuple[Cell, ...]]]
) -> None:
    """Elements without an implementer are listed, with the same words and gap."""
    missing = {key for key, rows in traced.items() if rows[0][1].state is State.MISSING}
    listed: dict[tuple[str, str], Cell] = {}
    for block in lacking_blocks(cells, Options()):
        caption = block.caption.text if isinstance(block, Table) and block.caption else ""
        if isinstance(block, Table) and caption.startswith(f"{IMPLEMENTED}: "):
            region = caption.removeprefix(f"{IMPLEMENTED}: ")
            listed |= {(row[0].entries[0].target, region): row[2] for row in block.rows}
    assert set(listed) == missing
    for key in missing:
        ((_, named, *_),) = traced[key]
        assert (texts(named), targets(named)) == (texts(listed[key]), targets(listed[key]))


def test_division_of_responsibilities_has_the_owners_of_element_and_implementers(
    cells: Cells, traced: Mapping[tuple[str, str], list[tuple[Cell, ...]]]
) -> None:
    """Of an element that nothing implements all is by law; else its implementers come along."""
    elements = list(cells.catalogue.taken_over(cells.settings.types.element))
    names = (cells.settings.links.owner, cells.settings.fields.period)
    table = responsibility_table(cells, elements, columns=names)
    for element, row in zip(elements, table.rows, strict=True):
        _, _, owner, time = row
        assert texts(time) == texts(cells.time(element))
        implemented = [
            one
            for (id_, _), rows in traced.items()
            for one in rows
            if id_ == element.id and one[1].state is not State.MISSING
        ]
        shown = (targets(one[2]) for one in implemented)
        named = set().union(targets(cells.owner(element)), *shown)
        assert targets(owner) == named
        if not implemented and named:
            assert {note.partition(", ")[0] for note in notes(owner)} == {BY_LAW}


def test_a_silent_source_has_its_gap(cells: Cells) -> None:
    """Wherever a card says that the source does not say, it leads to the gap that says so."""
    silent = WORDS.text("the source does not say")
    catalogue, gaps = cells.catalogue, cells.settings.types.gap
    found = 0
    for item in catalogue.own_items():
        card = card_of(cells, item)
        for row in (*card.facts, *card.links):
            for entry in row.cell.entries:
                if entry.text == silent:
                    found += 1
                    assert catalogue.items[entry.target].type in gaps
    assert found


def test_every_inferred_name_is_marked_on_its_card(cells: Cells) -> None:
    """Each field and link that an item lists as inferred is marked where its value stands."""
    fields = cells.settings.fields
    for item in cells.catalogue.own_items():
        card = card_of(cells, item)
        listed = [part.strip() for part in item.value(fields.inferred).split(",") if part.strip()]
        marked = {
            row.label for row in (*card.facts, *card.links) if row.cell.state is State.INFERRED
        }
        badges = [badge for badge in card.badges if badge.endswith(")")]
        for name in listed:
            if name in {fields.status, fields.region}:
                assert badges, item.id
            elif item.value(name) or item.targets(name):
                assert cells.name_label(name) in marked, (item.id, name)

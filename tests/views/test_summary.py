"""The strategy on one page: a row for each component."""

from __future__ import annotations

from statutory.model.item import Item
from statutory.views.blocks import Facts, Paragraph, Table
from statutory.views.cells import Cells
from statutory.views.options import Options
from statutory.views.summary import summary_blocks
from tests.builders import make_gap, make_item, run, sound_items


def rows(items: list[Item]) -> list[list[str]]:
    """Return what the cells of each row read."""
    table, _ = summary_blocks(Cells(run(items)), Options())
    assert isinstance(table, Table)
    return [[", ".join(entry.text for entry in cell.entries) for cell in row] for row in table.rows]


def test_component_has_owner_preparer_time_state_and_gaps() -> None:
    """The time stands alone, and what is open leads to its gap."""
    items = [
        *sound_items(COM={"preparer": "", "status": "draft"}),
        make_gap(target="COM", field="preparer"),
    ]
    assert rows(items) == [
        ["Component COM", "Actor COUNCIL", "the source does not say", "2018-03", "draft", "Gap GAP"]
    ]


def test_nothing_open_and_no_state_are_told() -> None:
    """An empty cell has its words."""
    (row,) = rows(sound_items())
    assert row[-2:] == ["not recorded", "none recorded"]


def test_whole_has_its_decider_its_time_and_what_comes_next() -> None:
    """The steps of its schedule that begin or end in the days ahead are named, no others."""
    steps = [
        make_item("phase", "NEAR", part_of="PHASE", period="2018-02"),
        make_item("phase", "FAR", part_of="PHASE", period="2019"),
        make_item("phase", "OTHER", part_of="PLAN", period="2018-02"),
    ]
    items = sound_items(PLAN={"schedule": "PHASE", "decider": "COUNCIL"})
    for given, coming in (
        ([*items, *steps], ["Phase NEAR"]),
        (items, ["Nothing is known to come."]),
    ):
        _, facts = summary_blocks(Cells(run(given)), Options())
        assert isinstance(facts, Facts)
        told = {row.label: [entry.text for entry in row.cell.entries] for row in facts.rows}
        assert told["Decider"] == ["Actor COUNCIL"]
        assert told["time"][0] == "2018-03"
        assert told["in the days ahead"] == coming


def test_without_components_that_is_told() -> None:
    """A choice that leaves nothing gives a sentence."""
    (said,) = summary_blocks(Cells(run(sound_items())), Options({"maakunnat": ("south",)}))
    assert isinstance(said, Paragraph)

"""The division of responsibilities: a row an item, a column a part that anybody has."""

from __future__ import annotations

import dataclasses

from statutory.model.coverage import State
from statutory.model.item import Item
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.responsibility import ResponsibilityTable, responsibility_table
from tests.builders import SETTINGS, make_gap, run, sound_items

PARTS = dataclasses.replace(SETTINGS, responsibilities=("preparer", "owner", "waiver_approver"))
COUNCIL = Entry("Actor COUNCIL", "COUNCIL")
OFFICE = Entry("Actor OFFICE", "OFFICE")


def table(items: list[Item], *types: str, regions: tuple[str, ...] = ()) -> ResponsibilityTable:
    """Return the table of some types."""
    return responsibility_table(Cells(run(items, PARTS)), types=types, regions=regions)


def test_columns_are_the_parts_that_somebody_has() -> None:
    """They stand in the order of the policy, behind the item and its region."""
    found = table(sound_items(), "component")
    assert found.headings == ("item", "region", "Preparer", "Owner")
    (row,) = found.rows
    assert (row.item, row.region) == (Entry("Component COM", "COM"), "The North")
    assert row.parts == (Cell(State.STATED, (OFFICE,)), Cell(State.STATED, (COUNCIL,)))


def test_element_has_the_parts_of_what_implements_it() -> None:
    """The preparer of a component is that of its element too; nobody is named twice."""
    (row,) = table(sound_items(), "element").rows
    assert row.parts == (Cell(State.STATED, (OFFICE,)), Cell(State.STATED, (COUNCIL,)))


def test_part_that_the_source_does_not_name_leads_to_its_gap() -> None:
    """The cell says that the source is silent, and the gap says more."""
    items = [*sound_items(COM={"owner": ""}), make_gap(target="COM", field="owner")]
    (row,) = table(items, "component").rows
    assert len(row.parts) == 1
    (com, *_) = table([*items], "component", "phase").rows
    assert com.parts[-1] == Cell(State.MISSING, (Entry("the source does not say", "GAP"),))


def test_inferred_part_is_marked() -> None:
    """A part that only an inference gives is not stated."""
    (row,) = table(sound_items(COM={"inferred": "preparer"}), "component").rows
    assert [part.state for part in row.parts] == [State.INFERRED, State.STATED]


def test_regions_can_be_chosen() -> None:
    """Items of other regions are left out, and with them their columns."""
    assert table(sound_items(), "component", regions=("south",)).rows == ()
    assert table(sound_items(), "component", regions=("south",)).headings == ("item", "region")


def test_columns_can_be_chosen_fields_among_them() -> None:
    """A field is shown by the label of its value, in the order asked for."""
    cells = Cells(run(sound_items(COM={"kind": "north"}), PARTS))
    found = responsibility_table(cells, types=["component"], columns=["kind", "owner"])
    assert found.headings == ("item", "region", "kind", "Owner")
    assert found.rows[0].parts == (
        Cell(State.STATED, (Entry("The North"),)),
        Cell(State.STATED, (COUNCIL,)),
    )


def test_words_for_what_is_absent_are_those_of_the_project() -> None:
    """A link with words of its own is not said to be left out by the source."""
    settings = dataclasses.replace(PARTS, absent={"preparer": "nobody is named"})
    items = [*sound_items(COM={"preparer": ""})]
    cells = Cells(run(items, settings))
    found = responsibility_table(cells, types=["component", "phase"], columns=["preparer", "owner"])
    assert found.headings == ("item", "region", "Owner")
    assert cells.preparer(items[3]).entries == (Entry("nobody is named"),)

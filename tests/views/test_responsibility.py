"""The division of responsibilities: a row an item, a column a part that anybody has."""

from __future__ import annotations

import dataclasses

from statutory.model.coverage import State
from statutory.model.item import Item
from statutory.model.settings import Settings
from statutory.views.blocks import Block, Paragraph, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import Options
from statutory.views.responsibility import responsibility_blocks
from tests.builders import SETTINGS, make_gap, run, sound_items

PARTS = dataclasses.replace(SETTINGS, responsibilities=("preparer", "owner", "waiver_approver"))
COUNCIL = Entry("Actor COUNCIL", "COUNCIL")
OFFICE = Entry("Actor OFFICE", "OFFICE")


def blocks(settings: Settings, items: list[Item], **listed: tuple[str, ...]) -> tuple[Block, ...]:
    """Return what some options ask for: a table, or words where it would have no rows."""
    return responsibility_blocks(Cells(run(items, settings)), Options(listed))


def table(items: list[Item], *types: str, settings: Settings = PARTS, **listed: list[str]) -> Table:
    """Return the table of some types."""
    options = {name: tuple(names) for name, names in listed.items()}
    (found,) = blocks(settings, items, tyypit=types, **options)
    assert isinstance(found, Table)
    return found


def test_columns_are_the_parts_that_somebody_has() -> None:
    """They stand in the order of the policy, behind the item and its region."""
    found = table(sound_items(), "component")
    assert found.headings == ("item", "region", "Preparer", "Owner")
    (row,) = found.rows
    assert row[:2] == (stated(Entry("Component COM", "COM")), stated("The North"))
    assert row[2:] == (stated(OFFICE), stated(COUNCIL))


def test_element_has_the_parts_of_what_implements_it() -> None:
    """The preparer of a component is that of its element too; nobody is named twice."""
    (row,) = table(sound_items(), "element").rows
    assert row[2:] == (stated(OFFICE), stated(COUNCIL))


def test_part_that_the_source_does_not_name_leads_to_its_gap() -> None:
    """The cell says that the source is silent, and the gap says more."""
    items = [*sound_items(COM={"owner": ""}), make_gap(target="COM", field="owner")]
    (row,) = table(items, "component").rows
    assert len(row) == 3
    (com, *_) = table([*items], "component", "phase").rows
    assert com[-1] == Cell(State.MISSING, (Entry("the source does not say", "GAP"),))


def test_inferred_part_is_marked() -> None:
    """A part that only an inference gives is not stated."""
    (row,) = table(sound_items(COM={"inferred": "preparer"}), "component").rows
    assert [part.state for part in row[2:]] == [State.INFERRED, State.STATED]


def test_regions_can_be_chosen() -> None:
    """Items of other regions are left out; where none is left, words say so."""
    (none,) = blocks(PARTS, sound_items(), tyypit=("component",), maakunnat=("south",))
    assert none == Paragraph((Entry("There are no such items."),))
    assert len(table(sound_items(), "component", maakunnat=["north"]).rows) == 1


def test_columns_can_be_chosen_fields_among_them() -> None:
    """A field is shown by the label of its value, in the order asked for."""
    found = table(sound_items(COM={"kind": "north"}), "component", sarakkeet=["kind", "owner"])
    assert found.headings == ("item", "region", "kind", "Owner")
    assert found.rows[0][2:] == (stated("The North"), stated(COUNCIL))


def test_time_is_read_as_in_other_tables() -> None:
    """It is in the notation of the project, and what a schedule gives is not said to be missing."""
    settings = dataclasses.replace(PARTS, language="fi")
    found = table(sound_items(), "component", "phase", settings=settings, sarakkeet=["period"])
    assert [[entry.text for entry in row[2].entries] for row in found.rows] == [
        ["3/2018", "Phase PHASE"],
        ["3/2018"],
    ]


def test_words_for_what_is_absent_are_those_of_the_project() -> None:
    """A link with words of its own has these, any other those of the default."""
    settings = dataclasses.replace(PARTS, absent={"preparer": "nobody is named"})
    found = table(sound_items(), "component", "phase", settings=settings, sarakkeet=["preparer"])
    assert found.rows[1][2] == Cell(State.MISSING, (Entry("nobody is named"),))
    settings = dataclasses.replace(PARTS, absent={"default": "still open"})
    found = table(sound_items(), "component", "phase", settings=settings, sarakkeet=["preparer"])
    assert found.rows[1][2] == Cell(State.MISSING, (Entry("still open"),))


def test_each_inferred_part_has_a_word() -> None:
    """A mark of the whole cell would not tell which of two is stated; a field has it likewise."""
    (row,) = table(sound_items(COM={"inferred": "preparer"}), "component").rows
    assert [entry.note for entry in row[2].entries] == ["inferred by the editors"]
    assert [entry.note for entry in row[3].entries] == [""]
    (mixed,) = table(
        sound_items(ELE={"preparer": "COUNCIL", "inferred": "preparer"}), "element"
    ).rows
    assert mixed[2].state is State.STATED
    assert {entry.target: entry.note for entry in mixed[2].entries} == {
        "COUNCIL": "by law, inferred by the editors",
        "OFFICE": "",
    }
    (field,) = table(
        sound_items(COM={"kind": "north", "inferred": "kind"}), "component", sarakkeet=["kind"]
    ).rows
    assert [entry.note for entry in field[2].entries] == ["inferred by the editors"]

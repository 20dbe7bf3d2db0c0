"""The responsibility matrix: four letters by item, by actor, and crossed."""

from __future__ import annotations

import dataclasses

from statutory.model.coverage import State
from statutory.model.item import Item
from statutory.model.raci import RaciPolicy
from statutory.model.settings import Settings
from statutory.views.blocks import Paragraph, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import Options
from statutory.views.raci import raci_blocks
from statutory.views.register import NOTHING
from tests.builders import SETTINGS, make_gap, make_item, run, sound_items

COUNCIL = Entry("Actor COUNCIL", "COUNCIL")
OFFICE = Entry("Actor OFFICE", "OFFICE")


def drawn(
    items: list[Item], settings: Settings = SETTINGS, **listed: str
) -> tuple[Paragraph, Table]:
    """Return the legend and the matrix that some options ask for."""
    options = Options({name: tuple(text.split()) for name, text in listed.items()})
    legend, table = raci_blocks(Cells(run(items, settings)), options)
    assert isinstance(legend, Paragraph)
    assert isinstance(table, Table)
    return legend, table


def test_letters_follow_from_the_roles_where_policy_is_silent() -> None:
    """The owner is accountable, the preparer responsible; nobody else has a column."""
    _, table = drawn(sound_items(), tyypit="component")
    assert table.headings == ("item", "A is accountable", "R is responsible")
    assert table.rows == ((stated(Entry("Component COM", "COM")), stated(COUNCIL), stated(OFFICE)),)


def test_policy_decides_which_links_give_a_letter() -> None:
    """The legend names them, and says where none gives a letter."""
    raci = RaciPolicy(accountable=("preparer",), informed=("owner",))
    settings = dataclasses.replace(SETTINGS, raci=raci)
    legend, table = drawn(sound_items(), settings, tyypit="component")
    assert legend.entries[0].text == (
        "A is accountable (Preparer); R is responsible (no link); "
        "C is consulted (no link); I is informed (Owner)"
    )
    assert table.headings == ("item", "A is accountable", "I is informed")


def test_element_takes_the_letters_of_what_implements_it() -> None:
    """Its own owner and that of the component are one; the preparer is the component's."""
    _, table = drawn(sound_items(), tyypit="element")
    assert table.rows[0][1:] == (stated(COUNCIL), stated(OFFICE))


def test_missing_owner_is_said_and_missing_consultation_is_not() -> None:
    """Somebody has to answer for an item; nobody has to be heard."""
    items = [
        *sound_items(COM={"owner": ""}, PHASE={"consulted": "COUNCIL"}),
        make_gap(target="COM", field="owner"),
    ]
    _, table = drawn(items, tyypit="component phase")
    com = next(row for row in table.rows if row[0].entries[0].target == "COM")
    assert com[1] == Cell(State.MISSING, (Entry("the source does not say", "GAP"),))
    assert com[-1] == NOTHING


def test_by_actor_each_letter_lists_the_items() -> None:
    """An inferred part is marked in words as well."""
    items = sound_items(COM={"inferred": "preparer"})
    _, table = drawn(items, tyypit="component phase", nakokulma="toimijat")
    rows = {row[0].entries[0].target: row[1:] for row in table.rows}
    com = Entry("Component COM", "COM")
    assert rows["COUNCIL"] == (stated(com), NOTHING)
    inferred = dataclasses.replace(com, note="inferred by the editors")
    assert rows["OFFICE"][1] == Cell(State.INFERRED, (inferred,))


def test_crossed_shows_every_letter_of_an_actor_in_an_item() -> None:
    """An actor with two letters has both, one without any has a dash."""
    items = sound_items(COM={"preparer": "COUNCIL"})
    _, table = drawn(items, tyypit="component phase", nakokulma="ristiin")
    assert table.headings == ("item", "Actor COUNCIL", "Actor OFFICE")
    com = next(row for row in table.rows if row[0].entries[0].target == "COM")
    assert com[1:] == (stated("A", "R"), NOTHING)


def test_items_without_parts_say_so() -> None:
    """There is a sentence instead of an empty matrix."""
    (said,) = raci_blocks(Cells(run([make_item("duty", "D")])), Options())
    assert said == Paragraph((Entry("No one has a part in these items."),))

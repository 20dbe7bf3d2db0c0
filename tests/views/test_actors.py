"""Actors: the list of them, and the card of each."""

from __future__ import annotations

from statutory.model.coverage import State
from statutory.model.item import Item
from statutory.views.actors import actor_card_blocks, actor_list_blocks
from statutory.views.blocks import Facts, Heading, Table
from statutory.views.cells import Cells, Entry
from statutory.views.options import Options
from tests.builders import make_gap, make_item, run

ITEMS = [
    make_item("actor", "A", region="north", kind="body", term="2017/2018-06", part_of="B"),
    make_item("actor", "B", region="south", kind="stakeholder"),
    make_item("duty", "D", owner="A", owner_basis="inferred", period="2018"),
    make_item("phase", "P", decider="A", preparer="A"),
    make_gap(target="A", field="competence"),
]


def facts_of(actor: str, items: list[Item]) -> dict[str, list[str]]:
    """Return the facts on the card of an actor, by what they are about."""
    blocks = actor_card_blocks(Cells(run(items)), Options({"toimija": (actor,)}))
    facts = next(block for block in blocks if isinstance(block, Facts))
    return {row.label: [entry.text for entry in row.cell.entries] for row in facts.rows}


def test_card_tells_the_mandate_and_every_part() -> None:
    """What no source tells leads to its gap; a term that ends asks for a successor."""
    assert facts_of("A", ITEMS) == {
        "kind": ["body"],
        "standing": ["not recorded"],
        "term": ["2017/2018-06"],
        "Part of": ["Actor B"],
        "Competence": ["the source does not say"],
        "Successor": ["not recorded"],
        "Preparer of": ["Phase P"],
        "Decider of": ["Phase P"],
        "open about it": ["Gap GAP"],
    }


def test_outsider_is_asked_for_no_mandate() -> None:
    """A stakeholder has no standing, term or competence that a source would leave out."""
    assert facts_of("B", ITEMS) == {"kind": ["stakeholder"], "Part of of": ["Actor A"]}


def test_card_lists_what_the_actor_answers_for_and_how_that_is_known() -> None:
    """The heading leads to the item; an inferred owner is marked."""
    heading, _, duties = actor_card_blocks(Cells(run(ITEMS)), Options({"toimija": ("A",)}))
    assert heading == Heading(Entry("Actor A", "A"))
    assert isinstance(duties, Table)
    ((duty, kind, _, known),) = duties.rows
    assert (duty.entries, kind.entries) == ((Entry("Duty D", "D"),), (Entry("Duty"),))
    assert known.state is State.INFERRED


def test_without_names_only_actors_with_a_part_have_cards() -> None:
    """An actor that items name nowhere has nothing to tell but its own card."""
    blocks = actor_card_blocks(Cells(run(ITEMS)), Options())
    assert [one.entry.target for one in blocks if isinstance(one, Heading)] == ["A"]


def test_actor_that_only_answers_for_something_has_a_card() -> None:
    """To own a duty is a part too."""
    items = [make_item("actor", "A"), make_item("duty", "D", owner="A")]
    blocks = actor_card_blocks(Cells(run(items)), Options())
    assert [one.entry.target for one in blocks if isinstance(one, Heading)] == ["A"]


def test_list_has_a_table_a_region_with_how_much_each_has() -> None:
    """Items that an actor has several parts in count once."""
    north, south = actor_list_blocks(Cells(run(ITEMS)), Options())
    assert isinstance(north, Table)
    assert isinstance(south, Table)
    assert (north.caption, south.caption) == (Entry("The North"), Entry("south"))
    assert [cell.entries[0].text for cell in north.rows[0][-2:]] == ["1", "1"]

"""The audit trail of a statutory element: from the law to what is open."""

from __future__ import annotations

import dataclasses

from statutory.model.coverage import State
from statutory.model.item import Item
from statutory.views.blocks import Block, Facts, Heading, Listing, Paragraph
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import Options
from statutory.views.trail import trail_blocks
from tests.builders import make_gap, make_item, make_waiver, run, sound_items

CITED = {"sources": "SRC", "locator": "p. 1"}


def trail(items: list[Item], **listed: tuple[str, ...]) -> tuple[Block, ...]:
    """Return the trail that some options ask for."""
    return trail_blocks(Cells(run(items)), Options(listed))


def facts(blocks: tuple[Block, ...], index: int) -> dict[str, Cell]:
    """Return one of the lists of facts, by its labels."""
    lists = [block for block in blocks if isinstance(block, Facts)]
    return {row.label: row.cell for row in lists[index].rows}


def texts(cell: Cell) -> list[str]:
    """Return what the entries of a cell read, with their notes."""
    return [f"{one.text} ({one.note})" if one.note else one.text for one in cell.entries]


def test_trail_has_law_implementation_and_matters() -> None:
    """Each part has its heading, and the element begins a printed page."""
    blocks = trail(sound_items())
    headings = [block for block in blocks if isinstance(block, Heading)]
    assert [(one.entry.text, one.starts_page) for one in headings] == [
        ("Element ELE", True),
        ("The law", False),
        ("implemented by: The North", False),
        ("Decisions, differences and open matters", False),
    ]
    assert headings[0].anchor == "trail-ELE"


def test_each_trail_ends_with_what_its_marks_mean() -> None:
    """It is printed and read alone, away from the page that explains them."""
    *_, last = trail(sound_items())
    assert isinstance(last, Paragraph)
    for words in ("the source does not say", "inferred by the editors", "none recorded"):
        assert words in last.entries[0].text


def test_law_is_told_with_its_state_and_verification() -> None:
    """The section says how its content is confirmed, the act whether it is in force."""
    changes = {
        "ACT": {"legal_state": "lapsed"},
        "SEC": {"verification": "unverified", "counterpart": "NOW"},
    }
    items = [*sound_items(**changes), make_item("section", "NOW", based_on="ACT", **CITED)]
    law = facts(trail(items, velvoitteet=("ELE",)), 0)
    assert texts(law["Based on"]) == ["Section SEC", "Act ACT"]
    assert texts(law["legal_state"]) == ["lapsed"]
    assert texts(law["verification"]) == ["unverified"]
    assert texts(law["Counterpart"]) == ["Section NOW"]
    assert texts(law["Owner"]) == ["Actor COUNCIL"]


def test_part_that_the_whole_names_is_told_as_the_whole_s() -> None:
    """A component without a decider is decided with the plan that it is a part of."""
    done = facts(trail(sound_items(PLAN={"decider": "COUNCIL"})), 1)
    assert texts(done["Decider"]) == ["Actor COUNCIL (Plan PLAN)"]
    assert done["Presenter"].state is State.MISSING


def test_steps_to_the_decision_come_by_time() -> None:
    """The steps of the schedule in which somebody handles or decides are named."""
    steps = [
        make_item("phase", "LAST", part_of="PHASE", decider="COUNCIL", period="2018-05", **CITED),
        make_item("phase", "FIRST", part_of="PHASE", handler="OFFICE", period="2018-04", **CITED),
        make_item("phase", "OTHER", part_of="PHASE", period="2018-01", **CITED),
    ]
    done = facts(trail([*sound_items(), *steps]), 1)
    assert texts(done["steps to the decision"]) == [
        "Phase FIRST (2018-04; Actor OFFICE)",
        "Phase LAST (2018-05; Actor COUNCIL)",
    ]


def test_hole_leads_to_its_gap() -> None:
    """What nothing implements is said to be missing, with the gap below."""
    items = [item for item in sound_items() if item.id != "COM"]
    blocks = trail([*items, make_gap(target="ELE", field="implements")])
    assert facts(blocks, 1)["implemented by"].entries == (Entry("the source does not say", "GAP"),)
    assert texts(facts(blocks, 2)["Gap"]) == ["Gap GAP (Implements)"]


def test_matters_are_those_of_element_section_and_component() -> None:
    """What concerns any of them is told by kind, and what there is none of is told too."""
    items = [
        *sound_items(COM={"owner": ""}),
        make_item("decision", "DEC", concerns="COM", period="2018-01", decider="COUNCIL", **CITED),
        make_item("difference", "DIF", concerns="SEC", kind="change", **CITED),
        make_waiver(waiver_target="", waiver_pattern="CO*"),
    ]
    matters = facts(trail(items), 2)
    assert texts(matters["Decision"]) == ["Decision DEC (2018-01)"]
    assert texts(matters["Difference"]) == ["Difference DIF (change)"]
    assert texts(matters["Waiver"]) == ["Waiver WAI (2018-12-31)"]
    assert texts(matters["Position"]) == ["none recorded"]


def test_elements_sections_and_regions_can_be_chosen() -> None:
    """Several elements have a list of contents, one alone has none."""
    more = make_item(
        "element", "MORE", region="state", based_on="SEC", owner="COUNCIL", period="2018", **CITED
    )
    contents, *_ = trail([*sound_items(), more])
    assert isinstance(contents, Listing)
    assert [cell.entries[0].page for cell in contents.cells] == ["#trail-ELE", "#trail-MORE"]
    assert isinstance(trail([*sound_items(), more], velvoitteet=("MORE",))[0], Heading)
    (said,) = trail(sound_items(), saannokset=("ACT",))
    assert isinstance(said, Paragraph)
    lists = [one for one in trail(sound_items(), maakunnat=("south",)) if isinstance(one, Facts)]
    assert len(lists) == 2


def test_inferred_implementation_is_marked() -> None:
    """An auditor sees that the link is a conclusion of the editors."""
    done = facts(trail(sound_items(COM={"inferred": "implements"})), 1)
    assert done["Component"] == Cell(
        State.INFERRED, (dataclasses.replace(Entry("Component COM", "COM"), note="an inference"),)
    )

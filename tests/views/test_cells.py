"""Cells: what is known of owner, time and source, how surely, and what is said if nothing."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.messages import Messages
from statutory.model.coverage import State
from statutory.model.finding import Message
from statutory.model.settings import Settings, ValueRoles
from statutory.views.cells import Cell, Cells, Entry
from tests.builders import SETTINGS, make_gap, make_item, make_waiver, run, sound_items

FINNISH = dataclasses.replace(SETTINGS, language="fi")
COUNCIL = Entry("Actor COUNCIL", "COUNCIL")
OFFICE = Entry("Actor OFFICE", "OFFICE")
PHASE = Entry("Phase PHASE", "PHASE")
SILENT = Entry("not recorded")
INFERRED = "inferred by the editors"


def cells_of(
    *more: str, settings: Settings = SETTINGS, **changes: dict[str, str]
) -> tuple[Cells, dict[str, Cell]]:
    """Return the cells of the component of the sound items, some of them changed.

    :param more: ``gap FIELD`` or ``waiver CHECK``, of the component.
    """
    extra = []
    for text in more:
        kind, _, name = text.partition(" ")
        extra.append(
            make_gap(target="COM", field=name)
            if kind == "gap"
            else make_waiver(waiver_check=name, waiver_approver="THIRD")
        )
    if extra:
        extra.append(make_item("actor", "THIRD", sources="SRC", locator="p. 1"))
    cells = Cells(run([*sound_items(**changes), *extra], settings))
    item = cells.catalogue.items["COM"]
    return cells, {
        "owner": cells.owner(item),
        "preparer": cells.preparer(item),
        "time": cells.time(item),
        "sources": cells.sources(item),
        "locators": cells.locators(item),
    }


def test_stated_matters() -> None:
    """What is known is shown with links to the items that it names."""
    _, cells = cells_of()
    source = Entry("Source SRC", "SRC")
    assert cells == {
        "owner": Cell(State.STATED, (COUNCIL,)),
        "preparer": Cell(State.STATED, (OFFICE,)),
        "time": Cell(State.STATED, (Entry("2018-03"), PHASE)),
        "sources": Cell(State.STATED, (source, Entry("Heading"))),
        "locators": Cell(State.STATED, (Entry("Heading", "SRC"),)),
    }


def test_several_owners_come_as_written() -> None:
    """The order of the targets is the author's."""
    _, cells = cells_of(COM={"owner": "OFFICE, COUNCIL"})
    assert cells["owner"].entries == (OFFICE, COUNCIL)


def test_item_without_title_is_shown_by_its_identifier() -> None:
    """A link is never without a text."""
    cells, _ = cells_of()
    bare = dataclasses.replace(cells.catalogue.items["COUNCIL"], title="")
    assert cells.reference(bare, "a note") == Entry("COUNCIL", "COUNCIL", "a note")


def test_basis_is_shown_beside_what_it_is_the_basis_of() -> None:
    """A stated basis is a note and leaves the state stated."""
    _, cells = cells_of(COM={"owner_basis": "law", "time_basis": "law"})
    assert cells["owner"] == Cell(State.STATED, (dataclasses.replace(COUNCIL, note="law"),))
    assert cells["time"] == Cell(State.STATED, (Entry("2018-03", note="law"), PHASE))
    assert cells["preparer"] == Cell(State.STATED, (OFFICE,))


@pytest.mark.parametrize(
    ("changes", "name", "first"),
    [
        ({"owner_basis": "inferred"}, "owner", dataclasses.replace(COUNCIL, note=INFERRED)),
        ({"inferred": "owner"}, "owner", dataclasses.replace(COUNCIL, note=INFERRED)),
        ({"inferred": "preparer"}, "preparer", dataclasses.replace(OFFICE, note=INFERRED)),
        ({"time_basis": "inferred"}, "time", Entry("2018-03", note=INFERRED)),
        ({"inferred": "schedule"}, "time", Entry("2018-03", note=INFERRED)),
        ({"inferred": "period", "period": "2018"}, "time", Entry("2018", note=INFERRED)),
        ({"inferred": "sources"}, "sources", Entry("Source SRC", "SRC")),
        ({"inferred": "sources"}, "locators", Entry("Heading", "SRC")),
    ],
)
def test_inferred_matter(changes: dict[str, str], name: str, first: Entry) -> None:
    """An inference is a state of that matter alone, and the note says so."""
    _, cells = cells_of(COM=changes)
    assert (cells[name].state, cells[name].entries[0]) == (State.INFERRED, first)
    beside = {"sources", "locators"} if name in {"sources", "locators"} else {name}
    assert {other for other, cell in cells.items() if cell.state is State.INFERRED} == beside


def test_inference_needs_no_word_for_it() -> None:
    """A project that names no value for inferences can still list what is inferred."""
    settings = dataclasses.replace(SETTINGS, values=ValueRoles(inferred=()))
    _, cells = cells_of(settings=settings, COM={"inferred": "owner"})
    assert (cells["owner"].state, cells["owner"].entries[0].text) == (
        State.INFERRED,
        "Actor COUNCIL",
    )


MATTERS = [
    ("owner", "owner", "missing-owner"),
    ("preparer", "preparer", "missing-preparer"),
    ("time", "schedule", "missing-timeline"),
]


@pytest.mark.parametrize(("matter", "option", "check"), MATTERS)
def test_missing_matter(matter: str, option: str, check: str) -> None:
    """An empty cell tells nothing of the source; a gap says it is silent, a waiver is named."""
    changes = {option: ""}
    _, cells = cells_of(COM=changes)
    assert cells[matter] == Cell(State.MISSING, (SILENT,))
    _, cells = cells_of(f"gap {option}", COM=changes)
    gap = Entry("the source does not say", "GAP")
    assert cells[matter] == Cell(State.MISSING, (gap,))
    _, cells = cells_of(f"waiver {check}", COM=changes)
    assert cells[matter] == Cell(State.WAIVED, (Entry("waived", "WAI"),))


def test_missing_source() -> None:
    """Without a source its place is not shown, but that it is missing."""
    _, cells = cells_of(COM={"sources": ""})
    assert cells["sources"] == cells["locators"] == Cell(State.MISSING, (SILENT,))
    _, cells = cells_of("waiver missing-source", COM={"sources": ""})
    assert cells["sources"].state is State.WAIVED


def test_source_without_a_place_is_shown_itself() -> None:
    """Where there is no place to link, the source is."""
    _, cells = cells_of(COM={"locator": ""})
    source = Cell(State.STATED, (Entry("Source SRC", "SRC"),))
    assert cells["sources"] == cells["locators"] == source


@pytest.mark.parametrize(("matter", "option", "check"), MATTERS)
def test_gap_or_waiver_of_another_matter_is_not_shown(matter: str, option: str, check: str) -> None:
    """A missing owner is not excused by a gap in the preparer."""
    others = [row for row in MATTERS if row[0] != matter]
    extra = [f"gap {others[0][1]}", f"waiver {others[1][2]}"]
    assert check not in extra[1]
    _, cells = cells_of(*extra, COM={option: ""})
    assert cells[matter] == Cell(State.MISSING, (SILENT,))


def test_matter_of_which_only_a_dead_link_is_known_is_missing() -> None:
    """A target that does not exist is nobody."""
    _, cells = cells_of(COM={"owner": "NOBODY"})
    assert cells["owner"] == Cell(State.MISSING, (SILENT,))


def test_missing_cover_is_of_its_region() -> None:
    """The gap of one region is not the excuse of another."""
    items = [item for item in sound_items() if item.id != "COM"]
    settings = dataclasses.replace(SETTINGS, answers={"SEC": ("north", "south")})
    gap = make_gap(target="ELE", field="implements", region="south")
    cells = Cells(run([*items, gap], settings))
    element = cells.catalogue.items["ELE"]
    assert cells.missing(element, "implements", "north").entries == (SILENT,)
    assert cells.missing(element, "implements", "south").entries == (
        Entry("the source does not say", "GAP"),
    )


# Time --------------------------------------------------------------------------------------


def test_own_period_is_shown_before_the_schedule() -> None:
    """An item's own period is its time."""
    _, cells = cells_of(COM={"period": "2018-02/2018-06"})
    assert cells["time"] == Cell(State.STATED, (Entry("2018-02/2018-06"),))


def test_schedule_without_a_time_leaves_the_time_missing() -> None:
    """What the check calls missing is not called stated: the schedule itself is silent."""
    _, cells = cells_of(PHASE={"period": ""})
    assert cells["time"].state is State.MISSING


@pytest.mark.parametrize(
    ("edtf", "finnish"),
    [
        ("2018", "2018"),
        ("2018-03", "3/2018"),
        ("2018-03-05", "5.3.2018"),
        ("2018-02/2018-06", "2–6/2018"),
        ("2018-06/..", "6/2018 alkaen"),
        ("../2018-06", "6/2018 asti"),
        ("2018-21", "kevät 2018"),
        ("2018~", "noin 2018"),
    ],
)
def test_time_is_shown_as_the_readers_write_it(edtf: str, finnish: str) -> None:
    """Finnish pages show Finnish notation, English ones what the file says."""
    _, cells = cells_of(settings=FINNISH, COM={"period": edtf})
    assert cells["time"].entries == (Entry(finnish),)
    _, cells = cells_of(COM={"period": edtf})
    assert cells["time"].entries == (Entry(edtf),)


def test_time_of_a_schedule_is_shown_as_the_readers_write_it() -> None:
    """What a schedule gives is written like an own period."""
    _, cells = cells_of(settings=FINNISH)
    assert cells["time"].entries == (Entry("3/2018"), PHASE)


@pytest.mark.parametrize(
    "text", ["11/2017", "5–6/2019", "kevät-kesä-2018", "2018-02-xx", "2018-13", "a-b-c", "/", "~"]
)
def test_unreadable_period_is_shown_as_written(text: str) -> None:
    """A page is made of whatever the author wrote; the check tells that it is wrong."""
    _, cells = cells_of(settings=FINNISH, COM={"period": text})
    assert cells["time"].entries == (Entry(text),)


def test_words_are_those_of_the_language() -> None:
    """An empty cell is Finnish on a Finnish page."""
    _, cells = cells_of("waiver missing-preparer", settings=FINNISH,
                        COM={"owner": "", "preparer": ""})  # fmt: skip
    assert cells["owner"].entries == (Entry("ei merkitty"),)
    assert cells["preparer"].entries == (Entry(Messages("fi").text("waived"), "WAI"),)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("COUNCIL", "Actor COUNCIL"),
        ("COUNCIL, OFFICE", "Actor COUNCIL, Actor OFFICE"),
        ("GONE", "GONE"),
        ("2018-03", "3/2018"),
        ("2018-03-05/2018-03-11", "5.3.2018–11.3.2018"),
        ("law.md:3", "law.md:3"),
        (3, "3"),
    ],
)
def test_message_is_told_in_the_words_of_readers(value: object, told: str) -> None:
    """Items are named by their titles and times as Finnish writes them; the rest stays."""
    cells, _ = cells_of(settings=FINNISH)
    assert cells.told(Message("({value})", {"value": value})) == f"({told})"

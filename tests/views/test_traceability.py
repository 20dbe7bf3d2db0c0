"""The traceability table: a row an element, a region and what implements it there."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.coverage import State
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.settings import Settings
from statutory.views.blocks import Heading, Paragraph, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import Options
from statutory.views.traceability import trace_blocks, trace_tables
from tests.builders import SETTINGS, make_gap, make_item, run, sound_items

CITED = {"sources": "SRC", "locator": "p. 1"}


def tables(items: list[Item], settings: Settings = SETTINGS, /, **listed: str) -> tuple[Table, ...]:
    """Return the tables of some items.

    :param listed: The options, each with its names separated by spaces.
    """
    options = Options({name: tuple(text.split()) for name, text in listed.items()})
    return tuple(trace_tables(Cells(run(items, settings)), options).values())


def brief(table: Table) -> list[tuple[str, str]]:
    """Return the element and the implementer of each row."""
    return [(row[0].entries[0].target, row[1].entries[0].target) for row in table.rows]


def caption_of(table: Table) -> str:
    """Return the identifier of the section that a table is of."""
    assert table.caption is not None
    return table.caption.target


def component(id_: str, region: str = "north", implements: str = "ELE") -> Item:
    """Return one more component."""
    return make_item(
        "component", id_, region=region, implements=implements,
        part_of="PLAN", owner="OFFICE", preparer="OFFICE", period="2018", **CITED,
    )  # fmt: skip


def element(id_: str, section: str = "SEC") -> Item:
    """Return one more statutory element."""
    return make_item(
        "element", id_, region="state", based_on=section, owner="COUNCIL", period="2018", **CITED
    )


def test_table_of_a_section() -> None:
    """The caption leads to the section; the row has what is known of the component."""
    assert tables(sound_items()) == (
        Table(
            caption=Entry("Section SEC", "SEC"),
            headings=(
                "Element",
                "implemented by",
                "Owner",
                "Preparer",
                "time",
                "Decider",
                "Sources",
            ),
            rows=(
                (
                    stated(Entry("Element ELE", "ELE")),
                    stated(Entry("Component COM", "COM", "The North")),
                    stated(Entry("Actor COUNCIL", "COUNCIL")),
                    stated(Entry("Actor OFFICE", "OFFICE")),
                    stated("2018-03", Entry("Phase PHASE", "PHASE")),
                    Cell(State.MISSING, (Entry("not recorded"),)),
                    stated(Entry("Heading", "SRC")),
                ),
            ),
        ),
    )


def test_element_has_a_row_for_each_that_implements_it() -> None:
    """Two components are two rows, whatever other regions do."""
    items = [*sound_items(), component("ALSO"), component("ELSEWHERE", "south")]
    (table,) = tables(items)
    assert brief(table) == [("ELE", "ALSO"), ("ELE", "COM")]


def test_hole_is_a_row_with_its_gap() -> None:
    """What nothing implements is a row of what the element itself says, by law."""
    items = [item for item in sound_items() if item.id != "COM"]
    gap = make_gap(target="ELE", field="implements")
    for extra, words in (([], "not recorded"), ([gap], "the source does not say")):
        ((row,),) = (table.rows for table in tables([*items, *extra]))
        target = "GAP" if extra else ""
        missing = Cell(State.MISSING, (Entry("not recorded"),))
        assert row == (
            stated(Entry("Element ELE", "ELE")),
            Cell(State.MISSING, (Entry(words, target, "The North"),)),
            stated(Entry("Actor COUNCIL", "COUNCIL", "by law")),
            missing,
            stated(Entry("2018", note="by law")),
            missing,
            stated(Entry("Heading", "SRC", "by law")),
        )


def test_hole_tells_what_is_inferred_and_what_is_decided() -> None:
    """A decision on the element is not what the law says, and an inference stays one."""
    changes = {"inferred": "sources", "owner_basis": "inferred", "decider": "COUNCIL"}
    items = [item for item in sound_items(ELE=changes) if item.id != "COM"]
    ((row,),) = (table.rows for table in tables(items))
    assert row[2] == Cell(State.INFERRED, (Entry("Actor COUNCIL", "COUNCIL", "by law"),))
    assert row[6] == Cell(State.INFERRED, (Entry("Heading", "SRC", "by law"),))
    assert row[5] == stated(Entry("Actor COUNCIL", "COUNCIL"))


def decision(items: list[Item]) -> Cell:
    """Return what the one row of some items tells of the decision."""
    ((row,),) = (table.rows for table in tables(items))
    return row[5]


def test_decision_is_told_or_who_decides() -> None:
    """A decision made comes first, then the decider of the item, then that of its whole."""
    of_whole = sound_items(PLAN={"decider": "COUNCIL"})
    own = sound_items(PLAN={"decider": "COUNCIL"}, COM={"decider": "OFFICE"})
    made = make_item("decision", "DEC", concerns="COM", **CITED)
    noted = Entry("Actor COUNCIL", "COUNCIL", "Plan PLAN")
    assert decision(of_whole) == stated(noted)
    assert decision(own) == stated(Entry("Actor OFFICE", "OFFICE"))
    assert decision([*own, made]) == stated(Entry("Decision DEC", "DEC"))


def test_project_without_deciders_has_no_column_for_them() -> None:
    """A link that the project does not have is not said to be missing."""
    links = dataclasses.replace(SETTINGS.links, decider="")
    (table,) = tables(sound_items(), dataclasses.replace(SETTINGS, links=links))
    assert "Decider" not in table.headings
    assert {len(row) for row in table.rows} == {len(table.headings)}


def test_nothing_to_trace_is_said_in_words() -> None:
    """A region that has to answer nothing has no empty place on its page."""
    listed = Options({"maakunnat": ("nowhere",)})
    assert trace_blocks(Cells(run(sound_items())), listed) == (
        Paragraph((Entry("No statutory element is traced here."),)),
    )


def test_inferred_implementation_is_said_to_be_one() -> None:
    """A link of the editors is no statement of the source."""
    ((row,),) = (table.rows for table in tables(sound_items(COM={"inferred": "implements"})))
    assert row[1] == Cell(State.INFERRED, (Entry("Component COM", "COM", "The North"),))


def at(item: Item, line: int) -> Item:
    """Return an item moved to a line of the file of the law."""
    return dataclasses.replace(item, location=Location("law.md", line))


def law() -> list[Item]:
    """Return two sections, the second and its elements written in another order."""
    section = make_item("section", "ALPHA", based_on="ACT", **CITED)
    return [
        *(item for item in sound_items() if item.id != "SEC"),
        at(next(item for item in sound_items() if item.id == "SEC"), 1),
        at(section, 10),
        at(element("Z", "ALPHA"), 20),
        at(element("M", "ALPHA"), 30),
        at(element("A", "ALPHA"), 25),
        component("ONE", implements="Z, A"),
        component("TWO", "south", implements="M"),
    ]


def test_sections_and_elements_come_as_the_law_has_them() -> None:
    """The order is that of the files, not of the identifiers."""
    first, second = tables(law())
    assert (caption_of(first), caption_of(second)) == ("SEC", "ALPHA")
    settings = dataclasses.replace(SETTINGS, answers={"ALPHA": ("north",)})
    assert brief(tables(law(), settings)[1]) == [("Z", "ONE"), ("A", "ONE"), ("M", "")]


def test_sections_of_an_act_stand_under_its_name_by_their_numbers() -> None:
    """Wherever a section is written, 6 comes before 13, 13 before 13 a and all before 35."""
    other = make_item("act", "OTHER", title="Other act", **CITED)
    numbers = {"S35": "35 §", "S13A": "13 a §", "S13": "13 §", "S6": "6 §"}
    sections = [
        make_item("section", id_, title=f"{number} Duty", based_on="ACT", **CITED)
        for id_, number in numbers.items()
    ]
    sections.append(make_item("section", "S1", title="1 § Duty", based_on="OTHER", **CITED))
    items = [
        *(at(item, line) for line, item in enumerate([*sound_items(), *sections, other])),
        *(element(f"E-{item.id}", item.id) for item in sections),
        component("ALL", implements=", ".join(f"E-{item.id}" for item in sections)),
    ]
    blocks = trace_blocks(Cells(run(items)), Options({}))
    told = [
        block.entry.target if isinstance(block, Heading) else caption_of(block)
        for block in blocks
        if isinstance(block, Heading | Table)
    ]
    assert told == ["ACT", "SEC", "S6", "S13", "S13A", "S35", "OTHER", "S1"]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ({"saannokset": "SEC"}, {"SEC": ["ELE"]}),
        ({"saannokset": "ALPHA NONE"}, {"ALPHA": ["Z", "A", "M"]}),
        ({"maakunnat": "north"}, {"SEC": ["ELE"], "ALPHA": ["Z", "A"]}),
        ({"maakunnat": "south"}, {"ALPHA": ["M"]}),
        ({"maakunnat": "south", "saannokset": "SEC"}, {}),
        ({"enintaan": "2"}, {"SEC": ["ELE"], "ALPHA": ["Z"]}),
        ({"tyypit": "component"}, {"SEC": ["ELE"], "ALPHA": ["Z", "A", "M"]}),
        ({"tyypit": "phase"}, {}),
        ({}, {"SEC": ["ELE"], "ALPHA": ["Z", "A", "M"]}),
    ],
)
def test_tables_are_filtered(listed: dict[str, str], expected: dict[str, list[str]]) -> None:
    """What an author chooses is in the tables; a table without rows is left out."""
    found = {
        caption_of(table): [row[0].entries[0].target for row in table.rows]
        for table in tables(law(), **listed)
    }
    assert found == expected


def test_what_nothing_implements_is_not_of_any_type_or_status() -> None:
    """It has a row among all, but none among the components or the finished items."""
    items = [*law(), element("HOLE", "ALPHA")]
    settings = dataclasses.replace(SETTINGS, answers={"ALPHA": ("north",)})

    def shown(**listed: str) -> set[str]:
        return {
            element for table in tables(items, settings, **listed) for element, _ in brief(table)
        }

    assert "HOLE" in shown()
    assert "HOLE" not in shown(tyypit="component")
    assert shown(tilat="done") == set()


def test_implementers_of_an_element_stand_in_the_order_asked_for() -> None:
    """The elements stay in the order of the law."""
    later = dataclasses.replace(component("ALSO"), title="Zeta", location=Location("a.md", 1))
    items = [*sound_items(), later]
    assert brief(tables(items, jarjestys="tunnus")[0]) == [("ELE", "ALSO"), ("ELE", "COM")]
    assert brief(tables(items, jarjestys="otsikko")[0]) == [("ELE", "COM"), ("ELE", "ALSO")]


def test_columns_are_those_asked_for_behind_element_and_implementer() -> None:
    """Also a field that the table does not show of itself; the law has its own owner."""
    (table,) = tables(sound_items(COM={"status": "done"}), sarakkeet="status owner")
    assert table.headings == ("Element", "implemented by", "status", "Owner")
    assert [cell.entries[0].text for cell in table.rows[0][2:]] == ["done", "Actor COUNCIL"]
    (hole,) = tables([one for one in sound_items() if one.id != "COM"], sarakkeet="owner")
    assert [cell.state for cell in hole.rows[0][1:]] == [State.MISSING, State.STATED]


def test_region_that_answers_for_nothing_is_in_no_table() -> None:
    """A section that nobody mentions has no rows."""
    settings = dataclasses.replace(SETTINGS, answers={})
    items = [item for item in sound_items() if item.id != "COM"]
    assert tables(items, settings) == ()


def test_headings_are_those_of_the_language() -> None:
    """The words of the extension are translated, those of the project are its own."""
    settings = dataclasses.replace(SETTINGS, language="fi")
    (table,) = tables(sound_items(), settings)
    assert table.headings == (
        "Element",
        "Toteuttaja",
        "Owner",
        "Preparer",
        "Aika",
        "Decider",
        "Sources",
    )

"""The registers: what each shows, and that an empty one says so."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.coverage import State
from statutory.model.item import Item
from statutory.model.settings import LinkRoles, Settings, TypeRoles
from statutory.views.blocks import Block, Paragraph, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import Options, mistakes_of
from statutory.views.register import NOTHING
from statutory.views.registers import REGISTERS
from tests.builders import SETTINGS, make_gap, make_item, make_waiver, run, sound_items


def drawn(
    name: str, items: list[Item], settings: Settings = SETTINGS, **listed: str
) -> list[Block]:
    """Return the blocks of a register."""
    options = Options({option: tuple(text.split()) for option, text in listed.items()})
    layout, known = REGISTERS[name]
    report = run(items, settings)
    assert list(mistakes_of(options, known, report.catalogue)) == []
    return list(layout(Cells(report), options))


def tables(
    name: str, items: list[Item], settings: Settings = SETTINGS, **listed: str
) -> list[Table]:
    """Return the tables of a register."""
    return [one for one in drawn(name, items, settings, **listed) if isinstance(one, Table)]


def texts(table: Table) -> list[list[str]]:
    """Return what is read in the cells of a table, each text apart from the next by a bar."""
    return [["|".join(entry.text for entry in cell.entries) for cell in row] for row in table.rows]


@pytest.mark.parametrize("name", REGISTERS)
def test_empty_register_says_so(name: str) -> None:
    """Nothing to show is a sentence, never nothing."""
    (said,) = drawn(name, [])
    assert isinstance(said, Paragraph)
    assert said.entries[0].text.endswith(".")


@pytest.mark.parametrize("name", REGISTERS)
def test_project_without_roles_gets_a_sentence(name: str) -> None:
    """A project that has no types and links of these kinds breaks nothing."""
    roles = {field.name: "" for field in dataclasses.fields(LinkRoles)}
    settings = dataclasses.replace(SETTINGS, types=TypeRoles(), links=LinkRoles(**roles))
    listed = {"rivit": "tyypit"} if name == "rinnakkain" else {}
    assert drawn(name, sound_items(), settings, **listed) != []


def test_register_shows_the_columns_asked_for() -> None:
    """The items come first, then columns of the register and of any link or field there is."""
    items = [
        make_item("decision", "DEC", decider="A", status="done", period="2018-01"),
        make_item("phase", "P", decider="A", period="2018-05"),
        make_item("actor", "A"),
    ]
    made, ahead = tables("paatokset", items, sarakkeet="status decider period")
    assert made.headings == ("Decision", "status", "Decider", "time")
    assert texts(made) == [["Decision DEC", "done", "Actor A", "2018-01"]]
    assert ahead.headings == ("item", "status", "Decider", "time")


def test_column_that_no_item_can_fill_is_left_out() -> None:
    """A table of items without such a field does not say of each that it is missing."""
    items = [make_item("decision", "DEC", decider="A"), make_item("actor", "A")]
    (made,) = tables("paatokset", items, sarakkeet="force decider")
    assert made.headings == ("Decision", "Decider")


def test_time_of_a_schedule_and_place_in_a_source_are_told_whole() -> None:
    """An asked column tells more than its link or field alone, and each name counts once."""
    schedule = make_item("phase", "P", period="2018-05")
    decision = make_item("decision", "DEC", schedule="P", sources="SRC", locator="p. 1")
    items = [decision, schedule, make_item("source", "SRC")]
    (made, *_) = tables("paatokset", items, sarakkeet="sources period sources owner")
    assert made.headings == ("Decision", "Sources", "time")
    assert texts(made) == [["Decision DEC", "p. 1", "2018-05|Phase P"]]


def test_time_that_cannot_be_read_has_a_column_too() -> None:
    """It is written down, if wrongly: only what no item tells is left out."""
    (found,) = tables("poikkeukset", [make_waiver(period="sometime")], sarakkeet="period")
    assert [row[1:] for row in texts(found)] == [["sometime"]]


def test_services_and_duties_are_kept_apart_by_what_they_are() -> None:
    """Only a task of an authority is asked for its power and its basis in law."""
    items = [
        make_item("service", "S", region="north", organiser="A", producer="B"),
        make_item("duty", "D1", kind="organising", owner="A"),
        make_item("duty", "D2", kind="authority", owner="A", public_power="significant"),
        make_item("duty", "D3", kind="preparing", owner="A"),
        *(make_item("actor", "A"), make_item("actor", "B")),
    ]
    services, authority, organising = tables("jarjestaminen", items)
    assert services.headings == ("Service", "region", "Organiser", "Producer", "Sources")
    assert texts(services)[0][:4] == ["Service S", "The North", "Actor A", "Actor B"]
    assert [row[0] for row in texts(organising)] == ["Duty D1"]
    assert "public_power" in authority.headings
    assert "Based on" in authority.headings
    assert [row[0] for row in texts(authority)] == ["Duty D2"]


def test_decisions_made_to_make_and_only_alike_are_three_tables() -> None:
    """What is to be decided shows where the power of the decider comes from."""
    items = [
        make_item("decision", "DEC", decider="A", period="2018-01"),
        make_item("phase", "P", decider="A", period="2018-05"),
        make_item("position", "POS", force="settled", speaker="A"),
        make_item("position", "OTHER", force="noted", speaker="A"),
        make_item("actor", "A", competence="SEC"),
        make_item("section", "SEC"),
    ]
    made, ahead, alike = tables("paatokset", items)
    assert texts(made)[0][:3] == ["Decision DEC", "2018-01", "Actor A"]
    assert "Section SEC" in texts(ahead)[0]
    assert [row[0] for row in texts(alike)] == ["Position POS"]


def test_missing_competence_of_a_decider_leads_to_its_gap() -> None:
    """A reader sees that nobody knows by what right it decides."""
    items = [
        make_item("phase", "P", decider="A"),
        make_item("actor", "A"),
        make_gap(target="A", field="competence"),
    ]
    (ahead,) = tables("paatokset", items)
    assert Cell(State.MISSING, (Entry("the source does not say", "GAP"),)) in ahead.rows[0]


def test_meetings_come_by_time_with_their_positions_below() -> None:
    """A meeting of which no position is known says so; positions without meeting are last."""
    items = [
        make_item("meeting", "M2", period="2018-02"),
        make_item("meeting", "M1", period="2018-01"),
        make_item("position", "P1", handled_in="M1", force="noted", speaker="A", answer="P2"),
        make_item("position", "P2", force="noted"),
        make_item("actor", "A"),
    ]
    meetings, of_m1, others = tables("kokoukset", items)
    assert [(row[0], row[-1]) for row in texts(meetings)] == [
        ("Meeting M1", "1"),
        ("Meeting M2", "none are recorded"),
    ]
    assert of_m1.caption == Entry("Meeting M1", "M1")
    assert texts(of_m1)[0] == [
        *("Position P1", "noted", "Actor A", "not recorded", "Position P2"),
    ]
    assert [row[0] for row in texts(others)] == ["Position P2"]


def test_demands_are_counted_with_their_answers() -> None:
    """A position without the force of a demand is none."""
    items = [
        make_item("position", "P1", force="demanded", answer="P3"),
        make_item("position", "P2", force="demanded"),
        make_item("position", "P3", force="noted"),
    ]
    said, table = drawn("vaatimukset", items)
    assert said == Paragraph((Entry("Demands: 2. Answered: 1."),))
    assert isinstance(table, Table)
    assert [row[0] for row in texts(table)] == ["Position P1", "Position P2"]


def test_demand_without_answer_leads_to_the_gap_of_it() -> None:
    """No gap answers the note that a demand is unanswered, but a reader wants to find it."""
    items = [
        make_item("position", "P1", force="demanded"),
        make_gap(target="P1", field="answer"),
    ]
    (table,) = tables("vaatimukset", items)
    assert Cell(State.MISSING, (Entry("the source does not say", "GAP"),)) in table.rows[0]


def test_risks_stand_beside_opportunities_by_stakeholder() -> None:
    """What has no stakeholder stands in a row of its own, which says so."""
    items = [
        make_item("risk", "R1", stakeholder="A"),
        make_item("risk", "R2", stakeholder="A, B", inferred="stakeholder"),
        make_item("risk", "R3"),
        make_item("opportunity", "O1", stakeholder="B"),
        *(make_item("actor", "A"), make_item("actor", "B")),
    ]
    (table,) = tables("riskit", items)
    assert table.headings == ("Stakeholder", "Risk", "Opportunity")
    assert texts(table) == [
        ["Actor A", "Risk R1|Risk R2", "none are recorded"],
        ["Actor B", "Risk R2", "Opportunity O1"],
        ["no stakeholder is stated", "Risk R3", "none are recorded"],
    ]
    assert table.rows[0][1].entries[1].note == "inferred by the editors"
    assert table.rows[2][0].state is State.MISSING


def test_gaps_stand_by_region_and_can_be_narrowed_to_a_field() -> None:
    """Each says what is missing by the name that pages give it."""
    items = [
        *sound_items(COM={"owner": "", "preparer": ""}),
        make_gap("G1", target="COM", field="owner"),
        make_gap("G2", target="COM", field="preparer", region="south"),
    ]
    north, south = tables("puutteet", items)
    assert (north.caption, south.caption) == (Entry("The North"), Entry("south"))
    assert texts(north)[0][:3] == ["Gap G1", "Owner", "Component COM"]
    (only,) = tables("puutteet", items, kentat="preparer")
    assert texts(only)[0][0] == "Gap G2"


def test_differences_stand_by_kind_and_say_what_settles_them() -> None:
    """One that nothing settles says so; it is no gap."""
    items = [
        make_item("difference", "D1", kind="term", concerns="A"),
        make_item("difference", "D2", kind="contradiction", concerns="A", resolution="A"),
        make_item("actor", "A"),
    ]
    contradiction, term = tables("erot", items)
    assert (contradiction.caption, term.caption) == (Entry("Contradiction"), Entry("Term"))
    assert contradiction.headings[0] == term.headings[0] == "difference"
    assert texts(contradiction)[0][3] == "Actor A"
    assert texts(term)[0][3] == "is not settled"
    (only,) = tables("erot", items, lajit="term")
    assert only == term


@pytest.mark.parametrize(
    ("expiry", "note"),
    [("2018-12-31", ""), ("2018-03-01", "expires soon"), ("2018-01-30", "expired")],
)
def test_waiver_says_how_near_its_end_is(expiry: str, note: str) -> None:
    """It is measured at the day of waivers, which is the as-of date."""
    items = [*sound_items(COM={"owner": ""}), make_waiver(waiver_expiry=expiry)]
    (table,) = tables("poikkeukset", items)
    assert table.rows[0][5].entries[0].note == note


def test_waiver_shows_what_it_silences() -> None:
    """A waiver that silences nothing says so."""
    items = [*sound_items(COM={"owner": ""}), make_waiver()]
    (table,) = tables("poikkeukset", items)
    assert table.rows[0][-1] == stated(Entry("Component COM", "COM", "owner"))
    (idle,) = tables("poikkeukset", [*sound_items(), make_waiver()])
    assert texts(idle)[0][-1] == "nothing"


def test_waiver_of_a_pattern_shows_the_pattern() -> None:
    """It names no items, so its pattern stands where they would."""
    items = [*sound_items(), make_waiver(waiver_target="", waiver_pattern="COM*")]
    (table,) = tables("poikkeukset", items)
    assert texts(table)[0][2] == "COM*"


def test_elements_side_by_side_tell_silence_from_what_is_not_asked() -> None:
    """A region that has to answer and does not is missing; another is not asked."""
    settings = dataclasses.replace(SETTINGS, answers={"SEC": ("north", "south")})
    items = [*sound_items(), make_item("actor", "A", region="south")]
    (table,) = tables("rinnakkain", items, settings, maakunnat="north south state")
    ((named, north, south, state),) = table.rows
    assert table.caption == Entry("Act ACT", "ACT")
    assert named == stated(Entry("Element ELE", "ELE"), Entry("Section SEC", "SEC"))
    assert north == stated(Entry("Component COM", "COM"))
    assert south.state is State.MISSING
    assert state == stated("is not asked of it")


def test_elements_side_by_side_stand_by_act_and_section() -> None:
    """Each act has its table; the numbers of its sections give the order, not the files."""
    law = [
        make_item("act", "ACT"),
        make_item("act", "OTHER"),
        make_item("section", "S35", title="35 § Plan", based_on="ACT", at="a.md:1"),
        make_item("section", "S6", title="6 § Duties", based_on="ACT", at="b.md:1"),
        make_item("section", "S1", title="1 § Aim", based_on="OTHER", at="a.md:2"),
        make_item("element", "LATE", based_on="S35", at="a.md:3"),
        make_item("element", "EARLY", based_on="S6", at="b.md:2"),
        make_item("element", "ELSEWHERE", based_on="S1", at="a.md:4"),
        make_item("element", "LAWLESS", at="a.md:5"),
        make_item("component", "C", implements="LATE, EARLY, ELSEWHERE, LAWLESS", region="north"),
    ]
    found = tables("rinnakkain", law)
    assert [(table.caption, [row[0] for row in texts(table)]) for table in found] == [
        (Entry("Act ACT", "ACT"), ["Element EARLY|6 § Duties", "Element LATE|35 § Plan"]),
        (Entry("Act OTHER", "OTHER"), ["Element ELSEWHERE|1 § Aim"]),
        (Entry("Element by region"), ["Element LAWLESS"]),
    ]


def test_types_side_by_side_are_counted_or_listed() -> None:
    """Types that are named list their items; otherwise each says how many it has."""
    items = [make_item("risk", "R1", region="north"), make_item("risk", "R2", region="south")]
    (counted,) = tables("rinnakkain", items, rivit="tyypit")
    assert counted.headings == ("kind of item", "The North", "south")
    assert texts(counted) == [["Risk", "1", "1"]]
    (listed,) = tables("rinnakkain", items, tyypit="risk", maakunnat="north")
    assert texts(listed) == [["Risk", "Risk R1"]]


def test_free_link_is_open_only_where_a_gap_says_so() -> None:
    """A meeting need not be part of anything, unless a gap tells that it is."""
    items = [
        make_item("meeting", "M1"),
        make_item("meeting", "M2"),
        make_gap(target="M2", field="part_of"),
    ]
    (table,) = tables("kokoukset", items)
    first, second = (row[3] for row in table.rows)
    assert first == NOTHING
    assert second == Cell(State.MISSING, (Entry("the source does not say", "GAP"),))

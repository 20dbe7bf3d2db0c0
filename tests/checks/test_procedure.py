"""Procedure: who decides, after what preparation, and who has been heard before."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.finding import Finding
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.settings import LinkRoles, Requirements, Settings, TypeRoles
from tests.builders import SETTINGS, make_gap, make_item, run, sound_items

CITED = {"sources": "SRC", "locator": "p. 1"}


def item(kind: str, id_: str, **options: str) -> Item:
    """Return an item with a source."""
    return make_item(kind, id_, **{**CITED, **options})


def found(check: str, *items: Item, settings: Settings = SETTINGS) -> list[Finding]:
    """Return the findings of one check in the sound items and some more."""
    report = run([*sound_items(COUNCIL={"competence": "SEC"}), *items], settings)
    return [finding for finding in report.findings if finding.check == check]


def decision(id_: str = "DEC", **options: str) -> Item:
    """Return a decision of the council on the component."""
    return item("decision", id_, **{"concerns": "COM", "decider": "COUNCIL", **options})


# The decider -------------------------------------------------------------------------------


def test_decision_without_decider_is_found() -> None:
    """The finding stands at the decision and names the link to write."""
    (finding,) = found("decision-without-decider", decision(decider=""))
    assert (finding.item, finding.field) == ("DEC", "decider")
    assert finding.location == Location("dec.md", 1)


def test_decision_whose_decider_does_not_exist_is_not_without_one() -> None:
    """A misspelt decider is a dead link and nothing else."""
    assert found("decision-without-decider", decision(decider="GONE")) == []


def test_other_items_need_no_decider() -> None:
    """A procedure or a position is no decision."""
    items = (item("procedure", "PRO"), item("position", "POS", concerns="COM"))
    assert found("decision-without-decider", *items) == []


def test_gap_answers_for_the_decider() -> None:
    """Where the sources do not say who decides, the finding is an open gap."""
    items = (decision(decider=""), make_gap(target="DEC", field="decider"))
    assert found("decision-without-decider", *items) == []
    assert [finding.item for finding in found("open-gap", *items)] == ["DEC"]


# Preparation before the decision -----------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "wrong"),
    [
        ("2018-02", True),
        ("2018-02-28", True),
        ("../2018-02", True),
        ("2017/2018-02", True),
        ("2018-03-01", False),
        ("2018-03", False),
        ("2018", False),
        ("2018-02~", False),
        ("2017-12~", True),
        ("2018-02/..", False),
        ("2018-02/", False),
        ("2018-21", False),
        ("", False),
    ],
)
def test_decision_before_the_thing_is_prepared(period: str, wrong: bool) -> None:  # noqa: FBT001
    """A decision on what is prepared in March is wrong only if it is surely over before."""
    findings = found("decision-before-preparation", decision(period=period))
    assert bool(findings) is wrong


@pytest.mark.parametrize(
    ("prepared", "wrong"),
    [
        ("2018-03", True),
        ("2018-03~", False),
        ("2018-06~", True),
        ("2018", False),
        ("../2018-06", False),
        ("/2018-06", False),
        ("2018-06/2018-03", False),
        ("soon", False),
    ],
)
def test_preparation_is_read_as_early_as_it_can_be(prepared: str, wrong: bool) -> None:  # noqa: FBT001
    """An open, unknown, approximate or unreadable beginning may lie before the decision."""
    plan = item("component", "OTHER", part_of="PLAN", period=prepared)
    findings = found(
        "decision-before-preparation", plan, decision(concerns="OTHER", period="2018-02")
    )
    assert bool(findings) is wrong


def test_early_decision_stands_at_its_time_and_shows_that_of_the_preparation() -> None:
    """The finding points at the period; the schedule gives the time of what is prepared."""
    (finding,) = found("decision-before-preparation", decision(period="2017-11"))
    assert (finding.item, finding.field, finding.location.line) == ("DEC", "period", 7)
    assert finding.message.values["others"] == "COM"
    assert [str(place.location) for place in finding.related] == ["com.md:8"]


def test_one_decision_on_several_things_is_one_finding() -> None:
    """A wrong date is one cause."""
    other = item("component", "OTHER", part_of="PLAN", period="2018-05")
    (finding,) = found(
        "decision-before-preparation", other, decision(concerns="OTHER, COM", period="2017-11")
    )
    assert finding.message.values["others"] == "OTHER, COM"
    assert [str(place.location) for place in finding.related] == ["other.md:6", "com.md:8"]


def test_decision_to_begin_concerns_the_procedure() -> None:
    """A decision on a procedure may come before everything in it."""
    assert found("decision-before-preparation", *PROCEDURE, decision(concerns="PRO")) == []


PROCEDURE = (
    item("procedure", "PRO"),
    item("phase", "DRAFT", part_of="PRO", preparer="OFFICE", period="2018-04/2018-05"),
    item("phase", "REVIEW", part_of="PRO", preparer="OFFICE", period="2018-03"),
    item("phase", "MEETING", part_of="PRO", period="2017-12"),
)


@pytest.mark.parametrize(
    ("period", "wrong"), [("2018-01", True), ("2018-02-28", True), ("2018-03", False)]
)
@pytest.mark.parametrize("kind", ["decision", "phase"])
def test_decision_in_a_procedure_follows_its_first_preparation(
    kind: str,
    period: str,
    wrong: bool,  # noqa: FBT001
) -> None:
    """A decision, or a step with a decider, waits for the first part that prepares."""
    step = item(kind, "STEP", part_of="PRO", decider="COUNCIL", period=period)
    findings = found("decision-before-preparation", *PROCEDURE, step)
    assert [finding.message.values["others"] for finding in findings] == ["PRO"] * wrong
    assert [str(f.related[0].location) for f in findings] == ["review.md:7"] * wrong


@pytest.mark.parametrize(
    "part",
    [
        item("phase", "EARLY", part_of="PRO", preparer="OFFICE", period="2017-12"),
        item("phase", "EARLY", part_of="MEETING", preparer="OFFICE", period="2017-12"),
        item("phase", "EARLY", part_of="PRO", preparer="OFFICE"),
        item("phase", "EARLY", part_of="PRO", preparer="OFFICE", period="soon"),
        item("phase", "EARLY", part_of="PRO", preparer="OFFICE", period="2019/2018"),
        item("phase", "LAUNCHED", part_of="PRO", preparer="OFFICE", period="2019",
             predecessor="STEP"),
    ],
    ids=["early", "nested", "untimed", "unreadable", "reversed", "launched"],
)  # fmt: skip
def test_preparation_that_may_be_early_or_follows_excuses_the_decision(part: Item) -> None:
    """Early or unknown preparation, or a step that builds on the decision, is no fault."""
    step = item("phase", "STEP", part_of="PRO", decider="COUNCIL", period="2018-01")
    assert found("decision-before-preparation", *PROCEDURE, part, step) == []


@pytest.mark.parametrize(
    "step",
    [
        item("phase", "STEP", part_of="PRO", period="2018-01"),
        item("phase", "STEP", part_of="PRO", preparer="OFFICE", decider="COUNCIL",
             period="2018-01"),
        item("phase", "STEP", part_of="PLAN", decider="COUNCIL", period="2018-01"),
        item("phase", "STEP", part_of="GONE", decider="COUNCIL", period="2018-01"),
        item("decision", "STEP", part_of="PRO", decider="COUNCIL", period="2018-01/2017-01"),
        item("decision", "STEP", part_of="PRO", decider="COUNCIL", period="January"),
    ],
    ids=["no decider", "prepares too", "no procedure", "dead link", "reversed", "unreadable"],
)  # fmt: skip
def test_step_that_is_no_dated_decision_is_not_asked(step: Item) -> None:
    """Only a decision with a time that can be true is compared."""
    assert found("decision-before-preparation", *PROCEDURE, step) == []


def test_decision_without_a_time_does_not_hide_the_next() -> None:
    """One that is not dated is passed over alone."""
    findings = found(
        "decision-before-preparation", decision("DEC-A"), decision("DEC-B", period="2018-02")
    )
    assert [finding.item for finding in findings] == ["DEC-B"]


def test_procedure_without_preparation_has_no_order() -> None:
    """Where nothing is prepared a decision cannot be too early."""
    items = (item("procedure", "PRO"), decision(concerns="", part_of="PRO", period="2017"))
    assert found("decision-before-preparation", *items) == []


# Hearing -----------------------------------------------------------------------------------

PARTIES = (item("actor", "TOWNS"), item("actor", "UNIONS"))
NETWORK = item("plan", "NETWORK", consulted="TOWNS, UNIONS")


def heard(id_: str, speaker: str, **options: str) -> Item:
    """Return a position on the network of services."""
    return item("position", id_, **{"concerns": "NETWORK", "speaker": speaker, **options})


def unheard(*items: Item) -> list[str]:
    """Return who has not been heard before the decision on the network, in June."""
    findings = found("decision-without-hearing", *PARTIES, *items)
    return [str(finding.message.values["parties"]) for finding in findings]


JUNE = decision(concerns="NETWORK", period="2018-06")


def test_all_parties_not_heard_are_one_finding() -> None:
    """The decision names who is missing, and shows where the hearing is asked for."""
    (finding,) = found("decision-without-hearing", *PARTIES, NETWORK, JUNE)
    assert (finding.item, finding.field, finding.location.line) == ("DEC", "consulted", 1)
    assert finding.message.values["parties"] == "TOWNS, UNIONS"
    assert finding.message.values["subjects"] == "NETWORK"
    assert [str(place.location) for place in finding.related] == ["network.md:5"]


@pytest.mark.parametrize(
    ("period", "missing"),
    [
        ("2018-05", []),
        ("2018-06", []),
        ("2018-07~", []),
        ("2018", []),
        ("", []),
        ("soon", []),
        ("2018-07", ["TOWNS"]),
        ("2018-06/2018-07", ["TOWNS"]),
    ],
)
def test_position_counts_if_it_can_be_before_the_decision(period: str, missing: list[str]) -> None:
    """A position of the same month or of an unknown day may have come first."""
    towns, unions = heard("POS-T", "TOWNS", period=period), heard("POS-U", "UNIONS")
    assert unheard(NETWORK, JUNE, towns, unions) == missing


@pytest.mark.parametrize(("day", "missing"), [("2018-06-15", []), ("2018-06-16", ["TOWNS"])])
def test_position_of_the_day_of_the_decision_counts(day: str, missing: list[str]) -> None:
    """Who speaks in the meeting that decides is heard before it decides."""
    named = decision(concerns="NETWORK", period="2018-06-15", consulted="UNIONS")
    assert unheard(NETWORK, named, heard("POS-T", "TOWNS", period=day)) == missing


def test_position_on_the_decision_itself_counts() -> None:
    """A statement on the proposal for the decision is a hearing too."""
    positions = (heard("POS", "TOWNS, UNIONS", concerns="DEC"),)
    assert unheard(NETWORK, JUNE, *positions) == []


def test_position_of_others_or_on_other_things_does_not_count() -> None:
    """Neither another speaker, nor another subject, nor another kind of item is a hearing."""
    items = (
        heard("POS-A", "OFFICE"),
        heard("POS-B", "TOWNS, UNIONS", concerns="COM"),
        item("question", "QUE", concerns="NETWORK", speaker="TOWNS, UNIONS"),
    )
    assert unheard(NETWORK, JUNE, *items) == ["TOWNS, UNIONS"]


def test_decision_that_names_the_party_has_heard_it() -> None:
    """The decision's own link says who was heard."""
    named = decision(concerns="NETWORK", period="2018-06", consulted="UNIONS")
    assert unheard(NETWORK, named) == ["TOWNS"]


def test_procedure_and_element_ask_for_a_hearing_too() -> None:
    """What the decision is part of, and what it or the component implements, is asked."""
    procedure = item("procedure", "PRO", consulted="TOWNS")
    element = item("element", "ELE-2", based_on="SEC", consulted="UNIONS")
    component = item("component", "COM-2", part_of="PLAN", implements="ELE-2")
    in_procedure = decision("DEC-A", concerns="", part_of="PRO")
    on_component = decision("DEC-B", concerns="COM-2")
    implementing = decision("DEC-C", concerns="", implements="ELE-2")
    items = (procedure, element, component, in_procedure, on_component, implementing)
    assert unheard(*items) == ["TOWNS", "UNIONS", "UNIONS"]


def test_hearing_of_an_earlier_decision_is_not_asked_again() -> None:
    """On a decision the link says who was heard, not who is to be heard of a later one."""
    first = decision("DEC-A", concerns="NETWORK", consulted="TOWNS, UNIONS")
    second = decision("DEC-B", concerns="DEC-A")
    assert unheard(NETWORK, first, second) == []


def test_dead_links_are_not_a_missing_hearing() -> None:
    """A party that does not exist, or a misspelt one, is a dead link only."""
    assert unheard(item("plan", "NETWORK", consulted="GONE"), JUNE) == []
    misspelt = decision(concerns="NETWORK", consulted="TOWN, UNIONS")
    assert unheard(NETWORK, misspelt) == []


def test_gap_answers_for_the_hearing() -> None:
    """Where the sources tell of no hearing, the decision's gap says so."""
    gap = make_gap(target="DEC", field="consulted")
    assert unheard(NETWORK, JUNE, gap) == []


# Procedures that lead nowhere --------------------------------------------------------------


def undecided(*items: Item, settings: Settings = SETTINGS) -> list[str]:
    """Return the procedures that lead to no decision."""
    return [finding.item for finding in found("undecided-procedure", *items, settings=settings)]


PREPARING = (
    item("procedure", "PRO", concerns="NETWORK"),
    item("phase", "DRAFT", part_of="PRO", preparer="OFFICE"),
    item("milestone", "DATE", part_of="DRAFT"),
    item("plan", "NETWORK"),
)


def test_procedure_that_prepares_and_does_not_decide_is_found() -> None:
    """The finding stands at the procedure and names the decider's link."""
    (finding,) = found("undecided-procedure", *PREPARING)
    assert (finding.item, finding.field) == ("PRO", "decider")
    assert finding.location == Location("pro.md", 1)


@pytest.mark.parametrize(
    "more",
    [
        item("phase", "END", part_of="PRO", decider="COUNCIL"),
        item("phase", "END", part_of="DATE", decider="COUNCIL"),
        item("phase", "END", part_of="PRO", decider="GONE"),
        item("procedure", "PRO", decider="COUNCIL"),
        item("plan", "NETWORK", decider="COUNCIL"),
        item("decision", "END", part_of="PRO"),
        item("decision", "END", concerns="PRO"),
        item("decision", "END", concerns="DATE"),
        item("decision", "END", concerns="NETWORK"),
    ],
)
def test_procedure_with_a_decision_anywhere_is_decided(more: Item) -> None:
    """A decider or a decision on the procedure, a part of it or its matter is enough."""
    others = (each for each in PREPARING if each.id != more.id)
    assert undecided(*others, more) == []


def test_procedure_in_which_nobody_prepares_is_not_asked() -> None:
    """A series of meetings or the way of a customer may end without a decision."""
    step = item("phase", "STEP", part_of="SERIES", owner="OFFICE")
    assert undecided(item("procedure", "SERIES"), step) == []


def test_procedure_with_a_preparer_of_its_own_is_asked() -> None:
    """A procedure without parts can be prepared as a whole."""
    assert undecided(item("procedure", "PRO", preparer="OFFICE")) == ["PRO"]


def test_part_of_another_procedure_is_judged_with_the_whole() -> None:
    """One decision is enough for the whole; where it lacks, the whole is found alone."""
    whole, step = item("procedure", "WHOLE"), item("phase", "PART", part_of="WHOLE")
    part = item("procedure", "PRO", part_of="PART", preparer="OFFICE")
    assert undecided(whole, step, part) == ["WHOLE"]
    end = item("phase", "END", part_of="WHOLE", decider="COUNCIL")
    assert undecided(whole, step, part, end) == []


def test_procedures_in_a_circle_have_no_whole() -> None:
    """The circle is the cause; nothing more is said of them."""
    one = item("procedure", "ONE", part_of="TWO", preparer="OFFICE")
    assert undecided(one, item("procedure", "TWO", part_of="ONE")) == []


def test_gap_answers_for_the_decision() -> None:
    """Where the sources do not say who decides, the finding is an open gap."""
    items = (*PREPARING, make_gap(target="PRO", field="decider"))
    assert undecided(*items) == []
    assert [finding.item for finding in found("open-gap", *items)] == ["PRO"]


# Policy ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("check", "types", "links"),
    [
        ("decision-without-decider", {"decision": ()}, {}),
        ("decision-without-decider", {}, {"decider": ""}),
        ("decision-before-preparation", {"prepared": ()}, {}),
        ("decision-before-preparation", {}, {"concerns": ""}),
        ("decision-without-hearing", {"decision": ()}, {}),
        ("decision-without-hearing", {}, {"consulted": ""}),
        ("undecided-procedure", {}, {"decider": ""}),
        ("undecided-procedure", {}, {"preparer": ""}),
    ],
)
def test_project_without_the_roles_is_not_asked(
    check: str, types: dict[str, tuple[str, ...]], links: dict[str, str]
) -> None:
    """A check finds nothing where the project has no such type or link."""
    items = (
        item("decision", "DEC", concerns="COM, NETWORK", period="2017-11"),
        item("procedure", "PRO"),
        item("phase", "DRAFT", part_of="PRO", preparer="OFFICE"),
        *(*PARTIES, NETWORK),
    )
    assert len(found(check, *items)) == 1
    settings = dataclasses.replace(
        SETTINGS,
        types=dataclasses.replace(SETTINGS.types, **types),
        links=dataclasses.replace(SETTINGS.links, **links),
    )
    assert found(check, *items, settings=settings) == []


def test_project_without_any_role_has_no_procedure() -> None:
    """Nothing is found where nothing is said of the project's types and links."""
    links = {field.name: "" for field in dataclasses.fields(LinkRoles)}
    settings = dataclasses.replace(
        SETTINGS, types=TypeRoles(), links=LinkRoles(**links), required=Requirements()
    )
    items = (*PREPARING, *PARTIES, decision(decider=""))
    assert run([*sound_items(), *items], settings).findings == ()

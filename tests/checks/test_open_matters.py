"""Open matters: questions, demands, risks and work that nothing takes care of."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.finding import Finding, Severity
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.settings import Requirements, Settings
from tests.builders import SETTINGS, make_gap, make_item, run, sound_items


def item(kind: str, id_: str, **options: str) -> Item:
    """Return an item with a source."""
    return make_item(kind, id_, **{"sources": "SRC", "locator": "p. 1", **options})


def found(check: str, *items: Item, settings: Settings = SETTINGS) -> list[Finding]:
    """Return the findings of one check in the sound items and some more."""
    report = run([*sound_items(), *items], settings)
    return [finding for finding in report.findings if finding.check == check]


def ids(check: str, *items: Item, settings: Settings = SETTINGS) -> list[str]:
    """Return the items at which a check finds something."""
    return [finding.item for finding in found(check, *items, settings=settings)]


# Questions and demands ---------------------------------------------------------------------


def test_question_without_answer_is_a_note() -> None:
    """The note stands at the question and names the link to write."""
    (finding,) = found("unanswered-question", item("question", "QUE", concerns="COM"))
    assert (finding.item, finding.field) == ("QUE", "answer")
    assert finding.location == Location("que.md", 1)
    assert finding.severity is Severity.NOTE


def test_answer_is_what_the_question_leads_to() -> None:
    """Any item answers; one that does not exist is a dead link, no missing answer."""
    assert ids("unanswered-question", item("question", "QUE", answer="COM")) == []
    assert ids("unanswered-question", item("question", "QUE", answer="GONE")) == []


def test_open_question_stays_one_beside_its_gap() -> None:
    """An open question is information itself: a gap does not take its place."""
    items = (item("question", "QUE", concerns="COM"), make_gap(target="QUE", field="answer"))
    assert ids("unanswered-question", *items) == ["QUE"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"force": "demanded"}, ["POS"]),
        ({"force": "demanded", "answer": "COM"}, []),
        ({"force": "demanded", "answer": "GONE"}, []),
        ({"force": "noted"}, []),
        ({}, []),
    ],
)
def test_demand_waits_for_an_answer(options: dict[str, str], expected: list[str]) -> None:
    """Only a position that demands something is asked for its answer."""
    position = item("position", "POS", concerns="COM", **options)
    assert ids("unanswered-demand", position) == expected
    assert ids("unanswered-question", position) == []


def test_demand_names_its_force() -> None:
    """The note says with what force the answer was asked for, as the pages call it."""
    settings = dataclasses.replace(SETTINGS, labels={"demanded": "was demanded"})
    position = item("position", "POS", concerns="COM", force="demanded")
    (finding,) = found("unanswered-demand", position, settings=settings)
    assert finding.message.values["force"] == "was demanded"
    assert (finding.field, finding.location) == ("answer", Location("pos.md", 1))


def test_demand_that_is_asked_for_as_a_question_is_one_finding() -> None:
    """Where policy asks every position for an answer, a demand is not found twice."""
    required = dataclasses.replace(SETTINGS.required, answer=("position",))
    settings = dataclasses.replace(SETTINGS, required=required)
    position = item("position", "POS", concerns="COM", force="demanded")
    assert ids("unanswered-question", position, settings=settings) == ["POS"]
    assert ids("unanswered-demand", position, settings=settings) == []


# Risks -------------------------------------------------------------------------------------


def test_risk_that_nothing_averts_is_a_note() -> None:
    """The risk is the place: the link is to be written into another item."""
    (finding,) = found("unmitigated-risk", item("risk", "RIS", concerns="COM"))
    assert (finding.item, finding.location) == ("RIS", Location("ris.md", 1))
    assert finding.severity is Severity.NOTE


def test_risk_that_something_averts_is_managed() -> None:
    """The link leads to the risk; a risk averts none, neither itself nor another."""
    risk = item("risk", "RIS", concerns="COM")
    assert ids("unmitigated-risk", risk, item("service", "SERVICE", mitigates="RIS")) == []
    other = item("risk", "OTHER", mitigates="RIS")
    assert ids("unmitigated-risk", risk, other) == ["OTHER", "RIS"]


# Funding -----------------------------------------------------------------------------------


def test_work_without_funding_is_a_note() -> None:
    """The note stands at the work and names the link to write."""
    (finding,) = found("unfunded-duty", item("duty", "DUTY", part_of="PLAN"))
    assert (finding.item, finding.field) == ("DUTY", "funder")
    assert finding.severity is Severity.NOTE


@pytest.mark.parametrize(
    "more",
    [
        item("duty", "DUTY", part_of="PLAN", funder="COUNCIL"),
        item("duty", "DUTY", part_of="PLAN", funder="GONE"),
        item("resource", "RES", part_of="DUTY"),
        item("resource", "RES", concerns="DUTY"),
        item("resource", "RES", part_of="PLAN"),
        item("plan", "PLAN", funder="COUNCIL"),
    ],
)
def test_funder_or_resource_of_the_work_or_its_whole_funds_it(more: Item) -> None:
    """A funder or a resource is enough, and what funds a whole funds its parts."""
    duty = item("duty", "DUTY", part_of="PLAN")
    assert ids("unfunded-duty", duty, more) == []


@pytest.mark.parametrize(
    "more",
    [
        item("service", "SERVICE", part_of="DUTY"),
        item("resource", "RES", concerns="COM"),
        item("resource", "RES", schedule="DUTY"),
        item("duty", "SUB", part_of="DUTY", funder="COUNCIL"),
    ],
)
def test_other_items_do_not_fund(more: Item) -> None:
    """Neither another type, nor a resource of something else, nor a part's funder."""
    assert ids("unfunded-duty", item("duty", "DUTY", part_of="PLAN"), more) == ["DUTY"]


def test_wholes_in_a_circle_and_dead_ones_fund_nothing() -> None:
    """The search for a funded whole ends."""
    one = item("duty", "ONE", part_of="TWO, GONE")
    assert ids("unfunded-duty", one, item("duty", "TWO", part_of="ONE")) == ["ONE", "TWO"]


def test_gap_answers_for_the_funder() -> None:
    """Where the sources do not say who funds, the note is an open gap."""
    items = (item("duty", "DUTY", part_of="PLAN"), make_gap(target="DUTY", field="funder"))
    assert ids("unfunded-duty", *items) == []
    assert ids("open-gap", *items) == ["DUTY"]


# Policy ------------------------------------------------------------------------------------

OPEN = (
    item("question", "QUE", concerns="COM"),
    item("position", "POS", concerns="COM", force="demanded"),
    item("risk", "RIS", concerns="COM"),
    item("duty", "DUTY", part_of="PLAN"),
)
CHECKS = ("unanswered-question", "unanswered-demand", "unmitigated-risk", "unfunded-duty")


@pytest.mark.parametrize(
    ("check", "link"),
    [
        ("unanswered-question", "answer"),
        ("unanswered-demand", "answer"),
        ("unmitigated-risk", "mitigates"),
        ("unfunded-duty", "funder"),
    ],
)
def test_project_without_the_link_is_not_asked(check: str, link: str) -> None:
    """A check finds nothing where the project has no such link."""
    assert len(ids(check, *OPEN)) == 1
    links = dataclasses.replace(SETTINGS.links, **{link: ""})
    assert ids(check, *OPEN, settings=dataclasses.replace(SETTINGS, links=links)) == []


def test_only_required_types_are_asked() -> None:
    """What policy does not ask for is not open."""
    settings = dataclasses.replace(
        SETTINGS,
        required=Requirements(),
        values=dataclasses.replace(SETTINGS.values, demand=()),
    )
    assert [check for check in CHECKS if ids(check, *OPEN, settings=settings)] == []

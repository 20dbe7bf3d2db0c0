"""Mandates: whether those who own or decide may do so at that time, and who takes over."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.finding import Finding
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.settings import Settings
from tests.builders import SETTINGS, make_gap, make_item, run

CITED = {"sources": "SRC", "locator": "p. 1"}
POLICY = dataclasses.replace(
    SETTINGS, required=dataclasses.replace(SETTINGS.required, owner=("phase", "duty"))
)


def actor(id_: str, term: str = "", **options: str) -> Item:
    """Return an actor that is somebody's part, with a term."""
    return make_item("actor", id_, part_of="COUNTY", term=term, **CITED, **options)


def phase(id_: str, period: str, owner: str, **options: str) -> Item:
    """Return a phase with a period and an owner."""
    return make_item("phase", id_, part_of="COUNTY", owner=owner, period=period, **CITED, **options)


def duty(id_: str, owner: str, **options: str) -> Item:
    """Return a standing duty."""
    return make_item("duty", id_, part_of="COUNTY", owner=owner, **CITED, **options)


def found(check: str, *items: Item, settings: Settings = POLICY) -> list[Finding]:
    """Return the findings of one check in some items."""
    others = [make_item("plan", "COUNTY", **CITED), make_item("source", "SRC")]
    report = run([*others, *items], settings)
    return [finding for finding in report.findings if finding.check == check]


def texts(findings: list[Finding]) -> list[str]:
    """Return the messages of some findings, filled in."""
    return [finding.message.text.format_map(finding.message.values) for finding in findings]


# The owner's term --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "term", "side"),
    [
        ("2018-02/2018-05", "2018-01/2018-06", ""),
        ("2018-01/2018-06", "2018-01/2018-06", ""),
        ("2018-01-01/2018-06-30", "2018-01/2018-06", ""),
        ("2018-01/2018-07", "2018-01/2018-06", "goes on after"),
        ("2018-01-01/2018-07", "2018-01/2018-06", "goes on after"),
        ("2017-12/2018-05", "2018-01/2018-06", "begins before"),
        ("2017-12/2018-07", "2018-01/2018-06", "begins before"),
        ("2018-06", "2018-06-30/2018-12", ""),
        ("2018-06-29", "2018-06-30/2018-12", "begins before"),
        ("2018", "2018-05/2018-06", ""),
        ("2018-07", "2017/2018-06", "goes on after"),
        ("2018-07~", "2017/2018-06", ""),
        ("2018-06/..", "2017/2018-06", ""),
        ("2018-07/..", "2017/2018-06", "goes on after"),
        ("2018-06/", "2017/2018-06", ""),
        ("2018-07/", "2017/2018-06", "goes on after"),
        ("/2018-06", "2018-06/2018-12", ""),
        ("/2018-05", "2018-06/2018-12", "begins before"),
        ("../2018-06", "2018-06/2018-12", ""),
        ("2018-05/2018-07", "2018-06/..", "begins before"),
        ("2018-05/2018-07", "../2018-06", "goes on after"),
        ("2018-05/2018-07", "2018-05/", ""),
        ("2018-05/2018-07", "/2018-08", ""),
    ],
)
def test_term_covers_by_the_weakest_reading(period: str, term: str, side: str) -> None:
    """Only a time that no reading of the term covers is found, and its bare side is named."""
    findings = found("owner-term-ended", actor("BODY", term), phase("WORK", period, "BODY"))
    assert [side in text for text in texts(findings)] == [True] * bool(side)


def test_finding_names_both_times_and_their_places() -> None:
    """The finding is at the owner's line; the term is a place of its own."""
    (finding,) = found(
        "owner-term-ended", actor("BODY", "2017/2018-06"), phase("WORK", "2018-08", "BODY")
    )
    assert texts([finding]) == [
        "its time 2018-08 goes on after the term of its owner: BODY (2017/2018-06)"
    ]
    assert (finding.field, finding.location) == ("owner", Location("work.md", 4))
    assert [related.location for related in finding.related] == [Location("body.md", 4)]


@pytest.mark.parametrize(
    ("first", "second", "is_covered"),
    [
        ("2018-01/2018-03", "2018-04/2018-06", True),
        ("2018-01/2018-03", "2018-02/2018-06", True),
        ("2018-01/2018-03", "2018-05/2018-06", False),
        ("2018-05/2018-06", "2018-01/2018-05", True),
        ("2018-01/2018-06", "2017", True),
        ("2018-01/2018-03", "", True),
    ],
)
def test_several_owners_cover_together(first: str, second: str, is_covered: bool) -> None:  # noqa: FBT001
    """One owner is enough, and so are several whose terms leave no day out."""
    work = phase("WORK", "2018-01/2018-06", "ONE, TWO")
    findings = found("owner-term-ended", actor("ONE", first), actor("TWO", second), work)
    assert (findings == []) is is_covered
    assert all("is not covered" in text for text in texts(findings))


@pytest.mark.parametrize(
    ("successor", "is_covered"),
    [("2018-04/2018-06", True), ("2018-05/2018-06", False), ("2018-04/2018-05", False), ("", True)],
)
def test_successor_in_time_covers_the_rest(successor: str, is_covered: bool) -> None:  # noqa: FBT001
    """Who takes over in time holds what the owner held."""
    findings = found(
        "owner-term-ended",
        actor("BODY", "2018-01/2018-03", successor="NEXT"),
        actor("NEXT", successor),
        phase("WORK", "2018-01/2018-06", "BODY"),
    )
    assert (findings == []) is is_covered


def test_successor_that_comes_too_late_is_no_holder() -> None:
    """It is found elsewhere that nobody holds the duties in between."""
    items = [
        actor("BODY", "2018-01/2018-03", successor="NEXT"),
        actor("NEXT", "2018-05/2018-06"),
        phase("WORK", "2018-01/2018-06", "BODY"),
    ]
    assert texts(found("owner-term-ended", *items)) == [
        "its time 2018-01/2018-06 goes on after the term of its owner: BODY (2018-01/2018-03)"
    ]


def test_owner_of_no_known_term_may_hand_over_at_any_time() -> None:
    """When it ends nobody can say, and so not that its successor comes too late."""
    items = [
        actor("BODY", successor="NEXT"),
        actor("NEXT", "2018-05/2018-06"),
        phase("WORK", "2018-01/2018-06", "BODY"),
    ]
    assert found("owner-term-ended", *items) == []


def test_hole_between_terms_is_not_said_to_be_at_the_end() -> None:
    """The second owner is there to the last day."""
    items = [
        actor("ONE", "2018-01/2018-03"),
        actor("TWO", "2018-05/2018-06"),
        phase("WORK", "2018-01-01/2018-06-30", "ONE, TWO"),
    ]
    (text,) = texts(found("owner-term-ended", *items))
    assert text == (
        "its time 2018-01-01/2018-06-30 is not covered by the terms of its owners: "
        "ONE (2018-01/2018-03), TWO (2018-05/2018-06)"
    )


def test_successors_follow_each_other_without_circles() -> None:
    """A chain of successors covers together; one that leads back to its start ends."""
    chain = [
        actor("A", "2018-01/2018-02", successor="B"),
        actor("B", "2018-03/2018-04", successor="C"),
        actor("C", "2018-05/2018-06", successor="A"),
    ]
    assert found("owner-term-ended", *chain, phase("WORK", "2018-01/2018-06", "A")) == []
    assert len(found("owner-term-ended", *chain, phase("WORK", "2018-01/2018-07", "A"))) == 1


@pytest.mark.parametrize(
    ("period", "term"),
    [("", "2017"), ("2018", ""), ("later", "2017"), ("2018", "then"), ("2018", "2018/2017")],
)
def test_time_that_is_not_known_is_not_compared(period: str, term: str) -> None:
    """Without a time, or with one that cannot be true, nothing is said here."""
    assert found("owner-term-ended", actor("BODY", term), phase("WORK", period, "BODY")) == []


def test_dead_owner_and_other_types_are_left_alone() -> None:
    """A dead link is another check's; only types that need an owner are asked."""
    plan = make_item("plan", "PLAN", owner="BODY", period="2018", **CITED)
    items = [actor("BODY", "2017"), plan, phase("WORK", "2018", "NOBODY")]
    assert found("owner-term-ended", *items) == []


# Handover ----------------------------------------------------------------------------------


def test_ending_body_without_a_successor_is_found_once() -> None:
    """One finding names the open duties of the body, at the body's first line."""
    items = [actor("BODY", "2017/2018-06"), duty("D1", "BODY"), duty("D2", "BODY")]
    (finding,) = found("missing-handover", *items)
    assert (finding.item, finding.field) == ("BODY", "successor")
    assert finding.location == Location("body.md", 1)
    assert texts([finding]) == [
        "its term 2017/2018-06 ends, and nobody takes its duties over: D1, D2"
    ]
    assert [str(related.location) for related in finding.related] == ["d1.md:1", "d2.md:1"]


def test_only_a_handful_of_duties_is_listed() -> None:
    """The reader sees some of many duties, and that there are more."""
    duties = [duty(f"D{number}", "BODY") for number in range(1, 8)]
    (finding,) = found("missing-handover", actor("BODY", "2017"), *duties)
    assert finding.message.values["items"] == "D1, D2, D3, D4, D5, …"
    assert len(finding.related) == 5


@pytest.mark.parametrize("term", ["", "2017/..", "2017/", "soon", "2018/2017"])
def test_body_that_may_go_on_hands_nothing_over(term: str) -> None:
    """Without an end that is known there is no day on which the duty is left."""
    assert found("missing-handover", actor("BODY", term), duty("D1", "BODY")) == []


@pytest.mark.parametrize(
    ("work", "is_open"),
    [
        (duty("D1", "BODY"), True),
        (duty("D1", "BODY", period="2017/.."), True),
        (phase("D1", "2017/..", "BODY"), True),
        (phase("D1", "2018-06/..", "BODY"), True),
        (phase("D1", "2018-06-30/..", "BODY"), True),
        (phase("D1", "2018-07-01/..", "BODY"), False),
        (phase("D1", "2017", "BODY"), False),
        (phase("D1", "", "BODY"), False),
        (phase("D1", "2018-07/..", "BODY"), False),
        (duty("D1", "BODY", period="2017/"), False),
        (duty("D1", "BODY", period="2017"), False),
        (duty("D1", "BODY", period="always"), False),
        (duty("D1", "BODY", status="done"), False),
        (make_item("plan", "D1", owner="BODY", period="2017/..", **CITED), False),
    ],
)
def test_only_duties_that_go_on_are_handed_over(work: Item, is_open: bool) -> None:  # noqa: FBT001
    """A standing duty goes on, and so does what has an open period."""
    findings = found("missing-handover", actor("BODY", "2017/2018-06"), work)
    assert bool(findings) is is_open


@pytest.mark.parametrize("other", ["2017/..", ""])
def test_other_owner_keeps_the_duty(other: str) -> None:
    """Where one of the owners goes on, nothing is left behind."""
    items = [actor("BODY", "2017"), actor("OTHER", other), duty("D1", "BODY, OTHER")]
    assert found("missing-handover", *items) == []


def test_named_successor_or_a_gap_answers() -> None:
    """Any successor will do, a dead link is its own finding; a gap makes it a note."""
    for successor in ("NEXT", "NOBODY"):
        items = [actor("BODY", "2017", successor=successor), actor("NEXT"), duty("D1", "BODY")]
        assert found("missing-handover", *items) == []
    items = [actor("BODY", "2017"), duty("D1", "BODY")]
    gap = make_gap(target="BODY", field="successor")
    assert [finding.gap for finding in found("open-gap", *items, gap)] == ["GAP"]


def test_project_without_successors_is_not_asked_for_them() -> None:
    """A role that the project does not have asks nothing."""
    settings = dataclasses.replace(POLICY, links=dataclasses.replace(POLICY.links, successor=""))
    items = [actor("BODY", "2017"), duty("D1", "BODY")]
    assert found("missing-handover", *items, settings=settings) == []


# Recipients --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("term", "successor", "text"),
    [
        ("2017/2018-06", "2018-07/..", ""),
        ("2017/2018-06", "2018-01/..", ""),
        ("2017/2018-06", "2018-06-15/..", ""),
        ("2017/2018-06", "2018-07-02/..", "days pass"),
        ("2017/2018-06", "2018-08/..", "days pass"),
        ("2017/2018-06", "2018-08~/..", ""),
        ("2017/2018-06", "/2018-12", ""),
        ("2017/2018-06", "2017/2018-06", ""),
        ("2017/2018-06", "2017/2018-05", "is over before"),
        ("2017/2018-06", "2016", "is over before"),
        ("2017/", "2016", "is over before"),
        ("2017/", "2019", ""),
        ("2017/..", "2019", "is over before"),
        ("2017/..", "2019/..", ""),
        ("2017/2018-06", "", ""),
        ("", "2019", ""),
        ("2018/2017", "2020", ""),
    ],
)
def test_successor_has_to_be_there(term: str, successor: str, text: str) -> None:
    """Adjacent days are enough; only what no reading brings together is found."""
    items = [actor("BODY", term, successor="NEXT"), actor("NEXT", successor)]
    findings = found("recipient-not-yet", *items)
    assert [text in message for message in texts(findings)] == [True] * bool(text)
    assert all(str(finding.location) == "body.md:7" for finding in findings)


@pytest.mark.parametrize(("other", "count"), [("2018-07/..", 0), ("", 0), ("2018-12/..", 2)])
def test_one_of_several_successors_is_enough(other: str, count: int) -> None:
    """Which of several successors takes over is not known: one in time will do."""
    items = [
        actor("BODY", "2017/2018-06", successor="LATE, OTHER"),
        actor("LATE", "2018-09/.."),
        actor("OTHER", other),
    ]
    assert len(found("recipient-not-yet", *items)) == count


def test_dead_successor_may_be_the_one_in_time() -> None:
    """The dead link is the cause, and one finding."""
    items = [actor("BODY", "2017", successor="LATE, NOBODY"), actor("LATE", "2019")]
    assert found("recipient-not-yet", *items) == []


# Competence --------------------------------------------------------------------------------


def decision(id_: str, decider: str, **options: str) -> Item:
    """Return a decision."""
    return make_item("decision", id_, part_of="COUNTY", decider=decider, **CITED, **options)


def law(state: str = "force", period: str = "") -> list[Item]:
    """Return an act and a section of it."""
    return [
        make_item("act", "ACT", legal_state=state, period=period, **CITED),
        make_item("section", "SEC", based_on="ACT", **CITED),
    ]


def test_unofficial_decider_is_found_at_the_item_alone() -> None:
    """The lack of a provision follows from the standing: one cause, one finding."""
    body = actor("BODY", standing="unofficial")
    (finding,) = found("no-competence", body, decision("DEC", "BODY"))
    assert (finding.item, finding.field, str(finding.location)) == ("DEC", "decider", "dec.md:4")
    assert texts([finding]) == ["BODY has no official position and cannot decide on this"]


@pytest.mark.parametrize(
    ("kind", "period", "term", "is_there"),
    [
        ("decision", "2018-05", "2017/2018-06", True),
        ("decision", "2018-06", "2018-06-30/..", True),
        ("decision", "2018-07", "2017/2018-06", False),
        ("decision", "2016", "2017/2018-06", False),
        ("decision", "", "2017/2018-06", True),
        ("decision", "2018-07", "", True),
        ("decision", "2018-07", "then", True),
        ("component", "2016", "2017/2018-06", True),
        ("component", "2018-07/2018-12", "2017/2018-06", False),
        ("phase", "2018/2019", "2017/2018-06", True),
    ],
)
def test_decider_has_to_be_there(kind: str, period: str, term: str, is_there: bool) -> None:  # noqa: FBT001
    """What is prepared may be decided on later; anything else at its own time."""
    body = actor("BODY", term, competence="SEC")
    item = make_item(kind, "DEC", part_of="COUNTY", decider="BODY", period=period, **CITED)
    findings = found("no-competence", *law(), body, item)
    assert [finding.item for finding in findings] == ([] if is_there else ["DEC"])


def test_decider_without_a_provision_is_found_once() -> None:
    """The finding is of the actor and names what it decides on; a gap answers it."""
    items = [actor("BODY"), decision("D1", "BODY"), phase("D2", "", "", decider="BODY")]
    (finding,) = found("no-competence", *items)
    assert (finding.item, finding.field, str(finding.location)) == (
        "BODY",
        "competence",
        "body.md:1",
    )
    assert texts([finding]) == ["decides, but no provision gives it the power: D1, D2"]
    assert [str(related.location) for related in finding.related] == ["d1.md:1", "d2.md:1"]
    gap = make_gap(target="BODY", field="competence")
    assert [note.gap for note in found("open-gap", *items, gap) if note.item == "BODY"] == ["GAP"]


def test_decider_with_power_does_not_hide_one_without() -> None:
    """Each actor is looked at for itself."""
    able, other = actor("ABLE", competence="SEC"), actor("BODY")
    items = [able, other, decision("D1", "ABLE"), decision("D2", "BODY")]
    assert [finding.item for finding in found("no-competence", *law(), *items)] == ["BODY"]


@pytest.mark.parametrize(
    ("state", "force", "options", "has_power"),
    [
        ("force", "", {"period": "2018-01-15"}, True),
        ("bill", "", {"period": "2018-01-15"}, False),
        ("lapsed", "", {"period": "2018-01"}, False),
        ("bill", "", {"period": "2018-01~"}, True),
        ("bill", "", {"period": "2018-06"}, True),
        ("bill", "", {"period": "2018-06", "status": "done"}, False),
        ("bill", "", {}, False),
        ("force", "2018-02/..", {"period": "2018-01"}, False),
        ("force", "2019/..", {"period": "2018-06"}, False),
        ("force", "2018-01/..", {"period": "2018-01"}, True),
    ],
)
def test_provision_has_to_be_in_force_then(
    state: str,
    force: str,
    options: dict[str, str],
    has_power: bool,  # noqa: FBT001
) -> None:
    """A bill may yet come into force before what is planned, but not before what is done."""
    body = actor("BODY", competence="SEC")
    findings = found("no-competence", *law(state, force), body, decision("DEC", "BODY", **options))
    assert [finding.item for finding in findings] == ([] if has_power else ["BODY"])
    assert all("can be in force then: DEC" in text for text in texts(findings))


@pytest.mark.parametrize("provision", ["SEC, OLD", "OLD, NOTHING", "LOOP"])
def test_one_provision_is_enough(provision: str) -> None:
    """One in force will do, and so may one that is a dead link or rests on a circle."""
    items = [
        *law(),
        make_item("act", "OLD", legal_state="lapsed", **CITED),
        make_item("section", "LOOP", based_on="LOOP", **CITED),
        actor("BODY", competence=provision),
        decision("DEC", "BODY", period="2018-01-15"),
    ]
    assert found("no-competence", *items) == []


def test_project_without_the_roles_is_not_asked() -> None:
    """Without the link to the provision, or without one to the decider, nothing is asked."""
    items = [actor("BODY"), decision("DEC", "BODY"), decision("DEAD", "NOBODY")]
    for role in ("competence", "decider"):
        links = dataclasses.replace(POLICY.links, **{role: ""})
        settings = dataclasses.replace(POLICY, links=links)
        assert found("no-competence", *items, settings=settings) == []

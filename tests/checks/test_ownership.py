"""Ownership: who answers for an item, and who does the work."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.finding import Finding
from statutory.model.item import Item
from statutory.model.settings import LinkRoles
from tests.builders import SETTINGS, brief, make_gap, make_item, run, sound_items

CITED = {"sources": "SRC", "locator": "p. 1"}


def actor(id_: str, **options: str) -> Item:
    """Return an actor."""
    return make_item("actor", id_, **CITED, **options)


def found(check: str, *items: Item) -> list[Finding]:
    """Return the findings of one check in the sound items and some more."""
    return [finding for finding in run([*sound_items(), *items]).findings if finding.check == check]


@pytest.mark.parametrize("id_", ["ELE", "COM", "PHASE"])
def test_every_type_that_needs_an_owner_is_asked_for_one(id_: str) -> None:
    """The types come from configuration; the finding is at the item's first line."""
    items = sound_items(**{id_: {"owner": ""}})
    assert brief(run(items)) == [("missing-owner", id_, f"{id_.lower()}.md:1")]


def test_preparer_is_asked_of_the_types_of_policy_alone() -> None:
    """A component needs a preparer; an element and a phase do not."""
    assert brief(run(sound_items(COM={"preparer": ""}))) == [
        ("missing-preparer", "COM", "com.md:1")
    ]


@pytest.mark.parametrize(
    "changes",
    [{"owner_basis": "inferred"}, {"inferred": "owner"}, {"inferred": "locator , owner"}],
    ids=["basis", "alone", "listed"],
)
def test_inferred_owner_is_noted_at_the_owner(changes: dict[str, str]) -> None:
    """Either way of writing that the owner is inferred gives the note, at the link's line."""
    assert brief(run(sound_items(PHASE=changes))) == [("inferred-owner", "PHASE", "phase.md:5")]


def test_other_basis_or_name_is_no_inference() -> None:
    """A basis that is stated, or the inference of another matter, gives no note."""
    items = sound_items(PHASE={"owner_basis": "source", "inferred": "owner_basis, locator"})
    assert run(items).findings == ()


def test_owner_that_is_missing_is_not_inferred_too() -> None:
    """A basis without an owner is one finding."""
    items = sound_items(PHASE={"owner": "", "owner_basis": "inferred"})
    assert brief(run(items)) == [("missing-owner", "PHASE", "phase.md:1")]


# Several owners ----------------------------------------------------------------------------


def step(owner: str, **options: str) -> Item:
    """Return a phase of the north with some owners."""
    given = {"region": "north", "part_of": "PLAN", "period": "2018-03", **CITED, **options}
    return make_item("phase", "STEP", owner=owner, **given)


@pytest.mark.parametrize(
    ("first", "second", "period", "conflict"),
    [
        ("", "", "2018-03", True),
        ("2017/2019", "", "2018-03", True),
        ("2017/2019", "2017/2019", "2018-03", True),
        ("2018/2019", "", "2018-03", False),
        ("2017/", "", "2018-03", False),
        ("2017/2018-04", "2018-02/2019", "2018-03", True),
        ("2017/2018-04", "2018-02/2019", "", True),
        ("2017/2018-03", "2018-03/2019", "2018-03", False),
        ("2018-03/2019", "2017/2018-03", "2018-03", False),
        ("2017/2018-03", "2018-04/2019", "2018", False),
        ("2017/", "2018/2019", "2018", False),
        ("2017/2018-04", "2018-02/2019", "2018-06", False),
        ("2017", "", "2018-03", False),
        ("2018/2019", "then", "2018-03", False),
        ("2018/2019", "2019/2018", "2018-03", False),
        ("2018/2019", "2018/2019", "then", False),
    ],
)
def test_owners_conflict_if_they_are_there_together(
    first: str,
    second: str,
    period: str,
    conflict: bool,  # noqa: FBT001
) -> None:
    """Owners may follow each other; only those that every reading brings together conflict."""
    items = [actor("ONE", term=first), actor("TWO", term=second)]
    findings = found("conflicting-owners", *items, step("ONE, TWO", period=period))
    assert [finding.message.values["owners"] for finding in findings] == ["ONE, TWO"] * conflict
    assert all((f.field, str(f.location)) == ("owner", "step.md:3") for f in findings)


def test_only_owners_that_are_there_together_are_named() -> None:
    """A third owner that comes later is no part of the conflict; a dead one is no owner."""
    items = [actor("ONE"), actor("TWO"), actor("LATE", term="2019")]
    (finding,) = found("conflicting-owners", *items, step("LATE, TWO, NOBODY, ONE"))
    assert finding.message.values["owners"] == "TWO, ONE"


@pytest.mark.parametrize(("region", "conflict"), [("north", True), ("state", False), ("", False)])
def test_owners_of_a_national_item_answer_each_for_their_own_region(
    region: str,
    conflict: bool,  # noqa: FBT001
) -> None:
    """Two regions may each have their owner; a region's item has one for its region."""
    items = [actor("ONE", region="north"), actor("TWO", region="south")]
    assert bool(found("conflicting-owners", *items, step("ONE, TWO", region=region))) is conflict
    items = [actor("ONE", region="north"), actor("TWO", region="north")]
    assert len(found("conflicting-owners", *items, step("ONE, TWO", region=region))) == 1


def test_handling_together_is_no_owning() -> None:
    """Preparers, and owners of what needs none, may be many."""
    items = [actor("ONE"), actor("TWO")]
    assert found("conflicting-owners", *items, step("ONE", preparer="ONE, TWO")) == []
    plan = make_item("plan", "PLAN2", owner="ONE, TWO", **CITED)
    assert found("conflicting-owners", *items, plan) == []


# Idle actors -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "is_asked"), [("body", True), ("stakeholder", False), ("", False)]
)
def test_actor_without_work_is_noted(kind: str, is_asked: bool) -> None:  # noqa: FBT001
    """A stakeholder has no duty here, and what is of unknown kind may be one."""
    findings = found("idle-actor", actor("BODY", kind=kind, part_of="COUNCIL"))
    assert [str(finding.location) for finding in findings] == ["body.md:1"] * is_asked


def test_successor_does_what_the_other_owned() -> None:
    """Who takes over from an owner is told what to do; a gap that the other owns is no work."""
    former = actor("FORMER", successor="BODY")
    gap = make_item("gap", "OPEN", owner="FORMER", gap_field="term", **CITED)
    assert found("idle-actor", actor("BODY", kind="body"), former, step("FORMER")) == []
    assert len(found("idle-actor", actor("BODY", kind="body"), former, gap)) == 1


@pytest.mark.parametrize(
    ("other", "is_idle"),
    [
        (step("BODY"), False),
        (step("OFFICE", consulted="BODY"), False),
        (make_item("position", "POS", concerns="BODY", **CITED), False),
        (actor("PART", part_of="BODY"), True),
        (actor("FORMER", successor="BODY"), True),
        (make_item("difference", "DIF", concerns="BODY", **CITED), True),
        (make_item("gap", "OPEN", owner="BODY", gap_field="term", **CITED), True),
        (make_gap(target="BODY", field="term"), True),
        (make_item("waiver", "WAI", waiver_approver="BODY"), True),
    ],
)
def test_only_work_counts(other: Item, is_idle: bool) -> None:  # noqa: FBT001
    """Whatever names the actor in some part of the work will do; the rest says nothing."""
    findings = found("idle-actor", actor("BODY", kind="body"), other)
    assert [finding.item for finding in findings] == ["BODY"] * is_idle


# Roles -------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["owner", "preparer"])
def test_project_without_the_link_is_not_asked_for_it(role: str) -> None:
    """What a project cannot write is not missing."""
    settings = dataclasses.replace(SETTINGS, links=LinkRoles(**{role: ""}))
    items = sound_items(COM={"owner": "", "preparer": ""})
    findings = run(items, settings).findings
    assert f"missing-{role}" not in {finding.check for finding in findings}

"""Ownership: who answers for an item, and who does the work."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.finding import Finding, Severity
from statutory.model.item import Item
from statutory.model.settings import LinkRoles, Settings
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


# Named elsewhere --------------------------------------------------------------------------

PRODUCT = make_item("component", "PRO", owner="OFFICE", preparer="OFFICE", part_of="PLAN",
                    period="2020", implements="ELE", region="north", **CITED)  # fmt: skip


def milestone(**options: str) -> Item:
    """Return a milestone of 2020, none of the dates of which matters here."""
    return make_item("milestone", "MIL", period="2020", region="north", **CITED, **options)


def task(id_: str = "DUT", **options: str) -> Item:
    """Return a duty."""
    return make_item("duty", id_, funder="OFFICE", kind="preparing", **CITED, **options)


def elsewhere(*items: Item, settings: Settings = SETTINGS) -> list[tuple[str, Severity, str, str]]:
    """Return of whom the owner is named elsewhere, how surely, where and as what."""
    return [
        (one.item, one.severity, str(one.message.values["place"]), str(one.message.values["actor"]))
        for one in run([*sound_items(), *items], settings).findings
        if one.check == "owner-named-elsewhere"
    ]


@pytest.mark.parametrize("link", ["concerns", "part_of"])
def test_owner_of_what_a_milestone_is_of_is_named(link: str) -> None:
    """It states who answers for the thing; so does a duty that concerns the same thing."""
    severity = Severity.WARNING if link == "part_of" else Severity.NOTE
    assert elsewhere(PRODUCT, milestone(**{link: "PRO"})) == [("MIL", severity, "PRO", "OFFICE")]
    unowned = dataclasses.replace(PRODUCT, links={**PRODUCT.links, "owner": ()})
    duty = task(concerns="PRO", owner="COUNCIL")
    gap = make_gap(target="PRO", field="owner")
    assert elsewhere(unowned, gap, duty, milestone(**{link: "PRO"})) == [
        ("MIL", severity, "DUT", "COUNCIL"),
        ("PRO", Severity.NOTE, "DUT", "COUNCIL"),
    ]


def test_owner_of_what_a_milestone_dates_is_named() -> None:
    """The product that takes its time from the milestone is handed over on it."""
    dated = dataclasses.replace(
        PRODUCT,
        fields={**PRODUCT.fields, "period": ""},
        links={**PRODUCT.links, "schedule": ("MIL",)},
    )
    assert elsewhere(dated, milestone()) == [("MIL", Severity.WARNING, "PRO", "OFFICE")]


def test_whoever_decides_or_works_is_a_note() -> None:
    """A milestone whose decider is named here, or whose thing has a preparer alone."""
    assert elsewhere(milestone(decider="COUNCIL")) == [("MIL", Severity.NOTE, "MIL", "COUNCIL")]
    unowned = dataclasses.replace(PRODUCT, links={**PRODUCT.links, "owner": ()})
    assert ("MIL", Severity.NOTE, "PRO", "OFFICE") in elsewhere(unowned, milestone(concerns="PRO"))


def test_duty_on_the_producer_of_a_service_is_a_note() -> None:
    """Who runs the centre that produces a service perhaps answers for the service."""
    service = make_item("service", "CARE", producer="CEN", organiser="COUNCIL", **CITED)
    duty = task(concerns="CEN", owner="OFFICE")
    assert elsewhere(actor("CEN"), service, duty) == [("CARE", Severity.NOTE, "DUT", "OFFICE")]


def test_gap_that_says_what_another_item_denies_is_found() -> None:
    """Where an owner is demanded and missing without a gap, that is the finding."""
    phase = make_item("phase", "PHA", part_of="DUT", period="2020", region="north", **CITED)
    duty = task(owner="OFFICE")
    assert elsewhere(phase, duty) == []
    gap = make_gap(target="PHA", field="owner")
    assert elsewhere(phase, duty, gap) == [("PHA", Severity.NOTE, "DUT", "OFFICE")]


@pytest.mark.parametrize(
    "changes",
    [{"owner_basis": "inferred"}, {"inferred": "owner, preparer"}, {"owner": "GONE"}],
    ids=["basis", "listed", "dead"],
)
def test_owner_that_no_source_names_is_not_named(changes: dict[str, str]) -> None:
    """Only what a source or the law says counts."""
    duty = task(**{"concerns": "MIL", "owner": "OFFICE", **changes})
    assert elsewhere(milestone(), duty) == []


def test_item_with_an_owner_or_of_another_type_is_not_asked() -> None:
    """An owner that is named here, even if it is another one, is the answer."""
    duty = task(concerns="MIL, POS", owner="OFFICE")
    position = make_item("position", "POS", concerns="DUT", **CITED)
    assert elsewhere(milestone(owner="COUNCIL"), position, duty) == []


def test_finding_leads_to_the_line_that_names_the_owner() -> None:
    """At the first line of the item, with the line of the other's link beside it."""
    (finding,) = found("owner-named-elsewhere", PRODUCT, milestone(concerns="PRO"))
    assert str(finding.location) == "mil.md:1"
    assert [str(place.location) for place in finding.related] == ["pro.md:3"]


def test_policy_sets_one_severity_for_sure_and_unsure() -> None:
    """What policy says of the check goes before what the check says of a finding."""
    settings = dataclasses.replace(SETTINGS, severities={"owner-named-elsewhere": Severity.ERROR})
    items = (PRODUCT, milestone(concerns="PRO"))
    assert [severity for _, severity, *_ in elsewhere(*items, settings=settings)] == [
        Severity.ERROR
    ]


# Stakeholders ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "type_", "link", "is_found"),
    [
        ("stakeholder", "duty", "owner", True),
        ("stakeholder", "service", "organiser", True),
        ("stakeholder", "decision", "decider", True),
        ("stakeholder", "duty", "preparer", False),
        ("stakeholder", "duty", "consulted", False),
        ("stakeholder", "gap", "owner", False),
        ("region", "duty", "owner", False),
        ("board", "duty", "owner", False),
        ("", "duty", "owner", False),
    ],
)
def test_mere_stakeholder_owns_and_decides_nothing(
    kind: str, type_: str, link: str, *, is_found: bool
) -> None:
    """It may be heard, take part and close a gap."""
    item = make_item(type_, "I", **CITED, **{link: "BODY"})
    body = actor("BODY", kind=kind)
    assert bool(found("stakeholder-as-owner", item, body)) is is_found


def test_kind_that_is_both_may_own() -> None:
    """An organisation as a whole is a stakeholder of others and has duties of its own."""
    values = dataclasses.replace(SETTINGS.values, stakeholder=("region", "stakeholder"))
    settings = dataclasses.replace(SETTINGS, values=values)
    items = [*sound_items(), make_item("duty", "I", **CITED, owner="B"), actor("B", kind="region")]
    checks = {one.check for one in run(items, settings).findings}
    assert "stakeholder-as-owner" not in checks

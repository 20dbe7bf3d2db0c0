"""Gaps themselves: those that are closed, and those that name nothing."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.checks import run_checks
from statutory.model.item import Item
from statutory.model.report import Report
from statutory.model.settings import FieldRoles, Settings
from tests.builders import (
    SETTINGS,
    VOCABULARY,
    brief,
    make_catalogue,
    make_gap,
    make_item,
    run,
    sound_items,
)

CITED = {"sources": "SRC", "locator": "Heading"}
CLOSED = ("closed-gap", "GAP", "gap.md:4")


@pytest.mark.parametrize("field", ["owner", "locator", "schedule"])
def test_gap_of_what_the_item_says_is_closed(field: str) -> None:
    """A gap in a link or a field that the item has is found at the gap's targets."""
    report = run([*sound_items(), make_gap(target="COM", field=field)])
    assert brief(report) == [CLOSED]
    (related,) = report.findings[0].related
    line = {"owner": 6, "schedule": 8, "locator": 10}[field]
    assert str(related.location) == f"com.md:{line}"


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("period", {}),
        ("schedule", {"schedule": "", "period": "2018"}),
        ("period", {"period": "2018"}),
        ("schedule", {"period": "2018"}),
    ],
)
def test_gap_of_the_time_is_closed_by_either_way_to_it(field: str, changes: dict[str, str]) -> None:
    """A period and a schedule both tell the time, whichever of them the gap names; one will do."""
    report = run([*sound_items(COM=changes), make_gap(target="COM", field=field)])
    assert brief(report) == [CLOSED]


def test_gap_is_closed_target_by_target() -> None:
    """Of several targets the one that has the value is named; the other stays open."""
    items = sound_items(PHASE={"owner": ""})
    closed, still_open = run([*items, make_gap(target="COM, PHASE", field="owner")]).findings
    assert (closed.check, closed.message.values["target"]) == ("closed-gap", "COM")
    assert (still_open.check, still_open.item) == ("open-gap", "PHASE")


@pytest.mark.parametrize(("region", "closed"), [("north", True), ("south", False)])
def test_gap_of_the_cover_is_closed_by_a_component_of_its_region(
    region: str,
    closed: bool,  # noqa: FBT001
) -> None:
    """Once the region implements the element, its gap would tell that nobody does."""
    gap = make_gap(target="ELE", field="implements", region=region)
    assert [name for name, _, _ in brief(run([*sound_items(), gap]))] == ["closed-gap"] * closed


@pytest.mark.parametrize(
    ("target", "field", "closed"),
    [
        ("ELE", "locator", True),
        ("ELE", "owner", False),
        ("SEC", "locator", True),
        ("COM", "implements", True),
        ("COM", "numbered_items", True),
    ],
)
def test_only_the_cover_and_the_numbers_are_said_by_other_items(
    target: str,
    field: str,
    closed: bool,  # noqa: FBT001
) -> None:
    """Whatever else a section or an element lacks it says itself, though others answer it."""
    items = sound_items(ELE={"owner": ""}, COM={"numbered_items": "1-3"})
    report = run([*items, make_gap(target=target, field=field)])
    assert ("closed-gap" in [name for name, _, _ in brief(report)]) is closed


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("ownr", "there is no field or link ownr; did you mean owner?"),
        ("zzzz", "there is no field or link zzzz"),
        ("", "names no field or link: the field gap_field is missing"),
    ],
)
def test_gap_of_no_field_is_found(field: str, sentence: str) -> None:
    """A gap that names nothing of the vocabulary answers nothing, and is told so."""
    items = sound_items(COM={"owner": ""})
    report = run([*items, make_gap(target="COM", field=field)])
    assert [name for name, _, _ in brief(report)] == ["missing-owner", "gap-of-unknown-field"]
    assert str(report.findings[1].message) == sentence


def test_gap_without_targets_closes_nothing() -> None:
    """It answers nothing, and is itself found: of what it is a gap nobody is told."""
    gap = make_item(
        "gap", "GAP", region="north", gap_field="owner",
        part_of="PLAN", sources="SRC", locator="p. 1",
    )  # fmt: skip
    assert brief(run([*sound_items(), gap])) == [("gap-without-target", "GAP", "gap.md:1")]
    wrong = make_gap("OTHER", target="COM", field="zzzz")
    assert [item for _, item, _ in brief(run([*sound_items(), gap, wrong]))] == ["GAP", "OTHER"]


def test_gap_that_nothing_holds_is_one_finding() -> None:
    """What belongs to nothing is found as such, not once more for its target."""
    gap = make_item("gap", "GAP", region="north", gap_field="owner", sources="SRC", locator="p. 1")
    assert [check for check, *_ in brief(run([*sound_items(), gap]))] == ["orphan-item"]


# Names that items of a type cannot have ----------------------------------------------------


def narrow(report_of: list[Item], **options: tuple[str, ...]) -> Report:
    """Return what is found where some types have no other options than those told."""
    types = {
        name: dataclasses.replace(kind, options=frozenset(options.get(name, kind.options)))
        for name, kind in VOCABULARY.types.items()
    }
    words = dataclasses.replace(VOCABULARY, types=types)
    catalogue = dataclasses.replace(make_catalogue(report_of), vocabulary=words)
    return run_checks(catalogue)


FOREIGN = ("gap-of-unknown-field", "GAP", "gap.md:5")


@pytest.mark.parametrize(
    ("field", "options", "is_foreign"),
    [
        ("funder", ("id", "funder"), False),
        ("funder", ("id",), True),
        ("period", ("id", "schedule"), False),
        ("period", ("id", "period"), False),
        ("period", ("id",), True),
    ],
)
def test_gap_names_what_its_items_can_have(
    field: str, options: tuple[str, ...], *, is_foreign: bool
) -> None:
    """A name of the vocabulary that the type of the target lacks can never be filled in."""
    items = [*sound_items(), make_gap(target="PLAN", field=field)]
    assert brief(narrow(items, plan=options)) == [FOREIGN] * is_foreign


def test_gap_may_name_a_link_that_leads_to_its_items() -> None:
    """That nobody links to an actor as its owner is said of the actor, which has no owner."""
    items = [*sound_items(), make_gap(target="OFFICE", field="owner")]
    assert narrow(items, actor=("id",)).findings == ()


def test_foreign_targets_are_named_together() -> None:
    """One gap gives one finding, which names the targets that cannot have the value."""
    items = [*sound_items(), make_gap(target="PLAN, COM, GONE, SRC", field="funder")]
    dead, foreign = narrow(items, plan=("id",), source=("id",)).findings
    assert (dead.check, foreign.check) == ("dead-link", "gap-of-unknown-field")
    assert str(foreign.message) == "funder is no field or link of items such as PLAN, SRC"
    assert [str(related.location) for related in foreign.related] == ["plan.md:1"]


def test_gap_of_an_item_of_unknown_type_is_left_alone() -> None:
    """What the vocabulary does not know of has no options to compare with."""
    items = [*sound_items(), make_item("novelty", "NEW", **CITED)]
    report = narrow([*items, make_gap(target="NEW", field="funder")])
    assert "gap-of-unknown-field" not in [finding.check for finding in report.findings]


# Inferred names ----------------------------------------------------------------------------

INFERRED = "unknown-inferred-name"
UNKNOWN = "there is no field or link zzzz"
NO_VALUE = "funder is marked as inferred, but has no value"


def inferred(items: list[Item], settings: Settings = SETTINGS) -> list[str]:
    """Return what is said of lists of inferred names."""
    return [
        str(finding.message)
        for finding in run(items, settings).findings
        if finding.check == INFERRED
    ]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("part_of", []),
        ("part_of, owner", []),
        (" part_of ,, owner ,", []),
        ("prt_of", ["there is no field or link prt_of; did you mean part_of?"]),
        ("zzzz", [UNKNOWN]),
        ("zzzz, zzzz, part_of, funder", [NO_VALUE, UNKNOWN]),
        ("funder", [NO_VALUE]),
        ("part of", ["there is no field or link part of; did you mean part_of?"]),
    ],
)
def test_inferred_names_are_those_of_values_that_the_item_has(
    listed: str, expected: list[str]
) -> None:
    """A name that marks nothing is found, with the nearest one where it is no name."""
    assert inferred(sound_items(COM={"inferred": listed})) == expected


@pytest.mark.parametrize("name", ["owner", "preparer", "schedule", "implements", "part_of"])
def test_value_that_policy_requires_is_asked_for_once(name: str) -> None:
    """The check that requires the value tells that it is missing; the list then agrees."""
    report = run(sound_items(COM={"inferred": name, name: ""}))
    assert [finding.check for finding in report.findings].count(INFERRED) == 0
    assert report.findings != ()


def test_time_of_another_way_leaves_the_marked_one_without_value() -> None:
    """Where the schedule gives the time, a period that is not written is not inferred."""
    assert inferred(sound_items(COM={"inferred": "period"})) == [
        "period is marked as inferred, but has no value"
    ]


def test_finding_stands_at_the_list() -> None:
    """The line of the list is the one to mend."""
    items = [*sound_items(), make_item("plan", "IT", part_of="PLAN", inferred="zzzz", **CITED)]
    assert brief(run(items)) == [(INFERRED, "IT", "it.md:4")]


def test_project_without_the_list_is_asked_nothing() -> None:
    """A role that the project does not have finds nothing."""
    settings = dataclasses.replace(SETTINGS, fields=FieldRoles(inferred=""))
    assert inferred(sound_items(COM={"inferred": "zzzz"}), settings) == []

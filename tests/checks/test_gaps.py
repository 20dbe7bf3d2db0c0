"""Gaps themselves: those that are closed, and those that name nothing."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.checks import run_checks
from statutory.model.item import Item
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


@pytest.mark.parametrize(("field", "nearest"), [("ownr", "owner"), ("zzzz", ""), ("", "")])
def test_gap_of_no_field_is_found(field: str, nearest: str) -> None:
    """A gap that names nothing of the vocabulary answers nothing, and is told so."""
    items = sound_items(COM={"owner": ""})
    report = run([*items, make_gap(target="COM", field=field)])
    assert [name for name, _, _ in brief(report)] == ["missing-owner", "gap-of-unknown-field"]
    assert report.findings[1].message.values["nearest"] == nearest


def test_gap_without_targets_closes_nothing() -> None:
    """A gap of the whole is a statement of its own."""
    gap = make_item(
        "gap", "GAP", region="north", gap_field="owner",
        part_of="PLAN", sources="SRC", locator="p. 1",
    )  # fmt: skip
    assert run([*sound_items(), gap]).findings == ()


# Names that items of a type cannot have ----------------------------------------------------


def narrow(report_of: list[Item], **options: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Return the findings where some types have no other options than those told."""
    types = {
        name: dataclasses.replace(kind, options=frozenset(options.get(name, kind.options)))
        for name, kind in VOCABULARY.types.items()
    }
    words = dataclasses.replace(VOCABULARY, types=types)
    catalogue = dataclasses.replace(make_catalogue(report_of), vocabulary=words)
    return brief(run_checks(catalogue))


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
    assert narrow(items, plan=options) == [FOREIGN] * is_foreign


def test_gap_may_name_a_link_that_leads_to_its_items() -> None:
    """That nobody links to an actor as its owner is said of the actor, which has no owner."""
    items = [*sound_items(), make_gap(target="OFFICE", field="owner")]
    assert narrow(items, actor=("id",)) == []


def test_foreign_targets_are_named_together() -> None:
    """One gap gives one finding, which names the targets that cannot have the value."""
    items = [*sound_items(), make_gap(target="PLAN, COM, GONE, SRC", field="funder")]
    narrowed = narrow(items, plan=("id",), source=("id",))
    assert [name for name, _, _ in narrowed] == ["dead-link", "gap-of-unknown-field"]


def test_gap_of_an_item_of_unknown_type_is_left_alone() -> None:
    """What the vocabulary does not know of has no options to compare with."""
    items = [*sound_items(), make_item("novelty", "NEW", **CITED)]
    assert ("gap-of-unknown-field", "GAP") not in [
        (check, item) for check, item, _ in narrow([*items, make_gap(target="NEW", field="funder")])
    ]


# Inferred names ----------------------------------------------------------------------------

INFERRED = "unknown-inferred-name"


def inferred(items: list[Item], settings: Settings = SETTINGS) -> list[tuple[str, str]]:
    """Return the names and the nearest ones of the findings on lists of inferred names."""
    return [
        (str(finding.message.values["name"]), str(finding.message.values.get("nearest", "-")))
        for finding in run(items, settings).findings
        if finding.check == INFERRED
    ]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("part_of", []),
        ("part_of, owner", []),
        (" part_of ,, owner ,", []),
        ("prt_of", [("prt_of", "part_of")]),
        ("zzzz", [("zzzz", "")]),
        ("zzzz, zzzz, part_of, funder", [("zzzz", ""), ("funder", "-")]),
        ("funder", [("funder", "-")]),
        ("part of", [("part of", "part_of")]),
    ],
)
def test_inferred_names_are_those_of_values_that_the_item_has(
    listed: str, expected: list[tuple[str, str]]
) -> None:
    """A name that marks nothing is found, with the nearest one where it is no name."""
    assert inferred(sound_items(COM={"inferred": listed})) == sorted(expected)


@pytest.mark.parametrize("name", ["owner", "preparer", "schedule", "implements", "part_of"])
def test_value_that_policy_requires_is_asked_for_once(name: str) -> None:
    """The check that requires the value tells that it is missing; the list then agrees."""
    report = run(sound_items(COM={"inferred": name, name: ""}))
    assert [finding.check for finding in report.findings].count(INFERRED) == 0
    assert report.findings != ()


def test_time_of_another_way_leaves_the_marked_one_without_value() -> None:
    """Where the schedule gives the time, a period that is not written is not inferred."""
    assert inferred(sound_items(COM={"inferred": "period"})) == [("period", "-")]


def test_finding_stands_at_the_list() -> None:
    """The line of the list is the one to mend."""
    items = [*sound_items(), make_item("plan", "IT", part_of="PLAN", inferred="zzzz", **CITED)]
    assert brief(run(items)) == [(INFERRED, "IT", "it.md:4")]


def test_project_without_the_list_is_asked_nothing() -> None:
    """A role that the project does not have finds nothing."""
    settings = dataclasses.replace(SETTINGS, fields=FieldRoles(inferred=""))
    assert inferred(sound_items(COM={"inferred": "zzzz"}), settings) == []

"""Waivers themselves: unsound, expired, expiring, and given by the dozen."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.finding import Finding
from statutory.model.location import Location
from tests.builders import SETTINGS, brief, make_item, make_waiver, run, sound_items


def of_waiver(**changes: str) -> list[Finding]:
    """Return the findings of a waiver that has something to silence."""
    report = run([*sound_items(COM={"owner": ""}), make_waiver(**changes)])
    return [finding for finding in report.findings if finding.item == "WAI"]


def test_sound_waiver_has_no_finding() -> None:
    """What the other tests break is whole before."""
    assert of_waiver() == []


@pytest.mark.parametrize(
    ("changes", "check", "line"),
    [
        ({"waiver_check": "missing-ownr"}, "waiver-of-unknown-check", 4),
        ({"waiver_check": ""}, "waiver-of-unknown-check", 1),
        ({"waiver_reason": ""}, "waiver-without-reason", 1),
        ({"waiver_expiry": ""}, "waiver-without-expiry", 1),
        ({"waiver_expiry": "soon"}, "waiver-without-expiry", 7),
        ({"waiver_expiry": "2018-06-31"}, "waiver-without-expiry", 7),
        ({"waiver_expiry": "2018-06/.."}, "waiver-without-expiry", 7),
        ({"waiver_expiry": "2018-06/"}, "waiver-without-expiry", 7),
        ({"waiver_approver": ""}, "self-approved-waiver", 1),
    ],
)
def test_unsound_waiver_is_found_at_what_is_wrong(
    changes: dict[str, str], check: str, line: int
) -> None:
    """Each defect gives one finding, at its line, or at the first where it lacks something."""
    found = of_waiver(**changes)
    assert [(f.check, str(f.location)) for f in found] == [(check, f"wai.md:{line}")]


def test_unknown_check_offers_the_nearest_name() -> None:
    """A misspelt check is told right."""
    (finding,) = of_waiver(waiver_check="missing-ownr")
    assert finding.message.values["nearest"] == "missing-owner"
    (finding,) = of_waiver(waiver_check="")
    assert finding.message.values["nearest"] == ""


def test_self_approval_names_the_owner_and_the_item() -> None:
    """Of several approvers the one who owns a target is named, with the owner's line."""
    items = sound_items(COM={"preparer": ""}, PHASE={"owner": ""})
    waiver = make_waiver(
        waiver_check="missing-preparer",
        waiver_target="COM, PHASE",
        waiver_approver="COUNCIL, OFFICE",
    )
    findings = run([*items, waiver]).findings
    (finding,) = (finding for finding in findings if finding.check == "self-approved-waiver")
    values = finding.message.values
    assert (values["owner"], values["target"]) == ("COUNCIL", "COM")
    assert [related.location for related in finding.related] == [Location("com.md", 6)]


# Time --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expiry", "days", "check"),
    [
        ("2018-01-30", 90, "expired-waiver"),
        ("2018-01-31", 90, "expiring-waiver"),
        ("2018-02-01", 90, "expiring-waiver"),
        ("2018-04-30", 89, "expiring-waiver"),
        ("2018-05-01", 90, "expiring-waiver"),
        ("2018-05-02", 90, None),
        ("2018-05-01", 89, None),
        ("2018-01-31", 0, "expiring-waiver"),
        ("2018-02-01", 0, None),
        ("2018-01-30", 0, "expired-waiver"),
    ],
)
def test_last_day_at_the_edges(expiry: str, days: int, check: str | None) -> None:
    """A waiver holds on its last day; the warning begins the given number of days before."""
    settings = dataclasses.replace(SETTINGS, expiring_days=days)
    report = run([*sound_items(COM={"owner": ""}), make_waiver(waiver_expiry=expiry)], settings)
    assert [f.check for f in report.findings if f.item == "WAI"] == ([check] if check else [])
    holds = check != "expired-waiver"
    assert [f.check for f in report.findings if f.waived_by] == ["missing-owner"] * holds


# Reasons -----------------------------------------------------------------------------------


def reasons(*waivers: dict[str, str], limit: int = 2) -> list[Finding]:
    """Return the findings of mass waiving in some waivers."""
    settings = dataclasses.replace(SETTINGS, targets_per_reason=limit)
    items = [make_waiver(f"W{number}", **waiver) for number, waiver in enumerate(waivers)]
    findings = run([*sound_items(), *items], settings).findings
    return [finding for finding in findings if finding.check == "mass-waiver"]


def test_as_many_as_policy_allows_are_no_mass() -> None:
    """The limit itself is allowed."""
    assert reasons({"waiver_target": "COM, PHASE"}) == []
    assert reasons({"waiver_target": "COM"}, {"waiver_target": "PHASE"}) == []


def test_targets_of_one_reason_are_counted_over_waivers() -> None:
    """One reason is one however it is spaced and capitalised; the first waiver is found."""
    (finding,) = reasons(
        {"waiver_target": "COM, ELE"},
        {"waiver_target": "PHASE", "waiver_reason": "not  yet ELECTED"},
        {"waiver_target": "SEC", "waiver_reason": "another"},
    )
    assert (finding.item, finding.location) == ("W0", Location("w0.md", 6))
    assert (finding.message.values["count"], finding.message.values["limit"]) == (3, 2)
    assert [related.location for related in finding.related] == [Location("w1.md", 6)]


@pytest.mark.parametrize(
    "change",
    [{"region": "south"}, {"waiver_reason": "Other"}, {"waiver_check": "missing-timeline"}],
)
def test_other_region_reason_or_check_is_another_reason(change: dict[str, str]) -> None:
    """What one region says of one check is not added to what another says."""
    first = {"waiver_target": "COM, ELE"}
    assert reasons(first, {"waiver_target": "PHASE", **change}) == []
    assert len(reasons(first, {"waiver_target": "PHASE"})) == 1


def test_target_waived_twice_is_one_item() -> None:
    """Items are counted, not links."""
    assert reasons({"waiver_target": "COM, COM"}, {"waiver_target": "COM, ELE"}) == []


def test_missing_reasons_are_not_one_reason() -> None:
    """Waivers without a reason have that defect and no other."""
    waiver = {"waiver_target": "COM, ELE, PHASE", "waiver_reason": ""}
    assert reasons(waiver, waiver) == []


# What a waiver cannot do -------------------------------------------------------------------


@pytest.mark.parametrize("check", ["expired-waiver", "unused-waiver", "mass-waiver"])
def test_defect_of_a_waiver_cannot_be_waived(check: str) -> None:
    """A waiver of a waiver would be a hole without an end: it silences nothing."""
    broken = make_waiver("BROKEN", waiver_expiry="2018-01-01")
    second = make_waiver("SECOND", waiver_check=check, waiver_target="BROKEN", waiver_reason="x")
    report = run([*sound_items(COM={"owner": ""}), broken, second])
    assert [finding for finding in report.findings if finding.waived_by] == []
    assert brief(report) == [
        ("expired-waiver", "BROKEN", "broken.md:7"),
        ("missing-owner", "COM", "com.md:1"),
        ("unused-waiver", "SECOND", "second.md:5"),
    ]


def test_waiver_whose_target_is_dead_is_told_so_once() -> None:
    """A misspelt target is a dead link; nothing else is said of the waiver."""
    waiver = make_waiver(waiver_target="CON")
    report = run([*sound_items(COM={"owner": ""}), waiver])
    assert brief(report) == [
        ("missing-owner", "COM", "com.md:1"),
        ("dead-link", "WAI", "wai.md:5"),
    ]


def test_any_approver_but_the_owner_will_do() -> None:
    """Where the item has no owner, any approver is another."""
    bodies = [make_item("actor", "THIRD", sources="SRC", locator="p. 1")]
    items = sound_items(COM={"owner": ""})
    assert brief(run([*items, *bodies, make_waiver(waiver_approver="THIRD")])) == []

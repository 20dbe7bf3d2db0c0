"""Waivers themselves: unsound, expired, expiring, and given by the dozen."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from statutory.checks.registry import FORMER
from statutory.model.finding import Finding
from statutory.model.item import Item
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


@pytest.mark.parametrize(
    ("check", "sentence"),
    [
        ("missing-ownr", "there is no check missing-ownr; did you mean missing-owner?"),
        ("zzzz", "there is no check zzzz"),
        ("", "names no check: the field waiver_check is missing"),
    ],
)
def test_unknown_check_offers_the_nearest_name(check: str, sentence: str) -> None:
    """A misspelt check is told right."""
    (finding,) = of_waiver(waiver_check=check)
    assert str(finding.message) == sentence


def test_sound_waiver_does_not_hide_an_unsound_one() -> None:
    """Each waiver is looked at for itself."""
    items = sound_items(COM={"owner": ""})
    findings = run([*items, make_waiver(), make_waiver("WAI-2", waiver_check="zzzz")]).findings
    assert [f.item for f in findings if f.check == "waiver-of-unknown-check"] == ["WAI-2"]


@pytest.mark.parametrize(
    ("expiry", "sentence"),
    [
        ("30.6.2018", "the last day is not a day: 30.6.2018; write 2018-06-30"),
        ("6/2018", "the last day is not a day: 6/2018"),
        ("soon", "the last day is not a day: soon"),
        ("", "no last day: the field waiver_expiry is missing"),
    ],
)
def test_last_day_is_offered_as_it_has_to_be_written(expiry: str, sentence: str) -> None:
    """A Finnish date is told in the right form; a month is no day."""
    (finding,) = of_waiver(waiver_expiry=expiry)
    assert str(finding.message) == sentence


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
    assert str(finding.message) == "approved by COUNCIL, who owns COM"
    assert [related.location for related in finding.related] == [Location("com.md", 6)]


def test_self_approval_of_many_items_is_one_finding() -> None:
    """However many items an owner waives, it is one approval to be given by somebody else."""
    items = [
        make_item("phase", f"P{number}", owner="OFFICE", region="north") for number in range(9)
    ]
    waiver = make_waiver(waiver_target="", waiver_pattern="P?", waiver_approver="OFFICE")
    findings = run([*items, waiver]).findings
    (finding,) = (finding for finding in findings if finding.check == "self-approved-waiver")
    assert str(finding.message) == "approved by OFFICE, who owns these: P0, P1, P2, P3, P4, …"
    assert [str(related.location) for related in finding.related] == [
        f"p{number}.md:3" for number in range(5)
    ]


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


# The day of the check ----------------------------------------------------------------------


def test_policy_may_measure_at_the_day_of_the_check() -> None:
    """Then a waiver that holds at the as-of date can have expired, and the other way."""
    items = [*sound_items(COM={"owner": ""}), make_waiver(waiver_expiry="2018-12-31")]
    for day, checks in (
        (None, ["missing-owner"]),
        (dt.date(2018, 12, 1), ["missing-owner", "expiring-waiver"]),
        (dt.date(2018, 12, 31), ["missing-owner", "expiring-waiver"]),
        (dt.date(2019, 1, 1), ["missing-owner", "expired-waiver"]),
    ):
        report = run(items, dataclasses.replace(SETTINGS, check_day=day))
        assert [finding.check for finding in report.findings] == checks
        assert len(report.waived_findings) == ("expired-waiver" not in checks)


# Patterns ----------------------------------------------------------------------------------

PATTERN = {"waiver_target": "", "waiver_pattern": "PHASE-*"}


def phases(**regions: str) -> list[Item]:
    """Return phases without an owner, each of a region, by their numbers."""
    return [
        make_item(
            "phase",
            f"PHASE-{number[1:]}",
            region=region,
            part_of="PLAN",
            period="2018-03",
            sources="SRC",
            locator="p. 1",
        )
        for number, region in regions.items()
    ]


def test_pattern_covers_items_of_its_own_region_alone() -> None:
    """The same identifiers in another region, and of no region, stay open."""
    items = phases(n1="north", n2="south", n3="north", n4="")
    report = run([*sound_items(), *items, make_waiver(**PATTERN)])
    assert [finding.item for finding in report.waived_findings] == ["PHASE-1", "PHASE-3"]
    assert [(f.check, f.item) for f in report.open_findings] == [
        ("missing-owner", "PHASE-2"),
        ("missing-owner", "PHASE-4"),
    ]


@pytest.mark.parametrize("pattern", ["PHASE-?", "PHASE-[0-9]", "P*1", "PHASE-1"])
def test_pattern_is_one_of_the_shell(pattern: str) -> None:
    """Stars, question marks and sets stand for letters; case counts."""
    waiver = make_waiver(waiver_target="", waiver_pattern=pattern)
    report = run([*sound_items(), *phases(n1="north"), waiver])
    assert [finding.item for finding in report.waived_findings] == ["PHASE-1"]


UNBOUNDED = {
    "no region": ({"region": ""}, "is of no region"),
    "national": ({"region": "state"}, "is of no region"),
    "another region's": ({"region": "south"}, "items of other regions only"),
    "nothing": ({"waiver_pattern": "STEP-*"}, "matches no item of"),
    "small letters": ({"waiver_pattern": "phase-*"}, "matches no item of"),
    "open set": ({"waiver_pattern": "PHASE-["}, "matches no item of"),
    "waivers": ({"waiver_pattern": "WAI*"}, "matches no item of"),
    "many stars": ({"waiver_pattern": "*P" * 40 + "!"}, "matches no item of"),
}


@pytest.mark.parametrize(("changes", "part"), UNBOUNDED.values(), ids=UNBOUNDED)
def test_pattern_that_stays_in_no_region_is_found_and_silences_nothing(
    changes: dict[str, str], part: str
) -> None:
    """It is an error at its line, and the finding stays open."""
    items = [*sound_items(), *phases(n1="north")]
    waiver = make_waiver(**{**PATTERN, **changes})
    report = run([*items, waiver])
    assert [finding.check for finding in report.findings] == ["missing-owner", "unbounded-waiver"]
    (finding,) = (finding for finding in report.findings if finding.item == "WAI")
    assert finding.location.line == waiver.option_lines["waiver_pattern"]
    assert part in finding.message.text
    assert report.waived_findings == ()


@pytest.mark.parametrize("region", ["", "state"])
def test_pattern_reaches_nothing_that_is_of_no_region(region: str) -> None:
    """Not even the waiver of the state may free all that is the state's by a pattern."""
    waiver = make_waiver(**PATTERN, region=region)
    report = run([*sound_items(), *phases(n1=region), waiver])
    assert brief(report) == [
        ("missing-owner", "PHASE-1", "phase-1.md:1"),
        ("unbounded-waiver", "WAI", f"wai.md:{waiver.option_lines['waiver_pattern']}"),
    ]


def test_pattern_that_silences_nothing_is_unused() -> None:
    """A pattern is judged as a whole: one item with a finding is enough."""
    sound = make_item(
        "phase", "PHASE-2", region="north", part_of="PLAN", period="2018-03", owner="COUNCIL",
        sources="SRC", locator="p. 1",
    )  # fmt: skip
    waiver = make_waiver(**PATTERN)
    (finding,) = run([*sound_items(), sound, waiver]).findings
    assert (finding.check, finding.field) == ("unused-waiver", "waiver_pattern")
    report = run([*sound_items(), sound, *phases(n1="north"), waiver])
    assert report.open_findings == ()


def test_targets_beside_a_pattern_are_judged_one_by_one() -> None:
    """A waiver may name items and a pattern; an item that needs neither is told."""
    waiver = make_waiver(waiver_target="COM", waiver_pattern="PHASE-*")
    report = run([*sound_items(), *phases(n1="north"), waiver])
    assert brief(report) == [("unused-waiver", "WAI", "wai.md:5")]
    assert [finding.item for finding in report.waived_findings] == ["PHASE-1"]


def test_approver_owns_nothing_that_the_pattern_matches() -> None:
    """Nobody frees themselves by a pattern either."""
    own = make_item(
        "phase", "PHASE-9", region="north", part_of="PLAN", period="2018-03", owner="OFFICE",
        sources="SRC", locator="p. 1",
    )  # fmt: skip
    report = run([*sound_items(), own, *phases(n1="north"), make_waiver(**PATTERN)])
    assert [(f.check, f.item) for f in report.findings] == [
        ("missing-owner", "PHASE-1"),
        ("self-approved-waiver", "WAI"),
    ]


def test_pattern_that_silences_many_is_a_mass_waiver() -> None:
    """What it silences counts, and not what it merely matches."""
    many = phases(n1="north", n2="north", n3="south")
    items = [*sound_items(), *many, make_waiver(**PATTERN)]
    for limit, count in ((1, 1), (2, 0)):
        settings = dataclasses.replace(SETTINGS, targets_per_reason=limit)
        findings = [f for f in run(items, settings).findings if f.check == "mass-waiver"]
        assert len(findings) == count
        assert all(finding.message.values["count"] == 2 for finding in findings)


def test_former_name_of_a_check_is_good_for_a_waiver() -> None:
    """A waiver that uses the name that the check had before still silences it."""
    FORMER["no-owner"] = "missing-owner"
    try:
        report = run([*sound_items(COM={"owner": ""}), make_waiver(waiver_check="no-owner")])
    finally:
        del FORMER["no-owner"]
    assert [(f.check, f.waived_by) for f in report.findings] == [("missing-owner", "WAI")]


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


@pytest.mark.parametrize(
    ("region", "silences"), [("north", True), ("south", False), ("state", True), ("", True)]
)
def test_waiver_of_one_region_does_not_answer_for_another(region: str, silences: bool) -> None:  # noqa: FBT001
    """The south cannot waive what the north has to answer for."""
    items = [item for item in sound_items() if item.id != "COM"]
    waiver = make_waiver(region=region, waiver_target="ELE", waiver_check="uncovered-element")
    report = run([*items, waiver])
    assert [f.check for f in report.waived_findings] == ["uncovered-element"] * silences
    assert ("unused-waiver" in {f.check for f in report.open_findings}) is not silences


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

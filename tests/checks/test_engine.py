"""The engine: what blocks what, what policy sets, what gaps answer and waivers silence."""

from __future__ import annotations

import dataclasses
import random

import pytest

from statutory.checks import CHECKS, run_checks
from statutory.checks.registry import FORMER
from statutory.model.baseline import key_of
from statutory.model.finding import Acceptance, Message, Related, Severity
from statutory.model.location import Location
from statutory.model.report import Report
from tests.builders import (
    SETTINGS,
    brief,
    make_catalogue,
    make_directive,
    make_gap,
    make_item,
    make_page,
    make_waiver,
    run,
    sound_items,
)

MISSING_OWNER = ("missing-owner", "COM", "com.md:1")
NO_OWNER = {"COM": {"owner": ""}}


def waived(report: Report) -> list[tuple[str, str, str]]:
    """Return the check, the item and the waiver of each finding that one silences."""
    return [(f.check, f.item, f.waived_by) for f in report.findings if f.waived_by]


def test_sound_items_have_no_finding() -> None:
    """What the other tests break is whole before."""
    assert run(sound_items()).findings == ()


# Requirements ------------------------------------------------------------------------------


def test_required_check_blocks_on_its_item_alone() -> None:
    """An option that was not read says nothing of what is missing, but only of its item."""
    items = sound_items(COM={"owner": ""}, PHASE={"owner": ""})
    page = make_page(make_directive("component", "COM", line=3, lost=[("owner", 9)]))
    catalogue = dataclasses.replace(make_catalogue(items), documents=(page,))
    assert brief(run_checks(catalogue)) == [
        ("swallowed-options", "COM", "page.md:9"),
        ("missing-owner", "PHASE", "phase.md:1"),
    ]


@pytest.mark.parametrize(
    ("changes", "checks"),
    [
        ({"sources": "", "locator": ""}, ["missing-source"]),
        ({"sources": ""}, ["missing-source"]),
        ({"locator": ""}, ["missing-locator"]),
    ],
)
def test_one_cause_gives_one_finding(changes: dict[str, str], checks: list[str]) -> None:
    """Without a source there is no place in it to ask for."""
    report = run(sound_items(COM=changes))
    assert [finding.check for finding in report.findings] == checks


# Policy ------------------------------------------------------------------------------------


@pytest.mark.parametrize("severity", Severity)
def test_severity_comes_from_policy(severity: Severity) -> None:
    """Policy sets the severity of a check; the others keep theirs."""
    settings = dataclasses.replace(SETTINGS, severities={"missing-owner": severity})
    report = run(sound_items(COM={"owner": "", "preparer": ""}), settings)
    assert {finding.check: finding.severity for finding in report.findings} == {
        "missing-owner": severity,
        "missing-preparer": CHECKS["missing-preparer"].severity,
    }


@pytest.mark.parametrize(
    ("region", "type_", "general", "expected"),
    [
        (Severity.NOTE, Severity.WARNING, Severity.ERROR, Severity.NOTE),
        (None, Severity.WARNING, Severity.ERROR, None),
        ("", Severity.WARNING, Severity.NOTE, Severity.WARNING),
        ("", None, Severity.NOTE, None),
        ("", "", Severity.NOTE, Severity.NOTE),
        ("", "", None, None),
        ("", "", "", Severity.ERROR),
    ],
)
def test_region_comes_before_type_and_type_before_the_rest(
    region: Severity | str | None,
    type_: Severity | str | None,
    general: Severity | str | None,
    expected: Severity | None,
) -> None:
    """What is said for fewest items holds; an empty text stands for nothing said."""

    def said(severity: Severity | str | None) -> dict[str, Severity | None]:
        return {} if isinstance(severity, str) else {"missing-owner": severity}

    settings = dataclasses.replace(
        SETTINGS,
        region_severities={"north": said(region)},
        type_severities={"component": said(type_)},
        severities=said(general),
    )
    findings = run(sound_items(**NO_OWNER), settings).findings
    assert [finding.severity for finding in findings] == ([expected] if expected else [])


def test_severity_of_a_region_is_for_what_it_has_to_answer() -> None:
    """The finding on a national element is graded by the region that lacks the answer."""
    items = [item for item in sound_items() if item.id != "COM"]
    for region, count in (("north", 0), ("state", 1)):
        settings = dataclasses.replace(
            SETTINGS, region_severities={region: {"uncovered-element": None}}
        )
        assert len(run(items, settings).findings) == count


def test_check_that_is_off_still_names_the_cause() -> None:
    """What depends on it is not found in its stead, and a gap does not bring it back."""
    settings = dataclasses.replace(
        SETTINGS, severities={"missing-source": None, "missing-owner": None}
    )
    gap = make_gap(target="PHASE", field="owner")
    items = sound_items(COM={"sources": "", "locator": ""}, PHASE={"owner": ""})
    assert run([*items, gap], settings).findings == ()


def test_waiver_of_a_check_that_is_off_is_judged_as_if_it_were_on() -> None:
    """It is unused only where the check would find nothing."""
    settings = dataclasses.replace(SETTINGS, severities={"missing-owner": None})
    assert run([*sound_items(**NO_OWNER), make_waiver()], settings).findings == ()
    assert brief(run([*sound_items(), make_waiver()], settings)) == [
        ("unused-waiver", "WAI", "wai.md:5")
    ]


def test_finding_carries_the_address_of_its_check() -> None:
    """The page is that of the family; without a site there is no address."""
    settings = dataclasses.replace(SETTINGS, documentation="https://example.org/checks/")
    gap = make_gap(target="PHASE", field="owner")
    items = [*sound_items(COM={"owner": ""}, PHASE={"owner": ""}), gap]
    assert [finding.address for finding in run(items, settings).findings] == [
        "https://example.org/checks/vastuut.html#missing-owner",
        "https://example.org/checks/puutteet.html#open-gap",
    ]
    assert {finding.address for finding in run(items).findings} == {""}


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [
        (Severity.NOTE, ["missing-owner", "missing-preparer", "inferred-timeline"]),
        (Severity.WARNING, ["missing-owner", "missing-preparer"]),
        (Severity.ERROR, ["missing-owner"]),
    ],
)
def test_build_fails_from_the_severity_of_policy_up(fail_on: Severity, failing: list[str]) -> None:
    """What is milder than policy says is found but does not fail."""
    settings = dataclasses.replace(SETTINGS, fail_on=fail_on)
    items = sound_items(COM={"owner": "", "preparer": "", "time_basis": "inferred"})
    report = run(items, settings)
    assert len(report.findings) == 3
    assert [finding.check for finding in report.failing] == failing


def test_finding_carries_what_its_check_says() -> None:
    """Why and remedy are the check's, the rest is the problem's."""
    (finding,) = run(sound_items(**NO_OWNER)).findings
    assert (finding.why, finding.remedy) == (
        CHECKS["missing-owner"].why,
        CHECKS["missing-owner"].remedy,
    )
    assert (finding.field, finding.region, finding.gap, finding.waived_by) == ("owner", "", "", "")


# Order -------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(5))
def test_order_of_items_does_not_matter(seed: int) -> None:
    """However the items come in, the findings are the same and in the same order."""
    items = [make_item("phase", f"P{n}", predecessor=f"P{(n + 1) % 5}, X{n}") for n in range(10)]
    expected = run(items).findings
    random.Random(seed).shuffle(items)  # noqa: S311 - no secret
    assert run(items).findings == expected
    assert len(expected) > 30


def test_order_is_total_and_by_place() -> None:
    """No two findings have the same place in the order, and files come one after another."""
    items = [make_item("component", f"C{n}", at=f"{n % 3}.md:{n + 1}") for n in range(6)]
    findings = run(items, dataclasses.replace(SETTINGS, answers={})).findings
    keys = [finding.sort_key for finding in findings]
    assert keys == sorted(keys)
    assert len(set(map(str, keys))) == len(keys)
    places = [finding.location for finding in findings]
    assert places == sorted(places)
    assert {place.path for place in places} == {"0.md", "1.md", "2.md"}


def test_target_named_twice_is_one_finding() -> None:
    """One slip gives one finding, also where a link names its target twice."""
    items = sound_items(COM={"preparer": "OFFICER, OFFICER"})
    assert brief(run(items)) == [("dead-link", "COM", "com.md:7")]


# Selection ---------------------------------------------------------------------------------


def test_only_some_checks_run() -> None:
    """The checks named run, the others don't."""
    items = sound_items(COM={"owner": "", "sources": "", "preparer": "OFFICER"})
    report = run_checks(make_catalogue(items), only=["missing-owner", "dead-link"])
    assert {finding.check for finding in report.findings} == {"missing-owner", "dead-link"}


def test_no_waiver_is_unused_where_its_check_does_not_run() -> None:
    """What was not looked for cannot be missed."""
    items = [*sound_items(**NO_OWNER), make_waiver()]
    report = run_checks(make_catalogue(items), only=["missing-source"])
    assert report.findings == ()


def test_unsound_waiver_silences_nothing_where_few_checks_run() -> None:
    """A waiver that has expired does not come to life because nobody asks whether it has."""
    items = [*sound_items(**NO_OWNER), make_waiver(waiver_expiry="2017-12-31")]
    report = run_checks(make_catalogue(items), only=["missing-owner"])
    assert brief(report) == [MISSING_OWNER]


def test_former_name_of_a_check_selects_it() -> None:
    """Whoever asks for a check by the name that it had gets the check."""
    FORMER["no-owner"] = "missing-owner"
    try:
        report = run_checks(make_catalogue(sound_items(**NO_OWNER)), only=["no-owner"])
    finally:
        del FORMER["no-owner"]
    assert brief(report) == [MISSING_OWNER]


# The baseline ------------------------------------------------------------------------------


def test_accepted_finding_is_kept_and_does_not_fail() -> None:
    """It is counted apart, and what is new fails."""
    items = sound_items(COM={"owner": "", "preparer": ""})
    accepted = {key_of(finding): Acceptance() for finding in run(sound_items(**NO_OWNER)).findings}
    report = run(items, dataclasses.replace(SETTINGS, accepted=accepted))
    assert [finding.check for finding in report.accepted_findings] == ["missing-owner"]
    assert [finding.check for finding in report.failing] == ["missing-preparer"]
    assert report.count() == {Severity.WARNING: 1}
    assert report.outdated == 0


def test_what_the_baseline_has_no_longer_is_counted_in_a_whole_run() -> None:
    """A run of few checks cannot say that the others would find nothing."""
    accepted = {
        key_of(finding): Acceptance(count=2) for finding in run(sound_items(**NO_OWNER)).findings
    }
    settings = dataclasses.replace(SETTINGS, accepted=accepted)
    whole = run(sound_items(), settings)
    assert (whole.outdated, whole.is_complete) == (2, True)
    few = run_checks(make_catalogue(sound_items(), settings), only=["dead-link"])
    assert (few.outdated, few.is_complete) == (0, False)


def test_run_of_few_checks_accepts_nothing() -> None:
    """What stops a build before it is whole stops it whatever the baseline holds."""
    items = sound_items(**NO_OWNER)
    accepted = {key_of(finding): Acceptance() for finding in run(items).findings}
    catalogue = make_catalogue(items, dataclasses.replace(SETTINGS, accepted=accepted))
    assert len(run_checks(catalogue, only=["missing-owner"]).failing) == 1


def test_waiver_comes_before_the_baseline() -> None:
    """What is waived is not accepted too, so that the baseline can be tightened."""
    accepted = {key_of(finding): Acceptance() for finding in run(sound_items(**NO_OWNER)).findings}
    settings = dataclasses.replace(SETTINGS, accepted=accepted)
    report = run([*sound_items(**NO_OWNER), make_waiver()], settings)
    assert waived(report) == [("missing-owner", "COM", "WAI")]
    assert (report.accepted_findings, report.outdated) == ((), 1)


# Gaps --------------------------------------------------------------------------------------


def test_gap_turns_a_finding_into_a_note() -> None:
    """What the sources leave open is a note that leads to the gap; the place stays."""
    gap = make_gap(target="COM", field="owner")
    (finding,) = run([*sound_items(**NO_OWNER), gap]).findings
    assert (finding.check, finding.severity, finding.gap) == ("open-gap", Severity.NOTE, "GAP")
    assert (finding.item, finding.field, finding.location) == (
        "COM",
        "owner",
        Location("com.md", 1),
    )
    assert (finding.why, finding.remedy) == (CHECKS["open-gap"].why, CHECKS["open-gap"].remedy)
    assert finding.related == (
        Related(Location("gap.md", 1), Message("recorded as the gap {gap}", {"gap": "GAP"})),
    )


def test_severity_of_a_gap_is_that_of_policy() -> None:
    """A project that wants its gaps closed can have them fail."""
    settings = dataclasses.replace(SETTINGS, severities={"open-gap": Severity.ERROR})
    (finding,) = run(
        [*sound_items(**NO_OWNER), make_gap(target="COM", field="owner")], settings
    ).findings
    assert finding.severity is Severity.ERROR


def test_gap_of_another_field_answers_nothing() -> None:
    """A gap speaks of one field."""
    items = sound_items(COM={"owner": "", "preparer": ""})
    gap = make_gap(target="COM", field="preparer")
    assert brief(run([*items, gap])) == [MISSING_OWNER, ("open-gap", "COM", "com.md:1")]


def test_gap_of_another_item_answers_nothing() -> None:
    """A gap speaks of its targets."""
    items = sound_items(COM={"owner": ""}, PHASE={"owner": ""})
    gap = make_gap(target="PHASE", field="owner")
    assert brief(run([*items, gap])) == [MISSING_OWNER, ("open-gap", "PHASE", "phase.md:1")]


@pytest.mark.parametrize("field", ["period", "schedule"])
def test_gap_of_the_schedule_is_a_gap_of_the_time(field: str) -> None:
    """An author may name the field or the link: both tell the time."""
    gap = make_gap(target="COM", field=field)
    report = run([*sound_items(COM={"schedule": ""}), gap])
    assert brief(report) == [("open-gap", "COM", "com.md:1")]
    assert report.findings[0].gap == "GAP"


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        ("north", ["open-gap"]),
        ("south", ["uncovered-element"]),
        ("state", ["uncovered-element"]),
        ("", ["uncovered-element"]),
    ],
)
def test_gap_answers_for_its_own_region(region: str, expected: list[str]) -> None:
    """One region's gap does not hide another region's hole."""
    items = [item for item in sound_items() if item.id != "COM"]
    gap = make_gap(target="ELE", field="implements", region=region)
    report = run([*items, gap])
    assert [(f.check, f.item, f.region) for f in report.findings] == [
        (name, "ELE", "north") for name in expected
    ]


@pytest.mark.parametrize("field", ["sources", "locator"])
def test_gap_answers_only_what_a_source_can_leave_open(field: str) -> None:
    """That an item has no source is the editors' fault, not the source's."""
    items = [*sound_items(COM={field: ""}), make_gap(target="COM", field=field)]
    name = {"sources": "missing-source", "locator": "missing-locator"}[field]
    assert name in {finding.check for finding in run(items).findings}
    assert "open-gap" not in {finding.check for finding in run(items).findings}


# Waivers -----------------------------------------------------------------------------------


def test_waiver_silences_its_check_on_its_target_and_no_other() -> None:
    """Another finding of the item and the same finding of another item stay open."""
    items = sound_items(COM={"owner": "", "preparer": ""}, PHASE={"owner": ""})
    report = run([*items, make_waiver()])
    assert waived(report) == [("missing-owner", "COM", "WAI")]
    assert brief(report) == [
        ("missing-preparer", "COM", "com.md:1"),
        ("missing-owner", "PHASE", "phase.md:1"),
    ]


def test_waived_finding_is_kept_and_does_not_fail() -> None:
    """A waiver is seen, not hidden: the finding is counted apart."""
    report = run([*sound_items(**NO_OWNER), make_waiver()])
    assert len(report.findings) == 1
    assert report.failing == report.open_findings == ()
    assert report.count() == {}


UNSOUND = {
    "expired": ({"waiver_expiry": "2018-01-30"}, "expired-waiver"),
    "no reason": ({"waiver_reason": ""}, "waiver-without-reason"),
    "no check": ({"waiver_check": ""}, "waiver-of-unknown-check"),
    "unknown check": ({"waiver_check": "missing-ownr"}, "waiver-of-unknown-check"),
    "no approver": ({"waiver_approver": ""}, "self-approved-waiver"),
    "no expiry": ({"waiver_expiry": ""}, "waiver-without-expiry"),
    "unreadable expiry": ({"waiver_expiry": "next year"}, "waiver-without-expiry"),
}


@pytest.mark.parametrize(("changes", "check"), UNSOUND.values(), ids=UNSOUND)
def test_unsound_waiver_silences_nothing(changes: dict[str, str], check: str) -> None:
    """The finding stays open, and the waiver's own defect is one finding beside it."""
    report = run([*sound_items(**NO_OWNER), make_waiver(**changes)])
    assert waived(report) == []
    assert [name for name, _, _ in brief(report)] == ["missing-owner", check]


def test_waiver_approved_by_the_owner_silences_nothing() -> None:
    """The one who answers for the item cannot free it of a duty."""
    items = sound_items(COM={"preparer": ""})
    waiver = make_waiver(waiver_check="missing-preparer", waiver_approver="COUNCIL")
    assert brief(run([*items, waiver])) == [
        ("missing-preparer", "COM", "com.md:1"),
        ("self-approved-waiver", "WAI", "wai.md:8"),
    ]


def test_waiver_that_silences_nothing_is_unused() -> None:
    """A waiver of what is mended, or of nothing, is found at its target."""
    assert brief(run([*sound_items(), make_waiver()])) == [("unused-waiver", "WAI", "wai.md:5")]
    untargeted = make_waiver(waiver_target="")
    assert brief(run([*sound_items(), untargeted])) == [("unused-waiver", "WAI", "wai.md:1")]


def test_waiver_is_unused_target_by_target() -> None:
    """Of several targets those are named that have no finding."""
    waiver = make_waiver(waiver_target="COM, PHASE, ELE", waiver_approver="COUNCIL")
    (finding,) = run([*sound_items(COM={"owner": ""}, ELE={"owner": ""}), waiver]).open_findings
    assert (finding.check, finding.message.values["target"]) == ("unused-waiver", "PHASE")


def test_second_waiver_of_the_same_is_unused() -> None:
    """One waiver silences a finding; the other hides the next defect."""
    report = run([*sound_items(**NO_OWNER), make_waiver("W1"), make_waiver("W2")])
    assert waived(report) == [("missing-owner", "COM", "W1")]
    assert brief(report) == [("unused-waiver", "W2", "w2.md:5")]


def test_gap_comes_before_a_waiver() -> None:
    """What is recorded as a gap needs no waiver."""
    gap = make_gap(target="COM", field="owner")
    assert brief(run([*sound_items(**NO_OWNER), gap, make_waiver()])) == [
        ("open-gap", "COM", "com.md:1"),
        ("unused-waiver", "WAI", "wai.md:5"),
    ]


def test_running_twice_gives_the_same() -> None:
    """The checks keep nothing between runs."""
    items = [*sound_items(**NO_OWNER), make_waiver(), make_gap(target="COM", field="preparer")]
    catalogue = make_catalogue(items)
    first, second = run_checks(catalogue), run_checks(catalogue)
    assert first.findings == second.findings
    assert len(first.findings) == 2

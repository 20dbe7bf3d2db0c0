"""Timeline: that there is a time, that it can be read, and that it can be true."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.finding import Finding
from statutory.model.location import Location
from statutory.model.settings import FieldRoles, LinkRoles
from tests.builders import SETTINGS, brief, make_gap, make_item, run, sound_items

STEP = {"part_of": "PLAN", "owner": "OFFICE", "sources": "SRC", "locator": "p. 1"}


def found(check: str, **changes: dict[str, str]) -> list[Finding]:
    """Return the findings of one check in the sound items, some of them changed."""
    return [finding for finding in run(sound_items(**changes)).findings if finding.check == check]


# Missing -----------------------------------------------------------------------------------


@pytest.mark.parametrize("id_", ["ELE", "COM", "PHASE"])
def test_item_without_time_is_found(id_: str) -> None:
    """The types that need a time are asked for one; the field to write is the period."""
    findings = found("missing-timeline", **{id_: {"period": "", "schedule": ""}})
    assert (id_, "period") in {(finding.item, finding.field) for finding in findings}


def test_schedule_without_time_is_no_time() -> None:
    """A link to a schedule is not enough: it has to lead to a time, which is then missed."""
    findings = found("missing-timeline", PHASE={"period": ""})
    assert [(finding.item, finding.location) for finding in findings] == [
        ("COM", Location("com.md", 1)),
        ("PHASE", Location("phase.md", 1)),
    ]
    assert findings[0].message.values["schedule"] == "PHASE"


def test_schedule_gives_the_time_of_its_parts() -> None:
    """A plan without a period lasts as long as its phases."""
    assert run(sound_items(COM={"schedule": "PLAN"})).findings == ()


def test_schedules_in_a_circle_give_no_time() -> None:
    """Two schedules that lead to each other end the search, and both lack a time."""
    findings = found(
        "missing-timeline",
        COM={"schedule": "PLAN"},
        PLAN={"schedule": "PHASE"},
        PHASE={"schedule": "PLAN", "period": ""},
    )
    assert [finding.item for finding in findings] == ["COM", "PHASE"]


def test_unreadable_time_is_not_missing_too() -> None:
    """What is written wrong is one finding, at the schedule and not at what it times."""
    assert brief(run(sound_items(PHASE={"period": "March"}))) == [
        ("unreadable-period", "PHASE", "phase.md:6")
    ]


def test_gap_of_a_time_that_the_schedule_lacks_is_open() -> None:
    """A schedule without a time leaves the gap open: nothing is known that it denies."""
    items = sound_items(PHASE={"period": ""})
    report = run([*items, make_gap(target="COM, PHASE", field="period")])
    assert brief(report) == [
        ("open-gap", "COM", "com.md:1"),
        ("open-gap", "PHASE", "phase.md:1"),
    ]


# Unreadable and reversed -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("5–6/2019", "2019-05/2019-06"),
        ("11/2017", "2017-11"),
        ("kevät 2018", "2018-21"),
        ("31.2.2018", "2018-02-31"),
        ("soon", ""),
        ("in the spring - or later", ""),
        ("2018-13", ""),
    ],
)
def test_unreadable_period_offers_what_can_be_read(text: str, edtf: str) -> None:
    """The EDTF form of a Finnish notation is offered only where the calendar has it."""
    (finding,) = found("unreadable-period", PHASE={"period": text})
    assert finding.location == Location("phase.md", 6)
    assert finding.message.values["edtf"] == edtf
    offered = bool(edtf) and edtf != "2018-02-31"
    assert ("write {edtf}" in finding.message.text) is offered


def test_term_of_office_is_read_too() -> None:
    """The term of a body is a period as well."""
    findings = run(sound_items(COUNCIL={"term": "2018-06/2018-01"}, OFFICE={"term": "?"})).findings
    assert [(f.check, f.item, f.field) for f in findings] == [
        ("reversed-period", "COUNCIL", "term"),
        ("unreadable-period", "OFFICE", "term"),
    ]


@pytest.mark.parametrize(
    ("period", "reversed_"),
    [
        ("2018-06/2018-02", True),
        ("2018-03-02/2018-03-01", True),
        ("2018-03/2018-03", False),
        ("2018-03-31/2018-03", False),
        ("2018-03~/2018-02", False),
        ("2018-06~/2018-02", True),
        ("2018-06/..", False),
        ("../2018-06", False),
    ],
)
def test_period_is_reversed_only_if_every_reading_is(period: str, reversed_: bool) -> None:  # noqa: FBT001
    """A period that can be read as in order is left alone."""
    report = run(sound_items(PHASE={"period": period}))
    expected = [("reversed-period", "PHASE", "phase.md:6")] if reversed_ else []
    assert brief(report) == expected


# Order -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("earlier", "later", "in_order"),
    [
        ("2018-03", "2018-04", True),
        ("2018-03", "2018-03", True),
        ("2018-04", "2018-03", False),
        ("2018-03-15", "2018-03-15", True),
        ("2018-03-16", "2018-03-15", False),
        ("2018-03/2018-06", "2018-05", False),
        ("2018-03/2018-06", "2018-06", True),
        ("2018", "2018-01", True),
        ("2018-04~", "2018-03", True),
        ("2018-06~", "2018-03", False),
        ("2018-03/..", "2018-06", False),
        ("2018-03/", "2018-06", True),
        ("2018-04", "../2018-05", False),
        ("2018-04", "/2018-05", True),
        ("2018-21", "2018-03", True),
        ("2018-22", "2018-05", False),
    ],
)
def test_order_is_judged_by_the_weakest_reading(earlier: str, later: str, in_order: bool) -> None:  # noqa: FBT001
    """Only what is out of order however it is read is found; equal days are in order."""
    items = [
        *sound_items(),
        make_item("phase", "ONE", period=earlier, **STEP),
        make_item("phase", "TWO", predecessor="ONE", period=later, **STEP),
    ]
    expected = [] if in_order else [("out-of-order", "TWO", "two.md:3")]
    assert brief(run(items)) == expected


def test_order_is_found_through_schedules() -> None:
    """What has its time from a schedule is in its order too."""
    items = [
        *sound_items(),
        make_item("phase", "LATE", period="2018-09", **STEP),
        make_item("phase", "ONE", schedule="LATE", **STEP),
        make_item("phase", "TWO", schedule="PHASE", predecessor="ONE", **STEP),
    ]
    (finding,) = run(items).findings
    assert (finding.check, finding.item) == ("out-of-order", "TWO")
    values = finding.message.values
    assert (values["time"], values["other"], values["earlier"]) == ("2018-03", "ONE", "2018-09")
    assert [related.location for related in finding.related] == [Location("one.md", 1)]


@pytest.mark.parametrize("period", ["", "autumn", "2018-12/2018-11"])
def test_predecessor_without_a_true_time_is_not_compared(period: str) -> None:
    """One slip gives one finding: that of the predecessor's own time."""
    items = [
        *sound_items(),
        make_item("phase", "ONE", period=period, **STEP),
        make_item("phase", "TWO", predecessor="ONE", period="2018-01", **STEP),
    ]
    assert [finding.item for finding in run(items).findings] == ["ONE"]


# Inference ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id_", "changes", "line"),
    [
        ("PHASE", {"time_basis": "inferred"}, 6),
        ("PHASE", {"inferred": "period"}, 6),
        ("COM", {"time_basis": "inferred"}, 8),
        ("COM", {"inferred": "locator, schedule"}, 8),
    ],
)
def test_inferred_time_is_noted(id_: str, changes: dict[str, str], line: int) -> None:
    """The note is at the field or the link that gives the time."""
    assert brief(run(sound_items(**{id_: changes}))) == [
        ("inferred-timeline", id_, f"{id_.lower()}.md:{line}")
    ]


def test_missing_time_is_not_inferred_too() -> None:
    """A basis without a time is one finding."""
    report = run(sound_items(COM={"schedule": "", "time_basis": "inferred"}))
    assert brief(report) == [("missing-timeline", "COM", "com.md:1")]


def test_own_period_counts_before_the_schedule() -> None:
    """An item's own period is its time, whatever its schedule says."""
    items = sound_items(COM={"period": "2018-04", "predecessor": "PHASE"})
    assert run(items).findings == ()
    changed = [
        dataclasses.replace(item, fields={**item.fields, "period": "2018-05"})
        if item.id == "PHASE"
        else item
        for item in items
    ]
    assert [finding.check for finding in run(changed).findings] == ["out-of-order"]


# Roles -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "link", "said"),
    [
        (
            "period",
            "schedule",
            ("period", "no timeline: neither the field period nor the link schedule is set"),
        ),
        ("", "schedule", ("schedule", "no timeline: the link schedule is missing")),
        ("period", "", ("period", "no timeline: the field period is missing")),
        ("", "", None),
    ],
)
def test_time_is_asked_for_where_it_can_be_written(
    field: str, link: str, said: tuple[str, str] | None
) -> None:
    """A project may have both, the field alone, the link alone, or neither of them."""
    settings = dataclasses.replace(
        SETTINGS, fields=FieldRoles(period=field), links=LinkRoles(schedule=link)
    )
    items = sound_items(ELE={"period": ""})
    findings = [one for one in run(items, settings).findings if one.check == "missing-timeline"]
    assert [(one.field, str(one.message)) for one in findings if one.item == "ELE"] == (
        [said] if said else []
    )

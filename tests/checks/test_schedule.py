"""Schedule: times that fit each other, and outcomes of what is past."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from statutory.model.finding import Finding
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.settings import FieldRoles, LinkRoles, Settings, TypeRoles, ValueRoles
from tests.builders import SETTINGS, make_gap, make_item, run

OURS = (
    "outside-parent-period",
    "basis-not-in-force",
    "unlinked-national-date",
    "unknown-outcome",
    "overdue",
)


def found(*items: Item, check: str, settings: Settings = SETTINGS) -> list[Finding]:
    """Return the findings of one check in some items."""
    return [finding for finding in run(items, settings).findings if finding.check == check]


def said(*items: Item, check: str, settings: Settings = SETTINGS) -> list[tuple[str, str]]:
    """Return the item and the place of each finding of one check."""
    return [(f.item, str(f.location)) for f in found(*items, check=check, settings=settings)]


# Within the whole --------------------------------------------------------------------------

WHOLES = [
    ("2018", "2018-03", True),
    ("2018-01/2018-12", "2019-02/2019-03", False),
    ("2018-01/2018-12", "2017-11/2018-02", False),
    ("2018-01/2018-12", "2018-12", True),
    ("2018-01/2018-12", "2018-12/2019-01", False),
    ("2018-06", "2018", True),
    ("2018-01/2018-06", "2018-07~", True),
    ("2018-01/2018-06", "2018-08~", False),
    ("2018-01/2018-06~", "2018-07", True),
    ("2018-21", "2018-03-01/2018-05-31", True),
    ("2018-21", "2018-06", False),
    ("2017-07-01/2018-06", "2017-12/", True),
    ("2017-07-01/2018-06", "2017-12/..", False),
    ("2017-07-01/2018-06", "2018-07/", False),
    ("2017-07-01/2018-06", "/2018-01", True),
    ("2017-07-01/2018-06", "/2017-06", False),
    ("2017-07-01/2018-06", "../2018-01", False),
    ("2018-06/..", "2018-06/..", True),
    ("2018-06/..", "2018-05", False),
    ("2018-06/", "2018-09/..", True),
    ("/2019-12", "2018-01", True),
    ("../2019-12", "2015", True),
    ("", "2015", True),
    ("some day", "2015", True),
    ("2018/2017", "2015", True),
]


@pytest.mark.parametrize(("whole", "part", "fits"), WHOLES)
def test_part_is_judged_by_the_weakest_reading(whole: str, part: str, *, fits: bool) -> None:
    """Only a part that cannot lie within its whole, however both are read, is found."""
    items = [
        make_item("procedure", "WHOLE", period=whole),
        make_item("phase", "PART", part_of="WHOLE", period=part),
    ]
    expected = [] if fits else [("PART", "part.md:4")]
    assert said(*items, check="outside-parent-period") == expected


@pytest.mark.parametrize(("whole", "part", "fits"), WHOLES)
def test_terms_of_actors_are_judged_alike(whole: str, part: str, *, fits: bool) -> None:
    """The term of an actor bounds those of the actors that are part of it."""
    items = [
        make_item("actor", "WHOLE", term=whole),
        make_item("actor", "PART", part_of="WHOLE", term=part),
    ]
    expected = [] if fits else [("PART", "part.md:4")]
    assert said(*items, check="outside-parent-period") == expected


def test_finding_tells_both_times_and_their_places() -> None:
    """The finding is at the time of the part and leads to that of the whole."""
    (finding,) = found(
        make_item("procedure", "WHOLE", region="north", period="2018"),
        make_item("milestone", "PART", part_of="WHOLE", period="2019-02"),
        check="outside-parent-period",
    )
    assert (finding.item, finding.field) == ("PART", "period")
    assert finding.location == Location("part.md", 4)
    assert [related.location for related in finding.related] == [Location("whole.md", 4)]
    values = finding.message.values
    assert (values["time"], values["whole"], values["bound"]) == ("2019-02", "WHOLE", "2018")


def test_time_of_a_schedule_counts_and_is_found_at_the_link() -> None:
    """What has its time from a schedule must lie within its whole too."""
    items = [
        make_item("procedure", "WHOLE", period="2018"),
        make_item("milestone", "DAY", period="2019-05"),
        make_item("component", "PART", part_of="WHOLE", schedule="DAY"),
    ]
    (finding,) = found(*items, check="outside-parent-period")
    assert (finding.field, finding.location) == ("schedule", Location("part.md", 4))


def test_time_of_the_parts_bounds_none_of_them() -> None:
    """A whole without a time of its own is not bounded by its other parts."""
    items = [
        make_item("procedure", "WHOLE"),
        make_item("phase", "ONE", part_of="WHOLE", period="2017"),
        make_item("phase", "TWO", part_of="WHOLE", period="2019"),
    ]
    assert said(*items, check="outside-parent-period") == []


def test_whole_of_the_whole_bounds_where_the_whole_has_no_time() -> None:
    """The bound is passed on, however many wholes without a time stand between."""
    items = [
        make_item("procedure", "TOP", period="2018"),
        make_item("procedure", "MIDDLE", part_of="TOP"),
        make_item("procedure", "WHOLE", part_of="MIDDLE", period="when ready"),
        make_item("phase", "PART", part_of="WHOLE", period="2019"),
    ]
    (finding,) = found(*items, check="outside-parent-period")
    assert (finding.item, finding.message.values["whole"]) == ("PART", "TOP")


@pytest.mark.parametrize(
    ("top", "middle", "part", "expected"),
    [
        ("2018", "2018", "2018-05", []),
        ("2018", "2018", "2019", [("PART", "MIDDLE")]),
        ("2018", "2019", "2019-05", [("MIDDLE", "TOP")]),
        ("2018", "2019", "2020", [("MIDDLE", "TOP"), ("PART", "MIDDLE")]),
        ("2018", "/2018-06", "2017-05", [("PART", "TOP")]),
        ("2018", "2018-06/", "2019-05", [("PART", "TOP")]),
        ("2018", "2018~", "2019-05", [("PART", "TOP")]),
        ("2018/..", "2018-06/", "2019-05", []),
    ],
)
def test_chain_of_wholes_gives_one_finding_a_cause(
    top: str, middle: str, part: str, expected: list[tuple[str, str]]
) -> None:
    """Nearest first, and a bound that the whole itself breaks is not held against its parts."""
    items = [
        make_item("procedure", "TOP", period=top),
        make_item("procedure", "MIDDLE", part_of="TOP", period=middle),
        make_item("phase", "PART", part_of="MIDDLE", period=part),
    ]
    findings = found(*items, check="outside-parent-period")
    assert [(f.item, f.message.values["whole"]) for f in findings] == expected


def test_every_whole_of_an_item_bounds_it_once() -> None:
    """Of several wholes each is judged, but not twice where two ways lead to it."""
    items = [
        make_item("procedure", "TOP", period="2018"),
        make_item("procedure", "LEFT", part_of="TOP"),
        make_item("procedure", "RIGHT", part_of="TOP"),
        make_item("procedure", "OTHER", period="2017"),
        make_item("phase", "PART", part_of="LEFT, RIGHT, OTHER", period="2020"),
    ]
    findings = found(*items, check="outside-parent-period")
    assert {f.message.values["whole"] for f in findings} == {"OTHER", "TOP"}
    assert len(findings) == 2


@pytest.mark.parametrize(
    "items",
    [
        [make_item("phase", "PART", part_of="GONE", period="2020")],
        [make_item("phase", "PART", part_of="PART", period="2020")],
        [
            make_item("phase", "PART", part_of="LOOP", period="2020"),
            make_item("phase", "LOOP", part_of="PART"),
        ],
        [
            make_item("plan", "PLAN", period="2018"),
            make_item("phase", "PART", part_of="PLAN", period="2020"),
        ],
        [
            make_item("procedure", "TOP", period="2018"),
            make_item("plan", "PLAN", part_of="TOP"),
            make_item("milestone", "PART", part_of="PLAN", period="2020"),
        ],
        [
            make_item("actor", "BODY", term="2018"),
            make_item("duty", "PART", part_of="BODY", period="2020"),
        ],
        [
            make_item("procedure", "TOP", period="2018"),
            make_item("phase", "PART", part_of="TOP", period="2020/2019"),
        ],
    ],
    ids=["dead", "itself", "circle", "no bound", "beyond a plan", "actor", "reversed"],
)
def test_what_bounds_nothing_is_left_alone(items: list[Item]) -> None:
    """Only procedures bound their parts, and only what is there and can be true."""
    assert said(*items, check="outside-parent-period") == []


def test_actor_of_a_procedure_is_bounded_by_it() -> None:
    """A body set up for a phase does not outlast it."""
    items = [
        make_item("phase", "WHOLE", period="2017-07-01/2018-06"),
        make_item("actor", "BODY", part_of="WHOLE", term="2017-07-01/2018-06"),
        make_item("actor", "GROUP", part_of="BODY", term="2018-09"),
        make_item("actor", "LATE", part_of="WHOLE", term="2018-07/.."),
    ]
    expected = [("GROUP", "group.md:4"), ("LATE", "late.md:4")]
    assert said(*items, check="outside-parent-period") == expected


# Law ---------------------------------------------------------------------------------------

LAW = (
    make_item("act", "ACT", period="2021-07-01/.."),
    make_item("section", "SEC", based_on="ACT"),
)
FORCES = [
    ("2021-07-01/..", "2018-04/2018-05", False),
    ("2021-07-01/..", "2021-06", False),
    ("2021-07-01/..", "2021-07", True),
    ("2021-07-01/..", "2021-06~", True),
    ("2021-07-01/..", "2018-04/..", True),
    ("2021-07-01/..", "2018-04/", True),
    ("2021-07-01~/..", "2021-06-25", True),
    ("2000-03-01/2011-12-31", "2018", False),
    ("2000-03-01/", "2018", True),
    ("", "2018", True),
]


@pytest.mark.parametrize("target", ["ACT", "SEC"])
@pytest.mark.parametrize(("force", "time", "holds"), FORCES)
def test_basis_is_judged_by_the_weakest_reading(
    target: str,
    force: str,
    time: str,
    *,
    holds: bool,
) -> None:
    """What rests on an act or its section needs a day on which the act is in force."""
    items = [
        make_item("act", "ACT", period=force),
        make_item("section", "SEC", based_on="ACT"),
        make_item("duty", "DUTY", period=time, based_on=target),
    ]
    expected = [] if holds else [("DUTY", "duty.md:4")]
    assert said(*items, check="basis-not-in-force") == expected


def test_finding_leads_to_what_says_the_time_in_force() -> None:
    """The finding is at the link; beside it stands the period of the act."""
    items = [*LAW, make_item("duty", "DUTY", period="2018", based_on="SEC")]
    (finding,) = found(*items, check="basis-not-in-force")
    assert (finding.field, finding.location) == ("based_on", Location("duty.md", 4))
    assert [related.location for related in finding.related] == [Location("act.md", 3)]
    values = finding.message.values
    assert (values["time"], values["law"], values["force"]) == ("2018", "SEC", "2021-07-01/..")


def test_time_of_a_section_counts_before_that_of_its_act() -> None:
    """A section that was added later is in force from its own day."""
    items = [
        *LAW,
        make_item("section", "NEW", based_on="ACT", period="2024-08-01/.."),
        make_item("duty", "DUTY", period="2022", based_on="SEC, NEW"),
    ]
    (finding,) = found(*items, check="basis-not-in-force")
    assert (finding.item, finding.message.values["law"]) == ("DUTY", "NEW")


def test_one_of_several_acts_in_force_is_enough() -> None:
    """A section that rests on two acts is in force with either."""
    items = [
        *LAW,
        make_item("act", "OLD", period="2000/.."),
        make_item("section", "BOTH", based_on="ACT, OLD"),
        make_item("duty", "DUTY", period="2018", based_on="BOTH"),
    ]
    assert said(*items, check="basis-not-in-force") == []


def test_section_is_judged_against_its_act_and_an_act_against_nothing() -> None:
    """A section cannot be in force before its act; between acts there is no such order."""
    items = [
        *LAW,
        make_item("section", "EARLY", based_on="ACT", period="2018/2019"),
        make_item("act", "DECREE", based_on="ACT", period="2018/2019"),
    ]
    assert said(*items, check="basis-not-in-force") == [("EARLY", "early.md:3")]


@pytest.mark.parametrize("state", ["bill", "lapsed"])
def test_bill_has_no_time_in_force(state: str) -> None:
    """What rests on a bill is judged as its source saw it, not by the calendar."""
    items = [
        make_item("act", "BILL", legal_state=state, period="2021/.."),
        make_item("section", "SEC", based_on="BILL", period="2021/.."),
        make_item("element", "ELE", based_on="SEC", period="2018"),
    ]
    assert said(*items, check="basis-not-in-force") == []


@pytest.mark.parametrize(
    "target", ["GONE", "DUTY", "PLAN"], ids=["dead link", "itself", "no provision"]
)
def test_what_is_no_law_is_no_basis(target: str) -> None:
    """Links that lead elsewhere have their own findings."""
    items = [
        make_item("plan", "PLAN", period="2021"),
        make_item("duty", "DUTY", period="2018", based_on=target),
    ]
    assert said(*items, check="basis-not-in-force") == []


# National dates ----------------------------------------------------------------------------


def national(period: str = "2018-10-28", title: str = "County elections", **more: str) -> Item:
    """Return a milestone of the state."""
    return make_item("milestone", "STATE", title=title, region="state", period=period, **more)


def regional(
    period: str = "2018-10-28", title: str = "Elections of the north", **more: str
) -> Item:
    """Return a milestone of a region."""
    return make_item("milestone", "NORTH", title=title, region="north", period=period, **more)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("2018-10-28", "2018-10-28", True),
        ("2018-10", "2018-10", True),
        ("2018-10-28~", "2018-10-28?", True),
        ("2018-02/2018-03", "2018-02/2018-03", True),
        ("2018-10-28", "2018-10-29", False),
        ("2018-10-28", "2018-10", False),
        ("2018-10", "2018-10?", False),
        ("2018", "2018", False),
        ("2018-23", "2018-23", False),
        ("2018-10~", "2018-10~", False),
        ("2018-10/", "2018-10/", False),
        ("2018-02/2018-01", "2018-02/2018-01", False),
        ("soon", "soon", False),
        ("", "", False),
    ],
)
def test_same_date_means_the_same_days(one: str, other: str, *, alike: bool) -> None:
    """Only dates to the month or day are compared, and by what they mean."""
    expected = [("NORTH", "north.md:4")] if alike else []
    assert said(national(one), regional(other), check="unlinked-national-date") == expected


@pytest.mark.parametrize(("margin", "alike"), [(1, True), (2, False)])
def test_margin_of_policy_tells_what_is_known_to_the_month(margin: int, *, alike: bool) -> None:
    """A mark may widen a date to a month of 31 days, and no further."""
    periods = dataclasses.replace(SETTINGS.periods, margins=(7, margin, 92, 366))
    settings = dataclasses.replace(SETTINGS, periods=periods)
    items = [national("2018-02~"), regional("2018-02~")]
    findings = found(*items, check="unlinked-national-date", settings=settings)
    assert bool(findings) is alike


def test_mere_coincidence_is_left_alone() -> None:
    """Two milestones of one day whose titles share no word are two things."""
    items = [national(), regional(title="Plan handed over")]
    assert said(*items, check="unlinked-national-date") == []


@pytest.mark.parametrize(
    ("state", "north"),
    [
        ({}, {"schedule": "STATE"}),
        ({}, {"concerns": "STATE"}),
        ({}, {"part_of": "STATE"}),
        ({"predecessor": "NORTH"}, {}),
    ],
)
def test_any_link_either_way_joins_them(state: dict[str, str], north: dict[str, str]) -> None:
    """What is linked moves together, or is seen to belong together."""
    items = [national(**state), regional(**north)]
    assert said(*items, check="unlinked-national-date") == []


def test_every_national_milestone_is_named() -> None:
    """A region's milestone can repeat several; those of two regions are no matter."""
    items = [
        national(),
        make_item("milestone", "NONE", title="Election day", period="2018-10-28"),
        regional(),
        make_item(
            "milestone", "SOUTH", title="Elections", region="south", period="2018-10-28",
            concerns="STATE",
        ),
    ]  # fmt: skip
    findings = found(*items, check="unlinked-national-date")
    assert [(f.item, f.message.values["other"]) for f in findings] == [
        ("NORTH", "NONE"),
        ("NORTH", "STATE"),
        ("SOUTH", "NONE"),
    ]
    assert findings[0].related[0].location == Location("none.md", 3)


# Outcomes ----------------------------------------------------------------------------------


def source(id_: str = "SRC", published: str = "") -> Item:
    """Return a source, perhaps with a date."""
    return make_item("source", id_, published=published)


@pytest.mark.parametrize(
    ("period", "published", "is_found"),
    [
        ("2017-10", "2017-11-29", True),
        ("2017-11", "2017-11-29", False),
        ("2017-11-28", "2017-11-29", True),
        ("2017-11-29", "2017-11-29", False),
        ("2017-10-04", "2017-10", False),
        ("2017-10-04", "2017-11", True),
        ("2017-10~", "2017-11-29", False),
        ("2017-10/..", "2017-11-29", False),
        ("2017-10/", "2017-11-29", False),
        ("2017-12", "", True),
        ("2018-01", "", False),
        ("2017-12", "last year", True),
        ("2017-12", "2018-01/2017-01", True),
        ("", "2017-11-29", False),
        ("once", "2017-11-29", False),
        ("2017-10/2017-09", "2017-11-29", False),
    ],
)
def test_outcome_is_asked_of_what_was_over_at_the_date_of_the_source(
    period: str, published: str, *, is_found: bool
) -> None:  # fmt: skip
    """Where the source has no date that can be read, the as-of date counts."""
    items = [
        source(published=published),
        make_item("milestone", "DAY", period=period, sources="SRC"),
    ]
    expected = [("DAY", "day.md:1")] if is_found else []
    assert said(*items, check="unknown-outcome") == expected


def test_latest_source_counts() -> None:
    """What an early source could not know a later one may tell."""
    items = [
        source("OLD", "2017-01-01"),
        source("NEW", "2017-11-29"),
        source("NONE"),
        make_item("milestone", "DAY", period="2017-10", sources="NEW, OLD, NONE, GONE"),
    ]
    (finding,) = found(*items, check="unknown-outcome")
    assert finding.message.values["source"] == "NEW"
    assert [related.location for related in finding.related] == [Location("new.md", 3)]


def test_without_a_dated_source_the_as_of_date_is_told() -> None:
    """The reader sees by which day the thing is judged."""
    (finding,) = found(make_item("milestone", "DAY", period="2017-12"), check="unknown-outcome")
    assert finding.message.values["day"] == SETTINGS.as_of
    assert finding.related == ()


@pytest.mark.parametrize(
    ("status", "checks"),
    [
        ("done", []),
        ("draft", ["overdue"]),
        ("unknown", ["unknown-outcome"]),
        ("", ["unknown-outcome"]),
    ],
)
def test_status_tells_how_it_ended(status: str, checks: list[str]) -> None:
    """What is done is done, what is pending is overdue, and the rest is not known."""
    report = run([make_item("milestone", "DAY", period="2017-12", status=status)])
    assert [f.check for f in report.findings if f.check in OURS] == checks


def test_other_types_need_no_outcome() -> None:
    """Only the types that policy names are asked how they ended."""
    assert said(make_item("phase", "STEP", period="2017-01"), check="unknown-outcome") == []


@pytest.mark.parametrize(
    ("kind", "period", "is_found"),
    [
        ("milestone", "2017-12", True),
        ("phase", "2018-01-30", True),
        ("phase", "2018-01-31", False),
        ("phase", "2018-01", False),
        ("phase", "2017-12~", False),
        ("phase", "2017/..", False),
        ("phase", "2017/", False),
        ("phase", "/2017", True),
        ("phase", "2017-12/2017-11", False),
        ("phase", "", False),
        ("duty", "2017-12", False),
        ("element", "2017-12", False),
    ],
)
def test_pending_is_overdue_only_when_certainly_over(
    kind: str, period: str, *, is_found: bool
) -> None:
    """On its last possible day a thing is not overdue yet."""
    item = make_item(kind, "ITEM", period=period, status="draft")
    expected = [("ITEM", f"item.md:{4 if period else 3}")] if is_found else []
    assert said(item, check="overdue") == expected


def test_time_of_a_schedule_can_be_over() -> None:
    """What has its time from a schedule is late with it."""
    items = [
        make_item("phase", "STEP", period="2017-12", status="done"),
        make_item("component", "COM", schedule="STEP", status="draft"),
    ]
    assert said(*items, check="overdue") == [("COM", "com.md:4")]


@pytest.mark.parametrize("status", ["", "unknown", "draft"])
def test_gap_of_the_status_answers_both(status: str) -> None:
    """A source too old to know how it ended leaves a gap, which a pending status leaves open."""
    items = [
        source(),
        make_item("milestone", "DAY", period="2017-12", status=status),
        make_gap(target="DAY", field="status"),
    ]
    findings = run(items).findings
    assert [f.gap for f in findings if f.check == "open-gap" and f.item == "DAY"] == ["GAP"]
    assert not [f for f in findings if f.check in (*OURS, "closed-gap")]


def test_gap_of_a_status_that_tells_the_end_is_closed() -> None:
    """Once the status says how it ended there is no gap."""
    items = [
        source(),
        make_item("milestone", "DAY", period="2017-12", status="done"),
        make_gap(target="DAY", field="status"),
    ]
    assert said(*items, check="closed-gap") == [("GAP", "gap.md:4")]


# Roles -------------------------------------------------------------------------------------

ALL_WRONG = (
    *LAW,
    source(published="2017-11-29"),
    national(),
    regional(),
    make_item("procedure", "WHOLE", period="2018"),
    make_item("phase", "PART", part_of="WHOLE", period="2020"),
    make_item("duty", "DUTY", period="2018", based_on="SEC"),
    make_item("milestone", "DAY", period="2017-10", sources="SRC"),
    make_item("phase", "LATE", period="2017-10", status="draft"),
)


def without_role(table: str, name: str) -> Settings:
    """Return the settings of a project that lacks a role, or all of a table."""
    empty = {
        "types": TypeRoles(),
        "values": ValueRoles(),
        "links": LinkRoles(**dict.fromkeys((f.name for f in dataclasses.fields(LinkRoles)), "")),
        "fields": FieldRoles(**dict.fromkeys((f.name for f in dataclasses.fields(FieldRoles)), "")),
    }[table]
    roles: Any = empty
    if name:
        roles = dataclasses.replace(getattr(SETTINGS, table), **{name: getattr(empty, name)})
    changes: dict[str, Any] = {table: roles}
    return dataclasses.replace(SETTINGS, **changes)


def test_each_check_finds_what_is_wrong() -> None:
    """With every role in place each of the checks has its finding."""
    checks = [finding.check for finding in run(ALL_WRONG).findings if finding.check in OURS]
    assert sorted(checks) == sorted(OURS)


@pytest.mark.parametrize(
    ("table", "name", "gone"),
    [
        ("types", "procedure", ["outside-parent-period"]),
        ("types", "act", ["basis-not-in-force"]),
        ("types", "section", ["basis-not-in-force"]),
        ("types", "milestone", ["unlinked-national-date"]),
        ("links", "part_of", ["outside-parent-period"]),
        ("links", "based_on", ["basis-not-in-force"]),
        ("links", "schedule", []),
        ("fields", "term", []),
        ("fields", "legal_state", []),
        ("fields", "published", []),
        ("fields", "status", ["overdue"]),
        ("fields", "period", OURS),
        ("values", "done", ["unknown-outcome"]),
        ("values", "pending", ["overdue"]),
        ("values", "national", ["unlinked-national-date"]),
        ("values", "not_in_force", []),
        ("types", "", ["outside-parent-period", "basis-not-in-force", "unlinked-national-date"]),
        ("links", "", ["outside-parent-period", "basis-not-in-force"]),
        ("fields", "", OURS),
    ],
)
def test_project_without_a_role_is_not_judged_by_it(
    table: str, name: str, gone: tuple[str, ...] | list[str]
) -> None:
    """A check whose role a project lacks finds nothing, and none of them fails."""
    report = run(ALL_WRONG, without_role(table, name))
    left = {finding.check for finding in report.findings} & set(OURS)
    assert left == set(OURS) - set(gone)

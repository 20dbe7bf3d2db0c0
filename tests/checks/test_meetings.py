"""Meetings: times of what was handled in them."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.item import Item
from statutory.model.settings import FieldRoles, LinkRoles, Settings, TypeRoles
from tests.builders import SETTINGS, make_item, run

CHECK = "time-not-of-meeting"


def handled(kind: str = "position", **options: str) -> Item:
    """Return what was handled in the meeting ``MEET``, unless told otherwise."""
    return make_item(kind, "IT", **{"handled_in": "MEET", "period": "2018-03", **options})


def found(*items: Item, settings: Settings = SETTINGS) -> list[tuple[str, str]]:
    """Return the item and the place of each finding of the check."""
    return [
        (finding.item, str(finding.location))
        for finding in run(items, settings).findings
        if finding.check == CHECK
    ]


@pytest.mark.parametrize(
    ("held", "time", "fits"),
    [
        ("2018-03-14", "2018-03-14", True),
        ("2018-03-14", "2018-03", True),
        ("2018-03", "2018-03-14", True),
        ("2018-03-14", "2018-02-14", False),
        ("2018-03-14", "2019-03-14", False),
        ("2018-03-14", "2018-02/2018-04", True),
        ("2018-03~", "2018-04", True),
        ("2018-03-14/", "2018-05", True),
        ("2018-03-14", "2018-04/..", False),
        ("2018-03-14", "/2018-02", False),
        ("2018-03-14", "/2018-04", True),
        ("", "2018-03", True),
        ("2018-03-14", "", True),
        ("some day", "2018-03", True),
        ("2018-03-14", "some day", True),
        ("2018-05/2018-04", "2018-03", True),
        ("2018-03-14", "2018-05/2018-04", True),
    ],
)
def test_time_is_judged_by_the_weakest_reading(held: str, time: str, *, fits: bool) -> None:
    """Only a time that the meeting cannot have, however both are read, is found."""
    expected = [] if fits else [("IT", "it.md:4")]
    assert found(make_item("meeting", "MEET", period=held), handled(period=time)) == expected


@pytest.mark.parametrize(("kind", "asked"), [("decision", True), ("risk", False)])
def test_positions_and_decisions_are_asked(kind: str, *, asked: bool) -> None:
    """What is not said in a meeting may have any time."""
    meeting = make_item("meeting", "MEET", period="2018-05-02")
    assert bool(found(meeting, handled(kind))) == asked


def test_matter_without_a_time_does_not_hide_the_next() -> None:
    """One that is not dated is passed over alone."""
    meeting = make_item("meeting", "MEET", period="2018-05-02")
    undated = make_item("decision", "FIRST", handled_in="MEET")
    assert found(meeting, undated, handled()) == [("IT", "it.md:4")]


def test_one_meeting_at_the_time_is_enough() -> None:
    """A matter handled in several meetings was decided in one of them."""
    meetings = [
        make_item("meeting", "MEET", period="2018-02-01"),
        make_item("meeting", "NEXT", period="2018-03-01"),
    ]
    assert found(*meetings, handled(handled_in="MEET, NEXT")) == []
    assert found(*meetings, handled(handled_in="MEET, NEXT", period="2018-05")) != []


@pytest.mark.parametrize("other", ["GONE", "UNTIMED"])
def test_meeting_of_unknown_time_may_be_the_one(other: str) -> None:
    """A meeting that does not exist or has no time may be the one of that day."""
    meetings = [make_item("meeting", "MEET", period="2018-02-01"), make_item("meeting", "UNTIMED")]
    assert found(*meetings, handled(handled_in=f"MEET, {other}")) == []


def test_time_of_the_schedule_is_not_the_items_own() -> None:
    """A schedule tells when a matter is worked on, not when it was stated."""
    meeting = make_item("meeting", "MEET", period="2018-02-01")
    phase = make_item("phase", "PHASE", period="2018-05")
    assert found(meeting, phase, handled(period="", schedule="PHASE")) == []


def test_meeting_has_the_time_of_its_schedule() -> None:
    """A meeting may get its time from a milestone; the finding shows where it stands."""
    items = (
        make_item("phase", "PHASE", period="2018-05"),
        make_item("meeting", "MEET", schedule="PHASE"),
        handled(),
    )
    (finding,) = (one for one in run(items).findings if one.check == CHECK)
    assert finding.message.values["held"] == "2018-05"
    assert [str(related.location) for related in finding.related] == ["meet.md:3"]


@pytest.mark.parametrize(
    "roles",
    [
        {"links": LinkRoles(handled_in="")},
        {"fields": FieldRoles(period="")},
        {"types": TypeRoles()},
    ],
    ids=["link", "field", "types"],
)
def test_roles_that_a_project_lacks_find_nothing(roles: dict[str, object]) -> None:
    """A project without meetings, times or positions is asked nothing."""
    settings = dataclasses.replace(SETTINGS, **roles)  # type: ignore[arg-type]
    assert found(make_item("meeting", "MEET", period="2018-05"), handled(), settings=settings) == []

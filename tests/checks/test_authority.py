"""Authority: what an organiser may not produce itself, and what no outsider may do."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.finding import Finding
from statutory.model.item import Item
from statutory.model.settings import Settings
from tests.builders import SETTINGS, make_item, run

CITED = {"sources": "SRC", "locator": "p. 1"}
SECTIONED = dataclasses.replace(SETTINGS, separating_acts=("ACT",))
BODIES = [
    make_item("actor", "COUNTY", kind="region", part_of="ALLIANCE", **CITED),
    make_item("actor", "ALLIANCE", kind="body", **CITED),
    make_item("actor", "BOARD", kind="body", part_of="COUNTY", **CITED),
    make_item("actor", "AGENCY", kind="body", part_of="COUNTY", **CITED),
    make_item("actor", "UNIT", kind="body", part_of="OFFICE", **CITED),
    make_item("actor", "OFFICE", kind="body", part_of="BOARD", **CITED),
    make_item("actor", "ROUND", kind="body", part_of="TURN", **CITED),
    make_item("actor", "TURN", kind="body", part_of="ROUND", **CITED),
    make_item("actor", "COMPANY", kind="company", **CITED),
    make_item("actor", "UNKNOWN", **CITED),
]
LAW = [
    make_item("act", "ACT", **CITED),
    make_item("act", "OTHER", **CITED),
    make_item("section", "SEC", based_on="ACT", **CITED),
    make_item("element", "ELE", based_on="SEC", **CITED),
]


def service(**options: str) -> Item:
    """Return a service."""
    return make_item("service", "CARE", **CITED, **options)


def task(**options: str) -> Item:
    """Return a task of an authority, unless its kind is given."""
    return make_item("duty", "TASK", **{"kind": "authority", **CITED, **options})


def found(check: str, item: Item, settings: Settings = SETTINGS) -> list[Finding]:
    """Return the findings of one check in an item among bodies and law."""
    report = run([*BODIES, *LAW, make_item("source", "SRC"), item], settings)
    return [finding for finding in report.findings if finding.check == check]


# Organising and producing ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("organiser", "producer", "text"),
    [
        ("BOARD", "BOARD", "BOARD both organises and produces it"),
        ("BOARD", "OFFICE", "its producer OFFICE is a part of its organiser BOARD"),
        ("BOARD", "UNIT", "its producer UNIT is a part of its organiser BOARD"),
        ("UNIT", "BOARD", "its organiser UNIT is a part of its producer BOARD"),
        ("ROUND", "TURN", "its producer TURN is a part of its organiser ROUND"),
        ("UNKNOWN", "UNKNOWN", "UNKNOWN both organises and produces it"),
        ("COUNTY", "COUNTY", ""),
        ("COUNTY", "AGENCY", ""),
        ("AGENCY", "COUNTY", ""),
        ("BOARD", "AGENCY", ""),
        ("ALLIANCE", "BOARD", ""),
        ("ALLIANCE", "COUNTY", ""),
        ("COUNTY", "ALLIANCE", ""),
        ("BOARD", "COMPANY", ""),
        ("BOARD", "NOBODY", ""),
        ("BOARD", "", ""),
        ("", "BOARD", ""),
    ],
)
def test_bodies_within_each_other_are_not_apart(organiser: str, producer: str, text: str) -> None:
    """The county as a whole is lawfully both, and its bodies may share the two."""
    findings = found("organiser-is-producer", service(organiser=organiser, producer=producer))
    messages = [f.message.text.format_map(f.message.values) for f in findings]
    assert messages == [text] * bool(text)
    assert all(str(finding.location) == "care.md:6" for finding in findings)
    assert all(str(f.related[0].location) == "care.md:5" for f in findings)


def test_each_pair_that_is_not_apart_is_found() -> None:
    """Of several organisers and producers those are found that belong together."""
    findings = found(
        "organiser-is-producer", service(organiser="BOARD, AGENCY", producer="AGENCY, UNIT")
    )
    assert [(f.message.values["organiser"], f.message.values["producer"]) for f in findings] == [
        ("AGENCY", "AGENCY"),
        ("BOARD", "UNIT"),
    ]


@pytest.mark.parametrize(
    ("options", "is_asked"),
    [
        ({"based_on": "ACT"}, True),
        ({"based_on": "SEC"}, True),
        ({"implements": "ELE"}, True),
        ({"based_on": "OTHER"}, False),
        ({"concerns": "ACT"}, False),
        ({"based_on": "NOTHING"}, False),
        ({}, False),
    ],
)
def test_policy_names_the_acts_that_separate(options: dict[str, str], is_asked: bool) -> None:  # noqa: FBT001
    """Where acts are named, only what rests on one of them is asked."""
    item = service(organiser="BOARD", producer="BOARD", **options)
    assert len(found("organiser-is-producer", item)) == 1
    assert bool(found("organiser-is-producer", item, SECTIONED)) is is_asked


# Tasks of authorities ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"owner": "COMPANY"}, "without a basis in law"),
        ({"producer": "COMPANY"}, "without a basis in law"),
        ({"owner": "BOARD", "producer": "COMPANY"}, "without a basis in law"),
        ({"producer": "COMPANY", "public_power": "small"}, "without a basis in law"),
        ({"producer": "COMPANY", "public_power": "significant"}, "with significant power"),
        (
            {"producer": "COMPANY", "public_power": "significant", "based_on": "SEC"},
            "with significant power",
        ),
        ({"producer": "COMPANY", "based_on": "SEC"}, ""),
        ({"producer": "COMPANY", "based_on": "NOTHING"}, ""),
        ({"producer": "COMPANY", "public_power": "small", "based_on": "SEC"}, ""),
        ({"producer": "COMPANY", "kind": "producing"}, ""),
        ({"producer": "COMPANY", "kind": ""}, ""),
        ({"producer": "BOARD", "public_power": "significant"}, ""),
        ({"producer": "UNKNOWN", "public_power": "significant"}, ""),
        ({"preparer": "COMPANY", "public_power": "significant"}, ""),
        ({"producer": "NOBODY", "public_power": "significant"}, ""),
    ],
)
def test_task_of_an_authority_stays_with_authorities(options: dict[str, str], text: str) -> None:
    """By law it may be given to others, but significant public power never."""
    findings = found("outsourced-authority-task", task(**options))
    assert [text in finding.message.text for finding in findings] == [True] * bool(text)


def test_other_duty_does_not_hide_a_task() -> None:
    """A duty that is no task of an authority may come first; the task behind it is found."""
    advice = make_item("duty", "ADVICE", kind="producing", producer="COMPANY", **CITED)
    report = run([*BODIES, make_item("source", "SRC"), advice, task(producer="COMPANY")])
    found_in = [f.item for f in report.findings if f.check == "outsourced-authority-task"]
    assert found_in == ["TASK"]


def test_outsider_that_owns_and_produces_is_one_finding() -> None:
    """The finding is at the first link that leads outside."""
    (finding,) = found("outsourced-authority-task", task(owner="COMPANY", producer="COMPANY"))
    assert (finding.field, str(finding.location)) == ("owner", "task.md:6")
    assert finding.message.values["actors"] == "COMPANY"


def test_project_without_the_roles_is_not_asked() -> None:
    """Kinds that no project has, and links that none has, ask nothing."""
    values = dataclasses.replace(SETTINGS.values, authority_task=(), outsider=())
    item = task(kind="", producer="COMPANY")
    assert (
        found("outsourced-authority-task", item, dataclasses.replace(SETTINGS, values=values)) == []
    )
    links = dataclasses.replace(SETTINGS.links, organiser="", producer="")
    item = service(organiser="BOARD", producer="BOARD")
    assert found("organiser-is-producer", item, dataclasses.replace(SETTINGS, links=links)) == []

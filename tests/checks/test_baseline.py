"""The baseline held against real checks: a partial repair is no new finding, an addition is."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from statutory.model.baseline import key_of
from statutory.model.finding import Acceptance
from statutory.model.item import Item
from tests.builders import SETTINGS, make_item, run

POLICY = dataclasses.replace(
    SETTINGS, required=dataclasses.replace(SETTINGS.required, owner=("duty",))
)


def handover(*duties: str) -> list[Item]:
    """Return a body that ends and leaves some duties behind."""
    body = make_item("actor", "BODY", term="2017", sources="SRC", locator="p. 1")
    return [body, *(make_item("duty", duty, owner="BODY") for duty in duties)]


def rivals(*owners: str) -> list[Item]:
    """Return a duty of several owners at the same time."""
    return [
        make_item("duty", "DUTY", owner=", ".join(owners)),
        *(make_item("actor", owner) for owner in owners),
    ]


def section(*numbers: str) -> list[Item]:
    """Return a section of four numbered items, of which some are not written as elements."""
    written = sorted({"1", "2", "3", "4"} - {*numbers})
    return [
        make_item("section", "SEC", numbered_items="4", based_on="ACT"),
        make_item("act", "ACT"),
        *(make_item("element", f"E{n}", number=n, based_on="SEC") for n in written),
    ]


@pytest.mark.parametrize(
    ("check", "make", "three", "four"),
    [
        ("missing-handover", handover, ("D1", "D2", "D3"), "D4"),
        ("conflicting-owners", rivals, ("A1", "A2", "A3"), "A4"),
        ("incomplete-section", section, ("1", "2", "3"), "4"),
    ],
)
def test_one_of_three_mended_stays_accepted_and_a_fourth_does_not(
    check: str, make: Callable[..., list[Item]], three: tuple[str, ...], four: str
) -> None:
    """What was accepted was these three, whichever of them are left."""
    found = [finding for finding in run(make(*three), POLICY).findings if finding.check == check]
    (finding,) = found
    assert finding.members == three
    accepted = {key_of(finding): Acceptance(reason="Known.")}
    settings = dataclasses.replace(POLICY, accepted=accepted)
    for members, expected in ((three[1:], True), ((*three, four), False)):
        (now,) = [one for one in run(make(*members), settings).findings if one.check == check]
        assert now.accepted is expected


def test_file_of_the_first_version_accepts_what_it_did() -> None:
    """The same finding, and less of it; what it did not list is new."""
    (finding,) = [
        f for f in run(handover("D1", "D2"), POLICY).findings if f.check == "missing-handover"
    ]
    texts = {name: str(value) for name, value in finding.message.values.items() if value}
    old = dataclasses.replace(key_of(finding), values=tuple(sorted(texts.items())), members=None)
    settings = dataclasses.replace(POLICY, accepted={old: Acceptance()})
    for duties, expected in ((("D1", "D2"), True), (("D2",), True), (("D1", "D3"), False)):
        report = run(handover(*duties), settings)
        (now,) = [f for f in report.findings if f.check == "missing-handover"]
        assert now.accepted is expected

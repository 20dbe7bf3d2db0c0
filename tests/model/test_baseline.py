"""The baseline: what a key holds, and which findings it accepts."""

from __future__ import annotations

import datetime as dt

import pytest

from statutory.model.baseline import FindingKey, accept, identity, key_of
from statutory.model.finding import Acceptance, Finding, Message, Severity
from statutory.model.location import Location


def make_finding(
    item: str = "COM",
    *,
    target: str = "",
    members: tuple[str, ...] = (),
    line: int = 1,
    waived_by: str = "",
) -> Finding:
    """Return a finding of an item, or of the file where that is empty."""
    return Finding(
        check="dead-link",
        severity=Severity.ERROR,
        item=item,
        field="owner",
        region="",
        location=Location("page.md", line),
        message=Message("wrong"),
        why="",
        remedy="",
        waived_by=waived_by,
        identity=(("target", target),) if target else (),
        members=members,
    )


def test_key_of_an_item_holds_no_place() -> None:
    """Where the item stands, and in which file, is not a part of what is wrong with it."""
    expected = FindingKey(
        check="dead-link", item="COM", field="owner", values=(("target", "X"),), members=("A",)
    )
    for line in (1, 9):
        assert key_of(make_finding(target="X", members=("A",), line=line)) == expected


def test_key_of_a_file_holds_its_path() -> None:
    """A finding without an item is told by its file."""
    key = key_of(make_finding(""))
    assert (key.item, key.path) == ("", "page.md")


def test_line_within_a_value_is_left_out() -> None:
    """The place in a sentence keeps its file and loses its line."""
    assert key_of(make_finding(target="see a.md:12 at once")).values == (
        ("target", "see a.md at once"),
    )


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (None, [("other", "B"), ("target", "A")]),
        (("target",), [("target", "A")]),
        (("target", "count"), [("count", "2"), ("target", "A")]),
        (("target", "nearest", "none"), [("target", "A")]),
        ((), []),
    ],
)
def test_check_states_what_identifies(
    names: tuple[str, ...] | None, expected: list[tuple[str, str]]
) -> None:
    """Where it states nothing, every text does but the field and the region of the key."""
    values = {
        "target": "A",
        "other": "B",
        "field": "owner",
        "region": "r",
        "count": 2,
        "nearest": "",
    }
    assert list(identity(values, names)) == expected


def test_keys_have_an_order_for_the_file() -> None:
    """Written again, the file of a baseline has its entries where they were."""
    keys = [key_of(make_finding(item)) for item in ("PLAN", "", "COM")]
    assert [key.item for key in sorted(keys)] == ["", "COM", "PLAN"]


DAY = dt.date(2018, 1, 31)
KEY = key_of(make_finding(target="X"))
SAME = make_finding(target="X")


def accepted(
    findings: list[Finding], baseline: dict[FindingKey, Acceptance]
) -> tuple[list[bool], int]:
    """Return which of some findings a baseline accepts, and how many of it are gone."""
    judged = accept(findings, baseline, {"OLD": "COM"}, DAY)
    return [finding.accepted for finding in judged.findings], judged.outdated


@pytest.mark.parametrize(
    ("findings", "count", "expected"),
    [
        ([SAME], 0, ([False], 0)),
        ([SAME], 1, ([True], 0)),
        ([SAME, SAME], 1, ([True, False], 0)),
        ([SAME, SAME], 2, ([True, True], 0)),
        ([SAME], 3, ([True], 2)),
        ([make_finding(target="Y")], 1, ([False], 1)),
        ([make_finding("PLAN", target="X")], 1, ([False], 1)),
        ([make_finding(target="X", waived_by="WAI")], 1, ([False], 1)),
        ([], 1, ([], 1)),
        ([], 0, ([], 0)),
    ],
)
def test_as_many_are_accepted_as_the_baseline_has(
    findings: list[Finding], count: int, expected: tuple[list[bool], int]
) -> None:
    """What is new is open, what is gone is counted, what a waiver silences needs nothing."""
    baseline = {KEY: Acceptance(count=count)} if count else {}
    assert accepted(findings, baseline) == expected


def test_renamed_items_keep_their_place_in_the_baseline() -> None:
    """A key of a former identifier accepts the finding of the item that has a new one."""
    old = key_of(make_finding("OLD", target="X", members=("OLD", "A")))
    new = make_finding(target="X", members=("A", "COM"))
    assert accepted([new], {old: Acceptance()}) == ([True], 0)
    old = key_of(make_finding("OLD", target="X"))
    both = {old: Acceptance(), KEY: Acceptance()}
    assert accepted([SAME, SAME], both) == ([True, True], 0)


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        (("A", "B", "C"), True),
        (("A", "C"), True),
        (("B",), True),
        ((), False),
        (("A", "B", "C", "D"), False),
        (("D",), False),
    ],
)
def test_less_of_what_was_accepted_is_accepted_and_more_is_new(
    members: tuple[str, ...],
    expected: bool,  # noqa: FBT001 - what the case expects
) -> None:
    """Who mends one of three gets no new finding, and what comes to it is not hidden."""
    baseline = {key_of(make_finding(members=("A", "B", "C"))): Acceptance()}
    assert accepted([make_finding(members=members)], baseline)[0] == [expected]


def test_key_that_accepts_the_least_beside_is_used() -> None:
    """So that the wider one is left for a finding that needs it."""
    baseline = {
        key_of(make_finding(members=members)): Acceptance()
        for members in (("A", "B", "C"), ("A", "B"))
    }
    findings = [make_finding(members=("A",)), make_finding(members=("C",))]
    assert accepted(findings, baseline) == ([True, True], 0)


@pytest.mark.parametrize(("day", "expected"), [(30, False), (31, True)])
def test_acceptance_ends_with_its_last_day(day: int, expected: bool) -> None:  # noqa: FBT001
    """The last day itself is in time; afterwards the finding fails again and is no outdated one."""
    kept = Acceptance(reason="Agreed.", expires=dt.date(2018, 1, day))
    judged = accept([SAME], {KEY: kept}, {}, DAY)
    assert judged.findings[0].acceptance == (kept if expected else None)
    assert (judged.outdated, judged.expired) == (0, int(not expected))


@pytest.mark.parametrize(
    ("values", "members", "expected"),
    [
        ({"items": "A, B, C", "term": "2018"}, ("A", "C"), True),
        ({"items": "A, B"}, ("A", "D"), False),
        ({"items": "A, B, …"}, ("Z",), True),
        ({"owners": "A (2017), B (2018)"}, ("A", "B"), True),
        ({"numbers": "2, 4–6"}, ("5", "6"), True),
        ({"numbers": "2, 4–6"}, ("3",), False),
        ({"parties": "A", "subjects": "S"}, ("A S",), True),
        ({"parties": "A", "subjects": "S"}, ("A T",), False),
        ({"target": "X", "link": "owner"}, (), True),
    ],
)
def test_baseline_of_version_1_is_understood(
    values: dict[str, str],
    members: tuple[str, ...],
    expected: bool,  # noqa: FBT001 - what the case expects
) -> None:
    """It kept what a finding lists as a text, and every value of its sentence."""
    old = FindingKey(
        check="dead-link", item="COM", field="owner", values=tuple(values.items()), members=None
    )
    finding = make_finding(target=values.get("target", ""), members=members)
    assert accepted([finding], {old: Acceptance()})[0] == [expected]
    other = make_finding(target="Y", members=members)
    assert accepted([other], {old: Acceptance()})[0] == [expected and "target" not in values]

"""The baseline: what a key holds, and which findings it accepts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from statutory.model.baseline import FindingKey, accept, key_of
from statutory.model.finding import Finding, Message, Severity
from statutory.model.location import Location


def make_finding(
    item: str = "COM",
    values: Mapping[str, object] | None = None,
    *,
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
        message=Message("wrong", values or {}),
        why="",
        remedy="",
        waived_by=waived_by,
    )


def test_key_of_an_item_holds_no_place() -> None:
    """Where the item stands, and in which file, is not a part of what is wrong with it."""
    expected = FindingKey(
        check="dead-link",
        item="COM",
        field="owner",
        values=(("day", "2018-01-31"), ("target", "X")),
    )
    values = {"target": "X", "day": dt.date(2018, 1, 31)}
    assert key_of(make_finding(values=values, line=1)) == expected
    assert key_of(make_finding(values=values, line=9)) == expected


def test_key_of_a_file_holds_its_path() -> None:
    """A finding without an item is told by its file."""
    key = key_of(make_finding(""))
    assert (key.item, key.path) == ("", "page.md")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("line", "7"),
        ("number", 7),
        ("nearest", "Y"),
        ("places", "a.md:3, b.md:4"),
        ("count", "4"),
        ("region", ""),
    ],
)
def test_value_that_moves_is_left_out(name: str, value: object) -> None:
    """Lines, numbers and suggestions change although the defect does not."""
    assert key_of(make_finding(values={name: value})).values == ()


def test_line_within_a_value_is_left_out() -> None:
    """The place in a sentence keeps its file and loses its line."""
    assert key_of(make_finding(values={"text": "see a.md:12 at once"})).values == (
        ("text", "see a.md at once"),
    )


def test_keys_have_an_order_for_the_file() -> None:
    """Written again, the file of a baseline has its entries where they were."""
    keys = [key_of(make_finding(item)) for item in ("PLAN", "", "COM")]
    assert [key.item for key in sorted(keys)] == ["", "COM", "PLAN"]


def accepted(findings: list[Finding], baseline: dict[FindingKey, int]) -> tuple[list[bool], int]:
    """Return which of some findings a baseline accepts, and how many of it are gone."""
    judged, outdated = accept(findings, baseline, {"OLD": "COM"})
    return [finding.accepted for finding in judged], outdated


KEY = key_of(make_finding(values={"target": "X"}))
SAME = make_finding(values={"target": "X"})


@pytest.mark.parametrize(
    ("findings", "baseline", "expected"),
    [
        ([SAME], {}, ([False], 0)),
        ([SAME], {KEY: 1}, ([True], 0)),
        ([SAME, SAME], {KEY: 1}, ([True, False], 0)),
        ([SAME, SAME], {KEY: 2}, ([True, True], 0)),
        ([SAME], {KEY: 3}, ([True], 2)),
        ([make_finding(values={"target": "Y"})], {KEY: 1}, ([False], 1)),
        ([make_finding("PLAN", {"target": "X"})], {KEY: 1}, ([False], 1)),
        ([make_finding(values={"target": "X"}, waived_by="WAI")], {KEY: 1}, ([False], 1)),
        ([], {KEY: 1}, ([], 1)),
        ([], {}, ([], 0)),
    ],
)
def test_as_many_are_accepted_as_the_baseline_has(
    findings: list[Finding], baseline: dict[FindingKey, int], expected: tuple[list[bool], int]
) -> None:
    """What is new is open, what is gone is counted, what a waiver silences needs nothing."""
    assert accepted(findings, baseline) == expected


def test_renamed_item_keeps_its_place_in_the_baseline() -> None:
    """A key of a former identifier accepts the finding of the item that has a new one."""
    old = key_of(make_finding("OLD", {"target": "X"}))
    assert accepted([SAME], {old: 1}) == ([True], 0)
    assert accepted([SAME, SAME], {old: 1, KEY: 1}) == ([True, True], 0)

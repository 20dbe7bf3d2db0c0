"""Gaps themselves: those that are closed, and those that name nothing."""

from __future__ import annotations

import pytest

from tests.builders import brief, make_gap, make_item, run, sound_items

CLOSED = ("closed-gap", "GAP", "gap.md:4")


@pytest.mark.parametrize("field", ["owner", "locator", "schedule"])
def test_gap_of_what_the_item_says_is_closed(field: str) -> None:
    """A gap in a link or a field that the item has is found at the gap's targets."""
    report = run([*sound_items(), make_gap(target="COM", field=field)])
    assert brief(report) == [CLOSED]
    (related,) = report.findings[0].related
    line = {"owner": 6, "schedule": 8, "locator": 10}[field]
    assert str(related.location) == f"com.md:{line}"


@pytest.mark.parametrize(
    ("field", "changes"),
    [("period", {}), ("schedule", {"schedule": "", "period": "2018"})],
)
def test_gap_of_the_time_is_closed_by_either_way_to_it(field: str, changes: dict[str, str]) -> None:
    """A period and a schedule both tell the time, whichever of them the gap names."""
    report = run([*sound_items(COM=changes), make_gap(target="COM", field=field)])
    assert brief(report) == [CLOSED]


def test_gap_is_closed_target_by_target() -> None:
    """Of several targets the one that has the value is named; the other stays open."""
    items = sound_items(PHASE={"owner": ""})
    closed, still_open = run([*items, make_gap(target="COM, PHASE", field="owner")]).findings
    assert (closed.check, closed.message.values["target"]) == ("closed-gap", "COM")
    assert (still_open.check, still_open.item) == ("open-gap", "PHASE")


@pytest.mark.parametrize(("region", "closed"), [("north", True), ("south", False)])
def test_gap_of_the_cover_is_closed_by_a_component_of_its_region(
    region: str,
    closed: bool,  # noqa: FBT001
) -> None:
    """Once the region implements the element, its gap would tell that nobody does."""
    gap = make_gap(target="ELE", field="implements", region=region)
    assert [name for name, _, _ in brief(run([*sound_items(), gap]))] == ["closed-gap"] * closed


@pytest.mark.parametrize(("field", "nearest"), [("ownr", "owner"), ("zzzz", ""), ("", "")])
def test_gap_of_no_field_is_found(field: str, nearest: str) -> None:
    """A gap that names nothing of the vocabulary answers nothing, and is told so."""
    items = sound_items(COM={"owner": ""})
    report = run([*items, make_gap(target="COM", field=field)])
    assert [name for name, _, _ in brief(report)] == ["missing-owner", "gap-of-unknown-field"]
    assert report.findings[1].message.values["nearest"] == nearest


def test_gap_without_targets_closes_nothing() -> None:
    """A gap of the whole is a statement of its own."""
    gap = make_item(
        "gap", "GAP", region="north", gap_field="owner",
        part_of="PLAN", sources="SRC", locator="p. 1",
    )  # fmt: skip
    assert run([*sound_items(), gap]).findings == ()

"""Ownership: who answers for an item, and who does the work."""

from __future__ import annotations

import pytest

from tests.builders import brief, run, sound_items


@pytest.mark.parametrize("id_", ["ELE", "COM", "PHASE"])
def test_every_type_that_needs_an_owner_is_asked_for_one(id_: str) -> None:
    """The types come from configuration; the finding is at the item's first line."""
    items = sound_items(**{id_: {"owner": ""}})
    assert brief(run(items)) == [("missing-owner", id_, f"{id_.lower()}.md:1")]


def test_preparer_is_asked_of_the_types_of_policy_alone() -> None:
    """A component needs a preparer; an element and a phase do not."""
    assert brief(run(sound_items(COM={"preparer": ""}))) == [
        ("missing-preparer", "COM", "com.md:1")
    ]


@pytest.mark.parametrize(
    "changes",
    [{"owner_basis": "inferred"}, {"inferred": "owner"}, {"inferred": "locator , owner"}],
    ids=["basis", "alone", "listed"],
)
def test_inferred_owner_is_noted_at_the_owner(changes: dict[str, str]) -> None:
    """Either way of writing that the owner is inferred gives the note, at the link's line."""
    assert brief(run(sound_items(PHASE=changes))) == [("inferred-owner", "PHASE", "phase.md:5")]


def test_other_basis_or_name_is_no_inference() -> None:
    """A basis that is stated, or the inference of another matter, gives no note."""
    items = sound_items(PHASE={"owner_basis": "source", "inferred": "owners, locator"})
    assert run(items).findings == ()


def test_owner_that_is_missing_is_not_inferred_too() -> None:
    """A basis without an owner is one finding."""
    items = sound_items(PHASE={"owner": "", "owner_basis": "inferred"})
    assert brief(run(items)) == [("missing-owner", "PHASE", "phase.md:1")]

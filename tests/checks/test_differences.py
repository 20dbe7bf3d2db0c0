"""Differences: every contradiction is explained, and every difference says what it is."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.finding import Finding
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.settings import FieldRoles, LinkRoles, Settings, TypeRoles
from tests.builders import SETTINGS, make_item, run

CHECK = "unexplained-contradiction"


def found(*items: Item, settings: Settings = SETTINGS) -> list[Finding]:
    """Return the contradictions and differences that are not explained."""
    return [finding for finding in run(items, settings).findings if finding.check == CHECK]


def a_pair(one: str = "TWO", two: str = "") -> list[Item]:
    """Return two items and what each of them contradicts."""
    return [
        make_item("plan", "ONE", conflicts_with=one),
        make_item("plan", "TWO", conflicts_with=two),
    ]


def a_difference(concerns: str, kind: str = "contradiction", id_: str = "DIF") -> Item:
    """Return a difference of a kind that concerns some items."""
    return make_item("difference", id_, concerns=concerns, kind=kind)


# Contradictions ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "two", "item"),
    [("TWO", "", "ONE"), ("", "ONE", "TWO"), ("TWO", "ONE", "ONE")],
)
def test_pair_without_a_difference_is_found_once(one: str, two: str, item: str) -> None:
    """The link may be on either item; on both it is still one contradiction."""
    (finding,) = found(*a_pair(one, two))
    assert (finding.item, finding.field, finding.location) == (
        item,
        "conflicts_with",
        Location(f"{item.lower()}.md", 3),
    )
    other = str(finding.message.values["other"])
    assert finding.related[0].location == Location(f"{other.lower()}.md", 1)


@pytest.mark.parametrize(
    ("concerns", "is_found"),
    [
        ("ONE, TWO", False),
        ("TWO, PLAN, ONE", False),
        ("ONE", True),
        ("TWO", True),
        ("PLAN", True),
        ("ONE, DEAD", False),
        ("DEAD", True),
    ],
)
def test_difference_has_to_concern_both(concerns: str, is_found: bool) -> None:  # noqa: FBT001
    """A link to nothing may mean the other item: the dead link is then the finding."""
    findings = found(*a_pair(), make_item("plan", "PLAN"), a_difference(concerns))
    assert [finding.item for finding in findings] == (["ONE"] if is_found else [])


def test_two_differences_do_not_add_up() -> None:
    """Each of them has to concern both items."""
    findings = found(*a_pair(), a_difference("ONE"), a_difference("TWO", id_="DIF-2"))
    assert [finding.item for finding in findings] == ["ONE"]


def test_other_types_explain_nothing() -> None:
    """A question that concerns both items does not say how they differ."""
    question = make_item("question", "Q", concerns="ONE, TWO")
    assert [finding.item for finding in found(*a_pair(), question)] == ["ONE"]


def test_item_may_contradict_itself() -> None:
    """A difference that concerns the item alone explains it."""
    item = make_item("plan", "ONE", conflicts_with="ONE")
    assert [finding.item for finding in found(item)] == ["ONE"]
    assert found(item, a_difference("ONE")) == []


def test_dead_contradiction_is_a_dead_link_only() -> None:
    """What does not exist contradicts nothing."""
    assert found(make_item("plan", "ONE", conflicts_with="DEAD")) == []


# Differences -------------------------------------------------------------------------------


def test_difference_without_a_kind_is_found() -> None:
    """The kind tells what follows from the difference."""
    (finding,) = found(*a_pair(), a_difference("ONE, TWO", kind=""))
    assert (finding.item, finding.field) == ("DIF", "kind")


def test_difference_that_concerns_nothing_is_found() -> None:
    """It hangs on something, but does not say what differs."""
    part = make_item("difference", "DIF", kind="contradiction", part_of="PLAN")
    (finding,) = found(make_item("plan", "PLAN"), part)
    assert (finding.item, finding.field) == ("DIF", "concerns")


def test_difference_without_links_is_an_orphan_only() -> None:
    """One cause gives one finding."""
    assert found(a_difference("")) == []


@pytest.mark.parametrize("concerns", ["ONE", "DEAD"])
def test_difference_may_concern_one_item(concerns: str) -> None:
    """A source may state two things of the same item."""
    assert found(make_item("plan", "ONE"), a_difference(concerns)) == []


@pytest.mark.parametrize(
    "settings",
    [
        dataclasses.replace(SETTINGS, types=TypeRoles()),
        dataclasses.replace(SETTINGS, links=LinkRoles(conflicts_with="", concerns="")),
        dataclasses.replace(SETTINGS, links=LinkRoles(concerns="")),
    ],
)
def test_project_without_the_roles_is_not_asked(settings: Settings) -> None:
    """Where a project has no differences, or nothing that they concern, none is missed."""
    plain = dataclasses.replace(settings, fields=FieldRoles(kind=""))
    assert found(*a_pair(), a_difference("ONE"), settings=plain) == []

"""Reviews: links whose target has changed, and reviews that are too old or missing."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.finding import Finding, Severity
from statutory.model.item import Condition, Item
from statutory.model.location import Location
from statutory.model.review_mark import content_mark
from statutory.model.settings import FieldRoles, ReviewPolicy, Settings
from tests.builders import SETTINGS, make_item, run, sound_items

MARK = 'fingerprint.startswith("1a2b3c4d")'

UNMARKED = dataclasses.replace(SETTINGS, fields=FieldRoles(reviewed_content=""))
"""The settings of a project that does not keep what was reviewed."""


def broken(link: str, target: str, text: str = MARK) -> Condition:
    """Return a condition that the target does not meet."""
    return Condition(link=link, target=target, text=text, holds=False)


def sound(link: str, target: str, text: str = MARK) -> Condition:
    """Return a condition that the target meets."""
    return Condition(link=link, target=target, text=text, holds=True)


def with_conditions(*conditions: Condition, **options: str) -> list[Item]:
    """Return the sound items, with conditions on the links of the component."""
    return [
        dataclasses.replace(item, conditions=conditions) if item.id == "COM" else item
        for item in sound_items(COM=options)
    ]


def suspect(*conditions: Condition, **options: str) -> list[Finding]:
    """Return the suspect links among the sound items."""
    return list(run(with_conditions(*conditions, **options), UNMARKED).findings)


def reviewed(day: str, settings: Settings = UNMARKED, **changes: str) -> list[Finding]:
    """Return what is found where the component was last reviewed on a day."""
    return list(run(sound_items(COM={"reviewed": day, **changes}), settings).findings)


def policy(*, interval_days: int = 365, types: tuple[str, ...] = ()) -> Settings:
    """Return the settings with another policy of reviews."""
    reviews = ReviewPolicy(interval_days=interval_days, types=types)
    return dataclasses.replace(UNMARKED, reviews=reviews)


# Suspect links -----------------------------------------------------------------------------


def test_target_that_has_changed_is_found_at_the_link() -> None:
    """The finding names the target, the day of the review and where the target stands."""
    (finding,) = suspect(broken("implements", "ELE"), reviewed="2018-01-15")
    assert (finding.check, finding.severity) == ("suspect-link", Severity.WARNING)
    assert (finding.item, finding.field) == ("COM", "implements")
    assert finding.location == Location("com.md", 5)
    assert finding.message.text == ("{target} has changed since {link} was reviewed on {reviewed}")
    assert str(finding.message.values["reviewed"]) == "2018-01-15"
    assert [related.location for related in finding.related] == [Location("ele.md", 1)]


@pytest.mark.parametrize("day", ["", "soon"])
def test_day_of_the_review_is_left_out_where_none_can_be_read(day: str) -> None:
    """A mark without a readable day is suspect all the same."""
    (finding,) = suspect(broken("implements", "ELE"), reviewed=day)
    assert finding.message.text == "{target} has changed since {link} was reviewed"


def test_each_changed_target_is_a_finding() -> None:
    """Two targets that have changed are two things to read."""
    found = suspect(
        broken("implements", "ELE"),
        sound("part_of", "PLAN"),
        broken("schedule", "PHASE"),
    )
    assert [(finding.field, finding.message.values["target"]) for finding in found] == [
        ("implements", "ELE"),
        ("schedule", "PHASE"),
    ]


def test_target_that_still_reads_as_it_did_is_not_found() -> None:
    """A mark that holds says that nothing of substance has changed."""
    assert suspect(sound("implements", "ELE")) == []


@pytest.mark.parametrize("text", ['status == "done"', MARK.replace("fingerprint", "other")])
def test_other_condition_that_fails_is_told_as_such(text: str) -> None:
    """A condition of the author's own is no review; it is quoted."""
    (finding,) = suspect(broken("implements", "ELE", text))
    assert finding.message.text == "{target} does not meet what {link} asks of it: {condition}"
    assert finding.message.values["condition"] == text


def test_condition_on_what_does_not_exist_is_left_to_the_dead_link() -> None:
    """There is nothing that could have changed."""
    found = suspect(broken("implements", "GONE"), implements="ELE, GONE")
    assert [finding.check for finding in found] == ["dead-link"]


# Overdue reviews ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "overdue"),
    [
        ("2017-01-30", True),
        ("2017-01-31", False),
        ("2018-01-31", False),
        ("2025-06-01", False),
        ("0001-01-01", True),
        ("9999-12-31", False),
        ("last year", False),
        ("2018-02-30", False),
    ],
)
def test_review_is_overdue_once_the_interval_has_passed(day: str, overdue: bool) -> None:  # noqa: FBT001
    """The last day of the interval is good, and so is any day after the as-of date."""
    found = reviewed(day)
    assert [(finding.check, finding.item, finding.location) for finding in found] == (
        [("overdue-review", "COM", Location("com.md", 11))] if overdue else []
    )


def test_interval_is_policy() -> None:
    """Where a review is good for longer, it is overdue later."""
    assert reviewed("2017-01-30", policy(interval_days=366)) == []
    (finding,) = reviewed("2018-01-30", policy(interval_days=0))
    assert finding.message.values["days"] == 0


def test_items_of_some_types_must_have_been_reviewed() -> None:
    """Policy names the types; their items without a day are found at their first line."""
    items = [*sound_items(), make_item("component", "ABROAD")]
    items[-1] = dataclasses.replace(items[-1], is_external=True)
    (finding,) = run(items, policy(types=("component",))).findings
    assert (finding.check, finding.item) == ("overdue-review", "COM")
    assert finding.location == Location("com.md", 1)
    assert reviewed("2018-01-15", policy(types=("component",))) == []


def test_project_without_the_field_has_no_overdue_review() -> None:
    """A role that the project does not have asks for nothing."""
    fields = dataclasses.replace(FieldRoles(), reviewed="")
    settings = dataclasses.replace(policy(types=("component",)), fields=fields)
    assert reviewed("1999-01-01", settings) == []


# What was reviewed -------------------------------------------------------------------------

RECORD = {"reviewed": "2018-01-15", "reviewer": "BODY"}


def stamped(**changes: str) -> list[Finding]:
    """Return what is found where the component has changed since it was reviewed.

    :param changes: The options that are written anew after the review.
    """
    (before,) = [item for item in sound_items(COM=RECORD) if item.id == "COM"]
    record = {**RECORD, "reviewed_content": content_mark(before, SETTINGS)}
    items = sound_items(COM={**record, **changes})
    checks = ("changed-since-review", "unmarked-review")
    return [finding for finding in run(items).findings if finding.check in checks]


def test_item_as_it_was_reviewed_is_sound() -> None:
    """The record itself, also a later one, is no change; nor is how far the item is."""
    assert stamped() == []
    assert stamped(reviewed="2018-01-20", reviewer="OTHER", former_ids="OLD", status="done") == []


@pytest.mark.parametrize(
    "changes",
    [
        {"owner": "OTHER"},
        {"owner": ""},
        {"owner_basis": "inferred"},
        {"period": "2018-03"},
        {"locator": "p. 9"},
        {"sources": "OTHER"},
        {"region": "south"},
        {"fingerprint": "00c0ffee"},
        {"inferred": "owner"},
    ],
)
def test_whatever_is_written_after_the_review_is_found(changes: dict[str, str]) -> None:
    """Text, owner, time, source, and how surely they are known: all of it was reviewed."""
    (finding,) = stamped(**changes)
    assert (finding.check, finding.severity) == ("changed-since-review", Severity.WARNING)
    assert (finding.item, finding.field) == ("COM", "reviewed_content")
    assert finding.message.values["reviewed"] == "2018-01-15"


def test_changed_title_or_type_is_found() -> None:
    """What no option tells is told by the item too."""
    (com,) = [item for item in sound_items(COM=RECORD) if item.id == "COM"]
    mark = content_mark(com, SETTINGS)
    for other in (
        dataclasses.replace(com, title="Another"),
        dataclasses.replace(com, type="plan"),
        dataclasses.replace(com, links={**com.links, "concerns": ("ELE",)}),
    ):
        assert content_mark(other, SETTINGS) != mark
    assert content_mark(dataclasses.replace(com, id="NEW"), SETTINGS) == mark


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reviewed": "2018-01-15"}, "reviewed"),
        ({"reviewer": "BODY"}, "reviewer"),
        (RECORD, "reviewed"),
    ],
)
def test_review_without_a_mark_is_found(changes: dict[str, str], field: str) -> None:
    """To take the mark away does not make the review cover what is written now."""
    found = [f for f in run(sound_items(COM=changes)).findings if f.check == "unmarked-review"]
    assert [(finding.item, finding.field) for finding in found] == [("COM", field)]
    assert not [f for f in run(sound_items(COM=changes), UNMARKED).findings if "review" in f.check]

"""What has changed since a snapshot: by what items say, not by where they stand."""

from __future__ import annotations

import dataclasses
import datetime as dt

from statutory.model.catalogue import Catalogue
from statutory.model.changes import Changes, changes_since, snapshot_of
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.snapshot import Snapshot, remember
from tests.builders import make_catalogue, make_item, sound_items


def ids(changes: Changes) -> tuple[list[str], list[str], list[str]]:
    """Return the identifiers of what is new, changed and removed."""
    return (
        [item.id for item in changes.added],
        [item.id for item in changes.changed],
        [id_ for id_, _ in changes.removed],
    )


def since(before: list[Item], after: list[Item]) -> tuple[list[str], list[str], list[str]]:
    """Return what has changed between two states of a project."""
    return ids(changes_since(make_catalogue(after), snapshot_of(make_catalogue(before))))


def test_nothing_has_changed_in_the_same_items() -> None:
    """The order of the files and the places of the items do not count."""
    moved = [
        dataclasses.replace(item, location=Location("else.md", 99), docname="else")
        for item in reversed(sound_items())
    ]
    assert since(sound_items(), moved) == ([], [], [])


def test_recorded_review_is_no_change() -> None:
    """Neither the day nor the reviewer nor the mark says anything of the matter."""
    record = {"reviewed": "2018-01-15", "reviewer": "BODY", "reviewed_content": "1a2b3c4d"}
    assert since(sound_items(), sound_items(COM=record)) == ([], [], [])
    assert since(sound_items(COM=record), sound_items()) == ([], [], [])


def test_snapshot_that_holds_the_review_is_understood() -> None:
    """Written before reviews were left out, it finds the same item unchanged."""
    items = sound_items(COM={"reviewed": "2018-01-15", "reviewer": "BODY"})
    catalogue = make_catalogue(items)
    old = Snapshot(
        as_of=dt.date(2018, 1, 31),
        items={item.id: remember(item, catalogue.region_of(item)) for item in items},
    )
    assert ids(changes_since(catalogue, old)) == ([], [], [])


def test_fields_links_titles_and_types_count() -> None:
    """Each is a change of the item that says it, and of no other."""
    for change in ({"period": "2019"}, {"owner": "OFFICE"}, {"title": "Another"}):
        assert since(sound_items(), sound_items(COM=change)) == ([], ["COM"], [])
    items = [item for item in sound_items() if item.id != "COM"]
    other = make_item("phase", "COM", period="2018")
    assert since(sound_items(), [*items, other]) == ([], ["COM"], [])


def test_new_and_removed_items_are_told() -> None:
    """What is gone is told as it was."""
    items = [item for item in sound_items() if item.id != "COM"]
    assert since(items, sound_items()) == (["COM"], [], [])
    changes = changes_since(make_catalogue(items), snapshot_of(make_catalogue(sound_items())))
    ((id_, was),) = changes.removed
    assert (id_, was.title, was.type, was.region) == ("COM", "Component COM", "component", "north")


def test_renamed_item_is_neither_new_nor_removed() -> None:
    """It has changed, and so has what links to it."""
    renamed = sound_items(COM={"former_ids": "OLD"})
    before = [dataclasses.replace(it, id="OLD") if it.id == "COM" else it for it in sound_items()]
    assert since(before, renamed) == ([], ["COM"], [])


def test_snapshot_is_of_the_projects_own_items_at_its_day() -> None:
    """Items of other projects change without anybody here."""
    own, foreign = make_item("actor", "A"), make_item("actor", "B")
    catalogue = make_catalogue([own, dataclasses.replace(foreign, is_external=True)])
    dated = dataclasses.replace(catalogue.settings, as_of=dt.date(2018, 1, 31))
    snapshot = snapshot_of(
        Catalogue(settings=dated, vocabulary=catalogue.vocabulary, items=catalogue.items)
    )
    assert (snapshot.as_of, list(snapshot.items)) == (dt.date(2018, 1, 31), ["A"])
    assert len(snapshot.items["A"].content) == 16

"""What has changed since a snapshot of the items."""

from __future__ import annotations

from dataclasses import dataclass

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.model.review_mark import review_record
from statutory.model.snapshot import Remembered, Snapshot, remember


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes:
    """What has changed, each in the order of its identifiers.

    :param added: The items that are new.
    :param changed: The items that say something else, by type, title, field, link or text.
    :param removed: The items that are gone, as they were.
    """

    added: tuple[Item, ...] = ()
    changed: tuple[Item, ...] = ()
    removed: tuple[tuple[str, Remembered], ...] = ()


def snapshot_of(catalogue: Catalogue) -> Snapshot:
    """Return the snapshot of a catalogue: its own items, at its as-of date.

    That an item has been reviewed is no change of it.
    """
    books = review_record(catalogue.settings)
    return Snapshot(
        as_of=catalogue.settings.as_of,
        items={
            item.id: remember(item, catalogue.region_of(item), books=books)
            for item in sorted(catalogue.own_items(), key=lambda item: item.id)
        },
    )


def _of_old(catalogue: Catalogue, id_: str) -> Remembered:
    """Return what snapshots kept of an item when they held its review too."""
    item = catalogue.items[id_]
    return remember(item, catalogue.region_of(item))


def changes_since(catalogue: Catalogue, before: Snapshot) -> Changes:
    """Return what has changed; an item that was renamed has changed, and is not gone.

    Snapshots of old hold the review of an item as a part of what it says.
    """
    names = {catalogue.current_ids.get(id_, id_): id_ for id_ in before.items}
    now = snapshot_of(catalogue).items
    added = [id_ for id_ in now if id_ not in names]
    changed = [
        id_
        for id_, item in now.items()
        if id_ in names
        and before.items[names[id_]].content not in (item.content, _of_old(catalogue, id_).content)
    ]
    return Changes(
        added=tuple(catalogue.items[id_] for id_ in added),
        changed=tuple(catalogue.items[id_] for id_ in changed),
        removed=tuple(
            (was, before.items[was]) for id_, was in sorted(names.items()) if id_ not in now
        ),
    )

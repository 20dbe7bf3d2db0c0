"""The items of an earlier release, kept so that pages can tell what has changed since."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from statutory.model.item import Item, frozen_mapping

VERSION = 1
"""The version of the file that holds a snapshot."""

TEXTS = ("title", "type", "region", "content")
"""What is kept of an item, as the file names it."""

_LENGTH = 16
"""The length of a digest of content, in hexadecimal digits."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Remembered:
    """An item as it was.

    :param content: The digest of what it said.
    """

    title: str
    type: str
    region: str
    content: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Snapshot:
    """The items of a release.

    :param as_of: The as-of date of the release.
    :param items: The items by their identifiers at that time.
    """

    as_of: dt.date
    items: Mapping[str, Remembered] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the mapping read-only."""
        object.__setattr__(self, "items", frozen_mapping(self.items))


def remember(item: Item, region: str, *, books: Collection[str] = ()) -> Remembered:
    """Return what is kept of an item.

    Its place is left out of the content, so that an item that is moved is the same. The
    text of an item counts where its fingerprint does.

    :param region: The region of the item.
    :param books: The fields and links that say nothing of the matter, such as when the item was
        reviewed, and are left out too.
    """
    fields = [pair for pair in sorted(item.fields.items()) if pair[0] not in books]
    links = [pair for pair in sorted(item.links.items()) if pair[0] not in books]
    said = [item.type, item.title, fields, links]
    digest = hashlib.sha256(json.dumps(said).encode()).hexdigest()
    return Remembered(title=item.title, type=item.type, region=region, content=digest[:_LENGTH])

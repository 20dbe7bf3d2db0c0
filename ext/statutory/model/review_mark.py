"""Review marks: what an item and the targets of its links said when the item was reviewed.

The mark of a link is a condition on its target, such as ``fingerprint.startswith("1a2b3c4d")``
with the project's name of the field. It holds no comma, since sphinx-needs takes every comma
for the end of a target. The mark of the item itself is a field with as many digits.
"""

from __future__ import annotations

import hashlib
import json
import re

from statutory.model.item import Item
from statutory.model.settings import Settings

DIGITS = 8
"""How many hexadecimal digits of a digest a mark holds."""

_MARK = re.compile(r"""(\w+)\.startswith\((["'])([0-9a-f]+)\2\)""")


def review_mark(field: str, fingerprint: str, *, quote: str = '"') -> str:
    """Return the mark of a link to an item with a fingerprint.

    :param field: The field that holds the fingerprint.
    :param quote: The quotation mark around the digits.
    """
    return f"{field}.startswith({quote}{fingerprint[:DIGITS]}{quote})"


def is_review_mark(condition: str, field: str) -> bool:
    """Say whether a condition is a review mark, and not another one of the author's."""
    match = _MARK.fullmatch(condition.strip())
    return match is not None and match[1] == field


def content_mark(item: Item, settings: Settings) -> str:
    """Return the mark of what an item says, in hexadecimal digits.

    All that it says counts, with its sources and how surely each thing is known; its text
    does where the project has a fingerprint of it. What the books say of the item does not:
    its identifiers, how far it is, and its reviews.
    """
    fields = settings.fields
    books = {fields.status, fields.former_ids, *review_record(settings)}
    said = [item.type, item.title, *_said(item, books)]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:DIGITS]


def has_changed(item: Item, settings: Settings) -> bool:
    """Say whether an item says something else than what its last review marked."""
    mark = item.value(settings.fields.reviewed_content)
    return bool(mark) and mark != content_mark(item, settings)


def lacks_mark(item: Item, settings: Settings) -> bool:
    """Say whether an item claims to be reviewed, but not what it said then."""
    fields, reviewer = settings.fields, settings.links.reviewer
    claims = item.value(fields.reviewed) or item.targets(reviewer)
    return bool(fields.reviewed_content and claims) and not item.value(fields.reviewed_content)


def review_record(settings: Settings) -> frozenset[str]:
    """Return the fields and the link in which a review of an item is recorded."""
    fields = settings.fields
    names = (fields.reviewed, fields.reviewed_content, settings.links.reviewer)
    return frozenset(filter(None, names))


def _said(item: Item, books: set[str]) -> list[list[object]]:
    """Return the fields and links of an item that count, each in the order of the names."""
    return [
        [[name, value] for name, value in sorted(values.items()) if name not in books]
        for values in (item.fields, item.links)
    ]

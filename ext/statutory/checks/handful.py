"""What a finding names of many items: a handful."""

from __future__ import annotations

from collections.abc import Sequence

from statutory.model.finding import Message, Related
from statutory.model.item import Item

HANDFUL = 5


def listed(items: Sequence[Item]) -> str:
    """Return the identifiers of a handful of items; dots stand for the rest."""
    names = [item.id for item in items[:HANDFUL]]
    return ", ".join(names if len(items) <= HANDFUL else [*names, "…"])


def places(items: Sequence[Item], text: str, *, field: str = "") -> list[Related]:
    """Return the places of a handful of items.

    :param text: What is to be said of each place.
    :param field: The option that the place is of; empty for the items' first lines.
    """
    return [Related(item.option_location(field), Message(text)) for item in items[:HANDFUL]]

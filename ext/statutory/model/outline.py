"""Places in sources: the headings of a source, and the place that an item names in it."""

from __future__ import annotations

from collections.abc import Iterable

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item

SEPARATOR = ";"


def outline_of(catalogue: Catalogue, source: Item) -> tuple[str, ...]:
    """Return the headings of a source in its own order; none where it lists none."""
    return listed_places(source.value(catalogue.settings.fields.outline))


def places_of(catalogue: Catalogue, item: Item) -> tuple[str, ...]:
    """Return the places that an item names in its sources."""
    return listed_places(item.value(catalogue.settings.fields.locator))


def listed_places(text: str) -> tuple[str, ...]:
    """Return the places of a list, each once."""
    return tuple(dict.fromkeys(place for part in text.split(SEPARATOR) if (place := part.strip())))


def heading_of(outline: Iterable[str], place: str) -> str:
    """Return the longest heading that a place begins with as whole words; empty for none."""
    fitting = (
        heading
        for heading in outline
        if place == heading or (place.startswith(heading) and not place[len(heading)].isalnum())
    )
    return max(fitting, key=len, default="")

"""Identifiers: how those of a project are built of a region, a kind and a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from statutory.model.item import Item
from statutory.views.cells import Cells

_PARTS = 3
"""How many parts an identifier has at least: the region, the kind and the name."""


def region_parts(cells: Cells) -> Mapping[str, str]:
    """Return how the identifiers of each region usually begin; empty where they differ."""
    return _parts(cells, 0, cells.catalogue.region_of)


def kind_parts(cells: Cells) -> Mapping[str, str]:
    """Return what usually names each type in the identifiers; empty where nothing does.

    A type without items has the prefix that the project gives it, where the prefixes of the
    other types stand in their identifiers.
    """
    types = cells.catalogue.vocabulary.types
    found = _parts(cells, 1, lambda item: item.type)
    if not all(types[kind].prefix == part for kind, part in found.items()):
        return found
    return {kind: prefix for kind, one in types.items() if found and (prefix := one.prefix)}


def new_id(cells: Cells, kind: str, region: str) -> str:
    """Return an identifier that no item has."""
    parts = (region_parts(cells).get(region, ""), kind_parts(cells).get(kind, ""))
    beginning = "-".join(parts) if all(parts) else ""
    name = cells.messages.text("EXAMPLE")
    new = f"{beginning}-{name}" if beginning else name
    number = 1
    taken = {*cells.catalogue.items, *cells.catalogue.declarations}
    while new in taken:
        number += 1
        new = f"{beginning}-{name}-{number}" if beginning else f"{name}-{number}"
    return new


def _parts(cells: Cells, place: int, key: Callable[[Item], str]) -> Mapping[str, str]:
    """Return what usually stands at a place of the identifiers, by a key of the items.

    Nothing is usual where the project does not build its identifiers of a region, a kind
    and a name.
    """
    counted: dict[str, Counter[str]] = {}
    for item in cells.catalogue.own_items():
        parts = item.id.split("-")
        if len(parts) >= _PARTS and key(item):
            counted.setdefault(key(item), Counter())[parts[place]] += 1
    return {name: usual(count) for name, count in sorted(counted.items())}


def usual(count: Counter[str]) -> str:
    """Return what comes most often, the first by its letters of those that tie."""
    return min(count, key=lambda text: (-count[text], text))

"""The order and the groups in which views show items and values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.views.cells import Cells

T = TypeVar("T")

_WITHOUT_TIME = "9999"


def as_written(items: Iterable[Item]) -> list[Item]:
    """Return items in the order in which the files give them: that of the law, of a source."""
    return sorted(items, key=lambda item: (item.location, item.id))


def beginning(catalogue: Catalogue, item: Item) -> str:
    """Return when an item begins, as text that sorts; what has no time comes last."""
    period = catalogue.period_of(item)
    return period.start.earliest.isoformat() if period else _WITHOUT_TIME


def grouped(things: Iterable[T], key: Callable[[T], str]) -> Mapping[str, list[T]]:
    """Return things by a key, the keys in the order in which they first come."""
    groups: dict[str, list[T]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return groups


def in_order(cells: Cells, field: str, values: Iterable[str]) -> list[str]:
    """Return values of a field in the order in which the vocabulary lists them, each once.

    Those that it does not list come last, in the order of their letters.
    """
    place = {value: index for index, value in enumerate(_listed(cells, field))}
    return sorted(set(values), key=lambda value: (place.get(value, len(place)), value))


def regions_in_order(cells: Cells, regions: Iterable[str]) -> list[str]:
    """Return regions in the order in which the vocabulary lists them, each once."""
    return in_order(cells, cells.settings.fields.region, regions)


def _listed(cells: Cells, field: str) -> Iterable[str]:
    """Return the values that a field may have, as the vocabulary or a type of it lists them."""
    vocabulary = cells.catalogue.vocabulary
    general = vocabulary.enumerations.get(field, ())
    of_types = (
        value
        for schemas in vocabulary.schemas.values()
        if field in schemas
        for value in schemas[field].allowed
    )
    return dict.fromkeys((*general, *of_types))

"""The order and the groups in which views show items and values."""

from __future__ import annotations

import re
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


def by_law(catalogue: Catalogue, legal: Iterable[Item]) -> list[Item]:
    """Return sections and acts act by act, the sections of an act by their numbers.

    Acts, and sections whose titles do not begin with a number, stay as they are written.
    """
    return sorted(
        as_written(legal),
        key=lambda item: (act_of(catalogue, item).location, _number(item.title)),
    )


def act_of(catalogue: Catalogue, legal: Item) -> Item:
    """Return the act that a section is of; the item itself where it is of none."""
    acts = catalogue.linked(legal, catalogue.settings.links.based_on)
    return next((act for act in acts if act.type in catalogue.settings.types.act), legal)


def _number(title: str) -> tuple[int, str]:
    """Return the number and the letter that a title begins with: 6, 13, 13 a, 35."""
    found = re.match(r"(\d+)\s*([a-z]\b)?", title.casefold())
    return (int(found[1]), found[2] or "") if found else (0, "")


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

"""The numbered items of a section, and the statutory elements that are written of them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item

_NUMBER = re.compile(r"[1-9][0-9]*", re.ASCII)
_DIGITS = 9


def numbered_items(catalogue: Catalogue, section: Item) -> int:
    """Return how many numbered items a section has; 0 where it names no number."""
    return _read(section.value(catalogue.settings.fields.numbered_items))


def number_of(catalogue: Catalogue, element: Item) -> int:
    """Return which numbered item of its section an element is; 0 where it names none."""
    return _read(element.value(catalogue.settings.fields.number))


def element_count(catalogue: Catalogue, section: Item) -> int:
    """Return how many elements a section says it has; 0 where it names no number."""
    return _read(section.value(catalogue.settings.fields.element_count))


def moment_of(catalogue: Catalogue, element: Item) -> str:
    """Return the moment of its section in which an element stands; empty where none is named."""
    return element.value(catalogue.settings.fields.moment)


def is_in_moments(catalogue: Catalogue, section: Item) -> bool:
    """Say whether a section has numbered items in several moments, each counted from one."""
    moments = {
        moment_of(catalogue, element)
        for element in elements_of(catalogue, section)
        if number_of(catalogue, element)
    }
    return len(moments) > 1


def numbered_elements(catalogue: Catalogue, section: Item) -> int:
    """Return how many of the numbered items of a section are written as elements."""
    written = {
        (moment_of(catalogue, element), number)
        for element in elements_of(catalogue, section)
        if (number := number_of(catalogue, element))
    }
    return len(written)


def has_all_items(catalogue: Catalogue, section: Item) -> bool:
    """Say whether a section names how many numbered items it has, and each is an element."""
    total = numbered_items(catalogue, section)
    if is_in_moments(catalogue, section):
        return 0 < total <= numbered_elements(catalogue, section)
    return bool(total) and not missing_numbers(catalogue, section)


def elements_of(catalogue: Catalogue, section: Item) -> tuple[Item, ...]:
    """Return the statutory elements that rest on a section, in order."""
    types = catalogue.settings.types.element
    based_on = catalogue.settings.links.based_on
    return tuple(item for item in catalogue.linking(section, based_on) if item.type in types)


def missing_numbers(
    catalogue: Catalogue, section: Item, *, besides: Iterable[int] = ()
) -> tuple[range, ...]:
    """Return the numbers of a section that none of its elements has, as ranges in order.

    :param besides: Numbers that are not missed, though no element of the section has them.
    """
    total = numbered_items(catalogue, section)
    known = {number_of(catalogue, element) for element in elements_of(catalogue, section)}
    written = sorted(number for number in known.union(besides) if number <= total)
    ends = itertools.pairwise([0, *written, total + 1])
    gaps = (range(before + 1, after) for before, after in ends)
    return tuple(gap for gap in gaps if gap)


def _read(text: str) -> int:
    """Return a whole number from one up, cut to what no section has; 0 for any other text."""
    return int(text[:_DIGITS]) if _NUMBER.fullmatch(text) else 0

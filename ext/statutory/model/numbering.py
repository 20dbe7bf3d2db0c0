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

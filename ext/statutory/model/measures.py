"""Measures of coverage: how much of what is demanded is stated, by region."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from statutory.model.catalogue import Catalogue
from statutory.model.coverage import Coverage, State, answering_regions
from statutory.model.item import Item

MEASURES = ("implementation", "owner", "preparer", "timeline", "source")
"""What can be measured, as gates name it."""

EVERYWHERE = "all"
"""The gate that measures all regions together."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """One thing that is demanded of an item, and how it is known.

    :param names: The fields and links that would tell it.
    :param region: The region that has to answer, where only one has to.
    """

    item: Item
    state: State
    names: tuple[str, ...]
    region: str = ""


def measured(coverage: Coverage, measure: str, region: str) -> Iterator[Measured]:
    """Yield what counts for a measure, in the order of the identifiers.

    The implementation counts the statutory elements, each once for every region that has
    to answer for it. Any other measure counts the items of the types that policy demands it
    of. A link that the project does not have demands nothing.

    :param region: The region that the gate is of, or ``EVERYWHERE``.
    """
    catalogue = coverage.catalogue
    if measure == "implementation":
        yield from _implementation(coverage, region)
        return
    names = _names(catalogue, measure)
    for item in _demanded(catalogue, measure):
        if names and region in {EVERYWHERE, catalogue.region_of(item)}:
            yield Measured(item=item, state=coverage.state(item, names[0]), names=names)


def _implementation(coverage: Coverage, region: str) -> Iterator[Measured]:
    catalogue = coverage.catalogue
    link = catalogue.settings.links.implements
    for element in catalogue.taken_over(catalogue.settings.types.element if link else ()):
        for answering in answering_regions(catalogue, element):
            if region in {EVERYWHERE, answering}:
                state = coverage.implementation(element, answering)
                yield Measured(item=element, state=state, names=(link,), region=answering)


def _demanded(catalogue: Catalogue, measure: str) -> Iterator[Item]:
    """Yield the items that a measure is demanded of."""
    required = catalogue.settings.required
    if measure == "source":
        exempt = required.without_source
        return (item for item in catalogue.own_items() if item.type not in exempt)
    types = {
        "owner": required.owner,
        "preparer": required.preparer,
        "timeline": required.timeline,
    }
    return catalogue.of_types(types[measure])


def _names(catalogue: Catalogue, measure: str) -> tuple[str, ...]:
    """Return the fields and links that tell a measure; none the project does not have."""
    fields, links = catalogue.settings.fields, catalogue.settings.links
    names = {
        "owner": (links.owner,),
        "preparer": (links.preparer,),
        "timeline": (fields.period, links.schedule),
        "source": (links.sources,),
    }
    return tuple(name for name in names[measure] if name)

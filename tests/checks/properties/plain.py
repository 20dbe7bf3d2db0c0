"""A catalogue read plainly: every question is answered by looking at all the items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from statutory.checks import run_checks
from statutory.model.catalogue import Catalogue
from statutory.model.item import Item

References = dict[str, Callable[[Catalogue], Iterable[str]]]
"""The slow readings by check; each gives the items that are found."""


def own(catalogue: Catalogue, *types: str) -> Iterator[Item]:
    """Yield the project's own items of some types; of none named, all."""
    for item in catalogue.items.values():
        if not item.is_external and (not types or item.type in types):
            yield item


def to(catalogue: Catalogue, item: Item, *links: str) -> list[Item]:
    """Return the items that some links lead to."""
    ids = [id_ for link in links for id_ in item.links.get(link, ())]
    return [catalogue.items[id_] for id_ in ids if id_ in catalogue.items]


def coming(catalogue: Catalogue, item: Item, *links: str) -> list[Item]:
    """Return the items from which some links lead to an item."""
    return [
        other
        for other in catalogue.items.values()
        if any(item.id in other.links.get(link, ()) for link in links)
    ]


def onward(item: Item, step: Callable[[Item], Iterable[Item]]) -> dict[str, Item]:
    """Return an item and all that is reached from it, by identifier."""
    found = {item.id: item}
    while True:
        further = {new.id: new for old in found.values() for new in step(old)}
        if further.keys() <= found.keys():
            return found
        found = {**further, **found}


def leads_nowhere(catalogue: Catalogue, item: Item, link: str) -> bool:
    """Say whether a target of a link does not exist."""
    return any(id_ not in catalogue.items for id_ in item.links.get(link, ()))


def found_by(catalogue: Catalogue, checks: Iterable[str]) -> dict[str, list[str]]:
    """Return the items that each of some checks finds something on, each once."""
    found: dict[str, set[str]] = {check: set() for check in checks}
    for finding in run_checks(catalogue).findings:
        if finding.check in found and finding.item:
            found[finding.check].add(finding.item)
    return {check: sorted(items) for check, items in found.items()}


def expected_by(catalogue: Catalogue, references: References) -> dict[str, list[str]]:
    """Return the items that each of some slow readings finds, each once."""
    return {check: sorted(set(read(catalogue))) for check, read in references.items()}

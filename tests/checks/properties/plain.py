"""A catalogue read plainly: every question is answered by looking at all the items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from statutory.checks import run_checks
from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.model.relations import RELATIONS, STANDS_IN
from statutory.model.roles import TypeRoles
from tests.builders import TARGET_TYPES

References = dict[str, Callable[[Catalogue], Iterable[str]]]
"""The slow readings by check; each gives the items that are found."""


def own(catalogue: Catalogue, *types: str) -> Iterator[Item]:
    """Yield the project's own items of some types; of none named, all."""
    for item in catalogue.items.values():
        if not item.is_external and (not types or item.type in types):
            yield item


def counts(catalogue: Catalogue, item: Item, link: str, other: Item) -> bool:
    """Say whether both ends of a link are of types that it is meant for."""
    relation, types = RELATIONS[link], catalogue.settings.types
    return (
        other.type in (TARGET_TYPES.get(link) or (other.type,))
        and may_stand(types, item.type, relation.start, relation.never_start)
        and may_stand(types, other.type, relation.end, relation.never_end)
    )


def may_stand(types: TypeRoles, type_: str, roles: Iterable[str], never: Iterable[str]) -> bool:
    """Say whether a type may stand at an end; a role without types has those of another."""
    playing = [getattr(types, role) or getattr(types, STANDS_IN.get(role, role)) for role in roles]
    if playing and all(playing):
        return any(type_ in some for some in playing)
    return not any(type_ in getattr(types, role) for role in never)


def to(catalogue: Catalogue, item: Item, *links: str) -> list[Item]:
    """Return the items that some links lead to, as far as they count."""
    return [
        catalogue.items[id_]
        for link in links
        for id_ in item.links.get(link, ())
        if id_ in catalogue.items and counts(catalogue, item, link, catalogue.items[id_])
    ]


def coming(catalogue: Catalogue, item: Item, *links: str) -> list[Item]:
    """Return the items from which some links lead to an item, as far as they count."""
    return [
        other
        for other in catalogue.items.values()
        if any(item in to(catalogue, other, link) for link in links)
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
    """Say whether a target of a link does not exist, or is one that it cannot have."""
    return len(to(catalogue, item, link)) < len(item.links.get(link, ()))


def lacks(catalogue: Catalogue, item: Item, link: str) -> bool:
    """Say whether nothing is named by a link, nor what it cannot have."""
    return not (to(catalogue, item, link) or leads_nowhere(catalogue, item, link))


def is_dead(catalogue: Catalogue, item: Item, link: str) -> bool:
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

"""Ownership: who answers for an item, and who does the work."""

from __future__ import annotations

from collections.abc import Iterator

from statutory.checks.registry import READ_RIGHT, Problem, check, of_item
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Severity


@check(
    "missing-owner",
    severity=Severity.ERROR,
    requires=READ_RIGHT,
    gap=True,
    why="What belongs to nobody is not done; the law lays the strategy on a named body.",
    remedy="Name the role or body that answers for the item, and how it is known; where no "
    "source names one, record a gap for the link.",
)
def missing_owner(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items that name nobody who answers for them."""
    link = catalogue.settings.links.owner
    for item in catalogue.of_types(catalogue.settings.required.owner):
        if not item.targets(link):
            yield of_item(item, "no owner: the link {link} is missing", field=link, link=link)


@check(
    "missing-preparer",
    severity=Severity.WARNING,
    requires=READ_RIGHT,
    gap=True,
    why="The owner that the law names decides; who does the work is another matter.",
    remedy="Name the role or group that prepares the item; where no source names one, record "
    "a gap for the link.",
)
def missing_preparer(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items of which nobody is named as the preparer."""
    link = catalogue.settings.links.preparer
    for item in catalogue.of_types(catalogue.settings.required.preparer):
        if not item.targets(link):
            yield of_item(item, "no preparer: the link {link} is missing", field=link, link=link)


@check(
    "inferred-owner",
    severity=Severity.NOTE,
    why="An owner that no source and no law names is a reading of the editors and has to be "
    "confirmed.",
    remedy="Have the owner confirmed and state the source; until then the coverage of the "
    "item is inferred.",
)
def inferred_owner(catalogue: Catalogue) -> Iterator[Problem]:
    """Find owners that are inferred, not stated."""
    link = catalogue.settings.links.owner
    for item in catalogue.of_types(catalogue.settings.required.owner):
        if item.targets(link) and catalogue.is_inferred(item, link):
            yield of_item(
                item,
                "the owner {owner} is inferred, not stated",
                field=link,
                owner=", ".join(item.targets(link)),
            )

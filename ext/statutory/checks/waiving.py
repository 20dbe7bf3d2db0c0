"""What waivers are for, and which of them hold.

A waiver silences only while it is sound: its check exists, it has a reason, somebody who
does not own the item has approved it, and its last day has not passed. Instead of items
it may name a pattern of identifiers, which stays within the region of the waiver.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from statutory.checks.registry import CHECKS, current_name
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Finding
from statutory.model.item import Item
from statutory.model.period import read_day


def waivers_of(catalogue: Catalogue) -> Iterator[Item]:
    """Yield the waivers, in the order of their identifiers."""
    return catalogue.of_types(catalogue.settings.types.waiver)


def sound_waivers(catalogue: Catalogue) -> Iterator[Item]:
    """Yield the waivers that silence: sound in every way that the checks of waivers ask for."""
    settings = catalogue.settings
    for waiver in waivers_of(catalogue):
        day = last_day(catalogue, waiver)
        if (
            check_of(catalogue, waiver) in CHECKS
            and waiver.value(settings.fields.waiver_reason)
            and day is not None
            and day >= settings.waiver_day
            and catalogue.linked(waiver, settings.links.waiver_approver)
            and not flaw_of_pattern(catalogue, waiver)
            and not any(
                approving_owners(catalogue, waiver, item) for item in covered(catalogue, waiver)
            )
        ):
            yield waiver


def check_of(catalogue: Catalogue, waiver: Item) -> str:
    """Return the check that a waiver silences, by the name that it has now."""
    return current_name(waiver.value(catalogue.settings.fields.waiver_check))


def covered(catalogue: Catalogue, waiver: Item) -> tuple[Item, ...]:
    """Return the items that a waiver is for: those that it names, and its pattern's."""
    named = catalogue.linked(waiver, catalogue.settings.links.waiver_target)
    by_id = {item.id: item for item in (*named, *matched(catalogue, waiver))}
    return tuple(by_id.values())


def matched(catalogue: Catalogue, waiver: Item) -> tuple[Item, ...]:
    """Return the items of a waiver's own region that its pattern matches, in order."""
    pattern = waiver.value(catalogue.settings.fields.waiver_pattern)
    if not pattern or catalogue.is_national(waiver):
        return ()
    region = catalogue.region_of(waiver)
    return tuple(
        item for item in _matching(catalogue, pattern) if catalogue.region_of(item) == region
    )


def _matching(catalogue: Catalogue, pattern: str) -> Iterator[Item]:
    """Yield the items that a pattern matches; what is wrong with waivers is not waived."""
    waivers = catalogue.settings.types.waiver
    for item in catalogue.like(pattern):
        if not item.is_external and item.type not in waivers:
            yield item


def flaw_of_pattern(catalogue: Catalogue, waiver: Item) -> str:
    """Return what is wrong with the pattern of a waiver; empty where nothing is."""
    pattern = waiver.value(catalogue.settings.fields.waiver_pattern)
    if not pattern or matched(catalogue, waiver):
        return ""
    if catalogue.is_national(waiver):
        return "the pattern {pattern} is of no region: a pattern stays within one"
    if any(_matching(catalogue, pattern)):
        return "the pattern {pattern} matches items of other regions only, none of {place}"
    return "the pattern {pattern} matches no item of {place}"


def may_answer(catalogue: Catalogue, waiver: Item, finding: Finding) -> bool:
    """Say whether a waiver may speak for the region that has to answer for a finding."""
    return finding.region in {"", catalogue.region_of(waiver)} or catalogue.is_national(waiver)


def approving_owners(catalogue: Catalogue, waiver: Item, item: Item) -> list[str]:
    """Return the owners of an item that approve its waiver, in order."""
    links = catalogue.settings.links
    return sorted({*waiver.targets(links.waiver_approver)} & {*item.targets(links.owner)})


def last_day(catalogue: Catalogue, waiver: Item) -> dt.date | None:
    """Return the last day on which a waiver holds, or ``None`` where no day is written."""
    return read_day(waiver.value(catalogue.settings.fields.waiver_expiry))


def days_left(catalogue: Catalogue, waiver: Item) -> int | None:
    """Return the days until the last day of a waiver, or ``None`` where it has none.

    They are counted from the day of the check; once the last day has passed, they are below 0.
    """
    day = last_day(catalogue, waiver)
    return None if day is None else (day - catalogue.settings.waiver_day).days


def ends_soon(catalogue: Catalogue, waiver: Item) -> bool:
    """Say whether a waiver has ended, or ends so soon that policy wants to be told."""
    left = days_left(catalogue, waiver)
    return left is not None and left <= catalogue.settings.expiring_days

"""Preparation: when what is decided is prepared, and in which steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.model.reach import followed, reached
from statutory.model.terms import sound_period


@dataclass(frozen=True, kw_only=True, slots=True)
class Preparation:
    """When something is prepared.

    :param of: What is prepared, or the procedure in which it is.
    :param first: The step of it that can begin first.
    :param begins: The first day on which it can begin.
    :param earlier: What comes before a step of it, or before the schedule of one.
    """

    of: Item
    first: Item
    begins: dt.date
    earlier: frozenset[str]


def preparation_of(catalogue: Catalogue, id_: str) -> Preparation | None:
    """Return when an item is prepared; ``None`` where it is not known of every step."""
    item = catalogue.items[id_]
    is_prepared = item.type in catalogue.settings.types.prepared
    steps = (item,) if is_prepared else tuple(_preparing_parts(catalogue, item))
    begins = []
    for step in steps:
        period = sound_period(catalogue, step)
        if period is None:
            return None
        begins.append((period.start.earliest, step.id))
    if not begins:
        return None
    day, first = min(begins)
    return Preparation(
        of=item, first=catalogue.items[first], begins=day, earlier=_leading_to(catalogue, steps)
    )


def _preparing_parts(catalogue: Catalogue, procedure: Item) -> Iterator[Item]:
    """Yield the parts of a procedure that prepare and do not decide."""
    links = catalogue.settings.links
    for part in parts(catalogue, procedure):
        if part.targets(links.preparer) and not decides(catalogue, part):
            yield part


def _leading_to(catalogue: Catalogue, steps: Iterable[Item]) -> frozenset[str]:
    """Return what comes before some steps, or before the schedule of one."""
    links = catalogue.settings.links
    begun = [item for step in steps for item in (step, *catalogue.linked(step, links.schedule))]
    earlier = followed(begun, lambda item: catalogue.linked(item, links.predecessor))
    return frozenset(item.id for item in earlier)


def decides(catalogue: Catalogue, item: Item) -> bool:
    """Say whether an item is a decision or has a decider."""
    settings = catalogue.settings
    return item.type in settings.types.decision or bool(item.targets(settings.links.decider))


def time_option(catalogue: Catalogue, item: Item) -> str:
    """Return the field or link that gives an item its time."""
    settings = catalogue.settings
    return settings.fields.period if item.value(settings.fields.period) else settings.links.schedule


def parts(catalogue: Catalogue, whole: Item) -> tuple[Item, ...]:
    """Return the parts of an item and their parts, in the order of their identifiers."""
    link = catalogue.settings.links.part_of
    return reached(whole, lambda item: catalogue.linking(item, link))


def wholes(catalogue: Catalogue, part: Item) -> tuple[Item, ...]:
    """Return what an item is part of, and so on, in the order of their identifiers."""
    link = catalogue.settings.links.part_of
    return reached(part, lambda item: catalogue.linked(item, link))

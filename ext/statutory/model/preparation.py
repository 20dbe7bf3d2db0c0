"""Preparation: when what is decided is prepared, and in which steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.model.reach import folded, followed, reached
from statutory.model.terms import sound_period


@dataclass(frozen=True, kw_only=True, slots=True)
class Preparation:
    """When something is prepared.

    :param of: What is prepared, or the procedure in which it is.
    :param first: The step of it that can begin first.
    :param begins: The first day on which it can begin.
    """

    of: Item
    first: Item
    begins: dt.date


@dataclass(frozen=True, slots=True)
class _Steps:
    """Of some steps the two that can begin first, and two whose time is not known.

    Two are enough to tell of a procedure what is true without itself.
    """

    first: tuple[tuple[dt.date, str], ...] = ()
    unknown: tuple[str, ...] = ()


class Preparations:
    """When all that is decided is prepared, made ready once for any number of questions."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Look at each item and each of its parts once."""
        self._catalogue = catalogue
        part_of = catalogue.settings.links.part_of
        items = catalogue.items.values()
        self._parts = {it.id: [part.id for part in catalogue.linking(it, part_of)] for it in items}
        own = {item.id: self._step(item) for item in items if self._prepares(item)}
        self._steps = folded(self._parts, own, _first_of_all)

    def of(self, id_: str) -> Preparation | None:
        """Return when an item is prepared; ``None`` where it is not known of every step."""
        item = self._catalogue.items[id_]
        if item.type in self._catalogue.settings.types.prepared:
            steps = self._step(item)
        else:
            steps = self._steps_of_parts(item)
        if steps.unknown or not steps.first:
            return None
        day, first = steps.first[0]
        return Preparation(of=item, first=self._catalogue.items[first], begins=day)

    def earlier(self, id_: str) -> frozenset[str]:
        """Return what comes before a step of a preparation, or before the schedule of one."""
        links = self._catalogue.settings.links
        item = self._catalogue.items[id_]
        steps: tuple[Item, ...] = (item,)
        if item.type not in self._catalogue.settings.types.prepared:
            parts = reached(item, lambda it: self._catalogue.linking(it, links.part_of))
            steps = tuple(filter(self._prepares, parts))
        begun = [
            it for step in steps for it in (step, *self._catalogue.linked(step, links.schedule))
        ]
        earlier = followed(begun, lambda it: self._catalogue.linked(it, links.predecessor))
        return frozenset(it.id for it in earlier)

    def _prepares(self, item: Item) -> bool:
        """Say whether an item prepares and does not decide."""
        return is_prepared(self._catalogue, item) and not decides(self._catalogue, item)

    def _step(self, item: Item) -> _Steps:
        period = sound_period(self._catalogue, item)
        if period is None:
            return _Steps(unknown=(item.id,))
        return _Steps(first=((period.start.earliest, item.id),))

    def _steps_of_parts(self, procedure: Item) -> _Steps:
        """Return the steps of a procedure without itself, which a circle leads back to."""
        known = [self._steps[id_] for id_ in self._parts[procedure.id] if id_ in self._steps]
        steps = _first_of_all(known)
        return _Steps(
            tuple(step for step in steps.first if step[1] != procedure.id),
            tuple(id_ for id_ in steps.unknown if id_ != procedure.id),
        )


def _first_of_all(parts: Iterable[_Steps]) -> _Steps:
    """Return the two first and the two unknown steps of several."""
    several = tuple(parts)
    first = {step for part in several for step in part.first}
    unknown = {id_ for part in several for id_ in part.unknown}
    return _Steps(tuple(sorted(first)[:2]), tuple(sorted(unknown)[:2]))


def decides(catalogue: Catalogue, item: Item) -> bool:
    """Say whether an item is a decision or has a decider."""
    settings = catalogue.settings
    return item.type in settings.types.decision or not catalogue.lacks(
        item, settings.links.decider, role="decider"
    )


def is_prepared(catalogue: Catalogue, item: Item) -> bool:
    """Say whether an item has a preparer."""
    return not catalogue.lacks(item, catalogue.settings.links.preparer, role="preparer")


def time_option(catalogue: Catalogue, item: Item) -> str:
    """Return the field or link that gives an item its time."""
    settings = catalogue.settings
    return settings.fields.period if item.value(settings.fields.period) else settings.links.schedule

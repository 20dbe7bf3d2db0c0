"""Bounds: the wholes in whose time all that belongs to them has to lie."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from statutory.model.catalogue import Catalogue
from statutory.model.circles import connected_parts
from statutory.model.item import Item
from statutory.model.period import Period
from statutory.model.reach import gathered


@dataclass(frozen=True, slots=True)
class _Limits:
    """The narrowest bounds ahead: the latest beginning and the earliest end of them."""

    begin: dt.date = dt.date.min
    end: dt.date = dt.date.max

    def narrowed(self, begin: dt.date, end: dt.date) -> _Limits:
        return _Limits(max(self.begin, begin), min(self.end, end))

    def hold(self, time: Period) -> bool:
        """Say whether a time can lie within all bounds ahead, so that none has to be asked."""
        begin = min(time.start.latest, time.end.latest)
        end = max(time.start.earliest, time.end.earliest)
        return self.begin <= begin and end <= self.end


class Bounds:
    """The wholes of some types, made ready once for any number of questions.

    A whole without a time passes the question on to its own whole. Where a whole itself
    breaks the bound of a greater one, that is its own fault and not one of its parts. So a
    greater whole can be broken only if it is narrower than the whole before it, which the
    vagueness of times allows; :class:`_Limits` tells where the way leads to no such whole.

    :param types: The types of the wholes that bound what belongs to them.
    """

    def __init__(self, catalogue: Catalogue, types: Collection[str]) -> None:
        """Look at each whole and each of its links once."""
        self._catalogue = catalogue
        self._wholes = {item.id: item for item in catalogue.items.values() if item.type in types}
        self._times = {
            id_: time
            for id_, whole in self._wholes.items()
            if (time := bounding_time(catalogue, whole)) is not None
        }
        passed_on = {
            id_: [] if id_ in self._times else self._parents(whole)
            for id_, whole in self._wholes.items()
        }
        self._reached = gathered(passed_on, {id_: id_ for id_ in self._times})
        ahead = {id_: self._nearest(self._wholes[id_]) for id_ in self._times}
        self._ahead: Mapping[str, list[str]] = ahead
        self._limits = self._limits_ahead()

    def broken(self, item: Item, time: Period) -> Iterator[tuple[Item, Period]]:
        """Yield the wholes in whose time an item cannot lie, with that time, nearest first.

        :param time: The time of the item, which is not reversed.
        """
        ways: deque[tuple[Period | None, str]] = deque((None, id_) for id_ in self._nearest(item))
        passed, broken = {item.id}, {item.id}
        while ways:
            inner, id_ = ways.popleft()
            bound = self._times[id_]
            if bound.can_contain(time):
                if id_ not in passed and not self._limits[id_].hold(time):
                    ways.extend((bound, further) for further in self._ahead[id_])
                passed.add(id_)
            elif id_ not in broken and (inner is None or bound.can_contain(inner)):
                broken.add(id_)
                yield self._wholes[id_], bound

    def _parents(self, item: Item) -> list[str]:
        """Return the wholes that an item is part of, as it names them."""
        link = self._catalogue.settings.links.part_of
        return [id_ for id_ in item.targets(link) if id_ in self._wholes]

    def _nearest(self, item: Item) -> list[str]:
        """Return the first wholes with a time on each way from an item, by identifier."""
        return sorted(set().union(*(self._reached[id_] for id_ in self._parents(item))))

    def _limits_ahead(self) -> Mapping[str, _Limits]:
        """Return the limits of what lies within each whole; those in a circle share theirs."""
        limits: dict[str, _Limits] = {}
        for part in connected_parts(self._ahead):
            narrowest = _Limits()
            for id_ in part:
                time = self._times[id_]
                for further in self._ahead[id_]:
                    bound = self._times[further]
                    if further not in part:
                        known = limits[further]
                        narrowest = narrowest.narrowed(known.begin, known.end)
                    if not bound.can_contain(time):
                        continue
                    if bound.start.earliest > time.start.earliest:
                        narrowest = narrowest.narrowed(bound.start.earliest, dt.date.max)
                    if bound.end.latest < time.end.latest:
                        narrowest = narrowest.narrowed(dt.date.min, bound.end.latest)
            limits.update(dict.fromkeys(part, narrowest))
        return limits


def bounding_field(catalogue: Catalogue, whole: Item) -> str:
    """Return the field whose time bounds that of the parts of a whole: of an actor its term."""
    fields = catalogue.settings.fields
    return fields.term if whole.type in catalogue.settings.types.actor else fields.period


def bounding_time(catalogue: Catalogue, whole: Item) -> Period | None:
    """Return the time that bounds the parts of a whole; ``None`` for none that can be true."""
    time = catalogue.read(whole.value(bounding_field(catalogue, whole)))
    return None if time is None or time.is_reversed else time

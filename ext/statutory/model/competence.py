"""Competence: when a decision is made, and whether a provision can give the power for it."""

from __future__ import annotations

import dataclasses
import datetime as dt

from statutory.model.catalogue import Catalogue
from statutory.model.force import Forces, is_not_in_force
from statutory.model.item import Item
from statutory.model.period import Period, Span
from statutory.model.reach import gathered
from statutory.model.terms import sound_period


def time_of_decision(catalogue: Catalogue, item: Item) -> Period | None:
    """Return the time at which an item is decided on; ``None`` where it is not known.

    The period of what is prepared is that of preparing: it is decided on then or later.
    """
    period = sound_period(catalogue, item)
    if period is None or item.type not in catalogue.settings.types.prepared:
        return period
    return dataclasses.replace(period, end=Span(period.start.earliest, dt.date.max))


def is_decided(catalogue: Catalogue, item: Item) -> bool:
    """Say whether an item has certainly been decided on by the as-of date."""
    settings = catalogue.settings
    if item.value(settings.fields.status) in settings.values.done:
        return True
    when = time_of_decision(catalogue, item)
    if when is None:
        return item.type in settings.types.decision
    return when.end.latest <= settings.as_of


class Competence:
    """Which provisions can give the power to decide, made ready once for many questions."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Look at each provision and each of its links once."""
        self._catalogue = catalogue
        self._forces = Forces(catalogue)
        link = catalogue.settings.links.based_on
        ahead: dict[str, tuple[str, ...]] = {}
        ends: dict[str, str] = {}
        for item in catalogue.items.values():
            bases = [base.id for base in catalogue.linked(item, link)]
            if is_not_in_force(catalogue, item):
                ends[item.id], bases = _STOPPED, []
            elif not bases or catalogue.strays(item, link):
                ends[item.id] = _FREE
            ahead[item.id] = tuple(bases)
        self._ends = gathered(ahead, ends)

    def can_be_given(self, provision: Item, item: Item) -> bool:
        """Say whether a provision can give the power to decide on an item.

        It cannot if it is in force at another time. A bill gives no power for a decision that
        has been made; one that is still to come may wait for it.
        """
        when, forces = time_of_decision(self._catalogue, item), self._forces.of(provision)
        if when and forces and not any(force.can_overlap(when) for _, force in forces):
            return False
        return not is_decided(self._catalogue, item) or self._can_be_in_force(provision)

    def _can_be_in_force(self, provision: Item) -> bool:
        """Say whether a provision is in force, as far as known, and so one of the acts it is of.

        An act is one that rests on nothing else, or on what does not exist. Provisions that
        rest on each other alone may be in force.
        """
        ends = self._ends[provision.id]
        return _FREE in ends or _STOPPED not in ends


_FREE, _STOPPED = "free", "stopped"

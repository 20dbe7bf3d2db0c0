"""Competence: when a decision is made, and whether a provision can give the power for it."""

from __future__ import annotations

import dataclasses
import datetime as dt

from statutory.model.catalogue import Catalogue
from statutory.model.force import times_in_force
from statutory.model.item import Item
from statutory.model.period import Period, Span
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


def can_give_competence(catalogue: Catalogue, provision: Item, item: Item) -> bool:
    """Say whether a provision can give the power to decide on an item.

    It cannot if it is in force at another time. A bill gives no power for a decision that has
    been made; one that is still to come may wait for it.
    """
    when, forces = time_of_decision(catalogue, item), times_in_force(catalogue, provision)
    if when and forces and not any(force.can_overlap(when) for _, force in forces):
        return False
    return not is_decided(catalogue, item) or _can_be_in_force(catalogue, provision)


def _can_be_in_force(catalogue: Catalogue, provision: Item) -> bool:
    """Say whether a provision is in force, as far as known, and so one of the acts it is of.

    An act is one that rests on nothing else, or on what does not exist. Provisions that rest
    on each other alone may be in force.
    """
    link = catalogue.settings.links.based_on
    seen, ahead, is_stopped = {provision.id}, [provision], False
    while ahead:
        law = ahead.pop()
        if _is_not_in_force(catalogue, law):
            is_stopped = True
            continue
        bases = catalogue.linked(law, link)
        if not bases or len(bases) < len(law.targets(link)):
            return True
        ahead += [basis for basis in bases if basis.id not in seen]
        seen |= {basis.id for basis in bases}
    return not is_stopped


def _is_not_in_force(catalogue: Catalogue, law: Item) -> bool:
    settings = catalogue.settings
    return law.value(settings.fields.legal_state) in settings.values.not_in_force

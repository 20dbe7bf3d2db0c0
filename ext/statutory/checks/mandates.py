"""Mandates: whether those who own or decide may do so at that time, and who takes over."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from statutory.checks.handful import HANDFUL, listed, places
from statutory.checks.registry import READ_RIGHT, Problem, check, of_item
from statutory.model.catalogue import Catalogue
from statutory.model.competence import Competence, time_of_decision
from statutory.model.finding import Message, Related, Severity
from statutory.model.item import Item
from statutory.model.period import Period
from statutory.model.terms import (
    Side,
    Succession,
    begins_too_late,
    has_known_end,
    holders,
    is_open,
    is_over_before_end,
    sound_period,
    sound_term,
    uncovered,
)

_TIMES = ("unreadable-period", "reversed-period")

_UNCOVERED = {
    Side.BEGINNING: "its time {time} begins before the term of its owner: {owners}",
    Side.MIDDLE: "its time {time} is not covered by the terms of its owners: {owners}",
    Side.END: "its time {time} goes on after the term of its owner: {owners}",
}


@check(
    "owner-term-ended",
    severity=Severity.ERROR,
    requires=_TIMES,
    why="A body that does not exist cannot answer for anything: outside its term the item "
    "belongs to nobody.",
    remedy="Name the owner that is there at the time, or the successor that takes the duties "
    "over; or mend the time or the term that is wrong.",
    identified_by=(),
)
def owner_term_ended(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items whose owner is not there for the whole of their time."""
    link, held = catalogue.settings.links.owner, Succession(catalogue)
    for item in catalogue.of_types(catalogue.settings.required.owner):
        time = sound_period(catalogue, item)
        owners = catalogue.linked(item, link, role="owner")
        terms = held.terms(owners)
        if time is None or not terms or catalogue.strays(item, link):
            continue  # An owner or a successor that is not known, or its term, may cover it.
        side = uncovered(time, terms)
        if side is not None:
            some = itertools.islice(holders(catalogue, owners), HANDFUL + 1)
            actors = [actor for actor, _ in some]
            named = [f"{actor.id} ({_term(catalogue, actor)})" for actor in actors[:HANDFUL]]
            yield of_item(
                item,
                _UNCOVERED[side],
                field=link,
                time=time.text,
                owners=", ".join(named if len(actors) <= HANDFUL else [*named, "…"]),
                members=[owner.id for owner in owners],
                related=[_place_of_term(catalogue, actor) for actor in actors[:HANDFUL]],
            )


@check(
    "missing-handover",
    severity=Severity.WARNING,
    requires=[*READ_RIGHT, *_TIMES],
    gap=True,
    why="A duty does not end with the body that holds it; if nobody takes it over, it is left "
    "undone from the next day on.",
    remedy="Name the actor that takes the duties over; where no source tells it, record a gap "
    "for the link.",
    identified_by=(),
)
def missing_handover(catalogue: Catalogue) -> Iterator[Problem]:
    """Find actors whose term ends, but not their duties, and that name no successor."""
    link = catalogue.settings.links.successor
    for actor in catalogue.of_types(catalogue.settings.types.actor if link else ()):
        left = _left_behind(catalogue, actor)
        if left:
            yield of_item(
                actor,
                "its term {term} ends, and nobody takes its duties over: {items}",
                field=link,
                term=_term(catalogue, actor),
                items=listed(left),
                members=[item.id for item in left],
                related=places(left, "the duty goes on"),
            )


@check(
    "recipient-not-yet",
    severity=Severity.ERROR,
    requires=_TIMES,
    why="Between two terms the duties belong to nobody, and a body that is over takes nothing "
    "over.",
    remedy="Mend the term that is wrong, or name the actor that holds the duties in between.",
    identified_by=("successor",),
)
def recipient_not_yet(catalogue: Catalogue) -> Iterator[Problem]:
    """Find duties that pass to an actor that is not there to take them.

    Where one of several successors can take over in time, nothing is found: which of them
    takes over what is not known.
    """
    link = catalogue.settings.links.successor
    for actor in catalogue.of_types(catalogue.settings.types.actor):
        former = sound_term(catalogue, actor)
        successors = catalogue.linked(actor, link, role="successor")
        if former is None or catalogue.strays(actor, link):
            continue
        misses = [(it, _miss(former, sound_term(catalogue, it))) for it in successors]
        if all(text for _, text in misses):
            for successor, text in misses:
                yield of_item(
                    actor,
                    text,
                    field=link,
                    term=former.text,
                    successor=successor.id,
                    later=_term(catalogue, successor),
                    related=[_place_of_term(catalogue, successor)],
                )


@check(
    "no-competence",
    severity=Severity.ERROR,
    requires=[*READ_RIGHT, *_TIMES],
    gap=True,
    why="A decision binds only if the body that makes it has the power to decide; what is said "
    "without it is a position.",
    remedy="Name the body that has the power and the provision that gives it, or write what was "
    "said as a position; where no source tells the provision, record a gap for the link.",
    identified_by=("actor",),
)
def no_competence(catalogue: Catalogue) -> Iterator[Problem]:
    """Find deciders without the power to decide, or without it at that time.

    A decider that is unofficial or not there is found at each item that it decides on; one
    that lacks a provision is found once, at the decider itself.
    """
    link = catalogue.settings.links.decider
    for item in catalogue.own_items():
        for decider in catalogue.linked(item, link, role="decider"):
            term, when = sound_term(catalogue, decider), time_of_decision(catalogue, item)
            if _is_unofficial(catalogue, decider):
                text = "{actor} has no official position and cannot decide on this"
                yield of_item(item, text, field=link, actor=decider.id)
            elif term and when and not term.can_overlap(when):
                yield of_item(
                    item,
                    "{actor} is not there to decide on this: the time is {time}, its term {term}",
                    field=link,
                    actor=decider.id,
                    time=when.text,
                    term=term.text,
                    related=[_place_of_term(catalogue, decider)],
                )
    yield from _without_provision(catalogue)


def _without_provision(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield the official deciders that no provision can give the power for a decision."""
    links, competence = catalogue.settings.links, Competence(catalogue)
    for actor in catalogue.of_types(catalogue.settings.types.actor if links.competence else ()):
        decided = _own(catalogue.linking(actor, links.decider, role="decider"))
        provisions = catalogue.linked(actor, links.competence)
        if catalogue.strays(actor, links.competence):
            continue  # The one that the link misses can give the power.
        powerless = [
            item
            for item in decided
            if not any(competence.can_be_given(provision, item) for provision in provisions)
        ]
        if not powerless or _is_unofficial(catalogue, actor):
            continue
        text = "decides, but no provision that gives it the power can be in force then: {items}"
        if catalogue.lacks(actor, links.competence):
            text = "decides, but no provision gives it the power: {items}"
        yield of_item(
            actor,
            text,
            field=links.competence,
            items=listed(powerless),
            members=[item.id for item in powerless],
            related=places(powerless, "the actor decides on this"),
        )


def _is_unofficial(catalogue: Catalogue, actor: Item) -> bool:
    settings = catalogue.settings
    return actor.value(settings.fields.standing) in settings.values.unofficial


def _miss(former: Period, later: Period | None) -> str:
    """Return what to say of a successor that cannot take over; nothing where it can."""
    if later is not None and begins_too_late(former, later):
        return "days pass between its term {term} and that of its successor {successor}: {later}"
    if later is not None and is_over_before_end(former, later):
        return "its successor {successor} ({later}) is over before its own term {term} ends"
    return ""


def _left_behind(catalogue: Catalogue, actor: Item) -> list[Item]:
    """Return the open duties of an actor that ends, but those that another owner keeps."""
    owner = catalogue.settings.links.owner
    if not _ends(catalogue, actor):
        return []
    return [
        item
        for item in _own(catalogue.linking(actor, owner, role="owner"))
        if _is_open_duty(catalogue, item)
        and _can_begin_in_term(catalogue, item, actor)
        and not catalogue.strays(item, owner)
        and all(_ends(catalogue, other) for other in catalogue.linked(item, owner, role="owner"))
    ]


def _ends(catalogue: Catalogue, actor: Item) -> bool:
    """Say whether the term of an actor has a known end, and it names no successor."""
    term = sound_term(catalogue, actor)
    link = catalogue.settings.links.successor
    is_last = catalogue.lacks(actor, link, role="successor")
    return term is not None and has_known_end(term) and is_last


def _is_open_duty(catalogue: Catalogue, item: Item) -> bool:
    """Say whether an item that needs an owner goes on until further notice."""
    settings = catalogue.settings
    is_done = item.value(settings.fields.status) in settings.values.done
    if is_done or item.type not in settings.required.owner:
        return False
    if not catalogue.has_time(item):
        return item.type in settings.types.duty
    period = sound_period(catalogue, item)
    return period is not None and is_open(period)


def _can_begin_in_term(catalogue: Catalogue, item: Item, actor: Item) -> bool:
    """Say whether an item can begin before an actor ends; the actor never held it else."""
    term, period = sound_term(catalogue, actor), sound_period(catalogue, item)
    return term is None or period is None or period.start.earliest <= term.end.latest


def _own(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if not item.is_external]


def _term(catalogue: Catalogue, actor: Item) -> str:
    return actor.value(catalogue.settings.fields.term)


def _place_of_term(catalogue: Catalogue, actor: Item) -> Related:
    place = actor.option_location(catalogue.settings.fields.term)
    return Related(place, Message("the term of {actor}", {"actor": actor.id}))

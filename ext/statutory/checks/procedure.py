"""Procedure: who decides, after what preparation, and who has to be heard before."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections.abc import Iterator

from statutory.checks.registry import READ_RIGHT, Problem, check, of_item
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Message, Related, Severity
from statutory.model.item import Item
from statutory.model.preparation import Preparations, decides, is_prepared, time_option
from statutory.model.reach import gathered, reaching
from statutory.model.terms import sound_period


@check(
    "decision-without-decider",
    severity=Severity.ERROR,
    gap=True,
    requires=READ_RIGHT,
    why="A decision binds only if a body with the power to decide has made it; without the "
    "decider nobody can tell.",
    remedy="Name the body or office holder that decides; where no source names one, record a "
    "gap for the link.",
)
def decision_without_decider(catalogue: Catalogue) -> Iterator[Problem]:
    """Find decisions that name nobody who decides."""
    link = catalogue.settings.links.decider
    for item in catalogue.of_types(catalogue.settings.types.decision if link else ()):
        if catalogue.lacks(item, link, role="decider"):
            yield of_item(item, "no decider: the link {link} is missing", field=link, link=link)


@check(
    "decision-before-preparation",
    severity=Severity.ERROR,
    requires=["unreadable-period", "reversed-period"],
    why="A decision rests on its preparation; before the preparation has begun there is nothing "
    "to decide on.",
    remedy="Mend the time of the decision or that of the preparation; link a decision to begin "
    "the work to the procedure that it begins, not to what is prepared.",
    identified_by=(),
)
def decision_before_preparation(catalogue: Catalogue) -> Iterator[Problem]:
    """Find decisions made before the preparation of what they decide can have begun."""
    prepared = Preparations(catalogue)
    earlier = functools.cache(prepared.earlier)
    for decision in _decisions(catalogue):
        period = sound_period(catalogue, decision)
        if period is None:
            continue
        late = [
            preparation
            for id_ in _prepared_for(catalogue, decision)
            if (preparation := prepared.of(id_)) is not None
            and period.is_over(preparation.begins)
            and decision.id not in earlier(id_)
        ]
        if late:
            yield of_item(
                decision,
                "its time {time} is over before the preparation of {others} can begin",
                field=time_option(catalogue, decision),
                time=period.text,
                others=", ".join(preparation.of.id for preparation in late),
                members=[preparation.of.id for preparation in late],
                related=[_place(catalogue, preparation.first) for preparation in late],
            )


@check(
    "decision-without-hearing",
    severity=Severity.ERROR,
    gap=True,
    requires=[*READ_RIGHT, "dead-link"],
    why="Whoever has to be heard may know what changes the decision; heard afterwards, they have "
    "no say in it.",
    remedy="Write the position of the party, with its time, and link it to what the decision "
    "concerns, or name the party in the decision as heard; where no source tells of a hearing, "
    "record a gap for the link.",
    identified_by=(),
)
def decision_without_hearing(catalogue: Catalogue) -> Iterator[Problem]:
    """Find decisions before which those who must be heard have not been heard."""
    link = catalogue.settings.links.consulted
    speakers = functools.cache(functools.partial(_speakers, catalogue))
    for decision in catalogue.of_types(catalogue.settings.types.decision if link else ()):
        subjects = _subjects(catalogue, decision)
        due = {
            subject.id: parties for subject in subjects if (parties := _parties(catalogue, subject))
        }
        if not due:
            continue
        decided = sound_period(catalogue, decision)
        day = decided.last_start if decided else dt.date.max
        heard = {party.id for party in catalogue.linked(decision, link)}
        stated = [speakers(item.id) for item in (decision, *subjects)]
        missing = {
            id_: unheard
            for id_, parties in due.items()
            if (
                unheard := [
                    party
                    for party in parties
                    if party not in heard
                    and not any(party in days and days[party] <= day for days in stated)
                ]
            )
        }
        if missing:
            yield of_item(
                decision,
                "not heard before the decision: {parties}; to be heard of {subjects}",
                field=link,
                parties=", ".join(dict.fromkeys(itertools.chain(*missing.values()))),
                subjects=", ".join(missing),
                members=[f"{party} {id_}" for id_, unheard in missing.items() for party in unheard],
                related=[
                    Related(
                        catalogue.items[id_].option_location(link), Message("who is to be heard")
                    )
                    for id_ in missing
                ],
            )


@check(
    "undecided-procedure",
    severity=Severity.WARNING,
    gap=True,
    requires=READ_RIGHT,
    why="What is prepared and never decided binds nobody; the reader must see where the "
    "preparation leads.",
    remedy="Write the step or decision in which the procedure ends, with its decider; where no "
    "source says who decides, record a gap for the link.",
)
def undecided_procedure(catalogue: Catalogue) -> Iterator[Problem]:
    """Find procedures in which something is prepared and nothing is decided.

    A procedure that belongs to another one leads to the decision of the whole.
    """
    types = catalogue.settings.required.decision
    links = catalogue.settings.links
    procedures = tuple(catalogue.of_types(types if links.decider else ()))
    items = tuple(catalogue.items.values()) if procedures else ()
    parts = {item.id: [it.id for it in catalogue.linking(item, links.part_of)] for item in items}
    wholes = {item.id: [it.id for it in catalogue.linked(item, links.part_of)] for item in items}
    of_others = reaching(wholes, [item.id for item in items if item.type in types])
    prepared = gathered(parts, {it.id: "prepared" for it in items if is_prepared(catalogue, it)})
    decided = gathered(parts, {it.id: "decided" for it in items if _is_decided(catalogue, it)})
    for procedure in procedures:
        if procedure.id in of_others:
            continue
        about = catalogue.linked(procedure, links.concerns)
        is_decided = decided[procedure.id] or any(_is_decided(catalogue, it) for it in about)
        if prepared[procedure.id] and not is_decided:
            yield of_item(
                procedure,
                "leads to no decision: no decision belongs to it, and no part of it has the "
                "link {link}",
                field=links.decider,
                link=links.decider,
            )


# Preparing and deciding ----------------------------------------------------------------------


def _prepared_for(catalogue: Catalogue, decision: Item) -> Iterator[str]:
    """Yield what is prepared for a decision: what it concerns, the procedures it is part of."""
    settings = catalogue.settings
    for item in catalogue.linked(decision, settings.links.concerns):
        if item.type in settings.types.prepared:
            yield item.id
    for item in catalogue.linked(decision, settings.links.part_of):
        if item.type in settings.types.procedure:
            yield item.id


def _decisions(catalogue: Catalogue) -> Iterator[Item]:
    """Yield the decisions, and the steps of procedures that decide and prepare nothing."""
    settings = catalogue.settings
    for item in catalogue.own_items():
        is_step = decides(catalogue, item) and not is_prepared(catalogue, item)
        if item.type in settings.types.decision or (
            is_step
            and any(
                whole.type in settings.types.procedure
                for whole in catalogue.linked(item, settings.links.part_of)
            )
        ):
            yield item


def _place(catalogue: Catalogue, step: Item) -> Related:
    """Return where the time of a preparing step stands."""
    place = step.option_location(time_option(catalogue, step))
    return Related(place, Message("the time of the preparation"))


def _is_decided(catalogue: Catalogue, item: Item) -> bool:
    """Say whether an item decides or is decided, by itself or by a decision on it."""
    settings = catalogue.settings
    return decides(catalogue, item) or any(
        other.type in settings.types.decision
        for other in catalogue.linking(item, settings.links.concerns)
    )


# Hearing -------------------------------------------------------------------------------------


def _subjects(catalogue: Catalogue, decision: Item) -> tuple[Item, ...]:
    """Return what a decision is about: items, procedures, the elements that they implement.

    Of a decision on a decision the other one's hearing is not the matter.
    """
    links = catalogue.settings.links
    about = [
        item
        for link in (links.concerns, links.part_of)
        for item in catalogue.linked(decision, link)
        if item.type not in catalogue.settings.types.decision
    ]
    elements = [
        element
        for item in (decision, *about)
        for element in catalogue.linked(item, links.implements, role="implements")
    ]
    return tuple({item.id: item for item in (*about, *elements)}.values())


def _parties(catalogue: Catalogue, subject: Item) -> tuple[str, ...]:
    """Return who must be heard of an item."""
    link = catalogue.settings.links.consulted
    return tuple(party.id for party in catalogue.linked(subject, link))


def _speakers(catalogue: Catalogue, id_: str) -> dict[str, dt.date]:
    """Return who states a position on an item, with the first day on which it can be stated.

    One whose time is not known can have been stated at any time.
    """
    settings = catalogue.settings
    first: dict[str, dt.date] = {}
    for position in catalogue.linking(catalogue.items[id_], settings.links.concerns):
        if position.type in settings.types.position:
            stated = sound_period(catalogue, position)
            day = stated.first_end if stated else dt.date.min
            for speaker in catalogue.linked(position, settings.links.speaker):
                first[speaker.id] = min(day, first.get(speaker.id, day))
    return first

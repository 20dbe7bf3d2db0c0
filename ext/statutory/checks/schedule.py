"""Schedule: whether times fit each other, and whether what is past has come to an end."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from statutory.checks.registry import READ_RIGHT, Problem, check, of_item
from statutory.model.bounds import Bounds, bounding_field
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Message, Related, Severity
from statutory.model.force import Forces
from statutory.model.item import Item
from statutory.model.period import Period
from statutory.model.preparation import time_option
from statutory.model.terms import sound_period, sound_term
from statutory.model.titles import share_word

_COMPARABLE = ("unreadable-period", "reversed-period")
_DAYS_IN_MONTH = 31


@check(
    "outside-parent-period",
    severity=Severity.ERROR,
    requires=_COMPARABLE,
    why="A part cannot last longer than its whole: one of the two times is wrong, or the part "
    "belongs to another whole.",
    remedy="Mend the time of the part or of the whole, or link the part to the whole in whose "
    "time it lies.",
    identified_by=("whole",),
)
def outside_parent_period(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items whose time cannot lie within that of the whole they belong to.

    Procedures bound all that belongs to them, actors only actors.
    """
    types = catalogue.settings.types
    of_work = Bounds(catalogue, types.procedure)
    of_actors = Bounds(catalogue, types.procedure + types.actor)
    for item in catalogue.own_items():
        time = _time_of(catalogue, item)
        if time is None:
            continue
        bounds = of_actors if item.type in types.actor else of_work
        for whole, bound in bounds.broken(item, time):
            place = whole.option_location(bounding_field(catalogue, whole))
            yield of_item(
                item,
                "its time {time} cannot lie within that of {whole} ({bound})",
                field=_name_of_time(catalogue, item),
                time=time.text,
                whole=whole.id,
                bound=bound.text,
                related=[Related(place, Message("the time of the whole"))],
            )


@check(
    "basis-not-in-force",
    severity=Severity.ERROR,
    requires=_COMPARABLE,
    why="A provision binds nobody before it comes into force or after it has been repealed.",
    remedy="Link to the provision that was in force then, or mend the time; a later provision "
    "on the same matter is a counterpart, not a basis.",
    identified_by=("law",),
)
def basis_not_in_force(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items that rest on a law which is not in force at their time.

    Bills are left out: they have no time in which they are in force.
    """
    settings = catalogue.settings
    link = settings.links.based_on
    in_force = Forces(catalogue)
    for item in catalogue.own_items():
        time = _time_of(catalogue, item)
        if time is None or item.type in settings.types.act:
            continue
        for law in catalogue.linked(item, link):
            forces = in_force.of(law)
            if not forces or any(force.can_overlap(time) for _, force in forces):
                continue
            yield of_item(
                item,
                "its time {time} is outside the time {force} in which {law} is in force",
                field=link,
                time=time.text,
                law=law.id,
                force=", ".join(force.text for _, force in forces),
                related=[
                    Related(
                        holder.option_location(settings.fields.period),
                        Message("the time in force"),
                    )
                    for holder, _ in forces
                ],
            )


@check(
    "unlinked-national-date",
    severity=Severity.NOTE,
    requires=_COMPARABLE,
    why="A region that copies a national date does not learn when the date moves.",
    remedy="Link the region's milestone to the national one, by which its time then moves; if "
    "the two only fall on the same day, leave the note.",
    identified_by=("other",),
)
def unlinked_national_date(catalogue: Catalogue) -> Iterator[Problem]:
    """Find regional milestones that repeat a national one without a link to it.

    They repeat it if both are at the same time, to the month or day, and their titles share
    a word; a mere coincidence of dates says nothing.
    """
    field = catalogue.settings.fields.period
    milestones = [
        (item, time)
        for item in catalogue.of_types(catalogue.settings.types.milestone)
        if (time := _read(catalogue, item.value(field))) and _is_to_the_month(time)
    ]
    national: dict[Period, list[Item]] = defaultdict(list)
    for item, time in milestones:
        if catalogue.is_national(item):
            national[time].append(item)
    for item, time in milestones:
        for other in () if catalogue.is_national(item) else national.get(time, ()):
            if share_word(item.title, other.title) and not _are_linked(catalogue, item, other):
                yield of_item(
                    item,
                    "is at the same time {time} as {other}, but no link joins them",
                    field=field,
                    time=time.text,
                    other=other.id,
                    related=[
                        Related(other.option_location(field), Message("the national milestone"))
                    ],
                )


@check(
    "unknown-outcome",
    severity=Severity.NOTE,
    requires=[*READ_RIGHT, "schema-violation", *_COMPARABLE],
    gap=True,
    why="Of what lay in the past when the source was written the reader wants to know whether "
    "it came about.",
    remedy="Write the status that the source tells; where no source tells it, record a gap for "
    "the field.",
    identified_by=(),
)
def unknown_outcome(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items that were over at the date of their source, their outcome not told.

    Where no source has a date that can be read, it is the as-of date that counts.
    """
    settings = catalogue.settings
    known = settings.values.done + settings.values.pending
    for item in catalogue.of_types(settings.required.outcome if settings.values.done else ()):
        time = _time_of(catalogue, item)
        if time is None or item.value(settings.fields.status) in known:
            continue
        source, day = _dated_source(catalogue, item) or (None, settings.as_of)
        if not time.is_over(day):
            continue
        text = "its time {time} was over when {source} was dated; nobody says how it ended"
        related = []
        if source is None:
            text = "its time {time} is over on {day}, and nobody says how it ended"
        else:
            place = source.option_location(settings.fields.published)
            related = [Related(place, Message("the date of the source"))]
        yield of_item(
            item,
            text,
            field=settings.fields.status,
            time=time.text,
            day=day,
            source=source.id if source else "",
            related=related,
        )


@check(
    "overdue",
    severity=Severity.WARNING,
    requires=_COMPARABLE,
    gap=True,
    why="What should be finished and is not is late, or its status is out of date.",
    remedy="Write how it ended or give it a new time; where no source tells, record a gap for "
    "the field.",
    identified_by=(),
)
def overdue(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items whose time is over at the as-of date, but whose status says otherwise.

    Statutory elements are left out: their time is the one from which they bind.
    """
    settings = catalogue.settings
    field = settings.fields.status
    for item in catalogue.of_types(settings.required.outcome + settings.required.timeline):
        if item.type in settings.types.element or item.value(field) not in settings.values.pending:
            continue
        time = _time_of(catalogue, item)
        if time is not None and time.is_over(settings.as_of):
            yield of_item(
                item,
                "its time {time} is over on {day}, but its status is {status}",
                field=field,
                time=time.text,
                day=settings.as_of,
                status=settings.label(item.value(field)),
            )


# Times -------------------------------------------------------------------------------------


def _read(catalogue: Catalogue, text: str) -> Period | None:
    """Return a period that can be compared; ``None`` for one unreadable or reversed."""
    period = catalogue.read(text)
    return None if period is None or period.is_reversed else period


def _time_of(catalogue: Catalogue, item: Item) -> Period | None:
    """Return the time of an item that can be compared: of an actor its term."""
    if item.type in catalogue.settings.types.actor:
        return sound_term(catalogue, item)
    return sound_period(catalogue, item)


def _name_of_time(catalogue: Catalogue, item: Item) -> str:
    """Return the field or link that gives an item its time."""
    if item.type in catalogue.settings.types.actor:
        return catalogue.settings.fields.term
    return time_option(catalogue, item)


# Milestones --------------------------------------------------------------------------------


def _is_to_the_month(time: Period) -> bool:
    """Say whether both ends of a period are known to the month or day."""
    return all((end.latest - end.earliest).days < _DAYS_IN_MONTH for end in (time.start, time.end))


def _are_linked(catalogue: Catalogue, item: Item, other: Item) -> bool:
    """Say whether any link leads from one item to the other, either way."""
    return any(
        target in catalogue.linked(origin, link)
        for origin, target in ((item, other), (other, item))
        for link in origin.links
    )


# Sources -----------------------------------------------------------------------------------


def _dated_source(catalogue: Catalogue, item: Item) -> tuple[Item, dt.date] | None:
    """Return the latest dated source of an item and the first day that its date can mean."""
    settings = catalogue.settings
    dated = [
        (source, published.start.earliest)
        for source in catalogue.linked(item, settings.links.sources)
        if (published := _read(catalogue, source.value(settings.fields.published)))
    ]
    return max(dated, key=lambda pair: pair[1], default=None)

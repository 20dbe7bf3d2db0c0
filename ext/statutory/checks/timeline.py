"""Timeline: when an item holds, and whether its times can be true."""

from __future__ import annotations

from collections.abc import Iterator

from statutory.checks.registry import READ_RIGHT, Problem, check, of_item
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Message, Related, Severity
from statutory.model.finnish_time import edtf_of, readings_of
from statutory.model.item import Item


@check(
    "missing-timeline",
    severity=Severity.ERROR,
    gap=True,
    requires=READ_RIGHT,
    why="A duty without a time cannot be followed up: nobody can say whether it is late.",
    remedy="Write the period, or link to the procedure, phase or milestone that gives it; "
    "where no source tells it, record a gap for the field.",
    identified_by=(),
)
def missing_timeline(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items without a period of their own or of a schedule.

    Where a schedule does not exist or cannot be one, that is the cause.
    """
    period = catalogue.settings.fields.period
    schedule = catalogue.settings.links.schedule
    required = catalogue.settings.required.timeline
    for item in catalogue.of_types(required if period or schedule else ()):
        if catalogue.has_time(item) or catalogue.strays(item, schedule):
            continue
        schedules = catalogue.linked(item, schedule)
        if schedules:
            text = "no timeline: the schedule {schedule} has no period itself"
        elif schedule and not period:
            text = "no timeline: the link {link} is missing"
        elif schedule:
            text = "no timeline: neither the field {period} nor the link {link} is set"
        else:
            text = "no timeline: the field {period} is missing"
        yield of_item(
            item,
            text,
            field=period or schedule,
            period=period,
            link=schedule,
            schedule=", ".join(one.id for one in schedules),
        )


@check(
    "unreadable-period",
    severity=Severity.ERROR,
    why="A time that cannot be read is not drawn, not compared and not followed up.",
    remedy="Write the time in EDTF: 2018, 2018-02, 2018-02-15, 2018-02/2018-06, 2018-06/.., "
    "2018-21 (spring) or 2018~ (about).",
    identified_by=("text",),
)
def unreadable_period(catalogue: Catalogue) -> Iterator[Problem]:
    """Find times that are not of the EDTF profile."""
    for item, name, text in _times(catalogue):
        if catalogue.read(text) is None:
            readings = [edtf for edtf in readings_of(text) if _is_sound(catalogue, edtf)]
            message = "{name} cannot be read: {text}"
            if len(readings) == 1:
                message = "{name} cannot be read: {text}; write {edtf}"
            elif readings:
                message = "{name} cannot be read: {text}; write {edtf} or {other}, as is meant"
            first, *others = (*readings, edtf_of(text))
            yield of_item(
                item,
                message,
                field=name,
                name=name,
                text=text,
                edtf=first,
                other=others[0] if len(readings) > 1 else "",
            )


def _is_sound(catalogue: Catalogue, edtf: str) -> bool:
    """Say whether a time can be read and does not end before it begins."""
    period = catalogue.read(edtf)
    return period is not None and not period.is_reversed


@check(
    "reversed-period",
    severity=Severity.ERROR,
    requires=["unreadable-period"],
    why="A period that ends before it begins is a slip of the pen, and every comparison with "
    "it is wrong.",
    remedy="Put the beginning first: BEGINNING/END.",
    identified_by=("text",),
)
def reversed_period(catalogue: Catalogue) -> Iterator[Problem]:
    """Find periods that end before they begin, however they are read."""
    for item, name, text in _times(catalogue):
        period = catalogue.read(text)
        if period is not None and period.is_reversed:
            yield of_item(
                item, "{name} ends before it begins: {text}", field=name, name=name, text=text
            )


@check(
    "out-of-order",
    severity=Severity.ERROR,
    requires=["unreadable-period", "reversed-period"],
    why="A step cannot begin before the step that it builds on has ended.",
    remedy="Mend the period of one of the two, or take the link to the predecessor away "
    "where no source states the order.",
    identified_by=("other",),
)
def out_of_order(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items that begin before their predecessor can have ended."""
    link = catalogue.settings.links.predecessor
    for item in catalogue.own_items():
        period = catalogue.period_of(item)
        if period is None or period.is_reversed:
            continue
        for predecessor in catalogue.linked(item, link):
            earlier = catalogue.period_of(predecessor)
            if earlier is None or earlier.is_reversed or earlier.can_precede(period):
                continue
            place = predecessor.option_location(catalogue.settings.fields.period)
            yield of_item(
                item,
                "its time {time} begins before its predecessor {other} ({earlier}) can end",
                field=link,
                time=period.text,
                other=predecessor.id,
                earlier=earlier.text,
                related=[Related(place, Message("the time of the predecessor"))],
            )


@check(
    "inferred-timeline",
    severity=Severity.NOTE,
    why="A time that no source and no law gives is a reading of the editors and has to be "
    "confirmed.",
    remedy="Have the time confirmed and state the source; until then the coverage of the "
    "item is inferred.",
)
def inferred_timeline(catalogue: Catalogue) -> Iterator[Problem]:
    """Find times that are inferred, not stated."""
    period = catalogue.settings.fields.period
    schedule = catalogue.settings.links.schedule
    for item in catalogue.of_types(catalogue.settings.required.timeline):
        name = period if item.value(period) else schedule
        is_known = item.value(name) or catalogue.linked(item, name)
        is_inferred = catalogue.is_inferred(item, name) and not catalogue.lacks_basis(item, name)
        if is_known and is_inferred:
            yield of_item(
                item, "the time given by {name} is inferred, not stated", field=name, name=name
            )


def _times(catalogue: Catalogue) -> Iterator[tuple[Item, str, str]]:
    """Yield every item, field and text that holds a period."""
    fields = catalogue.settings.fields
    for item in catalogue.own_items():
        for name in (fields.period, fields.term, fields.published):
            if item.value(name):
                yield item, name, item.value(name)

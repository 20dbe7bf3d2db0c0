"""Meetings: whether what was said or decided there fits their day."""

from __future__ import annotations

from collections.abc import Iterator

from statutory.checks.registry import Problem, check, of_item
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Message, Related, Severity
from statutory.model.preparation import time_option
from statutory.model.terms import sound_period


@check(
    "time-not-of-meeting",
    severity=Severity.WARNING,
    requires=["unreadable-period", "reversed-period"],
    why="What was stated or decided in a meeting was stated on its day; of two different times one "
    "is wrong, or the meeting is another one.",
    remedy="Mend the time of the item or of the meeting, or lead the link to the meeting in which "
    "the matter was handled.",
    identified_by=(),
)
def time_not_of_meeting(catalogue: Catalogue) -> Iterator[Problem]:
    """Find positions and decisions whose time is not that of the meeting they were handled in.

    Of several meetings one at that time is enough; one of unknown time may be it.
    """
    settings = catalogue.settings
    field, link = settings.fields.period, settings.links.handled_in
    for item in catalogue.of_types(settings.types.position + settings.types.decision):
        time = sound_period(catalogue, item) if item.value(field) else None
        meetings = catalogue.linked(item, link)
        held = {meeting.id: sound_period(catalogue, meeting) for meeting in meetings}
        if time is None or not held or catalogue.strays(item, link):
            continue
        if all(day is not None and not day.can_overlap(time) for day in held.values()):
            yield of_item(
                item,
                "its time {time} is not that of {meetings} ({held})",
                field=field,
                time=time.text,
                meetings=", ".join(held),
                members=held,
                held=", ".join(day.text for day in held.values() if day),
                related=[
                    Related(
                        meeting.option_location(time_option(catalogue, meeting)),
                        Message("the time of the meeting"),
                    )
                    for meeting in meetings
                ],
            )

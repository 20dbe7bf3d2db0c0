"""Sources: whether a place can be found in its source, and a source can know what it tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from statutory.checks.registry import Problem, check, of_item
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Message, Related, Severity
from statutory.model.item import Item
from statutory.model.outline import heading_of, outline_of, places_of
from statutory.model.period import Period
from statutory.model.preparation import time_option
from statutory.model.terms import sound_period

_COMPARABLE = ("unreadable-period", "reversed-period")


@check(
    "unknown-place",
    severity=Severity.NOTE,
    requires=["dead-link", "wrong-target"],
    why="Whoever verifies an item looks for the place in the source; a place that is not among its "
    "headings is misspelt or of another source.",
    remedy="Begin the place with a heading of the source as its outline has it, or complete the "
    "outline; of a place that spans the whole source leave the note.",
    identified_by=("place",),
)
def unknown_place(catalogue: Catalogue) -> Iterator[Problem]:
    """Find places that begin with no heading of the item's sources.

    Only where every source of the item lists its headings is it known that none has the place.
    A place may also stand for several headings that begin as it does up to its first comma.
    """
    fields, link = catalogue.settings.fields, catalogue.settings.links.sources
    outlines = {
        source.id: outline
        for source in catalogue.items.values()
        if (outline := outline_of(catalogue, source))
    }
    for item in catalogue.own_items() if outlines else ():
        sources = item.targets(link)
        if not sources or any(id_ not in outlines for id_ in sources):
            continue
        for place in places_of(catalogue, item):
            if not any(_has_place(outlines[id_], place) for id_ in sources):
                yield of_item(
                    item,
                    "{place} is not among the places of {sources}",
                    field=fields.locator,
                    place=place,
                    sources=", ".join(sources),
                )


@check(
    "future-source",
    severity=Severity.WARNING,
    requires=_COMPARABLE,
    why="What is told as it was known on a day cannot rest on what was published later.",
    remedy="Mend the date of the source, or cite the source that was there at the time; a source "
    "that tells of the law alone is measured at the date of the legal knowledge.",
    identified_by=(),
)
def future_source(catalogue: Catalogue) -> Iterator[Problem]:
    """Find sources published after the day of which the items that cite them tell.

    What is cited by the law alone, by acts, sections and elements, counts by the date of the
    legal knowledge; so does what only the actors, gaps and differences beside it cite.
    """
    settings = catalogue.settings
    field = settings.fields.published
    for source in catalogue.of_types(settings.types.source):
        published = _published(catalogue, source)
        if published is None:
            continue
        of_law = _tells_of_law_alone(catalogue, source)
        day, text = settings.as_of, "is published on {published}, after the as-of date {day}"
        law = catalogue.read(settings.law_as_of) if of_law and settings.law_as_of else None
        if law is not None:
            day = law.end.latest
            text = "is published on {published}, after the date of the legal knowledge {day}"
        if published.start.earliest > day:
            shown = settings.law_as_of if law is not None else day
            yield of_item(source, text, field=field, published=published.text, day=shown)


@check(
    "premature-source",
    severity=Severity.WARNING,
    requires=[*_COMPARABLE, "future-source", "dead-link", "wrong-target"],
    why="A source cannot tell that something has come about before it came about: it can only plan "
    "it.",
    remedy="Mend the date of the source or the time of the item, cite the source that tells the "
    "outcome, or take the status back to what this source knows.",
    identified_by=(),
)
def premature_source(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items that are done although all their sources are older than their time.

    Acts, sections and elements are left out: they are in force after they were published.
    """
    settings = catalogue.settings
    types, fields = settings.types, settings.fields
    for item in catalogue.own_items():
        is_law = item.type in types.act + types.section + types.element
        if is_law or item.value(fields.status) not in settings.values.done:
            continue
        time, known = sound_period(catalogue, item), _last_days(catalogue, item)
        if time is None or not known or max(known.values()) >= time.start.earliest:
            continue
        sources = [catalogue.items[id_] for id_ in known]
        yield of_item(
            item,
            "is done, but its time {time} begins after its sources were published: {sources}",
            field=time_option(catalogue, item),
            time=time.text,
            sources=", ".join(known),
            related=[
                Related(it.option_location(fields.published), Message("the date of the source"))
                for it in sources
            ],
        )


def _has_place(outline: Sequence[str], place: str) -> bool:
    """Say whether a place begins with a heading, or headings with what it begins with."""
    head = place.partition(",")[0].strip()
    return bool(heading_of(outline, place)) or any(
        heading_of((head,), heading) for heading in outline
    )


def _last_days(catalogue: Catalogue, item: Item) -> dict[str, dt.date]:
    """Return the last day that the date of each source can mean; none where one is not known."""
    link = catalogue.settings.links.sources
    days: dict[str, dt.date] = {}
    for source in catalogue.linked(item, link):
        published = _published(catalogue, source)
        if published is None:
            return {}
        days[source.id] = published.end.latest
    return days if len(days) == len(item.targets(link)) else {}


def _published(catalogue: Catalogue, source: Item) -> Period | None:
    text = source.value(catalogue.settings.fields.published)
    published = catalogue.read(text) if text else None
    return None if published is None or published.is_reversed else published


def _tells_of_law_alone(catalogue: Catalogue, source: Item) -> bool:
    """Say whether all that cites a source is law, or of it; and something does."""
    settings = catalogue.settings
    types = settings.types
    law = types.act + types.section + types.element
    citing = catalogue.linking(source, settings.links.sources)
    return any(it.type in law for it in citing) and all(
        it.type in law + types.actor + types.gap + types.difference for it in citing
    )

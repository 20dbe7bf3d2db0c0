"""Terms: how long actors hold their duties, and who takes the duties over."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator, Sequence

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.model.period import Period, Span
from statutory.model.reach import folded

_DAY = dt.timedelta(days=1)

ALWAYS = Period("../..", Span(dt.date.min, dt.date.min), Span(dt.date.max, dt.date.max))
"""All time: the term of what neither begins nor ends."""


class Side(enum.Enum):
    """The part of a period that no term covers."""

    BEGINNING = enum.auto()
    MIDDLE = enum.auto()
    END = enum.auto()


def sound_term(catalogue: Catalogue, actor: Item) -> Period | None:
    """Return the term of an actor; ``None`` where it has none that can be true."""
    term = catalogue.term_of(actor)
    return None if term is None or term.is_reversed else term


def sound_period(catalogue: Catalogue, item: Item) -> Period | None:
    """Return the period of an item; ``None`` where it has none that can be true."""
    period = catalogue.period_of(item)
    return None if period is None or period.is_reversed else period


def has_known_end(period: Period) -> bool:
    """Say whether a period ends, on days that are known at least roughly."""
    return period.end.latest < dt.date.max


def is_open(period: Period) -> bool:
    """Say whether a period goes on until further notice; one of unknown end does not."""
    return period.end.earliest == dt.date.max


def begins_too_late(former: Period, later: Period) -> bool:
    """Say whether days pass between two terms, however they are read.

    A term that begins on the day after the other has ended leaves no day out.
    """
    return has_known_end(former) and later.start.earliest > former.end.latest + _DAY


def is_over_before_end(former: Period, later: Period) -> bool:
    """Say whether the later term has ended before the former one ends, however read."""
    return later.end.latest < former.first_end


def holders(catalogue: Catalogue, owners: Iterable[Item]) -> Iterator[tuple[Item, Period | None]]:
    """Yield the owners and those who take over from them in time, each with its term.

    Those who take over follow their predecessors, each actor once.
    """
    ahead = list({owner.id: owner for owner in owners}.values())
    found = {owner.id for owner in ahead}
    for actor in ahead:
        yield actor, sound_term(catalogue, actor)
        for successor in successors_in_time(catalogue, actor):
            if successor.id not in found:
                found.add(successor.id)
                ahead.append(successor)


def successors_in_time(catalogue: Catalogue, actor: Item) -> Iterator[Item]:
    """Yield the actors that take over from one, as far as known without a day between."""
    term = sound_term(catalogue, actor)
    link = catalogue.settings.links.successor
    for successor in catalogue.linked(actor, link, role="successor"):
        later = sound_term(catalogue, successor)
        if term is None or later is None or not begins_too_late(term, later):
            yield successor


class Succession:
    """How long actors and those who take over from them are there, made ready once."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Look at each actor and each of its successors once."""
        link = catalogue.settings.links.successor
        ahead: dict[str, list[str]] = {}
        own: dict[str, tuple[Span, ...] | None] = {}
        for item in catalogue.items.values():
            term = sound_term(catalogue, item)
            is_known = term is not None and not catalogue.strays(item, link)
            own[item.id] = (_span(term),) if term is not None and is_known else None
            ahead[item.id] = [other.id for other in successors_in_time(catalogue, item)]
        self._spans = folded(ahead, own, _all_joined)

    def terms(self, owners: Iterable[Item]) -> tuple[Span, ...]:
        """Return the time in which some owners and those who take over are there, joined.

        It is empty where a term or a successor is not known.
        """
        return _all_joined(self._spans[owner.id] for owner in owners) or ()


def _all_joined(parts: Iterable[Sequence[Span] | None]) -> tuple[Span, ...] | None:
    """Return the spans of several joined; ``None`` where one is not known."""
    spans: list[Span] = []
    for part in parts:
        if part is None:
            return None
        spans += part
    return tuple(_joined(spans))


def _span(term: Period) -> Span:
    """Return the days on which a term can be."""
    return Span(term.start.earliest, term.end.latest)


def uncovered(needed: Period, terms: Iterable[Span]) -> Side | None:
    """Return the part of a period that terms cannot cover together, however all are read.

    An open beginning or end of the period asks nothing of the terms; so does an unknown one
    beyond the day that is known. ``None`` means that some reading is covered.

    :param terms: The days on which the terms can be, of at least one term.
    """
    begin = needed.end.latest if _begins_openly(needed) else needed.last_start
    finish = needed.start.earliest if is_open(needed) else needed.first_end
    reach = tuple(_joined(terms))
    if any(span.earliest <= begin and span.latest >= finish for span in reach):
        return None
    if all(span.earliest > begin for span in reach):
        return Side.BEGINNING
    return Side.END if all(span.latest < finish for span in reach) else Side.MIDDLE


def _begins_openly(period: Period) -> bool:
    return period.start.latest == dt.date.min


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans in order of time, those joined that leave no day between them."""
    current: Span | None = None
    for span in sorted(spans, key=lambda span: (span.earliest, span.latest)):
        if current is None:
            current = span
        elif current.latest == dt.date.max or span.earliest <= current.latest + _DAY:
            current = Span(current.earliest, max(current.latest, span.latest))
        else:
            yield current
            current = span
    if current is not None:
        yield current

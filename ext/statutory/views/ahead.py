"""What lies ahead: what begins, ends or happens in the days after the as-of date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.model.period import Span

DAYS_AHEAD = 90
"""How many days ahead the pages look: to the end of the next quarter of a year."""


@dataclass(frozen=True, slots=True)
class Window:
    """Some days, the first and the last included."""

    first: dt.date
    last: dt.date

    def touches(self, span: Span) -> bool:
        """Say whether what can lie on some days can lie in the window.

        An end that is open or not known lies nowhere.
        """
        is_known = dt.date.min < span.earliest and span.latest < dt.date.max
        return is_known and span.earliest <= self.last and self.first <= span.latest


def window_of(catalogue: Catalogue) -> Window:
    """Return the days from the as-of date on, so far as the pages look ahead."""
    first = catalogue.settings.as_of
    room = (dt.date.max - first).days
    return Window(first, first + dt.timedelta(days=min(DAYS_AHEAD, room)))


def ahead(catalogue: Catalogue, items: Iterable[Item]) -> list[Item]:
    """Return the items that can begin or end in the window and are not done.

    Those come first that are over first, however their times are read.
    """
    window, status = window_of(catalogue), catalogue.settings.fields.status
    found = []
    for item in items:
        period = catalogue.period_of(item)
        if period is None or item.value(status) in catalogue.settings.values.done:
            continue
        if window.touches(period.start) or window.touches(period.end):
            found.append((period.end.latest, period.start.earliest, item.location, item))
    return [item for *_, item in sorted(found, key=lambda one: one[:3])]

"""The state of reviews: which items have been reviewed, and which are to be read again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from statutory.messages import Messages
from statutory.model.finding import Finding
from statutory.model.item import Item
from statutory.model.report import Report

OF_REVIEWS = ("changed-since-review", "unmarked-review", "suspect-link", "overdue-review")
"""The checks that find what is to be read again."""


def review_lines(report: Report, ids: Sequence[str]) -> Iterator[str]:
    """Yield a line for each item and the reason to read it again, and how many there are.

    :param ids: The items to tell of; empty means all that are to be read again.
    """
    catalogue = report.catalogue
    messages = Messages(catalogue.settings.language)
    reasons: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.open_findings:
        if finding.check in OF_REVIEWS:
            reasons[finding.item].append(finding)
    own = {item.id: item for item in catalogue.own_items()}
    for id_ in ids or sorted(reasons):
        if id_ in own:
            yield from _lines(own[id_], reasons[id_], report, messages)
    reviewed = sum(bool(item.value(catalogue.settings.fields.reviewed)) for item in own.values())
    yield messages.fill(
        "{reviewed} of {items} items have been reviewed; {count} of all are to be read again",
        {"reviewed": reviewed, "items": len(own), "count": sum(map(bool, reasons.values()))},
    )


def _lines(
    item: Item, reasons: Sequence[Finding], report: Report, messages: Messages
) -> Iterator[str]:
    """Yield the reasons to read an item again, or else when it was last read."""
    settings = report.catalogue.settings
    place = f"{item.location}: {item.id}: "
    for finding in reasons:
        said = messages.message(finding.message)
        yield f"{finding.location}: {item.id}: {said} [{finding.check}]"
    if reasons:
        return
    day = item.value(settings.fields.reviewed)
    if not day:
        yield place + messages.text("never reviewed")
        return
    values = {"day": messages.time(day), "role": ", ".join(item.targets(settings.links.reviewer))}
    yield place + messages.fill("reviewed on {day} by {role}", values)

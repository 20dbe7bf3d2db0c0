"""Reviews: whether what was reviewed still stands as it was read."""

from __future__ import annotations

from collections.abc import Iterator

from statutory.checks.registry import READ_RIGHT, Problem, check, of_item
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Message, Related, Severity
from statutory.model.item import Condition, Item
from statutory.model.period import read_day
from statutory.model.review_mark import has_changed, is_review_mark, lacks_mark


@check(
    "suspect-link",
    severity=Severity.WARNING,
    why="The link was reviewed against what its target said then; what rests on it may no "
    "longer answer what the target says now.",
    remedy="Read the target again, mend the item where it no longer answers it, and record the "
    "review with the command statutory review.",
    identified_by=("target", "condition"),
)
def suspect_link(catalogue: Catalogue) -> Iterator[Problem]:
    """Find links whose target has changed since they were last reviewed."""
    for item in catalogue.shown_items():
        for condition in item.conditions:
            target = catalogue.items.get(condition.target)
            if target is not None and not condition.holds:
                yield _suspect(catalogue, item, condition, target)


@check(
    "changed-since-review",
    severity=Severity.WARNING,
    requires=READ_RIGHT,
    why="The review vouches for what the item said then; what has been written since then nobody "
    "has read, though the item still names a reviewer.",
    remedy="Have the item read again and record the review with the command statutory review, or "
    "put back what was reviewed.",
    identified_by=("mark",),
)
def changed_since_review(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items that say something else than when they were reviewed."""
    settings = catalogue.settings
    for item in catalogue.own_items():
        if has_changed(item, settings):
            mark = item.value(settings.fields.reviewed_content)
            day = item.value(settings.fields.reviewed)
            text = "has changed since it was reviewed"
            if day:
                text = "has changed since it was reviewed on {reviewed}"
            field = settings.fields.reviewed_content
            yield of_item(item, text, field=field, reviewed=day, mark=mark)


@check(
    "unmarked-review",
    severity=Severity.WARNING,
    requires=READ_RIGHT,
    why="Without a mark of what was read, the item can be rewritten and still looks reviewed.",
    remedy="Record the review with the command statutory review, which writes the mark.",
    identified_by=(),
)
def unmarked_review(catalogue: Catalogue) -> Iterator[Problem]:
    """Find reviews that do not say what was reviewed."""
    settings = catalogue.settings
    fields = settings.fields
    for item in catalogue.own_items():
        if lacks_mark(item, settings):
            text = "the review does not say what was reviewed: the field {name} is missing"
            claim = fields.reviewed if item.value(fields.reviewed) else settings.links.reviewer
            yield of_item(item, text, field=claim, name=fields.reviewed_content)


@check(
    "overdue-review",
    severity=Severity.WARNING,
    requires=READ_RIGHT,
    why="What nobody has read for long is trusted without a ground: law, owners and times "
    "change around it.",
    remedy="Read the item, mend what has changed, and record the review with the command "
    "statutory review.",
    identified_by=("reviewed",),
)
def overdue_review(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items whose last review is older than policy allows, or that lack one.

    A review after the as-of date is none too old: the content may tell of a past moment.
    """
    settings = catalogue.settings
    name = settings.fields.reviewed
    for item in catalogue.own_items() if name else ():
        text = item.value(name)
        if text:
            yield from _too_old(catalogue, item, text)
        elif item.type in settings.reviews.types:
            yield of_item(
                item, "never reviewed: the field {name} is missing", field=name, name=name
            )


def _suspect(catalogue: Catalogue, item: Item, condition: Condition, target: Item) -> Problem:
    """Return the problem of a link whose target does not meet its condition."""
    settings = catalogue.settings
    reviewed = read_day(item.value(settings.fields.reviewed))
    if not is_review_mark(condition.text, settings.fields.fingerprint):
        text = "{target} does not meet what {link} asks of it: {condition}"
    elif reviewed is None:
        text = "{target} has changed since {link} was reviewed"
    else:
        text = "{target} has changed since {link} was reviewed on {reviewed}"
    return of_item(
        item,
        text,
        field=condition.link,
        link=condition.link,
        target=target.id,
        condition=condition.text,
        reviewed=reviewed or "",
        related=[Related(target.location, Message("what the link leads to"))],
    )


def _too_old(catalogue: Catalogue, item: Item, text: str) -> Iterator[Problem]:
    """Yield the problem of a review that is older than policy allows."""
    settings = catalogue.settings
    reviewed, interval = read_day(text), settings.reviews.interval_days
    if reviewed is not None and (settings.as_of - reviewed).days > interval:
        yield of_item(
            item,
            "last reviewed on {reviewed}, more than {days} days before {as_of}",
            field=settings.fields.reviewed,
            reviewed=reviewed,
            days=interval,
            as_of=settings.as_of,
        )

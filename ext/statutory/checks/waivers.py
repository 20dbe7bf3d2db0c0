"""Waivers: one named check silenced on one item, for a reason, by a role, for a time.

A waiver silences only while it is sound: its check exists, it has a reason, somebody who
does not own the item has approved it, and its last day has not passed.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from statutory.checks.registry import CHECKS, Check, Problem, check, declare, of_item
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Finding, Message, Related, Severity
from statutory.model.finnish_time import edtf_of
from statutory.model.item import Item
from statutory.suggest import nearest

UNUSED_WAIVER = declare(
    Check(
        name="unused-waiver",
        family="waivers",
        severity=Severity.WARNING,
        summary="Find waivers that silence nothing.",
        why="A waiver that is not needed hides the next defect of the item.",
        remedy="Delete the waiver, or correct the check and the item that it names.",
    )
)


@check(
    "waiver-of-unknown-check",
    severity=Severity.ERROR,
    why="A waiver of a check that does not exist silences nothing.",
    remedy="Name the check as findings name it.",
)
def waiver_of_unknown_check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find waivers that name no check, or one that does not exist."""
    field = catalogue.settings.fields.waiver_check
    for waiver in _waivers(catalogue):
        name = waiver.value(field)
        if name in CHECKS:
            continue
        suggestion = nearest(name, CHECKS) if name else ""
        text = "names no check: the field {field} is missing"
        if name:
            text = "there is no check {name}"
        if suggestion:
            text = "there is no check {name}; did you mean {nearest}?"
        yield of_item(waiver, text, field=field, name=name, nearest=suggestion)


@check(
    "waiver-without-reason",
    severity=Severity.ERROR,
    why="Without a reason nobody can judge whether the waiver still holds.",
    remedy="Write why the check is silenced.",
)
def waiver_without_reason(catalogue: Catalogue) -> Iterator[Problem]:
    """Find waivers that give no reason."""
    field = catalogue.settings.fields.waiver_reason
    for waiver in _waivers(catalogue):
        if not waiver.value(field):
            yield of_item(waiver, "no reason: the field {field} is missing", field=field)


@check(
    "waiver-without-expiry",
    severity=Severity.ERROR,
    why="A waiver that never ends is a hole in the check.",
    remedy="Write the last day on which the waiver holds, for example 2018-06-30.",
)
def waiver_without_expiry(catalogue: Catalogue) -> Iterator[Problem]:
    """Find waivers without a last day that can be read."""
    field = catalogue.settings.fields.waiver_expiry
    for waiver in _waivers(catalogue):
        text = waiver.value(field)
        if not text:
            yield of_item(waiver, "no last day: the field {field} is missing", field=field)
        elif _last_day(catalogue, waiver) is None:
            edtf = edtf_of(text)
            message = "the last day is not a day: {text}"
            if _as_day(edtf):
                message = "the last day is not a day: {text}; write {edtf}"
            yield of_item(waiver, message, field=field, text=text, edtf=edtf)


@check(
    "self-approved-waiver",
    severity=Severity.ERROR,
    why="Nobody may free themselves of a duty; the one who answers for the item cannot "
    "approve its waiver.",
    remedy="Have the waiver approved by a role that does not own the item.",
)
def self_approved_waiver(catalogue: Catalogue) -> Iterator[Problem]:
    """Find waivers approved by nobody, or by the owner of what they waive."""
    links = catalogue.settings.links
    for waiver in _waivers(catalogue):
        if not waiver.targets(links.waiver_approver):
            yield of_item(
                waiver,
                "approved by nobody: the link {link} is missing",
                field=links.waiver_approver,
                link=links.waiver_approver,
            )
        for item in catalogue.linked(waiver, links.waiver_target):
            for owner in _approving_owners(catalogue, waiver, item):
                yield of_item(
                    waiver,
                    "approved by {owner}, who owns {target}",
                    field=links.waiver_approver,
                    owner=owner,
                    target=item.id,
                    related=[Related(item.option_location(links.owner), Message("the owner"))],
                )


@check(
    "expired-waiver",
    severity=Severity.ERROR,
    requires=["waiver-without-expiry"],
    why="A waiver holds for a time; after that the defect counts again.",
    remedy="Mend the defect and delete the waiver, or have it approved again with a new last day.",
)
def expired_waiver(catalogue: Catalogue) -> Iterator[Problem]:
    """Find waivers whose last day has passed."""
    field = catalogue.settings.fields.waiver_expiry
    for waiver in _waivers(catalogue):
        day = _last_day(catalogue, waiver)
        if day is not None and day < catalogue.settings.as_of:
            yield of_item(waiver, "its last day {day} has passed", field=field, day=day)


@check(
    "expiring-waiver",
    severity=Severity.NOTE,
    requires=["waiver-without-expiry", "expired-waiver"],
    why="When the waiver ends, the build fails; there should be time to mend the defect.",
    remedy="Mend the defect, or have the waiver approved again in time.",
)
def expiring_waiver(catalogue: Catalogue) -> Iterator[Problem]:
    """Find waivers that end soon."""
    field = catalogue.settings.fields.waiver_expiry
    soon = dt.timedelta(days=catalogue.settings.expiring_days)
    for waiver in _waivers(catalogue):
        day = _last_day(catalogue, waiver)
        if day is not None and dt.timedelta() <= day - catalogue.settings.as_of <= soon:
            yield of_item(waiver, "it ends on {day}", field=field, day=day)


@check(
    "mass-waiver",
    severity=Severity.WARNING,
    why="One reason for many items says that the rule is wrong, or that nobody looked at "
    "each of them.",
    remedy="Give each item its own reason, or change the policy of the check.",
)
def mass_waiver(catalogue: Catalogue) -> Iterator[Problem]:
    """Find reasons that waive more items than policy allows."""
    settings = catalogue.settings
    by_reason: dict[tuple[str, str, str], list[Item]] = defaultdict(list)
    for waiver in _waivers(catalogue):
        reason = " ".join(waiver.value(settings.fields.waiver_reason).casefold().split())
        if reason:
            check_name = waiver.value(settings.fields.waiver_check)
            by_reason[catalogue.region_of(waiver), check_name, reason].append(waiver)
    for waivers in by_reason.values():
        count = len({id_ for w in waivers for id_ in w.targets(settings.links.waiver_target)})
        if count > settings.targets_per_reason:
            yield of_item(
                waivers[0],
                "one reason waives {count} items; at most {limit} are allowed",
                field=settings.fields.waiver_reason,
                count=count,
                limit=settings.targets_per_reason,
                related=[
                    Related(
                        waiver.option_location(settings.fields.waiver_reason),
                        Message("the same reason"),
                    )
                    for waiver in waivers[1:]
                ],
            )


def silence_by_waivers(catalogue: Catalogue, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, each that a sound waiver covers marked with that waiver.

    What is wrong with a waiver itself cannot be waived.
    """
    settings = catalogue.settings
    covers: dict[tuple[str, str], str] = {}
    for waiver in _sound_waivers(catalogue):
        for target in waiver.targets(settings.links.waiver_target):
            key = (target, waiver.value(settings.fields.waiver_check))
            covers.setdefault(key, waiver.id)
    waivers = {waiver.id for waiver in _waivers(catalogue)}
    return [
        finding
        if finding.item in waivers
        else dataclasses.replace(finding, waived_by=covers.get((finding.item, finding.check), ""))
        for finding in findings
    ]


def unused_waivers(
    catalogue: Catalogue, findings: Iterable[Finding]
) -> Iterator[tuple[Check, Problem]]:
    """Yield the sound waivers, target by target, that silence none of the findings."""
    settings = catalogue.settings
    link = settings.links.waiver_target
    silenced = {(finding.waived_by, finding.item) for finding in findings}
    for waiver in _sound_waivers(catalogue):
        if not waiver.targets(link):
            text = "silences nothing: the link {link} is missing"
            yield UNUSED_WAIVER, of_item(waiver, text, field=link, link=link)
        for item in catalogue.linked(waiver, link):
            if (waiver.id, item.id) not in silenced:
                problem = of_item(
                    waiver,
                    "{check} finds nothing on {target}",
                    field=link,
                    check=waiver.value(settings.fields.waiver_check),
                    target=item.id,
                )
                yield UNUSED_WAIVER, problem


def _waivers(catalogue: Catalogue) -> Iterator[Item]:
    return catalogue.of_types(catalogue.settings.types.waiver)


def _sound_waivers(catalogue: Catalogue) -> Iterator[Item]:
    """Yield the waivers that silence: sound in every way that the checks above ask for."""
    settings = catalogue.settings
    for waiver in _waivers(catalogue):
        last_day = _last_day(catalogue, waiver)
        targets = catalogue.linked(waiver, settings.links.waiver_target)
        if (
            waiver.value(settings.fields.waiver_check) in CHECKS
            and waiver.value(settings.fields.waiver_reason)
            and last_day is not None
            and last_day >= settings.as_of
            and catalogue.linked(waiver, settings.links.waiver_approver)
            and not any(_approving_owners(catalogue, waiver, item) for item in targets)
        ):
            yield waiver


def _approving_owners(catalogue: Catalogue, waiver: Item, item: Item) -> list[str]:
    """Return the owners of an item that approve its waiver, in order."""
    links = catalogue.settings.links
    return sorted({*waiver.targets(links.waiver_approver)} & {*item.targets(links.owner)})


def _last_day(catalogue: Catalogue, waiver: Item) -> dt.date | None:
    """Return the last day on which a waiver holds, or ``None`` where no day is written."""
    return _as_day(waiver.value(catalogue.settings.fields.waiver_expiry))


def _as_day(text: str) -> dt.date | None:
    """Return a day written as YYYY-MM-DD, or ``None`` for any other text."""
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day, no time
    except ValueError:
        return None

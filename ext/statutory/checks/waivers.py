"""Waivers: one named check silenced on one item, for a reason, by a role, for a time.

Which of them hold, and what they cover, is told in :mod:`statutory.checks.waiving`.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator

from statutory.checks.handful import listed, places
from statutory.checks.registry import (
    CHECKS,
    Check,
    Problem,
    check,
    current_name,
    declare,
    of_item,
)
from statutory.checks.waiving import (
    approving_owners,
    check_of,
    covered,
    days_left,
    flaw_of_pattern,
    last_day,
    matched,
    may_answer,
    sound_waivers,
    waivers_of,
)
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Finding, Message, Related, Severity
from statutory.model.finnish_time import edtf_of
from statutory.model.item import Item
from statutory.model.period import read_day
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
    identified_by=("name",),
)
def waiver_of_unknown_check(catalogue: Catalogue) -> Iterator[Problem]:
    """Find waivers that name no check, or one that does not exist."""
    field = catalogue.settings.fields.waiver_check
    for waiver in waivers_of(catalogue):
        name = waiver.value(field)
        if current_name(name) in CHECKS:
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
    for waiver in waivers_of(catalogue):
        if not waiver.value(field):
            yield of_item(waiver, "no reason: the field {field} is missing", field=field)


@check(
    "waiver-without-expiry",
    severity=Severity.ERROR,
    why="A waiver that never ends is a hole in the check.",
    remedy="Write the last day on which the waiver holds, for example 2018-06-30.",
    identified_by=("text",),
)
def waiver_without_expiry(catalogue: Catalogue) -> Iterator[Problem]:
    """Find waivers without a last day that can be read."""
    field = catalogue.settings.fields.waiver_expiry
    for waiver in waivers_of(catalogue):
        text = waiver.value(field)
        if not text:
            yield of_item(waiver, "no last day: the field {field} is missing", field=field)
        elif last_day(catalogue, waiver) is None:
            edtf = edtf_of(text)
            message = "the last day is not a day: {text}"
            if read_day(edtf):
                message = "the last day is not a day: {text}; write {edtf}"
            yield of_item(waiver, message, field=field, text=text, edtf=edtf)


@check(
    "self-approved-waiver",
    severity=Severity.ERROR,
    why="Nobody may free themselves of a duty; the one who answers for the item cannot "
    "approve its waiver.",
    remedy="Have the waiver approved by a role that does not own the item.",
    identified_by=("owner",),
)
def self_approved_waiver(catalogue: Catalogue) -> Iterator[Problem]:
    """Find waivers approved by nobody, or by the owner of what they waive."""
    links = catalogue.settings.links
    for waiver in waivers_of(catalogue):
        if catalogue.lacks(waiver, links.waiver_approver):
            yield of_item(
                waiver,
                "approved by nobody: the link {link} is missing",
                field=links.waiver_approver,
                link=links.waiver_approver,
            )
        for owner, owned in _owned_by_approvers(catalogue, waiver).items():
            text = "approved by {owner}, who owns {target}"
            yield of_item(
                waiver,
                text if len(owned) == 1 else "approved by {owner}, who owns these: {target}",
                field=links.waiver_approver,
                owner=owner,
                target=listed(owned),
                members=[item.id for item in owned],
                related=places(owned, "the owner", field=links.owner),
            )


@check(
    "expired-waiver",
    severity=Severity.ERROR,
    requires=["waiver-without-expiry"],
    why="A waiver holds for a time; after that the defect counts again.",
    remedy="Mend the defect and delete the waiver, or have it approved again with a new last day.",
    identified_by=(),
)
def expired_waiver(catalogue: Catalogue) -> Iterator[Problem]:
    """Find waivers whose last day has passed."""
    field = catalogue.settings.fields.waiver_expiry
    for waiver in waivers_of(catalogue):
        left = days_left(catalogue, waiver)
        if left is not None and left < 0:
            day = last_day(catalogue, waiver)
            yield of_item(waiver, "its last day {day} has passed", field=field, day=day)


@check(
    "expiring-waiver",
    severity=Severity.NOTE,
    requires=["waiver-without-expiry", "expired-waiver"],
    why="When the waiver ends, the build fails; there should be time to mend the defect.",
    remedy="Mend the defect, or have the waiver approved again in time.",
    identified_by=(),
)
def expiring_waiver(catalogue: Catalogue) -> Iterator[Problem]:
    """Find waivers that end soon."""
    field = catalogue.settings.fields.waiver_expiry
    for waiver in waivers_of(catalogue):
        left = days_left(catalogue, waiver)
        if left is not None and 0 <= left <= catalogue.settings.expiring_days:
            day = last_day(catalogue, waiver)
            yield of_item(waiver, "it ends on {day}", field=field, day=day)


MASS_WAIVER = declare(
    Check(
        name="mass-waiver",
        family="waivers",
        severity=Severity.WARNING,
        summary="Find reasons that waive more items than policy allows.",
        why="One reason for many items says that the rule is wrong, or that nobody looked at "
        "each of them.",
        remedy="Give each item its own reason, or change the policy of the check.",
        identified_by=(),
    )
)


@check(
    "unbounded-waiver",
    severity=Severity.ERROR,
    why="One region cannot free another of its duties, and a pattern that reaches nothing says "
    "something else than its author meant.",
    remedy="Give the waiver the region whose items it is for, and a pattern that they match, "
    "for example AB-STEP-*; or link it to the items themselves.",
)
def unbounded_waiver(catalogue: Catalogue) -> Iterator[Problem]:
    """Find waivers whose pattern reaches no item of a region of their own."""
    field = catalogue.settings.fields.waiver_pattern
    for waiver in waivers_of(catalogue):
        text = flaw_of_pattern(catalogue, waiver)
        if text:
            place = catalogue.settings.label(catalogue.region_of(waiver))
            pattern = waiver.value(field)
            yield of_item(waiver, text, field=field, pattern=pattern, place=place)


def silence_by_waivers(catalogue: Catalogue, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, each that a sound waiver covers marked with that waiver.

    What is wrong with a waiver itself cannot be waived. A waiver of one region silences
    nothing that another region has to answer for.
    """
    covers: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for waiver in sound_waivers(catalogue):
        for item in covered(catalogue, waiver):
            covers[item.id, check_of(catalogue, waiver)].append(waiver)
    waivers = {waiver.id for waiver in waivers_of(catalogue)}
    return [
        dataclasses.replace(
            finding,
            waived_by=next(
                (
                    waiver.id
                    for waiver in covers.get((finding.item, finding.check), ())
                    if finding.item not in waivers and may_answer(catalogue, waiver, finding)
                ),
                "",
            ),
        )
        for finding in findings
    ]


def unused_waivers(
    catalogue: Catalogue, findings: Iterable[Finding]
) -> Iterator[tuple[Check, Problem]]:
    """Yield the sound waivers that silence none of the findings.

    Those that name items are judged item by item, a pattern as a whole.
    """
    links, fields = catalogue.settings.links, catalogue.settings.fields
    silenced = {(finding.waived_by, finding.item) for finding in findings}
    for waiver in sound_waivers(catalogue):
        check_name, pattern = check_of(catalogue, waiver), waiver.value(fields.waiver_pattern)
        link = links.waiver_target
        if catalogue.lacks(waiver, link) and not pattern:
            text = "silences nothing: the link {link} is missing"
            yield UNUSED_WAIVER, of_item(waiver, text, field=link, link=link)
        for item in catalogue.linked(waiver, link):
            if (waiver.id, item.id) not in silenced:
                text = "{check} finds nothing on {target}"
                yield (
                    UNUSED_WAIVER,
                    of_item(waiver, text, field=link, check=check_name, target=item.id),
                )
        of_pattern = matched(catalogue, waiver)
        if pattern and not any((waiver.id, item.id) in silenced for item in of_pattern):
            text = "{check} finds nothing on any item that {pattern} matches"
            yield (
                UNUSED_WAIVER,
                of_item(
                    waiver, text, field=fields.waiver_pattern, check=check_name, pattern=pattern
                ),
            )


def mass_waivers(
    catalogue: Catalogue, findings: Iterable[Finding]
) -> Iterator[tuple[Check, Problem]]:
    """Yield the reasons that waive more items than policy allows.

    The items that a waiver names count, and of those that its pattern matches the ones
    that it silences.
    """
    field = catalogue.settings.fields.waiver_reason
    limit = catalogue.settings.targets_per_reason
    silenced: dict[str, set[str]] = defaultdict(set)
    for finding in findings:
        silenced[finding.waived_by].add(finding.item)
    for waivers in _by_reason(catalogue).values():
        waived: set[str] = set()
        for waiver in waivers:
            waived |= {*waiver.targets(catalogue.settings.links.waiver_target)}
            waived |= silenced[waiver.id]
        if len(waived) > limit:
            yield (
                MASS_WAIVER,
                of_item(
                    waivers[0],
                    "one reason waives {count} items; at most {limit} are allowed",
                    field=field,
                    count=len(waived),
                    limit=limit,
                    related=[
                        Related(waiver.option_location(field), Message("the same reason"))
                        for waiver in waivers[1:]
                    ],
                ),
            )


def _owned_by_approvers(catalogue: Catalogue, waiver: Item) -> dict[str, list[Item]]:
    """Return the items of a waiver by the owner that approves it, in the order of the owners."""
    owned: dict[str, list[Item]] = defaultdict(list)
    for item in covered(catalogue, waiver):
        for owner in approving_owners(catalogue, waiver, item):
            owned[owner].append(item)
    return dict(sorted(owned.items()))


def _by_reason(catalogue: Catalogue) -> dict[tuple[str, str, str], list[Item]]:
    """Return the waivers that give a reason by region, check and reason."""
    by_reason: dict[tuple[str, str, str], list[Item]] = defaultdict(list)
    for waiver in waivers_of(catalogue):
        text = waiver.value(catalogue.settings.fields.waiver_reason)
        reason = " ".join(text.casefold().split())
        if reason:
            key = (catalogue.region_of(waiver), check_of(catalogue, waiver), reason)
            by_reason[key].append(waiver)
    return by_reason

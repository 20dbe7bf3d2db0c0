"""Gaps: what the sources do not say, written down as items of their own."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from statutory.checks.findings import address_of, severity_of
from statutory.checks.registry import CHECKS, Check, Problem, check, declare, of_item
from statutory.model.catalogue import Catalogue
from statutory.model.coverage import answers
from statutory.model.finding import Finding, Message, Related, Severity
from statutory.model.item import Item
from statutory.model.numbering import missing_numbers, numbered_items
from statutory.suggest import nearest

OPEN_GAP = declare(
    Check(
        name="open-gap",
        family="gaps",
        severity=Severity.NOTE,
        summary="Find what is missing and recorded as a gap in the sources.",
        why="What the sources leave open is information for the reader, not a defect; the "
        "coverage of the item still counts as missing.",
        remedy="Close the gap when the matter is settled: write the value into the item and "
        "take the item out of the gap.",
    )
)


@check(
    "closed-gap",
    severity=Severity.WARNING,
    why="A gap that names a value which the item has would tell the reader that nobody knows.",
    remedy="Take the item out of the gap, or the value out of the item.",
)
def closed_gap(catalogue: Catalogue) -> Iterator[Problem]:
    """Find gaps in what their item says after all."""
    link = catalogue.settings.links.gap_target
    for gap in _gaps(catalogue):
        for item in catalogue.linked(gap, link):
            for name in _names_of_gap(catalogue, gap):
                if not _is_said(catalogue, gap, item, name):
                    continue
                yield of_item(
                    gap,
                    "the gap says that {target} lacks {name}, but it has one",
                    field=link,
                    target=item.id,
                    name=name,
                    related=[Related(item.option_location(name), Message("the value is here"))],
                )


@check(
    "gap-of-unknown-field",
    severity=Severity.ERROR,
    why="A gap that names no field or link of the vocabulary answers no finding.",
    remedy="Name the field or link that the sources leave empty, as the items have it.",
)
def gap_of_unknown_field(catalogue: Catalogue) -> Iterator[Problem]:
    """Find gaps that name no field or link of the vocabulary."""
    field = catalogue.settings.fields.gap_field
    known = (*catalogue.vocabulary.fields, *catalogue.vocabulary.links)
    for gap in _gaps(catalogue):
        name = gap.value(field)
        if gap.targets(catalogue.settings.links.gap_target) and name not in known:
            suggestion = nearest(name, known) if name else ""
            text = "there is no field or link {name}"
            if suggestion:
                text = "there is no field or link {name}; did you mean {nearest}?"
            if not name:
                text = "names no field or link: the field {field} is missing"
            yield of_item(gap, text, field=field, name=name, nearest=suggestion)


def answer_by_gaps(catalogue: Catalogue, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, those that a gap item answers turned into ``open-gap`` notes.

    A gap answers a finding of a missing value if it leads to the item and names the field;
    where only one region has to answer, the gap must be that region's.
    """
    gaps = _by_target_and_field(catalogue)
    return [_answered(catalogue, finding, gaps) for finding in findings]


def _answered(
    catalogue: Catalogue, finding: Finding, gaps: dict[tuple[str, str], list[Item]]
) -> Finding:
    if not CHECKS[finding.check].gap or severity_of(catalogue, finding) is None:
        return finding
    for gap in gaps.get((finding.item, finding.field), ()):
        if finding.region in {"", catalogue.region_of(gap)}:
            return dataclasses.replace(
                finding,
                check=OPEN_GAP.name,
                severity=OPEN_GAP.severity,
                why=OPEN_GAP.why,
                remedy=OPEN_GAP.remedy,
                gap=gap.id,
                address=address_of(catalogue.settings, OPEN_GAP),
                related=(
                    *finding.related,
                    Related(gap.location, Message("recorded as the gap {gap}", {"gap": gap.id})),
                ),
            )
    return finding


def _by_target_and_field(catalogue: Catalogue) -> dict[tuple[str, str], list[Item]]:
    """Return the gap items by the item and the field that they speak of."""
    links = catalogue.settings.links
    gaps: dict[tuple[str, str], list[Item]] = {}
    for gap in _gaps(catalogue):
        for name in _names_of_gap(catalogue, gap):
            for target in catalogue.linked(gap, links.gap_target):
                gaps.setdefault((target.id, name), []).append(gap)
    return gaps


def _is_said(catalogue: Catalogue, gap: Item, item: Item, name: str) -> bool:
    """Say whether an item has what a gap says it lacks.

    A statutory element does not name what implements it: other items of the region do. A
    section says its numbered items where each of them is an element. A status says how an
    item ended only once it has: until then the gap stays open.
    """
    settings = catalogue.settings
    if name == settings.fields.status and settings.values.done:
        return item.value(name) in settings.values.done
    if item.type in settings.types.element and name == settings.links.implements:
        return bool(answers(catalogue, item, catalogue.region_of(gap)))
    if item.type in settings.types.section and name == settings.fields.numbered_items:
        return bool(numbered_items(catalogue, item)) and not missing_numbers(catalogue, item)
    if name in _names_of_time(catalogue):
        return bool(item.value(name) or item.targets(name)) and catalogue.has_time(item)
    return bool(item.value(name) or item.targets(name))


def _names_of_gap(catalogue: Catalogue, gap: Item) -> tuple[str, ...]:
    """Return the names that a gap speaks of: a period and a schedule both tell the time."""
    name = gap.value(catalogue.settings.fields.gap_field)
    of_time = _names_of_time(catalogue)
    return of_time if name in of_time else (name,)


def _names_of_time(catalogue: Catalogue) -> tuple[str, str]:
    """Return the field and the link that tell an item's time."""
    return (catalogue.settings.fields.period, catalogue.settings.links.schedule)


def _gaps(catalogue: Catalogue) -> Iterator[Item]:
    return catalogue.of_types(catalogue.settings.types.gap)

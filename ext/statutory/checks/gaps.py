"""Gaps: what the sources do not say, written down as items of their own."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from statutory.checks.findings import address_of, severity_of
from statutory.checks.registry import CHECKS, READ_RIGHT, Check, Problem, check, declare, of_item
from statutory.model.catalogue import Catalogue
from statutory.model.coverage import answers
from statutory.model.finding import Finding, Message, Related, Severity
from statutory.model.item import Item
from statutory.model.numbering import (
    element_count,
    elements_of,
    has_all_items,
)
from statutory.suggest import nearest

_NO_SUCH_NAME = "there is no field or link {name}"
_NO_SUCH_NAME_BUT = "there is no field or link {name}; did you mean {nearest}?"

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
            names = _names_of_gap(catalogue, gap)
            said = next((name for name in names if _is_said(catalogue, gap, item, name)), "")
            if said:
                yield of_item(
                    gap,
                    "the gap says that {target} lacks {name}, but it has one",
                    field=link,
                    target=item.id,
                    name=said,
                    related=[Related(item.option_location(said), Message("the value is here"))],
                )


@check(
    "gap-without-target",
    severity=Severity.WARNING,
    requires=[*READ_RIGHT, "orphan-item"],
    why="A gap that leads to no item answers no finding and is shown beside nothing.",
    remedy="Link the gap to the items that lack the value.",
    identified_by=(),
)
def gap_without_target(catalogue: Catalogue) -> Iterator[Problem]:
    """Find gaps that do not say what they are of."""
    link = catalogue.settings.links.gap_target
    for gap in _gaps(catalogue):
        if link and not gap.targets(link):
            yield of_item(
                gap, "leads to no item: the link {link} is missing", field=link, link=link
            )


@check(
    "gap-of-unknown-field",
    severity=Severity.ERROR,
    why="A gap in what no item of the kind can say answers no finding and is never closed.",
    remedy="Name the field or link that the sources leave empty, as the items have it.",
    identified_by=("name",),
)
def gap_of_unknown_field(catalogue: Catalogue) -> Iterator[Problem]:
    """Find gaps that name no field or link of the vocabulary, or none that their items can have."""
    field = catalogue.settings.fields.gap_field
    link = catalogue.settings.links.gap_target
    known = catalogue.vocabulary.names
    for gap in _gaps(catalogue):
        name = gap.value(field)
        foreign = [it for it in catalogue.linked(gap, link) if _is_foreign(catalogue, gap, it)]
        if not gap.targets(link):
            continue
        if not name:
            text = "names no field or link: the field {field} is missing"
            yield of_item(gap, text, field=field, name=name, nearest="")
        elif name not in known:
            suggestion = nearest(name, known)
            text = _NO_SUCH_NAME_BUT if suggestion else _NO_SUCH_NAME
            yield of_item(gap, text, field=field, name=name, nearest=suggestion)
        elif foreign:
            yield of_item(
                gap,
                "{name} is no field or link of items such as {targets}",
                field=field,
                name=name,
                targets=", ".join(item.id for item in foreign),
                related=[Related(foreign[0].location, Message("an item that cannot have it"))],
            )


@check(
    "unknown-inferred-name",
    severity=Severity.ERROR,
    requires=READ_RIGHT,
    why="The reader takes for certain what the editors inferred: the list marks only values that "
    "the item has.",
    remedy="Name the field or link whose value is inferred, or take the name out of the list.",
    identified_by=("name",),
)
def unknown_inferred_name(catalogue: Catalogue) -> Iterator[Problem]:
    """Find names of inferred values that are no field or link, or have no value in the item.

    What policy requires and the item lacks is the finding of the check that asks for it.
    """
    field = catalogue.settings.fields.inferred
    known = catalogue.vocabulary.names
    for item in catalogue.own_items():
        for name in _listed(item.value(field)):
            if name not in known:
                suggestion = nearest(name, known)
                text = _NO_SUCH_NAME_BUT if suggestion else _NO_SUCH_NAME
                yield of_item(item, text, field=field, name=name, nearest=suggestion)
            elif not _has(item, name) and not _is_asked_for(catalogue, item, name):
                yield of_item(
                    item, "{name} is marked as inferred, but has no value", field=field, name=name
                )


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
        return has_all_items(catalogue, item)
    if item.type in settings.types.section and name == settings.fields.element_count:
        return 0 < element_count(catalogue, item) <= len(elements_of(catalogue, item))
    is_said = bool(item.value(name) or catalogue.linked(item, name))
    if name in _names_of_time(catalogue):
        return is_said and catalogue.has_time(item)
    return is_said


def _has(item: Item, name: str) -> bool:
    """Say whether an item sets a field or link."""
    return bool(item.value(name) or item.targets(name))


def _listed(text: str) -> Iterator[str]:
    """Yield the names of a list once each, in its order."""
    return (name for name in dict.fromkeys(map(str.strip, text.split(","))) if name)


def _is_foreign(catalogue: Catalogue, gap: Item, item: Item) -> bool:
    """Say whether an item can neither have what a gap names nor be led to by it.

    What leads to the item is set in others: the link of a statutory element to what
    implements it, of a meeting to what was handled in it.
    """
    vocabulary = catalogue.vocabulary
    if item.type not in vocabulary.types:
        return False
    options = vocabulary.types[item.type].options
    name = gap.value(catalogue.settings.fields.gap_field)
    leads_to = vocabulary.links[name].target_types if name in vocabulary.links else ()
    return item.type not in leads_to and options.isdisjoint(_names_of_gap(catalogue, gap))


def _is_asked_for(catalogue: Catalogue, item: Item, name: str) -> bool:
    """Say whether policy requires of an item what it lacks, so that another check tells it."""
    settings = catalogue.settings
    links, required = settings.links, settings.required
    asking = {links.owner: required.owner, links.preparer: required.preparer}
    if item.type in settings.types.component:
        asking[links.implements] = settings.types.component
    if name in _names_of_time(catalogue):
        return item.type in required.timeline and not catalogue.has_time(item)
    return item.type in asking.get(name, ()) or required.parent.get(item.type) == name


def _names_of_gap(catalogue: Catalogue, gap: Item) -> tuple[str, ...]:
    """Return the names that a gap speaks of: a period and a schedule both tell the time."""
    name = gap.value(catalogue.settings.fields.gap_field)
    of_time = _names_of_time(catalogue)
    return of_time if name and name in of_time else (name,)


def _names_of_time(catalogue: Catalogue) -> tuple[str, str]:
    """Return the field and the link that tell an item's time."""
    return (catalogue.settings.fields.period, catalogue.settings.links.schedule)


def _gaps(catalogue: Catalogue) -> Iterator[Item]:
    return catalogue.of_types(catalogue.settings.types.gap)

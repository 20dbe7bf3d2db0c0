"""Small catalogues with English role names, for the tests that need no build.

Every item stands in a file of its own, ``id.md``: it opens at line 1, its identifier is at
line 2, its options follow in the order given. So a test can say where a finding is.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping

from statutory.checks import run_checks
from statutory.model.catalogue import Catalogue
from statutory.model.document import Directive, Document, Loss, LostOption, Option
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.report import Report
from statutory.model.settings import (
    FieldRoles,
    ItemType,
    LinkRoles,
    LinkType,
    Requirements,
    Settings,
    TypeRoles,
    ValueRoles,
    Vocabulary,
)

TYPES = (
    *("act", "section", "element", "component", "plan", "phase", "actor", "duty"),
    *("procedure", "service", "milestone", "decision", "position", "question", "risk"),
    *("difference", "resource", "source", "gap", "waiver", "meeting", "opportunity"),
)
LINKS = tuple(sorted(field.name for field in dataclasses.fields(LinkRoles)))
FIELDS = tuple(sorted(field.name for field in dataclasses.fields(FieldRoles)))
TARGET_TYPES = {
    "owner": ("actor",),
    "sources": ("source",),
    "schedule": ("phase", "plan", "procedure", "milestone"),
}

VOCABULARY = Vocabulary(
    types={
        name: ItemType(name=name, title=name.title(), options=frozenset(("id", *FIELDS, *LINKS)))
        for name in TYPES
    },
    fields=FIELDS,
    links={
        name: LinkType(
            name=name,
            outgoing=name.replace("_", " ").capitalize(),
            incoming=f"{name.replace('_', ' ').capitalize()} of",
            target_types=TARGET_TYPES.get(name, ()),
        )
        for name in LINKS
    },
    enumerations={"region": ("state", "north", "south")},
)

SETTINGS = Settings(
    as_of=dt.date(2018, 1, 31),
    types=TypeRoles(
        act=("act",),
        section=("section",),
        element=("element",),
        component=("component",),
        implementer=("component", "phase", "duty", "service", "decision"),
        prepared=("component",),
        actor=("actor",),
        duty=("duty",),
        procedure=("procedure", "phase"),
        milestone=("milestone",),
        meeting=("meeting",),
        decision=("decision",),
        position=("position",),
        service=("service",),
        risk=("risk",),
        opportunity=("opportunity",),
        difference=("difference",),
        resource=("resource",),
        source=("source",),
        gap=("gap",),
        waiver=("waiver",),
    ),
    values=ValueRoles(
        inferred=("inferred",),
        national=("state",),
        done=("done",),
        pending=("draft",),
        unofficial=("unofficial",),
        whole=("region",),
        outsider=("company",),
        stakeholder=("stakeholder",),
        authority_task=("authority",),
        organising=("organising",),
        producing=("producing",),
        significant_power=("significant",),
        not_in_force=("bill", "lapsed"),
        lapsed=("lapsed",),
        unverified=("unverified",),
        demand=("demanded",),
        settling=("settled",),
    ),
    required=Requirements(
        owner=("element", "component", "phase"),
        preparer=("component",),
        timeline=("element", "component", "phase"),
        outcome=("milestone",),
        decision=("procedure",),
        funding=("duty",),
        answer=("question",),
        mitigation=("risk",),
        without_source=("source", "waiver"),
        parent={
            "section": "based_on",
            "element": "based_on",
            "component": "part_of",
            "phase": "part_of",
        },
    ),
    answers={"SEC": ("north",)},
    labels={"inferred": "inferred by the editors", "north": "The North"},
)

_CITED = {"sources": "SRC", "locator": "Heading"}
_SOUND: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "ACT": ("act", _CITED),
    "SEC": ("section", {"based_on": "ACT", **_CITED}),
    "ELE": (
        "element",
        {"region": "state", "based_on": "SEC", "owner": "COUNCIL", "period": "2018", **_CITED},
    ),
    "COM": (
        "component",
        {
            "region": "north",
            "part_of": "PLAN",
            "implements": "ELE",
            "owner": "COUNCIL",
            "preparer": "OFFICE",
            "schedule": "PHASE",
            **_CITED,
        },
    ),
    "PLAN": ("plan", _CITED),
    "PHASE": (
        "phase",
        {"region": "north", "part_of": "PLAN", "owner": "OFFICE", "period": "2018-03", **_CITED},
    ),
    "COUNCIL": ("actor", _CITED),
    "OFFICE": ("actor", _CITED),
    "SRC": ("source", {}),
}

WAIVER = {
    "region": "north",
    "waiver_check": "missing-owner",
    "waiver_target": "COM",
    "waiver_reason": "Not yet elected",
    "waiver_expiry": "2018-12-31",
    "waiver_approver": "OFFICE",
}
"""The options of a sound waiver of the missing owner of ``COM``."""


def make_item(kind: str, id_: str, /, *, at: str = "", title: str = "", **options: str) -> Item:
    """Return an item with the options given; an empty one is left out.

    :param at: The file and line at which it opens; ``id.md:1`` where empty.
    :param title: The title; ``Kind ID`` where empty.
    :param options: Fields as text, links as identifiers separated by commas.
    """
    given = {name: text for name, text in options.items() if text}
    path, _, line = (at or f"{id_.lower()}.md:1").partition(":")
    return Item(
        id=id_,
        type=kind,
        title=title or f"{kind.title()} {id_}",
        location=Location(path, int(line)),
        fields={name: text for name, text in given.items() if name not in LINKS},
        links={
            name: tuple(part.strip() for part in text.split(","))
            for name, text in given.items()
            if name in LINKS
        },
        option_lines={name: int(line) + n for n, name in enumerate(("id", *given), start=1)},
    )


def sound_items(**changes: Mapping[str, str]) -> list[Item]:
    """Return items of most types, in which no check finds anything.

    :param changes: Options to set, or to take away by an empty text, by identifier.
    """
    return [
        make_item(kind, id_, **{**options, **changes.get(id_, {})})
        for id_, (kind, options) in _SOUND.items()
    ]


def make_catalogue(items: Iterable[Item], settings: Settings = SETTINGS) -> Catalogue:
    """Return a catalogue of some items, with English names."""
    return Catalogue(
        settings=settings, vocabulary=VOCABULARY, items={item.id: item for item in items}
    )


def make_waiver(id_: str = "WAI", /, **changes: str) -> Item:
    """Return a sound waiver, some of its options changed."""
    return make_item("waiver", id_, **{**WAIVER, **changes})


def make_gap(id_: str = "GAP", /, *, target: str, field: str, region: str = "north") -> Item:
    """Return a gap: a field or link of an item of which the sources say nothing."""
    return make_item(
        "gap", id_, region=region, gap_target=target, gap_field=field, sources="SRC", locator="p. 1"
    )


def make_directive(
    name: str,
    id_: str = "",
    /,
    *,
    line: int = 1,
    end_line: int = 5,
    title: str = "Title",
    lost: Iterable[tuple[str, int]] = (),
    **options: str,
) -> Directive:
    """Return a directive of the file ``page.md``, its options one a line.

    :param lost: The names and lines of options that stand in the body, of the value SRC.
    """
    given = {"id": id_, **options} if id_ else options
    return Directive(
        name=name,
        title=title,
        location=Location("page.md", line),
        end_line=end_line,
        options=tuple(
            Option(option, value, number)
            for number, (option, value) in enumerate(given.items(), start=line + 1)
        ),
        lost=tuple(LostOption(option, "SRC", number, Loss.BELOW) for option, number in lost),
    )


def make_page(*directives: Directive) -> Document:
    """Return the file ``page.md`` with some directives."""
    return Document(path="page.md", docname="page", directives=directives)


def run(items: Iterable[Item], settings: Settings = SETTINGS) -> Report:
    """Return what all checks find in some items."""
    return run_checks(make_catalogue(items, settings))


def brief(report: Report) -> list[tuple[str, str, str]]:
    """Return the check, the item and the place of each finding that no waiver silences."""
    return [(f.check, f.item, str(f.location)) for f in report.open_findings]

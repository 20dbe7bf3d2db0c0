"""What a project says of itself: vocabulary, roles of its names, policy.

The names in a knowledge base are its authors'; the extension knows a link or a field only
by the role that the project's configuration gives it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from statutory.model.baseline import FindingKey
from statutory.model.finding import Severity
from statutory.model.item import frozen_mapping
from statutory.model.period import PeriodPolicy
from statutory.model.values import ValueSchema

Severities: TypeAlias = Mapping[str, Severity | None]
"""Severities by check; ``None`` means that its findings are left out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkType:
    """A link type: what pages call it in each direction, and the types it may lead to.

    :param target_types: The item types that it may lead to; empty means any.
    """

    name: str
    outgoing: str
    incoming: str
    target_types: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemType:
    """An item type: its directive, its title on pages and the options of its own.

    :param options: The fields and links that an item of the type may set.
    """

    name: str
    title: str
    options: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Vocabulary:
    """The item types, fields and links of a project, as sphinx-needs knows them.

    :param enumerations: The values that a field may hold, for the fields that list them.
    :param directives: The names of all directives that are known, of items or not.
    :param filter_names: The names that a filter can read of an item; empty where they are
        not known.
    :param id_pattern: What an identifier has to begin with, as a regular expression.
    :param schemas: What each option of each type has to be, by type and option.
    :param elsewhere: The settings by which items come from elsewhere than the files.
    """

    types: Mapping[str, ItemType] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    links: Mapping[str, LinkType] = field(default_factory=dict)
    enumerations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    directives: frozenset[str] = frozenset()
    filter_names: frozenset[str] = frozenset()
    id_pattern: str = ""
    schemas: Mapping[str, Mapping[str, ValueSchema]] = field(default_factory=dict)
    elsewhere: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Make the mappings read-only."""
        for name in ("types", "links", "enumerations", "schemas"):
            object.__setattr__(self, name, frozen_mapping(getattr(self, name)))

    def outgoing(self, link: str) -> str:
        """Return what pages call a link; its name where the project has no such link."""
        return self.links[link].outgoing if link in self.links else link


@dataclass(frozen=True, kw_only=True, slots=True)
class TypeRoles:
    """The item types that stand for each concept of the checks.

    :param act: Acts, bills and other regulations as a whole.
    :param section: Provisions of an act.
    :param element: Statutory elements: the single things that a section demands.
    :param component: Components of the strategy.
    :param prepared: What is prepared and then decided; its period is that of preparing.
    :param actor: Bodies, roles and groups.
    :param duty: Standing duties.
    :param procedure: Wholes whose period bounds that of their parts.
    :param milestone: Dates on which something happens.
    :param decision: Decisions, made with the competence to make them.
    :param position: What somebody states, demands or notes without that competence.
    :param difference: Differences between statements, each with its kind.
    :param resource: Money, people or time that work is done with.
    :param source: Sources.
    :param gap: What the sources do not say.
    :param waiver: Waivers of a check.
    """

    act: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    element: tuple[str, ...] = ()
    component: tuple[str, ...] = ()
    prepared: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    duty: tuple[str, ...] = ()
    procedure: tuple[str, ...] = ()
    milestone: tuple[str, ...] = ()
    decision: tuple[str, ...] = ()
    position: tuple[str, ...] = ()
    difference: tuple[str, ...] = ()
    resource: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    gap: tuple[str, ...] = ()
    waiver: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkRoles:
    """The link that stands for each relation of the checks.

    Each is named as it reads from the item that carries it: ``concerns`` leads to what an
    item is about, ``competence`` from an actor to the provision that gives it power,
    ``successor`` to the actor that takes its duties over, ``counterpart`` from a lapsed
    provision to the one in force, ``mitigates`` from a measure to a risk.
    """

    based_on: str = "based_on"
    implements: str = "implements"
    owner: str = "owner"
    preparer: str = "preparer"
    schedule: str = "schedule"
    predecessor: str = "predecessor"
    part_of: str = "part_of"
    sources: str = "sources"
    concerns: str = "concerns"
    decider: str = "decider"
    consulted: str = "consulted"
    organiser: str = "organiser"
    producer: str = "producer"
    funder: str = "funder"
    competence: str = "competence"
    successor: str = "successor"
    counterpart: str = "counterpart"
    speaker: str = "speaker"
    answer: str = "answer"
    mitigates: str = "mitigates"
    conflicts_with: str = "conflicts_with"
    gap_target: str = "gap_target"
    reviewer: str = "reviewer"
    waiver_target: str = "waiver_target"
    waiver_approver: str = "waiver_approver"


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldRoles:
    """The field that stands for each property of the checks.

    ``kind`` is the kind of an actor, a duty or a difference, ``standing`` whether an actor
    is official, ``public_power`` how much of it a duty uses, ``legal_state`` whether an act
    is in force, ``verification`` how a provision's content is confirmed, ``numbered_items``
    how many numbered items a section has, ``number`` which of them an element is,
    ``force`` the force of the verb with which a position is stated, and ``former_ids`` the
    identifiers that an item has had before. ``reviewed`` is the day of the last review,
    ``fingerprint`` a digest of what an item says, by which a link shows that its target has
    changed.
    """

    region: str = "region"
    period: str = "period"
    term: str = "term"
    published: str = "published"
    locator: str = "locator"
    status: str = "status"
    kind: str = "kind"
    standing: str = "standing"
    public_power: str = "public_power"
    legal_state: str = "legal_state"
    verification: str = "verification"
    numbered_items: str = "numbered_items"
    number: str = "number"
    force: str = "force"
    owner_basis: str = "owner_basis"
    time_basis: str = "time_basis"
    inferred: str = "inferred"
    former_ids: str = "former_ids"
    reviewed: str = "reviewed"
    fingerprint: str = "fingerprint"
    gap_field: str = "gap_field"
    waiver_check: str = "waiver_check"
    waiver_pattern: str = "waiver_pattern"
    waiver_reason: str = "waiver_reason"
    waiver_expiry: str = "waiver_expiry"


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueRoles:
    """The values of fields that have a meaning to the checks.

    :param inferred: Of a basis field: inferred, not stated.
    :param national: Of the region: the state, not a region.
    :param done: Of the status: brought to an end.
    :param pending: Of the status: not yet brought to an end.
    :param unofficial: Of an actor's standing: without an official position.
    :param whole: Of an actor's kind: a region or organisation as a whole, which may both
        organise and produce.
    :param outsider: Of an actor's kind: not a public authority.
    :param stakeholder: Of an actor's kind: concerned, without a duty of its own.
    :param authority_task: Of a duty's kind: a task of a public authority.
    :param significant_power: Of the public power of a duty: significant.
    :param not_in_force: Of an act's legal state: not in force, whether yet or any more.
    :param lapsed: Of an act's legal state: never to come into force.
    :param unverified: Of a provision's verification: not confirmed.
    :param demand: Of a position's force: it asks for an answer.
    """

    inferred: tuple[str, ...] = ("inferred",)
    national: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    unofficial: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    outsider: tuple[str, ...] = ()
    stakeholder: tuple[str, ...] = ()
    authority_task: tuple[str, ...] = ()
    significant_power: tuple[str, ...] = ()
    not_in_force: tuple[str, ...] = ()
    lapsed: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    demand: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Requirements:
    """What is required of which item types.

    :param owner: Types whose items need an owner.
    :param preparer: Types whose items need a preparer.
    :param timeline: Types whose items need a period or a schedule.
    :param outcome: Types whose items need to say how they ended, once they have.
    :param decision: Types of procedures that need to lead to a decision.
    :param funding: Types whose items need a funder or a resource.
    :param answer: Types whose items ask for an answer.
    :param mitigation: Types whose items need something that mitigates them.
    :param without_source: Types whose items need no source.
    :param parent: The link by which a type's items hang on the whole they belong to.
    """

    owner: tuple[str, ...] = ()
    preparer: tuple[str, ...] = ()
    timeline: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    decision: tuple[str, ...] = ()
    funding: tuple[str, ...] = ()
    answer: tuple[str, ...] = ()
    mitigation: tuple[str, ...] = ()
    without_source: tuple[str, ...] = ()
    parent: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewPolicy:
    """What is reviewed, and how often.

    :param interval_days: How many days a review is good for.
    :param types: Types whose items must have been reviewed.
    :param links: The links that a review marks with the fingerprint of their targets.
    """

    interval_days: int = 365
    types: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PrivacyPolicy:
    """What counts as data of a person, and what does not.

    :param allowed_emails: Patterns of the addresses that belong to a role or an office,
        with ``*`` for any characters.
    :param exempt_files: Patterns of the files whose examples show invented data.
    :param names: The names of persons, from a list outside of the repository.
    """

    allowed_emails: tuple[str, ...] = ()
    exempt_files: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """The configuration of a project, validated.

    :param path: The file that it was read from, relative to the project's root.
    :param language: The language of messages and labels.
    :param as_of: The day at which the content is judged.
    :param law_as_of: The date of the legal knowledge, EDTF.
    :param fail_on: The mildest severity that fails a build.
    :param answers: The regions that answer for the elements of a section, by its id.
    :param separating_acts: The acts under which organising and producing are to be apart;
        empty means everywhere.
    :param binding: The acts whose elements have to be answered; empty means all.
    :param severities: The severities that policy sets, by check; ``None`` switches it off.
    :param region_severities: The severities of a region's findings, by region and check.
    :param type_severities: The severities of a type's findings, by item type and check.
    :param gates: The least coverage in percent, by region and measure.
    :param baseline: The file of the findings that are accepted, relative to the project's
        root; empty for none.
    :param accepted: What the baseline holds, and how many times.
    :param documentation: The address under which the pages on the checks stand; empty for
        none.
    :param check_day: The day that waivers are measured at; ``None`` means the as-of date.
    :param expiring_days: How many days before its expiry a waiver is said to expire.
    :param targets_per_reason: How many targets one reason may waive.
    :param notice: A sentence for the top of every page, with ``{as_of}`` and
        ``{law_as_of}`` where the dates go; empty for none.
    :param responsibilities: The links that tell who has which part in an item, in the
        order of the columns of the division of responsibilities.
    :param absent: What pages say where an item lacks a link or field, by its name; the
        rest read that the source does not say.
    :param labels: What pages call fields and values, by their names.
    :param key_lines: The line of each table and key of the file, by its path.
    """

    path: str = "ubproject.toml"
    language: str = "en"
    as_of: dt.date = dt.date.min
    law_as_of: str = ""
    fail_on: Severity = Severity.WARNING
    types: TypeRoles = TypeRoles()
    links: LinkRoles = LinkRoles()
    fields: FieldRoles = FieldRoles()
    values: ValueRoles = ValueRoles()
    required: Requirements = Requirements()
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    separating_acts: tuple[str, ...] = ()
    binding: tuple[str, ...] = ()
    severities: Severities = field(default_factory=dict)
    region_severities: Mapping[str, Severities] = field(default_factory=dict)
    type_severities: Mapping[str, Severities] = field(default_factory=dict)
    gates: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    baseline: str = ""
    accepted: Mapping[FindingKey, int] = field(default_factory=dict)
    documentation: str = ""
    check_day: dt.date | None = None
    periods: PeriodPolicy = field(default_factory=PeriodPolicy)
    privacy: PrivacyPolicy = PrivacyPolicy()
    reviews: ReviewPolicy = ReviewPolicy()
    expiring_days: int = 90
    targets_per_reason: int = 3
    notice: str = ""
    responsibilities: tuple[str, ...] = ()
    absent: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    key_lines: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the mappings read-only."""
        for name in (
            *("answers", "severities", "region_severities", "type_severities", "gates"),
            *("accepted", "absent", "labels", "key_lines"),
        ):
            object.__setattr__(self, name, frozen_mapping(getattr(self, name)))

    @property
    def waiver_day(self) -> dt.date:
        """The day at which the last days of waivers are measured."""
        return self.check_day or self.as_of

    def severity_of(
        self, check: str, default: Severity, *, type_: str = "", region: str = ""
    ) -> Severity | None:
        """Return how grave the findings of a check are, or ``None`` where it is off.

        What is said for the region comes before what is said for the type, and that before
        what is said for all.

        :param default: What the check itself says.
        """
        for severities in (
            self.region_severities.get(region, {}),
            self.type_severities.get(type_, {}),
            self.severities,
        ):
            if check in severities:
                return severities[check]
        return default

    def line_of(self, key: str) -> int:
        """Return the line of a key of the file, or of the nearest table that it is in."""
        return line_of(self.key_lines, key)

    def label(self, name: str) -> str:
        """Return what pages call a field or a value; its name where nothing is said."""
        return self.labels.get(name, name)


def line_of(lines: Mapping[str, int], key: str) -> int:
    """Return the line of a dotted key, or of the nearest table that holds it; 0 for none.

    :param lines: The lines of the keys and tables that are known.
    """
    while key and key not in lines:
        key = key.rpartition(".")[0]
    return lines.get(key, 0)

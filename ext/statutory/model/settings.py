"""What a project says of itself: vocabulary, roles of its names, policy.

The names in a knowledge base are its authors'; the extension knows a link or a field only
by the role that the project's configuration gives it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from statutory.model.finding import Severity
from statutory.model.item import frozen_mapping
from statutory.model.period import PeriodPolicy


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
    """

    types: Mapping[str, ItemType] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    links: Mapping[str, LinkType] = field(default_factory=dict)
    enumerations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    directives: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Make the mappings read-only."""
        for name in ("types", "links", "enumerations"):
            object.__setattr__(self, name, frozen_mapping(getattr(self, name)))

    def outgoing(self, link: str) -> str:
        """Return what pages call a link; its name where the project has no such link."""
        return self.links[link].outgoing if link in self.links else link


@dataclass(frozen=True, kw_only=True, slots=True)
class TypeRoles:
    """The item types that stand for each concept of the checks."""

    act: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    element: tuple[str, ...] = ()
    component: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    gap: tuple[str, ...] = ()
    waiver: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkRoles:
    """The link that stands for each relation of the checks."""

    based_on: str = "based_on"
    implements: str = "implements"
    owner: str = "owner"
    preparer: str = "preparer"
    schedule: str = "schedule"
    predecessor: str = "predecessor"
    part_of: str = "part_of"
    sources: str = "sources"
    gap_target: str = "gap_target"
    waiver_target: str = "waiver_target"
    waiver_approver: str = "waiver_approver"


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldRoles:
    """The field that stands for each property of the checks."""

    region: str = "region"
    period: str = "period"
    term: str = "term"
    published: str = "published"
    locator: str = "locator"
    owner_basis: str = "owner_basis"
    time_basis: str = "time_basis"
    inferred: str = "inferred"
    gap_field: str = "gap_field"
    waiver_check: str = "waiver_check"
    waiver_reason: str = "waiver_reason"
    waiver_expiry: str = "waiver_expiry"


@dataclass(frozen=True, kw_only=True, slots=True)
class Requirements:
    """What is required of which item types.

    :param owner: Types whose items need an owner.
    :param preparer: Types whose items need a preparer.
    :param timeline: Types whose items need a period or a schedule.
    :param without_source: Types whose items need no source.
    :param parent: The link by which a type's items hang on the whole they belong to.
    """

    owner: tuple[str, ...] = ()
    preparer: tuple[str, ...] = ()
    timeline: tuple[str, ...] = ()
    without_source: tuple[str, ...] = ()
    parent: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """The configuration of a project, validated.

    :param path: The file that it was read from, relative to the project's root.
    :param language: The language of messages and labels.
    :param as_of: The day at which the content is judged.
    :param law_as_of: The date of the legal knowledge, EDTF.
    :param fail_on: The mildest severity that fails a build.
    :param inferred_values: Values of a basis field that mean *inferred*.
    :param answers: The regions that answer for the elements of a section, by its id.
    :param severities: The severities that policy sets, by check.
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
    inferred_values: tuple[str, ...] = ("inferred",)
    required: Requirements = Requirements()
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    periods: PeriodPolicy = field(default_factory=PeriodPolicy)
    expiring_days: int = 90
    targets_per_reason: int = 3
    notice: str = ""
    responsibilities: tuple[str, ...] = ()
    absent: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    key_lines: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the mappings read-only."""
        for name in ("answers", "severities", "absent", "labels", "key_lines"):
            object.__setattr__(self, name, frozen_mapping(getattr(self, name)))

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

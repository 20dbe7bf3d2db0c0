"""What a project says of itself: the roles of its names, and its policy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from statutory.model.baseline import FindingKey
from statutory.model.finding import Acceptance, Message, Severity
from statutory.model.item import frozen_mapping
from statutory.model.period import PeriodPolicy
from statutory.model.raci import RaciPolicy
from statutory.model.roles import FieldRoles, LinkRoles, TypeRoles, ValueRoles
from statutory.model.snapshot import Snapshot
from statutory.model.vocabulary import ItemType, LinkType, Vocabulary

__all__ = [
    "BorderPolicy",
    "FieldRoles",
    "IdentifierPolicy",
    "ItemType",
    "LinkRoles",
    "LinkType",
    "PrivacyPolicy",
    "RaciPolicy",
    "Requirements",
    "ReviewPolicy",
    "Settings",
    "Severities",
    "StatementPolicy",
    "TextPolicy",
    "TypeRoles",
    "ValueRoles",
    "Vocabulary",
    "first_line_of",
    "line_of",
]

Severities: TypeAlias = Mapping[str, Severity | None]
"""Severities by check; ``None`` means that its findings are left out."""


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
    :param owner_basis: Types whose items need to say how their owner is known.
    :param time_basis: Types whose items need to say how their time is known.
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
    owner_basis: tuple[str, ...] = ()
    time_basis: tuple[str, ...] = ()
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
    :param is_asked: Whether the project wants data of persons to be looked for.
    """

    is_asked: bool = False
    allowed_emails: tuple[str, ...] = ()
    exempt_files: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class StatementPolicy:
    """What the publisher of the pages says of their accessibility.

    :param page: The page of the statement, which every page links to; empty for none.
    :param date: When the statement was made, EDTF; empty where it is not set.
    :param feedback: The address for feedback; empty where it is not set.
    """

    page: str = ""
    date: str = ""
    feedback: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class IdentifierPolicy:
    """What an identifier says of its item.

    :param form: How identifiers are made, with ``{region}``, ``{type}`` and ``{name}`` where
        the code of the region, the prefix of the type and a name of its own stand; empty where
        they say nothing.
    :param regions: The code of each region.
    """

    form: str = ""
    regions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class BorderPolicy:
    """What may lead from one region to another without a question.

    :param links: The links that may, of items of any type.
    :param types: The types whose items may, by any link.
    """

    links: tuple[str, ...] = ()
    types: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class TextPolicy:
    """What is asked of the text of items.

    :param required: Types whose items need a text.
    :param inference_words: The beginnings of the words by which a text says that something is
        inferred.
    """

    required: tuple[str, ...] = ()
    inference_words: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """The configuration of a project, validated.

    :param path: The file that it was read from, relative to the project's root.
    :param language: The language of messages and labels.
    :param as_of: The day at which the content is judged.
    :param law_as_of: The date of the legal knowledge, EDTF.
    :param fail_on: The mildest severity that fails a build.
    :param answers: The regions that answer for the elements of a section, by its id.
    :param answers_by_default: The regions that answer for the elements of all other sections;
        where it is empty, those that mention them do.
    :param separating_acts: The acts under which organising and producing are to be apart;
        empty means everywhere.
    :param binding: The acts whose elements have to be answered; empty means all.
    :param severities: The severities that policy sets, by check; ``None`` switches it off.
    :param region_severities: The severities of a region's findings, by region and check.
    :param type_severities: The severities of a type's findings, by item type and check.
    :param gates: The least coverage in percent, by region and measure.
    :param baseline: The file of the findings that are accepted, relative to the project's
        root; empty for none.
    :param accepted: What the baseline holds, with how many findings it accepts, why and until when.
    :param snapshot: The file of the items of the last release, relative to the project's root;
        empty for none.
    :param released: What the snapshot holds; ``None`` where there is none.
    :param documentation: The address under which the pages on the checks stand; empty for
        none.
    :param check_day: The day that waivers and what the baseline accepts are measured at; ``None``
        means the as-of date.
    :param expiring_days: How many days before its expiry a waiver is said to expire.
    :param targets_per_reason: How many targets one reason may waive.
    :param cards: Whether items are shown as cards; sphinx-needs shows them otherwise.
    :param allows_code: Whether Python in the content is evaluated; set in ``conf.py`` alone.
    :param feedback: The address for feedback on an item, with ``{id}`` and ``{title}`` where
        they go; empty for none.
    :param notice: A sentence for the top of every page, with ``{as_of}`` and
        ``{law_as_of}`` where the dates go; empty for none.
    :param responsibilities: The links that tell who has which part in an item, in the
        order of the columns of the division of responsibilities.
    :param absent: What pages say where an item lacks a link or field, by its name; under
        ``default`` what they say of the rest where no gap says that the source is silent.
    :param labels: What pages call fields and values, by their names.
    :param unknown_keys: The keys of sphinx-needs' table that it leaves out since it does not know
        them, each with what is to be said of it.
    :param key_lines: The line of each table and key of the file, by its path.
    :param untrusted: Whether the content may be by people whom the project does not trust,
        so that nothing in it may act; ``conf.py`` says so.
    """

    path: str = "ubproject.toml"
    language: str = "en"
    as_of: dt.date = dt.date.min
    law_as_of: str = ""
    fail_on: Severity = Severity.WARNING
    types: TypeRoles = field(default_factory=TypeRoles)
    links: LinkRoles = field(default_factory=LinkRoles)
    fields: FieldRoles = field(default_factory=FieldRoles)
    values: ValueRoles = field(default_factory=ValueRoles)
    required: Requirements = Requirements()
    raci: RaciPolicy = field(default_factory=RaciPolicy)
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    answers_by_default: tuple[str, ...] = ()
    separating_acts: tuple[str, ...] = ()
    binding: tuple[str, ...] = ()
    severities: Severities = field(default_factory=dict)
    region_severities: Mapping[str, Severities] = field(default_factory=dict)
    type_severities: Mapping[str, Severities] = field(default_factory=dict)
    gates: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    baseline: str = ""
    accepted: Mapping[FindingKey, Acceptance] = field(default_factory=dict)
    snapshot: str = ""
    released: Snapshot | None = None
    documentation: str = ""
    check_day: dt.date | None = None
    periods: PeriodPolicy = field(default_factory=PeriodPolicy)
    privacy: PrivacyPolicy = PrivacyPolicy()
    reviews: ReviewPolicy = ReviewPolicy()
    accessibility: StatementPolicy = StatementPolicy()
    ids: IdentifierPolicy = IdentifierPolicy()
    across_regions: BorderPolicy = BorderPolicy()
    texts: TextPolicy = TextPolicy()
    expiring_days: int = 90
    targets_per_reason: int = 3
    notice: str = ""
    cards: bool = True
    allows_code: bool = False
    feedback: str = ""
    responsibilities: tuple[str, ...] = ()
    absent: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    unknown_keys: Mapping[str, Message] = field(default_factory=dict)
    key_lines: Mapping[str, int] = field(default_factory=dict)
    untrusted: bool = False

    def __post_init__(self) -> None:
        """Make the mappings read-only."""
        for name in (
            *("answers", "severities", "region_severities", "type_severities", "gates"),
            *("accepted", "absent", "labels", "unknown_keys", "key_lines"),
        ):
            object.__setattr__(self, name, frozen_mapping(getattr(self, name)))

    @property
    def waiver_day(self) -> dt.date:
        """The day at which the last days of waivers and of accepted findings are measured."""
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

    def first_line_of(self, key: str) -> int:
        """Return the first line of a key of the file, or of what is in it."""
        return first_line_of(self.key_lines, key)

    def label(self, name: str) -> str:
        """Return what pages call a field or a value; its name where nothing is said."""
        return self.labels.get(name, name)


def first_line_of(lines: Mapping[str, int], key: str) -> int:
    """Return the first line of a dotted key or of what is in it, or that of its table.

    :param lines: The lines of the keys and tables that are known.
    """
    inner = [line for path, line in lines.items() if f"{path}.".startswith(f"{key}.")]
    return min(inner, default=line_of(lines, key))


def line_of(lines: Mapping[str, int], key: str) -> int:
    """Return the line of a dotted key, or of the nearest table that holds it; 0 for none.

    :param lines: The lines of the keys and tables that are known.
    """
    while key and key not in lines:
        key = key.rpartition(".")[0]
    return lines.get(key, 0)

"""Findings: what the checks say, in one shape for every report."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from statutory.model.item import frozen_mapping
from statutory.model.location import Location


class Severity(enum.IntEnum):
    """How grave a finding is; a greater number is graver."""

    NOTE = enum.auto()
    WARNING = enum.auto()
    ERROR = enum.auto()

    @property
    def label(self) -> str:
        """The name used in configuration and reports."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with named places, kept apart so that it can be translated.

    :param text: The English sentence, also the key of its translation.
    :param values: What stands in the named places.
    """

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the values read-only."""
        object.__setattr__(self, "values", frozen_mapping(self.values))

    def __str__(self) -> str:
        """Return the English sentence, its values filled in."""
        return self.text.format_map(self.values)


class MessageError(Exception):
    """An error that is told to people: its message can be said in their language."""

    def __init__(self, text: str, /, **values: object) -> None:
        """Take the English sentence and its values."""
        self.message = Message(text, values)
        super().__init__(str(self.message))


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of, and what it has to do with it."""

    location: Location
    message: Message


@dataclass(frozen=True, kw_only=True, slots=True)
class Acceptance:
    """What the baseline of a project says of findings that it accepts.

    :param count: How many of them are accepted.
    :param reason: Why; empty where nobody has said it.
    :param expires: The last day on which they are accepted; ``None`` for no last day.
    """

    count: int = 1
    reason: str = ""
    expires: dt.date | None = None

    def holds_on(self, day: dt.date) -> bool:
        """Say whether the findings are accepted on a day."""
        return self.expires is None or day <= self.expires


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """Something that a check found.

    :param check: The name of the check.
    :param severity: How grave it is, after policy.
    :param item: The identifier of the item; empty where the finding is of a file.
    :param field: The field or link that is wrong or missing; empty where none is.
    :param region: The region that has to answer; empty where the finding is of all.
    :param location: Where to mend it.
    :param message: What is wrong.
    :param why: The legal or practical ground.
    :param remedy: What to write instead.
    :param related: Other places that matter, in a stable order.
    :param waived_by: The identifier of the waiver that silences it; empty where none.
    :param gap: The identifier of the gap item that answers it; empty where none.
    :param acceptance: What the baseline of the project says of it; ``None`` where nothing.
    :param address: Where its check is documented; empty where policy names no site.
    :param identity: The values of the message that tell it from other findings of its check
        on the same field of the same item, by name, in order.
    :param members: What it lists, each of which can be mended by itself, in order.
    """

    check: str
    severity: Severity
    item: str
    field: str
    region: str
    location: Location
    message: Message
    why: str
    remedy: str
    related: tuple[Related, ...] = ()
    waived_by: str = ""
    gap: str = ""
    acceptance: Acceptance | None = None
    address: str = ""
    identity: tuple[tuple[str, str], ...] = ()
    members: tuple[str, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether the baseline of the project accepts it."""
        return self.acceptance is not None

    @property
    def sort_key(self) -> tuple[object, ...]:
        """The total order of findings: by place, then by what is said of it."""
        values = tuple((name, str(value)) for name, value in sorted(self.message.values.items()))
        return (self.location, self.item, self.check, self.field, self.region, values)

"""The baseline: the findings that a project has accepted, each with a reason and a last day.

What is accepted is told without a place, so that a line written above a finding does not
make it a new one. What identifies a finding beside its item and its field is stated by its
check. What a finding lists, such as the duties that a body leaves behind, may be mended one
by one: less than was accepted is accepted still, and more is new.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from statutory.model.finding import Acceptance, Finding

VERSION = 2
"""The version of the file that holds a baseline."""

TEXTS = ("check", "item", "path", "field", "region")
"""The parts of a key that are texts, as the file names them."""

_LINE = re.compile(r"(?<=\S):\d+\b")
"""The number of a line behind the name of a file."""

NUMBERS_KEPT = 1_000
"""How many numbers of a list are kept; a section that has more is written wrongly."""

_AND_MORE = "…"
"""What stands in the texts of version 1 for members that are not named."""


@dataclass(frozen=True, kw_only=True, order=True, slots=True)
class FindingKey:
    """What a finding is, wherever it stands.

    :param item: The identifier of the item; empty where the finding is of a file.
    :param path: The file; empty where the finding is of an item.
    :param values: The values that identify it, in the order of their names.
    :param members: What it lists, in order; ``None`` where version 1 has kept it in the values.
    """

    check: str
    item: str = ""
    path: str = ""
    field: str = ""
    region: str = ""
    values: tuple[tuple[str, str], ...] = ()
    members: tuple[str, ...] | None = ()

    @property
    def subject(self) -> tuple[str, ...]:
        """The check, and what the finding is of."""
        return (self.check, self.item, self.path, self.field, self.region)

    def covers(self, other: FindingKey) -> bool:
        """Say whether a finding of another key is what this one has accepted, or less of it.

        A value that this key does not have says nothing: version 1 left out some.
        """
        mine = dict(self.values)
        if any(mine.get(name, value) != value for name, value in other.values):
            return False
        wanted = set(other.members or ())
        if self.members is not None:
            return wanted <= set(self.members) and bool(wanted) == bool(self.members)
        listed = {part for text in mine.values() for part in _parts(text)}
        return _AND_MORE in listed or all(
            word in listed for member in wanted for word in member.split()
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement:
    """Findings held against a baseline.

    :param findings: The findings, each that is accepted marked with why.
    :param outdated: How many findings of the baseline no longer occur.
    :param expired: How many findings occur whose acceptance has ended.
    """

    findings: tuple[Finding, ...]
    outdated: int = 0
    expired: int = 0


def key_of(finding: Finding) -> FindingKey:
    """Return the key of a finding; it holds no number of a line."""
    return FindingKey(
        check=finding.check,
        item=finding.item,
        path="" if finding.item else finding.location.path,
        field=finding.field,
        region=finding.region,
        values=tuple((name, _LINE.sub("", value)) for name, value in finding.identity),
        members=finding.members,
    )


def accept(
    findings: Iterable[Finding],
    baseline: Mapping[FindingKey, Acceptance],
    current_ids: Mapping[str, str],
    day: dt.date,
) -> Judgement:
    """Return the findings held against a baseline.

    What a waiver silences needs no baseline. Of several keys that cover a finding the one
    that accepts the least beside it is used.

    :param current_ids: The identifiers of renamed items by those that they had before.
    :param day: The day on which what is accepted must hold.
    """
    left = Counter({key: kept.count for key, kept in baseline.items()})
    by_subject: dict[tuple[str, ...], list[tuple[FindingKey, FindingKey]]] = defaultdict(list)
    for key in baseline:
        renamed = _renamed(key, current_ids)
        by_subject[renamed.subject].append((renamed, key))
    judged, expired = [], 0
    for finding in findings:
        wanted = key_of(finding)
        of_subject = () if finding.waived_by else by_subject.get(wanted.subject, ())
        covering = [pair for pair in of_subject if left[pair[1]] and pair[0].covers(wanted)]
        if not covering:
            judged.append(finding)
            continue
        _, key = min(covering, key=lambda pair: len(pair[0].members or ()))
        left[key] -= 1
        kept = baseline[key]
        holds = kept.holds_on(day)
        expired += not holds
        judged.append(dataclasses.replace(finding, acceptance=kept if holds else None))
    return Judgement(findings=tuple(judged), outdated=left.total(), expired=expired)


def _renamed(key: FindingKey, current_ids: Mapping[str, str]) -> FindingKey:
    """Return a key with the identifiers that its items have now."""
    members = key.members
    if members is not None:
        members = tuple(current_ids.get(id_, id_) for id_ in members)
    return dataclasses.replace(key, item=current_ids.get(key.item, key.item), members=members)


def _parts(text: str) -> Iterator[str]:
    """Yield what a text of version 1 lists: identifiers, and numbers singly."""
    for part in re.split(r",| \(", text):
        first, _, last = part.strip().partition("–")
        if first.isdecimal() and last.isdecimal():
            yield from map(str, range(int(first), int(last) + 1)[:NUMBERS_KEPT])
        else:
            yield part.strip()


def identity(
    values: Mapping[str, object], names: Iterable[str] | None
) -> Iterator[tuple[str, str]]:
    """Yield the values of a sentence that identify a finding, by name, in order.

    The field and the region stand in the key as such.

    :param names: The names of them, as the check states them; ``None`` means every text.
    """
    candidates = values.keys() - {"field", "region"} if names is None else set(names)
    for name in sorted(candidates & values.keys()):
        value = values[name]
        if value != "" and (names is not None or not isinstance(value, int)):
            yield name, str(value)

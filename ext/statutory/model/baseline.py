"""The baseline: the findings that a project had when it took the checks into use.

A key says what a finding is without saying where it stands, so that a line written above
it does not make it a new one.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from statutory.model.finding import Finding

VERSION = 1
"""The version of the file that holds a baseline."""

TEXTS = ("check", "item", "path", "field", "region")
"""The parts of a key that are texts, as the file names them."""

_MOVING = frozenset({"count", "limit", "line", "nearest", "places"})
"""Values of sentences that change although the defect stays the same."""

_LINE = re.compile(r"(?<=\S):\d+\b")
"""The number of a line behind the name of a file."""


@dataclass(frozen=True, kw_only=True, order=True, slots=True)
class FindingKey:
    """What a finding is, wherever it stands.

    :param item: The identifier of the item; empty where the finding is of a file.
    :param path: The file; empty where the finding is of an item.
    :param values: The values of the sentence that do not move, in the order of their names.
    """

    check: str
    item: str = ""
    path: str = ""
    field: str = ""
    region: str = ""
    values: tuple[tuple[str, str], ...] = ()


def key_of(finding: Finding) -> FindingKey:
    """Return the key of a finding; it holds no number of a line."""
    values = {
        name: _LINE.sub("", str(value))
        for name, value in finding.message.values.items()
        if name not in _MOVING and not isinstance(value, int) and value != ""
    }
    return FindingKey(
        check=finding.check,
        item=finding.item,
        path="" if finding.item else finding.location.path,
        field=finding.field,
        region=finding.region,
        values=tuple(sorted(values.items())),
    )


def accept(
    findings: Iterable[Finding],
    baseline: Mapping[FindingKey, int],
    current_ids: Mapping[str, str],
) -> tuple[list[Finding], int]:
    """Return the findings, those of the baseline marked, and how many of it are gone.

    A key that the baseline has twice accepts two findings. What a waiver silences needs no
    baseline.

    :param current_ids: The identifiers of renamed items by those that they had before.
    """
    left: Counter[FindingKey] = Counter()
    for key, count in baseline.items():
        left[dataclasses.replace(key, item=current_ids.get(key.item, key.item))] += count
    judged = []
    for finding in findings:
        key = key_of(finding)
        accepted = not finding.waived_by and left[key] > 0
        if accepted:
            left[key] -= 1
        judged.append(dataclasses.replace(finding, accepted=accepted))
    return judged, left.total()

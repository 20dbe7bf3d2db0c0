"""What became of a mutant: whether the findings tell that the page was changed."""

from __future__ import annotations

import enum
from collections import Counter
from dataclasses import dataclass

from statutory.model.finding import Finding, Severity
from statutory.model.report import Report

FROM_SPHINX = "sphinx-warning"

Key = tuple[str, str, str, str, str]


class Outcome(enum.Enum):
    """How a mutant fared."""

    KILLED = "killed"
    NOTED = "noted"
    SURVIVED = "survived"
    EQUIVALENT = "equivalent"
    UNSURE = "for Sphinx alone"


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """The verdict on a mutant.

    :param killers: The checks with a new error or warning, in order.
    :param noters: The checks with a new note or with a finding that is gone, in order.
    :param found: The new findings and those gone, to compare two judges: check, item,
        field, region and how many more there are.
    """

    outcome: Outcome
    killers: tuple[str, ...] = ()
    noters: tuple[str, ...] = ()
    found: frozenset[tuple[str, str, str, str, int]] = frozenset()


def findings_of(report: Report) -> Counter[Key]:
    """Return the findings that no waiver silences, without the lines that a change moves."""
    return Counter(map(_key, report.open_findings))


def compare(before: Counter[Key], after: Report) -> Verdict:
    """Return the verdict on a mutant by the findings before and after the change."""
    now = findings_of(after)
    new, gone = now - before, before - now
    by_key = {_key(finding): finding.severity for finding in after.open_findings}
    killers = {key[0] for key in new if by_key[key] > Severity.NOTE}
    noters = {key[0] for key in (*new, *gone)} - killers
    outcome = Outcome.KILLED if killers else Outcome.NOTED if noters else Outcome.SURVIVED
    found: Counter[tuple[str, str, str, str]] = Counter()
    for key, count in (*new.items(), *((key, -count) for key, count in gone.items())):
        if key[0] != FROM_SPHINX:
            found[key[:4]] += count
    return Verdict(
        outcome=outcome,
        killers=tuple(sorted(killers)),
        noters=tuple(sorted(noters)),
        found=frozenset((*key, count) for key, count in found.items() if count),
    )


def _key(finding: Finding) -> Key:
    values = sorted((name, str(value)) for name, value in finding.message.values.items())
    return (finding.check, finding.item, finding.field, finding.region, str(values))

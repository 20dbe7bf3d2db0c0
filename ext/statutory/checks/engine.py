"""Running the checks: their order, one finding a cause, gaps and waivers."""

from __future__ import annotations

import graphlib
from collections import defaultdict
from collections.abc import Collection, Iterator

from statutory.checks.gaps import answer_by_gaps
from statutory.checks.registry import CHECKS, Check, Problem
from statutory.checks.waivers import silence_by_waivers, unused_waivers
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Finding
from statutory.model.report import Report


def run_checks(catalogue: Catalogue, *, only: Collection[str] = ()) -> Report:
    """Return what the checks find in a catalogue.

    A problem is left out where a check that its own check requires has found one on the
    same item. Then a gap item turns a finding of what the sources do not say into a note,
    and a waiver silences what is left.

    :param only: The names of the checks to run; empty means all.
    """
    findings = [_finding(catalogue, *found) for found in _problems(catalogue, only or CHECKS)]
    findings = answer_by_gaps(catalogue, findings)
    findings = silence_by_waivers(catalogue, findings)
    if not only:  # A waiver of a check that has not run is not known to be unused.
        unused = unused_waivers(catalogue, findings)
        findings += [_finding(catalogue, *found) for found in unused]
    findings.sort(key=lambda finding: finding.sort_key)
    return Report(catalogue=catalogue, findings=tuple(findings))


def _problems(catalogue: Catalogue, names: Collection[str]) -> Iterator[tuple[Check, Problem]]:
    """Yield the problems whose cause no other check has named already."""
    subjects: dict[str, set[str]] = defaultdict(set)
    for check in _ordered():
        if check.run is None or check.name not in names:
            continue
        blocked = set().union(*(subjects[name] for name in check.requires))
        for problem in check.run(catalogue):
            if problem.subject not in blocked:
                subjects[check.name].add(problem.subject)
                yield check, problem


def _ordered() -> tuple[Check, ...]:
    """Return the checks so that each comes after those that it requires.

    :raises graphlib.CycleError: If checks require each other.
    """
    graph = {name: check.requires for name, check in CHECKS.items()}
    return tuple(CHECKS[name] for name in graphlib.TopologicalSorter(graph).static_order())


def _finding(catalogue: Catalogue, check: Check, problem: Problem) -> Finding:
    """Return a problem as a finding, with the severity that policy gives its check."""
    return Finding(
        check=check.name,
        severity=catalogue.settings.severities.get(check.name, check.severity),
        item=problem.item,
        field=problem.field,
        region=problem.region,
        location=problem.location,
        message=problem.message,
        why=check.why,
        remedy=check.remedy,
        related=problem.related,
    )

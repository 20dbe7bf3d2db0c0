"""Running the checks: their order, one finding a cause, gaps, waivers and the baseline."""

from __future__ import annotations

import dataclasses
import graphlib
from collections import defaultdict
from collections.abc import Collection, Iterator

from statutory.checks.findings import finding_of, graded
from statutory.checks.gaps import answer_by_gaps
from statutory.checks.gates import coverage_below_gates
from statutory.checks.registry import CHECKS, Check, Problem, current_name
from statutory.checks.sole import without_consequences
from statutory.checks.waivers import mass_waivers, silence_by_waivers, unused_waivers
from statutory.model.baseline import accept
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Finding
from statutory.model.report import Report


def run_checks(catalogue: Catalogue, *, only: Collection[str] = ()) -> Report:
    """Return what the checks find in a catalogue.

    A problem is left out where a check that its own check requires has found one on the
    same item, or where a slip has kept the item from being read. Then a gap item turns a
    finding of what the sources do not say into a note, a waiver silences what is left,
    policy says how grave it is, and the baseline accepts what was there before. At last the
    coverage is held against the gates.

    :param only: The names of the checks to run; empty means all.
    """
    names = {current_name(name) for name in only} or CHECKS.keys()
    settings = catalogue.settings
    found = list(_problems(catalogue, names))
    findings = [finding_of(settings, *one) for one in without_consequences(catalogue, found)]
    findings = answer_by_gaps(catalogue, findings)
    findings = silence_by_waivers(catalogue, findings)
    if not only:  # A waiver of a check that has not run is not known to be unused.
        findings += [
            finding_of(settings, *one)
            for made in (mass_waivers, unused_waivers)
            for one in made(catalogue, findings)
        ]
    findings = _sorted(graded(catalogue, findings))
    if only:  # What stops a build before it is whole is accepted by nobody.
        return Report(catalogue=catalogue, findings=tuple(findings), is_complete=False)
    judged = accept(findings, settings.accepted, catalogue.current_ids, settings.waiver_day)
    report = Report(
        catalogue=catalogue,
        findings=judged.findings,
        is_complete=all(document.is_readable for document in catalogue.documents),
        outdated=judged.outdated,
        expired=judged.expired,
    )
    return _gated(report)


def _gated(report: Report) -> Report:
    """Return a report with what its coverage lacks for the gates of policy."""
    catalogue = report.catalogue
    made = [finding_of(catalogue.settings, *found) for found in coverage_below_gates(report)]
    if not made:
        return report
    findings = _sorted([*report.findings, *graded(catalogue, made)])
    return dataclasses.replace(report, findings=tuple(findings))


def _sorted(findings: Collection[Finding]) -> list[Finding]:
    """Return findings in their total order."""
    return sorted(findings, key=lambda finding: finding.sort_key)


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

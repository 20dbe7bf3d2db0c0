"""Gates: the least coverage that policy demands of a region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from statutory.checks.registry import Check, Problem, declare
from statutory.model.coverage import Coverage, State
from statutory.model.finding import Message, Related, Severity
from statutory.model.location import Location
from statutory.model.measures import EVERYWHERE, Measured, measured
from statutory.model.report import Report

COVERAGE_BELOW_GATE = declare(
    Check(
        name="coverage-below-gate",
        family="coverage",
        severity=Severity.ERROR,
        summary="Find regions whose coverage is less than policy demands.",
        why="Gaps, waivers and inferred values fail no build one by one; together they can "
        "leave what the law demands unanswered.",
        remedy="Have what is inferred or missing confirmed and write it down with its source, "
        "or decide openly that the gate is lower.",
    )
)

_EXAMPLES = 5
"""How many of the items that a gate lacks are named."""

_LACKING = {
    State.INFERRED: "{item} is inferred, not stated",
    State.WAIVED: "{item} is waived",
    State.MISSING: "{item} is missing",
}


def coverage_below_gates(report: Report) -> Iterator[tuple[Check, Problem]]:
    """Yield the gates of policy that the coverage of a report does not reach.

    What a finding that fails the build names already does not count against a gate, so
    that one cause gives one finding.
    """
    coverage = Coverage(report)
    named = {(finding.item, finding.field, finding.region) for finding in report.failing}
    for region, gates in sorted(report.catalogue.settings.gates.items()):
        for measure, threshold in sorted(gates.items()):
            counted = list(measured(coverage, measure, region))
            lacking = [
                one
                for one in counted
                if one.state is not State.STATED
                and not any((one.item.id, name, one.region) in named for name in one.names)
            ]
            reached = 100 * (len(counted) - len(lacking)) >= threshold * len(counted)
            if threshold and not (counted and reached):
                problem = _problem(report, (region, measure, threshold), counted, lacking)
                yield COVERAGE_BELOW_GATE, problem


def _problem(
    report: Report,
    gate: tuple[str, str, int],
    counted: Sequence[Measured],
    lacking: Iterable[Measured],
) -> Problem:
    """Return a gate that is not reached, at its line in the configuration.

    :param gate: Its region, its measure and the least share in percent.
    """
    settings = report.catalogue.settings
    region, measure, threshold = gate
    states = Counter(one.state for one in counted)
    if not counted:
        text = "the gate {gate} measures nothing: no item counts for it"
    else:
        text = (
            "the gate {gate} demands {threshold} %, but {share} % is stated: of {total}, "
            "{stated} stated, {inferred} inferred, {waived} waived, {missing} missing"
        )
    values = {
        "gate": f"{region}.{measure}",
        "threshold": threshold,
        "share": 100 * states[State.STATED] // max(len(counted), 1),
        "total": len(counted),
        **{state.value: states[state] for state in State},
    }
    return Problem(
        item="",
        location=Location(settings.path, settings.line_of(f"statutory.gates.{region}.{measure}")),
        message=Message(text, values),
        field=measure,
        region="" if region == EVERYWHERE else region,
        related=_examples(lacking),
    )


def _examples(lacking: Iterable[Measured]) -> tuple[Related, ...]:
    """Return the first few items that a gate lacks, each once."""
    first: dict[str, Measured] = {}
    for one in lacking:
        first.setdefault(one.item.id, one)
    return tuple(
        Related(
            one.item.option_location(one.names[0]),
            Message(_LACKING[one.state], {"item": one.item.id}),
        )
        for one in list(first.values())[:_EXAMPLES]
    )

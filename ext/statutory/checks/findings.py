"""From the problems that checks yield to findings, as policy has them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from statutory.checks.registry import ALWAYS_TOLD, PAGES, Check, Problem
from statutory.model.baseline import identity
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Finding, Severity
from statutory.model.settings import Settings


def finding_of(settings: Settings, check: Check, problem: Problem) -> Finding:
    """Return a problem as a finding, with its own severity or else that of its check."""
    return Finding(
        check=check.name,
        severity=check.severity if problem.severity is None else problem.severity,
        item=problem.item,
        field=problem.field,
        region=problem.region,
        location=problem.location,
        message=problem.message,
        why=check.why,
        remedy=check.remedy,
        related=problem.related,
        address=address_of(settings, check),
        identity=tuple(identity(problem.message.values, check.identified_by)),
        members=problem.members,
    )


def address_of(settings: Settings, check: Check) -> str:
    """Return where a check is documented; empty where policy names no site."""
    if not settings.documentation:
        return ""
    page = PAGES.get(check.family, "index")
    return f"{settings.documentation.rstrip('/')}/{page}.html#{check.name}"


def severity_of(catalogue: Catalogue, finding: Finding) -> Severity | None:
    """Return the severity that policy gives a finding, or ``None`` where it is off.

    The region is the one that has to answer, or else the one that says the item. What keeps
    other findings from being found stays as grave as it is.
    """
    if finding.check in ALWAYS_TOLD:
        return finding.severity
    item = catalogue.items.get(finding.item)
    region = finding.region or (catalogue.region_of(item) if item else "")
    return catalogue.settings.severity_of(
        finding.check,
        finding.severity,
        type_=item.type if item else "",
        region=region,
    )


def graded(catalogue: Catalogue, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings with the severities of policy, those switched off left out."""
    return [
        dataclasses.replace(finding, severity=severity)
        for finding in findings
        if (severity := severity_of(catalogue, finding)) is not None
    ]

"""Findings as lines for people: the terminal and Sphinx's log."""

from __future__ import annotations

from statutory.messages import Messages
from statutory.model.finding import Finding, Severity
from statutory.model.report import Report


def render_report(report: Report, *, lowest: Severity = Severity.WARNING) -> str:
    """Return the findings from a severity up, and how many there are of each kind."""
    findings = render_findings(report, lowest=lowest)
    summary = render_summary(report)
    return f"{findings}\n\n{summary}\n" if findings else f"{summary}\n"


def render_findings(report: Report, *, lowest: Severity = Severity.WARNING) -> str:
    """Return the findings from a severity up, a paragraph each; waived ones are left out."""
    messages = Messages(report.catalogue.settings.language)
    return "\n".join(
        f"{finding.location}: {messages.text(finding.severity.label)}: "
        f"{render_body(finding, messages)}"
        for finding in report.open_findings
        if finding.severity >= lowest
    )


def render_body(finding: Finding, messages: Messages) -> str:
    """Return what a finding says: what is wrong, why it matters, what to write instead."""
    about = f"{finding.item}: " if finding.item else ""
    lines = [f"{about}{messages.message(finding.message)} [{finding.check}]"]
    lines += [
        f"    {related.location}: {messages.message(related.message)}"
        for related in finding.related
    ]
    lines.append(f"    {messages.text('why')}: {messages.text(finding.why)}")
    lines.append(f"    {messages.text('remedy')}: {messages.text(finding.remedy)}")
    return "\n".join(lines)


def render_summary(report: Report) -> str:
    """Return the number of items and of findings of each severity, in one line."""
    messages = Messages(report.catalogue.settings.language)
    count = report.count()
    waived = len(report.findings) - len(report.open_findings)
    return messages.fill(
        "{items} items checked as of {as_of}: {errors} errors, {warnings} warnings, "
        "{notes} notes, {waived} waived",
        {
            "items": len(report.catalogue.items),
            "as_of": report.catalogue.settings.as_of,
            "errors": count[Severity.ERROR],
            "warnings": count[Severity.WARNING],
            "notes": count[Severity.NOTE],
            "waived": waived,
        },
    )

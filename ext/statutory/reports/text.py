"""Findings as lines for people: the terminal and Sphinx's log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statutory.messages import Messages, PrintedMessages
from statutory.model.coverage import unbound_elements
from statutory.model.escaping import escape, escape_line
from statutory.model.finding import Finding, Severity
from statutory.model.report import Report


def render_report(report: Report, *, lowest: Severity = Severity.WARNING) -> str:
    """Return the findings from a severity up, and how many there are of each kind.

    Behind them come those that a waiver silences and, where notes are shown too, those
    that the baseline accepts.
    """
    messages = PrintedMessages(report.catalogue.settings.language)
    parts = [render_findings(report, lowest=lowest)]
    if report.waived_findings:
        waived = (render_waived(report, finding) for finding in report.waived_findings)
        parts.append("\n".join([messages.text("Silenced by a waiver:"), *waived]))
    if report.accepted_findings and lowest is Severity.NOTE:
        accepted = (_accepted(finding, messages) for finding in report.accepted_findings)
        parts.append("\n".join([messages.text("Accepted by the baseline:"), *accepted]))
    return "\n\n".join([*filter(None, parts), render_summary(report)]) + "\n"


def render_findings(report: Report, *, lowest: Severity = Severity.WARNING) -> str:
    """Return the open findings from a severity up, a paragraph each."""
    messages = PrintedMessages(report.catalogue.settings.language)
    return "\n".join(
        f"{escape_line(str(finding.location))}: {messages.text(finding.severity.label)}: "
        f"{render_body(finding, messages)}"
        for finding in report.open_findings
        if finding.severity >= lowest
    )


def render_body(finding: Finding, messages: Messages) -> str:
    """Return what a finding says: what is wrong, why it matters, what to write instead."""
    lines = [_sentence(finding, messages)]
    lines += [
        f"    {escape_line(str(related.location))}: {messages.message(related.message)}"
        for related in finding.related
    ]
    lines.append(f"    {messages.text('why')}: {messages.text(finding.why)}")
    lines.append(f"    {messages.text('remedy')}: {messages.text(finding.remedy)}")
    address = finding.address or f"statutory explain {finding.check}"
    lines.append(f"    {messages.text('see')}: {address}")
    return "\n".join(lines)


def render_waived(report: Report, finding: Finding) -> str:
    """Return a finding that a waiver silences, with the reason and the last day of it."""
    settings = report.catalogue.settings
    messages = PrintedMessages(settings.language)
    waiver = report.catalogue.items[finding.waived_by]
    said = messages.fill(
        "silenced by {waiver} until {day}: {reason}",
        {
            "waiver": waiver.id,
            "day": messages.time(waiver.value(settings.fields.waiver_expiry)),
            "reason": waiver.value(settings.fields.waiver_reason),
        },
    )
    (line,) = _lines([finding], messages)
    return f"{line}\n    {escape_line(str(waiver.location))}: {said}"


def render_summary(report: Report) -> str:
    """Return the number of items and of findings of each kind, in one line.

    Further lines say where the baseline has become larger than it need be, what it accepted
    until an earlier day, and what it accepts without a reason.
    """
    messages = PrintedMessages(report.catalogue.settings.language)
    count = report.count()
    summary = messages.fill(
        "{items} items checked as of {as_of}: {errors} errors, {warnings} warnings, "
        "{notes} notes, {waived} waived, {accepted} accepted",
        {
            "items": len(report.catalogue.items),
            "as_of": report.catalogue.settings.as_of,
            "errors": count[Severity.ERROR],
            "warnings": count[Severity.WARNING],
            "notes": count[Severity.NOTE],
            "waived": len(report.waived_findings),
            "accepted": len(report.accepted_findings),
        },
    )
    return "\n".join([f"{summary}{_unbound(report, messages)}", *_of_baseline(report, messages)])


def _unbound(report: Report, messages: Messages) -> str:
    """Return how many elements bind nobody, to go on with; nothing without elements."""
    types, links = report.catalogue.settings.types, report.catalogue.settings.links
    if not types.element or not links.implements:
        return ""
    count = sum(1 for _ in unbound_elements(report.catalogue))
    return messages.fill(", {count} elements bind nobody", {"count": count})


def _of_baseline(report: Report, messages: Messages) -> Iterator[str]:
    """Yield what is to be said of the baseline, a sentence each."""
    if report.outdated:
        yield messages.fill(
            "{count} findings of the baseline no longer occur; tighten it with "
            "statutory check --write-baseline",
            {"count": report.outdated},
        )
    if report.expired:
        yield messages.fill(
            "{count} findings fail again: the baseline accepted them for a time",
            {"count": report.expired},
        )
    unexplained = sum(not one.acceptance.reason for one in report.findings if one.acceptance)
    if unexplained:
        yield messages.fill(
            "{count} findings are accepted without a reason; write it in the baseline, or give it "
            "with --reason when you write one",
            {"count": unexplained},
        )


def _accepted(finding: Finding, messages: Messages) -> str:
    """Return a finding that the baseline accepts, with the reason and the last day of it."""
    (line,) = _lines([finding], messages)
    kept = finding.acceptance
    if kept is None or not (kept.reason or kept.expires):
        return line
    values = {"day": kept.expires or "", "reason": kept.reason}
    if not kept.expires:
        said = messages.fill("accepted: {reason}", values)
    elif not kept.reason:
        said = messages.fill("accepted until {day}", values)
    else:
        said = messages.fill("accepted until {day}: {reason}", values)
    return f"{line}\n    {said}"


def _lines(findings: Iterable[Finding], messages: Messages) -> Iterator[str]:
    """Yield findings that do not fail, a line each."""
    for finding in findings:
        severity = messages.text(finding.severity.label)
        yield f"{escape_line(str(finding.location))}: {severity}: {_sentence(finding, messages)}"


def _sentence(finding: Finding, messages: Messages) -> str:
    about = f"{escape(finding.item)}: " if finding.item else ""
    return f"{about}{messages.message(finding.message)} [{finding.check}]"

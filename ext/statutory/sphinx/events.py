"""The events of a build: scan, read what has to be read again, check, report."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError
from sphinx.util import logging
from sphinx.util.logging import is_suppressed_warning

from statutory.checks import run_checks
from statutory.checks.registry import ALWAYS_TOLD
from statutory.messages import Messages, PrintedMessages
from statutory.model.finding import Finding, Severity
from statutory.model.report import Report
from statutory.reports import text
from statutory.sphinx import trouble
from statutory.sphinx.collect import collect, collect_files, scan_documents
from statutory.sphinx.configuration import PRINTED_HERE
from statutory.sphinx.directives import warn_of_mistakes
from statutory.sphinx.recorder import OWN_TYPE, start_recording, stop_recording
from statutory.sphinx.references import cut_loops
from statutory.sphinx.session import session_of
from statutory.sphinx.trust.refusals import refusals_of
from statutory.sphinx.vocabulary import complete_vocabulary

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

FROM_SPHINX = "sphinx-warning"
"""The check whose findings Sphinx has printed already, but for some kinds of warnings."""


class UnreadableContentError(SphinxError):
    """Content that Sphinx cannot read; the message lists the findings."""

    def __init__(self, report: Report) -> None:
        """Say what was found, in the language of the project."""
        super().__init__(text.render_findings(report))
        messages = Messages(report.catalogue.settings.language)
        self.category = messages.text("Unreadable content")


def setup_events(app: Sphinx) -> None:
    """Connect the handlers."""
    start_recording(session_of(app).recorder)
    app.connect("env-get-outdated", read_troubled_again)
    app.connect("env-before-read-docs", scan_before_reading)
    app.connect("env-check-consistency", note_consistency_check)
    # After sphinx-needs has resolved and validated the needs (500).
    app.connect("write-started", check, priority=600)
    app.connect("build-finished", report_late_warnings)


def read_troubled_again(
    app: Sphinx,
    env: BuildEnvironment,
    _added: set[str],
    _changed: set[str],
    removed: set[str],
) -> list[str]:
    """Have the documents read again whose warnings a cached build would hide."""
    with_lost_pages = [
        docname for docname, pages in env.toctree_includes.items() if removed & set(pages)
    ]
    return [*trouble.troubled_documents(app), *with_lost_pages]


def scan_before_reading(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Scan the files, and stop where Sphinx has no page to begin with.

    :raises UnreadableContentError: If the first page cannot be opened.
    """
    session = session_of(app)
    session.vocabulary = complete_vocabulary(session.vocabulary, env)
    session.documents = scan_documents(app)
    if any(document.docname == env.config.root_doc for document in session.closed):
        session.report = run_checks(collect_files(app), only=ALWAYS_TOLD)
        raise UnreadableContentError(session.report)
    trouble.keep_troubled(app, docnames)


def note_consistency_check(app: Sphinx, _env: BuildEnvironment) -> None:
    """Note that Sphinx has checked its tables of contents."""
    session_of(app).consistency_checked = True


def check(app: Sphinx, _builder: Builder) -> None:
    """Run the checks and let their findings decide how the build ends."""
    session = session_of(app)
    if not session.consistency_checked:
        app.env.check_consistency()  # Sphinx leaves it out where it has read nothing.
    catalogue = collect(app)
    cut_loops(app.env)
    warn_of_mistakes(app, catalogue)
    warnings = session.recorder.warnings(app)
    session.report = run_checks(dataclasses.replace(catalogue, warnings=warnings))
    _log(app, session.report.findings)
    if session.report.fails:
        app.statuscode = 1


def report_late_warnings(app: Sphinx, exception: Exception | None) -> None:
    """Add what Sphinx warned of while it wrote, and keep what the next build must know."""
    session = session_of(app)
    stop_recording(session.recorder)
    if exception is not None or session.report is None:
        return
    earlier = session.report
    warnings = session.recorder.warnings(app)
    if warnings != earlier.catalogue.warnings:
        catalogue = dataclasses.replace(earlier.catalogue, warnings=warnings)
        session.report = run_checks(catalogue)
        known = {_likeness(finding) for finding in earlier.findings}
        _log(app, [new for new in session.report.findings if _likeness(new) not in known])
    if session.report.fails:
        app.statuscode = 1
    _keep_trouble(app, session.report)
    logger.info(text.render_summary(session.report))


def _likeness(finding: Finding) -> tuple[object, ...]:
    """Return what tells a finding from others, also from itself once it is waived."""
    return (finding.sort_key, finding.severity, finding.waived_by, finding.accepted)


def _keep_trouble(app: Sphinx, report: Report) -> None:
    """Keep the documents that gave warnings, lead nowhere or share an identifier."""
    paths = {warning.location.path for warning in session_of(app).recorder.warnings(app)}
    # What was refused may have become content: another file, no link any more.
    paths |= {refusal.path for refusal in refusals_of(app.env)}
    # The page that a reference does not find may be there by then.
    paths |= {dead.path for dead in report.catalogue.dead_references}
    for directives in collect_files(app).declarations.values():
        if len(directives) > 1:
            paths |= {directive.location.path for directive in directives}
    trouble.keep_troubled(app, trouble.documents_at(app, paths))


def _log(app: Sphinx, findings: Iterable[Finding]) -> None:
    """Log findings as warnings, notes as information."""
    session = session_of(app)
    messages = PrintedMessages(session.settings.language)
    for finding in findings:
        if finding.check == FROM_SPHINX and not _is_printed_here(finding):
            continue
        if finding.waived_by and session.report is not None:
            logger.verbose("%s", text.render_waived(session.report, finding))
            continue
        said = text.render_body(finding, messages)
        if finding.severity > Severity.NOTE and not finding.accepted:
            logger.warning(
                said, type=OWN_TYPE, subtype=finding.check, location=_log_location(app, finding)
            )
        else:
            logger.verbose("%s", f"{finding.location}: {said}")


def _is_printed_here(finding: Finding) -> bool:
    """Say whether Sphinx was kept from printing the warning that a finding is made of."""
    type_, _, subtype = str(finding.message.values.get("kind", "")).partition(".")
    return is_suppressed_warning(type_, subtype, PRINTED_HERE)


def _log_location(app: Sphinx, finding: Finding) -> str:
    """Return the place of a finding as Sphinx prints places."""
    if not finding.location.path:
        return ""
    return f"{app.srcdir / finding.location.path}:{finding.location.line}"

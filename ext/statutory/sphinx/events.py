"""The events of a build: scan, read what has to be read again, check, report."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from sphinx.errors import SphinxError
from sphinx.util import logging

from statutory.checks import run_checks
from statutory.messages import Messages
from statutory.model.finding import Finding, Severity
from statutory.reports import text
from statutory.sphinx.collect import collect, collect_files, scan_documents
from statutory.sphinx.domain import StatutoryDomain
from statutory.sphinx.recorder import OWN_TYPE, start_recording, stop_recording
from statutory.sphinx.session import session_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

BEFORE_READING = ("unreadable-file",)
"""The checks whose findings Sphinx would end at; they run before it reads."""

FROM_SPHINX = "sphinx-warning"
"""The check whose findings Sphinx has printed already."""


class UnreadableContentError(SphinxError):
    """Content that Sphinx cannot read; the message lists the findings."""

    category = "Sisältöä ei voi lukea / Unreadable content"


def setup_events(app: Sphinx) -> None:
    """Connect the handlers."""
    start_recording(session_of(app).recorder)
    app.connect("env-get-outdated", read_troubled_again)
    app.connect("env-before-read-docs", scan_before_reading)
    app.connect("env-updated", note_trouble)
    app.connect("env-check-consistency", note_consistency_check)
    # After sphinx-needs has resolved and validated the needs (500).
    app.connect("write-started", check, priority=600)
    app.connect("build-finished", report_late_warnings)


def read_troubled_again(
    app: Sphinx,
    env: BuildEnvironment,
    added: set[str],
    changed: set[str],
    removed: set[str],
) -> list[str]:
    """Have the documents read again whose warnings a cached build would hide."""
    session_of(app).reads = bool(added or changed or removed)
    with_lost_pages = [
        docname for docname, pages in env.toctree_includes.items() if removed & set(pages)
    ]
    return [*_domain(env).troubled, *with_lost_pages]


def scan_before_reading(app: Sphinx, _env: BuildEnvironment, docnames: list[str]) -> None:
    """Scan the files, and stop where Sphinx would fail on one.

    :raises UnreadableContentError: If a file cannot be read.
    """
    session = session_of(app)
    session.documents = scan_documents(app)
    session.reads = session.reads or bool(docnames)
    report = run_checks(collect_files(app), only=BEFORE_READING)
    if report.findings:
        session.report = report
        raise UnreadableContentError(text.render_findings(report))


def note_trouble(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Keep the documents to read again, and rewrite all pages where any was read.

    Every page can show items of other pages, and lists what links to its own.
    """
    session = session_of(app)
    paths = {warning.location.path for warning in session.recorder.warnings(app)}
    for directives in collect_files(app).declarations.values():
        if len(directives) > 1:
            paths |= {directive.location.path for directive in directives}
    troubled = [document.docname for document in session.documents if document.path in paths]
    _domain(env).set_troubled(troubled)
    return sorted(env.found_docs) if session.reads else []


def note_consistency_check(app: Sphinx, _env: BuildEnvironment) -> None:
    """Note that Sphinx has checked its tables of contents."""
    session_of(app).consistency_checked = True


def check(app: Sphinx, _builder: Builder) -> None:
    """Run the checks and let their findings decide how the build ends."""
    session = session_of(app)
    if not session.consistency_checked:
        app.env.check_consistency()  # Sphinx leaves it out where it has read nothing.
    session.report = run_checks(collect(app))
    _log(app, session.report.findings)
    if session.report.failing:
        app.statuscode = 1


def report_late_warnings(app: Sphinx, exception: Exception | None) -> None:
    """Add what Sphinx warned of while it wrote, and say how many findings there are."""
    session = session_of(app)
    stop_recording(session.recorder)
    if exception is not None or session.report is None:
        return
    earlier = session.report
    warnings = session.recorder.warnings(app)
    if warnings != earlier.catalogue.warnings:
        catalogue = dataclasses.replace(earlier.catalogue, warnings=warnings)
        session.report = run_checks(catalogue)
        _log(app, [new for new in session.report.findings if new not in earlier.findings])
    if session.report.failing:
        app.statuscode = 1
    logger.info(text.render_summary(session.report))


def _log(app: Sphinx, findings: Iterable[Finding]) -> None:
    """Log findings as warnings, notes as information."""
    session = session_of(app)
    messages = Messages(session.settings.language)
    for finding in findings:
        if finding.check == FROM_SPHINX:
            continue
        line = text.render_body(finding, messages)
        if finding.severity > Severity.NOTE and not finding.waived_by:
            logger.warning(
                line,
                type=OWN_TYPE,
                subtype=finding.check,
                location=_log_location(app, finding),
            )
        else:
            logger.verbose("%s: %s", finding.location, line)


def _log_location(app: Sphinx, finding: Finding) -> str:
    """Return the place of a finding as Sphinx prints places."""
    if not finding.location.path:
        return ""
    return f"{app.srcdir / finding.location.path}:{finding.location.line}"


def _domain(env: BuildEnvironment) -> StatutoryDomain:
    return cast("StatutoryDomain", env.get_domain(StatutoryDomain.name))

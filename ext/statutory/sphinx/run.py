"""Running a check build in this process, for the command line."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

from sphinx import locale
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from statutory.config import is_project, language_at, project_above
from statutory.messages import Messages, PrintedMessages
from statutory.model.escaping import escape_lines
from statutory.model.report import Report
from statutory.sphinx.builder import CheckBuilder
from statutory.sphinx.events import UnreadableContentError
from statutory.sphinx.session import session_of


class CheckRunError(Exception):
    """The check could not run; the message says why, in the language of the project."""


def run_check(
    source: Path,
    cache: Path,
    *,
    jobs: int = 1,
    fresh: bool = False,
    rewrites_state: bool = False,
) -> Report:
    """Read and check a project and return what was found.

    :param source: The folder that holds ``conf.py``.
    :param cache: The folder for what Sphinx keeps between runs.
    :param jobs: The number of processes that read.
    :param fresh: Whether to read everything again.
    :param rewrites_state: Whether the baseline or the snapshot is about to be written anew, so that
        it may be missing or broken.
    :raises CheckRunError: If there is no project, or Sphinx could not read it.
    """
    messages = PrintedMessages(language_at(source))
    if not is_project(source):
        raise CheckRunError(_no_project(source, messages))
    app: Sphinx | None = None
    log = io.StringIO()
    locale.translators.clear()  # Sphinx puts those of each run behind those of the one before.
    try:
        with patch_docutils(source), docutils_namespace(), contextlib.redirect_stderr(log):
            app = Sphinx(
                srcdir=source,
                confdir=source,
                outdir=cache / "check",
                doctreedir=cache / "doctrees",
                buildername=CheckBuilder.name,
                confoverrides={"statutory_rewrites_state": True} if rewrites_state else {},
                status=None,
                warning=log,
                parallel=jobs,
                freshenv=fresh,
            )
            app.build()
    except UnreadableContentError:
        report = session_of(app).report if app is not None else None
        if report is None:  # pragma: no cover - the error comes with a report
            raise
        return report
    except SphinxError as error:
        raise CheckRunError(escape_lines(f"{error.category}: {error}")) from error
    except (Exception, SystemExit) as error:  # Whatever a directive of some extension raises.
        kind = type(error).__name__
        if not (app and app.env.current_document):
            raise CheckRunError(escape_lines(f"{kind}: {error}")) from error
        values = {"kind": kind, "page": app.env.docname, "reason": error}
        messages = PrintedMessages(session_of(app).settings.language)
        said = messages.fill("{kind} while reading {page}: {reason}", values)
        raise CheckRunError(said) from error
    report = session_of(app).report
    if report is None:
        said = "{folder}: the project does not load the extension 'statutory'"
        raise CheckRunError(messages.fill(said, {"folder": source}))
    return report


def _no_project(folder: Path, messages: Messages) -> str:
    """Return what is said of a folder without a project: where the nearest one is."""
    above = project_above(folder)
    if above is None:
        said = "{folder}: there is no conf.py; give the folder that holds it"
        return messages.fill(said, {"folder": folder})
    said = "{folder}: there is no conf.py; it is in {above}: run the command there"
    return messages.fill(said, {"folder": folder, "above": above})

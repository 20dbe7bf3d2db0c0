"""Sphinx's own warnings, caught as they are logged."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.logging import NAMESPACE, is_suppressed_warning

from statutory.model.catalogue import BuildWarning
from statutory.model.location import Location
from statutory.sphinx.noting import place_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

OWN_TYPE = "statutory"
"""The type of the warnings that the extension logs for its own findings."""

_PLACE = re.compile(r"(?P<path>.+?)(?::(?P<line>\d+))?(?::<[^>]*>)?")


class WarningRecorder(logging.Handler):
    """Keeps every warning once; a serial build logs those of the read phase twice.

    It sees them before Sphinx's filters, so that it also gets what workers replay.

    :ivar suppressed: The kinds of warnings that nobody wants to hear of.
    """

    def __init__(self) -> None:
        """Make a recorder that keeps warnings and errors."""
        super().__init__(level=logging.WARNING)
        self.suppressed: Sequence[str] = ()
        self._records: dict[tuple[str, int, str, str], None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record, unless the extension itself has logged it."""
        kind = ".".join(
            part for part in (getattr(record, "type", ""), getattr(record, "subtype", "")) if part
        )
        if kind.partition(".")[0] != OWN_TYPE:
            path, line = _place(getattr(record, "location", None))
            self._records[path, line, kind, record.getMessage()] = None

    def warnings(self, app: Sphinx) -> tuple[BuildWarning, ...]:
        """Return the warnings but the suppressed ones, in order."""
        found = set()
        for path, line, kind, text in self._records:
            type_, _, subtype = kind.partition(".")
            if not is_suppressed_warning(type_, subtype, self.suppressed):
                relative = path_in_project(app, path)
                found.add(BuildWarning(Location(relative, line), kind, text))
        return tuple(sorted(found))


def start_recording(recorder: WarningRecorder) -> None:
    """Attach a recorder to Sphinx's logger."""
    logging.getLogger(NAMESPACE).addHandler(recorder)


def stop_recording(recorder: WarningRecorder) -> None:
    """Detach a recorder from Sphinx's logger."""
    logging.getLogger(NAMESPACE).removeHandler(recorder)


def _place(location: object) -> tuple[str, int]:
    """Return the path or docname and the line of a record's location."""
    if isinstance(location, nodes.Node):
        source, line = place_of(location)
        return source or getattr(location.document, "current_source", "") or "", line
    if isinstance(location, tuple):
        path, line = location
        return str(path or ""), int(line or 0)
    match = _PLACE.fullmatch(str(location or ""))
    return (match["path"], int(match["line"] or 0)) if match else ("", 0)


def path_in_project(app: Sphinx, path: str) -> str:
    """Return a path or docname as a path relative to the project's root."""
    if not path:
        return ""
    if path in app.env.all_docs or path in app.project.docnames:
        path = str(app.env.doc2path(path))
    absolute = Path(path)
    if absolute.is_relative_to(app.srcdir):
        return absolute.relative_to(app.srcdir).as_posix()
    return absolute.as_posix()

"""What one Sphinx application knows while it runs; nothing of it is pickled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from statutory.model.document import Document
from statutory.model.report import Report
from statutory.model.settings import Settings, Vocabulary
from statutory.sphinx.recorder import WarningRecorder
from statutory.views.cells import Cells

if TYPE_CHECKING:
    from sphinx.application import Sphinx


@dataclass(kw_only=True)
class Session:
    """The state of one build.

    :param settings: The project's settings, set once the configuration is read.
    :param vocabulary: The project's types, fields and links, set at the same time.
    :param documents: The scanned files, set before Sphinx reads.
    :param digest: The digest of the content of this build, set when it has been read.
    :param consistency_checked: Whether Sphinx has checked its tables of contents.
    :param report: What the checks found, set before pages are written.
    """

    recorder: WarningRecorder
    settings: Settings = field(default_factory=Settings)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    documents: tuple[Document, ...] = ()
    digest: str = ""
    consistency_checked: bool = False
    report: Report | None = None
    _cells: Cells | None = None

    @property
    def cells(self) -> Cells | None:
        """The cells of the report, made once for all pages; ``None`` before the checks."""
        if self.report is None:
            return None
        if self._cells is None or self._cells.report is not self.report:
            self._cells = Cells(self.report)
        return self._cells


_sessions: WeakKeyDictionary[Sphinx, Session] = WeakKeyDictionary()


def session_of(app: Sphinx) -> Session:
    """Return the session of an application, made at the first call."""
    if app not in _sessions:
        _sessions[app] = Session(recorder=WarningRecorder())
    return _sessions[app]

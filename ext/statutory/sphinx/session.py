"""What one Sphinx application knows while it runs; nothing of it is pickled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from statutory.config import Mistake
from statutory.finnish.words import WordList
from statutory.model.document import Document
from statutory.model.refusal import Refusal
from statutory.model.report import Report
from statutory.model.settings import Settings, Vocabulary
from statutory.sphinx.file_digests import FileDigests
from statutory.sphinx.recorder import WarningRecorder
from statutory.views.cells import Cells
from statutory.views.shown import Shown

if TYPE_CHECKING:
    from sphinx.application import Sphinx


@dataclass(kw_only=True)
class Session:
    """The state of one build.

    :param settings: The project's settings, set once the configuration is read.
    :param vocabulary: The project's types, fields and links, set at the same time.
    :param unknown_keys: The keys of sphinx-needs' table that it does not know.
    :param suppressed: The warnings that the project itself does not want to see.
    :param documents: The scanned files, set before Sphinx reads.
    :param files: The digests of the files that the build looks at.
    :param content: The digest of the content of this build, set when it has been read.
    :param sources: The digest of each page's file and of those that it includes, set with it.
    :param word_list: The words of the pages, by which the search takes compounds apart.
    :param pages: The digest of what each page shows, set before pages are written.
    :param stale: The pages that show something else than what was last written.
    :param consistency_checked: Whether Sphinx has checked its tables of contents.
    :param left_out: What keeps pages from being read at all, set before Sphinx reads.
    :param closed: The files of pages that cannot be opened, set at the same time.
    :param report: What the checks found, set before pages are written.
    """

    recorder: WarningRecorder
    settings: Settings = field(default_factory=Settings)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    unknown_keys: tuple[Mistake, ...] = ()
    suppressed: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    files: FileDigests = field(default_factory=FileDigests)
    content: str = ""
    sources: dict[str, str] = field(default_factory=dict)
    word_list: WordList = field(default_factory=WordList)
    pages: dict[str, str] = field(default_factory=dict)
    stale: set[str] = field(default_factory=set)
    consistency_checked: bool = False
    left_out: tuple[Refusal, ...] = ()
    closed: tuple[Document, ...] = ()
    report: Report | None = None
    _shown: Shown | None = None

    @property
    def shown(self) -> Shown | None:
        """What pages show of the report, laid out once; ``None`` before the checks."""
        if self.report is None:
            return None
        if self._shown is None or self._shown.cells.report is not self.report:
            self._shown = Shown(Cells(self.report))
        return self._shown


_sessions: WeakKeyDictionary[Sphinx, Session] = WeakKeyDictionary()


def session_of(app: Sphinx) -> Session:
    """Return the session of an application, made at the first call."""
    if app not in _sessions:
        _sessions[app] = Session(recorder=WarningRecorder())
    return _sessions[app]

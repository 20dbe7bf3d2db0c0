"""The judge with Sphinx: the page is changed in a copy of the project, which is built."""

from __future__ import annotations

import tempfile
from pathlib import Path

from statutory.model.report import Report
from statutory.sphinx.run import CheckRunError
from tests.full.project import check
from tests.mutation.judge import or_equivalent, without_places
from tests.mutation.mutants import Mutant
from tests.mutation.projects import Project
from tests.mutation.verdicts import Outcome, Verdict, compare, findings_of

ENDED = "the build ended"


class BuildJudge:
    """Judges the mutants of one project by building a copy of it.

    The copy keeps what Sphinx has read, so that only the changed page is read again.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._folder = tempfile.TemporaryDirectory(prefix="mutation-")
        root = Path(self._folder.name) / "project"
        root.mkdir()
        self._root = project.write(root)
        unchanged = check(self._root)
        self._before = findings_of(unchanged)
        self._items = without_places(unchanged.catalogue)

    def close(self) -> None:
        """Take the copy away."""
        self._folder.cleanup()

    def verdict(self, mutant: Mutant) -> Verdict:
        """Return the verdict on a mutant of the project."""
        file = self._root / mutant.path
        before = file.read_bytes()
        file.write_bytes(mutant.content(self._project.text(mutant.path)))
        try:
            report: Report | None = check(self._root)
        except CheckRunError:
            report = None
        finally:
            file.write_bytes(before)
        if report is None:
            return Verdict(outcome=Outcome.KILLED, killers=(ENDED,))
        verdict = compare(self._before, report)
        return or_equivalent(verdict, mutant, self._items, without_places(report.catalogue))

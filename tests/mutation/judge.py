"""The judge without Sphinx: the scanner, the items it reads, and all checks."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from statutory.checks import run_checks
from statutory.checks.registry import ALWAYS_TOLD
from statutory.model.catalogue import Catalogue
from statutory.model.document import Document
from statutory.model.item import Item
from statutory.source import scan_bytes
from statutory.source.items import (
    DocumentItems,
    join_documents,
    read_catalogue,
    read_document,
)
from tests.mutation.mutants import Mutant
from tests.mutation.operators import OPERATORS
from tests.mutation.operators.registry import Part
from tests.mutation.projects import Project
from tests.mutation.verdicts import Outcome, Verdict, compare, findings_of


class Judge:
    """Judges the mutants of one project; only the changed page is read again."""

    def __init__(self, project: Project) -> None:
        self._project = project
        catalogue = project.catalogue
        self._settings, self._vocabulary = catalogue.settings, catalogue.vocabulary
        self._documents = {document.path: document for document in catalogue.documents}
        self._read: Mapping[str, DocumentItems] = {
            path: read_document(document, self._vocabulary)
            for path, document in self._documents.items()
        }
        self._is_exact = not read_catalogue(
            self._settings, self._vocabulary, catalogue.documents
        ).unreadable
        self._items = without_places(catalogue)
        self._before = findings_of(run_checks(catalogue))

    def verdict(self, mutant: Mutant) -> Verdict:
        """Return the verdict on a mutant of the project."""
        operator = OPERATORS[mutant.operator]
        if operator.part is Part.TEXT or not self._is_exact:
            return Verdict(outcome=Outcome.UNSURE)
        documents = self._documents | {mutant.path: self._scan(mutant)}
        stopping = run_checks(
            Catalogue(
                settings=self._settings,
                vocabulary=self._vocabulary,
                documents=tuple(documents.values()),
            ),
            only=ALWAYS_TOLD,
        )
        if stopping.findings:
            return compare(self._before, stopping)
        read = {**self._read, mutant.path: read_document(documents[mutant.path], self._vocabulary)}
        reading = join_documents(
            self._settings, self._vocabulary, tuple(documents.values()), tuple(read.values())
        )
        if reading.unreadable:
            return Verdict(outcome=Outcome.UNSURE)
        verdict = compare(self._before, run_checks(reading.catalogue))
        return or_equivalent(verdict, mutant, self._items, without_places(reading.catalogue))

    def _scan(self, mutant: Mutant) -> Document:
        """Return the changed page, scanned."""
        page = self._documents[mutant.path]
        data = mutant.content(page.text)
        return scan_bytes(data, page.path, page.docname)


def or_equivalent(
    verdict: Verdict, mutant: Mutant, before: Mapping[str, Item], after: Mapping[str, Item]
) -> Verdict:
    """Return the verdict, or that a change of an item which gives the same items is none."""
    is_of_items = OPERATORS[mutant.operator].part is Part.ITEM
    if verdict.outcome is Outcome.SURVIVED and is_of_items and before == after:
        return Verdict(outcome=Outcome.EQUIVALENT)
    return verdict


def without_places(catalogue: Catalogue) -> dict[str, Item]:
    """Return the items without the lines that they stand on."""
    return {
        id_: dataclasses.replace(
            item, option_lines={}, location=dataclasses.replace(item.location, line=0)
        )
        for id_, item in catalogue.items.items()
    }

"""The result of a check run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from statutory.model.catalogue import Catalogue
from statutory.model.finding import Finding, Severity


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What a run of the checks found.

    :param catalogue: What was checked.
    :param findings: All findings in their total order, waived ones among them.
    """

    catalogue: Catalogue
    findings: tuple[Finding, ...]

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that no waiver silences."""
        return tuple(finding for finding in self.findings if not finding.waived_by)

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The findings that fail a build: not waived, at or above the severity of policy."""
        threshold = self.catalogue.settings.fail_on
        return tuple(finding for finding in self.open_findings if finding.severity >= threshold)

    def count(self) -> Counter[Severity]:
        """Return the number of findings of each severity that no waiver silences."""
        return Counter(finding.severity for finding in self.open_findings)

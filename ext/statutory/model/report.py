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
    :param findings: All findings in their total order, waived and accepted ones among them.
    :param is_complete: Whether every check has run and every file could be read.
    :param outdated: How many findings of the baseline no longer occur.
    :param expired: How many findings occur that the baseline accepted until an earlier day.
    """

    catalogue: Catalogue
    findings: tuple[Finding, ...]
    is_complete: bool = True
    outdated: int = 0
    expired: int = 0

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that no waiver silences and no baseline accepts."""
        return tuple(
            finding for finding in self.findings if not (finding.waived_by or finding.accepted)
        )

    @property
    def waived_findings(self) -> tuple[Finding, ...]:
        """The findings that a waiver silences."""
        return tuple(finding for finding in self.findings if finding.waived_by)

    @property
    def accepted_findings(self) -> tuple[Finding, ...]:
        """The findings that the baseline accepts."""
        return tuple(finding for finding in self.findings if finding.accepted)

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The findings that fail a build: open, at or above the severity of policy."""
        threshold = self.catalogue.settings.fail_on
        return tuple(finding for finding in self.open_findings if finding.severity >= threshold)

    @property
    def fails(self) -> bool:
        """Whether a build fails: at findings, and where not everything could be looked at."""
        return bool(self.failing) or not self.is_complete

    def count(self) -> Counter[Severity]:
        """Return the number of open findings of each severity."""
        return Counter(finding.severity for finding in self.open_findings)

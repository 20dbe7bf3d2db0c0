"""The policy in the table: severities, gates, waivers, the baseline."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from statutory.config.baseline_file import joined, read_baseline
from statutory.config.snapshot_file import read_snapshot
from statutory.config.state_file import StateFileError, path_inside
from statutory.config.values import ValueReader
from statutory.config.written import written
from statutory.model.baseline import FindingKey
from statutory.model.finding import Acceptance, Severity
from statutory.model.measures import EVERYWHERE, MEASURES
from statutory.model.settings import FieldRoles, Settings, Severities, Vocabulary

State = TypeVar("State")

TABLE = "statutory"
OFF = "off"
AS_OF, CHECK_DAY = "as-of", "check-day"

_ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s?#]*")
_HUNDRED = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """What the table is judged by, beside its own words.

    :param path: The file, as messages name it.
    :param root: The folder of the project.
    :param checks: The names of the checks that policy may speak of.
    :param former: The names of checks by each name that they have had before.
    :param today: The day of the check; ``None`` where it is not known.
    :param needs_state: Whether the baseline and the snapshot must be there and sound; not where
        one is written anew.
    """

    path: str
    root: Path
    vocabulary: Vocabulary
    checks: Collection[str]
    former: Mapping[str, str] = field(default_factory=dict)
    today: dt.date | None = None
    needs_state: bool = True


class PolicyReader(ValueReader):
    """Reads what policy says of checks and waivers, and of what fails a build."""

    def __init__(self, lines: Mapping[str, int], surroundings: Surroundings) -> None:
        """Take what the table is judged by."""
        super().__init__(lines)
        self.surroundings = surroundings
        self.vocabulary = surroundings.vocabulary

    def policy(self, table: Mapping[str, Any]) -> dict[str, Any]:
        """Return the parts of the settings that are policy, by their names."""
        severity = self.subtable(TABLE, table, "severity", None)
        general = {check: value for check, value in severity.items() if check not in _NESTED}
        name = self.text(f"{TABLE}.baseline", table.get("baseline", ""))
        return {
            "severities": self._severities(f"{TABLE}.severity", general),
            "region_severities": self._nested(severity, "regions", self.regions(table)),
            "type_severities": self._nested(severity, "types", tuple(self.vocabulary.types)),
            "binding": self.texts(f"{TABLE}.binding", table.get("binding", [])),
            "gates": self._gates(table),
            "baseline": name,
            "accepted": self._accepted(name),
            **self._snapshot(table),
            "documentation": self._documentation(table),
            **self._waivers(table),
        }

    def regions(self, table: Mapping[str, Any]) -> Collection[str] | None:
        """Return the regions of the vocabulary; ``None`` where it does not list them."""
        fields = table.get("fields", {})
        region = fields.get("region") if isinstance(fields, dict) else None
        name = region if isinstance(region, str) else FieldRoles().region
        return self.vocabulary.enumerations.get(name) or None

    def _nested(
        self, severity: Mapping[str, Any], name: str, known: Collection[str] | None
    ) -> dict[str, Severities]:
        """Return the severities that are said for single regions or types."""
        key = f"{TABLE}.severity"
        given = self.subtable(key, severity, name, known)
        return {
            one: self._severities(
                f"{key}.{name}.{one}", self.subtable(f"{key}.{name}", given, one, None)
            )
            for one in given
        }

    def _severities(self, key: str, given: Mapping[str, Any]) -> dict[str, Severity | None]:
        former = self.surroundings.former
        severities: dict[str, Severity | None] = {}
        for name, value in given.items():
            check = former.get(name, name)
            if check not in self.surroundings.checks:
                self.unknown(f"{key}.{name}", name, self.surroundings.checks)
            elif check in severities:
                text = "it is the same check as '{check}'; set only one of them"
                self.mistake(f"{key}.{name}", text, check=check)
            else:
                severities[check] = self._grade(f"{key}.{name}", value)
        return severities

    def _grade(self, key: str, value: object) -> Severity | None:
        """Return a severity, or ``None`` for what is switched off."""
        labels = {severity.label: severity for severity in Severity}
        return labels.get(self.name(key, value, (*labels, OFF)))

    def _gates(self, table: Mapping[str, Any]) -> dict[str, dict[str, int]]:
        regions = self.regions(table)
        known = None if regions is None else (EVERYWHERE, *regions)
        given = self.subtable(TABLE, table, "gates", known)
        key = f"{TABLE}.gates"
        return {
            region: {
                measure: self._percent(f"{key}.{region}.{measure}", value)
                for measure, value in self.subtable(key, given, region, MEASURES).items()
            }
            for region in given
        }

    def _percent(self, key: str, value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _HUNDRED:
            return value
        text = "{value} is not a whole number of percent, from 0 to {greatest}"
        self.mistake(key, text, value=written(value), greatest=_HUNDRED)
        return 0

    def _accepted(self, name: str) -> dict[FindingKey, Acceptance]:
        """Return what the baseline holds; nothing where there is none."""
        accepted: dict[FindingKey, Acceptance] = {}
        kept = self._state(f"{TABLE}.baseline", name, read_baseline) or {}
        for key, one in kept.items():
            check = self.surroundings.former.get(key.check, key.check)
            current = dataclasses.replace(key, check=check)
            accepted[current] = joined(accepted.get(current), one)
        return accepted

    def _snapshot(self, table: Mapping[str, Any]) -> dict[str, Any]:
        """Return the file of the snapshot, and what it holds."""
        key = f"{TABLE}.snapshot"
        name = self.text(key, table.get("snapshot", ""))
        return {"snapshot": name, "released": self._state(key, name, read_snapshot)}

    def _state(self, key: str, name: str, read: Callable[[Path, str], State]) -> State | None:
        """Return what a file of state holds; ``None`` where none is named or it cannot be used.

        What is wrong with a file that is about to be written anew is no mistake.
        """
        if not name:
            return None
        try:
            path = path_inside(self.surroundings.root, name)
        except StateFileError as error:
            self.tell(key, error.message)
            return None
        try:
            return read(path, name)
        except StateFileError as error:
            if self.surroundings.needs_state:
                self.tell(key, error.message)
            return None

    def _documentation(self, table: Mapping[str, Any]) -> str:
        key = f"{TABLE}.documentation"
        text = self.text(key, table.get("documentation", ""))
        if text and not _ADDRESS.fullmatch(text):
            said = '{value} is not the address of a folder, such as "{example}"'
            example = "https://example.org/docs/tarkistukset"
            self.mistake(key, said, value=written(text), example=example)
        return text

    def _waivers(self, table: Mapping[str, Any]) -> dict[str, Any]:
        """Return what policy says of waivers."""
        default = Settings()
        names = ("expiring_days", "targets_per_reason")
        given = self.subtable(TABLE, table, "waivers", [*names, "measured_at"])
        key = f"{TABLE}.waivers"
        counts = {
            name: self.count(f"{key}.{name}", given.get(name, getattr(default, name)))
            for name in names
        }
        day = self.name(f"{key}.measured_at", given.get("measured_at", AS_OF), (AS_OF, CHECK_DAY))
        if day == CHECK_DAY and self.surroundings.today is None:
            self.mistake(f"{key}.measured_at", "the day of the check is not known here")
        return {**counts, "check_day": self.surroundings.today if day == CHECK_DAY else None}


_NESTED = ("regions", "types")

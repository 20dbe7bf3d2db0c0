"""The policy of the table: what is read of it, and how its mistakes are told."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from statutory.config import ConfigurationError, read_settings
from statutory.model.baseline import FindingKey
from statutory.model.finding import Acceptance, Severity
from statutory.model.settings import Settings
from statutory.model.snapshot import Remembered, Snapshot
from tests.builders import VOCABULARY
from tests.slips import changed_line

CHECKS = ("missing-owner", "dead-link")
FORMER = {"no-owner": "missing-owner"}
TODAY = dt.date(2026, 3, 1)
BASELINE = '{"version": 1, "findings": [{"check": "dead-link", "item": "COM", "count": 2}]}'
TABLE = """\
[statutory]
as_of = 2018-01-31
binding = ["ACT"]
baseline = "state/baseline.json"
documentation = "https://example.org/checks/"

[statutory.severity]
no-owner = "off"
dead-link = "note"

[statutory.severity.regions.north]
missing-owner = "error"

[statutory.severity.types.component]
dead-link = "warning"

[statutory.gates.all]
source = 100

[statutory.gates.north]
implementation = 90

[statutory.waivers]
measured_at = "check-day"
"""

KEY = FindingKey(check="dead-link", item="COM", members=None)

Read = Callable[[str], Settings]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return a function that reads the settings of a text, with a baseline beside it."""
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "baseline.json").write_text(BASELINE, encoding="utf-8")

    def of_text(text: str) -> Settings:
        file = tmp_path / "project.toml"
        file.write_text(text, encoding="utf-8")
        return read_settings(file, VOCABULARY, CHECKS, former=FORMER, today=TODAY)

    return of_text


def test_every_part_of_the_policy_is_read(read: Read) -> None:
    """Former names are read as the present ones; nested mappings are what the file says."""
    settings = read(TABLE)
    assert dict(settings.severities) == {"missing-owner": None, "dead-link": Severity.NOTE}
    assert settings.region_severities == {"north": {"missing-owner": Severity.ERROR}}
    assert settings.type_severities == {"component": {"dead-link": Severity.WARNING}}
    assert settings.gates == {"all": {"source": 100}, "north": {"implementation": 90}}
    assert settings.binding == ("ACT",)
    assert settings.documentation == "https://example.org/checks/"
    assert settings.baseline == "state/baseline.json"
    assert settings.accepted == {KEY: Acceptance(count=2)}
    assert (settings.check_day, settings.waiver_day) == (TODAY, TODAY)


def test_waivers_are_measured_at_the_as_of_date_unless_policy_says_else(read: Read) -> None:
    """The day of the check is not used where nobody asks for it."""
    for text in (TABLE.replace("check-day", "as-of"), "[statutory]\nas_of = 2018-01-31\n"):
        settings = read(text)
        assert settings.check_day is None
        assert settings.waiver_day == dt.date(2018, 1, 31)


MISTAKES = {
    "severity": ('"off"', '"of"', "severity.no-owner", "'of' is not known"),
    "unknown check": ("no-owner", "no-ownr", "severity.no-ownr", "'no-ownr' is not known"),
    "check twice": ("dead-link", "missing-owner", "severity.missing-owner", "the same check"),
    "region": ("ns.north]", "ns.nort]", "severity.regions.nort", "did you mean 'north'?"),
    "check of a region": (
        'missing-owner = "error"', 'missing-ownr = "error"',
        "severity.regions.north.missing-ownr", "did you mean 'missing-owner'?",
    ),
    "severity of a region": ('"error"', "3", "severity.regions.north.missing-owner", "3 is not a"),
    "type": ("component]", "componen]", "severity.types.componen", "did you mean 'component'?"),
    "severity of a type": ('"warning"', '"warn"', "severity.types.component.dead-link", "'warn'"),
    "gate's region": ("gates.north]", "gates.nort]", "gates.nort", "did you mean 'north'?"),
    "measure": ("source =", "sources =", "gates.all.sources", "did you mean 'source'?"),
    "beyond 100": ("= 100", "= 101", "gates.all.source", "101 is not a whole number of percent"),
    "below 0": ("= 100", "= -1", "gates.all.source", "-1 is not a whole number of percent"),
    "fraction": ("= 100", "= 99.5", "gates.all.source", "99.5 is not a whole number"),
    "truth": ("= 100", "= true", "gates.all.source", "true is not a whole number"),
    "act as text": ('["ACT"]', '"ACT"', "binding", '"ACT" is not a list of texts'),
    "act as number": ('["ACT"]', "[1]", "binding", "1 is not a text"),
    "outside": ('"state/b', '"../b', "baseline", "not a path inside the project"),
    "absolute": ('"state/b', '"/b', "baseline", "not a path inside the project"),
    "backslash": ('"state/b', '"state\\\\b', "baseline", "not a path inside the project"),
    "not of JSON": ('baseline.json"', 'baseline.py"', "baseline", "that ends in .json"),
    "no baseline": ("baseline.json", "none.json", "baseline", "--write-baseline"),
    "baseline as list": ('"state/baseline.json"', "[]", "baseline", "[] is not a text"),
    "no address": ('"https://', '"', "documentation", "is not the address of a folder"),
    "address of a page": ("checks/", "checks#a", "documentation", "is not the address"),
    "address as number": ('"https://example.org/checks/"', "1", "documentation", "1 is not a text"),
    "measured at": ('"check-day"', '"today"', "waivers.measured_at", "'today' is not known"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "key", "part"), MISTAKES.values(), ids=MISTAKES)
def test_each_mistake_is_told_once_at_its_line(
    read: Read, old: str, new: str, key: str, part: str
) -> None:
    """One slip gives one mistake, with the key's path, its line and what would be right."""
    assert old in TABLE
    text = TABLE.replace(old, new, 1)
    line = changed_line(TABLE, text)
    with pytest.raises(ConfigurationError) as caught:
        read(text)
    (mistake,) = caught.value.mistakes
    assert (mistake.line, mistake.key) == (line, f"statutory.{key}")
    assert part in mistake.text


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("gates = 1", "gates"),
        ("gates = {all = 1}", "gates.all"),
        ("severity = {regions = 1}", "severity.regions"),
        ("severity = {types = {component = 1}}", "severity.types.component"),
    ],
)
def test_value_that_is_no_table_is_told(read: Read, table: str, key: str) -> None:
    """A table written as a value is one mistake."""
    with pytest.raises(ConfigurationError) as caught:
        read(f"[statutory]\nas_of = 2018-01-31\n{table}\n")
    ((line, told, text),) = ((m.line, m.key, m.text) for m in caught.value.mistakes)
    assert (line, told, text) == (3, f"statutory.{key}", "1 is not a table")


def test_day_of_the_check_has_to_be_known(tmp_path: Path) -> None:
    """Policy that measures at a day which nobody tells does not fall back to another."""
    file = tmp_path / "project.toml"
    file.write_text(
        '[statutory]\nas_of = 2018-01-31\n[statutory.waivers]\nmeasured_at = "check-day"\n',
        encoding="utf-8",
    )
    with pytest.raises(ConfigurationError, match="the day of the check is not known here"):
        read_settings(file, VOCABULARY, CHECKS)


# The file of the baseline ------------------------------------------------------------------

BROKEN: Mapping[str, tuple[bytes, str]] = {
    "empty": (b"", "is not JSON in UTF-8"),
    "bytes": (b'"\xe4"', "is not JSON in UTF-8"),
    "syntax": (b'{"version": 1', "is not JSON in UTF-8"),
    "deep": (b"[" * 100_000, "is not JSON in UTF-8"),
    "list": (b"[]", "is no baseline of version 2"),
    "other version": (b'{"version": 3, "findings": []}', "is no baseline of version 2"),
    "version of truth": (b'{"version": true, "findings": []}', "is no baseline of version 2"),
    "no findings": (b'{"version": 1}', "has no list of findings"),
    "entry of text": (b'{"version": 1, "findings": ["x"]}', "finding 1 of"),
    "no check": (b'{"version": 1, "findings": [{"item": "COM"}]}', "finding 1 of"),
    "item of number": (b'{"version": 1, "findings": [{"check": "x", "item": 1}]}', "finding 1 of"),
    "unknown key": (b'{"version": 1, "findings": [{"check": "x", "line": 1}]}', "finding 1 of"),
    "count 0": (b'{"version": 1, "findings": [{"check": "x", "count": 0}]}', "finding 1 of"),
    "count true": (b'{"version": 1, "findings": [{"check": "x", "count": true}]}', "finding 1"),
    "values": (b'{"version": 1, "findings": [{"check": "x", "values": []}]}', "finding 1 of"),
    "members": (b'{"version": 2, "findings": [{"check": "x", "members": "A"}]}', "finding 1 of"),
    "member": (b'{"version": 2, "findings": [{"check": "x", "members": [1]}]}', "finding 1 of"),
    "reason": (b'{"version": 2, "findings": [{"check": "x", "reason": 1}]}', "finding 1 of"),
    "no day": (b'{"version": 2, "findings": [{"check": "x", "expires": "soon"}]}', "finding 1"),
    "value": (b'{"version": 1, "findings": [{"check": "x", "values": {"a": 1}}]}', "finding 1"),
}


@pytest.mark.parametrize(("content", "part"), BROKEN.values(), ids=BROKEN)
def test_broken_baseline_is_one_mistake(
    tmp_path: Path, read: Read, content: bytes, part: str
) -> None:
    """Whatever is wrong with the file is told at the key that names it."""
    (tmp_path / "state" / "baseline.json").write_bytes(content)
    with pytest.raises(ConfigurationError) as caught:
        read(TABLE)
    (mistake,) = caught.value.mistakes
    assert (mistake.line, mistake.key) == (4, "statutory.baseline")
    assert part in mistake.text


def test_former_name_of_a_check_still_accepts_its_findings(tmp_path: Path, read: Read) -> None:
    """A baseline outlives the new name of a check; what both names accept is added up."""
    content = (
        '{"version": 1, "findings": [{"check": "no-owner", "item": "COM"},'
        ' {"check": "missing-owner", "item": "COM", "count": 2}]}'
    )
    (tmp_path / "state" / "baseline.json").write_text(content, encoding="utf-8")
    assert read(TABLE).accepted == {
        dataclasses.replace(KEY, check="missing-owner"): Acceptance(count=3)
    }


def test_reason_and_last_day_are_read(tmp_path: Path, read: Read) -> None:
    """Of two entries of one key the earlier day holds; what is listed is a part of the key."""
    entry = '{"check": "dead-link", "members": ["A", "B"], "reason": "Agreed", "expires": "%s"}'
    (tmp_path / "state" / "baseline.json").write_text(
        f'{{"version": 2, "findings": [{entry % "2018-03-31"}, {entry % "2018-02-28"}]}}',
        encoding="utf-8",
    )
    key = FindingKey(check="dead-link", members=("A", "B"))
    day = dt.date(2018, 2, 28)
    assert read(TABLE).accepted == {key: Acceptance(count=2, reason="Agreed", expires=day)}


SNAPSHOT = (
    '{"version": 1, "as_of": "2018-01-31", "items":'
    ' {"COM": {"title": "A", "type": "component", "region": "", "content": "1f"}}}'
)


def test_snapshot_is_read(tmp_path: Path, read: Read) -> None:
    """The items stand by their identifiers, at the day of the release."""
    (tmp_path / "state" / "items.json").write_text(SNAPSHOT, encoding="utf-8")
    settings = read(TABLE.replace("binding", 'snapshot = "state/items.json"\nbinding'))
    assert settings.snapshot == "state/items.json"
    assert settings.released == Snapshot(
        as_of=dt.date(2018, 1, 31),
        items={"COM": Remembered(title="A", type="component", region="", content="1f")},
    )


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ('"version": 1', '"version": 2', "is no snapshot of version 1"),
        (SNAPSHOT, "[]", "is no snapshot of version 1"),
        (SNAPSHOT, "{", "is not JSON in UTF-8"),
        ("2018-01-31", "2018-02-30", "has no day and items"),
        ('"items"', '"things"', "has no day and items"),
        (', "content": "1f"', "", "the item COM of"),
        ('"1f"', "1", "the item COM of"),
        ('"title": "A"', '"title": "A", "line": "3"', "the item COM of"),
    ],
)
def test_broken_snapshot_is_one_mistake(
    tmp_path: Path, read: Read, old: str, new: str, part: str
) -> None:
    """Whatever is wrong with the file is told at the key that names it."""
    broken = SNAPSHOT.replace(old, new)
    assert broken != SNAPSHOT
    (tmp_path / "state" / "items.json").write_text(broken, encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        read(TABLE.replace("binding", 'snapshot = "state/items.json"\nbinding'))
    (mistake,) = caught.value.mistakes
    assert mistake.key == "statutory.snapshot"
    assert part in mistake.text


def test_missing_snapshot_names_the_command_that_writes_it(read: Read) -> None:
    """A release has to be kept once before anything can be compared with it."""
    with pytest.raises(ConfigurationError, match="statutory check --write-snapshot"):
        read(TABLE.replace("binding", 'snapshot = "state/items.json"\nbinding'))


def test_folder_is_no_baseline(tmp_path: Path, read: Read) -> None:
    """What is not a file cannot be read."""
    (tmp_path / "state" / "baseline.json").unlink()
    (tmp_path / "state" / "baseline.json").mkdir()
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read(TABLE)


def test_link_out_of_the_project_is_no_baseline(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, read: Read
) -> None:
    """A symbolic link does not lead the writer out of the project."""
    file = tmp_path / "state" / "baseline.json"
    file.unlink()
    file.symlink_to(tmp_path_factory.mktemp("other") / "baseline.json")
    with pytest.raises(ConfigurationError, match="not a path inside the project"):
        read(TABLE)


def test_same_finding_twice_is_accepted_twice(tmp_path: Path, read: Read) -> None:
    """Entries of one key are added up."""
    entry = '{"check": "dead-link", "item": "COM"}'
    (tmp_path / "state" / "baseline.json").write_text(
        f'{{"version": 1, "findings": [{entry}, {entry}]}}', encoding="utf-8"
    )
    assert read(TABLE).accepted == {KEY: Acceptance(count=2)}


def test_baseline_that_is_to_be_written_is_not_read(tmp_path: Path) -> None:
    """A missing or broken file does not hinder the command that mends it."""
    file = tmp_path / "project.toml"
    file.write_text('[statutory]\nas_of = 2018-01-31\nbaseline = "none.json"\n', encoding="utf-8")
    settings = read_settings(file, VOCABULARY, CHECKS, needs_state=False)
    assert (settings.baseline, dict(settings.accepted)) == ("none.json", {})

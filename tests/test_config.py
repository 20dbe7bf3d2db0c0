"""The table of the configuration: what is read of it, and how its mistakes are told."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from statutory.config import ConfigurationError, Mistake, key_lines, read_settings, read_toml
from statutory.model.finding import Message, Severity
from statutory.model.period import PeriodPolicy
from statutory.model.settings import (
    FieldRoles,
    LinkRoles,
    Requirements,
    ReviewPolicy,
    Settings,
    TypeRoles,
    ValueRoles,
)
from tests.builders import FIELDS, LINKS, TYPES, VOCABULARY
from tests.slips import changed_line

CHECKS = ("missing-owner", "dead-link")
TABLE = """\
[statutory]
version = 1
language = "fi"
as_of = "2018-01-31"
law_as_of = "2025-02"
fail_on = "error"
notice = "As of {as_of}, law of {law_as_of}."

[statutory.types]
element = ["element"]
component = ["component", "plan"]

[statutory.links]
owner = "owner"
sources = "sources"

[statutory.fields]
region = "region"
period = "period"

[statutory.values]
inferred = ["guess"]

[statutory.required]
owner = ["element", "component"]
without_source = ["source"]

[statutory.required.parent]
component = "part_of"

[statutory.answers]
SEC-1 = ["north", "south"]

[statutory.separation]
acts = ["ACT-1"]

[statutory.severity]
dead-link = "note"

[statutory.periods]
seasons = [[1, 3], [4, 6], [7, 9], [10, 12]]
margins = [1, 10, 30, 100]

[statutory.waivers]
expiring_days = 30
targets_per_reason = 5

[statutory.reviews]
interval_days = 90
types = ["component"]
links = ["owner"]

[statutory.labels]
north = "The North"
"""

Read = Callable[[str], Settings]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return a function that reads the settings of a text."""

    def of_text(text: str) -> Settings:
        file = tmp_path / "project.toml"
        file.write_text(text, encoding="utf-8")
        return read_settings(file, VOCABULARY, CHECKS)

    return of_text


def mistakes_of(read: Read, text: str) -> tuple[Mistake, ...]:
    """Return the mistakes that a text is refused for."""
    with pytest.raises(ConfigurationError) as caught:
        read(text)
    return caught.value.mistakes


def line_of(text: str, start: str) -> int:
    """Return the number of the line that begins with a text."""
    return [line.startswith(start) for line in text.splitlines()].index(True) + 1


# What is read ------------------------------------------------------------------------------


def test_every_part_of_the_table_is_read(read: Read) -> None:
    """What the file says is what the settings hold, and no more."""
    settings = read(TABLE)
    assert dataclasses.replace(settings, key_lines={}) == Settings(
        path="project.toml",
        language="fi",
        as_of=dt.date(2018, 1, 31),
        law_as_of="2025-02",
        fail_on=Severity.ERROR,
        notice="As of {as_of}, law of {law_as_of}.",
        types=TypeRoles(element=("element",), component=("component", "plan")),
        links=LinkRoles(owner="owner", sources="sources"),
        fields=FieldRoles(region="region", period="period"),
        values=ValueRoles(inferred=("guess",)),
        required=Requirements(
            owner=("element", "component"),
            without_source=("source",),
            parent={"component": "part_of"},
        ),
        answers={"SEC-1": ("north", "south")},
        separating_acts=("ACT-1",),
        severities={"dead-link": Severity.NOTE},
        periods=PeriodPolicy(((1, 3), (4, 6), (7, 9), (10, 12)), (1, 10, 30, 100)),
        expiring_days=30,
        targets_per_reason=5,
        labels={"north": "The North"},
        reviews=ReviewPolicy(interval_days=90, types=("component",), links=("owner",)),
    )
    assert settings.key_lines["statutory.answers.SEC-1"] == line_of(TABLE, "SEC-1")


def test_short_table_gives_the_defaults(read: Read) -> None:
    """Only the day has to be written; it may be a text or a date of TOML."""
    expected = Settings(path="project.toml", as_of=dt.date(2018, 1, 31))
    for day in ('"2018-01-31"', "2018-01-31"):
        settings = read(f"[statutory]\nas_of = {day}\n")
        plain = dataclasses.replace(settings, key_lines={}, values=ValueRoles())
        assert plain == expected


@pytest.mark.parametrize(
    ("table", "roles", "value"),
    [
        ("types", TypeRoles, [TYPES[0]]),
        ("links", LinkRoles, LINKS[0]),
        ("fields", FieldRoles, FIELDS[0]),
        ("required", Requirements, [TYPES[0]]),
    ],
    ids=["types", "links", "fields", "required"],
)
def test_every_role_is_taken_from_the_file(
    read: Read, table: str, roles: type, value: str | list[str]
) -> None:
    """No field of a dataclass of roles is forgotten by the reader."""
    for field in dataclasses.fields(roles):
        if field.name == "parent":
            continue
        text = f"[statutory]\nas_of = 2018-01-31\n[statutory.{table}]\n{field.name} = {value!r}\n"
        taken = getattr(getattr(read(text), table), field.name)
        assert taken == (tuple(value) if isinstance(value, list) else value)


def test_carriage_returns_are_read(tmp_path: Path) -> None:
    """A file saved by Windows is read like any other, its lines counted alike."""
    file = tmp_path / "project.toml"
    file.write_bytes(TABLE.replace("\n", "\r\n").encode())
    settings = read_settings(file, VOCABULARY, CHECKS)
    assert settings.key_lines == key_lines(TABLE)


# Files that cannot be read -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "line", "text"),
    [
        (None, 0, "the file does not exist"),
        (b"\xef\xbb\xbf[statutory]\n", 1, "the file begins with a byte order mark (BOM)"),
        (b"# a\n# \xe4\n", 2, "the file is not UTF-8; save it as UTF-8"),
        (b"a = 1\n[b\n", 2, "the file is not TOML: "),
        (b"a = 1\na = 2\n", 2, "the file is not TOML: "),
        (b'a = "', 0, "the file is not TOML: "),
    ],
    ids=["missing", "mark", "bytes", "syntax", "twice", "end"],
)
def test_file_that_cannot_be_read_is_one_mistake(
    tmp_path: Path, content: bytes | None, line: int, text: str
) -> None:
    """The mistake is of the file, with the line where there is one."""
    file = tmp_path / "project.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ConfigurationError) as caught:
        read_toml(file)
    (mistake,) = caught.value.mistakes
    assert (mistake.line, mistake.key) == (line, "")
    assert mistake.text.startswith(text)


@pytest.mark.parametrize("text", ["", "x = 1\n", "statutory = 1\n", "[statutory2]\n"])
def test_missing_table_is_one_mistake(read: Read, text: str) -> None:
    """A project that says nothing of its names cannot be checked."""
    ((line, key),) = ((m.line, m.key) for m in mistakes_of(read, text))
    assert (line, key) == (0, "statutory")


# Mistakes ----------------------------------------------------------------------------------

MISTAKES = {
    "unknown key": ("version = 1", "vershun = 1", "statutory.vershun", "'version'"),
    "unknown table": ("[statutory.labels]", "[statutory.labelz]", "statutory.labelz", "'labels'"),
    "unknown role": ('owner = "owner"', 'ownr = "owner"', "statutory.links.ownr", "'owner'"),
    "version": ("version = 1", "version = 2", "statutory.version", "2 is not 1"),
    "version as text": ("version = 1", 'version = "1"', "statutory.version", '"1" is not 1'),
    "version as truth": ("version = 1", "version = true", "statutory.version", "true is not 1"),
    "language": ('"fi"', '"sv"', "statutory.language", "'sv' is not known"),
    "no language": ('"fi"', '""', "statutory.language", "''"),
    "day": ('as_of = "2018-01-31"', 'as_of = "31.1.2018"', "statutory.as_of", '"31.1.2018"'),
    "time": ('"2018-01-31"', "2018-01-31T08:00:00", "statutory.as_of", "not a date"),
    "number": ('as_of = "2018-01-31"', "as_of = 20180131", "statutory.as_of", "not a date"),
    "no such day": ('as_of = "2018-01-31"', 'as_of = "2018-02-30"', "statutory.as_of", "not a"),
    "law as number": ('"2025-02"', "2025", "statutory.law_as_of", "2025 is not a text"),
    "fail_on": ('"error"', '"errors"', "statutory.fail_on", "'error'"),
    "fail_on as number": ('"error"', "3", "statutory.fail_on", "3 is not a text"),
    "no fail_on": ('"error"', '""', "statutory.fail_on", "''"),
    "cards": ("version = 1", 'cards = "no"', "statutory.cards", "is neither true nor false"),
    "notice": ("{as_of}", "{day}", "statutory.notice", "{as_of} and {law_as_of}"),
    "notice by number": ("{as_of}", "{}", "statutory.notice", "{as_of} and {law_as_of}"),
    "notice open": ("{as_of}", "{as_of", "statutory.notice", "{as_of} and {law_as_of}"),
    "notice attribute": ("{as_of}", "{as_of.year}", "statutory.notice", "{as_of} and"),
    "notice index": ("{as_of}", "{as_of[x]}", "statutory.notice", "{as_of} and"),
    "notice as number": (
        '"As of {as_of}, law of {law_as_of}."', "7", "statutory.notice", "7 is not a text",
    ),
    "type": ('["component", "plan"]', '["componentt"]', "statutory.types.component", "'component'"),
    "type as text": ('["component", "plan"]', '"plan"', "statutory.types.component", "list of"),
    "link": ('owner = "owner"', 'owner = "ownr"', "statutory.links.owner", "'owner'"),
    "link as list": ('owner = "owner"', 'owner = ["owner"]', "statutory.links.owner", "not a text"),
    "field": ('period = "period"', 'period = "perod"', "statutory.fields.period", "'period'"),
    "region as list": ('region = "region"', 'region = ["x"]', "statutory.fields.region", "a text"),
    "values": ('["guess"]', '"guess"', "statutory.values.inferred", "not a list of texts"),
    "value": ('["guess"]', "[1]", "statutory.values.inferred", "1 is not a text"),
    "required": ('["source"]', '["sauce"]', "statutory.required.without_source", "'source'"),
    "unknown requirement": (
        'without_source = ["source"]', "without_sauce = []",
        "statutory.required.without_sauce", "'without_source'",
    ),
    "parent": ('"part_of"', '"partof"', "statutory.required.parent.component", "'part_of'"),
    "parent's type": (
        'component = "part_of"', 'componentt = "part_of"',
        "statutory.required.parent.componentt", "'component'",
    ),
    "region": ('["north", "south"]', '["nort"]', "statutory.answers.SEC-1", "'north'"),
    "regions as text": ('["north", "south"]', '"north"', "statutory.answers.SEC-1", "list of"),
    "acts as text": ('["ACT-1"]', '"ACT-1"', "statutory.separation.acts", "list of"),
    "unknown of separation": ("acts =", "act =", "statutory.separation.act", "'acts'"),
    "severity": ('"note"', '"fatal"', "statutory.severity.dead-link", "'fatal' is not known"),
    "severity's check": ("dead-link", "ded-link", "statutory.severity.ded-link", "'dead-link'"),
    "interval": (
        "interval_days = 90", "interval_days = -1", "statutory.reviews.interval_days", "0 to",
    ),
    "reviewed type": ('types = ["comp', 'types = ["kom', "statutory.reviews.types", "'component'"),
    "marked link": ('links = ["owner"]', 'links = ["ownr"]', "statutory.reviews.links", "'owner'"),
    "unknown of reviews": ("interval_days", "days", "statutory.reviews.days", "'days'"),
    "seasons": ("[10, 12]]", "[10, 25]]", "statutory.periods.seasons", "four pairs of months"),
    "few seasons": (", [10, 12]]", "]", "statutory.periods.seasons", "four pairs of months"),
    "season backwards": ("[10, 12]]", "[12, 2]]", "statutory.periods.seasons", "four pairs"),
    "season of truth": ("[1, 3]", "[true, 3]", "statutory.periods.seasons", "four pairs"),
    "margins": ("30, 100]", "30]", "statutory.periods.margins", "four numbers of days"),
    "margin below 0": ("30, 100]", "30, -1]", "statutory.periods.margins", "four numbers"),
    "margin as truth": ("30, 100]", "30, true]", "statutory.periods.margins", "four numbers"),
    "margins as number": ("[1, 10, 30, 100]", "5", "statutory.periods.margins", "four numbers"),
    "margin beyond the calendar": (
        "30, 100]", "30, 10000000]", "statutory.periods.margins", "10000000",
    ),
    "days": ("= 30", "= -30", "statutory.waivers.expiring_days", "whole number from 0 to 36600"),
    "days as truth": ("= 30", "= true", "statutory.waivers.expiring_days", "whole number"),
    "days beyond the calendar": (
        "= 30", "= 10000000000", "statutory.waivers.expiring_days", "10000000000",
    ),
    "targets": ("= 5", '= "5"', "statutory.waivers.targets_per_reason", "whole number"),
    "unknown limit": ("targets_per_", "per_", "statutory.waivers.per_reason", "is not known"),
    "label": ('"The North"', "1", "statutory.labels.north", "1 is not a text"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "key", "part"), MISTAKES.values(), ids=MISTAKES)
def test_each_mistake_is_told_once_at_its_line(
    read: Read, old: str, new: str, key: str, part: str
) -> None:
    """One slip gives one mistake, with the key's path, its line and what would be right."""
    assert old in TABLE
    text = TABLE.replace(old, new, 1)
    line = changed_line(TABLE, text)
    (mistake,) = mistakes_of(read, text)
    assert (mistake.line, mistake.key) == (line, key)
    assert part in mistake.text


def test_missing_day_is_told_at_the_table(read: Read) -> None:
    """A key that is not there is told where it would be written."""
    text = "# first\n[statutory]\nversion = 1\n"
    assert [(m.line, m.key) for m in mistakes_of(read, text)] == [(2, "statutory.as_of")]


@pytest.mark.parametrize(
    "table",
    ["types", "links", "fields", "values", "required", "answers", "severity", "periods",
     "waivers", "labels"],
)  # fmt: skip
def test_value_that_is_no_table_is_told(read: Read, table: str) -> None:
    """A table written as a value is one mistake."""
    text = f'[statutory]\nas_of = 2018-01-31\n{table} = "x"\n'
    assert [(m.line, m.key, m.text) for m in mistakes_of(read, text)] == [
        (3, f"statutory.{table}", '"x" is not a table')
    ]


def test_region_of_policy_is_judged_by_the_default_name_of_the_field(read: Read) -> None:
    """The regions are known also where the table does not name the field of the region."""
    text = '[statutory]\nas_of = 2018-01-31\n[statutory.answers]\nSEC-1 = ["nort"]\n'
    assert [(m.line, m.key) for m in mistakes_of(read, text)] == [(4, "statutory.answers.SEC-1")]


def test_mistakes_come_together_in_the_order_of_lines(read: Read) -> None:
    """All are told at once, as an author mends them: from the top."""
    text = TABLE
    for old, new in (
        ('"The North"', "1"),
        ('owner = "owner"', 'owner = "ownr"'),
        ("version = 1", "version = 2"),
        ("= 30", "= -1"),
        ('"error"', '"errors"'),
    ):
        text = text.replace(old, new, 1)
    with pytest.raises(ConfigurationError) as caught:
        read(text)
    error = caught.value
    keys = ["version", "fail_on", "links.owner", "waivers.expiring_days", "labels.north"]
    assert [mistake.key for mistake in error.mistakes] == [f"statutory.{key}" for key in keys]
    assert str(error).splitlines() == [
        f"project.toml:{mistake.line}: {mistake.key}: {mistake.text}" for mistake in error.mistakes
    ]


def test_mistake_without_a_line_names_the_file_alone() -> None:
    """A line that is not known is not shown as 0."""
    wrong, missing = Mistake(3, "b", Message("wrong")), Mistake(0, "a", Message("missing"))
    assert (
        str(ConfigurationError("a.toml", [wrong, missing]))
        == "a.toml: a: missing\na.toml:3: b: wrong"
    )


# Lines of keys -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("a = 1\nb=2\n", {"a": 1, "b": 2}),
        ("# a = 1\n\n  b = 2\n", {"b": 3}),
        ("[t]\na = 1\n[t.u]\na = 2\n", {"t": 1, "t.a": 2, "t.u": 3, "t.u.a": 4}),
        ("[[t]]\na = 1\n[[t]]\na = 2\n", {"t": 1, "t.a": 2}),
        ("[t] # says [x]\na = 1 # b = 2\n", {"t": 1, "t.a": 2}),
        ("""[t]\n"a b" = 1\n'c.d' = 2\n"Ää" = 3\n""", {"t": 1, "t.a b": 2, "t.c.d": 3, "t.Ää": 4}),
        ("""["t"."u v"]\n"$a" = 1\n""", {"t.u v": 1, "t.u v.$a": 2}),
        ("[t]\nu.a = 1\n", {"t": 1, "t.u.a": 2}),
        ('[t]\na = [\n  "b",\n]\nc = 1\n', {"t": 1, "t.a": 2, "t.c": 5}),
        ("[t]\na = [\n  [1, 2],\n  [3, 4],\n]\nc = 1\n", {"t": 1, "t.a": 2, "t.c": 6}),
        ("[t]\na = '\u2028'\nc = 1\n", {"t": 1, "t.a": 2, "t.c": 3}),
        ("[ t . u ]\na = 1\n", {"t.u": 1, "t.u.a": 2}),
    ],
    ids=[
        "empty", "top", "comment", "nested", "array", "behind", "quoted", "quoted table", "dotted",
        "list", "list of lists", "separator", "spaces",
    ],
)  # fmt: skip
def test_lines_of_keys(text: str, expected: dict[str, int]) -> None:
    """Every table and key is found at its line, however it is written."""
    assert key_lines(text) == expected


def test_string_of_several_lines_holds_no_keys() -> None:
    """Nor tables, in either kind of quotes, also behind a quoted triple quote or an escape."""
    lines = (
        "[statutory]",
        'notice = """',
        'as_of = "x"',
        "[other]",
        '\\""" still = 1',
        '"""',
        'as_of = "2018-01-31"',
        "note = '''",
        "[other]",
        "'''",
        """quoted = "'''" # '''""",
        "after = 1",
    )
    text = "\n".join(lines)
    assert key_lines(text) == {
        "statutory": 1,
        "statutory.notice": 2,
        "statutory.as_of": 7,
        "statutory.note": 8,
        "statutory.quoted": 11,
        "statutory.after": 12,
    }

"""The ``[statutory]`` table of a project's configuration: read and validated once.

Every mistake is collected with its key path and line, and all are reported together.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard, TypeVar

from statutory.model.finding import Severity
from statutory.model.period import PeriodPolicy, UnreadablePeriodError, read_period
from statutory.model.settings import (
    FieldRoles,
    LinkRoles,
    Requirements,
    Settings,
    TypeRoles,
    ValueRoles,
    Vocabulary,
    line_of,
)
from statutory.suggest import nearest

TABLE = "statutory"
SCHEMA_VERSION = 1
LANGUAGES = ("en", "fi")

_FEW = 12
"""How many names a message lists where it can suggest none."""

_GREATEST = 36_600
"""The greatest number of days that policy may name: a hundred years."""

Roles = TypeVar("Roles", TypeRoles, LinkRoles, FieldRoles)


_STRING_OR_COMMENT = re.compile(r""""(?:[^"\\]|\\.)*"|'[^']*'|#.*""")


@dataclass(frozen=True, order=True, slots=True)
class Mistake:
    """A mistake in the configuration.

    :param line: The line of the key, or of its table; 0 where it is not in the file.
    :param key: The path of the key, for example ``statutory.links.owner``.
    :param text: What is wrong and what would be right.
    """

    line: int
    key: str
    text: str


class ConfigurationError(Exception):
    """The configuration cannot be used; the message names every mistake."""

    def __init__(self, path: str, mistakes: Iterable[Mistake]) -> None:
        """Collect the mistakes of one file, in the order of their lines."""
        self.path = path
        self.mistakes = tuple(sorted(mistakes))
        lines = [
            f"{path}:{mistake.line}: {mistake.key}: {mistake.text}"
            if mistake.line
            else f"{path}: {mistake.key}: {mistake.text}"
            for mistake in self.mistakes
        ]
        super().__init__("\n".join(lines))


def read_toml(path: Path, *, root: Path | None = None) -> Mapping[str, Any]:
    """Return the tables of a TOML file.

    :param root: The folder that messages name the file from; ``None`` means its own.

    :raises ConfigurationError: If the file is missing, is not UTF-8 or is not TOML.
    """
    name = _name_of(path, root)
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise _file_error(name, 0, "the file does not exist") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise _file_error(name, line, "the file is not UTF-8; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        where = re.search(r" \(at line (\d+), column \d+\)$", str(error))
        line = int(where[1]) if where else 0
        text = str(error)[: where.start()] if where else str(error)
        raise _file_error(name, line, f"the file is not TOML: {text}") from error


def read_settings(
    path: Path, vocabulary: Vocabulary, checks: Collection[str], *, root: Path | None = None
) -> Settings:
    """Return the settings of a project.

    :param path: The TOML file that holds the table ``[statutory]``.
    :param vocabulary: The types, fields and links that the roles may name.
    :param checks: The names of the checks that policy may speak of.
    :param root: The folder that messages name the file from; ``None`` means its own.
    :raises ConfigurationError: If the file or the table has mistakes; it names them all.
    """
    document = read_toml(path, root=root)
    name = _name_of(path, root)
    lines = key_lines(path.read_text(encoding="utf-8-sig"))
    table = document.get(TABLE)
    if not isinstance(table, dict):
        text = "the table is missing; it says what the names of the project mean"
        raise ConfigurationError(name, [Mistake(0, TABLE, text)])
    reader = _Reader(name, lines, vocabulary, checks)
    settings = reader.settings(table)
    if reader.mistakes:
        raise ConfigurationError(name, reader.mistakes)
    return settings


def refuse_unknown_keys(
    path: Path, table: str, known: Collection[str], *, root: Path | None = None
) -> None:
    """Refuse keys of a table that its reader does not know and would leave out.

    :param table: The name of a table of the file; it may be missing.
    :param known: The keys that its reader knows.
    :param root: The folder that messages name the file from; ``None`` means its own.
    :raises ConfigurationError: If there are such keys; it names them all.
    """
    given = read_toml(path, root=root).get(table, {})
    lines = key_lines(path.read_text(encoding="utf-8-sig"))
    mistakes = [
        Mistake(_first_line(lines, f"{table}.{key}"), f"{table}.{key}", _unknown_name(key, known))
        for key in (given if isinstance(given, dict) else {})
        if key not in known
    ]
    if mistakes:
        raise ConfigurationError(_name_of(path, root), mistakes)


def key_lines(text: str) -> dict[str, int]:
    """Return the line of each table and key of a TOML file, by its dotted path."""
    lines: dict[str, int] = {}
    prefix = ""
    open_brackets = 0
    for number, line in enumerate(text.split("\n"), start=1):
        bare = _STRING_OR_COMMENT.sub('""', line)
        if open_brackets:
            open_brackets += _opened(bare)
            continue
        header = re.match(r"\s*\[{1,2}\s*([^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?$", line)
        key = re.match(r"""\s*("[^"]+"|'[^']+'|[\w.-]+)\s*=""", line)
        if header:
            prefix = ".".join(part.strip(" \"'") for part in header[1].split("."))
            lines.setdefault(prefix, number)
        elif key:
            name = key[1].strip("\"'")
            lines.setdefault(f"{prefix}.{name}" if prefix else name, number)
            open_brackets = _opened(bare)
    return lines


def _opened(line: str) -> int:
    """Return how many more brackets a line opens than it closes."""
    return sum((line.count("["), line.count("{"), -line.count("]"), -line.count("}")))


def _name_of(path: Path, root: Path | None) -> str:
    """Return a path as messages name it: from the root, where it is below the root."""
    if root is not None and path.resolve().is_relative_to(root.resolve()):
        return path.resolve().relative_to(root.resolve()).as_posix()
    return path.name


def _first_line(lines: Mapping[str, int], key: str) -> int:
    """Return the first line of a key or of what is in it; its table's where none is known."""
    inner = [line for path, line in lines.items() if f"{path}.".startswith(f"{key}.")]
    return min(inner, default=line_of(lines, key))


def _unknown_name(name: str, known: Collection[str]) -> str:
    """Return what to say of an unknown name: the nearest known one, or a few of them."""
    suggestion = nearest(name, known)
    if suggestion:
        return f"{name!r} is not known; did you mean {suggestion!r}?"
    listed = f"; known are {', '.join(sorted(known))}" if len(known) <= _FEW else ""
    return f"{name!r} is not known{listed}"


def _file_error(name: str, line: int, text: str) -> ConfigurationError:
    return ConfigurationError(name, [Mistake(line, "file", text)])


class _Reader:
    """Reads the table key by key and collects what is wrong with it.

    A role that the project does not have is empty; what asks for it finds nothing.
    """

    def __init__(
        self,
        path: str,
        lines: Mapping[str, int],
        vocabulary: Vocabulary,
        checks: Collection[str],
    ) -> None:
        self.path = path
        self.lines = lines
        self.vocabulary = vocabulary
        self.checks = checks
        self.mistakes: list[Mistake] = []
        self._link_roles = LinkRoles()

    def settings(self, table: Mapping[str, Any]) -> Settings:
        """Return the settings; they are of use only if no mistake was collected."""
        known = [
            "version", "language", "as_of", "law_as_of", "fail_on", "types", "links",
            "fields", "values", "required", "answers", "severity", "periods", "waivers",
            "notice", "labels", "absent", "responsibilities",
        ]  # fmt: skip
        default = Settings()
        self._known_keys(TABLE, table, known)
        version = table.get("version", SCHEMA_VERSION)
        if isinstance(version, bool) or version != SCHEMA_VERSION:
            self._mistake(f"{TABLE}.version", f"{version!r} is not {SCHEMA_VERSION}")
        self._link_roles = self._roles(table, "links", LinkRoles)
        waivers = self._subtable(TABLE, table, "waivers", ["expiring_days", "targets_per_reason"])
        return Settings(
            path=self.path,
            language=self._name(
                f"{TABLE}.language", table.get("language", default.language), LANGUAGES
            ),
            as_of=self._date(f"{TABLE}.as_of", table.get("as_of")),
            law_as_of=self._period(f"{TABLE}.law_as_of", table.get("law_as_of", "")),
            fail_on=self._severity(f"{TABLE}.fail_on", table.get("fail_on", default.fail_on.label)),
            types=self._roles(table, "types", TypeRoles),
            links=self._link_roles,
            fields=self._roles(table, "fields", FieldRoles),
            values=self._values(table),
            required=self._required(table),
            answers=self._answers(table),
            severities=self._severities(table),
            periods=self._periods(table),
            expiring_days=self._count(
                f"{TABLE}.waivers.expiring_days",
                waivers.get("expiring_days", default.expiring_days),
            ),
            targets_per_reason=self._count(
                f"{TABLE}.waivers.targets_per_reason",
                waivers.get("targets_per_reason", default.targets_per_reason),
            ),
            notice=self._notice(table.get("notice", "")),
            responsibilities=self._names(
                f"{TABLE}.responsibilities",
                table.get("responsibilities", []),
                self._allowed("links"),
            ),
            absent=self._words(table, "absent"),
            labels=self._words(table, "labels"),
            key_lines=self.lines,
        )

    # Tables ----------------------------------------------------------------------------

    def _roles(self, table: Mapping[str, Any], name: str, roles: type[Roles]) -> Roles:
        """Return the roles of one table, each checked against the vocabulary."""
        names = [field.name for field in dataclasses.fields(roles)]
        given = self._subtable(TABLE, table, name, names)
        allowed = self._allowed(name)
        values: dict[str, Any] = {}
        for role, value in given.items():
            key = f"{TABLE}.{name}.{role}"
            if roles is TypeRoles:
                values[role] = self._names(key, value, allowed)
            else:
                values[role] = self._name(key, value, allowed)
        for role in names:
            if role not in values and roles is not TypeRoles:
                # A role that is not given has its own name, if the project has that name.
                values[role] = role if role in allowed else ""
        return roles(**values)

    def _values(self, table: Mapping[str, Any]) -> ValueRoles:
        names = [field.name for field in dataclasses.fields(ValueRoles)]
        given = self._subtable(TABLE, table, "values", names)
        return ValueRoles(
            **{
                name: self._texts(f"{TABLE}.values.{name}", values)
                for name, values in given.items()
            }
        )

    def _allowed(self, table: str) -> Collection[str]:
        """Return the names of the vocabulary that a table of roles may use."""
        if table == "types":
            return tuple(self.vocabulary.types)
        return tuple(self.vocabulary.links) if table == "links" else self.vocabulary.fields

    def _required(self, table: Mapping[str, Any]) -> Requirements:
        names = [field.name for field in dataclasses.fields(Requirements)]
        given = self._subtable(TABLE, table, "required", names)
        prefix = f"{TABLE}.required"
        types, links = self._allowed("types"), self._allowed("links")
        parents = self._subtable(prefix, given, "parent", types)
        for name, needed in (("owner", "links.owner"), ("preparer", "links.preparer")):
            absent = not getattr(self._link_roles, name)
            if given.get(name) and absent and name not in table.get("links", {}):
                self._mistake(f"{prefix}.{name}", f"it needs {TABLE}.{needed}, which is missing")
        lists = {
            name: self._names(f"{prefix}.{name}", given.get(name, []), types)
            for name in names
            if name != "parent"
        }
        return Requirements(
            **lists,
            parent={
                type_: self._name(f"{prefix}.parent.{type_}", link, links)
                for type_, link in parents.items()
            },
        )

    def _answers(self, table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
        answers = self._subtable(TABLE, table, "answers", None)
        fields = table.get("fields", {})
        region = fields.get("region") if isinstance(fields, dict) else None
        field = region if isinstance(region, str) else FieldRoles().region
        regions = self.vocabulary.enumerations.get(field, ())
        return {
            section: self._names(f"{TABLE}.answers.{section}", value, regions or None)
            for section, value in answers.items()
        }

    def _severities(self, table: Mapping[str, Any]) -> dict[str, Severity]:
        given = self._subtable(TABLE, table, "severity", self.checks)
        return {
            check: self._severity(f"{TABLE}.severity.{check}", value)
            for check, value in given.items()
        }

    def _periods(self, table: Mapping[str, Any]) -> PeriodPolicy:
        default = PeriodPolicy()
        given = self._subtable(TABLE, table, "periods", ["seasons", "margins"])
        seasons = given.get("seasons", [list(months) for months in default.seasons])
        margins = given.get("margins", list(default.margins))
        key = f"{TABLE}.periods"
        if not _is_pairs_of_months(seasons):
            text = "four pairs of months from spring to winter, such as [[3, 5], …, [12, 14]]"
            self._mistake(f"{key}.seasons", f"{seasons!r} is not {text}")
            seasons = default.seasons
        if not (_is_counts(margins) and len(margins) == len(default.margins)):
            text = "four numbers of days: for a day, a month, a season and a year"
            self._mistake(f"{key}.margins", f"{margins!r} is not {text}")
            margins = default.margins
        spring, summer, autumn, winter = ((first, last) for first, last in seasons)
        day, month, season, year = margins
        return PeriodPolicy((spring, summer, autumn, winter), (day, month, season, year))

    def _words(self, table: Mapping[str, Any], name: str) -> dict[str, str]:
        """Return a table of texts."""
        words = self._subtable(TABLE, table, name, None)
        return {key: self._text(f"{TABLE}.{name}.{key}", text) for key, text in words.items()}

    def _notice(self, value: object) -> str:
        text = self._text(f"{TABLE}.notice", value)
        try:
            text.format(as_of="", law_as_of="")
        except (AttributeError, KeyError, IndexError, TypeError, ValueError):
            places = "only {as_of} and {law_as_of} can stand in braces"
            self._mistake(f"{TABLE}.notice", f"{text!r} cannot be filled in; {places}")
        return text

    # Values ----------------------------------------------------------------------------

    def _mistake(self, key: str, text: str) -> None:
        self.mistakes.append(Mistake(line_of(self.lines, key), key, text))

    def _known_keys(self, prefix: str, table: Mapping[str, Any], known: Collection[str]) -> None:
        for name in table:
            if name not in known:
                self._unknown(f"{prefix}.{name}", name, known)

    def _unknown(self, key: str, name: str, known: Collection[str]) -> None:
        self._mistake(key, _unknown_name(name, known))

    def _subtable(
        self, prefix: str, table: Mapping[str, Any], name: str, known: Collection[str] | None
    ) -> Mapping[str, Any]:
        """Return a table in a table; ``known`` lists its keys, ``None`` allows any."""
        value = table.get(name, {})
        key = f"{prefix}.{name}"
        if not isinstance(value, dict):
            self._mistake(key, f"{value!r} is not a table")
            return {}
        if known is None:
            return value
        self._known_keys(key, value, known)
        return {inner: value[inner] for inner in value if inner in known}

    def _text(self, key: str, value: object) -> str:
        if isinstance(value, str):
            return value
        self._mistake(key, f"{value!r} is not a text")
        return ""

    def _texts(self, key: str, value: object) -> tuple[str, ...]:
        if isinstance(value, list):
            return tuple(self._text(key, entry) for entry in value)
        self._mistake(key, f"{value!r} is not a list of texts")
        return ()

    def _name(self, key: str, value: object, allowed: Collection[str] | None) -> str:
        text = self._text(key, value)
        if isinstance(value, str) and allowed is not None and text not in allowed:
            self._unknown(key, text, allowed)
        return text

    def _names(self, key: str, value: object, allowed: Collection[str] | None) -> tuple[str, ...]:
        return tuple(self._name(key, text, allowed) for text in self._texts(key, value))

    def _severity(self, key: str, value: object) -> Severity:
        labels = {severity.label: severity for severity in Severity}
        return labels.get(self._name(key, value, labels), Severity.WARNING)

    def _count(self, key: str, value: object) -> int:
        if _is_count(value):
            return int(value)
        self._mistake(key, f"{value!r} is not a whole number from 0 to {_GREATEST}")
        return 0

    def _period(self, key: str, value: object) -> str:
        text = self._text(key, value)
        try:
            read_period(text or "..")
        except UnreadablePeriodError:
            if text:
                self._mistake(key, f'{text!r} is not a date; write for example "2025-02"')
        return text

    def _date(self, key: str, value: object) -> dt.date:
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value
        try:
            return dt.datetime.strptime(str(value), "%Y-%m-%d").date()  # noqa: DTZ007 - a day
        except ValueError:
            given = "it is missing" if value is None else f"{value!r} is not a date"
            self._mistake(key, f'{given}; write for example "2018-01-31"')
            return dt.date.min


def _is_count(value: object) -> TypeGuard[int]:
    """Say whether a value is a whole number that the calendar can bear as days."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _GREATEST


def _is_counts(value: object) -> TypeGuard[Sequence[int]]:
    return isinstance(value, list | tuple) and all(map(_is_count, value))


def _is_pairs_of_months(value: object) -> bool:
    """Say whether a value is a pair of months for each season, in order, within a year."""
    if not isinstance(value, list | tuple) or len(value) != len(PeriodPolicy().seasons):
        return False
    return all(_is_counts(pair) and tuple(pair) in _PAIRS_OF_MONTHS for pair in value)


_PAIRS_OF_MONTHS = {(first, last) for first in range(1, 13) for last in range(first, first + 12)}

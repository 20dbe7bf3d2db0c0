"""The table ``[statutory]``: each of its keys read and validated once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeGuard

from statutory.config.feedback import feedback_mistake
from statutory.config.language import LANGUAGES
from statutory.config.policy import TABLE, Surroundings
from statutory.config.roles import RoleReader
from statutory.config.toml_file import (
    ConfigurationError,
    Mistake,
    key_lines,
    name_of,
    read_toml,
)
from statutory.config.values import is_count
from statutory.config.written import written
from statutory.model.finding import Message
from statutory.model.identifiers import REGION, is_form
from statutory.model.period import PeriodPolicy
from statutory.model.settings import (
    BorderPolicy,
    IdentifierPolicy,
    PrivacyPolicy,
    ReviewPolicy,
    Settings,
    StatementPolicy,
    TextPolicy,
    Vocabulary,
)

SCHEMA_VERSION = 1
_DEFAULT = "default"
"""The key that names who answers for the sections that have no key of their own."""


def read_settings(
    path: Path,
    vocabulary: Vocabulary,
    checks: Collection[str],
    *,
    root: Path | None = None,
    former: Mapping[str, str] | None = None,
    today: dt.date | None = None,
    needs_state: bool = True,
) -> Settings:
    """Return the settings of a project.

    :param path: The TOML file that holds the table ``[statutory]``.
    :param vocabulary: The types, fields and links that the roles may name.
    :param checks: The names of the checks that policy may speak of.
    :param root: The folder of the project, which messages name the file from and in which
        the baseline lies; ``None`` means the file's own.
    :param former: The names of checks by each name that they have had before; ``None``
        means that there are none.
    :param today: The day of the check, for policy that measures waivers at it; ``None``
        means that it is not known.
    :param needs_state: Whether the baseline and the snapshot must be there and sound; not where
        one is written anew.
    :raises ConfigurationError: If the file or the table has mistakes; it names them all.
    """
    document = read_toml(path, root=root)
    name = name_of(path, root)
    lines = key_lines(path.read_text(encoding="utf-8-sig"))
    table = document.get(TABLE)
    if not isinstance(table, dict):
        message = Message("the table is missing; it says what the names of the project mean")
        raise ConfigurationError(name, [Mistake(0, TABLE, message)])
    surroundings = Surroundings(
        path=name,
        root=root or path.parent,
        vocabulary=vocabulary,
        checks=checks,
        former=former or {},
        today=today,
        needs_state=needs_state,
    )
    reader = TableReader(lines, surroundings)
    settings = reader.settings(table)
    if reader.mistakes:
        raise ConfigurationError(name, reader.mistakes)
    return settings


class TableReader(RoleReader):
    """Reads the table key by key and collects what is wrong with it."""

    def settings(self, table: Mapping[str, Any]) -> Settings:
        """Return the settings; they are of use only if no mistake was collected."""
        known = [
            "version", "language", "as_of", "law_as_of", "fail_on", "types", "links",
            "fields", "values", "required", "answers", "severity", "periods", "reviews", "waivers",
            "notice", "cards", "feedback", "labels", "absent", "responsibilities", "privacy",
            "separation", "binding", "gates", "baseline", "snapshot", "documentation",
            "accessibility", "raci", "ids", "across_regions", "texts",
        ]  # fmt: skip
        default = Settings()
        self.known_keys(TABLE, table, known)
        version = table.get("version", SCHEMA_VERSION)
        if isinstance(version, bool) or version != SCHEMA_VERSION:
            values = {"value": written(version), "version": SCHEMA_VERSION}
            self.mistake(f"{TABLE}.version", "{value} is not {version}", **values)
        return Settings(
            path=self.surroundings.path,
            language=self.name(
                f"{TABLE}.language", table.get("language", default.language), LANGUAGES
            ),
            as_of=self.date(f"{TABLE}.as_of", table.get("as_of")),
            law_as_of=self.period(f"{TABLE}.law_as_of", table.get("law_as_of", "")),
            fail_on=self.severity(f"{TABLE}.fail_on", table.get("fail_on", default.fail_on.label)),
            **self._answers(table),
            separating_acts=self._separating_acts(table),
            periods=self._periods(table),
            privacy=self._privacy(table),
            reviews=self._reviews(table),
            accessibility=self._accessibility(table),
            ids=self._identifiers(table),
            across_regions=self._borders(table),
            texts=self._texts(table),
            notice=self._notice(table.get("notice", "")),
            cards=self.truth(f"{TABLE}.cards", table.get("cards", default.cards)),
            feedback=self._feedback(table.get("feedback", "")),
            responsibilities=self.names(
                f"{TABLE}.responsibilities",
                table.get("responsibilities", []),
                self.allowed("links"),
            ),
            absent=self._words(table, "absent"),
            labels=self._words(table, "labels"),
            key_lines=self.lines,
            **self.roles(table),
            **self.policy(table),
        )

    # Tables ----------------------------------------------------------------------------

    def _answers(self, table: Mapping[str, Any]) -> dict[str, Any]:
        """Return who answers, by section and by default."""
        given = self.subtable(TABLE, table, "answers", None)
        regions = self.regions(table)
        answers = {
            section: self.names(f"{TABLE}.answers.{section}", value, regions)
            for section, value in given.items()
        }
        return {"answers_by_default": answers.pop(_DEFAULT, ()), "answers": answers}

    def _separating_acts(self, table: Mapping[str, Any]) -> tuple[str, ...]:
        given = self.subtable(TABLE, table, "separation", ["acts"])
        return self.texts(f"{TABLE}.separation.acts", given.get("acts", []))

    def _periods(self, table: Mapping[str, Any]) -> PeriodPolicy:
        default = PeriodPolicy()
        given = self.subtable(TABLE, table, "periods", ["seasons", "margins"])
        seasons = given.get("seasons", [list(months) for months in default.seasons])
        margins = given.get("margins", list(default.margins))
        key = f"{TABLE}.periods"
        if not _is_pairs_of_months(seasons):
            text = (
                "{value} is not four pairs of months from spring to winter, "
                "such as [[3, 5], …, [12, 14]]"
            )
            self.mistake(f"{key}.seasons", text, value=written(seasons))
            seasons = default.seasons
        if not (_is_counts(margins) and len(margins) == len(default.margins)):
            text = "{value} is not four numbers of days: for a day, a month, a season and a year"
            self.mistake(f"{key}.margins", text, value=written(margins))
            margins = default.margins
        spring, summer, autumn, winter = ((first, last) for first, last in seasons)
        day, month, season, year = margins
        return PeriodPolicy((spring, summer, autumn, winter), (day, month, season, year))

    def _privacy(self, table: Mapping[str, Any]) -> PrivacyPolicy:
        names = ("allowed_emails", "exempt_files")
        given = self.subtable(TABLE, table, "privacy", names)
        patterns = {
            name: self.texts(f"{TABLE}.privacy.{name}", given.get(name, [])) for name in names
        }
        return PrivacyPolicy(is_asked="privacy" in table, **patterns)

    def _reviews(self, table: Mapping[str, Any]) -> ReviewPolicy:
        default = ReviewPolicy()
        given = self.subtable(TABLE, table, "reviews", ["interval_days", "types", "links"])
        key = f"{TABLE}.reviews"
        return ReviewPolicy(
            interval_days=self.count(
                f"{key}.interval_days", given.get("interval_days", default.interval_days)
            ),
            types=self.names(f"{key}.types", given.get("types", []), self.allowed("types")),
            links=self.names(f"{key}.links", given.get("links", []), self.allowed("links")),
        )

    def _accessibility(self, table: Mapping[str, Any]) -> StatementPolicy:
        names = ("page", "date", "feedback")
        given = self.subtable(TABLE, table, "accessibility", names)
        key = f"{TABLE}.accessibility"
        return StatementPolicy(
            page=self.text(f"{key}.page", given.get("page", "")),
            date=self.period(f"{key}.date", given.get("date", "")),
            feedback=self.text(f"{key}.feedback", given.get("feedback", "")),
        )

    def _identifiers(self, table: Mapping[str, Any]) -> IdentifierPolicy:
        given = self.subtable(TABLE, table, "ids", ["form", "regions"])
        key = f"{TABLE}.ids"
        form = self.text(f"{key}.form", given.get("form", ""))
        regions = self.subtable(key, given, "regions", self.regions(table))
        codes = {
            region: self.text(f"{key}.regions.{region}", code) for region, code in regions.items()
        }
        if form and not is_form(form):
            said = (
                "{value} is no form of identifiers; {{region}}, {{type}} and {{name}} stand in it "
                "once each at most, {{name}} always, with other characters between them"
            )
            self.mistake(f"{key}.form", said, value=written(form))
            form = ""
        if REGION in form and not codes:
            self.mistake(
                f"{key}.form", "it needs {needed}, which is missing", needed=f"{key}.regions"
            )
        return IdentifierPolicy(form=form, regions=codes)

    def _borders(self, table: Mapping[str, Any]) -> BorderPolicy:
        given = self.subtable(TABLE, table, "across_regions", ["links", "types"])
        key = f"{TABLE}.across_regions"
        return BorderPolicy(
            links=self.names(f"{key}.links", given.get("links", []), self.allowed("links")),
            types=self.names(f"{key}.types", given.get("types", []), self.allowed("types")),
        )

    def _texts(self, table: Mapping[str, Any]) -> TextPolicy:
        given = self.subtable(TABLE, table, "texts", ["required", "inference_words"])
        key = f"{TABLE}.texts"
        return TextPolicy(
            required=self.names(
                f"{key}.required", given.get("required", []), self.allowed("types")
            ),
            inference_words=self.texts(f"{key}.inference_words", given.get("inference_words", [])),
        )

    def _words(self, table: Mapping[str, Any], name: str) -> dict[str, str]:
        """Return a table of texts."""
        words = self.subtable(TABLE, table, name, None)
        return {key: self.text(f"{TABLE}.{name}.{key}", text) for key, text in words.items()}

    def _feedback(self, value: object) -> str:
        text = self.text(f"{TABLE}.feedback", value)
        mistake = feedback_mistake(text) if text else None
        if mistake is not None:
            self.tell(f"{TABLE}.feedback", mistake)
        return text

    def _notice(self, value: object) -> str:
        text = self.text(f"{TABLE}.notice", value)
        try:
            text.format(as_of="", law_as_of="")
        except (AttributeError, KeyError, IndexError, TypeError, ValueError):
            said = (
                "{value} cannot be filled in; only {{as_of}} and {{law_as_of}} can stand in braces"
            )
            self.mistake(f"{TABLE}.notice", said, value=written(text))
        return text


def _is_counts(value: object) -> TypeGuard[Sequence[int]]:
    return isinstance(value, list | tuple) and all(map(is_count, value))


def _is_pairs_of_months(value: object) -> bool:
    """Say whether a value is a pair of months for each season, in order, within a year."""
    if not isinstance(value, list | tuple) or len(value) != len(PeriodPolicy().seasons):
        return False
    return all(_is_counts(pair) and tuple(pair) in _PAIRS_OF_MONTHS for pair in value)


_PAIRS_OF_MONTHS = {(first, last) for first in range(1, 13) for last in range(first, first + 12)}

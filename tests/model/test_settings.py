"""Settings: what holds where a project says nothing, and where its file says it."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any, cast

import pytest

from statutory.model.settings import Settings, StatementPolicy

LINES = {"statutory": 3, "statutory.answers": 8, "statutory.answers.SEC": 9}


@pytest.mark.parametrize(
    "name",
    [
        *("answers", "severities", "region_severities", "type_severities", "gates"),
        *("accepted", "absent", "labels", "key_lines"),
    ],
)
def test_mappings_cannot_be_changed(name: str) -> None:
    """What one check changed would hold for all that come behind it."""
    with pytest.raises(TypeError):
        cast("MutableMapping[str, Any]", getattr(Settings(), name))["new"] = None


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("statutory.answers.SEC", 9),
        ("statutory.answers.GONE", 8),
        ("statutory.gates.north.owner", 3),
        ("needs.types", 0),
        ("", 0),
    ],
)
def test_line_is_that_of_the_key_or_of_the_table_around_it(key: str, line: int) -> None:
    """A finding leads to the nearest line there is; without one it leads to the file."""
    assert Settings(key_lines=LINES).line_of(key) == line
    assert Settings().line_of(key) == 0


def test_handbook_tells_what_holds_where_nothing_is_said() -> None:
    """A project that relies on it must not find other limits after an update."""
    settings = Settings()
    assert (settings.expiring_days, settings.targets_per_reason) == (90, 3)
    assert settings.reviews.interval_days == 365
    assert settings.cards
    assert (settings.language, settings.path) == ("en", "ubproject.toml")


def test_statement_may_be_said_in_part() -> None:
    """What a project does not say of its statement is empty."""
    statement = StatementPolicy(page="statement")
    assert (statement.page, statement.date, statement.feedback) == ("statement", "", "")


def test_label_is_the_word_of_the_project() -> None:
    """What has no label is called by its name."""
    settings = Settings(labels={"north": "The North"})
    assert (settings.label("north"), settings.label("south")) == ("The North", "south")

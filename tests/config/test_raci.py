"""The table of the responsibility matrix: which link gives which letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from statutory.config import ConfigurationError, read_settings
from statutory.model.raci import RaciPolicy
from tests.builders import VOCABULARY

HEAD = "[statutory]\nas_of = 2018-01-31\n"


def read(folder: Path, table: str) -> RaciPolicy:
    """Return the letters of a table."""
    file = folder / "project.toml"
    file.write_text(HEAD + table, encoding="utf-8")
    return read_settings(file, VOCABULARY, ()).raci


def test_each_letter_lists_its_links(tmp_path: Path) -> None:
    """Letters that are not given have no links."""
    table = '[statutory.raci]\naccountable = ["owner"]\nresponsible = ["preparer", "producer"]\n'
    assert read(tmp_path, table) == RaciPolicy(
        accountable=("owner",), responsible=("preparer", "producer")
    )


def test_project_without_the_table_has_no_policy(tmp_path: Path) -> None:
    """The matrix then takes the letters from the roles."""
    assert read(tmp_path, "") == RaciPolicy()


@pytest.mark.parametrize(
    ("table", "key", "word"),
    [
        ('accountable = ["ownr"]', "statutory.raci.accountable", "'owner'"),
        ('acountable = ["owner"]', "statutory.raci.acountable", "'accountable'"),
        ('accountable = "owner"', "statutory.raci.accountable", "is not a list"),
        (
            'accountable = ["owner"]\ninformed = ["owner"]',
            "statutory.raci.informed",
            "already in statutory.raci.accountable",
        ),
    ],
)
def test_mistake_is_told_at_its_line(tmp_path: Path, table: str, key: str, word: str) -> None:
    """A link gives one letter, and only links of the vocabulary give any."""
    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, f"[statutory.raci]\n{table}\n")
    (mistake,) = caught.value.mistakes
    assert (mistake.key, mistake.line) == (key, 3 + table.count("\n") + 1)
    assert word in str(mistake.message)

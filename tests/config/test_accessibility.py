"""The table of the accessibility statement: what it holds and what it may not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from statutory.config import ConfigurationError, read_settings
from statutory.model.settings import StatementPolicy
from tests.builders import VOCABULARY

HEAD = '[statutory]\nas_of = "2018-01-31"\n[statutory.accessibility]\n'


def read(folder: Path, text: str) -> StatementPolicy:
    """Return what is read of a table of the statement."""
    file = folder / "ubproject.toml"
    file.write_text(HEAD + text, encoding="utf-8")
    return read_settings(file, VOCABULARY, ()).accessibility


def test_every_key_is_read(tmp_path: Path) -> None:
    """The page, the date and the address are what the file says."""
    text = 'page = "statement"\ndate = "2025-03"\nfeedback = "office@example.org"\n'
    expected = StatementPolicy(page="statement", date="2025-03", feedback="office@example.org")
    assert read(tmp_path, text) == expected


def test_nothing_is_set_by_default(tmp_path: Path) -> None:
    """An empty table says nothing for the publisher."""
    assert read(tmp_path, "") == StatementPolicy()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("page = 1", "page"),
        ('date = "maaliskuu"', "date"),
        ("feedback = []", "feedback"),
        ('pages = "statement"', "pages"),
    ],
)
def test_mistake_is_told_at_its_line(tmp_path: Path, text: str, key: str) -> None:
    """A wrong value or an unknown key is refused, with its place."""
    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, text)
    (mistake,) = caught.value.mistakes
    assert (mistake.line, mistake.key) == (4, f"statutory.accessibility.{key}")

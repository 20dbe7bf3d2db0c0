"""The language of a project, and the mistakes of its configuration told in it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from statutory.config import ConfigurationError, Mistake, language_of, read_settings
from statutory.config.written import written
from statutory.messages import Messages
from statutory.model.finding import Message
from tests.builders import VOCABULARY

TABLE = '[statutory]\nlanguage = "fi"\n'


@pytest.mark.parametrize(
    ("content", "language"),
    [
        (TABLE, "fi"),
        (TABLE.replace("fi", "en"), "en"),
        ("[ statutory ] # ours\n\nlanguage='fi'\n", "fi"),
        (TABLE.replace("\n", "\r\n"), "fi"),
        ("\ufeff" + TABLE, "fi"),
        ('statutory = { language = "fi" }\n', "fi"),
        ('statutory.language = "fi"\n', "fi"),
        ("", "en"),
        ("[statutory]\n", "en"),
        ("statutory = 1\n", "en"),
        (TABLE.replace("fi", "sv"), "en"),
        (TABLE.replace("fi", "../fi"), "en"),
        (TABLE.replace('"fi"', "[]"), "en"),
        ('[other]\nlanguage = "fi"\n', "en"),
    ],
)
def test_language_is_what_the_table_names(tmp_path: Path, content: str, language: str) -> None:
    """Only a language that the extension knows is taken."""
    file = tmp_path / "project.toml"
    file.write_bytes(content.encode())
    assert language_of(file) == language


@pytest.mark.parametrize(
    ("content", "language"),
    [
        (TABLE.encode() + b"as_of = \n", "fi"),
        (b"[needs]\nlist = [\n" + TABLE.encode(), "fi"),
        (b"# p\xe4\xe4\n" + TABLE.encode(), "fi"),
        (TABLE.encode() + TABLE.encode(), "fi"),
        (TABLE.replace("fi", "sv").encode() + b"x = \n", "en"),
        (b'[statutory]\nas_of = \n[other]\nlanguage = "fi"\n', "en"),
        (b'language = "fi"\nx = \n', "en"),
        (b"\x00\xff" * 10, "en"),
        (b"x = " + b"[" * 100_000, "en"),
    ],
    ids=[
        "behind", "open list", "bytes", "twice", "unknown", "other table", "no table", "noise",
        "deep",
    ],
)  # fmt: skip
def test_language_of_a_broken_file_is_found_as_text(
    tmp_path: Path, content: bytes, language: str
) -> None:
    """What is wrong with the file is told in the language that it was written for."""
    file = tmp_path / "project.toml"
    file.write_bytes(content)
    assert language_of(file) == language


def test_file_that_is_not_there_is_english(tmp_path: Path) -> None:
    """Nor does a folder in its place name a language."""
    assert language_of(tmp_path / "none.toml") == "en"
    assert language_of(tmp_path) == "en"


# Mistakes in both languages ----------------------------------------------------------------


def test_mistakes_are_told_in_a_language(tmp_path: Path) -> None:
    """Python is told in English, the reader in the language of the project."""
    file = tmp_path / "a.toml"
    file.write_text(
        f'{TABLE}as_of = "31.1."\nlabels = 1\n[statutory.links]\nowner = "ownr"\n'
        "[statutory.waivers]\nexpiring_days = true\n",
        encoding="utf-8",
    )
    with pytest.raises(ConfigurationError) as caught:
        read_settings(file, VOCABULARY, ())
    assert str(caught.value).splitlines() == [
        'a.toml:3: statutory.as_of: "31.1." is not a date; write for example "2018-01-31"',
        "a.toml:4: statutory.labels: 1 is not a table",
        "a.toml:6: statutory.links.owner: 'ownr' is not known; did you mean 'owner'?",
        "a.toml:8: statutory.waivers.expiring_days: true is not a whole number from 0 to 36600",
    ]
    assert caught.value.told(Messages("fi").message).splitlines() == [
        'a.toml:3: statutory.as_of: "31.1." ei ole päivämäärä. Kirjoita esimerkiksi "2018-01-31"',
        "a.toml:4: statutory.labels: 1 ei ole taulu",
        "a.toml:6: statutory.links.owner: ”ownr” on tuntematon. Tarkoititko ”owner”?",
        "a.toml:8: statutory.waivers.expiring_days: true ei ole kokonaisluku väliltä 0–36600",
    ]


@pytest.mark.parametrize(
    ("path", "line", "key", "told"),
    [
        ("a.toml", 3, "b", "a.toml:3: b: wrong"),
        ("a.toml", 0, "b", "a.toml: b: wrong"),
        ("a.toml", 3, "", "a.toml:3: wrong"),
        ("", 0, "VARIABLE", "VARIABLE: wrong"),
    ],
)
def test_mistake_names_what_is_known_of_its_place(
    path: str, line: int, key: str, told: str
) -> None:
    """A file, a line or a key that there is not leaves no trace."""
    error = ConfigurationError(path, [Mistake(line, key, Message("wrong"))])
    assert error.told(str) == str(error) == told


@pytest.mark.parametrize("language", ["en", "fi"])
def test_braces_of_values_stay_as_they_are(tmp_path: Path, language: str) -> None:
    """A text that holds places of its own is shown, not filled in."""
    file = tmp_path / "project.toml"
    text = '[statutory]\nas_of = 2018-01-31\nnotice = "{day} {0} {"\n'
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        read_settings(file, VOCABULARY, ())
    told = caught.value.told(Messages(language).message)
    assert '"{day} {0} {"' in told
    assert "{as_of}" in told
    assert "{law_as_of}" in told


# Values ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("ä", '"ä"'),
        ('a"b\n', r'"a\"b\n"'),
        (True, "true"),
        (1, "1"),
        (1.5, "1.5"),
        ([1, "a", [False]], '[1, "a", [false]]'),
        (((3, 5),), "[[3, 5]]"),
        ({"a": 1, "b c": {"d": "e"}}, '{ a = 1, "b c" = { d = "e" } }'),
        ({}, "{}"),
        ([], "[]"),
        (dt.date(2018, 1, 31), "2018-01-31"),
        (dt.time(8, 30), "08:30:00"),
        (dt.datetime(2018, 1, 31, 8, 30, tzinfo=dt.UTC), "2018-01-31T08:30:00+00:00"),
    ],
)
def test_value_is_shown_as_toml_writes_it(value: object, text: str) -> None:
    """Authors see what they have written, not how Python writes it."""
    assert written(value) == text

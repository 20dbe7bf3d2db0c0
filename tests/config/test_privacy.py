"""What counts as personal data: policy of the project, and names from outside of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from statutory.config import ConfigurationError, read_names, read_settings
from statutory.config.names import VARIABLE
from statutory.model.settings import PrivacyPolicy
from tests.builders import VOCABULARY

HEAD = '[statutory]\nas_of = "2018-01-31"\n'


def read(tmp_path: Path, text: str) -> PrivacyPolicy:
    """Return the policy that a file gives."""
    file = tmp_path / "ubproject.toml"
    file.write_text(HEAD + text, encoding="utf-8")
    return read_settings(file, VOCABULARY, ()).privacy


def test_policy_is_read(tmp_path: Path) -> None:
    """Without a table nothing is allowed and nothing exempt."""
    assert read(tmp_path, "") == PrivacyPolicy()
    text = '[statutory.privacy]\nallowed_emails = ["a@*"]\nexempt_files = ["docs/*"]\n'
    assert read(tmp_path, text) == PrivacyPolicy(
        is_asked=True, allowed_emails=("a@*",), exempt_files=("docs/*",)
    )


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('allowed_emails = "a@*"', "statutory.privacy.allowed_emails"),
        ("exempt_files = [1]", "statutory.privacy.exempt_files"),
        ('names = ["X"]', "statutory.privacy.names"),
        ('names_file = "x"', "statutory.privacy.names_file"),
    ],
)
def test_mistake_is_told_at_its_line(tmp_path: Path, text: str, key: str) -> None:
    """Names do not belong in the file, nor does the way to their list."""
    with pytest.raises(ConfigurationError) as error:
        read(tmp_path, f"[statutory.privacy]\n{text}\n")
    assert [(mistake.line, mistake.key) for mistake in error.value.mistakes] == [(4, key)]


# Names -------------------------------------------------------------------------------------


@pytest.mark.parametrize("environment", [{}, {VARIABLE: ""}, {VARIABLE: " "}])
def test_without_the_variable_there_are_no_names(environment: dict[str, str]) -> None:
    """Most machines have no list."""
    assert read_names(environment) == ()


def test_names_are_read_each_once(tmp_path: Path) -> None:
    """Blank lines and remarks are passed over; white space is evened out."""
    file = tmp_path / "names.txt"
    file.write_bytes("\ufeff# List\nÄly\r\n\n  Malli   Mallinen \nÄly\n".encode())
    assert read_names({VARIABLE: str(file)}) == ("Äly", "Malli Mallinen")


@pytest.mark.parametrize(
    ("data", "line", "text"), [(None, 0, "cannot be read"), (b"a\n\xe4\n", 2, "not UTF-8")]
)
def test_list_that_cannot_be_read_is_one_mistake(
    tmp_path: Path, data: bytes | None, line: int, text: str
) -> None:
    """The message names the file and the variable."""
    file = tmp_path / "names.txt"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(ConfigurationError, match=text) as error:
        read_names({VARIABLE: str(file)})
    assert str(error.value).startswith(str(file))
    assert [(m.line, m.key) for m in error.value.mistakes] == [(line, VARIABLE)]


def test_folder_is_no_list(tmp_path: Path) -> None:
    """Whatever the system says of it is told."""
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_names({VARIABLE: str(tmp_path)})

"""The tables of identifiers, of borders and of texts: what they hold and may not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from statutory.config import ConfigurationError, read_settings
from statutory.model.settings import BorderPolicy, IdentifierPolicy, Settings, TextPolicy
from tests.builders import VOCABULARY

HEAD = '[statutory]\nas_of = "2018-01-31"\n'


def read(folder: Path, text: str) -> Settings:
    """Return the settings of a project with some more tables."""
    file = folder / "ubproject.toml"
    file.write_text(HEAD + text, encoding="utf-8")
    return read_settings(file, VOCABULARY, ())


def test_tables_are_read(tmp_path: Path) -> None:
    """Each of their keys reaches the settings."""
    settings = read(
        tmp_path,
        '[statutory.ids]\nform = "{region}-{name}"\nregions = {north = "N"}\n'
        '[statutory.across_regions]\nlinks = ["concerns"]\ntypes = ["plan"]\n'
        '[statutory.texts]\nrequired = ["plan"]\ninference_words = ["infer"]\n'
        '[statutory.required]\nowner_basis = ["plan"]\ntime_basis = ["duty"]\n',
    )
    assert settings.ids == IdentifierPolicy(form="{region}-{name}", regions={"north": "N"})
    assert settings.across_regions == BorderPolicy(links=("concerns",), types=("plan",))
    assert settings.texts == TextPolicy(required=("plan",), inference_words=("infer",))
    assert settings.required.owner_basis == ("plan",)
    assert settings.required.time_basis == ("duty",)


def test_tables_may_be_left_out(tmp_path: Path) -> None:
    """A project that says nothing is asked nothing."""
    settings = read(tmp_path, "")
    assert settings.ids == IdentifierPolicy()
    assert settings.across_regions == BorderPolicy()
    assert settings.texts == TextPolicy()


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ('[statutory.ids]\nform = "{region}"\nregions = {north = "N"}', "ids.form"),
        ('[statutory.ids]\nform = "{region}-{name}"', "ids.form"),
        ('[statutory.ids]\nform = "{kind}-{name}"', "ids.form"),
        ("[statutory.ids]\nform = 7", "ids.form"),
        ('[statutory.ids]\nregions = {west = "W"}', "ids.regions.west"),
        ("[statutory.ids]\nregions = {north = 1}", "ids.regions.north"),
        ('[statutory.ids]\nshape = "x"', "ids.shape"),
        ('[statutory.across_regions]\nlinks = ["conserns"]', "across_regions.links"),
        ('[statutory.across_regions]\ntypes = ["pln"]', "across_regions.types"),
        ('[statutory.texts]\nrequired = ["pln"]', "texts.required"),
        ('[statutory.texts]\ninference_words = "infer"', "texts.inference_words"),
        ('[statutory.required]\nowner_basis = ["pln"]', "required.owner_basis"),
        (
            '[statutory.fields]\ntime_basis = "zeit"\n[statutory.required]\ntime_basis = ["plan"]',
            "fields.time_basis",
        ),
    ],
)
def test_mistakes_name_their_key(tmp_path: Path, table: str, key: str) -> None:
    """Each is told once, at its own line."""
    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, f"{table}\n")
    (mistake,) = caught.value.mistakes
    assert mistake.key == f"statutory.{key}"
    assert mistake.line > len(HEAD.splitlines())

"""The handbook's sections as the command shows them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from statutory import handbook
from statutory.checks import CHECKS
from statutory.handbook import explanation_of, handbook_dir, section_of
from statutory.messages import Messages
from tests.handbook import PAGES


def written_sections() -> dict[str, str]:
    """Return the sections of all pages, cut at their anchors, which examples never hold."""
    sections: dict[str, str] = {}
    for page in sorted(PAGES.glob("*.md")):
        _, *parts = re.split(r"(?m)^\(([\w-]+)\)=\n", page.read_text(encoding="utf-8"))
        sections |= dict(zip(parts[::2], parts[1::2], strict=True))
    return {name: f"{section.rstrip()}\n" for name, section in sections.items()}


SECTIONS = written_sections()


def test_pages_of_a_checkout_are_those_of_its_documentation() -> None:
    """The command reads what the site shows."""
    assert handbook_dir().resolve() == PAGES


@pytest.mark.parametrize("name", CHECKS)
def test_section_is_all_that_the_page_says_of_the_check(name: str) -> None:
    """The section runs from its heading to the next anchor, examples included."""
    assert section_of(name) == SECTIONS[name]
    assert section_of(name).startswith(f"## {name}\n")


@pytest.mark.parametrize("name", CHECKS)
def test_explanation_in_finnish_is_the_section(name: str) -> None:
    """Whoever works in the language of the handbook reads the handbook."""
    assert explanation_of(name, "fi") == SECTIONS[name]


def test_explanation_in_english_is_that_of_the_code() -> None:
    """It says what the check finds, why and what to do, in the language of the project."""
    check = CHECKS["missing-owner"]
    assert explanation_of("missing-owner", "en") == (
        f"## missing-owner\n\n{check.summary}\n\nwhy: {check.why}\n\nremedy: {check.remedy}\n"
    )


def test_check_without_section_is_described_by_the_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check that no page documents is still explained, in Finnish as in English."""
    monkeypatch.setattr(handbook, "handbook_dir", lambda: tmp_path)
    check, say = CHECKS["missing-owner"], Messages("fi").text
    assert section_of("missing-owner") == ""
    assert explanation_of("missing-owner", "fi") == (
        f"## missing-owner\n\n{say(check.summary)}\n\nmiksi: {say(check.why)}\n\n"
        f"korjaus: {say(check.remedy)}\n"
    )


@pytest.mark.parametrize(
    ("page", "section"),
    [
        ("## dead-link\n\nA.\n", "## dead-link\n\nA.\n"),
        ("# P\n\n## dead-link\nA.\n\n\n## other\nB.\n", "## dead-link\nA.\n"),
        ("## dead-link\nA.\n\n(other)=\n## other\n", "## dead-link\nA.\n"),
        ("## dead-link\nA.\n# Next\n", "## dead-link\nA.\n"),
        ("## dead-link\n### Why\nA.\n", "## dead-link\n### Why\nA.\n"),
        ("## dead-link\n(A remark.)\n", "## dead-link\n(A remark.)\n"),
        (
            "## dead-link\n````md\n## other\n```{x}\n```\n````\nA.\n## other\n",
            "## dead-link\n````md\n## other\n```{x}\n```\n````\nA.\n",
        ),
    ],
    ids=["all", "heading", "anchor", "page", "subheading", "brackets", "example"],
)
def test_section_ends_at_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, section: str
) -> None:
    """Only a heading of its level or an anchor ends it; examples may hold both."""
    (tmp_path / "page.md").write_text(page, encoding="utf-8")
    monkeypatch.setattr(handbook, "handbook_dir", lambda: tmp_path)
    assert section_of("dead-link") == section

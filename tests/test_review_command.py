"""The command ``statutory review``, as far as it needs no build."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from statutory.cli import main
from statutory.model.report import Report
from statutory.review_command import COULD_NOT_RUN
from statutory.source import scan_text
from tests.builders import make_catalogue, make_item

TEXT = "```{plan} Plan\n:id: PLAN\n```\n"
ITEMS = [make_item("plan", "PLAN"), make_item("actor", "BODY")]
CHANGED = "page.md has changed since it was checked; try again\n"


def remove(page: Path) -> None:
    """Take the page away."""
    page.unlink()


def spoil(page: Path) -> None:
    """Save the page as no UTF-8."""
    page.write_bytes(b"\xff")


def rewrite(page: Path) -> None:
    """Give the page another text."""
    page.write_text(f"More\n{TEXT}", encoding="utf-8")


@pytest.mark.parametrize("change", [remove, spoil, rewrite])
def test_page_that_changes_meanwhile_is_left_alone(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[Path], None],
) -> None:
    """What was checked is not what would be written; the author is told to try again."""
    document = scan_text(TEXT, "page.md", "page")
    catalogue = dataclasses.replace(make_catalogue(ITEMS), documents=(document,))
    report = Report(catalogue=catalogue, findings=())
    monkeypatch.setattr("statutory.sphinx.run.run_check", lambda *_folders: report)
    page = tmp_path / "page.md"
    page.write_text(TEXT, encoding="utf-8")
    change(page)
    before = page.read_bytes() if page.exists() else None
    words = ["review", "PLAN", "--by", "BODY", "--date", "2018-01-15", "--source", str(tmp_path)]
    assert main(words) == COULD_NOT_RUN
    assert tuple(capsys.readouterr()) == ("", CHANGED)
    assert (page.read_bytes() if page.exists() else None) == before


@pytest.mark.parametrize("words", [["--by", "BODY"], ["PLAN"], []])
def test_review_needs_items_and_a_reviewer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    """Without them there is nothing to record; the list of reviews needs neither."""
    assert main(["review", *words, "--source", str(tmp_path)]) == COULD_NOT_RUN
    said = "name the items that were read, and with --by who read them; or give --list\n"
    assert tuple(capsys.readouterr()) == ("", said)

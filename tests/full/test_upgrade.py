"""A project of version 0.1.0 runs unchanged: what that version has written is understood."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from statutory.model.changes import changes_since
from statutory.model.report import Report
from tests.full.project import check

STORED = Path(__file__).parent / "projects" / "first_release"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the stored project."""
    return Path(shutil.copytree(STORED, tmp_path / "project"))


def edit(folder: Path, old: str, new: str) -> Report:
    """Change the page of the project and check it."""
    page = folder / "index.md"
    text = page.read_text(encoding="utf-8")
    assert text.count(old) == 1
    page.write_text(text.replace(old, new), encoding="utf-8")
    return check(folder)


def failing(report: Report) -> list[tuple[str, str]]:
    """Return the check and the item of what fails."""
    return [(finding.check, finding.item) for finding in report.failing]


def test_nothing_fails_and_nothing_has_changed(folder: Path) -> None:
    """Baseline, snapshot and review mark are read; a review since then is no change."""
    report = check(folder)
    accepted = [(finding.check, finding.item) for finding in report.accepted_findings]
    assert (failing(report), report.outdated) == ([], 0)
    assert accepted == [("dead-link", "QUAY"), ("missing-handover", "BOARD")]
    released = report.catalogue.settings.released
    assert released is not None
    changes = changes_since(report.catalogue, released)
    assert (changes.added, changes.changed, changes.removed) == ((), (), ())


def test_one_of_three_mended_stays_accepted(folder: Path) -> None:
    """The key of 0.1.0 held the list as a text; less of it is no new finding, more is."""
    lights = ":id: LIGHTS\n:region: north\n:owner: "
    assert failing(edit(folder, f"{lights}BOARD", f"{lights}COUNCIL")) == []
    fourth = "```{duty} Buoys\n:id: BUOYS\n:owner: BOARD\n```\n\n```{duty} Lights"
    assert ("missing-handover", "BOARD") in failing(edit(folder, "```{duty} Lights", fourth))


def test_review_mark_of_a_link_still_holds_and_still_breaks(folder: Path) -> None:
    """Fingerprints are as they were, so that an edit of the target makes the link suspect."""
    report = edit(folder, "{element} Deepen the fairway", "{element} Widen the fairway")
    assert failing(report) == [("suspect-link", "FAIRWAY")]


def test_mark_of_what_was_reviewed_is_asked_for_once_the_field_is_there(folder: Path) -> None:
    """Who takes the field into use is told which reviews do not vouch for the content."""
    toml = folder / "ubproject.toml"
    text = toml.read_text(encoding="utf-8")
    field = '[needs.fields.reviewed_content]\nschema = { type = "string" }\n'
    excluded = text.replace('"reviewer"]', '"reviewer", "reviewed_content"]')
    toml.write_text(excluded.replace("[needs.links.owner]", f"{field}[needs.links.owner]"), "utf-8")
    assert failing(check(folder)) == [("unmarked-review", "FAIRWAY")]

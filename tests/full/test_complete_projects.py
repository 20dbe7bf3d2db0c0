"""Complete projects of others are sound as they are, and any defect in them is found."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from statutory.model.report import Report
from tests.full.other_projects import PROJECTS, Defect, copy_project, defects
from tests.full.project import brief, build_site, check

NOTES = {"transit_rst": [("open-gap", "INI-02")], "harbour_myst": []}
"""The checks and items of what is found in each project as it is."""


DEFECTS = [defect for project in PROJECTS for defect in defects(project)]
BUILT = ("dead-link", "personal-data", "out-of-order", "uncovered-element", "duplicate-id")
"""The defects whose pages are built too."""


def found(report: Report, project: str) -> list[tuple[str, str, str]]:
    """Return what is found in a project beside what it has as it is."""
    return [brief(f) for f in report.open_findings if (f.check, f.item) not in NOTES[project]]


def build_html(folder: Path) -> subprocess.CompletedProcess[str]:
    """Build the pages of a project as its authors do."""
    return build_site(folder, folder.parent / "html", "-q")


@pytest.mark.parametrize("project", PROJECTS)
def test_sound_project_has_no_finding(project: str, tmp_path: Path) -> None:
    """Nothing but the gap that it records is found, from the cache as well, and it builds."""
    folder = copy_project(project, tmp_path)
    for fresh in (True, False):
        report = check(folder, fresh=fresh)
        assert [(f.check, f.item) for f in report.open_findings] == NOTES[project]
    built = build_html(folder)
    assert (built.returncode, built.stderr) == (0, "")


@pytest.mark.parametrize("defect", DEFECTS, ids=str)
def test_defect_is_found_at_its_line(defect: Defect, tmp_path: Path) -> None:
    """One change gives its findings, each with its item, file and line, and no other."""
    folder = copy_project(defect.project, tmp_path)
    defect.make(folder)
    assert sorted(found(check(folder), defect.project)) == sorted(defect.findings)


@pytest.mark.parametrize(
    "defect", [defect for defect in DEFECTS if defect.findings[0][0] in BUILT], ids=str
)
def test_pages_are_built_and_the_build_fails(defect: Defect, tmp_path: Path) -> None:
    """The exit status tells of the defect, each finding is printed, the pages are there."""
    folder = copy_project(defect.project, tmp_path)
    defect.make(folder)
    built = build_html(folder)
    assert built.returncode == 1
    for name, _, place in defect.findings:
        assert f"{folder / place}: WARNING" in built.stderr
        assert f"[statutory.{name}]" in built.stderr
    assert (folder.parent / "html" / f"{Path(defect.file).with_suffix('.html')}").is_file()


# Items of another project ------------------------------------------------------------------


def test_items_of_another_project_are_asked_for_nothing(tmp_path: Path) -> None:
    """Imported and external items lack owner, time and source, and no finding says so."""
    catalogue = check(copy_project("harbour_myst", tmp_path)).catalogue
    others = [item.id for item in catalogue.items.values() if item.is_external]
    assert others == [
        "reg-pilots",
        "reg-yard",
        "state-clause-waste",
        "state-code",
        "state-req-waste",
    ]
    assert str(catalogue.items["state-req-waste"].location) == "law/code.md:5"
    assert catalogue.items["reg-yard"].url == "https://registry.example/offices.html#yard"
    assert [item.id for item in catalogue.taken_over(["requirement"])] == ["state-req-waste"]
    assert list(catalogue.taken_over(["office"])) == [catalogue.items["master"]]


def test_cards_show_items_of_another_project(tmp_path: Path) -> None:
    """An imported item has a card, without what it is not asked for; an external one a link."""
    folder = copy_project("harbour_myst", tmp_path)
    assert build_html(folder).returncode == 0
    pages = {
        name: (folder.parent / "html" / name).read_text(encoding="utf-8")
        for name in ("law/code.html", "plan/measures.html")
    }
    assert pages["law/code.html"].count('class="statutory-card') == len(("code", "clause", "req"))
    assert "statutory-missing" not in pages["law/code.html"]
    assert 'href="https://registry.example/offices.html#pilots"' in pages["plan/measures.html"]
    assert 'href="../law/code.html#state-req-waste"' in pages["plan/measures.html"]


def test_import_that_loses_an_item_leaves_a_dead_link(tmp_path: Path) -> None:
    """What the other project has taken away is missed where it is used."""
    folder = copy_project("harbour_myst", tmp_path)
    file = folder / "data" / "code.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    del data["versions"]["2024"]["needs"]["req-waste"]
    file.write_text(json.dumps(data), encoding="utf-8")
    assert found(check(folder), "harbour_myst") == [
        ("dead-link", "inner-waste", "plan/measures.md:18"),
        ("dead-link", "outer-waste", "plan/measures.md:52"),
    ]

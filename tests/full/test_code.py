"""Nothing that stands in content runs, wherever it stands, in the check and in the pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from statutory.model.report import Report
from tests.full.hostile import CAUGHT, make_hostile, pages
from tests.full.project import build_site, check

CRASHING = "function.md"
"""The page at which sphinx-needs ends where it is let: the function takes no such thing."""

UNDRAWN = {"flow.md", "gantt.md", "sequence.md", "pie.md", "bar.md"}
"""The pages that would run only where Graphviz, PlantUML and matplotlib are."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Path]]:
    """Return the project, and the file that each page of it would make."""
    folder = tmp_path_factory.mktemp("hostile") / "project"
    return folder, make_hostile(folder)


def found(report: Report) -> list[tuple[str, str]]:
    """Return the page and the check of each finding, but those of the first page."""
    return sorted((f.location.path, f.check) for f in report.open_findings)


def test_nothing_runs_and_each_place_is_found_once(
    hostile: tuple[Path, dict[str, Path]],
) -> None:
    """Neither the check, nor one from the cache, nor the building of the pages runs any."""
    folder, files = hostile
    reports = [check(folder), check(folder)]
    built = build_site(folder, folder.parent / "html", "-q")
    assert [name for name, file in files.items() if file.exists()] == []
    expected = [(name, "refused-code") for name in pages() if name != CAUGHT]
    for report in reports:
        assert found(report) == sorted([*expected, (CAUGHT, "sphinx-warning")])
    assert built.returncode == 1
    assert "Traceback" not in built.stderr
    assert built.stderr.count("[statutory.refused-code]") == len(expected)
    assert "[needs." not in built.stderr.replace("needs.link_condition_invalid", "")


def test_all_of_it_runs_where_the_project_lets_it(tmp_path: Path) -> None:
    """The places are real: what ``conf.py`` allows is evaluated and no finding."""
    folder = tmp_path / "project"
    files = make_hostile(folder, allows_code=True)
    (folder / CRASHING).unlink()
    report = check(folder)
    build_site(folder, tmp_path / "html", "-q")
    unreached = {name for name, file in files.items() if not file.exists()}
    assert unreached == {*UNDRAWN, CRASHING}
    assert not [f for f in report.open_findings if f.check == "refused-code"]

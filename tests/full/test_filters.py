"""Filters that sphinx-needs fails on end no build: they are told of, and the pages are there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sphinx_needs.api import get_needs_view

from statutory.model.catalogue import Catalogue
from statutory.sphinx import events
from statutory.sphinx.collect import collect
from statutory.sphinx.session import session_of
from tests.full.other_projects import copy_project
from tests.full.project import check
from tests.full.test_complete_projects import build_html, found

if TYPE_CHECKING:
    from sphinx.application import Sphinx

TABLES = "plan/tables.md"
HEAD = 9
"""The lines of the page before what a test adds."""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('```{needtable}\n:filter: type = "x"\n```\n', 2),
        ('```{needlist}\n:filter: kind == "x"\n```\n', 2),
        ("```{needflow}\n:highlight: kind\n```\n", 2),
        ('```{needpie} Pie\n:labels: a\n\ntype = "x"\n```\n', 4),
        ("{need_count}`type ? title ? id`\n", 1),
        ("{need_count}`type title`\n", 1),
    ],
)
def test_bad_filter_is_told_once_and_the_pages_are_built(
    text: str, line: int, tmp_path: Path
) -> None:
    """The same finding comes from the check and from the build, which ends without a crash."""
    folder = copy_project("harbour_myst", tmp_path)
    with (folder / TABLES).open("a", encoding="utf-8") as file:
        file.write(f"\n{text}")
    place = f"{TABLES}:{HEAD + line}"
    assert found(check(folder), "harbour_myst") == [("bad-filter", "", place)]
    built = build_html(folder)
    assert built.returncode == 1
    assert f"{folder / place}: WARNING" in built.stderr
    assert "Traceback" not in built.stderr
    assert "[statutory.sphinx-warning]" not in built.stderr
    assert (folder.parent / "html" / "plan" / "tables.html").is_file()


def test_bad_filter_in_restructured_text_ends_no_build(tmp_path: Path) -> None:
    """The build has found the filters there; the check tells of each at its line."""
    folder = copy_project("transit_rst", tmp_path)
    page = folder / "chapters" / "open.rst"
    first = page.read_text(encoding="utf-8").count("\n") + 1
    with page.open("a", encoding="utf-8") as file:
        file.write('\n.. needtable::\n   :filter: type = "x"\n\nAll :need_count:`a b`.\n')
    expected = [("bad-filter", "", f"chapters/open.rst:{first + below}") for below in (2, 4)]
    assert found(check(folder), "transit_rst") == expected
    built = build_html(folder)
    assert built.returncode == 1
    assert built.stderr.count("WARNING") == len(expected)
    assert "Traceback" not in built.stderr


def test_names_are_those_that_sphinx_needs_gives_a_filter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The vocabulary has every name of the context of any need, and those beside it."""
    known: set[str] = set()
    given: set[str] = set()

    def spy(app: Sphinx) -> Catalogue:
        known.update(session_of(app).vocabulary.filter_names)
        for need in get_needs_view(app).values():
            given.update(need.filter_context())
        return collect(app)

    monkeypatch.setattr(events, "collect", spy)
    check(copy_project("harbour_myst", tmp_path))
    assert given - known == set()
    assert known - given == {"needs", "current_need", "search", "c"}

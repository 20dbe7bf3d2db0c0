"""Pages for readers in real builds: snippets that hold, comments, and projects of others."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from statutory.checks import run_checks
from statutory.model.report import Report
from statutory.source.items import read_catalogue
from statutory.source.scanner import scan_text
from statutory.views.cells import Cells
from statutory.views.reader_pages import READER_PAGES
from statutory.views.snippets import snippet_of
from tests.full.other_projects import PROJECTS, copy_project
from tests.full.project import build_site, make_project
from tests.handbook import background

UNLIKE_AN_EXAMPLE = {
    *("idle-actor", "unmitigated-risk", "unanswered-question", "owner-named-elsewhere"),
    *("unbound-element", "link-to-another-region", "unknown-place"),
}
"""What an invented item cannot have: others that go with it, and places of its own source."""


def test_snippets_are_valid_as_they_stand(shipped: Report) -> None:
    """Each makes an item of its type, allowed by the schema, in which the checks find nothing.

    What is inferred is told as such.
    """
    before = shipped.catalogue
    types = before.vocabulary.types
    snippets = (snippet_of(Cells(shipped), kind).text for kind in types)
    titled = (text.replace("Lyhyt otsikko", f"Otsikko {n}") for n, text in enumerate(snippets))
    text = "# Page\n\n" + "\n".join(titled)
    page = scan_text(text, "new.md", "new")
    read = read_catalogue(before.settings, before.vocabulary, (*before.documents, page))
    new = {item.type: item.id for item in read.catalogue.items.values() if item.docname == "new"}
    assert new.keys() == types.keys()
    assert not [one for one in read.catalogue.violations if one.item in new.values()]
    found = {
        finding.check
        for finding in run_checks(read.catalogue).findings
        if finding.item in new.values() or finding.location.path == "new.md"
    }
    assert found - UNLIKE_AN_EXAMPLE <= {"inferred-owner", "inferred-timeline"}


def test_shipped_site_has_no_address_for_feedback(shipped: Report) -> None:
    """No address is named, since none is known."""
    assert shipped.catalogue.settings.feedback == ""


@pytest.mark.parametrize(
    ("template", "address"),
    [
        (
            "https://example.org/comment?item={id}&about={title}",
            "https://example.org/comment?item=SA-TJA-VALTUUSTO&about=",
        ),
        (
            "mailto:kirjaamo@example.org?subject={id}",
            "mailto:kirjaamo@example.org?subject=SA-TJA-VALTUUSTO",
        ),
    ],
)
def test_card_has_the_address_for_feedback(tmp_path: Path, template: str, address: str) -> None:
    """The identifier and the title are encoded in the address of each card, nothing else is."""
    pages = {"docs/tausta.md": f"# Tausta\n\n{background()}"}
    folder = make_project(tmp_path, pages)
    toml = folder / "ubproject.toml"
    text = toml.read_text(encoding="utf-8")
    assert text.count("\n[statutory]\n") == 1
    settings = text.replace("\n[statutory]\n", f'\n[statutory]\nfeedback = "{template}"\n')
    toml.write_text(settings, encoding="utf-8")
    build_site(folder, tmp_path / "_build")
    page = html.unescape((tmp_path / "_build" / "docs" / "tausta.html").read_text("utf-8"))
    assert f'href="{address}' in page
    assert page.count(template.partition("{")[0]) == page.count('class="statutory-card')
    assert ">Kommentoi</a>" in page


@pytest.mark.parametrize("name", PROJECTS)
def test_projects_of_others_have_the_pages(name: str, tmp_path: Path) -> None:
    """Other names, other markup, roles that are absent: every view stands, and none fails."""
    source = copy_project(name, tmp_path)
    views = list(READER_PAGES)
    if name.endswith("rst"):
        body = "\n\n".join(f".. {view}::" for view in views)
        (source / "views.rst").write_text(f":orphan:\n\nViews\n=====\n\n{body}\n", "utf-8")
    else:
        body = "\n\n".join(f"```{{{view}}}\n```" for view in views)
        (source / "views.md").write_text(f"---\norphan: true\n---\n\n# Views\n\n{body}\n", "utf-8")
    said = build_site(source, tmp_path / "site").stderr
    assert "Traceback" not in said
    assert "views" not in said
    page = (tmp_path / "site" / "views.html").read_text(encoding="utf-8")
    assert "How well the duties are covered" in page
    assert "Snippets" in page

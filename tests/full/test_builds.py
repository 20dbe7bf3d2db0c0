"""Builds agree: fresh and cached, serial and parallel, check and site."""

from __future__ import annotations

from pathlib import Path

import pytest

from statutory.cli import CLEAN, COULD_NOT_RUN, FINDINGS, main
from statutory.model.report import Report
from tests.full.differences import differing
from tests.full.project import brief, build_site, check, copy_shipped, make_project
from tests.handbook import background

DUPLICATE = """\
# {title}

```{{toimija}} {title}
:id: SA-TJA-KAKSI
:maakunta: satakunta
:laji: sidosryhma
:{link}: SA-TJA-VALTUUSTO
:lahteet: SA-LAH-ESIMERKKI
:lahdekohta: Otsikko
```
"""
BROKEN = """\
# Rikki

```{tuntematon}
Ei kohde.
```

```{toimija} Kadonnut
:id: sa.kadonnut
:maakunta: satakunta
```

```{toimija} Harhaileva
:id: SA-TJA-HARHA
:maakunta: satukunta
:kuuluu: SA-TJA-VALTUUSTOX
:lahteet: SA-LAH-ESIMERKKI
:lahdekohta: Otsikko
```
"""
CHECKS_OF_BROKEN = {
    "dead-link",
    "duplicate-id",
    "schema-violation",
    "sphinx-warning",
    "vanished-item",
}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A project with a defect of every kind that a cached build could hide."""
    folder = tmp_path / "project"
    folder.mkdir()
    pages = {
        "docs/tausta.md": f"# Tausta\n\n{background()}",
        "strategy/a.md": DUPLICATE.format(title="Ensin", link="kuuluu"),
        "strategy/b.md": BROKEN,
        "strategy/c.md": DUPLICATE.format(title="Sitten", link="tehtavat_siirtyvat"),
    }
    return make_project(folder, pages)


def test_cached_and_parallel_checks_say_what_a_fresh_serial_one_says(broken: Path) -> None:
    """No cache and no number of processes changes a finding."""
    first = check(broken, fresh=True).findings
    assert {finding.check for finding in first} == CHECKS_OF_BROKEN
    for options in ({}, {}, {"jobs": 2, "fresh": True}, {"jobs": 2}, {"fresh": True}):
        assert check(broken, **options).findings == first


def test_mended_file_takes_its_findings_away(broken: Path) -> None:
    """A file that is put right is read again, and so is the one that shared its fault."""
    assert check(broken, fresh=True).failing
    (broken / "strategy" / "b.md").write_text("# Ehjä\n", encoding="utf-8")
    (broken / "strategy" / "c.md").write_text("# Tyhjä sivu\n", encoding="utf-8")
    assert check(broken).findings == ()
    assert "SA-TJA-KAKSI" in check(broken).catalogue.items


def test_deleted_page_is_missed_by_a_cached_check(broken: Path) -> None:
    """A table of contents that lost a page is found again without a fresh build."""
    (broken / "strategy" / "b.md").write_text("# Ehjä\n", encoding="utf-8")
    (broken / "strategy" / "c.md").write_text("# Toinen\n", encoding="utf-8")
    assert check(broken, fresh=True).findings == ()
    (broken / "strategy" / "c.md").unlink()
    cached = check(broken).findings
    assert cached == check(broken, fresh=True).findings
    assert [finding.check for finding in cached] == ["dead-reference"]


def test_shipped_content_is_the_same_in_parallel(shipped_folder: Path, shipped: Report) -> None:
    """Two processes find in the shipped content what one finds."""
    assert check(shipped_folder, jobs=2, fresh=True).findings == shipped.findings


def test_site_build_runs_the_same_checks(broken: Path) -> None:
    """The pages are written, the build fails, and links in the text are told in our words."""
    page = broken / "strategy" / "b.md"
    page.write_text(f"{BROKEN}\n[poissa](ei-ole.md)\n", encoding="utf-8")
    out = broken.parent / "site"
    result = build_site(broken, out)
    assert result.returncode == 1
    assert (out / "strategy" / "b.html").exists()
    for name in CHECKS_OF_BROKEN - {"sphinx-warning"}:
        assert f"[statutory.{name}]" in result.stderr
    assert "[statutory.dead-reference]" in result.stderr
    assert "[myst.xref_missing]" not in result.stderr


def test_dead_reference_alone_fails_check_and_site(broken: Path) -> None:
    """A dead link in the text fails the check as it fails the pages."""
    (broken / "strategy" / "b.md").write_text("# A\n\n[poissa](ei-ole.md)\n", encoding="utf-8")
    (broken / "strategy" / "c.md").write_text("# C\n", encoding="utf-8")
    assert [finding.check for finding in check(broken).findings] == ["dead-reference"]
    assert build_site(broken, broken.parent / "site").returncode == 1


def test_cached_site_fails_until_a_dead_reference_is_mended(broken: Path) -> None:
    """A dead link in the text fails every build until it is mended, not only the first."""
    page = broken / "strategy" / "b.md"
    (broken / "strategy" / "c.md").write_text("# C\n", encoding="utf-8")
    page.write_text("# A\n\n[poissa](ei-ole.md)\n", encoding="utf-8")
    out = broken.parent / "site"
    builds = [build_site(broken, out) for _ in range(3)]
    assert [build.returncode for build in builds] == [1, 1, 1]
    assert all("[statutory.dead-reference]" in build.stderr for build in builds)
    page.write_text("# A\n", encoding="utf-8")
    assert [build_site(broken, out).returncode for _ in range(2)] == [0, 0]


def test_names_that_a_view_does_not_know_are_found_at_the_directive(broken: Path) -> None:
    """A misspelt section is told with the right one by a check and by a build; both fail."""
    view = "# V\n\n```{jaljitettavyys}\n:saannokset: VK-SAN-ML-3\n```\n"
    (broken / "strategy" / "b.md").write_text(view, encoding="utf-8")
    (broken / "strategy" / "c.md").write_text("# C\n", encoding="utf-8")
    for _ in range(2):
        (finding,) = check(broken).findings
        assert brief(finding) == ("sphinx-warning", "", "strategy/b.md:3")
    result = build_site(broken, broken.parent / "site")
    assert result.returncode == 1
    assert "strategy/b.md:3: WARNING: saannokset: nimeä VK-SAN-ML-3 ei ole" in result.stderr
    assert "tarkoititko nimeä VK-SAN-ML-35?" in result.stderr


def test_site_is_the_same_serial_parallel_and_cached(tmp_path: Path, shipped: Report) -> None:
    """The shipped content gives the same site however it is built.

    One process builds it, an item gets another title, and the pages that show it are built
    again; two processes build the edited content from nothing.
    """
    folder = tmp_path / "project"
    folder.mkdir()
    copy_shipped(folder)
    cached, fresh = tmp_path / "cached", tmp_path / "fresh"
    assert build_site(folder, cached).returncode == 0
    item = shipped.catalogue.items["EK-TOI-PALVELUJARJESTELMAT"]
    page = folder / item.location.path
    page.write_text(page.read_text("utf-8").replace(item.title, f"{item.title} uudelleen"), "utf-8")
    assert build_site(folder, cached).returncode == 0
    assert build_site(folder, fresh, "-j", "2").returncode == 0
    assert len(list(fresh.rglob("*.html"))) > len(shipped.catalogue.documents)
    assert sorted(differing(cached, fresh)) == []


def test_command_ends_with_0_1_and_2(
    broken: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit status tells clean, findings and could-not-run apart."""
    cache = ["--cache", str(tmp_path / "cache")]
    assert main(["check", str(broken), *cache]) == FINDINGS
    listed = capsys.readouterr().out
    assert "strategy/b.md:15:" in listed
    assert "[dead-link]" in listed
    for name in ("b", "c"):
        (broken / "strategy" / f"{name}.md").write_text("# Ehjä\n", encoding="utf-8")
    assert main(["check", str(broken), *cache]) == CLEAN
    assert main(["check", str(tmp_path), *cache]) == COULD_NOT_RUN
    assert "conf.py" in capsys.readouterr().err

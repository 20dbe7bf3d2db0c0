"""What a build reads again depends on the bytes of files, never on their times."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from statutory.model.report import Report
from tests.full.project import build_site, check, make_project
from tests.full.test_bad_input import ITEM
from tests.handbook import background

OLD = 1_500_000_000
"""A time before that of anything that a test writes, in seconds."""

IMPORTED = {
    "current_version": "1",
    "versions": {
        "1": {"needs": {"SA-TAV-TUOTU": {"id": "SA-TAV-TUOTU", "type": "tavoite", "title": "A"}}}
    },
}
PIXEL = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">'
    '<rect width="1" height="1" fill="red"/></svg>'
)
PAGES = {
    "docs/tausta.md": f"# Tausta\n\n{background()}",
    "strategy/sivu.md": ITEM,
    "strategy/osa.md": "# Osa\n\n```{include} osa.inc\n```\n",
    "strategy/tuonti.md": "# Tuonti\n\n```{needimport} tuonti.json\n```\n",
    "strategy/kokeilu.md": ITEM.replace("osaalue", "kokeilu").replace("-OSA-", "-KOK-"),
    "strategy/kuva.md": "# Kuva\n\n![Piste](piste.svg)\n",
}
TYPE = '[needs.types.kokeilu]\ntitle = "Kokeilu"\nprefix = "KOK"\n'
BESIDE = {
    "strategy/osa.inc": "Luettu teksti.\n",
    "strategy/tuonti.json": json.dumps(IMPORTED),
    "strategy/piste.svg": PIXEL,
    "docutils.conf": "[general]\nraw_enabled: false\n",
    "needs_templates/runko.need": "Runko.\n",
}
STOPPING = """
import os

statutory_untrusted_content = False  # It would refuse the file that is included.

def stop(app, env):
    if os.environ.get("STOPPED_BY_TEST"):
        raise ConnectionError

def setup(app):
    app.connect("env-updated", stop, priority=900)
"""


class Project:
    """A small project whose files keep the times that a test gives them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "project"
        self.folder.mkdir()
        make_project(self.folder, PAGES, TYPE)
        for name, content in BESIDE.items():
            self.file(name).parent.mkdir(exist_ok=True)
            self.file(name).write_text(content, encoding="utf-8")
        with self.file("conf.py").open("a", encoding="utf-8") as conf:
            conf.write(STOPPING)
        self.first: list[str] = []
        self._bytes = {path: path.read_bytes() for path in self.folder.rglob("*.*")}

    def file(self, name: str) -> Path:
        """Return a file of the project."""
        return self.folder / name

    def edit(self, name: str, old: str, new: str, *, time: int = OLD) -> None:
        """Replace a text in a file, which then has a time in the past."""
        text = self.file(name).read_text(encoding="utf-8")
        assert old in text
        self.file(name).write_text(text.replace(old, new), encoding="utf-8")
        os.utime(self.file(name), (time, time))

    def restore(self) -> None:
        """Give every file its first content, with a time in the past."""
        for path, content in self._bytes.items():
            path.write_bytes(content)
            os.utime(path, (OLD, OLD))

    def found(self, report: Report | None = None) -> list[str]:
        """Return the checks that find something, and where, but what was found at first."""
        report = report or check(self.folder)
        found = [f"{one.check} {one.location}" for one in report.open_findings if one.severity > 1]
        return [one for one in found if one not in self.first]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project, checked once."""
    project = Project(tmp_path_factory.mktemp("outdated"))
    project.first = project.found()
    return project


@pytest.fixture
def project(built: Project) -> Iterator[Project]:
    """The project as it was first, with a cache that has read it."""
    yield built
    built.restore()
    assert built.found() == []


OWNER = ":vastuutaho: SA-TJA-VALTUUSTO\n"


@pytest.mark.parametrize(
    ("name", "old", "new", "found"),
    [
        ("strategy/sivu.md", OWNER, "", "missing-owner strategy/sivu.md:3"),
        ("strategy/osa.inc", "Luettu", "{olematon}`x`", "strategy/osa.md:1"),
        ("strategy/kuva.md", "piste", "viiva", "sphinx-warning strategy/kuva.md:3"),
        (
            "docutils.conf",
            "raw_enabled: false",
            "file_insertion_enabled: false",
            "sphinx-warning strategy/osa.md:3",
        ),
        ("ubproject.toml", "[needs.types.kokeilu]", "[needs.types.koe]", "strategy/kokeilu.md:3"),
    ],
)
def test_older_file_is_read(project: Project, name: str, old: str, new: str, found: str) -> None:
    """A file whose bytes have changed is read whatever its time, also in several processes."""
    project.edit(name, old, new)
    once = project.found()
    assert any(found in one for one in once)
    assert project.found() == once
    assert project.found(check(project.folder, jobs=2)) == once


def test_changed_file_of_the_same_time_is_read(project: Project) -> None:
    """An edit within one tick of the clock is seen."""
    file = project.file("strategy/sivu.md")
    time = int(file.stat().st_mtime)
    os.utime(file, (time, time))
    check(project.folder)
    project.edit("strategy/sivu.md", OWNER, "", time=time)
    assert project.found(check(project.folder, jobs=2)) == ["missing-owner strategy/sivu.md:3"]


def test_swapped_files_are_read(project: Project) -> None:
    """Two files that take each other's place, each with its time."""
    one, other = project.file("strategy/sivu.md"), project.file("strategy/kuva.md")
    spare = project.file("strategy/spare")
    for source, target in ((one, spare), (other, one), (spare, other)):
        source.rename(target)
    item = check(project.folder).catalogue.items["SA-OSA-ELINVOIMA"]
    assert item.location.path == "strategy/kuva.md"


def test_item_that_has_moved_to_another_file_is_one(project: Project) -> None:
    """It is in the file that is read first, and still known from the one that is read later."""
    one, other = project.file("strategy/kuva.md"), project.file("strategy/sivu.md")
    one.write_text(f"{one.read_text('utf-8')}\n{ITEM.partition('# Sivu')[2]}", encoding="utf-8")
    other.write_text("# Sivu\n\nKohde on siirretty.\n", encoding="utf-8")
    report = check(project.folder)
    assert {one.check for one in report.findings}.isdisjoint({"vanished-item", "duplicate-id"})
    assert report.catalogue.items["SA-OSA-ELINVOIMA"].location.path == "strategy/kuva.md"


def test_imported_items_are_read(project: Project) -> None:
    """The file of ``needimport`` counts as a part of the page."""
    project.edit("strategy/tuonti.json", '"title": "A"', '"title": "B"')
    assert check(project.folder).catalogue.items["SA-TAV-TUOTU"].title == "B"


def test_deleted_file_that_comes_back_is_read(project: Project) -> None:
    """A file that was away for one build is as new."""
    file = project.file("strategy/sivu.md")
    content = file.read_bytes()
    file.unlink()
    assert "SA-OSA-ELINVOIMA" not in check(project.folder).catalogue.items
    file.write_bytes(content.replace(OWNER.encode(), b""))
    os.utime(file, (OLD, OLD))
    assert project.found() == ["missing-owner strategy/sivu.md:3"]


def test_text_of_a_build_that_broke_off_does_not_stay(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build may write doctrees and end before Sphinx knows of them."""
    project.edit("strategy/osa.md", "# Osa", "# Toinen osa")
    monkeypatch.setenv("STOPPED_BY_TEST", "1")
    with pytest.raises(Exception, match="env-updated"):
        check(project.folder)
    monkeypatch.delenv("STOPPED_BY_TEST")
    doctree = project.folder.parent / "project-cache" / "doctrees" / "strategy" / "osa.doctree"
    assert b"Toinen osa" in doctree.read_bytes()
    project.restore()
    check(project.folder)
    assert b"Toinen osa" not in doctree.read_bytes()


def test_touched_file_is_not_read(project: Project) -> None:
    """A new time alone, such as a fresh checkout gives, costs nothing."""
    check(project.folder)
    doctrees = project.folder.parent / "project-cache" / "doctrees"
    before = {path: path.stat().st_mtime_ns for path in doctrees.rglob("*.doctree")}
    for name in PAGES:
        project.file(name).touch()
    check(project.folder)
    assert {path: path.stat().st_mtime_ns for path in doctrees.rglob("*.doctree")} == before


@pytest.mark.parametrize("kept", ["null", '"index"', '[["a"], {}]', "[" * 100_000, "\0", ""])
def test_damaged_list_of_documents_is_made_anew(project: Project, kept: str) -> None:
    """Where it is not known what gave trouble, everything is read again."""
    project.edit("strategy/kuva.md", "piste", "viiva")
    found = project.found()
    state = project.folder.parent / "project-cache" / "doctrees" / "statutory-trouble.json"
    state.write_text(kept, encoding="utf-8")
    assert project.found() == found
    assert json.loads(state.read_text("utf-8")) == ["strategy/kuva"]
    state.unlink()
    assert project.found() == found


def test_pages_show_what_older_files_hold(project: Project) -> None:
    """Pages are written from the bytes too, with their pictures."""
    site = project.folder.parent / "site"
    assert build_site(project.folder, site).returncode < 2
    project.edit("strategy/sivu.md", "Teksti.", "Vanhempi teksti.")
    project.edit("strategy/piste.svg", "red", "blue")
    project.edit("strategy/osa.inc", "Luettu", "Liitetty")
    assert build_site(project.folder, site).returncode < 2
    page = (site / "strategy" / "sivu.html").read_text(encoding="utf-8")
    assert "Vanhempi teksti." in page
    assert "Liitetty" in (site / "strategy" / "osa.html").read_text(encoding="utf-8")
    assert "blue" in (site / "_images" / "piste.svg").read_text(encoding="utf-8")

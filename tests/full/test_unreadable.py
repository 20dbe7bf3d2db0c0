"""A file that cannot be read is one finding, and hides none of another file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from statutory.cli import main
from tests.full.project import brief, build_site, check, make_project
from tests.handbook import background

BROKEN, SOUND = "strategy/rikki.md", "strategy/sivu.md"


def _page(id_: str, *options: str, body: str = "Teksti.") -> str:
    """Return an item that has what is asked of it."""
    name = id_.rpartition("-")[2].capitalize()
    rows = (
        f"```{{osaalue}} {name}",
        f":id: {id_}",
        ":maakunta: satakunta",
        ":toteuttaa: VK-VEL-HYTE",
        *options,
        ":valmistelija: SA-TJA-RYHMA",
        ":vastuuperuste: lahde",
        ":ajankohta: 2018-02/2018-06",
        ":ajanperuste: lahde",
        ":lahteet: SA-LAH-ESIMERKKI",
        f":lahdekohta: Kohta {name}",
        "",
        body,
        "```",
    )
    return "\n".join(rows) + "\n"


OWNED = (":kuuluu: SA-TUO-STRATEGIA", ":vastuutaho: SA-TJA-VALTUUSTO")
TITLED = f"# Rikki\n\n{_page('SA-OSA-RIKKI', *OWNED, body='Päätös.')}"
OTHER = f"""\
# Sivu

{_page("SA-OSA-ELINVOIMA", OWNED[0], ":vastuutaho: SA-TJA-EI-OLE")}
Kohteeseen {{need}}`SA-OSA-RIKKI` ja [sivulle](rikki.md) viitataan.

{_page("SA-OSA-TOINEN", ":kuuluu: SA-OSA-RIKKI", OWNED[1])}"""
DEAD = ("dead-link", "SA-OSA-ELINVOIMA", f"{SOUND}:8")


def _project(folder: Path) -> Path:
    folder.mkdir()
    pages = {"docs/tausta.md": f"# Tausta\n\n{background()}", BROKEN: TITLED, SOUND: OTHER}
    return make_project(folder, pages)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of a broken page and a page that leans on it and has a fault of its own."""
    return _project(tmp_path_factory.mktemp("unreadable") / "project")


BYTES = {
    "latin-1": (TITLED.encode("latin-1"), 16),
    "latin-1 in the title": (TITLED.replace("} Rikki", "} Äly").encode("latin-1"), 3),
    "utf-16": (TITLED.encode("utf-16"), 1),
    "utf-32": (TITLED.encode("utf-32"), 1),
    "cut within a letter": (TITLED.encode()[: TITLED.encode().index("ätös".encode()) + 1], 16),
    "null bytes": (TITLED.replace("Päätös", "P\0t\0s").encode(), 16),
    "escape of no character": (
        TITLED.replace(":lahdekohta: Kohta Rikki", ':lahdekohta: "\\U00110000 \\xff"').encode(),
        14,
    ),
}


@pytest.mark.parametrize(("content", "line"), BYTES.values(), ids=BYTES.keys())
def test_file_that_is_not_utf8_hides_no_other_finding(
    project: Path, content: bytes, line: int
) -> None:
    """It is told once; links to its items lead where they should, fresh and cached."""
    (project / BROKEN).write_bytes(content)
    expected = [("unreadable-file", "", f"{BROKEN}:{line}"), DEAD]
    for report in (check(project, fresh=True), check(project), check(project, jobs=2)):
        assert [brief(found) for found in report.findings] == expected
        assert (report.is_complete, report.fails) == (False, True)
        assert {"SA-OSA-RIKKI", "SA-OSA-TOINEN"} <= report.catalogue.items.keys()
    (project / BROKEN).write_text(TITLED, encoding="utf-8")
    assert [brief(found) for found in check(project).findings] == [DEAD]
    assert check(project).is_complete


def test_file_that_cannot_be_opened_hides_no_other_finding(project: Path) -> None:
    """Nobody knows what it declares, so that links to its items are dead; the page is not."""
    (project / BROKEN).unlink()
    (project / BROKEN).symlink_to("ei-ole.txt")
    expected = [
        ("unreadable-file", "", f"{BROKEN}:1"),
        DEAD,
        ("dead-reference", "", f"{SOUND}:19"),
        ("dead-link", "SA-OSA-TOINEN", f"{SOUND}:25"),
    ]
    try:
        for fresh in (False, True, False):
            assert [brief(it) for it in check(project, fresh=fresh).findings] == expected
        if hasattr(os, "mkfifo"):
            (project / BROKEN).unlink()
            os.mkfifo(project / BROKEN)
            assert [brief(found) for found in check(project).findings] == expected
    finally:
        (project / BROKEN).unlink()
        (project / BROKEN).write_text(TITLED, encoding="utf-8")
    assert [brief(found) for found in check(project).findings] == [DEAD]


def test_pages_of_the_others_are_written(tmp_path: Path) -> None:
    """The site fails with both findings, and all that could be read is on it."""
    folder = _project(tmp_path / "project")
    (folder / BROKEN).write_bytes(TITLED.encode("latin-1"))
    run = build_site(folder, tmp_path / "site")
    assert run.returncode == 1
    assert [name for name in ("unreadable-file", "dead-link") if name not in run.stderr] == []
    assert "SA-OSA-TOINEN" in (tmp_path / "site/strategy/sivu.html").read_text("utf-8")
    assert "Päätös." in (tmp_path / "site/strategy/rikki.html").read_text("utf-8")


def test_neither_policy_nor_a_baseline_lets_it_pass(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It fails though policy switches it off; no review and no snapshot is written from it."""
    (project / BROKEN).write_bytes(TITLED.encode("latin-1"))
    toml = project / "ubproject.toml"
    text = toml.read_text("utf-8")
    toml.write_text(text + '\n[statutory.severity]\n"unreadable-file" = "off"\n', "utf-8")
    before = (project / SOUND).read_bytes()
    try:
        (found,) = [one for one in check(project).failing if one.check == "unreadable-file"]
        assert found.severity.label == "error"
        words = ["--by", "SA-TJA-VALTUUSTO", "--source", str(project)]
        assert main(["review", "SA-OSA-TOINEN", *words]) == 2
        assert f"{BROKEN}:16: " in capsys.readouterr().err
        assert main(["check", str(project), "--write-snapshot"]) == 2
    finally:
        toml.write_text(text, "utf-8")
        (project / BROKEN).write_text(TITLED, encoding="utf-8")
    assert (project / SOUND).read_bytes() == before


def test_first_page_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    """Without it Sphinx has nothing to begin with; the file is named all the same."""
    folder = _project(tmp_path / "project")
    (folder / "index.md").unlink()
    (folder / "index.md").symlink_to("ei-ole.txt")
    report = check(folder)
    assert [brief(one) for one in report.findings] == [("unreadable-file", "", "index.md:1")]
    assert not report.is_complete

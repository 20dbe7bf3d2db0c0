"""Reviews on real builds: recorded by the command, and suspect once a target changes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from statutory.cli import COULD_NOT_RUN, main
from statutory.model.finding import Finding, Severity
from statutory.review import selected_ids
from statutory.sphinx.run import run_check
from tests.full.project import ROOT, Editable, brief, check, make_project

COMPONENT = "SA-OSA-HYTE"
ELEMENT = "VK-VEL-ML-35-HYTE"
REVIEWER = "SA-TJA-MAAKUNTAVALTUUSTO"
RECORDED = 0


def review(folder: Path, *words: str, by: str = REVIEWER) -> int:
    """Run the command on a project, with the cache that the tests check it with."""
    cache = folder.parent / f"{folder.name}-cache"
    return main(["review", *words, "--by", by, "--source", str(folder), "--cache", str(cache)])


def review_component(project: Editable, *, day: str = "2018-01-20") -> None:
    """Record a review of the component in a copy that is put back after the test."""
    path = project.item(COMPONENT).location.path
    project.write(path, (project.folder / path).read_bytes())
    assert review(project.folder, COMPONENT, "--date", day) == RECORDED


def _parts_of(project: Editable, whole: str) -> list[str]:
    """Return all that belongs to an item, its parts' parts too."""
    catalogue = project.report.catalogue
    return list(selected_ids(catalogue, [whole], with_parts=True))


def edit_element(project: Editable, old: str, new: str) -> None:
    """Change the text of the element that the component implements."""
    item = project.item(ELEMENT)
    lines = project.lines(item.location.path)
    first = item.location.line - 1
    last = next(n for n in range(first + 1, len(lines)) if lines[n].startswith("```"))
    block = "\n".join(lines[first:last])
    assert block.count(old) == 1
    lines[first:last] = block.replace(old, new).split("\n")
    project.write(item.location.path, "\n".join(lines))


# The record --------------------------------------------------------------------------------


def test_review_changes_four_lines_and_is_clean(
    editable: Editable, capsys: pytest.CaptureFixture[str]
) -> None:
    """The link is marked, the record follows the last option, and nothing new is found."""
    item = editable.item(COMPONENT)
    before = editable.lines(item.location.path)
    review_component(editable)
    assert item.location.path in capsys.readouterr().out
    after = editable.lines(item.location.path)
    link, last = item.option_lines["toteuttaa"], max(item.option_lines.values())
    fingerprint = editable.item(ELEMENT).value("sormenjalki")
    mark = f'[sormenjalki.startswith("{fingerprint[:8]}")]'
    before[link - 1] += mark
    content = next(line for line in after if line.startswith(":katselmoitu_sisalto: "))
    record = [":katselmoitu: 2018-01-20", f":katselmoija: {REVIEWER}", content]
    before[last:last] = record
    assert after == before
    assert before[link - 1] == f":toteuttaa: {ELEMENT}{mark}"
    assert editable.new_findings() == []


def test_reviewing_again_changes_nothing(editable: Editable) -> None:
    """The command can be run twice; another day changes the day alone."""
    path = editable.item(COMPONENT).location.path
    review_component(editable)
    once = editable.lines(path)
    review_component(editable)
    assert editable.lines(path) == once
    review_component(editable, day="2018-01-21")
    assert [line for line in editable.lines(path) if line not in once] == [
        ":katselmoitu: 2018-01-21"
    ]


def test_as_of_date_is_the_day_where_none_is_given(editable: Editable) -> None:
    """The content is judged at that day, so that is when it is reviewed."""
    path = editable.item(COMPONENT).location.path
    editable.write(path, (editable.folder / path).read_bytes())
    assert review(editable.folder, COMPONENT) == RECORDED
    assert ":katselmoitu: 2018-01-31" in editable.lines(path)


# What was reviewed -------------------------------------------------------------------------


def test_item_that_is_written_anew_after_its_review_is_found(editable: Editable) -> None:
    """Its text, owner, source and title were reviewed; a new review clears the finding."""
    review_component(editable)
    item = editable.item(COMPONENT)
    path = item.location.path
    page = "\n".join(editable.lines(path))
    start = page.index(f":id: {COMPONENT}\n")
    block = page[page.rindex("```", 0, start) : page.index("\n```\n", start)]
    for old, new in (
        (f"}} {item.title}", "} Toinen otsikko"),
        ("\n\n", "\n\nHyvinvointia ei enää edistetä. "),
        (":lahdekohta: ", ":lahdekohta: Kalvo 1; "),
        (":vastuutaho: ", ":kuultava: SA-TJA-KUNNAT\n:vastuutaho: "),
    ):
        assert old in block
        editable.write(path, page.replace(block, block.replace(old, new, 1)))
        (finding,) = _failing(editable)
        assert (finding.check, finding.item) == ("changed-since-review", COMPONENT)
    assert review(editable.folder, COMPONENT, "--date", "2018-01-25") == RECORDED
    assert _failing(editable) == []


def _failing(project: Editable) -> list[Finding]:
    """Return what is new and more than a note."""
    return [finding for finding in project.new_findings() if finding.severity > Severity.NOTE]


def test_whole_document_is_reviewed_with_its_parts_and_listed(
    editable: Editable, capsys: pytest.CaptureFixture[str]
) -> None:
    """One command records all; the list tells of what is edited afterwards."""
    whole = editable.item(COMPONENT).targets("kuuluu")[0]
    for id_ in _parts_of(editable, whole):
        path = editable.item(id_).location.path
        editable.write(path, (editable.folder / path).read_bytes())
    assert review(editable.folder, whole, "--with-parts", by="SA-TJA-KUNNAT") == RECORDED
    capsys.readouterr()
    assert review(editable.folder, whole, "--with-parts", "--list") == RECORDED
    *lines, numbers = capsys.readouterr().out.splitlines()
    assert len(lines) > len(editable.item(COMPONENT).targets("kuuluu"))
    assert all("katselmoitu 31.1.2018, katselmoija SA-TJA-KUNNAT" in line for line in lines)
    assert "uudelleen luettavia 0" in numbers


# Suspect links -----------------------------------------------------------------------------


def test_change_of_substance_makes_the_link_suspect(editable: Editable) -> None:
    """The finding stands at the line of the link; a new review clears it."""
    review_component(editable)
    item, element = editable.item(COMPONENT), editable.item(ELEMENT)
    page = "\n".join(editable.lines(element.location.path))
    for old, new in (
        (f"}} {element.title}", "} Toinen otsikko"),
        (":perustuu: ", ":koskee: VK-SAN-ML-103\n:perustuu: "),
        ("\n\n", "\n\nUusi virke. "),
    ):
        editable.write(element.location.path, page)
        edit_element(editable, old, new)
        (finding,) = editable.new_findings()
        place = f"{item.location.path}:{item.option_lines['toteuttaa']}"
        assert brief(finding) == ("suspect-link", COMPONENT, place)
        assert finding.message.values["target"] == ELEMENT
        (related,) = finding.related
        assert related.location == element.location
    review_component(editable, day="2018-01-25")
    assert editable.new_findings() == []


def test_change_of_the_books_leaves_the_link_sound(editable: Editable) -> None:
    """How far a thing is, where it was read and who reviewed it are not its substance."""
    review_component(editable)
    books = ":status: tehty\n:entiset: VK-VEL-ENNEN\n:katselmoitu: 2018-01-30"
    edit_element(editable, ":id: ", f"{books}\n:katselmoija: {REVIEWER}\n:id: ")
    edit_element(editable, ":lahdekohta: ", ":lahdekohta: Kalvo 1; ")
    assert [finding.check for finding in editable.new_findings()] == ["unmarked-review"]


def test_cached_fresh_and_parallel_builds_agree(editable: Editable, tmp_path: Path) -> None:
    """The fingerprint does not depend on how the files are read."""
    review_component(editable)
    edit_element(editable, "\n\n", "\n\nUusi virke. ")
    cached = check(editable.folder)
    assert "suspect-link" in {finding.check for finding in cached.findings}
    for jobs in (1, 2):
        other = run_check(editable.folder, tmp_path / str(jobs), jobs=jobs)
        assert other.findings == cached.findings
        assert other.catalogue.items == cached.catalogue.items


# Conditions, whoever wrote them ------------------------------------------------------------

LAW = """\
# Koe

```{saados} Laki
:id: VK-SAA-X
:maakunta: valtakunta
:saadostila: voimassa
```
"""
SECTION = """
```{{saannos}} Pykälä
:id: VK-SAN-{number}
:perustuu: VK-SAA-X{condition}
```
"""
CASES = (
    ("", ""),
    ('[saadostila=="voimassa"]', ""),
    ('[saadostila=="rauennut"]', "suspect-link"),
    ('[sormenjalki.startswith("00000000")]', "suspect-link"),
    ("[)(]", "bad-filter"),
    ("\n:sormenjalki: 00000000", "unknown-option"),
    ('X[sormenjalki.startswith("00000000")]', "dead-link"),
)
"""What stands behind a target, and the check that finds it."""


def test_condition_is_one_finding_where_it_does_not_hold(tmp_path: Path) -> None:
    """What fails is told once, by the check that knows its line."""
    folder = tmp_path / "project"
    folder.mkdir()
    sections = (
        SECTION.format(number=number, condition=condition)
        for number, (condition, _) in enumerate(CASES)
    )
    report = check(make_project(folder, {"strategy/koe.md": LAW + "".join(sections)}))
    checks = {name for _, name in CASES} | {"sphinx-warning", "vanished-item"}
    findings = [finding for finding in report.findings if finding.item and finding.check in checks]
    assert [(finding.item, finding.check) for finding in findings] == [
        (f"VK-SAN-{number}", name) for number, (_, name) in enumerate(CASES) if name
    ]
    for finding in findings:
        item = report.catalogue.items[finding.item]
        assert finding.location.line == item.location.line + 2 + ("unknown" in finding.check)
    dead = findings[-1].message.values
    assert (dead["target"], dead["nearest"]) == ("VK-SAA-XX", "VK-SAA-X")


# Refusals ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id_", "by", "said"),
    [
        ("SA-OSA-HYTTE", REVIEWER, COMPONENT),
        (COMPONENT, "SA-TJA-MAAKUNTAVALTUUSTOO", REVIEWER),
        (COMPONENT, "Etunimi Sukunimi", "Etunimi Sukunimi"),
    ],
)
def test_refusal_changes_nothing(
    editable: Editable, capsys: pytest.CaptureFixture[str], id_: str, by: str, said: str
) -> None:
    """One sentence on standard error says what is wrong; the files are as they were."""
    path = editable.item(COMPONENT).location.path
    before = (editable.folder / path).read_bytes()
    assert review(editable.folder, id_, by=by) == COULD_NOT_RUN
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert said in err
    assert (editable.folder / path).read_bytes() == before


def test_restructured_text_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only Markdown is written; the message names the file."""
    folder = tmp_path / "project"
    folder.mkdir()
    actor = "# Koe\n\n```{toimija} Neuvosto\n:id: SA-TJA-NEUVOSTO\n```\n"
    page = "Sivu\n====\n\n.. velvoite:: Yksi\n   :id: SA-VEL-YKSI\n"
    make_project(folder, {"strategy/koe.md": actor, "strategy/sivu.rst": page})
    assert review(folder, "SA-VEL-YKSI", by="SA-TJA-NEUVOSTO") == COULD_NOT_RUN
    assert "strategy/sivu.rst" in capsys.readouterr().err
    assert (folder / "strategy/sivu.rst").read_text(encoding="utf-8") == page


@pytest.mark.parametrize(
    ("files", "said"),
    [({}, "conf.py"), ({"strategy/koe.md": b"# \xe4\n"}, "strategy/koe.md:1")],
    ids=["no project", "bytes"],
)
def test_project_that_cannot_be_read_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], files: dict[str, bytes], said: str
) -> None:
    """What the build says is passed on, and nothing is recorded."""
    folder = tmp_path / "project"
    folder.mkdir()
    make_project(folder, files)
    if not files:
        (folder / "conf.py").unlink()
    assert review(folder, COMPONENT) == COULD_NOT_RUN
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("day", ["31.1.2018", "2018-02-30", "tomorrow"])
def test_day_that_is_none_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], day: str
) -> None:
    """The day is written as in the files."""
    monkeypatch.chdir(tmp_path)  # Where no project is, the command speaks English.
    with pytest.raises(SystemExit) as refused:
        main(["review", COMPONENT, "--by", REVIEWER, "--date", day])
    assert refused.value.code == COULD_NOT_RUN
    assert "write for example 2018-01-31" in capsys.readouterr().err


# The handbook ------------------------------------------------------------------------------


def test_handbook_lists_what_the_fingerprint_leaves_out() -> None:
    """Every name that the configuration leaves out has its reason in the content model."""
    toml = tomllib.loads((ROOT / "ubproject.toml").read_text(encoding="utf-8"))
    left_out = toml["needs"]["fields"]["sormenjalki"]["derive"]["exclude"]
    page = (ROOT / "docs/sisaltomalli.md").read_text(encoding="utf-8")
    section = page.partition("(sormenjalki)=")[2].partition("\n## ")[2].partition("\n## ")[0]
    rows = [row.split("|")[1] for row in section.splitlines() if row.startswith("| `")]
    names = [name for row in rows for name in row.replace("`", "").replace(" ", "").split(",")]
    assert sorted(names) == sorted(left_out)

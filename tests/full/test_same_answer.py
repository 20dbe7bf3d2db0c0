"""What fails the pages fails the check: both find the same, once, at the same places."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from statutory.model.finding import Severity
from statutory.model.report import Report
from tests.full.project import build_site, check, make_project
from tests.full.test_bad_input import ITEM
from tests.handbook import background

REFERENCES = """\
# Viitteet

(nimi)=
## Alku

Kuollut {need}`SA-OSA-EIOLE`, osa {need}`SA-OSA-ELINVOIMA.1`, oikea {need}`SA-OSA-ELINVOIMA`.

[Sivu](eiole.md), [otsikko](sivu.md#eiole), [oma](#eiole), [oikea](sivu.md), [oma](#alku),
[toinen](../strategy/eiole.md), [juuri](/docs/tausa.md), [kohde](#SA-OSA-ELINVOIMA).

{ref}`eiole`, {doc}`eiole`, {term}`eiole`, {any}`eiole`, {ref}`nimi`, {numref}`eiole`

[Tiedosto](eiole.pdf), [projekti](<project:eiole.md>), [nimi](eiole), <project:#eiole>

{nneed}`SA-OSA-ELINVOIMA` ja need`SA-OSA-ELINVOIMA`

![Kuva](eiole.png)

```{seealso}
[Sivu](eiole2.md) huomautuksessa
```

{eq}`eiole`, {option}`eiole`, {keyword}`eiole`, {ref}`teksti <eiole>`
"""
FILTERS = """\
# Suodattimet

```{needtable}
:filter: type = "x"
```

```{needlist}
:filter: olematon == "x"
```

Yhteensä {need_count}`type title`.
"""
PAGES = {
    "docs/tausta.md": f"# Tausta\n\n{background()}",
    "strategy/sivu.md": ITEM.replace("Teksti.", "Teksti {need}`SA-OSA-EIOLE`.\n\n[x](#eiole)"),
    "strategy/viitteet.md": REFERENCES,
    "strategy/suodattimet.md": FILTERS,
    "strategy/luettelo.md": "# Luettelo\n\n```{toctree}\neiole\norpokoti/*\nsivu\n```\n",
    "strategy/kehä.md": "# Kehä\n\n```{toctree}\n:glob:\n\n/i*\n```\n",
    "strategy/a.md": "# A\n\n```{toctree}\nb\n```\n",
    "strategy/b.md": "# B\n\n```{toctree}\na\nself\n```\n",
}
_LAST = re.compile(r"^(?P<place>/\S+?:?\d*): (?:WARNING|ERROR): (?P<text>.*)$")


class Both:
    """A project with every fault, as the check finds it and as the pages do."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "project"
        self.folder.mkdir()
        make_project(self.folder, PAGES)
        (self.folder / "strategy" / "orpo.md").write_text("# Orpo\n\nTeksti.\n", "utf-8")
        self.report = check(self.folder)
        self.site = build_site(self.folder, folder / "site")
        self.again = build_site(self.folder, folder / "site")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    """The project, checked and built twice."""
    return Both(tmp_path_factory.mktemp("same"))


def told(report: Report) -> Counter[str]:
    """Return the findings of a check that are warnings or errors: place and check."""
    return Counter(
        f"{one.location} {one.check}"
        for one in report.open_findings
        if one.severity > Severity.NOTE and one.check != "sphinx-warning"
    )


def printed(folder: Path, stderr: str) -> Counter[str]:
    """Return the same of what a build prints."""
    found: Counter[str] = Counter()
    place = ""
    for line in stderr.splitlines():
        match = _LAST.match(line)
        if match is not None:
            place = match["place"].removeprefix(f"{folder}/").removesuffix(":")
        end = re.search(r"\[statutory\.([a-z-]+)\]$", line)
        if end is not None:
            found[f"{place} {end[1]}"] += 1
    return found


def test_pages_and_check_find_the_same(both: Both) -> None:
    """Each finding of one is a finding of the other, at the same place and as often."""
    assert both.site.returncode == 1
    assert "Traceback" not in both.site.stderr
    assert printed(both.folder, both.site.stderr) == told(both.report)


def test_cached_pages_find_the_same(both: Both) -> None:
    """Pages that are not written again keep their findings."""
    assert both.again.returncode == 1
    assert printed(both.folder, both.again.stderr) == told(both.report)


def test_cached_check_and_several_processes_find_the_same(both: Both) -> None:
    """What is noted of a page survives, whoever has read it."""
    everything = [(str(one.location), str(one.message)) for one in both.report.findings]
    for report in (
        check(both.folder),
        check(both.folder, jobs=2),
        check(both.folder, jobs=2, fresh=True),
    ):
        assert [(str(one.location), str(one.message)) for one in report.findings] == everything


def test_no_warning_of_sphinx_is_told_twice(both: Both) -> None:
    """What a check tells, Sphinx does not tell again; what is left is nothing of ours."""
    kinds = {
        str(one.message.values["kind"])
        for one in both.report.findings
        if one.check == "sphinx-warning"
    }
    assert kinds == {"image.not_readable"}
    assert not re.search(r"\[(myst|ref|toc|needs)\.[a-z_]+\]", both.site.stderr)


def test_every_fault_is_found(both: Both) -> None:
    """Neither is blind: the faults are counted by hand."""
    by_check = Counter(one.partition(" ")[2] for one in told(both.report).elements())
    expected = {
        "dead-reference": 20,
        "unknown-role": 2,
        "bad-filter": 3,
        "toctree-loop": 2,
        "unlisted-page": 1,
    }
    assert {name: by_check[name] for name in expected} == expected

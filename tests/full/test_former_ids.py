"""A renamed item is found on its page under each identifier that it had before."""

from __future__ import annotations

import re
from pathlib import Path

from tests.full.project import build_site, check, make_project
from tests.handbook import background

RENAMED = """\
# Kysely

```{toimenpide} Kyselyn tekeminen
:id: SA-TOI-KYSELY
:maakunta: satakunta
:entiset: SA-TOI-VANHA, SA-TOI-VANHIN
:kuuluu: SA-OSA-TAUSTA
:vastuutaho: SA-TJA-RYHMA
:vastuuperuste: lahde
:ajankohta: 2018-04
:ajanperuste: lahde
:lahteet: SA-LAH-ESIMERKKI
:lahdekohta: Otsikko
```
"""
GAP = """
```{puute} Kyselyn rahoitus
:id: SA-PUU-KYSELY
:maakunta: satakunta
:kentta: valmistelija
:kohde: SA-TOI-VANHIN
:lahteet: SA-LAH-ESIMERKKI
:lahdekohta: Otsikko
```
"""


def _project(tmp_path: Path, content: str) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    background_page = f"# Tausta\n\n{background()}"
    return make_project(folder, {"docs/tausta.md": background_page, "strategy/a.md": content})


def test_page_has_an_anchor_for_each_former_identifier(tmp_path: Path) -> None:
    """Links from outside arrive at the card; each anchor is on the page once."""
    folder = _project(tmp_path, RENAMED + GAP)
    assert build_site(folder, tmp_path / "html").returncode == 0
    html = (tmp_path / "html" / "strategy" / "a.html").read_text(encoding="utf-8")
    ids = re.findall(r'\sid="(SA-[^"]+)"', html)
    assert ids == ["SA-TOI-KYSELY", "SA-TOI-VANHA", "SA-TOI-VANHIN", "SA-PUU-KYSELY"]
    assert 'href="#SA-TOI-KYSELY"' in html


def test_gap_follows_the_renaming_and_another_link_does_not(tmp_path: Path) -> None:
    """What the build collects is resolved as in the unit tests."""
    content = RENAMED + GAP.replace(":lahteet:", ":koskee: SA-TOI-VANHA\n:lahteet:")
    report = check(_project(tmp_path, content))
    found = [f for f in report.findings if f.check in {"dead-link", "wrong-target"}]
    assert [(f.item, f.field, f.message.values["nearest"]) for f in found] == [
        ("SA-PUU-KYSELY", "koskee", "SA-TOI-KYSELY")
    ]
    gap = report.catalogue.items["SA-PUU-KYSELY"]
    assert [item.id for item in report.catalogue.linked(gap, "kohde")] == ["SA-TOI-KYSELY"]

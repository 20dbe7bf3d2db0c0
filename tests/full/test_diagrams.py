"""Diagrams in real builds: drawings with links in HTML, the table alone elsewhere."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.full.project import build_site, make_project
from tests.handbook import background

PAGE = """\
# Työ

```{menettely} Työn <b>kulku</b>
:id: SA-MEN-TYO
:maakunta: satakunta
```

```{vaihe} Alku & <script>
:id: SA-VAI-ALKU
:maakunta: satakunta
:kuuluu: SA-MEN-TYO
:ajankohta: 2017-11/2018-01
```

```{vaihe} Loppu
:id: SA-VAI-LOPPU
:maakunta: satakunta
:kuuluu: SA-MEN-TYO
:edeltaja: SA-VAI-ALKU
```

```{vuosikello}
:menettely: SA-MEN-TYO
```

```{aikajana}
```

```{menettelykaavio}
:menettely: SA-MEN-TYO
```

```{toimivaltajana}
:menettely: SA-MEN-TYO
:toimijat: SA-TJA-RYHMA
```
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with one diagram of each kind."""
    folder = tmp_path_factory.mktemp("diagrams") / "project"
    folder.mkdir()
    pages = {"docs/tausta.md": f"# Tausta\n\n{background()}", "strategy/a.md": PAGE}
    return make_project(folder, pages)


def built(project: Path, builder: str, *options: str) -> str:
    """Return the page as a builder writes it."""
    out = project.parent / "-".join((builder, *options))
    doctrees = project.parent / f"{out.name}-doctrees"
    build_site(project, out, *options, "-d", str(doctrees), builder=builder)
    suffix = {"text": "txt"}.get(builder, "html")
    return (out / "strategy" / f"a.{suffix}").read_text(encoding="utf-8")


def test_drawings_lead_to_the_cards(project: Path) -> None:
    """Each is well-formed, is there for two widths, and its titles are text."""
    html = built(project, "html")
    drawings = re.findall(r"<svg [^>]*statutory-(?:wide|narrow).*?</svg>", html, re.DOTALL)
    assert len(drawings) == 8
    for drawing in drawings:
        root = ET.fromstring(drawing)  # noqa: S314 - our own output
        links = {link.get("href") for link in root.iter("{http://www.w3.org/2000/svg}a")}
        assert "#SA-VAI-ALKU" in links
        assert "<script" not in drawing
        assert "<b>" not in drawing
    assert html.count('<details class="statutory-equivalent">') == 4
    assert html == built(project, "html", "-E", "-j2")


def test_text_has_the_tables_alone(project: Path) -> None:
    """What no drawing can be in says the same in words."""
    text = built(project, "text")
    assert "<svg" not in text
    assert len(re.findall(r"^[+|]=", text, re.MULTILINE)) == 5


def test_no_word_is_broken_in_the_tables_of_text(project: Path) -> None:
    """A column is as wide as its longest word, also beside many others."""
    cells = {
        cell.strip()
        for line in built(project, "text").splitlines()
        for cell in line.strip("|").split("|")
    }
    assert {"ei merkitty", "11/2017–1/2018"} <= cells

"""The registers on a page of a real build: in Finnish, and with a sentence where nothing is."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from statutory.views.registers import REGISTERS
from tests.full.project import build_site, make_project

SENTENCES = {
    "raci": "Näissä kohteissa ei ole kenenkään osuutta.",
    "paatokset": "Päätöksiä ei ole kirjattu.",
    "kokoukset": "Kokouksia ei ole kirjattu.",
    "poikkeukset": "Ei poikkeuksia: yhtäkään tarkistusta ei ole vaiennettu.",
}


def build(folder: Path, page: str) -> tuple[subprocess.CompletedProcess[str], str]:
    """Build a project with one page beside the index; return the run and the page's text."""
    source = folder / "source"
    source.mkdir()
    make_project(source, {"strategy/a.md": page})
    out = folder / "html"
    run = build_site(source, out, "-q")
    html = (out / "strategy" / "a.html").read_text(encoding="utf-8")
    article = html.partition("<article")[2].partition("</article>")[0]
    return run, re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", article))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Return what a build says, and the text of a page with every register, of no content."""
    blocks = (f"## {name}\n\n```{{{name}}}\n```\n" for name in REGISTERS)
    page = "# Rekisterit\n\n" + "\n".join(blocks)
    run, text = build(tmp_path_factory.mktemp("registers"), page)
    return run.stderr, text


def test_registers_without_content_give_no_warning(empty: tuple[str, str]) -> None:
    """A page can stand before there is anything to show on it."""
    assert "strategy/a.md" not in empty[0]


@pytest.mark.parametrize("name", SENTENCES)
def test_register_without_content_says_so_in_finnish(name: str, empty: tuple[str, str]) -> None:
    """The sentence stands on the page."""
    assert SENTENCES[name] in empty[1]


def test_misspelt_perspective_is_told_with_what_was_meant(tmp_path: Path) -> None:
    """The warning stands at the line of the directive, and the register is left out."""
    page = "# Sivu\n\n```{raci}\n:nakokulma: toimiat\n```\n"
    run, text = build(tmp_path, page)
    assert "strategy/a.md:3" in run.stderr
    assert "toimijat" in run.stderr
    assert SENTENCES["raci"] not in text


def test_inferred_value_says_so_in_words(tmp_path: Path) -> None:
    """The line beside it is for the eyes alone; a thing that says so itself says so once."""
    page = """# Sivu

```{toimija} Neuvosto
:id: SA-TJA-NEUVOSTO
:laji: toimielin
:asema: virallinen
:epavarmat: asema, kuuluu
:kuuluu: SA-TJA-LIITTO
```

```{toimija} Liitto
:id: SA-TJA-LIITTO
:laji: organisaatio
```

```{toimijat}
```
"""
    _, text = build(tmp_path, page)
    table = text.partition("Toimikausi")[2]
    assert "virallinen (päätelty)" in table
    assert "Liitto (päätelty)" in table
    assert "(päätelty) (päätelty)" not in table
    assert "toimielin (päätelty)" not in table

"""The index of the search: stems, parts of compounds, items, and the same bytes always."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.full.project import build_site, make_project
from tests.handbook import background

PAGE = """\
# Palvelut

Maakuntastrategian linjaukset ja palvelujen järjestäminen. Strategia kattaa maakunnan. EU:n tuki.

```{toimija} "Asukkaiden" raati & kunta
:id: SA-TJA-RAATI
:maakunta: satakunta
:laji: sidosryhma
:kuuluu: SA-TJA-VALTUUSTO
:lahteet: SA-LAH-ESIMERKKI
:lahdekohta: Otsikko
```
"""


def build(folder: Path, out: Path, *options: str) -> bytes:
    """Build the pages of a project and return the index of its search."""
    build_site(folder, out, *options).check_returncode()
    return (out / "searchindex.js").read_bytes()


def read(index: bytes) -> dict[str, Any]:
    """Return what an index holds."""
    found: dict[str, Any] = json.loads(index.partition(b"(")[2].rpartition(b")")[0])
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project in Finnish."""
    root = tmp_path_factory.mktemp("search") / "project"
    root.mkdir()
    pages = {"docs/tausta.md": f"# Tausta\n\n{background()}", "strategy/palvelut.md": PAGE}
    return make_project(root, pages)


@pytest.fixture(scope="module")
def index(folder: Path) -> bytes:
    """The index of the project, built by one process."""
    return build(folder, folder.parent / "html")


def test_index_has_stems_and_last_parts_and_no_stop_words(index: bytes) -> None:
    """Terms are stems; a compound is there with its last part, an identifier as a whole."""
    found = read(index)
    terms = found["terms"] | found["titleterms"]
    assert {"palvelu", "maakuntastrateg", "strateg", "satjaraat", "raat", "eu"} <= set(terms)
    assert {"ja", "Ja", "palvelujen", "n"} & set(terms) == set()


def test_items_are_results_of_their_own(index: bytes) -> None:
    """An item is an object of its type, with its title, identifier and anchor."""
    found = read(index)
    listed = {
        name: (found["docnames"][page], found["objnames"][str(kind)], anchor)
        for entries in found["objects"].values()
        for page, kind, _, anchor, name in entries
    }
    assert listed["&quot;Asukkaiden&quot; raati &amp; kunta (SA-TJA-RAATI)"] == (
        "strategy/palvelut",
        ["statutory", "toimija", "Toimija"],
        "SA-TJA-RAATI",
    )


def test_index_is_the_same_in_parallel_and_after_a_cached_build(folder: Path, index: bytes) -> None:
    """Neither the number of processes nor what Sphinx keeps changes a byte."""
    parallel = folder.parent / "parallel"
    assert build(folder, parallel, "-j", "2", "-E") == index
    assert build(folder, parallel) == index

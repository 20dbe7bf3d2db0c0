"""A build writes the pages that show something else than before, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.full.differences import differing
from tests.full.project import build_site, make_project
from tests.handbook import background

QUERY = """\
# Kysely

## Ensimmäinen vaihe

```{toimenpide} Kyselyn tekeminen
:id: SA-TOI-KYSELY
:maakunta: satakunta
:kuuluu: SA-OSA-TAUSTA
:vastuutaho: SA-TJA-RYHMA
:vastuuperuste: lahde
:ajankohta: 2018-04
:ajanperuste: lahde
:lahteet: SA-LAH-ESIMERKKI
:lahdekohta: Otsikko

Kysely tehdään asukkaille.
```
"""
PAGES = {
    "docs/tausta.md": f"# Tausta\n\n{background()}",
    "strategy/kysely.md": QUERY,
    "strategy/maininta.md": "# Maininta\n\nKysely on {need}`SA-TOI-KYSELY`.\n",
    "strategy/linkki.md": "# Linkki\n\nKatso [](kysely.md#ensimmäinen-vaihe).\n",
    "strategy/vastuut.md": (
        "# Vastuut\n\n"
        "```{vastuunjako}\n:tyypit: toimenpide\n:sarakkeet: vastuutaho, ajankohta\n```\n"
    ),
    "strategy/saannokset.md": "# Säännökset\n\n```{vastuunjako}\n:tyypit: saannos\n```\n",
    "strategy/luettelo.md": '# Luettelo\n\n```{needlist}\n:filter: type == "toimenpide"\n```\n',
    "strategy/teksti.md": "# Teksti\n\nEi kohteita.\n",
    "strategy/osat/index.md": "# Osat\n\n```{toctree}\nalut/index\n```\n",
    "strategy/osat/alut/index.md": "# Alut\n\n```{toctree}\nalku\n```\n",
    "strategy/osat/alut/alku.md": "# Alku\n\n## Ensin\n\nEnsin kootaan.\n",
    "docs/sanasto.md": "# Sanasto\n\n```{glossary}\nkysely\n  Kysymyksiä asukkaille.\n```\n",
}
ALWAYS = {"index", "strategy/luettelo"}
"""The first page, and what lists items by itself, are written whenever anything changes."""
SHOWING = {"strategy/kysely", "strategy/vastuut"}
"""The pages that show the item with its owner and its time."""
ADDITIONAL = {"genindex", "permalink", "search"}
"""The pages that Sphinx and sphinx-needs write in every build."""

STOPPING = """

def stop(app, page, template, context, doctree):
    if page == "strategy/linkki":
        raise KeyboardInterrupt


def setup(app):
    app.connect("html-page-context", stop)
"""


class Site:
    """A small project and its site, built again after each edit."""

    def __init__(self, folder: Path) -> None:
        """Write the project and build it."""
        self.folder = folder / "project"
        self.folder.mkdir()
        make_project(self.folder, PAGES)
        self.out = folder / "site"
        self.fresh = folder / "fresh"
        assert self.build() == 0

    def build(self, *files: str, builder: str = "html") -> int:
        """Build the site, or some files of it, and return the exit status."""
        doctrees = ("-d", str(self.out.with_name("doctrees")))
        out = self.out if builder == "html" else self.out.with_name(builder)
        return build_site(self.folder, out, *doctrees, builder=builder, files=files).returncode

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace a text that a file holds once."""
        file = self.folder / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1
        file.write_text(text.replace(old, new), encoding="utf-8")

    def rewritten(self) -> set[str]:
        """Build the site again and return the pages that were written, but Sphinx's own."""
        before = self._times()
        assert self.build() == 0
        after = self._times()
        return {page for page, time in after.items() if before.get(page) != time} - ADDITIONAL

    def old_files(self) -> list[str]:
        """Return the files that differ from those of a fresh build, or that only one has."""
        assert build_site(self.folder, self.fresh).returncode == 0
        return sorted(set(differing(self.out, self.fresh)))

    def _times(self) -> dict[str, int]:
        pages = self.out.rglob("*.html")
        return {
            page.relative_to(self.out).with_suffix("").as_posix(): page.stat().st_mtime_ns
            for page in pages
        }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site, built once; each test edits it further."""
    return Site(tmp_path_factory.mktemp("rewriting"))


@pytest.mark.parametrize(
    ("name", "old", "new", "pages"),
    [
        pytest.param(
            "strategy/kysely.md",
            "Kysely tehdään asukkaille.",
            "Kysely tehdään kuntalaisille.",
            {"strategy/kysely"},
            id="body",
        ),
        pytest.param(
            "strategy/kysely.md",
            "Kyselyn tekeminen",
            "Kysely asukkaille",
            SHOWING | {"docs/tausta", "strategy/maininta"},
            id="title",
        ),
        pytest.param(
            "strategy/kysely.md", ":ajankohta: 2018-04", ":ajankohta: 2018-05", SHOWING, id="time"
        ),
        pytest.param(
            "strategy/kysely.md",
            "## Ensimmäinen vaihe",
            "(ensimmäinen-vaihe)=\n\n## Alku",
            {"strategy/kysely", "strategy/linkki"},
            id="heading",
        ),
        pytest.param(
            "strategy/teksti.md", "Ei kohteita.", "Ei yhtään.", {"strategy/teksti"}, id="text"
        ),
        pytest.param(
            "strategy/osat/alut/alku.md",
            "Ensin kootaan.",
            "Ensin kootaan tiedot.",
            {"strategy/osat/alut/alku"},
            id="listed text",
        ),
        pytest.param(
            "strategy/osat/alut/alku.md",
            "## Ensin",
            "## Aluksi",
            {"strategy/osat/alut/alku", "strategy/osat/alut/index", "strategy/osat/index"},
            id="listed heading",
        ),
        pytest.param("docs/sanasto.md", "asukkaille", "kunnille", {"docs/sanasto"}, id="glossary"),
        pytest.param(
            "docs/tausta.md",
            "Strategiapykälä",
            "Strategian sisältö",
            {"docs/tausta", "strategy/saannokset"},
            id="view",
        ),
        pytest.param(
            "strategy/teksti.md",
            "# Teksti",
            "# Muu teksti",
            {Path(name).with_suffix("").as_posix() for name in PAGES},
            id="menu",
        ),
    ],
)
def test_exactly_the_pages_that_show_an_edit_are_written(
    site: Site, name: str, old: str, new: str, pages: set[str]
) -> None:
    """Neighbours, views and lists follow an edit, other pages stay, and nothing is left old."""
    site.edit(name, old, new)
    assert site.rewritten() == pages | ALWAYS
    assert site.old_files() == []


def test_nothing_is_written_when_nothing_has_changed(site: Site) -> None:
    """A second build of the same content touches no page."""
    site.build()
    assert site.rewritten() == set()


def test_build_of_some_pages_leaves_the_others_to_the_next(site: Site) -> None:
    """Pages that the command line left out are written by the next build."""
    site.edit("strategy/kysely.md", ":ajankohta: 2018-0", ":ajankohta: 2017-0")
    assert site.build("strategy/teksti.md") == 0
    assert site.rewritten() >= SHOWING
    assert site.old_files() == []


def test_site_is_new_although_another_builder_has_read_the_change(site: Site) -> None:
    """A check on the same doctrees takes nothing away from the next build."""
    site.edit("strategy/kysely.md", ":ajankohta: 201", ":ajankohta: 202")
    assert site.build(builder="check") == 0
    assert site.rewritten() == SHOWING | ALWAYS
    assert site.old_files() == []


def test_no_page_is_left_of_a_build_that_was_stopped(site: Site) -> None:
    """What a stopped build has written is written again, even when its edit is taken back."""
    configuration = site.folder / "conf.py"
    sound = configuration.read_text(encoding="utf-8")
    site.edit("strategy/kysely.md", ":vastuutaho: SA-TJA-RYHMA", ":vastuutaho: SA-TJA-OHJAUS")
    configuration.write_text(sound + STOPPING, encoding="utf-8")
    site.edit("strategy/linkki.md", "Katso", "Katso myös")
    assert site.build() != 0
    configuration.write_text(sound, encoding="utf-8")
    site.edit("strategy/kysely.md", ":vastuutaho: SA-TJA-OHJAUS", ":vastuutaho: SA-TJA-RYHMA")
    assert site.build() == 0
    assert site.old_files() == []

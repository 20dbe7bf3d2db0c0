"""Content by people whom nobody knows: it is found, and does not act on the pages."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from statutory.model.report import Report
from tests.full.project import build_site, check, make_project
from tests.handbook import background

PAGE = "strategy/sivu.md"
HTML = """\
# Sivu <u>otsikko</u> ja `<u>koodi</u>`

Rivi, jolla on `<u>koodi</u>`, ja **lihava**
rivi <u id="evil">kaksi</u> ja <u>kolme</u> ja tauko\\
viimeinen <U>neljä</U>

<div class="evil">
lohko
</div>

- luettelo <u>a</u>

  <p class="evil">

| a | b |
| --- | --- |
| <u>b</u> | c |

termi <u>c</u>
: selitys
  jatkuu <u>d</u>

> lainaus <u>e</u>

Viite[^1].

[^1]: Alaviite <u>f</u>

````{note} Huomio <u>g</u>
```{osaalue} Elinvoima <u>ei</u>
:id: SA-OSA-ELINVOIMA
:maakunta: satakunta
:kuuluu: SA-TUO-STRATEGIA
:toteuttaa: VK-VEL-HYTE
:vastuutaho: SA-TJA-VALTUUSTO
:valmistelija: SA-TJA-RYHMA
:ajankohta: 2018-02/2018-06
:vastuuperuste: lahde
:ajanperuste: lahde
:lahteet: SA-LAH-ESIMERKKI
:lahdekohta: Otsikko <u>ei</u>

Teksti <u>h</u>
```
````

<!--> <u class="evil">kommentti</u> -->

```{raw} html
<u class="evil">raaka</u>
```

```{eval-rst}
Teksti <u>ei</u>

.. raw:: html
   :file: ../conf.py

.. role:: html(raw)
   :format: html

:html:`<u class="evil">rooli</u>`

.. |evil| raw:: html

   <u class="evil">korvaus</u>
```
"""
LINES = [
    *(1, 4, 5, 7, 11, 13, 17, 19, 21, 23, 27, 29, 43, 47),  # as Markdown reads it
    *(50, 56, 62, 64),  # the text, the line or the value of what is raw
]


class Elements(HTMLParser):
    """Collects the elements of a page, with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.found.append((tag, dict(attrs)))


def elements(file: Path) -> list[tuple[str, dict[str, str | None]]]:
    """Return the elements of a page."""
    parser = Elements()
    parser.feed(file.read_text(encoding="utf-8"))
    return parser.found


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a page full of markup."""
    folder = tmp_path_factory.mktemp("trust") / "project"
    folder.mkdir()
    return make_project(folder, {"docs/tausta.md": f"# Tausta\n\n{background()}", PAGE: HTML})


@pytest.fixture(scope="module")
def report(project: Path) -> Report:
    """What the check finds in it."""
    return check(project)


def lines(report: Report, name: str) -> list[int]:
    """Return the lines of the page at which a check has found something."""
    return [one.location.line for one in report.findings if one.check == name]


def test_html_is_found_once_at_each_line(report: Report) -> None:
    """Wherever Markdown takes markup from a text, that line is found, and no other."""
    assert lines(report, "raw-html") == LINES


def test_only_the_markup_is_found(report: Report) -> None:
    """The native warnings of what was refused are not told as well."""
    assert {one.check for one in report.open_findings} == {"raw-html"}


def test_cached_check_finds_the_same(project: Path, report: Report) -> None:
    """What a build does not read again is refused all the same."""
    assert check(project).findings == report.findings


def test_pages_show_the_markup_as_text(project: Path) -> None:
    """No element of the page is of the content; its text is there to read."""
    run = build_site(project, project.parent / "html", "-q")
    assert run.returncode == 1, run.stderr
    page = project.parent / "html" / "strategy" / "sivu.html"
    for file in sorted((project.parent / "html").rglob("*.html")):
        assert [tag for tag, _ in elements(file) if tag == "u"] == [], file
        assert [one for one in elements(file) if "evil" in one[1].values()] == [], file
    text = page.read_text(encoding="utf-8")
    assert '<span class="pre">&lt;u&gt;koodi&lt;/u&gt;</span>' in text
    for shown in ("kaksi", "raaka", "rooli", "kommentti"):
        assert re.search(rf"&lt;u[^<]*{shown}&lt;/u&gt;", text), shown
    assert "<br />" in text


@pytest.fixture
def trusting(tmp_path: Path) -> Path:
    """A project that trusts its content, and has no file that tells docutils anything."""
    folder = tmp_path / "project"
    folder.mkdir()
    make_project(folder, {"docs/tausta.md": f"# Tausta\n\n{background()}", PAGE: "# S <u>x</u>\n"})
    (folder / "docutils.conf").unlink()
    conf = folder / "conf.py"
    conf.write_text(conf.read_text("utf-8").replace("content = True", "content = False"), "utf-8")
    return folder


def test_trusted_content_stays_as_it_was_until_the_setting_changes(trusting: Path) -> None:
    """Another value of the setting has every page read again."""
    assert check(trusting).findings == ()
    conf = trusting / "conf.py"
    conf.write_text(conf.read_text("utf-8").replace("content = False", "content = True"), "utf-8")
    assert lines(check(trusting), "raw-html") == [1]
    conf.write_text(conf.read_text("utf-8").replace("content = True", "content = False"), "utf-8")
    assert check(trusting).findings == ()


HOSTILE = """\
---
orphan: true
myst:
  enable_extensions: [substitution]
  html_meta: {"http-equiv=refresh": "0; url=https://evil.example"}
---
# Sivu

[a](javascript:alert) ja [b](ftp://evil.example/)
[c](//evil.example/x) ja <javascript:alert>
[d](https://fine.example/?u=javascript:x) ja [e](mailto:kirjaamo@fine.example)

![f](https://evil.example/x.png)

![g](data:image/png;base64,AAAA)

```{figure} ok.png
:target: javascript:alert

Kuvateksti
```

![h](../../secret.png)

![i](/../secret.png)

[j](../../secret.txt) ja
[k](../ubproject.toml)

{download}`l <../conf.py>`

{download}`m <javascript://x%0aalert>`

![n](linkki.png)

![o](vaihtuva.png)

![p](../../secr*.*)

```{eval-rst}
`q <java
script:alert>`__

r_ ja r_

.. _r: vbscript:alert

.. meta::
   :description: kuvaus
   :http-equiv=refresh: 1; url=https://evil.example

.. include:: ../conf.py

.. csv-table:: Taulu
   :file: ../conf.py
```

```{include} ../conf.py
```

```{literalinclude} ../conf.py
:language: python
```

```{graphviz} ../../secret.txt
```

```{digraph} x
:layout: bash

touch secret
```

```{needimport} ../../secret.json
```

```{toctree}
s <javascript://x%0aalert>
t <https://fine.example>
```

![u](ok.png) ja [v](ok.png) ja [w](sivu.md)

![x](piirros.svg)

![y](ohjelma.svg)
"""
FOUND = {
    "raw-html": [0, 86],
    "refused-front-matter": [3, 50],
    "active-address": [9, 10, 13, 15, 18, 32, 41, 46, 78],
    "outside-file": [23, 25, 27, 28, 30, 34, 36, 38, 52, 54, 58, 61, 65, 68, 74],
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose content reaches for what is not its own, beside a secret."""
    folder = tmp_path_factory.mktemp("hostile") / "project"
    folder.mkdir()
    make_project(folder, {"docs/tausta.md": f"# Tausta\n\n{background()}", PAGE: HOSTILE})
    pages = folder / "strategy"
    for name in ("secret.png", "secret.txt", "secret.json", "elsewhere/page.md"):
        file = folder.parent / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("# SECRET\n", encoding="utf-8")
    for name in ("ok.png", "vaihtuva.png"):
        (pages / name).write_text("picture", encoding="utf-8")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg">%s</svg>'
    (pages / "piirros.svg").write_text(drawing % "<g/>", encoding="utf-8")
    (pages / "ohjelma.svg").write_text(drawing % "<script>x()</script>", encoding="utf-8")
    (pages / "a';alert();'.md").write_text("# Nimi\n", encoding="utf-8")
    for name in ("linkki.png", "vaihtuva.fi.png", "linkki.md"):
        (pages / name).symlink_to(folder.parent / "secret.txt")
    (pages / "kansio").symlink_to(folder.parent / "elsewhere")
    (folder / "docutils.conf").write_text(
        "[general]\nraw_enabled: true\nfile_insertion_enabled: true\n", encoding="utf-8"
    )
    return folder


def test_what_reaches_out_is_found_at_its_line(hostile: Path) -> None:
    """Each finding once, nothing beside them, and the same from the cache."""
    report = check(hostile)
    assert {name: lines(report, name) for name in FOUND} == {
        name: [0, 0, *found] if name == "outside-file" else found for name, found in FOUND.items()
    }
    assert {one.check for one in report.open_findings} == FOUND.keys()
    assert check(hostile).findings == report.findings


def test_nothing_from_outside_is_published(hostile: Path) -> None:
    """Neither as a file nor on a page, and no address that could act is left."""
    out = hostile.parent / "html"
    run = build_site(hostile, out, "-q")
    assert run.returncode == 1, run.stderr
    assert [path for path in out.rglob("*alert*") if ".doctrees" not in path.parts] == []
    for file in sorted(path for path in out.rglob("*") if path.is_file()):
        if ".doctrees" not in file.parts:
            assert b"SECRET" not in file.read_bytes(), file
            assert b"needs_from_toml" not in file.read_bytes(), file
    for page in sorted(out.rglob("*.html")):
        for tag, attributes in elements(page):
            for name in ("href", "src", "content"):
                value = attributes.get(name) or ""
                assert not re.search("^(?!#).*(script:a|evil|ftp:|data:t)", value), value
            assert tag != "meta" or attributes.get("http-equiv") != "refresh"
    assert sorted(file.name for file in (out / "_images").iterdir()) == ["ok.png", "piirros.svg"]
    text = (out / "strategy" / "sivu.html").read_text("utf-8")
    assert 'href="https://fine.example/?u=javascript:x"' in text
    assert '<meta content="kuvaus" name="description"' in text


def test_picture_that_becomes_one_of_the_project_is_shown(hostile: Path) -> None:
    """What was refused is looked at again, though the page has stayed as it was."""
    picture = hostile / "strategy" / "linkki.png"
    check(hostile)
    picture.unlink()
    picture.write_text("picture", encoding="utf-8")
    found = lines(check(hostile), "outside-file")
    picture.unlink()
    picture.symlink_to(hostile.parent / "secret.txt")
    assert 34 not in found
    assert 34 in lines(check(hostile), "outside-file")


SETTINGS = {
    "strategy/teema.md": "---\nfoo: 1\nhtml_theme.show_nav_level: x\ntocdepth: x\n---\n# A\n",
    "strategy/arvo.md": "---\nhtml_theme.sidebar_secondary.remove: {a: b}\n---\n# A\n",
    "strategy/kentta.md": "```{eval-rst}\n:orphan:\n:html_theme.show_nav_level: x\n```\n\n# A\n",
    "strategy/sallittu.md": "---\norphan: true\ntocdepth: 2\n---\n# A\n",
    "strategy/kaavio.md": "# A\n\n```{needuml}\n{{ uml('X') }}\n```\n",
    "strategy/tuonti.md": "# A\n\n```{automodule} antigravity\n```\n\n```{autosummary}\nos\n```\n",
}


@pytest.fixture
def set_pages(tmp_path: Path) -> Path:
    """A project with settings of pages, beside directives that import and draw."""
    folder = tmp_path / "project"
    folder.mkdir()
    make_project(folder, {"docs/tausta.md": f"# Tausta\n\n{background()}", **SETTINGS})
    conf = folder / "conf.py"
    more = 'extensions += ["sphinx.ext.autodoc", "sphinx.ext.autosummary"]\n'
    conf.write_text(conf.read_text("utf-8") + more, "utf-8")
    return folder


def test_only_known_settings_reach_the_theme(set_pages: Path) -> None:
    """Nor is a module imported, nor a diagram of content drawn, and the pages are built."""
    found = [(one.check, str(one.location)) for one in check(set_pages).open_findings]
    assert sorted(found) == [
        ("outside-file", "strategy/kaavio.md:3"),
        ("refused-code", "strategy/tuonti.md:3"),
        ("refused-code", "strategy/tuonti.md:6"),
        ("refused-front-matter", "strategy/arvo.md:2"),
        ("refused-front-matter", "strategy/kentta.md:3"),
        ("refused-front-matter", "strategy/teema.md:2"),
        ("refused-front-matter", "strategy/teema.md:3"),
        ("refused-front-matter", "strategy/teema.md:4"),
    ]
    run = build_site(set_pages, set_pages.parent / "html", "-q")
    assert run.returncode == 1, run.stderr
    assert "Traceback" not in run.stderr

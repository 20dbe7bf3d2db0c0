"""What a built site has beside its content: scripts, words, sheets, the statement."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from unittest.mock import Mock, patch

import pytest
from docutils import nodes
from docutils.utils import new_document

from statutory.model.catalogue import Catalogue
from statutory.model.settings import Settings, Vocabulary
from statutory.sphinx.head import describe_page, first_words, title_first_page
from statutory.sphinx.nodes import Spelling, unbroken
from statutory.sphinx.printing import sheet_rules
from tests.full.project import ROOT, build_site, check, make_project

STATEMENT = '[statutory.accessibility]\npage = "docs/seloste"\nfeedback = "palaute@example.org"\n'
PAGES = {
    "docs/seloste.md": "# Saavutettavuusseloste\n\n```{saavutettavuus}\n```\n",
    "strategy/kattavuus.md": "# Kattavuus\n\n```{kattavuus}\n```\n",
}


CARD = """\
# Lähteet

```{lahde} Esitys
:id: SA-LAH-ESITYS
:maakunta: satakunta
:laji: asiakirja
```
"""


def test_text_has_the_words_of_cards_and_tables_alone(tmp_path: Path) -> None:
    """No sign of a link stands in a title, and a table is one with all its cells."""
    folder = tmp_path / "project"
    folder.mkdir()
    make_project(folder, {**PAGES, "strategy/lahteet.md": CARD}, STATEMENT)
    run = build_site(folder, tmp_path / "out", builder="text")
    assert "Traceback" not in run.stderr
    text = (tmp_path / "out/strategy/lahteet.txt").read_text("utf-8")
    assert "-[ Esitys ]-" in text
    assert "#" not in text
    assert "| Kohteet " in (tmp_path / "out/strategy/kattavuus.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a small project with a statement and a table."""
    base = tmp_path_factory.mktemp("site")
    folder = base / "project"
    folder.mkdir()
    make_project(folder, PAGES, STATEMENT)
    build_site(folder, base / "out")
    return base / "out"


def page(site: Path, name: str) -> str:
    """Return a page as text."""
    return (site / name).read_text(encoding="utf-8")


def test_statement_is_linked_and_filled(site: Path) -> None:
    """Every page leads to the statement, which holds the configured address."""
    assert re.search(r'<a href="#">Saavutettavuusseloste</a>', page(site, "docs/seloste.html"))
    for name, link in (
        ("index.html", "docs/seloste.html"),
        ("strategy/kattavuus.html", "../docs/seloste.html"),
    ):
        assert f'<a href="{link}">Saavutettavuusseloste</a>' in page(site, name)
    assert "palaute@example.org" in html.unescape(page(site, "docs/seloste.html"))


def test_statement_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    """The warning names the page and stands at the line of the configuration."""
    key = 'page = "selosta"'
    make_project(tmp_path, {"docs/a.md": "# A\n"}, f"[statutory.accessibility]\n{key}\n")
    lines = (tmp_path / "ubproject.toml").read_text(encoding="utf-8").splitlines()
    found = check(tmp_path).findings
    (finding,) = (finding for finding in found if finding.check == "sphinx-warning")
    assert str(finding.location) == f"ubproject.toml:{lines.index(key) + 1}"
    assert "selosta" in str(finding.message.values)


def test_script_of_tables_has_its_words_in_finnish(site: Path) -> None:
    """The words come from the message catalogue, none from the script."""
    text = page(site, "index.html")
    assert 'data-filter="Suodata rivejä"' in text
    script = (ROOT / "ext/statutory/sphinx/static/statutory-tables.js").read_text("utf-8")
    used = set(re.findall(r"words\.(\w+)", script)) | {"unsorted", "sorted", "reversed"}
    assert set(re.findall(r"- `data-(\w+)`", script)) == used
    assert all(f"data-{word}=" in text for word in used)


def test_names_of_what_the_theme_draws_are_finnish(site: Path) -> None:
    """No label has the English words that the catalogue of the theme has Finnish ones for."""
    catalogue = ROOT / "ext/statutory/locale/fi/theme.po"
    english = set(re.findall(r'^msgid "(.+)"$', catalogue.read_text("utf-8"), re.MULTILINE))
    attribute = re.compile(r'(?:aria-label|title|placeholder)="([^"]*)"')
    labels = {
        label
        for name in ("index", "search")
        for label in attribute.findall(page(site, f"{name}.html"))
    }
    assert {"Tiedote", "Väriteema"} <= labels
    assert not english & labels


def test_words_of_the_search_have_a_plural_rule_that_gives_numbers(site: Path) -> None:
    """Sphinx's script looks the plural up by the rule's result; a boolean finds nothing."""
    script = (site / "_static" / "statutory-words.js").read_text("utf-8")
    words = json.loads(script.removeprefix("Documentation.addTranslations(").rstrip(");\n"))
    assert words["plural_expr"] == "Number(n !== 1)"
    assert [text for text in words["messages"].values() if isinstance(text, list)] == [
        ["Haku löysi yhden tuloksen.", "Haku löysi ${resultCount} tulosta."]
    ]
    text = page(site, "search.html")
    assert text.index("statutory-words.js") > text.index("translations.js")


def test_sheets_have_the_version_and_the_date(site: Path) -> None:
    """The margins of paper say what was printed and as of when."""
    rules = (site / "_static" / "statutory-sheet.css").read_text("utf-8")
    assert 'content: "Maakuntastrategian tietopohja 0.1.0"' in rules
    assert 'content: "Tilanne 31.1.2018"' in rules
    assert re.search(r'media="print"[^>]*statutory-sheet.css', page(site, "index.html"))


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("13 §:n neuvottelu", "13\u00a0§:n neuvottelu"),
        ("talousarvio ja -suunnitelma", "talousarvio ja -\u2060suunnitelma"),
        ("-järjestelmä", "-\u2060järjestelmä"),
        ("sote-työryhmä", "sote-työryhmä"),
        ("simulointi - 2018", "simulointi - 2018"),
        ("noin -5 astetta", "noin -5 astetta"),
    ],
)
def test_no_line_parts_what_belongs_together(text: str, spelled: str) -> None:
    """The sign of a section stays with its number, a leading hyphen with its word."""
    assert unbroken(text) == spelled


def test_column_of_a_table_is_as_wide_as_its_longest_word() -> None:
    """One without words has a width too: docutils measures no column of nought."""
    words: list[nodes.Element] = [nodes.paragraph("", "of several words")]
    table = Spelling(Mock(), Catalogue(settings=Settings(), vocabulary=Vocabulary()), "page").table(
        ("one", ""), [[words, []]], "name"
    )
    assert [column.propwidth() for column in table.findall(nodes.colspec)] == [7, 1]


def test_pages_that_nobody_can_use_are_not_written(site: Path) -> None:
    """Neither the page of permanent links, without its data, nor a template of the theme."""
    assert not (site / "permalink.html").exists()
    assert not (site / "_static" / "webpack-macros.html").exists()
    assert (site / "_static" / "statutory-tables.js").exists()


def test_rows_and_tables_have_names(site: Path) -> None:
    """The first cell heads its row; a table without a caption takes the heading above it."""
    text = page(site, "strategy/kattavuus.html")
    tables = re.findall(r"<table.*?</table>", text, re.DOTALL)
    assert tables
    for table in tables:
        assert '<span class="statutory-unseen">Kattavuus</span>' in table
        (body,) = re.findall(r"<tbody>.*</tbody>", table, re.DOTALL)
        assert body.count('<th scope="row"') == body.count("</th>") == body.count("<tr ")


def test_head_describes_the_page(site: Path) -> None:
    """It has a title, before that of the site, and an icon that is there."""
    text = page(site, "strategy/kattavuus.html")
    assert "<title>Kattavuus &#8212; " in text
    assert '<link rel="icon" href="../_static/statutory-icon.svg"/>' in text
    assert (site / "_static" / "statutory-icon.svg").exists()


@pytest.mark.parametrize(
    ("name", "title", "shown"),
    [("index", "Site", "Front page"), ("index", "Welcome", "Welcome"), ("page", "Site", "Site")],
)
def test_first_page_does_not_say_the_name_of_the_site_twice(
    name: str, title: str, shown: str
) -> None:
    """Its title stands before that of the site in the browser."""
    app = Mock()
    app.config.root_doc = "index"
    context = {"title": title, "docstitle": "Site"}
    with patch("statutory.sphinx.head.session_of", return_value=Mock(settings=Settings())):
        title_first_page(app, name, "page.html", context, None)
    assert context["title"] == shown


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("One   sentence\nof *two* lines.", "One sentence of *two* lines."),
        ("word " * 60, "word " * 31 + "…"),
        ("x" * 400, "…"),
        ("", ""),
    ],
    ids=["short", "long", "unbroken", "empty"],
)
def test_description_is_the_first_paragraph_cut_at_a_word(text: str, described: str) -> None:
    """It is plain text of at most so many letters as search engines show."""
    section = nodes.section("", nodes.title("", "Title"), nodes.paragraph("", text))
    doctree = new_document("page")
    doctree += section
    assert first_words(doctree) == described.strip()


def test_description_cannot_end_its_attribute() -> None:
    """What stands in a page is text, also in its head; an author's own description stays."""
    doctree = new_document("page")
    doctree += nodes.section("", nodes.paragraph("", '"><script>x</script> & so on'))
    context: dict[str, object] = {"metatags": ""}
    describe_page(Mock(), "page", "page.html", context, doctree)
    assert context["metatags"] == (
        '\n<meta name="description" '
        'content="&quot;&gt;&lt;script&gt;x&lt;/script&gt; &amp; so on" />'
    )
    own = {"metatags": '<meta name="description" content="own" />'}
    describe_page(Mock(), "page", "page.html", context := dict(own), doctree)
    assert context == own


def test_title_cannot_end_the_string_of_the_sheets() -> None:
    """Quotes, backslashes and line ends of a title are written as their codes."""
    rules = sheet_rules('A "b" \\ </style>\n', Settings())
    assert 'content: "A \\22 b\\22  \\5c  \\3c /style>\\a "' in rules


def test_bars_are_as_wide_as_their_shares(site: Path) -> None:
    """They need no style in the text of the page, which its policy would block."""
    text = page(site, "strategy/kattavuus.html")
    assert "flex-grow" not in text
    widths = re.findall(r'<svg class="statutory-share-\w+" width="([\d.]+)%">', text)
    assert all(0 < float(width) <= 100 for width in widths)

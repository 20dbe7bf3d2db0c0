"""The search finds words in any form, items by title and identifier, in the reader's browser."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest

from statutory.finnish.stem import stem
from statutory.finnish.words import words
from tests.browser.conftest import OpenPage

COMPONENT = "strategy/osa-alueet.html#SA-OSA-HYTE"
LAW = "requirements/maakuntalaki.html#VK-SAN-ML-35"


def results(open_page: OpenPage, query: str) -> list[str]:
    """Return where the results of a query lead, the first first."""
    page = open_page(f"search.html?q={quote(query)}")
    # The sentence on the number of results comes after the last of them.
    page.locator(".search-summary").filter(has_text=re.compile(r"\S")).wait_for()
    links: list[str] = page.locator("ul.search > li > a").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    return links


@pytest.mark.parametrize(
    ("query", "target"),
    [
        pytest.param("hyvinvointi edistäminen", COMPONENT, id="other forms than in the title"),
        pytest.param("SA-OSA-HYTE", COMPONENT, id="identifier"),
        pytest.param("osa-hyte", COMPONENT, id="part of an identifier, in lower case"),
        pytest.param("maakuntalaki 35", LAW, id="number of a section and the act of its page"),
        pytest.param("strategia", LAW, id="last part of a compound"),
    ],
)
def test_item_is_found(open_page: OpenPage, query: str, target: str) -> None:
    """The result leads to the item itself."""
    assert target in results(open_page, query)


def test_result_shows_text_of_its_page(open_page: OpenPage) -> None:
    """The path of pages above each has the words of the menu, and would hide the text."""
    page = open_page(f"search.html?q={quote('päätöksen valmistelu')}")
    page.locator(".search-summary").filter(has_text=re.compile(r"\S")).wait_for()
    page.wait_for_selector("ul.search p.context")
    shown = page.locator("ul.search p.context").all_inner_texts()
    assert any("valmistelu" in text.casefold() for text in shown)
    assert not [text for text in shown if text.startswith("...Strategia ja valmistelu")]


def test_whole_identifier_comes_first(open_page: OpenPage) -> None:
    """Who knows the identifier has the item at the top."""
    assert results(open_page, "sa-osa-hyte")[0] == COMPONENT


def test_forms_of_a_word_find_the_same(open_page: OpenPage) -> None:
    """The form in which a word is written changes nothing in the text that is found."""
    found = [
        {link for link in results(open_page, form) if "#" not in link}
        for form in ("palvelu", "palvelujen", "palveluita")
    ]
    assert found[0] == found[1] == found[2] != set()


def test_browser_stems_as_the_index_does(open_page: OpenPage, site: Path) -> None:
    """Each word of the site has in the browser the stem that it has in the index."""
    page = open_page("search.html")
    text = " ".join(
        file.read_text(encoding="utf-8") for file in sorted((site / "strategy").rglob("*.html"))
    )
    found = page.evaluate(
        "text => { const stemmer = new Stemmer();"
        " const words = [...new Set(splitQuery(text))];"
        " return JSON.stringify(words.map(word => [word, stemmer.stemWord(word)])); }",
        text,
    )
    assert json.loads(found) == [[word, stem(word)] for word in dict.fromkeys(words(text))]

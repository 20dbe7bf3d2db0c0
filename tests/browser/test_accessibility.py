"""No page breaks a rule of WCAG 2.1, level A or AA, that axe-core can check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import LOOKS, READ_WIDE, Look, OpenPage
from tests.browser.pages import written_pages

if TYPE_CHECKING:
    from playwright.sync_api import Page

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    "resultTypes": ["violations"],
}


def violations(page: Page) -> list[str]:
    """Return each rule that a page breaks, with the elements that break it."""
    found: list[dict[str, Any]] = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{broken['id']}: {', '.join(str(node['target']) for node in broken['nodes'][:5])}"
        for broken in found
    ]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_no_rule_is_broken(open_page: OpenPage, page_name: str, look: Look) -> None:
    """One page of each kind keeps the rules, light and dark, wide and narrow."""
    page = open_page(page_name, look)
    assert page.locator("html").get_attribute("data-theme") == look.theme
    assert violations(page) == []


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_search_results_keep_the_rules(open_page: OpenPage, look: Look) -> None:
    """The page of search results is made in the browser, after it has loaded."""
    page = open_page("search.html?q=strategia", look)
    page.locator("#search-results li").first.wait_for()
    page.wait_for_load_state("networkidle")  # Excerpts of the pages are fetched one by one.
    assert violations(page) == []


def test_a_broken_rule_is_noticed(open_page: OpenPage) -> None:
    """The test itself works: pale text and an image without words are found."""
    page = open_page("index.html", READ_WIDE)
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('afterbegin',"
        ' \'<img src="data:,"><p id="pale">pale</p>\');'
        # Styles of elements may be set by scripts, and not by attributes.
        "Object.assign(document.getElementById('pale').style, {color: '#eee', background: '#fff'})"
    )
    assert {found.partition(":")[0] for found in violations(page)} == {
        "color-contrast",
        "image-alt",
    }


def test_every_page_links_to_the_statement(open_page: OpenPage, site: Path) -> None:
    """The accessibility statement is one link away from every page (306/2019, 9 §)."""
    without = [
        page
        for page in written_pages(site)
        if ">Saavutettavuusseloste</a>" not in (site / page).read_text("utf-8").split("<footer")[-1]
    ]
    assert without == []
    page = open_page("strategy/jaljitettavyys.html")
    page.locator("footer").get_by_role("link", name="Saavutettavuusseloste").click()
    page.wait_for_url("**/docs/saavutettavuus.html")
    assert page.locator("h1").inner_text().startswith("Saavutettavuusseloste")

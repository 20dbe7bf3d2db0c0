"""The page for new items: identifiers are built and snippets copied, by keyboard too."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import READ_NARROW, OpenPage

PAGE = "docs/ohjeet/uusi-kohde.html"


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """The page, allowed to write to the clipboard and to read it."""
    opened = open_page(PAGE)
    opened.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return opened


@pytest.fixture
def form(page: Page) -> Locator:
    """The form that builds an identifier."""
    return page.locator("form.statutory-id-builder")


def clipboard(page: Page) -> str:
    """Return what has been copied."""
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_identifier_is_built_of_region_type_and_name(form: Locator) -> None:
    """Finnish letters, blanks and signs of a name become capitals and single hyphens."""
    form.get_by_label("Maakunta").select_option(label="Kymenlaakso")
    form.get_by_label("Tyyppi").select_option(label="Toimenpide")
    form.get_by_label("Nimi").fill("Äänestys & kysely (2018) ")
    expect(form.locator("output")).to_have_text("KY-TOI-AANESTYS-KYSELY-2018")


def test_identifier_has_an_example_until_a_name_is_given(form: Locator) -> None:
    """An empty name does not leave an identifier that ends in a hyphen."""
    form.get_by_label("Nimi").fill("  --  ")
    assert not form.locator("output").inner_text().endswith("-")


def test_identifier_is_copied_by_keyboard(page: Page, form: Locator) -> None:
    """Enter in the name sends nothing; Tab leads to the button, which says what it did."""
    form.get_by_label("Nimi").fill("Kysely")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(form.locator("button.statutory-copy")).to_be_focused()
    page.keyboard.press("Enter")
    expect(form.locator("span.statutory-copied")).to_have_text("Kopioitu")
    assert clipboard(page) == form.locator("output").inner_text()


def test_time_to_be_written_stays_on_one_line(open_page: OpenPage) -> None:
    """A narrow page does not break what is to be typed as it stands."""
    codes = open_page(PAGE, READ_NARROW).locator(":is(td, th) code")
    assert codes.count()
    assert codes.evaluate_all("all => all.every(code => code.getClientRects().length === 1)")


def test_name_of_a_type_leads_to_its_snippet(page: Page) -> None:
    """The table of types is the way to the snippets of a long page."""
    page.locator("table#id-kinds").get_by_role("link", name="Vaihe", exact=True).click()
    expect(page).to_have_url(re.compile("#new-vaihe$"))
    expect(page.locator("#new-vaihe")).to_be_in_viewport()


def test_each_snippet_is_copied_as_it_stands(page: Page) -> None:
    """Every snippet has a button with a name of its own, and what it copies is a directive."""
    snippets = page.locator("div.statutory-code")
    buttons = page.locator("div.statutory-code + p button.statutory-copy")
    assert snippets.count() == buttons.count() > 1
    names = [button.get_attribute("aria-label") for button in buttons.all()]
    assert len(set(names)) == len(names)
    buttons.first.click()
    assert clipboard(page) == snippets.first.locator("pre").inner_text()
    assert clipboard(page).startswith("```{")


def test_page_is_whole_without_scripts(open_page: OpenPage) -> None:
    """The tables that list the parts of identifiers, and the snippets, need no script."""
    page = open_page(PAGE, READ_NARROW, scripts=False)
    expect(page.locator("form.statutory-id-builder")).to_have_count(0)
    expect(page.locator("table#id-regions tbody tr").first).to_be_visible()
    expect(page.locator("div.statutory-code pre").first).to_be_visible()

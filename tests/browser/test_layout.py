"""Pages fit narrow windows and sheets of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.conftest import READ_NARROW, WIDE, Look, OpenPage

if TYPE_CHECKING:
    from playwright.sync_api import Page

UNPRINTED = (
    "header.bd-header",
    ".bd-sidebar-primary",
    ".bd-sidebar-secondary",
    ".bd-header-article",
    "footer.bd-footer",
    ".statutory-filter",
    "a.headerlink",
)


def visible(page: Page, selector: str) -> int:
    """Return how many elements of a selector are drawn."""
    count: int = page.locator(selector).filter(visible=True).count()
    return count


def pale_words(page: Page) -> list[str]:
    """Return the first elements whose own words are drawn in a light colour."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('main *')].filter(element => {
            const words = [...element.childNodes].some(n => n.nodeType === 3 && n.data.trim());
            const seen = element.checkVisibility() && element.getClientRects().length;
            const [r, g, b] = getComputedStyle(element).color.match(/[\\d.]+/g).map(Number);
            return words && seen && (r + g + b) / 3 > 128;
        }).map(element => `${element.tagName} ${element.className}`).slice(0, 5)"""
    )
    return found


def test_narrow_page_does_not_scroll_sideways(open_page: OpenPage, page_name: str) -> None:
    """Only what is meant to scrolls sideways, never the page (WCAG 2.1, 1.4.10)."""
    page = open_page(page_name, READ_NARROW)
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wider <= 0


def test_print_shows_the_content_alone(open_page: OpenPage, page_name: str) -> None:
    """Navigation and controls are left out; what is left is black, from the dark theme too."""
    page = open_page(page_name, Look("dark", WIDE))
    page.emulate_media(media="print")
    assert {selector: visible(page, selector) for selector in UNPRINTED} == dict.fromkeys(
        UNPRINTED, 0
    )
    assert visible(page, "h1") == 1
    assert visible(page, ".bd-header-announcement") == 1
    assert pale_words(page) == []


def test_printed_table_repeats_its_headings(open_page: OpenPage) -> None:
    """Rows are whole, headings stand on every sheet, and no table is cut off."""
    page = open_page("strategy/jaljitettavyys.html")
    page.emulate_media(media="print")
    styles = page.evaluate(
        """() => ['thead', 'tbody tr', '.pst-scrollable-table-container'].map(selector => {
            const style = getComputedStyle(document.querySelector(selector));
            return [style.display, style.breakInside, style.overflowX];
        })"""
    )
    (head, _, _), (_, row, _), (_, _, overflow) = styles
    assert (head, row, overflow) == ("table-header-group", "avoid", "visible")


def test_printed_link_to_another_site_shows_its_address(open_page: OpenPage) -> None:
    """Paper cannot be clicked: the address follows the words of the link."""
    page = open_page("docs/saavutettavuus.html")
    page.emulate_media(media="print")
    link = "document.querySelector('.bd-article a[href^=http]')"
    shown = page.evaluate(f"getComputedStyle({link}, '::after').content")
    assert "(" in shown
    assert page.evaluate(f"{link}.getAttribute('href')") in shown

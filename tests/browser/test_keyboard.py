"""Everything that can be done with a pointer can be done with a keyboard."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import READ_NARROW, OpenPage

MOST_STEPS = 80


def focused(page: Page) -> str:
    """Return the tag, the classes and the words of what has the focus."""
    told: str = page.evaluate(
        "(e => `${e.tagName.toLowerCase()}.${e.className} ${e.innerText ?? ''}`)"
        "(document.activeElement)"
    )
    return told


def reach(page: Page, part: str, key: str = "Tab") -> bool:
    """Press a key until what has the focus tells of a part; say whether it ever does."""
    for _ in range(MOST_STEPS):
        page.keyboard.press(key)
        if part in focused(page):
            return True
    return False


def test_skip_link_comes_first_and_leads_to_the_content(open_page: OpenPage) -> None:
    """The first Tab offers to skip the menu, and Enter does."""
    page = open_page("strategy/jaljitettavyys.html")
    page.keyboard.press("Tab")
    link = page.locator("#pst-skip-link a")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_tab_reaches_menu_search_table_and_footer(open_page: OpenPage) -> None:
    """Tab passes the menu, the search, filtering and sorting; Shift+Tab begins at the footer."""
    page = open_page("strategy/jaljitettavyys.html")
    parts = ("nav-link", "search-button", "input.form-control", "statutory-sort")
    assert [part for part in parts if not reach(page, part)] == []
    page.reload()
    assert reach(page, "Saavutettavuusseloste", "Shift+Tab")


def test_links_of_a_diagram_are_reached_seen_and_followed(open_page: OpenPage) -> None:
    """Tab passes each step of the clock in its order; Enter leads to the card of one."""
    page = open_page("strategy/aikataulu/vuosikello.html")
    links = page.locator("svg.statutory-wide a")
    links.first.focus()
    for link in links.all()[1:]:
        page.keyboard.press("Tab")
        expect(link).to_be_focused()
        assert link.evaluate("link => getComputedStyle(link).outlineStyle") != "none"
    page.keyboard.press("Enter")
    card = page.locator(".statutory-card:target")
    expect(card).to_be_in_viewport()
    assert page.url.endswith(links.last.get_attribute("href") or "no link")


def test_focus_is_always_seen(open_page: OpenPage) -> None:
    """What has the focus, or a part of it, is drawn with an outline or a line."""
    page = open_page("strategy/jaljitettavyys.html")
    unseen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        drawn = page.evaluate(
            """() => [document.activeElement, ...document.activeElement.children].some(part => {
                const style = getComputedStyle(part);
                return [style.outlineStyle, style.boxShadow, style.textDecorationLine].some(
                    drawn => drawn !== 'none');
            })"""
        )
        if not drawn:
            unseen.append(focused(page))
    assert unseen == []


def test_search_opens_takes_words_and_closes(open_page: OpenPage) -> None:
    """Ctrl+K opens the search with the focus in it, and Escape closes it."""
    page = open_page("index.html")
    dialog = page.locator("#pst-search-dialog")
    page.keyboard.press("Control+k")
    expect(dialog).to_be_visible()
    expect(dialog.locator("input[type=search]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.keyboard.press("Control+k")
    page.keyboard.type("strategia")
    page.keyboard.press("Enter")
    page.locator("#search-results li").first.wait_for()
    page.wait_for_load_state("networkidle")  # Excerpts of the pages are fetched one by one.
    expect(page.locator("#search-results .search-summary")).to_contain_text("Haku löysi")


def test_menu_of_a_narrow_window_opens_and_closes(open_page: OpenPage) -> None:
    """The menu is behind a button that works with Enter, and Escape leaves it."""
    page = open_page("index.html", READ_NARROW)
    button = page.locator("button.primary-toggle")
    menu = page.get_by_role("dialog")
    button.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()

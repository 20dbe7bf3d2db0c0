"""Pages fit narrow windows and sheets of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.conftest import LOOKS, READ_NARROW, READ_WIDE, WIDE, Look, OpenPage

if TYPE_CHECKING:
    from playwright.sync_api import Page

SHEET, SHEET_HEIGHT = Look("light", 680), 931
"""The room within the margins: the width of A4, the height of Letter, in pixels."""

LEAST_POINTS = 7
"""The smallest letters that are legible on paper."""

LEAST_STRIPES = 8
"""The breadth at which stripes are seen, in pixels."""

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


def test_narrow_header_has_its_title_beside_its_buttons(open_page: OpenPage) -> None:
    """The name of the site takes two lines before it touches a button or pushes one out."""
    page = open_page("index.html", READ_NARROW)
    edges = page.evaluate(
        """() => ['.primary-toggle', '.logo__title', '.navbar-persistent--mobile button',
                  '.secondary-toggle', 'body'].map(selector => {
            const box = document.querySelector(selector).getBoundingClientRect();
            return [box.left, box.right];
        })"""
    )
    menu, title, search, contents, window = edges
    assert menu[1] < title[0] < title[1] < search[0] < search[1] <= contents[0]
    assert contents[1] <= window[1]


def test_table_wider_than_the_screen_is_marked(open_page: OpenPage) -> None:
    """A reader sees that more columns follow; a table that fits has no mark."""
    page = open_page("index.html", READ_NARROW)
    tables = page.evaluate(
        """() => [...document.querySelectorAll('.pst-scrollable-table-container')].map(box => [
            box.scrollWidth > box.clientWidth,
            getComputedStyle(box, '::before').content.includes('↔'),
            Boolean(box.getAttribute('aria-label')),
        ])"""
    )
    assert {tuple(table) for table in tables} == {(True, True, True), (False, False, False)}


def test_name_of_a_wide_table_is_wholly_seen(open_page: OpenPage) -> None:
    """A long name takes more lines within the frame, and stays when the frame is scrolled."""
    page = open_page("strategy/lahteet/kohdat-satakunta.html", READ_NARROW)
    for scrolled in (0, 10_000):
        inside, lines = page.evaluate(
            """(scrolled) => {
                const box = document.querySelector('.pst-scrollable-table-container');
                box.scrollLeft = scrolled;
                const frame = box.getBoundingClientRect();
                const name = box.querySelector('.caption-text').getBoundingClientRect();
                return [frame.left <= name.left && name.right <= frame.right, name.height / 20];
            }""",
            scrolled,
        )
        assert inside
        assert lines > 1


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
    # Chromium leaves the boxes of buttons out of the headings that it repeats.
    button = "document.querySelector('thead .statutory-sort')"
    assert page.evaluate(f"getComputedStyle({button}).display") == "contents"


def test_strategy_on_one_page_is_one_sheet(open_page: OpenPage) -> None:
    """What is promised on one page is printed on one, without an empty sheet behind it."""
    page = open_page("strategy/tiivistelma.html")
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1


def test_trail_opened_at_an_element_prints_it_alone(open_page: OpenPage) -> None:
    """Without one the page prints them all; on the screen they are always all there."""
    name = "strategy/tarkastus/maakuntalaki-35.html"
    page = open_page(name)
    elements = page.locator(".statutory-starts-page")
    whole, second = elements.count(), elements.nth(1)
    for at, printed in (("", whole), (f"#{second.get_attribute('id')}", 1)):
        page = open_page(f"{name}{at}")
        assert page.locator(".statutory-starts-page:visible").count() == whole
        page.emulate_media(media="print")
        shown = page.locator(".statutory-starts-page:visible")
        assert shown.count() == printed
        if at:
            assert page.locator("h1").is_hidden()
            assert shown.first.evaluate("one => getComputedStyle(one).breakBefore") == "auto"
            assert page.locator("dl.statutory-facts:visible").count() > 1


def test_last_table_brings_no_empty_sheet(open_page: OpenPage) -> None:
    """The room below a table at the end of a page does not flow over to a sheet of its own."""
    page = open_page("strategy/riskit/sidosryhmittain.html")
    page.emulate_media(media="print")
    table = "document.querySelector('.pst-scrollable-table-container:last-child > table')"
    assert page.evaluate(f"getComputedStyle({table}).marginBottom") == "0px"


def test_print_has_no_widths_of_the_screen(open_page: OpenPage) -> None:
    """A wide sheet is filled, also on a page without headings, where texts have a limit."""
    page = open_page("strategy/kokoukset/paatokset.html")
    page.emulate_media(media="print")
    for part in (".bd-article-container", ".bd-article > section > p"):
        shown = f"getComputedStyle(document.querySelector('{part}')).maxWidth"
        assert page.evaluate(shown) == "none"


def test_printed_card_with_a_very_long_list_begins_where_it_stands(open_page: OpenPage) -> None:
    """It may go on over the sheets; other cards are whole."""
    page = open_page("strategy/lahteet/etela-karjala.html")
    page.emulate_media(media="print")
    card = "document.querySelector('.statutory-card')"
    assert page.evaluate(f"getComputedStyle({card}).breakInside") == "auto"
    page.evaluate(f"{card}.querySelector('details').remove()")
    assert page.evaluate(f"getComputedStyle({card}).breakInside") == "avoid"


def test_printed_link_to_another_site_shows_its_address(open_page: OpenPage) -> None:
    """Paper cannot be clicked: the address follows the words of the link."""
    page = open_page("docs/saavutettavuus.html")
    page.emulate_media(media="print")
    link = "document.querySelector('.bd-article a[href^=http]')"
    shown = page.evaluate(f"getComputedStyle({link}, '::after').content")
    assert "(" in shown
    assert page.evaluate(f"{link}.getAttribute('href')") in shown


def test_print_tells_grounds_of_competence_apart(open_page: OpenPage) -> None:
    """Without colours their greys differ; the words that open a closed table are left out."""
    page = open_page("strategy/vastuut/toimivalta.html")
    page.emulate_media(media="print")
    fills = page.evaluate(
        """() => ['lawful', 'unlawful'].map(kind => getComputedStyle(
            document.querySelector(`svg.statutory-wide .statutory-sure.statutory-${kind}`)).fill)"""
    )
    assert len(set(fills)) == 2
    assert visible(page, "details.statutory-equivalent") == 0


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_inferred_times_are_striped_without_colours(
    open_page: OpenPage, look: Look, media: Literal["screen", "print"]
) -> None:
    """The ground is seen between stripes as broad as the arc, in both themes and on paper."""
    page = open_page("strategy/aikataulu/vuosikello.html", look)
    page.emulate_media(media=media)
    plain, ground, stripes, breadth = page.evaluate(
        """() => {
            const width = innerWidth > 600 ? 'wide' : 'narrow';
            const style = kind => getComputedStyle(
                document.querySelector(`svg.statutory-${width} .statutory-${kind}`));
            const stripes = style('hatching');
            const fills = ['sure:not(.statutory-hatched)', 'sure.statutory-hatched'];
            return [...fills.map(kind => style(kind).fill),
                    [stripes.stroke, stripes.strokeDasharray, stripes.fill],
                    parseFloat(stripes.strokeWidth)];
        }"""
    )
    colour, dashes, fill = stripes
    assert colour == plain != ground
    assert dashes != fill == "none"
    assert breadth > LEAST_STRIPES
    assert visible(page, ".statutory-legend li:has(.statutory-key-hatched)") == 1


def test_printed_annual_clock_stands_below_its_introduction(open_page: OpenPage) -> None:
    """The first sheet, of the smaller of two usual sizes, is not left half empty."""
    page = open_page("strategy/aikataulu/vuosikello.html", SHEET)
    page.emulate_media(media="print")
    clock = "document.querySelector('figure.statutory-diagram')"
    assert page.evaluate(f"{clock}.getBoundingClientRect().bottom") < SHEET_HEIGHT
    texts = "[...document.querySelectorAll('svg.statutory-wide text')]"
    scale = "document.querySelector('svg.statutory-wide').getCTM().a"
    least = f"Math.min(...{texts}.map(text => parseFloat(getComputedStyle(text).fontSize)))"
    assert page.evaluate(f"{least} * {scale} * 0.75") >= LEAST_POINTS


def test_printed_drawing_is_never_higher_than_a_sheet(open_page: OpenPage) -> None:
    """One of very many steps becomes smaller; a browser would cut it."""
    page = open_page("strategy/aikataulu/vuosikello.html", SHEET)
    page.emulate_media(media="print")
    height = page.evaluate(
        """() => {
            const drawing = document.querySelector('svg.statutory-wide');
            drawing.setAttribute('viewBox', '0 0 640 2000');
            drawing.setAttribute('height', '2000');
            return drawing.getBoundingClientRect().height;
        }"""
    )
    assert height < SHEET_HEIGHT


def test_legend_has_the_arrows_of_the_shown_drawing_alone(open_page: OpenPage) -> None:
    """The pieces of a narrow drawing part rows that a wide one ties with an arrow."""
    for look in (READ_WIDE, READ_NARROW):
        page = open_page("strategy/aikataulu/satakunta.html", look)
        shown = visible(page, ".statutory-legend li:has([class*=statutory-key-arrow])")
        assert bool(shown) == bool(visible(page, "path.statutory-arrow"))


def test_texts_of_a_diagram_meet_no_others(open_page: OpenPage) -> None:
    """On a narrow page the as-of date, the titles and the years each have their place."""
    page = open_page("strategy/vastuut/toimivalta.html", READ_NARROW)
    met = page.evaluate(
        """() => [...document.querySelectorAll('svg.statutory-narrow')].flatMap(svg => {
            const kinds = 'text.statutory-group, text.statutory-tick';
            const boxes = [...svg.querySelectorAll(kinds)].map(text => {
                const box = text.getBoundingClientRect();
                return [text.textContent, box.left, box.right, (box.top + box.bottom) / 2];
            });
            return boxes.flatMap(([one, left, right, line], index) => boxes.slice(index + 1)
                .filter(([, from, to, at]) => from < right && left < to && Math.abs(at - line) < 8)
                .map(([other]) => [one, other]));
        })"""
    )
    assert met == []


def test_links_of_a_card_take_its_whole_width(open_page: OpenPage) -> None:
    """On a page without headings too, where the lines of texts have a limit."""
    page = open_page("strategy/aikataulu/uusimaa.html", READ_WIDE)
    room = page.evaluate(
        """() => [...document.querySelectorAll('dl.statutory-links')].map(links => {
            const card = links.closest('.statutory-card');
            const padding = parseFloat(getComputedStyle(card).paddingRight);
            const edge = card.getBoundingClientRect().right - padding;
            return Math.round(edge - links.getBoundingClientRect().right);
        })"""
    )
    assert room
    assert max(room) <= 1


def test_border_at_the_edge_of_a_drawing_is_whole(open_page: OpenPage) -> None:
    """Boxes begin at the edge, and half of their border lies outside the drawing."""
    page = open_page("strategy/menettelyt/kymenlaakso.html", READ_NARROW)
    drawing = page.locator("svg.statutory-narrow").first
    assert drawing.evaluate("svg => getComputedStyle(svg).overflow") == "visible"

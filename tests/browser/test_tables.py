"""Tables of views are sorted and filtered by keyboard, and are plain without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import READ_NARROW, OpenPage

PAGE = "strategy/jaljitettavyys.html"
TIME = 4


@pytest.fixture
def table(open_page: OpenPage) -> Locator:
    """The table of the page that has the most times."""
    page = open_page(PAGE)
    tables = page.locator("table.statutory-table").all()
    return max(tables, key=lambda found: found.locator("data").count())


def column(table: Locator, index: int) -> list[str]:
    """Return the texts of the cells of a column that are shown."""
    cells = table.locator(f"tbody tr:visible > :nth-child({index + 1})")
    texts: list[str] = cells.all_inner_texts()
    return [text.strip() for text in texts]


def keys(table: Locator, index: int) -> list[str]:
    """Return what the times of a column are sorted by."""
    values: list[str] = table.evaluate(
        "(table, index) => [...table.tBodies[0].rows].map("
        "row => row.cells[index].querySelector('data')?.value ?? '')",
        index,
    )
    return values


def order_of(table: Locator, index: int) -> str | None:
    """Return what the heading of a column says of the order."""
    order: str | None = table.locator("thead th").nth(index).get_attribute("aria-sort")
    return order


def tools_of(table: Locator) -> Locator:
    """Return the field and the status above a table."""
    return table.locator("xpath=../preceding-sibling::div[contains(@class,'statutory-tools')][1]")


def press(table: Locator, index: int) -> None:
    """Sort by a column with the keyboard."""
    table.locator("thead button").nth(index).press("Enter")


def test_rows_are_sorted_forth_back_and_left_as_they_were(table: Locator) -> None:
    """A button goes through three orders, and says which one it is."""
    first = column(table, 0)
    press(table, 0)
    assert order_of(table, 0) == "ascending"
    ascending = column(table, 0)
    press(table, 0)
    assert order_of(table, 0) == "descending"
    descending = column(table, 0)
    press(table, 0)
    assert order_of(table, 0) == "none"
    assert sorted(first) == sorted(ascending) == sorted(descending)
    assert ascending != first
    assert (ascending[0], ascending[-1]) == (descending[-1], descending[0])
    assert column(table, 0) == first


def test_times_are_sorted_by_when_they_begin(table: Locator) -> None:
    """Times sort by the calendar, not by their digits; what is not known comes last."""
    press(table, TIME)
    known = [key for key in keys(table, TIME) if key]
    assert len(set(known)) > 1
    assert known == sorted(known)


def test_only_one_heading_tells_an_order(table: Locator) -> None:
    """Sorting by another column takes the order away from the first."""
    press(table, 0)
    press(table, TIME)
    orders = [order_of(table, index) for index in range(table.locator("thead th").count())]
    assert orders.count("ascending") == 1
    assert orders.index("ascending") == TIME


def test_finnish_letters_come_last(open_page: OpenPage) -> None:
    """Ä and ö follow z, as Finnish has it, and numbers go by their size."""
    page = open_page(PAGE)
    table = page.locator("table.statutory-table").first
    words = ["öljy", "10 €", "zeppeliini", "äiti", "9 €", "apu"]
    table.evaluate(
        "(table, words) => [...table.tBodies[0].rows].forEach((row, i) =>"
        " row.cells[0].textContent = words[i] ?? '')",
        words,
    )
    press(table, 0)
    ordered = [text for text in column(table, 0) if text]
    assert ordered == ["9 €", "10 €", "apu", "zeppeliini", "äiti", "öljy"]
    assert column(table, 0)[: len(words)] == ordered


def test_filter_shows_the_rows_with_all_words(table: Locator) -> None:
    """Rows without the words are hidden, and it is told how many are left."""
    rows = table.locator("tbody tr")
    whole = rows.count()
    word = column(table, 0)[-1].split()[0]
    field = tools_of(table).get_by_label("Suodata rivejä")
    field.press_sequentially(word.upper())
    shown = table.locator("tbody tr:visible").count()
    assert 0 < shown < whole
    status = tools_of(table).get_by_role("status")
    expect(status).to_have_text(f"Rivejä näkyvissä: {shown} (kaikkiaan {whole}).")
    field.fill("")
    assert table.locator("tbody tr:visible").count() == whole


def test_filter_knows_words_that_begin_with_a_hyphen(open_page: OpenPage) -> None:
    """What keeps the hyphen on the line of its word is not in the way of who writes it."""
    page = open_page("strategy/maakunnat/vertailu.html")
    table = page.locator("table.statutory-table").first
    tools_of(table).get_by_label("Suodata rivejä").fill("talousarvio ja -suunnitelma")
    assert table.locator("tbody tr:visible").count() == 2


def test_field_and_region_have_the_name_of_the_table(open_page: OpenPage) -> None:
    """A reader who jumps from field to field hears which table each one is of."""
    page = open_page(PAGE, READ_NARROW)
    fields = page.get_by_role("searchbox").all()
    regions = page.locator("[role=region].pst-scrollable-table-container").all()
    labels = [field.evaluate("field => field.labels[0].textContent") for field in fields]
    names = [region.get_attribute("aria-label") for region in regions]
    assert len(labels) == len(set(labels)) > 0
    assert len(names) == len(set(names)) > 0
    assert all(region.get_attribute("tabindex") == "0" for region in regions)


def test_tables_are_plain_without_scripts(open_page: OpenPage) -> None:
    """All rows are there, and nothing that would need a script."""
    page: Page = open_page(PAGE, scripts=False)
    assert page.locator("table.statutory-table tbody tr").count() > 0
    assert page.locator(".statutory-tools, .statutory-sort").count() == 0

"""Coverage tables: what each row counts, and where its missing cell leads."""

from __future__ import annotations

import dataclasses

from statutory.model.document import Directive, Document
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.views.blocks import Heading, Paragraph, Table
from statutory.views.cells import Cells
from statutory.views.coverage import coverage_blocks
from statutory.views.lacking import lacking_blocks
from statutory.views.options import Options
from statutory.views.shares import LACKING
from tests.builders import make_item, run, sound_items

CITED = {"sources": "SRC", "locator": "p. 1"}
MISSING = 3
SHARES = ("covered", "missing", "stated", "inferred", "waived")


def cells_of(items: list[Item], *, on_page: str = "") -> Cells:
    """Return the cells of some items; the list of what lacks stands on a page if given."""
    report = run(items)
    if on_page:
        directive = Directive(name=LACKING, title="", location=Location("p.md", 1), end_line=2)
        page = Document(path="p.md", docname=on_page, directives=(directive,))
        catalogue = dataclasses.replace(report.catalogue, documents=(page,))
        report = dataclasses.replace(report, catalogue=catalogue)
    return Cells(report)


def table(items: list[Item], *, on_page: str = "", **listed: tuple[str, ...]) -> Table:
    """Return the table that some options ask for."""
    (found,) = coverage_blocks(cells_of(items, on_page=on_page), Options(listed))
    assert isinstance(found, Table)
    return found


def read(found: Table) -> list[tuple[str, ...]]:
    """Return what each cell of each row reads."""
    return [tuple(cell.entries[0].text for cell in row) for row in found.rows]


def second_section() -> list[Item]:
    """Return one more section, whose element nobody in the south implements."""
    return [
        make_item("section", "SEC2", based_on="ACT", **CITED),
        make_item(
            "element", "ELE2", region="state", based_on="SEC2", owner="COUNCIL", period="2018",
            **CITED,
        ),
        make_item("phase", "SOUTH", region="south", concerns="ELE2", part_of="PLAN",
                  owner="OFFICE", period="2018", **CITED),
    ]  # fmt: skip


def test_each_duty_is_counted_in_its_four_states() -> None:
    """The bar has the numbers of the row; only what is stated counts as covered."""
    found = table(sound_items(COM={"inferred": "preparer"}, ELE={"owner": ""}))
    assert found.headings == ("items", "duty", *SHARES)
    rows = {(row[0], row[1]): row[2:] for row in read(found)}
    assert rows["Element", "implemented by"] == ("100 %", "0", "1", "0", "0")
    assert rows["Element", "Owner"] == ("0 %", "1", "0", "0", "0")
    assert rows["Component", "Preparer"] == ("0 %", "0", "0", "1", "0")
    shares = {row[1].entries[0].text: row[2].shares for row in found.rows[4:]}
    assert shares["Preparer"] == (0, 1, 0, 0)


def test_rows_can_be_sections() -> None:
    """A section has a row for each region that has to answer, and is named with its act."""
    found = table([*sound_items(), *second_section()], ryhmittely=("saannos",))
    assert found.headings == ("Section", "region", *SHARES)
    assert read(found) == [
        ("Section SEC", "The North", "100 %", "0", "1", "0", "0"),
        ("Section SEC2", "south", "0 %", "1", "0", "0", "0"),
    ]
    named = [[entry.text for entry in row[0].entries] for row in found.rows]
    assert named == [["Section SEC", "Act ACT"], ["Section SEC2", "Act ACT"]]


def test_rows_can_be_regions() -> None:
    """Each region is measured by what it has to answer and by its own items."""
    items = [*sound_items(), *second_section()]
    found = table(items, ryhmittely=("maakunta",), maakunnat=("south",))
    assert read(found) == [
        ("south", "implemented by", "0 %", "1", "0", "0", "0"),
        ("south", "Owner", "100 %", "0", "1", "0", "0"),
        ("south", "time", "100 %", "0", "1", "0", "0"),
        ("south", "Sources", "100 %", "0", "1", "0", "0"),
    ]


def test_sections_and_regions_can_be_chosen() -> None:
    """What is left counts alone; where nothing is left there is no table."""
    items = [*sound_items(), *second_section()]
    found = table(items, saannokset=("SEC2",))
    rows = {(row[0], row[1]): row[3:] for row in read(found)}
    assert rows["Element", "implemented by"] == ("1", "0", "0", "0")
    assert rows["Component", "Owner"] == ("0", "0", "0", "0")
    found = table(items, maakunnat=("north",))
    assert {row[1]: row[MISSING + 1] for row in read(found)}["implemented by"] == "1"
    options = Options({"ryhmittely": ("saannos",), "maakunnat": ("state",)})
    (said,) = coverage_blocks(cells_of(items), options)
    assert isinstance(said, Paragraph)


def test_number_of_what_is_missing_leads_to_its_list() -> None:
    """The link leads to the page that holds the list, where there is one."""
    items = sound_items(COM={"preparer": ""})
    (row,) = (
        row for row in table(items, on_page="lists/holes").rows if row[MISSING].entries[0].page
    )
    assert row[MISSING].entries[0].page == "lists/holes#lacking-preparer"
    assert all(not row[MISSING].entries[0].page for row in table(items).rows)


def test_list_of_what_lacks() -> None:
    """Each duty and region has its table; the row leads to the gap and names who could close."""
    gap = make_item(
        "gap", "GAP", region="north", gap_target="COM", gap_field="preparer", owner="OFFICE",
        owner_basis="inferred", **CITED,
    )  # fmt: skip
    heading, found = lacking_blocks(cells_of([*sound_items(COM={"preparer": ""}), gap]), Options())
    assert isinstance(heading, Heading)
    assert (heading.anchor, heading.entry.text) == ("lacking-preparer", "Preparer (1)")
    assert isinstance(found, Table)
    assert found.anchor == "lacking-preparer-north"
    assert read(found) == [
        ("Component COM", "Component", "the source does not say", "Actor OFFICE")
    ]
    assert found.rows[0][2].entries[0].target == "GAP"


def test_list_of_what_lacks_is_by_types_and_then_as_written() -> None:
    """Items of a type stand as in their file, not by identifiers, which the list does not show."""
    items = sound_items(COM={"preparer": ""})
    com = next(item for item in items if item.id == "COM")
    first = dataclasses.replace(
        com, id="Z", title="First", location=dataclasses.replace(com.location, line=0)
    )
    _, found = lacking_blocks(cells_of([*items, first]), Options())
    assert isinstance(found, Table)
    assert [row[0] for row in read(found)] == ["First", "Component COM"]


def test_list_of_what_lacks_says_where_no_gap_is_recorded() -> None:
    """A hole that nobody has recorded is told as one; other regions can be left out."""
    items = sound_items(COM={"preparer": ""})
    _, found = lacking_blocks(cells_of(items), Options())
    assert isinstance(found, Table)
    assert read(found)[0][-1] == "no gap is recorded"
    (said,) = lacking_blocks(cells_of(items), Options({"maakunnat": ("south",)}))
    assert isinstance(said, Paragraph)
    assert said.entries[0].text == "Nothing is missing."

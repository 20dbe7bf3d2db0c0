"""The places of a source, in its order, with the items made of each."""

from __future__ import annotations

from statutory.model.item import Item
from statutory.views.blocks import Table
from statutory.views.cells import Cells
from statutory.views.options import Options
from statutory.views.source_places import source_place_blocks
from tests.builders import make_item, run


def places(*items: Item, outline: str = "") -> list[tuple[str, list[str]]]:
    """Return the places of the source SRC, each with the items and where they stand in it."""
    source = make_item("source", "SRC", outline=outline)
    report = run([source, make_item("source", "OTHER"), *items])
    (table,) = source_place_blocks(Cells(report), Options({"lahde": ("SRC",)}))
    assert isinstance(table, Table)
    return [
        (
            place.entries[0].text,
            [entry.text + (f" ({entry.note})" if entry.note else "") for entry in cited.entries],
        )
        for place, _, cited in table.rows
    ]


def cited(id_: str, locator: str, sources: str = "SRC") -> Item:
    """Return an item that names a place."""
    return make_item("risk", id_, title=id_, sources=sources, locator=locator)


def test_outline_gives_the_order_and_shows_what_became_nothing() -> None:
    """A heading of which nothing is taken says so."""
    found = places(cited("A", "Second"), cited("B", "First"), outline="Third; Second; First")
    assert found == [("Third", ["no item"]), ("Second", ["A"]), ("First", ["B"])]


def test_place_belongs_to_the_longest_heading_that_it_begins_with() -> None:
    """What follows the heading stands beside the item; half a word is no heading."""
    found = places(
        cited("A", "Part 1, p. 10"),
        cited("B", "Part 1, p. 9"),
        cited("C", "Part 1.a"),
        cited("D", "Part 12"),
        outline="Part 1; Part 1.a",
    )
    assert found == [
        ("Part 1", ["B (p. 9)", "A (p. 10)"]),
        ("Part 1.a", ["C"]),
        ("Part 12", ["D"]),
    ]


def test_without_outline_numbers_are_in_order() -> None:
    """Page 10 comes behind page 9, and an item with two places stands at both."""
    found = places(cited("A", "p. 10; p. 9"), cited("B", "p. 9"))
    assert found == [("p. 9", ["A", "B"]), ("p. 10", ["A"])]


def test_places_of_another_source_are_left_out() -> None:
    """Of an item with two sources only the places count that are known to be of this one."""
    found = places(
        cited("A", "Intro"),
        cited("B", "Intro, p. 2; Annex; Elsewhere", "SRC, OTHER"),
        outline="Annex",
    )
    assert found == [("Annex", ["B"]), ("Intro", ["A"]), ("Intro, p. 2", ["B"])]

"""What is reached from an item along a link."""

from __future__ import annotations

from statutory.model.reach import reached
from tests.builders import make_catalogue, make_item

CATALOGUE = make_catalogue(
    [
        make_item("phase", "A", part_of="C, B"),
        make_item("phase", "B", part_of="D"),
        make_item("phase", "C", part_of="A, GONE"),
        make_item("phase", "D"),
        make_item("phase", "E", part_of="E"),
    ]
)


def reach(id_: str) -> list[str]:
    """Return the identifiers that are reached from an item by being part of it."""
    found = reached(CATALOGUE.items[id_], lambda item: CATALOGUE.linked(item, "part_of"))
    return [item.id for item in found]


def test_every_item_on_the_way_is_reached_once_and_in_order() -> None:
    """Circles and dead links end the way; the item itself is not reached."""
    assert reach("A") == ["B", "C", "D"]
    assert reach("C") == ["A", "B", "D"]
    assert reach("D") == []
    assert reach("E") == []

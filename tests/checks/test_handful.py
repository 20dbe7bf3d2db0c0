"""A handful: how much of a long list a finding names."""

from __future__ import annotations

import pytest

from statutory.checks.handful import listed, places
from tests.builders import make_item


@pytest.mark.parametrize(
    ("count", "names"),
    [
        (0, ""),
        (1, "P0"),
        (5, "P0, P1, P2, P3, P4"),
        (6, "P0, P1, P2, P3, P4, …"),
        (9, "P0, P1, P2, P3, P4, …"),
    ],
)
def test_dots_stand_for_what_is_left_out(count: int, names: str) -> None:
    """Five items are named in full; dots tell the reader that there are more."""
    assert listed([make_item("plan", f"P{n}") for n in range(count)]) == names


def test_place_is_that_of_the_option() -> None:
    """The reader is led to the line that matters, or to where the item opens."""
    items = [make_item("plan", f"P{n}", owner="COUNCIL") for n in range(6)]
    assert [str(it.location) for it in places(items, "its owner", field="owner")] == [
        f"p{n}.md:3" for n in range(5)
    ]
    (first, *_) = places(items, "its beginning")
    assert (str(first.location), str(first.message)) == ("p0.md:1", "its beginning")

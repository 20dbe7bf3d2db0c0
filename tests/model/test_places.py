"""Places: which item and which option a line belongs to."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.places import Places
from statutory.source import scan_text
from tests.builders import make_catalogue

TEXT = """\
Text
.. source:: First
   :id: ONE

   Body

.. note:: A note

   Text
"""


def catalogue_of(*items: Item) -> Catalogue:
    """Return a catalogue of one file in reStructuredText."""
    document = scan_text(TEXT, "page.rst", "page", markdown=False)
    return dataclasses.replace(make_catalogue(items), documents=(document,))


def item_of(line: int, *, path: str = "page.rst") -> Item:
    """Return an item that opens at a line, its identifier on the next."""
    place = Location(path, line)
    return Item(id="ONE", type="source", title="", location=place, option_lines={"id": line + 1})


@pytest.mark.parametrize(
    ("line", "id_"), [(1, ""), (2, "ONE"), (5, "ONE"), (6, "ONE"), (7, ""), (9, ""), (99, "")]
)
def test_item_reaches_as_far_as_its_indentation(line: int, id_: str) -> None:
    """Blank lines behind it are its own; the next line at its margin is not."""
    assert Places(catalogue_of(item_of(2))).item_at(Location("page.rst", line)) == id_


@pytest.mark.parametrize("line", [-1, 0, 99])
def test_item_without_a_line_has_no_place(line: int) -> None:
    """An item may say no line, or one that the file does not have."""
    places = Places(catalogue_of(item_of(line)))
    assert [places.item_at(Location("page.rst", at)) for at in (0, 3)] == ["", ""]


def test_item_may_open_on_the_last_line() -> None:
    """It has that line alone."""
    assert Places(catalogue_of(item_of(9))).item_at(Location("page.rst", 9)) == "ONE"


NESTED = """\
.. source:: Outer
   :id: OUTER

   .. source:: Inner
      :id: INNER

   Text

Text
"""


@pytest.mark.parametrize(
    ("line", "id_"),
    [(1, "OUTER"), (3, "OUTER"), (4, "INNER"), (5, "INNER"), (6, "INNER"), (7, "OUTER"), (9, "")],
)
def test_inner_item_ends_where_the_outer_one_goes_on(line: int, id_: str) -> None:
    """What is indented as the inner item is belongs to the outer one."""
    document = scan_text(NESTED, "page.rst", "page", markdown=False)
    items = [
        dataclasses.replace(item_of(1), id="OUTER"),
        dataclasses.replace(item_of(4), id="INNER"),
    ]
    catalogue = dataclasses.replace(make_catalogue(items), documents=(document,))
    assert Places(catalogue).item_at(Location("page.rst", line)) == id_


def test_other_files_are_not_looked_at() -> None:
    """A line of a file that is not there belongs to nothing."""
    catalogue = catalogue_of(item_of(2, path="other.rst"))
    assert Places(catalogue).item_at(Location("page.rst", 3)) == ""
    assert Places(catalogue).item_at(Location("gone.rst", 3)) == ""
    assert Places(catalogue).option_at(Location("gone.rst", 3)) == ""


def test_option_of_the_item_is_named() -> None:
    """A line that holds no option names none."""
    catalogue = catalogue_of(item_of(2))
    assert Places(catalogue).option_at(Location("page.rst", 3)) == "id"
    assert Places(catalogue).option_at(Location("page.rst", 5)) == ""


MARKDOWN = """\
Text
````{plan} Outer
:id: OUTER

```{plan} Inner
:id: INNER
```

```{note}
```
````
Text
"""


@pytest.mark.parametrize(
    ("line", "id_", "option"),
    [
        (1, "", ""),
        (2, "OUTER", ""),
        (3, "OUTER", "id"),
        (5, "INNER", ""),
        (6, "INNER", "id"),
        (7, "INNER", ""),
        (8, "OUTER", ""),
        (9, "OUTER", ""),
        (11, "OUTER", ""),
        (12, "", ""),
        (0, "", ""),
        (-1, "", ""),
        (99, "", ""),
    ],
)
def test_innermost_item_of_markdown_has_the_line(line: int, id_: str, option: str) -> None:
    """An item in another one has its lines; what is no item has none."""
    document = scan_text(MARKDOWN, "page.md", "page")
    places = Places(dataclasses.replace(make_catalogue([]), documents=(document,)))
    place = Location("page.md", line)
    assert (places.item_at(place), places.option_at(place)) == (id_, option)

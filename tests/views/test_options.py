"""What an author may ask of a view, and what is said of what cannot be asked."""

from __future__ import annotations

import pytest

from statutory.model.item import Item
from statutory.views.cells import Cells
from statutory.views.options import SELECTING, OptionMistake, Options, mistakes_of, selected
from tests.builders import make_item, run

ITEMS = [
    make_item("phase", "B", at="a.md:1", title="beta", region="north", period="2018-03"),
    make_item("phase", "C", at="a.md:9", title="Alpha", region="south", status="done"),
    make_item("plan", "A", at="b.md:1", title="gamma", region="north", period="2018-02~"),
]


def chosen(**listed: str) -> list[str]:
    """Return the identifiers of the items that some options leave, in order."""
    cells = Cells(run(ITEMS))
    items: list[Item] = list(cells.catalogue.own_items())
    options = Options({name: tuple(text.split()) for name, text in listed.items()})
    return [item.id for item in selected(cells, options, items)]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ({}, ["B", "C", "A"]),
        ({"tyypit": "phase"}, ["B", "C"]),
        ({"maakunnat": "north"}, ["B", "A"]),
        ({"maakunnat": "north south"}, ["B", "C", "A"]),
        ({"tilat": "done"}, ["C"]),
        ({"tyypit": "plan", "maakunnat": "south"}, []),
        ({"jarjestys": "aika"}, ["A", "B", "C"]),
        ({"jarjestys": "otsikko"}, ["C", "B", "A"]),
        ({"jarjestys": "tunnus"}, ["A", "B", "C"]),
        ({"jarjestys": "tunnus", "enintaan": "2"}, ["A", "B"]),
    ],
)
def test_options_choose_and_order(listed: dict[str, str], expected: list[str]) -> None:
    """Each option narrows the choice; what has no time comes last."""
    assert chosen(**listed) == expected


def test_what_cannot_be_asked_is_named_with_what_was_meant() -> None:
    """Every wrong name is told, in the order written."""
    catalogue = run(ITEMS).catalogue
    options = Options(
        {"tyypit": ("phase", "phaze"), "maakunnat": ("mars",), "enintaan": ("0", "5", "many")}
    )
    assert list(mistakes_of(options, SELECTING, catalogue)) == [
        OptionMistake("tyypit", "phaze", "phase"),
        OptionMistake("maakunnat", "mars", ""),
        OptionMistake("enintaan", "0"),
        OptionMistake("enintaan", "many"),
    ]

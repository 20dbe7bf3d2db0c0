"""What an author may ask of a view, and what is said of what cannot be asked."""

from __future__ import annotations

import pytest

from statutory.model.item import Item
from statutory.views.cells import Cells
from statutory.views.options import (
    SELECTING,
    OptionMistake,
    Options,
    Wrong,
    mistakes_of,
    selected,
)
from statutory.views.registry import mistakes_of_view
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
    options = Options({"tyypit": ("phase", "phaze"), "maakunnat": ("mars",), "enintaan": ("many",)})
    assert list(mistakes_of(options, SELECTING, catalogue)) == [
        OptionMistake("tyypit", "phaze", "phase"),
        OptionMistake("maakunnat", "mars", ""),
        OptionMistake("enintaan", "many"),
    ]
    nought = Options({"enintaan": ("0",)})
    assert list(mistakes_of(nought, SELECTING, catalogue)) == [OptionMistake("enintaan", "0")]


def test_option_of_one_name_may_not_list_several() -> None:
    """The others would be passed over without a word."""
    catalogue = run(ITEMS).catalogue
    options = Options({"enintaan": ("1", "2"), "jarjestys": ("aika", "otsikko", "tunnus")})
    assert list(mistakes_of(options, SELECTING, catalogue)) == [
        OptionMistake("enintaan", "2", wrong=Wrong.SEVERAL),
        OptionMistake("jarjestys", "otsikko", wrong=Wrong.SEVERAL),
        OptionMistake("jarjestys", "tunnus", wrong=Wrong.SEVERAL),
    ]


@pytest.mark.parametrize(
    ("view", "option"),
    [("vuosikello", "menettely"), ("menettelykaavio", "menettely"), ("vastuunjako", "tyypit")],
)
def test_view_says_what_it_cannot_do_without(view: str, option: str) -> None:
    """An option left out, or left empty, is a mistake and no empty place on the page."""
    catalogue = run(ITEMS).catalogue
    absent = (OptionMistake(option, wrong=Wrong.ABSENT),)
    assert mistakes_of_view(catalogue, view, {}) == absent
    assert mistakes_of_view(catalogue, view, {option: ()}) == absent
    assert mistakes_of_view(catalogue, "raci", {}) == ()

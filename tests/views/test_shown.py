"""What pages show, as text: alike where a reader sees the same, and nowhere else."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.coverage import State
from statutory.views.blocks import Heading, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.registry import VIEWS
from statutory.views.shown import Shown, text_of
from tests.builders import make_catalogue, make_item, run, sound_items

A, B = make_item("plan", "A"), make_item("plan", "B")
SAME = make_catalogue([A, B])
MOVED = make_catalogue([dataclasses.replace(A, docname="elsewhere"), B])


def shown(**changes: dict[str, str]) -> Shown:
    """Return what pages show of the sound items, some of them changed."""
    return Shown(Cells(run(sound_items(**changes))))


def card_text(of: Shown, id_: str) -> str:
    """Return the text of an item's card."""
    return of.text_of_card(of.cells.catalogue.items[id_])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        ((("a",), "b"), (("a", "b"),)),
        ((Entry("a"),), (Entry("a", note="b"),)),
        ((Entry("a", key="1"),), (Entry("a", key="2"),)),
        ((Cell(State.STATED, ()),), (Cell(State.MISSING, ()),)),
        ((Heading(Entry("a")),), (Heading(Entry("a"), level=2),)),
        (({"a": "b"},), ({"a": "c"},)),
        ((None,), ("",)),
    ],
)
def test_what_a_reader_sees_differently_has_another_text(one: object, other: object) -> None:
    """Borders, notes, sort keys, states and looks all count."""
    assert text_of(SAME, one) != text_of(SAME, other)


def test_text_follows_the_page_to_which_a_link_leads() -> None:
    """An item that has moved to another page changes the text of what links to it alone."""
    assert text_of(SAME, stated(Entry("A", "A"))) != text_of(MOVED, stated(Entry("A", "A")))
    assert text_of(SAME, stated(Entry("B", "B"))) == text_of(MOVED, stated(Entry("B", "B")))


def test_text_does_not_depend_on_the_order_of_a_mapping() -> None:
    """Fields are the same in whichever order they were written."""
    assert text_of(SAME, {"a": "1", "b": "2"}) == text_of(SAME, {"b": "2", "a": "1"})


def test_what_has_no_order_has_no_text() -> None:
    """A set could give one process another text than the next."""
    with pytest.raises(TypeError, match="set"):
        text_of(SAME, {"a", "b"})


def test_card_follows_its_neighbours_and_nothing_else() -> None:
    """The new title of an actor changes what links to it, not any other item."""
    before, after = shown(), shown(COUNCIL={"title": "Assembly"})
    changed = {
        id_
        for id_ in before.cells.catalogue.items
        if card_text(before, id_) != card_text(after, id_)
    }
    assert changed == {"COUNCIL", "COM", "ELE", "SRC"}


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_has_a_text(name: str) -> None:
    """No view holds anything without an order, and its text comes again."""
    assert shown().text_of_view(name, {}) == shown().text_of_view(name, {})


def test_mistakes_of_a_view_are_what_it_shows() -> None:
    """A name that there is no more changes the page, so that its mistake is told again."""
    listed = {"tyypit": ("component",)}
    mistaken = {"tyypit": ("componnt",)}
    assert shown().view("vastuunjako", mistaken) == ()
    assert "componnt" in shown().text_of_view("vastuunjako", mistaken)
    assert shown().text_of_view("vastuunjako", listed) != ""


def test_cards_and_views_are_laid_out_once() -> None:
    """What was compared is what is written."""
    once = shown()
    item = once.cells.catalogue.items["COM"]
    assert once.card(item) is once.card(item)
    assert once.view("vastuunjako", {}) is once.view("vastuunjako", {})

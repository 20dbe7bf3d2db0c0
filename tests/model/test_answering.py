"""Who has to answer by default, and what nobody has to answer."""

from __future__ import annotations

import dataclasses

from statutory.model.coverage import answering_regions, unbound_elements
from statutory.model.item import Item
from statutory.model.settings import Settings
from tests.builders import SETTINGS, make_catalogue, make_item, run, sound_items

BY_DEFAULT = dataclasses.replace(SETTINGS, answers={}, answers_by_default=("south", "north"))


def answering(items: list[Item], settings: Settings) -> tuple[str, ...]:
    """Return the regions that have to answer for the element."""
    catalogue = make_catalogue(items, settings)
    return answering_regions(catalogue, catalogue.items["ELE"])


def test_default_answers_where_nobody_mentions_the_element() -> None:
    """Who is named for all answers, whoever mentions what."""
    unmentioned = sound_items(COM={"implements": "", "region": "state"})
    assert answering(unmentioned, BY_DEFAULT) == ("north", "south")
    assert answering(sound_items(), BY_DEFAULT) == ("north", "south")
    without = dataclasses.replace(BY_DEFAULT, answers_by_default=())
    assert answering(unmentioned, without) == ()


def test_section_of_its_own_comes_before_the_default() -> None:
    """What is said of a section holds for that section."""
    settings = dataclasses.replace(BY_DEFAULT, answers={"SEC": ("south",)})
    assert answering(sound_items(), settings) == ("south",)


def test_element_without_a_region_is_answered_by_default() -> None:
    """A forgotten region takes no element out of what is asked."""
    assert answering(sound_items(ELE={"region": ""}), BY_DEFAULT) == ("north", "south")
    assert answering(sound_items(ELE={"region": ""}), SETTINGS) == ("",)


def test_act_that_does_not_bind_asks_nobody_by_default() -> None:
    """The acts that bind are named before those who answer."""
    settings = dataclasses.replace(BY_DEFAULT, binding=("OTHER",))
    assert answering(sound_items(), settings) == ()


def test_elements_that_bind_nobody_are_told() -> None:
    """Forgetting to mention an element makes it a note, not a hole."""
    settings = dataclasses.replace(SETTINGS, answers={})
    items = sound_items(COM={"implements": "OTHER"})
    items += [
        make_item("element", "OTHER", region="state", based_on="SEC-2", owner="COUNCIL"),
        make_item("section", "SEC-2", based_on="ACT", sources="SRC", locator="2"),
    ]
    report = run(items, settings)
    assert [item.id for item in unbound_elements(report.catalogue)] == ["ELE"]
    assert ("unbound-element", "ELE") in [(f.check, f.item) for f in report.findings]
    bound = run(items, dataclasses.replace(settings, binding=("NONE",)))
    assert [f.message.text[-30:] for f in bound.findings if f.check == "unbound-element"] == [
        "its act is not among those that bind"[-30:]
    ] * 2
    named = run(items, BY_DEFAULT)
    assert not list(unbound_elements(named.catalogue))

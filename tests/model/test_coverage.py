"""Coverage: which regions have to answer for an element, and with what."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.catalogue import Catalogue
from statutory.model.coverage import answering_regions, answers
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.settings import LinkType, Settings, TypeRoles, Vocabulary

LINKS = ("based_on", "implements", "part_of", "owner")
VOCABULARY = Vocabulary(
    links={name: LinkType(name=name, outgoing="", incoming="") for name in LINKS}
)
TYPES = TypeRoles(act=("act",), section=("section",), element=("element",), component=("part",))


def make_item(id_: str, type_: str, region: str = "", **links: str) -> Item:
    """Return an item whose links are given as identifiers with spaces between."""
    return Item(
        id=id_,
        type=type_,
        title=id_,
        location=Location("a.md", 1),
        fields={"region": region} if region else {},
        links={link: tuple(ids.split()) for link, ids in links.items()},
    )


def catalogue_of(*items: Item, answers_of: dict[str, tuple[str, ...]] | None = None) -> Catalogue:
    """Return a catalogue of some items, with what policy says of sections."""
    return Catalogue(
        settings=Settings(types=TYPES, answers=answers_of or {}),
        vocabulary=VOCABULARY,
        items={item.id: item for item in items},
    )


ELEMENT = make_item("E", "element", "state", based_on="S")
SECTION = make_item("S", "section", "state", part_of="L")
ACT = make_item("L", "act", "state")
LAW = (ELEMENT, SECTION, ACT)


def test_nobody_answers_for_what_nobody_mentions() -> None:
    """A section of the law that no region mentions binds none."""
    assert answering_regions(catalogue_of(*LAW), ELEMENT) == ()


@pytest.mark.parametrize(
    "mentions",
    [
        [make_item("A", "part", "b", implements="E"), make_item("B", "part", "a", based_on="S")],
        [make_item("A", "part", "b", based_on="S"), make_item("B", "actor", "a", owner="E")],
        [
            make_item("A", "part", "b", implements="E", based_on="S"),
            make_item("B", "part", "a", implements="E"),
            make_item("C", "part", "a", implements="E"),
        ],
    ],
    ids=["element and section", "any link of any type", "several times"],
)
def test_regions_that_mention_it_answer_in_order(mentions: list[Item]) -> None:
    """Each region that mentions the element or its section answers, once."""
    assert answering_regions(catalogue_of(*LAW, *mentions), ELEMENT) == ("a", "b")


@pytest.mark.parametrize(
    "mention",
    [
        make_item("A", "part", "a", based_on="L"),
        make_item("A", "part", "a", based_on="T"),
        make_item("A", "part", "a", foreign="E"),
        make_item("A", "part", "state", implements="E"),
        make_item("A", "part", implements="E"),
        make_item("A", "element", "a", part_of="E"),
        make_item("A", "section", "a", part_of="S"),
        make_item("A", "act", "a", part_of="S"),
    ],
    ids=[
        "the act",
        "another section",
        "unknown link",
        "its own region",
        "no region",
        "element",
        "section",
        "act",
    ],
)
def test_other_mentions_bind_no_region(mention: Item) -> None:
    """Mentions of other law, by law or by the law's own region make nobody answer."""
    other = make_item("T", "section", "state")
    assert answering_regions(catalogue_of(*LAW, other, mention), ELEMENT) == ()


def test_policy_names_the_regions_instead_of_mentions() -> None:
    """What policy says of the section holds, whoever mentions it."""
    mention = make_item("A", "part", "z", implements="E")
    catalogue = catalogue_of(*LAW, mention, answers_of={"S": ("b", "a", "b"), "T": ("c",)})
    assert answering_regions(catalogue, ELEMENT) == ("a", "b")


def test_policy_of_all_sections_of_an_element_is_joined() -> None:
    """An element of two sections is for the regions of both."""
    element = make_item("E", "element", "state", based_on="S T")
    other = make_item("T", "section", "state")
    catalogue = catalogue_of(
        element, SECTION, other, answers_of={"S": ("b",), "T": ("a", "b"), "U": ("c",)}
    )
    assert answering_regions(catalogue, element) == ("a", "b")


def test_policy_of_another_section_leaves_the_mentions() -> None:
    """Policy that says nothing of the section, or names no region, changes nothing."""
    mention = make_item("A", "part", "a", implements="E")
    policies: list[dict[str, tuple[str, ...]]] = [{"T": ("c",)}, {"S": ()}]
    for policy in policies:
        assert answering_regions(catalogue_of(*LAW, mention, answers_of=policy), ELEMENT) == ("a",)


def test_dead_section_is_not_asked() -> None:
    """An element whose section does not exist is mentioned by itself only."""
    element = make_item("E", "element", "state", based_on="X")
    mention = make_item("A", "part", "a", implements="E")
    catalogue = catalogue_of(element, mention, answers_of={"X": ("c",)})
    assert answering_regions(catalogue, element) == ("a",)


def test_project_without_regions_answers_as_a_whole() -> None:
    """An element without a region is for the one project, mentioned or not."""
    element = make_item("E", "element", based_on="S")
    section = make_item("S", "section")
    assert answering_regions(catalogue_of(element, section), element) == ("",)
    named = catalogue_of(element, section, answers_of={"S": ("a",)})
    assert answering_regions(named, element) == ("",)


@pytest.mark.parametrize(
    ("binding", "binds"), [((), True), (("L",), True), (("M", "L"), True), (("M",), False)]
)
def test_acts_that_do_not_bind_are_outside_coverage(
    binding: tuple[str, ...],
    binds: bool,  # noqa: FBT001
) -> None:
    """Nobody answers for the elements of an act that policy does not name."""
    law = (ELEMENT, make_item("S", "section", "state", based_on="L"), ACT)
    mention = make_item("A", "part", "a", implements="E")
    catalogue = catalogue_of(*law, mention)
    settings = dataclasses.replace(catalogue.settings, binding=binding)
    found = answering_regions(dataclasses.replace(catalogue, settings=settings), ELEMENT)
    assert found == (("a",) if binds else ())


@pytest.mark.parametrize("based_on", ["", "X", "S", "E"])
def test_element_that_leads_to_no_act_binds(based_on: str) -> None:
    """A link that is missing, dead or leads in a circle takes nothing out of coverage."""
    element = make_item("E", "element", "state", based_on=based_on)
    section = make_item("S", "section", "state", based_on="E")
    mention = make_item("A", "part", "a", implements="E")
    catalogue = catalogue_of(element, section, mention)
    settings = dataclasses.replace(catalogue.settings, binding=("M",))
    bound = dataclasses.replace(catalogue, settings=settings)
    assert answering_regions(bound, element) == ("a",)


def test_answers_are_the_region_s_own_in_order() -> None:
    """Only items of the region that implement the element answer it."""
    items = (
        make_item("C", "part", "a", implements="E"),
        make_item("B", "part", "b", implements="E"),
        make_item("A", "part", "a", implements="X E"),
        make_item("D", "part", "a", based_on="E"),
        make_item("F", "part", implements="E"),
    )
    catalogue = catalogue_of(*LAW, *items)
    found = {region: answers(catalogue, ELEMENT, region) for region in ("a", "b", "c", "")}
    assert {region: [item.id for item in items] for region, items in found.items()} == {
        "a": ["A", "C"],
        "b": ["B"],
        "c": [],
        "": ["F"],
    }

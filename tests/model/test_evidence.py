"""Evidence: what says of an answer no more than the law says of itself."""

from __future__ import annotations

import pytest

from statutory.model.coverage import Coverage, State
from statutory.model.evidence import Evidence
from statutory.model.item import Item
from tests.builders import make_catalogue, make_item, run, sound_items


def law_book(region: str = "state") -> Item:
    """Return a source of which the law is read."""
    return make_item("source", "LAW", region=region)


def of_law(**changes: dict[str, str]) -> list[Item]:
    """Return sound items whose element is read from the law book."""
    return [*sound_items(ELE={"sources": "LAW"}, **changes), law_book()]


def restates(items: list[Item]) -> bool:
    """Say whether the component restates the element."""
    catalogue = make_catalogue(items)
    return Evidence(catalogue).restates(catalogue.items["COM"], catalogue.items["ELE"])


@pytest.mark.parametrize(
    ("sources", "expected"),
    [("LAW", True), ("SRC", False), ("LAW, SRC", False), ("", False), ("GONE", False)],
)
def test_only_what_cites_the_law_alone_restates_it(sources: str, expected: bool) -> None:  # noqa: FBT001
    """One source of another kind is enough; without any, the source is what lacks."""
    assert restates(of_law(COM={"sources": sources})) is expected


@pytest.mark.parametrize("law", ["SEC", "ACT"])
def test_source_of_the_section_and_of_the_act_is_of_the_law(law: str) -> None:
    """However far behind the element it is cited."""
    items = sound_items(**{law: {"sources": "LAW"}}, COM={"sources": "LAW"})
    assert restates([*items, law_book()])


def test_law_itself_as_a_source_is_no_evidence() -> None:
    """An act that is its own source says nothing of what is done."""
    catalogue = make_catalogue(sound_items(COM={"sources": "ACT, SEC"}))
    assert Evidence(catalogue).restates(catalogue.items["COM"], catalogue.items["ELE"])


def test_document_of_the_region_is_evidence_though_it_tells_of_the_law() -> None:
    """What a region says of its own strategy it says of what it does."""
    items = [*sound_items(ELE={"sources": "OWN"}, COM={"sources": "OWN"})]
    assert not restates([*items, make_item("source", "OWN", region="north")])
    assert restates([*items, make_item("source", "OWN", region="south")])


def test_source_without_region_is_evidence_where_others_cite_it() -> None:
    """The one paper of a small project is not of the law; what only the law cites is."""
    items = sound_items(ELE={"sources": "PAPER"}, COM={"sources": "PAPER"})
    paper = make_item("source", "PAPER")
    assert restates([*items, paper])
    assert not restates([*items, paper, make_item("plan", "OTHER", sources="PAPER")])


def test_restated_element_is_a_note_and_inferred() -> None:
    """It is told once, at the link, and counts as what it is."""
    report = run(of_law(COM={"sources": "LAW"}))
    (finding,) = report.findings
    assert (finding.check, finding.item, finding.field) == ("restated-element", "COM", "implements")
    element = report.catalogue.items["ELE"]
    assert Coverage(report).implementation(element, "north") is State.INFERRED


def test_link_that_is_marked_as_inferred_is_not_told_again() -> None:
    """Whoever has marked it has said so."""
    report = run(of_law(COM={"sources": "LAW", "inferred": "implements"}))
    assert report.findings == ()


def test_other_answer_of_the_region_makes_it_stated() -> None:
    """The surest of several answers decides."""
    work = {"region": "north", "part_of": "PLAN", "implements": "ELE", "owner": "OFFICE"}
    phase = make_item("phase", "WORK", period="2018-02", sources="SRC", locator="p. 2", **work)
    report = run([*of_law(COM={"sources": "LAW"}), phase])
    element = report.catalogue.items["ELE"]
    assert Coverage(report).implementation(element, "north") is State.STATED

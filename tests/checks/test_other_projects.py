"""Items of other projects: asked for nothing, but an imported element has to be answered."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.coverage import Coverage, State
from statutory.model.item import Item
from statutory.model.settings import LinkRoles
from statutory.views.card import card_of
from statutory.views.cells import Cells
from tests.builders import SETTINGS, brief, make_catalogue, run, sound_items

ELEMENT = "ELE"


def items_with(docname: str, **changes: dict[str, str]) -> list[Item]:
    """Return sound items, the element of another project and without what it asks of others."""
    items = sound_items(
        ELE={"owner": "", "period": "", "sources": "", "locator": "", "based_on": "SEC"}, **changes
    )
    return [
        dataclasses.replace(item, is_external=True, docname=docname) if item.id == ELEMENT else item
        for item in items
    ]


@pytest.mark.parametrize("docname", ["", "law"])
def test_item_of_another_project_needs_no_owner_time_or_source(docname: str) -> None:
    """Its authors are elsewhere, whether it is linked or imported."""
    found = brief(run(items_with(docname)))
    assert [(name, id_) for name, id_, _ in found if id_ == ELEMENT] == []


@pytest.mark.parametrize(
    ("docname", "checks"),
    [("law", ["uncovered-element", "untraced-component"]), ("", ["untraced-component"])],
)
def test_imported_element_has_to_be_answered(docname: str, checks: list[str]) -> None:
    """A page shows it, so the project has taken it over; one that is only linked is not."""
    found = brief(run(items_with(docname, COM={"implements": ""})))
    assert sorted({name for name, *_ in found} & {"uncovered-element", "untraced-component"}) == (
        checks
    )


def test_imported_element_counts_as_answered() -> None:
    """Its coverage is that of any other element."""
    report = run(items_with("law"))
    element = report.catalogue.items[ELEMENT]
    assert list(report.catalogue.taken_over(["element"])) == [element]
    assert Coverage(report).implementation(element, "north") is State.STATED


def test_elements_that_are_linked_only_are_not_taken_over() -> None:
    """They are targets, no more."""
    catalogue = make_catalogue(items_with(""))
    assert list(catalogue.taken_over(["element"])) == []
    assert [item.id for item in catalogue.taken_over(["act", "actor"])] == [
        *("ACT", "COUNCIL", "OFFICE"),
    ]


def test_card_does_not_say_what_is_missing_elsewhere() -> None:
    """The card of an imported item has rows for what it has, and for nothing else."""
    cells = Cells(run(items_with("law")))
    card = card_of(cells, cells.catalogue.items[ELEMENT])
    states = {row.cell.state for row in (*card.facts, *card.links)}
    assert states == {State.STATED}


def test_message_does_not_speak_of_a_link_that_the_project_lacks() -> None:
    """Without the role of the schedule only the field can be missing."""
    settings = dataclasses.replace(SETTINGS, links=LinkRoles(schedule=""))
    report = run(sound_items(COM={"schedule": ""}), settings)
    texts = [f.message.text for f in report.findings if f.check == "missing-timeline"]
    assert texts == ["no timeline: the field {period} is missing"]

"""Former identifiers: what they still find, what they no longer do, and that they are unique."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.finding import Finding
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.settings import FieldRoles
from statutory.views.card import card_of
from statutory.views.cells import Cells
from tests.builders import (
    SETTINGS,
    make_catalogue,
    make_gap,
    make_waiver,
    run,
    sound_items,
)


def found(check: str, *items: Item) -> list[Finding]:
    """Return the findings of one check in some items."""
    return [finding for finding in run(items).findings if finding.check == check]


def renamed(**changes: dict[str, str]) -> list[Item]:
    """Return the sound items, the component ``COM`` of which was once ``OLD``."""
    options = {"former_ids": "OLDEST, OLD", **changes.pop("COM", {})}
    return sound_items(COM=options, **changes)


# Links -------------------------------------------------------------------------------------


def test_link_to_a_former_identifier_is_dead_and_offers_the_new_one() -> None:
    """The sentence says that the item was renamed."""
    (finding,) = found("dead-link", *renamed(PHASE={"part_of": "OLD"}))
    assert (finding.item, finding.field) == ("PHASE", "part_of")
    assert finding.message.values == {
        "field": "part_of",
        "region": "",
        "link": "part_of",
        "target": "OLD",
        "nearest": "COM",
    }
    assert finding.message.text == "{link} leads to {target}, which is now {nearest}"


def test_link_to_a_former_identifier_leads_nowhere() -> None:
    """Only gaps and waivers find an item under its former identifier."""
    catalogue = make_catalogue(renamed(PHASE={"part_of": "OLD"}))
    assert catalogue.linked(catalogue.items["PHASE"], "part_of") == ()
    assert catalogue.linking(catalogue.items["COM"], "part_of") == ()


def test_policy_that_names_a_former_identifier_is_found() -> None:
    """The sections that answer are named by the identifiers that they have now."""
    settings = dataclasses.replace(SETTINGS, answers={"OLD": ("north",)})
    (finding,) = [f for f in run(renamed(), settings).findings if f.check == "dead-link"]
    assert finding.message.values["nearest"] == "COM"


# Gaps and waivers --------------------------------------------------------------------------


def test_gap_of_a_former_identifier_answers_the_item() -> None:
    """A gap is of the same item, whatever its name was."""
    gap = make_gap(target="OLD, COM", field="owner")
    items = [*renamed(COM={"owner": ""}), gap]
    assert [(f.item, f.gap) for f in found("open-gap", *items)] == [("COM", "GAP")]
    assert found("dead-link", *items) == []
    catalogue = make_catalogue(items)
    assert [item.id for item in catalogue.linked(gap, "gap_target")] == ["COM"]
    assert [item.id for item in catalogue.linking(catalogue.items["COM"], "gap_target")] == ["GAP"]


def test_closed_gap_is_found_under_a_former_identifier() -> None:
    """A gap of what the item has is closed, whatever the item was called."""
    (finding,) = found("closed-gap", *renamed(), make_gap(target="OLD", field="owner"))
    assert finding.message.values["target"] == "COM"


def test_waiver_of_a_former_identifier_silences_the_item() -> None:
    """A waiver is of the same item, whatever its name was."""
    items = [*renamed(COM={"owner": ""}), make_waiver(waiver_target="OLDEST")]
    assert [f.waived_by for f in found("missing-owner", *items)] == ["WAI"]
    assert found("dead-link", *items) == []
    assert found("unused-waiver", *items) == []


def test_owner_cannot_approve_under_a_former_identifier() -> None:
    """The owner of the renamed item is still its owner."""
    waiver = make_waiver(waiver_target="OLD", waiver_approver="COUNCIL")
    (finding,) = found("self-approved-waiver", *renamed(), waiver)
    assert finding.message.values["target"] == "COM"


@pytest.mark.parametrize("answer", [make_gap(target="COM", field="owner"), make_waiver()])
def test_other_links_of_a_gap_or_waiver_are_dead(answer: Item) -> None:
    """Only what it is of is found under a former identifier."""
    linking = dataclasses.replace(answer, links={**answer.links, "concerns": ("OLD",)})
    assert [f.field for f in found("dead-link", *renamed(), linking)] == ["concerns"]


# Used again --------------------------------------------------------------------------------


def test_former_identifier_in_use_is_found() -> None:
    """An identifier cannot be that of another item, nor of the item itself."""
    items = [*renamed(COM={"former_ids": "PLAN, OLD, COM"})]
    findings = found("reused-id", *items)
    assert [(f.item, f.field, str(f.message)) for f in findings] == [
        ("COM", "former_ids", "COM is not a former identifier: it is in use"),
        ("COM", "former_ids", "PLAN is not a former identifier: it is in use"),
    ]
    assert findings[1].related[0].location == Location("plan.md", 2)


def test_former_identifier_of_two_items_is_found_at_the_later() -> None:
    """Nobody can say which of the two a link from outside means."""
    items = renamed(PHASE={"former_ids": "OLD"}, PLAN={"former_ids": "OLD"})
    findings = found("reused-id", *items)
    assert [(f.item, str(f.message)) for f in findings] == [
        ("PHASE", "OLD is also a former identifier of COM"),
        ("PLAN", "OLD is also a former identifier of COM"),
    ]


def test_reused_identifier_finds_no_item() -> None:
    """A former identifier that means two items, or is in use, resolves to none."""
    items = renamed(COM={"former_ids": "OLD, PLAN, OLDER"}, PHASE={"former_ids": "OLD"})
    assert make_catalogue(items).current_ids == {"OLDER": "COM"}


@pytest.mark.parametrize("former", ["", ",", " , ,", "old id", "OLD, OLD", "Ä"])
def test_nasty_lists_are_read(former: str) -> None:
    """Empty and repeated entries do no harm, and the form of a former identifier is free."""
    assert found("reused-id", *renamed(COM={"former_ids": former})) == []


def test_project_without_the_field_has_no_former_identifiers() -> None:
    """Without the role nothing is read."""
    settings = dataclasses.replace(SETTINGS, fields=FieldRoles(former_ids=""))
    catalogue = dataclasses.replace(make_catalogue(renamed()), settings=settings)
    assert catalogue.current_ids == {}


# Cards -------------------------------------------------------------------------------------


def test_card_has_the_anchors_that_mean_the_item_alone() -> None:
    """What is in use elsewhere, is claimed twice or holds a space is no anchor."""
    items = renamed(COM={"former_ids": "OLD, PLAN, TWICE, a b"}, PHASE={"former_ids": "TWICE"})
    cells = Cells(run(items))
    assert card_of(cells, cells.catalogue.items["COM"]).former_ids == ("OLD",)

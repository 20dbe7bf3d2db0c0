"""Competence: whether a provision can be in force when it is decided on something."""

from __future__ import annotations

import pytest

from statutory.model.competence import Competence
from statutory.model.item import Item
from tests.builders import make_catalogue, make_item

DECISION = make_item("decision", "DEC", period="2017-12")
BILL = make_item("act", "BILL", legal_state="bill")
LAW = make_item("act", "LAW", legal_state="in force")


def section(id_: str, based_on: str, **options: str) -> Item:
    """Return a section that rests on some acts or sections."""
    return make_item("section", id_, based_on=based_on, **options)


@pytest.mark.parametrize(
    ("provisions", "can"),
    [
        ([section("SEC", "LAW")], True),
        ([section("SEC", "BILL")], False),
        ([section("SEC", "LAW", legal_state="bill")], False),
        ([section("SEC", "BILL, LAW")], True),
        ([section("SEC", "LAW, BILL")], True),
        ([section("SEC", "PART"), section("PART", "BILL")], False),
        ([section("SEC", "BILL, PART"), section("PART", "BILL")], False),
        ([section("SEC", "PART, BILL"), section("PART", "BILL")], False),
        ([section("SEC", "BILL, PART"), section("PART", "BILL, LAW")], True),
        ([section("SEC", "PART"), section("PART", "SEC")], True),
        ([section("SEC", "PART"), section("PART", "SEC, BILL")], False),
        ([section("SEC", "")], True),
        ([section("SEC", "GONE")], True),
        ([section("SEC", "BILL, GONE")], True),
    ],
)
def test_provision_of_bills_alone_gives_no_power(provisions: list[Item], *, can: bool) -> None:
    """Every way has to end at a bill, and what does not exist may be in force."""
    catalogue = make_catalogue([DECISION, BILL, LAW, *provisions])
    assert Competence(catalogue).can_be_given(catalogue.items["SEC"], DECISION) is can

"""The times in which provisions are in force: their own, or those of their acts."""

from __future__ import annotations

import pytest

from statutory.model.force import Forces
from statutory.model.item import Item
from tests.builders import make_catalogue, make_item

ACT = make_item("act", "ACT", period="2000-03-01/..")
IN_FORCE = [
    ("of an act", [make_item("act", "LAW", period="2018/..")], ["LAW 2018/.."]),
    ("of no known time", [make_item("act", "LAW")], []),
    ("unreadable", [make_item("act", "LAW", period="always")], []),
    ("reversed", [make_item("act", "LAW", period="2018/2017")], []),
    ("of the act", [make_item("section", "LAW", based_on="ACT"), ACT], ["ACT 2000-03-01/.."]),
    (
        "its own before that of the act",
        [make_item("section", "LAW", based_on="ACT", period="2024/.."), ACT],
        ["LAW 2024/.."],
    ),
    (
        "of the act where its own is unreadable",
        [make_item("section", "LAW", based_on="ACT", period="soon"), ACT],
        ["ACT 2000-03-01/.."],
    ),
    (
        "of several acts",
        [
            make_item("section", "LAW", based_on="ACT, NEW"),
            ACT,
            make_item("act", "NEW", period="2021/.."),
        ],
        ["ACT 2000-03-01/..", "NEW 2021/.."],
    ),
    (
        "of an act behind what is no law",
        [
            make_item("section", "LAW", based_on="STEP, ACT"),
            make_item("phase", "STEP", period="2018"),
            ACT,
        ],
        ["ACT 2000-03-01/.."],
    ),
    (
        "through another section",
        [
            make_item("section", "LAW", based_on="PART"),
            make_item("section", "PART", based_on="ACT"),
            ACT,
        ],
        ["ACT 2000-03-01/.."],
    ),
    ("of a bill", [make_item("act", "LAW", legal_state="bill", period="2018/..")], []),
    (
        "of a section of a bill",
        [
            make_item("section", "LAW", based_on="BILL"),
            make_item("act", "BILL", legal_state="bill"),
        ],
        [],
    ),
    (
        "of a section of a bill with a time of its own",
        [
            make_item("section", "LAW", based_on="BILL", period="2018/.."),
            make_item("act", "BILL", legal_state="bill"),
        ],
        [],
    ),
    ("dead link", [make_item("section", "LAW", based_on="GONE")], []),
    (
        "circle",
        [make_item("section", "LAW", based_on="TWO"), make_item("section", "TWO", based_on="LAW")],
        [],
    ),
    (
        "not a law",
        [make_item("section", "LAW", based_on="STEP"), make_item("phase", "STEP", period="2018")],
        [],
    ),
]


@pytest.mark.parametrize(
    ("items", "expected"), [pytest.param(items, said, id=name) for name, items, said in IN_FORCE]
)
def test_time_in_force_is_its_own_or_that_of_the_act(
    items: list[Item], expected: list[str]
) -> None:
    """The nearest time that can be read counts; a bill has none."""
    catalogue = make_catalogue(items)
    found = Forces(catalogue).of(catalogue.items["LAW"])
    assert [f"{holder.id} {period.text}" for holder, period in found] == expected

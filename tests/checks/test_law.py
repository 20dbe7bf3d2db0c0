"""Law: sections that lack items, lapsed ones that lack a counterpart, unverified ones."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.finding import Finding
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.settings import FieldRoles, LinkRoles, Settings, TypeRoles, ValueRoles
from tests.builders import SETTINGS, make_gap, make_item, run


def found(check: str, items: list[Item], settings: Settings = SETTINGS) -> list[Finding]:
    """Return the findings of one check in some items."""
    return [finding for finding in run(items, settings).findings if finding.check == check]


def a_section(total: str, *numbers: str, **options: str) -> list[Item]:
    """Return a section with a number of items, and an element ``E0``, ``E1``… for each number.

    :param numbers: The numbers of the elements; an empty one for an element without.
    """
    return [
        make_item("section", "S", numbered_items=total, **options),
        *(
            make_item("element", f"E{index}", based_on="S", number=number)
            for index, number in enumerate(numbers)
        ),
    ]


def numbers(items: list[Item]) -> list[tuple[str, str]]:
    """Return the items that incomplete-section finds, with the numbers that are missing."""
    return [
        (finding.item, str(finding.message.values.get("numbers", "")))
        for finding in found("incomplete-section", items)
    ]


# Incomplete sections -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("total", "given", "missing"),
    [
        ("3", ["1", "2", "3"], ""),
        ("3", ["3", "1", "2", "", ""], ""),
        ("3", ["1", "3"], "2"),
        ("3", ["2"], "1, 3"),
        ("25", ["1", "2", "4"], "3, 5–25"),
        ("3", [], "1–3"),
        ("3", ["", "", ""], "1–3"),
        ("999999999999", ["1"], "2–999999999"),
    ],
)
def test_missing_numbers_are_listed(total: str, given: list[str], missing: str) -> None:
    """The finding is at the number of items and names those that no element has."""
    findings = found("incomplete-section", a_section(total, *given))
    assert [str(finding.message.values["numbers"]) for finding in findings] == (
        [missing] if missing else []
    )
    assert all(
        (finding.item, finding.field, str(finding.location)) == ("S", "numbered_items", "s.md:3")
        for finding in findings
    )


def test_elements_without_a_number_are_shown_where_numbers_are_missing() -> None:
    """One of them may be the missing item; where nothing is missing they are left alone."""
    (finding,) = found("incomplete-section", a_section("2", "1", "", ""))
    assert [related.location for related in finding.related] == [
        Location("e1.md", 1),
        Location("e2.md", 1),
    ]


@pytest.mark.parametrize("total", ["", "0", "-1", "02", "two", "²", "1.5", " 2"])
def test_section_without_a_number_of_items_is_not_asked(total: str) -> None:
    """Without a number nothing is known to be missing; a bad one is the schema's matter."""
    assert numbers(a_section(total, "1", "7")) == []


def test_number_beyond_the_last_is_found_at_the_element() -> None:
    """A wrong number may be the missing one, so that the section is not found as well."""
    (finding,) = found("incomplete-section", a_section("2", "1", "3"))
    assert (finding.item, finding.field, str(finding.location)) == ("E1", "number", "e1.md:4")
    assert finding.related[0].location == Location("s.md", 3)


def test_number_beyond_does_not_hide_all_that_is_missing() -> None:
    """One wrong number explains one missing item, not two."""
    assert numbers(a_section("3", "1", "9")) == [("E1", ""), ("S", "2–3")]


def test_number_given_twice_is_found_at_the_later_elements() -> None:
    """Every element after the first one is found, with the place of the first."""
    findings = found("incomplete-section", a_section("3", "1", "1", "1"))
    assert [(f.item, str(f.message.values["other"])) for f in findings] == [
        ("E1", "E0"),
        ("E2", "E0"),
    ]
    assert findings[0].related[0].location == Location("e0.md", 4)
    assert numbers(a_section("3", "3", "1", "3")) == [("E2", "")]


def test_unreadable_number_is_the_matter_of_the_schema() -> None:
    """A number that is none may be the missing one."""
    assert numbers(a_section("2", "1", "second")) == []
    assert numbers(a_section("3", "1", "second")) == [("S", "2–3")]


@pytest.mark.parametrize("based_on", ["", "DEAD"])
def test_element_that_rests_on_nothing_is_not_missed_too(based_on: str) -> None:
    """Its missing or dead link is the cause, and is found where it is."""
    items = [*a_section("2", "1"), make_item("element", "LOOSE", number="2", based_on=based_on)]
    assert numbers(items) == []


def test_element_of_several_sections_counts_in_each() -> None:
    """Which section its number is of is not said, so that it cannot be wrong."""
    items = [
        *a_section("2", "1"),
        make_item("section", "T", numbered_items="1"),
        make_item("element", "BOTH", based_on="S, T", number="2"),
    ]
    assert numbers(items) == [("T", "1")]


def test_external_element_counts_and_is_not_judged() -> None:
    """What another project holds fills a number and is not found itself."""
    items = a_section("1", "1")
    other = dataclasses.replace(items[1], id="OTHER", is_external=True)
    assert numbers([items[0], other]) == []
    assert numbers([*items, other]) == []


def test_mere_counterpart_is_not_asked() -> None:
    """A provision in force that nothing rests on stays outside; one with elements does not."""
    bill = make_item("section", "B", counterpart="S")
    assert numbers([bill, *a_section("2")]) == []
    assert numbers([bill, *a_section("2", "1")]) == [("S", "2")]


def test_gap_answers_what_is_missing_and_is_closed_when_nothing_is() -> None:
    """A gap of the number of items says that the sources do not tell the items."""
    gap = make_gap(target="S", field="numbered_items")
    report = run([*a_section("2", "1"), gap])
    assert [f.gap for f in report.findings if f.check == "open-gap" and f.item == "S"] == ["GAP"]
    assert found("closed-gap", [*a_section("2", "1"), gap]) == []
    (closed,) = found("closed-gap", [*a_section("2", "1", "2"), gap])
    assert closed.item == "GAP"
    assert found("closed-gap", [*a_section(""), gap]) == []


@pytest.mark.parametrize(
    "settings",
    [
        dataclasses.replace(SETTINGS, types=TypeRoles(section=("section",))),
        dataclasses.replace(SETTINGS, types=TypeRoles(element=("element",))),
        dataclasses.replace(SETTINGS, fields=FieldRoles(number="")),
        dataclasses.replace(SETTINGS, fields=FieldRoles(numbered_items="")),
        dataclasses.replace(SETTINGS, links=LinkRoles(based_on="")),
    ],
)
def test_project_without_the_roles_is_not_asked(settings: Settings) -> None:
    """Where a project has no elements or no numbers, nothing is missed."""
    assert found("incomplete-section", a_section("2", "1", "9"), settings) == []


# Lapsed bills ------------------------------------------------------------------------------


def lapsed(based_on: str = "BILL", **options: str) -> list[Item]:
    """Return a section that rests on a lapsed bill, an act in force, or another section."""
    return [
        make_item("act", "BILL", legal_state="lapsed"),
        make_item("act", "LAW", legal_state="in force"),
        make_item("section", "S", based_on=based_on, **options),
        make_item("section", "T", based_on="LAW"),
        make_item("section", "PART", based_on="S", counterpart="T"),
    ]


@pytest.mark.parametrize("based_on", ["BILL", "PART, BILL", "DEAD, BILL"])
def test_lapsed_section_without_counterpart_is_found(based_on: str) -> None:
    """The bill has lapsed and nothing says where the matter is provided for now."""
    (finding,) = found("lapsed-without-counterpart", lapsed(based_on))
    assert (finding.item, finding.field, finding.message.values["act"]) == (
        "S",
        "counterpart",
        "BILL",
    )


@pytest.mark.parametrize(
    ("based_on", "counterpart"),
    [("BILL", "T"), ("BILL", "DEAD"), ("LAW", ""), ("BILL, LAW", ""), ("DEAD", ""), ("", "")],
)
def test_section_that_may_be_in_force_is_not_found(based_on: str, counterpart: str) -> None:
    """One act that has not lapsed is enough; a dead link is the matter of another check."""
    assert found("lapsed-without-counterpart", lapsed(based_on, counterpart=counterpart)) == []


def test_section_of_a_section_is_of_its_act() -> None:
    """A part of a section has lapsed with it; sections in a circle are of no act."""
    items = [item for item in lapsed(counterpart="T") if item.id != "PART"]
    part = make_item("section", "PART", based_on="S")
    assert [f.item for f in found("lapsed-without-counterpart", [*items, part])] == ["PART"]
    circle = [make_item("section", "A", based_on="B"), make_item("section", "B", based_on="A")]
    assert found("lapsed-without-counterpart", circle) == []


def test_gap_answers_a_missing_counterpart() -> None:
    """Where no counterpart is known, the gap is a note."""
    report = run([*lapsed(), make_gap(target="S", field="counterpart")])
    assert [f.gap for f in report.findings if f.check == "open-gap" and f.item == "S"] == ["GAP"]


@pytest.mark.parametrize(
    "settings",
    [
        dataclasses.replace(SETTINGS, links=LinkRoles(counterpart="")),
        dataclasses.replace(SETTINGS, values=ValueRoles()),
        dataclasses.replace(SETTINGS, types=TypeRoles()),
    ],
)
def test_project_without_lapsed_bills_is_not_asked(settings: Settings) -> None:
    """Without the roles nothing is found."""
    assert found("lapsed-without-counterpart", lapsed(), settings) == []


# Unverified sections -----------------------------------------------------------------------


def test_unverified_section_is_noted_once_with_what_rests_on_it() -> None:
    """Elements, other items and competences rest on a section; one note names them all."""
    items = [
        make_item("section", "S", verification="unverified"),
        make_item("element", "E", based_on="S"),
        make_item("duty", "D", based_on="S"),
        make_item("actor", "A", competence="S", based_on="S"),
    ]
    (finding,) = found("unverified-basis", items)
    assert (finding.item, finding.field, str(finding.location)) == ("S", "verification", "s.md:3")
    assert finding.message.values["items"] == "A, D, E"


@pytest.mark.parametrize(
    "items",
    [
        [make_item("section", "S", verification="unverified")],
        [make_item("section", "S", verification="text"), make_item("element", "E", based_on="S")],
        [make_item("section", "S"), make_item("element", "E", based_on="S")],
    ],
)
def test_section_that_is_verified_or_carries_nothing_is_not_noted(items: list[Item]) -> None:
    """Only what other items rest on has to be confirmed."""
    assert found("unverified-basis", items) == []


def test_missing_field_of_verification_is_no_value() -> None:
    """A project without the field has no unverified sections."""
    settings = dataclasses.replace(SETTINGS, fields=FieldRoles(verification=""))
    items = [make_item("section", "S"), make_item("element", "E", based_on="S")]
    assert found("unverified-basis", items, settings) == []


# Moments, and elements in all --------------------------------------------------------------


def in_moments(section: dict[str, str], *places: tuple[str, str]) -> list[Item]:
    """Return a section and an element for each moment and number."""
    return [
        make_item("section", "S", **section),
        *(
            make_item("element", f"E{index}", based_on="S", moment=moment, number=number)
            for index, (moment, number) in enumerate(places)
        ),
    ]


@pytest.mark.parametrize(
    ("section", "places", "expected"),
    [
        ({"numbered_items": "4"}, [("1", "1"), ("1", "2"), ("2", "1"), ("2", "2")], []),
        ({"numbered_items": "5"}, [("1", "1"), ("1", "2"), ("2", "1"), ("2", "2")], ["S"]),
        ({"numbered_items": "2"}, [("1", "1"), ("1", "2"), ("2", "")], []),
        ({"numbered_items": "2"}, [("1", "1"), ("1", "1"), ("1", "2")], ["E1"]),
        ({"element_count": "3"}, [("1", "1"), ("1", "2"), ("2", "")], []),
        ({"element_count": "4"}, [("1", "1"), ("1", "2"), ("2", "")], ["S"]),
        ({"element_count": "2"}, [("1", "1"), ("1", "2"), ("2", "")], ["S"]),
        ({"element_count": "many"}, [("1", "1")], []),
        ({"element_count": "1"}, [], ["S"]),
        ({"element_count": "3", "numbered_items": "2"}, [("1", "1")], ["S"]),
    ],
)
def test_moments_count_too(
    section: dict[str, str], places: list[tuple[str, str]], expected: list[str]
) -> None:
    """Each moment counts from one; elements without a number count for all elements."""
    assert [item for item, _ in numbers(in_moments(section, *places))] == expected


def test_element_that_rests_on_nothing_may_be_the_one_that_lacks() -> None:
    """A lost link is one cause; what it leaves is not told as a second."""
    items = [*in_moments({"element_count": "2"}, ("1", "")), make_item("element", "LOOSE")]
    assert numbers(items) == []


def test_gap_in_the_number_of_elements_stays_open_until_all_are_written() -> None:
    """The gap answers the finding; once nothing lacks, it is closed."""
    gap = make_gap(target="S", field="element_count")
    open_ = run([*in_moments({"element_count": "2"}, ("1", "")), gap]).findings
    assert ("open-gap", "S") in [(f.check, f.item) for f in open_]
    assert "closed-gap" not in [f.check for f in open_]
    closed = run([*in_moments({"element_count": "2"}, ("1", ""), ("2", "")), gap]).findings
    assert "closed-gap" in [f.check for f in closed]

"""The catalogue: read-only, in order, and right about links, times and certainty."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, MutableMapping
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statutory.model.catalogue import BuildWarning, Catalogue, Violation
from statutory.model.document import Directive, Document, Option
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.period import PeriodPolicy
from statutory.model.settings import (
    FieldRoles,
    ItemType,
    LinkRoles,
    LinkType,
    Settings,
    ValueRoles,
    Vocabulary,
)

VOCABULARY = Vocabulary(
    types={name: ItemType(name=name, title=name.title()) for name in ("step", "schedule", "actor")},
    links={
        name: LinkType(name=name, outgoing=name, incoming=f"{name} of")
        for name in ("schedule", "owner", "part_of")
    },
)


def make_item(id_: str, type_: str = "step", period: str = "", **links: str) -> Item:
    """Return an item whose links are given as identifiers with spaces between."""
    return Item(
        id=id_,
        type=type_,
        title=id_.title(),
        location=Location("a.md", 1),
        fields={"period": period} if period else {},
        links={link: tuple(ids.split()) for link, ids in links.items()},
    )


def catalogue_of(*items: Item, settings: Settings | None = None) -> Catalogue:
    """Return a catalogue of some items."""
    return Catalogue(
        settings=settings or Settings(),
        vocabulary=VOCABULARY,
        items={item.id: item for item in items},
    )


def ids_of(items: tuple[Item, ...]) -> list[str]:
    """Return the identifiers of some items, in their order."""
    return [item.id for item in items]


# Read-only, and in one order -------------------------------------------------------------


@pytest.mark.parametrize("name", ["settings", "vocabulary", "items", "documents", "warnings"])
def test_catalogue_cannot_be_changed(name: str) -> None:
    """No field of a catalogue takes another value."""
    catalogue = catalogue_of(make_item("A"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(catalogue, name, None)


def test_mappings_of_catalogue_and_items_cannot_be_changed() -> None:
    """Neither items can be put in, nor values into an item."""
    item = make_item("A", period="2018", owner="B")
    mappings: list[Mapping[str, Any]] = [
        catalogue_of(item).items,
        item.fields,
        item.links,
        item.option_lines,
    ]
    for mapping in mappings:
        with pytest.raises(TypeError):
            cast("MutableMapping[str, Any]", mapping)["new"] = "value"


def test_what_it_was_made_of_can_change_without_it() -> None:
    """A catalogue keeps copies of the mappings that it is given."""
    fields = {"period": "2018"}
    item = Item(id="A", type="step", title="", location=Location("a.md", 1), fields=fields)
    items = {"A": item}
    catalogue = Catalogue(settings=Settings(), vocabulary=VOCABULARY, items=items)
    fields["period"] = "2019"
    items["B"] = make_item("B")
    assert list(catalogue.items) == ["A"]
    assert catalogue.items["A"].value("period") == "2018"


SOME = (
    make_item("D", owner="A", schedule="C"),
    make_item("C", "schedule", part_of="B"),
    make_item("B", "schedule", period="2018", owner="A"),
    make_item("A", "actor"),
    make_item("E", "schedule", part_of="C B", owner="A X"),
)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.permutations(SOME))
def test_order_of_items_makes_no_difference(items: list[Item]) -> None:
    """Items given in any order make the same catalogue, with the same answers."""
    catalogue, sorted_one = catalogue_of(*items), catalogue_of(*SOME)
    assert catalogue == sorted_one
    assert list(catalogue.items) == ["A", "B", "C", "D", "E"]
    assert [item.id for item in catalogue.of_types(["schedule"])] == ["B", "C", "E"]
    for item in SOME:
        assert catalogue.links_to(item) == sorted_one.links_to(item)
        assert catalogue.period_of(item) == sorted_one.period_of(item)


def test_of_types_takes_any_of_them() -> None:
    """Items of several types come in the order of identifiers, not of types."""
    found = catalogue_of(*SOME).of_types(["schedule", "actor", "none"])
    assert [item.id for item in found] == ["A", "B", "C", "E"]
    assert list(catalogue_of(*SOME).of_types([])) == []


def test_warnings_and_violations_have_an_order() -> None:
    """What a build says is put in order by place, then by what is said."""
    warnings = [
        BuildWarning(Location("b.md", 1), "a", "x"),
        BuildWarning(Location("a.md", 10), "a", "x"),
        BuildWarning(Location("a.md", 9), "b", "x"),
        BuildWarning(Location("a.md", 9), "a", "y"),
        BuildWarning(Location("", 0), "z", "z"),
    ]
    assert sorted(warnings) == [warnings[4], warnings[3], warnings[2], warnings[1], warnings[0]]
    violations = [Violation("B", "a", ""), Violation("A", "b", ""), Violation("A", "a", "")]
    assert sorted(violations) == violations[::-1]


def test_region_is_the_field_that_has_the_role() -> None:
    """The region is read from the field that the settings name."""
    item = Item(
        id="A", type="step", title="", location=Location("a.md"), fields={"maakunta": "satakunta"}
    )
    named = Settings(fields=FieldRoles(region="maakunta"))
    assert catalogue_of(item, settings=named).region_of(item) == "satakunta"
    assert catalogue_of(item).region_of(item) == ""


@pytest.mark.parametrize(
    ("region", "national", "expected"),
    [
        ("", (), True),
        ("", ("state",), True),
        ("state", ("state",), True),
        ("north", ("state",), False),
        ("north", (), False),
        ("union", ("state", "union"), True),
    ],
)
def test_national_is_what_no_region_says(
    region: str, national: tuple[str, ...], *, expected: bool
) -> None:
    """An item is national if it is of the state, or where it names no region at all."""
    item = dataclasses.replace(make_item("A"), fields={"region": region} if region else {})
    named = Settings(values=ValueRoles(national=national))
    assert catalogue_of(item, settings=named).is_national(item) is expected


# Links -----------------------------------------------------------------------------------


def test_linked_keeps_the_order_written_and_leaves_out_the_dead() -> None:
    """Targets come as the author wrote them; a target that does not exist is no item."""
    item = make_item("A", owner="D X B C")
    catalogue = catalogue_of(item, make_item("B"), make_item("C"), make_item("D"))
    assert ids_of(catalogue.linked(item, "owner")) == ["D", "B", "C"]
    assert catalogue.linked(item, "schedule") == ()


def test_linking_comes_in_order_and_once() -> None:
    """An item that names a target twice links to it once."""
    target = make_item("T")
    catalogue = catalogue_of(
        make_item("C", owner="T T"), make_item("A", owner="X T"), make_item("B"), target
    )
    assert ids_of(catalogue.linking(target, "owner")) == ["A", "C"]
    assert catalogue.linking(target, "schedule") == ()


def test_links_to_come_by_link_and_then_by_item() -> None:
    """All links to an item are told in one order; those outside the vocabulary are not."""
    target = make_item("T", owner="T")
    catalogue = catalogue_of(
        make_item("B", schedule="T", owner="T", foreign="T"),
        make_item("A", schedule="T"),
        make_item("C", part_of="T"),
        target,
    )
    found = [(link, item.id) for link, item in catalogue.links_to(target)]
    assert found == [
        ("owner", "B"),
        ("owner", "T"),
        ("part_of", "C"),
        ("schedule", "A"),
        ("schedule", "B"),
    ]


# Time ------------------------------------------------------------------------------------

STEP = "STEP"
TIMES = [
    ("own", [make_item(STEP, period="2018")], "2018"),
    ("none", [make_item(STEP)], None),
    ("own unreadable", [make_item(STEP, period="joskus")], None),
    (
        "own before the schedule's",
        [make_item(STEP, period="2018", schedule="S"), make_item("S", period="2019")],
        "2018",
    ),
    (
        "own unreadable before the schedule's",
        [make_item(STEP, period="joskus", schedule="S"), make_item("S", period="2019")],
        None,
    ),
    ("schedule's", [make_item(STEP, schedule="S"), make_item("S", period="2019")], "2019"),
    (
        "several schedules'",
        [
            make_item(STEP, schedule="S R"),
            make_item("S", period="2019"),
            make_item("R", period="2018-05"),
        ],
        "2018-05/2019",
    ),
    (
        "one schedule unreadable",
        [
            make_item(STEP, schedule="S R"),
            make_item("S", period="joskus"),
            make_item("R", period="2018"),
        ],
        "2018",
    ),
    (
        "one schedule reversed",
        [
            make_item(STEP, schedule="S R"),
            make_item("S", period="2018-05/2018-04"),
            make_item("R", period="2019"),
        ],
        "2019",
    ),
    (
        "every schedule reversed",
        [
            make_item(STEP, schedule="S R"),
            make_item("S", period="2018-05/2018-04"),
            make_item("R", period="2017-03/2017-02"),
        ],
        "2017-03/2017-02",
    ),
    (
        "parts of the schedule",
        [
            make_item(STEP, schedule="S"),
            make_item("S"),
            make_item("P", period="2018-02", part_of="S"),
            make_item("Q", period="2018-06", part_of="S"),
        ],
        "2018-02/2018-06",
    ),
    (
        "schedule's own before its parts'",
        [
            make_item(STEP, schedule="S"),
            make_item("S", period="2018"),
            make_item("P", period="2017", part_of="S"),
        ],
        "2018",
    ),
    (
        "parts of parts",
        [
            make_item(STEP, schedule="S"),
            make_item("S"),
            make_item("P", part_of="S"),
            make_item("Q", period="2018", part_of="P"),
        ],
        "2018",
    ),
    (
        "schedule of the schedule before its parts",
        [
            make_item(STEP, schedule="S"),
            make_item("S", schedule="R"),
            make_item("R", period="2019"),
            make_item("P", period="2017", part_of="S"),
        ],
        "2019",
    ),
    (
        "approximate parts of the schedule",
        [
            make_item(STEP, schedule="S"),
            make_item("S"),
            make_item("P", period="2018-02~", part_of="S"),
            make_item("Q", period="2018-21", part_of="S"),
        ],
        "2018-02~/2018-21",
    ),
    (
        "parts of which one goes on",
        [
            make_item(STEP, schedule="S"),
            make_item("S"),
            make_item("P", period="2018-02/..", part_of="S"),
            make_item("Q", period="2018-01/2018-06", part_of="S"),
        ],
        "2018-01/..",
    ),
    (
        "part of which the end is unknown",
        [
            make_item(STEP, schedule="S"),
            make_item("S"),
            make_item("P", period="2018-02/", part_of="S"),
        ],
        "2018-02/",
    ),
    (
        "approximate schedule of the schedule",
        [
            make_item(STEP, schedule="S"),
            make_item("S", schedule="R"),
            make_item("R", period="2018~"),
        ],
        "2018~",
    ),
    (
        "parts of an item are not its schedule",
        [make_item(STEP), make_item("P", period="2018", part_of=STEP)],
        None,
    ),
    ("dead schedule", [make_item(STEP, schedule="X")], None),
    (
        "dead schedule beside a living one",
        [make_item(STEP, schedule="X S"), make_item("S", period="2019")],
        "2019",
    ),
    (
        "dead schedule of the schedule",
        [
            make_item(STEP, schedule="S"),
            make_item("S", schedule="X"),
            make_item("P", period="2018", part_of="S"),
        ],
        "2018",
    ),
    ("schedule of itself", [make_item(STEP, schedule=STEP)], None),
    (
        "cycle of schedules",
        [make_item(STEP, schedule="S"), make_item("S", schedule="R"), make_item("R", schedule="S")],
        None,
    ),
    (
        "cycle through the item",
        [make_item(STEP, schedule="S"), make_item("S", schedule=STEP)],
        None,
    ),
    (
        "cycle of parts",
        [make_item(STEP, schedule="S"), make_item("S", part_of="R"), make_item("R", part_of="S")],
        None,
    ),
    (
        "cycle with a way out",
        [
            make_item(STEP, schedule="S"),
            make_item("S", schedule="S R"),
            make_item("R", period="2018"),
        ],
        "2018",
    ),
    (
        "two ways to one schedule",
        [
            make_item(STEP, schedule="S R"),
            make_item("S", schedule="T"),
            make_item("R", schedule="T"),
            make_item("T", period="2018"),
        ],
        "2018",
    ),
]


@pytest.mark.parametrize(
    ("items", "expected"), [pytest.param(items, text, id=name) for name, items, text in TIMES]
)
def test_period_is_own_or_that_of_the_schedule(items: list[Item], expected: str | None) -> None:
    """The time of an item is found on the ways that the model names, and on no other."""
    catalogue = catalogue_of(*items)
    period = catalogue.period_of(catalogue.items[STEP])
    assert (period.text if period else None) == expected
    assert period == (catalogue.read(expected) if expected else None)


@pytest.mark.parametrize(
    ("items", "expected"), [pytest.param(items, text, id=name) for name, items, text in TIMES]
)
def test_time_is_had_where_a_text_tells_it(items: list[Item], expected: str | None) -> None:
    """A time is written down where a period is found, or where one cannot be read."""
    catalogue = catalogue_of(*items)
    unreadable = items[0].value("period") == "joskus"
    assert catalogue.has_time(catalogue.items[STEP]) is (expected is not None or unreadable)


def test_unreadable_time_of_a_schedule_is_a_time() -> None:
    """That it cannot be read is said of the schedule, not of all that lean on it."""
    item = make_item(STEP, schedule="S")
    catalogue = catalogue_of(item, make_item("S", period="joskus"))
    assert catalogue.has_time(item)
    assert catalogue.period_of(item) is None


def test_periods_are_read_by_the_policy_of_the_project() -> None:
    """The margins of the settings reach the periods of items."""
    item = make_item(STEP, period="2018-02-15~")
    policy = PeriodPolicy(margins=(1, 2, 3, 4))
    period = catalogue_of(item, settings=Settings(periods=policy)).period_of(item)
    assert period is not None
    assert (period.start.earliest.day, period.start.latest.day) == (14, 16)


def test_time_follows_the_names_of_the_project() -> None:
    """The roles of fields and links say where a time stands."""
    named = Settings(
        fields=FieldRoles(period="ajankohta"), links=LinkRoles(schedule="aikataulu", part_of="osa")
    )
    step, schedule = make_item(STEP, aikataulu="S"), make_item("S")
    part = dataclasses.replace(make_item("P", osa="S"), fields={"ajankohta": "2018"})
    catalogue = catalogue_of(step, schedule, part, settings=named)
    assert catalogue.period_of(step) == catalogue.read("2018")


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("2017-07-01/2018-06", "2017-07-01/2018-06"),
        ("2018-06~/..", "2018-06~/.."),
        ("2017-12/", "2017-12/"),
        ("/2018-06", "/2018-06"),
        ("for now", None),
        ("", None),
    ],
)
def test_term_is_the_field_of_that_role(term: str, expected: str | None) -> None:
    """The term of an actor is read from its own field, never from its period or its parts."""
    fields = {"period": "2030", "toimikausi": term} if term else {"period": "2030"}
    actor = dataclasses.replace(make_item("A", "actor", part_of="B"), fields=fields)
    whole = dataclasses.replace(make_item("B", "actor"), fields={"toimikausi": "2031"})
    named = Settings(fields=FieldRoles(term="toimikausi"))
    catalogue = catalogue_of(actor, whole, settings=named)
    assert catalogue.term_of(actor) == (catalogue.read(expected) if expected else None)
    assert catalogue_of(actor).term_of(actor) is None


# Certainty -------------------------------------------------------------------------------

INFERRED = [
    ({}, "owner", False),
    ({"owner_basis": "inferred"}, "owner", True),
    ({"owner_basis": "stated"}, "owner", False),
    ({"owner_basis": "inferred"}, "period", False),
    ({"owner_basis": "inferred"}, "term", False),
    ({"time_basis": "inferred"}, "period", True),
    ({"time_basis": "inferred"}, "schedule", True),
    ({"time_basis": "inferred"}, "owner", False),
    ({"inferred": "term"}, "term", True),
    ({"inferred": "term"}, "locator", False),
    ({"inferred": "term, locator"}, "locator", True),
    ({"inferred": " term ,locator "}, "term", True),
    ({"inferred": "terms"}, "term", False),
    ({"inferred": "owner"}, "owner", True),
    ({"inferred": "owner", "owner_basis": "stated"}, "owner", True),
    ({"inferred": "implements"}, "implements", True),
]


@pytest.mark.parametrize(("fields", "name", "expected"), INFERRED)
def test_inferred_is_what_the_item_says_is(
    fields: dict[str, str], name: str, *, expected: bool
) -> None:
    """A basis speaks of its own fields, the list of the names in it."""
    item = dataclasses.replace(make_item("A"), fields=fields)
    assert catalogue_of(item).is_inferred(item, name) is expected


def test_project_names_the_values_that_mean_inferred() -> None:
    """Several values of a basis can mean inferred, in the project's own words."""
    named = Settings(values=ValueRoles(inferred=("paatelty", "arvio")))
    for basis, expected in (("paatelty", True), ("arvio", True), ("inferred", False), ("", False)):
        item = dataclasses.replace(make_item("A"), fields={"time_basis": basis})
        assert catalogue_of(item, settings=named).is_inferred(item, "period") is expected


# Files -----------------------------------------------------------------------------------


def directive(name: str, id_: str, line: int, path: str = "a.md") -> Directive:
    """Return a directive with an identifier, or with none where it is empty."""
    options = (Option("id", id_, line + 1),) if id_ else ()
    return Directive(
        name=name, title="", location=Location(path, line), end_line=line + 2, options=options
    )


def test_declarations_are_of_item_types_by_file_and_line() -> None:
    """Each identifier has its directives in order; other directives declare nothing."""
    first, again = directive("step", "A", 1), directive("schedule", "A", 9)
    other, elsewhere = directive("step", "B", 5), directive("step", "A", 2, "b.md")
    catalogue = Catalogue(
        settings=Settings(),
        vocabulary=VOCABULARY,
        documents=(
            Document(
                path="a.md",
                docname="a",
                directives=(
                    first,
                    directive("note", "C", 3),
                    other,
                    directive("step", "", 7),
                    again,
                ),
            ),
            Document(path="b.md", docname="b", directives=(elsewhere,)),
        ),
    )
    assert dict(catalogue.declarations) == {"A": (first, again, elsewhere), "B": (other,)}
    assert [str(found.location) for found in catalogue.directives()] == [
        "a.md:1",
        "a.md:5",
        "a.md:7",
        "a.md:9",
        "b.md:2",
    ]


@pytest.mark.parametrize(("line", "expected"), [(3, False), (4, True), (6, True), (7, False)])
def test_directive_covers_its_lines(line: int, *, expected: bool) -> None:
    """The fences belong to the directive, the lines around it do not."""
    assert directive("step", "A", 4).covers(line) is expected


def test_option_is_found_at_its_line_or_at_the_item() -> None:
    """An option that is not set is mended where the item begins."""
    item = dataclasses.replace(make_item("A"), option_lines={"id": 7})
    assert str(item.option_location("id")) == "a.md:7"
    assert str(item.option_location("owner")) == "a.md:1"
    assert str(Location("a.md")) == "a.md"


# Looking up -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "ids"),
    [
        ("*", ["A-1", "A-2", "AB-1", "B-1"]),
        ("A-*", ["A-1", "A-2"]),
        ("A*", ["A-1", "A-2", "AB-1"]),
        ("A-1", ["A-1"]),
        ("A-?", ["A-1", "A-2"]),
        ("[AB]-1", ["A-1", "B-1"]),
        ("?-1", ["A-1", "B-1"]),
        ("*-1", ["A-1", "AB-1", "B-1"]),
        ("a-*", []),
        ("Z*", []),
        ("", []),
    ],
)
def test_items_are_found_by_a_pattern(pattern: str, ids: list[str]) -> None:
    """A pattern is read as for the names of files, and capitals count."""
    catalogue = catalogue_of(*(make_item(id_) for id_ in ("B-1", "A-2", "AB-1", "A-1")))
    assert [item.id for item in catalogue.like(pattern)] == ids


def test_warnings_are_found_by_their_lines() -> None:
    """The first and the last line count, other files do not."""
    places = [("b.md", 3), ("a.md", 9), ("b.md", 1), ("b.md", 2), ("c.md", 2), ("b.md", 9)]
    given = [BuildWarning(Location(path, line), "kind", "text") for path, line in places]
    catalogue = dataclasses.replace(catalogue_of(), warnings=tuple(given))
    assert catalogue.warnings == tuple(sorted(given))
    found = catalogue.warnings_in(Location("b.md", 2), 3)
    assert [str(warning.location) for warning in found] == ["b.md:2", "b.md:3"]
    assert catalogue.warnings_in(Location("b.md", 4), 8) == ()
    assert catalogue.warnings_in(Location("d.md"), 99) == ()

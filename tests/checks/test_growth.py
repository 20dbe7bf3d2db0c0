"""Growth: twice the items cost twice the work, whatever shape the links make of them.

Calls are counted, not seconds, so that the result is the same on every machine.
"""

from __future__ import annotations

import dataclasses
import math
import sys
from collections.abc import Callable, Iterable, Mapping
from types import FrameType

import pytest

from statutory.checks import run_checks
from statutory.model.catalogue import BuildWarning, Catalogue
from statutory.model.document import Document
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.source import scan_text
from tests.builders import TYPES, make_catalogue, make_item, make_waiver, sound_items

FEW, MANY = 120, 240
A_FEW = 36
AT_MOST = 2.4
"""By how much the work may grow where the items double; each with each would be four."""

CITED = {"sources": "SRC", "locator": "p. 1"}
DONE = {"decider": "COUNCIL", "period": "2017-01", "status": "done", **CITED}
Shape = Callable[[int], Iterable[Item]]


def step(number: int, **options: str) -> Item:
    """Return a phase with an identifier in the order of the numbers."""
    given = {"region": "north", "part_of": "PLAN", "owner": "COUNCIL", **CITED, **options}
    return make_item("phase", f"P{number:05}", **given)


def chain(link: str) -> Shape:
    """Return phases that lead to each other, one by one."""
    return lambda count: [step(n, **{link: f"P{n + 1:05}"}) for n in range(count)]


def around_one_law(count: int) -> Iterable[Item]:
    """Yield components that all lead to the same items."""
    links = {"part_of": "PLAN", "implements": "ELE", "owner": "COUNCIL", "preparer": "OFFICE"}
    more = {"schedule": "PHASE", "based_on": "SEC", "predecessor": "PHASE", "concerns": "PLAN"}
    for number in range(count):
        yield make_item("component", f"C{number}", region="north", **links, **more, **CITED)


def in_one_whole(count: int) -> Iterable[Item]:
    """Yield duties without funding that are part of the same plan."""
    for number in range(count):
        yield make_item("duty", f"D{number}", region="north", part_of="PLAN", **CITED)


def scheduled_by_their_whole(count: int) -> Iterable[Item]:
    """Yield steps that take their time from a procedure, which has it from its steps."""
    yield make_item("procedure", "PRO", **CITED)
    yield from (step(n, part_of="PRO", schedule="PRO") for n in range(count))


def decisions_in_a_row(count: int) -> Iterable[Item]:
    """Yield decisions of one procedure that follow each other, all before its preparation."""
    yield make_item("procedure", "PRO", **CITED)
    yield make_item("phase", "STEP", part_of="PRO", preparer="OFFICE", period="2018", **CITED)
    for number in range(count):
        before = f"A{number - 1:05}" if number else ""
        yield make_item("decision", f"A{number:05}", part_of="PRO", predecessor=before, **DONE)


def positions_on_one_item(count: int) -> Iterable[Item]:
    """Yield positions and decisions that concern the same item, of which somebody is heard."""
    yield make_item("plan", "MATTER", consulted="OFFICE", **CITED)
    for number in range(count // 2):
        yield make_item("position", f"S{number}", concerns="MATTER", speaker="COUNCIL", **CITED)
        yield make_item("decision", f"D{number}", concerns="MATTER", **DONE)


def differences_of_one_item(count: int) -> Iterable[Item]:
    """Yield items that contradict one, and differences that concern that one and another."""
    for number in range(count // 2):
        yield make_item("difference", f"D{number}", kind="other", concerns="COM, PLAN", **CITED)
        yield make_item("plan", f"L{number}", conflicts_with="COM", **CITED)


def milestones(count: int) -> Iterable[Item]:
    """Yield milestones of the state and of a region, a pair in each of many months."""
    for number in range(count):
        region, pair = ("state", "north")[number % 2], number // 2
        time = f"{1900 + pair // 12}-{1 + pair % 12:02}"
        yield make_item("milestone", f"M{number}", region=region, period=time, **CITED)


def waivers_by_pattern(count: int) -> Iterable[Item]:
    """Yield duties and a waiver by pattern for each handful of them."""
    yield from in_one_whole(count)
    for number in range(0, count, 10):
        reason = {"waiver_target": "", "waiver_reason": f"Reason {number}"}
        yield make_waiver(f"W{number}", waiver_pattern=f"D{number}*", **reason)


def elements_of_one_section(count: int) -> Iterable[Item]:
    """Yield elements of a section that policy leaves to whoever mentions it."""
    yield make_item("section", "LAW", based_on="ACT", numbered_items=str(count), **CITED)
    for number in range(count // 2):
        options = {"region": "state", "based_on": "LAW", "owner": "COUNCIL", "period": "2018"}
        yield make_item("element", f"E{number}", number=str(number + 1), **options, **CITED)
        yield make_item("duty", f"D{number}", region="north", based_on="LAW", **CITED)


def chain_of_sections(count: int) -> Iterable[Item]:
    """Yield sections that rest on each other, and a decision that rests on the first."""
    for number in range(count):
        yield make_item("section", f"S{number:05}", based_on=f"S{number + 1:05}", **CITED)
    yield make_item("actor", "BODY", competence="S00000", **CITED)
    yield make_item("decision", "DEC", **{**DONE, "decider": "BODY"})


SHAPES: tuple[Shape, ...] = (
    around_one_law,
    in_one_whole,
    scheduled_by_their_whole,
    decisions_in_a_row,
    positions_on_one_item,
    differences_of_one_item,
    milestones,
    waivers_by_pattern,
    elements_of_one_section,
    chain_of_sections,
)


# Graphs ------------------------------------------------------------------------------------

Graph = Callable[[int], Iterable[tuple[int, int]]]
"""The links among some items, by their numbers."""

WEB = ("part_of", "schedule", "predecessor", "successor", "owner", "based_on", "concerns")
"""The links that a graph is made of, all at once."""


def a_chain(count: int) -> Iterable[tuple[int, int]]:
    """Yield links from each to the next."""
    return ((n, n + 1) for n in range(count - 1))


def a_ring(count: int) -> Iterable[tuple[int, int]]:
    """Yield links from each to the next, and from the last to the first."""
    return ((n, (n + 1) % count) for n in range(count))


def a_star(count: int) -> Iterable[tuple[int, int]]:
    """Yield links from each to the first."""
    return ((n, 0) for n in range(1, count))


def a_fan(count: int) -> Iterable[tuple[int, int]]:
    """Yield links from the first to each."""
    return ((0, n) for n in range(1, count))


def a_comb(count: int) -> Iterable[tuple[int, int]]:
    """Yield a chain, and a link from one more to each on it."""
    half = count // 2
    return (*a_chain(half), *((half + n, n) for n in range(half)))


def a_brush(count: int) -> Iterable[tuple[int, int]]:
    """Yield a chain, and a link from many more to its first."""
    half = count // 2
    return (*a_chain(half), *((half + n, 0) for n in range(half)))


def a_grid(count: int) -> Iterable[tuple[int, int]]:
    """Yield links from each to the one on its right and the one below."""
    width = math.isqrt(count)
    for n in range(width * width):
        if (n + 1) % width:
            yield n, n + 1
        if n + width < width * width:
            yield n, n + width


TIMES: Mapping[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "same": lambda _: "2018",
    "wider": lambda n: f"{5000 - n}/{5000 + n}",
    "apart": lambda n: str(1000 + n),
    "vague": lambda n: f"{2000 - n}~/{2000 + n}~",
}
"""Times of items by their numbers."""


def web(graph: Graph, kind: str, time: Callable[[int], str], links: Iterable[str]) -> Shape:
    """Return items of a type that a graph of links joins, each with its time or term."""

    def items(count: int) -> Iterable[Item]:
        ahead: dict[int, list[str]] = {number: [] for number in range(count)}
        for number, to in graph(count):
            ahead[number].append(f"P{to:05}")
        for number, targets in ahead.items():
            given = dict.fromkeys(links, ", ".join(targets))
            when = {"term" if kind == "actor" else "period": time(number)}
            yield make_item(kind, f"P{number:05}", region="north", **given, **when)

    return items


def of_items(shape: Shape, count: int) -> Catalogue:
    """Return a catalogue of a shape."""
    return make_catalogue([*sound_items(), *shape(count)])


def of_one_file(block: str, path: str, count: int) -> Catalogue:
    """Return a catalogue of one file with many blocks, a warning of each.

    :param block: The text of a block, with ``{id}``; it opens an item in its first line.
    """
    lines = "".join(block.format(id=f"L{number:05}") for number in range(count))
    document = scan_text(lines, path, "page", markdown=path.endswith(".md"))
    height = block.count("\n")
    items = [
        make_item("plan", f"L{number:05}", at=f"{path}:{1 + number * height}", **CITED)
        for number in range(count)
    ]
    return with_warnings(items, [document], [Location(path, 2 + n * height) for n in range(count)])


def of_many_files(count: int) -> Catalogue:
    """Return a catalogue of many files with an item, an address and a warning each."""
    text = "```{{plan}} Title\n:id: L{id:05}\n```\nmatti.{id}@example.fi\n"
    documents = [
        scan_text(text.format(id=number), f"p{number:05}.md", "page") for number in range(count)
    ]
    items = [make_item("plan", f"L{number:05}", **CITED) for number in range(count)]
    places = [Location(document.path, 2) for document in documents]
    return with_warnings(items, documents, places)


def with_warnings(
    items: Iterable[Item], documents: Iterable[Document], places: Iterable[Location]
) -> Catalogue:
    """Return a catalogue with files and a warning at each of some places."""
    return dataclasses.replace(
        make_catalogue([*sound_items(), *items]),
        documents=tuple(documents),
        warnings=tuple(BuildWarning(place, "needs.filter", "something") for place in places),
    )


MARKDOWN = "```{{plan}} Title\n:id: {id}\n:owner: X[status==]\n```\nmatti@example.fi\n"
VANISHED = "```{{plan}} Title\n:id: {id}-GONE\n```\n"
INDENTED = ".. plan:: Title\n   :id: {id}\n\n   matti@example.fi\n\n"


def calls_of(catalogue: Catalogue) -> int:
    """Return how many functions run while all checks look at a catalogue."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        run_checks(catalogue)
    finally:
        sys.setprofile(None)
    return calls


def grows(make: Callable[[int], Catalogue]) -> float:
    """Return by how much the work grows where the items double."""
    run_checks(make(FEW))  # What is remembered of texts does not count for the smaller one.
    run_checks(make(MANY))
    return calls_of(make(MANY)) / calls_of(make(FEW))


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_with_the_items(shape: Shape) -> None:
    """No check looks at each item for each item, even where all of them meet in one."""
    assert grows(lambda count: of_items(shape, count)) < AT_MOST


@pytest.mark.parametrize("link", ["schedule", "part_of", "predecessor", "based_on", "implements"])
def test_work_grows_with_the_length_of_a_chain(link: str) -> None:
    """The way along links is not gone again from each item on it."""
    assert grows(lambda count: of_items(chain(link), count)) < AT_MOST


@pytest.mark.parametrize("graph", [a_chain, a_ring, a_star, a_fan, a_comb, a_brush, a_grid])
@pytest.mark.parametrize("time", TIMES)
def test_work_grows_with_the_items_of_any_graph(graph: Graph, time: str) -> None:
    """Whatever graph the links make, no way is gone again from each item on it."""
    kinds = ("phase", "actor", "section")
    shapes = [web(graph, kind, TIMES[time], WEB) for kind in kinds]
    grown = {kind: grows_little(shape) for kind, shape in zip(kinds, shapes, strict=True)}
    assert {kind: by for kind, by in grown.items() if by >= AT_MOST} == {}


@pytest.mark.parametrize("link", ["part_of", "successor", "competence"])
def test_work_grows_with_a_chain_of_any_type(link: str) -> None:
    """Items of each type that hang on each other cost no more than as many that do not."""
    links = (link, "decider") if link in {"part_of", "competence"} else (link, "owner")
    shapes = {kind: web(a_chain, kind, TIMES["same"], links) for kind in TYPES}
    grown = {kind: grows_little(shape) for kind, shape in shapes.items()}
    assert {kind: by for kind, by in grown.items() if by >= AT_MOST} == {}


def grows_little(shape: Shape) -> float:
    """Return by how much the work of a shape grows where a few items double."""
    few, many = of_items(shape, A_FEW), of_items(shape, 2 * A_FEW)
    run_checks(many)  # What is remembered of texts does not count for one of the two.
    base = calls_of(make_catalogue(sound_items()))
    return (calls_of(of_items(shape, 2 * A_FEW)) - base) / (calls_of(few) - base)


@pytest.mark.parametrize("link", ["schedule", "part_of", "predecessor", "based_on", "implements"])
def test_no_chain_is_too_long(link: str) -> None:
    """Python's limit for calls within calls is none for links."""
    assert run_checks(of_items(chain(link), 1500)).findings


@pytest.mark.parametrize(
    ("block", "path"), [(MARKDOWN, "page.md"), (VANISHED, "page.md"), (INDENTED, "page.rst")]
)
def test_work_grows_with_the_length_of_a_file(block: str, path: str) -> None:
    """Warnings, filters and addresses find their items without a search for each."""
    assert grows(lambda count: of_one_file(block, path, count)) < AT_MOST


def test_work_grows_with_the_number_of_files() -> None:
    """A line is looked up in its own file alone."""
    assert grows(of_many_files) < AT_MOST

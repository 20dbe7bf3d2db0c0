"""What is reached along links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from statutory.model.reach import followed, gathered, reached
from tests.builders import make_catalogue, make_item

CATALOGUE = make_catalogue(
    [
        make_item("phase", "A", part_of="C, B"),
        make_item("phase", "B", part_of="D"),
        make_item("phase", "C", part_of="A, GONE"),
        make_item("phase", "D"),
        make_item("phase", "E", part_of="E"),
    ]
)


def reach(id_: str) -> list[str]:
    """Return the identifiers that are reached from an item by being part of it."""
    found = reached(CATALOGUE.items[id_], lambda item: CATALOGUE.linked(item, "part_of"))
    return [item.id for item in found]


def test_every_item_on_the_way_is_reached_once_and_in_order() -> None:
    """Circles and dead links end the way; the item itself is not reached."""
    assert reach("A") == ["B", "C", "D"]
    assert reach("C") == ["A", "B", "D"]
    assert reach("D") == []
    assert reach("E") == []


def test_of_several_beginnings_those_count_that_others_lead_to() -> None:
    """One from which the way begins is reached only by a step from another."""

    def wholes(id_: str) -> list[str]:
        starts = [CATALOGUE.items[one] for one in id_.split()]
        found = followed(starts, lambda item: CATALOGUE.linked(item, "part_of"))
        return [item.id for item in found]

    assert wholes("B D") == ["D"]
    assert wholes("B") == ["D"]
    assert wholes("E") == ["E"]
    assert wholes("A D") == ["A", "B", "C", "D"]
    assert wholes("") == []


# Values ------------------------------------------------------------------------------------

NODES = "ABCDEF"
graphs = st.dictionaries(st.sampled_from(NODES), st.lists(st.sampled_from(NODES), max_size=3))
values = st.dictionaries(st.sampled_from(NODES), st.sampled_from(("x", "y", "z")))


def reached_values(
    graph: Mapping[str, Sequence[str]], of_node: Mapping[str, str], node: str
) -> set[str]:
    """Return what is gathered from a node, the slow way."""
    found, waiting = {node}, [node]
    while waiting:
        ahead = [to for to in graph.get(waiting.pop(), ()) if to not in found]
        found.update(ahead)
        waiting += ahead
    return {of_node[one] for one in found if one in of_node}


@settings(derandomize=True, deadline=None, max_examples=300)
@given(graphs, values)
def test_every_node_gathers_what_it_has_and_reaches(
    graph: Mapping[str, Sequence[str]], of_node: Mapping[str, str]
) -> None:
    """Circles, ways of any length and nodes that lead nowhere make no difference."""
    found = gathered(graph, of_node)
    assert set(found) == {*graph, *(to for ahead in graph.values() for to in ahead)}
    for node, gathered_values in found.items():
        assert gathered_values == reached_values(graph, of_node, node)

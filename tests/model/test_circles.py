"""Circles are found in every tangle of links, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from statutory.model.circles import circles

Graph = Mapping[str, Sequence[str]]
PROPERTY = settings(derandomize=True, deadline=None, max_examples=300)
_nodes = st.sampled_from("ABCDEF")
graphs = st.dictionaries(_nodes, st.lists(_nodes, max_size=3, unique=True))


def reached_from(graph: Graph, start: str) -> set[str]:
    """Return the nodes that links lead to from a node, by one step or more."""
    found: set[str] = set()
    waiting = list(graph.get(start, ()))
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting += graph.get(node, ())
    return found


def tangles(graph: Graph) -> set[frozenset[str]]:
    """Return the greatest sets of nodes that all reach each other and themselves."""
    reach = {node: reached_from(graph, node) for node in graph}
    looping = [node for node in graph if node in reach[node]]
    return {
        frozenset(other for other in looping if other in reach[node] and node in reach[other])
        for node in looping
    }


@PROPERTY
@given(graphs)
def test_every_tangle_has_one_circle_and_every_circle_is_one(graph: Graph) -> None:
    """A circle follows links that are there, and each tangle shows one."""
    found = list(circles(graph))
    for circle in found:
        steps = zip(circle, (*circle[1:], circle[0]), strict=True)
        assert all(target in graph[node] for node, target in steps)
        assert circle[0] == min(circle)
    home = {node: tangle for tangle in tangles(graph) for node in tangle}
    assert sorted(map(sorted, (home[circle[0]] for circle in found))) == sorted(
        map(sorted, set(home.values()))
    )


@PROPERTY
@given(graphs)
def test_order_of_the_links_between_nodes_does_not_matter(graph: Graph) -> None:
    """The circles are those of the graph, not of the order in which it is written."""
    shuffled = {node: graph[node] for node in sorted(graph, reverse=True)}
    assert list(circles(shuffled)) == list(circles(graph))


def test_long_ways_are_followed_without_recursion() -> None:
    """A chain of ten thousand links ends in its circle."""
    graph = {str(number): [str((number + 1) % 10_000)] for number in range(10_000)}
    (circle,) = circles(graph)
    assert len(circle) == 10_000

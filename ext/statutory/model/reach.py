"""What is reached by going on along links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from statutory.model.circles import connected_parts
from statutory.model.item import Item

T = TypeVar("T")


def reached(start: Item, step: Callable[[Item], Iterable[Item]]) -> tuple[Item, ...]:
    """Return the items that are reached from one, without it, by their identifiers.

    :param step: The items that one leads to; circles end the way.
    """
    return tuple(item for item in followed([start], step) if item.id != start.id)


def followed(starts: Iterable[Item], step: Callable[[Item], Iterable[Item]]) -> tuple[Item, ...]:
    """Return the items that are reached from some by one step or more, by their identifiers.

    One of those from which it begins is among them only where another leads to it.

    :param step: The items that one leads to; circles end the way.
    """
    found: dict[str, Item] = {}
    waiting = list(starts)
    while waiting:
        for item in step(waiting.pop()):
            if item.id not in found:
                found[item.id] = item
                waiting.append(item)
    return tuple(found[id_] for id_ in sorted(found))


def gathered(
    graph: Mapping[str, Sequence[str]], values: Mapping[str, str]
) -> Mapping[str, frozenset[str]]:
    """Return the values that each node of a graph has or reaches, circles and all.

    Each node is looked at once, however many lead to it and however long the way is.

    :param graph: The nodes that each node leads to; nodes that lead nowhere may be absent.
    :param values: The values of the nodes that have one.
    """
    nodes = dict.fromkeys((*graph, *(to for ahead in graph.values() for to in ahead)))
    own = {node: frozenset({values[node]} if node in values else ()) for node in nodes}
    return folded(graph, own, lambda parts: frozenset[str]().union(*parts))


def reaching(graph: Mapping[str, Sequence[str]], marked: Iterable[str]) -> frozenset[str]:
    """Return the nodes that reach a marked one other than themselves by one step or more.

    :param graph: The nodes that each node leads to; nodes that lead nowhere may be absent.
    """
    own: dict[str, tuple[str, ...]] = {node: (node,) for node in sorted(marked)}
    found = folded(graph, own, _any_two)
    return frozenset(
        node for node, to in graph.items() if any(set(found.get(one, ())) - {node} for one in to)
    )


def _any_two(parts: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Return two different nodes of some, or the only one: who asks may be one of them."""
    return tuple(sorted({node for part in parts for node in part})[:2])


def folded(
    graph: Mapping[str, Sequence[str]], own: Mapping[str, T], join: Callable[[Iterable[T]], T]
) -> Mapping[str, T]:
    """Return what each node has together with what it reaches, circles and all.

    Each node is looked at once, however many lead to it and however long the way is. Nodes
    that have and reach nothing are left out.

    :param graph: The nodes that each node leads to; nodes that lead nowhere may be absent.
    :param own: What the nodes have themselves.
    :param join: Makes one of several in any order; it may meet the same one repeatedly.
    """
    found: dict[str, T] = {}
    for part in connected_parts(graph):
        parts = [own[node] for node in part if node in own]
        parts += [
            found[to]
            for node in part
            for to in dict.fromkeys(graph.get(node, ()))
            if to not in part and to in found
        ]
        if parts:
            found.update(dict.fromkeys(part, join(parts)))
    return found

"""What is reached by going on along links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from statutory.model.circles import connected_parts
from statutory.model.item import Item


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
    found: dict[str, frozenset[str]] = {}
    for part in connected_parts(graph):
        own = [values[node] for node in part if node in values]
        ahead = [found[to] for node in part for to in graph.get(node, ()) if to not in part]
        found.update(dict.fromkeys(part, frozenset(own).union(*ahead)))
    return found

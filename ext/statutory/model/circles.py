"""Circles in a graph of links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def circles(graph: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Yield one circle for every part of a graph whose nodes all reach each other.

    :param graph: The nodes that each node leads to; nodes that lead nowhere may be absent.
    :return: The nodes of each circle in the order of the links, from the smallest on; the
        circles in the order of their first nodes.
    """
    found = (_circle(graph, part) for part in connected_parts(graph))
    yield from sorted(circle for circle in found if circle)


def _circle(graph: Mapping[str, Sequence[str]], part: frozenset[str]) -> tuple[str, ...]:
    """Return a shortest circle through the smallest node of a part; empty for none."""
    start = min(part)
    came_from: dict[str, str] = {}
    reached = [start]
    for node in reached:
        for target in graph.get(node, ()):
            if target == start:
                way = [node]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return tuple(reversed(way))
            if target in part and target not in came_from:
                came_from[target] = node
                reached.append(target)
    return ()


def connected_parts(graph: Mapping[str, Sequence[str]]) -> Iterator[frozenset[str]]:
    """Yield the parts of a graph whose nodes all reach each other, or that are one node.

    A part comes after those that it leads to (Tarjan, 1972; without recursion).
    """
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    for root in graph:
        if root in number:
            continue
        number[root] = lowest[root] = len(number)
        path.append(root)
        on_path.add(root)
        work = [(root, iter(graph[root]))]
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in number:
                    number[target] = lowest[target] = len(number)
                    path.append(target)
                    on_path.add(target)
                    work.append((target, iter(graph.get(target, ()))))
                    break
                if target in on_path:
                    lowest[node] = min(lowest[node], number[target])
            else:
                work.pop()
                if work:
                    parent = work[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == number[node]:
                    part = _cut_off(path, node)
                    on_path -= part
                    yield part


def _cut_off(path: list[str], node: str) -> frozenset[str]:
    """Take a node and all behind it off a path, and return them."""
    part: set[str] = set()
    while node not in part:
        part.add(path.pop())
    return frozenset(part)

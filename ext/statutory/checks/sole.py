"""Slips after which nothing of an item is read as it was meant: they alone are told of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from statutory.checks.registry import Check, Problem
from statutory.model.catalogue import Catalogue
from statutory.model.document import Directive, Document
from statutory.source.targets import read_targets

_OF_INCOMING_LINKS = ("uncovered-element",)
"""The checks that miss a link which leads to the item."""

Found = tuple[Check, Problem]


def without_consequences(catalogue: Catalogue, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the problems but those that follow from another one.

    Of what a sole problem touches nothing else is said. Nor is it said of an item that a
    link to it is missing, where the link stands in a block that gave no item.
    """
    sole = [problem for _, problem in found if problem.is_sole]
    wide = _spans(catalogue, [problem for problem in sole if problem.touches])
    spans = _spans(catalogue, sole)
    silent = {*_silent(catalogue, spans)}
    lost: Mapping[str, frozenset[str]] | None = None
    for check, problem in found:
        if problem.is_sole and problem.touches:
            yield check, problem
            continue
        own = problem.item in silent and not problem.is_sole
        if own or _lies_in(problem, wide if problem.is_sole else spans):
            continue
        if check.name in _OF_INCOMING_LINKS:
            lost = _lost_links(catalogue, silent) if lost is None else lost
            if problem.item in lost.get(problem.field, ()):
                continue
        yield check, problem


def _lies_in(problem: Problem, spans: Mapping[str, Sequence[range]]) -> bool:
    """Say whether the place of a problem is among some lines."""
    lines = spans.get(problem.location.path, ())
    return any(problem.location.line in span for span in lines)


def _silent(catalogue: Catalogue, spans: Mapping[str, Sequence[range]]) -> Iterator[str]:
    """Yield the identifiers of the items that some lines touch.

    So are those that stand behind a hidden line break, where the scanner sees none.
    """
    for document in catalogue.documents:
        touched = _touched(catalogue, document, spans.get(document.path, ()))
        yield from (directive.id for directive in touched if directive.id)
    hiding = {document.path for document in catalogue.documents if document.hidden_breaks}
    for item in catalogue.own_items() if hiding else ():
        if item.location.path in hiding and item.id not in catalogue.declarations:
            yield item.id


def _spans(catalogue: Catalogue, problems: Iterable[Problem]) -> Mapping[str, tuple[range, ...]]:
    """Return the lines that sole problems touch, by path."""
    own: dict[str, list[range]] = defaultdict(list)
    for problem in problems:
        line = problem.location.line
        own[problem.location.path].append(problem.touches or range(line, line + 1))
    documents = {document.path: document for document in catalogue.documents}
    return {
        path: tuple(_widened(catalogue, documents[path], spans) if path in documents else spans)
        for path, spans in own.items()
    }


def _widened(catalogue: Catalogue, document: Document, spans: Sequence[range]) -> Iterator[range]:
    """Yield some lines, and those of the items and open fences that they touch."""
    yield from spans
    for directive in _touched(catalogue, document, spans):
        yield range(directive.location.line, directive.end_line + 1)
    for fence in document.unclosed:
        if _touches(spans, fence.line, fence.end_line):
            yield range(fence.line, fence.end_line + 1)


def _touched(
    catalogue: Catalogue, document: Document, spans: Sequence[range]
) -> Iterator[Directive]:
    """Yield the items of a file that some lines touch."""
    for directive in document.directives if spans else ():
        is_item = directive.name in catalogue.vocabulary.types or directive.fault
        if is_item and _touches(spans, directive.location.line, directive.end_line):
            yield directive


def _touches(spans: Iterable[range], first: int, last: int) -> bool:
    return any(span.start <= last and first < span.stop for span in spans)


def _lost_links(catalogue: Catalogue, silent: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Return the targets of the links in blocks that gave no item, by link."""
    quiet = frozenset(silent)
    lost: dict[str, set[str]] = defaultdict(set)
    for directive in catalogue.directives():
        others = catalogue.declarations.get(directive.id, ())
        is_made = directive.fault is None and directive.id in catalogue.items
        if is_made and directive.id not in quiet and len(others) == 1:
            continue
        written = [(option.name, option.value) for option in directive.options]
        written += [(option.name, option.value) for option in directive.lost]
        for name, value in written:
            if name in catalogue.vocabulary.links:
                lost[name].update(target.id for target in read_targets(value))
    return {name: frozenset(targets) for name, targets in lost.items()}

"""The filters of a project: where expressions stand that sphinx-needs evaluates.

The scanner finds those in Markdown, with their lines; what it cannot see, such as filters
in reStructuredText and in the functions of a value, the build has found.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from statutory.model.allowed import HELPERS, Refusal, refusal_of
from statutory.model.catalogue import Catalogue
from statutory.model.code import Code, CodeKind
from statutory.model.document import Directive, Document
from statutory.model.expression import (
    ConstantFilterError,
    UnreadableFilterError,
    names_read,
    unreadable_patterns,
)
from statutory.model.finding import Message
from statutory.model.location import Location
from statutory.source.targets import read_targets
from statutory.suggest import nearest_by_word

_ROLE = "need_count"
_RATIO = " ? "
"""What stands between the two filters of which the role gives the ratio."""

_PIE = "needpie"
FILTER_OPTIONS = ("filter", "highlight", "milestone_filter")
"""The options of sphinx-needs' directives that hold a filter."""

_PREFIX = "need"
"""How the names of sphinx-needs' directives begin."""

_OF_RECORDS = ("needimport",)
"""The directives whose filters see the records of a file, not the items."""

_BUILTINS = frozenset(dir(builtins))

_NEAR = 200
"""How many lines below the beginning of a directive its text is looked for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter:
    """A filter and its place.

    :param option: The option, link, role or directive that it is written in.
    :param first_line: The first line of what it belongs to.
    :param last_line: The last line of what it belongs to.
    :param kind: Whether it reads items, or what nobody knows beforehand.
    """

    text: str
    option: str
    location: Location
    first_line: int
    last_line: int
    kind: CodeKind = CodeKind.FILTER


def find_filters(catalogue: Catalogue) -> Iterator[Filter]:
    """Yield the filters of a project: those in the Markdown files, then what else was built."""
    scanned = list(_scanned(catalogue))
    yield from scanned
    known: dict[tuple[str, str], list[Filter]] = {}
    for found in scanned:
        known.setdefault((found.location.path, found.text.strip()), []).append(found)
    lines = {document.path: document.text.split("\n") for document in catalogue.documents}
    for code in catalogue.code:
        if code.kind not in (CodeKind.FILTER, CodeKind.EXPRESSION):
            continue
        line = code.location.line
        alike = known.get((code.location.path, code.text.strip()), ())
        if not any(it.first_line <= line <= it.last_line for it in alike):
            yield Filter(
                text=code.text,
                option=code.name,
                location=place_of(code, lines.get(code.location.path, ())),
                first_line=line,
                last_line=line,
                kind=code.kind,
            )


def place_of(code: Code, lines: Sequence[str]) -> Location:
    """Return the line on which a text begins that a build found, as far as it can be told.

    :param lines: The lines of its file.
    """
    begins = code.text.strip().split("\n")[0]
    first = code.location.line
    start = max(first, 1)
    for number, line in enumerate(lines[start - 1 : start + _NEAR], start=start):
        if begins and begins in line:
            return Location(code.location.path, number)
    return code.location


def refusal_in(catalogue: Catalogue, found: Filter) -> Refusal | None:
    """Return what a filter asks for that content may not, unless the project lets it."""
    return None if catalogue.settings.allows_code else refusal_of(found.text)


def _scanned(catalogue: Catalogue) -> Iterator[Filter]:
    """Yield the filters that the scanner has found, by file."""
    for document in catalogue.documents:
        for directive in document.directives:
            if directive.name in catalogue.vocabulary.types:
                yield from _conditions(catalogue, directive)
            elif directive.name.startswith(_PREFIX):
                yield from _options(directive)
                if directive.name == _PIE:
                    yield from _slices(document, directive)
        for role in document.roles:
            if role.name == _ROLE:
                for text in parts_of_count(role.text):
                    yield Filter(
                        text=text,
                        option=_ROLE,
                        location=Location(document.path, role.line),
                        first_line=role.line,
                        last_line=role.line,
                    )


def fault_of(catalogue: Catalogue, found: Filter) -> Message | None:
    """Return what is wrong with a filter, or ``None`` where nothing is seen to be."""
    option = found.option
    try:
        names = names_read(found.text)
    except UnreadableFilterError as error:
        return Message(
            "{option} cannot be read from here on: {rest}", {"option": option, "rest": str(error)}
        )
    except ConstantFilterError:
        return Message(
            "{option} says the same of every item and chooses none: {text}",
            {"option": option, "text": found.text},
        )
    for pattern in unreadable_patterns(found.text):
        return Message(
            "{option} searches for {pattern}, which is no regular expression",
            {"option": option, "pattern": pattern},
        )
    known = catalogue.vocabulary.filter_names
    if not known or found.kind is not CodeKind.FILTER:
        return None
    callable_names = _BUILTINS if catalogue.settings.allows_code else frozenset(HELPERS)
    strange = [
        name
        for name in names
        if name not in known and (name not in callable_names or _is_value(catalogue, found, name))
    ]
    return _of_name(catalogue, option, strange[0]) if strange else None


def _of_name(catalogue: Catalogue, option: str, name: str) -> Message:
    """Return what to say of a name that no item has."""
    if name in _values(catalogue):
        return Message(
            '{option} has the value {name} without quotation marks: write "{name}"',
            {"option": option, "name": name},
        )
    suggestion = nearest_by_word(name, _words(catalogue))
    text = "{option} reads {name}, which is no field and no link"
    if suggestion:
        text = "{option} reads {name}, which is no field and no link; did you mean {nearest}?"
    return Message(text, {"option": option, "name": name, "nearest": suggestion})


def _is_value(catalogue: Catalogue, found: Filter, name: str) -> bool:
    """Say whether a name is that of a function of Python but is meant as a value."""
    return name in _values(catalogue) and not re.search(rf"\b{name}\s*\(", found.text)


def _values(catalogue: Catalogue) -> frozenset[str]:
    """Return the values that any field lists."""
    enumerations = catalogue.vocabulary.enumerations.values()
    return frozenset(value for values in enumerations for value in values)


def _words(catalogue: Catalogue) -> dict[str, str]:
    """Return the words that people use for the names that a filter can read."""
    names = catalogue.vocabulary.filter_names
    labels = {label: name for name, label in catalogue.settings.labels.items() if name in names}
    links = {link.outgoing: link.name for link in catalogue.vocabulary.links.values()}
    return labels | links | {name: name for name in names}


def parts_of_count(text: str) -> list[str]:
    """Return the filters of a count: one, or two for a ratio; more of them cannot be read."""
    parts = text.split(_RATIO)
    return parts if len(parts) <= len(("count", "whole")) else [text]


def _options(directive: Directive) -> Iterator[Filter]:
    for option in directive.options:
        if option.name in FILTER_OPTIONS and option.value:
            yield _of_directive(directive, option.line, option.value, option.name)


def _conditions(catalogue: Catalogue, directive: Directive) -> Iterator[Filter]:
    """Yield the conditions on the links of an item; they are filters of one item."""
    for option in directive.options:
        if "[" in option.value and option.name in catalogue.vocabulary.links:
            for target in read_targets(option.value):
                if target.condition:
                    yield _of_directive(directive, option.line, target.condition, option.name)


def _slices(document: Document, directive: Directive) -> Iterator[Filter]:
    """Yield the filters in the body of a pie chart: one a line, but for plain numbers."""
    lines = document.text.split("\n")
    first = max([directive.location.line, *directive.option_lines.values()]) + 1
    for number in range(first, directive.end_line):
        text = lines[number - 1].strip()
        if text and not text.isdigit() and set(text) != {"-"}:
            yield _of_directive(directive, number, text, directive.name)


def _of_directive(directive: Directive, line: int, text: str, option: str) -> Filter:
    return Filter(
        text=text,
        option=option,
        location=Location(directive.location.path, line),
        first_line=directive.location.line,
        last_line=directive.end_line,
        kind=CodeKind.EXPRESSION if directive.name in _OF_RECORDS else CodeKind.FILTER,
    )

"""Items read from scanned files without Sphinx, as sphinx-needs makes them.

A directive gives an item where sphinx-needs would make one, with the values it would have.
What the files alone do not tell (lists, imports, functions, defaults of the project) is
named and never guessed. Fields that a rule of the project computes are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from statutory.model.catalogue import Catalogue, Violation
from statutory.model.document import Directive, Document
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.settings import Settings, Vocabulary
from statutory.source.beyond import Unreadable, beyond_items, find_beyond, lines_of_code
from statutory.source.targets import read_targets, written_targets
from statutory.source.values import complaints, is_convertible, is_exact, truth_of

# Options by which sphinx-needs works the item or its body out.
_SWITCHES = ("jinja_content", "title_from_content")
_OF_SPHINX = ("constraints", "template", "pre_template", "post_template", *_SWITCHES)
_DIGITS = re.compile(r"(\d+)")
_CONDITION = re.compile(r"[^\[]+(?P<opening>\[+)(?P<rest>.*)", re.DOTALL)
_ROLES_OF_PARTS = frozenset(("np", "need_part"))
_PARENT = "parent_needs"


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentItems:
    """What one file gives.

    :param items: The items that it makes, each with the directive that makes it, in order.
    :param violations: The values that the declared schema does not allow.
    :param unreadable: What only Sphinx can read, in order.
    :param has_parts: Whether its text names parts of items.
    """

    items: tuple[tuple[Directive, Item], ...]
    violations: tuple[Violation, ...]
    unreadable: tuple[Unreadable, ...]
    has_parts: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A catalogue read without Sphinx; it is exact where nothing is unreadable."""

    catalogue: Catalogue
    unreadable: tuple[Unreadable, ...]


def read_catalogue(
    settings: Settings, vocabulary: Vocabulary, documents: Iterable[Document]
) -> Reading:
    """Return what a build makes of some scanned files, its warnings left out."""
    documents = tuple(documents)
    read = [read_document(document, vocabulary) for document in documents]
    return join_documents(settings, vocabulary, documents, read)


def join_documents(
    settings: Settings,
    vocabulary: Vocabulary,
    documents: tuple[Document, ...],
    read: Sequence[DocumentItems],
) -> Reading:
    """Return the catalogue of some files, each read by itself.

    :param read: What each of the documents gives, in their order.
    """
    files = Catalogue(settings=settings, vocabulary=vocabulary, documents=documents)
    items: dict[str, Item] = {}
    unreadable: list[Unreadable] = []
    for part in read:
        unreadable += part.unreadable
        for directive, item in part.items:
            declared = files.declarations[item.id]
            if len(declared) == 1:
                items[item.id] = item
                continue
            items[item.id] = declared_item(vocabulary, documents, declared[0])
            unreadable += _around_others(directive, part)
    of_project = (*vocabulary.elsewhere, *_inexact(vocabulary, items))
    unreadable += [Unreadable(Location(settings.path), name) for name in of_project]
    has_parts = any(part.has_parts for part in read)
    mark = settings.fields.reviewed_content
    for id_, item in items.items():
        if item.value(mark):  # It is held against a fingerprint, which sphinx-needs works out.
            unreadable.append(Unreadable(item.option_location(mark), "the mark of a review"))
        if any("." in target for targets in item.links.values() for target in targets):
            items[id_] = _with_parts(item, items)
            if has_parts:
                unreadable.append(Unreadable(item.location, "a link to a part of an item"))
    violations = {violation for part in read for violation in part.violations}
    return Reading(
        catalogue=replace(files, items=items, violations=tuple(sorted(violations))),
        unreadable=tuple(sorted(unreadable)),
    )


def read_document(document: Document, vocabulary: Vocabulary) -> DocumentItems:
    """Return the items that a scanned file gives."""
    made: list[tuple[Directive, Item]] = []
    violations: list[Violation] = []
    unreadable = [*find_beyond(document, vocabulary)]
    around: list[tuple[Directive, Item | None]] = []
    in_code = lines_of_code(document)
    for directive in document.directives:
        while around and around[-1][0].end_line < directive.location.line:
            around.pop()
        if directive.name not in vocabulary.types:
            around.append((directive, None))
            continue
        item = None
        is_text = directive.in_code or directive.location.line in in_code
        if not is_text and _is_parsed(around, vocabulary):
            item = _made(directive, document, vocabulary)
        if item is not None:
            item = _nested(item, around)
            made.append((directive, item))
            given = _given(directive, vocabulary)
            violations += _violations(item.id, given, vocabulary, directive.name)
            unreadable += [
                Unreadable(Location(document.path, line), reason)
                for line, reason in _beyond_values(directive, given, vocabulary)
            ]
            unreadable += beyond_items(directive, [outer for outer, _ in around], vocabulary)
        around.append((directive, item))
    return DocumentItems(
        items=tuple(made),
        violations=tuple(violations),
        unreadable=tuple(unreadable),
        has_parts=any(role.name in _ROLES_OF_PARTS for role in document.roles),
    )


def declared_item(
    vocabulary: Vocabulary, documents: Iterable[Document], directive: Directive
) -> Item:
    """Return the item that a directive means, whether or not sphinx-needs makes it.

    It stands for an identifier that is declared more than once.
    """
    docnames = {document.path: document.docname for document in documents}
    given = {option.name: option.value for option in directive.options}
    return _item(directive, docnames[directive.location.path], given, vocabulary)


def _made(directive: Directive, document: Document, vocabulary: Vocabulary) -> Item | None:
    """Return the item of a directive, or ``None`` where sphinx-needs makes none."""
    if directive.fault or directive.options_dropped or directive.bad_escape_line:
        return None
    options = {option.name: option.value for option in directive.options}
    if "delete" in options and truth_of(options["delete"]) is not False:
        return None
    id_ = options.get("id", "")
    given = _given(directive, vocabulary)
    if (
        not id_
        or not re.match(vocabulary.id_pattern, id_)
        or _has_bad_value(given, directive, vocabulary)
    ):
        return None
    hidden = "hide" in given and truth_of(given["hide"], loose=True) is True
    return _item(directive, "" if hidden else document.docname, given, vocabulary)


def _given(directive: Directive, vocabulary: Vocabulary) -> dict[str, str]:
    """Return the options that sphinx-needs takes from a directive."""
    schemas = vocabulary.schemas.get(directive.name, {})
    known = {name for name, schema in schemas.items() if not schema.computed}
    return {
        option.name: option.value
        for option in directive.options
        if option.name in known or option.name in _OF_SPHINX
    }


def _has_bad_value(given: Mapping[str, str], directive: Directive, vocabulary: Vocabulary) -> bool:
    """Say whether a value is such that sphinx-needs does not make the item."""
    schemas = vocabulary.schemas.get(directive.name, {})
    for name, value in given.items():
        kind = schemas[name].kind if name in schemas else ""
        if not is_convertible(value, kind):
            return True
        if kind == "links" and any(map(_is_broken, _texts_of_targets(value))):
            return True
        if name in _SWITCHES and truth_of(value) is None:
            return True
    return False


def _item(
    directive: Directive, docname: str, given: Mapping[str, str], vocabulary: Vocabulary
) -> Item:
    """Return a directive as an item, its links in the order of sphinx-needs."""
    schemas = vocabulary.schemas.get(directive.name, {})
    computed = {name for name, schema in schemas.items() if schema.computed}
    links = {
        name: sorted((target.address for target in read_targets(given[name])), key=_natural_order)
        for name in vocabulary.links
        if name in given and name not in computed
    }
    return Item(
        id=directive.id,
        type=directive.name,
        title=directive.title,
        docname=docname,
        location=directive.location,
        fields={
            name: value
            for name in vocabulary.fields
            if name not in computed and (value := given.get(name, "").strip())
        },
        links={name: tuple(targets) for name, targets in links.items() if targets},
        option_lines=directive.option_lines,
    )


def _nested(item: Item, around: Iterable[tuple[Directive, Item | None]]) -> Item:
    """Return an item with the link to the one whose body it stands in, if any."""
    outer = [outside for _, outside in around if outside is not None]
    if not outer:
        return item
    return replace(item, links={**item.links, _PARENT: (outer[-1].id,)})


def _is_parsed(around: Iterable[tuple[Directive, Item | None]], vocabulary: Vocabulary) -> bool:
    """Say whether Sphinx reads the body of every directive around a place."""
    return all(
        item is not None
        if directive.name in vocabulary.types
        else directive.name in vocabulary.directives
        for directive, item in around
    )


def _violations(
    id_: str, given: Mapping[str, str], vocabulary: Vocabulary, kind: str
) -> Iterator[Violation]:
    """Yield the values of an item that the declared schema does not allow."""
    schemas = vocabulary.schemas.get(kind, {})
    for name, value in given.items():
        if name in schemas and schemas[name].kind == "string" and is_exact(schemas[name]):
            for text in complaints(value.strip(), schemas[name]):
                yield Violation(id_, name, text)


def _beyond_values(
    directive: Directive, given: Mapping[str, str], vocabulary: Vocabulary
) -> Iterator[tuple[int, str]]:
    """Yield the lines of the values that only sphinx-needs can work out, and why."""
    lines = directive.option_lines
    schemas = vocabulary.schemas.get(directive.name, {})
    for name, value in given.items():
        if name in _OF_SPHINX or name == "hide":
            yield lines[name], f"the option {name}"
            continue
        schema = schemas[name]
        if any(mark in value for mark in schema.marks):
            yield lines[name], "a value that is worked out"
        elif schema.kind == "links" and "[" in value:
            yield lines[name], "a condition on a link"
        elif name in vocabulary.fields and schema.kind != "string":
            yield lines[name], f"a value of the type {schema.kind}"


def _inexact(vocabulary: Vocabulary, items: Mapping[str, Item]) -> Iterator[str]:
    """Yield the declarations in use that files alone do not settle: defaults, other rules."""
    used = {item.type for item in items.values()}
    for kind, schemas in sorted(vocabulary.schemas.items()):
        for name, schema in schemas.items():
            if kind in used and not schema.computed and not is_exact(schema):
                yield f"the declaration of {name} of {kind}"


def _around_others(directive: Directive, part: DocumentItems) -> Iterator[Unreadable]:
    """Yield the items in the body of one whose identifier is not its own alone."""
    for other, _ in part.items:
        if other is not directive and directive.covers(other.location.line):
            yield Unreadable(other.location, "an item in the body of a duplicate")


def _with_parts(item: Item, items: Mapping[str, Item]) -> Item:
    """Return an item whose links to parts of missing items lead to these themselves."""
    links = {
        name: tuple(_whole(target, items) for target in targets)
        for name, targets in item.links.items()
    }
    return replace(item, links=links)


def _whole(target: str, items: Mapping[str, Item]) -> str:
    id_ = target.partition(".")[0]
    return target if id_ in items else id_


def _texts_of_targets(value: str) -> Iterator[str]:
    return (value[target.start : target.end] for target in written_targets(value))


def _is_broken(target: str) -> bool:
    """Say whether the brackets of a condition on a link do not match."""
    match = _CONDITION.fullmatch(target)
    if match is None:
        return False
    _, closing, behind = match["rest"].partition("]" * len(match["opening"]))
    return not closing or bool(behind)


def _natural_order(address: str) -> tuple[list[tuple[int, str]], str]:
    """Return the key of sphinx-needs' order: numbers by value, letters without case."""
    parts = _DIGITS.split(address)
    key = [(int(part), "") if part.isdigit() else (-1, part.casefold()) for part in parts]
    return key, address

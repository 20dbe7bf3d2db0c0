"""References in running text and tables of contents: whether they lead where they should."""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import PurePosixPath

from statutory.checks.handful import HANDFUL
from statutory.checks.registry import Problem, check
from statutory.model.catalogue import BuildWarning, Catalogue
from statutory.model.document import Document
from statutory.model.finding import Message, Severity
from statutory.model.location import Location
from statutory.model.places import Places
from statutory.model.reference import DeadReference, ReferenceKind
from statutory.source.excerpts import locate
from statutory.source.roles import ROLES
from statutory.suggest import KnownNames, nearest

UNKNOWN_ROLE = "myst.role_unknown"
NOT_LISTED, CIRCULAR, NOT_THERE = "toc.not_included", "toc.circular", "toc.not_readable"
"""The kinds of the warnings that checks of this module tell."""

_TOCTREE = "toctree"
_NAME = re.compile(r"""["']([^"']+)["']""")
_READ_RIGHT = ("unclosed-fence", "swallowed-options")

_SENTENCES: Mapping[ReferenceKind, str] = {
    ReferenceKind.ITEM: "there is no item {target}",
    ReferenceKind.PART: "there is no part {target}",
    ReferenceKind.PAGE: "there is no page {target}",
    ReferenceKind.FILE: "there is no file {target}",
    ReferenceKind.PLACE: "the page {page} has no place {target}",
    ReferenceKind.TERM: "the glossary has no term {target}",
    ReferenceKind.OTHER: "nothing has the name {target}",
}
_SENTENCES_WITH_OFFER: Mapping[ReferenceKind, str] = {
    ReferenceKind.ITEM: "there is no item {target}; did you mean {nearest}?",
    ReferenceKind.PAGE: "there is no page {target}; did you mean {nearest}?",
    ReferenceKind.PLACE: "the page {page} has no place {target}; did you mean {nearest}?",
    ReferenceKind.TERM: "the glossary has no term {target}; did you mean {nearest}?",
    ReferenceKind.OTHER: "nothing has the name {target}; did you mean {nearest}?",
}
_ITEM_AS_PLACE = "{target} is an item, to which one refers with {role}"


@check(
    "dead-reference",
    severity=Severity.ERROR,
    requires=_READ_RIGHT,
    why="A reader who follows the reference finds nothing, and what the text leans on is "
    "perhaps gone.",
    remedy="Lead it to what exists, or take it out of the text.",
    identified_by=("target", "page"),
)
def dead_reference(catalogue: Catalogue) -> Iterator[Problem]:
    """Find references in running text that lead nowhere."""
    places, offers = Places(catalogue), _Offers(catalogue)
    texts = {document.path: document.text for document in catalogue.documents}
    seen: set[tuple[object, ...]] = set()
    closed = {one for it in catalogue.documents if it.closed for one in (it.docname, it.path)}
    for place, dead in locate(texts, [*catalogue.dead_references, *_not_there(catalogue)]):
        key = (place, dead.kind, dead.page, dead.target)
        if key in seen or _is_told(catalogue, dead) or _names_one_of(closed, dead):
            continue
        seen.add(key)
        yield Problem(
            item=places.item_at(place),
            location=place,
            message=offers.message_of(dead),
            field=places.option_at(place),
        )


@check(
    "unknown-role",
    severity=Severity.ERROR,
    requires=_READ_RIGHT,
    why="A role that nobody knows is shown as the text that it is, and no reader finds the "
    "item behind it.",
    remedy="Write the name of a role in braces, and what it is of right behind it in backquotes: "
    "{need}`ID`.",
    identified_by=("name", "role"),
)
def unknown_role(catalogue: Catalogue) -> Iterator[Problem]:
    """Find roles that are misspelt or lack their braces."""
    places = Places(catalogue)
    for warning in catalogue.warnings:
        match = _NAME.search(warning.text) if warning.kind == UNKNOWN_ROLE else None
        if match is not None:
            message = _message_of_role(match[1])
            place = _line_with(catalogue, warning.location, f"{{{match[1]}}}")
            yield Problem(item=places.item_at(place), location=place, message=message)
    for document in catalogue.documents:
        for meant in document.meant_roles:
            place = Location(document.path, meant.line)
            role = f"{{{meant.name}}}`{meant.text}`"
            message = Message("the role is text to Markdown: write {role}", {"role": role})
            yield Problem(item=places.item_at(place), location=place, message=message)


@check(
    "toctree-loop",
    severity=Severity.ERROR,
    why="A table of contents that leads back to itself has no end; Sphinx cannot build its menus "
    "and shows no page.",
    remedy="Take the page that is led back to out of the table; a pattern such as /** takes in "
    "all pages, those above it too.",
    identified_by=("page",),
)
def toctree_loop(catalogue: Catalogue) -> Iterator[Problem]:
    """Find tables of contents that lead back to a page above them."""
    for loop in catalogue.loops:
        way = [*loop.pages[:HANDFUL], *(["…"] if len(loop.pages) > HANDFUL else [])]
        values = {"page": loop.pages[0], "way": " → ".join([*way, loop.pages[0]])}
        yield Problem(
            item="",
            location=loop.location,
            message=Message("the table of contents leads back to {page}: {way}", values),
        )


@check(
    "unlisted-page",
    severity=Severity.WARNING,
    requires=("empty-file",),
    why="No menu leads to a page that is in no table of contents, so readers do not find it.",
    remedy="Add the page to the table of contents (toctree) of the page above it: its path from "
    "that page, without the ending.",
    identified_by=(),
)
def unlisted_page(catalogue: Catalogue) -> Iterator[Problem]:
    """Find pages that are in no table of contents."""
    for warning in catalogue.warnings:
        if warning.kind != NOT_LISTED:
            continue
        path = warning.location.path
        table = _table_for(catalogue, path)
        message = Message("the page is in no table of contents")
        if table is not None:
            message = Message(
                "the page is in no table of contents: add the line {entry} to the toctree at "
                "{table}",
                {"entry": _entry(path, table.path), "table": str(table)},
            )
        yield Problem(item="", location=Location(path, 1), message=message)


def _message_of_role(name: str) -> Message:
    """Return what to say of a role that nobody knows."""
    offer = nearest(name, ROLES)
    if offer:
        text = "there is no role {name}; did you mean {nearest}?"
        return Message(text, {"name": name, "nearest": offer})
    return Message("there is no role {name}", {"name": name})


def told_elsewhere(catalogue: Catalogue) -> Iterator[BuildWarning]:
    """Yield the warnings of Sphinx whose causes the checks of this module tell."""
    dead = {
        (one.path, one.line, one.kind_of_warning, one.warning) for one in catalogue.dead_references
    }
    for warning in catalogue.warnings:
        place = warning.location
        is_circular = warning.kind == CIRCULAR and catalogue.loops
        is_dead = (place.path, place.line, warning.kind, warning.text) in dead
        is_named = warning.kind in {UNKNOWN_ROLE, NOT_THERE} and _NAME.search(warning.text)
        if is_named or warning.kind == NOT_LISTED or is_circular or is_dead:
            yield warning


class _Offers:
    """What references could have meant; looked through at the first question of each kind."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @functools.cached_property
    def _items(self) -> KnownNames:
        """The items by their identifiers and titles."""
        items = self._catalogue.items.values()
        return KnownNames(
            {item.title: item.id for item in items} | {one.id: one.id for one in items}
        )

    @functools.cached_property
    def _ids_by_title(self) -> Mapping[str, str]:
        return {item.title.casefold(): item.id for item in self._catalogue.items.values()}

    def message_of(self, dead: DeadReference) -> Message:
        """Return what to say of a reference, with what it could have meant."""
        values = {"target": dead.target, "page": dead.page}
        meant = self._item_named(dead)
        if meant:
            return Message(_ITEM_AS_PLACE, {**values, "role": f"{{need}}`{meant}`"})
        offer = self._offer(dead)
        if offer:
            return Message(_SENTENCES_WITH_OFFER[dead.kind], {**values, "nearest": offer})
        return Message(_SENTENCES[dead.kind], values)

    def _item_named(self, dead: DeadReference) -> str:
        """Return the item that a link names as if it were a page or a place; "" where none."""
        if dead.kind not in {ReferenceKind.PLACE, ReferenceKind.OTHER}:
            return ""
        if dead.target in self._catalogue.items:
            return dead.target
        return self._ids_by_title.get(dead.target.casefold(), "")

    def _offer(self, dead: DeadReference) -> str:
        """Return the name that is most like that of a reference; "" where none is."""
        if dead.kind is ReferenceKind.ITEM:
            return self._catalogue.current_ids.get(dead.target) or self._items.nearest(dead.target)
        if dead.kind is ReferenceKind.PAGE:
            return self._page_like(dead)
        return nearest(dead.target, dead.known)

    def _page_like(self, dead: DeadReference) -> str:
        """Return the page whose path is most like that of a reference, as it would be written."""
        has_suffix = bool(PurePosixPath(dead.target).suffix)
        folder = posixpath.dirname(dead.path) or "."
        words: dict[str, str] = {}
        for document in self._catalogue.documents:
            if document.path != dead.path:
                path = document.path if has_suffix else _without_suffix(document.path)
                written = posixpath.relpath(path, folder)
                words |= {path: written, written: written}
        return KnownNames(words).nearest(dead.target)


def _not_there(catalogue: Catalogue) -> Iterator[DeadReference]:
    """Yield the entries of tables of contents for which there is no page."""
    for warning in catalogue.warnings:
        name = _NAME.search(warning.text) if warning.kind == NOT_THERE else None
        if name is not None:
            place, kind = warning.location, ReferenceKind.PAGE
            yield DeadReference(path=place.path, line=place.line, kind=kind, target=name[1])


def _is_told(catalogue: Catalogue, dead: DeadReference) -> bool:
    """Say whether an item is missing only because it was not made, which is told there."""
    return dead.kind is ReferenceKind.ITEM and dead.target in catalogue.declarations


def _names_one_of(pages: AbstractSet[str], dead: DeadReference) -> bool:
    """Say whether a reference is to one of some pages, from the root or from its own folder."""
    folder = posixpath.dirname(dead.path)
    named = {dead.target.lstrip("/"), posixpath.normpath(posixpath.join(folder, dead.target))}
    return not pages.isdisjoint(named)


def _line_with(catalogue: Catalogue, place: Location, text: str) -> Location:
    """Return the line of a paragraph that holds a text; that of the paragraph where none does."""
    texts = {one.path: one.text for one in catalogue.documents if one.path == place.path}
    sought = DeadReference(path=place.path, line=place.line, kind=ReferenceKind.OTHER, target=text)
    return next(found for found, _ in locate(texts, [sought]))


def _table_for(catalogue: Catalogue, path: str) -> Location | None:
    """Return the table of contents that a page belongs to: the nearest one above it."""
    folder = PurePosixPath(path).parent
    found: dict[PurePosixPath, Location] = {}
    for document in catalogue.documents:
        table = _table_on(document)
        if table is not None and document.path != path:
            found.setdefault(PurePosixPath(document.path).parent, table)
    return next((found[above] for above in (folder, *folder.parents) if above in found), None)


def _table_on(document: Document) -> Location | None:
    return next((one.location for one in document.directives if one.name == _TOCTREE), None)


def _entry(path: str, table_path: str) -> str:
    """Return how a page is listed in the table of contents of another."""
    return _without_suffix(posixpath.relpath(path, posixpath.dirname(table_path) or "."))


def _without_suffix(path: str) -> str:
    return str(PurePosixPath(path).with_suffix(""))

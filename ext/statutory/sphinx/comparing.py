"""Digests by which the pages of two builds are compared."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.addnodes import toctree

from statutory.finnish.words import words
from statutory.sphinx.file_digests import files_in
from statutory.sphinx.noting import Notes, notes_of
from statutory.sphinx.session import session_of
from statutory.views.shown import Shown, text_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from statutory.model.item import Item

PACKAGE = Path(__file__).parents[1]
OF_EVERY_ITEM = ("id", "title", "type")
"""What every item has that sphinx-needs can show of it in running text."""

_NAME = re.compile(r"[^\W\d]\w*")


def content_digest(app: Sphinx) -> str:
    """Return a digest of all content and of the configuration that pages depend on.

    The digests of the single files are left in the session, for those of the pages.
    """
    session = session_of(app)
    settings = session.settings
    session.sources = {name: _source_digest(app, name) for name in sorted(app.env.found_docs)}
    state = [
        session.files.of(Path(app.srcdir, name)) for name in (settings.baseline, settings.snapshot)
    ]
    sources = session.sources
    return _digest(*_common(app), *state, *sources, *sources.values())


def page_digests(app: Sphinx, shown: Shown) -> dict[str, str]:
    """Return a digest of what each page shows, by page.

    Two builds give a page the same digest exactly where it has the same text, cards, views,
    names of what it links to, and menus, and where the search finds it by the same words.
    """
    comparison = _Comparison(app, shown)
    return {name: comparison.digest(name) for name in sorted(app.env.found_docs)}


class _Comparison:
    """What the pages of one build show, as text to compare with that of another.

    :param shown: The cards and views of the build.
    """

    def __init__(self, app: Sphinx, shown: Shown) -> None:
        """Gather what several pages show."""
        self._app = app
        self._shown = shown
        self._session = session_of(app)
        self._around = _digest(*_common(app), *_menus(app.env))
        self._items: dict[str, list[Item]] = {}
        for item in shown.cells.catalogue.items.values():
            self._items.setdefault(item.docname, []).append(item)
        self._labels: dict[str, list[str]] = {}
        for label in app.env.domains.standard_domain.get_objects():
            self._labels.setdefault(label[0].casefold(), []).append(repr(label))
        self._asked = _NAME.findall(app.config.needs_role_need_template)
        self._parts: dict[str, tuple[str, ...]] = {}
        self._texts = {document.docname: document.text for document in self._session.documents}

    def digest(self, docname: str) -> str:
        """Return a digest of what a page shows."""
        notes = notes_of(self._app.env, docname)
        shown = "\0".join(self._pieces(docname, notes))
        said = f"{self._texts.get(docname, '')}\0{shown}"
        own = self._session.sources[docname]
        everything = self._session.content if self._is_open(docname, notes) else ""
        return _digest(self._around, own, shown, everything, *self._compounds(said))

    def _pieces(self, docname: str, notes: Notes) -> Iterator[str]:
        """Yield the cards and views of a page, and the names of what it links to."""
        catalogue = self._shown.cells.catalogue
        yield from self._contents(docname, {docname})
        yield from map(self._shown.text_of_card, self._items.get(docname, ()))
        for view in notes.views:
            yield self._shown.text_of_view(view.name, view.listed)
        for item in (catalogue.items.get(id_) for id_ in notes.items):
            if item is not None:
                yield text_of(catalogue, (item.docname, item.url, self._named(item)))
        for target, place in notes.links:
            yield from self._labels.get(target.casefold(), ())
            yield from self._labels.get(place.casefold(), ())
            yield from self._headings(target or docname, place)

    def _contents(self, docname: str, seen: set[str]) -> Iterator[str]:
        """Yield the headings of the pages that the tables of contents on a page list.

        :param seen: The pages that are told already.
        """
        tocs = self._app.env.tocs
        for table in tocs[docname].findall(toctree):
            listed: list[str] = [] if table.get("hidden") else table.get("includefiles", [])
            for name in listed:
                if name in tocs and name not in seen:
                    seen.add(name)
                    yield tocs[name].pformat()
                    yield from self._contents(name, seen)

    def _headings(self, docname: str, place: str) -> Iterator[str]:
        """Yield the headings of a page that a name can mean, as MyST keeps them."""
        slugs = self._app.env.metadata.get(docname, {}).get("myst_slugs", {})
        for name, (_line, anchor, heading) in slugs.items():
            if place in {name, anchor}:
                yield f"{name} {anchor} {heading}"

    def _named(self, item: Item) -> tuple[object, ...]:
        """Return what running text shows of an item."""
        own = {"id": item.id, "title": item.title, "type": item.type}
        return tuple(
            own.get(name) or item.value(name) or item.targets(name) for name in self._asked
        )

    def _is_open(self, docname: str, notes: Notes) -> bool:
        """Say whether a page can show anything of any item, or parts of their bodies."""
        if docname in self._items and not self._shown.cells.settings.cards:
            return True
        catalogue = self._shown.cells.catalogue
        known = {*OF_EVERY_ITEM, *catalogue.vocabulary.fields, *catalogue.vocabulary.links}
        names_parts = bool(set(notes.items) - catalogue.items.keys())
        asks_more = bool(set(self._asked) - known)
        return notes.is_open or names_parts or bool(notes.items and asks_more)

    def _compounds(self, said: str) -> list[str]:
        """Return the parts of compounds in a text, by which the search finds its page."""
        word_list = self._session.word_list
        if not word_list.total:
            return []
        found = set(words(said))
        for word in found - self._parts.keys():
            self._parts[word] = tuple(word_list.last_parts(word))
        return sorted(f"{word} {' '.join(parts)}" for word in found if (parts := self._parts[word]))


def _common(app: Sphinx) -> tuple[str, ...]:
    """Return what all pages depend on: extensions, configuration and templates."""
    folders = [Path(app.confdir, name) for name in app.config.templates_path]
    templates = [path for folder in folders for path in files_in(folder)]
    return (
        app.config.statutory_surroundings,
        app.config.statutory_digest,
        session_of(app).files.of_all(templates),
    )


@functools.cache
def extension_digest() -> str:
    """Return a digest of the code and the words of the extension."""
    files = sorted(path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".po"})
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()


def _menus(env: BuildEnvironment) -> Iterator[str]:
    """Yield what the menus around a page are made of: titles and tables of contents."""
    for docname, title in sorted(env.titles.items()):
        yield f"{docname} {title.astext()}"
    for docname in sorted(env.toctree_includes):
        yield from (node.pformat() for node in env.tocs[docname].findall(toctree))


def _source_digest(app: Sphinx, docname: str) -> str:
    """Return a digest of the file of a page and of those that it includes."""
    included = sorted(app.env.dependencies.get(docname, ()))
    paths = (app.env.doc2path(docname), *(app.srcdir / name for name in included))
    return _digest(*map(session_of(app).files.of, paths))


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()

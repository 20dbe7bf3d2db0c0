"""References in running text that lead nowhere, and tables of contents that lead back.

Sphinx resolves references while it writes pages, and a check writes none. They are noted as
pages are read; here Sphinx and MyST resolve what was noted, without the pages around it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document
from myst_parser.sphinx_ext.myst_refs import MystReferenceResolver
from sphinx.addnodes import pending_xref, toctree
from sphinx.transforms.post_transforms import ReferencesResolver
from sphinx.util.logging import NAMESPACE, is_suppressed_warning, suppress_logging

from statutory.model.location import Location
from statutory.model.reference import DeadReference, Loop, ReferenceKind
from statutory.sphinx.builder import CheckBuilder
from statutory.sphinx.noting import NotedNeed, NotedReference, notes_of
from statutory.sphinx.recorder import path_in_project
from statutory.sphinx.session import session_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx_needs.views import NeedsView

_MYST = "myst"
_NOT_FOUND = "myst.xref_missing"
_OF_NEEDS = "needs.link_ref"
_RESOLVED_ELSEWHERE = "intersphinx"
"""The attribute of references that another transform of Sphinx resolves."""


def dead_references(app: Sphinx, needs: NeedsView) -> tuple[DeadReference, ...]:
    """Return the references of all pages that lead nowhere, by page.

    What else is to be said of a reference, such as that it can mean several things, is
    logged where no page will be written.
    """
    found: list[DeadReference] = []
    for docname in sorted(app.env.found_docs):
        notes = notes_of(app.env, docname)
        found += (_dead_need(app, one) for one in notes.needs if _lacks(needs, one))
        own = [one for one in notes.references if _RESOLVED_ELSEWHERE not in one.attributes]
        if own:
            found += _unresolved(app, docname, own)
    suppressed = session_of(app).recorder.suppressed
    return tuple(one for one in found if not _is_suppressed(one.kind_of_warning, suppressed))


def loops(app: Sphinx) -> tuple[Loop, ...]:
    """Return the tables of contents that lead back to a page above them, by page."""
    env = app.env
    found: dict[str, Loop] = {}
    for parent, pages in _ways_back(env):
        if parent not in found:
            location = _table_with(app, parent, pages[0])
            path = tuple(_path_of(env, name) for name in pages)
            found[parent] = Loop(location=location, pages=path)
    return tuple(found[name] for name in sorted(found))


def cut_loops(env: BuildEnvironment) -> None:
    """Take what leads back out of the tables of contents, at which Sphinx would fail.

    Sphinx has stored its environment before: the next build finds the same.
    """
    for parent, pages in list(_ways_back(env)):
        listed = env.toctree_includes[parent]
        env.toctree_includes[parent] = [name for name in listed if name != pages[0]]


def _ways_back(env: BuildEnvironment) -> Iterator[tuple[str, list[str]]]:
    """Yield each page that lists one above it, with the pages from that one to itself."""
    listed = env.toctree_includes
    done: set[str] = set()
    for start in (env.config.root_doc, *sorted(listed)):
        if start in done:
            continue
        done.add(start)
        way = {start: iter(listed.get(start, ()))}  # In the order in which pages list each other.
        while way:
            parent = next(reversed(way))
            child = next(way[parent], None)
            if child is None:
                del way[parent]
            elif child in way:
                names = list(way)
                yield parent, names[names.index(child) :]
            elif child not in done:
                done.add(child)
                way[child] = iter(listed.get(child, ()))


def _table_with(app: Sphinx, parent: str, child: str) -> Location:
    """Return the place of the table of contents on a page that lists another."""
    for table in app.env.tocs[parent].findall(toctree):
        if child in table.get("includefiles", ()):
            return Location(_path_of(app.env, parent), table.line or 0)
    return Location(_path_of(app.env, parent), 0)


def _lacks(needs: NeedsView, noted: NotedNeed) -> bool:
    """Say whether there is no such item, or no such part of it."""
    need = needs.get(noted.id)
    return need is None or bool(noted.part and need.get_part(noted.part) is None)


def _dead_need(app: Sphinx, noted: NotedNeed) -> DeadReference:
    what = "need part" if noted.part else "need"
    return DeadReference(
        path=path_in_project(app, noted.source),
        line=noted.line,
        kind=ReferenceKind.PART if noted.part else ReferenceKind.ITEM,
        target=noted.target,
        kind_of_warning=_OF_NEEDS,
        warning=f"linked {what} {noted.target} not found",
    )


def _unresolved(
    app: Sphinx, docname: str, references: Sequence[NotedReference]
) -> Iterator[DeadReference]:
    """Yield the references of a page that neither MyST nor Sphinx can resolve."""
    document = _document_of(app, docname, references)
    noted = {id(node): one for node, one in zip(_nodes(document), references, strict=True)}
    around = {id(node): node.parent for node in _nodes(document)}
    app.env.current_document.docname = docname
    try:
        with suppress_logging() as log:
            if any(one.attributes.get("reftype") == _MYST for one in references):
                MystReferenceResolver(document).apply()
            ReferencesResolver(document).apply()
    finally:
        app.env.current_document.docname = ""
    for record in log.buffer:
        where = id(getattr(record, "location", None))
        kind = f"{getattr(record, 'type', '')}.{getattr(record, 'subtype', '')}"
        if where in noted and (
            kind == _NOT_FOUND or not any(around[where].findall(nodes.reference))
        ):
            yield _dead(app, docname, noted[where], kind, record.getMessage())
        elif isinstance(app.builder, CheckBuilder):
            logging.getLogger(NAMESPACE).handle(record)


def _document_of(app: Sphinx, docname: str, references: Sequence[NotedReference]) -> nodes.document:
    """Return a document of nothing but references, a paragraph each."""
    settings = get_default_settings()
    settings.env = app.env
    document = new_document(str(app.env.doc2path(docname)), settings)
    for one in references:
        target = str(one.attributes.get("reftarget") or "")
        node = pending_xref("", nodes.inline(target, target), **one.attributes)
        node.source, node.line = one.source, one.line or None
        document += nodes.paragraph("", "", node)
    return document


def _nodes(document: nodes.document) -> list[pending_xref]:
    return list(document.findall(pending_xref))


def _dead(
    app: Sphinx, docname: str, noted: NotedReference, kind_of_warning: str, warning: str
) -> DeadReference:
    """Return a reference with what it was meant to lead to."""
    env = app.env
    attributes = noted.attributes
    target = str(attributes.get("reftarget") or "")
    kind, page, known = _meant(app, noted), "", list[str]()
    if kind is ReferenceKind.PLACE:
        page, target = _path_of(env, target), str(attributes["reftargetid"])
        known = _places_on(env, str(attributes["reftarget"]))
    elif kind is ReferenceKind.TERM:
        objects = env.domains.standard_domain.objects
        known = sorted(name for type_, name in objects if type_ == "term")
    elif kind is ReferenceKind.OTHER:
        known = sorted({*_labels(env), *_places_on(env, docname)})
    return DeadReference(
        path=path_in_project(app, noted.source),
        line=noted.line,
        kind=kind,
        target=target,
        page=page,
        known=tuple(known),
        kind_of_warning=kind_of_warning,
        warning=warning,
    )


def _meant(app: Sphinx, noted: NotedReference) -> ReferenceKind:
    """Return what a reference was meant to lead to."""
    type_ = noted.attributes.get("reftype")
    domain = noted.attributes.get("refdomain")
    target = str(noted.attributes.get("reftarget") or "")
    if type_ == _MYST and domain == "doc":
        is_page = target in app.env.all_docs
        return ReferenceKind.PLACE if is_page else ReferenceKind.PAGE
    if type_ == _MYST:
        suffix = PurePosixPath(target.partition("#")[0]).suffix
        if suffix in app.config.source_suffix:
            return ReferenceKind.PAGE
        return ReferenceKind.FILE if suffix or "/" in target else ReferenceKind.OTHER
    named = {("std", "doc"): ReferenceKind.PAGE, ("std", "term"): ReferenceKind.TERM}
    return named.get((str(domain), str(type_)), ReferenceKind.OTHER)


def _places_on(env: BuildEnvironment, docname: str) -> list[str]:
    """Return the names of the headings and of the labels on a page."""
    slugs = env.metadata.get(docname, {}).get("myst_slugs", {})
    labels = env.domains.standard_domain.anonlabels.items()
    return sorted({*slugs, *(name for name, (page, *_) in labels if page == docname)})


def _labels(env: BuildEnvironment) -> list[str]:
    """Return the labels of all pages, but those of the pages that Sphinx makes itself."""
    labels = env.domains.standard_domain.anonlabels.items()
    return [name for name, (page, *_) in labels if page in env.found_docs]


def _is_suppressed(kind: str, suppressed: Sequence[str]) -> bool:
    type_, _, subtype = kind.partition(".")
    return is_suppressed_warning(type_, subtype, suppressed)


def _path_of(env: BuildEnvironment, docname: str) -> str:
    """Return the path of a document, relative to the source directory."""
    return env.doc2path(docname, base=False).as_posix()

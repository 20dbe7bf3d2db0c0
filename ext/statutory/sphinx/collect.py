"""From a finished reading of Sphinx to the catalogue."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

from sphinx_needs.api import get_needs_view
from sphinx_needs.config import NeedsSphinxConfig
from sphinx_needs.exceptions import NeedsInvalidFilter
from sphinx_needs.filter_common import filter_single_need

from statutory.model.catalogue import Catalogue, Violation
from statutory.model.document import Directive, Document
from statutory.model.item import Condition, Item
from statutory.model.location import Location
from statutory.source import scan
from statutory.source.items import declared_item
from statutory.source.rst import option_lines
from statutory.sphinx.references import dead_references, loops
from statutory.sphinx.session import Session, session_of
from statutory.sphinx.trust.code import code_of
from statutory.sphinx.trust.refusals import refusals_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx_needs.need_item import NeedItem, NeedLink
    from sphinx_needs.views import NeedsView

REPORT_FILE = "schema_violations.json"


def scan_documents(app: Sphinx) -> tuple[Document, ...]:
    """Return the project's files, scanned, in the order of their paths.

    Those that cannot be opened are among them, without what they hold. Of files that are not
    Markdown only the text and the bytes are read.
    """
    colon_fences = "colon_fence" in getattr(app.config, "myst_enable_extensions", ())
    paths = sorted((_path_of(app, docname), docname) for docname in app.env.found_docs)
    scanned = [
        scan(
            app.srcdir,
            path,
            docname,
            colon_fences=colon_fences,
            markdown=_is_markdown(app, path),
        )
        for path, docname in paths
    ]
    return tuple(sorted((*scanned, *session_of(app).closed), key=lambda one: one.path))


def collect(app: Sphinx) -> Catalogue:
    """Return the catalogue of what Sphinx has read, without its warnings.

    The first call for the needs resolves and locks them, so this comes after all reading.
    """
    session = session_of(app)
    files = collect_files(app)
    needs = get_needs_view(app)
    items = {
        id_: _item(app, session, needs, need, files.declarations.get(id_, ()))
        for id_, need in needs.items()
    }
    return dataclasses.replace(
        files,
        items=dict(_with_option_lines(files, items)),
        violations=_violations(app),
        refusals=(*session.left_out, *refusals_of(app.env)),
        code=code_of(app.env),
        page_titles={name: title.astext() for name, title in app.env.titles.items()},
        dead_references=dead_references(app, needs),
        loops=loops(app),
    )


def collect_files(app: Sphinx) -> Catalogue:
    """Return a catalogue of the scanned files alone, before Sphinx reads them."""
    session = session_of(app)
    return Catalogue(
        settings=session.settings, vocabulary=session.vocabulary, documents=session.documents
    )


def _item(
    app: Sphinx,
    session: Session,
    needs: NeedsView,
    need: NeedItem,
    declared: tuple[Directive, ...],
) -> Item:
    """Return a need as an item.

    Which of several needs of one identifier sphinx-needs keeps depends on the number of
    processes; the first in the files is then taken as the scanner reads it.
    """
    if len(declared) > 1:
        return declared_item(session.vocabulary, session.documents, declared[0])
    vocabulary = session.vocabulary
    docname = need["docname"] or ""
    path = _path_of(app, docname) if docname else ""
    here = next((directive for directive in declared if directive.location.path == path), None)
    line = here.location.line if here else need["lineno"] or 0
    return Item(
        id=need["id"],
        type=need["type"],
        title=need["title"],
        docname="" if need["hide"] else docname,
        location=Location(path, line),
        fields={name: value for name in vocabulary.fields if (value := _text(need.get(name)))},
        links={
            name: tuple(_target(needs, link) for link in links)
            for name, links in need.iter_links_items(as_str=False)
            if links
        },
        option_lines=here.option_lines if here else {},
        conditions=tuple(_conditions(app, needs, need)),
        is_external=bool(need["is_external"] or need["is_import"]),
        url=need["external_url"] or "",
    )


def _with_option_lines(files: Catalogue, items: Mapping[str, Item]) -> Iterator[tuple[str, Item]]:
    """Yield the items by their identifiers, those of reStructuredText with their lines."""
    lines = {document.path: document.text.split("\n") for document in files.documents}
    for id_, item in items.items():
        if item.option_lines or item.location.path not in lines:
            yield id_, item
        else:
            found = option_lines(lines[item.location.path], item.location.line)
            yield id_, dataclasses.replace(item, option_lines=found)


def _text(value: object) -> str:
    """Return the value of a field as text; an unset one is empty."""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _target(needs: NeedsView, link: NeedLink) -> str:
    """Return the identifier that a link names: with its part, where the need lacks it."""
    need = needs.get(link.id)
    if link.part is not None and need is not None and need.get_part(link.part) is None:
        return f"{link.id}.{link.part}"
    return str(link.id)


def _conditions(app: Sphinx, needs: NeedsView, need: NeedItem) -> Iterator[Condition]:
    """Yield the conditions on the links of a need; sphinx-needs warns of unreadable ones."""
    for name, links in need.iter_links_items(as_str=False):
        for link in links:
            target = needs.get(link.id)
            if link.condition is None or target is None:
                continue
            try:
                holds = filter_single_need(target, NeedsSphinxConfig(app.config), link.condition)
            except NeedsInvalidFilter:
                continue
            yield Condition(link=name, target=str(link.id), text=link.condition, holds=bool(holds))


def _violations(app: Sphinx) -> tuple[Violation, ...]:
    """Return the schema violations that sphinx-needs has just reported, in order."""
    file = app.outdir / REPORT_FILE
    if not file.exists():
        return ()
    report = json.loads(file.read_text(encoding="utf-8"))
    violations = set()
    for id_, warnings in report["validation_warnings"].items():
        for warning in warnings:
            details = warning["details"]
            text = details.get("user_msg") or details.get("validation_msg") or warning["subtype"]
            violations.add(Violation(id_, details.get("field", ""), text))
    return tuple(sorted(violations))


def _is_markdown(app: Sphinx, path: str) -> bool:
    """Say whether the project reads a file with MyST."""
    suffixes = app.config.source_suffix.items()
    kinds = {kind for suffix, kind in suffixes if path.endswith(suffix)}
    return "markdown" in kinds


def _path_of(app: Sphinx, docname: str) -> str:
    """Return the path of a document, relative to the source directory."""
    return app.env.doc2path(docname, base=False).as_posix()

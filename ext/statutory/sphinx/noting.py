"""What each page shows beside its own text, noted when it is read.

Sphinx keeps the notes with its environment, so that they are there for pages that a build
does not read again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from docutils.utils import get_source_line
from sphinx.addnodes import pending_xref
from sphinx.domains import Domain
from sphinx_needs.directives.needextend import Needextend
from sphinx_needs.directives.needimport import Needimport
from sphinx_needs.nodes import Need
from sphinx_needs.roles.need_part import NeedPart
from sphinx_needs.roles.need_ref import NeedRef

from statutory.sphinx.nodes import ViewPlaceholder
from statutory.views.options import Listed

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

NEEDS_PACKAGE = "sphinx_needs."
SHOWING_NO_OTHERS = (Need, NeedPart, NeedRef, Needextend, Needimport)
"""The nodes of sphinx-needs that show no items of other pages, or the one that they name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NotedView:
    """A view on a page.

    :param name: The name of its directive.
    :param listed: The options of the directive.
    :param place: The file and the line of the directive, as Sphinx prints places.
    """

    name: str
    listed: Listed
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NotedReference:
    """A reference in the text of a page that Sphinx resolves when it writes the page.

    :param attributes: What Sphinx resolves it by.
    :param source: The file that it stands in, as docutils names files.
    :param line: Its line; 0 where docutils knows none.
    """

    attributes: Mapping[str, Any]
    source: str
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class NotedNeed:
    """An item that a page names in running text.

    :param target: The identifier as written, that of a part included.
    :param id: The identifier of the item.
    :param part: The part of the item; empty where none is named.
    :param source: The file, as docutils names files.
    :param line: The line; 0 where docutils knows none.
    """

    target: str
    id: str
    part: str
    source: str
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Notes:
    """What a page shows beside its own text.

    :param views: The views, in the order of the page.
    :param items: The items that it names in running text, in the order of their names.
    :param links: The names of pages and labels that it links to, each with the place on the
        page where there is one, in order.
    :param references: The references to pages, labels and the like, in the order of the page.
    :param needs: The references to items, likewise.
    :param is_open: Whether it holds lists of sphinx-needs, which can show any item.
    """

    views: tuple[NotedView, ...] = ()
    items: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    references: tuple[NotedReference, ...] = ()
    needs: tuple[NotedNeed, ...] = ()
    is_open: bool = False


UNKNOWN = Notes(is_open=True)
"""The notes of a page of which there are none: it can show anything."""


class PagesDomain(Domain):
    """Keeps the notes by page."""

    name = "statutory-pages"
    label = "statutory-pages"
    data_version = 2
    initial_data: ClassVar[dict[str, Any]] = {"notes": {}}

    @property
    def notes(self) -> dict[str, Notes]:
        """The notes by page."""
        notes: dict[str, Notes] = self.data["notes"]
        return notes

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is read again or is gone."""
        self.notes.pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over the notes of pages that another process has read."""
        self.notes.update({name: otherdata["notes"][name] for name in docnames})

    def resolve_any_xref(self, *_arguments: object) -> list[Any]:
        """Resolve nothing: nothing can be referred to."""
        return []


def note_page(app: Sphinx, document: nodes.document) -> None:
    """Note what a page shows; when all transforms have been applied, as some make links."""
    domain = app.env.get_domain(PagesDomain.name)
    if isinstance(domain, PagesDomain):
        domain.notes[app.env.docname] = _notes_of(app.env.docname, document)


def notes_of(env: BuildEnvironment, docname: str) -> Notes:
    """Return the notes of a page."""
    domain = env.get_domain(PagesDomain.name)
    return domain.notes.get(docname, UNKNOWN) if isinstance(domain, PagesDomain) else UNKNOWN


def place_of(node: nodes.Node) -> tuple[str, int]:
    """Return the file and the line of a node, or of the nearest one around it that has them."""
    source, line = get_source_line(node)
    return str(source or ""), line or 0


def _notes_of(docname: str, document: nodes.document) -> Notes:
    views = [
        NotedView(name=one["view"], listed=one["listed"], place=f"{one.source}:{one.line}")
        for one in document.findall(ViewPlaceholder)
    ]
    items = {one["reftarget"] for one in document.findall(NeedRef)}
    links = {
        (one.get("reftarget") or "", one.get("reftargetid") or "")
        for one in document.findall(pending_xref)
    }
    return Notes(
        views=tuple(views),
        items=tuple(sorted(items)),
        links=tuple(sorted(links)),
        references=tuple(_reference(docname, one) for one in document.findall(pending_xref)),
        needs=tuple(map(_need, document.findall(NeedRef))),
        is_open=any(map(_is_list_of_needs, document.findall())),
    )


def _reference(docname: str, node: pending_xref) -> NotedReference:
    source, line = place_of(node)
    attributes = {name: value for name, value in node.attributes.items() if value != []}
    return NotedReference(attributes={"refdoc": docname, **attributes}, source=source, line=line)


def _need(node: NeedRef) -> NotedNeed:
    source, line = place_of(node)
    link, target = node["need_link"], node["reftarget"]
    return NotedNeed(target=target, id=link.id, part=link.part or "", source=source, line=line)


def _is_list_of_needs(node: nodes.Node) -> bool:
    of_needs = type(node).__module__.startswith(NEEDS_PACKAGE)
    return of_needs and not isinstance(node, SHOWING_NO_OTHERS)

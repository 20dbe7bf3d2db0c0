"""Places: on which page a view stands, and what the page is called, for links between pages."""

from __future__ import annotations

from statutory.model.catalogue import Catalogue
from statutory.model.document import Document

_HEADING = "# "


def page_of_view(catalogue: Catalogue, view: str, anchor: str = "") -> str:
    """Return the first page that a view stands on; empty where none does.

    :param view: The name of its directive.
    :param anchor: The name of the part of the view to link to.
    """
    for document in catalogue.documents:
        for directive in document.directives:
            if directive.name == view and not (directive.in_code or directive.fault):
                return f"{document.docname}#{anchor}" if anchor else document.docname
    return ""


def title_of(document: Document) -> str:
    """Return the title of a page: its first heading, or its name where it has none."""
    headings = (line for line in document.text.split("\n") if line.startswith(_HEADING))
    return next(headings, document.docname).removeprefix(_HEADING).strip()


def titles_of_pages(catalogue: Catalogue) -> dict[str, str]:
    """Return the titles of the pages by their names."""
    return {document.docname: title_of(document) for document in catalogue.documents}

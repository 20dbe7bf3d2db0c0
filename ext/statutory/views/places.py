"""Places: on which page a view stands, for links between pages."""

from __future__ import annotations

from statutory.model.catalogue import Catalogue


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

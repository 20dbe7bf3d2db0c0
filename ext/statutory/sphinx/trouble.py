"""What survives between builds of what was read: the documents to read again.

Sphinx does not warn again of a document that it does not read again, so a second build
would pass where the first failed. Documents that gave warnings or findings of their files
are therefore read again in every build, until they give none. They are kept in a file
beside the doctrees: some are known only when the pages have been written, after Sphinx has
stored its environment.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

TROUBLE_FILE = "statutory-trouble.json"


def troubled_documents(app: Sphinx) -> list[str]:
    """Return the documents that gave trouble in the last build and still exist."""
    file = Path(app.doctreedir) / TROUBLE_FILE
    try:
        names = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [name for name in names if name in app.env.found_docs]


def keep_troubled(app: Sphinx, docnames: Collection[str]) -> None:
    """Keep the documents to read again in the next build."""
    file = Path(app.doctreedir) / TROUBLE_FILE
    file.write_text(json.dumps(sorted(docnames)), encoding="utf-8")


def documents_at(app: Sphinx, paths: Collection[str]) -> set[str]:
    """Return the documents that some files are, or that include them.

    :param paths: Files relative to the source directory, or absolute outside it.
    """
    env = app.env
    wanted = {str(app.srcdir / path) for path in paths if path}
    found = set()
    for docname in env.found_docs:
        own = {str(env.doc2path(docname))}
        included = {str(app.srcdir / path) for path in env.dependencies.get(docname, ())}
        if wanted & (own | included):
            found.add(docname)
    return found

"""What survives between builds of what was read: the documents to read again.

Sphinx does not warn again of a document that it does not read again, so a second build
would pass where the first failed. Documents that gave warnings or findings of their files
are therefore read again in every build, until they give none. They are kept in a file
beside the doctrees: some are known only when the pages have been written, after Sphinx has
stored its environment. While a build runs, all that it reads is in the file: should it break
off, some doctrees are new and Sphinx does not know which.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from statutory.files import replace_bytes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

TROUBLE_FILE = "statutory-trouble.json"


def troubled_documents(app: Sphinx) -> set[str]:
    """Return the documents that gave trouble in the last build and still exist.

    Where it is not known which these are, they are all that there are.
    """
    file = Path(app.doctreedir) / TROUBLE_FILE
    try:
        names = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        names = None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return set(app.env.found_docs)
    return app.env.found_docs & set(names)


def keep_troubled(app: Sphinx, docnames: Collection[str]) -> None:
    """Keep the documents to read again in the next build."""
    file = Path(app.doctreedir) / TROUBLE_FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_bytes(file, json.dumps(sorted(docnames)).encode())


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

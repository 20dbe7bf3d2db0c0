"""Which pages a build writes: exactly those that show something else than before.

A page shows items of other pages, and every card lists what links to it, so the files that
have changed do not tell which pages are old. A digest of all that each page shows is kept
beside the pages, and compared when everything has been read and checked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from statutory.sphinx.builder import CheckBuilder
from statutory.sphinx.comparing import content_digest, page_digests
from statutory.sphinx.index_entries import keep_index_entries
from statutory.sphinx.noting import PagesDomain, note_page
from statutory.sphinx.session import session_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

STATE_FILE = ".statutory-pages.json"


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """What the pages beside which it is kept were made of.

    :param content: The digest of all content; empty where some page is old.
    :param pages: The digest of what each page shows; one that may be old is left out.
    """

    content: str = ""
    pages: Mapping[str, str]


def setup_rewriting(app: Sphinx) -> None:
    """Register the domain and connect the handlers."""
    app.add_domain(PagesDomain)
    app.connect("doctree-read", note_page)
    app.connect("env-updated", have_first_page_written)
    # After the checks (600) and the search (700): pages show what the checks found.
    app.connect("write-started", choose_pages, priority=750)
    app.connect("doctree-resolved", note_written)
    app.connect("build-finished", keep_written)


def have_first_page_written(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Have the first page written where any content has changed.

    Another builder on the same doctrees may have read the change, and Sphinx would then
    write nothing. The first page is the one that reports on all the content.
    """
    session = session_of(app)
    session.content = content_digest(app)
    same = read_written(app).content == session.content
    return [] if same or isinstance(app.builder, CheckBuilder) else [env.config.root_doc]


def choose_pages(app: Sphinx, builder: Builder) -> None:
    """Have the pages written that show something else than when they were last written."""
    session, env = session_of(app), app.env
    written = read_written(app)
    if session.shown is None or isinstance(builder, CheckBuilder):
        return
    # Sphinx would also write each page whose table of contents lists one that is written.
    env.files_to_rebuild = {}
    indexed = keep_index_entries(env)
    if written.content == session.content:
        session.pages = dict(written.pages)
        return
    session.pages = page_digests(app, session.shown)
    kept = {name: one for name, one in session.pages.items() if written.pages.get(name) == one}
    session.stale = session.pages.keys() - kept.keys()
    # Sphinx writes these along with the first page, which is written in any case.
    env.files_to_rebuild = {app.config.root_doc: session.stale | indexed}
    # Should the build break off, nobody knows which of them have been written.
    _write(app, Written(pages=kept))


def note_written(app: Sphinx, _doctree: nodes.document, docname: str) -> None:
    """Note that a page is being written."""
    session_of(app).stale.discard(docname)


def keep_written(app: Sphinx, exception: Exception | None) -> None:
    """Keep what the pages were made of; one that was not written stays old."""
    session = session_of(app)
    if exception is not None or not session.pages:
        return
    pages = {name: one for name, one in session.pages.items() if name not in session.stale}
    _write(app, Written(content="" if session.stale else session.content, pages=pages))


def read_written(app: Sphinx) -> Written:
    """Return what the pages in the output were made of, as far as that is known."""
    try:
        kept = json.loads(_state_file(app).read_text(encoding="utf-8"))
        return Written(content=str(kept["content"]), pages=dict(kept["pages"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Written(pages={})


def _write(app: Sphinx, written: Written) -> None:
    kept = {"content": written.content, "pages": written.pages}
    text = json.dumps(kept, indent=1, sort_keys=True)
    _state_file(app).write_text(text, encoding="utf-8")


def _state_file(app: Sphinx) -> Path:
    return Path(app.outdir) / STATE_FILE

"""Files that Sphinx would end at: it reads them as the scanner does, or leaves them out."""

from __future__ import annotations

import codecs
import errno
import functools
import os
from collections.abc import Iterator, Mapping
from encodings import utf_8_sig
from typing import TYPE_CHECKING

from sphinx.project import EXCLUDE_PATHS
from sphinx.util.matching import get_matching_files

from statutory.model.document import Document
from statutory.source import scan_text
from statutory.source.decoding import decode
from statutory.sphinx.session import session_of

if TYPE_CHECKING:
    from pathlib import Path

    from _typeshed import ReadableBuffer
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

GUESSING = "statutory_guessing"
"""The name of an encoding in which every file can be read."""


class _GuessingDecoder(utf_8_sig.IncrementalDecoder):
    """Decodes a whole file at once, and what is not UTF-8 as it was probably meant."""

    def _buffer_decode(
        self,
        input: ReadableBuffer,  # noqa: A002 - the name of the method that it overrides
        errors: str | None,  # noqa: ARG002
        final: bool,  # noqa: FBT001
    ) -> tuple[str, int]:
        whole = bytes(input)
        return (decode(whole)[0].removeprefix("\ufeff"), len(whole)) if final else ("", 0)


def _find_codec(name: str) -> codecs.CodecInfo | None:
    if name != GUESSING:
        return None
    return codecs.CodecInfo(
        utf_8_sig.encode, utf_8_sig.decode, name=GUESSING, incrementaldecoder=_GuessingDecoder
    )


codecs.register(_find_codec)


def setup_unreadable(app: Sphinx) -> None:
    """Connect the handlers: behind what leaves pages out (100), and behind the scanner (500)."""
    app.connect("env-get-outdated", leave_closed_out, priority=150)
    app.connect("env-before-read-docs", read_all_the_same, priority=510)
    app.connect("env-updated", read_strictly)


def leave_closed_out(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Let Sphinx neither read nor list what cannot be opened, and keep which files these are."""
    closed = []
    for name, path in _documents(app):
        reason = _reason(app.srcdir / path)
        if reason:
            closed.append(Document(path=path, docname=name, closed=reason))
            added.discard(name)
            changed.discard(name)
            removed.update({name} & env.all_docs.keys())
            env.project.docnames.discard(name)
    session_of(app).closed = tuple(closed)
    return []


def read_all_the_same(app: Sphinx, env: BuildEnvironment, _docnames: list[str]) -> None:
    """Have text of other encodings and values that MyST would fail on read, where there are any."""
    documents = session_of(app).documents
    if any(document.undecodable_line for document in documents):
        env.settings["input_encoding"] = GUESSING
    failing = {document.docname: document for document in documents if _fails(document)}
    if failing:
        app.connect("source-read", functools.partial(_mend_escapes, failing), priority=100)


def read_strictly(app: Sphinx, env: BuildEnvironment) -> None:
    """Read other files as the project says."""
    env.settings["input_encoding"] = app.config.source_encoding


def _documents(app: Sphinx) -> Iterator[tuple[str, str]]:
    """Yield the names and the files of the documents, also of those that Sphinx leaves out."""
    config, project = app.config, app.project
    for name in sorted(project.docnames):
        yield name, project.doc2path(name, absolute=False).as_posix()
    excluded = [*config.exclude_patterns, *config.templates_path, *app.builder.get_asset_paths()]
    files = get_matching_files(app.srcdir, config.include_patterns, [*excluded, *EXCLUDE_PATHS])
    for path in sorted(files):
        name = project.path2doc(path) or ""
        if name and name not in project.docnames and not os.access(app.srcdir / path, os.R_OK):
            yield name, path


def _reason(file: Path) -> str:
    """Return why a file cannot be opened, in the words of the operating system; "" where it can."""
    try:
        if file.exists() and not file.is_file():
            return os.strerror(errno.EINVAL)  # A pipe may never end.
        with file.open("rb") as opened:
            opened.read(1)
    except OSError as error:
        return error.strerror or type(error).__name__
    return ""


def _fails(document: Document) -> bool:
    """Say whether MyST would fail on a document."""
    return any(directive.bad_escape_line for directive in document.directives)


def _mend_escapes(
    failing: Mapping[str, Document], _app: Sphinx, docname: str, source: list[str]
) -> None:
    """Take the backslashes out of the lines on which MyST would fail."""
    document = failing.get(docname)
    while document is not None and _fails(document):
        lines = document.text.split("\n")
        for directive in document.directives:
            index = directive.bad_escape_line - 1
            if index >= 0:
                lines[index] = lines[index].replace("\\", "")
        source[0] = "\n".join(lines)
        document = scan_text(source[0], document.path, docname)

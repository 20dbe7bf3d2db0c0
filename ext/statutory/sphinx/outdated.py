"""Which documents a build reads again: those whose bytes have changed.

Sphinx compares the times of files with those of its last reading. A copied, unpacked or
restored file brings its old time with it, and a fresh checkout gives every file a new one.
So the digests of what each document was read from are kept with Sphinx's environment.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from sphinx.domains import Domain

from statutory.sphinx.comparing import extension_digest
from statutory.sphinx.file_digests import files_in
from statutory.sphinx.session import session_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

CONFIGURATION_FILES = ("conf.py", "docutils.conf")
"""What reading any document depends on, beside the tables of sphinx-needs."""


class FilesDomain(Domain):
    """Keeps the digest of each file that a document was read from, by document and path.

    Only the process that builds writes to it, when all has been read.
    """

    name = "statutory-files"
    label = "statutory-files"
    data_version = 1
    initial_data: ClassVar[dict[str, Any]] = {"read": {}}

    def clear_doc(self, docname: str) -> None:
        """Forget a document that is read again or is gone."""
        self.data["read"].pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take nothing over: what another process has read is recorded here."""

    def resolve_any_xref(self, *_arguments: object) -> list[Any]:
        """Resolve nothing: nothing can be referred to."""
        return []


def setup_outdated(app: Sphinx) -> None:
    """Register the domain and connect the handlers."""
    app.add_domain(FilesDomain)
    # Sphinx reads all documents again where a value of this kind differs. It begins as the
    # digest of the tables of the configuration but our own.
    app.add_config_value("statutory_surroundings", "", "env", types=str)
    # After sphinx-needs has read its tables (10) and they have been validated (700).
    app.connect("config-inited", digest_surroundings, priority=750)
    app.connect("env-get-outdated", choose_documents)
    # After the files have been scanned (500): what stops the build there forgets nothing.
    app.connect("env-before-read-docs", forget_all_at_once, priority=600)
    app.connect("env-updated", record_files)


def digest_surroundings(app: Sphinx, config: Config) -> None:
    """Digest what reading any document depends on.

    That is the tables of the configuration, of which there is a digest already, its other
    files, the templates of items, and the versions of the extensions.
    """
    paths = [Path(app.confdir, name) for name in CONFIGURATION_FILES]
    templates = files_in(Path(app.srcdir, config.needs_template_folder))
    files = session_of(app).files.of_all([*paths, *templates])
    versions = [f"{name} {one.version}" for name, one in sorted(app.extensions.items())]
    parts = [config.statutory_surroundings, files, extension_digest(), *versions]
    config.statutory_surroundings = hashlib.sha256("\0".join(parts).encode()).hexdigest()


def choose_documents(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], _removed: set[str]
) -> set[str]:
    """Return the documents that were read from other bytes, and keep the others from it.

    :param changed: The documents that Sphinx takes for changed; those that were read from
        the same bytes are taken out.
    """
    known = env.found_docs - added
    same = {name for name in known if _is_same(app, env, name)}
    changed -= {name for name in changed & same if not _is_asked_for(env, name)}
    return known - same


def forget_all_at_once(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Forget what is read again before any of it is read, as several processes do.

    One process forgets a document when its turn comes. An item that has moved to a document
    before its old one would then be there twice.
    """
    for docname in docnames:
        app.emit("env-purge-doc", env, docname)
        env.clear_doc(docname)


def record_files(app: Sphinx, env: BuildEnvironment) -> None:
    """Keep the digests of what each document has been read from."""
    read = _read_from(env)
    for docname in env.found_docs - read.keys():
        read[docname] = _files_of(app, env, docname)


def _is_same(app: Sphinx, env: BuildEnvironment, docname: str) -> bool:
    """Say whether a document would be read from the bytes that it was read from before."""
    return _read_from(env).get(docname) == _files_of(app, env, docname)


def _is_asked_for(env: BuildEnvironment, docname: str) -> bool:
    """Say whether a document is to be read again whatever its files hold."""
    lacks_file = "" in _read_from(env)[docname].values()
    doctree = Path(env.doctreedir, f"{docname}.doctree")
    return lacks_file or docname in env.reread_always or not doctree.is_file()


def _files_of(app: Sphinx, env: BuildEnvironment, docname: str) -> dict[str, str]:
    """Return the digests of a document's own file and of those that it depends on."""
    files = session_of(app).files
    names = [env.doc2path(docname, base=False), *env.dependencies.get(docname, ())]
    return {Path(name).as_posix(): files.of(Path(app.srcdir, name)) for name in names}


def _read_from(env: BuildEnvironment) -> dict[str, Mapping[str, str]]:
    """Return the digests that are kept, by document; its own file is among them."""
    read: dict[str, Mapping[str, str]] = env.domaindata[FilesDomain.name]["read"]
    return read

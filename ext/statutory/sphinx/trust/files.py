"""Files that content names: pages and pictures of the project, and none from elsewhere."""

from __future__ import annotations

import glob
import os
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util.i18n import get_image_filename_for_language, search_image_for_language

from statutory.model.refusal import Hazard, Refusal
from statutory.source.content_files import hazard_of, is_plain
from statutory.source.pictures import only_draws
from statutory.sphinx.session import session_of
from statutory.sphinx.trust.addresses import take_out, unlink
from statutory.sphinx.trust.refusals import refuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class RemoveFiles(SphinxTransform):
    """Takes pictures and downloads out of a page that are no content of the project.

    It runs behind what judges addresses, and before Sphinx notes which files to copy.
    """

    default_priority = 877

    def apply(self, **_options: object) -> None:
        """Look through the page."""
        if not self.config.statutory_untrusted_content:
            return
        pages = _paths(self.env)
        for image in list(self.document.findall(nodes.image)):
            hazard = self._hazard(_pictures(self.env, image["uri"]), pages)
            if hazard is not None:
                refuse(self.env, hazard, image, image["uri"])
                take_out(image, image.get("alt") or image["uri"])
        for download in list(self.document.findall(addnodes.download_reference)):
            _, file = self.env.relfn2path(download["reftarget"])
            hazard = self._hazard([file], pages)
            if hazard is not None:
                refuse(self.env, hazard, download, download["reftarget"])
                unlink(download)

    def _hazard(self, files: Iterable[str], pages: frozenset[str]) -> Hazard | None:
        root = Path(self.env.srcdir)
        for file in map(Path, files):
            hazard = hazard_of(root, file, pages)
            if hazard is not None:
                return hazard
            is_drawing = file.resolve().suffix.lower() == ".svg" and file.is_file()
            if is_drawing and not only_draws(file.read_bytes()):
                return Hazard.ACTING_PICTURE
        return None


def _pictures(env: BuildEnvironment, address: str) -> Iterator[str]:
    """Yield the files that Sphinx may show for a picture."""
    if address.endswith(f"{os.extsep}*"):
        for name in (address, get_image_filename_for_language(address, env)):
            _, pattern = env.relfn2path(name)
            yield from sorted(glob.glob(pattern))  # noqa: PTH207 - as Sphinx does
    else:
        for name in (address, search_image_for_language(address, env)):
            yield env.relfn2path(name)[1]


def _paths(env: BuildEnvironment) -> frozenset[str]:
    """Return the files of the pages, relative to the project's root."""
    return frozenset(env.doc2path(name, base=False).as_posix() for name in env.found_docs)


def leave_linked_pages_out(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Leave pages out that links of the file system bring in from elsewhere.

    Nothing reads them: neither Sphinx nor the scanner.
    """
    if not app.config.statutory_untrusted_content:
        return []
    root, own = Path(env.srcdir), _own_paths(env)
    left_out = []
    for name in sorted(env.found_docs):
        path = env.doc2path(name, base=False).as_posix()
        hazard = hazard_of(root, Path(path), own, ())
        if hazard is None and not is_plain(path):
            hazard = Hazard.PAGE_NAME
        if hazard is not None:
            left_out.append(Refusal(hazard=hazard, path=path, line=0, text=path))
            added.discard(name)
            changed.discard(name)
            removed.update({name} & env.all_docs.keys())
            env.project.docnames.discard(name)
    session_of(app).left_out = tuple(left_out)
    return []


def _own_paths(env: BuildEnvironment) -> frozenset[str]:
    """Return the files of the pages that are no links themselves, nor in a linked folder."""
    root = Path(env.srcdir).resolve()
    return frozenset(path for path in _paths(env) if (root / path).resolve() == root / path)

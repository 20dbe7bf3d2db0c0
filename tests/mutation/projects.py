"""The projects whose content is changed: the shipped one, the handbook's examples, another."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from statutory.model.catalogue import Catalogue
from statutory.source import scan_text
from statutory.source.items import read_catalogue
from tests.full.other_projects import copy_project
from tests.full.project import check, copy_shipped, make_project
from tests.handbook import GOOD, Example, background, examples

SHIPPED = "shipped"
OTHER = "harbour_myst"
EXAMPLE_PAGE = "strategy/esimerkki.md"
BACKGROUND_PAGE = "docs/tausta.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class Project:
    """A project that can be changed, page by page.

    :param catalogue: The unchanged project, read without Sphinx where that is exact.
    :param pages: The paths of the pages that are changed.
    :param write: Writes the project into an empty folder and returns that of ``conf.py``.
    """

    name: str
    catalogue: Catalogue
    pages: tuple[str, ...]
    write: Callable[[Path], Path]

    def text(self, path: str) -> str:
        """Return the text of an unchanged page."""
        return next(page.text for page in self.catalogue.documents if page.path == path)


def shipped_project(built: Catalogue) -> Project:
    """Return the shipped knowledge base.

    :param built: What a build makes of it.
    """
    reading = read_catalogue(built.settings, built.vocabulary, built.documents)
    pages = (page.path for page in built.documents if not page.path.startswith("docs/"))
    return Project(
        name=SHIPPED, catalogue=reading.catalogue, pages=tuple(pages), write=copy_shipped
    )


def example_projects(*, with_settings: bool) -> Iterator[Project]:
    """Yield the good examples of the handbook, each with the background that it leans on.

    Those that only Sphinx can read are left out.

    :param with_settings: Whether to take those that bring settings of their own; each of
        them needs a build.
    """
    common = _built({})
    counts: Counter[str] = Counter()
    for example in examples():
        is_plain = not (example.settings or example.snapshot)
        if example.kind != GOOD or not (is_plain or with_settings):
            continue
        counts[example.check] += 1
        project = _example_project(example, f"{example.check}-{counts[example.check]}", common)
        if project is not None:
            yield project


def other_project(folder: Path) -> Project:
    """Return the project of other people, whose items only a build can read.

    :param folder: An empty folder to build it in.
    """
    built = check(copy_project(OTHER, folder)).catalogue
    pages = (page.path for page in built.documents if page.directives)
    return Project(
        name=OTHER,
        catalogue=built,
        pages=tuple(pages),
        write=lambda root: copy_project(OTHER, root),
    )


def _example_project(example: Example, name: str, common: Catalogue) -> Project | None:
    """Return an example as a project; ``None`` where only Sphinx can read it."""
    files: dict[str, bytes | str] = {
        BACKGROUND_PAGE: f"# Tausta\n\n{background()}".encode(),
        EXAMPLE_PAGE: _page(example),
    }
    base = common
    if example.settings or example.snapshot:
        base = _built(files, example.settings, example.snapshot)
    documents = [
        scan_text(content.decode("utf-8"), path, path.removesuffix(".md"))
        for path, content in sorted(files.items())
        if isinstance(content, bytes)
    ]
    reading = read_catalogue(base.settings, base.vocabulary, documents)
    if reading.unreadable:
        return None
    return Project(
        name=name,
        catalogue=reading.catalogue,
        pages=(EXAMPLE_PAGE,),
        write=lambda root: make_project(root, files, example.settings, example.snapshot),
    )


def _built(files: dict[str, bytes | str], settings: str = "", snapshot: str = "") -> Catalogue:
    """Return what a build makes of some files."""
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        root = Path(folder) / "project"
        root.mkdir()
        return check(make_project(root, files, settings, snapshot)).catalogue


def _page(example: Example) -> bytes:
    """Return an example as a page, under a heading unless it has one."""
    content = example.content
    has_heading = b"\n# " in b"\n" + content
    return content if has_heading else b"# Esimerkki\n\n" + content

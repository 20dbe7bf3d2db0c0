"""Which pages of the site are opened: one of each kind, and one for each mark of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

KINDS = (
    "index.html",
    "strategy/maakunnat/index.html",
    "strategy/jaljitettavyys.html",
    "docs/ohjeet/kirjoittaminen.html",
    "docs/tarkistukset/vastuut.html",
    "docs/sanasto.html",
    "docs/architecture.html",
    "docs/saavutettavuus.html",
    "search.html",
)
"""The front page, a section, tables, the handbook, a page on checks, and the rest."""

FURNITURE = ("permalink.html",)
"""Pages that sphinx-needs makes and no page of ours leads to."""

_CLASSES = re.compile(r'class="([^"]*\bstatutory-[^"]*)"')


def chosen_pages(site: Path) -> list[str]:
    """Return the pages to open: those of the kinds, then as few as show every class."""
    pages = [page for page in KINDS if (site / page).exists()]
    classes = {page: classes_of(site / page) for page in written_pages(site)}
    unseen = set().union(*classes.values()).difference(*(classes[page] for page in pages))
    while unseen:
        # Of pages that show as many, the first; paths are in order.
        best = max(classes, key=lambda page: len(classes[page] & unseen))
        pages.append(best)
        unseen -= classes[best]
    return pages


def written_pages(site: Path) -> Iterator[str]:
    """Yield the pages that have a source, in order of their paths."""
    for file in sorted(site.rglob("*.html")):
        page = file.relative_to(site).as_posix()
        if not page.startswith("_") and page not in FURNITURE:
            yield page


def classes_of(file: Path) -> set[str]:
    """Return the classes of the extension that a page uses."""
    text = file.read_text(encoding="utf-8")
    names = {name for found in _CLASSES.findall(text) for name in found.split()}
    return {name for name in names if name.startswith("statutory-")}

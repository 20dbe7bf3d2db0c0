"""What differs between the files of two sites."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path


def differing(one: Path, other: Path) -> Iterator[str]:
    """Yield the files that differ between two sites.

    The times that sphinx-needs writes into its report are left out, and so are the words of
    the search index that lead to no page: Sphinx keeps those that were there once.
    """
    names = {
        path.relative_to(site).as_posix()
        for site in (one, other)
        for path in site.rglob("*")
        if path.is_file() and ".doctrees" not in path.parts
    }
    for name in names - {"schema_violations.json"}:
        files = (one / name, other / name)
        if not all(file.exists() for file in files):
            yield name
        elif name == "searchindex.js":
            if _search_index(files[0]) != _search_index(files[1]):
                yield name
        elif files[0].read_bytes() != files[1].read_bytes():
            yield name


def _search_index(file: Path) -> dict[str, object]:
    text = file.read_text(encoding="utf-8")
    index: dict[str, object] = json.loads(text[text.index("(") + 1 : text.rindex(")")])
    for kind in ("terms", "titleterms"):
        terms = index[kind]
        assert isinstance(terms, dict)
        index[kind] = {term: pages for term, pages in terms.items() if pages != []}
    return index

"""The entries of the index on pages that a build does not write, such as terms of a glossary.

Sphinx's search takes them from the pages as it writes them, and forgets those of the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sphinx.util.index_entries import split_index_msg

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

GATHERED = "_search_index_index_entries"
"""Where Sphinx gathers what the pages that it writes have."""

Entry = tuple[str, str, str, str, str | None]
"""An entry as Sphinx's domain keeps it: kind, text, place, whether it is a main one, key."""


def keep_index_entries(env: BuildEnvironment) -> frozenset[str]:
    """Give the search the entries of all pages; those that are written replace their own.

    :return: The pages that have to be written for their entries: all with some, where Sphinx
        does not gather them as it did.
    """
    entries = env.domains.index_domain.entries
    gathered = getattr(env, GATHERED, None)
    if not isinstance(gathered, dict):
        return frozenset(name for name in entries if entries[name])
    gathered.update({name: sorted(set(_found_by(entries[name]))) for name in sorted(entries)})
    return frozenset()


def _found_by(entries: Iterable[Entry]) -> Iterator[tuple[str, str, str]]:
    """Yield the texts by which entries are found, each with its place and its rank."""
    for kind, text, place, main, _key in entries:
        yield from ((part, place or "", main) for part in split_index_msg(kind, text))

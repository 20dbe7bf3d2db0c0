"""The body of an item: what its author says of it, as pieces of text and links.

The catalogue holds no bodies; they are read from the scanned files, line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.views.cells import Entry

_MARKUP = re.compile(
    r"\{need\}`(?:[^`<]*<)?(?P<item>[^`<>]+)>?`"
    r"|\{[\w:-]+\}`(?P<role>[^`]*)`"
    r"|`(?P<code>[^`]*)`"
    r"|\[(?P<link>[^\]]*)\]\([^)]*\)"
    r"|(?<!\w)(?P<mark>[*_]{1,3})(?P<stressed>[^*_]+)(?P=mark)(?!\w)"
)


def body_of(catalogue: Catalogue, item: Item) -> tuple[tuple[Entry, ...], ...]:
    """Return the paragraphs of an item's body; none where no scanned file holds it.

    Markup is left out, and an item that the text names is a link to it.
    """
    declared = catalogue.declarations.get(item.id, ())
    if not declared:
        return ()
    place = declared[0].location
    document = next(one for one in catalogue.documents if one.path == place.path)
    lines = document.text.split("\n")[place.line : declared[0].end_line - 1]
    return tuple(tuple(_entries(catalogue, text)) for text in _paragraphs(lines))


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Yield the paragraphs below the options, each as one line."""
    start = next((n for n, line in enumerate(lines) if not line.lstrip().startswith(":")), None)
    body = "\n".join(line.strip() for line in lines[start:]) if start is not None else ""
    for paragraph in re.split(r"\n{2,}", body.strip()):
        if paragraph:
            yield " ".join(paragraph.split("\n"))


def _entries(catalogue: Catalogue, text: str) -> Iterator[Entry]:
    """Yield a paragraph as plain text and links."""
    end = 0
    for match in _MARKUP.finditer(text):
        if match.start() > end:
            yield Entry(text[end : match.start()])
        end = match.end()
        named = catalogue.items.get((match["item"] or "").strip())
        if named is not None:
            yield Entry(named.title or named.id, named.id)
        else:
            yield Entry(next(filter(None, match.group("item", "role", "code", "link", "stressed"))))
    if end < len(text):
        yield Entry(text[end:])

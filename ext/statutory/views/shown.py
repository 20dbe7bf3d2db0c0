"""What pages show of one report: each card and view laid out once, and as text.

Two pages whose texts are alike show the same. A card or a view is data, so all of it can be
put in words, the places to which its links lead among them.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.views.blocks import Block
from statutory.views.card import Card, card_of
from statutory.views.cells import Cells, Entry
from statutory.views.options import Listed, Options
from statutory.views.registry import VIEWS, mistakes_of_view

_ViewKey = tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]


class Shown:
    """The cards and views of one report.

    :param cells: The cells that they are made of.
    """

    def __init__(self, cells: Cells) -> None:
        """Begin with nothing laid out."""
        self.cells = cells
        self._cards: dict[str, Card] = {}
        self._views: dict[_ViewKey, tuple[Block, ...]] = {}

    def card(self, item: Item) -> Card:
        """Return the card of an item."""
        if item.id not in self._cards:
            self._cards[item.id] = card_of(self.cells, item)
        return self._cards[item.id]

    def view(self, name: str, listed: Listed) -> tuple[Block, ...]:
        """Return the blocks of a view; none where its options have mistakes."""
        if mistakes_of_view(self.cells.catalogue, name, listed):
            return ()
        key = (name, tuple(sorted(listed.items())))
        if key not in self._views:
            self._views[key] = VIEWS[name].blocks(self.cells, Options(listed))
        return self._views[key]

    def text_of_card(self, item: Item) -> str:
        """Return all that the card of an item shows, as text to compare."""
        return text_of(self.cells.catalogue, self.card(item))

    def text_of_view(self, name: str, listed: Listed) -> str:
        """Return all that a view shows, or the mistakes in its options, as text to compare."""
        catalogue = self.cells.catalogue
        mistakes = mistakes_of_view(catalogue, name, listed)
        return text_of(catalogue, mistakes or self.view(name, listed))


def text_of(catalogue: Catalogue, *values: object) -> str:
    """Return data that a page shows as text, and where its links lead.

    The text is the same where the data are the same, in any process.

    :param values: Texts, numbers, members of enumerations, mappings, tuples and data
        classes of these.
    :raises TypeError: If something else is among them, whose order or form could differ
        between two runs.
    """
    return "\0".join(_pieces(catalogue, values))


def _pieces(catalogue: Catalogue, value: object) -> Iterator[str]:
    """Yield a value in pieces of text that no other value has."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, enum.Enum):
        yield f"{type(value).__name__}.{value.name}"
    elif value is None or isinstance(value, int | float):
        yield repr(value)
    elif isinstance(value, tuple | list):
        yield from _nested(catalogue, "tuple", value)
    elif isinstance(value, Mapping):
        yield from _nested(catalogue, "mapping", sorted(value.items()))
    elif is_dataclass(value) and not isinstance(value, type):
        if isinstance(value, Entry):
            yield _place(catalogue, value.target)
        parts = (getattr(value, one.name) for one in fields(value))
        yield from _nested(catalogue, type(value).__name__, parts)
    else:
        message = f"no digest of {type(value).__name__}"
        raise TypeError(message)


def _nested(catalogue: Catalogue, kind: str, values: Iterable[object]) -> Iterator[str]:
    yield f"{kind}("
    for value in values:
        yield from _pieces(catalogue, value)
    yield ")"


def _place(catalogue: Catalogue, target: str) -> str:
    """Return where a link to an item leads; nothing where it leads nowhere."""
    item = catalogue.items.get(target)
    return (item.url or item.docname) if item is not None else ""

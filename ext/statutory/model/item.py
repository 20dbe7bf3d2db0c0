"""Items: what the authors of a knowledge base write down, one fact each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from statutory.model.location import Location

K = TypeVar("K")
V = TypeVar("V")


def frozen_mapping(mapping: Mapping[K, V]) -> Mapping[K, V]:
    """Return a read-only copy of a mapping, in its order."""
    return MappingProxyType(dict(mapping))


@dataclass(frozen=True, kw_only=True, slots=True)
class Condition:
    """What a link says has to hold of its target.

    :param text: The condition as written: a review mark, or another of the author's.
    :param holds: Whether the target meets it.
    """

    link: str
    target: str
    text: str
    holds: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One item of the knowledge base, with all its values resolved.

    :param id: The item's identifier, unique in the catalogue.
    :param type: The directive that the item was written with.
    :param title: The title; empty where the author gave none.
    :param location: The line that opens the item.
    :param fields: The fields that hold text, by name; empty ones are left out.
    :param links: The identifiers that each link names, in the order written; a link
        without targets is left out.
    :param option_lines: The line of each option, by name, where the scanner found it.
    :param conditions: The conditions on its links whose targets exist, in order.
    :param docname: The Sphinx document that shows the item; empty where none does.
    :param is_external: Whether another project holds it, linked or imported: its authors
        are not asked for anything here.
    :param url: Where the other project shows it; empty where nothing says.
    """

    id: str
    type: str
    title: str
    location: Location
    fields: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    option_lines: Mapping[str, int] = field(default_factory=dict)
    conditions: tuple[Condition, ...] = ()
    docname: str = ""
    is_external: bool = False
    url: str = ""

    def __post_init__(self) -> None:
        """Make the mappings read-only, and let each link name a target once."""
        links = {name: tuple(dict.fromkeys(ids)) for name, ids in self.links.items()}
        object.__setattr__(self, "links", links)
        for name in ("fields", "links", "option_lines"):
            object.__setattr__(self, name, frozen_mapping(getattr(self, name)))

    def value(self, name: str) -> str:
        """Return the text of a field, or an empty string where it has none."""
        return self.fields.get(name, "")

    def targets(self, link: str) -> tuple[str, ...]:
        """Return the identifiers that a link names; none where it is not set."""
        return self.links.get(link, ())

    def option_location(self, name: str) -> Location:
        """Return the line of an option, or the item's first line where it is not set."""
        line = self.option_lines.get(name, self.location.line)
        return Location(self.location.path, line)

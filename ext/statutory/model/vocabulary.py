"""The vocabulary of a project: its item types, fields and links, as sphinx-needs knows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from statutory.model.item import frozen_mapping
from statutory.model.values import ValueSchema


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkType:
    """A link type: what pages call it in each direction, and the types it may lead to.

    :param target_types: The item types that it may lead to; empty means any.
    :param allows_dead: Whether it may name an item that is not there, of another project for
        example.
    """

    name: str
    outgoing: str
    incoming: str
    target_types: tuple[str, ...] = ()
    allows_dead: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemType:
    """An item type: its directive, its title on pages and the options of its own.

    :param options: The fields and links that an item of the type may set.
    :param prefix: What names the type in identifiers; empty where nothing does.
    """

    name: str
    title: str
    options: frozenset[str] = frozenset()
    prefix: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Vocabulary:
    """The item types, fields and links of a project, as sphinx-needs knows them.

    :param enumerations: The values that a field may hold, for the fields that list them.
    :param directives: The names of all directives that are known, of items or not.
    :param filter_names: The names that a filter can read of an item; empty where they are
        not known.
    :param id_pattern: What an identifier has to begin with, as a regular expression.
    :param schemas: What each option of each type has to be, by type and option.
    :param elsewhere: The settings by which items come from elsewhere than the files.
    """

    types: Mapping[str, ItemType] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    links: Mapping[str, LinkType] = field(default_factory=dict)
    enumerations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    directives: frozenset[str] = frozenset()
    filter_names: frozenset[str] = frozenset()
    id_pattern: str = ""
    schemas: Mapping[str, Mapping[str, ValueSchema]] = field(default_factory=dict)
    elsewhere: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Make the mappings read-only."""
        for name in ("types", "links", "enumerations", "schemas"):
            object.__setattr__(self, name, frozen_mapping(getattr(self, name)))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all fields and links."""
        return (*self.fields, *self.links)

    def outgoing(self, link: str) -> str:
        """Return what pages call a link; its name where the project has no such link."""
        return self.links[link].outgoing if link in self.links else link

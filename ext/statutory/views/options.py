"""What an author asks of a view: which items, in which order, how many."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item, frozen_mapping
from statutory.suggest import nearest
from statutory.views.cells import Cells
from statutory.views.order import beginning

Known = Callable[[Catalogue], Iterable[str]]
"""Returns the names that an option may list."""

Listed = Mapping[str, tuple[str, ...]]
"""The names that each option of a directive lists, in the order written."""

BY_FILE, BY_TIME, BY_TITLE, BY_ID = "tiedosto", "aika", "otsikko", "tunnus"
ORDERS = (BY_FILE, BY_TIME, BY_TITLE, BY_ID)


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a view, as its directive lists them.

    :param listed: The names that each option given lists, in the order written.
    """

    listed: Listed = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the mapping read-only."""
        object.__setattr__(self, "listed", frozen_mapping(self.listed))

    def names(self, option: str) -> tuple[str, ...]:
        """Return the names that an option lists; none where it is not given."""
        return self.listed.get(option, ())

    def name(self, option: str) -> str:
        """Return the first name of an option, or an empty text."""
        return next(iter(self.names(option)), "")

    def number(self, option: str) -> int:
        """Return the number of an option; 0 where it is not given or is none."""
        text = self.name(option)
        return int(text) if _is_number(text) else 0


@dataclass(frozen=True, slots=True)
class One:
    """The names of which an option may list but one."""

    known: Known

    def __call__(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the names."""
        return self.known(catalogue)


class Wrong(enum.Enum):
    """What is wrong with an option."""

    UNKNOWN = "unknown"
    SEVERAL = "several"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class OptionMistake:
    """An option that is not as its view needs it.

    :param name: The name that it may not list, or one too many; empty where it is absent.
    :param nearest: The name that was perhaps meant; empty where none is like it.
    """

    option: str
    name: str = ""
    nearest: str = ""
    wrong: Wrong = Wrong.UNKNOWN


def mistakes_of(
    options: Options, known: Mapping[str, Known], catalogue: Catalogue
) -> Iterator[OptionMistake]:
    """Yield the names that the options may not list, in the order written."""
    for option, names in options.listed.items():
        allowed = tuple(known[option](catalogue))
        for name in names:
            if option == LIMIT and not _is_number(name):
                yield OptionMistake(option, name)
            elif option != LIMIT and name not in allowed:
                yield OptionMistake(option, name, nearest(name, allowed))
        if isinstance(known[option], One):
            yield from (OptionMistake(option, name, wrong=Wrong.SEVERAL) for name in names[1:])


def selected(
    cells: Cells, options: Options, items: Iterable[Item], *, order: str = BY_FILE
) -> list[Item]:
    """Return the items that the options leave, in the order that they ask for.

    :param items: The items that the view is about.
    :param order: The order where the options ask for none.
    """
    catalogue, status = cells.catalogue, cells.settings.fields.status
    types, regions = options.names(TYPES), options.names(REGIONS)
    statuses = options.names(STATUSES)
    chosen = [
        item
        for item in items
        if (not types or item.type in types)
        and (not regions or catalogue.region_of(item) in regions)
        and (not statuses or item.value(status) in statuses)
    ]
    key = _KEYS[options.name(ORDER) or order]
    ordered = sorted(chosen, key=lambda item: (key(catalogue, item), item.location, item.id))
    return ordered[: options.number(LIMIT) or None]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and int(text) > 0


_KEYS: Mapping[str, Callable[[Catalogue, Item], str]] = {
    BY_FILE: lambda _, __: "",
    BY_TIME: beginning,
    BY_TITLE: lambda _, item: item.title.casefold(),
    BY_ID: lambda _, item: item.id,
}


# What options may list ----------------------------------------------------------------------


def known_types(catalogue: Catalogue) -> Iterable[str]:
    """Return the item types."""
    return catalogue.vocabulary.types


def known_regions(catalogue: Catalogue) -> Iterable[str]:
    """Return the regions that the items name."""
    return sorted({catalogue.region_of(item) for item in catalogue.own_items()} - {""})


def known_statuses(catalogue: Catalogue) -> Iterable[str]:
    """Return the statuses that the vocabulary lists or the items have."""
    status = catalogue.settings.fields.status
    listed = catalogue.vocabulary.enumerations.get(status, ())
    return listed or sorted({item.value(status) for item in catalogue.own_items()} - {""})


def known_columns(catalogue: Catalogue) -> Iterable[str]:
    """Return the links and fields, each of which can be a column."""
    return (*catalogue.vocabulary.links, *catalogue.vocabulary.fields)


def known_items(catalogue: Catalogue) -> Iterable[str]:
    """Return the identifiers of the items."""
    return catalogue.items


def known_actors(catalogue: Catalogue) -> Iterable[str]:
    """Return the identifiers of the project's own actors."""
    return (item.id for item in catalogue.of_types(catalogue.settings.types.actor))


def known_orders(_catalogue: Catalogue) -> Iterable[str]:
    """Return the orders in which items can stand."""
    return ORDERS


TYPES, REGIONS, STATUSES, ORDER, LIMIT = "tyypit", "maakunnat", "tilat", "jarjestys", "enintaan"
COLUMNS = "sarakkeet"
SELECTING: Mapping[str, Known] = frozen_mapping(
    {
        TYPES: known_types,
        REGIONS: known_regions,
        STATUSES: known_statuses,
        ORDER: One(known_orders),
        LIMIT: One(lambda _: ()),
    }
)
"""The options of every view that shows a choice of items."""

TABULAR: Mapping[str, Known] = frozen_mapping({**SELECTING, COLUMNS: known_columns})
"""The options of every view that shows items in rows, and what is known of them in columns."""

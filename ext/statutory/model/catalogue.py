"""The catalogue: every item of a knowledge base, with its indexes and graph queries."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from statutory.model.document import Directive, Document
from statutory.model.item import Item, frozen_mapping
from statutory.model.location import Location
from statutory.model.period import Period, UnreadablePeriodError, envelope, read_period
from statutory.model.settings import Settings, Vocabulary


@dataclass(frozen=True, order=True, slots=True)
class BuildWarning:
    """A warning of Sphinx or of one of its extensions.

    :param location: Where it points; an empty path where it points nowhere.
    :param kind: Its type and subtype, for example ``needs.directive``.
    :param text: What it says, in the words of the tool that gave it.
    """

    location: Location
    kind: str
    text: str


@dataclass(frozen=True, order=True, slots=True)
class Violation:
    """A value that the declared schema does not allow, as sphinx-needs reports it."""

    item: str
    field: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """Everything that the checks, views and reports look at; never changed.

    :param items: The items by identifier, in the order of their identifiers.
    :param documents: The scanned files, in the order of their paths.
    :param warnings: What the build warned of, in order.
    :param violations: What the declared schema does not allow, in order.
    """

    settings: Settings
    vocabulary: Vocabulary
    items: Mapping[str, Item] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    warnings: tuple[BuildWarning, ...] = ()
    violations: tuple[Violation, ...] = ()

    def __post_init__(self) -> None:
        """Put the items in the order of their identifiers and make them read-only."""
        object.__setattr__(self, "items", frozen_mapping(dict(sorted(self.items.items()))))

    # Items -----------------------------------------------------------------------------

    def own_items(self) -> Iterator[Item]:
        """Yield the items of the project itself, in the order of their identifiers."""
        return (item for item in self.items.values() if not item.is_external)

    def of_types(self, types: Iterable[str]) -> Iterator[Item]:
        """Yield the project's items of some types, in the order of their identifiers."""
        wanted = frozenset(types)
        return (item for item in self.own_items() if item.type in wanted)

    def region_of(self, item: Item) -> str:
        """Return the region that says an item, or an empty string."""
        return item.value(self.settings.fields.region)

    def is_national(self, item: Item) -> bool:
        """Say whether an item is of no region: of the state, or of the whole project."""
        region = self.region_of(item)
        return not region or region in self.settings.values.national

    # Links -----------------------------------------------------------------------------

    def linked(self, item: Item, link: str) -> tuple[Item, ...]:
        """Return the items that a link leads to; targets that do not exist are left out."""
        return tuple(self.items[id_] for id_ in item.targets(link) if id_ in self.items)

    def linking(self, item: Item, link: str) -> tuple[Item, ...]:
        """Return the items that link to an item, in the order of their identifiers."""
        return tuple(self.items[id_] for id_ in self._incoming.get((item.id, link), ()))

    def links_to(self, item: Item) -> tuple[tuple[str, Item], ...]:
        """Return every link to an item with the item it comes from, in order."""
        return tuple(
            (link, self.items[id_])
            for link in sorted(self.vocabulary.links)
            for id_ in self._incoming.get((item.id, link), ())
        )

    @functools.cached_property
    def _incoming(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        incoming: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for item in self.items.values():
            for link, targets in item.links.items():
                for target in targets:
                    incoming[target, link][item.id] = None
        return {key: tuple(ids) for key, ids in incoming.items()}

    # Time ------------------------------------------------------------------------------

    def read(self, text: str) -> Period | None:
        """Return a period read by the project's policy, or ``None`` where unreadable."""
        try:
            return read_period(text, self.settings.periods)
        except UnreadablePeriodError:
            return None

    def period_of(self, item: Item) -> Period | None:
        """Return the period of an item: its own, or else the one that its schedule gives.

        A schedule without a period of its own gives that of its schedule or its parts.
        ``None`` means that no readable period is found on any of these ways.
        """
        periods = [self.read(text) for text in self._time_texts(item)]
        readable = [period for period in periods if period is not None]
        return envelope(readable) if readable else None

    def term_of(self, actor: Item) -> Period | None:
        """Return the term of an actor; ``None`` where it has none that can be read."""
        text = actor.value(self.settings.fields.term)
        return self.read(text) if text else None

    def has_time(self, item: Item) -> bool:
        """Say whether an item's time is written down where it counts, readable or not."""
        return any(True for _ in self._time_texts(item))

    def _time_texts(self, item: Item) -> Iterator[str]:
        """Yield the texts that tell an item's time: its own, or those of its schedule."""
        own = item.value(self.settings.fields.period)
        if own:
            yield own
            return
        for schedule in self.linked(item, self.settings.links.schedule):
            yield from self._schedule_texts(schedule, {item.id})

    def _schedule_texts(self, item: Item, seen: set[str]) -> Iterator[str]:
        """Yield the texts that tell a schedule's time, its parts' where it has none."""
        if item.id in seen:
            return
        seen.add(item.id)
        own = item.value(self.settings.fields.period)
        if own:
            yield own
            return
        links = self.settings.links
        schedules = self.linked(item, links.schedule) or self.linking(item, links.part_of)
        for other in schedules:
            yield from self._schedule_texts(other, seen)

    # Certainty -------------------------------------------------------------------------

    def is_inferred(self, item: Item, name: str) -> bool:
        """Say whether an item's field or link is inferred rather than stated.

        The owner and the time have basis fields of their own; any other field or link is
        inferred where the item's list of inferred names holds it.
        """
        fields, links = self.settings.fields, self.settings.links
        basis = {
            links.owner: fields.owner_basis,
            fields.period: fields.time_basis,
            links.schedule: fields.time_basis,
        }.get(name)
        if basis is not None and item.value(basis) in self.settings.values.inferred:
            return True
        listed = item.value(fields.inferred).split(",")
        return name in {part.strip() for part in listed}

    # Files -----------------------------------------------------------------------------

    def directives(self) -> Iterator[Directive]:
        """Yield the directives that declare items, by path and line.

        Among them are blocks that were meant as such but have a fault.
        """
        for document in self.documents:
            for directive in document.directives:
                if directive.name in self.vocabulary.types:
                    yield directive

    @functools.cached_property
    def declarations(self) -> Mapping[str, tuple[Directive, ...]]:
        """The directives that declare each identifier, by path and line."""
        declared: dict[str, list[Directive]] = defaultdict(list)
        for directive in self.directives():
            if directive.id:
                declared[directive.id].append(directive)
        return {id_: tuple(directives) for id_, directives in declared.items()}

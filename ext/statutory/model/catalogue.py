"""The catalogue: every item of a knowledge base, with its indexes and graph queries."""

from __future__ import annotations

import bisect
import fnmatch
import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from statutory.model.code import Code
from statutory.model.document import Directive, Document
from statutory.model.item import Item, frozen_mapping
from statutory.model.location import Location
from statutory.model.period import Period, UnreadablePeriodError, envelope, read_period
from statutory.model.reach import gathered
from statutory.model.reference import DeadReference, Loop
from statutory.model.refusal import Refusal
from statutory.model.relations import Relations
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
    :param page_titles: What the pages are called, by the names of their documents; none where no
        build has read them.
    :param dead_references: The references in running text that lead nowhere, by file.
    :param loops: The tables of contents that lead back to a page above them, by file.
    :param refusals: What was taken out of the pages, by file and in the order of its text.
    :param code: What the build found that would be evaluated, fetched or drawn, in order.
    """

    settings: Settings
    vocabulary: Vocabulary
    items: Mapping[str, Item] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    warnings: tuple[BuildWarning, ...] = ()
    violations: tuple[Violation, ...] = ()
    page_titles: Mapping[str, str] = field(default_factory=dict)
    refusals: tuple[Refusal, ...] = ()
    code: tuple[Code, ...] = ()
    dead_references: tuple[DeadReference, ...] = ()
    loops: tuple[Loop, ...] = ()

    def __post_init__(self) -> None:
        """Put items and warnings in order, and make the items read-only."""
        object.__setattr__(self, "items", frozen_mapping(dict(sorted(self.items.items()))))
        object.__setattr__(self, "page_titles", frozen_mapping(self.page_titles))
        object.__setattr__(self, "warnings", tuple(sorted(self.warnings)))

    # Items -----------------------------------------------------------------------------

    def own_items(self) -> Iterator[Item]:
        """Yield the items of the project itself, in the order of their identifiers."""
        return iter(self._own)

    @functools.cached_property
    def _own(self) -> Sequence[Item]:
        return tuple(item for item in self.items.values() if not item.is_external)

    def shown_items(self) -> Iterator[Item]:
        """Yield the project's items and those of others that a page shows, in order."""
        return (item for item in self.items.values() if item.docname or not item.is_external)

    def of_types(self, types: Iterable[str]) -> Iterator[Item]:
        """Yield the project's items of some types, in the order of their identifiers."""
        wanted = frozenset(types)
        return (item for item in self.own_items() if item.type in wanted)

    def taken_over(self, types: Iterable[str]) -> Iterator[Item]:
        """Yield the items of some types that the project has to answer, in order.

        They are its own, and those of another project that a page of this one shows: who
        imports the law of the state has to answer it.
        """
        wanted = frozenset(types)
        return (item for item in self.shown_items() if item.type in wanted)

    def like(self, pattern: str) -> Iterator[Item]:
        """Yield the items whose identifiers match a pattern, in order.

        :param pattern: With ``*``, ``?`` and ``[…]`` as in the names of files.
        """
        beginning = re.split(r"[*?[]", pattern)[0]
        for id_ in self._ids[bisect.bisect_left(self._ids, beginning) :]:
            if not id_.startswith(beginning):
                return
            if fnmatch.fnmatchcase(id_, pattern):
                yield self.items[id_]

    @functools.cached_property
    def _ids(self) -> Sequence[str]:
        return tuple(self.items)

    def region_of(self, item: Item) -> str:
        """Return the region that says an item, or an empty string."""
        return item.value(self.settings.fields.region)

    def is_national(self, item: Item) -> bool:
        """Say whether an item is of no region: of the state, or of the whole project."""
        region = self.region_of(item)
        return not region or region in self.settings.values.national

    # Links -----------------------------------------------------------------------------

    @functools.cached_property
    def relations(self) -> Relations:
        """What links count for, by the types at their ends."""
        settings = self.settings
        return Relations(types=settings.types, links=settings.links, vocabulary=self.vocabulary)

    def linked(self, item: Item, link: str, *, role: str = "") -> tuple[Item, ...]:
        """Return the items that a link leads to, as far as it counts.

        Targets that do not exist are left out, and so are those that either end has the wrong
        type for. Gaps and waivers find their targets under former identifiers too.

        :param role: The role in which the link is asked for; needed where the project has one
            link for several, of which another one leads anywhere.
        """
        counts = self.relations.counts
        return tuple(
            target
            for target in self.named(item, link)
            if counts(link, item.type, target.type, role=role)
        )

    def linking(self, item: Item, link: str, *, role: str = "") -> tuple[Item, ...]:
        """Return the items from which a link leads to an item, in order, as far as it counts."""
        counts = self.relations.counts
        return tuple(
            other
            for other in map(self.items.__getitem__, self._incoming.get((item.id, link), ()))
            if counts(link, other.type, item.type, role=role)
        )

    def named(self, item: Item, link: str) -> tuple[Item, ...]:
        """Return the items that a link names, whether it counts or not."""
        return tuple(self.items[id_] for id_ in self._reached(item, link) if id_ in self.items)

    def joined(self, item: Item, link: str) -> tuple[Item, ...]:
        """Return the items that a link names, but those that it is certainly wrong to name."""
        fault = self.relations.fault
        return tuple(
            target
            for target in self.named(item, link)
            if fault(link, item.type, target.type) is None
        )

    def joining(self, item: Item, link: str) -> tuple[Item, ...]:
        """Return the items whose link names an item and is not certainly wrong, in order."""
        fault = self.relations.fault
        return tuple(
            other
            for other in map(self.items.__getitem__, self._incoming.get((item.id, link), ()))
            if fault(link, other.type, item.type) is None
        )

    def lacks(self, item: Item, link: str, *, role: str = "") -> bool:
        """Say whether a link that an item should have is missing.

        It is not where a target does not exist or is certainly wrong to name: that is a
        finding of its own, and the target that is meant may be what is missed.
        """
        return not (self.linked(item, link, role=role) or self.strays(item, link))

    def strays(self, item: Item, link: str) -> bool:
        """Say whether a link names what does not exist, or what is certainly wrong to name."""
        return len(self.joined(item, link)) < len(self._reached(item, link))

    def links_to(self, item: Item) -> tuple[tuple[str, Item], ...]:
        """Return every link to an item with the item it comes from, in order.

        Those that are certainly wrong are left out.
        """
        return tuple(
            (link, other)
            for link in sorted(self.vocabulary.links)
            for other in self.joining(item, link)
        )

    @functools.cached_property
    def regions_mentioning(self) -> Mapping[str, frozenset[str]]:
        """The regions of the items that link to an item, by its identifier.

        What the law says of itself is left out.
        """
        types = self.settings.types
        legal = types.act + types.section + types.element
        regions: dict[str, set[str]] = defaultdict(set)
        for (target, link), ids in self._incoming.items():
            if link in self.vocabulary.links:
                items = map(self.items.__getitem__, ids)
                regions[target] |= {self.region_of(it) for it in items if it.type not in legal}
        return {target: frozenset(found) for target, found in regions.items()}

    @functools.cached_property
    def _incoming(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        incoming: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for item in self.items.values():
            for link in item.links:
                for target in self._reached(item, link):
                    incoming[target, link][item.id] = None
        return {key: tuple(ids) for key, ids in incoming.items()}

    def _reached(self, item: Item, link: str) -> tuple[str, ...]:
        """Return the identifiers that a link leads to, as the items have them now."""
        targets = item.targets(link)
        if not targets or not self.follows_renaming(item, link):
            return targets
        return tuple(dict.fromkeys(self.current_ids.get(id_, id_) for id_ in targets))

    # Former identifiers ----------------------------------------------------------------

    def follows_renaming(self, item: Item, link: str) -> bool:
        """Say whether a link may name an item by an identifier that it had before.

        What a gap or a waiver is of stays the same when it is renamed; any other link has
        to name what exists.
        """
        types, links = self.settings.types, self.settings.links
        return (item.type in types.gap and link == links.gap_target) or (
            item.type in types.waiver and link == links.waiver_target
        )

    def former_ids_of(self, item: Item) -> tuple[str, ...]:
        """Return the identifiers that an item says it has had before, in its order."""
        listed = item.value(self.settings.fields.former_ids).split(",")
        return tuple(dict.fromkeys(id_ for part in listed if (id_ := part.strip())))

    @functools.cached_property
    def current_ids(self) -> Mapping[str, str]:
        """The identifier that an item has now, by each that it alone has had before."""
        claims: dict[str, list[str]] = defaultdict(list)
        for item in self.own_items():
            for former in self.former_ids_of(item):
                claims[former].append(item.id)
        taken = self.items.keys() | self.declarations.keys()
        return {
            former: current
            for former, (current, *others) in claims.items()
            if not others and former not in taken
        }

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
        ``None`` means that no readable period is found on any of these ways. Of several
        periods those that are reversed do not count.
        """
        periods = [self.read(text) for text in self._time_texts(item)]
        readable = [period for period in periods if period is not None]
        sound = [period for period in readable if not period.is_reversed]
        return envelope(sound or readable[:1]) if readable else None

    def term_of(self, actor: Item) -> Period | None:
        """Return the term of an actor; ``None`` where it has none that can be read."""
        text = actor.value(self.settings.fields.term)
        return self.read(text) if text else None

    def has_time(self, item: Item) -> bool:
        """Say whether an item's time is written down where it counts, readable or not."""
        return bool(self._time_texts(item))

    def _time_texts(self, item: Item) -> Sequence[str]:
        """Return the texts that tell an item's time: its own, or those of its schedules."""
        own = item.value(self.settings.fields.period)
        if own:
            return (own,)
        schedules = self.linked(item, self.settings.links.schedule)
        texts = [self._schedule_texts[schedule.id] for schedule in schedules]
        return sorted(frozenset().union(*texts))

    @functools.cached_property
    def _schedule_texts(self) -> Mapping[str, frozenset[str]]:
        """The texts that tell the time of each schedule: its parts' where it has none."""
        link, period = self.settings.links.schedule, self.settings.fields.period
        graph: dict[str, list[str]] = {}
        ahead = [it for item in self.items.values() for it in self.linked(item, link)]
        for schedule in ahead:
            if schedule.id not in graph:
                others = self._schedules_of(schedule)
                graph[schedule.id] = [other.id for other in others]
                ahead += others
        texts = {id_: text for id_ in graph if (text := self.items[id_].value(period))}
        return gathered(graph, texts)

    def _schedules_of(self, schedule: Item) -> tuple[Item, ...]:
        """Return what gives a schedule its time, where it does not tell it itself."""
        links = self.settings.links
        if schedule.value(self.settings.fields.period):
            return ()
        return self.linked(schedule, links.schedule) or self.linking(schedule, links.part_of)

    # Certainty -------------------------------------------------------------------------

    def is_inferred(self, item: Item, name: str) -> bool:
        """Say whether an item's field or link is inferred rather than stated.

        The owner and the time have basis fields of their own; any other field or link is
        inferred where the item's list of inferred names holds it. What policy demands a basis
        of is stated only where the basis says so: to leave it out proves nothing.
        """
        basis = self._bases.get(name)
        if basis is not None and item.value(basis) in self.settings.values.inferred:
            return True
        listed = item.value(self.settings.fields.inferred).split(",")
        is_listed = bool(name) and name in {part.strip() for part in listed}
        return is_listed or self.lacks_basis(item, name)

    def lacks_basis(self, item: Item, name: str) -> bool:
        """Say whether policy demands of an owner or a time how it is known, and nothing does.

        Of items of other projects nothing is demanded.
        """
        basis, required = self._bases.get(name), self.settings.required
        if basis is None or item.is_external or item.value(basis):
            return False
        is_owner = name == self.settings.links.owner
        types = required.owner_basis if is_owner else required.time_basis
        return item.type in types and bool(item.value(name) or item.targets(name))

    @functools.cached_property
    def _bases(self) -> Mapping[str, str]:
        """The field that says how a field or link is known, for those that have one."""
        fields, links = self.settings.fields, self.settings.links
        bases = {
            links.owner: fields.owner_basis,
            fields.period: fields.time_basis,
            links.schedule: fields.time_basis,
        }
        return {name: basis for name, basis in bases.items() if name and basis}

    # Files -----------------------------------------------------------------------------

    def directives(self) -> Iterator[Directive]:
        """Yield the directives that declare items, by path and line.

        Among them are blocks that were meant as such but have a fault.
        """
        for document in self.documents:
            for directive in document.directives:
                if directive.name in self.vocabulary.types:
                    yield directive

    def warnings_in(self, first: Location, last_line: int) -> tuple[BuildWarning, ...]:
        """Return the warnings of some lines of a file, in order.

        :param first: The file and the first of the lines.
        """
        last = Location(first.path, last_line)
        start = bisect.bisect_left(self.warnings, first, key=_place)
        return self.warnings[start : bisect.bisect_right(self.warnings, last, key=_place)]

    @functools.cached_property
    def declarations(self) -> Mapping[str, tuple[Directive, ...]]:
        """The directives that declare each identifier, by path and line."""
        declared: dict[str, list[Directive]] = defaultdict(list)
        for directive in self.directives():
            if directive.id:
                declared[directive.id].append(directive)
        return {id_: tuple(directives) for id_, directives in declared.items()}


def _place(warning: BuildWarning) -> Location:
    return warning.location

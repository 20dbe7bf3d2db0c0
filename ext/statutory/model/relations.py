"""Relations: which types may stand at the two ends of a link, by the role that it plays.

A link joins two items. Policy says by roles of types what each end has to be for the link to
mean what it says; a link from or to anything else counts for nothing.
"""

from __future__ import annotations

import enum
import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from statutory.model.roles import LinkRoles, TypeRoles
from statutory.model.vocabulary import Vocabulary


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    """The roles of the types at the two ends of a link.

    An end that names no role may be of any type; so may one of which policy leaves a role
    without types, for nobody knows which types play it.

    :param start: Of the item that carries the link.
    :param end: Of the item that it leads to.
    :param never_start: Of what cannot carry it, where it may otherwise be of any type.
    :param never_end: Of what it cannot lead to, where it may otherwise be of any type.
    """

    start: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    never_start: tuple[str, ...] = ()
    never_end: tuple[str, ...] = ()


_LAW = ("act", "section")
_RECORDS = ("source", "gap", "waiver")
"""What tells of the knowledge base itself, and is no part of the matter."""

_NO_WORK = ("risk", "difference", *_RECORDS)
"""What nobody does, and so nothing is done by it."""

RELATIONS: Mapping[str, Relation] = {
    "based_on": Relation(end=_LAW),
    "implements": Relation(
        start=("implementer",), end=("element",), never_start=(*_LAW, "element", *_NO_WORK)
    ),
    "owner": Relation(end=("owner",)),
    "preparer": Relation(end=("preparer",)),
    "schedule": Relation(never_end=("actor", *_NO_WORK)),
    "predecessor": Relation(never_end=("actor", *_RECORDS)),
    "part_of": Relation(never_end=_RECORDS),
    "sources": Relation(end=("source",)),
    "concerns": Relation(),
    "decider": Relation(end=("decider",)),
    "presenter": Relation(end=("actor",)),
    "handler": Relation(end=("actor",)),
    "informed": Relation(end=("actor",)),
    "consulted": Relation(end=("actor",)),
    "organiser": Relation(end=("actor",)),
    "producer": Relation(end=("actor",)),
    "funder": Relation(end=("actor",)),
    "competence": Relation(start=("actor",), end=_LAW),
    "successor": Relation(start=("actor",), end=("successor",)),
    "counterpart": Relation(start=_LAW, end=_LAW),
    "speaker": Relation(end=("actor",)),
    "addressee": Relation(end=("actor",)),
    "handled_in": Relation(end=("meeting",)),
    "stakeholder": Relation(start=("risk", "opportunity"), end=("actor",)),
    "resolution": Relation(start=("difference",), never_end=("gap", "waiver")),
    "answer": Relation(end=("reply",), never_end=_RECORDS),
    "mitigates": Relation(start=("mitigation",), end=("risk",), never_start=_NO_WORK),
    "conflicts_with": Relation(),
    "gap_target": Relation(start=("gap",)),
    "reviewer": Relation(end=("actor",)),
    "waiver_target": Relation(start=("waiver",)),
    "waiver_approver": Relation(start=("waiver",), end=("actor",)),
}
"""The relation of each role of a link."""

STANDS_IN: Mapping[str, str] = {
    "implementer": "component",
    "owner": "actor",
    "decider": "actor",
    "preparer": "actor",
    "successor": "actor",
}
"""The role whose types play another one where policy names none for that."""

GENERAL = frozenset({"links", "parent_needs"})
"""The links that every project of sphinx-needs has, for whatever its authors see fit."""


class Fault(enum.Enum):
    """The end at which a link is certainly wrong."""

    START = enum.auto()
    END = enum.auto()


@dataclass(frozen=True, kw_only=True, slots=True)
class End:
    """The types at one end of a link.

    :param allowed: The types that may stand there; ``None`` means any but those barred.
    """

    allowed: frozenset[str] | None = None
    barred: frozenset[str] = frozenset()

    def admits(self, type_: str) -> bool:
        """Say whether an item of a type may stand there."""
        return type_ not in self.barred if self.allowed is None else type_ in self.allowed


@dataclass(frozen=True, kw_only=True)
class Relations:
    """What links count for in a project: its policy and its vocabulary together.

    Answers are kept by the types of the ends, of which there are few.
    """

    types: TypeRoles
    links: LinkRoles
    vocabulary: Vocabulary
    _counted: dict[tuple[str, str, str, str], bool] = field(default_factory=dict)
    _faults: dict[tuple[str, str, str], Fault | None] = field(default_factory=dict)

    def counts(self, link: str, start: str, end: str, *, role: str = "") -> bool:
        """Say whether a link from one type to another counts in a role.

        :param role: The role in which it is asked for; empty means any that the link plays.
            A link that plays none counts wherever the vocabulary lets it lead.
        """
        key = (link, start, end, role)
        if key not in self._counted:
            self._counted[key] = self._counts(link, start, end, role)
        return self._counted[key]

    def fault(self, link: str, start: str, end: str) -> Fault | None:
        """Return the end at which a link is certainly wrong; ``None`` where it may be meant.

        It is wrong where the vocabulary does not let it lead there, or where it plays one
        role alone and does not count for that. What serves other things may be one of them.
        """
        key = (link, start, end)
        if key not in self._faults:
            self._faults[key] = self._fault(link, start, end)
        return self._faults[key]

    def roles_of(self, link: str) -> tuple[str, ...]:
        """Return the roles that a link plays, in the order in which they are declared."""
        return tuple(role for role in RELATIONS if link and getattr(self.links, role) == link)

    def start_of(self, role: str) -> End:
        """Return what may carry a link in a role."""
        relation = RELATIONS[role]
        return self._end(relation.start, relation.never_start)

    def end_of(self, role: str) -> End:
        """Return where a link may lead in a role."""
        relation = RELATIONS[role]
        return self._end(relation.end, relation.never_end)

    def _counts(self, link: str, start: str, end: str, role: str) -> bool:
        roles = (role,) if role else self.roles_of(link)
        return self._may_lead(link, end) and (
            not roles
            or any(
                self.start_of(one).admits(start) and self.end_of(one).admits(end) for one in roles
            )
        )

    def _fault(self, link: str, start: str, end: str) -> Fault | None:
        if not self._may_lead(link, end):
            return Fault.END
        roles = self.roles_of(link)
        if link in GENERAL or len(roles) != 1:
            return None
        if not self.end_of(roles[0]).admits(end):
            return Fault.END
        return None if self.start_of(roles[0]).admits(start) else Fault.START

    def _may_lead(self, link: str, end: str) -> bool:
        """Say whether the vocabulary lets a link lead to a type."""
        known = self.vocabulary.links.get(link)
        return known is None or not known.target_types or end in known.target_types

    def _end(self, roles: Iterable[str], never: Iterable[str]) -> End:
        named = [self._playing(role) for role in roles]
        if named and all(named):
            return End(allowed=frozenset(itertools.chain(*named)))
        return End(barred=frozenset(itertools.chain(*(getattr(self.types, one) for one in never))))

    def _playing(self, role: str) -> tuple[str, ...]:
        """Return the types that play a role, or else those that stand in for it."""
        types: tuple[str, ...] = getattr(self.types, role)
        if types or role not in STANDS_IN:
            return types
        return self._playing(STANDS_IN[role])

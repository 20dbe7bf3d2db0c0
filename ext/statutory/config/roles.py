"""The roles in the table: what the names of the project mean, and what needs which of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from statutory.config.policy import TABLE, PolicyReader, Surroundings
from statutory.model.raci import RaciPolicy
from statutory.model.roles import FieldRoles, LinkRoles, TypeRoles, ValueRoles
from statutory.model.settings import Requirements

Roles = TypeVar("Roles", TypeRoles, LinkRoles, FieldRoles)

_NEEDED_BY_REQUIRED = {
    "owner": ("links.owner",),
    "preparer": ("links.preparer",),
    "timeline": ("fields.period", "links.schedule"),
    "outcome": ("fields.status",),
    "decision": ("links.decider",),
    "funding": ("links.funder",),
    "answer": ("links.answer",),
    "mitigation": ("links.mitigates",),
    "owner_basis": ("fields.owner_basis",),
    "time_basis": ("fields.time_basis",),
}
"""The roles of which each requirement needs one: without them it would find nothing."""

_NEEDED_BY_TYPES = {
    "gap": (("links.gap_target",), ("fields.gap_field",)),
    "waiver": (
        ("links.waiver_target", "fields.waiver_pattern"),
        ("links.waiver_approver",),
        ("fields.waiver_check",),
        ("fields.waiver_reason",),
        ("fields.waiver_expiry",),
    ),
}
"""The roles without which a gap answers and a waiver silences nothing; one of each group."""


class RoleReader(PolicyReader):
    """Reads the roles, each checked against the vocabulary, and what is required by them.

    A role that the project does not have is empty; what asks for it finds nothing.
    """

    def __init__(self, lines: Mapping[str, int], surroundings: Surroundings) -> None:
        """Take what the table is judged by."""
        super().__init__(lines, surroundings)
        self._played: frozenset[str] = frozenset()

    def roles(self, table: Mapping[str, Any]) -> dict[str, Any]:
        """Return the parts of the settings that are roles, and what is required by them."""
        types = self._roles(table, "types", TypeRoles)
        links = self._roles(table, "links", LinkRoles)
        fields = self._roles(table, "fields", FieldRoles)
        self._played = frozenset((*_played("links", links), *_played("fields", fields)))
        self._need_roles_of_types(table, types)
        return {
            "types": types,
            "links": links,
            "fields": fields,
            "values": self._values(table),
            "required": self._required(table),
            "raci": self._raci(table),
        }

    def _roles(self, table: Mapping[str, Any], name: str, roles: type[Roles]) -> Roles:
        """Return the roles of one table, each checked against the vocabulary."""
        names = [field.name for field in dataclasses.fields(roles)]
        given = self.subtable(TABLE, table, name, names)
        allowed = self.allowed(name)
        values: dict[str, Any] = {}
        for role, value in given.items():
            key = f"{TABLE}.{name}.{role}"
            if roles is TypeRoles:
                values[role] = self.names(key, value, allowed)
            else:
                values[role] = self.name(key, value, allowed)
        for role in names:
            if role not in values and roles is not TypeRoles:
                # A role that is not given has its own name, if the project has that name.
                values[role] = role if role in allowed else ""
        return roles(**values)

    def _need_roles_of_types(self, table: Mapping[str, Any], types: TypeRoles) -> None:
        """Note the roles without which gaps and waivers could not say what they are for."""
        for name, groups in _NEEDED_BY_TYPES.items():
            for needed in groups if getattr(types, name) else ():
                self._need_one(f"{TABLE}.types.{name}", table, needed)

    def _need_one(self, key: str, table: Mapping[str, Any], needed: Sequence[str]) -> None:
        """Note that a key needs one of some roles and the project has none of them.

        A role that is given and wrong is a mistake of its own.
        """
        given = {
            f"{name}.{role}"
            for name in ("links", "fields")
            if isinstance(table.get(name), dict)
            for role in table[name]
        }
        if not (self._played | given).intersection(needed):
            text = "it needs {needed}, which is missing"
            self.mistake(key, text, needed=f"{TABLE}.{needed[0]}")

    def _raci(self, table: Mapping[str, Any]) -> RaciPolicy:
        """Return the links of each letter; a link gives one letter only."""
        names = [field.name for field in dataclasses.fields(RaciPolicy)]
        given = self.subtable(TABLE, table, "raci", names)
        links: dict[str, tuple[str, ...]] = {}
        for name in given:
            key = f"{TABLE}.raci.{name}"
            links[name] = self.names(key, given[name], self.allowed("links"))
            for other, taken in links.items():
                for link in links[name] if other != name else ():
                    if link in taken:
                        text = "the link {link} is already in {other}; a link gives one letter"
                        self.mistake(key, text, link=link, other=f"{TABLE}.raci.{other}")
        return RaciPolicy(**links)

    def _values(self, table: Mapping[str, Any]) -> ValueRoles:
        names = [field.name for field in dataclasses.fields(ValueRoles)]
        given = self.subtable(TABLE, table, "values", names)
        return ValueRoles(
            **{name: self.texts(f"{TABLE}.values.{name}", values) for name, values in given.items()}
        )

    def allowed(self, table: str) -> Collection[str]:
        """Return the names of the vocabulary that a table of roles may use."""
        if table == "types":
            return tuple(self.vocabulary.types)
        return tuple(self.vocabulary.links) if table == "links" else self.vocabulary.fields

    def _required(self, table: Mapping[str, Any]) -> Requirements:
        names = [field.name for field in dataclasses.fields(Requirements)]
        given = self.subtable(TABLE, table, "required", names)
        prefix = f"{TABLE}.required"
        types, links = self.allowed("types"), self.allowed("links")
        parents = self.subtable(prefix, given, "parent", types)
        for name, needed in _NEEDED_BY_REQUIRED.items():
            if given.get(name):
                self._need_one(f"{prefix}.{name}", table, needed)
        lists = {
            name: self.names(f"{prefix}.{name}", given.get(name, []), types)
            for name in names
            if name != "parent"
        }
        return Requirements(
            **lists,
            parent={
                type_: self.name(f"{prefix}.parent.{type_}", link, links)
                for type_, link in parents.items()
            },
        )


def _played(table: str, roles: LinkRoles | FieldRoles) -> Iterator[str]:
    """Yield the roles that the project has a name for, as messages name them."""
    for field in dataclasses.fields(roles):
        if getattr(roles, field.name):
            yield f"{table}.{field.name}"

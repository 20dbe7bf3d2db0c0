"""Roles: what the table asks for has to be something that the project can write."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from statutory.checks import CHECKS
from statutory.config.policy import Surroundings
from statutory.config.table import TableReader
from statutory.model.settings import Vocabulary
from tests.builders import FIELDS, VOCABULARY


def vocabulary_without(*names: str) -> Vocabulary:
    """Return a vocabulary that lacks some fields or links."""
    return dataclasses.replace(
        VOCABULARY,
        fields=tuple(name for name in FIELDS if name not in names),
        links={name: link for name, link in VOCABULARY.links.items() if name not in names},
    )


def mistakes(vocabulary: Vocabulary, **tables: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    """Return the keys of the mistakes of a table, with the roles that they need."""
    surroundings = Surroundings(path="", root=Path(), vocabulary=vocabulary, checks=CHECKS)
    reader = TableReader({}, surroundings)
    reader.settings({"as_of": "2018-01-31", **tables})
    return [(one.key, str(one.message.values.get("needed", ""))) for one in reader.mistakes]


@pytest.mark.parametrize(
    ("name", "roles", "needed"),
    [
        ("owner", ("owner",), "links.owner"),
        ("preparer", ("preparer",), "links.preparer"),
        ("timeline", ("period", "schedule"), "fields.period"),
        ("outcome", ("status",), "fields.status"),
        ("decision", ("decider",), "links.decider"),
        ("funding", ("funder",), "links.funder"),
        ("answer", ("answer",), "links.answer"),
        ("mitigation", ("mitigates",), "links.mitigates"),
    ],
)
def test_requirement_needs_its_role(name: str, roles: tuple[str, ...], needed: str) -> None:
    """What nothing can be written for is required in vain, and the author is told."""
    given = {"required": {name: ["component"]}}
    said = [(f"statutory.required.{name}", f"statutory.{needed}")]
    assert mistakes(vocabulary_without(*roles), **given) == said
    assert mistakes(VOCABULARY, **given) == []
    assert mistakes(vocabulary_without(*roles), required={name: []}) == []


@pytest.mark.parametrize("role", ["period", "schedule"])
def test_one_way_to_the_time_is_enough(role: str) -> None:
    """A project may tell times by a field alone or by a link alone."""
    assert mistakes(vocabulary_without(role), required={"timeline": ["component"]}) == []


@pytest.mark.parametrize(
    ("kind", "roles", "needed"),
    [
        ("gap", ("gap_target",), "links.gap_target"),
        ("gap", ("gap_field",), "fields.gap_field"),
        ("waiver", ("waiver_approver",), "links.waiver_approver"),
        ("waiver", ("waiver_check",), "fields.waiver_check"),
        ("waiver", ("waiver_reason",), "fields.waiver_reason"),
        ("waiver", ("waiver_expiry",), "fields.waiver_expiry"),
        ("waiver", ("waiver_target", "waiver_pattern"), "links.waiver_target"),
    ],
)
def test_gaps_and_waivers_need_what_they_say(
    kind: str, roles: tuple[str, ...], needed: str
) -> None:
    """A waiver that cannot have a reason would silence nothing, and nobody would see why."""
    said = [(f"statutory.types.{kind}", f"statutory.{needed}")]
    assert mistakes(vocabulary_without(*roles), types={kind: [kind]}) == said
    assert mistakes(vocabulary_without(*roles)) == []
    assert mistakes(VOCABULARY, types={kind: [kind]}) == []


@pytest.mark.parametrize("role", ["waiver_target", "waiver_pattern"])
def test_waiver_may_name_items_or_a_pattern(role: str) -> None:
    """Either of the two says what it is for."""
    assert mistakes(vocabulary_without(role), types={"waiver": ["waiver"]}) == []


def test_role_that_is_given_wrongly_is_told_once() -> None:
    """A slip in the name of the link is not also its absence."""
    found = mistakes(
        vocabulary_without("owner"), links={"owner": "ownr"}, required={"owner": ["component"]}
    )
    assert found == [("statutory.links.owner", "")]


@pytest.mark.parametrize("given", [5, "owner", ["owner"], True])
def test_table_of_roles_that_is_none_is_a_mistake(given: object) -> None:
    """Whatever stands in its place, reading goes on."""
    tables: Mapping[str, Any] = {"required": {"owner": ["component"]}}
    keys = [key for key, _ in mistakes(vocabulary_without("owner"), links=given, **tables)]
    assert keys == ["statutory.links", "statutory.required.owner"]

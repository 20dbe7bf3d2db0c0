"""Both ends of each relation: what counts, what is wrong, and what is nobody's business."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.relations import RELATIONS, STANDS_IN, Fault, Relations
from statutory.model.roles import LinkRoles, TypeRoles
from statutory.model.vocabulary import LinkType, Vocabulary
from tests.builders import SETTINGS

LINKS = tuple(field.name for field in dataclasses.fields(LinkRoles))
TYPES = dataclasses.replace(
    SETTINGS.types,
    implementer=("component", "duty"),
    mitigation=("duty", "service"),
    reply=("decision", "position"),
)
NO_TYPES = TypeRoles()

GOOD_AND_BAD: dict[str, tuple[tuple[str, str], tuple[tuple[str, str], ...]]] = {
    "based_on": (("duty", "section"), (("duty", "risk"), ("section", "source"))),
    "implements": (
        ("duty", "element"),
        (("risk", "element"), ("element", "element"), ("gap", "element"), ("duty", "section")),
    ),
    "owner": (("duty", "actor"), (("duty", "component"),)),
    "preparer": (("duty", "actor"), (("duty", "section"),)),
    "schedule": (("duty", "phase"), (("duty", "risk"), ("duty", "actor"), ("duty", "source"))),
    "predecessor": (("phase", "phase"), (("phase", "actor"), ("phase", "gap"))),
    "part_of": (("component", "plan"), (("component", "gap"), ("component", "source"))),
    "sources": (("duty", "source"), (("duty", "act"),)),
    "concerns": (("risk", "gap"), ()),
    "decider": (("decision", "actor"), (("decision", "meeting"),)),
    "presenter": (("decision", "actor"), (("decision", "position"),)),
    "handler": (("decision", "actor"), (("decision", "meeting"),)),
    "informed": (("decision", "actor"), (("decision", "risk"),)),
    "consulted": (("decision", "actor"), (("decision", "risk"),)),
    "organiser": (("service", "actor"), (("service", "duty"),)),
    "producer": (("service", "actor"), (("service", "duty"),)),
    "funder": (("duty", "actor"), (("duty", "resource"),)),
    "competence": (("actor", "act"), (("actor", "source"), ("duty", "act"))),
    "successor": (("actor", "actor"), (("actor", "duty"), ("duty", "actor"))),
    "counterpart": (("section", "section"), (("section", "element"), ("element", "section"))),
    "speaker": (("position", "actor"), (("position", "meeting"),)),
    "addressee": (("position", "actor"), (("position", "meeting"),)),
    "handled_in": (("position", "meeting"), (("position", "phase"),)),
    "stakeholder": (("risk", "actor"), (("duty", "actor"), ("risk", "component"))),
    "resolution": (("difference", "decision"), (("risk", "decision"), ("difference", "gap"))),
    "answer": (("question", "decision"), (("question", "risk"), ("question", "gap"))),
    "mitigates": (("duty", "risk"), (("risk", "risk"), ("duty", "opportunity"))),
    "conflicts_with": (("position", "position"), ()),
    "gap_target": (("gap", "risk"), (("risk", "risk"), ("waiver", "risk"))),
    "reviewer": (("duty", "actor"), (("duty", "position"),)),
    "waiver_target": (("waiver", "risk"), (("gap", "risk"),)),
    "waiver_approver": (("waiver", "actor"), (("gap", "actor"), ("waiver", "meeting"))),
}
"""For each role of a link two types that it may join, and pairs that it may not."""


def relations(
    types: TypeRoles = TYPES, links: LinkRoles | None = None, **target_types: tuple[str, ...]
) -> Relations:
    """Return what links count for where some may lead to certain types only."""
    known = {
        name: LinkType(name=name, outgoing=name, incoming=name, target_types=allowed)
        for name, allowed in target_types.items()
    }
    return Relations(types=types, links=links or LinkRoles(), vocabulary=Vocabulary(links=known))


def test_each_role_of_a_link_says_what_it_joins() -> None:
    """A new role without its types, or without a line in the table above, is no role yet."""
    assert {*RELATIONS} == {*LINKS} == {*GOOD_AND_BAD}
    type_roles = {field.name for field in dataclasses.fields(TypeRoles)}
    for relation in RELATIONS.values():
        named = (*relation.start, *relation.end, *relation.never_start, *relation.never_end)
        assert {*named} <= type_roles
    assert {*STANDS_IN, *STANDS_IN.values()} <= type_roles


@pytest.mark.parametrize("role", LINKS)
def test_both_ends_of_each_role_are_judged(role: str) -> None:
    """The right pair counts; a wrong one counts for nothing and is wrong at one end."""
    good, bad = GOOD_AND_BAD[role]
    judged = relations()
    assert judged.counts(role, *good)
    assert judged.counts(role, *good, role=role)
    assert judged.fault(role, *good) is None
    for pair in bad:
        assert not judged.counts(role, *pair)
        assert not judged.counts(role, *pair, role=role)
        assert judged.fault(role, *pair) is not None


@pytest.mark.parametrize("role", LINKS)
def test_what_policy_does_not_name_counts(role: str) -> None:
    """A project that names no types for its roles has said nothing of the ends."""
    for pair in (GOOD_AND_BAD[role][0], *GOOD_AND_BAD[role][1]):
        assert relations(NO_TYPES).counts(role, *pair)


def test_end_that_is_wrong_is_told() -> None:
    """Where both ends are wrong, the target is told; one cause gives one finding."""
    judged = relations()
    assert judged.fault("implements", "risk", "element") is Fault.START
    assert judged.fault("implements", "duty", "section") is Fault.END
    assert judged.fault("implements", "risk", "section") is Fault.END


@pytest.mark.parametrize("link", ["links", "parent_needs"])
def test_general_link_counts_by_its_role_and_is_never_wrong(link: str) -> None:
    """What sphinx-needs gives every project serves other things too."""
    judged = relations(links=LinkRoles(implements=link))
    assert judged.counts(link, "component", "element")
    assert not judged.counts(link, "risk", "element")
    assert judged.fault(link, "risk", "element") is None


def test_link_of_several_roles_counts_in_each_for_itself() -> None:
    """That another role leads anywhere answers no element."""
    judged = relations(links=LinkRoles(implements="serves", concerns="serves"))
    assert judged.counts("serves", "risk", "element")
    assert not judged.counts("serves", "risk", "element", role="implements")
    assert judged.counts("serves", "duty", "element", role="implements")
    assert judged.fault("serves", "risk", "element") is None


def test_vocabulary_comes_before_policy() -> None:
    """Where the vocabulary does not let a link lead it neither counts nor is it right."""
    judged = relations(NO_TYPES, schedule=("phase",), tests=("component",))
    assert not judged.counts("schedule", "duty", "milestone")
    assert judged.fault("schedule", "duty", "milestone") is Fault.END
    assert not judged.counts("tests", "duty", "risk")
    assert judged.counts("tests", "duty", "component")
    assert judged.fault("unheard_of", "duty", "risk") is None


def test_others_stand_in_for_a_role_without_types() -> None:
    """Components answer and actors own where policy names nobody else; law never answers."""
    judged = relations(TypeRoles(element=("req",), component=("impl",), actor=("team",)))
    assert judged.counts("implements", "impl", "req")
    assert not judged.counts("implements", "test", "req")
    assert not judged.counts("implements", "req", "req")
    for role in ("owner", "decider", "preparer"):
        assert judged.counts(role, "impl", "team")
        assert not judged.counts(role, "impl", "req")
    without_components = relations(TypeRoles(element=("req",), risk=("risk",)))
    assert without_components.counts("implements", "test", "req")
    assert not without_components.counts("implements", "req", "req")
    assert not without_components.counts("implements", "risk", "req")

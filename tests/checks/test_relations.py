"""What a link between the wrong types proves: nothing, in checks and in coverage."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from statutory.checks import run_checks
from statutory.model.catalogue import Catalogue
from statutory.model.coverage import Coverage, State
from statutory.model.item import Item
from statutory.model.report import Report
from statutory.model.settings import (
    FieldRoles,
    ItemType,
    LinkRoles,
    LinkType,
    Requirements,
    Settings,
    TypeRoles,
    Vocabulary,
)
from tests.builders import SETTINGS, make_gap, make_item, run, sound_items

NO_LINKS = LinkRoles(**{field.name: "" for field in dataclasses.fields(LinkRoles)})
NO_FIELDS = FieldRoles(**{field.name: "" for field in dataclasses.fields(FieldRoles)})
ENGINEERING = Settings(
    as_of=dt.date(2026, 1, 1),
    types=TypeRoles(element=("req",), component=("impl",)),
    links=dataclasses.replace(NO_LINKS, implements="links"),
    fields=NO_FIELDS,
)
"""A project of requirements, implementations and tests, all joined by the one general link."""


def engineering(
    *items: tuple[str, str, str], settings: Settings = ENGINEERING, **target_types: tuple[str, ...]
) -> Report:
    """Return what is found in items, each given by its type, identifier and targets.

    :param target_types: The types to which links may lead.
    """
    links = {"links": (), settings.links.implements: (), **target_types}
    kinds = ("req", "impl", "test", "risk", "team")
    vocabulary = Vocabulary(
        types={kind: ItemType(name=kind, title=kind) for kind in kinds},
        links={
            name: LinkType(name=name, outgoing=name, incoming=name, target_types=types)
            for name, types in links.items()
        },
    )
    made = []
    for kind, id_, targets in items:
        item = make_item(kind, id_)
        named = tuple(filter(None, targets.split(" ")))
        link = {settings.links.implements: named} if named else {}
        made.append(dataclasses.replace(item, links=link))
    catalogue = Catalogue(
        settings=settings, vocabulary=vocabulary, items={item.id: item for item in made}
    )
    return run_checks(catalogue)


def found(report: Report) -> list[tuple[str, str]]:
    """Return the check and the item of each finding."""
    return [(finding.check, finding.item) for finding in report.findings]


def test_requirements_are_not_covered_by_requirements_nor_by_tests() -> None:
    """Only an implementation covers, and only a requirement is what it can be traced to."""
    report = engineering(
        ("req", "R1", ""), ("req", "R2", "R1"), ("test", "T1", "R2"), ("impl", "I1", "T1")
    )
    assert found(report) == [
        ("untraced-component", "I1"),
        ("uncovered-element", "R1"),
        ("uncovered-element", "R2"),
    ]


def test_right_link_beside_a_wrong_one_counts() -> None:
    """What is implemented properly needs nothing more, whatever else links to it."""
    report = engineering(
        ("req", "R1", ""), ("req", "R2", "R1"), ("test", "T1", "R1 R2"), ("impl", "I1", "R1 R2 T1")
    )
    assert found(report) == []


@pytest.mark.parametrize("target_types", [{}, {"meets": ("req",)}])
def test_risk_implements_nothing(target_types: dict[str, tuple[str, ...]]) -> None:
    """With types of targets or without, it is wrong at its line and covers nothing."""
    settings = dataclasses.replace(
        ENGINEERING, links=dataclasses.replace(NO_LINKS, implements="meets")
    )
    report = engineering(("req", "R1", ""), ("risk", "X1", "R1"), settings=settings, **target_types)
    assert found(report) == [("uncovered-element", "R1"), ("wrong-origin", "X1")]


def test_component_that_meets_no_requirement_is_untraced_and_told() -> None:
    """That its link is wrong does not make it traced."""
    settings = dataclasses.replace(
        ENGINEERING, links=dataclasses.replace(NO_LINKS, implements="meets")
    )
    report = engineering(("test", "T1", ""), ("impl", "I1", "T1"), settings=settings)
    assert found(report) == [
        ("untraced-component", "I1"),
        ("wrong-target", "I1"),
        ("orphan-item", "T1"),
    ]


def test_types_that_policy_names_answer_besides_components() -> None:
    """Where the role is given types, these answer, and a component only where it is among them."""
    types = TypeRoles(element=("req",), component=("impl",), implementer=("test",))
    settings = dataclasses.replace(ENGINEERING, types=types)
    report = engineering(("req", "R1", ""), ("test", "T1", "R1"), settings=settings)
    assert found(report) == []
    report = engineering(("req", "R1", ""), ("impl", "I1", "R1"), settings=settings)
    assert found(report) == [("untraced-component", "I1"), ("uncovered-element", "R1")]


def test_nothing_but_a_requirement_is_kept_from_answering_where_no_type_is_known() -> None:
    """A project that names no components may be answered by anything, but not by its law."""
    settings = dataclasses.replace(ENGINEERING, types=TypeRoles(element=("req",)))
    report = engineering(
        ("req", "R1", ""), ("req", "R2", "R1"), ("test", "T1", "R2"), settings=settings
    )
    assert found(report) == [("uncovered-element", "R1")]


def test_owner_of_one_general_link_has_to_be_an_actor() -> None:
    """An owner is asked for where the general link leads to no actor."""
    settings = dataclasses.replace(
        ENGINEERING,
        types=TypeRoles(actor=("team",)),
        links=dataclasses.replace(NO_LINKS, owner="links"),
        required=Requirements(owner=("req",)),
    )
    links = dataclasses.replace(settings.links, implements="links")
    settings = dataclasses.replace(settings, links=links)
    report = engineering(
        ("team", "A1", ""), ("req", "R1", "A1"), ("req", "R2", "R1"), settings=settings
    )
    assert ("missing-owner", "R2") in found(report)
    assert ("missing-owner", "R1") not in found(report)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"COM": {"owner": "PLAN"}}, [("wrong-target", "COM")]),
        ({"COM": {"preparer": "SEC"}}, [("wrong-target", "COM")]),
        ({"COM": {"decider": "PHASE"}}, [("wrong-target", "COM")]),
        ({"COUNCIL": {"successor": "PLAN"}}, [("wrong-target", "COUNCIL")]),
        ({"PLAN": {"successor": "COUNCIL"}}, [("wrong-origin", "PLAN")]),
        ({"PLAN": {"competence": "SEC"}}, [("wrong-origin", "PLAN")]),
        ({"COM": {"part_of": "SRC"}}, [("wrong-target", "COM")]),
        ({"COM": {"sources": "ACT"}}, [("wrong-target", "COM")]),
    ],
)
def test_wrong_end_is_one_finding(
    changes: dict[str, dict[str, str]], expected: list[tuple[str, str]]
) -> None:
    """What the wrong link leaves empty is not asked for a second time."""
    assert found(run(sound_items(**changes))) == expected


@pytest.mark.parametrize("link", ["owner", "preparer", "sources"])
def test_coverage_does_not_count_what_is_wrong(link: str) -> None:
    """The link is there, but nothing that it could be."""
    report = run(sound_items(COM={link: "SEC"}))
    assert Coverage(report).state(report.catalogue.items["COM"], link) is State.MISSING


def risk(**links: str) -> Item:
    """Return a risk of the north."""
    return make_item("risk", "RIS", region="north", sources="SRC", locator="p. 1", **links)


def test_risk_does_not_close_a_gap() -> None:
    """The gap stays open, and nobody is asked to delete it."""
    items = sound_items(COM={"implements": "ELE-2"})
    options = {"region": "state", "based_on": "SEC", "owner": "COUNCIL", "period": "2018"}
    items.append(make_item("element", "ELE-2", sources="SRC", locator="p. 1", **options))
    gap = make_gap(target="ELE", field="implements")
    before = [("open-gap", "ELE"), ("unmitigated-risk", "RIS")]
    assert found(run([*items, gap, risk(concerns="COM")])) == before
    after = [("open-gap", "ELE"), ("unmitigated-risk", "RIS"), ("wrong-origin", "RIS")]
    assert found(run([*items, gap, risk(implements="ELE")])) == after


@pytest.mark.parametrize("link", ["owner", "preparer"])
def test_wrong_target_does_not_close_a_gap(link: str) -> None:
    """A gap in what is only wrongly said is a true gap."""
    gap = make_gap(target="COM", field=link)
    report = run([*sound_items(COM={link: "PLAN"}), gap])
    assert "closed-gap" not in dict(found(report))


def test_answer_and_mitigation_of_the_wrong_type_leave_the_matter_open() -> None:
    """A question is not answered by a risk, nor a risk averted by another."""
    types = dataclasses.replace(SETTINGS.types, reply=("decision",), mitigation=("duty",))
    settings = dataclasses.replace(SETTINGS, types=types)
    cited = {"sources": "SRC", "locator": "p. 1"}
    question = make_item("question", "Q", concerns="COM", answer="RIS", **cited)
    report = run([*sound_items(), question, risk(concerns="COM")], settings)
    assert ("wrong-target", "Q") in found(report)
    eased = make_item("service", "S", part_of="PLAN", mitigates="RIS", **cited)
    report = run([*sound_items(), eased, risk(concerns="COM")], settings)
    assert {("wrong-origin", "S"), ("unmitigated-risk", "RIS")} <= {*found(report)}


def test_item_alone_is_told_once() -> None:
    """A component without any link is untraced; that it belongs to nothing is the same cause."""
    report = engineering(("impl", "I1", ""), ("req", "R1", ""), ("test", "T1", ""))
    assert found(report) == [
        ("untraced-component", "I1"),
        ("uncovered-element", "R1"),
        ("orphan-item", "T1"),
    ]

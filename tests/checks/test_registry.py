"""The register: what may enter it, and that what is in it is complete."""

from __future__ import annotations

import dataclasses
import graphlib
import re
from collections.abc import Iterator

import pytest

from statutory.checks import CHECKS, Check
from statutory.checks.registry import (
    FORMER,
    PAGES,
    READ_RIGHT,
    Problem,
    check,
    current_name,
    declare,
    of_item,
)
from statutory.handbook import handbook_dir
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Severity
from statutory.model.location import Location
from tests.builders import make_item


def _check(name: str) -> Check:
    return Check(
        name=name,
        family="links",
        severity=Severity.NOTE,
        summary="Find nothing.",
        why="No reason.",
        remedy="None.",
    )


@pytest.mark.parametrize(
    "name", ["", "Missing", "missing_owner", "missing--owner", "-missing", "missing-", "a b", "a1"]
)
def test_name_that_is_not_kebab_case_is_refused(name: str) -> None:
    """A name is at once an anchor, a key and a word in a warning; it holds nothing else."""
    before = dict(CHECKS)
    with pytest.raises(ValueError, match="is not kebab case"):
        declare(_check(name))
    assert before == CHECKS


def test_name_that_is_taken_is_refused() -> None:
    """The second check of a name does not take the place of the first."""
    first = CHECKS["missing-owner"]
    with pytest.raises(ValueError, match="'missing-owner' exists already"):
        declare(_check("missing-owner"))
    assert CHECKS["missing-owner"] is first


@pytest.mark.parametrize(
    ("former", "error"),
    [
        (("dead-link",), "'dead-link' exists already"),
        (("new-thing",), "'new-thing' exists already"),
        (("old-thing", "old-thing"), "'old-thing' exists already"),
        (("Old",), "'Old' is not kebab case"),
    ],
)
def test_former_name_that_is_taken_is_refused(former: tuple[str, ...], error: str) -> None:
    """A name means one check, whether it has it now or had it before."""
    before = dict(CHECKS), dict(FORMER)
    with pytest.raises(ValueError, match=error):
        declare(dataclasses.replace(_check("new-thing"), former=former))
    assert before == (CHECKS, FORMER)


def test_former_name_leads_to_the_check_and_is_taken() -> None:
    """The name of a renamed check stays its own."""
    declare(dataclasses.replace(_check("new-thing"), former=("old-thing",)))
    try:
        assert [current_name(name) for name in ("old-thing", "new-thing", "no-thing")] == [
            "new-thing",
            "new-thing",
            "no-thing",
        ]
        with pytest.raises(ValueError, match="'old-thing' exists already"):
            declare(_check("old-thing"))
    finally:
        del CHECKS["new-thing"], FORMER["old-thing"]


def test_generator_without_docstring_is_refused() -> None:
    """The docstring is the check's summary, so there has to be one."""

    def silent(catalogue: Catalogue) -> Iterator[Problem]:
        yield from (of_item(item, "found") for item in catalogue.items.values())

    before = dict(CHECKS)
    register = check("nameless-thing", severity=Severity.NOTE, why="x", remedy="y")
    with pytest.raises(ValueError, match="'nameless-thing' has no docstring"):
        register(silent)
    assert before == CHECKS


def test_decorator_registers_what_it_is_given() -> None:
    """The generator comes back unchanged; summary and family are read off it."""

    def generator(catalogue: Catalogue) -> Iterator[Problem]:
        """Find everything.

        This is not of the summary.
        """
        yield from (of_item(item, "found") for item in catalogue.items.values())

    register = check(
        "everything-there",
        severity=Severity.NOTE,
        why="Because.",
        remedy="None.",
        requires=["missing-owner"],
        gap=True,
    )
    try:
        assert register(generator) is generator
        assert CHECKS["everything-there"] == Check(
            name="everything-there",
            family="test_registry",
            severity=Severity.NOTE,
            summary="Find everything.",
            why="Because.",
            remedy="None.",
            requires=("missing-owner",),
            gap=True,
            run=generator,
        )
    finally:
        del CHECKS["everything-there"]


def test_problem_is_about_its_item_or_its_place() -> None:
    """What a finding blocks is told by the item, or by the place where there is none."""
    problem = of_item(make_item("plan", "PLAN"), "wrong")
    assert problem.subject == "PLAN"
    place = Location("page.md", 3)
    assert Problem(item="", location=place, message=problem.message).subject == "page.md:3"


def test_problem_of_an_option_is_at_its_line() -> None:
    """A wrong value is found where it stands, a missing one where the item opens."""
    item = make_item("plan", "PLAN", at="plan.md:10", owner="COUNCIL")
    there = of_item(item, "wrong", field="owner", region="north", more=1)
    assert there.location == Location("plan.md", 12)
    assert dict(there.message.values) == {"field": "owner", "region": "north", "more": 1}
    assert of_item(item, "missing", field="period").location == Location("plan.md", 10)


@pytest.mark.parametrize("name", CHECKS)
def test_check_is_described(name: str) -> None:
    """Every check says in whole sentences what it finds, why it matters and what to do."""
    described = CHECKS[name]
    assert described.name == name
    texts = (described.summary, described.why, described.remedy)
    assert [text for text in texts if not re.fullmatch(r"[A-Z][^\n]*\.", text)] == []
    assert re.match("(Find|Report) ", described.summary)


@pytest.mark.parametrize("name", CHECKS)
def test_check_has_its_section_on_the_page_of_its_family(name: str) -> None:
    """The family of a check tells the page that documents it, under an anchor of its name."""
    page = handbook_dir() / f"{PAGES[CHECKS[name].family]}.md"
    lines = page.read_text(encoding="utf-8").splitlines()
    assert lines.count(f"## {name}") == 1
    assert lines[lines.index(f"## {name}") - 1] == f"({name})="


def test_required_checks_exist_and_do_not_wait_for_each_other() -> None:
    """What a check requires is a check, runs before it, and is never waived by a circle."""
    graph = {name: described.requires for name, described in CHECKS.items()}
    required = {name for names in graph.values() for name in names}
    assert required - CHECKS.keys() == set()
    order = list(graphlib.TopologicalSorter(graph).static_order())
    assert all(order.index(needed) < order.index(name) for name in graph for needed in graph[name])


def test_read_right_names_checks_of_the_files() -> None:
    """What must hold before an item can be said to lack something is checked."""
    assert {CHECKS[name].family for name in READ_RIGHT} == {"source_files"}


def test_only_what_the_engine_makes_itself_has_no_generator() -> None:
    """A check that is declared without a generator is one that the engine knows of."""
    without = {name for name, described in CHECKS.items() if described.run is None}
    assert without == {"open-gap", "unused-waiver", "mass-waiver", "coverage-below-gate"}
    assert [name for name in sorted(without) if CHECKS[name].gap] == []

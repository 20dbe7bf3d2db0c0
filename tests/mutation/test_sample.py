"""A small session, so that a check that loses its bite is noticed at once."""

from __future__ import annotations

import dataclasses
import random

import pytest

from statutory.checks import CHECKS
from statutory.model.report import Report
from tests.full.project import ROOT
from tests.mutation.explanations import RULES
from tests.mutation.mutants import Mutant
from tests.mutation.operators import OPERATORS
from tests.mutation.operators.registry import Part
from tests.mutation.projects import SHIPPED, Project, example_projects, shipped_project
from tests.mutation.reach import OUT_OF_REACH, first_that_brings_up, seen_in, unseen
from tests.mutation.report import Judged, render
from tests.mutation.sampling import all_mutants, sample
from tests.mutation.session import explained, judge_all
from tests.mutation.verdicts import Outcome

SEED = 1
PAGES = 8
SHIPPED_MUTANTS, EXAMPLE_MUTANTS = 60, 90

ALWAYS_KILLED = {
    *("blank-line-before-option", "blank-title", "delete-closing", "delete-opening"),
    *("empty-file", "finnish-time", "impossible-month", "latin-1", "lengthen-opening"),
    *("lower-id", "misspell-option", "misspell-target", "misspell-type", "misspell-value"),
    *("backquote-in-title", "bare-type", "number-sign", "repeat-item", "repeat-option"),
    *("other-region-id", "other-type-id"),
    *("add-address", "add-telephone", "misspell-filter", "taken-former-id", "taken-id"),
}
"""Operators of which no mutant may survive, whatever it changes."""


@pytest.fixture(scope="module")
def judged(shipped: Report) -> list[Judged]:
    """Some mutants of the shipped content and of the examples, judged without Sphinx."""
    whole = shipped_project(shipped.catalogue)
    pages = random.Random(SEED).sample(whole.pages, PAGES)  # noqa: S311 - no secret
    projects: dict[str, Project] = {
        SHIPPED: dataclasses.replace(whole, pages=tuple(pages)),
        **{project.name: project for project in example_projects(with_settings=False)},
    }
    mutants = [mutant for p in projects.values() for mutant in all_mutants(p, seed=SEED)]
    chosen = [
        *sample(filter(_is_shipped, mutants), SHIPPED_MUTANTS, seed=SEED),
        *sample((m for m in mutants if not _is_shipped(m)), EXAMPLE_MUTANTS, seed=SEED),
    ]
    verdicts = judge_all(projects, chosen)
    return [
        explained(Judged(mutant=mutant, verdict=verdict), projects)
        for mutant, verdict in zip(chosen, verdicts, strict=True)
    ]


def test_every_survivor_is_explained(judged: list[Judged]) -> None:
    """What no check notices, none can notice, or the check that could is named."""
    assert [str(one.mutant) for one in judged if one.is_unexplained] == []


def test_slips_that_break_an_item_are_always_noticed(judged: list[Judged]) -> None:
    """A slip that Sphinx or the vocabulary cannot read is never passed over."""
    missed = [
        str(one.mutant)
        for one in judged
        if one.mutant.operator in ALWAYS_KILLED and one.final.outcome is not Outcome.KILLED
    ]
    assert missed == []


def test_most_changes_are_noticed(judged: list[Judged]) -> None:
    """The sample is large, and most of what it changes gives a finding."""
    outcomes = [one.final.outcome for one in judged]
    assert len(outcomes) == SHIPPED_MUTANTS + EXAMPLE_MUTANTS
    assert outcomes.count(Outcome.KILLED) > len(outcomes) / 2


def test_report_tells_every_operator_and_survivor(judged: list[Judged]) -> None:
    """The report has a row for each operator that was used and names each survivor."""
    text = render(judged, seed=SEED)
    used = {one.mutant.operator for one in judged}
    assert [name for name in used if f"| {name} |" not in text] == []
    survivors = [one for one in judged if one.final.outcome is Outcome.SURVIVED]
    assert [str(one.mutant) for one in survivors if str(one.mutant) not in text] == []


def test_checks_out_of_reach_exist_and_have_a_proof() -> None:
    """A check that no change brings up is proved elsewhere, by a file that is there."""
    assert OUT_OF_REACH.keys() <= CHECKS.keys()
    proofs = [why.rpartition(": ")[2] for why in OUT_OF_REACH.values()]
    assert [proof for proof in proofs if not (ROOT / proof).is_file()] == []


@pytest.mark.parametrize("check", ["conflicting-owners", "organiser-is-producer"])
def test_check_is_put_to_the_test_by_its_own_example(check: str) -> None:
    """A check that the sample misses is brought up by a change of its good examples."""
    projects = {it.name: it for it in example_projects(with_settings=False)}
    found = first_that_brings_up(check, projects, seed=SEED)
    assert found is not None
    assert found.mutant.project.startswith(check)
    assert check in seen_in([found])
    assert check not in unseen([found])


def test_rules_speak_of_operators_that_exist() -> None:
    """A misspelt operator would leave a rule without effect; a rule has a reason."""
    assert {name for rule in RULES for name in rule.operators} <= OPERATORS.keys()
    assert [rule.name for rule in RULES if not rule.reason] == []
    assert len({rule.name for rule in RULES}) == len(RULES)


def _is_shipped(mutant: Mutant) -> bool:
    readable = OPERATORS[mutant.operator].part is not Part.TEXT
    return mutant.project == SHIPPED and readable

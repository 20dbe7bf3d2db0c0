"""Whether every check was put to the test, and mutants for those that the sample missed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from statutory.checks import CHECKS
from tests.mutation.judge import Judge
from tests.mutation.mutants import Mutant
from tests.mutation.operators import OPERATORS
from tests.mutation.operators.registry import Part
from tests.mutation.projects import OTHER, SHIPPED, Project
from tests.mutation.report import Judged
from tests.mutation.sampling import all_mutants

OUT_OF_REACH: Mapping[str, str] = {
    "mass-waiver": "more items have to be in fault than one change makes: "
    "tests/checks/test_waivers.py",
    "changed-since-review": "a review is held against what the build makes of the item: "
    "tests/full/test_reviews.py",
    "suspect-link": "fingerprints come from the build, and no page holds one: "
    "tests/full/test_reviews.py",
}
"""The checks that no single change of a page brings up, with what proves them instead."""


def seen_in(judged: Iterable[Judged]) -> frozenset[str]:
    """Return the checks that killed or noted a mutant."""
    return frozenset(name for one in judged for name in (*one.final.killers, *one.final.noters))


def unseen(judged: Iterable[Judged]) -> tuple[str, ...]:
    """Return the checks that no mutant brought up and that one could bring up, in order."""
    seen = seen_in(judged)
    return tuple(name for name in CHECKS if name not in seen | OUT_OF_REACH.keys())


def first_that_brings_up(
    check: str, projects: Mapping[str, Project], *, seed: int
) -> Judged | None:
    """Return a mutant that a check notices; ``None`` for none.

    Its own good examples are tried first, then those of the other checks. The large projects
    are left to the sample: to go through all their mutants would take hours.
    """
    small = [it for it in projects.values() if it.name not in {SHIPPED, OTHER}]
    for project in sorted(small, key=lambda it: it.name.rpartition("-")[0] != check):
        judge = Judge(project)
        for mutant in filter(_is_readable, all_mutants(project, seed=seed)):
            verdict = judge.verdict(mutant)
            if check in {*verdict.killers, *verdict.noters}:
                return Judged(mutant=mutant, verdict=verdict)
    return None


def _is_readable(mutant: Mutant) -> bool:
    return OPERATORS[mutant.operator].part is not Part.TEXT

"""A session: mutants chosen, judged, some of them built, and the survivors explained."""

from __future__ import annotations

import dataclasses
import multiprocessing
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tests.mutation.build_judge import BuildJudge
from tests.mutation.explanations import explain
from tests.mutation.judge import Judge
from tests.mutation.mutants import Mutant
from tests.mutation.operators import OPERATORS
from tests.mutation.operators.registry import Part
from tests.mutation.projects import OTHER, SHIPPED, Project
from tests.mutation.reach import first_that_brings_up, unseen
from tests.mutation.report import Judged
from tests.mutation.sampling import all_mutants, sample
from tests.mutation.verdicts import Outcome, Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """How much a session does.

    :param shipped: How many mutants of the shipped content are judged.
    :param examples: How many of the examples.
    :param other: How many of the project of other people, which Sphinx alone can read.
    :param text: How many of the text of pages, which Sphinx alone can judge.
    :param built: How many are judged by a build as well.
    :param seed: What the random choices come from.
    :param jobs: How many processes judge.
    """

    shipped: int = 900
    examples: int = 400
    other: int = 30
    text: int = 40
    built: int = 110
    seed: int = 1
    jobs: int = 2


def choose(projects: Mapping[str, Project], plan: Plan) -> list[Mutant]:
    """Return the mutants that a session judges."""
    shipped = list(all_mutants(projects[SHIPPED], seed=plan.seed))
    examples = [
        mutant
        for project in projects.values()
        if project.name not in {SHIPPED, OTHER}
        for mutant in all_mutants(project, seed=plan.seed)
    ]
    other = all_mutants(projects[OTHER], seed=plan.seed) if OTHER in projects else ()
    return [
        *sample(filter(_is_readable, shipped), plan.shipped, seed=plan.seed),
        *sample(filter(_is_readable, examples), plan.examples, seed=plan.seed),
        *sample(other, plan.other, seed=plan.seed),
        *sample((m for m in shipped if not _is_readable(m)), plan.text, seed=plan.seed),
    ]


def run(projects: Mapping[str, Project], plan: Plan) -> list[Judged]:
    """Return the mutants of a session with their verdicts."""
    mutants = choose(projects, plan)
    verdicts = _judge_all(projects, mutants, jobs=plan.jobs)
    built = _build_some(projects, mutants, verdicts, plan)
    judged = [
        Judged(mutant=mutant, verdict=verdict, built=built.get(index))
        for index, (mutant, verdict) in enumerate(zip(mutants, verdicts, strict=True))
    ]
    judged += _put_to_the_test(projects, unseen(judged), plan)
    return [explained(one, projects) for one in judged]


def explained(one: Judged, projects: Mapping[str, Project]) -> Judged:
    """Return a judged mutant with the rule that explains why it survived, if it did."""
    if one.final.outcome is not Outcome.SURVIVED:
        return one
    rule = explain(one.mutant, projects[one.mutant.project].catalogue)
    return dataclasses.replace(one, rule=rule)


def judge_all(projects: Mapping[str, Project], mutants: Iterable[Mutant]) -> list[Verdict]:
    """Return the verdicts on some mutants, made without Sphinx in this process."""
    judges: dict[str, Judge] = {}
    return [_judge(projects, judges, mutant) for mutant in mutants]


# Processes -------------------------------------------------------------------------------

# Workers are forked, so that they have the projects without reading them again.
_projects: Mapping[str, Project] = {}
_judges: dict[str, Judge] = {}
_builders: dict[str, BuildJudge] = {}


def _judge_all(
    projects: Mapping[str, Project], mutants: Sequence[Mutant], *, jobs: int
) -> list[Verdict]:
    globals()["_projects"] = projects
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        return pool.map(_judge_here, mutants, chunksize=16)


def _build_some(
    projects: Mapping[str, Project],
    mutants: Sequence[Mutant],
    verdicts: Sequence[Verdict],
    plan: Plan,
) -> dict[int, Verdict]:
    """Return the verdicts of the build on those of Sphinx alone and on some others."""
    unsure = [n for n, verdict in enumerate(verdicts) if verdict.outcome is Outcome.UNSURE]
    places = {id(mutant): n for n, mutant in enumerate(mutants)}
    others = [mutant for n, mutant in enumerate(mutants) if n not in set(unsure)]
    chosen = [places[id(mutant)] for mutant in sample(others, plan.built, seed=plan.seed)]
    indexes = sorted({*unsure, *chosen})
    globals()["_projects"] = projects
    with multiprocessing.get_context("fork").Pool(plan.jobs) as pool:
        built = pool.map(_build_here, [mutants[n] for n in indexes], chunksize=4)
    return dict(zip(indexes, built, strict=True))


def _put_to_the_test(
    projects: Mapping[str, Project], checks: Sequence[str], plan: Plan
) -> list[Judged]:
    """Return a mutant for each of some checks that the sample did not bring up."""
    globals()["_projects"] = projects
    with multiprocessing.get_context("fork").Pool(plan.jobs) as pool:
        found = pool.starmap(_search_here, [(check, plan.seed) for check in checks], chunksize=1)
    return [one for one in found if one is not None]


def _search_here(check: str, seed: int) -> Judged | None:
    return first_that_brings_up(check, _projects, seed=seed)


def _judge_here(mutant: Mutant) -> Verdict:
    return _judge(_projects, _judges, mutant)


def _judge(projects: Mapping[str, Project], judges: dict[str, Judge], mutant: Mutant) -> Verdict:
    if mutant.project not in judges:
        judges[mutant.project] = Judge(projects[mutant.project])
    return judges[mutant.project].verdict(mutant)


def _build_here(mutant: Mutant) -> Verdict:
    if mutant.project not in _builders:
        _builders[mutant.project] = BuildJudge(_projects[mutant.project])
    return _builders[mutant.project].verdict(mutant)


def _is_readable(mutant: Mutant) -> bool:
    return OPERATORS[mutant.operator].part is not Part.TEXT

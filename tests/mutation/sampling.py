"""Which mutants are judged: as many of each operator, chosen by a seed."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tests.mutation.mutants import Mutant, Page
from tests.mutation.operators import OPERATORS
from tests.mutation.projects import Project


def all_mutants(project: Project, *, seed: int) -> Iterator[Mutant]:
    """Yield every mutant of a project, by page and operator."""
    for document in project.catalogue.documents:
        if document.path in project.pages:
            page = Page(document=document, catalogue=project.catalogue, seed=seed)
            for operator in OPERATORS.values():
                for change in operator.run(page):
                    yield Mutant(
                        operator=operator.name,
                        project=project.name,
                        path=document.path,
                        change=change,
                    )


def sample(mutants: Iterable[Mutant], count: int, *, seed: int) -> list[Mutant]:
    """Return some mutants, as evenly divided among the operators as they allow.

    Those of an operator are divided among the options, or the types, that it changes.

    :param count: How many to return at most.
    """
    by_operator: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in mutants:
        by_operator[mutant.operator].append(mutant)
    chosen: list[Mutant] = []
    waiting = [_shuffled(by_operator[name], f"{seed} {name}") for name in OPERATORS]
    while len(chosen) < count and any(waiting):
        for mine in waiting:
            if mine and len(chosen) < count:
                chosen.append(mine.pop())
    return sorted(chosen, key=lambda mutant: (mutant.project, mutant.path, str(mutant)))


def _shuffled(mutants: Sequence[Mutant], seed: str) -> list[Mutant]:
    """Return the mutants of an operator in a random order that takes the options in turn."""
    shuffled = list(mutants)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - no secret
    seen: Counter[str] = Counter()
    turns: dict[int, int] = {}
    for mutant in shuffled:
        kind = mutant.change.option or mutant.change.before.partition(" ")[0]
        turns[id(mutant)] = seen[kind]
        seen[kind] += 1
    return sorted(shuffled, key=lambda mutant: turns[id(mutant)], reverse=True)

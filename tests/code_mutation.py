"""Mutation of the code: whether the tests notice each small change of the core.

Run as ``python -m tests.code_mutation [MODULE…]``; a module is named as ``checks/links``,
none means all of ``model`` and ``checks``. Cosmic Ray changes one operator, number, branch
or decorator at a time in a copy of the project. The tests of the module run first, and all
tests of the core where those notice nothing. A change that no test notices is a survivor;
``code_mutation.toml`` answers those that change nothing that anybody could see.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
ANSWERS = Path(__file__).with_suffix(".toml")
SOURCE = Path("ext", "statutory")
PACKAGES = ("model", "checks")
TESTS = "tests/model tests/checks/test_*.py tests/checks/properties"
"""All tests of the core, the quick ones first."""
NOT_COPIED = shutil.ignore_patterns(".*", "_build", "__pycache__", "*.egg-info")
SECONDS_A_MUTANT = 120.0
ANY = "*"
"""The module of an answer that holds in every module."""

CONFIGURATION = """\
[cosmic-ray]
module-path = {module}
timeout = {timeout}
excluded-modules = []
test-command = {command}

[cosmic-ray.distributor]
name = "local"

[cosmic-ray.filters.operators-filter]
exclude-operators = {excluded}
"""

_COMPARISONS = "Eq_NotEq|NotEq_Eq|Lt_LtE|LtE_Lt|Gt_GtE|GtE_Gt|In_NotIn|NotIn_In|Is_IsNot|IsNot_Is"
_ARITHMETIC = "Add_Sub|Sub_Add|Mul_Div|Div_Mul|FloorDiv_Mul|Mod_Mul|BitAnd_BitOr"
EXCLUDED_OPERATORS = (
    # Of the eight others of each comparison the opposite or the boundary is the hardest to
    # notice; a bar is mostly one of types, which are not run.
    rf".*/ReplaceComparisonOperator_(?!({_COMPARISONS})$)",
    rf".*/ReplaceBinaryOperator_(?!({_ARITHMETIC})$)",
    ".*/ReplaceUnaryOperator_(?!Delete_Not$)",
)


@dataclass(frozen=True, order=True, slots=True)
class Survivor:
    """A change that no test noticed: the lines before and after it, stripped."""

    module: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.module}\n    - {self.before}\n    + {self.after}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """What the mutation of one module showed.

    :param killed: The number of changes that a test noticed.
    :param survivors: The changes that none noticed, in order.
    """

    module: str
    killed: int
    survivors: tuple[Survivor, ...]


def main(names: Sequence[str]) -> int:
    """Mutate modules, print what survived, and return 1 where a survivor has no answer."""
    modules = [Path(f"{name}.py") for name in names] or list(all_modules())
    answers = read_answers()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(mutate, modules))
    for result in results:
        print(f"{result.module}: {result.killed} killed, {len(result.survivors)} survived")
    survivors = [survivor for result in results for survivor in result.survivors]
    open_ones = [it for it in survivors if not {it, replace(it, module=ANY)} & answers]
    for survivor in open_ones:
        print(f"unanswered: {survivor}")
    killed = sum(result.killed for result in results)
    answered = len(survivors) - len(open_ones)
    print(f"{killed} killed, {answered} survivors answered, {len(open_ones)} unanswered")
    return 1 if open_ones else 0


def all_modules() -> Iterable[Path]:
    """Yield the modules of the core, relative to the package, in order."""
    for package in PACKAGES:
        for path in sorted((ROOT / SOURCE / package).glob("[!_]*.py")):
            yield path.relative_to(ROOT / SOURCE)


def read_answers() -> frozenset[Survivor]:
    """Return the survivors that have an answer, each with a reason in the file."""
    with ANSWERS.open("rb") as file:
        entries = tomllib.load(file).get("answer", [])
    return frozenset(Survivor(it["module"], it["before"], it["after"]) for it in entries)


def mutate(module: Path) -> Result:
    """Return what happens when a module is changed, one change at a time."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, "project")
        shutil.copytree(ROOT, project, ignore=NOT_COPIED)
        configuration, session = Path(folder, "mutation.toml"), Path(folder, "mutation.sqlite")
        configuration.write_text(
            CONFIGURATION.format(
                module=json.dumps(str(SOURCE / module)),
                timeout=SECONDS_A_MUTANT,
                command=json.dumps(_test_command(module)),
                excluded=json.dumps(EXCLUDED_OPERATORS),
            ),
            encoding="utf-8",
        )
        run = _Runner(project)
        run("cosmic-ray", "init", str(configuration), str(session))
        run("cr-filter-operators", str(session), str(configuration))
        run("cosmic-ray", "exec", str(configuration), str(session))
        return _result(module, run("cosmic-ray", "dump", str(session)).splitlines())


def _test_command(module: Path) -> str:
    """Return the command that fails where a test notices: the module's own tests first."""
    pytest = "python -m pytest -x -q -p no:cacheprovider"
    own = Path("tests", module.parent, f"test_{module.name}")
    first = f"{pytest} {own.as_posix()} && " if (ROOT / own).exists() else ""
    return f"sh -c '{first}{pytest} {TESTS}'"


class _Runner:
    """Runs programs in a copy of the project, so that the copy is what they import."""

    def __init__(self, project: Path) -> None:
        self._project = project
        programs = Path(sys.executable).parent
        self._environment = {
            **os.environ,
            "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}",
            "PYTHONPATH": str(project / SOURCE.parent),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def __call__(self, *command: str) -> str:
        """Run a program and return what it prints.

        :raises subprocess.CalledProcessError: If it fails.
        """
        done = subprocess.run(
            command,
            cwd=self._project,
            env=self._environment,
            check=True,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        return done.stdout


def _result(module: Path, lines: Iterable[str]) -> Result:
    """Return the result of the lines of a dump: each a change and what came of it."""
    killed = 0
    survivors = set()
    for line in lines:
        _, result = json.loads(line)
        if result is None or result["worker_outcome"] == "skipped":
            continue
        if result["test_outcome"] == "survived":
            survivors.add(_survivor(module, result["diff"]))
        else:
            killed += 1
    name = module.with_suffix("").as_posix()
    return Result(module=name, killed=killed, survivors=tuple(sorted(survivors)))


def _survivor(module: Path, diff: str) -> Survivor:
    """Return the change that a diff shows."""
    before, after = (
        " ".join(
            line[1:].strip()
            for line in diff.splitlines()
            if line.startswith(mark) and not line.startswith(mark * 3)
        )
        for mark in "-+"
    )
    return Survivor(module.with_suffix("").as_posix(), before, after)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

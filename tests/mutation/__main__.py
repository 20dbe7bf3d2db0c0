"""The session ``mutation``: changes the content and reports what no check notices.

It ends with 1 where a change survives that no rule explains, where the judge without
Sphinx and the build do not agree, or where a check was not put to the test.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests.full.project import ROOT, check, copy_shipped
from tests.mutation.projects import example_projects, other_project, shipped_project
from tests.mutation.reach import OUT_OF_REACH, unseen
from tests.mutation.report import failures, render
from tests.mutation.session import Plan, run

REPORT = ROOT / "_build" / "mutation" / "report.md"


def main() -> int:
    """Run a session and return its exit status."""
    plan = _plan()
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        root = Path(folder) / "shipped"
        root.mkdir()
        built = check(copy_shipped(root)).catalogue
        other = other_project(Path(folder) / "other")
    chosen = (shipped_project(built), *example_projects(with_settings=True), other)
    projects = {project.name: project for project in chosen}
    judged = run(projects, plan)
    text = render(judged, seed=plan.seed, unseen=unseen(judged), out_of_reach=OUT_OF_REACH)
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(text, encoding="utf-8")
    print(text.partition("\n### ")[0])
    count = len(failures(judged)) + len(unseen(judged))
    print(f"{count} failures; the report is {REPORT.relative_to(ROOT)}")
    return 1 if count else 0


def _plan() -> Plan:
    """Return the plan that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    default = Plan()
    for name in ("shipped", "examples", "other", "text", "built", "seed"):
        parser.add_argument(f"--{name}", type=int, default=getattr(default, name))
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return Plan(**vars(parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main())

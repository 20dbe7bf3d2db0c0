"""The command ``statutory``."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from statutory.checks import CHECKS
from statutory.handbook import section_of
from statutory.suggest import nearest

CLEAN = 0
FINDINGS = 1
COULD_NOT_RUN = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status.

    :param arguments: The words behind the command's name; ``None`` means those of the
        process.
    :return: 0 where nothing fails, 1 where findings fail, 2 where the command could not
        run.
    """
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # A terminal may lack letters of Finnish.
    try:
        status = _explain(options.name) if options.command == "explain" else _check(options)
        sys.stdout.flush()
    except BrokenPipeError:  # The reader of the output has seen enough.
        sys.stdout = io.StringIO()
        return COULD_NOT_RUN
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="statutory", description="Checks a statutory strategy knowledge base."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check a project and list the findings")
    check.add_argument(
        "source", nargs="?", type=Path, default=Path(), help="the folder with conf.py"
    )
    check.add_argument(
        "--cache",
        type=Path,
        help="the folder to keep state in between runs (default: SOURCE/_build/check)",
    )
    check.add_argument("--fresh", action="store_true", help="read everything again")
    check.add_argument("-j", "--jobs", type=_jobs, default=1, help="processes that read")
    check.add_argument("--notes", action="store_true", help="list the notes too")
    describe = commands.add_parser("explain", help="explain a check")
    describe.add_argument("name", help="the name of the check, as findings show it")
    return parser


def _jobs(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 up")
    return int(text)


def _check(options: argparse.Namespace) -> int:
    # Sphinx takes a second to import; other commands do not wait for it.
    from statutory.model.finding import Severity
    from statutory.reports import text
    from statutory.sphinx.run import CheckRunError, run_check

    source = options.source.resolve()
    cache = (options.cache or source / "_build" / "check").resolve()
    try:
        report = run_check(source, cache, jobs=options.jobs, fresh=options.fresh)
    except CheckRunError as error:
        print(error, file=sys.stderr)
        return COULD_NOT_RUN
    lowest = Severity.NOTE if options.notes else Severity.WARNING
    print(text.render_report(report, lowest=lowest), end="")
    return FINDINGS if report.failing else CLEAN


def _explain(name: str) -> int:
    if name not in CHECKS:
        suggestion = nearest(name, CHECKS)
        hint = f"; did you mean {suggestion!r}?" if suggestion else ""
        print(f"there is no check {name!r}{hint}", file=sys.stderr)
        return COULD_NOT_RUN
    print(section_of(name), end="")
    return CLEAN

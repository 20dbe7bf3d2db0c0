"""The command ``statutory``."""

from __future__ import annotations

import argparse
import functools
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from statutory.__main__ import INTERRUPTED
from statutory.arguments import (
    NOT_UNDERSTOOD,
    Parser,
    add_cache_argument,
    day_in,
    folders_of,
    parser_in,
)
from statutory.checks import CHECKS
from statutory.checks.registry import current_name
from statutory.config import language_at
from statutory.files import replace_bytes
from statutory.handbook import explanation_of
from statutory.messages import Messages
from statutory.model.report import Report
from statutory.model.settings import Settings
from statutory.review_command import add_review_parser, run_review
from statutory.suggest import nearest

CLEAN = 0
FINDINGS = 1
COULD_NOT_RUN = NOT_UNDERSTOOD


class State(NamedTuple):
    """A file to write: its key in the settings, its path, its content, and what is said of it."""

    name: str
    path: str
    content: str
    said: str
    number: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status.

    The language of the help is that of the project in the current folder.

    :param arguments: The words behind the command's name; ``None`` means those of the
        process.
    :return: 0 where nothing fails, 1 where findings fail, 2 where the command could not
        run or could not say what it found, 130 where the user has stopped it.
    """
    language = language_at(Path.cwd())
    messages = Messages(language)
    # Python has no stream where the shell has closed it; a file must not take its number.
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as long as we
    if sys.stdout is None:
        return _untold(messages.text("standard output is closed"), messages)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # A terminal may lack letters of Finnish.
    try:
        try:
            return _run(_parser(messages).parse_args(arguments), language)
        finally:  # Help ends the process, and is told as well.
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # The reader of the output has seen enough.
        sys.stdout = io.StringIO()
        return COULD_NOT_RUN
    except OSError as error:  # A full disk; whatever else is written says so by itself.
        return _untold(str(error.strerror), messages)


def _untold(reason: str, messages: Messages) -> int:
    """Say why there is no output, as far as that can be said, and return the exit status.

    Both streams are given up: Python would write what they still hold when it ends.
    """
    sys.stdout = io.StringIO()
    try:
        said = "the output cannot be written: {reason}"
        print(messages.fill(said, {"reason": reason}), file=sys.stderr)
        sys.stderr.flush()
    except OSError:
        sys.stderr = io.StringIO()
    return COULD_NOT_RUN


def _run(options: argparse.Namespace, language: str) -> int:
    if options.command == "explain":
        return _explain(options.name, language)
    return run_review(options) if options.command == "review" else _check(options)


def _parser(messages: Messages) -> Parser:
    say = messages.text
    parser = parser_in(messages)(
        prog="statutory", description=say("Checks a statutory strategy knowledge base.")
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar=say("COMMAND"))
    _add_check_parser(commands, messages)
    add_review_parser(commands, messages)
    describe = commands.add_parser("explain", help=say("explain a check"))
    describe.add_argument(
        "name", metavar=say("NAME"), help=say("the name of the check, as findings show it")
    )
    return parser


def _add_check_parser(commands: argparse._SubParsersAction[Parser], messages: Messages) -> None:
    say = messages.text
    check = commands.add_parser("check", help=say("check a project and list the findings"))
    check.add_argument(
        "source",
        nargs="?",
        type=Path,
        default=Path(),
        metavar=say("FOLDER"),
        help=say("the folder with conf.py (default: this one)"),
    )
    add_cache_argument(check, messages)
    check.add_argument("--fresh", action="store_true", help=say("read everything again"))
    check.add_argument(
        "-j",
        "--jobs",
        type=functools.partial(_jobs, messages=messages),
        default=1,
        metavar="N",
        help=say("the number of processes that read"),
    )
    check.add_argument("--notes", action="store_true", help=say("list the notes too"))
    check.add_argument(
        "--write-baseline",
        action="store_true",
        help=say("accept the findings that fail: write them to the baseline of the settings"),
    )
    check.add_argument(
        "--reason",
        default="",
        metavar=say("TEXT"),
        help=say("why the findings are accepted that the baseline does not have yet"),
    )
    check.add_argument(
        "--expires",
        type=day_in(messages),
        metavar=say("YYYY-MM-DD"),
        help=say("the last day on which they are accepted, for example 2018-06-30"),
    )
    check.add_argument(
        "--write-snapshot",
        action="store_true",
        help=say("keep the items of this release: write them to the snapshot of the settings"),
    )


def _jobs(text: str, *, messages: Messages) -> int:
    if not text.isdecimal() or int(text) < 1:
        said = messages.fill("'{given}' is not a whole number from 1 up", {"given": text})
        raise argparse.ArgumentTypeError(said)
    return int(text)


def _check(options: argparse.Namespace) -> int:
    # Sphinx takes a second to import; other commands do not wait for it.
    from statutory.model.finding import Severity
    from statutory.reports import text
    from statutory.sphinx.run import CheckRunError, run_check

    source, cache = folders_of(options)
    try:
        report = run_check(
            source,
            cache,
            jobs=options.jobs,
            fresh=options.fresh,
            rewrites_state=options.write_baseline or options.write_snapshot,
        )
    except CheckRunError as error:
        print(error, file=sys.stderr)
        return COULD_NOT_RUN
    writes = options.write_baseline or options.write_snapshot
    if writes and report.is_complete:
        return _write_state(options, report, source)
    lowest = Severity.NOTE if options.notes else Severity.WARNING
    print(text.render_report(report, lowest=lowest), end="")
    if writes:  # What could not be read can be neither accepted nor kept.
        return COULD_NOT_RUN
    return FINDINGS if report.fails else CLEAN


def _write_state(options: argparse.Namespace, report: Report, source: Path) -> int:
    """Write the baseline, the snapshot or both to the files that the settings name."""
    from statutory.model.finding import Acceptance
    from statutory.reports.baseline import accepted_from_now_on, render_baseline
    from statutory.reports.snapshot import render_snapshot

    settings = report.catalogue.settings
    written = []
    if options.write_baseline:
        said = "{path}: {count} findings are accepted from now on"
        new = Acceptance(reason=options.reason.strip(), expires=options.expires)
        accepted = accepted_from_now_on(report, new)
        count = sum(kept.count for kept in accepted.values())
        written.append(State("baseline", settings.baseline, render_baseline(accepted), said, count))
    if options.write_snapshot:
        said = "{path}: {count} items are compared with from now on"
        count = sum(1 for _ in report.catalogue.own_items())
        content = render_snapshot(report.catalogue)
        written.append(State("snapshot", settings.snapshot, content, said, count))
    return max(_write(state, source, settings) for state in written)


def _write(state: State, source: Path, settings: Settings) -> int:
    """Write a file, say what it holds, and return the exit status."""
    messages = Messages(settings.language)
    if not state.path:
        said = "the settings name no file: set statutory.{name} in {path}"
        values = {"name": state.name, "path": settings.path}
        print(messages.fill(said, values), file=sys.stderr)
        return COULD_NOT_RUN
    try:
        replace_bytes(source / state.path, state.content.encode())
    except OSError as error:
        values = {"path": state.path, "reason": str(error.strerror)}
        print(messages.fill("{path} cannot be written: {reason}", values), file=sys.stderr)
        return COULD_NOT_RUN
    print(messages.fill(state.said, {"count": state.number, "path": state.path}))
    return CLEAN


def _explain(given: str, language: str) -> int:
    name, messages = current_name(given), Messages(language)
    if name not in CHECKS:
        values = {"name": name, "nearest": nearest(name, CHECKS)}
        said = messages.fill("there is no check '{name}'", values)
        if values["nearest"]:
            text = "there is no check '{name}'; did you mean '{nearest}'?"
            said = messages.fill(text, values)
        print(said, file=sys.stderr)
        return COULD_NOT_RUN
    if name != given:
        print(messages.fill("{given} is now {name}.", {"given": given, "name": name}), end="\n\n")
    print(explanation_of(name, language), end="")
    return CLEAN

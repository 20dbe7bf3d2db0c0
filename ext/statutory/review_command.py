"""The command ``statutory review``: items are read by somebody, and the files say so."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path

from statutory.arguments import Parser, add_cache_argument, day_in, folders_of
from statutory.checks.registry import ALWAYS_TOLD
from statutory.config import language_at
from statutory.files import replace_bytes
from statutory.messages import Messages, PrintedMessages
from statutory.model.catalogue import Catalogue
from statutory.model.escaping import escape_line
from statutory.model.location import Location
from statutory.model.report import Report
from statutory.reports.text import render_findings
from statutory.review import (
    Review,
    ReviewError,
    ReviewRequest,
    plan_reviews,
    review_lines,
    selected_ids,
    write_reviews,
)

RECORDED = 0
COULD_NOT_RUN = 2


def add_review_parser(commands: argparse._SubParsersAction[Parser], messages: Messages) -> None:
    """Add the command to those of ``statutory``.

    :param messages: The language of its help and of its errors.
    """
    say = messages.text
    review = commands.add_parser("review", help=say("record that items have been reviewed"))
    review.add_argument(
        "ids",
        nargs="*",
        metavar="ID",
        help=say("the items that were read, or patterns of them, for example AB-STEP-*"),
    )
    review.add_argument(
        "--list",
        action="store_true",
        help=say("list what is to be read again, or how it is with the items, and record nothing"),
    )
    review.add_argument(
        "--with-parts",
        action="store_true",
        help=say("take all that belongs to the items too, as of a whole document"),
    )
    review.add_argument(
        "--by",
        metavar=say("ROLE-ID"),
        help=say("the actor that has reviewed them"),
    )
    review.add_argument(
        "--date",
        type=day_in(messages),
        metavar=say("YYYY-MM-DD"),
        help=say("the day (default: the as-of date)"),
    )
    review.add_argument(
        "--links",
        type=_names,
        default=(),
        metavar=say("NAMES"),
        help=say("the links to mark (default: those of policy)"),
    )
    review.add_argument(
        "--source",
        type=Path,
        default=Path(),
        metavar=say("FOLDER"),
        help=say("the folder with conf.py (default: this one)"),
    )
    add_cache_argument(review, messages)


def run_review(options: argparse.Namespace) -> int:
    """Record reviews and return the exit status: 0 where done, 2 where it could not be."""
    # Sphinx takes a second to import; other commands do not wait for it.
    from statutory.sphinx.run import CheckRunError, run_check

    if not options.list and not (options.ids and options.by):
        messages = PrintedMessages(language_at(options.source.resolve()))
        said = "name the items that were read, and with --by who read them; or give --list"
        return _refused(messages.text(said))
    source, cache = folders_of(options)
    try:
        report = run_check(source, cache)
    except CheckRunError as error:
        return _refused(str(error))
    if not report.is_complete:  # What an item says is not known for sure.
        unread = [found for found in report.findings if found.check in ALWAYS_TOLD]
        return _refused(render_findings(dataclasses.replace(report, findings=tuple(unread))))
    catalogue = report.catalogue
    messages = PrintedMessages(catalogue.settings.language)
    request = ReviewRequest(
        ids=tuple(options.ids),
        reviewer=options.by or "",
        day=options.date or catalogue.settings.as_of,
        links=options.links,
        with_parts=options.with_parts,
    )
    try:
        if options.list:
            return _list(report, request)
        changes = _changes(source, catalogue, plan_reviews(catalogue, request))
    except ReviewError as error:
        return _refused(messages.message(error.message))
    return _write(source, changes, messages)


def _write(source: Path, changes: Mapping[str, tuple[bytes, bytes]], messages: Messages) -> int:
    """Write the files that change, say so of each, and return the exit status."""
    for path, (before, after) in changes.items():
        if after == before:
            print(messages.fill("{path}: the review is recorded already", {"path": path}))
            continue
        try:
            replace_bytes(source / path, after)
        except OSError as error:
            values = {"path": path, "reason": error.strerror}
            return _refused(messages.fill("{path} cannot be written: {reason}", values))
        print(messages.fill("{path}: the review is recorded", {"path": path}))
    return RECORDED


def _list(report: Report, request: ReviewRequest) -> int:
    """Print how it is with reviews, and record nothing.

    :raises ReviewError: If a pattern matches nothing.
    """
    ids = selected_ids(report.catalogue, request.ids, with_parts=request.with_parts)
    for line in review_lines(report, ids):
        print(escape_line(line))
    return RECORDED


def _changes(
    source: Path, catalogue: Catalogue, reviews: Sequence[Review]
) -> dict[str, tuple[bytes, bytes]]:
    """Return the content of each file before and after the reviews, by its path.

    :raises ReviewError: If a file cannot be changed; then none is to be.
    """
    documents = {document.path: document for document in catalogue.documents}
    changes = {}
    for path, of_path in groupby(sorted(reviews, key=_place), key=_path):
        try:
            before = (source / path).read_bytes()
            text = before.decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            said = "{path} has changed since it was checked; try again"
            raise ReviewError(said, path=path) from error
        after = write_reviews(text, documents[path], tuple(of_path))
        changes[path] = (before, after.encode("utf-8"))
    return changes


def _place(review: Review) -> Location:
    return review.directive.location


def _path(review: Review) -> str:
    return review.directive.location.path


def _refused(reason: str) -> int:
    print(reason, file=sys.stderr)
    return COULD_NOT_RUN


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())

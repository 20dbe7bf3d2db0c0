"""Build: what Sphinx, MyST and sphinx-needs themselves report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statutory.checks.filters import fault_of, find_filters, refusal_in
from statutory.checks.references import told_elsewhere
from statutory.checks.registry import Problem, check, of_item
from statutory.checks.trust import LATE_ADDRESS
from statutory.model.catalogue import BuildWarning, Catalogue
from statutory.model.code import OUTSIDE_ITEM, OUTSIDE_OUTPUT, CodeKind
from statutory.model.finding import Message, Severity
from statutory.model.location import Location
from statutory.model.places import Places
from statutory.suggest import nearest

_CAUSES_IN_FILES = (
    "unreadable-file",
    "empty-file",
    "unclosed-fence",
    "swallowed-options",
    "unknown-type",
    "unknown-option",
    "missing-title",
    "duplicate-id",
    "vanished-item",
)

_OF_FILTERS = (
    *("needs.filter", "needs.link_condition_invalid", "needs.needimport", "needs.needextend"),
    *("needs.if", "needs.choose", "needs.variant", "needs.dynamic_function"),
)
"""The kinds of the warnings that sphinx-needs gives of filters."""

_OF_DIAGRAMS = {
    OUTSIDE_ITEM: "{directive} can only stand in the body of an item",
    OUTSIDE_OUTPUT: "{directive} can only be saved in the output of the build",
}


@check(
    "unknown-setting",
    severity=Severity.WARNING,
    why="A setting that sphinx-needs does not know is left out in silence; what it was meant to "
    "switch on is not switched on.",
    remedy="Write the name as sphinx-needs has it, or take the setting out; where another tool "
    "reads it, switch the check off.",
    identified_by=("name",),
)
def unknown_setting(catalogue: Catalogue) -> Iterator[Problem]:
    """Find settings of sphinx-needs that it does not know."""
    settings = catalogue.settings
    for key, message in settings.unknown_keys.items():
        yield Problem(
            item="",
            location=Location(settings.path, settings.first_line_of(key)),
            message=message,
            field=key,
        )


@check(
    "schema-violation",
    severity=Severity.ERROR,
    why="The vocabulary lists the values that a field may hold, so that tables and filters "
    "find them.",
    remedy="Write one of the values that the vocabulary allows.",
    identified_by=("value", "text"),
)
def schema_violation(catalogue: Catalogue) -> Iterator[Problem]:
    """Find values that the declared vocabulary does not allow."""
    for violation in catalogue.violations:
        item = catalogue.items.get(violation.item)
        if item is None:
            continue
        allowed = catalogue.vocabulary.enumerations.get(violation.field, ())
        value = item.value(violation.field)
        text = "{field} is {value}: {text}" if violation.field else "{text}"
        if allowed:
            text = "{field} is {value}; it may be {allowed}"
        elif violation.text.endswith('"date"'):
            text = "{field} is {value}; write a day as 2018-01-31"
        if allowed and not value:
            text = "{field} is empty; it may be {allowed}, or its line left out"
        yield of_item(
            item,
            text,
            field=violation.field,
            value=value,
            allowed=", ".join(allowed),
            text=violation.text,
        )


@check(
    "bad-filter",
    severity=Severity.ERROR,
    requires=("unclosed-fence", "swallowed-options"),
    why="A filter that cannot be evaluated ends the building of the pages or leaves a table "
    "empty, and an empty table looks like an answer.",
    remedy="Write a condition of fields and links, its values in quotation marks: "
    'status == "open" and "ID" in owner.',
    identified_by=("option", "name", "text", "rest"),
)
def bad_filter(catalogue: Catalogue) -> Iterator[Problem]:
    """Find filters that cannot be read or that read what no item has.

    Nothing is evaluated. What content may not ask for at all is left to ``refused-code``.
    """
    places = Places(catalogue)
    for found in find_filters(catalogue):
        if refusal_in(catalogue, found) is not None:
            continue
        message = fault_of(catalogue, found)
        if message is not None:
            yield Problem(
                item=places.item_at(found.location),
                location=found.location,
                message=message,
                field=places.option_at(found.location),
            )


@check(
    "unusable-diagram",
    severity=Severity.ERROR,
    why="The building of the pages ends at such a diagram, and all pages are lost for one.",
    remedy="Move needarch into the body of the item whose structure it shows, or use needuml; "
    "correct the option that the message names.",
)
def unusable_diagram(catalogue: Catalogue) -> Iterator[Problem]:
    """Find diagrams at which the building of the pages would end."""
    places = Places(catalogue)
    for code in catalogue.code:
        if code.kind is CodeKind.DIAGRAM:
            sentence = _OF_DIAGRAMS.get(code.text, "{directive} cannot be drawn: {text}")
            yield Problem(
                item=places.item_at(code.location),
                location=code.location,
                message=Message(sentence, {"directive": code.name, "text": code.text}),
            )


@check(
    "sphinx-warning",
    severity=Severity.WARNING,
    requires=_CAUSES_IN_FILES,
    why="Sphinx or one of its extensions could not do what the file asks for.",
    remedy="Correct what the warning names.",
)
def sphinx_warning(catalogue: Catalogue) -> Iterator[Problem]:
    """Report what Sphinx and its extensions warn of."""
    places = Places(catalogue)
    told = {
        *_of_bad_filters(catalogue),
        *_of_closed_files(catalogue),
        *_of_empty_pages(catalogue),
        *_of_nameless(catalogue),
        *_of_refused(catalogue),
        *told_elsewhere(catalogue),
    }
    for warning in catalogue.warnings:
        if warning not in told:
            yield Problem(
                item=places.item_at(warning.location),
                location=warning.location,
                message=_told(warning),
            )


_UNKNOWN_OPTION = re.compile(r"Unknown option key: '(?P<option>.*)' \(allowed: \[(?P<names>.*)\]\)")


def _told(warning: BuildWarning) -> Message:
    """Return a warning in the project's words, where it is one that authors often meet."""
    match = _UNKNOWN_OPTION.fullmatch(warning.text)
    values = {"text": warning.text, "kind": warning.kind}
    if match is None:
        return Message("{text} [{kind}]", values)
    names = [name.strip(" '") for name in match["names"].split(",")]
    suggestion = nearest(match["option"], names)
    values |= {"option": match["option"], "nearest": suggestion, "names": ", ".join(names)}
    if suggestion:
        return Message("there is no option {option} here; did you mean {nearest}?", values)
    return Message("there is no option {option} here; there are {names}", values)


def _of_bad_filters(catalogue: Catalogue) -> Iterator[BuildWarning]:
    """Yield the warnings whose cause ``bad-filter`` tells."""
    if not any(warning.kind in _OF_FILTERS for warning in catalogue.warnings):
        return
    for found in find_filters(catalogue):
        first = Location(found.location.path, found.first_line)
        around = catalogue.warnings_in(first, found.last_line)
        of_filters = [warning for warning in around if warning.kind in _OF_FILTERS]
        if of_filters and (refusal_in(catalogue, found) or fault_of(catalogue, found)):
            yield from of_filters


def _of_closed_files(catalogue: Catalogue) -> Iterator[BuildWarning]:
    """Yield the warnings of files that cannot be opened, which Sphinx names by their paths."""
    closed = [repr(document.path) for document in catalogue.documents if document.closed]
    for warning in catalogue.warnings if closed else ():
        if not warning.kind and any(path in warning.text for path in closed):
            yield warning


def _of_empty_pages(catalogue: Catalogue) -> Iterator[BuildWarning]:
    """Yield the warnings of pages without a title for the table of contents to show."""
    empty = [document.docname for document in catalogue.documents if document.empty]
    for warning in catalogue.warnings:
        if warning.kind == "toc.no_title" and any(f"'{name}'" in warning.text for name in empty):
            yield warning


def _of_nameless(catalogue: Catalogue) -> Iterator[BuildWarning]:
    """Yield the warnings of directives without an identifier, which make no item."""
    for directive in catalogue.directives():
        if not directive.id:
            yield from catalogue.warnings_in(directive.location, directive.end_line)


def _of_refused(catalogue: Catalogue) -> Iterator[BuildWarning]:
    """Yield the warnings of what the checks of trust tell: late addresses, pages left out."""
    gone = [repr(one.path.rpartition(".")[0]) for one in catalogue.refusals if not one.line]
    for warning in catalogue.warnings:
        missing = warning.kind == "toc.not_readable" and any(name in warning.text for name in gone)
        if missing or warning.kind == LATE_ADDRESS:
            yield warning

"""Build: what Sphinx, MyST and sphinx-needs themselves report."""

from __future__ import annotations

from collections.abc import Iterator

from statutory.checks.registry import Problem, check, of_item
from statutory.model.catalogue import BuildWarning, Catalogue
from statutory.model.finding import Message, Severity

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


@check(
    "schema-violation",
    severity=Severity.ERROR,
    why="The vocabulary lists the values that a field may hold, so that tables and filters "
    "find them.",
    remedy="Write one of the values that the vocabulary allows.",
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
    "sphinx-warning",
    severity=Severity.WARNING,
    requires=_CAUSES_IN_FILES,
    why="Sphinx or one of its extensions could not do what the file asks for.",
    remedy="Correct what the warning names.",
)
def sphinx_warning(catalogue: Catalogue) -> Iterator[Problem]:
    """Report what Sphinx and its extensions warn of."""
    for warning in catalogue.warnings:
        if not _is_told_elsewhere(catalogue, warning):
            yield Problem(
                item=_item_at(catalogue, warning),
                location=warning.location,
                message=Message("{text} [{kind}]", {"text": warning.text, "kind": warning.kind}),
            )


def _item_at(catalogue: Catalogue, warning: BuildWarning) -> str:
    """Return the identifier of the innermost item that a warning points into, or ""."""
    around = [
        directive.id
        for document in catalogue.documents
        if document.path == warning.location.path
        for directive in document.directives
        if directive.id and directive.covers(warning.location.line)
    ]
    return around[-1] if around else ""


def _is_told_elsewhere(catalogue: Catalogue, warning: BuildWarning) -> bool:
    """Say whether a check of the files tells the cause of a warning that names no item.

    An empty page has no title for the table of contents to show; a directive without an
    identifier makes no item.
    """
    empty = [document.docname for document in catalogue.documents if document.empty]
    if warning.kind == "toc.no_title" and any(f"'{name}'" in warning.text for name in empty):
        return True
    return any(
        not directive.id
        and directive.location.path == warning.location.path
        and directive.covers(warning.location.line)
        for directive in catalogue.directives()
    )

"""Build: what Sphinx and sphinx-needs report, told once and at the right place."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.checks import run_checks
from statutory.model.catalogue import BuildWarning, Violation
from statutory.model.document import Directive, Document
from statutory.model.location import Location
from statutory.model.report import Report
from tests.builders import SETTINGS, brief, make_catalogue, make_directive, make_item, make_page

NO_POLICY = dataclasses.replace(SETTINGS, answers={})


def report_of(
    *warnings: BuildWarning, documents: tuple[Document, ...] = (), ids: tuple[str, ...] = ("SRC",)
) -> Report:
    """Return what is found where a build warns."""
    catalogue = make_catalogue([make_item("source", id_) for id_ in ids], NO_POLICY)
    return run_checks(dataclasses.replace(catalogue, documents=documents, warnings=warnings))


def warning(line: int, text: str = "no such thing", kind: str = "myst.xref") -> BuildWarning:
    """Return a warning of a line of ``page.md``."""
    return BuildWarning(Location("page.md", line), kind, text)


def page_of(*directives: Directive) -> tuple[Document, ...]:
    """Return ``page.md`` as the only document."""
    return (make_page(*directives),)


def test_warning_outside_of_items_is_of_the_file() -> None:
    """The finding has the words, the kind and the place of the warning."""
    documents = page_of(make_directive("source", "SRC", line=3, end_line=8))
    report = report_of(warning(9), documents=documents)
    assert brief(report) == [("sphinx-warning", "", "page.md:9")]
    assert dict(report.findings[0].message.values) == {
        "text": "no such thing",
        "kind": "myst.xref",
    }


@pytest.mark.parametrize("line", [3, 5, 8])
def test_warning_in_an_item_is_of_the_item(line: int) -> None:
    """From the opening line to the closing one the warning is the item's."""
    documents = page_of(make_directive("source", "SRC", line=3, end_line=8))
    assert brief(report_of(warning(line), documents=documents)) == [
        ("sphinx-warning", "SRC", f"page.md:{line}")
    ]


def test_warning_in_a_nested_item_is_of_the_inner_one() -> None:
    """The item that the line belongs to is the innermost."""
    documents = page_of(
        make_directive("source", "SRC", line=3, end_line=20),
        make_directive("source", "INNER", line=8, end_line=12),
    )
    report = report_of(warning(10), documents=documents, ids=("SRC", "INNER"))
    assert brief(report) == [("sphinx-warning", "INNER", "page.md:10")]


def test_warning_of_a_lost_nested_item_is_told_once() -> None:
    """That the inner item vanished is the finding; the warning is its reason."""
    documents = page_of(
        make_directive("source", "SRC", line=3, end_line=20),
        make_directive("source", "inner", line=8, end_line=12),
    )
    report = report_of(warning(8, "bad id"), documents=documents)
    assert brief(report) == [("vanished-item", "inner", "page.md:8")]


@pytest.mark.parametrize("path", ["other.md", ""])
def test_warning_of_another_place_is_of_no_item(path: str) -> None:
    """A line of another file, or none, is in no item of this one."""
    documents = page_of(make_directive("source", "SRC", line=3, end_line=8))
    elsewhere = BuildWarning(Location(path, 5), "toc.circular", "a circle")
    report = report_of(elsewhere, documents=documents)
    assert [(f.check, f.item) for f in report.findings] == [("sphinx-warning", "")]


def test_warning_whose_cause_is_told_is_left_out() -> None:
    """An item that vanished has the warning as its reason; nothing is said twice."""
    documents = page_of(make_directive("source", "src.1", line=3, end_line=8))
    report = report_of(warning(3, "bad id", "needs.directive"), documents=documents)
    assert brief(report) == [("vanished-item", "src.1", "page.md:3")]


@pytest.mark.parametrize("line", [3, 4, 8])
def test_directive_without_identifier_is_told_once(line: int) -> None:
    """The warning that the item has no identifier repeats the finding, at any of its lines."""
    documents = page_of(make_directive("source", line=3, end_line=8))
    report = report_of(warning(line, "no id", "needs.directive"), documents=documents)
    assert brief(report) == [("vanished-item", "", "page.md:3")]


@pytest.mark.parametrize(("name", "told"), [("page", True), ("pages", False)])
def test_empty_page_has_no_title_either(name: str, told: bool) -> None:  # noqa: FBT001
    """The table of contents complains of the page that is empty, and of no other."""
    documents = (Document(path="page.md", docname="page", empty=True),)
    text = f"toctree contains reference to document '{name}' that doesn't have a title"
    complaint = BuildWarning(Location("index.md", 3), "toc.no_title", text)
    checks = [name for name, _, _ in brief(report_of(complaint, documents=documents))]
    assert checks == (["empty-file"] if told else ["sphinx-warning", "empty-file"])


# Violations --------------------------------------------------------------------------------


def violations(*found: Violation, region: str = "nort") -> Report:
    """Return what is found of an item whose values the schema does not allow."""
    item = make_item("source", "SRC", region="nort", kind="x")
    item = dataclasses.replace(item, fields={"region": region, "kind": "x"})
    catalogue = make_catalogue([item], NO_POLICY)
    return run_checks(dataclasses.replace(catalogue, violations=found))


def test_violation_of_an_enumeration_names_the_values() -> None:
    """The author sees the value, its line and what may be written."""
    report = violations(Violation("SRC", "region", "'nort' is not one of ['state']"))
    assert brief(report) == [("schema-violation", "SRC", "src.md:3")]
    message = report.findings[0].message
    assert str(message) == "region is nort; it may be state, north, south"


def test_empty_value_of_an_enumeration_is_told_as_such() -> None:
    """The message does not end in nothing: it says that the field is empty."""
    report = violations(Violation("SRC", "region", "'' is not one of ['state']"), region="")
    assert brief(report) == [("schema-violation", "SRC", "src.md:3")]
    message = report.findings[0].message
    assert str(message) == ("region is empty; it may be state, north, south, or its line left out")


def test_other_violation_gives_the_words_of_the_schema() -> None:
    """A pattern or a format has no list of values to name."""
    report = violations(Violation("SRC", "kind", "does not match ^[0-9]+$"))
    assert brief(report) == [("schema-violation", "SRC", "src.md:4")]
    assert report.findings[0].message.text == "{field} is {value}: {text}"
    assert report.findings[0].message.values["text"] == "does not match ^[0-9]+$"


def test_violation_of_no_field_is_at_the_item() -> None:
    """What the schema says of the whole item is at its first line."""
    report = violations(Violation("SRC", "", "unevaluated property"))
    assert brief(report) == [("schema-violation", "SRC", "src.md:1")]


def test_violation_of_an_item_that_is_not_there_is_left_out() -> None:
    """An item that another file replaced is found as a duplicate, not here; the rest stays."""
    gone = Violation("GONE", "region", "x")
    assert violations(gone).findings == ()
    assert len(violations(gone, Violation("SRC", "region", "x")).findings) == 1

"""Filters: those that sphinx-needs could not use are found where they are written."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.checks import run_checks
from statutory.model.catalogue import BuildWarning, Catalogue
from statutory.model.finding import Finding
from statutory.model.location import Location
from statutory.source import scan_text
from tests.builders import FIELDS, LINKS, SETTINGS, VOCABULARY, make_item

NAMES = frozenset({*FIELDS, *LINKS, "id", "type", "tags", "needs", "current_need", "c"})
KNOWN = dataclasses.replace(
    VOCABULARY,
    filter_names=NAMES,
    enumerations={**VOCABULARY.enumerations, "status": ("max",)},
)
UNKNOWN_NAME = "{option} reads {name}, which is no field and no link"


def catalogue_of(text: str, *warnings: BuildWarning) -> Catalogue:
    """Return a catalogue of one file and the item that it may declare."""
    return Catalogue(
        settings=dataclasses.replace(SETTINGS, answers={}, labels={"status": "Tila"}),
        vocabulary=KNOWN,
        documents=(scan_text(text, "page.md", "page"),),
        items={"SRC": make_item("source", "SRC", at="page.md:1")},
        warnings=warnings,
    )


def findings(text: str) -> tuple[Finding, ...]:
    """Return what is found of the filters of a file."""
    return run_checks(catalogue_of(text), only=["bad-filter"]).findings


def table(text: str, directive: str = "needtable", option: str = "filter") -> str:
    """Return a page with one table that has a filter."""
    return f"# Page\n\n```{{{directive}}}\n:columns: id\n:{option}: {text}\n```\n"


@pytest.mark.parametrize(
    "text",
    [
        'type == "source" and status == "open"',
        '"SRC" in owner',
        "True",
        "len(tags) > 1 and c.this_doc()",
        'search("^SRC", id.lower())',
        'current_need["status"] == status',
    ],
)
def test_good_filter_gives_nothing(text: str) -> None:
    """Fields, links and the helpers of sphinx-needs may be used."""
    assert findings(table(text)) == ()


@pytest.mark.parametrize(
    ("text", "sentence", "values"),
    [
        ('status = "open"', "{option} cannot be read from here on: {rest}", {"rest": '= "open"'}),
        ("42", "{option} says the same of every item and chooses none: {text}", {}),
        ("zzz == 1", UNKNOWN_NAME, {"name": "zzz"}),
        ("zzz == 1 and xxx", UNKNOWN_NAME, {"name": "xxx"}),
        (
            'search("(", status)',
            "{option} searches for {pattern}, which is no regular expression",
            {"pattern": "("},
        ),
        ("hash == status", UNKNOWN_NAME, {"name": "hash"}),
        ("owners", UNKNOWN_NAME + "; did you mean {nearest}?", {"nearest": "owner"}),
        ("tila", UNKNOWN_NAME + "; did you mean {nearest}?", {"nearest": "status"}),
        (
            "region == north",
            '{option} has the value {name} without quotation marks: write "{name}"',
            {"name": "north"},
        ),
        (
            "status == max",
            '{option} has the value {name} without quotation marks: write "{name}"',
            {"name": "max"},
        ),
    ],
)
def test_bad_filter_is_found_at_its_option(
    text: str, sentence: str, values: dict[str, str]
) -> None:
    """The message says what is wrong and offers the right name."""
    (finding,) = findings(table(text))
    assert (str(finding.location), finding.item) == ("page.md:5", "")
    assert finding.message.text == sentence
    assert finding.message.values.items() >= {"option": "filter", **values}.items()


@pytest.mark.parametrize(
    ("directive", "option", "count"),
    [
        ("needlist", "filter", 1),
        ("needflow", "highlight", 1),
        ("needgantt", "milestone_filter", 1),
        ("needimport", "filter", 0),
        ("needtable", "columns2", 0),
        ("table", "filter", 0),
    ],
)
def test_options_of_sphinx_needs_are_read(directive: str, option: str, count: int) -> None:
    """An import filters records, whose names nobody knows; other directives are others'."""
    assert len(findings(table("zzz", directive, option))) == count


def test_import_with_an_unreadable_filter_is_found() -> None:
    """What cannot be read cannot be read of any record."""
    assert len(findings(table("a =", "needimport"))) == 1


def test_slices_of_a_pie_are_filters() -> None:
    """Every line of the body is one, but numbers and blank lines."""
    text = "```{needpie} Title\n:labels: a, b, c\n\nstatus\n12\n\nzzz\n```\n"
    assert [str(finding.location) for finding in findings(text)] == ["page.md:7"]
    assert findings(text)[0].message.values["option"] == "needpie"


@pytest.mark.parametrize("options", ["", ":labels: a\n"])
def test_first_slice_of_a_pie_needs_no_blank_line_before(options: str) -> None:
    """The body begins right behind the options, or behind the opening line."""
    (finding,) = findings(f"```{{needpie}} Title\n{options}zzz\n```\n")
    assert str(finding.location) == f"page.md:{3 if options else 2}"


def test_counts_in_the_text_are_filters() -> None:
    """Both parts of a ratio are read; code and examples are not."""
    text = (
        "Of {need_count}`status ? zzz`, and ``{need_count}`zzz` ``.\n\n"
        "```md\n{need_count}`zzz`\n```\n\n"
        "````{note}\n{need_count}`yyy`\n````\n"
    )
    assert [(str(f.location), f.message.values["name"]) for f in findings(text)] == [
        ("page.md:1", "zzz"),
        ("page.md:8", "yyy"),
    ]


def test_count_of_three_filters_cannot_be_read() -> None:
    """sphinx-needs ends at it: a ratio has two parts."""
    (finding,) = findings("{need_count}`status ? tags ? owner`\n")
    assert finding.message.values["rest"] == "? tags ? owner"


@pytest.mark.parametrize(
    ("target", "count"),
    [
        ('SRC[status == "open"]', 0),
        ("SRC[zzz]", 1),
        ("A, SRC.part[[a b]]", 1),
        ("SRC[status, B", 0),
        ("[[copy(1)]]", 0),
    ],
)
def test_conditions_of_links_are_filters(target: str, count: int) -> None:
    """They are of the item that carries the link, at its line."""
    found = findings(f"```{{source}} Title\n:id: SRC\n:owner: {target}\n```\n")
    place = ("SRC", "owner", "page.md:3")
    assert [(f.item, f.field, str(f.location)) for f in found] == [place] * count


def test_brackets_in_a_field_are_no_condition() -> None:
    """Only links have conditions; a field may hold any text."""
    assert findings("```{source} Title\n:id: SRC\n:locator: p. 1 [zzz]\n```\n") == ()


def test_filter_in_an_item_is_of_the_item() -> None:
    """A table in the body of an item can be waived there."""
    text = f"````{{source}} Title\n:id: SRC\n\n{table('zzz')}````\n"
    assert [(f.item, str(f.location)) for f in findings(text)] == [("SRC", "page.md:8")]


def test_names_are_not_judged_where_they_are_not_known() -> None:
    """Without the names of the project only what cannot be read is found."""
    text = table("zzz") + table("a =")
    catalogue = dataclasses.replace(catalogue_of(text), vocabulary=VOCABULARY)
    found = run_checks(catalogue, only=["bad-filter"]).findings
    assert [str(finding.location) for finding in found] == ["page.md:11"]


@pytest.mark.parametrize(
    ("line", "kind", "checks"),
    [
        (3, "needs.filter", ["bad-filter"]),
        (5, "needs.filter", ["bad-filter"]),
        (3, "needs.other", ["bad-filter", "sphinx-warning"]),
        (8, "needs.filter", ["bad-filter", "sphinx-warning"]),
    ],
)
def test_warning_of_a_bad_filter_is_not_repeated(line: int, kind: str, checks: list[str]) -> None:
    """What sphinx-needs says of the filter while it writes is the same finding."""
    warning = BuildWarning(Location("page.md", line), kind, "not valid")
    report = run_checks(catalogue_of(table("zzz"), warning), only=["bad-filter", "sphinx-warning"])
    assert sorted(finding.check for finding in report.findings) == checks


def test_warning_of_a_filter_that_seems_good_is_told() -> None:
    """What no check sees sphinx-needs may still trip over when it evaluates the filter."""
    warning = BuildWarning(Location("page.md", 5), "needs.filter", "not valid")
    catalogue = catalogue_of(table("status > 1"), warning)
    found = run_checks(catalogue, only=["bad-filter", "sphinx-warning"]).findings
    assert [(f.check, str(f.location)) for f in found] == [("sphinx-warning", "page.md:5")]

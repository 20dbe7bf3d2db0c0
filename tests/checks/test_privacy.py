"""Privacy: what is told of persons is found at its line, masked, and never spread."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.checks import run_checks
from statutory.model.catalogue import Catalogue
from statutory.model.document import Document
from statutory.model.finding import Finding
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.settings import PrivacyPolicy
from statutory.source import scan_text
from tests.builders import SETTINGS, make_catalogue

NO_POLICY = PrivacyPolicy(is_asked=True)
MARKDOWN = """\
# Page of a@example.fi

```{source} Outer
:id: OUT
:locator: call 040 000 0000

```{source} Inner
:id: IN

131052-900W
```
```
"""
NESTED = MARKDOWN.replace("```{source} Outer", "````{source} Outer").replace(
    "```\n```", "```\n````"
)
RST = """\
Page
====

.. source:: Outer
   :id: OUT
   :locator: call 040 000 0000

   .. source:: Inner
      :id: IN

      131052-900W

Write to a@example.fi.
"""


def item_of(id_: str, path: str, line: int, **lines: int) -> Item:
    """Return a source of a file with the lines of its options."""
    place = Location(path, line)
    return Item(id=id_, type="source", title="Title", location=place, option_lines=lines)


def catalogue_of(document: Document, *items: Item, policy: PrivacyPolicy = NO_POLICY) -> Catalogue:
    """Return a catalogue of one file."""
    settings = dataclasses.replace(SETTINGS, answers={}, privacy=policy)
    return dataclasses.replace(make_catalogue(items, settings), documents=(document,))


def findings(text: str, policy: PrivacyPolicy = NO_POLICY) -> tuple[Finding, ...]:
    """Return what is found in a Markdown file of some text."""
    document = scan_text(text, "page.md", "page")
    return run_checks(catalogue_of(document, policy=policy), only=["personal-data"]).findings


def brief(found: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    """Return item, option and place of some findings."""
    return [(f.item, f.field, str(f.location)) for f in found]


def test_datum_is_of_the_innermost_item_and_its_option() -> None:
    """Titles, options and bodies are read; what stands outside of items is of the file."""
    assert brief(findings(NESTED)) == [
        ("", "", "page.md:1"),
        ("OUT", "locator", "page.md:5"),
        ("IN", "", "page.md:10"),
    ]


def test_datum_in_restructured_text_is_of_the_item_that_it_is_indented_under() -> None:
    """The scanner knows no items there; those that Sphinx has read are taken."""
    document = scan_text(RST, "page.rst", "page", markdown=False)
    items = (item_of("OUT", "page.rst", 4, locator=6), item_of("IN", "page.rst", 8, id=9))
    others = (item_of("ELSE", "other.rst", 4), item_of("WRONG", "page.rst", 99))
    report = run_checks(catalogue_of(document, *items, *others), only=["personal-data"])
    assert brief(report.findings) == [
        ("OUT", "locator", "page.rst:6"),
        ("IN", "", "page.rst:11"),
        ("", "", "page.rst:13"),
    ]


def test_imported_item_owns_no_line() -> None:
    """The line of an import stands for all that it brings; none of it is meant."""
    document = scan_text(".. needimport:: x.json\n   :tags: a@example.fi\n", "a.rst", "a")
    item = dataclasses.replace(item_of("OTHER", "a.rst", 1), is_external=True)
    report = run_checks(catalogue_of(document, item), only=["personal-data"])
    assert brief(report.findings) == [("", "", "a.rst:2")]


def test_message_is_masked() -> None:
    """Neither the message nor its values hold the datum."""
    for finding in findings(NESTED):
        said = str(dict(finding.message.values)) + finding.message.text
        assert not any(datum in said for datum in ("131052-900W", "040 000", "a@"))
    assert [dict(f.message.values)["masked"] for f in findings(NESTED)] == [
        "…@example.fi",
        "040 …",
        "13…",
    ]


@pytest.mark.parametrize(
    ("pattern", "count"),
    [("a@*", 0), ("A@EXAMPLE.fi", 0), ("*@example.fi", 0), ("b@*", 1), ("a@example", 1), ("", 1)],
)
def test_address_of_an_office_is_allowed(pattern: str, count: int) -> None:
    """The pattern has to fit the whole address; case does not matter."""
    policy = PrivacyPolicy(is_asked=True, allowed_emails=("nobody@*", pattern))
    assert len(findings("# a@example.fi\n", policy)) == count


def test_only_addresses_can_be_allowed() -> None:
    """A pattern that fits everything leaves the other data."""
    assert len(findings(NESTED, PrivacyPolicy(is_asked=True, allowed_emails=("*",)))) == len(
        ("phone", "code")
    )


@pytest.mark.parametrize(
    ("pattern", "exempt"), [("page.md", True), ("p*", True), ("age.md", False)]
)
def test_exempt_file_is_passed_over(pattern: str, exempt: bool) -> None:  # noqa: FBT001
    """A file whose examples are invented is named by its path."""
    assert (findings(NESTED, PrivacyPolicy(is_asked=True, exempt_files=(pattern,))) == ()) is exempt


def test_file_behind_an_exempt_one_is_read() -> None:
    """What is exempt is passed over alone."""
    exempt, read = (scan_text("# a@example.fi\n", f"{name}.md", name) for name in ("a", "b"))
    catalogue = catalogue_of(exempt, policy=PrivacyPolicy(is_asked=True, exempt_files=("a.md",)))
    catalogue = dataclasses.replace(catalogue, documents=(exempt, read))
    report = run_checks(catalogue, only=["personal-data"])
    assert brief(report.findings) == [("", "", "b.md:1")]


def test_line_is_counted_from_the_first() -> None:
    """A file may begin with a blank line."""
    assert brief(findings("\n# a@example.fi\n")) == [("", "", "page.md:2")]


def test_names_are_looked_for_where_a_list_is_given() -> None:
    """Without the list no name is known."""
    text = "# Page\n\nEsimerkkisen työ.\n"
    assert findings(text) == ()
    policy = PrivacyPolicy(names=("Esimerkkinen",))
    assert brief(findings(text, policy)) == [("", "", "page.md:3")]


def test_file_that_is_not_utf_8_is_left_to_its_check() -> None:
    """It has no text to look at."""
    document = Document(path="page.md", docname="page", undecodable_line=1)
    assert run_checks(catalogue_of(document), only=["personal-data"]).findings == ()


def test_data_are_looked_for_where_policy_asks() -> None:
    """A project that says nothing of privacy is left alone, unless it gives a list of names."""
    assert findings(NESTED, PrivacyPolicy()) == ()
    assert findings(NESTED, NO_POLICY) != ()
    text = "# Page\n\nMalli Esimerkkinen\n"
    assert len(findings(text, PrivacyPolicy(names=("Esimerkkinen",)))) == 1

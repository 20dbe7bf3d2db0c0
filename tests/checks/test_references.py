"""References that lead nowhere are told once, with what was meant."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.checks import run_checks
from statutory.model.catalogue import BuildWarning, Catalogue
from statutory.model.finding import Finding
from statutory.model.location import Location
from statutory.model.reference import DeadReference, Loop, ReferenceKind
from statutory.source import scan_text
from tests.builders import SETTINGS, make_catalogue, make_item

NO_POLICY = dataclasses.replace(SETTINGS, answers={})
PAGE = """\
# Page

First line
second {need}`SRCX` here

```{toctree}
lower/a
```
"""


def catalogue_of(
    *dead: DeadReference, warnings: tuple[BuildWarning, ...] = (), page: str = PAGE
) -> Catalogue:
    """Return a catalogue of two sources, ``page.md`` and two pages in a folder."""
    items = [make_item("source", "SRC"), make_item("source", "OTHER", title="The Other")]
    texts = {"page.md": page, "lower/a.md": "# A\n", "lower/long-name.md": "# B\n"}
    return dataclasses.replace(
        make_catalogue(items, NO_POLICY),
        documents=tuple(
            scan_text(text, path, path.removesuffix(".md")) for path, text in texts.items()
        ),
        dead_references=dead,
        warnings=warnings,
    )


def findings(catalogue: Catalogue) -> list[Finding]:
    """Return what is found, but of the sources themselves."""
    return [one for one in run_checks(catalogue).findings if one.item not in {"SRC", "OTHER"}]


def dead(kind: ReferenceKind, target: str, *known: str, page: str = "") -> DeadReference:
    """Return a reference in the paragraph of ``page.md``."""
    return DeadReference(
        path="page.md",
        line=3,
        kind=kind,
        target=target,
        page=page,
        known=known,
        kind_of_warning="ref.x",
        warning=f"{target} not found",
    )


@pytest.mark.parametrize(
    ("reference", "offer"),
    [
        (dead(ReferenceKind.ITEM, "SRCX"), "SRC"),
        (dead(ReferenceKind.ITEM, "the other"), "OTHER"),
        (dead(ReferenceKind.ITEM, "ZZZZZZ"), ""),
        (dead(ReferenceKind.PART, "SRC.1"), ""),
        (dead(ReferenceKind.PAGE, "lower/long-nam.md"), "lower/long-name.md"),
        (dead(ReferenceKind.PAGE, "lower/long-nam"), "lower/long-name"),
        (dead(ReferenceKind.FILE, "x.pdf"), ""),
        (dead(ReferenceKind.PLACE, "headings", "heading", "other", page="lower/a.md"), "heading"),
        (dead(ReferenceKind.TERM, "plann", "act", "plan"), "plan"),
        (dead(ReferenceKind.OTHER, "labl", "label"), "label"),
    ],
)
def test_reference_offers_what_is_nearest(reference: DeadReference, offer: str) -> None:
    """Items by identifier and title, pages by path, places and terms by name."""
    (finding,) = findings(catalogue_of(reference))
    assert finding.check == "dead-reference"
    assert finding.message.values.get("nearest", "") == offer
    assert ("did you mean" in str(finding.message)) is bool(offer)


@pytest.mark.parametrize("target", ["SRC", "The Other"])
def test_link_to_an_item_is_told_how_to_name_it(target: str) -> None:
    """Items are no places of a page to Markdown."""
    (finding,) = findings(catalogue_of(dead(ReferenceKind.OTHER, target)))
    assert str(finding.message.values["role"]) in {"{need}`SRC`", "{need}`OTHER`"}


def test_reference_is_told_at_its_own_line_and_once() -> None:
    """Sphinx knows the paragraph; what stands twice on a line is one slip."""
    reference = dead(ReferenceKind.ITEM, "SRCX")
    page = PAGE.replace("{need}`SRCX`", "{need}`SRCX` {need}`SRCX`")
    (finding,) = findings(catalogue_of(reference, reference, page=page))
    assert str(finding.location) == "page.md:4"


def test_warning_of_the_same_cause_is_not_told() -> None:
    """Sphinx warns of what is told already; what it says of others stays."""
    reference = dead(ReferenceKind.ITEM, "SRCX")
    twin = BuildWarning(Location("page.md", 3), "ref.x", "SRCX not found")
    other = dataclasses.replace(twin, text="more than one target")
    found = findings(catalogue_of(reference, warnings=(twin, other)))
    assert [one.check for one in found] == ["sphinx-warning", "dead-reference"]


def test_reference_to_an_item_that_was_not_made_is_told_there() -> None:
    """One cause gives one finding: that of the item."""
    page = PAGE + "\n```{source} Not made\n:id: SRCX\n```\n"
    found = findings(catalogue_of(dead(ReferenceKind.ITEM, "SRCX"), page=page))
    assert [one.check for one in found] == ["vanished-item"]


def test_entry_of_a_table_of_contents_without_a_page() -> None:
    """It is a reference too, and the nearest page is offered."""
    text = "toctree contains reference to nonexisting document 'lower/long-nme'"
    warning = BuildWarning(Location("page.md", 6), "toc.not_readable", text)
    (finding,) = findings(catalogue_of(warnings=(warning,)))
    assert finding.check == "dead-reference"
    assert finding.message.values["nearest"] == "lower/long-name"


@pytest.mark.parametrize(("name", "offer"), [("nneed", "need"), ("zzzzz", "")])
def test_unknown_role_offers_the_nearest(name: str, offer: str) -> None:
    """It is told at its own line, in place of the warning."""
    text = f'Unknown interpreted text role "{name}".'
    warning = BuildWarning(Location("page.md", 3), "myst.role_unknown", text)
    page = PAGE.replace("{need}", f"{{{name}}}")
    (finding,) = findings(catalogue_of(warnings=(warning,), page=page))
    assert (finding.check, str(finding.location)) == ("unknown-role", "page.md:4")
    assert finding.message.values["nearest" if offer else "name"] == offer or name


def test_role_without_braces_says_what_to_write() -> None:
    """The finding repeats the role as it should be."""
    (finding,) = findings(catalogue_of(page=PAGE.replace("{need}", "need")))
    assert (finding.check, str(finding.location)) == ("unknown-role", "page.md:4")
    assert finding.message.values["role"] == "{need}`SRCX`"


def test_page_in_no_table_of_contents_says_where_to_add_it() -> None:
    """The nearest table above the page is named, and the line that it needs."""
    text = "document isn't included in any toctree"
    warning = BuildWarning(Location("lower/long-name.md", 0), "toc.not_included", text)
    (finding,) = findings(catalogue_of(warnings=(warning,)))
    assert (finding.check, str(finding.location)) == ("unlisted-page", "lower/long-name.md:1")
    assert dict(finding.message.values) == {"entry": "lower/long-name", "table": "page.md:6"}


def test_page_without_a_table_above_it_is_told_plainly() -> None:
    """A project without tables of contents in Markdown gets no line to add."""
    warning = BuildWarning(Location("lower/a.md", 0), "toc.not_included", "not included")
    (finding,) = findings(catalogue_of(warnings=(warning,), page="# Page\n"))
    assert dict(finding.message.values) == {}


def test_loop_names_the_way() -> None:
    """A long way is cut; Sphinx's own words of circles are not repeated."""
    loop = Loop(location=Location("page.md", 6), pages=tuple(f"p{n}.md" for n in range(9)))
    warning = BuildWarning(Location("page.md", 0), "toc.circular", "circular")
    catalogue = dataclasses.replace(catalogue_of(warnings=(warning,)), loops=(loop,))
    (finding,) = findings(catalogue)
    assert (finding.check, str(finding.location)) == ("toctree-loop", "page.md:6")
    assert finding.message.values["way"] == "p0.md → p1.md → p2.md → p3.md → p4.md → … → p0.md"

"""Source files: what Sphinx would drop, from documents made by hand."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.checks import run_checks
from statutory.model.catalogue import BuildWarning, Catalogue
from statutory.model.document import Document, Fault, Loss, LostOption, Option, UnclosedFence
from statutory.model.finding import Finding
from statutory.model.item import Item
from statutory.model.location import Location
from tests.builders import (
    SETTINGS,
    VOCABULARY,
    brief,
    make_catalogue,
    make_directive,
    make_item,
    make_page,
)

CITED = {"sources": "SRC", "locator": "p. 1"}


def catalogue_of(*documents: Document, items: tuple[Item, ...] = ()) -> Catalogue:
    """Return a catalogue of scanned files, and of the items that came of them."""
    settings = dataclasses.replace(SETTINGS, answers={})
    return dataclasses.replace(make_catalogue(items, settings), documents=documents)


def found(*documents: Document, items: tuple[Item, ...] = ()) -> list[Finding]:
    """Return what the checks find in them."""
    return list(run_checks(catalogue_of(*documents, items=items)).findings)


def source(id_: str = "SRC") -> Item:
    """Return an item that no check finds anything in."""
    return make_item("source", id_)


# Bytes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (Document(path="a.md", docname="a"), []),
        (Document(path="a.md", docname="a", undecodable_line=7), [("unreadable-file", "a.md:7")]),
        (Document(path="a.md", docname="a", empty=True), [("empty-file", "a.md:1")]),
        (
            Document(path="a.md", docname="a", byte_order_mark=True),
            [("foreign-encoding", "a.md:1")],
        ),
        (
            Document(path="a.md", docname="a", carriage_returns=True),
            [("foreign-encoding", "a.md:1")],
        ),
        (
            Document(path="a.md", docname="a", carriage_returns=True, byte_order_mark=True),
            [("foreign-encoding", "a.md:1")],
        ),
    ],
    ids=["sound", "not UTF-8", "empty", "mark", "returns", "both"],
)
def test_bytes_of_a_file(document: Document, expected: list[tuple[str, str]]) -> None:
    """What is wrong with the bytes of a file is one finding of the file."""
    findings = found(document)
    assert [(f.check, str(f.location)) for f in findings] == expected
    assert {finding.item for finding in findings} <= {""}


def test_three_habits_of_windows_have_three_sentences() -> None:
    """The note says which habit it is."""
    habits = [(True, False), (False, True), (True, True)]
    documents = [
        Document(path=f"{n}.md", docname=f"{n}", byte_order_mark=mark, carriage_returns=returns)
        for n, (mark, returns) in enumerate(habits)
    ]
    assert len({finding.message.text for finding in found(*documents)}) == 3


def test_escape_of_no_character_is_found_at_its_line() -> None:
    """MyST fails at the value, so the author needs the line of it."""
    directive = dataclasses.replace(make_directive("source", "SRC"), bad_escape_line=4)
    (finding,) = found(make_page(directive), items=(source(),))
    assert (finding.check, str(finding.location)) == ("unreadable-file", "page.md:4")
    assert str(finding.message) == "a quoted value has an escape of no character"


# Fences and options ------------------------------------------------------------------------


def test_unclosed_fence_is_of_the_item_that_it_opens() -> None:
    """The item is named, and what was lost in the fence is not called vanished too."""
    page = Document(
        path="page.md",
        docname="page",
        directives=(
            make_directive("source", "SRC", line=3, end_line=20),
            make_directive("source", "LOST", line=10, end_line=15),
        ),
        unclosed=(UnclosedFence(line=3, before=10, end_line=20),),
    )
    (finding,) = found(page, items=(source(),))
    assert (finding.check, finding.item, str(finding.location)) == (
        "unclosed-fence",
        "SRC",
        "page.md:3",
    )
    assert finding.message.values["line"] == 10


def test_unclosed_fence_that_is_no_item_is_of_the_file() -> None:
    """An open code block is found too."""
    page = Document(
        path="page.md",
        docname="page",
        unclosed=(UnclosedFence(line=3, before=9, end_line=8),),
    )
    assert [(f.check, f.item, str(f.location)) for f in found(page)] == [
        ("unclosed-fence", "", "page.md:3")
    ]


@pytest.mark.parametrize(("line", "checks"), [(20, []), (21, ["vanished-item"])])
def test_unclosed_fence_takes_in_all_of_its_lines(line: int, checks: list[str]) -> None:
    """What opens on the last line that it takes in is lost with it; what follows is not."""
    page = dataclasses.replace(
        make_page(make_directive("source", "LOST", line=line, end_line=line)),
        unclosed=(UnclosedFence(line=3, before=10, end_line=20),),
    )
    assert [finding.check for finding in found(page)] == ["unclosed-fence", *checks]


def test_lost_options_are_one_finding_at_the_first_of_them() -> None:
    """Only options of the vocabulary are missed; nothing is said of what the item lacks."""
    directive = make_directive(
        "component", "COM", line=3, lost=[("owner", 8), ("Example", 9), ("sources", 10)]
    )
    findings = found(make_page(directive), items=(make_item("component", "COM"),))
    of_files = [f for f in findings if f.check == "swallowed-options"]
    assert [(f.item, f.field, str(f.location), f.message.values["below"]) for f in of_files] == [
        ("COM", "owner", "page.md:8", "sources")
    ]
    assert {"missing-owner", "missing-source", "orphan-item"}.isdisjoint(
        {finding.check for finding in findings}
    )


@pytest.mark.parametrize(
    ("loss", "in_code", "count"),
    [(Loss.REPEATED, False, 1), (Loss.REPEATED, True, 0), (Loss.BELOW, False, 0)],
)
def test_option_of_a_view_written_twice_is_named(loss: Loss, in_code: bool, count: int) -> None:  # noqa: FBT001 - a value of the table
    """Of what stands below a directive that is no item nobody knows whether it was an option."""
    lost = (LostOption("maakunnat", "north", 4, loss),)
    view = dataclasses.replace(make_directive("raci", line=3), lost=lost, in_code=in_code)
    findings = [f for f in found(make_page(view)) if f.check == "swallowed-options"]
    assert [(f.field, str(f.location)) for f in findings] == [("maakunnat", "page.md:4")] * count


def test_item_whose_identifier_is_lost_is_not_called_vanished_too() -> None:
    """The lost line is the cause; that no item came of it follows."""
    directive = make_directive("source", line=3, lost=[("id", 6)])
    assert {finding.check for finding in found(make_page(directive))} == {"swallowed-options"}


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("ownr", "the type source has no option ownr; did you mean owner?"),
        ("Part of", "the type source has no option Part of; did you mean part_of?"),
        ("zzz", "the type source has no option zzz"),
    ],
)
def test_unknown_option_offers_the_name(option: str, sentence: str) -> None:
    """What pages call a link finds its name as well as a slip of the pen does."""
    directive = make_directive("source", "SRC", line=3)
    options = (*directive.options, Option(option, "x", 5))
    page = make_page(dataclasses.replace(directive, options=options))
    (finding,) = found(page, items=(source(),))
    assert (finding.check, finding.item, str(finding.location)) == (
        "unknown-option",
        "SRC",
        "page.md:5",
    )
    assert str(finding.message) == sentence


def test_unknown_option_names_the_types_that_have_it() -> None:
    """An option of another type is no slip of the pen: perhaps the type is the wrong one."""
    with_owner = ("plan", "phase")
    types = {
        name: dataclasses.replace(
            kind, options=kind.options if name in with_owner else kind.options - {"owner"}
        )
        for name, kind in VOCABULARY.types.items()
    }
    catalogue = dataclasses.replace(
        catalogue_of(make_page(make_directive("source", "SRC", owner="X")), items=(source(),)),
        vocabulary=dataclasses.replace(VOCABULARY, types=types),
    )
    (finding,) = run_checks(catalogue).findings
    assert str(finding.message) == (
        "the type source has no option owner; these types have it: plan, phase"
    )


def test_unknown_option_says_nothing_of_what_is_missing() -> None:
    """A misspelt owner is one finding, on its item alone."""
    page = make_page(make_directive("plan", "PLAN", ownr="COUNCIL"))
    items = (make_item("plan", "PLAN"), make_item("plan", "OTHER"))
    findings = found(page, items=items)
    assert [(f.check, f.item) for f in findings] == [
        ("missing-source", "OTHER"),
        ("orphan-item", "OTHER"),
        ("unknown-option", "PLAN"),
    ]


# Directives and items ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("componentt", "there is no item type componentt; did you mean component?"),
        ("Source", "there is no item type Source; did you mean source?"),
        ("xyz", "there is no item type xyz"),
    ],
)
def test_unknown_type_offers_the_name(name: str, sentence: str) -> None:
    """A directive with an identifier is meant to be an item."""
    (finding,) = found(make_page(make_directive(name, "X", line=3)))
    assert (finding.check, finding.item, str(finding.location)) == (
        "unknown-type",
        "X",
        "page.md:3",
    )
    assert str(finding.message) == sentence


@pytest.mark.parametrize(
    ("name", "checks"), [("xyz", []), ("note", []), ("componentt", ["unknown-type"])]
)
def test_block_that_is_no_directive_is_an_item_by_its_name_alone(
    name: str, checks: list[str]
) -> None:
    """Options may stand in any example; only a name near to a type tells what was meant."""
    block = dataclasses.replace(make_directive(name, "X"), fault=Fault.INDENTED)
    page = make_page(block, make_directive("note"), make_directive("servicee", "Y", line=11))
    assert [finding.check for finding in found(page)] == [*checks, "unknown-type"]


def test_other_directives_are_none_of_our_business() -> None:
    """A note or a figure has no identifier and is left to Sphinx."""
    assert found(make_page(make_directive("note", title=""))) == []


def test_missing_title_is_at_the_opening_line() -> None:
    """Tables would show an item without a title by its identifier."""
    page = make_page(make_directive("source", "SRC", line=4, title=""))
    assert [(f.check, str(f.location)) for f in found(page, items=(source(),))] == [
        ("missing-title", "page.md:4")
    ]


def test_duplicate_is_found_at_its_last_place_and_names_the_others() -> None:
    """One finding names every place of the identifier."""
    page = make_page(
        make_directive("source", "SRC", line=1),
        make_directive("source", "SRC", line=11),
        make_directive("plan", "SRC", line=21),
    )
    (finding,) = found(page, items=(source(),))
    assert (finding.check, finding.item, str(finding.location)) == (
        "duplicate-id",
        "SRC",
        "page.md:22",
    )
    assert [str(related.location) for related in finding.related] == ["page.md:2", "page.md:12"]
    assert finding.message.values["places"] == "page.md:2, page.md:12"


def test_vanished_item_gives_the_words_of_the_build() -> None:
    """What Sphinx said within the directive is the reason, each sentence once."""
    page = make_page(make_directive("source", "src.1", line=3, end_line=9))
    warnings = tuple(
        BuildWarning(Location("page.md", line), "needs.directive", text)
        for line, text in [(2, "before"), (3, "bad id"), (9, "bad id"), (9, "more"), (10, "behind")]
    )
    catalogue = dataclasses.replace(catalogue_of(page), warnings=warnings)
    vanished = [f for f in run_checks(catalogue).findings if f.check == "vanished-item"]
    assert [(f.item, str(f.location)) for f in vanished] == [("src.1", "page.md:3")]
    assert vanished[0].message.values["reason"] == "bad id; more"


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault.NO_BRACES, "the type {type} has to stand in braces"),
        (Fault.BACKQUOTE, "a backquote stands on its opening line"),
        (Fault.INDENTED, "it is indented as code is"),
    ],
)
def test_block_that_was_meant_as_an_item_has_vanished(fault: Fault, words: str) -> None:
    """What Markdown does not take for a directive is said to be none, and why."""
    directive = dataclasses.replace(make_directive("source", "SRC"), fault=fault)
    (vanished,) = found(make_page(directive))
    assert (vanished.check, vanished.item) == ("vanished-item", "SRC")
    assert (str(vanished.location), vanished.message.text) == (
        "page.md:1",
        f"the item is not made: {words}",
    )


def test_vanished_item_without_a_reason_or_an_identifier() -> None:
    """Each case has a sentence of its own."""
    page = make_page(make_directive("source", "A", line=3), make_directive("source", line=13))
    catalogue = catalogue_of(page)
    report = run_checks(catalogue)
    assert brief(report) == [
        ("vanished-item", "A", "page.md:3"),
        ("vanished-item", "", "page.md:13"),
    ]
    assert [finding.message.text for finding in report.findings] == [
        "the item is not made: Sphinx reads no directive here",
        "the item is not made: the option id is missing",
    ]

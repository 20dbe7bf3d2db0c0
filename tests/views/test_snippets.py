"""Snippets of new items: which lines they have, and which values stand in them."""

from __future__ import annotations

import dataclasses

from statutory.model.settings import Settings
from statutory.views.blocks import Code, Heading, Table
from statutory.views.cells import Cells
from statutory.views.identifiers import kind_parts, region_parts
from statutory.views.new_item import KINDS_TABLE, new_item_blocks
from statutory.views.options import Options
from statutory.views.snippets import snippet_of
from tests.builders import SETTINGS, VOCABULARY, make_catalogue, make_item, run, sound_items


def test_required_lines_come_first() -> None:
    """A component needs what the checks ask of it, in the order in which it is told."""
    snippet = snippet_of(Cells(run(sound_items())), "component")
    names = [line.name for line in snippet.lines if line.is_required]
    assert names == [
        "id", "region", "implements", "part_of", "owner", "owner_basis", "preparer", "period",
        "time_basis", "sources", "locator",
    ]  # fmt: skip
    required = [line.is_required for line in snippet.lines]
    assert required == sorted(required, reverse=True)


def test_values_are_those_of_the_project() -> None:
    """A link leads to what most items of the type lead to; the region is theirs."""
    lines = {line.name: line for line in snippet_of(Cells(run(sound_items())), "component").lines}
    assert lines["owner"].value == "COUNCIL"
    assert lines["owner"].allowed == ("Actor",)
    assert lines["region"].value == "north"
    assert lines["region"].allowed == ("state", "north", "south")
    assert lines["period"].value == "2018-01"


def test_text_is_a_directive() -> None:
    """The text to copy opens and closes a fence."""
    text = snippet_of(Cells(run(sound_items())), "component").text
    assert text.startswith("```{component} Short title\n:id: EXAMPLE\n:region: north\n")
    assert text.endswith("\nOne or two sentences in your own words.\n```\n")


def test_identifiers_are_built_as_those_of_the_project() -> None:
    """The parts that most items have are the beginning; a name that is taken is numbered."""
    items = [
        make_item("plan", "NO-PLA-ONE", region="north"),
        make_item("plan", "NO-PLA-EXAMPLE", region="north"),
        make_item("phase", "NO-PHA-ONE", region="north"),
        make_item("phase", "XX-PHA-TWO", region="south"),
    ]
    cells = Cells(run(items))
    assert dict(region_parts(cells)) == {"north": "NO", "south": "XX"}
    assert dict(kind_parts(cells)) == {"phase": "PHA", "plan": "PLA"}
    assert snippet_of(cells, "plan").lines[0].value == "NO-PLA-EXAMPLE-2"


def test_type_without_items_has_the_prefix_of_the_project() -> None:
    """The prefixes are used where the identifiers of the other types hold them."""
    types = {
        name: dataclasses.replace(kind, prefix=name[:3].upper())
        for name, kind in VOCABULARY.types.items()
    }
    catalogue = make_catalogue([make_item("plan", "NO-PLA-ONE", region="north")])
    vocabulary = dataclasses.replace(VOCABULARY, types=types)
    report = run([])
    cells = Cells(
        dataclasses.replace(report, catalogue=dataclasses.replace(catalogue, vocabulary=vocabulary))
    )
    assert snippet_of(cells, "decision", "north").lines[0].value == "NO-DEC-EXAMPLE"


def test_page_has_a_snippet_for_each_type_asked_for() -> None:
    """The tables say what may stand on each line."""
    blocks = new_item_blocks(Cells(run(sound_items())), Options({"tyypit": ("gap",)}))
    (code,) = (block for block in blocks if isinstance(block, Code))
    assert code.text.startswith("```{gap}")
    table = blocks[-1]
    assert isinstance(table, Table)
    assert [cell.entries[0].text for cell in table.rows[0]] == ["id", "yes", "identifier"]


def test_name_of_a_type_leads_to_its_snippet() -> None:
    """A type without a snippet on the page leads nowhere."""
    items = [
        make_item("plan", "NO-PLA-ONE", region="north"),
        make_item("phase", "NO-PHA-ONE", region="north"),
    ]
    blocks = new_item_blocks(Cells(run(items)), Options({"tyypit": ("plan",)}))
    (kinds,) = (one for one in blocks if isinstance(one, Table) and one.anchor == KINDS_TABLE)
    assert {row[0].entries[0].page for row in kinds.rows} == {"", "#new-plan"}
    assert "new-plan" in [one.anchor for one in blocks if isinstance(one, Heading)]


def test_line_for_a_time_leads_to_how_times_are_written() -> None:
    """A time is no mere text; where the page has no table of times, its word leads nowhere."""
    options = Options({"tyypit": ("component",)})
    for language, page in (("fi", "#new-times"), ("en", "")):
        settings = dataclasses.replace(SETTINGS, language=language)
        blocks = new_item_blocks(Cells(run(sound_items(), settings)), options)
        table = blocks[-1]
        assert isinstance(table, Table)
        pages = {row[0].entries[0].text: row[2].entries[0].page for row in table.rows}
        assert (pages["period"], pages["locator"]) == (page, "")
        anchors = [block.anchor for block in blocks if isinstance(block, Heading)]
        assert ("new-times" in anchors) is bool(page)


def test_times_are_for_finnish_projects() -> None:
    """The notations are Finnish, so that a project of another language has no table of them."""
    finnish = dataclasses.replace(SETTINGS, language="fi")
    options = Options({"tyypit": ("gap",)})
    with_times = new_item_blocks(Cells(run(sound_items(), finnish)), options)
    assert len(with_times) > len(new_item_blocks(Cells(run(sound_items())), options))
    written = {
        row[0].entries[0].text: row[1].entries[0].text
        for block in with_times
        if isinstance(block, Table) and len(block.headings) == 3
        for row in block.rows
    }
    assert all(
        row[1].entries[0].is_literal
        for block in with_times
        if isinstance(block, Table) and len(block.headings) == 3 and block.caption is None
        for row in block.rows
    )
    assert written["5–6/2019"] == "2019-05/2019-06"
    assert written["kevät 2018"] == "2018-21"


def test_project_without_roles_has_snippets() -> None:
    """A project that names nothing gets the identifier and what its types take."""
    snippet = snippet_of(Cells(run([], Settings())), "plan")
    assert snippet.lines[0].value == "EXAMPLE"

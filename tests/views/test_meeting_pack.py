"""The meeting pack of a body: its agenda, and each matter with what belongs to it."""

from __future__ import annotations

import dataclasses
import itertools

import pytest

from statutory.model.item import Item
from statutory.model.location import Location
from statutory.source import scan_text
from statutory.views.blocks import (
    Block,
    Code,
    Heading,
    Listing,
    Paragraph,
    Point,
    Points,
    Table,
    stated,
)
from statutory.views.body import body_of
from statutory.views.cells import Cells, Entry
from statutory.views.meeting_pack import pack_blocks
from statutory.views.options import Options
from tests.builders import SETTINGS, make_gap, make_item, run, sound_items

NO_PROPOSAL = dataclasses.replace(SETTINGS.fields, proposal="")
"""The fields of a project that does not write down what is proposed."""


def pack(items: list[Item], **listed: tuple[str, ...]) -> tuple[Block, ...]:
    """Return the pack that some options ask for."""
    return pack_blocks(Cells(run(items)), Options(listed))


def agenda(blocks: tuple[Block, ...]) -> list[tuple[str, str, str]]:
    """Return number, matter and part of each line of the agenda."""
    table = next(block for block in blocks if isinstance(block, Table))
    rows = [[cell.entries[0].text for cell in row[:3]] for row in table.rows]
    return [(number, matter, part) for number, matter, part in rows]


def test_agenda_begins_with_what_the_body_decides() -> None:
    """An item that the body decides and handles is on it once; then comes what it is told."""
    items = sound_items(
        PLAN={"handler": "COUNCIL", "decider": "COUNCIL", "period": "2018-06"},
        PHASE={"informed": "COUNCIL"},
    )
    items += [make_item("plan", "SOONER", decider="COUNCIL", period="2018-02")]
    assert agenda(pack(items, toimija=("COUNCIL",))) == [
        ("1", "Plan SOONER", "Decider of"),
        ("2", "Plan PLAN", "Decider of"),
        ("3", "Phase PHASE", "Informed of"),
    ]


def test_matters_can_be_ordered_and_limited() -> None:
    """What the body decides stays first, and the limit holds for each body."""
    items = sound_items(
        PLAN={"decider": "COUNCIL", "title": "Zeta", "period": "2018-01"},
        COM={"decider": "COUNCIL", "title": "Alpha"},
        PHASE={"informed": "COUNCIL", "title": "Aaa"},
    )
    by_title = agenda(pack(items, toimija=("COUNCIL",), jarjestys=("otsikko",)))
    assert [title for _, title, _ in by_title] == ["Alpha", "Zeta", "Aaa"]
    first = agenda(pack(items, toimija=("COUNCIL",), enintaan=("1",)))
    assert [title for _, title, _ in first] == ["Zeta"]


def test_matter_has_background_proposal_and_attachments() -> None:
    """All of them are headings and plain tables, fit to be pasted."""
    items = [*sound_items(COM={"decider": "COUNCIL"}), make_gap(target="COM", field="presenter")]
    blocks = pack(items, toimija=("COUNCIL",))
    headings = [block.entry.text for block in blocks if isinstance(block, Heading)]
    assert headings == ["Matter 1: Component COM", "Background", "Proposal", "Attachments"]
    tables = [block for block in blocks if isinstance(block, Table)]
    assert all(table.plain for table in tables)
    background, proposal, attachments = (
        {row[0].entries[0].text: row[1].entries[0].text for row in table.rows}
        for table in tables[1:]
    )
    assert background["Based on"] == "Element ELE"
    assert proposal["Decider"] == "Actor COUNCIL"
    assert proposal["Presenter"] == "the source does not say"
    assert proposal["proposal"] == "not recorded"
    assert attachments == {"Gap": "Gap GAP"}


def test_what_is_proposed_stands_first_in_the_proposal() -> None:
    """It is the author's sentence; a project without the field has no such row."""
    items = sound_items(COM={"decider": "COUNCIL", "proposal": "Approve the component"})
    for fields, first in ((SETTINGS.fields, "Approve the component"), (NO_PROPOSAL, "")):
        settings = dataclasses.replace(SETTINGS, fields=fields)
        blocks = pack_blocks(Cells(run(items, settings)), Options({"toimija": ("COUNCIL",)}))
        told = [block for block in blocks if isinstance(block, Table)][2]
        rows = {row[0].entries[0].text: row[1].entries[0].text for row in told.rows}
        assert rows.get("proposal", "") == first
        assert not first or next(iter(rows)) == "proposal"


def test_attachments_come_as_they_are_written() -> None:
    """Parts of a whole come in the order of its file, not of their identifiers."""
    parts = {"SECOND": 20, "FIRST": 10, "THIRD": 30, "A": 40}
    items = sound_items(PLAN={"decider": "COUNCIL"})
    items += [
        dataclasses.replace(
            make_item("component", id_, part_of="PLAN"), location=Location("p.md", line)
        )
        for id_, line in parts.items()
    ]
    tables = [block for block in pack(items, toimija=("COUNCIL",)) if isinstance(block, Table)]
    (cell,) = (row[1] for row in tables[3].rows if row[0].entries[0].text == "Component")
    ours = [entry.target for entry in cell.entries if entry.target in parts]
    assert ours == ["FIRST", "SECOND", "THIRD", "A"]


def test_body_without_matters_is_told_to_have_none() -> None:
    """Several bodies begin a page each, behind a list of them; unnamed ones are left out."""
    idle = sound_items(COM={"preparer": ""})
    blocks = pack(idle, toimija=("COUNCIL", "OFFICE"))
    assert [type(block) for block in blocks] == [Listing, Heading, Paragraph, Heading, Paragraph]
    (said,) = pack(idle)
    assert isinstance(said, Paragraph)
    items = sound_items(COM={"preparer": "OFFICE"}, PLAN={"decider": "COUNCIL"})
    contents, council, *_ = pack(items)
    assert isinstance(contents, Listing)
    links = [cell.entries[0] for cell in contents.cells]
    assert [(one.page, one.note) for one in links] == [
        ("#pack-COUNCIL", "1"),
        ("#pack-OFFICE", "1"),
    ]
    assert isinstance(council, Heading)
    assert council.anchor == "pack-COUNCIL"
    (told,) = pack(items, maakunnat=("north",))[:1]
    assert isinstance(told, Heading | Table)
    items += [make_item("plan", "MORE", region="north", decider="COUNCIL")]
    (contents, *_) = pack(items, maakunnat=("north",))
    assert isinstance(contents, Listing)
    pages = [cell.entries[0].page for cell in contents.cells]
    assert pages == ["#pack-north-COUNCIL", "#pack-north-OFFICE"]


@pytest.mark.parametrize(
    "link", ["decider", "handler", "presenter", "preparer", "consulted", "informed"]
)
def test_body_has_a_pack_by_any_part(link: str) -> None:
    """Whoever handles, prepares, presents, is heard or told of a matter has it."""
    items = [*sound_items(COM={"preparer": ""}), make_item("plan", "NEW", **{link: "COUNCIL"})]
    part = link.capitalize()
    assert agenda(pack(items)) == [("1", "Plan NEW", f"{part} of")]


def test_demand_without_an_answer_is_a_matter() -> None:
    """An answered demand and a mere remark are none."""
    stated = {"DEM": {"force": "demanded"}, "POS": {"force": "noted"},
              "OLD": {"force": "demanded", "answer": "PLAN"}}  # fmt: skip
    positions = [
        make_item("position", id_, addressee="COUNCIL", **options)
        for id_, options in stated.items()
    ]
    items = [*sound_items(COM={"preparer": ""}), *positions]
    assert agenda(pack(items)) == [("1", "Position DEM", "Addressee of")]


def test_no_level_of_headings_is_left_out() -> None:
    """The matters of a body stand one level below it, or in its place where it is alone."""
    items = sound_items(
        COM={"decider": "COUNCIL", "preparer": "COUNCIL"}, PLAN={"handler": "OFFICE"}
    )
    for bodies in (("COUNCIL",), ("COUNCIL", "OFFICE"), ()):
        levels = [
            block.level for block in pack(items, toimija=bodies) if isinstance(block, Heading)
        ]
        assert levels[0] == 1
        steps = [later - level for level, later in itertools.pairwise(levels)]
        assert max(steps) == 1


OPTIONS = ":id: PLAN\n:sources: SRC\n\n"


def body(text: str, options: str = OPTIONS) -> tuple[Block, ...]:
    """Return the body of an item that is written with some options and a text."""
    page = scan_text(f"# Page\n\n````{{plan}} Plan\n{options}{text}\n````\n", "plan.md", "plan")
    catalogue = dataclasses.replace(run(sound_items()).catalogue, documents=(page,))
    assert body_of(catalogue, catalogue.items["COM"]) == ()
    return body_of(catalogue, catalogue.items["PLAN"])


def paragraph(*entries: Entry | str) -> Paragraph:
    """Return a paragraph of texts and links."""
    return Paragraph(tuple(Entry(one) if isinstance(one, str) else one for one in entries))


COUNCIL = Entry("Actor COUNCIL", "COUNCIL")


def test_body_of_an_item_is_read_from_its_file() -> None:
    """Stress is left out; an item that the text names is a link."""
    text = (
        "The *council* {need}`decides <COUNCIL>` the `plan`\nof [the region](page.md).\n\n"
        "A second **paragraph** names {need}`NOBODY` and {ref}`a page <page>`."
    )
    assert body(text) == (
        paragraph("The council ", COUNCIL, " the plan of the region."),
        paragraph("A second paragraph names NOBODY and a page."),
    )


@pytest.mark.parametrize(
    "options",
    [
        OPTIONS,
        "---\nid: PLAN\nsources: SRC\n---\n",
        "---\nid: PLAN\nsources: SRC\n---\n\n",
        ":id: PLAN\n:sources: >\n:   SRC\n",
    ],
    ids=["colons", "dashes", "dashes and a blank line", "folded"],
)
def test_options_are_no_body(options: str) -> None:
    """However MyST lets them be written; a line of the body may begin as one."""
    (first, *_) = body("First paragraph: *one*.\n\nSecond.", options)
    assert first == paragraph("First paragraph: one.")


def test_lists_tables_and_code_stay_what_they_are() -> None:
    """Also a list below a point; signs that stress nothing are text."""
    text = (
        "2 * 3 * 4 and a_b_c\n\n- one\n- two {need}`COUNCIL`\n  1. below\n\n"
        "| a | b |\n| - | - |\n| x | {need}`COUNCIL` |\n| y *z* | |\n\n"
        "> quoted\n\n```text\n# not a title\n```\n\n% a comment\n\n<b>not</b> bold"
    )
    below = Points(points=(Point((paragraph("below"),)),), numbered=True)
    two = Point((paragraph("two ", COUNCIL), below))
    table = Table(
        headings=("a", "b"),
        rows=((stated("x"), stated(COUNCIL)), (stated("y z"), stated(""))),
        plain=True,
    )
    assert body(text) == (
        paragraph("2 * 3 * 4 and a_b_c"),
        Points(points=(Point((paragraph("one"),)), two)),
        table,
        paragraph("quoted"),
        Code("# not a title"),
        paragraph("<b>not</b> bold"),
    )


def test_frames_are_left_out_and_items_within_are_not_told() -> None:
    """A note is told without its frame; an item within has a body of its own."""
    note = "```{note}\n:class: wide\nMind this.\n```"
    item = "```{plan} Other\n:id: OTHER\n\nIts own body.\n```"
    assert body(f"{note}\n\n{item}\n\nEnd.") == (paragraph("Mind this."), paragraph("End."))
    assert body("") == ()

"""The dashboard: coverage, gaps by region, waivers that expire, what comes and what changed."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from statutory.model.baseline import key_of
from statutory.model.changes import snapshot_of
from statutory.model.document import Directive, Document
from statutory.model.finding import Acceptance
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.report import Report
from statutory.model.settings import Settings
from statutory.views.ahead import ahead, window_of
from statutory.views.blocks import Block, Heading, Paragraph, Table
from statutory.views.cells import Cells, Entry
from statutory.views.changed import CHANGES, all_change_blocks, change_blocks
from statutory.views.dashboard import dashboard_blocks
from statutory.views.headline import headline
from statutory.views.options import Options
from tests.builders import (
    SETTINGS,
    make_catalogue,
    make_gap,
    make_item,
    make_waiver,
    run,
    sound_items,
)

CHANGED = "Changed since the release as of 2017-12-31"
SAME_DAY = "Changed since the release, which has the same as-of date, 2018-01-31"
GAPS, WAIVERS, NEXT = "Open gaps", "Waivers about to expire", "Next: from 2018-01-31 to 2018-05-01"


def part(title: str, items: list[Item], settings: Settings = SETTINGS) -> Block:
    """Return what stands below a heading of the dashboard."""
    blocks = dashboard_blocks(Cells(run(items, settings)), Options())
    titles = [block.entry.text if isinstance(block, Heading) else "" for block in blocks]
    return blocks[titles.index(title) + 1]


def read(block: Block) -> list[tuple[str, ...]]:
    """Return the first words of each cell of a table."""
    assert isinstance(block, Table)
    return [
        tuple(cell.entries[0].text if cell.entries else "" for cell in row) for row in block.rows
    ]


def milestone(id_: str, period: str, **options: str) -> Item:
    """Return a milestone."""
    return make_item("milestone", id_, region="north", period=period, **options)


def headline_of(items: list[Item], settings: Settings = SETTINGS) -> dict[str, str]:
    """Return the numbers of the headline by their labels, each with what it leads to."""
    figures = headline(Cells(run(items, settings))).figures
    return {
        one.label: " ".join(filter(None, (one.value.text, one.note.target if one.note else "")))
        for one in figures
    }


def test_headline_counts_what_is_missing_open_and_ending() -> None:
    """It is missing of those that are asked for it; an inference or a waiver is not missing."""
    holes = sound_items(COM={"preparer": "", "owner": ""}, ELE={"inferred": "owner"})
    waiver = make_waiver(waiver_expiry="2018-02-01")
    assert headline_of([*holes, make_gap(target="COM", field="preparer"), waiver]) == {
        "implemented by is missing": "0/1",
        "Owner is missing": "0/3",
        "Preparer is missing": "1/1",
        "time is missing": "0/3",
        "Sources is missing": "0/9",
        "Open gaps": "1",
        "Waivers about to expire": "1",
        "Elements that bind nobody": "0",
    }


def test_headline_leads_to_what_nobody_has_to_answer() -> None:
    """What is forgotten is on the front page, and the first of it a click away."""
    unmentioned = sound_items(COM={"implements": "", "region": "state"})
    settings = dataclasses.replace(SETTINGS, answers={})
    figures = headline(Cells(run(unmentioned, settings))).figures
    (figure,) = [one for one in figures if one.label == "Elements that bind nobody"]
    assert figure.value == Entry("1", target="ELE")


def test_headline_tells_what_the_baseline_accepts() -> None:
    """Where a project has a baseline, the front page says how much it lets pass."""
    label = "Findings accepted by the baseline"
    items = sound_items(COM={"owner": ""})
    assert label not in headline_of(items)
    accepted = {key_of(finding): Acceptance() for finding in run(items).findings}
    settings = dataclasses.replace(SETTINGS, baseline="state.json", accepted=accepted)
    figures = headline(Cells(run(items, settings))).figures
    (figure,) = [one for one in figures if one.label == label]
    assert (figure.value.text, figure.note) == ("1", Entry("1 without a reason"))
    clean = dataclasses.replace(SETTINGS, baseline="state.json")
    assert headline_of(sound_items(), clean)[label].startswith("0")


def test_headline_tells_what_only_an_inference_or_a_waiver_stands_for() -> None:
    """A number of what is missing does not hide what is not covered in another way."""
    items = sound_items(COM={"inferred": "owner", "preparer": ""})
    waiver = make_waiver(waiver_check="missing-preparer")
    figures = headline(Cells(run([*items, waiver]))).figures
    notes = {one.label: one.note.text for one in figures if one.note}
    assert notes == {"Owner is missing": "inferred 1", "Preparer is missing": "waived 1"}


def test_headline_tells_the_next_milestone_and_how_much_changed() -> None:
    """The milestone is the first that is over; what is new, changed and removed is counted."""
    soon, later = milestone("SOON", "2018-02"), milestone("LATER", "2018-03")
    before = snapshot_of(make_catalogue([*sound_items(COM={"title": "Old"}), soon]))
    settings = dataclasses.replace(SETTINGS, released=before)
    figures = headline_of([*sound_items(), later, soon], settings)
    assert figures["Next milestone"] == "2018-02 SOON"
    assert figures["Changes"] == "2"
    assert "Next milestone" not in headline_of(sound_items())


def test_numbers_of_the_headline_lead_to_their_lists() -> None:
    """Nought leads nowhere, and nothing does where no page has the list."""
    views = ("puuttuvat", "puutteet", "poikkeukset")
    page = Document(
        path="p.md",
        docname="lists",
        directives=tuple(
            Directive(name=view, title="", location=Location("p.md", line), end_line=line)
            for line, view in enumerate(views, start=1)
        ),
    )
    gap = make_gap(target="COM", field="preparer")
    report = run([*sound_items(COM={"preparer": ""}), gap])
    catalogue = dataclasses.replace(report.catalogue, documents=(page,))
    listed = dataclasses.replace(report, catalogue=catalogue)
    figures = headline(Cells(listed)).figures
    assert {one.label: one.value.page for one in figures if one.value.page} == {
        "Preparer is missing": "lists#lacking-preparer",
        "Open gaps": "lists",
    }
    assert not any(one.value.page for one in headline(Cells(report)).figures)


def test_coverage_has_a_row_for_each_duty() -> None:
    """The duties are those that gates measure, over all regions together."""
    found = read(part("How well the duties are covered", sound_items(COM={"preparer": ""})))
    assert [row[0] for row in found] == [
        "implemented by", "Owner", "Preparer", "time", "Sources",
    ]  # fmt: skip
    assert found[2] == ("Preparer", "0 %", "1", "0", "0", "0")


def test_gaps_are_counted_by_region_with_their_pages() -> None:
    """A gap of several items is one gap; the page is named by its identifier without title."""
    gaps = [
        dataclasses.replace(make_gap(target="COM, PHASE", field="preparer"), docname="holes"),
        make_gap("OTHER", target="ELE", field="implements", region="south"),
    ]
    found = part(GAPS, [*sound_items(COM={"preparer": ""}), *gaps])
    assert read(found) == [("The North", "1", "2", "holes"), ("south", "1", "1", "")]
    assert isinstance(found, Table)
    assert found.rows[0][3].entries[0].page == "holes"


@pytest.mark.parametrize(
    ("expiry", "shown"),
    [("2018-01-01", True), ("2018-05-01", True), ("2018-05-02", False), ("2018-03", False)],
)
def test_waivers_are_shown_that_have_ended_or_are_about_to(expiry: str, shown: bool) -> None:  # noqa: FBT001 - a value of the table
    """The day is that of the settings, the limit that of policy; a month is no last day."""
    found = part(WAIVERS, [*sound_items(COM={"owner": ""}), make_waiver(waiver_expiry=expiry)])
    assert isinstance(found, Table if shown else Paragraph)
    if isinstance(found, Table):
        note = "expired" if expiry < "2018-01-31" else "expires soon"
        assert found.rows[0][2].entries[0].note == note
    if shown:
        assert read(found) == [("Waiver WAI", "Component COM", expiry, "Actor OFFICE")]


def changed(before: list[Item], after: list[Item]) -> Block:
    """Return what the dashboard says of the changes between two states."""
    return part(CHANGED, after, released(before))


def released(before: list[Item], as_of: dt.date = dt.date(2017, 12, 31)) -> Settings:
    """Return the settings of a project that has released some items."""
    snapshot = dataclasses.replace(snapshot_of(make_catalogue(before)), as_of=as_of)
    return dataclasses.replace(SETTINGS, released=snapshot)


def test_changes_since_the_release_are_named_and_counted() -> None:
    """New and changed items are links; those that are gone have their titles left."""
    before = [item for item in sound_items(PLAN={"title": "Old plan"}) if item.id != "COM"]
    after = [item for item in sound_items() if item.id != "PHASE"]
    found = changed([*before, make_item("actor", "GONE")], [*after, make_item("actor", "NEW")])
    assert isinstance(found, Table)
    told = {row[0].entries[0].text: (row[1].entries[0].text, row[2].entries) for row in found.rows}
    assert told["new"] == ("2", (Entry("Component COM", "COM"), Entry("Actor NEW", "NEW")))
    assert told["changed"] == ("1", (Entry("Plan PLAN", "PLAN"),))
    assert told["removed"] == ("2", (Entry("Actor GONE"), Entry("Phase PHASE")))


NEW = [make_item("actor", f"NEW-{number:02}") for number in range(13)]


def test_many_changes_are_all_named_where_no_page_lists_them() -> None:
    """A reader is never told of more that cannot be seen."""
    found = changed(sound_items(), [*sound_items(), *NEW])
    assert isinstance(found, Table)
    (row,) = found.rows
    assert [entry.target for entry in row[2].entries] == [item.id for item in NEW]


def test_many_changes_are_counted_with_a_link_to_the_page_that_has_them_all() -> None:
    """Behind the first ten stands how many more there are."""
    view = Directive(name=CHANGES, title="", location=Location("p.md", 1), end_line=2)
    page = Document(path="p.md", docname="p", directives=(view,))
    catalogue = make_catalogue([*sound_items(), *NEW], released(sound_items()))
    listing = dataclasses.replace(catalogue, documents=(page,))
    cells = Cells(Report(catalogue=listing, findings=()))
    table = change_blocks(cells)[1]
    assert isinstance(table, Table)
    more = table.rows[0][2].entries[-1]
    assert (more.text, more.page) == ("3 more", "p#changes-new")
    (figure,) = (one for one in headline(cells).figures if one.label == "Changes")
    assert (figure.value.text, figure.value.page) == ("13", "p")
    (listed,) = all_change_blocks(cells, Options())
    assert isinstance(listed, Table)
    assert (listed.anchor, len(listed.rows)) == ("changes-new", 13)


def test_all_changes_are_tables_by_kind() -> None:
    """What is gone is told as it was; nothing to tell is told in words."""
    before = [*sound_items(PLAN={"title": "Old plan"}), make_item("actor", "GONE", region="north")]
    cells = Cells(run(sound_items(), released(before)))
    tables = [block for block in all_change_blocks(cells, Options()) if isinstance(block, Table)]
    assert [table.caption and table.caption.text for table in tables] == [
        "changed (1)",
        "removed (1)",
    ]
    assert read(tables[1]) == [("Actor GONE", "Actor", "The North")]
    for settings, said in (
        (SETTINGS, "The project keeps no release to compare with."),
        (released(sound_items()), "Nothing has changed."),
    ):
        (told,) = all_change_blocks(Cells(run(sound_items(), settings)), Options())
        assert told == Paragraph((Entry(said),))


def test_release_of_the_same_day_is_told_to_be_one() -> None:
    """Its date alone would read as a comparison with itself."""
    assert read(part(SAME_DAY, NEW, released([], SETTINGS.as_of)))


def test_release_without_changes_says_so_and_none_says_nothing() -> None:
    """A project that keeps no snapshot is not told that nothing has changed."""
    assert changed(sound_items(), sound_items()) == Paragraph((Entry("Nothing has changed."),))
    titles = [
        block.entry.text
        for block in dashboard_blocks(Cells(run(sound_items())), Options())
        if isinstance(block, Heading)
    ]
    assert CHANGED not in titles


def test_nothing_is_said_in_words() -> None:
    """No gap, no waiver and nothing to come are told, not left blank."""
    said = {title: part(title, sound_items()) for title in (GAPS, WAIVERS, NEXT)}
    texts = [block.entries[0].text for block in said.values() if isinstance(block, Paragraph)]
    assert texts == ["No gap is recorded.", "There are no waivers.", "Nothing is known to come."]


@pytest.mark.parametrize(
    ("period", "comes"),
    [
        ("2018-01-30", False),
        ("2018-01-31", True),
        ("2018-01", True),
        ("2018-05-01", True),
        ("2018-05-02", False),
        ("2018-05?", True),
        ("2018-21", True),
        ("2017/2018-03", True),
        ("2017/2019", False),
        ("2018-03/..", True),
        ("../2018-03", True),
        ("2017-01/", False),
        ("not a time", False),
    ],
)
def test_what_can_begin_or_end_in_the_days_ahead_comes(period: str, comes: bool) -> None:  # noqa: FBT001 - likewise
    """A time that is known roughly counts if it can fall there; an unknown end does not."""
    catalogue = make_catalogue([milestone("M", period)])
    assert bool(ahead(catalogue, catalogue.own_items())) is comes


def test_what_is_done_does_not_come() -> None:
    """The order is by when a thing is over at the latest."""
    items = [
        milestone("LATE", "2018-03"),
        milestone("EARLY", "2018-02"),
        milestone("DONE", "2018-02", status="done"),
    ]
    found = part(NEXT, [*sound_items(), *items])
    assert [row[1] for row in read(found)] == ["Milestone EARLY", "Milestone LATE"]


def test_days_ahead_end_with_the_calendar() -> None:
    """The last days that there are do not end the page with an error."""
    settings = dataclasses.replace(SETTINGS, as_of=dt.date.max)
    assert window_of(make_catalogue([], settings)).last == dt.date.max


def test_project_without_roles_has_a_dashboard() -> None:
    """What the project does not have is left out or told to be nothing."""
    blocks = dashboard_blocks(Cells(run([], Settings(as_of=dt.date(2018, 1, 31)))), Options())
    assert not any(isinstance(block, Table) for block in blocks)

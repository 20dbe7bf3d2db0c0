"""Cards: which rows an item has, in which order, and that none says a thing twice."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.catalogue import Catalogue
from statutory.model.coverage import State
from statutory.model.report import Report
from statutory.model.review_mark import content_mark
from statutory.model.settings import FieldRoles, Settings
from statutory.views.blocks import Row
from statutory.views.card import Card, card_of
from statutory.views.cells import Cell, Cells, Entry
from tests.builders import SETTINGS, VOCABULARY, make_item, make_waiver, run, sound_items


def card(id_: str, settings: Settings = SETTINGS, **changes: dict[str, str]) -> Card:
    """Return the card of one of the sound items, some of them changed."""
    cells = Cells(run(sound_items(**changes), settings))
    return card_of(cells, cells.catalogue.items[id_])


def stated(*entries: Entry) -> Cell:
    """Return a cell of what is known."""
    return Cell(State.STATED, entries)


def labels(rows: tuple[Row, ...]) -> list[str]:
    """Return what the rows are called."""
    return [row.label for row in rows]


def test_card_of_a_component() -> None:
    """Owner, preparer and time come first, then the fields; links and the source follow."""
    assert card("COM", COM={"kind": "new", "status": "draft"}) == Card(
        id="COM",
        title="Component COM",
        kind="Component",
        badges=("The North", "draft"),
        facts=(
            Row("Owner", stated(Entry("Actor COUNCIL", "COUNCIL"))),
            Row("Preparer", stated(Entry("Actor OFFICE", "OFFICE"))),
            Row("time", stated(Entry("2018-03"), Entry("Phase PHASE", "PHASE"))),
            Row("kind", stated(Entry("new"))),
        ),
        links=(
            Row("Implements", stated(Entry("Element ELE", "ELE"))),
            Row("Part of", stated(Entry("Plan PLAN", "PLAN"))),
            Row("Sources", stated(Entry("Source SRC", "SRC"), Entry("Heading"))),
        ),
    )


@pytest.mark.parametrize(("number", "folded"), [(24, ""), (25, "25 items")])
def test_long_list_of_what_leads_to_an_item_is_folded(number: int, folded: str) -> None:
    """Its words tell how many there are; a short list stands open."""
    citing = [make_item("phase", f"P{n}", sources="SRC") for n in range(number)]
    cells = Cells(run([make_item("source", "SRC"), *citing]))
    (row,) = card_of(cells, cells.catalogue.items["SRC"]).links
    assert (len(row.cell.entries), row.folded) == (number, folded)


def test_card_of_what_others_lead_to() -> None:
    """Links to the item are rows too, by link, their items in the order of the files."""
    assert card("COUNCIL") == Card(
        id="COUNCIL",
        title="Actor COUNCIL",
        kind="Actor",
        badges=(),
        facts=(),
        links=(
            Row("Owner of", stated(Entry("Component COM", "COM"), Entry("Element ELE", "ELE"))),
            Row("Sources", stated(Entry("Source SRC", "SRC"), Entry("Heading"))),
        ),
    )


def test_review_is_shown_and_the_fingerprint_is_not() -> None:
    """A reader sees who read the item and when; the digest of its content tells nothing."""
    fields = FieldRoles(reviewed_content="")
    finnish = dataclasses.replace(SETTINGS, language="fi", fields=fields)
    changes = {"reviewed": "2018-01-15", "reviewer": "OFFICE", "fingerprint": "1a2b3c4d"}
    shown = card("PLAN", finnish, PLAN=changes)
    assert Row("reviewed", stated(Entry("15.1.2018"))) in shown.facts
    assert Row("Reviewer", stated(Entry("Actor OFFICE", "OFFICE"))) in shown.links
    assert "1a2b3c4d" not in str(shown)


def test_duties_are_rows_where_they_are_demanded_or_met() -> None:
    """An element need not have a preparer; where it has one, it is shown."""
    assert labels(card("ELE").facts) == ["Owner", "time"]
    assert labels(card("ELE", ELE={"preparer": "OFFICE"}).facts) == ["Owner", "Preparer", "time"]
    assert labels(card("PLAN", PLAN={"period": "2018"}).facts) == ["time"]
    empty = {"owner": "", "preparer": "", "schedule": ""}
    rows = card("COM", COM=empty).facts
    assert labels(rows) == ["Owner", "Preparer", "time"]
    assert {row.cell.state for row in rows} == {State.MISSING}


@pytest.mark.parametrize(
    "field", ["region", "status", "period", "locator", "owner_basis", "time_basis"]
)
def test_field_that_another_part_shows_is_no_row(field: str) -> None:
    """Nothing is said twice on a card."""
    before = card("COM", COM={"status": "draft"})
    changed = card("COM", COM={"status": "draft", field: "draft"})
    assert labels(changed.facts) == labels(before.facts)
    assert changed != before or field == "status"


def test_value_is_shown_by_its_label() -> None:
    """Names and values of fields read as the project calls them."""
    settings = dataclasses.replace(SETTINGS, labels={"kind": "Sort", "new": "Brand new"})
    row = card("COM", settings, COM={"kind": "new"}).facts[-1]
    assert row == Row("Sort", stated(Entry("Brand new")))


def test_names_of_fields_and_links_are_shown_by_their_labels() -> None:
    """What a gap is of is told in words, never by the names of files."""
    settings = dataclasses.replace(SETTINGS, labels={"kind": "Sort"})
    row = card("COM", settings, COM={"gap_field": "kind, part_of"}).facts[-1]
    assert row == Row("gap_field", stated(Entry("Sort, Part of")))


WORD = "inferred by the editors"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("kind", "new"), ("term", "2018"), ("period", "2018"), ("owner", "OFFICE")),
        *(("preparer", "OFFICE"), ("schedule", "PHASE"), ("part_of", "PLAN")),
        *(("implements", "ELE"), ("concerns", "ELE"), ("sources", "SRC"), ("decider", "OFFICE")),
    ],
)
def test_what_is_inferred_is_marked_where_it_stands(name: str, value: str) -> None:
    """Each field and link that the item lists, and nothing else; no row lists them again."""
    marked = card("COM", COM={name: value, "inferred": name})
    (row,) = [row for row in (*marked.facts, *marked.links) if row.cell.state is State.INFERRED]
    assert value in {row.cell.entries[0].text, *(entry.target for entry in row.cell.entries)}
    assert "inferred" not in labels(marked.facts)


@pytest.mark.parametrize("name", ["region", "status"])
def test_badge_of_what_is_inferred_says_so(name: str) -> None:
    """A badge is a text, so the word stands in it."""
    badges = card("COM", COM={"status": "draft", "inferred": name}).badges
    assert [badge.endswith(f"({WORD})") for badge in badges] == [name == "region", name == "status"]


def test_place_in_the_source_can_be_inferred_alone() -> None:
    """The source itself is then stated."""
    row = card("COM", COM={"inferred": "locator"}).links[-1]
    assert row.cell == stated(Entry("Source SRC", "SRC"), Entry("Heading", note=WORD))


def test_link_that_leads_here_is_marked_where_its_item_infers_it() -> None:
    """Of several items that lead to one, only those whose link is inferred."""
    row = card("COUNCIL", COM={"owner_basis": "inferred"}).links[0]
    entries = (Entry("Component COM", "COM", WORD), Entry("Element ELE", "ELE"))
    assert row == Row("Owner of", Cell(State.STATED, entries))
    row = card("PLAN", COM={"inferred": "part_of"}, PHASE={"inferred": "part_of"}).links[0]
    assert row.cell.state is State.INFERRED


def test_demand_or_question_without_an_answer_says_so() -> None:
    """An answered one shows its answer, and a position that asks for none has no such row."""
    demand = make_item("position", "DEM", force="demanded", sources="SRC", locator="p. 1")
    question = make_item("question", "QUE", sources="SRC", locator="p. 1")
    answered = make_item("question", "REPLY", answer="COM", sources="SRC", locator="p. 1")
    noted = make_item("position", "POS", force="noted", sources="SRC", locator="p. 1")
    cells = Cells(run([*sound_items(), demand, question, answered, noted]))
    rows = {
        id_: {row.label: row.cell for row in card_of(cells, cells.catalogue.items[id_]).links}
        for id_ in ("DEM", "QUE", "REPLY", "POS")
    }
    missing = Cell(State.MISSING, (Entry("not recorded"),))
    assert rows["DEM"]["Answer"] == rows["QUE"]["Answer"] == missing
    assert rows["REPLY"]["Answer"] == stated(Entry("Component COM", "COM"))
    assert "Answer" not in rows["POS"]


def test_status_is_a_badge_under_any_name() -> None:
    """The field that plays the role is no fact besides; another of that name is."""
    roles = dataclasses.replace(SETTINGS.fields, status="kind")
    settings = dataclasses.replace(SETTINGS, fields=roles)
    shown = card("COM", settings, COM={"kind": "draft", "status": "open"})
    assert shown.badges == ("The North", "draft")
    assert Row("status", stated(Entry("open"))) in shown.facts


def test_law_comes_first_among_the_links_and_who_does_what_second() -> None:
    """The order is that of a reader, not that of the names."""
    settings = dataclasses.replace(SETTINGS, responsibilities=("handler", "decider"))
    changes = {"decider": "COUNCIL", "handler": "OFFICE", "based_on": "SEC", "concerns": "ELE"}
    assert labels(card("COM", settings, COM=changes).links)[:5] == [
        "Implements", "Based on", "Handler", "Decider", "Concerns",
    ]  # fmt: skip


@pytest.mark.parametrize("field", ["term", "published", "waiver_expiry"])
def test_times_among_the_fields_are_shown_as_the_readers_write_them(field: str) -> None:
    """A term, a day of publication and a last day are times like any other."""
    finnish = dataclasses.replace(SETTINGS, language="fi")
    row = card("COUNCIL", finnish, COUNCIL={field: "2018-06-30"}).facts[0]
    assert row == Row(field, stated(Entry("30.6.2018")))


def test_source_that_is_not_demanded_is_shown_where_there_is_one() -> None:
    """A type that needs no source may cite one."""
    cells = Cells(
        run([*sound_items(COM={"owner": ""}), make_waiver(sources="SRC", locator="p. 1")])
    )
    rows = card_of(cells, cells.catalogue.items["WAI"]).links
    assert rows[-1] == Row("Sources", stated(Entry("Source SRC", "SRC"), Entry("p. 1")))


def test_source_that_is_not_demanded_is_not_missed() -> None:
    """A source has no source."""
    assert labels(card("SRC").links) == ["Sources of"]


def test_schedule_beside_a_period_is_shown() -> None:
    """What the author wrote is on the card, also where another value gives the time."""
    shown = card("COM", COM={"period": "2018-04"})
    targets = [entry.target for row in (*shown.facts, *shown.links) for entry in row.cell.entries]
    assert "PHASE" in targets


def test_dead_link_is_no_row() -> None:
    """A link to nothing is told by its finding."""
    assert labels(card("COM", COM={"part_of": "NOTHING"}).links) == ["Implements", "Sources"]


@pytest.mark.parametrize("link", ["owner", "preparer", "sources"])
def test_project_that_lacks_a_link_has_cards(link: str) -> None:
    """A role whose link the project does not have is nothing to show, and no error."""
    settings = dataclasses.replace(
        SETTINGS,
        required=dataclasses.replace(SETTINGS.required, owner=(), preparer=(), without_source=()),
    )
    vocabulary = dataclasses.replace(
        VOCABULARY, links={name: kind for name, kind in VOCABULARY.links.items() if name != link}
    )
    item = make_item("plan", "PLAN")
    catalogue = Catalogue(settings=settings, vocabulary=vocabulary, items={item.id: item})
    shown = card_of(Cells(Report(catalogue=catalogue, findings=())), item)
    assert link.capitalize() not in labels((*shown.facts, *shown.links))


# Reviews -----------------------------------------------------------------------------------

RECORD = {"reviewed": "2018-01-15", "reviewer": "OFFICE"}


def review_rows(**changes: str) -> list[str]:
    """Return what the card says of the review of the component, where it has one."""
    (before,) = [item for item in sound_items(COM=RECORD) if item.id == "COM"]
    record = {**RECORD, "reviewed_content": content_mark(before, SETTINGS)}
    shown = card("COM", COM={**record, **changes})
    rows = (*shown.facts, *shown.links)
    return [
        row.cell.entries[0].text for row in rows if row.label.lower() in {"reviewed", "reviewer"}
    ]


def test_stamp_stands_only_on_what_was_reviewed() -> None:
    """Day and reviewer are shown of the item as it was read; of another one, that it is not."""
    assert review_rows() == ["2018-01-15", "Actor OFFICE"]
    assert review_rows(locator="p. 9") == ["changed after the review of 2018-01-15"]
    assert review_rows(reviewed_content="")[0] == (
        "2018-01-15, but what was reviewed is not marked"
    )
    assert review_rows(reviewed="", reviewer="", reviewed_content="") == []

"""Open matters by actor: demands, gaps, findings, the days ahead, parts and waivers."""

from __future__ import annotations

import pytest

from statutory.model.coverage import State
from statutory.model.item import Item
from statutory.views.blocks import Block, Heading, Paragraph, Table
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.open_matters import matters_of, open_blocks
from statutory.views.options import Options
from tests.builders import make_item, make_waiver, run, sound_items

CITED = {"sources": "SRC", "locator": "p. 1"}
GAP = make_item(
    "gap", "GAP", region="north", gap_target="COM", gap_field="preparer", owner="OFFICE", **CITED
)


def cells_of(*more: Item, **changes: dict[str, str]) -> Cells:
    """Return the cells of the sound items, some of them changed, and of others.

    Of the sound items none begins or ends in the days ahead.
    """
    later = {"ELE": {"period": "2020"}, "PHASE": {"period": "2020-03"}}
    for id_, options in changes.items():
        later[id_] = {**later.get(id_, {}), **options}
    return Cells(run([*sound_items(**later), *more]))


def counts(cells: Cells, actor: str) -> tuple[int, ...]:
    """Return how many gaps, findings, coming items and waivers an actor has."""
    _, gaps, findings, coming, _, waivers = matters_of(cells, cells.catalogue.items[actor]).counts
    return (gaps, findings, coming, waivers)


def test_gap_is_of_who_could_close_it_alone() -> None:
    """The owner of the item is not told twice what the owner of the gap is to close."""
    cells = cells_of(GAP, COM={"preparer": ""})
    assert counts(cells, "OFFICE") == (1, 0, 0, 0)
    assert counts(cells, "COUNCIL") == (0, 0, 0, 0)


def test_finding_is_of_the_owner_of_the_item() -> None:
    """A finding that no gap answers is for the owner to settle."""
    cells = cells_of(COM={"preparer": ""})
    (finding,) = matters_of(cells, cells.catalogue.items["COUNCIL"]).findings
    assert (finding.check, finding.item) == ("missing-preparer", "COM")


def test_waiver_is_of_the_owner_and_of_who_approved_it() -> None:
    """Both have to know that it ends."""
    cells = cells_of(make_waiver(waiver_check="missing-preparer"), COM={"preparer": ""})
    assert counts(cells, "COUNCIL") == (0, 0, 0, 1)
    assert counts(cells, "OFFICE")[3] == 1


def test_actors_with_matters_are_listed_with_links_to_their_parts() -> None:
    """Who has nothing open is left out; each part begins with the actor."""
    changes = {"preparer": "", "owner": "OFFICE"}
    cells = cells_of(
        GAP, COM=changes, ELE={"owner": "OFFICE"}, PHASE={"locator": "", "period": "2018-03"}
    )
    contents, *rest = open_blocks(cells, Options())
    assert isinstance(contents, Heading)
    assert contents.anchor == "open-OFFICE"
    assert [type(block) for block in rest] == [Table, Table, Table, Table]
    captions = [block.caption.text for block in rest if isinstance(block, Table) and block.caption]
    assert captions == [
        "gaps to close", "findings", "in the days ahead", "parts in what is not done"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "link",
    [
        *("owner", "decider", "handler", "presenter", "preparer", "consulted", "informed"),
        *("organiser", "producer", "funder"),
    ],
)
def test_whoever_has_a_part_is_listed(link: str) -> None:
    """By any link, until the item is done; who is not listed has nothing open."""
    for status, is_open in (("", True), ("draft", True), ("done", False)):
        part = make_item("plan", "NEW", status=status, **{link: "BODY"}, **CITED)
        cells = cells_of(make_item("actor", "BODY", **CITED), part)
        blocks = open_blocks(cells, Options({"toimija": ("BODY",)}))
        assert isinstance(blocks[0], Heading) is is_open
        if is_open:
            table = blocks[-1]
            assert isinstance(table, Table)
            assert [cell.entries[0].text for cell in table.rows[0]] == [
                cells.catalogue.vocabulary.links[link].incoming, "Plan NEW",
            ]  # fmt: skip


def test_inferred_part_is_marked() -> None:
    """As on the card of the actor."""
    cells = cells_of(COM={"inferred": "preparer"})
    ((_, part),) = _parts_table(cells, "OFFICE").rows[1:]
    assert part == Cell(State.INFERRED, (Entry("Component COM", "COM", "inferred by the editors"),))


def _parts_table(cells: Cells, actor: str) -> Table:
    """Return the last table of an actor."""
    table = open_blocks(cells, Options({"toimija": (actor,)}))[-1]
    assert isinstance(table, Table)
    return table


def test_demand_without_an_answer_is_open_for_whom_it_addresses() -> None:
    """With its force and who states it; an answered one is not."""
    demand = make_item("position", "DEM", force="demanded", addressee="BODY",
                       speaker="COUNCIL", **CITED)  # fmt: skip
    answered = make_item("position", "OLD", force="demanded", addressee="BODY", answer="COM",
                         **CITED)  # fmt: skip
    cells = cells_of(make_item("actor", "BODY", **CITED), demand, answered)
    heading, table = open_blocks(cells, Options({"toimija": ("BODY",)}))
    assert isinstance(heading, Heading)
    assert isinstance(table, Table)
    assert [[cell.entries[0].text for cell in row] for row in table.rows] == [
        ["Position DEM", "demanded", "Actor COUNCIL", "not recorded"]
    ]


def test_several_actors_have_a_table_of_contents() -> None:
    """It leads to the part of each."""
    cells = cells_of(COM={"preparer": ""}, PHASE={"locator": ""})
    blocks: tuple[Block, ...] = open_blocks(cells, Options())
    contents = blocks[0]
    assert isinstance(contents, Table)
    assert [row[0].entries[0].page for row in contents.rows] == ["#open-COUNCIL", "#open-OFFICE"]


def test_actor_can_be_chosen() -> None:
    """An actor without open matters is told to have none."""
    idle = cells_of(make_item("actor", "BODY", **CITED))
    (said,) = open_blocks(idle, Options({"toimija": ("BODY",)}))
    assert isinstance(said, Paragraph)
    assert said.entries[0].text == "Nothing is open."
    options = Options({"toimija": ("COUNCIL",)})
    heading, table, _ = open_blocks(cells_of(COM={"preparer": ""}), options)
    assert isinstance(heading, Heading)
    assert isinstance(table, Table)
    (row,) = table.rows
    assert row[0].entries[0].target == "COM"

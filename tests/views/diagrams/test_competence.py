"""Competence over time: terms, grounds, and the days for which nobody is responsible."""

from __future__ import annotations

from statutory.model.item import Item
from statutory.views.blocks import Diagram, Table
from statutory.views.cells import Cells
from statutory.views.diagrams.chart import ChartRow, Tone
from statutory.views.diagrams.competence import competence
from statutory.views.diagrams.competence_view import ACTORS, competence_blocks
from statutory.views.diagrams.reading import PROCEDURE
from statutory.views.options import REGIONS, Options
from tests.builders import make_item, run

WORK = Options({PROCEDURE: ("WORK",)})
ITEMS = (
    make_item("act", "ACT", legal_state="lapsed"),
    make_item("section", "SEC", based_on="ACT"),
    make_item(
        "actor",
        "FIRST",
        term="2017-07-01/2018-03",
        successor="SECOND",
        region="north",
        standing="unofficial",
    ),
    make_item("actor", "SECOND", term="2018-06/..", competence="SEC", region="north"),
    make_item("actor", "IDLE", term="2017", region="south"),
    make_item("procedure", "WORK"),
    make_item("phase", "HELD", part_of="WORK", period="2017-11/2018-02", owner="FIRST"),
    make_item("phase", "PART", part_of="WORK", period="2018-02/2018-07", owner="FIRST"),
    make_item("phase", "NOBODY", part_of="WORK", period="2018-01"),
)


def cells(*items: Item) -> Cells:
    """Return the cells of some items."""
    return Cells(run(items or ITEMS))


def rows(of: Cells, bodies: tuple[str, ...], steps: tuple[str, ...] = ()) -> dict[str, ChartRow]:
    """Return the rows of a chart by identifier."""
    items = of.catalogue.items
    found = competence(of, [items[id_] for id_ in bodies], [items[id_] for id_ in steps])
    assert found is not None
    return {row.entry.target: row for group in found.groups for row in group.rows}


def test_bodies_show_their_term_and_ground() -> None:
    """A body without a legal ground looks otherwise; a lapsed act is named as such."""
    found = rows(cells(), ("FIRST", "SECOND"))
    assert found["FIRST"].bars[0].tone is Tone.UNLAWFUL
    assert found["SECOND"].bars[0].tone is Tone.LAWFUL
    assert found["SECOND"].note == "2018-06/... Competence: Section SEC (lapsed)"
    assert [before.target for before in found["SECOND"].after] == ["FIRST"]


def vacant(row: ChartRow) -> list[str]:
    """Return the days of a row for which nobody is responsible."""
    spans = [bar.extent.possible for bar in row.bars if bar.tone is Tone.VACANT]
    return [f"{span.earliest}/{span.latest}" for span in spans]


def test_days_without_an_owner_are_marked() -> None:
    """Those after the owner's term too; who takes over in time would fill them."""
    found = rows(cells(), ("FIRST",), ("HELD", "PART", "NOBODY"))
    assert vacant(found["HELD"]) == []
    assert vacant(found["PART"]) == ["2018-04-01/2018-07-31"]
    assert vacant(found["NOBODY"]) == ["2018-01-01/2018-01-31"]


def test_owner_without_a_term_is_always_there() -> None:
    """Nothing is known against it."""
    owner = make_item("actor", "BODY")
    step = make_item("phase", "STEP", period="2018", owner="BODY")
    assert vacant(rows(cells(owner, step), ("BODY",), ("STEP",))["STEP"]) == []


def test_bodies_of_a_procedure_are_those_with_a_part_and_their_successors() -> None:
    """The table names them by their terms; a second one tells the days without an owner."""
    diagram, table = competence_blocks(cells(), WORK)
    assert isinstance(diagram, Diagram)
    assert [row[0].entries[0].target for row in diagram.table.rows] == ["FIRST", "SECOND"]
    assert isinstance(table, Table)
    assert [row[3].entries[0].text for row in table.rows] == [
        "–",
        "2018-01-01/2018-01-31",
        "2018-04-01/2018-07-31",
    ]
    assert {"lawful", "unlawful", "vacant"} <= {line.kind for line in diagram.legend}


def test_step_without_a_time_and_an_owner_has_nobody_all_the_time() -> None:
    """It does not look like a step that somebody is responsible for all the time."""
    body = make_item("actor", "BODY", competence="SEC")
    held = make_item("phase", "HELD", part_of="WORK", owner="BODY")
    bare = make_item("phase", "BARE", part_of="WORK")
    dated = make_item("phase", "DATED", part_of="WORK", period="2018", owner="FIRST")
    blocks = competence_blocks(cells(*ITEMS[:6], body, held, bare, dated), WORK)
    table = blocks[-1]
    assert isinstance(table, Table)
    told = {row[0].entries[0].target: row[3].entries[0].text for row in table.rows}
    assert told["BARE"] == "all the time"
    assert told["HELD"] == "–"


def test_bodies_can_be_chosen_by_region_or_by_name() -> None:
    """By region those that have a competence, decide or hand on their duties."""
    (north,) = competence_blocks(cells(), Options({REGIONS: ("north",)}))
    assert isinstance(north, Diagram)
    assert len(north.table.rows) == 2
    assert competence_blocks(cells(), Options({REGIONS: ("south",)})) == ()
    (named,) = competence_blocks(cells(), Options({ACTORS: ("IDLE",)}))
    assert isinstance(named, Diagram)
    assert len(named.table.rows) == 1


def test_bodies_without_terms_are_a_table() -> None:
    """There is nothing to draw."""
    body = make_item("actor", "BODY", competence="SEC")
    (table,) = competence_blocks(cells(body, *ITEMS[:2]), Options())
    assert isinstance(table, Table)


def test_time_that_nobody_tells_is_said_once() -> None:
    """In the place of the bar, not in the note as well."""
    late = make_item("phase", "LATE", part_of="WORK")
    row = rows(cells(*ITEMS, late), ("FIRST",), ("LATE",))["LATE"]
    assert row.absent == "the source does not say"
    assert row.note == "Owner: the source does not say"

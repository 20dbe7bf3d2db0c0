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
from statutory.views.register import said
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
    nobody = competence_blocks(cells(), Options({REGIONS: ("south",)}))
    assert nobody == said(cells(), "No body with a competence is recorded.")
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
    assert row.absent == "not recorded"
    assert row.note == "Owner: not recorded"


# Mandates -----------------------------------------------------------------------------------


def mandates(row: ChartRow) -> list[str]:
    """Return the terms behind the bars of a row."""
    spans = [extent.possible for extent in row.mandates]
    return [f"{span.earliest}/{span.latest}" for span in spans]


def test_steps_stand_on_the_terms_of_who_answers_for_them() -> None:
    """A step of nobody, or of a body without a known term, has no band: none is invented."""
    body = make_item("actor", "BODY")
    loose = make_item("phase", "LOOSE", period="2018", owner="BODY")
    found = rows(cells(*ITEMS, body, loose), ("FIRST",), ("PART", "NOBODY", "LOOSE"))
    assert mandates(found["PART"]) == ["2017-07-01/2018-03-31"]
    assert mandates(found["NOBODY"]) == mandates(found["LOOSE"]) == mandates(found["FIRST"]) == []


def test_who_takes_over_in_time_has_a_band_too() -> None:
    """The days for which nobody is responsible are those beyond all bands."""
    heir = make_item("actor", "HEIR", term="2018-04/2018-05")
    owner = make_item("actor", "OWNER", term="2017/2018-03", successor="HEIR")
    step = make_item("phase", "STEP", period="2018-03/2018-07", owner="OWNER")
    row = rows(cells(owner, heir, step), ("OWNER",), ("STEP",))["STEP"]
    assert mandates(row) == ["2017-01-01/2018-03-31", "2018-04-01/2018-05-31"]
    assert vacant(row) == ["2018-06-01/2018-07-31"]


def test_step_without_a_time_has_no_band() -> None:
    """There is nothing to see on it."""
    late = make_item("phase", "LATE", owner="FIRST")
    assert mandates(rows(cells(*ITEMS, late), ("FIRST",), ("LATE",))["LATE"]) == []


def bands(diagram: Diagram, target: str) -> list[list[str]]:
    """Return the bands and bars of a step in the order of painting, for each width."""
    found = []
    for pieces in diagram.drawings:
        things = (thing for piece in pieces for group in piece.shapes for thing in group.children)
        (link,) = (link for thing in things for link in thing.children if link.target == target)
        kinds = (dict(shape.attributes).get("class", "") for shape in link.children)
        painted = ("statutory-mandate", "statutory-may", "statutory-sure")
        found.append([kind for kind in kinds if kind.startswith(painted)])
    return found


def test_bands_are_painted_behind_the_bars() -> None:
    """What is only perhaps in the term is fainter; a term beyond the axis is not drawn."""
    open_ended = make_item("actor", "OPEN", term="2018-06/", region="north")
    past = make_item("actor", "PAST", term="2001", region="north")
    after = make_item("phase", "AFTER", part_of="WORK", period="2018-06/2018-07", owner="OPEN")
    gone = make_item("phase", "GONE", part_of="WORK", period="2018-06/2018-07", owner="PAST")
    options = Options({PROCEDURE: ("WORK",), ACTORS: ("FIRST",)})
    diagram, _ = competence_blocks(cells(*ITEMS, open_ended, past, after, gone), options)
    assert isinstance(diagram, Diagram)
    bar = ["statutory-may statutory-plain", "statutory-sure statutory-plain"]
    assert bands(diagram, "HELD") == [["statutory-mandate", *bar]] * 2
    faint = "statutory-mandate statutory-perhaps"
    assert bands(diagram, "AFTER") == [[faint, "statutory-mandate", *bar]] * 2
    assert bands(diagram, "GONE")[0][: len(bar)] == bar


def test_legend_has_bands_only_where_one_is_drawn() -> None:
    """Not where no owner has a term, nor where it is beyond the axis."""
    kinds = {}
    for name, term in (("known", "2018"), ("silent", ""), ("past", "2001")):
        body = make_item("actor", "BODY", competence="SEC", term=term)
        step = make_item("phase", "STEP", part_of="WORK", period="2018-03", owner="BODY")
        options = Options({PROCEDURE: ("WORK",), ACTORS: ("FIRST",)})
        diagram, _ = competence_blocks(cells(*ITEMS[:6], body, step), options)
        assert isinstance(diagram, Diagram)
        kinds[name] = {line.kind: line.text for line in diagram.legend}
    assert kinds["known"]["mandate"] == "the term of who is responsible"
    assert "mandate" not in kinds["silent"]
    assert "mandate" not in kinds["past"]

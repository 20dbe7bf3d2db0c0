"""A project need not have every role: no view and no card tells of what it has no name for."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest

from statutory.model.settings import Settings
from statutory.views.blocks import Block, Diagram, Facts, Figures, Heading, Row, Table
from statutory.views.card import card_of
from statutory.views.cells import Cells
from statutory.views.options import Options
from statutory.views.registry import VIEWS
from tests.builders import SETTINGS, make_gap, make_item, make_waiver, run, sound_items

CITED = {"sources": "SRC", "locator": "p. 1", "region": "north"}
ITEMS = [
    *sound_items(COM={"owner": "", "status": "draft"}, PHASE={"decider": "COUNCIL"}),
    make_gap(target="COM", field="owner"),
    make_waiver(),
    make_item("milestone", "MIL", period="2018-03", part_of="PLAN", **CITED),
    make_item("position", "POS", force="demanded", addressee="COUNCIL", **CITED),
    make_item("meeting", "MEE", period="2018-01-15", **CITED),
    make_item("decision", "DEC", concerns="COM", decider="COUNCIL", **CITED),
    make_item("service", "SER-1", producer="OFFICE", organiser="COUNCIL", **CITED),
    make_item("duty", "DUT", concerns="COM", kind="organising", owner="OFFICE", **CITED),
    make_item("risk", "RIS", stakeholder="OFFICE", **CITED),
    make_item("difference", "DIF", concerns="COM", kind="other", **CITED),
    make_item("element", "HOLE", based_on="SEC", region="state", owner="COUNCIL", period="2018",
              sources="SRC", locator="p. 2"),
]  # fmt: skip
NEEDED = {
    "tyypit": ("component", "phase", "element"),
    "menettely": ("PHASE",),
    "toimija": ("COUNCIL",),
    "lahde": ("SRC",),
}
ROLES = [
    (table, role.name)
    for table in ("types", "links", "fields")
    for role in dataclasses.fields(getattr(SETTINGS, table))
]


def without(table: str, role: str) -> Settings:
    """Return the settings of a project that has no name for a role."""
    roles = getattr(SETTINGS, table)
    nothing = () if table == "types" else ""
    changed = dataclasses.replace(roles, **{role: nothing})
    return dataclasses.replace(SETTINGS, **{table: changed})


def labels(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the words that stand before or above what blocks tell."""
    for block in blocks:
        if isinstance(block, Facts):
            yield from (row.label for row in block.rows)
        elif isinstance(block, Figures):
            yield from (figure.label for figure in block.figures)
        elif isinstance(block, Heading):
            yield block.entry.text
        elif isinstance(block, Diagram):
            yield from labels((block.table,))
        elif isinstance(block, Table):
            yield from block.headings
            assert {len(row) for row in block.rows} <= {len(block.headings)}


@pytest.mark.parametrize(("table", "role"), ROLES)
def test_what_has_no_name_has_no_row(table: str, role: str) -> None:
    """Neither a heading, a label of a fact nor a row of a card is empty."""
    cells = Cells(run(ITEMS, without(table, role)))
    nameless = [
        name
        for name, view in VIEWS.items()
        if not all(
            labels(view.blocks(cells, Options({option: NEEDED[option] for option in view.needs})))
        )
    ]
    assert nameless == []
    for item in cells.catalogue.own_items():
        card = card_of(cells, item)
        rows: tuple[Row, ...] = (*card.facts, *card.links)
        assert all(row.label and row.cell.entries for row in rows), item.id
        assert all(card.badges)


def test_card_of_a_project_without_roles_is_what_its_items_say() -> None:
    """No row says that anything is missing: nothing is asked for."""
    settings = dataclasses.replace(
        Settings(as_of=SETTINGS.as_of),
        links=dataclasses.replace(
            SETTINGS.links,
            **{field.name: "" for field in dataclasses.fields(SETTINGS.links)},
        ),
        fields=dataclasses.replace(
            SETTINGS.fields,
            **{field.name: "" for field in dataclasses.fields(SETTINGS.fields)},
        ),
    )
    cells = Cells(run(sound_items(), settings))
    card = card_of(cells, cells.catalogue.items["COM"])
    assert {row.label for row in card.facts} == {"region", "locator"}
    assert [row.label for row in card.links] == [
        "Implements", "Owner", "Part of", "Preparer", "Schedule", "Sources",
    ]  # fmt: skip

"""Registers of meetings, of the positions stated at them, and of the demands among these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statutory.model.item import Item
from statutory.views.blocks import Block, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import BY_TIME, Options, selected
from statutory.views.order import as_written
from statutory.views.register import Column, Columns, register, said, say


def meeting_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the register of meetings, and the positions handled in each."""
    types, link = cells.settings.types, cells.settings.links.handled_in
    meetings = selected(cells, options, cells.catalogue.of_types(types.meeting), order=BY_TIME)
    if not meetings:
        return said(cells, say("No meetings are recorded."))
    handled = (
        table
        for meeting in meetings
        for table in position_table(cells, _positions(cells, meeting), cells.reference(meeting))
    )
    return (*_of_meetings(cells, meetings), *handled, *_without_meeting(cells, options, link))


def demand_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the positions that ask for an answer, and how many of them have got one."""
    settings, columns = cells.settings, Columns(cells)
    positions = cells.catalogue.of_types(settings.types.position)
    force, answer = settings.fields.force, settings.links.answer
    asking = (item for item in positions if item.value(force) in settings.values.demand)
    demands = selected(cells, options, asking, order=BY_TIME)
    if not demands:
        return said(cells, say("No demands are recorded."))
    answered = sum(bool(cells.catalogue.linked(demand, answer)) for demand in demands)
    count = said(
        cells, say("Demands: {total}. Answered: {answered}."), total=len(demands), answered=answered
    )
    shown = (
        Column(cells.messages.text("demand"), lambda item: stated(cells.reference(item))),
        columns.field(force),
        columns.link(settings.links.speaker),
        columns.link(settings.links.addressee),
        columns.link(answer),
        columns.time(),
    )
    caption = Entry(cells.messages.text("Demands and their answers"))
    return (*count, *register(demands, shown, caption))


def position_table(
    cells: Cells, positions: Sequence[Item], caption: Entry | None
) -> tuple[Table, ...]:
    """Return positions with their force, who states them, to whom, and the answer."""
    columns, links = Columns(cells), cells.settings.links
    return register(
        positions,
        (
            columns.title(cells.settings.types.position),
            columns.field(cells.settings.fields.force),
            columns.link(links.speaker),
            columns.link(links.addressee),
            columns.link(links.answer),
        ),
        caption,
    )


def _of_meetings(cells: Cells, meetings: Iterable[Item]) -> tuple[Table, ...]:
    columns, links = Columns(cells), cells.settings.links
    return register(
        meetings,
        (
            columns.title(cells.settings.types.meeting),
            columns.region(),
            columns.time(),
            columns.free_link(links.part_of),
            columns.free_link(links.concerns),
            Column(
                cells.messages.text("positions"),
                lambda meeting: _count(cells, len(_positions(cells, meeting))),
            ),
        ),
        Entry(cells.messages.text("Meetings")),
    )


def _count(cells: Cells, number: int) -> Cell:
    return stated(str(number) if number else cells.messages.text("none are recorded"))


def _positions(cells: Cells, meeting: Item) -> list[Item]:
    """Return the positions handled in a meeting, in the order of the files."""
    linking = cells.catalogue.linking(meeting, cells.settings.links.handled_in)
    stated_there = (item for item in linking if item.type in cells.settings.types.position)
    return as_written(stated_there)


def _without_meeting(cells: Cells, options: Options, link: str) -> tuple[Table, ...]:
    """Return the positions of which nobody says at which meeting they were stated."""
    positions = cells.catalogue.of_types(cells.settings.types.position)
    others = (item for item in positions if not cells.catalogue.linked(item, link))
    caption = Entry(cells.messages.text("Positions whose meeting is not stated"))
    return position_table(cells, selected(cells, options, others), caption)

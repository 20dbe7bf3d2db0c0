"""Registers of meetings, of the positions stated at them, and of the demands among these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statutory.model.item import Item
from statutory.views.blocks import Block, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import BY_TIME, Options, selected
from statutory.views.order import as_written
from statutory.views.register import Column, Columns, said, say


def meeting_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the register of meetings, and the positions handled in each."""
    types = cells.settings.types
    meetings = selected(cells, options, cells.catalogue.of_types(types.meeting), order=BY_TIME)
    if not meetings:
        return said(cells, say("No meetings are recorded."))
    columns = Columns(cells, options)
    handled = (
        table
        for meeting in meetings
        for table in _position_table(
            cells, columns, _positions(cells, meeting), cells.reference(meeting)
        )
    )
    return (
        *_of_meetings(cells, columns, meetings),
        *handled,
        *_without_meeting(cells, columns, options),
    )


def demand_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the positions that ask for an answer, and how many of them have got one."""
    settings, columns = cells.settings, Columns(cells, options)
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
    return (*count, *columns.table(demands, shown, caption))


def _position_table(
    cells: Cells, columns: Columns, positions: Sequence[Item], caption: Entry | None
) -> tuple[Table, ...]:
    """Return positions with their force, who states them, to whom, and the answer."""
    links = cells.settings.links
    return columns.table(
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


def _of_meetings(cells: Cells, columns: Columns, meetings: Iterable[Item]) -> tuple[Table, ...]:
    links = cells.settings.links
    return columns.table(
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


def _without_meeting(cells: Cells, columns: Columns, options: Options) -> tuple[Table, ...]:
    """Return the positions of which nobody says at which meeting they were stated."""
    positions = cells.catalogue.of_types(cells.settings.types.position)
    link = cells.settings.links.handled_in
    others = (item for item in positions if not cells.catalogue.linked(item, link))
    caption = Entry(cells.messages.text("Positions whose meeting is not stated"))
    return _position_table(cells, columns, selected(cells, options, others), caption)

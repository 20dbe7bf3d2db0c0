"""The facts of the accessibility statement that the configuration gives."""

from __future__ import annotations

from statutory.model.coverage import State
from statutory.views.blocks import Facts, Row, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import Options


def statement_blocks(cells: Cells, _options: Options) -> tuple[Facts, ...]:
    """Return when the statement was made, of which content, and where feedback goes."""
    settings, say = cells.settings, cells.messages.text
    statement = settings.accessibility
    rows = (
        Row(say("statement made"), _given(cells, cells.time_text(statement.date))),
        Row(say("feedback to"), _given(cells, statement.feedback)),
        Row(say("content as of"), stated(cells.time_text(settings.as_of.isoformat()))),
        Row(say("law as of"), _given(cells, cells.time_text(settings.law_as_of))),
    )
    return (Facts(rows=rows),)


def _given(cells: Cells, text: str) -> Cell:
    """Return a text, or that the publisher has yet to give it."""
    if text:
        return stated(text)
    return Cell(State.MISSING, (Entry(cells.messages.text("the publisher has not given it")),))

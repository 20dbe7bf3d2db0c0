"""The annual clock on a page: its drawing, and its steps as a table."""

from __future__ import annotations

from statutory.model.item import Item
from statutory.views.blocks import Block, Diagram, LegendLine, Table, stated
from statutory.views.cells import Cell, Cells
from statutory.views.diagrams.clock import Clock, clock_of, steps_by_time
from statutory.views.diagrams.clock_drawing import clock_drawings
from statutory.views.diagrams.reading import certainty_lines, linked_or_missing, procedure_of
from statutory.views.options import Options
from statutory.views.register import said, say


def clock_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the annual clock of a procedure, and its steps as a table."""
    whole = procedure_of(cells, options)
    if whole is None:
        return ()
    table = clock_table(cells, whole)
    clock = clock_of(cells, whole)
    if clock is None:
        return (table,) if table.rows else said(cells, say("The procedure has no steps."))
    return (
        Diagram(
            name=cells.messages.fill("Annual clock: {title}", {"title": whole.title}),
            drawings=clock_drawings(clock),
            legend=_legend(cells, clock),
            table=table,
        ),
    )


def clock_table(cells: Cells, whole: Item) -> Table:
    """Return the steps of a procedure as a table, numbered as in the clock."""
    links, text = cells.settings.links, cells.messages.text
    outgoing = cells.catalogue.vocabulary.outgoing
    return Table(
        headings=(
            text("number"),
            text("step"),
            text("time"),
            outgoing(links.owner),
            outgoing(links.decider),
        ),
        rows=tuple(
            _table_row(cells, number, step)
            for number, (step, _) in enumerate(steps_by_time(cells, whole), start=1)
        ),
    )


def _table_row(cells: Cells, number: int, step: Item) -> tuple[Cell, ...]:
    return (
        stated(str(number)),
        stated(cells.reference(step)),
        cells.time(step),
        cells.owner(step),
        linked_or_missing(cells, step, cells.settings.links.decider),
    )


def _legend(cells: Cells, clock: Clock) -> tuple[LegendLine, ...]:
    drawn = {(arc.is_sure, step.is_inferred) for step in clock.steps for arc in step.arcs}
    lines = (
        *certainty_lines(cells, drawn),
        ("untimed", clock.untimed_text, any(not step.arcs for step in clock.steps)),
        ("as-of", clock.as_of_text, clock.as_of is not None),
    )
    return tuple(LegendLine(kind, said) for kind, said, is_used in lines if is_used)

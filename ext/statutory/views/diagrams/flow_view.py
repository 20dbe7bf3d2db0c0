"""The course of a procedure on a page: its drawing, and its steps as a table."""

from __future__ import annotations

from statutory.model.item import Item
from statutory.views.blocks import Block, Diagram, LegendLine, Table, stated
from statutory.views.cells import Cell, Cells
from statutory.views.diagrams.flow import Flow, Progress, flow_of
from statutory.views.diagrams.flow_drawing import flow_drawings
from statutory.views.diagrams.reading import linked_or_missing, procedure_of
from statutory.views.options import Options
from statutory.views.register import said, say


def flow_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the course of a procedure, or that it has no steps."""
    whole = procedure_of(cells, options)
    if whole is None:
        return ()
    flow = flow_of(cells, whole)
    if flow is None:
        return said(cells, say("The procedure has no steps."))
    return (
        Diagram(
            name=cells.messages.fill("Procedure: {title}", {"title": whole.title}),
            drawings=flow_drawings(flow),
            legend=_legend(cells, flow),
            table=_table(cells, flow),
        ),
    )


def _table(cells: Cells, flow: Flow) -> Table:
    settings, text = cells.settings, cells.messages.text
    outgoing = cells.catalogue.vocabulary.outgoing
    items = cells.catalogue.items
    return Table(
        headings=(
            text("step"),
            outgoing(settings.links.predecessor),
            outgoing(settings.links.owner),
            outgoing(settings.links.decider),
            text("time"),
            settings.label(settings.fields.status),
        ),
        rows=tuple(_row(cells, items[step.entry.target]) for step in flow.steps),
    )


def _row(cells: Cells, step: Item) -> tuple[Cell, ...]:
    settings = cells.settings
    status = step.value(settings.fields.status)
    return (
        stated(cells.reference(step)),
        linked_or_missing(cells, step, settings.links.predecessor),
        cells.owner(step),
        linked_or_missing(cells, step, settings.links.decider),
        cells.time(step),
        stated(settings.label(status)) if status else cells.missing(step, settings.fields.status),
    )


def _legend(cells: Cells, flow: Flow) -> tuple[LegendLine, ...]:
    """Return what the marks mean, of those that are used."""
    text = cells.messages.text
    progress = {step.progress for step in flow.steps}
    lines = (
        ("done", text("done"), Progress.DONE in progress),
        ("pending", text("pending"), Progress.PENDING in progress),
        (
            "unknown",
            text("how far it has come is not known"),
            Progress.UNKNOWN in progress,
        ),
        (
            "decides",
            text("a step in which something is decided"),
            any(step.deciders for step in flow.steps),
        ),
        ("arrow", text("comes after"), bool(flow.arrows)),
        ("inferred", text("an inferred order"), any(a.is_inferred for a in flow.arrows)),
    )
    return tuple(LegendLine(kind, said) for kind, said, is_used in lines if is_used)

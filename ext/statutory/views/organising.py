"""Who organises, who produces and who does the work of an authority, kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statutory.model.item import Item
from statutory.views.blocks import Block, Table
from statutory.views.cells import Cells, Entry
from statutory.views.options import Options, selected
from statutory.views.order import in_order
from statutory.views.register import Column, Columns, said, say


def organising_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return a table of the services, and one of the duties of each kind of the three."""
    types = cells.settings.types
    services = selected(cells, options, cells.catalogue.of_types(types.service))
    duties = selected(cells, options, cells.catalogue.of_types(types.duty))
    columns = Columns(cells, options)
    tables = (*_of_services(cells, columns, services), *_of_duties(cells, columns, duties))
    return tables or said(cells, say("No services, and no duties to organise or produce them."))


def _of_services(cells: Cells, columns: Columns, services: Sequence[Item]) -> tuple[Table, ...]:
    links = cells.settings.links
    return columns.table(
        services,
        (
            columns.title(cells.settings.types.service),
            columns.region(),
            columns.link(links.organiser),
            columns.link(links.producer),
            columns.place(),
        ),
        Entry(cells.messages.text("Services: who organises and who produces")),
    )


def _of_duties(cells: Cells, columns: Columns, duties: Sequence[Item]) -> Iterable[Table]:
    """Yield a table for each kind of duty that the division is of."""
    values, kind = cells.settings.values, cells.settings.fields.kind
    ways = (*values.organising, *values.producing, *values.authority_task)
    for value in in_order(cells, kind, dict.fromkeys(ways)):
        chosen = [duty for duty in duties if duty.value(kind) == value]
        caption = cells.messages.fill("Duties: {kind}", {"kind": cells.settings.label(value)})
        shown = _columns(cells, columns, value, chosen)
        yield from columns.table(chosen, shown, Entry(caption))


def _columns(
    cells: Cells, columns: Columns, value: str, duties: Sequence[Item]
) -> list[Column | None]:
    """Return the columns of a kind of duty; what only some kinds have where one of them does."""
    settings = cells.settings
    shown: list[Column | None] = [
        columns.title(settings.types.duty),
        columns.region(),
        columns.owner(),
    ]
    is_of_authority = value in settings.values.authority_task
    linked = cells.catalogue.linked
    if is_of_authority or any(linked(duty, settings.links.producer) for duty in duties):
        shown.append(columns.link(settings.links.producer))
    if is_of_authority:
        shown.append(columns.field(settings.fields.public_power))
        shown.append(columns.link(settings.links.based_on))
    return [*shown, columns.place()]

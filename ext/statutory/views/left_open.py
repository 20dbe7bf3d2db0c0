"""What is left open: gaps, differences between the sources, and waivers of checks."""

from __future__ import annotations

from collections.abc import Iterable

from statutory.checks.waiving import days_left, ends_soon
from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.views.blocks import Block, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import Options, selected
from statutory.views.order import grouped, in_order
from statutory.views.register import (
    KINDS,
    Column,
    Columns,
    by_region,
    said,
    say,
    value_cell,
)

MISSING = "kentat"
"""The option that lists the fields and links of which gaps are shown."""


def known_differences(catalogue: Catalogue) -> Iterable[str]:
    """Return the kinds of differences that the vocabulary lists or the differences have."""
    kind, types = catalogue.settings.fields.kind, catalogue.settings.types.difference
    schemas = (catalogue.vocabulary.schemas.get(type_, {}) for type_ in types)
    allowed = (value for schema in schemas if kind in schema for value in schema[kind].allowed)
    used = (item.value(kind) for item in catalogue.of_types(types))
    return [value for value in dict.fromkeys((*allowed, *used)) if value]


def gap_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the gaps of each region: what is missing, of which items, who could close it."""
    settings, columns, named = cells.settings, Columns(cells, options), options.names(MISSING)
    field = settings.fields.gap_field
    gaps = selected(cells, options, cells.catalogue.of_types(settings.types.gap))
    chosen = [gap for gap in gaps if not named or gap.value(field) in named]
    shown = (
        columns.title(settings.types.gap),
        Column(settings.label(field), lambda gap: _missing_name(cells, gap), field),
        columns.link(settings.links.gap_target),
        Column(cells.messages.text("could close it"), cells.owner, settings.links.owner),
        columns.place(),
    )
    tables = tuple(
        table
        for caption, some in by_region(cells, chosen)
        for table in columns.table(some, shown, caption)
    )
    return tables or said(cells, say("No gaps are recorded."))


def _missing_name(cells: Cells, gap: Item) -> Cell:
    """Return what pages call the field or link that a gap is of."""
    return stated(cells.name_label(gap.value(cells.settings.fields.gap_field)))


def difference_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the differences of each kind: what each concerns, and what settles it."""
    settings, columns, named = cells.settings, Columns(cells, options), options.names(KINDS)
    kind = settings.fields.kind
    found = selected(cells, options, cells.catalogue.of_types(settings.types.difference))
    groups = grouped(
        (item for item in found if not named or item.value(kind) in named),
        lambda item: item.value(kind),
    )
    shown = (
        Column(cells.messages.text("difference"), lambda item: stated(cells.reference(item))),
        columns.region(),
        columns.link(settings.links.concerns),
        Column(
            cells.messages.text("settled by"),
            lambda item: _settled(cells, item),
            settings.links.resolution,
        ),
        columns.place(),
    )
    tables = tuple(
        table
        for value in in_order(cells, kind, groups)
        for table in columns.table(groups[value], shown, Entry(_kind(cells, value)))
    )
    return tables or said(cells, say("No differences are recorded."))


def _kind(cells: Cells, value: str) -> str:
    label = cells.settings.label(value) if value else cells.messages.text("kind is not stated")
    return label[:1].upper() + label[1:]


def _settled(cells: Cells, item: Item) -> Cell:
    """Return what settles a difference, or that nothing does, which is no gap."""
    link = cells.settings.links.resolution
    if not cells.catalogue.linked(item, link):
        return stated(cells.messages.text("is not settled"))
    return cells.linked(item, link)


def waiver_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the waivers: of which check, why, by whom, until when, and what they silence."""
    settings, columns = cells.settings, Columns(cells, options)
    fields, links = settings.fields, settings.links
    waivers = selected(cells, options, cells.catalogue.of_types(settings.types.waiver))
    table = columns.table(
        waivers,
        (
            columns.title(settings.types.waiver),
            columns.field(fields.waiver_check),
            columns.link(links.waiver_target, lambda waiver: targets_cell(cells, waiver)),
            columns.field(fields.waiver_reason),
            columns.link(links.waiver_approver),
            columns.field(fields.waiver_expiry, lambda waiver: expiry_cell(cells, waiver)),
            Column(cells.messages.text("silences"), lambda waiver: _silenced(cells, waiver)),
        ),
        Entry(cells.messages.text("Waivers in force and expired")),
    )
    return table or said(cells, say("There are no waivers: no check is silenced."))


def targets_cell(cells: Cells, waiver: Item) -> Cell:
    """Return the items that a waiver names, or the pattern that it has instead."""
    pattern = waiver.value(cells.settings.fields.waiver_pattern)
    if pattern:
        return value_cell(cells, waiver, cells.settings.fields.waiver_pattern)
    return cells.linked(waiver, cells.settings.links.waiver_target)


def expiry_cell(cells: Cells, waiver: Item) -> Cell:
    """Return the last day of a waiver, and whether it has passed or is near."""
    field, left = cells.settings.fields.waiver_expiry, days_left(cells.catalogue, waiver)
    if left is None:
        return value_cell(cells, waiver, field)
    note = ""
    if ends_soon(cells.catalogue, waiver):
        note = cells.messages.text(say("expired") if left < 0 else say("expires soon"))
    return stated(cells.time_entry(waiver.value(field), note))


def _silenced(cells: Cells, waiver: Item) -> Cell:
    """Return the items whose findings a waiver silences, each with the field."""
    items = cells.catalogue.items
    entries = [
        cells.reference(items[finding.item], cells.settings.label(finding.field))
        for finding in cells.report.waived_findings
        if finding.waived_by == waiver.id and finding.item in items
    ]
    return stated(*dict.fromkeys(entries) or [Entry(cells.messages.text("nothing"))])

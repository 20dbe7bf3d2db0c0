"""What has changed since the last release: the items that are new, changed and removed."""

from __future__ import annotations

from collections.abc import Sequence

from statutory.views.blocks import Block, Heading, Paragraph, Table, stated
from statutory.views.cells import Cell, Cells, Entry

SHOWN = 10
"""How many items of a kind are named; the rest are counted."""


def change_blocks(cells: Cells) -> list[Block]:
    """Return what has changed since the snapshot; nothing where the project keeps none."""
    before, changes = cells.settings.released, cells.changes
    if before is None or changes is None:
        return []
    say = cells.messages.text
    day = {"day": before.as_of}
    heading = Heading(Entry(cells.messages.fill("Changed since the release as of {day}", day)))
    kinds = (
        (say("new"), [cells.reference(item) for item in changes.added]),
        (say("changed"), [cells.reference(item) for item in changes.changed]),
        (say("removed"), [Entry(was.title or id_) for id_, was in changes.removed]),
    )
    rows = tuple(
        (stated(kind), stated(str(len(entries))), _named(cells, entries))
        for kind, entries in kinds
        if entries
    )
    if not rows:
        return [heading, Paragraph((Entry(say("Nothing has changed.")),))]
    headings = (say("change"), say("items of this kind"), say("which"))
    return [heading, Table(headings=headings, rows=rows, plain=True)]


def _named(cells: Cells, entries: Sequence[Entry]) -> Cell:
    """Return the first entries, and how many more there are."""
    rest = len(entries) - SHOWN
    more = [Entry(cells.messages.fill("{count} more", {"count": rest}))] if rest > 0 else []
    return stated(*entries[:SHOWN], *more)

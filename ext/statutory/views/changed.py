"""What has changed since the last release: the items that are new, changed and removed."""

from __future__ import annotations

from collections.abc import Sequence

from statutory.model.changes import Changes
from statutory.model.item import Item
from statutory.model.snapshot import Snapshot
from statutory.views.blocks import Block, Heading, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import Options
from statutory.views.places import page_of_view
from statutory.views.register import said, say
from statutory.views.shares import region_label

CHANGES = "muutokset"
"""The directive of the view that lists all changes."""

SHOWN = 10
"""How many items of a kind are named where a page lists them all; the rest are counted."""


def change_blocks(cells: Cells) -> list[Block]:
    """Return what has changed since the snapshot; nothing where the project keeps none."""
    before, changes = cells.settings.released, cells.changes
    if before is None or changes is None:
        return []
    text = cells.messages.text
    sentence = say("Changed since the release as of {day}")
    if _is_of_same_day(cells, before):
        sentence = say("Changed since the release, which has the same as-of date, {day}")
    heading = Heading(Entry(cells.messages.fill(sentence, {"day": before.as_of})))
    kinds = {
        kind: [cells.reference(item) for item in items] for kind, items in _current(changes).items()
    }
    kinds["removed"] = [Entry(was.title or id_) for id_, was in changes.removed]
    rows = tuple(
        (stated(text(kind)), stated(str(len(entries))), _named(cells, kind, entries))
        for kind, entries in kinds.items()
        if entries
    )
    if not rows:
        return [heading, *said(cells, say("Nothing has changed."))]
    headings = (text("change"), text("items of this kind"), text("which"))
    return [heading, Table(headings=headings, rows=rows, plain=True)]


def since(cells: Cells, before: Snapshot) -> str:
    """Return since when things have changed."""
    sentence = say("since the release as of {day}")
    if _is_of_same_day(cells, before):
        sentence = say("since the release, which has the same as-of date, {day}")
    return cells.messages.fill(sentence, {"day": before.as_of})


def _is_of_same_day(cells: Cells, before: Snapshot) -> bool:
    """Say whether the content tells of the same day as the release, so that no time has passed."""
    return before.as_of == cells.settings.as_of


def _named(cells: Cells, kind: str, entries: Sequence[Entry]) -> Cell:
    """Return the first entries and a link to all; all of them where no page lists them."""
    page = page_of_view(cells.catalogue, CHANGES, _anchor(kind))
    rest = len(entries) - SHOWN
    if rest <= 0 or not page:
        return stated(*entries)
    more = Entry(cells.messages.fill("{count} more", {"count": rest}), page=page)
    return stated(*entries[:SHOWN], more)


def all_change_blocks(cells: Cells, _options: Options) -> tuple[Block, ...]:
    """Return every item that has changed since the snapshot, a table of each kind."""
    before, changes = cells.settings.released, cells.changes
    if before is None or changes is None:
        return said(cells, say("The project keeps no release to compare with."))
    tables = [_table(cells, kind, items) for kind, items in _current(changes).items() if items]
    if changes.removed:
        tables.append(_removed(cells, changes))
    return tuple(tables) or said(cells, say("Nothing has changed."))


def _current(changes: Changes) -> dict[str, Sequence[Item]]:
    """Return the items that are there, by the kind of change."""
    return {say("new"): changes.added, say("changed"): changes.changed}


def _table(cells: Cells, kind: str, items: Sequence[Item]) -> Table:
    """Return the items of one kind of change."""
    return _listed(
        cells,
        kind,
        tuple(
            (
                stated(cells.reference(item)),
                stated(_type(cells, item.type)),
                stated(region_label(cells, cells.catalogue.region_of(item))),
            )
            for item in items
        ),
    )


def _removed(cells: Cells, changes: Changes) -> Table:
    """Return the items that are there no more, as the release had them."""
    rows = tuple(
        (
            stated(Entry(was.title or id_)),
            stated(_type(cells, was.type)),
            stated(region_label(cells, was.region)),
        )
        for id_, was in changes.removed
    )
    return _listed(cells, say("removed"), rows)


def _listed(cells: Cells, kind: str, rows: tuple[tuple[Cell, ...], ...]) -> Table:
    text = cells.messages.text
    region = cells.settings.label(cells.settings.fields.region)
    return Table(
        caption=Entry(f"{text(kind)} ({len(rows)})"),
        anchor=_anchor(kind),
        headings=(text("item"), text("type"), region),
        rows=rows,
    )


def _type(cells: Cells, name: str) -> str:
    types = cells.catalogue.vocabulary.types
    return types[name].title if name in types else name


def _anchor(kind: str) -> str:
    return f"changes-{kind}"

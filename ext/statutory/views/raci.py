"""The responsibility matrix: who answers, does, is consulted and is informed.

Source of the method: PMI, A Guide to the Project Management Body of Knowledge, on the
responsibility assignment matrix.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from statutory.model.coverage import State
from statutory.model.item import Item
from statutory.model.raci import RaciPolicy
from statutory.views.blocks import Block, Paragraph, Table, stated
from statutory.views.cells import Cell, Cells, Entry
from statutory.views.options import TYPES, Options, selected
from statutory.views.order import as_written
from statutory.views.register import NOTHING, said, say
from statutory.views.responsibility import holders

SIDE = "nakokulma"
BY_ITEM, BY_ACTOR, CROSSED = "kohteet", "toimijat", "ristiin"
SIDES = (BY_ITEM, BY_ACTOR, CROSSED)
"""The option that says what the rows are, and what it may be."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One of the four letters.

    :param links: The links that give it to an actor.
    :param word: What it means, in one word.
    :param is_needed: Whether every item ought to give it to somebody.
    """

    letter: str
    word: str
    links: tuple[str, ...]
    is_needed: bool = False


Holders = Sequence[tuple[Item, bool]]
"""Who has a letter in an item, each with whether that is but inferred."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Some items, the letters, and who has which letter in which item.

    :param held: Who has a letter, by the identifier of the item and the letter.
    """

    items: Sequence[Item]
    letters: Sequence[Letter]
    held: Mapping[tuple[str, str], Holders]

    def holders(self, item: Item, letter: Letter) -> Holders:
        """Return who has a letter in an item."""
        return self.held[item.id, letter.letter]

    def actors(self) -> list[Item]:
        """Return the actors who have a letter, in the order of the files."""
        found = {holder.id: holder for holders in self.held.values() for holder, _ in holders}
        return as_written(found.values())


def raci_blocks(cells: Cells, options: Options) -> tuple[Block, ...]:
    """Return the responsibility matrix of the items that an author asks for, and its legend."""
    types = cells.settings.types
    asked = options.names(TYPES) or (*types.component, *types.element, *types.duty)
    items = selected(cells, options, cells.catalogue.of_types(asked))
    letters = letters_of(cells)
    held = {(item.id, it.letter): _holding(cells, item, it) for item in items for it in letters}
    matrix = Matrix(items, letters, held)
    if not any(held.values()):
        return said(cells, say("No one has a part in these items."))
    side = options.name(SIDE) or BY_ITEM
    if side == BY_ACTOR:
        table = _by_actor(cells, matrix)
    elif side == CROSSED:
        table = _crossed(cells, matrix)
    else:
        table = _by_item(cells, matrix)
    return (_legend(cells, letters), table)


def letters_of(cells: Cells) -> tuple[Letter, ...]:
    """Return the letters with the links that policy gives them, or else the roles."""
    links, policy = cells.settings.links, cells.settings.raci
    if policy == RaciPolicy():
        policy = RaciPolicy(
            accountable=(links.owner,),
            responsible=(links.preparer, links.presenter),
            consulted=(links.handler, links.consulted),
            informed=(links.informed,),
        )
    text = cells.messages.text
    return (
        Letter("A", text("is accountable"), _known(cells, policy.accountable), is_needed=True),
        Letter("R", text("is responsible"), _known(cells, policy.responsible), is_needed=True),
        Letter("C", text("is consulted"), _known(cells, policy.consulted)),
        Letter("I", text("is informed"), _known(cells, policy.informed)),
    )


def _known(cells: Cells, links: Iterable[str]) -> tuple[str, ...]:
    return tuple(link for link in links if link in cells.catalogue.vocabulary.links)


def _legend(cells: Cells, letters: Sequence[Letter]) -> Paragraph:
    """Return what each letter means and which links give it."""
    outgoing, none = cells.catalogue.vocabulary.outgoing, cells.messages.text("no link")
    meanings = (
        f"{letter.letter} {letter.word} ({', '.join(map(outgoing, letter.links)) or none})"
        for letter in letters
    )
    return Paragraph((Entry("; ".join(meanings)),))


def _holding(cells: Cells, item: Item, letter: Letter) -> Holders:
    """Return who has a letter in an item, each with whether that is but inferred."""
    surely: dict[str, bool] = {}
    for link in letter.links:
        for holder, said_by in holders(cells, item, link):
            inferred = cells.catalogue.is_inferred(said_by, link)
            surely[holder.id] = surely.get(holder.id, True) and inferred
    return [(cells.catalogue.items[id_], inferred) for id_, inferred in surely.items()]


def _marked(cells: Cells, found: Iterable[tuple[Item, bool]]) -> Cell:
    """Return items as a cell, each that is inferred marked as such."""
    pairs = list(found)
    word = cells.inferred_word()
    entries = tuple(cells.reference(item, word if inferred else "") for item, inferred in pairs)
    return Cell(State.INFERRED if all(one for _, one in pairs) else State.STATED, entries)


def _by_item(cells: Cells, matrix: Matrix) -> Table:
    """Return a row an item and a column a letter that anybody has or somebody ought to have."""
    used = [
        letter
        for letter in matrix.letters
        if (letter.links and letter.is_needed)
        or any(matrix.holders(item, letter) for item in matrix.items)
    ]
    return Table(
        caption=_caption(cells),
        headings=(
            cells.messages.text("item"),
            *(f"{letter.letter} {letter.word}" for letter in used),
        ),
        rows=tuple(
            (
                stated(cells.reference(item)),
                *(_part(cells, matrix, item, letter) for letter in used),
            )
            for item in matrix.items
        ),
    )


def _part(cells: Cells, matrix: Matrix, item: Item, letter: Letter) -> Cell:
    """Return who has a letter in an item.

    Somebody has to answer for it and to do the work: the source may not say who. Nobody
    has to be consulted or informed.
    """
    found = matrix.holders(item, letter)
    if not found and letter.is_needed:
        return cells.missing(item, letter.links[0])
    return _held(cells, found)


def _by_actor(cells: Cells, matrix: Matrix) -> Table:
    """Return a row an actor and a column a letter that anybody has."""
    held: dict[tuple[str, str], list[tuple[Item, bool]]] = {}
    for item in matrix.items:
        for letter in matrix.letters:
            for holder, inferred in matrix.holders(item, letter):
                held.setdefault((holder.id, letter.letter), []).append((item, inferred))
    used = [letter for letter in matrix.letters if any(one == letter.letter for _, one in held)]
    return Table(
        caption=_caption(cells),
        headings=(
            cells.messages.text("actor"),
            *(f"{letter.letter} {letter.word}" for letter in used),
        ),
        rows=tuple(
            (
                stated(cells.reference(actor)),
                *(_held(cells, held.get((actor.id, letter.letter), ())) for letter in used),
            )
            for actor in matrix.actors()
        ),
        dense=True,
    )


def _caption(cells: Cells) -> Entry:
    return Entry(cells.messages.text("Responsibility matrix"))


def _held(cells: Cells, found: Sequence[tuple[Item, bool]]) -> Cell:
    return _marked(cells, found) if found else NOTHING


def _crossed(cells: Cells, matrix: Matrix) -> Table:
    """Return a row an item, a column an actor, and letters where they cross."""
    actors = matrix.actors()
    return Table(
        caption=_caption(cells),
        headings=(cells.messages.text("item"), *(actor.title or actor.id for actor in actors)),
        rows=tuple(
            (
                stated(cells.reference(item)),
                *(_crossing(cells, matrix, item, actor) for actor in actors),
            )
            for item in matrix.items
        ),
    )


def _crossing(cells: Cells, matrix: Matrix, item: Item, actor: Item) -> Cell:
    """Return the letters of one actor in one item."""
    entries = [
        Entry(letter.letter, note=cells.inferred_word() if inferred else "")
        for letter in matrix.letters
        for holder, inferred in matrix.holders(item, letter)
        if holder.id == actor.id
    ]
    return Cell(State.STATED, tuple(entries)) if entries else NOTHING

"""The letters of the responsibility matrix: which links make an actor which of the four."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class RaciPolicy:
    """The links that give an actor each letter in an item.

    Source of the method: PMI, A Guide to the Project Management Body of Knowledge, on the
    responsibility assignment matrix.

    :param accountable: Links to who answers for the result.
    :param responsible: Links to who does the work.
    :param consulted: Links to who is heard or handles the matter before it is decided.
    :param informed: Links to who is told of it.
    """

    accountable: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    consulted: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()

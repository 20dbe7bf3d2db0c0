"""The registers by the names of their directives, with what each option may list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from statutory.views.actors import ACTOR, actor_card_blocks, actor_list_blocks
from statutory.views.blocks import Block
from statutory.views.cells import Cells
from statutory.views.decisions import decision_blocks
from statutory.views.left_open import (
    MISSING,
    difference_blocks,
    gap_blocks,
    known_differences,
    waiver_blocks,
)
from statutory.views.meetings import demand_blocks, meeting_blocks
from statutory.views.options import (
    SELECTING,
    TABULAR,
    Known,
    One,
    Options,
    known_actors,
    known_columns,
)
from statutory.views.organising import organising_blocks
from statutory.views.raci import SIDE, SIDES, raci_blocks
from statutory.views.register import KINDS
from statutory.views.risks import risk_blocks
from statutory.views.side_by_side import ROW_KINDS, ROWS, side_by_side_blocks
from statutory.views.source_places import SOURCE, known_sources, source_place_blocks
from statutory.views.traceability import SECTIONS, known_sections

Layout: TypeAlias = Callable[[Cells, Options], tuple[Block, ...]]


REGISTERS: Mapping[str, tuple[Layout, Mapping[str, Known]]] = {
    "raci": (raci_blocks, {**SELECTING, SIDE: One(lambda _: SIDES)}),
    "jarjestaminen": (organising_blocks, TABULAR),
    "paatokset": (decision_blocks, TABULAR),
    "kokoukset": (meeting_blocks, TABULAR),
    "vaatimukset": (demand_blocks, TABULAR),
    "riskit": (risk_blocks, SELECTING),
    "toimijat": (actor_list_blocks, TABULAR),
    "toimijakortti": (actor_card_blocks, {**SELECTING, ACTOR: known_actors}),
    "lahdekattavuus": (source_place_blocks, {**SELECTING, SOURCE: known_sources}),
    "rinnakkain": (
        side_by_side_blocks,
        {**SELECTING, SECTIONS: known_sections, ROWS: One(lambda _: ROW_KINDS)},
    ),
    "puutteet": (gap_blocks, {**TABULAR, MISSING: known_columns}),
    "erot": (difference_blocks, {**TABULAR, KINDS: known_differences}),
    "poikkeukset": (waiver_blocks, TABULAR),
}
"""What each directive shows, and what its options may list."""

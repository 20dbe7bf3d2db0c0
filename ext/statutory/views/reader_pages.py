"""The views of pages for a reader: board member, coordinator, auditor."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from statutory.views.blocks import Block
from statutory.views.cells import Cells
from statutory.views.changed import CHANGES, all_change_blocks
from statutory.views.coverage import GROUPING, coverage_blocks, known_groupings
from statutory.views.dashboard import dashboard_blocks
from statutory.views.lacking import lacking_blocks
from statutory.views.meeting_pack import pack_blocks
from statutory.views.new_item import new_item_blocks
from statutory.views.open_matters import ACTOR, known_actors, open_blocks
from statutory.views.options import (
    REGIONS,
    SELECTING,
    TABULAR,
    TYPES,
    Known,
    One,
    Options,
    known_regions,
    known_types,
)
from statutory.views.shares import LACKING
from statutory.views.summary import summary_blocks
from statutory.views.traceability import SECTIONS, known_sections
from statutory.views.trail import ELEMENTS, known_elements, trail_blocks

Layout = Callable[[Cells, Options], tuple[Block, ...]]

READER_PAGES: Mapping[str, tuple[Layout, Mapping[str, Known]]] = {
    "avoimet": (open_blocks, {ACTOR: known_actors, REGIONS: known_regions}),
    "kattavuus": (
        coverage_blocks,
        {SECTIONS: known_sections, REGIONS: known_regions, GROUPING: One(known_groupings)},
    ),
    "kokouspaketti": (
        pack_blocks,
        {**SELECTING, ACTOR: known_actors},
    ),
    LACKING: (lacking_blocks, {REGIONS: known_regions}),
    CHANGES: (all_change_blocks, {}),
    "tarkastuspolku": (
        trail_blocks,
        {ELEMENTS: known_elements, SECTIONS: known_sections, REGIONS: known_regions},
    ),
    "tiivistelma": (summary_blocks, TABULAR),
    "tilannekuva": (dashboard_blocks, {}),
    "uusikohde": (new_item_blocks, {TYPES: known_types, REGIONS: known_regions}),
}
"""The layout of each and what its options may list, by the names of their directives."""

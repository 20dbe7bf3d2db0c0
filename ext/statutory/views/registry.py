"""The views by the names of their directives.

A new view is a function from cells and options to blocks, in a module of its own, and an
entry here with the options that it takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from statutory.model.catalogue import Catalogue
from statutory.views.blocks import Block
from statutory.views.cells import Cells
from statutory.views.coverage import coverage_blocks
from statutory.views.options import (
    REGIONS,
    SELECTING,
    Known,
    Options,
    known_columns,
    known_regions,
)
from statutory.views.responsibility import COLUMNS, responsibility_blocks
from statutory.views.traceability import SECTIONS, trace_blocks


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """A view that a directive puts on a page.

    :param layout: Returns its blocks, of what is known and what the author asks for.
    :param options: What each option of the directive may list.
    """

    layout: Callable[[Cells, Options], tuple[Block, ...]]
    options: Mapping[str, Known] = field(default_factory=dict)


def _sections(catalogue: Catalogue) -> Iterable[str]:
    types = catalogue.settings.types
    return (item.id for item in catalogue.taken_over(types.section + types.act))


VIEWS: Mapping[str, View] = {
    "jaljitettavyys": View(
        layout=trace_blocks, options={SECTIONS: _sections, REGIONS: known_regions}
    ),
    "kattavuus": View(layout=coverage_blocks),
    "vastuunjako": View(
        layout=responsibility_blocks, options={**SELECTING, COLUMNS: known_columns}
    ),
}
"""The views by the names of their directives."""

"""The views by the names of their directives.

A new view is a function from cells and options to blocks, in a module of its own, and an
entry here with the options that it takes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from statutory.model.catalogue import Catalogue
from statutory.views.accessibility import statement_blocks
from statutory.views.blocks import Block
from statutory.views.cells import Cells
from statutory.views.diagrams.clock_view import clock_blocks
from statutory.views.diagrams.competence_view import ACTORS, competence_blocks
from statutory.views.diagrams.flow_view import flow_blocks
from statutory.views.diagrams.reading import PROCEDURE, known_procedures
from statutory.views.diagrams.timeline import KINDS, known_kinds, timeline_blocks
from statutory.views.options import (
    REGIONS,
    SELECTING,
    TABULAR,
    Known,
    Listed,
    OptionMistake,
    Options,
    known_actors,
    known_regions,
    mistakes_of,
)
from statutory.views.reader_pages import READER_PAGES
from statutory.views.registers import REGISTERS
from statutory.views.responsibility import responsibility_blocks
from statutory.views.traceability import SECTIONS, known_sections, trace_blocks


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """A view that a directive puts on a page.

    :param layout: Returns its blocks, of what is known and what the author asks for.
    :param options: What each option of the directive may list.
    """

    layout: Callable[[Cells, Options], tuple[Block, ...]]
    options: Mapping[str, Known] = field(default_factory=dict)


VIEWS: Mapping[str, View] = {
    **{name: View(layout=layout, options=known) for name, (layout, known) in REGISTERS.items()},
    **{name: View(layout=layout, options=known) for name, (layout, known) in READER_PAGES.items()},
    "aikajana": View(layout=timeline_blocks, options={**SELECTING, KINDS: known_kinds}),
    "jaljitettavyys": View(layout=trace_blocks, options={**TABULAR, SECTIONS: known_sections}),
    "menettelykaavio": View(layout=flow_blocks, options={PROCEDURE: known_procedures}),
    "toimivaltajana": View(
        layout=competence_blocks,
        options={
            REGIONS: known_regions,
            PROCEDURE: known_procedures,
            ACTORS: known_actors,
        },
    ),
    "vuosikello": View(layout=clock_blocks, options={PROCEDURE: known_procedures}),
    "saavutettavuus": View(layout=statement_blocks),
    "vastuunjako": View(layout=responsibility_blocks, options=TABULAR),
}
"""The views by the names of their directives."""


def mistakes_of_view(catalogue: Catalogue, name: str, listed: Listed) -> tuple[OptionMistake, ...]:
    """Return what the options of a view name that is not there, in the order written.

    :param listed: The options of its directive.
    """
    return tuple(mistakes_of(Options(listed), VIEWS[name].options, catalogue))

"""The views by the names of their directives.

A new view is a function from cells and options to blocks, in a module of its own, and an
entry here with the options that it takes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from statutory.model.catalogue import Catalogue
from statutory.views.accessibility import statement_blocks
from statutory.views.blocks import Block, named
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
    TYPES,
    Known,
    Listed,
    One,
    OptionMistake,
    Options,
    Wrong,
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
    :param needs: The options without which there is nothing to show.
    """

    layout: Callable[[Cells, Options], tuple[Block, ...]]
    options: Mapping[str, Known] = field(default_factory=dict)
    needs: tuple[str, ...] = ()

    def blocks(self, cells: Cells, options: Options) -> tuple[Block, ...]:
        """Return its blocks, without what the project has no name for."""
        return named(self.layout(cells, options))


OF_PROCEDURE: Mapping[str, Known] = {PROCEDURE: One(known_procedures)}
"""The option that names a procedure."""

VIEWS: Mapping[str, View] = {
    **{name: View(layout=layout, options=known) for name, (layout, known) in REGISTERS.items()},
    **{name: View(layout=layout, options=known) for name, (layout, known) in READER_PAGES.items()},
    "aikajana": View(layout=timeline_blocks, options={**SELECTING, KINDS: known_kinds}),
    "jaljitettavyys": View(layout=trace_blocks, options={**TABULAR, SECTIONS: known_sections}),
    "menettelykaavio": View(layout=flow_blocks, options=OF_PROCEDURE, needs=(PROCEDURE,)),
    "toimivaltajana": View(
        layout=competence_blocks,
        options={
            REGIONS: known_regions,
            PROCEDURE: known_procedures,
            ACTORS: known_actors,
        },
    ),
    "vuosikello": View(layout=clock_blocks, options=OF_PROCEDURE, needs=(PROCEDURE,)),
    "saavutettavuus": View(layout=statement_blocks),
    "vastuunjako": View(layout=responsibility_blocks, options=TABULAR, needs=(TYPES,)),
}
"""The views by the names of their directives."""


def mistakes_of_view(catalogue: Catalogue, name: str, listed: Listed) -> tuple[OptionMistake, ...]:
    """Return what is wrong with the options of a view: what it needs, then as written.

    :param listed: The options of its directive.
    """
    view = VIEWS[name]
    absent = (
        OptionMistake(option, wrong=Wrong.ABSENT) for option in view.needs if not listed.get(option)
    )
    return (*absent, *mistakes_of(Options(listed), view.options, catalogue))

"""What was refused of each page, noted when the page is read.

Sphinx keeps the notes with its environment, so that a cached build refuses what the build
did that read the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from sphinx.domains import Domain

from statutory.model.refusal import Hazard, Refusal

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from docutils import nodes
    from sphinx.environment import BuildEnvironment


class RefusalsDomain(Domain):
    """Keeps what was refused, by page."""

    name = "statutory-refusals"
    label = "statutory-refusals"
    data_version = 1
    initial_data: ClassVar[dict[str, Any]] = {"refusals": {}}

    @property
    def refusals(self) -> dict[str, list[Refusal]]:
        """What was refused of each page, in the order of its text."""
        refusals: dict[str, list[Refusal]] = self.data["refusals"]
        return refusals

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is read again or is gone."""
        self.refusals.pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what was refused of pages that another process has read."""
        found = otherdata["refusals"]
        self.refusals.update({name: found[name] for name in docnames if name in found})

    def resolve_any_xref(self, *_arguments: object) -> list[Any]:
        """Resolve nothing: nothing can be referred to."""
        return []


def refuse(env: BuildEnvironment, hazard: Hazard, node: nodes.Node, text: str) -> None:
    """Note that a node of the page that is being read was refused.

    :param text: What was written.
    """
    refuse_at(env, hazard, line_of(node), text)


def refuse_at(env: BuildEnvironment, hazard: Hazard, line: int, text: str) -> None:
    """Note that what stands on a line of the page that is being read was refused."""
    domain = env.get_domain(RefusalsDomain.name)
    if isinstance(domain, RefusalsDomain):
        path = env.doc2path(env.docname, base=False).as_posix()
        refusal = Refusal(hazard=hazard, path=path, line=line, text=text)
        domain.refusals.setdefault(env.docname, []).append(refusal)


def refusals_of(env: BuildEnvironment) -> tuple[Refusal, ...]:
    """Return what was refused, by the names of the pages and in the order of each."""
    domain = env.get_domain(RefusalsDomain.name)
    if not isinstance(domain, RefusalsDomain):
        return ()
    return tuple(one for name in sorted(domain.refusals) for one in domain.refusals[name])


def line_of(node: nodes.Node) -> int:
    """Return the line of a node, or of the nearest one around it that has a line; else 0."""
    around: nodes.Node | None = node
    while around is not None and not around.line:
        around = around.parent
    return around.line if around is not None and around.line else 0

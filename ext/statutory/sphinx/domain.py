"""The little state that survives between builds: which documents gave trouble.

Sphinx does not warn again of a document that it does not read again, so a second build
would pass where the first failed. Documents that gave warnings or findings of their files
are therefore read again in every build, until they give none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Never

from sphinx.domains import Domain

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx


class StatutoryDomain(Domain):
    """Keeps the names of the documents to read again."""

    name = "statutory"
    label = "Statutory"
    data_version = 1
    initial_data: ClassVar[dict[str, object]] = {"troubled": ()}

    @property
    def troubled(self) -> tuple[str, ...]:
        """The documents that gave warnings or findings when they were last read."""
        return tuple(self.data["troubled"])

    def set_troubled(self, docnames: Collection[str]) -> None:
        """Replace the documents to read again."""
        self.data["troubled"] = tuple(sorted(docnames))

    def clear_doc(self, docname: str) -> None:
        """Forget a document that is read again or removed."""
        self.set_troubled(set(self.troubled) - {docname})

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, object]) -> None:
        """Take nothing from a worker: only the main process knows of trouble."""

    def resolve_any_xref(  # type: ignore[override]  # whatever it is asked
        self, *_arguments: object, **_options: object
    ) -> list[Never]:
        """Resolve nothing: the domain has no objects to refer to."""
        return []


def setup_domain(app: Sphinx) -> None:
    """Register the domain."""
    app.add_domain(StatutoryDomain)

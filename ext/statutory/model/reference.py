"""References in running text that lead nowhere, and tables of contents that lead back."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from statutory.model.location import Location


class ReferenceKind(enum.Enum):
    """What a reference is meant to lead to."""

    ITEM = "an item"
    PART = "a part of an item"
    PAGE = "a page"
    FILE = "a file that is no page"
    PLACE = "a place on a page"
    TERM = "a term of the glossary"
    OTHER = "anything else, or it does not say what"


@dataclass(frozen=True, kw_only=True, slots=True)
class DeadReference:
    """A reference whose target does not exist.

    :param path: The file that it stands in, relative to the project's root.
    :param line: The line that Sphinx gives for it; 0 where it knows none.
    :param target: What it is to lead to, as Sphinx has read it.
    :param page: Of a place, the page that should have it: its path.
    :param known: What it could lead to instead, in the form in which it would be written; of
        items and pages that is left to those who know them.
    :param kind_of_warning: The type and subtype of the warning that Sphinx gives of it.
    :param warning: The text of that warning.
    """

    path: str
    line: int
    kind: ReferenceKind
    target: str
    page: str = ""
    known: tuple[str, ...] = ()
    kind_of_warning: str = ""
    warning: str = ""

    @property
    def text(self) -> str:
        """What stands in the file, by which its own line is found."""
        return self.target


@dataclass(frozen=True, kw_only=True, slots=True)
class Loop:
    """A table of contents that leads back to a page above it.

    :param location: The directive.
    :param pages: The pages on the way, by their paths: from the one that is led back to,
        to the one with the directive.
    """

    location: Location
    pages: tuple[str, ...]

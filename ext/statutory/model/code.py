"""What a build found in content that would be evaluated, fetched or drawn."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from statutory.model.location import Location

OUTSIDE_ITEM = "item"
"""The reason why a diagram cannot be drawn that does not stand in the body of an item."""

OUTSIDE_OUTPUT = "output"
"""The reason why a diagram cannot be saved that is to lie elsewhere than in the output."""


class CodeKind(enum.Enum):
    """What is done with a text of the content, if it is let through.

    - ``FILTER``: it is evaluated, and its names are the fields and links of items.
    - ``EXPRESSION``: it is evaluated with names that nobody knows beforehand.
    - ``PYTHON``: it is run as a program, or a function of a module is called.
    - ``FETCH``: what it names is fetched from another computer.
    - ``DIAGRAM``: it is a diagram at which the build would end; the text is the reason.
    """

    FILTER = "filter"
    EXPRESSION = "expression"
    PYTHON = "python"
    FETCH = "fetch"
    DIAGRAM = "diagram"


@dataclass(frozen=True, kw_only=True, slots=True)
class Code:
    """A text of the content that asks for more than being shown.

    :param name: The option, link, role or directive that it is written in.
    :param location: The first line of what it belongs to; its own line may be below.
    """

    kind: CodeKind
    name: str
    text: str
    location: Location

    @property
    def sort_key(self) -> tuple[object, ...]:
        """The total order of what a build found: by place, then by what it is."""
        return (self.location, self.name, self.kind.value, self.text)

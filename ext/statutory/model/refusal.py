"""What was taken out of content before it reached a page, since it could do harm there."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Hazard(enum.Enum):
    """What the content would have done."""

    RAW_HTML = "markup of its own on the page"


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal:
    """One thing that was refused.

    :param path: The file that it stands in, relative to the project's root.
    :param line: The first line of the block that it stands in; 0 where that is not known.
    :param text: What was written, as far as the parser kept it.
    """

    hazard: Hazard
    path: str
    line: int
    text: str

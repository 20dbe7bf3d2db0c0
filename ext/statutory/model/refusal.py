"""What was taken out of content before it reached a page, since it could do harm there."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Hazard(enum.Enum):
    """What the content would have done."""

    RAW_HTML = "put markup of its own on the page"
    ACTIVE_ADDRESS = "have a link run a program, or open something else than a page"
    REMOTE_PICTURE = "tell another server who reads the page"
    PAGE_SETTING = "hand a setting to the templates of the theme"
    METADATA = "speak to the browser in the head of the page"
    OUTSIDE_PROJECT = "publish or read a file from outside the project"
    NOT_CONTENT = "publish a file of the project that is neither a page nor a picture"
    ACTING_PICTURE = "have a drawing run a program where it is opened by itself"
    PAGE_NAME = "have the name of a page read as a part of a program"
    INSERTION = "put a whole file into the page"
    PROGRAM = "have a program of the machine draw something"


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

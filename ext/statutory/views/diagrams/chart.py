"""Charts: rows of bars over an axis of time, as data.

The timeline and the competence over time are such charts.
"""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass

from statutory.model.period import Span
from statutory.views.cells import Entry
from statutory.views.diagrams.axis import Axis
from statutory.views.diagrams.extent import Extent


class Tone(enum.Enum):
    """What a bar stands for; each has a look of its own."""

    PLAIN = "plain"
    NATIONAL = "national"
    LAWFUL = "lawful"
    UNLAWFUL = "unlawful"
    VACANT = "vacant"


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a row: solid where it surely is, faded where it may be.

    :param is_inferred: Whether no source gives the time, which is hatched instead of solid.
    """

    extent: Extent
    tone: Tone = Tone.PLAIN
    is_inferred: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ChartRow:
    """A thing with its bars.

    :param note: When it is or what more is to be said, below its title.
    :param absent: What stands in the place of the bars where there are none.
    :param after: What comes before it, with or without a row of its own.
    :param mandates: The terms of who answers for it, as bands behind its bars.
    """

    entry: Entry
    note: str = ""
    bars: tuple[Bar, ...] = ()
    absent: str = ""
    after: tuple[Entry, ...] = ()
    mandates: tuple[Extent, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ChartGroup:
    """Rows under a title.

    :param is_band: Whether they are the ground on which the others are to be seen.
    """

    title: str
    rows: tuple[ChartRow, ...]
    is_band: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """Groups of rows over one axis.

    :param after_text: What stands before the names of what comes before a row.
    :param as_of: The day at which all is judged, where it is on the axis.
    :param as_of_text: What the line of that day says.
    :param continued: What stands behind the title of a group that goes on on a new sheet.
    :param stripes: The days that are marked through all rows.
    :param language: The language of the names of months.
    """

    axis: Axis
    groups: tuple[ChartGroup, ...]
    after_text: str
    as_of: dt.date | None = None
    as_of_text: str = ""
    continued: str = ""
    stripes: tuple[Span, ...] = ()
    language: str = "en"

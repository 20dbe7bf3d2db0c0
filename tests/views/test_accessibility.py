"""The accessibility statement says what is configured, and what is not yet."""

from __future__ import annotations

import dataclasses
import datetime as dt

from statutory.model.coverage import State
from statutory.model.settings import StatementPolicy
from statutory.views.accessibility import statement_blocks
from statutory.views.cells import Cells
from statutory.views.options import Options
from tests.builders import SETTINGS, run


def statement_of(statement: StatementPolicy, law_as_of: str = "2025-02") -> dict[str, str]:
    """Return the rows of the statement; a missing one has a question mark before it."""
    settings = dataclasses.replace(
        SETTINGS, as_of=dt.date(2018, 1, 31), law_as_of=law_as_of, accessibility=statement
    )
    (facts,) = statement_blocks(Cells(run([], settings)), Options())
    return {
        row.label: "?" * (row.cell.state is State.MISSING) + row.cell.entries[0].text
        for row in facts.rows
    }


def test_what_is_configured_is_said() -> None:
    """The date, the address and both dates of the content are shown."""
    given = StatementPolicy(date="2025-03-04", feedback="feedback@example.org")
    assert statement_of(given) == {
        "statement made": "2025-03-04",
        "feedback to": "feedback@example.org",
        "content as of": "2018-01-31",
        "law as of": "2025-02",
    }


def test_what_is_not_configured_is_said_to_be_missing() -> None:
    """Nothing is made up for the publisher."""
    assert statement_of(StatementPolicy(), law_as_of="") == {
        "statement made": "?the publisher has not given it",
        "feedback to": "?the publisher has not given it",
        "content as of": "2018-01-31",
        "law as of": "?the publisher has not given it",
    }

"""reStructuredText: the lines of options."""

from __future__ import annotations

import pytest

from statutory.source.rst import option_lines

TEXT = """\
.. duty:: Budget
   of the year
   :id: D-1
   :when: 2024
      /2025
   :owner: B-1

   :body: a field list in the body

Text :id: here.
"""
LINES = TEXT.split("\n")


def test_options_stand_below_the_opening_line() -> None:
    """A title or a value of several lines does not end them; a blank line does."""
    assert option_lines(LINES, 1) == {"id": 3, "when": 4, "owner": 6}


@pytest.mark.parametrize("line", [-1, 0, 2, 3, 8, 10, 11, 12, 99])
def test_other_lines_open_nothing(line: int) -> None:
    """A line that is no opening one, or that is not there, has no options."""
    assert option_lines(LINES, line) == {}


def test_indented_directive_and_one_without_options() -> None:
    """A directive in a body is read alike; one with nothing below has no options."""
    assert option_lines(["   .. py:duty::", "      :id: D-1"], 1) == {"id": 2}
    assert option_lines([".. duty:: Budget"], 1) == {}

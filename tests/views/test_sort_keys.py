"""Times sort by when they begin and end, whatever the words of the language."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.views.cells import Cells
from tests.builders import SETTINGS, run

CELLS = Cells(run([], dataclasses.replace(SETTINGS, language="fi")))


@pytest.mark.parametrize(
    ("edtf", "key"),
    [
        ("2018-01-31", "2018-01-31/2018-01-31"),
        ("2018-02", "2018-02-01/2018-02-28"),
        ("2017-11/2019-06", "2017-11-01/2019-06-30"),
        ("2018/..", "2018-01-01/9999-12-31"),
        ("../2018", "0001-01-01/2018-12-31"),
        ("keväällä", ""),
    ],
)
def test_key_is_the_days_from_first_to_last(edtf: str, key: str) -> None:
    """The key is the widest reading; what is no time sorts by its words."""
    assert CELLS.time_entry(edtf).key == key


def test_keys_sort_as_the_calendar_does() -> None:
    """The days of December come before those of the next year's May."""
    texts = ["2018-05", "2017-12-31", "2017", "2018-04/2018-06"]
    in_order = sorted(texts, key=lambda text: CELLS.time_entry(text).key)
    assert in_order == ["2017", "2017-12-31", "2018-04/2018-06", "2018-05"]

"""Targets of links, against sphinx-needs' own reading of an option."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from sphinx_needs.need_item import NeedLink
from sphinx_needs.needs_schema import _split_link_list

from statutory.source.targets import Target, read_targets, written_targets

PROPERTY = settings(derandomize=True, deadline=None, max_examples=400)
MARK = 'mark.startswith("1a2b3c4d")'


@pytest.mark.parametrize(
    ("value", "targets"),
    [
        ("", []),
        (" , ;", []),
        ("A", [Target("A")]),
        ("A, B;C|D", [Target("A"), Target("B"), Target("C"), Target("D")]),
        (f"A[{MARK}]", [Target("A", "", MARK)]),
        (f"A[{MARK}], B[{MARK}] ,C", [Target("A", "", MARK), Target("B", "", MARK), Target("C")]),
        ("A.1[x]", [Target("A", "1", "x")]),
        ("A[[x[0] ]]", [Target("A", "", "x[0] ")]),
        ("A[]", [Target("A")]),
        ("[x]", [Target("[x]")]),
        ("A[x", [Target("A[x")]),
    ],
)
def test_targets_are_read(value: str, targets: list[Target]) -> None:
    """Separators part the targets; what stands in brackets is the condition."""
    assert list(read_targets(value)) == targets


def test_address_names_the_part() -> None:
    """An identifier with its part is what authors write."""
    assert [target.address for target in read_targets("A, B.2[x]")] == ["A", "B.2"]


@PROPERTY
@given(st.text("AB.[]x ,;|", max_size=20))
@example("A[[x]]")
@example("A [x]")
def test_reading_is_that_of_sphinx_needs(value: str) -> None:
    """Wherever sphinx-needs reads every target, the reading is the same."""
    links = list(_split_link_list(value, parse_dynamic_functions=False, parse_variants=False))
    assume(all(isinstance(link, NeedLink) for link in links))
    theirs = [
        (link.id, link.part or "", link.condition or "")
        for link in links
        if isinstance(link, NeedLink)
    ]
    assert [(it.id, it.part, it.condition) for it in read_targets(value)] == theirs


@PROPERTY
@given(st.text("AB.[]x ,;|", max_size=20))
def test_places_cut_the_value_at_its_targets(value: str) -> None:
    """Between the targets stand separators and spaces alone."""
    rest, end = "", 0
    for written in written_targets(value):
        text = value[written.start : written.end]
        assert text
        assert text == text.strip()
        rest += value[end : written.start]
        end = written.end
    assert set(rest + value[end:]) <= set(" ,;|")

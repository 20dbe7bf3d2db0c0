"""Sources: places in them, and what they can know."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.model.item import Item
from tests.builders import SETTINGS, make_item, run, sound_items


def found(check: str, *items: Item, law: str = "") -> list[str]:
    """Return the items in which one check finds something, once for each finding."""
    settings = dataclasses.replace(SETTINGS, law_as_of=law)
    report = run([*sound_items(), *items], settings)
    return [one.item for one in report.findings if one.check == check]


def source(id_: str = "S", **options: str) -> Item:
    """Return a source."""
    return make_item("source", id_, **options)


def plan(sources: str = "S", **options: str) -> Item:
    """Return a plan that cites some sources."""
    return make_item("plan", "I", concerns="PLAN", sources=sources, **options)


OUTLINE = "Preface; Part 1; Part 1, tasks; Part 2, tasks; Part 2, money"


@pytest.mark.parametrize(
    ("locator", "count"),
    [
        ("Preface", 0),
        ("Part 1, tasks, line 2", 0),
        ("Preface; Part 1", 0),
        ("Preface 2", 0),
        ("Part 2", 0),
        ("Part 2, lines 1 and 2", 0),
        ("Prefaces", 1),
        ("Par", 1),
        ("Part 3", 1),
        ("preface", 1),
        ("Part 3; Nowhere", 2),
        ("", 0),
    ],
)
def test_place_begins_with_a_heading_of_the_source(locator: str, count: int) -> None:
    """Or with what several headings begin with, up to a comma."""
    assert len(found("unknown-place", source(outline=OUTLINE), plan(locator=locator))) == count


@pytest.mark.parametrize(
    ("sources", "count"), [("S, T", 1), ("S, U", 0), ("U", 0), ("S, GONE", 0), ("T", 1)]
)
def test_place_of_several_sources_is_known_where_all_list_their_headings(
    sources: str, count: int
) -> None:
    """It may be a place of the source that lists none."""
    items = [source(outline=OUTLINE), source("T", outline="Other"), source("U")]
    assert len(found("unknown-place", *items, plan(sources, locator="Nowhere"))) == count


@pytest.mark.parametrize(
    ("published", "is_late"),
    [
        ("2018-01-31", False),
        ("2018-02-01", True),
        ("2018", False),
        ("2018-01", False),
        ("2019", True),
        ("soon", False),
        ("2019/2018", False),
        ("", False),
    ],
)
def test_source_from_after_the_day_is_found(published: str, *, is_late: bool) -> None:
    """A date that can be of the day itself is given the benefit of the doubt."""
    items = [source(published=published), plan(locator="p. 1")]
    assert found("future-source", *items) == (["S"] if is_late else [])


@pytest.mark.parametrize(
    ("law", "published", "is_late"),
    [
        ("2025-02", "2024", False),
        ("2025-02", "2025-03", True),
        ("", "2024", True),
        ("2025-02", "2017", False),
    ],
)
def test_source_of_the_law_alone_goes_by_the_date_of_the_law(
    law: str, published: str, *, is_late: bool
) -> None:
    """An act may be younger than the content that is compared with it."""
    act = make_item("act", "NEW", sources="S", locator="p. 1")
    items = [source(published=published), act]
    assert found("future-source", *items, law=law) == (["S"] if is_late else [])
    if published == "2024":
        cited = [*items, plan(locator="p. 1")]
        assert found("future-source", *cited, law=law) == ["S"]


@pytest.mark.parametrize(
    ("period", "status", "sources", "is_early"),
    [
        ("2018-01", "done", "S", True),
        ("2017-12", "done", "S", False),
        ("2017-11-30", "done", "S", False),
        ("2017-12-01", "done", "S", False),
        ("2017", "done", "S", False),
        ("2018-01", "draft", "S", False),
        ("2018-01", "", "S", False),
        ("2018-01", "done", "S, LATER", False),
        ("2018-01", "done", "S, UNDATED", False),
        ("2018-01", "done", "S, GONE", False),
        ("2018-01", "done", "S, OLD", True),
        ("", "done", "S", False),
    ],
)
def test_source_cannot_tell_of_what_came_later(
    period: str, status: str, sources: str, *, is_early: bool
) -> None:
    """Done is done by the latest of the sources, read as late as it can be."""
    items = [
        source(published="2017-12"),
        source("LATER", published="2018-01-31"),
        source("OLD", published="2016"),
        source("UNDATED"),
    ]
    item = plan(sources, locator="p. 1", period=period, status=status)
    assert found("premature-source", *items, item) == (["I"] if is_early else [])


@pytest.mark.parametrize("kind", ["act", "section", "element"])
def test_law_comes_into_force_after_it_is_published(kind: str) -> None:
    """That is no slip."""
    law = make_item(kind, "LAW", sources="S", locator="p", period="2018", status="done")
    assert found("premature-source", source(published="2017"), law) == []

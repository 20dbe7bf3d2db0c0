"""What holds of every catalogue, and what a slow and obvious reading of it finds.

Catalogues are small but nasty: links lead anywhere, also nowhere and in circles, times
cannot be read, gaps and waivers are unsound.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statutory.checks import CHECKS, run_checks
from statutory.checks.links import link_cycle
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Severity
from statutory.model.item import Item
from tests.builders import LINKS, SETTINGS, TYPES, make_catalogue, make_gap, make_item, make_waiver

IDS = [f"I{number}" for number in range(10)]
GRAPH = ("predecessor", "part_of", "schedule", "based_on", "implements")
PERIODS = ("2018", "2018-03", "2018-03~", "2018-06/2018-02", "2018-02/..", "March", "5/2018")
VALUES = {
    "region": ("state", "north", "south"),
    "period": PERIODS,
    "term": PERIODS,
    "locator": ("p. 1",),
    "owner_basis": ("source", "inferred"),
    "time_basis": ("source", "inferred"),
    "inferred": ("owner", "period, schedule"),
    "gap_field": ("owner", "period", "schedule", "preparer", "implements", "nothing"),
    "waiver_check": (*CHECKS, "no-such-check"),
    "waiver_reason": ("One", "two"),
    "waiver_expiry": ("2018-01-30", "2018-01-31", "2018-12-31", "2018/..", "later"),
}
POLICY = dataclasses.replace(SETTINGS, answers={"I1": ("north", "south"), "I2": ("south",)})

some = settings(max_examples=40, deadline=None, database=None, derandomize=True)


@st.composite
def an_item(draw: st.DrawFn, id_: str, ids: list[str]) -> Item:
    """Return an item with some options, its targets among some identifiers."""
    targets = st.lists(st.sampled_from(ids), min_size=1, max_size=2, unique=True).map(", ".join)
    links = draw(st.dictionaries(st.sampled_from(LINKS), targets, max_size=4))
    names = draw(st.lists(st.sampled_from(sorted(VALUES)), max_size=5, unique=True))
    fields = {name: draw(st.sampled_from(VALUES[name])) for name in names}
    return make_item(draw(st.sampled_from(TYPES)), id_, **links, **fields)


@st.composite
def an_excuse(draw: st.DrawFn, id_: str, ids: list[str]) -> Item:
    """Return a gap or a waiver of likely findings, sound but for one option perhaps."""
    targets = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=4, unique=True))
    region = draw(st.sampled_from(VALUES["region"]))
    if draw(st.booleans()):
        field = draw(st.sampled_from(VALUES["gap_field"]))
        return make_gap(id_, target=", ".join(targets), field=field, region=region)
    changes = {
        "region": region,
        "waiver_target": ", ".join(targets),
        "waiver_check": draw(st.sampled_from(("missing-owner", "missing-source", "orphan-item"))),
        "waiver_approver": draw(st.sampled_from(ids)),
    }
    for name in draw(st.lists(st.sampled_from(sorted(changes)), max_size=1)):
        changes[name] = ""
    return make_waiver(id_, **changes)


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Return a catalogue of five to twelve items, which link to some that do not exist."""
    ids = draw(st.lists(st.sampled_from(IDS), min_size=3, max_size=8, unique=True))
    items = [draw(an_item(id_, [*ids, "DEAD"])) for id_ in ids]
    excuses = [draw(an_excuse(f"E{number}", ids)) for number in range(draw(st.integers(2, 4)))]
    return make_catalogue([*items, *excuses], POLICY)


def with_items(catalogue: Catalogue, items: list[Item]) -> Catalogue:
    """Return a catalogue with other items."""
    return dataclasses.replace(catalogue, items={item.id: item for item in items})


def test_catalogues_hold_what_the_properties_are_about() -> None:
    """The generator is nasty enough: each kind of finding that matters comes up."""
    seen: set[str] = set()

    @some
    @given(catalogues())
    def collect(catalogue: Catalogue) -> None:
        for finding in run_checks(catalogue).findings:
            seen.add("waived" if finding.waived_by else finding.check)

    collect()
    assert {"waived", "open-gap", "unused-waiver", "link-cycle", *REFERENCES} <= seen


# Properties --------------------------------------------------------------------------------


@some
@given(catalogues())
def test_two_runs_find_the_same(catalogue: Catalogue) -> None:
    """The checks end, raise nothing and keep nothing."""
    assert run_checks(catalogue).findings == run_checks(catalogue).findings


@some
@given(st.data())
def test_order_of_the_items_does_not_matter(data: st.DataObject) -> None:
    """Whichever item is read first, the findings and their order are the same."""
    catalogue = data.draw(catalogues())
    shuffled = data.draw(st.permutations(list(catalogue.items.values())))
    assert run_checks(with_items(catalogue, shuffled)).findings == run_checks(catalogue).findings


@some
@given(catalogues())
def test_findings_are_in_a_total_order(catalogue: Catalogue) -> None:
    """Each finding comes before the next, and none comes twice."""
    keys = [finding.sort_key for finding in run_checks(catalogue).findings]
    assert all(first < second for first, second in itertools.pairwise(keys))


@some
@given(catalogues())
def test_findings_are_about_what_is_there(catalogue: Catalogue) -> None:
    """A finding is of a check, at a line of its item, or of the configuration file."""
    for finding in run_checks(catalogue).findings:
        assert finding.check in CHECKS
        assert finding.severity is CHECKS[finding.check].severity
        if finding.item:
            item = catalogue.items[finding.item]
            assert finding.location == item.option_location(finding.field)
        else:
            assert finding.location.path == catalogue.settings.path


@some
@given(catalogues())
def test_every_message_can_be_filled_in(catalogue: Catalogue) -> None:
    """The sentences find a value for each of their places."""
    for finding in run_checks(catalogue).findings:
        for message in (finding.message, *(related.message for related in finding.related)):
            assert message.text.format_map(message.values)


@some
@given(catalogues())
def test_gaps_and_waivers_are_those_of_the_catalogue(catalogue: Catalogue) -> None:
    """What answers or silences a finding speaks of its item, and a gap is only a note."""
    for finding in run_checks(catalogue).findings:
        assert (finding.check == "open-gap") is bool(finding.gap)
        if finding.gap:
            gap = catalogue.items[finding.gap]
            assert (gap.type, finding.severity) == ("gap", Severity.NOTE)
            assert finding.item in gap.targets("gap_target")
        if finding.waived_by:
            waiver = catalogue.items[finding.waived_by]
            assert (waiver.type, waiver.value("waiver_check")) == ("waiver", finding.check)
            assert finding.item in waiver.targets("waiver_target")


@some
@given(catalogues())
def test_waivers_hide_nothing(catalogue: Catalogue) -> None:
    """Were no waiver sound, the same would be found, only not waived."""
    never = dataclasses.replace(POLICY, as_of=dt.date.max)
    strict = run_checks(dataclasses.replace(catalogue, settings=never)).findings
    of_waivers = {item.id for item in catalogue.of_types(["waiver"])}
    as_found = [
        dataclasses.replace(finding, waived_by="")
        for finding in run_checks(catalogue).findings
        if finding.item not in of_waivers
    ]
    assert as_found == [finding for finding in strict if finding.item not in of_waivers]
    assert [finding for finding in strict if finding.waived_by] == []


@pytest.mark.parametrize(
    ("check", "link"),
    [("missing-owner", "owner"), ("missing-source", "sources"), ("missing-preparer", "preparer")],
)
@some
@given(data=st.data())
def test_adding_a_link_never_adds_that_it_is_missing(
    check: str, link: str, data: st.DataObject
) -> None:
    """Who answers one question more is not asked more; the item itself is no longer asked."""
    catalogue = data.draw(catalogues())
    chosen = data.draw(st.sampled_from(list(catalogue.items.values())))
    target = data.draw(st.sampled_from([*IDS, "DEAD"]))
    links = {**chosen.links, link: (*chosen.links.get(link, ()), target)}
    items = {**catalogue.items, chosen.id: dataclasses.replace(chosen, links=links)}

    def lacking(items: list[Item]) -> set[str]:
        report = run_checks(with_items(catalogue, items))
        return {
            finding.item
            for finding in report.findings
            if finding.check == check or (finding.check == "open-gap" and finding.field == link)
        }

    before, after = lacking(list(catalogue.items.values())), lacking(list(items.values()))
    assert after == before - {chosen.id}


# A slow and obvious reading ----------------------------------------------------------------


def without_owner(catalogue: Catalogue) -> Iterator[str]:
    """Yield the items that need an owner and link to none, not even a dead one."""
    for item in catalogue.items.values():
        if item.type in {"element", "component", "phase"} and not item.links.get("owner"):
            yield item.id


def without_timeline(catalogue: Catalogue) -> Iterator[str]:
    """Yield the items that need a time and find none by following schedules.

    Where the item's own link to a schedule is dead, that is the finding.
    """
    for item in catalogue.items.values():
        dead = any(id_ not in catalogue.items for id_ in item.links.get("schedule", ()))
        needs_time = item.type in {"element", "component", "phase"} and not dead
        if needs_time and not _finds_time(catalogue, item):
            yield item.id


def _finds_time(catalogue: Catalogue, item: Item) -> bool:
    """Say whether a text tells a time where the schedules of an item lead."""
    if item.fields.get("period"):
        return True
    reached = {item.id}
    ahead = [id_ for id_ in item.links.get("schedule", ()) if id_ in catalogue.items]
    while ahead:
        schedule = catalogue.items[ahead.pop()]
        if schedule.id in reached:
            continue
        reached.add(schedule.id)
        if schedule.fields.get("period"):
            return True
        alive = [id_ for id_ in schedule.links.get("schedule", ()) if id_ in catalogue.items]
        parts = [
            part.id
            for part in catalogue.items.values()
            if schedule.id in part.links.get("part_of", ())
        ]
        ahead += alive or parts
    return False


def with_dead_links(catalogue: Catalogue) -> Iterator[str]:
    """Yield the items of which a link leads to no item."""
    for item in catalogue.items.values():
        if any(id_ not in catalogue.items for ids in item.links.values() for id_ in ids):
            yield item.id


FIELDS_OF_GAPS = {"missing-timeline": "period", "missing-owner": "owner"}
REFERENCES: dict[str, Callable[[Catalogue], Iterator[str]]] = {
    "missing-owner": without_owner,
    "missing-timeline": without_timeline,
    "dead-link": with_dead_links,
}


@pytest.mark.parametrize("check", REFERENCES)
@some
@given(catalogue=catalogues())
def test_check_finds_what_the_slow_reading_finds(check: str, catalogue: Catalogue) -> None:
    """The same items are found, whether as findings, as gaps or as waived ones."""
    field = FIELDS_OF_GAPS.get(check, "")
    found = {
        finding.item
        for finding in run_checks(catalogue).findings
        if finding.item
        and (finding.check == check or (finding.check == "open-gap" and finding.field == field))
    }
    assert found == set(REFERENCES[check](catalogue))


def reachable(catalogue: Catalogue, link: str, start: str) -> set[str]:
    """Return the items that a link leads to from an item, in one step or more."""
    reached: set[str] = set()
    ahead = [start]
    while ahead:
        for id_ in catalogue.items[ahead.pop()].links.get(link, ()):
            if id_ in catalogue.items and id_ not in reached:
                reached.add(id_)
                ahead.append(id_)
    return reached


@st.composite
def graphs(draw: st.DrawFn) -> Catalogue:
    """Return a catalogue of items with many links of two kinds, so that circles overlap."""
    target = st.sampled_from([*IDS[:7], "DEAD"])
    targets = st.lists(target, max_size=3, unique=True).map(", ".join)
    return make_catalogue(
        [make_item("plan", id_, **{link: draw(targets) for link in GRAPH[:2]}) for id_ in IDS[:7]]
    )


@some
@given(graphs())
def test_circles_are_found_where_an_item_reaches_itself(catalogue: Catalogue) -> None:
    """What is reported is a circle, and no circle is without a report in its tangle."""
    ways = [
        (problem.field, str(problem.message.values["way"]).split(" → "))
        for problem in link_cycle(catalogue)
    ]
    for link, way in ways:
        steps = itertools.pairwise(way)
        assert all(after in catalogue.items[before].links[link] for before, after in steps)
        assert way[0] == way[-1] == min(way)
        assert len(set(way)) == len(way) - 1
    for link in GRAPH:
        reach = {id_: reachable(catalogue, link, id_) for id_ in catalogue.items}
        in_circles = {id_ for id_ in reach if id_ in reach[id_]}
        tangles = {
            frozenset(other for other in reach[id_] if id_ in reach[other]) for id_ in in_circles
        }
        told = {frozenset(way) for name, way in ways if name == link}
        assert all(any(way <= tangle for way in told) for tangle in tangles)
        assert bool(told) is bool(in_circles)

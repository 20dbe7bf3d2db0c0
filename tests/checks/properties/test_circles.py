"""Circles of links: each that is told is one, and none is without a report in its tangle."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from statutory.checks.handful import HANDFUL
from statutory.checks.links import link_cycle
from statutory.model.catalogue import Catalogue
from tests.builders import make_catalogue, make_item
from tests.checks.properties.plain import onward, to
from tests.generators import IDS, some

GRAPH = ("predecessor", "part_of", "schedule", "based_on", "implements")


@st.composite
def graphs(draw: st.DrawFn) -> Catalogue:
    """Return a catalogue of items with many links of two kinds, so that circles overlap."""
    target = st.sampled_from([*IDS[:7], "DEAD"])
    targets = st.lists(target, max_size=3, unique=True).map(", ".join)
    return make_catalogue(
        [make_item("plan", id_, **{link: draw(targets) for link in GRAPH[:2]}) for id_ in IDS[:7]]
    )


def reachable(catalogue: Catalogue, link: str, start: str) -> set[str]:
    """Return the items that a link leads to from an item, in one step or more."""
    item = catalogue.items[start]
    ahead = [onward(one, lambda it: to(catalogue, it, link)) for one in to(catalogue, item, link)]
    return set().union(*ahead)


@some
@given(graphs())
def test_circles_are_found_where_an_item_reaches_itself(catalogue: Catalogue) -> None:
    """What is reported is a circle, and no circle is without a report in its tangle.

    Of a long one the sentence leaves steps out where the dots stand.
    """
    problems = list(link_cycle(catalogue))
    for problem in problems:
        way = str(problem.message.values["way"]).split(" → ")
        steps = [step for step in itertools.pairwise(way) if "…" not in step]
        links = {before: catalogue.items[before].links[problem.field] for before, _ in steps}
        assert all(after in links[before] for before, after in steps)
        assert way[0] == way[-1] == min(problem.members)
        assert set(way) - {"…"} <= set(problem.members)
        assert ("…" in way) is (len(problem.members) > HANDFUL)
        assert len(set(problem.members)) == len(problem.members)
    for link in GRAPH:
        reach = {id_: reachable(catalogue, link, id_) for id_ in catalogue.items}
        in_circles = {id_ for id_ in reach if id_ in reach[id_]}
        tangles = {
            frozenset(other for other in reach[id_] if id_ in reach[other]) for id_ in in_circles
        }
        told = {frozenset(one.members) for one in problems if one.field == link}
        assert all(any(way <= tangle for way in told) for tangle in tangles)
        assert bool(told) is bool(in_circles)

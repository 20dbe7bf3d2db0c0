"""Decisions, what prepares them and who is heard: the checks against a slow reading."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from tests.checks.properties.plain import (
    References,
    coming,
    expected_by,
    found_by,
    is_dead,
    lacks,
    onward,
    own,
    to,
)
from tests.checks.properties.readings import can_precede, is_misread, is_over, time_of
from tests.checks.properties.worlds import BARE, PROCEDURE
from tests.generators import often, worlds


def without_decider(catalogue: Catalogue) -> Iterator[str]:
    """Yield the decisions that name no decider, not even a dead one."""
    return (item.id for item in own(catalogue, "decision") if lacks(catalogue, item, "decider"))


def parts_of(catalogue: Catalogue, whole: Item) -> list[Item]:
    """Return the parts of an item and their parts."""
    found = onward(whole, lambda one: coming(catalogue, one, "part_of"))
    return [one for one in found.values() if one is not whole]


def decides(item: Item) -> bool:
    """Say whether an item is a decision, or a step with a decider."""
    return item.type == "decision" or bool(item.links.get("decider"))


def before_preparation(catalogue: Catalogue) -> Iterator[str]:
    """Yield the decisions certainly over before what they decide on can be prepared."""
    for item in own(catalogue):
        in_procedure = any(
            one.type in {"procedure", "phase"} for one in to(catalogue, item, "part_of")
        )
        is_step = decides(item) and lacks(catalogue, item, "preparer") and in_procedure
        matters = _prepared(catalogue, item) if item.type == "decision" or is_step else ()
        is_early = any(_is_too_early(catalogue, item, steps) for steps in matters)
        if is_early and not is_misread(item):
            yield item.id


def _prepared(catalogue: Catalogue, decision: Item) -> Iterator[list[Item]]:
    """Yield the items that prepare a matter, for each matter that is decided on."""
    for item in to(catalogue, decision, "concerns"):
        if item.type == "component":
            yield [item]
    for item in to(catalogue, decision, "part_of"):
        if item.type in {"procedure", "phase"}:
            parts = parts_of(catalogue, item)
            yield [one for one in parts if one.links.get("preparer") and not decides(one)]


def _is_too_early(catalogue: Catalogue, decision: Item, steps: list[Item]) -> bool:
    """Say whether a decision is over before any of the steps can begin.

    A decision that a step, or the step's schedule, follows on is the one to begin the work.
    """
    times = [time_of(catalogue, step) for step in steps]
    following = onward(decision, lambda one: coming(catalogue, one, "predecessor"))
    if not times or not all(times):
        return False
    for step in steps:
        for one in (step, *to(catalogue, step, "schedule")):
            if one.id in following and one is not decision:
                return False
    first = min(day for time in times for day, _ in time)
    return is_over(time_of(catalogue, decision), first)


def without_hearing(catalogue: Catalogue) -> Iterator[str]:
    """Yield the decisions before which somebody who has to be heard was not heard."""
    for decision in own(catalogue, "decision"):
        named = to(catalogue, decision, "concerns", "part_of")
        about = [one for one in named if one.type != "decision"]
        elements = [
            element for one in (decision, *about) for element in to(catalogue, one, "implements")
        ]
        subjects = [*about, *elements]
        due = {one.id for subject in subjects for one in to(catalogue, subject, "consulted")}
        heard = {*decision.links.get("consulted", ())}
        for subject in (decision, *subjects):
            for position in coming(catalogue, subject, "concerns"):
                if position.type == "position" and _in_time(catalogue, position, decision):
                    heard |= {*position.links.get("speaker", ())}
        has_dead_link = any(is_dead(catalogue, decision, link) for link in decision.links)
        if due - heard and not has_dead_link:
            yield decision.id


def _in_time(catalogue: Catalogue, position: Item, decision: Item) -> bool:
    """Say whether a position can have been stated before a decision."""
    stated, decided = time_of(catalogue, position), time_of(catalogue, decision)
    return not stated or not decided or can_precede(stated, decided)


def undecided(catalogue: Catalogue) -> Iterator[str]:
    """Yield the procedures of their own in which something is prepared, nothing decided."""
    for item in own(catalogue, "procedure"):
        wholes = onward(item, lambda one: to(catalogue, one, "part_of")).values()
        if any(whole.type == "procedure" and whole is not item for whole in wholes):
            continue
        steps = [item, *parts_of(catalogue, item)]
        matters = [*steps, *to(catalogue, item, "concerns")]
        deciding = [one for matter in matters for one in coming(catalogue, matter, "concerns")]
        is_decided = any(map(decides, matters)) or any(one.type == "decision" for one in deciding)
        if any(one.links.get("preparer") for one in steps) and not is_decided:
            yield item.id


REFERENCES: References = {
    "decision-without-decider": without_decider,
    "decision-before-preparation": before_preparation,
    "decision-without-hearing": without_hearing,
    "undecided-procedure": undecided,
}


@often
@given(worlds(PROCEDURE, [BARE]))
def test_checks_find_what_the_slow_reading_finds(catalogue: Catalogue) -> None:
    """Decisions that are missing or come too early are found on the same items."""
    assert found_by(catalogue, REFERENCES) == expected_by(catalogue, REFERENCES)

"""The course of a procedure: its steps in the order that the sources state, with their state."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from statutory.model.item import Item
from statutory.views.cells import Cells, Entry
from statutory.views.diagrams.reading import (
    entry_text,
    linked_or_missing,
    names_of,
    steps_of,
    time_text,
)


class Progress(enum.Enum):
    """How far a step has come."""

    DONE = "done"
    PENDING = "pending"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True, slots=True)
class FlowStep:
    """A step of a procedure.

    :param rank: How many steps have to come before it, at the longest way.
    :param status: Its state, in words.
    :param deciders: Who decides in it, in words; empty where nobody does.
    :param holder: Who answers for it, in words.
    :param condition: On what condition it is taken; empty for none.
    :param parts: The steps that it consists of.
    :param awaits: What has to come before it and is no step of this procedure.
    """

    entry: Entry
    rank: int
    progress: Progress
    status: str
    time: str
    holder: str
    deciders: str = ""
    condition: str = ""
    parts: tuple[Entry, ...] = ()
    awaits: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """From a step to one that comes after it."""

    before: str
    after: str
    is_inferred: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Flow:
    """The steps of a procedure in order, with the arrows between them.

    :param words: What the labels of a step are called: of its owner, decider, state,
        condition, and of what it waits for.
    :param loose: The identifiers of the steps whose place in the order nobody states.
    """

    steps: tuple[FlowStep, ...]
    arrows: tuple[Arrow, ...]
    words: Mapping[str, str]
    loose: frozenset[str] = frozenset()


def flow_of(cells: Cells, whole: Item) -> Flow | None:
    """Return the course of a procedure; ``None`` where it has no steps.

    Steps that nothing comes before or after stand as they are written.
    """
    catalogue, links = cells.catalogue, cells.settings.links
    steps = steps_of(catalogue, whole)
    if not steps:
        return None
    ids = {step.id for step in steps}
    before = {
        step.id: [one.id for one in catalogue.linked(step, links.predecessor) if one.id in ids]
        for step in steps
    }
    ranks = ranks_of(before)
    arrows = tuple(
        Arrow(former, step.id, catalogue.is_inferred(step, links.predecessor))
        for step in steps
        for former in before[step.id]
        if ranks[former] < ranks[step.id]
    )
    tied = {id_ for arrow in arrows for id_ in (arrow.before, arrow.after)}
    ordered = sorted(enumerate(steps), key=lambda pair: (ranks[pair[1].id], pair[0]))
    return Flow(
        steps=tuple(_step(cells, step, ranks[step.id], ids) for _, step in ordered),
        arrows=arrows,
        words=_words(cells),
        loose=frozenset(ids - tied),
    )


def ranks_of(before: Mapping[str, Sequence[str]]) -> Mapping[str, int]:
    """Return the longest way to each step, in steps.

    Steps that wait for each other have no order; all ranks are 0 then.
    """
    ranks = dict.fromkeys(before, 0)
    try:
        order = tuple(TopologicalSorter(before).static_order())
    except CycleError:
        return ranks
    for id_ in order:
        ranks[id_] = max((ranks[former] + 1 for former in before[id_]), default=0)
    return ranks


def _step(cells: Cells, step: Item, rank: int, ids: set[str]) -> FlowStep:
    catalogue, settings = cells.catalogue, cells.settings
    links, values = settings.links, settings.values
    status = step.value(settings.fields.status)
    progress = Progress.PENDING if status in values.pending else Progress.UNKNOWN
    has_decider = bool(catalogue.linked(step, links.decider))
    return FlowStep(
        entry=cells.reference(step),
        rank=rank,
        progress=Progress.DONE if status in values.done else progress,
        status=settings.label(status) or names_of(cells.missing(step, settings.fields.status)),
        time=time_text(cells, step),
        holder=names_of(cells.owner(step)),
        deciders=names_of(linked_or_missing(cells, step, links.decider)) if has_decider else "",
        condition=step.value(settings.fields.condition),
        parts=tuple(map(cells.reference, steps_of(catalogue, step))),
        awaits=tuple(
            cells.reference(other)
            for other in catalogue.linked(step, links.predecessor)
            if other.id not in ids
        ),
    )


def _words(cells: Cells) -> Mapping[str, str]:
    outgoing, settings = cells.catalogue.vocabulary.outgoing, cells.settings
    return {
        "time": cells.messages.text("time"),
        "owner": outgoing(settings.links.owner),
        "decider": outgoing(settings.links.decider),
        "status": settings.label(settings.fields.status),
        "condition": settings.label(settings.fields.condition),
        "awaits": cells.messages.text("waits for"),
        "loose": cells.messages.text("the order of these is not stated"),
    }


def said_of(flow: Flow, step: FlowStep) -> tuple[str, ...]:
    """Return what is said of a step below its title, a line each."""
    words = flow.words
    facts = (
        (words["condition"], step.condition),
        (words["decider"], step.deciders),
        (words["owner"], step.holder),
        (words["time"], step.time),
        (words["status"], step.status),
        (words["awaits"], ", ".join(map(entry_text, step.awaits))),
    )
    return tuple(f"{name}: {text}" for name, text in facts if text)

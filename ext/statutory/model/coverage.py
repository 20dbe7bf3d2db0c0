"""Coverage: who has to answer for a statutory element, and how well it is answered."""

from __future__ import annotations

import enum

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item


class State(enum.Enum):
    """How a thing that the law demands is known; only *stated* counts as covered."""

    STATED = "stated"
    INFERRED = "inferred"
    WAIVED = "waived"
    MISSING = "missing"


def answering_regions(catalogue: Catalogue, element: Item) -> tuple[str, ...]:
    """Return the regions that have to answer for a statutory element, in order.

    They are those that policy names for the element's section, or else every region that
    mentions the element or its section; a section that nobody mentions binds no region.
    An element of a project without regions is for the whole project, named by an empty
    text, to answer.
    """
    settings = catalogue.settings
    own = catalogue.region_of(element)
    if not own:
        return ("",)
    sections = catalogue.linked(element, settings.links.based_on)
    named = [region for part in sections for region in settings.answers.get(part.id, ())]
    if named:
        return tuple(sorted(set(named)))
    legal = settings.types.act + settings.types.section + settings.types.element
    mentions = {
        catalogue.region_of(item)
        for mentioned in (element, *sections)
        for _, item in catalogue.links_to(mentioned)
        if item.type not in legal
    }
    return tuple(sorted(mentions - {own, ""}))


def answers(catalogue: Catalogue, element: Item, region: str) -> tuple[Item, ...]:
    """Return the items of a region that implement a statutory element, in order."""
    link = catalogue.settings.links.implements
    return tuple(
        item for item in catalogue.linking(element, link) if catalogue.region_of(item) == region
    )

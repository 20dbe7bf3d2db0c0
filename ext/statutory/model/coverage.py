"""Coverage: who has to answer for a statutory element, and how well it is answered."""

from __future__ import annotations

import enum
import functools
from collections.abc import Iterable, Iterator

from statutory.model.catalogue import Catalogue
from statutory.model.evidence import Evidence
from statutory.model.finding import Finding
from statutory.model.item import Item
from statutory.model.reach import reached
from statutory.model.report import Report

_MEASURED = ("owner", "preparer", "sources")
"""The roles of the links whose coverage is measured, beside the time and the implementation."""


class State(enum.Enum):
    """How a thing that is demanded is known; only *stated* counts as covered."""

    STATED = "stated"
    INFERRED = "inferred"
    WAIVED = "waived"
    MISSING = "missing"


class Coverage:
    """The states of what is demanded, judged by one report."""

    def __init__(self, report: Report) -> None:
        """Index the findings of the report by item, field and region."""
        self.catalogue = report.catalogue
        self._findings: dict[tuple[str, str, str], Finding] = {}
        for finding in report.findings:
            key = (finding.item, finding.field, finding.region)
            self._findings.setdefault(key, finding)
        self._waivers: dict[str, list[str]] = {}
        for finding in report.waived_findings:
            self._waivers.setdefault(finding.item, []).append(finding.waived_by)

    def finding(self, item: Item, name: str, region: str = "") -> Finding | None:
        """Return what was found of a field or link of an item, or ``None``."""
        return self._findings.get((item.id, name, region))

    def waivers(self, item: Item) -> tuple[Item, ...]:
        """Return the waivers that silence findings of an item, those by a pattern among them."""
        items, ids = self.catalogue.items, dict.fromkeys(self._waivers.get(item.id, ()))
        return tuple(items[id_] for id_ in ids if id_ in items)

    def state(self, item: Item, name: str) -> State:
        """Return how an item's field or link is known.

        A period stands for the time as a whole, whether the item states it or a schedule.
        """
        fields, links = self.catalogue.settings.fields, self.catalogue.settings.links
        roles = (one for one in _MEASURED if getattr(links, one) == name)
        if name == fields.period and not item.value(name):
            known = self.catalogue.has_time(item)
            inferred = self.catalogue.is_inferred(item, links.schedule)
        else:
            role = next(roles, "")
            known = bool(item.value(name) or self.catalogue.linked(item, name, role=role))
            inferred = self.catalogue.is_inferred(item, name)
        if not known:
            return self._absent(item, name)
        return State.INFERRED if inferred else State.STATED

    def implementation(self, element: Item, region: str) -> State:
        """Return how a statutory element is answered in a region.

        Of several items that implement it the surest decides.
        """
        found = answers(self.catalogue, element, region)
        if not found:
            return self._absent(element, self.catalogue.settings.links.implements, region)
        states = [self.answer(item, element) for item in found]
        return State.STATED if State.STATED in states else State.INFERRED

    def answer(self, item: Item, element: Item) -> State:
        """Return how it is known that an item implements a statutory element.

        What only restates the law is no more than an inference from it.
        """
        if self.catalogue.is_inferred(item, self.catalogue.settings.links.implements):
            return State.INFERRED
        return State.INFERRED if self.evidence.restates(item, element) else State.STATED

    @functools.cached_property
    def evidence(self) -> Evidence:
        """Which answers to the law rest on the law alone."""
        return Evidence(self.catalogue)

    def _absent(self, item: Item, name: str, region: str = "") -> State:
        finding = self.finding(item, name, region)
        return State.WAIVED if finding and finding.waived_by else State.MISSING


def answering_regions(catalogue: Catalogue, element: Item) -> tuple[str, ...]:
    """Return the regions that have to answer for a statutory element, in order.

    They are those that policy names for the element's section, or else those that it names
    for all, or else every region that mentions the element or its section. Where it names
    none, a section that nobody mentions binds no region.
    An element of a project without regions is for the whole project, named by an empty
    text, to answer. Nobody has to answer for what does not bind.
    """
    settings = catalogue.settings
    if not is_binding(catalogue, element):
        return ()
    own = catalogue.region_of(element)
    if not own:
        return _in_order(settings.answers_by_default) or ("",)
    sections = catalogue.linked(element, settings.links.based_on)
    named = [region for part in sections for region in settings.answers.get(part.id, ())]
    if named or settings.answers_by_default:
        return _in_order(named or settings.answers_by_default)
    mentions = {
        region
        for mentioned in (element, *sections)
        for region in catalogue.regions_mentioning.get(mentioned.id, ())
    }
    return tuple(sorted(mentions - {own, "", *settings.values.national}))


def _in_order(regions: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(regions)))


def unbound_elements(catalogue: Catalogue) -> Iterator[Item]:
    """Yield the statutory elements that no region has to answer, in order.

    Without the link by which elements are implemented, nobody is asked for anything.
    """
    settings = catalogue.settings
    for element in catalogue.taken_over(
        settings.types.element if settings.links.implements else ()
    ):
        if not answering_regions(catalogue, element):
            yield element


def is_binding(catalogue: Catalogue, element: Item) -> bool:
    """Say whether an act that binds stands behind a statutory element.

    All acts bind where policy names none. An element that leads to no act binds, so that a
    link that is lost does not take it out of coverage.
    """
    binding = catalogue.settings.binding
    if not binding:
        return True
    link, types = catalogue.settings.links.based_on, catalogue.settings.types.act
    bases = reached(element, lambda item: catalogue.linked(item, link))
    acts = [basis.id for basis in bases if basis.type in types]
    return not acts or any(act in binding for act in acts)


def answers(catalogue: Catalogue, element: Item, region: str) -> tuple[Item, ...]:
    """Return the items of a region that implement a statutory element, in order."""
    link = catalogue.settings.links.implements
    return tuple(
        item
        for item in catalogue.linking(element, link, role="implements")
        if catalogue.region_of(item) == region
    )

"""Links: from the law to the item, from the item to its source, and none into the void."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from statutory.checks.handful import HANDFUL, places
from statutory.checks.nearest_target import NearestTargets, types_at_end
from statutory.checks.registry import READ_RIGHT, Problem, check, of_item
from statutory.model.catalogue import Catalogue
from statutory.model.circles import circles
from statutory.model.coverage import answering_regions, answers, is_binding, unbound_elements
from statutory.model.evidence import Evidence
from statutory.model.finding import Message, Related, Severity
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.relations import Fault
from statutory.model.settings import Settings

_NOT_THERE = "{link} leads to {target}, which does not exist"
_NOT_THERE_BUT = "{link} leads to {target}, which does not exist; did you mean {nearest}?"
_RENAMED = "{link} leads to {target}, which is now {nearest}"


@check(
    "dead-link",
    severity=Severity.ERROR,
    why="A link to nothing breaks the way from the law to its source.",
    remedy="Correct the identifier, or write the item that it names.",
    identified_by=("target",),
)
def dead_link(catalogue: Catalogue) -> Iterator[Problem]:
    """Find links to items that do not exist.

    A project may allow them, by link or for all. Of what another project holds, only what a
    page of this one shows leads its readers on.
    """
    known = frozenset(catalogue.items) | frozenset(catalogue.declarations)
    targets_of = functools.cache(lambda: NearestTargets(catalogue))

    def explain(target: str, link: str = "", holder: Item | None = None) -> tuple[str, str]:
        if target in catalogue.current_ids:
            return _RENAMED, catalogue.current_ids[target]
        suggestion = targets_of().nearest(target, link=link, holder=holder)
        return (_NOT_THERE_BUT if suggestion else _NOT_THERE), suggestion

    links = catalogue.vocabulary.links
    for item in catalogue.shown_items():
        for link, targets in item.links.items():
            if link in links and links[link].allows_dead:
                continue
            renamed = catalogue.current_ids if catalogue.follows_renaming(item, link) else {}
            for target in targets:
                if target not in known and target not in renamed:
                    text, suggestion = explain(target, link, item)
                    yield of_item(
                        item, text, field=link, link=link, target=target, nearest=suggestion
                    )
    for key, target in _targets_of_policy(catalogue.settings):
        if target not in known:
            line = catalogue.settings.line_of(f"statutory.{key}.{target}")
            text, suggestion = explain(target)
            values = {"link": f"statutory.{key}", "target": target, "nearest": suggestion}
            yield Problem(
                item="",
                location=Location(catalogue.settings.path, line),
                message=Message(text, values),
            )


@check(
    "reused-id",
    severity=Severity.ERROR,
    why="A former identifier stays good for links from outside; one that means two items leads "
    "half of its readers wrong.",
    remedy="Take the former identifier out of the item that did not have it, or give the item "
    "that has it now another identifier.",
    identified_by=("former",),
)
def reused_id(catalogue: Catalogue) -> Iterator[Problem]:
    """Find former identifiers that mean more than one item."""
    field = catalogue.settings.fields.former_ids
    former_of: dict[str, Item] = {}
    for item in catalogue.own_items():
        for former in catalogue.former_ids_of(item):
            holder = catalogue.items.get(former)
            other = holder or former_of.setdefault(former, item)
            if holder or other is not item:
                text = "{former} is also a former identifier of {other}"
                place = other.option_location("id" if holder else field)
                yield of_item(
                    item,
                    "{former} is not a former identifier: it is in use" if holder else text,
                    field=field,
                    former=former,
                    other=other.id,
                    related=[Related(place, Message("the same identifier"))],
                )


@check(
    "wrong-target",
    severity=Severity.ERROR,
    why="A link has one meaning; led to another kind of item it says something else than it "
    "seems to.",
    remedy="Lead the link to an item of the types allowed, or use the link made for this.",
    identified_by=("target",),
)
def wrong_target(catalogue: Catalogue) -> Iterator[Problem]:
    """Find links to items of a type that the link is not meant for.

    The vocabulary says so, or the one role that policy gives the link. A link that plays
    several roles may be meant for another.
    """
    for item, name, target in _faulty(catalogue, Fault.END):
        yield of_item(
            item,
            "{link} leads to {target} of the type {type}; it may lead to {allowed}",
            field=name,
            link=name,
            target=target.id,
            type=target.type,
            allowed=_allowed(catalogue, name),
        )
    yield from _wrong_acts(catalogue)


@check(
    "wrong-origin",
    severity=Severity.ERROR,
    identified_by=("target",),
    why="What a link says holds of some types only; carried by another it proves nothing, though "
    "it seems to.",
    remedy="Write the link into an item of the types allowed, use the link made for this, or let "
    "policy name the type for the role.",
)
def wrong_origin(catalogue: Catalogue) -> Iterator[Problem]:
    """Find links that items carry of a type which cannot.

    The one role that policy gives the link says so. A link that plays several roles may be
    meant for another.
    """
    for item, name, target in _faulty(catalogue, Fault.START):
        (role,) = catalogue.relations.roles_of(name)
        start = catalogue.relations.start_of(role)
        text = "{link} leads from the type {type} to {target}; it may lead from {allowed}"
        yield of_item(
            item,
            text if start.allowed else "{link} leads from the type {type} to {target}; it may not",
            field=name,
            link=name,
            target=target.id,
            type=item.type,
            allowed=", ".join(sorted(start.allowed or ())),
        )


@check(
    "uncovered-element",
    severity=Severity.ERROR,
    gap=True,
    why="The law demands the element of the region; nothing in the region's strategy answers it.",
    remedy="Write the component that implements the element and link it; where the sources "
    "are silent, record a gap of the region for the link.",
    identified_by=(),
)
def uncovered_element(catalogue: Catalogue) -> Iterator[Problem]:
    """Find statutory elements that nothing in an answering region implements."""
    link = catalogue.settings.links.implements
    for element in catalogue.taken_over(catalogue.settings.types.element if link else ()):
        for region in answering_regions(catalogue, element):
            if not answers(catalogue, element, region):
                text = "nothing in {place} implements the element"
                yield of_item(
                    element,
                    text if region else "nothing implements the element",
                    field=link,
                    region=region,
                    place=catalogue.settings.label(region),
                )


@check(
    "untraced-component",
    severity=Severity.ERROR,
    requires=READ_RIGHT,
    gap=True,
    why="A component that rests on no statutory element cannot be shown to answer the law.",
    remedy="Link the component to the element that it implements.",
)
def untraced_component(catalogue: Catalogue) -> Iterator[Problem]:
    """Find components that implement no statutory element."""
    link = catalogue.settings.links.implements
    for item in catalogue.of_types(catalogue.settings.types.component if link else ()):
        dead = any(id_ not in catalogue.items for id_ in item.targets(link))
        if not dead and not catalogue.linked(item, link, role="implements"):
            yield of_item(
                item, "implements no statutory element: the link {link} is missing",
                field=link, link=link,
            )  # fmt: skip


@check(
    "restated-element",
    severity=Severity.NOTE,
    requires=["wrong-target", "schema-violation"],
    identified_by=(),
    why="The law does not carry itself out. What rests on nothing but the law shows that there is "
    "a duty, and not that anybody does it; coverage counts it as inferred.",
    remedy="Link the work that is really done, with the source that tells of it; or mark the link "
    "as inferred, if that is what it is.",
)
def restated_element(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items that implement elements on the word of the law alone."""
    evidence = Evidence(catalogue)
    link = catalogue.settings.links.implements
    for item in catalogue.own_items():
        if catalogue.is_inferred(item, link):
            continue
        elements = [
            element.id
            for element in catalogue.linked(item, link, role="implements")
            if evidence.restates(item, element)
        ]
        if elements:
            yield of_item(
                item,
                "its sources are those of the law alone; it only restates {elements}",
                field=link,
                elements=", ".join(elements),
                members=elements,
            )


@check(
    "unbound-element",
    severity=Severity.NOTE,
    requires=["orphan-item"],
    identified_by=(),
    why="What nobody has to answer is never found missing, and the less is mentioned, the fewer "
    "elements count.",
    remedy="Name the regions that answer for the section, or those that answer for all that binds, "
    "in [statutory.answers]; or link the item that answers the element to it.",
)
def unbound_element(catalogue: Catalogue) -> Iterator[Problem]:
    """Find statutory elements that no region has to answer."""
    for element in unbound_elements(catalogue):
        text = "nobody has to answer the element: policy names no region, and none mentions it"
        if not is_binding(catalogue, element):
            text = "nobody has to answer the element: its act is not among those that bind"
        yield of_item(element, text, field=catalogue.settings.links.based_on)


@check(
    "missing-source",
    severity=Severity.ERROR,
    requires=READ_RIGHT,
    why="A statement without a source cannot be checked, and nobody can say who made it.",
    remedy="Link the item to the source that says it.",
)
def missing_source(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items that name no source."""
    link = catalogue.settings.links.sources
    for item in _sourced(catalogue):
        if catalogue.lacks(item, link, role="sources"):
            yield of_item(item, "no source: the link {link} is missing", field=link, link=link)


@check(
    "missing-locator",
    severity=Severity.ERROR,
    requires=[*READ_RIGHT, "missing-source"],
    why="A source without a place in it sends the reader through the whole document.",
    remedy="Write the heading, section or printed page where the source says it.",
)
def missing_locator(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items that name a source but no place in it."""
    field = catalogue.settings.fields.locator
    for item in _sourced(catalogue):
        if field and not item.value(field):
            yield of_item(item, "no place in the source: the field {field} is missing", field=field)


@check(
    "orphan-item",
    severity=Severity.ERROR,
    requires=READ_RIGHT,
    why="An item that hangs on nothing is found by nobody who follows the links.",
    remedy="Link the item to the whole that it belongs to, or link another item to it.",
)
def orphan_item(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items that hang on nothing.

    A component or an element that is alone is not answered either; that is told instead.
    """
    settings = catalogue.settings
    unlinked_types = settings.types.source + settings.types.act
    for item in catalogue.own_items():
        parent = settings.required.parent.get(item.type)
        if parent and catalogue.lacks(item, parent):
            yield of_item(
                item, "belongs to nothing: the link {link} is missing", field=parent, link=parent
            )
        elif (
            not parent
            and item.type not in unlinked_types
            and (_is_alone(catalogue, item) and not _is_unanswered(catalogue, item))
        ):
            yield of_item(item, "belongs to nothing: it has no link but to its sources")


@check(
    "link-cycle",
    severity=Severity.ERROR,
    why="Where links lead back to where they began, there is no first step and no whole.",
    remedy="Take away the link of the circle that no source states.",
    identified_by=(),
)
def link_cycle(catalogue: Catalogue) -> Iterator[Problem]:
    """Find links that lead in a circle."""
    for link in _ordering_links(catalogue.settings):
        graph = {
            item.id: [target.id for target in catalogue.linked(item, link)]
            for item in catalogue.own_items()
            if item.targets(link)
        }
        for circle in circles(graph):
            first, *others = (catalogue.items[id_] for id_ in circle)
            shown = circle[:HANDFUL] if len(circle) <= HANDFUL else [*circle[:HANDFUL], "…"]
            yield of_item(
                first,
                "{link} leads in a circle: {way}",
                field=link,
                link=link,
                way=" → ".join([*shown, first.id]),
                members=circle,
                related=places(others, "part of the circle", field=link),
            )


@check(
    "self-link",
    severity=Severity.ERROR,
    why="A link joins two items; one that leads back to its own item tells nothing, and what it "
    "should lead to stays untold.",
    remedy="Lead the link to the item that is meant, or take it away.",
)
def self_link(catalogue: Catalogue) -> Iterator[Problem]:
    """Find links that lead to the item that carries them.

    Links of order, of whole and part and of basis are left to ``link-cycle``, links of a type
    that they are not meant for to ``wrong-target`` and ``wrong-origin``.
    An actor may have reviewed itself.
    """
    left_out = {*_ordering_links(catalogue.settings), catalogue.settings.links.reviewer}
    for item in catalogue.own_items():
        for name in item.links:
            itself = any(target.id == item.id for target in catalogue.joined(item, name))
            if itself and name not in left_out:
                yield of_item(item, "{link} leads to the item itself", field=name, link=name)


def _ordering_links(settings: Settings) -> tuple[str, ...]:
    """Return the links in which there must be no circle, each once."""
    links = settings.links
    ordering = (
        *(links.predecessor, links.part_of, links.schedule),
        *(links.based_on, links.implements),
    )
    return tuple(dict.fromkeys(ordering))


def _targets_of_policy(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield the items that policy names, each with the key of its table."""
    yield from (("answers", section) for section in settings.answers)
    yield from (("separation.acts", act) for act in settings.separating_acts)
    yield from (("binding", act) for act in settings.binding)


def _wrong_acts(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield what policy names as a binding act and is none."""
    settings = catalogue.settings
    for id_ in settings.binding if settings.types.act else ():
        item = catalogue.items.get(id_)
        if item is not None and item.type not in settings.types.act:
            key = "statutory.binding"
            values = {"link": key, "target": id_, "type": item.type}
            yield Problem(
                item="",
                location=Location(settings.path, settings.line_of(key)),
                message=Message(
                    "{link} leads to {target} of the type {type}; it may lead to {allowed}",
                    {**values, "allowed": ", ".join(settings.types.act)},
                ),
            )


def _faulty(catalogue: Catalogue, fault: Fault) -> Iterator[tuple[Item, str, Item]]:
    """Yield the links that are wrong at one end: the item, the link and where it leads."""
    fault_of = catalogue.relations.fault
    for item in catalogue.own_items():
        for link in item.links:
            for target in catalogue.named(item, link):
                if fault_of(link, item.type, target.type) is fault:
                    yield item, link, target


def _allowed(catalogue: Catalogue, name: str) -> str:
    """Return the types that a link may lead to, for the reader of a finding."""
    return ", ".join(types_at_end(catalogue, name))


def _sourced(catalogue: Catalogue) -> Iterator[Item]:
    """Yield the items that need a source; none where the project has no such link."""
    if not catalogue.settings.links.sources:
        return
    exempt = catalogue.settings.required.without_source
    yield from (item for item in catalogue.own_items() if item.type not in exempt)


def _is_unanswered(catalogue: Catalogue, item: Item) -> bool:
    """Say whether an item that is alone is found as untraced or uncovered."""
    types = catalogue.settings.types
    if not catalogue.settings.links.implements:
        return False
    return item.type in types.component or (
        item.type in types.element and bool(answering_regions(catalogue, item))
    )


def _is_alone(catalogue: Catalogue, item: Item) -> bool:
    """Say whether no link but the one to the sources leads from an item or to it."""
    sources = catalogue.settings.links.sources
    outgoing = [link for link in item.links if link != sources]
    return not outgoing and not catalogue.links_to(item)

"""Ownership: who answers for an item, and who does the work."""

from __future__ import annotations

from collections.abc import Iterator

from statutory.checks.registry import READ_RIGHT, Problem, check, of_item
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Message, Related, Severity
from statutory.model.item import Item
from statutory.model.owners import Named, OwnersElsewhere
from statutory.model.period import Period
from statutory.model.terms import ALWAYS, sound_period, sound_term


@check(
    "missing-owner",
    severity=Severity.ERROR,
    requires=READ_RIGHT,
    gap=True,
    why="What belongs to nobody is not done; the law lays the strategy on a named body.",
    remedy="Name the role or body that answers for the item, and how it is known; where no "
    "source names one, record a gap for the link.",
)
def missing_owner(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items that name nobody who answers for them."""
    link = catalogue.settings.links.owner
    for item in catalogue.of_types(catalogue.settings.required.owner if link else ()):
        if catalogue.lacks(item, link, role="owner"):
            yield of_item(item, "no owner: the link {link} is missing", field=link, link=link)


@check(
    "missing-preparer",
    severity=Severity.WARNING,
    requires=READ_RIGHT,
    gap=True,
    why="The owner that the law names decides; who does the work is another matter.",
    remedy="Name the role or group that prepares the item; where no source names one, record "
    "a gap for the link.",
)
def missing_preparer(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items of which nobody is named as the preparer."""
    link = catalogue.settings.links.preparer
    for item in catalogue.of_types(catalogue.settings.required.preparer if link else ()):
        if catalogue.lacks(item, link, role="preparer"):
            yield of_item(item, "no preparer: the link {link} is missing", field=link, link=link)


@check(
    "inferred-owner",
    severity=Severity.NOTE,
    why="An owner that no source and no law names is a reading of the editors and has to be "
    "confirmed.",
    remedy="Have the owner confirmed and state the source; until then the coverage of the "
    "item is inferred.",
    identified_by=(),
)
def inferred_owner(catalogue: Catalogue) -> Iterator[Problem]:
    """Find owners that are inferred, not stated."""
    link = catalogue.settings.links.owner
    for item in catalogue.of_types(catalogue.settings.required.owner):
        owners = catalogue.linked(item, link, role="owner")
        is_inferred = catalogue.is_inferred(item, link) and not catalogue.lacks_basis(item, link)
        if owners and is_inferred:
            yield of_item(
                item,
                "the owner {owner} is inferred, not stated",
                field=link,
                owner=", ".join(owner.id for owner in owners),
            )


@check(
    "stakeholder-as-owner",
    severity=Severity.WARNING,
    why="Whoever is only concerned by a matter has no duty in it: nobody can hold it to account.",
    remedy="Name the body that answers for the item; write the stakeholder as the one that is "
    "heard, takes part or produces, or mend the kind of the actor.",
    identified_by=("actor",),
)
def stakeholder_as_owner(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items that a mere stakeholder owns, organises or decides on.

    An organisation as a whole may be one to others and have duties of its own. A gap may say
    that a stakeholder can close it.
    """
    settings = catalogue.settings
    links, values = settings.links, settings.values
    mere = {*values.stakeholder} - {*values.whole}
    actors = [it for it in catalogue.items.values() if it.type in settings.types.actor]
    for actor in actors:
        if actor.value(settings.fields.kind) not in mere:
            continue
        for link in dict.fromkeys((links.owner, links.organiser, links.decider)):
            for item in catalogue.linking(actor, link):
                if not item.is_external and item.type not in settings.types.gap:
                    yield of_item(
                        item,
                        "{link} is {actor}, a mere stakeholder ({kind})",
                        field=link,
                        link=link,
                        actor=actor.id,
                        kind=settings.label(actor.value(settings.fields.kind)),
                        related=[
                            Related(
                                actor.option_location(settings.fields.kind),
                                Message("the kind of the actor"),
                            )
                        ],
                    )


@check(
    "conflicting-owners",
    severity=Severity.WARNING,
    requires=["unreadable-period", "reversed-period"],
    why="What several answer for at the same time, none of them answers for alone: each can "
    "leave it to the others.",
    remedy="Name the one that is accountable, and the others by what they do: as preparers or "
    "parties; or split the item into the parts that each answers for.",
    identified_by=(),
)
def conflicting_owners(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items that several owners of a region answer for at the same time.

    Owners may follow each other. One without a term is taken to be there at any time.
    """
    link = catalogue.settings.links.owner
    for item in catalogue.of_types(catalogue.settings.required.owner):
        for owners in _owners_by_region(catalogue, item):
            rivals = [
                owner
                for owner in owners
                if any(_are_together(catalogue, item, owner, other) for other in owners)
            ]
            if rivals:
                yield of_item(
                    item,
                    "several owners at the same time: {owners}",
                    field=link,
                    owners=", ".join(owner.id for owner in rivals),
                    members=[owner.id for owner in rivals],
                )


@check(
    "owner-named-elsewhere",
    severity=Severity.NOTE,
    requires=READ_RIGHT,
    identified_by=(),
    why="A reader who finds nobody named takes it that nobody is; another item of the same matter "
    "names somebody.",
    remedy="Name the owner here too, and how it is known; where the item belongs to somebody "
    "else, name that one.",
)
def owner_named_elsewhere(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items without an owner whose matter has somebody named elsewhere.

    Where what a milestone belongs to or dates states its owner, it is a warning. What an item
    concerns, and whoever decides or does the work, is a note.
    """
    settings = catalogue.settings
    link, types = settings.links.owner, settings.types
    asked = {*types.milestone, *types.service, *types.prepared, *settings.required.owner}
    elsewhere = OwnersElsewhere(catalogue)
    for item in catalogue.of_types(asked.difference(types.element) if link else ()):
        if item.targets(link) or _is_missed(catalogue, item):
            continue
        named = elsewhere.of(item)
        if named is not None:
            yield _of_named(catalogue, item, named)


def _of_named(catalogue: Catalogue, item: Item, named: Named) -> Problem:
    """Return the problem of an item whose owner is not named here, with where somebody is."""
    text = "no owner, but {place} names {actor}"
    if named.place.id == item.id:
        text = "no owner, but the link {named_by} names {actor}"
    place = named.place.option_location(named.link)
    return of_item(
        item,
        text,
        field=catalogue.settings.links.owner,
        place=named.place.id,
        named_by=named.link,
        actor=", ".join(actor.id for actor in catalogue.linked(named.place, named.link)),
        related=[Related(place, Message("named here"))],
        severity=Severity.WARNING if named.is_sure else None,
    )


def _is_missed(catalogue: Catalogue, item: Item) -> bool:
    """Say whether another check tells that the owner is missing: it is required and no gap is."""
    settings = catalogue.settings
    return item.type in settings.required.owner and not any(
        gap.type in settings.types.gap
        and gap.value(settings.fields.gap_field) == settings.links.owner
        for gap in catalogue.linking(item, settings.links.gap_target)
    )


@check(
    "idle-actor",
    severity=Severity.NOTE,
    why="An actor of whom nobody says what it does has no work, or its work is not written down.",
    remedy="Link what the actor does to it; where no source tells it, leave the note.",
)
def idle_actor(catalogue: Catalogue) -> Iterator[Problem]:
    """Find actors of whom no item says what they do.

    Parts say nothing of it, nor do gaps, waivers and differences; who takes over from
    another does what the other owned. An actor of unknown kind may be one that has no duties
    here.
    """
    links = catalogue.settings.links
    for actor in catalogue.of_types(catalogue.settings.types.actor):
        work = _work_links(catalogue, actor)
        takes_over = any(
            links.owner in _work_links(catalogue, former)
            for former in catalogue.linking(actor, links.successor, role="successor")
        )
        is_idle = not takes_over and work <= {links.part_of, links.successor}
        if is_idle and not _may_be_without_duties(catalogue, actor):
            yield of_item(actor, "no link tells what the actor does")


def _owners_by_region(catalogue: Catalogue, item: Item) -> list[list[Item]]:
    """Return the owners of an item that answer for the same region, in order.

    Those of a regional item answer for its region; those of a national one each for its own.
    """
    groups: dict[str, list[Item]] = {}
    for owner in catalogue.linked(item, catalogue.settings.links.owner, role="owner"):
        of = owner if catalogue.is_national(item) else item
        groups.setdefault(catalogue.region_of(of), []).append(owner)
    return list(groups.values())


def _are_together(catalogue: Catalogue, item: Item, owner: Item, other: Item) -> bool:
    """Say whether two owners of an item are there together, however all times are read."""
    if owner.id == other.id:
        return False
    time = sound_period(catalogue, item)
    terms = [_term_or_always(catalogue, actor) for actor in (owner, other)]
    if any(term is None or (time and term.can_miss(time)) for term in terms):
        return False
    first, second = (term for term in terms if term is not None)
    return not (first.can_precede(second) or second.can_precede(first))


def _term_or_always(catalogue: Catalogue, actor: Item) -> Period | None:
    """Return the term of an actor, all time where it has none; ``None`` for one unreadable."""
    if not actor.value(catalogue.settings.fields.term):
        return ALWAYS
    return sound_term(catalogue, actor)


def _work_links(catalogue: Catalogue, actor: Item) -> set[str]:
    """Return the links to an actor from items that are about the matter itself."""
    types = catalogue.settings.types
    aside = types.gap + types.waiver + types.difference
    return {link for link, item in catalogue.links_to(actor) if item.type not in aside}


def _may_be_without_duties(catalogue: Catalogue, actor: Item) -> bool:
    """Say whether an actor is, or for all that is known may be, a mere stakeholder."""
    settings = catalogue.settings
    kind = actor.value(settings.fields.kind)
    return kind in settings.values.stakeholder if kind else bool(settings.values.stakeholder)

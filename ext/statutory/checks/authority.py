"""Authority: what an organiser may not produce itself, and what no outsider may do."""

from __future__ import annotations

from collections.abc import Iterator

from statutory.checks.registry import READ_RIGHT, Problem, check, of_item
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Message, Related, Severity
from statutory.model.item import Item
from statutory.model.reach import reached


@check(
    "organiser-is-producer",
    severity=Severity.ERROR,
    why="Where organising and producing are to be apart, a body that does both judges and pays "
    "its own work.",
    remedy="Name the body that produces it apart from the organiser, or the whole that lawfully "
    "is both.",
)
def organiser_is_producer(catalogue: Catalogue) -> Iterator[Problem]:
    """Find bodies that both organise and produce a thing, themselves or one within the other."""
    links = catalogue.settings.links
    for item in catalogue.own_items():
        producers = catalogue.linked(item, links.producer)
        if not producers or not _is_to_be_separate(catalogue, item):
            continue
        for organiser in catalogue.linked(item, links.organiser):
            for producer in producers:
                text = _bond(catalogue, organiser, producer)
                if text:
                    place = item.option_location(links.organiser)
                    yield of_item(
                        item,
                        text,
                        field=links.producer,
                        organiser=organiser.id,
                        producer=producer.id,
                        related=[Related(place, Message("the organiser"))],
                    )


@check(
    "outsourced-authority-task",
    severity=Severity.ERROR,
    requires=READ_RIGHT,
    why="The Constitution, section 124: a public administrative task is given to others than "
    "authorities only by law, and significant public power never.",
    remedy="Name the authority that owns or produces the task, or the provision by which it is "
    "given to others.",
    identified_by=(),
)
def outsourced_authority_task(catalogue: Catalogue) -> Iterator[Problem]:
    """Find tasks of an authority that are given to others against the Constitution."""
    settings = catalogue.settings
    for item in catalogue.of_types(settings.types.duty):
        if item.value(settings.fields.kind) not in settings.values.authority_task:
            continue
        is_significant = item.value(settings.fields.public_power) in (
            settings.values.significant_power
        )
        for link in (settings.links.owner, settings.links.producer):
            outsiders = tuple(_outsiders(catalogue, item, link))
            if outsiders and (is_significant or catalogue.lacks(item, settings.links.based_on)):
                text = "is given to {actors}, outside the authorities, without a basis in law"
                if is_significant:
                    text = "is given to {actors}, outside the authorities, with significant power"
                actors = ", ".join(outsiders)
                yield of_item(item, text, field=link, members=outsiders, actors=actors)
                break


def _outsiders(catalogue: Catalogue, item: Item, link: str) -> Iterator[str]:
    """Yield the actors that a link of an item leads to and that are no authorities."""
    settings = catalogue.settings
    for actor in catalogue.linked(item, link):
        if actor.value(settings.fields.kind) in settings.values.outsider:
            yield actor.id


def _is_to_be_separate(catalogue: Catalogue, item: Item) -> bool:
    """Say whether organising and producing an item have to be apart.

    Policy may name the acts that demand it: then the item has to rest on one of them.
    """
    acts, links = catalogue.settings.separating_acts, catalogue.settings.links

    def bases(of: Item) -> tuple[Item, ...]:
        return (
            *catalogue.linked(of, links.based_on),
            *catalogue.linked(of, links.implements, role="implements"),
        )

    return not acts or any(basis.id in acts for basis in reached(item, bases))


def _bond(catalogue: Catalogue, organiser: Item, producer: Item) -> str:
    """Return what to say of an organiser and a producer that are not apart, or nothing.

    A region or an organisation as a whole may be both, and so may bodies of it that are not
    within each other.
    """
    if _is_whole(catalogue, organiser) or _is_whole(catalogue, producer):
        return ""
    if organiser.id == producer.id:
        return "{organiser} both organises and produces it"
    if organiser.id in _wholes(catalogue, producer):
        return "its producer {producer} is a part of its organiser {organiser}"
    if producer.id in _wholes(catalogue, organiser):
        return "its organiser {organiser} is a part of its producer {producer}"
    return ""


def _wholes(catalogue: Catalogue, actor: Item) -> set[str]:
    """Return the bodies that an actor is within, up to a region or organisation as a whole."""
    link = catalogue.settings.links.part_of

    def bodies(of: Item) -> list[Item]:
        return [body for body in catalogue.linked(of, link) if not _is_whole(catalogue, body)]

    return {body.id for body in reached(actor, bodies)}


def _is_whole(catalogue: Catalogue, actor: Item) -> bool:
    settings = catalogue.settings
    return actor.value(settings.fields.kind) in settings.values.whole

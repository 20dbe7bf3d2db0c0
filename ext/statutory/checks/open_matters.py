"""Open matters: what was asked, demanded, feared or begun, and not yet taken care of."""

from __future__ import annotations

from collections.abc import Iterator

from statutory.checks.registry import READ_RIGHT, Problem, check, of_item
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Severity
from statutory.model.item import Item
from statutory.model.reach import gathered


@check(
    "unanswered-question",
    severity=Severity.NOTE,
    requires=READ_RIGHT,
    why="A question without an answer is still to be settled; the list of them is the agenda of "
    "the preparation.",
    remedy="Once the question is settled, write the item that settles it and link the question "
    "to it.",
)
def unanswered_question(catalogue: Catalogue) -> Iterator[Problem]:
    """Find questions that nothing answers."""
    link = catalogue.settings.links.answer
    for item in catalogue.of_types(catalogue.settings.required.answer if link else ()):
        if catalogue.lacks(item, link, role="answer"):
            yield of_item(item, "no answer: the link {link} is missing", field=link, link=link)


@check(
    "unanswered-demand",
    severity=Severity.NOTE,
    requires=[*READ_RIGHT, "unanswered-question"],
    why="Whoever demands or commissions something waits for an answer; a demand that is only "
    "recorded is forgotten.",
    remedy="Once the demand is answered, write the answer as an item and link the demand to it.",
    identified_by=(),
)
def unanswered_demand(catalogue: Catalogue) -> Iterator[Problem]:
    """Find positions that ask for an answer and have none."""
    settings = catalogue.settings
    link, field = settings.links.answer, settings.fields.force
    for item in catalogue.of_types(settings.types.position if link else ()):
        is_demand = item.value(field) in settings.values.demand
        if is_demand and catalogue.lacks(item, link, role="answer"):
            yield of_item(
                item,
                "asks for an answer ({force}): the link {link} is missing",
                field=link,
                link=link,
                force=settings.label(item.value(field)),
            )


@check(
    "unmitigated-risk",
    severity=Severity.NOTE,
    why="A risk that nothing averts is only known, not managed.",
    remedy="Link the measure, principle or duty that averts or eases the risk to the risk, if a "
    "source says that it does; mark the link as inferred if the editors have concluded it.",
)
def unmitigated_risk(catalogue: Catalogue) -> Iterator[Problem]:
    """Find risks that nothing averts."""
    link = catalogue.settings.links.mitigates
    for item in catalogue.of_types(catalogue.settings.required.mitigation if link else ()):
        if not catalogue.linking(item, link, role="mitigates"):
            yield of_item(
                item,
                "nothing averts the risk: no link {link} leads to it",
                field=link,
                link=link,
            )


@check(
    "unfunded-duty",
    severity=Severity.NOTE,
    gap=True,
    requires=READ_RIGHT,
    why="Work without money or people is not done; whoever organises a task also answers for its "
    "funding.",
    remedy="Name the funder, or write the resource as an item and link it to the work; where no "
    "source tells it, record a gap for the link.",
)
def unfunded_duty(catalogue: Catalogue) -> Iterator[Problem]:
    """Find work that has neither a funder nor a resource.

    What funds a whole funds its parts.
    """
    link = catalogue.settings.links.funder
    part_of = catalogue.settings.links.part_of
    wholes = {
        item.id: [whole.id for whole in catalogue.linked(item, part_of)]
        for item in catalogue.items.values()
    }
    funded = {item.id: link for item in catalogue.items.values() if _is_funded(catalogue, item)}
    known = gathered(wholes, funded)
    for item in catalogue.of_types(catalogue.settings.required.funding if link else ()):
        if not known[item.id]:
            yield of_item(
                item,
                "no funding: the link {link} is missing, and no resource is linked to it",
                field=link,
                link=link,
            )


def _is_funded(catalogue: Catalogue, item: Item) -> bool:
    """Say whether an item names a funder, or a resource concerns it or is a part of it."""
    links, types = catalogue.settings.links, catalogue.settings.types.resource
    return not catalogue.lacks(item, links.funder, role="funder") or any(
        other.type in types
        for link in (links.concerns, links.part_of)
        for other in catalogue.linking(item, link)
    )

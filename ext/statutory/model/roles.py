"""Roles: what the types, links, fields and values of a project mean to the checks.

The names in a knowledge base are its authors'; the extension knows a link or a field only
by the role that the project's configuration gives it. A role that a project does not have
is empty, and what asks for it finds nothing.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class TypeRoles:
    """The item types that stand for each concept of the checks.

    :param act: Acts, bills and other regulations as a whole.
    :param section: Provisions of an act.
    :param element: Statutory elements: the single things that a section demands.
    :param component: Components of the strategy.
    :param prepared: What is prepared and then decided; its period is that of preparing.
    :param implementer: What may answer a statutory element; components where none is named.
    :param actor: Bodies, roles and groups.
    :param owner: Who may answer for an item; like the next three, actors where none is named.
    :param decider: Who may decide.
    :param preparer: Who may prepare.
    :param successor: Who may take duties over.
    :param duty: Standing duties.
    :param procedure: Wholes whose period bounds that of their parts.
    :param milestone: Dates on which something happens.
    :param meeting: Meetings, at which matters are handled.
    :param decision: Decisions, made with the competence to make them.
    :param position: What somebody states, demands or notes without that competence.
    :param service: Services, each with who organises and who produces it.
    :param risk: What may go wrong.
    :param opportunity: What may go well.
    :param difference: Differences between statements, each with its kind.
    :param mitigation: What may avert a risk; anything that is done where none is named.
    :param reply: What may answer a question or a demand.
    :param resource: Money, people or time that work is done with.
    :param source: Sources.
    :param gap: What the sources do not say.
    :param waiver: Waivers of a check.
    """

    act: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    element: tuple[str, ...] = ()
    component: tuple[str, ...] = ()
    implementer: tuple[str, ...] = ()
    prepared: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    decider: tuple[str, ...] = ()
    preparer: tuple[str, ...] = ()
    successor: tuple[str, ...] = ()
    duty: tuple[str, ...] = ()
    procedure: tuple[str, ...] = ()
    milestone: tuple[str, ...] = ()
    meeting: tuple[str, ...] = ()
    decision: tuple[str, ...] = ()
    position: tuple[str, ...] = ()
    service: tuple[str, ...] = ()
    risk: tuple[str, ...] = ()
    opportunity: tuple[str, ...] = ()
    mitigation: tuple[str, ...] = ()
    reply: tuple[str, ...] = ()
    difference: tuple[str, ...] = ()
    resource: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    gap: tuple[str, ...] = ()
    waiver: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkRoles:
    """The link that stands for each relation of the checks.

    Which types may stand at the ends of each is in ``statutory.model.relations``.

    Each is named as it reads from the item that carries it: ``concerns`` leads to what an
    item is about, ``competence`` from an actor to the provision that gives it power,
    ``successor`` to the actor that takes its duties over, ``counterpart`` from a lapsed
    provision to the one in force, ``mitigates`` from a measure to a risk, ``handled_in`` from a
    position to the meeting, ``addressee`` from a position to whom it is said, ``stakeholder``
    from a risk or an opportunity to whom it is one, ``resolution`` from a difference to what
    settles it. ``presenter``, ``handler`` and ``informed`` lead from a matter to the actors that
    present it, handle it before it is decided and are told of it.
    """

    based_on: str = "based_on"
    implements: str = "implements"
    owner: str = "owner"
    preparer: str = "preparer"
    schedule: str = "schedule"
    predecessor: str = "predecessor"
    part_of: str = "part_of"
    sources: str = "sources"
    concerns: str = "concerns"
    decider: str = "decider"
    presenter: str = "presenter"
    handler: str = "handler"
    informed: str = "informed"
    consulted: str = "consulted"
    organiser: str = "organiser"
    producer: str = "producer"
    funder: str = "funder"
    competence: str = "competence"
    successor: str = "successor"
    counterpart: str = "counterpart"
    speaker: str = "speaker"
    addressee: str = "addressee"
    handled_in: str = "handled_in"
    stakeholder: str = "stakeholder"
    resolution: str = "resolution"
    answer: str = "answer"
    mitigates: str = "mitigates"
    conflicts_with: str = "conflicts_with"
    gap_target: str = "gap_target"
    reviewer: str = "reviewer"
    waiver_target: str = "waiver_target"
    waiver_approver: str = "waiver_approver"


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldRoles:
    """The field that stands for each property of the checks.

    ``kind`` is the kind of an actor, a duty or a difference, ``standing`` whether an actor
    is official, ``public_power`` how much of it a duty uses, ``legal_state`` whether an act
    is in force, ``verification`` how a provision's content is confirmed, ``numbered_items``
    how many numbered items a section has, ``element_count`` how many elements in all,
    ``amended`` by which act it was amended and since when that is in force, ``number`` which of
    the numbered items an element is, ``moment`` in which moment of the section it stands,
    ``condition`` what a step depends on, ``force`` the force of the verb with which a
    position is stated, ``proposal`` what is proposed to those who decide, and ``former_ids``
    the identifiers that an item has had before.
    ``reviewed`` is the day of the last review, ``reviewed_content`` a digest of what the item said
    then,
    ``fingerprint`` a digest of what an item says, by which a link shows that its target has
    changed. ``outline`` lists the places of a source in its own order.
    """

    region: str = "region"
    period: str = "period"
    term: str = "term"
    published: str = "published"
    locator: str = "locator"
    outline: str = "outline"
    status: str = "status"
    kind: str = "kind"
    standing: str = "standing"
    condition: str = "condition"
    proposal: str = "proposal"
    public_power: str = "public_power"
    legal_state: str = "legal_state"
    verification: str = "verification"
    numbered_items: str = "numbered_items"
    element_count: str = "element_count"
    amended: str = "amended"
    number: str = "number"
    moment: str = "moment"
    force: str = "force"
    owner_basis: str = "owner_basis"
    time_basis: str = "time_basis"
    inferred: str = "inferred"
    former_ids: str = "former_ids"
    reviewed: str = "reviewed"
    reviewed_content: str = "reviewed_content"
    fingerprint: str = "fingerprint"
    gap_field: str = "gap_field"
    waiver_check: str = "waiver_check"
    waiver_pattern: str = "waiver_pattern"
    waiver_reason: str = "waiver_reason"
    waiver_expiry: str = "waiver_expiry"


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueRoles:
    """The values of fields that have a meaning to the checks.

    :param inferred: Of a basis field: inferred, not stated.
    :param national: Of the region: the state, not a region.
    :param done: Of the status: brought to an end.
    :param pending: Of the status: not yet brought to an end.
    :param unofficial: Of an actor's standing: without an official position.
    :param whole: Of an actor's kind: a region or organisation as a whole, which may both
        organise and produce.
    :param outsider: Of an actor's kind: not a public authority.
    :param stakeholder: Of an actor's kind: concerned, without a duty of its own.
    :param authority_task: Of a duty's kind: a task of a public authority.
    :param organising: Of a duty's kind: organising services.
    :param producing: Of a duty's kind: producing them.
    :param significant_power: Of the public power of a duty: significant.
    :param not_in_force: Of an act's legal state: not in force, whether yet or any more.
    :param lapsed: Of an act's legal state: never to come into force.
    :param unverified: Of a provision's verification: not confirmed.
    :param demand: Of a position's force: it asks for an answer.
    :param settling: Of a position's force: it settles the matter as a decision would.
    """

    inferred: tuple[str, ...] = ("inferred",)
    national: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    unofficial: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    outsider: tuple[str, ...] = ()
    stakeholder: tuple[str, ...] = ()
    authority_task: tuple[str, ...] = ()
    organising: tuple[str, ...] = ()
    producing: tuple[str, ...] = ()
    significant_power: tuple[str, ...] = ()
    not_in_force: tuple[str, ...] = ()
    lapsed: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    demand: tuple[str, ...] = ()
    settling: tuple[str, ...] = ()

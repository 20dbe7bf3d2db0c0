"""Why a mutant may survive: narrow rules, each with its reason.

A rule speaks of one kind of change in one kind of place. Where a check could know better,
the rule names the check that is missing, and the report lists it apart. A survivor that no
rule explains fails the session.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from statutory.model.catalogue import Catalogue
from statutory.model.identifiers import REGION
from statutory.model.item import Item
from statutory.model.outline import outline_of
from statutory.model.settings import Settings
from tests.mutation.mutants import Mutant


@dataclass(frozen=True, kw_only=True, slots=True)
class Survivor:
    """A mutant that no check noticed, with what the rules ask of it.

    :param catalogue: The unchanged project.
    :param item: The item that was changed; ``None`` where none was.
    """

    mutant: Mutant
    catalogue: Catalogue
    item: Item | None

    @property
    def settings(self) -> Settings:
        """The settings of the project."""
        return self.catalogue.settings

    @property
    def option(self) -> str:
        """The option that was changed."""
        return self.mutant.change.option

    @property
    def after(self) -> str:
        """What stands there now."""
        return self.mutant.change.after

    @property
    def is_linked(self) -> bool:
        """Whether any other item links to the changed one."""
        return self.item is not None and any(
            source.id != self.item.id for _, source in self.catalogue.links_to(self.item)
        )

    def is_of(self, *kinds: Iterable[str]) -> bool:
        """Say whether the changed item is of one of some types."""
        return self.item is not None and any(self.item.type in types for types in kinds)


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """A reason why mutants of some operators survive.

    :param name: What was changed, in a few words.
    :param operators: The operators that it speaks of.
    :param reason: Why no check notices.
    :param missing: The check that could; empty where none can.
    :param holds: Whether it explains a survivor of these operators.
    """

    name: str
    operators: frozenset[str]
    reason: str
    missing: str
    holds: Callable[[Survivor], bool]


RULES: list[Rule] = []
"""Every rule; the first that holds explains a survivor."""


def rule(
    name: str, operators: str, reason: str, missing: str = ""
) -> Callable[[Callable[[Survivor], bool]], Callable[[Survivor], bool]]:
    """Register a predicate as a rule and return it.

    :param operators: The names of the operators, with spaces between them.
    """

    def register(holds: Callable[[Survivor], bool]) -> Callable[[Survivor], bool]:
        RULES.append(
            Rule(
                name=name,
                operators=frozenset(operators.split()),
                reason=reason,
                missing=missing,
                holds=holds,
            )
        )
        return holds

    return register


def explain(mutant: Mutant, catalogue: Catalogue) -> Rule | None:
    """Return the rule that explains why a mutant survived, or ``None``."""
    item = catalogue.items.get(mutant.change.item)
    survivor = Survivor(mutant=mutant, catalogue=catalogue, item=item)
    for one in RULES:
        if mutant.operator in one.operators and one.holds(survivor):
            return one
    return None


SHIFTS = "year-later year-earlier decade-later month-later"
TEXTS = "misspell-text other-text"
GONE = "delete-option blank-option"


# Titles, bodies, order -------------------------------------------------------------------


@rule("title", "other-title", "no check can know the right title")
def _title(survivor: Survivor) -> bool:
    return bool(survivor.after.partition("}")[2].strip())


@rule(
    "title of another act's section",
    "title-of-neighbour",
    "two acts may have a section of one number and title",
)
def _title_of_section(survivor: Survivor) -> bool:
    return survivor.is_of(survivor.settings.types.section)


@rule("text of an item", "delete-body", "policy asks for no text of the type")
def _body(survivor: Survivor) -> bool:
    return survivor.item is not None and not survivor.is_of(survivor.settings.texts.required)


@rule("order of items on a page", "swap-items", "the order on a page is the author's")
def _order(survivor: Survivor) -> bool:
    return survivor.item is not None


# Items -----------------------------------------------------------------------------------


@rule(
    "identifier that nothing names",
    "other-id misspell-id",
    "an item to which nothing links may have any identifier of the pattern",
)
def _own_id(survivor: Survivor) -> bool:
    return survivor.option == "id" and not survivor.is_linked


@rule(
    "gap of what no check asks for",
    "delete-item",
    "the finding that the gap answers comes back only where a check asks for the value",
    "uncited-passage",
)
def _gap(survivor: Survivor) -> bool:
    return survivor.is_of(survivor.settings.types.gap) and not _was_released(survivor)


@rule(
    "item that nothing needs",
    "delete-item",
    "what is not written is missed only where the law or a link asks for it",
    "uncited-passage",
)
def _unneeded(survivor: Survivor) -> bool:
    is_new = not _was_released(survivor)
    return survivor.item is not None and not survivor.is_linked and is_new


def _was_released(survivor: Survivor) -> bool:
    """Say whether the changed item is one of the last release, so that its loss is told."""
    released = survivor.settings.released
    return released is not None and survivor.mutant.change.item in released.items


@rule(
    "one type for another",
    "other-type",
    "the other type has the same options and the same duties; which one is meant only the "
    "author knows",
)
def _type(survivor: Survivor) -> bool:
    return survivor.item is not None and "{" in survivor.after


# Inferred values -------------------------------------------------------------------------


@rule(
    "name in the list of inferred values",
    "other-name",
    "the item has the other value too, or policy asks for it already; which one an editor "
    "inferred no file tells",
)
def _inferred_name(survivor: Survivor) -> bool:
    return survivor.option == survivor.settings.fields.inferred


@rule(
    "list of inferred values",
    GONE,
    "whether an editor inferred a value only the source tells",
)
def _inferred_list(survivor: Survivor) -> bool:
    return survivor.option == survivor.settings.fields.inferred


@rule(
    "basis of an owner or a time",
    "other-value",
    "whether the source or the law says it only they tell",
)
def _basis(survivor: Survivor) -> bool:
    fields = survivor.settings.fields
    return survivor.option in {fields.owner_basis, fields.time_basis}


@rule(
    "basis of an owner or a time left out",
    GONE,
    "policy does not demand of the type how its owner or time is known, or it has none",
)
def _no_basis(survivor: Survivor) -> bool:
    catalogue, fields = survivor.catalogue, survivor.settings.fields
    links, required = survivor.settings.links, survivor.settings.required
    if survivor.item is None:
        return False
    if survivor.option == fields.owner_basis:
        has_owner = survivor.item.targets(links.owner)
        return not (has_owner and survivor.is_of(required.owner_basis))
    has_time = catalogue.has_time(survivor.item)
    is_demanded = has_time and survivor.is_of(required.time_basis)
    return survivor.option == fields.time_basis and not is_demanded


# Texts and numbers -----------------------------------------------------------------------


@rule(
    "place in the source",
    f"{TEXTS} other-number",
    "of a place no more is known than the heading of an outlined source that it begins with",
)
def _locator(survivor: Survivor) -> bool:
    return survivor.option == survivor.settings.fields.locator


@rule(
    "outline of a source",
    f"{TEXTS} other-number",
    "no item cites the heading, or each that does has a source that lists none",
)
def _outline(survivor: Survivor) -> bool:
    return survivor.option == survivor.settings.fields.outline


@rule(
    "field that a gap names",
    "other-name",
    "the gap answers no finding, and its items can have the other name too",
)
def _gap_field(survivor: Survivor) -> bool:
    return survivor.option == survivor.settings.fields.gap_field


@rule("former identifier", TEXTS, "which name an item once had no file tells")
def _former_id(survivor: Survivor) -> bool:
    return survivor.option == survivor.settings.fields.former_ids


@rule("free text", TEXTS, "what a free text says only the source tells")
def _text(survivor: Survivor) -> bool:
    return _is_free(survivor)


@rule("amount", "other-number", "how much it is only the source tells")
def _amount(survivor: Survivor) -> bool:
    return _is_free(survivor)


def _is_free(survivor: Survivor) -> bool:
    """Say whether an option is a field of the vocabulary of which no check reads the text."""
    fields = survivor.settings.fields
    texts = {fields.waiver_reason, fields.condition}
    with_role = {getattr(fields, name) for name in fields.__slots__} - texts
    return survivor.option in {*survivor.catalogue.vocabulary.fields} - with_role


# Values of lists -------------------------------------------------------------------------


@rule("region", "other-value", "the identifiers of the project say nothing of the region")
def _region(survivor: Survivor) -> bool:
    is_said = REGION in survivor.settings.ids.form
    return survivor.option == survivor.settings.fields.region and not is_said


@rule(
    "status, force, kind or standing",
    "other-value",
    "the source alone tells which value of the list is right, where no other value of the "
    "item contradicts it",
)
def _value(survivor: Survivor) -> bool:
    fields = survivor.settings.fields
    told = {fields.status, fields.force, fields.kind, fields.standing, fields.public_power}
    return _is_free(survivor) or survivor.option in told | {fields.verification}


@rule(
    "state of an act",
    "other-value",
    "nothing of the act rests on whether it is a bill or has lapsed",
)
def _legal_state(survivor: Survivor) -> bool:
    fields = survivor.settings.fields
    is_bill = survivor.settings.values.not_in_force
    return survivor.option == fields.legal_state and survivor.mutant.change.before in is_bill


@rule(
    "act in force called a bill",
    "other-value",
    "a bill is not asked whether it has a time in force",
    "bill-in-force",
)
def _bill(survivor: Survivor) -> bool:
    bill = survivor.settings.values.not_in_force
    return survivor.option == survivor.settings.fields.legal_state and survivor.after in bill


@rule(
    "number of items of a section without elements",
    "other-number misspell-text",
    "a section that is only a counterpart has no elements to count",
)
def _counterpart(survivor: Survivor) -> bool:
    if survivor.item is None or survivor.option != survivor.settings.fields.numbered_items:
        return False
    based = survivor.catalogue.linking(survivor.item, survivor.settings.links.based_on)
    return not any(item.type in survivor.settings.types.element for item in based)


# Times -----------------------------------------------------------------------------------


@rule(
    "time with which nothing is compared",
    SHIFTS,
    "no order, whole or term bounds the time so closely",
)
def _time(survivor: Survivor) -> bool:
    return _is_time(survivor)


@rule(
    "open end of a period",
    "reverse-time cut-end",
    "an open beginning reads as well as an open end",
)
def _open_end(survivor: Survivor) -> bool:
    before = survivor.mutant.change.before.split("/")
    return _is_time(survivor) and bool({"", ".."} & set(before))


@rule(
    "end of a period",
    "cut-end",
    "a shorter time lies within all that the longer one lay in",
)
def _end(survivor: Survivor) -> bool:
    return _is_time(survivor)


@rule("last day of a waiver", SHIFTS, "how long a waiver holds its approver decides")
def _expiry(survivor: Survivor) -> bool:
    return survivor.option == survivor.settings.fields.waiver_expiry


def _is_time(survivor: Survivor) -> bool:
    fields = survivor.settings.fields
    return survivor.option in {fields.period, fields.term, fields.published}


# Options left out ------------------------------------------------------------------------


@rule("region left out", GONE, "the identifiers of the project say nothing of the region")
def _no_region(survivor: Survivor) -> bool:
    is_said = REGION in survivor.settings.ids.form
    return survivor.option == survivor.settings.fields.region and not is_said


@rule("field that no policy requires", GONE, "no policy requires the field of the type")
def _no_field(survivor: Survivor) -> bool:
    catalogue, required = survivor.catalogue, survivor.settings.required
    fields = survivor.settings.fields
    asked = {fields.region, fields.owner_basis, fields.time_basis}
    if survivor.option not in catalogue.vocabulary.fields or survivor.option in asked:
        return False
    is_time = survivor.option == survivor.settings.fields.period
    return not (is_time and survivor.is_of(required.timeline))


@rule(
    "link that no policy requires",
    GONE,
    "no policy requires the link of the type, and the item hangs on others still",
)
def _no_link(survivor: Survivor) -> bool:
    settings = survivor.settings
    links, required = settings.links, settings.required
    asked = {
        links.owner: required.owner,
        links.preparer: required.preparer,
        links.sources: (),
    }
    if survivor.option not in survivor.catalogue.vocabulary.links or survivor.item is None:
        return False
    is_parent = required.parent.get(survivor.item.type) == survivor.option
    return not is_parent and survivor.item.type not in asked.get(survivor.option, ())


# Targets ---------------------------------------------------------------------------------


@rule(
    "one of several targets",
    "delete-target",
    "that a list of targets is complete only the source tells",
)
def _one_of_several(survivor: Survivor) -> bool:
    return bool(survivor.after)


@rule(
    "another target of the same type and region",
    "retarget",
    "the other target is as plausible; which one is meant only the source tells",
)
@rule(
    "one target more",
    "add-target",
    "whom or what else it concerns only the source tells",
)
@rule(
    "targets of another link of the item",
    "targets-of-another",
    "one actor or item may be two things to another; which ones only the source tells",
)
def _of_a_link(survivor: Survivor) -> bool:
    return survivor.option in survivor.catalogue.vocabulary.links


@rule(
    "target in another region",
    "retarget-region",
    "the state may name any region and any region the state, and what compares regions crosses "
    "the border",
)
def _retarget_region(survivor: Survivor) -> bool:
    catalogue, links = survivor.catalogue, survivor.settings.links
    if survivor.item is None or survivor.option not in catalogue.vocabulary.links:
        return False
    named = (part.strip().partition("[")[0] for part in survivor.after.split(","))
    targets = [catalogue.items[id_] for id_ in named if id_ in catalogue.items]
    is_free = survivor.option in {links.concerns, links.conflicts_with}
    return (
        is_free
        or catalogue.is_national(survivor.item)
        or survivor.is_of(survivor.settings.types.difference)
        or any(catalogue.is_national(target) for target in targets)
    )


@rule(
    "place of another source",
    "place-of-another",
    "a source that lists no headings may have any place, and two sources may have the same ones",
)
def _place_of_another(survivor: Survivor) -> bool:
    catalogue = survivor.catalogue
    if survivor.item is None:
        return False
    sources = survivor.item.targets(survivor.settings.links.sources)
    outlines = [
        outline_of(catalogue, catalogue.items[id_]) if id_ in catalogue.items else ()
        for id_ in sources
    ]
    place = survivor.after.partition(",")[0]
    return not all(outlines) or any(
        heading.startswith(place) or place.startswith(heading)
        for outline in outlines
        for heading in outline
    )


@rule(
    "stakeholder that can close a gap",
    "owned-by-stakeholder",
    "whoever knows what is missing may be a stakeholder",
)
def _stakeholder_of_gap(survivor: Survivor) -> bool:
    return survivor.is_of(survivor.settings.types.gap)


@rule(
    "target of another type",
    "retarget-type",
    "the link may lead to any type, as the vocabulary declares it",
)
def _retarget_type(survivor: Survivor) -> bool:
    vocabulary = survivor.catalogue.vocabulary
    return survivor.option in vocabulary.links and (
        not vocabulary.links[survivor.option].target_types
        or len(vocabulary.links[survivor.option].target_types) > 1
    )


@rule("actor that reviewed itself", "target-itself", "an actor may review what is said of it")
def _itself(survivor: Survivor) -> bool:
    return survivor.option == survivor.settings.links.reviewer


# The page around the items ---------------------------------------------------------------


@rule("words of a heading", "other-heading", "no check can know the right heading")
def _heading(survivor: Survivor) -> bool:
    return bool(survivor.after)


@rule(
    "heading below the page's own",
    "delete-heading deepen-heading",
    "a page needs its first heading alone; the items do not hang on the others",
)
def _lower_heading(survivor: Survivor) -> bool:
    return survivor.mutant.change.start > 1


@rule(
    "only heading of a page",
    "delete-heading",
    "Sphinx warns of a page without a title only while it writes pages",
    "untitled-page",
)
def _only_heading(survivor: Survivor) -> bool:
    path = survivor.mutant.path
    text = next(page.text for page in survivor.catalogue.documents if page.path == path)
    return survivor.mutant.change.start == 1 and "\n#" not in text


@rule("text of a page", "delete-text", "no check reads what a page says")
def _page_text(survivor: Survivor) -> bool:
    return bool(survivor.mutant.change.before)

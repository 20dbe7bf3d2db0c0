"""Law: sections written down whole, what has come of them, and how surely they are known."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from statutory.checks.registry import READ_RIGHT, Problem, check, of_item
from statutory.model.baseline import NUMBERS_KEPT
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Message, Related, Severity
from statutory.model.item import Item
from statutory.model.numbering import (
    element_count,
    elements_of,
    is_in_moments,
    missing_numbers,
    moment_of,
    number_of,
    numbered_elements,
    numbered_items,
)
from statutory.model.reach import gathered


@check(
    "incomplete-section",
    severity=Severity.ERROR,
    requires=READ_RIGHT,
    gap=True,
    why="A section is followed up element by element; what nobody has written down is missed "
    "by no other check.",
    remedy="Write the missing element, or correct its number or the number of items of the "
    "section; where the sources do not tell the items, record a gap for the field.",
    identified_by=("number",),
)
def incomplete_section(catalogue: Catalogue) -> Iterator[Problem]:
    """Find sections of which not all elements are written that they say they have.

    An element with a wrong number may be the missing one, and so may one that rests on
    nothing: the section is found only where these do not explain what is missing. Elements
    without a number are demands that the section makes outside its list; they count for the
    number of elements in all.
    """
    loose = _loose_elements(catalogue)
    numbers = frozenset(number_of(catalogue, element) for element in loose)
    for section in _counted_sections(catalogue):
        wrong = [*_beyond(catalogue, section), *_repeated(catalogue, section)]
        yield from wrong
        found = _missing_items(catalogue, section, numbers, excused=len(wrong))
        if found is None:
            found = _wrong_count(catalogue, section, excused=len(loose))
        if found is not None:
            yield found


@check(
    "lapsed-without-counterpart",
    severity=Severity.WARNING,
    requires=READ_RIGHT,
    gap=True,
    why="A lapsed bill binds nobody; the reader has to see where the matter is provided for now.",
    remedy="Link the section to the provision in force that is its counterpart; where the "
    "sources name none, record a gap for the link.",
    identified_by=(),
)
def lapsed_without_counterpart(catalogue: Catalogue) -> Iterator[Problem]:
    """Find sections of lapsed bills that name no provision in force."""
    link = catalogue.settings.links.counterpart
    acts_of = _acts_of_sections(catalogue)
    for section in catalogue.of_types(catalogue.settings.types.section if link else ()):
        acts = [catalogue.items[id_] for id_ in sorted(acts_of.get(section.id, ()))]
        is_missing = bool(acts) and catalogue.lacks(section, link)
        if is_missing and all(_is_lapsed(catalogue, act) for act in acts):
            yield of_item(
                section,
                "{act} has lapsed: the link {link} is missing",
                field=link,
                link=link,
                act=", ".join(act.id for act in acts),
            )


@check(
    "unverified-basis",
    severity=Severity.NOTE,
    why="What rests on an unverified section is no surer than the section.",
    remedy="Confirm the content from the text of the act, and write how it was confirmed.",
    identified_by=(),
)
def unverified_basis(catalogue: Catalogue) -> Iterator[Problem]:
    """Find unverified sections on which other items rest."""
    settings = catalogue.settings
    field = settings.fields.verification
    for section in catalogue.of_types(settings.types.section):
        resting = {
            item.id
            for link in (settings.links.based_on, settings.links.competence)
            for item in catalogue.linking(section, link)
        }
        if resting and section.value(field) in settings.values.unverified:
            yield of_item(
                section,
                "the content of the section is not confirmed, but these items rest on it: {items}",
                field=field,
                items=", ".join(sorted(resting)),
                members=resting,
            )


def _counted_sections(catalogue: Catalogue) -> Iterator[Item]:
    """Yield the sections that say how many items or elements they have.

    A section that is only the counterpart of another has none and stays outside.
    """
    settings = catalogue.settings
    if not (settings.types.element and settings.links.based_on):
        return
    for section in catalogue.of_types(settings.types.section):
        is_counterpart = catalogue.linking(section, settings.links.counterpart)
        counts = numbered_items(catalogue, section) if settings.fields.number else 0
        if (counts or element_count(catalogue, section)) and (
            elements_of(catalogue, section) or not is_counterpart
        ):
            yield section


def _own_elements(catalogue: Catalogue, section: Item) -> list[Item]:
    """Return the elements whose number can only be one of this section, by place."""
    based_on = catalogue.settings.links.based_on
    return sorted(
        (
            element
            for element in elements_of(catalogue, section)
            if not element.is_external and len(catalogue.linked(element, based_on)) == 1
        ),
        key=lambda element: element.location,
    )


def _beyond(catalogue: Catalogue, section: Item) -> Iterator[Problem]:
    """Yield the elements whose number is above those of the section."""
    fields = catalogue.settings.fields
    total = numbered_items(catalogue, section)
    for element in _own_elements(catalogue, section):
        if total and number_of(catalogue, element) > total:
            place = section.option_location(fields.numbered_items)
            yield of_item(
                element,
                "its number is {number}, but {section} has only {total} numbered items",
                field=fields.number,
                number=element.value(fields.number),
                section=section.id,
                total=total,
                related=[Related(place, Message("the number of items"))],
            )


def _repeated(catalogue: Catalogue, section: Item) -> Iterator[Problem]:
    """Yield the elements whose number another one of their moment has before them."""
    field = catalogue.settings.fields.number
    total = numbered_items(catalogue, section)
    first: dict[tuple[str, int], Item] = {}
    for element in _own_elements(catalogue, section):
        number = number_of(catalogue, element)
        other = first.setdefault((moment_of(catalogue, element), number), element)
        if 0 < number <= total and other is not element:
            yield of_item(
                element,
                "its number is {number}, as is that of {other}",
                field=field,
                number=number,
                other=other.id,
                related=[Related(other.option_location(field), Message("the same number"))],
            )


def _missing_items(
    catalogue: Catalogue, section: Item, loose: frozenset[int], *, excused: int
) -> Problem | None:
    """Return the problem of the numbered items of a section that are no elements, if any.

    Where several moments have items, each counts from one: then their number alone tells.

    :param loose: The numbers of elements that rest on nothing.
    :param excused: How many items an element with a wrong number may be.
    """
    excused += _unreadable(catalogue, section)
    total = numbered_items(catalogue, section)
    if is_in_moments(catalogue, section):
        written = numbered_elements(catalogue, section)
        if total - written <= excused + len(loose - {0}):
            return None
        return of_item(
            section,
            "only {count} of the {total} numbered items are written as elements",
            field=catalogue.settings.fields.numbered_items,
            total=total,
            count=written,
        )
    missing = missing_numbers(catalogue, section, besides=loose)
    if sum(map(len, missing)) <= excused:
        return None
    return _missing(catalogue, section, missing)


def _wrong_count(catalogue: Catalogue, section: Item, *, excused: int) -> Problem | None:
    """Return the problem of a section with fewer or more elements than it says, if it has.

    :param excused: How many elements may be of this section but rest on nothing.
    """
    said, written = element_count(catalogue, section), len(elements_of(catalogue, section))
    if not said or written <= said <= written + excused:
        return None
    text = "says that it has {total} elements, but {count} are written"
    field = catalogue.settings.fields.element_count
    return of_item(section, text, field=field, total=said, count=written)


def _missing(catalogue: Catalogue, section: Item, missing: tuple[range, ...]) -> Problem:
    """Return the problem of the numbers of a section that no element has."""
    fields = catalogue.settings.fields
    return of_item(
        section,
        "these of the {total} numbered items are not written as elements: {numbers}",
        field=fields.numbered_items,
        total=numbered_items(catalogue, section),
        numbers=", ".join(map(_range_text, missing)),
        members=map(str, itertools.islice(itertools.chain(*missing), NUMBERS_KEPT)),
        related=[
            Related(element.location, Message("an element without a number"))
            for element in _own_elements(catalogue, section)
            if not element.value(fields.number)
        ],
    )


def _range_text(numbers: range) -> str:
    first, last = numbers[0], numbers[-1]
    return str(first) if first == last else f"{first}–{last}"


def _unreadable(catalogue: Catalogue, section: Item) -> int:
    """Return how many elements of a section have a number that is none."""
    field = catalogue.settings.fields.number
    elements = elements_of(catalogue, section)
    return sum(bool(e.value(field)) and not number_of(catalogue, e) for e in elements)


def _loose_elements(catalogue: Catalogue) -> tuple[Item, ...]:
    """Return the elements that rest on nothing that exists."""
    settings = catalogue.settings
    return tuple(
        element
        for element in catalogue.of_types(settings.types.element)
        if not catalogue.linked(element, settings.links.based_on)
    )


def _acts_of_sections(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """Return the acts that each section is of, itself or through the sections it rests on."""
    link, types = catalogue.settings.links.based_on, catalogue.settings.types
    acts = {item.id: item.id for item in catalogue.items.values() if item.type in types.act}
    sections = [item for item in catalogue.items.values() if item.type in types.section]
    bases = {
        section.id: [basis.id for basis in catalogue.linked(section, link)]
        for section in sections
        if section.id not in acts
    }
    return gathered(bases, acts)


def _is_lapsed(catalogue: Catalogue, act: Item) -> bool:
    settings = catalogue.settings
    return act.value(settings.fields.legal_state) in settings.values.lapsed

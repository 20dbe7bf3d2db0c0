"""Acts, sections, elements and what answers them: the checks against a slow reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hypothesis import given

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from tests.checks.properties.plain import (
    References,
    coming,
    expected_by,
    found_by,
    lacks,
    onward,
    own,
    to,
)
from tests.checks.properties.worlds import ANSWERED, BARE, BOUND, LAW
from tests.generators import often, worlds


def not_written_down(catalogue: Catalogue) -> Iterator[str]:
    """Yield the elements whose number is wrong, and the sections that lack others.

    A wrong number may be the missing one, and so may that of an element which rests on
    nothing; the section that is a mere counterpart has no elements.
    """
    for section in own(catalogue, "section"):
        elements = [one for one in coming(catalogue, section, "based_on") if one.type == "element"]
        total = _number(section.fields.get("numbered_items", ""))
        if not total or (not elements and coming(catalogue, section, "counterpart")):
            continue
        wrong = list(_with_wrong_number(catalogue, elements, total))
        yield from wrong
        written = {_number(one.fields.get("number", "")) for one in elements}
        loose = {
            _number(one.fields.get("number", ""))
            for one in own(catalogue, "element")
            if not to(catalogue, one, "based_on")
        }
        texts = [one.fields.get("number", "") for one in elements]
        wrong += [text for text in texts if text and not _number(text)]
        if len(set(range(1, total + 1)) - written - loose) > len(wrong):
            yield section.id


def _with_wrong_number(catalogue: Catalogue, elements: list[Item], total: int) -> Iterator[str]:
    """Yield the elements above the number of items, and those that repeat another's.

    An element of two sections may have the number of the other.
    """
    clear = [one for one in elements if len(to(catalogue, one, "based_on")) == 1]
    ours = [one for one in clear if not one.is_external]
    numbers = Counter[int]()
    for element in sorted(ours, key=lambda one: one.location.path):
        number = _number(element.fields.get("number", ""))
        numbers[number] += 1
        if number > total or (number and numbers[number] > 1):
            yield element.id


def _number(text: str) -> int:
    """Return the number that a text is; 0 for one that is none."""
    return int(text) if text.isdigit() else 0


def lapsed_alone(catalogue: Catalogue) -> Iterator[str]:
    """Yield the sections whose acts have all lapsed and that name no counterpart."""
    for section in own(catalogue, "section"):
        law = onward(section, lambda one: _unless_act(catalogue, one)).values()
        acts = [one for one in law if one.type == "act"]
        if (
            acts
            and all(act.fields.get("legal_state") == "lapsed" for act in acts)
            and lacks(catalogue, section, "counterpart")
        ):
            yield section.id


def _unless_act(catalogue: Catalogue, one: Item) -> list[Item]:
    return [] if one.type == "act" else to(catalogue, one, "based_on")


def unconfirmed(catalogue: Catalogue) -> Iterator[str]:
    """Yield the unverified sections on which something rests."""
    for section in own(catalogue, "section"):
        is_unverified = section.fields.get("verification") == "unverified"
        if is_unverified and coming(catalogue, section, "based_on", "competence"):
            yield section.id


def unanswered(catalogue: Catalogue) -> Iterator[str]:
    """Yield the elements that a region has to answer and does not."""
    for element in catalogue.items.values():
        is_here = element.docname or not element.is_external
        if element.type == "element" and is_here and _binds(catalogue, element):
            for region in _asked(catalogue, element):
                answers = coming(catalogue, element, "implements")
                if not any(one.fields.get("region", "") == region for one in answers):
                    yield element.id


def _binds(catalogue: Catalogue, element: Item) -> bool:
    """Say whether an act that binds stands behind an element, or none at all."""
    law = onward(element, lambda one: to(catalogue, one, "based_on")).values()
    acts = {one.id for one in law if one.type == "act"}
    return not catalogue.settings.binding or not acts or bool(acts & {*catalogue.settings.binding})


def _asked(catalogue: Catalogue, element: Item) -> set[str]:
    """Return the regions that have to answer for an element."""
    if not element.fields.get("region"):
        return {""}
    sections = to(catalogue, element, "based_on")
    named = [catalogue.settings.answers.get(section.id, ()) for section in sections]
    if any(named):
        return {region for regions in named for region in regions}
    mentioning = [
        one
        for mentioned in (element, *sections)
        for one in catalogue.items.values()
        if any(mentioned.id in ids for ids in one.links.values())
        and one.type not in {"act", "section", "element"}
    ]
    regions = {one.fields.get("region", "") for one in mentioning}
    return regions - {"", "state", element.fields["region"]}


REFERENCES: References = {
    "incomplete-section": not_written_down,
    "lapsed-without-counterpart": lapsed_alone,
    "unverified-basis": unconfirmed,
    "uncovered-element": unanswered,
}


@often
@given(worlds(LAW, [BARE, BOUND, ANSWERED]))
def test_checks_find_what_the_slow_reading_finds(catalogue: Catalogue) -> None:
    """Law that is not written down or not answered is found on the same items."""
    assert found_by(catalogue, REFERENCES) == expected_by(catalogue, REFERENCES)

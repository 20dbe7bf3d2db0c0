"""Links led elsewhere, nowhere, or to fewer targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statutory.model.document import Directive
from statutory.model.item import Item
from tests.mutation.mutants import Change, Page, Written
from tests.mutation.operators.options import on_line, without_letter
from tests.mutation.operators.registry import Part, operator

_Place = tuple[Directive, Written, list[str], int]


def _targets(page: Page) -> Iterator[_Place]:
    """Yield every target of every link: its block, its option, all targets, its index."""
    for block in page.blocks():
        for option in page.options(block):
            if option.name in page.catalogue.vocabulary.links and "[" not in option.value:
                targets = [part.strip() for part in option.value.split(",") if part.strip()]
                for index in range(len(targets)):
                    yield block, option, targets, index


def _with(place: _Place, *targets: str) -> Change:
    """Return the change of one target of a link into others."""
    block, option, old, index = place
    value = ", ".join([*old[:index], *targets, *old[index + 1 :]])
    return on_line(block, option, option.with_value(value), after=value)


def _other(page: Page, place: _Place, candidates: Sequence[Item]) -> Iterator[Change]:
    """Yield the change of a target into one of some others."""
    block, option, old, index = place
    free = [item.id for item in candidates if item.id not in {*old, block.id}]
    chosen = page.pick(f"{block.id} {option.name} {old[index]}", free)
    if chosen is not None:
        yield _with(place, chosen)


def _alike(page: Page, place: _Place, *, same_region: bool) -> list[Item]:
    """Return the items of the type of a target, of its region or of the others."""
    catalogue = page.catalogue
    target = catalogue.items.get(place[2][place[3]])
    if target is None:
        return []
    region = catalogue.region_of(target)
    return [
        item
        for item in catalogue.of_types([target.type])
        if (catalogue.region_of(item) == region) == same_region
    ]


@operator(Part.ITEM)
def delete_target(page: Page) -> Iterator[Change]:
    """Take one of several targets of a link away."""
    for place in _targets(page):
        if len(place[2]) > 1:
            yield _with(place)


@operator(Part.ITEM)
def misspell_target(page: Page) -> Iterator[Change]:
    """Leave a letter out of a target."""
    for place in _targets(page):
        block, option, old, index = place
        target = without_letter(page, f"{block.id} {option.name} {old[index]}", old[index])
        if target not in page.catalogue.items:
            yield _with(place, target)


@operator(Part.ITEM)
def retarget(page: Page) -> Iterator[Change]:
    """Lead a link to another item of the same type and region."""
    for place in _targets(page):
        yield from _other(page, place, _alike(page, place, same_region=True))


@operator(Part.ITEM)
def retarget_region(page: Page) -> Iterator[Change]:
    """Lead a link to an item of the same type in another region."""
    for place in _targets(page):
        yield from _other(page, place, _alike(page, place, same_region=False))


@operator(Part.ITEM)
def retarget_type(page: Page) -> Iterator[Change]:
    """Lead a link to an item of another type."""
    for place in _targets(page):
        target = page.catalogue.items.get(place[2][place[3]])
        if target is not None:
            others = [it for it in page.catalogue.own_items() if it.type != target.type]
            yield from _other(page, place, others)


@operator(Part.ITEM)
def target_itself(page: Page) -> Iterator[Change]:
    """Lead a link to the item that carries it."""
    for place in _targets(page):
        yield _with(place, place[0].id)


@operator(Part.ITEM)
def repeat_target(page: Page) -> Iterator[Change]:
    """Name a target twice."""
    for place in _targets(page):
        target = place[2][place[3]]
        yield _with(place, target, target)


@operator(Part.ITEM)
def reverse_targets(page: Page) -> Iterator[Change]:
    """Name the targets of a link in the opposite order."""
    for block, option, targets, index in _targets(page):
        if index == 1:
            value = ", ".join(reversed(targets))
            yield on_line(block, option, option.with_value(value), after=value)


@operator(Part.ITEM)
def add_target(page: Page) -> Iterator[Change]:
    """Name one more target of the type and region of the last one."""
    for place in _targets(page):
        block, option, targets, index = place
        if index == len(targets) - 1:
            alike = _alike(page, place, same_region=True)
            free = [item.id for item in alike if item.id not in {*targets, block.id}]
            more = page.pick(f"{block.id} {option.name} more", free)
            if more is not None:
                yield _with(place, targets[index], more)


@operator(Part.ITEM)
def targets_of_another(page: Page) -> Iterator[Change]:
    """Lead a link to the targets of another link of the same item."""
    for block in page.blocks():
        links = [
            option
            for option in page.options(block)
            if option.name in page.catalogue.vocabulary.links and option.value
        ]
        for link in links:
            others = [other.value for other in links if other.value != link.value]
            value = page.pick(f"{block.id} {link.name} another", others)
            if value is not None:
                yield on_line(block, link, link.with_value(value), after=value)

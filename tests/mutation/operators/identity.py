"""What names an item and its sources, changed into what names something else."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator

from statutory.model.document import Directive
from statutory.model.identifiers import NAME, REGION, TYPE, Parts, parts_of
from tests.mutation.mutants import Change, Page, Written
from tests.mutation.operators.options import on_line
from tests.mutation.operators.registry import Part, operator


def _ids(page: Page) -> Iterator[tuple[Directive, Written, Parts]]:
    """Yield every identifier that is of the form of the project, taken apart."""
    form = page.catalogue.settings.ids.form
    for block in page.blocks():
        for option in page.options(block):
            parts = parts_of(option.value, form) if option.name == "id" and form else None
            if parts is not None:
                yield block, option, parts


def _with_parts(page: Page, option: Written, old: Parts, new: Parts) -> str:
    """Return the line of an identifier with other codes."""
    form = page.catalogue.settings.ids.form
    head, _, tail = form.partition(NAME)
    before = head.replace(REGION, old.region).replace(TYPE, old.type)
    after = tail.replace(REGION, old.region).replace(TYPE, old.type)
    name = option.value.removeprefix(before).removesuffix(after)
    id_ = form.replace(REGION, new.region).replace(TYPE, new.type).replace(NAME, name)
    return option.with_value(id_)


@operator(Part.ITEM)
def other_region_id(page: Page) -> Iterator[Change]:
    """Write the code of another region into an identifier."""
    codes = page.catalogue.settings.ids.regions.values()
    for block, option, parts in _ids(page):
        code = page.pick(f"{block.id} region", [one for one in codes if one != parts.region])
        if code is not None and parts.region:
            line = _with_parts(page, option, parts, dataclasses.replace(parts, region=code))
            yield on_line(block, option, line, after=code)


@operator(Part.ITEM)
def other_type_id(page: Page) -> Iterator[Change]:
    """Write the code of another type into an identifier."""
    prefixes = sorted({kind.prefix for kind in page.catalogue.vocabulary.types.values()} - {""})
    for block, option, parts in _ids(page):
        code = page.pick(f"{block.id} type", [one for one in prefixes if one != parts.type])
        if code is not None and parts.type:
            line = _with_parts(page, option, parts, dataclasses.replace(parts, type=code))
            yield on_line(block, option, line, after=code)


@operator(Part.ITEM)
def title_of_neighbour(page: Page) -> Iterator[Change]:
    """Give an item the title of the one before it on the page."""
    lines = page.lines
    for former, block in itertools.pairwise(page.blocks()):
        line = lines[block.location.line - 1]
        if former.title and block.title and former.title != block.title:
            new = line.removesuffix(block.title) + former.title
            yield Change(
                start=block.location.line,
                count=1,
                new=(new,),
                item=block.id,
                before=block.title,
                after=former.title,
            )


@operator(Part.ITEM)
def place_of_another(page: Page) -> Iterator[Change]:
    """Name a place that an item of other sources names."""
    catalogue = page.catalogue
    locator, link = catalogue.settings.fields.locator, catalogue.settings.links.sources
    for block in page.blocks():
        sources = {*catalogue.items[block.id].targets(link)}
        for option in page.options(block):
            if option.name == locator and sources:
                places = {
                    item.value(locator)
                    for item in catalogue.own_items()
                    if item.targets(link) and sources.isdisjoint(item.targets(link))
                }
                place = page.pick(f"{block.id} place", sorted(places - {"", option.value}))
                if place is not None:
                    yield on_line(block, option, option.with_value(place), after=place)


@operator(Part.ITEM)
def owned_by_stakeholder(page: Page) -> Iterator[Change]:
    """Lead the owner of an item to a mere stakeholder of its region or of the state."""
    catalogue = page.catalogue
    settings = catalogue.settings
    mere = {*settings.values.stakeholder} - {*settings.values.whole}
    for block in page.blocks():
        region = catalogue.region_of(catalogue.items[block.id])
        for option in page.options(block):
            if option.name == settings.links.owner:
                bodies = [
                    actor.id
                    for actor in catalogue.of_types(settings.types.actor)
                    if actor.value(settings.fields.kind) in mere
                    and (catalogue.is_national(actor) or catalogue.region_of(actor) == region)
                ]
                body = page.pick(f"{block.id} stakeholder", bodies)
                if body is not None and body != option.value:
                    yield on_line(block, option, option.with_value(body), after=body)

"""Snippets to copy: a new item of each type, with the options that it has to have first.

The values are those of the project: the value and the target that most items of the type
have, so that a snippet is valid as it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from statutory.model.finding import Finding, Message, Severity
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.views.cells import Cells
from statutory.views.identifiers import new_id, usual

ID = "id"
"""The option that names an item."""

_A_CHECK = "missing-owner"
"""A check that an example of a waiver names where nothing has been found."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """An option of a snippet.

    :param value: An example of what may stand there.
    :param is_required: Whether an item of the type has to have it.
    :param allowed: The values that it may have, or the types that it may lead to; empty
        for any text.
    """

    name: str
    value: str
    is_required: bool
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Snippet:
    """A new item of a type.

    :param type: The item type, the name of its directive.
    :param lines: Its options, in the order written.
    """

    type: str
    title: str
    body: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The text to copy."""
        options = "\n".join(f":{line.name}: {line.value}" for line in self.lines)
        return f"```{{{self.type}}} {self.title}\n{options}\n\n{self.body}\n```\n"


def snippet_of(cells: Cells, kind: str, region: str = "") -> Snippet:
    """Return a new item of a type.

    :param region: The region of the example; empty for the one with most items of the type.
    """
    region = region or _usual_region(cells, kind)
    return Snippet(
        type=kind,
        title=cells.messages.text("Short title"),
        body=cells.messages.text("One or two sentences in your own words."),
        lines=tuple(_lines(cells, kind, region)),
    )


def _lines(cells: Cells, kind: str, region: str) -> Iterator[Line]:
    """Yield the identifier, the options that the type has to have, and those of its own."""
    yield Line(name=ID, value=new_id(cells, kind, region), is_required=True)
    vocabulary, fields = cells.catalogue.vocabulary, cells.settings.fields
    given = vocabulary.types[kind].options
    required = [name for name in _required(cells, kind) if name in given]
    if not any(name in vocabulary.links for name in required[:-2]):
        required = [*_usual_link(cells, kind), *required]
    if fields.region in given:
        yield _line(cells, kind, fields.region, region, is_required=True)
    for name in dict.fromkeys(required):
        yield _line(cells, kind, name, region, is_required=True)
    shared = frozenset.intersection(*(one.options for one in vocabulary.types.values()))
    of_one_item = {fields.numbered_items, fields.number}
    for name in (*vocabulary.fields, *vocabulary.links):
        if name in given and name not in {*shared, *required, *of_one_item}:
            line = _line(cells, kind, name, region, is_required=False)
            if line.value:
                yield line


def _required(cells: Cells, kind: str) -> Iterator[str]:
    """Yield the options that the checks ask of a type, in the order to write them in."""
    types, required = cells.settings.types, cells.settings.required
    fields, links = cells.settings.fields, cells.settings.links
    waiver = (links.waiver_target, fields.waiver_check, fields.waiver_reason)
    for kinds, names in (
        (types.component, (links.implements,)),
        ((kind,), (required.parent.get(kind, ""),)),
        (types.gap, (fields.gap_field, links.gap_target)),
        (types.waiver, (*waiver, links.waiver_approver, fields.waiver_expiry)),
        (types.decision, (links.decider,)),
        (types.difference, (fields.kind, links.concerns)),
        (required.owner + types.gap, (links.owner, fields.owner_basis)),
        (required.preparer, (links.preparer,)),
        (required.timeline, (fields.period, fields.time_basis)),
        (required.outcome, (fields.status,)),
    ):
        if kind in kinds:
            yield from names
    if kind not in required.without_source:
        yield from (links.sources, fields.locator)


def _usual_link(cells: Cells, kind: str) -> list[str]:
    """Return the link by which most items of a type hang on others, where they need one.

    Sources and acts stand alone; of a type without links any item can concern another.
    """
    types, links = cells.settings.types, cells.settings.links
    if kind in types.source + types.act:
        return []
    count = Counter(
        link
        for item in cells.catalogue.of_types([kind])
        for link in item.links
        if link != links.sources
    )
    return [usual(count)] if count else [links.concerns]


def _line(cells: Cells, kind: str, name: str, region: str, *, is_required: bool) -> Line:
    vocabulary, types = cells.catalogue.vocabulary, cells.catalogue.vocabulary.types
    if name in vocabulary.links:
        targets = vocabulary.links[name].target_types
        titles = tuple(types[one].title for one in targets if one in types)
        value = _example_target(cells, kind, name, region)
        value = value or (cells.messages.text("EXAMPLE") if is_required else "")
        return Line(name=name, value=value, is_required=is_required, allowed=titles)
    allowed = _allowed(cells, kind, name)
    value = _example_value(cells, kind, name, region)
    value = value or (cells.messages.text("EXAMPLE") if is_required else "")
    return Line(name=name, value=value, is_required=is_required, allowed=allowed)


def _allowed(cells: Cells, kind: str, name: str) -> tuple[str, ...]:
    vocabulary = cells.catalogue.vocabulary
    schema = vocabulary.schemas.get(kind, {}).get(name)
    return (schema.allowed if schema else ()) or vocabulary.enumerations.get(name, ())


def _example_value(cells: Cells, kind: str, name: str, region: str) -> str:
    """Return an example of a field: what most items of the type say, or an allowed value."""
    settings, fields = cells.settings, cells.settings.fields
    allowed = _allowed(cells, kind, name)
    fixed = {
        fields.region: region,
        fields.period: settings.as_of.strftime("%Y-%m"),
        fields.waiver_expiry: f"{settings.as_of.year}-12-31",
        fields.published: settings.as_of.isoformat(),
        fields.status: next(iter(settings.values.pending), ""),
        fields.locator: _example_place(cells, kind, region),
        fields.gap_field: settings.links.preparer or settings.links.owner,
        fields.waiver_check: _waived(cells).check,
        fields.waiver_reason: cells.messages.text("Why the requirement cannot be met yet"),
    }
    if fixed.get(name):
        return fixed[name]
    values = Counter(
        value
        for item in cells.catalogue.of_types([kind])
        if (value := item.value(name)) and (not allowed or value in allowed)
    )
    return usual(values) if values else next(iter(allowed), "")


def _example_place(cells: Cells, kind: str, region: str) -> str:
    """Return a place of the example's source, where that lists its places."""
    settings, items = cells.settings, cells.catalogue.items
    link = settings.links.sources
    source = items.get(_example_target(cells, kind, link, region)) if link else None
    outline = source.value(settings.fields.outline) if source else ""
    return outline.split(";")[0].strip() or cells.messages.text("Heading or page in the source")


def _example_target(cells: Cells, kind: str, link: str, region: str) -> str:
    """Return the target that most items of the type have, of the same region if any.

    Where none has one, that of the items of all types stands for it. A link that may lead
    anywhere leads to no law: whoever mentions a statutory element has to answer it.
    """
    catalogue = cells.catalogue
    if kind in cells.settings.types.waiver and link == cells.settings.links.waiver_target:
        return _waived(cells).item
    using = [item for item in catalogue.of_types([kind]) if item.targets(link)]
    types = cells.settings.types
    typed = catalogue.vocabulary.links[link].target_types
    law = () if typed else types.act + types.section + types.element
    using = using or [item for item in catalogue.own_items() if item.targets(link)]
    if link == cells.settings.links.decider:
        return _able_to_decide(cells, region)
    near = [item for item in using if catalogue.region_of(item) == region] or using
    targets = Counter(target for item in near for target in item.targets(link))
    alive = Counter(
        {
            id_: count
            for id_, count in targets.items()
            if id_ in catalogue.items and catalogue.items[id_].type not in law
        }
    )
    if alive:
        return usual(alive)
    others = catalogue.of_types(typed)
    return next((item.id for item in _near(cells, others, region)), "")


def _able_to_decide(cells: Cells, region: str) -> str:
    """Return an actor whose competence is told, or one at least, those of a region first."""
    actors = _near(cells, cells.catalogue.of_types(cells.settings.types.actor), region)
    competence = cells.settings.links.competence
    able = [actor.id for actor in actors if cells.catalogue.linked(actor, competence)]
    return next(iter([*able, *(actor.id for actor in actors)]), "")


def _waived(cells: Cells) -> Finding:
    """Return a finding that a waiver could silence, for the example of one."""
    nothing = Finding(
        check=_A_CHECK, severity=Severity.NOTE, item="", field="", region="",
        location=Location("", 0), message=Message(""), why="", remedy="",
    )  # fmt: skip
    types, items = cells.settings.types, cells.catalogue.items
    law = types.act + types.section + types.element
    return next(
        (
            one
            for one in cells.report.open_findings
            if one.item in items and not one.gap and items[one.item].type not in law
        ),
        nothing,
    )


def _near(cells: Cells, items: Iterable[Item], region: str) -> list[Item]:
    """Return items, those of a region first."""
    return sorted(items, key=lambda item: (cells.catalogue.region_of(item) != region, item.id))


def _usual_region(cells: Cells, kind: str) -> str:
    """Return the region with most items of a type, or with most items of all."""
    catalogue = cells.catalogue
    of_type = Counter(map(catalogue.region_of, catalogue.of_types([kind])))
    regions = of_type or Counter(map(catalogue.region_of, catalogue.own_items()))
    named = Counter({region: count for region, count in regions.items() if region})
    return usual(named or regions) if regions else ""

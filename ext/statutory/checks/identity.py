"""Identity: whether what names an item agrees with the item, and tells it from the others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statutory.checks.registry import READ_RIGHT, Problem, check, of_item
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Message, Related, Severity
from statutory.model.identifiers import REGION, parts_of
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.texts import Texts

_WORD = re.compile(r"\w")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|^%[^\n]*$", re.DOTALL | re.MULTILINE)


@check(
    "misfit-id",
    severity=Severity.ERROR,
    requires=[*READ_RIGHT, "schema-violation"],
    why="Readers, links and tables tell by the identifier what an item is and whose; where it says "
    "something else than the item, one of the two is wrong.",
    remedy="Mend the identifier, the type or the region; list an identifier that was in use among "
    "the former ones.",
    identified_by=("said",),
)
def misfit_id(catalogue: Catalogue) -> Iterator[Problem]:
    """Find identifiers whose codes are not those of the item's region and type."""
    settings = catalogue.settings
    form, codes, field = settings.ids.form, settings.ids.regions, settings.fields.region
    by_code = {code: region for region, code in codes.items()}
    for item in catalogue.own_items() if form else ():
        parts = parts_of(item.id, form)
        if parts is None:
            yield of_item(
                item, "the identifier is not of the form {form}", field="id", form=form, said=""
            )
            continue
        kind = catalogue.vocabulary.types.get(item.type)
        prefix = kind.prefix if kind is not None else ""
        if parts.type and prefix and parts.type != prefix:
            yield of_item(
                item,
                "the identifier says {said}, but the code of the type {type} is {code}",
                field="id",
                said=parts.type,
                type=item.type,
                code=prefix,
            )
        region = catalogue.region_of(item)
        if REGION not in form or not field or parts.region == codes.get(region):
            continue
        text = "the identifier says {said}, but the field {name} is {value}"
        if not region:
            text = "the identifier says {said}, but the field {name} is missing"
        if parts.region not in by_code:
            text = "the identifier says {said}, which is the code of no region"
        yield of_item(
            item,
            text,
            field=field,
            said=parts.region,
            name=field,
            value=region,
            nearest=by_code.get(parts.region, ""),
        )


@check(
    "link-to-another-region",
    severity=Severity.NOTE,
    requires=["misfit-id", "dead-link", "wrong-target", "schema-violation"],
    why="A region speaks for itself: an owner, a source or a schedule of another region is nearly "
    "always a slip in the identifier.",
    remedy="Link to the item of the same region, or to the national one; where the link is meant, "
    "policy can allow it by link or by type.",
    identified_by=("target",),
)
def link_to_another_region(catalogue: Catalogue) -> Iterator[Problem]:
    """Find links of a region's items to those of another region.

    What concerns or contradicts something may cross the border, and so may differences.
    """
    settings = catalogue.settings
    links, allowed = settings.links, settings.across_regions
    free_links = {links.concerns, links.conflicts_with, *allowed.links}
    free_types = {*settings.types.difference, *allowed.types}
    for item in catalogue.own_items():
        if item.type in free_types or catalogue.is_national(item):
            continue
        for link in item.links:
            for target in () if link in free_links else catalogue.linked(item, link):
                if _is_of_another(catalogue, item, target):
                    yield of_item(
                        item,
                        "{link} leads to {target}, which is of another region: {other}",
                        field=link,
                        link=link,
                        target=target.id,
                        other=settings.label(catalogue.region_of(target)),
                    )


@check(
    "repeated-title",
    severity=Severity.WARNING,
    requires=["duplicate-id"],
    why="Lists and links show titles; of two items of one title on one page nobody can tell which "
    "is which.",
    remedy="Give each a title of its own; if one is a copy of the other, delete it.",
    identified_by=("other",),
)
def repeated_title(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items that have the title of an earlier item on their page.

    Sections of different acts may have one, since they are told apart by their acts.
    """
    first: dict[tuple[str, ...], Item] = {}
    link, sections = catalogue.settings.links.based_on, catalogue.settings.types.section
    for item in sorted(catalogue.own_items(), key=lambda item: (item.location, item.id)):
        title = " ".join(item.title.split()).casefold()
        if not title:
            continue
        place = (item.location.path, title)
        of_any, of_others = (*place, "any"), (*place, "others")
        if item.type in sections:
            of_act = (*place, "section", *item.targets(link))
            other = first.setdefault(of_act, first.get(of_others, item))
        else:
            other = first.get(of_any, item)
            first.setdefault(of_others, item)
        first.setdefault(of_any, item)
        if other.id != item.id:
            yield of_item(
                item,
                "{other} on the same page has the same title: {title}",
                other=other.id,
                title=item.title,
                related=[Related(other.location, Message("the other item"))],
            )


@check(
    "missing-text",
    severity=Severity.NOTE,
    requires=READ_RIGHT,
    why="A title and its options do not say what the source says; the reader of an item without a "
    "word has to take it on trust.",
    remedy="Say in a sentence of your own what the source says of the matter.",
)
def missing_text(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items without a word of text, of the types of which policy asks for one."""
    texts = Texts(catalogue)
    for item in catalogue.of_types(catalogue.settings.texts.required):
        text = texts.of(item)
        if text is not None and not _WORD.search(_COMMENT.sub("", text)):
            yield of_item(item, "has no text")


@check(
    "removed-item",
    severity=Severity.NOTE,
    why="What was published and is gone may have been deleted by mistake, and links from outside "
    "lead to nothing.",
    remedy="Write the item again, or list its identifier among the former ones of what took its "
    "place; what was taken out on purpose leaves the note until the next release.",
    identified_by=("id",),
)
def removed_item(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items of the last release that are gone and that no item has been before."""
    settings = catalogue.settings
    if settings.released is None:
        return
    place = Location(settings.path, settings.line_of("statutory.snapshot"))
    for id_, item in settings.released.items.items():
        if catalogue.current_ids.get(id_, id_) not in catalogue.items:
            yield Problem(
                item="",
                location=place,
                message=Message(
                    "{id} of the last release is gone: {title}", {"id": id_, "title": item.title}
                ),
            )


def _is_of_another(catalogue: Catalogue, item: Item, target: Item) -> bool:
    """Say whether a target is of a region, and not of that of the item."""
    of_a_region = not target.is_external and not catalogue.is_national(target)
    return of_a_region and catalogue.region_of(target) != catalogue.region_of(item)

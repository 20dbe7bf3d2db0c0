"""Certainty: whether an item says how its owner, its time and the rest of it are known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statutory.checks.registry import READ_RIGHT, Problem, check, of_item
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Severity
from statutory.model.item import Item
from statutory.model.preparation import time_option
from statutory.model.texts import Texts


@check(
    "missing-basis",
    severity=Severity.WARNING,
    requires=READ_RIGHT,
    why="Who does not read how an owner or a time is known takes it for what the source says; "
    "until it is told, it counts as inferred.",
    remedy="Write how it is known: from the source, from the law, or as inferred by the editors.",
    identified_by=("name",),
)
def missing_basis(catalogue: Catalogue) -> Iterator[Problem]:
    """Find owners and times of which nothing says how they are known, where policy asks it."""
    links, fields = catalogue.settings.links, catalogue.settings.fields
    for item in catalogue.own_items():
        for name, basis in (
            (links.owner, fields.owner_basis),
            (time_option(catalogue, item), fields.time_basis),
        ):
            if catalogue.lacks_basis(item, name):
                yield of_item(
                    item,
                    "nothing says how {name} is known: the field {basis} is missing",
                    field=basis,
                    name=name,
                    basis=basis,
                )


@check(
    "unmarked-inference",
    severity=Severity.NOTE,
    requires=[*READ_RIGHT, "missing-basis"],
    why="A reader of a table or a card sees the values alone, and takes for certain what the text "
    "calls a reading.",
    remedy="Mark the value as inferred, by its basis or in the list of inferred fields; if what is "
    "inferred is no field or link of the item, leave the note.",
    identified_by=("word",),
)
def unmarked_inference(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items whose text speaks of an inference while no value of theirs is marked as one.

    Differences are left out: they tell of readings by nature.
    """
    settings = catalogue.settings
    words = [re.escape(word) for word in settings.texts.inference_words if word]
    if not words:
        return
    beginning = re.compile(rf"\b(?:{'|'.join(words)})\w*", re.IGNORECASE)
    texts = Texts(catalogue)
    for item in catalogue.own_items():
        if item.type in settings.types.difference or _is_marked(catalogue, item):
            continue
        found = beginning.search(texts.of(item) or "")
        if found is not None:
            yield of_item(
                item,
                "the text says {word}, but no field or link is marked as inferred",
                field=settings.fields.inferred,
                word=found[0],
            )


def _is_marked(catalogue: Catalogue, item: Item) -> bool:
    """Say whether an item marks any value as inferred."""
    fields, values = catalogue.settings.fields, catalogue.settings.values
    bases = (item.value(fields.owner_basis), item.value(fields.time_basis))
    return bool(item.value(fields.inferred)) or any(basis in values.inferred for basis in bases)

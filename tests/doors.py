"""The two doors into the model, compared: what a build makes, and what the files tell."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping

from statutory.checks import run_checks
from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.source.items import Reading, read_catalogue


def read_again(built: Catalogue) -> Reading:
    """Return what is read without Sphinx of the files that a build has read."""
    return read_catalogue(built.settings, built.vocabulary, built.documents)


def differences(built: Catalogue) -> list[str]:
    """Return where what is read without Sphinx differs from what a build has made.

    Fields that the project computes are left out, since no file holds them, and so are
    the warnings of the build, what it refuses and what refers to nothing. Findings are
    compared where the items are the same.
    """
    reading = read_again(built)
    mine = reading.catalogue
    made = dataclasses.replace(built, warnings=(), refusals=(), dead_references=(), loops=())
    found = [
        *_of_items({id_: _written(built, item) for id_, item in made.items.items()}, mine.items),
        *(f"violation {one}" for one in {*made.violations} ^ {*mine.violations}),
    ]
    if not found and run_checks(made).findings != run_checks(mine).findings:
        found.append("the findings differ")
    return found


def _of_items(made: Mapping[str, Item], mine: Mapping[str, Item]) -> Iterator[str]:
    for id_ in sorted({*made, *mine}):
        if made.get(id_) != mine.get(id_):
            yield f"{id_}: {made.get(id_)} but {mine.get(id_)}"


def _written(catalogue: Catalogue, item: Item) -> Item:
    """Return an item without the fields that no author writes."""
    schemas = catalogue.vocabulary.schemas.get(item.type, {})
    fields = {
        name: value
        for name, value in item.fields.items()
        if name not in schemas or not schemas[name].computed
    }
    return dataclasses.replace(item, fields=fields)

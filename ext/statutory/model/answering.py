"""What waits for an answer: questions, and positions that demand something."""

from __future__ import annotations

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item


def asks_for_answer(catalogue: Catalogue, item: Item) -> bool:
    """Say whether an item is a question or a demand, of the types and values of policy."""
    settings = catalogue.settings
    if item.type in settings.required.answer:
        return True
    is_position = item.type in settings.types.position
    return is_position and item.value(settings.fields.force) in settings.values.demand


def is_unanswered(catalogue: Catalogue, item: Item) -> bool:
    """Say whether an item asks for an answer and no item that exists gives it."""
    link = catalogue.settings.links.answer
    return asks_for_answer(catalogue, item) and not catalogue.linked(item, link)

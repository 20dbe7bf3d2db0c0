"""Where somebody is named for a matter, though an item about it names no owner itself."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """Somebody who is named for the matter of an item.

    :param place: The item that names them; the item itself where another link of it does.
    :param link: The link that names them.
    :param is_sure: Whether they own the very thing that a milestone is a part of or dates.
    """

    place: Item
    link: str
    is_sure: bool


class OwnersElsewhere:
    """Finds who is named for the matters of the items of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the catalogue."""
        self._catalogue = catalogue
        self._duty_on = functools.cache(self._find_duty_on)

    def of(self, item: Item) -> Named | None:
        """Return who is named for the matter of an item, the surest first; ``None`` for nobody."""
        found = sorted(self._all_of(item), key=lambda named: not named.is_sure)
        return next(iter(found), None)

    def _all_of(self, item: Item) -> Iterator[Named]:
        """Yield who is named: in what the item is of, in duties about it, or by its own links."""
        catalogue, settings = self._catalogue, self._catalogue.settings
        links, types = settings.links, settings.types
        is_milestone = item.type in types.milestone
        # A component is the strategy's, whoever does what belongs to it.
        products = set(types.prepared) - (set() if is_milestone else set(types.component))
        wholes = list(catalogue.linked(item, links.part_of))
        if is_milestone:
            wholes += catalogue.linking(item, links.schedule)
        for others, is_sure in (
            (wholes, is_milestone),
            ([*catalogue.linked(item, links.concerns), item], False),
        ):
            own = [one for one in others if one.type in products or one.id == item.id]
            duties = [one for one in others if one.type in types.duty]
            about = filter(None, (self._duty_on(one.id) for one in own))
            for place in (*about, *duties, *own):
                if place.id != item.id and self._states(place, links.owner):
                    yield Named(place=place, link=links.owner, is_sure=is_sure)
        for actor in (
            *catalogue.linked(item, links.producer),
            *catalogue.linked(item, links.organiser),
        ):
            duty = self._duty_on(actor.id)
            if duty is not None and duty.id != item.id:
                yield Named(place=duty, link=links.owner, is_sure=False)
        whole = [*wholes, *catalogue.linked(item, links.concerns)] if is_milestone else []
        related = [one for one in whole if one.type in products]
        for place in (item, *related) if is_milestone else ():
            for link in (links.decider, links.preparer, links.presenter):
                if self._states(place, link):
                    yield Named(place=place, link=link, is_sure=False)

    def _find_duty_on(self, id_: str) -> Item | None:
        """Return the first duty that concerns an item and states its owner."""
        settings = self._catalogue.settings
        concerning = self._catalogue.linking(self._catalogue.items[id_], settings.links.concerns)
        return next(
            (
                duty
                for duty in concerning
                if duty.type in settings.types.duty and self._states(duty, settings.links.owner)
            ),
            None,
        )

    def _states(self, item: Item, link: str) -> bool:
        """Say whether an item names somebody by a link, and not by inference."""
        catalogue = self._catalogue
        return bool(catalogue.linked(item, link)) and not catalogue.is_inferred(item, link)

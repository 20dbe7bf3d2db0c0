"""Evidence: whether what implements an element says more than the law itself."""

from __future__ import annotations

from collections import defaultdict

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.model.reach import gathered


class Evidence:
    """Which answers to the law rest on the law alone, made ready once for many questions.

    A source is of the law where the element or the law behind it cites it. It is evidence of
    what a region does all the same where it is the region's own document. A source without
    a region is, where other items of the project cite it too.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Look at each item and each of its sources once."""
        self._catalogue = catalogue
        links, types = catalogue.settings.links, catalogue.settings.types
        legal = frozenset(types.act + types.section + types.element)
        ahead: dict[str, list[str]] = defaultdict(list)
        common: set[str] = set()
        for item in catalogue.items.values():
            cited = [source.id for source in catalogue.named(item, links.sources)]
            if item.type in legal:
                bases = [base.id for base in catalogue.linked(item, links.based_on)]
                ahead[item.id] = [f"{item.id} itself", *bases, *(f"{id_} cited" for id_ in cited)]
            elif not catalogue.linked(item, links.implements, role="implements"):
                common.update(cited)
        values = {to: to.rsplit(" ", 1)[0] for way in ahead.values() for to in way if " " in to}
        self._of_law = gathered(ahead, values)
        self._common = frozenset(common)

    def restates(self, item: Item, element: Item) -> bool:
        """Say whether all that an item rests on is the law that it implements."""
        sources = self._catalogue.named(item, self._catalogue.settings.links.sources)
        return bool(sources) and all(self._is_law(item, source, element) for source in sources)

    def _is_law(self, item: Item, source: Item, element: Item) -> bool:
        """Say whether a source of an item tells the law alone."""
        if source.id not in self._of_law.get(element.id, ()):
            return False
        region = self._catalogue.region_of(source)
        if region and self._catalogue.region_of(item):
            return region != self._catalogue.region_of(item)
        return source.id not in self._common

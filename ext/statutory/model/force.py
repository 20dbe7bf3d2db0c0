"""The times in which provisions are in force."""

from __future__ import annotations

from collections import deque

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.model.period import Period


def times_in_force(catalogue: Catalogue, law: Item) -> tuple[tuple[Item, Period], ...]:
    """Return the times in which a provision is in force, each with the item that says it.

    They are its own, or else those of the acts that it rests on; of a bill there are none,
    nor where no time can be read or one is reversed.
    """
    settings = catalogue.settings
    legal = settings.types.act + settings.types.section
    found: list[tuple[Item, Period]] = []
    way, seen = deque([(law, False)]), set[tuple[str, bool]]()
    while way:
        law, is_known = way.popleft()
        if (law.id, is_known) in seen or law.type not in legal:
            continue
        seen.add((law.id, is_known))
        if law.value(settings.fields.legal_state) in settings.values.not_in_force:
            return ()
        text = "" if is_known else law.value(settings.fields.period)
        period = catalogue.read(text) if text else None
        if period is not None and not period.is_reversed:
            found.append((law, period))
            is_known = True
        bases = catalogue.linked(law, settings.links.based_on)
        way.extend((basis, is_known) for basis in bases)
    return tuple(found)

"""The times in which provisions are in force."""

from __future__ import annotations

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.model.period import Period
from statutory.model.reach import gathered


class Forces:
    """The times in force of all law, made ready once for any number of questions."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Look at each provision and each of its links once."""
        self._catalogue = catalogue
        settings = catalogue.settings
        legal = settings.types.act + settings.types.section
        laws = {item.id: item for item in catalogue.items.values() if item.type in legal}
        self._times = {id_: time for id_, law in laws.items() if (time := self._own_time(law))}
        bases = {
            id_: [base for base in law.targets(settings.links.based_on) if base in laws]
            for id_, law in laws.items()
        }
        bills = {id_: id_ for id_, law in laws.items() if is_not_in_force(catalogue, law)}
        unless_known = {id_: [] if id_ in self._times else to for id_, to in bases.items()}
        self._bills = gathered(bases, bills)
        self._holders = gathered(unless_known, {id_: id_ for id_ in self._times})

    def of(self, law: Item) -> tuple[tuple[Item, Period], ...]:
        """Return the times in which a provision is in force, each with the item that says it.

        They are its own, or else those of the acts that it rests on, by their identifiers; of
        a bill there are none, nor where no time can be read or one is reversed.
        """
        if self._bills.get(law.id):
            return ()
        holders = sorted(self._holders.get(law.id, ()))
        return tuple((self._catalogue.items[id_], self._times[id_]) for id_ in holders)

    def _own_time(self, law: Item) -> Period | None:
        text = law.value(self._catalogue.settings.fields.period)
        period = self._catalogue.read(text) if text else None
        return None if period is None or period.is_reversed else period


def is_not_in_force(catalogue: Catalogue, law: Item) -> bool:
    """Say whether a provision says itself that it is not in force."""
    settings = catalogue.settings
    return law.value(settings.fields.legal_state) in settings.values.not_in_force

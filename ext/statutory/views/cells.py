"""Cells: what is known of one matter of an item, how surely, and what to say if nothing."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field

from statutory.messages import Messages
from statutory.model.catalogue import Catalogue
from statutory.model.changes import Changes, changes_since
from statutory.model.coverage import Coverage, State
from statutory.model.finding import Message
from statutory.model.item import Item
from statutory.model.report import Report

DEFAULT = "default"
"""The key of the words that stand where nothing is recorded of any link or field."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece of text, perhaps a link.

    :param text: What is read.
    :param target: The identifier of the item that it leads to; empty for plain text.
    :param note: What is added in brackets, such as how the thing is known.
    :param key: What tables sort it by where the text itself does not sort, as with times.
    :param page: The page that it leads to where it leads to no item, with an anchor behind
        a number sign.
    :param is_literal: Whether it is to be typed as it stands, and so is never broken.
    """

    text: str
    target: str = ""
    note: str = ""
    key: str = field(default="", compare=False)
    page: str = ""
    is_literal: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known of one matter of an item.

    :param state: How surely it is known; missing where nothing is.
    :param entries: What is known; for a missing matter, the words that say so.
    :param shares: How many there are in each state, in the order of the states, drawn as a
        bar beside the words; empty for no bar.
    """

    state: State
    entries: tuple[Entry, ...]
    shares: tuple[int, ...] = ()


class Cells:
    """The cells of the items of one report, in the language of its project."""

    def __init__(self, report: Report) -> None:
        """Take a report and the language of its project."""
        self.report = report
        self.catalogue = report.catalogue
        self.settings = report.catalogue.settings
        self.messages = Messages(self.settings.language)
        self.coverage = Coverage(report)

    @functools.cached_property
    def changes(self) -> Changes | None:
        """What has changed since the release; ``None`` where the project keeps none."""
        before = self.settings.released
        return changes_since(self.catalogue, before) if before is not None else None

    def owner(self, item: Item) -> Cell:
        """Return who answers for an item."""
        return self.linked(item, self.settings.links.owner, self.settings.fields.owner_basis)

    def preparer(self, item: Item) -> Cell:
        """Return who prepares an item."""
        return self.linked(item, self.settings.links.preparer, "")

    def time(self, item: Item) -> Cell:
        """Return when an item holds: its own period, or the schedule that gives it."""
        fields, links = self.settings.fields, self.settings.links
        basis = item.value(fields.time_basis)
        text = item.value(fields.period)
        if text:
            entry = self.time_entry(text, self._basis(item, fields.period, basis))
            return Cell(self.coverage.state(item, fields.period), (entry,))
        period = self.catalogue.period_of(item)
        schedules = self.catalogue.linked(item, links.schedule)
        if not schedules or self.coverage.state(item, fields.period) is State.MISSING:
            return self.missing(item, fields.period)
        note = self._basis(item, links.schedule, basis)
        entries = [self.time_entry(period.text, note)] if period and period.text else []
        entries += [self.reference(schedule) for schedule in schedules]
        return Cell(self.coverage.state(item, fields.period), tuple(entries))

    def tells_time(self) -> bool:
        """Say whether the project has a field or a link that tells the time of an item."""
        return bool(self.settings.fields.period or self.settings.links.schedule)

    def sources(self, item: Item) -> Cell:
        """Return the sources of an item, and the place in them."""
        link = self.settings.links.sources
        sources = self.catalogue.linked(item, link)
        if not sources:
            return self.missing(item, link)
        locator = item.value(self.settings.fields.locator)
        places = (Entry(locator, note=self._locator_note(item)),) if locator else ()
        return Cell(self.coverage.state(item, link), (*map(self.reference, sources), *places))

    def locators(self, item: Item) -> Cell:
        """Return the place in the sources of an item, as a link to the first of them."""
        link = self.settings.links.sources
        sources = self.catalogue.linked(item, link)
        locator = item.value(self.settings.fields.locator)
        if not sources or not locator:
            return self.sources(item)
        entry = Entry(locator, sources[0].id, self._locator_note(item))
        return Cell(self.coverage.state(item, link), (entry,))

    def _locator_note(self, item: Item) -> str:
        """Return how the place in the sources is known, where the sources are stated."""
        if self.catalogue.is_inferred(item, self.settings.links.sources):
            return ""  # The whole cell is marked.
        return self._basis(item, self.settings.fields.locator, "")

    def missing(self, item: Item, name: str, region: str = "") -> Cell:
        """Return a cell that says that nothing is known, with the gap or the waiver of it.

        Only where a gap says so is it the source that is silent.

        :param region: The region that does not answer, where the matter is one region's.
        """
        finding = self.coverage.finding(item, name, region) if name else None
        if finding is not None and finding.waived_by:
            waiver = Entry(self.messages.text("waived"), finding.waived_by)
            return Cell(State.WAIVED, (waiver,))
        answered = finding.gap if finding is not None else ""
        gap = answered or self._gap_of(item, name, region)
        if not gap:
            return self.unrecorded(name)
        silent = self.settings.absent.get(name) or self.messages.text("the source does not say")
        return Cell(State.MISSING, (Entry(silent, gap),))

    def unrecorded(self, name: str = "") -> Cell:
        """Return a cell that says that nothing is recorded, which tells nothing of the source.

        :param name: The field or link in question; empty where it is none.
        """
        return Cell(State.MISSING, (Entry(self.unrecorded_words(name)),))

    def unrecorded_words(self, name: str = "") -> str:
        """Return what stands where nothing is recorded of a field or link."""
        absent = self.settings.absent
        return absent.get(name) or absent.get(DEFAULT) or self.messages.text("not recorded")

    def _gap_of(self, item: Item, name: str, region: str) -> str:
        """Return the gap that speaks of a field or link, where it answers no finding."""
        settings = self.settings
        of_time = {settings.fields.period, settings.links.schedule}
        names = {*(of_time if name in of_time else ()), name} - {""}
        return next(
            (
                gap.id
                for gap in self.catalogue.linking(item, settings.links.gap_target)
                if gap.type in settings.types.gap
                and gap.value(settings.fields.gap_field) in names
                and region in {"", self.catalogue.region_of(gap)}
            ),
            "",
        )

    def reference(self, item: Item, note: str = "") -> Entry:
        """Return an item's title as a link to it."""
        return Entry(item.title or item.id, item.id, note)

    def time_entry(self, edtf: str, note: str = "") -> Entry:
        """Return a period as readers write it, which sorts by when it begins and ends."""
        period = self.catalogue.read(edtf)
        key = f"{period.start.earliest}/{period.end.latest}" if period else ""
        return Entry(self.time_text(edtf), note=note, key=key)

    def value_entry(self, name: str, value: str) -> Entry:
        """Return the value of a field as its readers know it.

        Times are in their notation, names of links, fields and values by their labels.
        """
        fields = self.settings.fields
        times = (fields.period, fields.term, fields.published)
        if name in {*times, fields.reviewed, fields.waiver_expiry}:
            return self.time_entry(value)
        if name in {fields.inferred, fields.gap_field}:
            return Entry(", ".join(self.name_label(part.strip()) for part in value.split(",")))
        return Entry(self.settings.label(value))

    def name_label(self, name: str) -> str:
        """Return what pages call a link, a field or a value."""
        vocabulary = self.catalogue.vocabulary
        return vocabulary.outgoing(name) if name in vocabulary.links else self.settings.label(name)

    def time_text(self, edtf: str) -> str:
        """Return a period as the readers of the project write it."""
        return self.messages.time(edtf)

    def told(self, message: Message) -> str:
        """Return a message as readers know things: items by their titles, times in their form."""
        values = {name: self._named(value) for name, value in message.values.items()}
        return self.messages.fill(message.text, values)

    def _named(self, value: object) -> object:
        """Return a value of a message, each name of a list for itself."""
        if not isinstance(value, str):
            return value
        items, read = self.catalogue.items, self.catalogue.read
        return ", ".join(
            (items[part].title or part)
            if part in items
            else (self.time_text(part) if read(part) else part)
            for part in value.split(", ")
        )

    def linked(self, item: Item, link: str, basis_field: str = "") -> Cell:
        """Return where a link of an item leads.

        :param basis_field: The field that says how it is known; empty where none does.
        """
        items = self.catalogue.linked(item, link)
        if not items:
            return self.missing(item, link)
        note = self._basis(item, link, item.value(basis_field))
        return Cell(
            self.coverage.state(item, link), tuple(self.reference(other, note) for other in items)
        )

    def joined(self, item: Item, link: str) -> Cell:
        """Return what a link of an item names, in whatever role."""
        note = self._basis(item, link, "")
        state = State.INFERRED if note else State.STATED
        items = self.catalogue.joined(item, link)
        return Cell(state, tuple(self.reference(other, note) for other in items))

    def _basis(self, item: Item, name: str, basis: str) -> str:
        """Return how a thing is known; nothing where no more is said than the source."""
        if basis:
            return self.settings.label(basis)
        return self.inferred_word() if self.catalogue.is_inferred(item, name) else ""

    def inferred_word(self) -> str:
        """Return what stands beside a thing that is inferred."""
        return inferred_words(self.catalogue)[0]


def inferred_words(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the words that tell that a thing is inferred, the general one first."""
    settings = catalogue.settings
    general = Messages(settings.language).text("an inference")
    return (*map(settings.label, settings.values.inferred), general)

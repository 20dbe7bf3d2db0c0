"""Generated catalogues: small, but as nasty as what authors write in a hurry.

Links lead anywhere, also nowhere and in circles; times cannot be read; gaps and waivers are
unsound; some items are of other projects. An item is made out of one number, so that a
catalogue costs little to draw; the number 0 gives the barest item.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st

from statutory.checks import CHECKS
from statutory.checks.references import NOT_LISTED, UNKNOWN_ROLE
from statutory.model.catalogue import BuildWarning, Catalogue, Violation
from statutory.model.code import OUTSIDE_ITEM, Code, CodeKind
from statutory.model.document import Document
from statutory.model.finding import Message
from statutory.model.item import Condition, Item
from statutory.model.location import Location
from statutory.model.reference import DeadReference, Loop, ReferenceKind
from statutory.model.refusal import Hazard, Refusal
from statutory.model.settings import PrivacyPolicy, ReviewPolicy, Settings
from statutory.source import scan_text
from tests.builders import LINKS, SETTINGS, TYPES, VOCABULARY, make_gap, make_item
from tests.builders import make_waiver as sound_waiver

if TYPE_CHECKING:
    from hypothesis.vendor.pretty import RepresentationPrinter

IDS = tuple(f"I{number}" for number in range(10))
PERIODS = ("2018", "2018-03", "2018-03~", "2018-06/2018-02", "2018-02/..", "March", "5/2018")
VALUES: Mapping[str, Sequence[str]] = {
    "region": ("state", "north", "south"),
    "period": (*PERIODS, "2017", "2018-01-30"),
    "term": (*PERIODS, "2017/2018-01"),
    "published": ("2017-12", "2018-02-01", "soon"),
    "locator": ("p. 1",),
    "status": ("done", "draft", "open"),
    "kind": ("contradiction", "region", "company", "stakeholder", "authority"),
    "standing": ("official", "unofficial"),
    "public_power": ("significant", "none"),
    "force": ("demanded", "noted"),
    "legal_state": ("lapsed", "bill", "in force"),
    "numbered_items": ("2", "30", "few"),
    "number": ("1", "2", "31", "first"),
    "verification": ("unverified",),
    "owner_basis": ("source", "inferred"),
    "time_basis": ("source", "inferred"),
    "inferred": ("owner", "period, schedule"),
    "former_ids": ("I1, OLD", "OLD", ""),
    "reviewed": ("2016-12-31", "2018-01-01", "today"),
    "reviewed_content": ("1a2b3c4d",),
    "gap_field": ("owner", "period", "schedule", "preparer", "implements", "nothing"),
    "waiver_check": (*CHECKS, "no-such-check"),
    "waiver_pattern": ("I*", "X*"),
    "waiver_reason": ("One", "two"),
    "waiver_expiry": ("2018-01-30", "2018-01-31", "2018-12-31", "2018/..", "later"),
}
POLICY = dataclasses.replace(
    SETTINGS,
    answers={"I1": ("north", "south"), "I2": ("south",)},
    reviews=ReviewPolicy(types=("plan", "service"), links=("implements",)),
)
GATED = dataclasses.replace(POLICY, gates={"all": {"owner": 90}, "north": {"implementation": 100}})
BOUND = dataclasses.replace(POLICY, binding=("I3", "I4"), separating_acts=("I3",), answers={})
MARKS = ('fingerprint.startswith("1a2b3c4d")', 'status=="open"')

some = settings(max_examples=60, deadline=None, database=None, derandomize=True)
often = settings(some, max_examples=300)
seeds = st.integers(0, 2**32 - 1)

World = Mapping[str, tuple[Sequence[str], Mapping[str, Sequence[str]]]]
"""What the items of a small catalogue may be: by identifier the types and the options."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Drawn(Catalogue):
    """A catalogue that shows its items as a test would make them, where a test fails."""

    def __repr__(self) -> str:
        """Return the items, one a line."""
        return "\n".join(["", *map(_shown, self.items.values())])

    def _repr_pretty_(self, printer: RepresentationPrinter, *_: object) -> None:
        """Have Hypothesis print the same, not every setting."""
        printer.text(repr(self))


def with_items(catalogue: Drawn, items: Iterable[Item]) -> Drawn:
    """Return a catalogue with other items."""
    return dataclasses.replace(catalogue, items={item.id: item for item in items})


def _shown(item: Item) -> str:
    """Return an item as the builder that would make it."""
    options = {**item.fields, **{link: ", ".join(ids) for link, ids in item.links.items()}}
    text = "".join(f", {name}={value!r}" for name, value in options.items())
    where = f"  # external, shown on {item.docname!r}" if item.is_external else ""
    return f"make_item({item.type!r}, {item.id!r}{text}),{where}"


def _drawn(items: Iterable[Item], policy: Settings) -> Drawn:
    by_id = {item.id: item for item in items}
    return Drawn(settings=policy, vocabulary=VOCABULARY, items=by_id)


# Anything ----------------------------------------------------------------------------------


def an_item(seed: int, id_: str, ids: Sequence[str]) -> Item:
    """Return an item of any type with some options, its targets among some identifiers."""
    if not seed:
        return make_item("plan", id_)
    rng = Random(f"{seed} {id_}")  # noqa: S311 - nothing is kept secret
    links = {
        name: ", ".join(rng.sample(ids, rng.randint(1, 2)))
        for name in rng.sample(LINKS, rng.randint(0, 5))
    }
    names = rng.sample(sorted(VALUES), rng.randint(0, 7))
    fields = {name: rng.choice(VALUES[name]) for name in names}
    item = make_item(rng.choice(TYPES), id_, **links, **fields)
    return _elsewhere(rng, dataclasses.replace(item, conditions=tuple(_conditions(rng, item))))


def _conditions(rng: Random, item: Item) -> Iterator[Condition]:
    """Yield conditions on some links of an item, which do not hold at times."""
    for link, targets in item.links.items():
        if rng.random() < 0.2:
            text, holds = rng.choice(MARKS), rng.random() < 0.5
            yield Condition(link=link, target=targets[0], text=text, holds=holds)


def _elsewhere(rng: Random, item: Item) -> Item:
    """Return an item, at times as one of another project, which a page may show."""
    if rng.random() > 0.05:
        return item
    return dataclasses.replace(item, is_external=True, docname=rng.choice(("", "page")))


def an_excuse(seed: int, id_: str, ids: Sequence[str]) -> Item:
    """Return a gap or a waiver of likely findings, sound but for one option perhaps."""
    rng = Random(f"{seed} {id_}")  # noqa: S311 - nothing is kept secret
    targets = ", ".join(rng.sample(ids, rng.randint(1, min(4, len(ids)))))
    region = rng.choice(VALUES["region"])
    if rng.random() < 0.5:
        field = rng.choice(VALUES["gap_field"])
        return make_gap(id_, target=targets, field=field, region=region)
    changes = {
        "region": region,
        "waiver_target": targets,
        "waiver_check": rng.choice(("missing-owner", "missing-source", "orphan-item")),
        "waiver_approver": rng.choice(ids),
    }
    if rng.random() < 0.3:
        changes[rng.choice(sorted(changes))] = ""
    if rng.random() < 0.3:
        changes["waiver_expiry"] = rng.choice(VALUES["waiver_expiry"])
    if rng.random() < 0.2:
        changes |= {"waiver_target": "", "waiver_pattern": rng.choice(("I*", "I1", "X*"))}
    return sound_waiver(id_, **changes)


@st.composite
def catalogues(draw: st.DrawFn, policy: Settings | None = None) -> Drawn:
    """Return a catalogue of five to twelve items, which link to some that do not exist."""
    drawn = draw(st.dictionaries(st.sampled_from(IDS), seeds, min_size=3, max_size=8))
    ids = sorted(drawn)
    items = [an_item(seed, id_, [*ids, "DEAD", "OLD"]) for id_, seed in drawn.items()]
    excuses = draw(st.lists(seeds, min_size=2, max_size=4))
    items += [an_excuse(seed, f"E{number}", ids) for number, seed in enumerate(excuses)]
    return _drawn(items, policy or draw(st.sampled_from((POLICY, GATED, BOUND))))


# Small worlds ------------------------------------------------------------------------------


@st.composite
def worlds(draw: st.DrawFn, world: World, policies: Sequence[Settings] = (SETTINGS,)) -> Drawn:
    """Return a catalogue of the items that a world tells of, some of them left out.

    :param policies: The settings, one of which the catalogue has.
    """
    drawn = draw(st.tuples(*(seeds for _ in world)))
    items = [_of_world(seed, id_, world) for seed, id_ in zip(drawn, world, strict=True)]
    return _drawn(filter(None, items), draw(st.sampled_from(policies)))


def _of_world(seed: int, id_: str, world: World) -> Item | None:
    """Return an item of a world; ``None`` at times, so that links to it are dead."""
    rng = Random(f"{seed} {id_}")  # noqa: S311 - nothing is kept secret
    if not seed or rng.random() < 0.04:
        return None
    types, options = world[id_]
    given = {
        name: _some(rng, values) if name in LINKS else rng.choice(values)
        for name, values in options.items()
        if rng.random() < 0.75
    }
    return _elsewhere(rng, make_item(rng.choice(types), id_, **given))


def _some(rng: Random, ids: Sequence[str]) -> str:
    """Return one or two targets of a link."""
    return ", ".join(rng.sample(ids, rng.randint(1, min(2, len(ids)))))


# Files -------------------------------------------------------------------------------------

PIECES = (
    "```{plan} A plan\n:id: I1\n:sources: I2\n```",
    "```{plan} A plan\n:id: I1\n:owner: I9\n:period: March\n```",
    "```{element}\n:id: I2\n:nonsense: 1\n```",
    "```{element} Lost\n:id: I3\n\n:owner: I1\n```",
    "```{component} Open\n:id: I4\n:owner: I1",
    "```{komponent} Unknown\n:id: I5\n```",
    "```{phase} Without identifier\n:owner: I1\n```",
    "```phase Without braces\n:id: I6\n```",
    '```{phase} Escape\n:id: I7\n:title: "\\q"\n```',
    "```{needtable}\n:filter: type == component and\n```",
    "Write to someone.else@esimerkki.fi or call 040 123 4567.",
    "See {nede}`I1` or need`I1`.",
    "A word\u202eturned and one\u200bparted.",
    "# Heading",
    "<<<<<<< HEAD\nOurs.\n=======\nTheirs.\n>>>>>>> branch",
    "A line\u2028broken within.",
)


ASKED = dataclasses.replace(
    SETTINGS,
    answers={},
    privacy=PrivacyPolicy(is_asked=True),
    unknown_keys={"needs.fieldz": Message("'{name}' is not known", {"name": "fieldz"})},
)


@st.composite
def pages(draw: st.DrawFn) -> Drawn:
    """Return a catalogue of a page with faults, the items in it, and what a build said."""
    pieces = draw(st.lists(st.sampled_from(PIECES), max_size=6))
    mark, end = draw(st.sampled_from(("", "\ufeff"))), draw(st.sampled_from(("\n", "\r\n")))
    document = scan_text(mark + end.join("\n\n".join(pieces).split("\n")), "page.md", "page")
    items = {item.id: item for item in _made(document)}
    lines = len(document.text.split("\n"))
    place = Location("page.md", draw(st.integers(1, lines)))
    warnings = (
        BuildWarning(place, "myst.xref_missing", "no target"),
        BuildWarning(place, UNKNOWN_ROLE, 'Unknown interpreted text role "nede".'),
        BuildWarning(place, NOT_LISTED, "document isn't included in any toctree"),
    )
    violations = tuple(Violation(id_, "region", "not allowed") for id_ in sorted(items)[:1])
    unreadable = Document(path="bad.md", docname="bad", undecodable_line=1)
    return Drawn(
        settings=ASKED,
        vocabulary=VOCABULARY,
        items=items,
        documents=(unreadable, document) if draw(st.booleans()) else (document,),
        warnings=warnings if draw(st.booleans()) else (),
        violations=violations,
        dead_references=tuple(_dead(draw, place)),
        loops=(Loop(location=place, pages=("page.md",)),) if draw(st.booleans()) else (),
        refusals=tuple(_refused(draw, place)),
        code=tuple(_code(draw, place)),
    )


def _dead(draw: st.DrawFn, place: Location) -> Iterator[DeadReference]:
    """Yield references at a place that lead nowhere."""
    for kind in draw(st.lists(st.sampled_from(ReferenceKind), max_size=2)):
        yield DeadReference(path=place.path, line=place.line, kind=kind, target="I7")


def _refused(draw: st.DrawFn, place: Location) -> Iterator[Refusal]:
    """Yield what a build took out of a page."""
    for hazard in draw(st.lists(st.sampled_from(Hazard), max_size=3)):
        yield Refusal(hazard=hazard, path=place.path, line=place.line, text="plan")


def _code(draw: st.DrawFn, place: Location) -> Iterator[Code]:
    """Yield what a build found in a page that would be run, fetched or drawn."""
    for kind in draw(st.lists(st.sampled_from(CodeKind), max_size=2)):
        text = OUTSIDE_ITEM if kind is CodeKind.DIAGRAM else "len(open(region))"
        yield Code(kind=kind, name="filter", text=text, location=place)


def _made(document: Document) -> Iterator[Item]:
    """Yield the items that a build would make of a page, more or less."""
    for directive in document.directives:
        if directive.name in TYPES and directive.id and not directive.fault:
            options = {
                option.name: option.value
                for option in directive.options
                if option.name in {*VALUES, *LINKS}
            }
            item = make_item(directive.name, directive.id, at=str(directive.location), **options)
            yield dataclasses.replace(item, option_lines=directive.option_lines)

"""The register of checks and the decorator that fills it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from statutory.model.catalogue import Catalogue
from statutory.model.finding import Message, Related, Severity
from statutory.model.item import Item
from statutory.model.location import Location

_NAME = re.compile(r"[a-z]+(-[a-z]+)*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """What a check yields: one thing that is wrong; the engine makes a finding of it.

    :param item: The identifier of the item; empty where the problem is of a file.
    :param field: The field or link that is wrong or missing.
    :param region: The region that has to answer, where only one has to.
    :param members: The identifiers of what it lists, each of which can be mended by itself.
    :param is_sole: Whether nothing else is to be said of what it touches, since nothing of it
        was read as it was meant.
    :param touches: The lines that it touches, where these are more than that of its place.
    :param severity: How grave it is where the check is surer or less sure of it than of the
        others; ``None`` for the severity of the check.
    """

    item: str
    location: Location
    message: Message
    field: str = ""
    region: str = ""
    related: tuple[Related, ...] = ()
    members: tuple[str, ...] = ()
    is_sole: bool = False
    touches: range | None = None
    severity: Severity | None = None

    @property
    def subject(self) -> str:
        """What the problem is about: the item, or its place where there is no item."""
        return self.item or str(self.location)


Generator = Callable[[Catalogue], Iterator[Problem]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """A check: its name, what it is for, and the generator that does it.

    :param name: Kebab case, naming the bad state. It is at once the subtype of the Sphinx
        warning, the key of policy and of waivers, and the anchor of the documentation.
    :param family: The page of the handbook that documents it.
    :param severity: How grave its findings are where policy says nothing.
    :param summary: What it finds, in one sentence.
    :param why: The legal or practical ground.
    :param remedy: What to write instead.
    :param requires: Checks that must have found nothing on the same item, so that one
        cause gives one finding.
    :param gap: Whether a gap item may answer it: the sources do not say what is missing.
    :param former: Names that it has had before; policy and waivers may still use them.
    :param identified_by: The values of its sentences that tell one of its findings from
        another on the same field of the same item, so that a baseline knows it again when the
        rest of the sentence changes; ``None`` means every text.
    :param run: The generator; ``None`` where the engine makes the findings out of those
        of the other checks.
    """

    name: str
    family: str
    severity: Severity
    summary: str
    why: str
    remedy: str
    requires: tuple[str, ...] = ()
    gap: bool = False
    former: tuple[str, ...] = ()
    identified_by: tuple[str, ...] | None = None
    run: Generator | None = None


PAGES = {
    "authority": "viranomaistehtavat",
    "build": "rakentaminen",
    "certainty": "perusteet",
    "coverage": "kattavuus",
    "differences": "erot",
    "gaps": "puutteet",
    "identity": "tunnukset",
    "law": "saadokset",
    "links": "linkit",
    "mandates": "toimivalta",
    "meetings": "aikataulut",
    "open_matters": "avoimet",
    "ownership": "vastuut",
    "privacy": "tietosuoja",
    "procedure": "menettelyt",
    "references": "viittaukset",
    "reviews": "katselmoinnit",
    "schedule": "aikataulut",
    "source_files": "tiedostot",
    "sources": "lahteet",
    "timeline": "ajat",
    "trust": "turvallisuus",
    "waivers": "poikkeukset",
}
"""The page of the handbook of each family."""

CHECKS: dict[str, Check] = {}
"""Every check by name, in the order in which the families declare them."""

FORMER: dict[str, str] = {}
"""The names of checks by each name that they have had before."""


ALWAYS_TOLD = ("unreadable-file",)
"""The checks that no policy makes less grave: what they find hides what others would find."""

READ_RIGHT = ("unclosed-fence", "swallowed-options", "unknown-option")
"""What must hold of an item before a check says that the item lacks something."""


def declare(new: Check) -> Check:
    """Put a check into the register and return it.

    :raises ValueError: If a name of it, present or former, is not kebab case or is taken.
    """
    names = (new.name, *new.former)
    for name in names:
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is not kebab case")
        if name in CHECKS or name in FORMER or names.count(name) > 1:
            raise ValueError(f"the check {name!r} exists already")
    CHECKS[new.name] = new
    FORMER.update(dict.fromkeys(new.former, new.name))
    return new


def current_name(name: str) -> str:
    """Return the name of a check now; what is no check's former name stays as it is."""
    return FORMER.get(name, name)


def check(  # noqa: PLR0913 - each says one thing of the check
    name: str,
    *,
    severity: Severity,
    why: str,
    remedy: str,
    requires: Iterable[str] = (),
    gap: bool = False,
    former: Iterable[str] = (),
    identified_by: Iterable[str] | None = None,
) -> Callable[[Generator], Generator]:
    """Register a generator as a check and return it unchanged.

    The first line of its docstring is the check's summary, its module the family.

    :raises ValueError: If the name will not do or the generator has no docstring.
    """

    def register(run: Generator) -> Generator:
        if not run.__doc__:
            raise ValueError(f"the check {name!r} has no docstring")
        declare(
            Check(
                name=name,
                family=run.__module__.rpartition(".")[2],
                severity=severity,
                summary=run.__doc__.splitlines()[0],
                why=why,
                remedy=remedy,
                requires=tuple(requires),
                gap=gap,
                former=tuple(former),
                identified_by=None if identified_by is None else tuple(identified_by),
                run=run,
            )
        )
        return run

    return register


def of_item(
    item: Item,
    text: str,
    /,
    *,
    field: str = "",
    region: str = "",
    related: Iterable[Related] = (),
    members: Iterable[str] = (),
    severity: Severity | None = None,
    **values: object,
) -> Problem:
    """Return a problem of an item: at the option's line, or at the item's first line.

    :param text: The English sentence, with ``{name}`` where a value goes.
    :param field: The field or link that is wrong, or that is missing.
    :param members: What the sentence lists, each of which can be mended by itself.
    :param severity: How grave it is; ``None`` for the severity of the check.
    :param values: The values of the sentence; ``field`` and ``region`` are among them.
    """
    return Problem(
        item=item.id,
        location=item.option_location(field),
        message=Message(text, {"field": field, "region": region, **values}),
        field=field,
        region=region,
        related=tuple(related),
        members=tuple(sorted(members)),
        severity=severity,
    )

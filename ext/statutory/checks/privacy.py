"""Privacy: data of persons, which do not belong in a published knowledge base."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable, Iterator

from statutory.checks.registry import Problem, check
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Message, Severity
from statutory.model.location import Location
from statutory.model.personal import Kind, Names, PersonalDatum, find_personal_data
from statutory.model.places import Places

_SENTENCES = {
    Kind.IDENTITY_CODE: "a personal identity code stands here: {masked}",
    Kind.EMAIL: "the e-mail address of a person stands here: {masked}",
    Kind.TELEPHONE: "a telephone number stands here: {masked}",
    Kind.NAME: "a name of the list of persons stands here: {masked}",
}


@check(
    "personal-data",
    severity=Severity.ERROR,
    why="Pages and their history are public, and what is said of a person there cannot be "
    "taken back; duties belong to roles.",
    remedy="Take the datum out, name the role or body instead, and have it removed from the "
    "history of the files too; the address of an office is allowed in the settings.",
)
def personal_data(catalogue: Catalogue) -> Iterator[Problem]:
    """Find identity codes, e-mail addresses, telephone numbers and names of persons.

    They are looked for where policy speaks of privacy or a list of names is given. The datum
    itself is masked: a log must not spread it.
    """
    policy = catalogue.settings.privacy
    names = Names(policy.names)
    allowed = _pattern(policy.allowed_emails, re.IGNORECASE)
    exempt = _pattern(policy.exempt_files)
    places = Places(catalogue)
    for document in catalogue.documents if policy.is_asked or policy.names else ():
        if exempt.fullmatch(document.path):
            continue
        line, end = 1, 0
        for datum in find_personal_data(document.text, names):
            line, end = line + document.text.count("\n", end, datum.start), datum.start
            if not _is_allowed(datum, allowed):
                place = Location(document.path, line)
                yield Problem(
                    item=places.item_at(place),
                    location=place,
                    message=Message(_SENTENCES[datum.kind], {"masked": datum.masked}),
                    field=places.option_at(place),
                )


def _is_allowed(datum: PersonalDatum, allowed: re.Pattern[str]) -> bool:
    return datum.kind is Kind.EMAIL and allowed.fullmatch(datum.text) is not None


def _pattern(patterns: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    """Return an expression for texts that fit any of some patterns; of none, for no text."""
    return re.compile("|".join(map(fnmatch.translate, patterns)) or r"(?!)", flags)

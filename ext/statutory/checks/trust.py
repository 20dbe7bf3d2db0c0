"""Trust: what content is refused, since it could hurt who builds the pages or reads them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from statutory.checks.filters import find_filters, place_of, refusal_in
from statutory.checks.registry import Problem, check
from statutory.model.allowed import Reason
from statutory.model.catalogue import Catalogue
from statutory.model.code import CodeKind
from statutory.model.finding import Message, Severity
from statutory.model.location import Location
from statutory.model.places import Places
from statutory.model.refusal import Hazard
from statutory.source.excerpts import locate
from statutory.source.front_matter import read_front_matter

_EXCERPT = 60
"""How many characters a finding repeats of what was refused."""

LATE_ADDRESS = "content.active_address"
"""The kind of the warnings of addresses that appear only as pages are written."""

_SENTENCES: Mapping[Hazard, str] = {
    Hazard.RAW_HTML: "HTML stands here, and the page shows it as text: {text}",
    Hazard.ACTIVE_ADDRESS: "this address is not of a page, and no link is made of it: {text}",
    Hazard.REMOTE_PICTURE: "a picture from elsewhere would tell who reads the page: {text}",
    Hazard.PAGE_SETTING: "a page may not have this setting, or not with this value: {text}",
    Hazard.METADATA: "a page says nothing to the browser but its description and keywords: {text}",
    Hazard.OUTSIDE_PROJECT: "this file is outside the project: {text}",
    Hazard.NOT_CONTENT: "this file is neither a page nor a picture: {text}",
    Hazard.ACTING_PICTURE: "this drawing holds more than a drawing, and is not shown: {text}",
    Hazard.PAGE_NAME: "the name of this page holds signs of a program, and it is not read: {text}",
    Hazard.INSERTION: "files are not put into pages: {text}",
    Hazard.PROGRAM: "no program draws what content says: {text}",
}

_OF_EXPRESSIONS: Mapping[Reason, str] = {
    Reason.CALL: "{name} calls what content may not call: {part}",
    Reason.ATTRIBUTE: "{name} reads what content may not read: {part}",
    Reason.PATTERN: "{name} searches for a pattern that may take for ever: {part}",
    Reason.PYTHON: "{name} has Python that content may not have: {part}",
    Reason.SIZE: "{name} is too long or too deep to be judged: {part}",
}
_OF_CODE: Mapping[CodeKind, str] = {
    CodeKind.PYTHON: "{name} is a program, which content may not have: {part}",
    CodeKind.FETCH: "{name} fetches from another computer: {part}",
}

_REORDERING = re.compile(r"[\u202A-\u202E\u2066-\u2069]")
"""What embeds or overrides the direction of writing, or isolates a part of it."""

_LETTERS = r"\u115F\u1160\u3164\uFFA0\u2800\u034F\u180E"
_SPACES = r"\u200B-\u200F\u061C\u2060-\u2064\u206A-\u206F\uFEFF\uFFF9-\uFFFB"
_CONTROLS = r"\x01-\x08\x0E-\x1B\x1F\x7F-\x84\x86-\x9F"
_INVISIBLE = re.compile(
    rf"(?<![\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F])[{_LETTERS}{_SPACES}{_CONTROLS}"
    r"\U000E0000-\U000E007F]"
)
"""What takes no room or shows nothing: soft hyphens and spaces of any width are typography.

What joins pictures into one stands behind a picture. What ends a line is told elsewhere.
"""

_AROUND = 20
"""How many characters of a line are shown before and behind."""


@check(
    "raw-html",
    severity=Severity.ERROR,
    why="HTML in a text can run programs in the browser of everyone who reads the page, and "
    "send on what they read.",
    remedy="Write it in Markdown, a comment as a line that begins with %; what is meant to be "
    "read as it is stands between backquotes.",
)
def raw_html(catalogue: Catalogue) -> Iterator[Problem]:
    """Find HTML in content."""
    yield from _refused(catalogue, Hazard.RAW_HTML, Hazard.ACTING_PICTURE, Hazard.PAGE_NAME)


@check(
    "refused-code",
    severity=Severity.ERROR,
    why="Content is text that anybody may propose; checking or building it must not run "
    "anything that stands in it.",
    remedy="Compare fields and links with values, and use only search, len, lower, upper, "
    "startswith, endswith and c.this_doc(); put what needs more into conf.py.",
)
def refused_code(catalogue: Catalogue) -> Iterator[Problem]:
    """Find what would run Python or fetch something, and is therefore not evaluated."""
    if catalogue.settings.allows_code:
        return
    places = Places(catalogue)
    lines = {document.path: document.text.split("\n") for document in catalogue.documents}
    found: list[tuple[Location, Message]] = []
    for written in find_filters(catalogue):
        refusal = refusal_in(catalogue, written)
        if refusal is not None:
            values = {"name": written.option, "part": _excerpt(refusal.part)}
            found.append((written.location, Message(_OF_EXPRESSIONS[refusal.reason], values)))
    for code in catalogue.code:
        if code.kind in _OF_CODE:
            values = {"name": code.name, "part": _excerpt(code.text)}
            place = place_of(code, lines.get(code.location.path, ()))
            found.append((place, Message(_OF_CODE[code.kind], values)))
    for location, message in found:
        yield Problem(
            item=places.item_at(location),
            location=location,
            message=message,
            field=places.option_at(location),
        )


@check(
    "active-address",
    severity=Severity.ERROR,
    why="Some addresses run a program in the browser of everyone who follows the link, and a "
    "picture from elsewhere tells its server who reads the page.",
    remedy="Link to a page of the project, or to an address that begins with https:, http: or "
    "mailto:, and put pictures into a folder of the project.",
)
def active_address(catalogue: Catalogue) -> Iterator[Problem]:
    """Find addresses that do more than lead to a page, and pictures from elsewhere."""
    yield from _refused(catalogue, Hazard.ACTIVE_ADDRESS, Hazard.REMOTE_PICTURE)
    places = Places(catalogue)
    for warning in catalogue.warnings:
        if warning.kind == LATE_ADDRESS:
            yield _problem(places, warning.location, Hazard.ACTIVE_ADDRESS, warning.text)


@check(
    "refused-front-matter",
    severity=Severity.ERROR,
    why="These settings change how a page is read, have templates evaluated, or send readers to "
    "another page from its head.",
    remedy="Leave the key out; what holds for all pages is set in conf.py.",
)
def refused_front_matter(catalogue: Catalogue) -> Iterator[Problem]:
    """Find settings of pages that act on how they are read and shown."""
    yield from _refused(catalogue, Hazard.METADATA, Hazard.PAGE_SETTING)
    if not catalogue.settings.untrusted:
        return
    for document in catalogue.documents:
        found = read_front_matter(document.text)
        for key, line in found.refused if found is not None else ():
            message = Message("a page may not have the setting {key}", {"key": key})
            yield Problem(item="", location=Location(document.path, line), message=message)


@check(
    "outside-file",
    severity=Severity.ERROR,
    why="What a page shows is published, and so is every file that it names; files of the "
    "machine or of its users are not the content's to publish.",
    remedy="Put a picture into a folder of the project and name it from there; copy what a text "
    "is to say into the text.",
)
def outside_file(catalogue: Catalogue) -> Iterator[Problem]:
    """Find files that content would publish although they are not content."""
    yield from _refused(
        catalogue,
        *(Hazard.OUTSIDE_PROJECT, Hazard.NOT_CONTENT, Hazard.INSERTION, Hazard.PROGRAM),
    )


def _refused(catalogue: Catalogue, *hazards: Hazard) -> Iterator[Problem]:
    """Yield what was refused for some reasons, once a line."""
    places = Places(catalogue)
    texts = {document.path: document.text for document in catalogue.documents}
    found = [refusal for refusal in catalogue.refusals if refusal.hazard in hazards]
    seen = set()
    for place, refusal in locate(texts, found):
        if place not in seen:
            seen.add(place)
            yield _problem(places, place, refusal.hazard, refusal.text)


def _problem(places: Places, place: Location, hazard: Hazard, text: str) -> Problem:
    return Problem(
        item=places.item_at(place),
        location=place,
        message=Message(_SENTENCES[hazard], {"text": _excerpt(text)}),
        field=places.option_at(place),
    )


def _excerpt(text: str) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1]}…"


@check(
    "reordered-text",
    severity=Severity.WARNING,
    why="Characters that turn the direction of writing make a text look other than it is: a "
    "reviewer reads one thing, and the file says another.",
    remedy="Delete the characters; a word of a script that runs from right to left needs none.",
)
def reordered_text(catalogue: Catalogue) -> Iterator[Problem]:
    """Find characters that change the direction in which a text is shown."""
    yield from _lines_with(catalogue, _REORDERING)


@check(
    "invisible-character",
    severity=Severity.NOTE,
    requires=["unreadable-file", "unreadable-period", "dead-link", "schema-violation"],
    why="What cannot be seen breaks searches, comparisons and identifiers, and hides in them.",
    remedy="Delete the characters, or write the line anew.",
)
def invisible_character(catalogue: Catalogue) -> Iterator[Problem]:
    """Find characters that nobody can see."""
    yield from _lines_with(catalogue, _INVISIBLE)


def _lines_with(catalogue: Catalogue, sought: re.Pattern[str]) -> Iterator[Problem]:
    """Yield the lines in which some characters stand, with what they are."""
    places = Places(catalogue)
    for document in catalogue.documents:
        if not sought.search(document.text):
            continue
        for number, line in enumerate(document.text.split("\n"), start=1):
            found = sorted(set(sought.findall(line)))
            if not found:
                continue
            location = Location(document.path, number)
            start = max(sought.search(line).start() - _AROUND, 0)  # type: ignore[union-attr]
            values = {
                "characters": ", ".join(map(_name, found)),
                "text": line[start : start + 2 * _AROUND].strip(),
            }
            yield Problem(
                item=places.item_at(location),
                location=location,
                message=Message("the line holds {characters}: {text}", values),
                field=places.option_at(location),
            )


def _name(char: str) -> str:
    """Return a character as its number and its name in Unicode."""
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X} {name}".strip()

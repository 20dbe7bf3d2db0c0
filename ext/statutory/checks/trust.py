"""Trust: what content is refused, since it could hurt who builds the pages or reads them."""

from __future__ import annotations

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

_EXCERPT = 60
"""How many characters a finding repeats of what was refused."""

_SENTENCES: Mapping[Hazard, str] = {
    Hazard.RAW_HTML: "HTML stands here, and the page shows it as text: {text}",
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
    yield from _refused(catalogue, Hazard.RAW_HTML)


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


def _refused(catalogue: Catalogue, *hazards: Hazard) -> Iterator[Problem]:
    """Yield what was refused for some reasons, once a line."""
    places = Places(catalogue)
    texts = {document.path: document.text for document in catalogue.documents}
    found = [refusal for refusal in catalogue.refusals if refusal.hazard in hazards]
    seen = set()
    for place, refusal in locate(texts, found):
        if place not in seen:
            seen.add(place)
            yield Problem(
                item=places.item_at(place),
                location=place,
                message=Message(_SENTENCES[refusal.hazard], {"text": _excerpt(refusal.text)}),
                field=places.option_at(place),
            )


def _excerpt(text: str) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1]}…"

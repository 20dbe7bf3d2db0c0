"""Trust: what content is refused, because pages that showed it could hurt who reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from statutory.checks.registry import Problem, check
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Message, Severity
from statutory.model.places import Places
from statutory.model.refusal import Hazard
from statutory.source.excerpts import locate

_EXCERPT = 60
"""How many characters a finding repeats of what was refused."""

_SENTENCES: Mapping[Hazard, str] = {
    Hazard.RAW_HTML: "HTML stands here, and the page shows it as text: {text}",
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

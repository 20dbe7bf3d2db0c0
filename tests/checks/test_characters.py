"""Characters that nobody sees, and those that turn the text round."""

from __future__ import annotations

import pytest

from statutory.checks import run_checks
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Finding
from statutory.source import scan_text
from tests.builders import SETTINGS, VOCABULARY

PLACES = {
    3: "```{{source}} Ti{}tle",
    4: ":id: SRC",
    5: ":locator: Pa{}ge 5",
    7: "A wo{}rd.",
}


def findings(text: str) -> list[Finding]:
    """Return what is found of the characters of a page."""
    catalogue = Catalogue(
        settings=SETTINGS, vocabulary=VOCABULARY, documents=(scan_text(text, "page.md", "page"),)
    )
    return list(run_checks(catalogue, only=["reordered-text", "invisible-character"]).findings)


def page(char: str, line: int) -> str:
    """Return a page with a character on one line."""
    lines = ["# Page", "", *[""] * 6, "```", ""]
    for number, text in PLACES.items():
        lines[number - 1] = text.format(char if number == line else "")
    return "\n".join(lines)


@pytest.mark.parametrize("line", [3, 5, 7])
@pytest.mark.parametrize("char", ["\u202e", "\u2066", "\u202a"])
def test_turned_text_is_found_at_its_line(char: str, line: int) -> None:
    """Title, option and text alike."""
    (finding,) = findings(page(char, line))
    assert (finding.check, finding.item) == ("reordered-text", "SRC")
    assert finding.location.line == line
    assert f"U+{ord(char):04X}" in str(finding.message)


@pytest.mark.parametrize(
    "char", ["\u200b", "\u200e", "\u061c", "\u2060", "\ufeff", "\x1b", "\u3164", "\U000e0041"]
)
def test_invisible_character_is_found(char: str) -> None:
    """What takes no room, marks a direction or is a control character."""
    (finding,) = findings(page(char, 5))
    assert (finding.check, finding.field) == ("invisible-character", "locator")


@pytest.mark.parametrize(
    "char",
    ["\u00ad", "\u00a0", "\u2011", "\u202f", "\u2009", "\t", "👩\u200d🚀", "❤\ufe0f", "שלום"],
)
def test_typography_is_no_finding(char: str) -> None:
    """Soft hyphens, spaces of any width, pictures made of several, other scripts."""
    assert findings(page(char, 7)) == []


def test_line_is_one_finding_whatever_it_holds() -> None:
    """Each kind of character is named once."""
    (finding,) = findings("# Page\n\n\u200ba\u200bb\u200ec\n")
    assert str(finding.message.values["characters"]).count("U+") == 2

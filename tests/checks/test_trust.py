"""What was refused is told at its line, once, and briefly."""

from __future__ import annotations

from statutory.checks import run_checks
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Finding
from statutory.model.refusal import Hazard, Refusal
from statutory.source import scan_text
from tests.builders import SETTINGS, VOCABULARY

PAGE = """\
# Page

```{source} Outer
:id: OUT
:locator: <b>x</b>

A text
with <b>one</b> and <i>two</i>
```
"""


def findings(*refusals: tuple[Hazard, int, str], page: str = PAGE) -> list[Finding]:
    """Return what is found on a page of which some things were refused."""
    refused = tuple(
        Refusal(hazard=hazard, path="page.md", line=line, text=text)
        for hazard, line, text in refusals
    )
    catalogue = Catalogue(
        settings=SETTINGS,
        vocabulary=VOCABULARY,
        documents=(scan_text(page, "page.md", "page"),),
        refusals=refused,
    )
    return [one for one in run_checks(catalogue).findings if one.check == "raw-html"]


def test_one_line_gives_one_finding_of_the_item_around_it() -> None:
    """Two tags on a line are one slip, and it is the slip of the item."""
    (finding,) = findings((Hazard.RAW_HTML, 7, "<b>"), (Hazard.RAW_HTML, 7, "<i>"))
    assert (finding.check, finding.item) == ("raw-html", "OUT")
    assert str(finding.location) == "page.md:8"


def test_value_of_an_option_is_told_as_such() -> None:
    """The finding names the field, by which a baseline knows it."""
    (finding,) = findings((Hazard.RAW_HTML, 5, "<b>"))
    assert (finding.field, finding.location.line) == ("locator", 5)


def test_long_text_is_told_by_its_beginning_on_one_line() -> None:
    """A page of markup does not fill the terminal."""
    (finding,) = findings((Hazard.RAW_HTML, 7, "<div>\n" + "x" * 500))
    said = str(finding.message)
    assert "\n" not in said
    assert len(said) < 120
    assert said.endswith("x…")


def test_text_that_just_fits_is_told_whole() -> None:
    """Nothing is cut from a text of sixty letters."""
    (finding,) = findings((Hazard.RAW_HTML, 7, "<" * 60))
    assert str(finding.message).endswith("<" * 60)

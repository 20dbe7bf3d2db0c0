"""Each operator changes exactly what it says, in every place where it can."""

from __future__ import annotations

import dataclasses
import difflib

import pytest

from statutory.model.values import ValueSchema
from statutory.source import scan_text
from statutory.source.items import read_catalogue
from tests.builders import FIELDS, LINKS, SETTINGS, TYPES, VOCABULARY
from tests.mutation.mutants import Change, Mutant, Page
from tests.mutation.operators import OPERATORS

TEXT = """\
# Page

```{toctree}
first
second
```

## Plans

```{plan} The plan
:id: PLAN
:region: north
:period: 2018-02/2018-06
:owner: OFFICE, COUNCIL
:locator: Page 3
:number: 7
:gap_field: owner

What it says.
```

```{actor} The office ä
:id: OFFICE
```

```{actor} The council
:id: COUNCIL
:region: south
```

Text of the page.
"""

LINES = TEXT.split("\n")

EXPECTED = {
    "delete-option": ["-:id: PLAN"],
    "blank-option": ["-:id: PLAN", "+:id:"],
    "repeat-option": ["+:id: PLAN"],
    "swap-options": ["+:region: north", "-:region: north"],
    "blank-line-before-option": ["+"],
    "number-sign": ["-:id: PLAN", "+:id: # PLAN"],
    "quote-first-word": ["-:id: PLAN", '+:id: "PLAN"'],
    "delete-target": ["-:owner: OFFICE, COUNCIL", "+:owner: COUNCIL"],
    "retarget-region": ["-:owner: OFFICE, COUNCIL", "+:owner: BOARD, COUNCIL"],
    "target-itself": ["-:owner: OFFICE, COUNCIL", "+:owner: PLAN, COUNCIL"],
    "repeat-target": ["-:owner: OFFICE, COUNCIL", "+:owner: OFFICE, OFFICE, COUNCIL"],
    "reverse-targets": ["-:owner: OFFICE, COUNCIL", "+:owner: COUNCIL, OFFICE"],
    "year-later": ["-:period: 2018-02/2018-06", "+:period: 2019-02/2019-06"],
    "year-earlier": ["-:period: 2018-02/2018-06", "+:period: 2017-02/2017-06"],
    "decade-later": ["-:period: 2018-02/2018-06", "+:period: 2028-02/2028-06"],
    "month-later": ["-:period: 2018-02/2018-06", "+:period: 2018-03/2018-07"],
    "reverse-time": ["-:period: 2018-02/2018-06", "+:period: 2018-06/2018-02"],
    "cut-end": ["-:period: 2018-02/2018-06", "+:period: 2018-02"],
    "impossible-month": ["-:period: 2018-02/2018-06", "+:period: 2018-13/2018-13"],
    "finnish-time": ["-:period: 2018-02/2018-06", "+:period: 02/2018/06/2018"],
    "other-number": ["-:number: 7", "+:number: 8"],
    "other-text": ["-:period: 2018-02/2018-06", "+:period: Muu teksti"],
    "delete-body": ["-What it says."],
    "delete-closing": ["-```"],
    "delete-opening": ["-```{plan} The plan"],
    "lengthen-opening": ["-```{plan} The plan", "+````{plan} The plan"],
    "bare-type": ["-```{plan} The plan", "+```plan The plan"],
    "blank-title": ["-```{plan} The plan", "+```{plan}"],
    "other-title": ["-```{plan} The plan", "+```{plan} Muu otsikko"],
    "backquote-in-title": ["-```{plan} The plan", "+```{plan} `The` plan"],
    "other-id": ["-:id: PLAN", "+:id: PLAN-X"],
    "lower-id": ["-:id: PLAN", "+:id: plan"],
    "delete-heading": ["-# Page", "+"],
    "other-heading": ["-# Page", "+# Muu otsikko"],
    "deepen-heading": ["-# Page", "+## Page"],
    "delete-entry": ["-first"],
    "delete-text": ["-Text of the page.", "+"],
}
"""What the first mutant of an operator takes away (-) and puts in (+)."""

COUNTED = {
    "delete-item": 3,
    "repeat-item": 3,
    "swap-items": 2,
    "indent-item": 3,
    "cut-file": 3,
    "empty-file": 1,
    "latin-1": 1,
    "byte-order-mark": 1,
    "carriage-returns": 1,
    "misspell-entry": 2,
    "misspell-id": 3,
    "misspell-option": 10,
    "misspell-target": 2,
    "misspell-text": 3,
    "misspell-type": 3,
    "misspell-value": 2,
    "other-name": 1,
    "other-type": 3,
    "other-value": 2,
    "retarget": 1,
    "retarget-type": 2,
    "taken-id": 3,
}
"""How many mutants the page has of the operators whose choice the seed makes."""


@pytest.fixture(scope="module")
def page() -> Page:
    """A page with all that operators change, beside another page."""
    schemas = {name: ValueSchema() for name in FIELDS}
    schemas |= {name: ValueSchema(kind="links") for name in LINKS}
    schemas["region"] = ValueSchema(allowed=("north", "south"))
    words = dataclasses.replace(
        VOCABULARY, schemas=dict.fromkeys(TYPES, schemas), id_pattern="^[A-Z]+$"
    )
    other = "```{actor} The board\n:id: BOARD\n:region: south\n```\n```{plan} It\n:id: IT\n```\n"
    documents = (scan_text(TEXT, "page.md", "page"), scan_text(other, "other.md", "other"))
    catalogue = read_catalogue(SETTINGS, words, documents).catalogue
    return Page(document=documents[0], catalogue=catalogue, seed=1)


def changes(page: Page, name: str) -> list[Change]:
    """Return the changes that an operator makes of a page."""
    return list(OPERATORS[name].run(page))


def content(change: Change) -> bytes:
    """Return the changed page."""
    return Mutant(operator="", project="", path="page.md", change=change).content(TEXT)


def difference(change: Change) -> list[str]:
    """Return the lines that a change takes away and puts in, in order."""
    lines = content(change).decode("utf-8").split("\n")
    return [line[0] + line[2:] for line in difflib.ndiff(LINES, lines) if line[0] in "+-"]


def test_every_operator_is_expected() -> None:
    """An operator without an expectation would go untested."""
    assert sorted([*EXPECTED, *COUNTED]) == sorted(OPERATORS)


@pytest.mark.parametrize("name", EXPECTED)
def test_first_change_is_the_one_expected(page: Page, name: str) -> None:
    """The operator changes what it says and leaves the rest alone."""
    assert difference(changes(page, name)[0]) == EXPECTED[name]


@pytest.mark.parametrize("name", COUNTED)
def test_operator_finds_every_place(page: Page, name: str) -> None:
    """Every place where the operator can change something is found."""
    assert len(changes(page, name)) == COUNTED[name]


@pytest.mark.parametrize("name", OPERATORS)
def test_changes_differ_from_the_page_and_come_again(page: Page, name: str) -> None:
    """No mutant is the page itself, and the same seed gives the same mutants."""
    made = changes(page, name)
    assert TEXT.encode() not in {content(change) for change in made}
    assert changes(page, name) == made


@pytest.mark.parametrize("name", OPERATORS)
def test_lines_outside_the_change_stay(page: Page, name: str) -> None:
    """What stands before and behind the change is untouched."""
    for change in changes(page, name):
        lines = content(dataclasses.replace(change, codec="utf-8", newline="\n")).decode()
        behind = change.start - 1 + change.count
        assert lines.split("\n")[: change.start - 1] == LINES[: change.start - 1]
        assert lines.endswith("\n".join(LINES[behind:]))


def test_whole_file_can_be_written_in_another_way(page: Page) -> None:
    """Bytes differ where no line does."""
    (latin,), (mark,), (returns,) = (
        changes(page, name) for name in ("latin-1", "byte-order-mark", "carriage-returns")
    )
    assert content(latin) == TEXT.encode("latin-1")
    assert content(mark) == b"\xef\xbb\xbf" + TEXT.encode()
    assert content(returns) == TEXT.replace("\n", "\r\n").encode()

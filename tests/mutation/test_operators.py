"""Each operator changes exactly what it says, in every place where it can."""

from __future__ import annotations

import dataclasses
import difflib

import pytest

from statutory.model.settings import IdentifierPolicy
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

MORE = """\
```{waiver} The waiver
:id: WAI
:waiver_target: PLAN
:waiver_approver: OFFICE
:waiver_expiry: 2018-12-31
:reviewed: 2017-06-30
:former_ids: OLD
```

```{needtable}
:filter: type == "plan"
```

```{plan} The road
:id: NXPXROAD
:region: north
:owner: OFFICE
:sources: WAI
:locator: Page 1
```

```{plan} The bridge
:id: NXPXBRIDGE
:sources: PLAN
:locator: Page 2
```
"""

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
    "add-target": ["-:owner: OFFICE, COUNCIL", "+:owner: OFFICE, COUNCIL, BOARD"],
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
    "title-of-neighbour": ["-```{actor} The office ä", "+```{actor} The plan"],
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

EXPECTED_OF_MORE = {
    "add-address": ["+", "+etunimi.sukunimi@esimerkki.fi"],
    "add-telephone": ["+", "+Puh. 040 123 4567."],
    "last-day-soon": ["-:waiver_expiry: 2018-12-31", "+:waiver_expiry: 2018-03-02"],
    "long-ago-review": ["-:reviewed: 2017-06-30", "+:reviewed: 2007-06-30"],
    "other-region-id": ["-:id: NXPXROAD", "+:id: SXPXROAD"],
    "other-type-id": ["-:id: NXPXROAD", "+:id: NXAXROAD"],
    "owned-by-stakeholder": ["-:owner: OFFICE", "+:owner: CLUB"],
    "place-of-another": ["-:locator: Page 1", "+:locator: Page 2"],
    "targets-of-another": ["-:waiver_target: PLAN", "+:waiver_target: OFFICE"],
}
"""The same of the second page."""

COUNTED_OF_MORE = {"misspell-filter": 1, "taken-former-id": 1}
"""How many mutants the second page has."""

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
def pages() -> dict[str, Page]:
    """Pages with all that operators change, beside another page."""
    schemas = {name: ValueSchema() for name in FIELDS}
    schemas |= {name: ValueSchema(kind="links") for name in LINKS}
    schemas["region"] = ValueSchema(allowed=("north", "south"))
    prefixes = {"plan": "P", "actor": "A"}
    words = dataclasses.replace(
        VOCABULARY,
        types={
            name: dataclasses.replace(kind, prefix=prefixes.get(name, ""))
            for name, kind in VOCABULARY.types.items()
        },
        schemas=dict.fromkeys(TYPES, schemas),
        id_pattern="^[A-Z]+$",
    )
    ids = IdentifierPolicy(form="{region}X{type}X{name}", regions={"north": "N", "south": "S"})
    settings = dataclasses.replace(SETTINGS, ids=ids)
    other = "```{actor} The board\n:id: BOARD\n:region: south\n```\n```{plan} It\n:id: IT\n```\n"
    other += "```{actor} The club\n:id: CLUB\n:region: north\n:kind: stakeholder\n```\n"
    texts = {"page": TEXT, "more": MORE, "other": other}
    documents = {name: scan_text(text, f"{name}.md", name) for name, text in texts.items()}
    catalogue = read_catalogue(settings, words, tuple(documents.values())).catalogue
    return {
        name: Page(document=document, catalogue=catalogue, seed=1)
        for name, document in documents.items()
    }


@pytest.fixture(scope="module")
def page(pages: dict[str, Page]) -> Page:
    """The page that most operators change."""
    return pages["page"]


@pytest.fixture(scope="module")
def more(pages: dict[str, Page]) -> Page:
    """The page that the other operators change."""
    return pages["more"]


def changes(page: Page, name: str) -> list[Change]:
    """Return the changes that an operator makes of a page."""
    return list(OPERATORS[name].run(page))


def content(change: Change, text: str = TEXT) -> bytes:
    """Return the changed page."""
    return Mutant(operator="", project="", path="page.md", change=change).content(text)


def difference(change: Change, text: str = TEXT) -> list[str]:
    """Return the lines that a change takes away and puts in, in order."""
    lines = content(change, text).decode("utf-8").split("\n")
    found = difflib.ndiff(text.split("\n"), lines)
    return [line[0] + line[2:] for line in found if line[0] in "+-"]


def test_every_operator_is_expected() -> None:
    """An operator without an expectation would go untested."""
    expected = [*EXPECTED, *COUNTED, *EXPECTED_OF_MORE, *COUNTED_OF_MORE]
    assert sorted(expected) == sorted(OPERATORS)


@pytest.mark.parametrize("name", EXPECTED)
def test_first_change_is_the_one_expected(page: Page, name: str) -> None:
    """The operator changes what it says and leaves the rest alone."""
    assert difference(changes(page, name)[0]) == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED_OF_MORE)
def test_first_change_of_the_second_page_is_the_one_expected(more: Page, name: str) -> None:
    """So it is for what only some items or directives have."""
    assert difference(changes(more, name)[0], MORE) == EXPECTED_OF_MORE[name]


@pytest.mark.parametrize("name", COUNTED_OF_MORE)
def test_operator_finds_every_place_of_the_second_page(more: Page, name: str) -> None:
    """One line is changed, in each place where the operator can change something."""
    made = changes(more, name)
    assert len(made) == COUNTED_OF_MORE[name]
    for change in made:
        assert [line[0] for line in difference(change, MORE)] == ["-", "+"]


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

"""Writing reviews: single lines of a file change, and all else stays as it is."""

from __future__ import annotations

import difflib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statutory.model.document import Document
from statutory.review import Review, ReviewError, write_reviews
from statutory.review.writer import marked_value
from statutory.source import scan_text
from statutory.source.targets import read_targets

PROPERTY = settings(derandomize=True, deadline=None, max_examples=300)
PRINTS = {"ELE": "a1b2c3d4e5f6", "SEC": "0123456789ab"}
RECORD = {"reviewed": "2018-01-31", "reviewer": "BOARD"}
ELE = 'ELE[print.startswith("a1b2c3d4")]'
SEC = 'SEC[print.startswith("01234567")]'

COLONS = """\
# Page

```{part} First
:id: ONE
:implements: ELE
:owner: COUNCIL

The body.
```
"""
DASHES = """\
```{part} First
---
id: ONE
implements: "ELE, SEC"
owner: COUNCIL  \n---
The body.
```
"""


def scanned(text: str, *, colon_fences: bool = False) -> Document:
    """Return what the scanner reads of a page."""
    return scan_text(text, "page.md", "page", colon_fences=colon_fences)


def review_of(
    document: Document, *ids: str, links: tuple[str, ...] = ("implements",)
) -> list[Review]:
    """Return reviews of items of a document, all with the same record."""
    return [
        Review(
            directive=directive,
            options=RECORD,
            fingerprints=dict.fromkeys(links, PRINTS),
            mark_field="print",
        )
        for directive in document.directives
        if directive.id in (ids or ("ONE",))
    ]


def write(text: str, *ids: str, links: tuple[str, ...] = ("implements",)) -> str:
    """Return a page with reviews of some of its items recorded."""
    document = scanned(text)
    return write_reviews(text, document, review_of(document, *ids, links=links))


def changes(before: str, after: str) -> list[str]:
    """Return the lines that went and then those that came, with their ends."""
    lines = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return sorted((line for line in lines if line[0] in "+-"), key=lambda line: line[0] == "+")


# What is written ---------------------------------------------------------------------------


def test_colons() -> None:
    """The link is marked on its line, and the record follows the last option."""
    assert changes(COLONS, write(COLONS)) == [
        "- :implements: ELE\n",
        f"+ :implements: {ELE}\n",
        "+ :reviewed: 2018-01-31\n",
        "+ :reviewer: BOARD\n",
    ]


def test_dashes() -> None:
    """Between dashes the style is theirs, and marks do not break the quotes of a value."""
    marked = f'"{ELE}, {SEC}"'.replace('("', "('").replace('")', "')")
    assert changes(DASHES, write(DASHES)) == [
        '- implements: "ELE, SEC"\n',
        f"+ implements: {marked}\n",
        "+ reviewed: 2018-01-31\n",
        "+ reviewer: BOARD\n",
    ]


def test_single_quotes_and_indentation() -> None:
    """Other quotes stay, and new options stand as far in as the last one."""
    text = "  ```{part} First\n    :id: ONE\n    :implements:   'ELE'  \n  ```\n"
    assert write(text) == (
        f"  ```{{part}} First\n    :id: ONE\n    :implements:   '{ELE}'  \n"
        "    :reviewed: 2018-01-31\n    :reviewer: BOARD\n  ```\n"
    )


def test_old_record_is_replaced_where_it_stands() -> None:
    """What is there keeps its place, a value that was left empty is filled in."""
    text = COLONS.replace(":id: ONE\n", ":id: ONE\n:reviewer:\n:reviewed: 2017-02-01\n")
    assert changes(text, write(text)) == [
        "- :reviewer:\n",
        "- :reviewed: 2017-02-01\n",
        "- :implements: ELE\n",
        "+ :reviewer: BOARD\n",
        "+ :reviewed: 2018-01-31\n",
        f"+ :implements: {ELE}\n",
    ]


def test_item_without_the_link_gets_the_record_alone() -> None:
    """There is no link to mark, and none is made."""
    after = write(COLONS, links=("based_on",))
    assert changes(COLONS, after) == ["+ :reviewed: 2018-01-31\n", "+ :reviewer: BOARD\n"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(end: str, mark: str) -> None:
    """A file of Windows stays one."""
    text = mark + COLONS.replace("\n", end)
    assert write(text) == mark + write(COLONS).replace("\n", end)


def test_several_items_of_a_file() -> None:
    """Each is written at its own lines, nested ones and those in colon fences too."""
    inner = "```{part} Inner\n:id: THREE\n:implements: SEC\n```\n"
    text = f"{COLONS}\n````{{part}} Outer\n:id: TWO\n\n{inner}````\n"
    after = write(text, "ONE", "TWO", "THREE")
    values = [
        {option.name: option.value for option in directive.options}
        for directive in scanned(after).directives
    ]
    assert [(value["id"], value.get("implements"), value["reviewed"]) for value in values] == [
        ("ONE", ELE, "2018-01-31"),
        ("TWO", None, "2018-01-31"),
        ("THREE", SEC, "2018-01-31"),
    ]


def test_colon_fences_are_written_where_they_are_read() -> None:
    """A project that writes fences with colons is served as well."""
    text = ":::{part} First\n:id: ONE\n:implements: ELE\n:::\n"
    document = scanned(text, colon_fences=True)
    after = write_reviews(text, document, review_of(document))
    assert after == (
        f":::{{part}} First\n:id: ONE\n:implements: {ELE}\n"
        ":reviewed: 2018-01-31\n:reviewer: BOARD\n:::\n"
    )


@pytest.mark.parametrize("text", [COLONS, DASHES])
def test_second_time_changes_nothing(text: str) -> None:
    """What is recorded already is left alone."""
    once = write(text)
    assert write(once) == once


# Values ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ELE", ELE),
        ("ELE , SEC", f"{ELE} , {SEC}"),
        ("OTHER, ELE", f"OTHER, {ELE}"),
        ('ELE[print.startswith("00000000")]', ELE),
        ("ELE[print.startswith('0000000000000000')]", ELE),
        ('ELE[status=="done"], SEC', f'ELE[status=="done"], {SEC}'),
        ('ELE[other.startswith("00000000")]', 'ELE[other.startswith("00000000")]'),
        ("ELE.1", 'ELE.1[print.startswith("a1b2c3d4")]'),
        ("", ""),
    ],
)
def test_targets_are_marked(before: str, after: str) -> None:
    """Old marks give way to new ones; other conditions and unknown targets stay."""
    assert marked_value(before, PRINTS, "print") == after


# What cannot be written --------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        'implements: "ELE\\x2c SEC"',
        "implements: 'EL''E'",
        "implements: >\n  ELE",
        "implements: |\n  ELE",
    ],
    ids=["escape", "doubled quote", "folded", "literal"],
)
def test_value_that_reads_other_than_it_stands_is_refused(line: str) -> None:
    """The message names the option and its line."""
    text = DASHES.replace('implements: "ELE, SEC"', line)
    with pytest.raises(ReviewError, match=r"^ONE: implements at page\.md:4 is not written") as no:
        write(text)
    assert no.value.message.values["id"] == "ONE"


def test_file_that_has_changed_is_refused() -> None:
    """The lines that the scanner knows may be others by now."""
    document = scanned(COLONS)
    with pytest.raises(ReviewError, match=r"^page\.md has changed since"):
        write_reviews(f"\n{COLONS}", document, review_of(document))


def test_change_that_other_lines_would_not_survive_is_refused() -> None:
    """A new option would stand in the middle of a value of many lines."""
    text = DASHES.replace("owner: COUNCIL  \n", "note: |\n  --- and\n  more\n")
    with pytest.raises(ReviewError, match=r"^page\.md cannot be changed without"):
        write(text)


# Properties --------------------------------------------------------------------------------

_VALUE = st.text("ABELSC ,;'\"[]#:\\", max_size=12)
_TARGETS = st.lists(st.sampled_from(("ELE", "SEC", "OTHER", 'ELE[status=="x"]')), max_size=3)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Return a page of an item, in any style, with other things around it."""
    value = draw(_TARGETS.map(", ".join) | _VALUE)
    options = [("id", "ONE"), ("implements", value), ("note", draw(_VALUE))]
    if draw(st.booleans()):
        options.append(("reviewed", draw(st.sampled_from(("2017-01-01", "'2017-01-01'", "")))))
    options = [options[0], *draw(st.permutations(options[1:]))]
    dashes = draw(st.booleans())
    style = "{}: {}" if dashes else ":{}: {}"
    inner = [style.format(name, value) for name, value in options]
    body = ["---", *inner, "---"] if dashes else inner
    before = draw(st.sampled_from(("# Page", "```\ntext\n```", "- a list", "\N{LINE SEPARATOR}")))
    end = draw(st.sampled_from(("\n", "\r\n")))
    lines = [before, "```{part} First", *body, "", draw(_VALUE), "```", draw(_VALUE)]
    return end.join("\n".join(lines).split("\n"))


@PROPERTY
@given(pages())
def test_nothing_else_changes(text: str) -> None:
    """Either the file reads as before but for the record and the marks, or it is refused."""
    try:
        after = write(text)
    except ReviewError:
        return
    old, new = scanned(text).directives, scanned(after).directives
    assert len(old) == len(new)
    for before, now in zip(old, new, strict=True):
        values = {option.name: option.value for option in before.options}
        read = {option.name: option.value for option in now.options}
        if before.id == "ONE":
            ids = [target.address for target in read_targets(values.get("implements", ""))]
            assert [it.address for it in read_targets(read.pop("implements", ""))] == ids
            assert {name: read.pop(name) for name in RECORD} == RECORD
            values = {n: v for n, v in values.items() if n not in {"implements", *RECORD}}
        assert read == values
    untouched = re.compile(r"\s*:?(?:implements|reviewed|reviewer)\s*:")
    kept = [line for line in re.split(r"(?<=\n)", text) if not untouched.match(line)]
    assert [line for line in re.split(r"(?<=\n)", after) if not untouched.match(line)] == kept


@PROPERTY
@given(pages())
def test_writing_twice_is_writing_once(text: str) -> None:
    """A second run finds all it would write."""
    try:
        once = write(text)
    except ReviewError:
        return
    assert write(once) == once

"""Items read from scanned files: which directives give one, with which values."""

from __future__ import annotations

import pytest

from statutory.model.catalogue import Violation
from statutory.model.settings import Vocabulary
from statutory.model.values import ValueSchema
from statutory.source import scan_text
from statutory.source.items import Reading, read_catalogue
from statutory.source.values import complaints, is_convertible, is_exact, truth_of
from tests.builders import FIELDS, LINKS, SETTINGS, TYPES, VOCABULARY

REGION = ValueSchema(allowed=("state", "north", "south"))
SCHEMAS = {
    **{name: ValueSchema() for name in FIELDS},
    **{name: ValueSchema(kind="links") for name in LINKS},
    "region": REGION,
    "fingerprint": ValueSchema(computed=True),
    "hide": ValueSchema(kind="boolean"),
}
WORDS = Vocabulary(
    types=VOCABULARY.types,
    fields=VOCABULARY.fields,
    links=VOCABULARY.links,
    directives=frozenset(("note", "glossary")),
    id_pattern="^[A-Z]+$",
    schemas=dict.fromkeys(TYPES, SCHEMAS),
)


def read(text: str, *more: str, words: Vocabulary = WORDS) -> Reading:
    """Return what is read of some pages: ``a.md``, ``b.md`` and so on."""
    documents = [
        scan_text(content, f"{name}.md", name)
        for name, content in zip("abc", (text, *more), strict=False)
    ]
    return read_catalogue(SETTINGS, words, documents)


def block(id_: str, *options: str, marks: str = "```", body: str = "") -> str:
    """Return a plan as an author writes it."""
    return "\n".join((f"{marks}{{plan}} Title", f":id: {id_}", *options, "", body, marks, ""))


def test_item_has_what_the_directive_says() -> None:
    """Type, title, place, fields and links, the links in the order of sphinx-needs."""
    options = (":region:  north ", ":owner: B10, B9;A|B9", ":fingerprint: 1a2b", ":nonsense: x")
    reading = read(block("P", *options))
    (item,) = reading.catalogue.items.values()
    assert (item.id, item.type, item.title, item.docname) == ("P", "plan", "Title", "a")
    assert str(item.location) == "a.md:1"
    assert dict(item.fields) == {"region": "north"}
    assert dict(item.links) == {"owner": ("A", "B9", "B10")}
    assert item.option_lines["owner"] == 4
    assert reading.unreadable == ()


@pytest.mark.parametrize(
    "text",
    [
        block("p"),
        block(""),
        block("P").replace(":id: P\n", ""),
        block("P", ":hide: perhaps"),
        block("P", ":delete:"),
        block("P", ":delete: perhaps"),
        block("P", ":owner: A[x"),
        block("P", ":owner: A[x]y"),
        block("P", ':region: "north" pole'),
        block("P").replace("{plan}", "plan"),
        block("P").replace("Title", "`Title`"),
        f"````{{unheard}}\n{block('P')}````\n",
        f"```text\n{block('P')}",
        block("p", marks="````", body=block("P")),
    ],
)
def test_directive_that_gives_no_item(text: str) -> None:
    """Where sphinx-needs would make no item, none is read."""
    assert dict(read(text).catalogue.items) == {}


def test_item_in_the_body_of_another_is_linked_to_it() -> None:
    """sphinx-needs notes the parent of a nested item as a link."""
    items = read(block("P", marks="````", body=block("Q"))).catalogue.items
    assert dict(items["Q"].links) == {"parent_needs": ("P",)}


def test_first_declaration_stands_for_an_identifier_that_is_not_unique() -> None:
    """The first in path order is taken, whichever sphinx-needs keeps."""
    pages = (block("P", ":region: north"), block("P", ":region: south"))
    (item,) = read(*pages).catalogue.items.values()
    assert (str(item.location), item.value("region")) == ("a.md:1", "north")


def test_link_to_a_part_leads_to_the_item_where_that_is_missing() -> None:
    """A part of an item that is there, but has no such part, keeps its name."""
    items = read(block("P", ":owner: Q.x, R.y") + block("Q")).catalogue.items
    assert items["P"].targets("owner") == ("Q.x", "R")


def test_values_that_the_schema_does_not_allow() -> None:
    """The text is that of the validator; an empty value is judged too."""
    reading = read(block("P", ":region: east") + block("Q", ":region:"))
    assert reading.catalogue.violations == (
        Violation("P", "region", '"east" is not one of "state", "north" or "south"'),
        Violation("Q", "region", '"" is not one of "state", "north" or "south"'),
    )


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        (f"- x\n\n{block('P').replace(chr(10), chr(10) + '  ')}", "", ""),
        ("> ```{plan} Title\n> :id: P\n> ```\n", "a.md:1", "a directive in a list or a quote"),
        ("<div>\n" + block("P"), "a.md:2", "a directive in a list or in HTML"),
        ("```{needimport} x.json\n```\n", "a.md:1", "the directive needimport"),
        (f"````{{glossary}}\n{block('P')}````\n", "a.md:2", "an item in the directive glossary"),
        (block("P", ":owner: A[x]"), "a.md:3", "a condition on a link"),
        (block("P", ":hide: true"), "a.md:3", "the option hide"),
        (block("P", ":template: x"), "a.md:3", "the option template"),
        (".. plan:: Title\n", "a.md:1", "reStructuredText"),
    ],
)
def test_what_only_sphinx_can_read_is_named(text: str, place: str, reason: str) -> None:
    """Each thing that the files alone do not tell is named with its line."""
    found = [(str(one.location), one.reason) for one in read(text).unreadable]
    assert found == ([(place, reason)] if place else [])


def test_declarations_that_files_do_not_settle_are_named() -> None:
    """A default, or items from elsewhere, make every reading uncertain."""
    schemas = {"plan": {**SCHEMAS, "status": ValueSchema(exact=False)}}
    words = Vocabulary(
        types=WORDS.types,
        fields=WORDS.fields,
        links=WORDS.links,
        schemas=schemas,
        elsewhere=("needs_external_needs",),
    )
    reasons = [one.reason for one in read(block("P"), words=words).unreadable]
    assert reasons == ["needs_external_needs", "the declaration of status of plan"]


def test_values_that_are_worked_out_are_named() -> None:
    """A value with the mark of a function is not taken as it stands."""
    schemas = {"plan": {**SCHEMAS, "status": ValueSchema(marks=("[[",))}}
    words = Vocabulary(types=WORDS.types, fields=WORDS.fields, links=WORDS.links, schemas=schemas)
    (one,) = read(block("P", ":status: [[copy('x')]]"), words=words).unreadable
    assert (str(one.location), one.reason) == ("a.md:3", "a value that is worked out")


@pytest.mark.parametrize(
    ("value", "schema", "expected"),
    [
        ("a", ValueSchema(allowed=("a", "b")), []),
        ("x", ValueSchema(allowed=("a",)), ['"x" is not one of "a"']),
        ("x", ValueSchema(allowed=("a", "b")), ['"x" is not one of "a" or "b"']),
        (
            "ä",
            ValueSchema(allowed=("a", "b", "c", "d")),
            ['"ä" is not one of "a", "b" or 2 other candidates'],
        ),
        ("0", ValueSchema(pattern="^[1-9]"), ['"0" does not match "^[1-9]"']),
        ("2018-02-30", ValueSchema(format="date"), ['"2018-02-30" is not a "date"']),
        ("2016-02-29", ValueSchema(format="date"), []),
        ("0000-02-29", ValueSchema(format="date"), []),
        ("2018", ValueSchema(format="date"), ['"2018" is not a "date"']),
    ],
)
def test_complaints_are_in_the_words_of_the_validator(
    value: str, schema: ValueSchema, expected: list[str]
) -> None:
    """The sentences are those that sphinx-needs reports."""
    assert list(complaints(value, schema)) == expected


def test_schemas_that_cannot_be_judged_here() -> None:
    """Another format, or a pattern of another kind, is left to sphinx-needs."""
    assert is_exact(ValueSchema(format="date", pattern="^a"))
    assert not is_exact(ValueSchema(format="email"))
    assert not is_exact(ValueSchema(pattern="("))


def test_yes_and_no() -> None:
    """A switch takes fewer words than a field; other kinds take what Python reads."""
    assert (truth_of(""), truth_of("Yes"), truth_of("no"), truth_of("on")) == (
        *(True, True, False),
        None,
    )
    assert (truth_of("on", loose=True), truth_of("0", loose=True)) == (True, False)
    convertible = [("x", "string"), ("", "integer"), ("1.5", "number"), ("y", "boolean")]
    assert all(is_convertible(value, kind) for value, kind in convertible)
    assert not is_convertible("1.5", "integer")

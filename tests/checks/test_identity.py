"""Identity: identifiers, regions, titles, texts, and items that have gone."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from statutory.checks import run_checks
from statutory.model.catalogue import Catalogue
from statutory.model.identifiers import Parts, is_form, parts_of
from statutory.model.item import Item
from statutory.model.settings import BorderPolicy, IdentifierPolicy, ItemType, Settings, TextPolicy
from statutory.model.snapshot import Remembered, Snapshot
from statutory.source import scan_text
from tests.builders import SETTINGS, VOCABULARY, brief, make_catalogue, make_item, run, sound_items

CITED = {"sources": "SRC", "locator": "p. 1"}
CODED = dataclasses.replace(
    VOCABULARY,
    types={
        name: ItemType(name=name, title=kind.title, options=kind.options, prefix=name[:3].upper())
        for name, kind in VOCABULARY.types.items()
    },
)
FORMED = dataclasses.replace(
    SETTINGS,
    ids=IdentifierPolicy(
        form="{region}-{type}-{name}", regions={"state": "ST", "north": "NO", "south": "SO"}
    ),
)


def found(check: str, *items: Item, settings: Settings = SETTINGS) -> list[tuple[str, str, str]]:
    """Return the item, the field and the sentence of what one check finds."""
    catalogue = Catalogue(
        settings=settings, vocabulary=CODED, items={item.id: item for item in items}
    )
    return [
        (one.item, one.field, str(one.message))
        for one in run_checks(catalogue).findings
        if one.check == check
    ]


# Identifiers -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id_", "kind", "region", "said"),
    [
        ("NO-PLA-A", "plan", "north", []),
        ("NO-PLA-A-B-2", "plan", "north", []),
        ("ST-PLA-A", "plan", "state", []),
        ("NO-PLA-A", "plan", "south", ["the identifier says NO, but the field region is south"]),
        ("NO-PLA-A", "plan", "", ["the identifier says NO, but the field region is missing"]),
        ("XX-PLA-A", "plan", "north", ["the identifier says XX, which is the code of no region"]),
        ("XX-PLA-A", "plan", "", ["the identifier says XX, which is the code of no region"]),
        (
            "NO-RIS-A",
            "plan",
            "north",
            ["the identifier says RIS, but the code of the type plan is PLA"],
        ),
        (
            "SO-RIS-A",
            "plan",
            "north",
            [
                "the identifier says RIS, but the code of the type plan is PLA",
                "the identifier says SO, but the field region is north",
            ],
        ),
        ("PLAN", "plan", "north", ["the identifier is not of the form {region}-{type}-{name}"]),
        ("NO-PLA-", "plan", "north", ["the identifier is not of the form {region}-{type}-{name}"]),
    ],
)
def test_identifier_is_that_of_the_region_and_the_type(
    id_: str, kind: str, region: str, said: list[str]
) -> None:
    """Each code that says something else than the item is one finding."""
    item = make_item(kind, id_, region=region, **CITED)
    assert sorted(text for *_, text in found("misfit-id", item, settings=FORMED)) == said


def test_identifiers_say_nothing_where_the_project_does_not_say_how() -> None:
    """Without a form any identifier will do; so it is for a type without a prefix."""
    item = make_item("plan", "NO-RIS-A", region="south", **CITED)
    assert found("misfit-id", item) == []
    catalogue = dataclasses.replace(
        make_catalogue([make_item("plan", "NO-RIS-A", region="north", **CITED)], FORMED)
    )
    assert "misfit-id" not in {one.check for one in run_checks(catalogue).findings}


def test_items_of_another_project_may_have_any_identifier() -> None:
    """Its authors have their own form."""
    item = dataclasses.replace(make_item("plan", "PLAN"), is_external=True)
    assert found("misfit-id", item, settings=FORMED) == []


@pytest.mark.parametrize(
    ("form", "id_", "parts"),
    [
        ("{region}-{type}-{name}", "A-B-C-D", Parts(region="A", type="B")),
        ("{type}_{region}.{name}", "REQ_X.1", Parts(region="X", type="REQ")),
        ("{type}+{name}", "R+1", Parts(type="R")),
        ("{type}+{name}", "RR1", None),
        ("{name}/{region}", "a/b/N", Parts(region="N")),
    ],
)
def test_identifier_is_taken_apart_by_its_form(form: str, id_: str, parts: Parts | None) -> None:
    """What stands between the parts is no pattern."""
    assert is_form(form)
    assert parts_of(id_, form) == parts


@pytest.mark.parametrize(
    "form", ["{region}", "", "{name}{type}", "{name}-{name}", "{name}-{other}", "{name}-{", "{}"]
)
def test_form_has_to_tell_the_parts_apart(form: str) -> None:
    """Each part stands once, with something between it and the next."""
    assert not is_form(form)


# Regions -----------------------------------------------------------------------------------

NORTH, SOUTH = {"region": "north"}, {"region": "south"}
BODIES = [
    make_item("actor", "N", **NORTH, **CITED),
    make_item("actor", "S", **SOUTH, **CITED),
    make_item("actor", "X", region="state", **CITED),
    make_item("actor", "NONE", **CITED),
    make_item("source", "S-SRC", **SOUTH),
    make_item("phase", "S-STEP", **SOUTH, **CITED),
]


@pytest.mark.parametrize(
    ("kind", "region", "link", "to", "lost"),
    [
        ("duty", "north", "owner", "S", ["S"]),
        ("duty", "north", "owner", "N, S", ["S"]),
        ("duty", "north", "owner", "N", []),
        ("duty", "north", "owner", "X", []),
        ("duty", "north", "owner", "NONE", []),
        ("duty", "state", "owner", "S", []),
        ("duty", "", "owner", "S", []),
        ("duty", "north", "sources", "S-SRC", ["S-SRC"]),
        ("duty", "north", "schedule", "S-STEP", ["S-STEP"]),
        ("duty", "north", "concerns", "S", []),
        ("duty", "north", "conflicts_with", "S", []),
        ("difference", "north", "sources", "S", []),
        ("gap", "north", "gap_target", "S", ["S"]),
    ],
)
def test_link_to_another_region_is_questioned(
    kind: str, region: str, link: str, to: str, lost: list[str]
) -> None:
    """What compares regions may cross the border, and everybody may name the state."""
    item = make_item(kind, "I", region=region, **{link: to})
    settings = dataclasses.replace(SETTINGS)
    vocabulary = dataclasses.replace(
        VOCABULARY,
        links={
            name: dataclasses.replace(of, target_types=()) for name, of in VOCABULARY.links.items()
        },
    )
    catalogue = Catalogue(
        settings=settings,
        vocabulary=vocabulary,
        items={one.id: one for one in [*sound_items(), *BODIES, item]},
    )
    named = [
        one.message.values["target"]
        for one in run_checks(catalogue).findings
        if one.check == "link-to-another-region"
    ]
    assert named == lost


@pytest.mark.parametrize("policy", [BorderPolicy(links=("owner",)), BorderPolicy(types=("duty",))])
def test_policy_allows_links_across_the_border(policy: BorderPolicy) -> None:
    """By the link, or by the type of the item that carries it."""
    settings = dataclasses.replace(SETTINGS, across_regions=policy)
    items = [*sound_items(), *BODIES, make_item("duty", "I", **NORTH, **CITED, owner="S")]
    assert "link-to-another-region" in {check for check, *_ in brief(run(items))}
    assert "link-to-another-region" not in {check for check, *_ in brief(run(items, settings))}


# Titles ------------------------------------------------------------------------------------


def titled(id_: str, title: str, line: int, kind: str = "plan", **options: str) -> Item:
    """Return an item of the file ``page.md``."""
    return make_item(kind, id_, at=f"page.md:{line}", title=title, **options)


def test_second_item_of_a_title_on_a_page_is_found() -> None:
    """Capital letters and blanks make no difference; another page does."""
    items = [titled("B", "The plan", 1), titled("A", "the  Plan", 9), titled("C", "A plan", 20)]
    elsewhere = make_item("plan", "D", title="The plan")
    (only,) = found("repeated-title", *items, elsewhere)
    assert only == ("A", "", "B on the same page has the same title: the  Plan")


def test_sections_of_different_acts_are_told_apart_by_them() -> None:
    """Two acts may have a section of one number and title; one act has not."""
    sections = [
        titled(id_, "7 § Tasks", line, "section", based_on=act)
        for id_, line, act in (("A", 1, "OLD"), ("B", 9, "NEW"), ("C", 20, "NEW"))
    ]
    assert [id_ for id_, *_ in found("repeated-title", *sections)] == ["C"]
    element = titled("E", "7 § Tasks", 30, "element")
    assert [id_ for id_, *_ in found("repeated-title", *sections[:2], element)] == ["E"]
    plan = titled("P", "7 § Tasks", 0)
    assert [id_ for id_, *_ in found("repeated-title", *sections[:2], plan)] == ["A", "B"]


# Texts -------------------------------------------------------------------------------------


def of_page(text: str, settings: Settings) -> Catalogue:
    """Return a catalogue of one page whose plans are at its directives."""
    document = scan_text(text, "page.md", "page")
    items = [
        make_item(one.name, one.id, at=f"page.md:{one.location.line}")
        for one in document.directives
    ]
    return dataclasses.replace(make_catalogue(items, settings), documents=(document,))


@pytest.mark.parametrize(
    ("body", "is_empty"),
    [
        ("", True),
        ("\n\n  \n", True),
        ("\n<!-- a remark -->\n", True),
        ("\n% a remark\n", True),
        ("\n—\n", True),
        ("\nA word.\n", False),
        ("\n7\n", False),
        ("\n% a remark\nA word.\n", False),
        ("\nÄ\n", False),
    ],
)
@pytest.mark.parametrize("options", [":id: P\n", "---\nid: P\n---\n"])
def test_item_without_a_word_is_found(options: str, body: str, *, is_empty: bool) -> None:
    """Blanks, marks and comments are no text, however the options are written."""
    settings = dataclasses.replace(SETTINGS, texts=TextPolicy(required=("plan",)))
    catalogue = of_page(f"```{{plan}} Title\n{options}{body}```\n", settings)
    checks = {one.check for one in run_checks(catalogue).findings}
    assert ("missing-text" in checks) is is_empty


def test_text_is_asked_of_the_types_of_policy_alone() -> None:
    """Nor is it asked of what no scanned file holds."""
    page = "```{plan} Title\n:id: P\n```\n"
    assert "missing-text" not in {one.check for one in run_checks(of_page(page, SETTINGS)).findings}
    settings = dataclasses.replace(SETTINGS, texts=TextPolicy(required=("plan",)))
    assert "missing-text" not in {check for check, *_ in brief(run(sound_items(), settings))}


# Releases ----------------------------------------------------------------------------------


def test_item_of_the_last_release_that_is_gone_is_told() -> None:
    """A renamed item is not gone; the finding stands at the key of the snapshot."""
    old = Remembered(title="The plan", type="plan", region="north", content="0")
    released = Snapshot(
        as_of=dt.date(2018, 1, 1), items=dict.fromkeys(("PLAN", "OLD", "GONE"), old)
    )
    settings = dataclasses.replace(SETTINGS, released=released, key_lines={"statutory.snapshot": 7})
    items = sound_items(PHASE={"former_ids": "OLD"})
    (only,) = [one for one in run(items, settings).findings if one.check == "removed-item"]
    assert (str(only.location), str(only.message)) == (
        "ubproject.toml:7",
        "GONE of the last release is gone: The plan",
    )

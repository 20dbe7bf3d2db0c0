"""Planning reviews: what is recorded of an item, and what is refused with which words."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from statutory.model.catalogue import Catalogue
from statutory.model.document import Directive, Document, Loss, LostOption, UnclosedFence
from statutory.model.item import Item
from statutory.model.review_mark import content_mark
from statutory.model.settings import FieldRoles, LinkRoles, ReviewPolicy, Settings
from statutory.review import Review, ReviewError, ReviewRequest, plan_reviews, selected_ids
from tests.builders import SETTINGS, make_catalogue, make_directive, make_item, make_page

DAY = dt.date(2018, 1, 15)
POLICY = dataclasses.replace(SETTINGS, reviews=ReviewPolicy(links=("implements", "based_on")))
ITEMS = [
    make_item("element", "ELE", fingerprint="abc"),
    make_item("section", "SEC", fingerprint="def"),
    make_item("component", "COM", implements="ELE", based_on="SEC, GONE", preparer="OFFICE"),
    make_item("actor", "COUNCIL"),
    make_item("actor", "OFFICE"),
    make_item("plan", "PLAN", former_ids="PLANNE"),
]
COM = make_directive("component", "COM", implements="ELE", based_on="SEC, GONE")


def catalogue(
    *directives: Directive,
    items: list[Item] | None = None,
    page: Document | None = None,
    settings: Settings = POLICY,
) -> Catalogue:
    """Return a catalogue of the items with a page that declares some of them."""
    made = make_catalogue(items or ITEMS, settings)
    return dataclasses.replace(made, documents=(page or make_page(*(directives or (COM,))),))


def without(*, field: str = "", link: str = "") -> Settings:
    """Return the settings of a project that lacks the role of a field or of a link."""
    return dataclasses.replace(
        POLICY,
        fields=dataclasses.replace(FieldRoles(), **({field: ""} if field else {})),
        links=dataclasses.replace(LinkRoles(), **({link: ""} if link else {})),
    )


def ask(*ids: str, by: str = "COUNCIL", links: tuple[str, ...] = ()) -> ReviewRequest:
    """Return a request for a review of some items."""
    return ReviewRequest(ids=ids or ("COM",), reviewer=by, day=DAY, links=links)


# What is planned ---------------------------------------------------------------------------


def test_record_and_marks_of_the_links_of_policy() -> None:
    """Day and reviewer are recorded, and each target that has one is given its fingerprint."""
    assert plan_reviews(catalogue(), ask()) == (
        Review(
            directive=COM,
            options={
                "reviewed": "2018-01-15",
                "reviewer": "COUNCIL",
                "reviewed_content": content_mark(catalogue().items["COM"], SETTINGS),
            },
            fingerprints={"implements": {"ELE": "abc"}, "based_on": {"SEC": "def"}},
            mark_field="fingerprint",
        ),
    )


def test_links_of_the_request_come_before_those_of_policy() -> None:
    """Who names links marks those alone."""
    (review,) = plan_reviews(catalogue(), ask(links=("based_on",)))
    assert review.fingerprints == {"based_on": {"SEC": "def"}}


def test_item_asked_for_twice_is_reviewed_once() -> None:
    """An identifier that is written twice means one item."""
    assert len(plan_reviews(catalogue(), ask("COM", "COM"))) == 1


def test_project_without_fingerprints_records_without_marks() -> None:
    """The day and the reviewer are worth recording by themselves."""
    (review,) = plan_reviews(catalogue(settings=without(field="fingerprint")), ask())
    assert (review.fingerprints, review.mark_field) == ({}, "")


def test_one_of_several_preparers_may_review() -> None:
    """Only who has done the work alone has nobody beside."""
    items = [
        make_item("component", "COM", implements="ELE", based_on="SEC, GONE", preparer="OFFICE, X"),
        *(item for item in ITEMS if item.id != "COM"),
    ]
    assert plan_reviews(catalogue(items=items), ask(by="OFFICE"))


# What is refused ---------------------------------------------------------------------------

ABROAD = dataclasses.replace(make_item("element", "ABROAD"), is_external=True)
LOST = dataclasses.replace(COM, lost=(LostOption("owner", "X", 9, Loss.BELOW),))
OPEN = dataclasses.replace(make_page(COM), unclosed=(UnclosedFence(line=1, before=5, end_line=9),))
MEND = "COM cannot be read as it is meant; mend first what statutory check finds in it"
OTHER = make_directive("component", "COM", implements="ELE", based_on="SEC")


@pytest.mark.parametrize(
    ("made", "request_", "said"),
    [
        (catalogue(), ask("COMM"), "there is no item COMM; did you mean COM?"),
        (catalogue(), ask("xyzzy"), "there is no item xyzzy"),
        (catalogue(), ask("COM", "xyzzy"), "there is no item xyzzy"),
        (catalogue(), ask("PLANNE"), "PLANNE is now PLAN"),
        (catalogue(), ask(by="COUNCL"), "COUNCL is no actor; did you mean COUNCIL?"),
        (
            catalogue(),
            ask(by="ELE"),
            "ELE is no actor; a reviewer is a role or a body, never a person",
        ),
        (
            catalogue(),
            ask(by="OFFICE"),
            "COM: OFFICE is its only preparer; let another role review it",
        ),
        (
            catalogue(),
            ask(links=("implement",)),
            "there is no link implement; did you mean implements?",
        ),
        (catalogue(), ask(links=("xyzzy",)), "there is no link xyzzy"),
        (
            catalogue(items=[*ITEMS, ABROAD]),
            ask("ABROAD"),
            "ABROAD is an item of another project; review it there",
        ),
        (
            catalogue(),
            ask("ELE"),
            "ELE is not written as a block of a Markdown file (ele.md); only such can be changed",
        ),
        (catalogue(COM, COM), ask(), MEND),
        (catalogue(LOST), ask(), MEND),
        (catalogue(page=OPEN), ask(), MEND),
        (
            catalogue(OTHER),
            ask(),
            "COM: based_on is not set by the item's own line alone; it cannot be marked",
        ),
        (
            catalogue(settings=without(field="reviewed")),
            ask(),
            "the project has no name for statutory.fields.reviewed",
        ),
        (
            catalogue(settings=without(link="reviewer")),
            ask(),
            "the project has no name for statutory.links.reviewer",
        ),
        (
            catalogue(settings=without(field="fingerprint")),
            ask(links=("implements",)),
            "the project has no name for statutory.fields.fingerprint",
        ),
    ],
)
def test_refusal_is_one_clear_sentence(made: Catalogue, request_: ReviewRequest, said: str) -> None:
    """Whatever cannot be recorded ends the whole request, with what to do instead."""
    with pytest.raises(ReviewError) as refused:
        plan_reviews(made, request_)
    assert str(refused.value) == said
    message = refused.value.message
    assert message.text.format_map(message.values) == said


# What is named -----------------------------------------------------------------------------

TREE = [
    make_item("plan", "DOC"),
    make_item("component", "PART-B", part_of="DOC"),
    make_item("component", "PART-A", part_of="DOC"),
    make_item("phase", "STEP", part_of="PART-A"),
    make_item("plan", "RING-A", part_of="RING-B"),
    make_item("plan", "RING-B", part_of="RING-A"),
    dataclasses.replace(make_item("component", "PART-X", part_of="DOC"), is_external=True),
]


@pytest.mark.parametrize(
    ("named", "with_parts", "expected"),
    [
        (["STEP", "DOC", "STEP"], False, ["STEP", "DOC"]),
        (["PART-*"], False, ["PART-A", "PART-B"]),
        (["PART-?", "DOC"], False, ["PART-A", "PART-B", "DOC"]),
        (["DOC"], True, ["DOC", "PART-A", "STEP", "PART-B"]),
        (["PART-*"], True, ["PART-A", "STEP", "PART-B"]),
        (["RING-A"], True, ["RING-A", "RING-B"]),
        (["GONE"], True, ["GONE"]),
    ],
)
def test_patterns_and_whole_documents_can_be_named(
    named: list[str],
    with_parts: bool,  # noqa: FBT001 - what the case asks for
    expected: list[str],
) -> None:
    """Each item once, the parts behind their whole; what another project holds is left out."""
    found = selected_ids(make_catalogue(TREE), named, with_parts=with_parts)
    assert list(found) == expected


def test_pattern_that_matches_nothing_is_refused() -> None:
    """A slip in a pattern must not pass for a review."""
    with pytest.raises(ReviewError, match=r"no item matches PRAT-\*"):
        selected_ids(make_catalogue(TREE), ["PRAT-*"])

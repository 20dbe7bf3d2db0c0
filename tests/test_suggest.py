"""Suggestions: what was probably meant, or nothing."""

from __future__ import annotations

import random

import pytest

from statutory.suggest import KnownNames, nearest, nearest_by_word

NAMES = (
    "SA-TJA-VALTUUSTO",
    "SA-TJA-HALLITUS",
    "SA-OSA-HYTE",
    "lahteet",
    "paattaja",
    "owner",
    "completion",
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("SA-TJA-VALTUUSTOO", "SA-TJA-VALTUUSTO"),
        ("SA-TJA-VALTUSTO", "SA-TJA-VALTUUSTO"),
        ("sa-tja-hallitus", "SA-TJA-HALLITUS"),
        ("SA-OSA-HYTE", "SA-OSA-HYTE"),
        ("Lähteet", "lahteet"),
        ("PÄÄTTÄJÄ", "paattaja"),
        ("owners", "owner"),
        ("xyz", ""),
        ("", ""),
        ("---", ""),
        ("olematon", ""),
    ],
)
def test_nearest_name(written: str, meant: str) -> None:
    """Slips, capitals and diacritics are forgiven; what is like nothing finds nothing."""
    assert nearest(written, NAMES) == meant


def test_nothing_is_near_where_nothing_is_known() -> None:
    """An empty vocabulary has no suggestion."""
    assert nearest("owner", []) == ""


@pytest.mark.parametrize("seed", range(5))
def test_suggestion_does_not_depend_on_the_order_of_the_names(seed: int) -> None:
    """Of two names that are alike, the first in the alphabet is offered, however they come."""
    names = ["STEP-C", "STEP-B", "STEP-A"]
    random.Random(seed).shuffle(names)  # noqa: S311 - no secret
    assert nearest("STEP-X", names) == "STEP-A"


@pytest.mark.parametrize(
    ("written", "meant"), [("lähde", "lahteet"), ("Vastuutahot", "owner"), ("qqq", "")]
)
def test_word_that_people_use_finds_the_name(written: str, meant: str) -> None:
    """A label finds its name; the label itself is not what is to be written."""
    words = {"lahteet": "lahteet", "Lähde": "lahteet", "Vastuutaho": "owner"}
    assert nearest_by_word(written, words) == meant


def test_names_made_ready_give_the_same() -> None:
    """Many questions about the same names are answered as each alone."""
    known = KnownNames.of(NAMES)
    for written in ("SA-TJA-VALTUUSTOO", "Lähteet", "xyz", ""):
        assert known.nearest(written) == nearest(written, NAMES)
    assert KnownNames({"Lähde": "lahteet", "owner": "owner"}).nearest("lähdee") == "lahteet"

"""Words of a text: what the index has, with hyphens, colons and compounds."""

from __future__ import annotations

import pytest

from statutory.finnish.stem import stem
from statutory.finnish.words import WordList, words

PAGES = (
    "Maakunnan strategia ja maakunnan palvelut. Kunta tekee maakuntastrategian.",
    "Maakunta ja kunta: strategian tavoitteet, strategioita.",
    "Maakunta, maa ja raportti.",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kunta, kunnan (kuntien).", ["Kunta", "kunnan", "kuntien"]),
        ("SA-OSA-HYTE", ["SA-OSA-HYTE"]),
        ("sosiaali- ja terveyspalvelut", ["sosiaali", "ja", "terveyspalvelut"]),
        ("EU:n ja VATE:lle", ["EU", "ja", "VATE"]),
        ("status:done", ["status", "done"]),
        ("2016–2018", ["2016", "2018"]),
        ("", []),
    ],
)
def test_text_is_split_into_words(text: str, expected: list[str]) -> None:
    """A hyphen inside a word stays, an ending behind a colon goes."""
    assert list(words(text)) == expected


def test_identifier_is_found_whole_and_by_its_parts() -> None:
    """The index has an identifier as a whole and each of its parts."""
    assert list(WordList().index_words("SA-OSA-HYTE")) == ["SA-OSA-HYTE", "SA", "OSA", "HYTE"]


def test_word_with_a_hyphen_meets_the_word_without() -> None:
    """Who writes a compound with a hyphen finds it without, and the other way round."""
    assert stem("sote-palvelut") == stem("sotepalvelujen")


def test_compound_is_found_by_its_last_part() -> None:
    """The last part of a compound goes into the index in the form in which it stands."""
    listed = WordList.of_texts(PAGES)
    assert list(listed.index_words("maakuntastrategiaan")) == ["maakuntastrategiaan", "strategiaan"]


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("maakunta", id="more common than its last part"),
        pytest.param("raportti", id="no compound"),
        pytest.param("valtionstrategia", id="first part unknown"),
        pytest.param("maakuntaohjelma", id="last part unknown"),
    ],
)
def test_other_words_have_no_parts(word: str) -> None:
    """A word is split only where both of its parts are words of the pages."""
    assert list(WordList.of_texts(PAGES).last_parts(word)) == []


def test_without_pages_nothing_is_split() -> None:
    """A word list of no pages gives the words alone."""
    assert list(WordList().index_words("maakuntastrategia")) == ["maakuntastrategia"]

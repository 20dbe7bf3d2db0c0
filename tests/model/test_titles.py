"""Titles: when two of them are about the same thing."""

from __future__ import annotations

import pytest

from statutory.model.titles import share_word

TITLES = [
    ("Maakuntavaalit", "Maakuntavaalien tulos", True, "an ending makes no difference"),
    ("Lait hyväksytään eduskunnassa", "Eduskunta vahvistaa lait", True, "nor does a case"),
    ("Maakuntavaalit", "Maakuntastrategian luonnos", False, "a compound of one first part"),
    ("Esitys annetaan", "Esiselvitys luovutetaan", False, "too little in common"),
    ("Lait voimaan", "Lait annetaan", False, "short words do not count"),
    ("Voimaantulo", "VOIMAANTULO", True, "capitals make no difference"),
    ("Council elected", "The councils meet", True, "nor in another language"),
    ("Board elected", "The board meets", True, "five letters are a word"),
    ("", "Council", False, "no title, no word"),
    ("Luonnos 2018-05-01", "Seminaari 2018-05-01", False, "numbers are short"),
]


@pytest.mark.parametrize(("title", "other", "expected", "reason"), TITLES)
def test_titles_share_a_word(title: str, other: str, *, expected: bool, reason: str) -> None:
    """Two titles share a word whichever comes first."""
    assert share_word(title, other) is expected, reason
    assert share_word(other, title) is expected, reason

"""Suggestions for misspelt names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz import distance, process, utils

_CUTOFF = 0.72


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that is most like another, or an empty string.

    Likeness is Jaro–Winkler's with diacritics and case set aside, so that
    ``SA-TJA-VALTUUSTOO`` finds ``SA-TJA-VALTUUSTO``.

    :param name: The name as written.
    :param known: The names that exist.
    """
    return nearest_by_word(name, {word: word for word in known})


def nearest_by_word(name: str, words: Mapping[str, str]) -> str:
    """Return the name behind the word that is most like what was written, or "".

    :param name: The name as written.
    :param words: The words that people use for names, with the names: from
        ``{"lahteet": "lahteet", "Lähde": "lahteet"}`` the text ``lähde`` finds ``lahteet``.
    """
    best = process.extractOne(
        _plain(name),
        sorted(words),
        scorer=distance.JaroWinkler.normalized_similarity,
        processor=_plain,
        score_cutoff=_CUTOFF,
    )
    return words[best[0]] if best else ""


def _plain(word: str) -> str:
    return utils.default_process(word.translate(_WITHOUT_DIACRITICS)).replace(" ", "")


_WITHOUT_DIACRITICS = str.maketrans("äåöÄÅÖ", "aaoAAO")

"""Suggestions for misspelt names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz import distance, process, utils

_CUTOFF = 0.72
_SHARED = 0.7
"""The share of letters that two words have in common and in order, of both together."""

_FEW = 5
"""How many of the likest words are looked at."""


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that is most like another, or an empty string.

    Likeness is Jaro–Winkler's with diacritics and case set aside, so that
    ``SA-TJA-VALTUUSTOO`` finds ``SA-TJA-VALTUUSTO``.

    :param name: The name as written.
    :param known: The names that exist.
    """
    return KnownNames.of(known).nearest(name)


def nearest_by_word(name: str, words: Mapping[str, str]) -> str:
    """Return the name behind the word that is most like what was written, or "".

    :param name: The name as written.
    :param words: The words that people use for names, with the names: from
        ``{"lahteet": "lahteet", "Lähde": "lahteet"}`` the text ``lähde`` finds ``lahteet``.
    """
    return KnownNames(words).nearest(name)


class KnownNames:
    """Names that exist, made ready once for any number of questions."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """Take the words that people use for names, with the names."""
        self._names = [name for _, name in sorted(words.items())]
        self._words = [plain(word) for word in sorted(words)]

    @classmethod
    def of(cls, names: Iterable[str]) -> KnownNames:
        """Return names that are known by themselves alone."""
        return cls({name: name for name in names})

    def nearest(self, name: str) -> str:
        """Return the name behind the word that is most like what was written, or ""."""
        written = plain(name)
        alike = process.extract(
            written,
            self._words,
            scorer=distance.JaroWinkler.normalized_similarity,
            score_cutoff=_CUTOFF,
            limit=_FEW,
        )
        for word, _, index in alike:
            if _share_of_letters(written, word) >= _SHARED:
                return self._names[index]
        return ""


def _share_of_letters(one: str, other: str) -> float:
    """Return how much two words share in order; all, where one begins with the other."""
    shorter, longer = sorted((one, other), key=len)
    if shorter and longer.startswith(shorter):
        return 1.0
    return float(distance.Indel.normalized_similarity(one, other))


def plain(word: str) -> str:
    """Return a word without diacritics, capitals and blanks, as words are compared."""
    return utils.default_process(word.translate(_WITHOUT_DIACRITICS)).replace(" ", "")


_WITHOUT_DIACRITICS = str.maketrans("äåöÄÅÖ", "aaoAAO")

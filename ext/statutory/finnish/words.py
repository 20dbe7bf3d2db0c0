"""Words of a text as the search keeps them, and the last parts of compounds."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from statutory.finnish.stem import stem

CASES_BEHIND_COLON = (
    *("n", "t", "a", "ä", "ta", "tä", "ia", "iä", "na", "nä", "ksi", "lle", "in", "en", "ien"),
    *("jen", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "aan", "een", "hen"),
    *("hin", "iin", "oon", "uun", "ään", "öön"),
)
"""The endings that an abbreviation takes behind a colon, as in *EU:n*."""

ABBREVIATIONS = frozenset(("he", "te"))
"""Pronouns that are abbreviations as well: of government bills and of employment offices."""

SHORTEST_PART = 3
"""The length of the shortest part of a compound, and of the stem of its last part."""

COMMON_SHARE = 0.1
"""On what share of the pages so short a last part has to stand; longer ones on any."""

NO_PARTS = ("uu", "yy")
"""How no last part begins: so begins the ending that makes a noun of an adjective."""

ENDS_OF_FIRST_PARTS = "aeiouyäöns"
"""The letters in which the first part of a compound ends: nominative, genitive, -s."""

_SOFT_HYPHEN = "\N{SOFT HYPHEN}"

_WORD = re.compile(rf"(\w+(?:-\w+)*)(?::(?:{'|'.join(CASES_BEHIND_COLON)})(?!\w))?", re.IGNORECASE)


def words(text: str, /) -> Iterator[str]:
    """Yield the words of a text; a hyphen stays in its word, an ending behind a colon goes.

    Letters that are written in two parts count as one, and soft hyphens as nothing.
    """
    whole = unicodedata.normalize("NFC", text).replace(_SOFT_HYPHEN, "")
    return (found[1] for found in _WORD.finditer(whole))


@dataclass(frozen=True, kw_only=True)
class WordList:
    """The stems of some pages, by which compounds are told from other long words.

    :param total: How many pages there are.
    :param pages: On how many pages each stem stands.
    """

    total: int = 0
    pages: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of_texts(cls, texts: Iterable[str], /) -> WordList:
        """Return the list of the words of some pages, one text a page."""
        pages = [_stems(text) for text in texts]
        return cls(total=len(pages), pages=Counter(found for page in pages for found in page))

    def index_words(self, text: str, /) -> Iterator[str]:
        """Yield what a page is found by: its words, their parts, the ends of compounds."""
        for word in words(text):
            yield word
            parts = word.split("-") if "-" in word else []
            yield from parts
            for part in parts or [word]:
                yield from self.last_parts(part)

    def last_parts(self, word: str, /) -> Iterator[str]:
        """Yield the ends of a compound that are words of their own, the longest first.

        Both parts have to be words of the pages. A compound that stands on more pages than
        its last part is taken for one word: who looks for a *kunta* wants no *maakunta*.
        """
        whole = stem(word)
        for start in range(SHORTEST_PART, len(whole) - SHORTEST_PART + 1):
            if (
                self._may_end(whole, whole[start:])
                and not whole.startswith(NO_PARTS, start)
                and word[start - 1].lower() in ENDS_OF_FIRST_PARTS
                and stem(word[:start]) in self.pages
                and stem(word[start:]) == whole[start:]
            ):
                yield word[start:]

    def _may_end(self, whole: str, part: str) -> bool:
        """Say whether the stem of a compound may have another as its last part."""
        pages = self.pages.get(part, 0)
        enough = self.total * COMMON_SHARE if len(part) == SHORTEST_PART else 1
        return pages >= enough and pages >= self.pages.get(whole, 0)


def _stems(text: str) -> set[str]:
    """Return the stems of a text, those of the parts of a word with hyphens too."""
    return {stem(part) for word in words(text) for part in (word, *word.split("-"))}

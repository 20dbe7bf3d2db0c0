"""What a link to nothing was probably meant to lead to; no answer is better than a wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from statutory.model.catalogue import Catalogue
from statutory.model.item import Item
from statutory.suggest import plain

_ALIKE = 0.7
"""How alike two names have to be: of ten letters three may differ."""

_SEPARATORS = re.compile(r"[-_.:]")
_DIGITS = re.compile(r"\d+")
_OF_HEAD = 2
"""The parts of an identifier before the name of the thing: who it is of and of what kind."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Candidates:
    """The items that a link may lead to, with their words beside them."""

    items: Sequence[Item]
    names: Sequence[str]
    titles: Sequence[str]


class NearestTargets:
    """Answers for the dead links of a catalogue; what they need is made ready once."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the catalogue whose items exist."""
        self._catalogue = catalogue
        self._candidates: dict[tuple[str, ...], _Candidates] = {}
        heads = [_parts(id_)[0] for id_ in catalogue.items]
        self._heads = [
            frozenset(head[place] for head in heads if place < len(head))
            for place in range(_OF_HEAD)
        ]

    def nearest(self, target: str, *, link: str = "", holder: Item | None = None) -> str:
        """Return the identifier that was probably meant, or "".

        Names are compared without what stands before them in identifiers, and titles with
        what is no identifier. What is the same comes first, then the items of the holder's region.

        :param target: What is written instead of an identifier.
        :param link: The link that leads to it; it tells the types that are allowed.
        :param holder: The item that has the link; it is never the answer.
        """
        candidates = self._of_types(types_at_end(self._catalogue, link) if link else ())
        region = self._catalogue.region_of(holder) if holder else ""
        best = min(
            (
                (likeness < 1, self._catalogue.region_of(item) != region, -likeness, item.id)
                for likeness, item in self._alike(target, candidates)
                if holder is None or item.id != holder.id
            ),
            default=None,
        )
        return best[3] if best else ""

    def _alike(self, target: str, candidates: _Candidates) -> Iterator[tuple[float, Item]]:
        """Yield the items that are like what is written, each with how much."""
        head, name = _parts(target)
        for index, likeness in _above(name, candidates.names):
            item = candidates.items[index]
            its_head, its_name = _parts(item.id)
            is_exact = plain(name) == plain(its_name)
            if self._may_be(head, its_head, is_exact=is_exact):
                yield likeness, item
        for index, likeness in _above(target, candidates.titles) if not head else ():
            yield likeness, candidates.items[index]

    def _may_be(self, head: Sequence[str], other: Sequence[str], *, is_exact: bool) -> bool:
        """Say whether the beginnings of two identifiers may be the same but for a slip.

        A part that other identifiers have is no slip; the kind may be one where the name is
        exactly the same. What has no beginning is a word and may mean any.
        """
        if not head:
            return True
        if len(head) != len(other):
            return False
        return all(
            one == its or (one not in self._heads[place] and _is_alike(one, its))
            or (place > 0 and is_exact)
            for place, (one, its) in enumerate(zip(head, other, strict=True))
        )  # fmt: skip

    def _of_types(self, types: tuple[str, ...]) -> _Candidates:
        if types not in self._candidates:
            found = self._catalogue.items.values()
            items = [item for item in found if not types or item.type in types]
            self._candidates[types] = _Candidates(
                items=items,
                names=[plain(_parts(item.id)[1]) for item in items],
                titles=[plain(item.title) for item in items],
            )
        return self._candidates[types]


def types_at_end(catalogue: Catalogue, name: str) -> tuple[str, ...]:
    """Return the types that a link may lead to, by the vocabulary and by policy."""
    link = catalogue.vocabulary.links.get(name)
    declared = link.target_types if link is not None else ()
    ends = [catalogue.relations.end_of(role) for role in catalogue.relations.roles_of(name)]
    types = declared or catalogue.vocabulary.types
    return tuple(one for one in types if all(end.admits(one) for end in ends))


def _parts(id_: str) -> tuple[tuple[str, ...], str]:
    """Return the beginning of an identifier, part by part, and the name behind it."""
    parts = _SEPARATORS.split(id_)
    head = min(_OF_HEAD, len(parts) - 1)
    return tuple(part.upper() for part in parts[:head]), "-".join(parts[head:])


def _above(word: str, words: Sequence[str]) -> Iterator[tuple[int, float]]:
    """Yield the places of the words that are like another, and how much."""
    written = plain(word)
    # Short words are like each other where one has a letter more; half is the least then.
    for other, likeness, index in process.extract(
        written, words, scorer=OSA.normalized_similarity, score_cutoff=0.5, limit=None
    ):
        if written and _is_alike(written, other):
            yield index, likeness


def _is_alike(one: str, other: str) -> bool:
    """Say whether two words differ by a slip; numbers never do."""
    if _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    if OSA.normalized_similarity(one, other) >= _ALIKE:
        return True
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and OSA.distance(one, other) == 1

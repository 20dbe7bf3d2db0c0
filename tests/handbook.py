"""The examples of the handbook's pages on checks, for the tests to run.

Each check has a section headed with its name; its bad example stands under *Esimerkki*,
its good one under *Näin oikein*. An example is a fenced block of ``md``, or of ``python``
holding a bytes literal where the bytes of the file are the matter. A block of ``toml``
before it under the same heading holds the settings that it needs, one of ``json`` the items
of an earlier release.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

from statutory.checks import CHECKS
from statutory.source.fences import find_fences

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "docs" / "tarkistukset"
BAD, GOOD = "Esimerkki", "Näin oikein"


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a check: the bytes of a content file, settings to add, a snapshot."""

    check: str
    kind: str
    content: bytes
    settings: str = ""
    snapshot: str = ""

    def __str__(self) -> str:
        return f"{self.check}-{'bad' if self.kind == BAD else 'good'}"


def background() -> str:
    """Return the items that every example may lean on."""
    lines = (PAGES / "tausta.md").read_text(encoding="utf-8").splitlines()
    (fence,) = find_fences(lines, colon_fences=False)
    return "\n".join(lines[index] for index in fence.body) + "\n"


def examples() -> list[Example]:
    """Return the examples of all pages, in the order of the pages."""
    found: list[Example] = []
    for page in sorted(PAGES.glob("*.md")):
        lines = page.read_text(encoding="utf-8").splitlines()
        fences = list(find_fences(lines, colon_fences=False))
        fenced = {n for fence in fences for n in range(fence.first, fence.last + 1)}
        beside: dict[tuple[str, str, str], str] = {}
        for fence in fences:
            headings = _headings_above(lines, fenced, fence.first)
            check, kind = headings.get(2, ""), headings.get(3, "")
            if check in CHECKS and kind in {BAD, GOOD}:
                body = "\n".join(lines[index] for index in fence.body) + "\n"
                if fence.info in {"toml", "json"}:
                    beside[fence.info, check, kind] = body
                    continue
                content = ast.literal_eval(body) if fence.info == "python" else body.encode("utf-8")
                settings, snapshot = (
                    beside.get((info, check, kind), "") for info in ("toml", "json")
                )
                found.append(Example(check, kind, content, settings, snapshot))
    return found


def _headings_above(lines: list[str], fenced: set[int], index: int) -> dict[int, str]:
    """Return the headings that a line stands under, by their level."""
    headings: dict[int, str] = {}
    for number in range(index):
        marks, _, text = lines[number].partition(" ")
        if number not in fenced and marks and set(marks) == {"#"}:
            headings = {level: old for level, old in headings.items() if level < len(marks)}
            headings[len(marks)] = text.strip()
    return headings

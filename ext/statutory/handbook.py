"""The handbook's sections on checks, for the terminal."""

from __future__ import annotations

import re
from pathlib import Path

from statutory.checks import CHECKS
from statutory.source.fences import find_fences

_NEXT_SECTION = re.compile(r"#{1,2} |\([\w-]+\)=$")
_INSTALLED = Path(__file__).parent / "pages"
_CHECKOUT = Path(__file__).parents[2] / "docs" / "tarkistukset"


def handbook_dir() -> Path:
    """Return the folder of the pages: in the installed package, or in a checkout."""
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT


def section_of(name: str) -> str:
    """Return the section on a check as Markdown, as the handbook has it.

    A check without a section gives what the code itself says of it.

    :param name: The name of a check of the register.
    """
    for page in sorted(handbook_dir().glob("*.md")):
        section = _section(page.read_text(encoding="utf-8").splitlines(), f"## {name}")
        if section:
            return "\n".join(section).rstrip() + "\n"
    check = CHECKS[name]
    return f"## {name}\n\n{check.summary}\n\n{check.why}\n\n{check.remedy}\n"


def _section(lines: list[str], heading: str) -> list[str]:
    """Return a heading and the lines up to the next one of its level; none if not there."""
    if heading not in lines:
        return []
    fences = find_fences(lines, colon_fences=False)
    fenced = {index for fence in fences for index in range(fence.first, fence.last + 1)}
    start = lines.index(heading)
    end = next(
        (
            index
            for index in range(start + 1, len(lines))
            if index not in fenced and _NEXT_SECTION.match(lines[index])
        ),
        len(lines),
    )
    return lines[start:end]

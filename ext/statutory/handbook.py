"""The handbook's sections on checks, for the terminal."""

from __future__ import annotations

import re
from pathlib import Path

from statutory.checks import CHECKS
from statutory.messages import Messages
from statutory.source.fences import find_fences

LANGUAGE = "fi"
"""The language that the pages are written in."""

_NEXT_SECTION = re.compile(r"#{1,2} |\([\w-]+\)=$")
_INSTALLED = Path(__file__).parent / "pages"
_CHECKOUT = Path(__file__).parents[2] / "docs" / "tarkistukset"


def handbook_dir() -> Path:
    """Return the folder of the pages: in the installed package, or in a checkout."""
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT


def explanation_of(name: str, language: str) -> str:
    """Return what is said of a check as Markdown.

    It is the handbook's section in the language of the handbook. In others, and of a check
    without a section, it is what the code itself says.

    :param name: The name of a check of the register.
    :param language: The language of the project.
    """
    section = section_of(name) if language == LANGUAGE else ""
    if section:
        return section
    check, messages = CHECKS[name], Messages(language)
    said = (
        messages.text(check.summary),
        f"{messages.text('why')}: {messages.text(check.why)}",
        f"{messages.text('remedy')}: {messages.text(check.remedy)}",
    )
    return "\n\n".join([f"## {name}", *said]) + "\n"


def section_of(name: str) -> str:
    """Return the section on a check as the handbook has it; empty where it has none.

    :param name: The name of a check of the register.
    """
    for page in sorted(handbook_dir().glob("*.md")):
        section = _section(page.read_text(encoding="utf-8").splitlines(), f"## {name}")
        if section:
            return "\n".join(section).rstrip() + "\n"
    return ""


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

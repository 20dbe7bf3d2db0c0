"""Roles in running text: those that Markdown reads, and what was meant as one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statutory.model.document import Role

ROLES = (
    *("need", "need_count", "need_incoming", "need_outgoing", "need_part", "ndf", "np"),
    *("any", "abbr", "doc", "download", "eq", "math", "numref", "ref", "sub", "sup", "term"),
)
"""The roles that authors use: those of sphinx-needs, and of Sphinx in running text."""

_REFERRING = "need|need_part|need_count|need_incoming|need_outgoing|ref|doc|term|numref|download"
"""Those that are looked for where their braces are missing: others are words of a text."""

_ROLE = re.compile(r"(?<!`)\{(?P<name>[\w:-]+)\}(?P<marks>`+)(?P<text>.+?)(?P=marks)(?!`)")
_CODE = re.compile(r"(?<!`)(?P<marks>`+)(?!`)(?P<text>.+?)(?<!`)(?P=marks)(?!`)")
_BEFORE = re.compile(
    rf"(?<![\w{{])(?P<open>[{{:(\[]?)(?P<name>{_REFERRING})(?P<close>[}}:)\]]? ?)$"
)
_BARE = re.compile(rf"\{{(?P<name>{_REFERRING})\}} ?[(\[]?(?P<text>[\w.-]*\w)")

_CODE_MARGINS = ("    ", "\t")


def roles_in(text: str, line: int) -> Iterator[Role]:
    """Yield the roles in a line of running text."""
    for role in _ROLE.finditer(text):
        yield Role(role["name"], role["text"], line)


def meant_in(text: str, line: int) -> Iterator[Role]:
    """Yield what was meant as a role in a line of running text but is none to Markdown.

    The braces are missing or others stand in their place, a blank parts the name from what
    it is of, or that has no backquotes. An indented line may be code and is passed over.
    """
    if text.startswith(_CODE_MARGINS):
        return
    reached = 0
    for code in _CODE.finditer(text):
        before = text[reached : code.start()]
        yield from _bare(before, line)
        name = _BEFORE.search(before)
        if name is not None and _is_slip(name["open"], name["close"]):
            yield Role(name["name"], code["text"], line)
        reached = code.end()
    yield from _bare(text[reached:], line)


def _is_slip(opening: str, closing: str) -> bool:
    """Say whether the marks around a name are those of no role, yet show that one is meant."""
    if closing.endswith(" "):
        return opening in {"{", ":"} and closing.rstrip() in {"}", ":"}
    return (opening, closing) != ("{", "}")


def _bare(text: str, line: int) -> Iterator[Role]:
    for found in _BARE.finditer(text):
        yield Role(found["name"], found["text"], line)

"""What stands in front of a page, read as MyST reads it, and what of it is refused.

MyST takes settings from there that change how the page is parsed, evaluate templates or
write into the head of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

REFUSED_KEYS = frozenset(
    ("myst", "html_meta", "substitutions", "mystnb", "jupytext", "kernelspec", "file_format")
)
"""The keys that act: those of MyST, and those by which a page becomes a notebook."""

_MARK = "---"
_ENDS = ("---", "...")
_MERGE = "tag:yaml.org,2002:merge"
_UNREADABLE = (yaml.YAMLError, ValueError, RecursionError)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What MyST reads in front of a page.

    :param values: Its keys with their values.
    :param refused: Its keys that are refused with the lines of the file that they stand on,
        counted from 1.
    :param length: How many lines, as MyST parts them, stand between its two marks.
    """

    values: Mapping[Any, Any]
    refused: tuple[tuple[str, int], ...]
    length: int


def read_front_matter(text: str) -> FrontMatter | None:
    """Return the front matter of a page; ``None`` where it has none that MyST can read.

    :param text: The whole page, without a byte order mark.
    """
    if not text.startswith(_MARK):
        return None
    whole = text.splitlines(keepends=True)
    first = whole[0].splitlines()[0]
    if not first.startswith(_MARK):
        return None
    body = list(_body(whole))
    loader = yaml.SafeLoader("".join(f"{line.rstrip()}\n" for line in body))
    try:
        node = loader.get_single_node()
        pairs = list(node.value) if isinstance(node, yaml.MappingNode) else []
        values = loader.construct_document(node) if node is not None else None
        refused = tuple(_refused(values, pairs)) if isinstance(values, dict) else ()
    except _UNREADABLE:
        return None
    finally:
        loader.dispose()
    if not isinstance(values, dict):
        return None
    lines = [1 + "".join(whole[: 1 + index]).count("\n") for _, index in refused]
    named = tuple((name, line) for (name, _), line in zip(refused, lines, strict=True))
    return FrontMatter(values, named, len(body))


def cleared(text: str) -> str:
    """Return a page without the refused keys of its front matter, on the same lines."""
    found = read_front_matter(text)
    if found is None or not found.refused:
        return text
    rewritten = _without_refused(text, found)
    again = read_front_matter(rewritten)
    if _is_closed(text) and (again is None or not again.refused):
        return rewritten
    # To Markdown this is no front matter but text, which passes over the blank.
    return f" {text}"


def _without_refused(text: str, found: FrontMatter) -> str:
    """Return a page with the rest of its front matter on one line, and blank ones below it."""
    plain = {key: value for key, value in found.values.items() if key not in REFUSED_KEYS}
    kept = yaml.safe_dump(plain, default_flow_style=True, default_style='"', width=2**31)
    lines = text.splitlines(keepends=True)
    body = lines[1 : 1 + found.length]
    ends = [line[len(line.splitlines()[0]) :] for line in body]
    written = [kept.strip(), *[""] * (len(body) - 1)]
    below = [f"{line}{end}" for line, end in zip(written, ends, strict=True)]
    return "".join((lines[0], *below, *lines[1 + found.length :]))


def _is_closed(text: str) -> bool:
    """Say whether Markdown too finds the end of the front matter."""
    marks = len(text) - len(text.lstrip("-"))
    closers = re.compile(rf"^(?: {{0,3}}-{{{marks},}}|\.\.\.)[ \t]*$", re.MULTILINE)
    return closers.search(text, marks) is not None


def _body(lines: list[str]) -> Iterator[str]:
    """Yield the lines of front matter between its marks."""
    for line in lines[1:]:
        if line.startswith(_ENDS):
            return
        yield line


def _refused(
    values: Mapping[Any, Any], pairs: list[tuple[yaml.Node, yaml.Node]]
) -> Iterator[tuple[str, int]]:
    """Yield the refused keys, each with the index of its line in the body.

    What a merge brings in stands on the line of the merge.
    """
    merges = [key.start_mark.line for key, _ in pairs if key.tag == _MERGE]
    named = {
        str(key.value): key.start_mark.line for key, _ in pairs if isinstance(key, yaml.ScalarNode)
    }
    for key in values:
        if key in REFUSED_KEYS:
            yield key, named.get(key, merges[0] if merges else 0)

"""Drawings that content brings along, as files of SVG: which of them only draw.

On a page such a file is a picture and runs nothing; opened by itself it is a page of the
site, and its scripts run there.
"""

from __future__ import annotations

import re
from xml.parsers import expat

_XHTML = "http://www.w3.org/1999/xhtml"
_ACTING = frozenset(
    (
        *("script", "foreignobject", "handler", "listener", "iframe", "embed", "object"),
        *("animate", "set", "image", "feimage", "audio", "video"),
    )
)
"""The elements that run something, hold other markup, fetch, or change an address."""

_FETCHING = re.compile(r"@import|url\s*\(\s*['\"]?\s*[^#'\"\s]|expression\s*\(|\\", re.IGNORECASE)


class _ActsError(Exception):
    """The drawing does more than draw."""


def only_draws(data: bytes) -> bool:
    """Say whether a file of SVG runs nothing and fetches nothing; one that is broken does not."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = _judge_element
    parser.CharacterDataHandler = _judge_text
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.ProcessingInstructionHandler = _refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it so
    except (_ActsError, expat.ExpatError, ValueError):
        return False
    return True


def _judge_element(name: str, attributes: dict[str, str]) -> None:
    namespace, _, local = name.rpartition(" ")
    if namespace == _XHTML or local.lower() in _ACTING:
        raise _ActsError
    for key, value in attributes.items():
        short = key.rpartition(" ")[2].lower()
        leads_out = short in {"href", "src"} and not value.strip().startswith("#")
        if short.startswith("on") or leads_out or _FETCHING.search(value):
            raise _ActsError


def _judge_text(text: str) -> None:
    if _FETCHING.search(text):
        raise _ActsError


def _refuse(*_arguments: object) -> None:
    raise _ActsError

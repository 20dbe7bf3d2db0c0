"""Addresses of links, judged as browsers read them: which only lead to a page."""

from __future__ import annotations

import re
from urllib.parse import unquote

PASSIVE_SCHEMES = frozenset(("http", "https", "mailto"))
"""What a link may begin with, beside an address within the site."""

_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):", re.IGNORECASE)
_INVISIBLE = re.compile(
    r"[\x00-\x20\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]"
)
_SERVER = re.compile(r"[/\\]{2}")
_LEFT_AS_TEXT = re.compile(
    r"(?:\]\(\s*<?|^\[[^\]]+\]:\s*<?|<)(?P<address>\s*(?:javascript|vbscript|file|data)\s*:[^\s)>]*)",
    re.IGNORECASE | re.MULTILINE,
)


def scheme_of(address: str) -> str:
    """Return what an address begins with, in lower case; empty where it is relative.

    Browsers pass over blanks and control characters in an address.
    """
    match = _SCHEME.match(_INVISIBLE.sub("", address))
    return match["scheme"].lower() if match else ""


def is_active(address: str) -> bool:
    """Say whether a link to an address could do something else than lead to a page.

    What names a server without a scheme is such: from a file of a network drive, it is a
    folder of another machine, to which Windows gives the reader's password.
    """
    return any(
        _SERVER.match(_INVISIBLE.sub("", read)) is not None
        or scheme_of(read) not in {"", *PASSIVE_SCHEMES}
        for read in (address, unquote(address))
    )


def is_remote(address: str) -> bool:
    """Say whether a picture at an address would be fetched from anywhere but the site."""
    return is_active(address) or bool(scheme_of(address)) or bool(scheme_of(unquote(address)))


def refused_by_markdown(text: str) -> list[str]:
    """Return the active addresses of what was meant as links, but which Markdown left as text.

    :param text: Running text of a page, as readers see it.
    """
    plain = text if "<" in text or "]" in text else ""
    return [match["address"].strip() for match in _LEFT_AS_TEXT.finditer(plain)]

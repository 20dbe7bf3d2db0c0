"""Identifiers: how a project makes them, and what one says of its item."""

from __future__ import annotations

import re
from dataclasses import dataclass

REGION, TYPE, NAME = "{region}", "{type}", "{name}"
_PARTS = re.compile(r"\{(region|type|name)\}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """What an identifier says: the codes of a region and a type; empty where it has none."""

    region: str = ""
    type: str = ""


def is_form(form: str) -> bool:
    """Say whether a text tells how identifiers are made, so that one can be taken apart."""
    parts = _PARTS.findall(form)
    rest = _PARTS.sub("", form)
    return (
        "name" in parts
        and len(parts) == len(set(parts))
        and not {"{", "}"} & set(rest)
        and re.search(r"\}\{", form) is None
    )


def parts_of(id_: str, form: str) -> Parts | None:
    """Return what an identifier says by its form, or ``None`` where it is of another form.

    :param form: As :func:`is_form` accepts it.
    """
    pattern = _PARTS.sub(
        lambda match: f"(?P<{match[1]}>{'.+' if match[1] == 'name' else '.+?'})",
        re.sub(r"[^{}\w]", lambda match: re.escape(match[0]), form),
    )
    match = re.fullmatch(pattern, id_)
    if match is None:
        return None
    found = match.groupdict()
    return Parts(region=found.get("region", ""), type=found.get("type", ""))

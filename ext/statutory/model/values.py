"""What the values of fields and links have to be for sphinx-needs to take them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueSchema:
    """What sphinx-needs makes of the text that an item of some type gives an option.

    :param kind: The type of the value: ``string``, ``boolean``, ``links`` or another.
    :param allowed: The values that it may be; empty where it may be any.
    :param pattern: What it has to match; empty for anything.
    :param format: The format that it has to be of; empty for any.
    :param marks: The marks in the text by which the value is worked out, not written.
    :param computed: Whether a rule of the project gives the value, never the author.
    :param exact: Whether nothing else decides: no default, no other rule.
    """

    kind: str = "string"
    allowed: tuple[str, ...] = ()
    pattern: str = ""
    format: str = ""
    marks: tuple[str, ...] = ()
    computed: bool = False
    exact: bool = True

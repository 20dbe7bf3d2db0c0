"""Values of options, judged as sphinx-needs judges them."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from statutory.model.values import ValueSchema

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_SHOWN = 3
_MONTHS = 12
_YES, _NO = frozenset(("", "true", "yes")), frozenset(("false", "no"))
_LOOSE_YES, _LOOSE_NO = _YES | {"y", "on", "1"}, _NO | {"n", "off", "0"}


def complaints(value: str, schema: ValueSchema) -> Iterator[str]:
    """Yield why a text is not what a schema asks for, in the words of the validator.

    A keyword that cannot be judged here gives none; the schema is then not exact.
    """
    quoted = json.dumps(value, ensure_ascii=False)
    if schema.allowed and value not in schema.allowed:
        yield f"{quoted} is not one of {_listed(schema.allowed)}"
    if schema.pattern and not re.search(schema.pattern, value, re.ASCII):
        yield f"{quoted} does not match {json.dumps(schema.pattern, ensure_ascii=False)}"
    if schema.format and not FORMATS[schema.format](value):
        yield f'{quoted} is not a "{schema.format}"'


def is_exact(schema: ValueSchema) -> bool:
    """Say whether every keyword of a schema can be judged here."""
    if schema.format and schema.format not in FORMATS:
        return False
    try:
        re.compile(schema.pattern, re.ASCII)
    except re.error:
        return False
    return schema.exact


def truth_of(value: str, *, loose: bool = False) -> bool | None:
    """Return what a text means as yes or no; ``None`` where it means neither.

    :param loose: Whether short forms count too, as they do in a field.
    """
    yes, no = (_LOOSE_YES, _LOOSE_NO) if loose else (_YES, _NO)
    if value.lower() in yes:
        return True
    return False if value.lower() in no else None


def is_convertible(value: str, kind: str) -> bool:
    """Say whether a text can be a value of a kind; text itself always can."""
    if kind == "boolean":
        return truth_of(value, loose=True) is not None
    try:
        _ = {"integer": int, "number": float}.get(kind, str)(value or "0")
    except ValueError:
        return False
    return True


def _listed(values: Sequence[str]) -> str:
    """Return the values as the validator lists them: the first of them, and how many more."""
    shown = [json.dumps(value, ensure_ascii=False) for value in values]
    if len(shown) <= _SHOWN:
        return " or ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
    return f"{', '.join(shown[: _SHOWN - 1])} or {len(shown) - _SHOWN + 1} other candidates"


def _is_date(value: str) -> bool:
    match = _DATE.fullmatch(value)
    if match is None:
        return False
    year, month, day = map(int, match.groups())
    leap = year or 4  # The validator has a year 0, which is a leap year as the year 4 is.
    return 1 <= month <= _MONTHS and 1 <= day <= calendar.monthrange(leap, month)[1]


FORMATS: Mapping[str, Callable[[str], bool]] = {"date": _is_date}
"""The formats that can be judged here, by name."""

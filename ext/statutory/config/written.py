"""Values as the configuration writes them, for messages about them."""

from __future__ import annotations

import datetime as dt
import json
import re

_BARE_KEY = re.compile(r"[\w-]+", re.ASCII)


def written(value: object) -> str:
    """Return a value as TOML writes it, so that authors see what they have written."""
    if isinstance(value, bool | str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, dict):
        pairs = [f"{_key(str(key))} = {written(inner)}" for key, inner in value.items()]
        return f"{{ {', '.join(pairs)} }}" if pairs else "{}"
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)


def _key(name: str) -> str:
    return name if _BARE_KEY.fullmatch(name) else written(name)

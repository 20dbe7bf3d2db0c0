"""The stemmer and the splitter of queries in JavaScript, with the rules of those in Python."""

from __future__ import annotations

import json
from pathlib import Path

from statutory.finnish.stem import SHORTEST, stages
from statutory.finnish.words import CASES_BEHIND_COLON

CODE = Path(__file__).parent / "stem.js"


def stemmer_script() -> str:
    """Return the script that defines ``Stemmer`` and ``splitQuery`` for Sphinx's search."""
    constants = {
        "FINNISH_SHORTEST": SHORTEST,
        "FINNISH_ENDINGS": CASES_BEHIND_COLON,
        "FINNISH_STAGES": stages(),
    }
    lines = [
        f"const {name} = {json.dumps(value, ensure_ascii=False, separators=(',', ':'))};"
        for name, value in constants.items()
    ]
    return "\n".join([*lines, CODE.read_text(encoding="utf-8")])

"""The baseline as a file: the findings that fail today, to be accepted from now on."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from statutory.model.baseline import TEXTS, VERSION, FindingKey, key_of
from statutory.model.report import Report

NEVER_ACCEPTED = frozenset({"coverage-below-gate"})
"""Checks whose findings are judged anew each time: a gate is lowered openly or not at all."""


def accepted_from_now_on(report: Report) -> Counter[FindingKey]:
    """Return what the baseline is to hold, and how many times: the findings that fail.

    What is below the severity that fails a build needs no baseline.
    """
    return Counter(
        key_of(finding) for finding in report.failing if finding.check not in NEVER_ACCEPTED
    )


def render_baseline(report: Report) -> str:
    """Return the findings that fail as JSON: in a stable order, and without lines."""
    keys = accepted_from_now_on(report)
    document = {
        "version": VERSION,
        "findings": [_entry(key, keys[key]) for key in sorted(keys)],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _entry(key: FindingKey, count: int) -> dict[str, Any]:
    """Return a key as an entry; what is empty or one is left out."""
    texts = {name: getattr(key, name) for name in TEXTS}
    entry: dict[str, Any] = {name: text for name, text in texts.items() if text}
    if key.values:
        entry["values"] = dict(key.values)
    if count > 1:
        entry["count"] = count
    return entry

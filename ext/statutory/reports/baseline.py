"""The baseline as a file: the findings that fail today, to be accepted from now on."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from statutory.model.baseline import TEXTS, VERSION, FindingKey, key_of
from statutory.model.finding import Acceptance
from statutory.model.report import Report

NEVER_ACCEPTED = frozenset({"coverage-below-gate"})
"""Checks whose findings are judged anew each time: a gate is lowered openly or not at all."""


def accepted_from_now_on(report: Report, new: Acceptance) -> dict[FindingKey, Acceptance]:
    """Return what the baseline is to hold: the findings that fail, and those accepted before.

    What was accepted before keeps its reason and its last day. What is below the severity
    that fails a build needs no baseline.

    :param new: Why the findings that fail are accepted, and until when.
    """
    threshold = report.catalogue.settings.fail_on
    kept: dict[FindingKey, Acceptance] = {}
    counts: Counter[FindingKey] = Counter()
    for finding in (*report.accepted_findings, *report.failing):
        if finding.severity < threshold or finding.check in NEVER_ACCEPTED:
            continue
        key = key_of(finding)
        counts[key] += 1
        kept.setdefault(key, finding.acceptance or new)
    return {key: dataclasses.replace(kept[key], count=counts[key]) for key in sorted(kept)}


def render_baseline(accepted: Mapping[FindingKey, Acceptance]) -> str:
    """Return what a project accepts as JSON: in a stable order, and without lines."""
    document = {
        "version": VERSION,
        "findings": [_entry(key, accepted[key]) for key in sorted(accepted)],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _entry(key: FindingKey, kept: Acceptance) -> dict[str, Any]:
    """Return a key as an entry; what is empty or one is left out, but not the reason."""
    texts = {name: getattr(key, name) for name in TEXTS}
    entry: dict[str, Any] = {name: text for name, text in texts.items() if text}
    if key.values:
        entry["values"] = dict(key.values)
    if key.members:
        entry["members"] = list(key.members)
    if kept.count > 1:
        entry["count"] = kept.count
    entry["reason"] = kept.reason
    if kept.expires is not None:
        entry["expires"] = kept.expires.isoformat()
    return entry

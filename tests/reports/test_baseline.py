"""The baseline as a file: what is in it, and that the reader takes it back."""

from __future__ import annotations

import dataclasses
import json
import random
from pathlib import Path

import pytest

from statutory.config.baseline_file import read_baseline
from statutory.model.finding import Severity
from statutory.reports.baseline import render_baseline
from tests.builders import SETTINGS, make_item, make_waiver, run, sound_items

BROKEN = {
    "COM": {"owner": "", "preparer": "OFFICER", "time_basis": "inferred"},
    "PHASE": {"period": "soon"},
}


def test_file_holds_what_fails_in_order() -> None:
    """Notes and what is waived are left out, as are lines and suggestions."""
    report = run([*sound_items(**BROKEN), make_waiver()])
    document = json.loads(render_baseline(report))
    assert document == {
        "version": 1,
        "findings": [
            {
                "check": "dead-link",
                "item": "COM",
                "field": "preparer",
                "values": {"field": "preparer", "link": "preparer", "target": "OFFICER"},
            },
            {
                "check": "unreadable-period",
                "item": "PHASE",
                "field": "period",
                "values": {"field": "period", "name": "period", "text": "soon"},
            },
        ],
    }


@pytest.mark.parametrize("seed", range(3))
def test_file_is_the_same_however_the_items_come(seed: int) -> None:
    """The same content gives the same bytes."""
    items = [make_item("component", f"C{n}", at=f"{n % 3}.md:{n + 1}") for n in range(6)]
    expected = render_baseline(run(items))
    random.Random(seed).shuffle(items)  # noqa: S311 - no secret
    assert render_baseline(run(items)) == expected


def test_what_is_written_accepts_what_it_was_written_of(tmp_path: Path) -> None:
    """Written, read and applied, the baseline leaves nothing that fails, and nothing over."""
    items = [
        *sound_items(**BROKEN),
        *(make_item("phase", "P", period=period, at="p.md:3") for period in ("soon",)),
    ]
    file = tmp_path / "baseline.json"
    file.write_text(render_baseline(run(items)), encoding="utf-8")
    settings = dataclasses.replace(SETTINGS, accepted=read_baseline(file, "baseline.json"))
    report = run(items, settings)
    assert (report.failing, report.outdated) == ((), 0)
    assert report.accepted_findings


def test_severity_of_policy_says_what_is_accepted() -> None:
    """Where only errors fail, warnings need no baseline."""
    report = run(
        sound_items(COM={"preparer": ""}), dataclasses.replace(SETTINGS, fail_on=Severity.ERROR)
    )
    assert json.loads(render_baseline(report))["findings"] == []


def test_gate_is_never_accepted() -> None:
    """A gate is lowered in the configuration or not at all."""
    settings = dataclasses.replace(SETTINGS, gates={"north": {"owner": 100}})
    report = run(sound_items(COM={"owner_basis": "inferred"}), settings)
    assert [finding.check for finding in report.failing] == ["coverage-below-gate"]
    assert json.loads(render_baseline(report))["findings"] == []

"""The baseline as a file: what is in it, and that the reader takes it back."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import random
from pathlib import Path

import pytest

from statutory.config.baseline_file import read_baseline
from statutory.model.finding import Acceptance, Severity
from statutory.model.report import Report
from statutory.reports.baseline import accepted_from_now_on, render_baseline
from tests.builders import SETTINGS, make_item, make_waiver, run, sound_items

BROKEN = {
    "COM": {"owner": "", "preparer": "OFFICER", "time_basis": "inferred"},
    "PHASE": {"period": "soon"},
}


NEW = Acceptance(reason="Agreed.", expires=dt.date(2018, 6, 30))


def rendered(report: Report, new: Acceptance = NEW) -> str:
    """Return the file of a baseline that accepts what fails."""
    return render_baseline(accepted_from_now_on(report, new))


def test_file_holds_what_fails_in_order() -> None:
    """Notes and what is waived are left out, as are lines and suggestions."""
    report = run([*sound_items(**BROKEN), make_waiver()])
    document = json.loads(rendered(report))
    assert document == {
        "version": 2,
        "findings": [
            {
                "check": "dead-link",
                "item": "COM",
                "field": "preparer",
                "values": {"target": "OFFICER"},
                "reason": "Agreed.",
                "expires": "2018-06-30",
            },
            {
                "check": "unreadable-period",
                "item": "PHASE",
                "field": "period",
                "values": {"text": "soon"},
                "reason": "Agreed.",
                "expires": "2018-06-30",
            },
        ],
    }


@pytest.mark.parametrize("seed", range(3))
def test_file_is_the_same_however_the_items_come(seed: int) -> None:
    """The same content gives the same bytes."""
    items = [make_item("component", f"C{n}", at=f"{n % 3}.md:{n + 1}") for n in range(6)]
    expected = rendered(run(items))
    random.Random(seed).shuffle(items)  # noqa: S311 - no secret
    assert rendered(run(items)) == expected


def test_what_is_written_accepts_what_it_was_written_of(tmp_path: Path) -> None:
    """Written, read and applied, the baseline leaves nothing that fails, and nothing over."""
    items = [
        *sound_items(**BROKEN),
        *(make_item("phase", "P", period=period, at="p.md:3") for period in ("soon",)),
    ]
    file = tmp_path / "baseline.json"
    file.write_text(rendered(run(items)), encoding="utf-8")
    settings = dataclasses.replace(SETTINGS, accepted=read_baseline(file, "baseline.json"))
    report = run(items, settings)
    assert (report.failing, report.outdated) == ((), 0)
    assert report.accepted_findings


def test_what_was_accepted_before_keeps_its_reason_and_its_day() -> None:
    """Written again, the baseline does not forget why; what is mended is left out."""
    items = sound_items(COM={"owner": "", "preparer": ""})
    old = Acceptance(reason="Long known.")
    first = accepted_from_now_on(run(sound_items(COM={"owner": ""})), old)
    report = run(items, dataclasses.replace(SETTINGS, accepted=first))
    kept = accepted_from_now_on(report, NEW)
    assert {key.check: one for key, one in kept.items()} == {
        "missing-owner": old,
        "missing-preparer": NEW,
    }


def test_severity_of_policy_says_what_is_accepted() -> None:
    """Where only errors fail, warnings need no baseline."""
    report = run(
        sound_items(COM={"preparer": ""}), dataclasses.replace(SETTINGS, fail_on=Severity.ERROR)
    )
    assert json.loads(rendered(report))["findings"] == []


def test_gate_is_never_accepted() -> None:
    """A gate is lowered in the configuration or not at all."""
    settings = dataclasses.replace(SETTINGS, gates={"north": {"owner": 100}})
    report = run(sound_items(COM={"owner_basis": "inferred"}), settings)
    assert [finding.check for finding in report.failing] == ["coverage-below-gate"]
    assert json.loads(rendered(report))["findings"] == []

"""Certainty: bases that are demanded, and inferences that only the text tells."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.checks import run_checks
from statutory.model.coverage import Coverage, State
from statutory.model.settings import TextPolicy
from tests.builders import SETTINGS, brief, run, sound_items
from tests.checks.test_identity import of_page

DEMANDING = dataclasses.replace(
    SETTINGS,
    required=dataclasses.replace(
        SETTINGS.required, owner_basis=("component", "phase"), time_basis=("component", "phase")
    ),
)
KNOWN = {"owner_basis": "source", "time_basis": "source"}


@pytest.mark.parametrize(
    ("component", "phase", "expected"),
    [
        (KNOWN, KNOWN, []),
        ({"time_basis": "source"}, KNOWN, [("COM", "owner_basis")]),
        ({"owner_basis": "source"}, KNOWN, [("COM", "time_basis")]),
        (KNOWN, {"owner_basis": "source"}, [("PHASE", "time_basis")]),
        (KNOWN, {}, [("PHASE", "owner_basis"), ("PHASE", "time_basis")]),
        ({"owner_basis": "inferred", "time_basis": "source"}, KNOWN, []),
    ],
)
def test_basis_is_demanded_of_an_owner_and_of_a_time(
    component: dict[str, str], phase: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    """A time is a period or a schedule; each basis that is not there is a finding."""
    report = run(sound_items(COM=component, PHASE=phase), DEMANDING)
    found = [(one.item, one.field) for one in report.findings if one.check == "missing-basis"]
    assert sorted(found) == expected


def test_nothing_that_is_not_there_needs_a_basis() -> None:
    """Without an owner the owner is missing, not its basis; that of the time is still asked."""
    report = run(sound_items(COM=KNOWN, PHASE={"owner": ""}), DEMANDING)
    assert {(one.check, one.field) for one in report.findings} == {
        ("missing-owner", "owner"),
        ("missing-basis", "time_basis"),
    }


def test_projects_that_demand_no_basis_are_as_before() -> None:
    """What carries no mark is stated."""
    report = run(sound_items())
    assert report.findings == ()
    coverage, item = Coverage(report), report.catalogue.items["COM"]
    assert coverage.state(item, "owner") is State.STATED
    assert coverage.state(item, "period") is State.STATED


@pytest.mark.parametrize("id_", ["COM", "PHASE"])
@pytest.mark.parametrize("basis", ["source", "law", "inferred", ""])
def test_no_basis_is_no_better_than_any(id_: str, basis: str) -> None:
    """To delete a basis never makes a thing better known; nor does an empty one."""
    order = [State.STATED, State.INFERRED, State.WAIVED, State.MISSING]
    states = []
    for bases in ({"owner_basis": basis, "time_basis": basis}, {}):
        report = run(sound_items(**{id_: bases}), DEMANDING)
        item = report.catalogue.items[id_]
        states.append([Coverage(report).state(item, name) for name in ("owner", "period")])
    with_basis, without = states
    assert all(order.index(a) <= order.index(b) for a, b in zip(with_basis, without, strict=True))
    assert without == [State.INFERRED, State.INFERRED]


def test_one_cause_is_one_finding() -> None:
    """What lacks a basis is not told to be inferred as well, and what is inferred is."""
    changes = {"COM": KNOWN, "PHASE": {"owner_basis": "inferred"}}
    found = brief(run(sound_items(**changes), DEMANDING))
    assert found == [
        ("missing-basis", "PHASE", "phase.md:1"),
        ("inferred-owner", "PHASE", "phase.md:5"),
    ]


def test_items_of_another_project_need_no_basis() -> None:
    """Its authors are not asked, and what they state is stated."""
    items = [
        dataclasses.replace(item, is_external=True, docname="page") if item.id == "COM" else item
        for item in sound_items(PHASE=KNOWN)
    ]
    report = run(items, DEMANDING)
    assert "missing-basis" not in {one.check for one in report.findings}
    assert Coverage(report).state(report.catalogue.items["COM"], "owner") is State.STATED


# Words of inference ------------------------------------------------------------------------

READING = dataclasses.replace(SETTINGS, texts=TextPolicy(inference_words=("infer", "päätel")))


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("The owner is inferred from the heading.", "inferred"),
        ("Inference.", "Inference"),
        ("Aika on päätelty.", "päätelty"),
        ("Nothing to see.", ""),
        ("It is uninferred.", ""),
        ("", ""),
    ],
)
def test_word_of_inference_without_a_mark_is_told(body: str, word: str) -> None:
    """It begins a word, whatever its case and ending."""
    catalogue = of_page(f"```{{plan}} Title\n:id: P\n\n{body}\n```\n", READING)
    found = [
        one.message.values["word"]
        for one in run_checks(catalogue).findings
        if one.check == "unmarked-inference"
    ]
    assert found == ([word] if word else [])


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("plan", {"inferred": "owner"}),
        ("plan", {"owner_basis": "inferred"}),
        ("plan", {"time_basis": "inferred"}),
        ("difference", {}),
    ],
)
def test_mark_on_any_value_answers_the_word(kind: str, fields: dict[str, str]) -> None:
    """Which value the text means nobody but the author knows; differences tell of readings."""
    catalogue = of_page(f"```{{{kind}}} Title\n:id: P\n\nIt is inferred.\n```\n", READING)
    marked = dataclasses.replace(catalogue.items["P"], fields=fields)
    catalogue = dataclasses.replace(catalogue, items={"P": marked})
    assert "unmarked-inference" not in {one.check for one in run_checks(catalogue).findings}

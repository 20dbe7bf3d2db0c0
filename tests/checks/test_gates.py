"""Gates: what is counted, what is demanded, and what a finding names already."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.checks import run_checks
from statutory.model.baseline import key_of
from statutory.model.coverage import Coverage, State
from statutory.model.finding import Acceptance, Finding, Severity
from statutory.model.item import Item
from statutory.model.location import Location
from statutory.model.measures import MEASURES, measured
from statutory.model.settings import LinkRoles, Settings
from tests.builders import (
    SETTINGS,
    make_catalogue,
    make_gap,
    make_item,
    make_waiver,
    run,
    sound_items,
)


def gated(gates: dict[str, dict[str, int]], **changes: object) -> Settings:
    """Return the settings with some gates."""
    lines = {"statutory.gates.north.owner": 7}
    return dataclasses.replace(SETTINGS, gates=gates, key_lines=lines, **changes)  # type: ignore[arg-type]


def found(items: list[Item], settings: Settings) -> list[Finding]:
    """Return the gates that some items do not reach."""
    findings = run(items, settings).findings
    return [finding for finding in findings if finding.check == "coverage-below-gate"]


INFERRED = sound_items(COM={"owner_basis": "inferred"})
"""Items of which two in the north need an owner, and one has it inferred."""


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("region", ["all", "north"])
def test_sound_items_reach_every_gate(measure: str, region: str) -> None:
    """What is stated throughout is 100 % by any measure."""
    assert found(sound_items(), gated({region: {measure: 100}})) == []


@pytest.mark.parametrize(("threshold", "reached"), [(0, True), (50, True), (51, False)])
def test_share_that_is_demanded_is_enough(threshold: int, reached: bool) -> None:  # noqa: FBT001
    """The threshold itself is reached."""
    assert (found(INFERRED, gated({"north": {"owner": threshold}})) == []) is reached


def test_finding_tells_the_share_the_states_and_who_lacks_it() -> None:
    """It stands at the gate's line and names the first items."""
    (finding,) = found(INFERRED, gated({"north": {"owner": 100}}))
    assert (finding.item, finding.field, finding.region) == ("", "owner", "north")
    assert finding.location == Location("ubproject.toml", 7)
    assert dict(finding.message.values) == {
        "gate": "north.owner",
        "threshold": 100,
        "share": 50,
        "total": 2,
        "stated": 1,
        "inferred": 1,
        "waived": 0,
        "missing": 0,
    }
    assert [related.location for related in finding.related] == [Location("com.md", 6)]


def test_time_that_is_lacking_is_shown_at_the_period() -> None:
    """A period and a schedule tell the time; the reader is led to the line of the period."""
    items = sound_items(PHASE={"time_basis": "inferred"})
    (finding,) = found(items, gated({"north": {"timeline": 100}}))
    assert [str(related.location) for related in finding.related] == ["phase.md:6"]


def test_share_is_never_rounded_up() -> None:
    """Two of three are 66 %, and not 67 %."""
    items = [*INFERRED, make_item("phase", "P2", region="north", owner="OFFICE")]
    assert [f.message.values["share"] for f in found(items, gated({"north": {"owner": 67}}))] == [
        66
    ]
    assert found(items, gated({"north": {"owner": 66}})) == []


def test_only_the_first_few_items_are_named() -> None:
    """A gate that hundreds lack is told in a few lines."""
    phases = [
        make_item("phase", f"P{n}", region="north", owner="OFFICE", owner_basis="inferred")
        for n in range(9)
    ]
    (finding,) = found([*sound_items(), *phases], gated({"north": {"owner": 100}}))
    assert [related.message.values["item"] for related in finding.related] == [
        f"P{n}" for n in range(5)
    ]


def test_gap_and_waiver_are_not_stated() -> None:
    """What is open or silenced is not covered."""
    items = sound_items(COM={"owner": ""}, PHASE={"owner": ""})
    answers = [make_gap(target="PHASE", field="owner"), make_waiver()]
    (finding,) = found([*items, *answers], gated({"north": {"owner": 100}}))
    states = {state.value: finding.message.values[state.value] for state in State}
    assert states == {"stated": 0, "inferred": 0, "waived": 1, "missing": 1}


def test_what_fails_already_does_not_count_against_the_gate() -> None:
    """One cause gives one finding; the gate comes back with what would be left."""
    settings = gated({"north": {"owner": 100}})
    assert found(sound_items(COM={"owner": ""}), settings) == []
    both = sound_items(COM={"owner": ""}, PHASE={"owner_basis": "inferred"})
    (finding,) = found(both, settings)
    assert [related.message.values["item"] for related in finding.related] == ["PHASE"]


def test_what_policy_makes_mild_counts_against_the_gate() -> None:
    """A missing owner that no longer fails the build is what the gate is for."""
    for severity in (Severity.NOTE, None):
        settings = gated({"north": {"owner": 100}}, severities={"missing-owner": severity})
        assert len(found(sound_items(COM={"owner": ""}), settings)) == 1


def test_accepted_finding_counts_against_the_gate() -> None:
    """The baseline lets a build pass; it covers nothing."""
    items = sound_items(COM={"owner": ""})
    accepted = {key_of(finding): Acceptance() for finding in run(items).findings}
    assert len(found(items, gated({"north": {"owner": 100}}, accepted=accepted))) == 1


def test_regions_are_measured_apart_and_together() -> None:
    """What is inferred in the north lowers its gate and that of all, not the state's."""
    for region, count in (("north", 1), ("state", 0), ("all", 1)):
        assert len(found(INFERRED, gated({region: {"owner": 100}}))) == count


def test_element_counts_for_each_region_that_answers() -> None:
    """The element of the state is a matter of the regions that have to answer for it."""
    settings = gated({}, answers={"SEC": ("north", "south")})
    coverage = Coverage(run(sound_items(), settings))
    counted = {
        region: [
            (one.item.id, one.region, one.state)
            for one in measured(coverage, "implementation", region)
        ]
        for region in ("all", "north", "south", "state")
    }
    north, south = ("ELE", "north", State.STATED), ("ELE", "south", State.MISSING)
    assert counted == {"all": [north, south], "north": [north], "south": [south], "state": []}


def test_gate_that_measures_nothing_is_found() -> None:
    """A gate of a region that has lost its items does not pass in silence."""
    (finding,) = found(sound_items(), gated({"south": {"owner": 50}}))
    assert "measures nothing" in finding.message.text
    assert found(sound_items(), gated({"south": {"owner": 0}})) == []


def test_link_that_the_project_does_not_have_is_no_measure() -> None:
    """Without a link for the owner there is nothing to count."""
    settings = gated({"north": {"owner": 1}}, links=LinkRoles(owner="", implements=""))
    (finding,) = found(sound_items(), settings)
    assert finding.message.values["total"] == 0
    coverage = Coverage(run(sound_items(), settings))
    assert list(measured(coverage, "implementation", "all")) == []


def test_policy_grades_the_gate_by_its_region() -> None:
    """A gate may be a note, or off, in one region."""
    gates = {"north": {"owner": 100}}
    check = "coverage-below-gate"
    mild = gated(gates, region_severities={"north": {check: Severity.NOTE}})
    assert [finding.severity for finding in found(INFERRED, mild)] == [Severity.NOTE]
    assert found(INFERRED, gated(gates, region_severities={"north": {check: None}})) == []


def test_gates_wait_for_a_whole_run() -> None:
    """What few checks say is no measure of coverage."""
    catalogue = make_catalogue(INFERRED, gated({"north": {"owner": 100}}))
    assert run_checks(catalogue, only=["missing-owner"]).findings == ()

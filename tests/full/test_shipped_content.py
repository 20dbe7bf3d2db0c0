"""The shipped knowledge base is complete, and anything taken from it is missed.

Each case changes one line in a copy of the shipped content, runs the real check on the
cached copy and compares the new findings exactly: check, item, file and line.
"""

from __future__ import annotations

import dataclasses

import pytest

from statutory.checks import run_checks
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Severity
from statutory.model.item import Item
from statutory.model.report import Report
from tests.full.project import Editable, brief

COMPONENT = "SA-OSA-HYTE"
ELEMENT = "VK-VEL-ML-35-HYTE"
STEP = "SA-VAI-TAVOITEPAJA"
CHECKS_OF_DUTIES = (
    *("missing-owner", "missing-timeline", "missing-source", "missing-locator"),
    *("orphan-item", "untraced-component"),
)
"""The checks of what every element and component has to have."""

KNOWN_NOTES = {
    *("open-gap", "inferred-owner", "inferred-timeline", "unknown-outcome", "idle-actor"),
    *(
        "owner-named-elsewhere",
        "unverified-basis",
        "unanswered-demand",
        "unanswered-question",
        "unmitigated-risk",
    ),
    *("unmarked-inference", "unknown-place", "link-to-another-region", "restated-element"),
}
"""The notes that the content is to give: the sources leave these things open."""


def test_shipped_content_has_no_error_and_no_warning(shipped: Report) -> None:
    """The knowledge base passes its own check, and its notes are of the known kinds."""
    assert shipped.failing == ()
    assert {finding.check for finding in shipped.findings} <= KNOWN_NOTES


def test_shipped_content_needs_no_waiver(shipped: Report) -> None:
    """Nothing is silenced: what is missing is a gap that the reader sees."""
    assert [finding for finding in shipped.findings if finding.waived_by] == []


@pytest.mark.parametrize(
    ("id_", "option", "checks"),
    [
        (COMPONENT, "vastuutaho", ["missing-owner"]),
        (COMPONENT, "aikataulu", ["missing-timeline"]),
        (COMPONENT, "kuuluu", ["orphan-item"]),
        (COMPONENT, "lahteet", ["missing-source"]),
        (COMPONENT, "lahdekohta", ["missing-locator"]),
        (ELEMENT, "vastuutaho", ["missing-owner"]),
        (ELEMENT, "aikataulu", ["missing-timeline"]),
        (ELEMENT, "perustuu", ["orphan-item"]),
        (ELEMENT, "lahteet", ["missing-source"]),
        (ELEMENT, "lahdekohta", ["missing-locator"]),
        (STEP, "ajankohta", ["missing-timeline"]),
        (STEP, "kuuluu", ["orphan-item"]),
    ],
)
def test_deleted_line_is_found_at_the_item(
    editable: Editable, id_: str, option: str, checks: list[str]
) -> None:
    """A line taken away gives its finding at the item's first line."""
    place = str(editable.item(id_).location)
    editable.replace_option(id_, option, None)
    assert [brief(f) for f in editable.new_findings()] == [(name, id_, place) for name in checks]


def test_deleted_number_is_found_at_its_section(editable: Editable) -> None:
    """An element that no longer says which item it is leaves the section incomplete."""
    section = editable.item("VK-SAN-ML-35")
    place = str(section.option_location("kohtia"))
    editable.replace_option(ELEMENT, "kohta", None)
    (finding,) = editable.new_findings()
    assert brief(finding) == ("incomplete-section", section.id, place)
    assert finding.message.values["numbers"] == "1"


def test_deleted_trace_is_found_at_both_ends(editable: Editable) -> None:
    """A component without its element is untraced, and the element uncovered."""
    places = {id_: str(editable.item(id_).location) for id_ in (COMPONENT, ELEMENT)}
    editable.replace_option(COMPONENT, "toteuttaa", None)
    assert [brief(finding) for finding in editable.new_findings()] == [
        ("uncovered-element", ELEMENT, places[ELEMENT]),
        ("untraced-component", COMPONENT, places[COMPONENT]),
    ]


def test_deleted_preparer_gap_leaves_the_preparer_missing(editable: Editable) -> None:
    """A component taken out of the gap of the preparers has no preparer."""
    gap = "SA-PUU-OSA-VALMISTELIJA"
    others = [id_ for id_ in editable.item(gap).targets("kohde") if id_ != COMPONENT]
    editable.replace_option(gap, "kohde", ", ".join(others))
    place = str(editable.item(COMPONENT).location)
    assert [brief(finding) for finding in editable.new_findings()] == [
        ("missing-preparer", COMPONENT, place)
    ]


@pytest.mark.parametrize(
    ("option", "value", "check", "edtf"),
    [
        ("ajankohta", "5–6/2019", "unreadable-period", "2019-05/2019-06"),
        ("ajankohta", "11/2017", "unreadable-period", "2017-11"),
        ("ajankohta", "1.7.2017", "unreadable-period", "2017-07-01"),
        ("ajankohta", "2018-02-30", "unreadable-period", ""),
        ("ajankohta", "2018-06/2018-02", "reversed-period", None),
    ],
)
def test_wrong_period_is_found_at_its_line(
    editable: Editable, option: str, value: str, check: str, edtf: str | None
) -> None:
    """A time that cannot be true is found where it stands, with the EDTF form of it."""
    place = str(editable.item(STEP).option_location(option))
    editable.replace_option(STEP, option, value)
    (finding,) = editable.new_findings()
    assert brief(finding) == (check, STEP, place)
    assert finding.message.values.get("edtf") == edtf


def test_step_before_its_predecessor_is_found(editable: Editable) -> None:
    """A step that begins before its predecessor can end is out of order."""
    later, earlier = "SA-VAI-TAVOITEPAJA", "SA-VAI-TILANNEKATSAUS"
    assert editable.item(later).value("ajankohta") < editable.item(earlier).value("ajankohta")
    step = editable.item(later)
    line = step.option_lines["kuuluu"]
    editable.insert(step.location.path, line + 1, f":edeltaja: {earlier}")
    (finding,) = editable.new_findings()
    assert brief(finding) == ("out-of-order", later, f"{step.location.path}:{line + 1}")


def test_every_kind_of_link_is_found_dead(editable: Editable) -> None:
    """A misspelt target of each link that the content uses is found, and the right offered."""
    links = _one_item_of_each_link(editable.report.catalogue)
    expected = {}
    for link, item in links.items():
        target = item.targets(link)[0]
        editable.write(
            item.location.path,
            _with_first_target(editable.lines(item.location.path), item, link, target + "X"),
        )
        place = str(item.option_location(link))
        expected[link, place] = (item.id, f"{target}X", target)
    found = {
        (finding.field, str(finding.location)): (
            finding.item,
            finding.message.values["target"],
            finding.message.values["nearest"],
        )
        for finding in editable.new_findings()
        if finding.check == "dead-link"
    }
    assert found == expected


def test_every_link_with_target_types_is_found_wrong(editable: Editable) -> None:
    """A link of each kind led to a source, where it may not, is found at its line."""
    catalogue = editable.report.catalogue
    wrong = "SA-LAH-SATAPOLKU"
    expected = set()
    for link, item in _one_item_of_each_link(catalogue).items():
        allowed = catalogue.vocabulary.links[link].target_types
        if allowed and "lahde" not in allowed:
            editable.write(
                item.location.path,
                _with_first_target(editable.lines(item.location.path), item, link, wrong),
            )
            expected.add(("wrong-target", item.id, str(item.option_location(link))))
    found = {brief(f) for f in editable.new_findings() if f.check == "wrong-target"}
    assert found == expected


def test_any_duty_of_any_element_or_component_is_missed(shipped: Report) -> None:
    """Without any one of its duties, every element and component fails the check."""
    duties = ("vastuutaho", "aikataulu", "ajankohta", "toteuttaa", "perustuu", "lahteet")
    silent = [
        (item.id, duty)
        for item in shipped.catalogue.of_types(["velvoite", "osaalue"])
        for duty in (*duties, "lahdekohta")
        if (item.targets(duty) or item.value(duty))
        and not _fails_without(shipped.catalogue, item, duty)
    ]
    assert silent == []


def _fails_without(catalogue: Catalogue, item: Item, name: str) -> bool:
    """Say whether a check fails at an item once it lacks a field or link."""
    bare = dataclasses.replace(
        item,
        fields={key: value for key, value in item.fields.items() if key != name},
        links={key: value for key, value in item.links.items() if key != name},
        option_lines={key: line for key, line in item.option_lines.items() if key != name},
    )
    changed = dataclasses.replace(catalogue, items={**catalogue.items, item.id: bare})
    return any(
        finding.location == item.location and finding.severity > Severity.NOTE
        for finding in run_checks(changed, only=CHECKS_OF_DUTIES).failing
    )


def _one_item_of_each_link(catalogue: Catalogue) -> dict[str, Item]:
    """Return for each link in use an item that has it, no item twice."""
    chosen: dict[str, Item] = {}
    for link in catalogue.vocabulary.links:
        taken = {item.id for item in chosen.values()}
        candidates = (
            item for item in catalogue.items.values() if item.targets(link) and item.id not in taken
        )
        item = next(candidates, None)
        if item is not None:
            chosen[link] = item
    return chosen


def _with_first_target(lines: list[str], item: Item, link: str, target: str) -> str:
    """Return the lines of a file with the first target of an item's link replaced."""
    index = item.option_lines[link] - 1
    lines[index] = f":{link}: " + ", ".join([target, *item.targets(link)[1:]])
    return "\n".join(lines)

"""What holds of every finding of the engine, whatever the catalogue."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutory.checks import CHECKS, run_checks
from statutory.messages import Messages
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Severity
from statutory.model.location import Location
from tests.checks.properties.worlds import anything
from tests.generators import POLICY, Drawn, catalogues, some, with_items

LANGUAGES = {language: Messages(language) for language in ("en", "fi")}


@some
@given(anything)
def test_two_runs_find_the_same_in_a_total_order(catalogue: Catalogue) -> None:
    """The checks keep nothing; each finding comes before the next, and none comes twice."""
    findings = run_checks(catalogue).findings
    keys = [finding.sort_key for finding in findings]
    assert all(first < second for first, second in itertools.pairwise(keys))
    assert run_checks(catalogue).findings == findings


@some
@given(st.data())
def test_order_of_the_items_does_not_matter(data: st.DataObject) -> None:
    """Whichever item is read first, the findings and their order are the same."""
    catalogue = data.draw(anything)
    shuffled = data.draw(st.permutations(list(catalogue.items.values())))
    assert run_checks(with_items(catalogue, shuffled)).findings == run_checks(catalogue).findings


@some
@given(anything)
def test_findings_are_about_what_is_there(catalogue: Catalogue) -> None:
    """A finding is of a check, at a line of its item, of a file or of the configuration."""
    places = places_of(catalogue)
    for finding in run_checks(catalogue).findings:
        assert finding.severity is CHECKS[finding.check].severity
        assert {finding.location, *(related.location for related in finding.related)} <= places
        if finding.item and not catalogue.documents:
            item = catalogue.items[finding.item]
            assert finding.location == item.option_location(finding.field)


def places_of(catalogue: Catalogue) -> set[Location]:
    """Return the places that a finding can speak of: the lines of items, files and policy."""
    places = {Location(catalogue.settings.path, 0)}
    for item in catalogue.items.values():
        places |= {item.location, *map(item.option_location, item.option_lines)}
    for document in catalogue.documents:
        lines = range(1, len(document.text.split("\n")) + 1)
        places |= {Location(document.path, line) for line in lines}
    return places


@pytest.mark.parametrize("language", LANGUAGES)
@some
@given(catalogue=anything)
def test_every_message_can_be_filled_in(language: str, catalogue: Catalogue) -> None:
    """The sentences find a value for each of their places, in either language."""
    messages = LANGUAGES[language]
    for finding in run_checks(catalogue).findings:
        for message in (finding.message, *(related.message for related in finding.related)):
            assert messages.message(message).strip()
            assert (messages.text(message.text) == message.text) is (
                language == "en" or not any(map(str.isalpha, _bare(message.text)))
            )
        assert messages.text(finding.why)
        assert messages.text(finding.remedy)


def _bare(text: str) -> str:
    """Return a sentence without the names of its places."""
    return "".join(part.rpartition("}")[2] for part in text.split("{"))


@some
@given(anything)
def test_one_cause_gives_one_finding(catalogue: Catalogue) -> None:
    """Where a check has found something, those that require it are silent on the same item."""
    found = defaultdict(set)
    for finding in run_checks(catalogue).findings:
        found[finding.check].add(finding.item or finding.location)
    for check in CHECKS.values():
        for required in check.requires:
            assert not found[check.name] & found[required], (check.name, required)


def test_requirements_lead_in_no_circle() -> None:
    """Each check requires checks that exist, and in the end none requires itself."""
    for check in CHECKS.values():
        reached = {*check.requires}
        for _ in CHECKS:
            reached |= {name for required in reached for name in CHECKS[required].requires}
        assert check.name not in reached
        assert reached <= CHECKS.keys()


@some
@given(catalogues())
def test_gaps_and_waivers_are_those_of_the_catalogue(catalogue: Drawn) -> None:
    """What answers or silences a finding speaks of its item, and a gap is only a note."""
    current = catalogue.current_ids
    for finding in run_checks(catalogue).findings:
        assert (finding.check == "open-gap") is bool(finding.gap)
        if finding.gap:
            gap = catalogue.items[finding.gap]
            assert (gap.type, finding.severity) == ("gap", Severity.NOTE)
            assert finding.item in [current.get(id_, id_) for id_ in gap.targets("gap_target")]
        if finding.waived_by:
            waiver = catalogue.items[finding.waived_by]
            targets = [current.get(id_, id_) for id_ in waiver.targets("waiver_target")]
            item = catalogue.items[finding.item]
            is_matched = waiver.value("waiver_pattern") and (
                catalogue.region_of(item) == catalogue.region_of(waiver)
            )
            assert (waiver.type, waiver.value("waiver_check")) == ("waiver", finding.check)
            assert finding.item in targets or is_matched
            assert waiver.value("waiver_reason")
            assert dt.date.fromisoformat(waiver.value("waiver_expiry")) >= POLICY.as_of

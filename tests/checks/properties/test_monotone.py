"""What a change of the catalogue can change in the findings, and what it cannot."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statutory.checks import CHECKS, run_checks
from statutory.model.catalogue import Catalogue
from statutory.model.finding import Finding
from statutory.model.item import Item
from tests.builders import make_item
from tests.checks.properties.readings import readings
from tests.checks.properties.worlds import LAW, MANDATES, MATTERS, OWNED, PROCEDURE, TENURE
from tests.generators import POLICY, Drawn, catalogues, some, with_items, worlds

OF_WAIVERS = {check.name for check in CHECKS.values() if check.family == "waivers"}
SETTLING = (
    ("owner", "missing-owner"),
    ("preparer", "missing-preparer"),
    ("sources", "missing-source"),
    ("implements", "untraced-component"),
    ("decider", "decision-without-decider"),
    ("decider", "undecided-procedure"),
    ("answer", "unanswered-question"),
    ("answer", "unanswered-demand"),
    ("funder", "unfunded-duty"),
    ("counterpart", "lapsed-without-counterpart"),
    ("successor", "missing-handover"),
)
"""The links that settle what their own item lacks, and the check that asks for each."""

plain = catalogues(POLICY)
chosen_worlds = st.one_of(
    plain, worlds(MANDATES, [OWNED]), worlds(MATTERS), worlds(PROCEDURE), worlds(LAW)
)


def key(finding: Finding) -> tuple[str, str, str, str, str]:
    """Return what is found of what; suggestions and lists in the message are left aside."""
    return (finding.check, finding.item, finding.field, finding.region, finding.message.text)


def keys(catalogue: Catalogue, *, but: Iterable[str] = ()) -> set[tuple[str, ...]]:
    """Return the keys of the findings, but those of some items."""
    ignored = {*but}
    return {key(one) for one in run_checks(catalogue).findings if one.item not in ignored}


def lacking(catalogue: Catalogue, check: str, field: str) -> set[str]:
    """Return the items that lack something, be it a gap that tells so."""
    return {
        finding.item
        for finding in run_checks(catalogue).findings
        if finding.check == check or (finding.check == "open-gap" and finding.field == field)
    }


def with_link(catalogue: Drawn, item: Item, link: str, target: str) -> Drawn:
    """Return a catalogue in which an item has one more target."""
    links = {**item.links, link: (*item.links.get(link, ()), target)}
    changed = {**catalogue.items, item.id: dataclasses.replace(item, links=links)}
    return with_items(catalogue, changed.values())


@pytest.mark.parametrize(("link", "check"), SETTLING)
@some
@given(data=st.data())
def test_who_answers_is_asked_no_more(link: str, check: str, data: st.DataObject) -> None:
    """The item that gets the link is not asked for it, and no other is asked more than before."""
    catalogue = data.draw(chosen_worlds)
    item = data.draw(st.sampled_from([*catalogue.items.values(), make_item("plan", "NEW")]))
    target = data.draw(st.sampled_from([*catalogue.items, "DEAD"]))
    before = lacking(catalogue, check, link)
    after = lacking(with_link(catalogue, item, link, target), check, link)
    assert after <= before - {item.id}


@some
@given(data=st.data())
def test_risk_that_is_met_is_asked_no_more(data: st.DataObject) -> None:
    """A measure that is linked to a risk settles that risk and no other."""
    catalogue = data.draw(worlds(MATTERS))
    item = data.draw(st.sampled_from([*catalogue.items.values(), make_item("plan", "NEW")]))
    before = lacking(catalogue, "unmitigated-risk", "mitigates")
    changed = with_link(catalogue, item, "mitigates", "RISK")
    assert lacking(changed, "unmitigated-risk", "mitigates") == before - {"RISK"}


NEAR = ("owner", "sources", "answer", "mitigates", "funder", "reviewer", "preparer", "decider")
"""Links that say something of their two ends and of nothing else."""


@some
@given(data=st.data())
def test_item_that_nobody_names_changes_only_what_it_links_to(data: st.DataObject) -> None:
    """The findings of all other items stay as they were."""
    catalogue = data.draw(chosen_worlds)
    targets = st.lists(st.sampled_from([*catalogue.items, "DEAD"]), max_size=2)
    links = data.draw(st.dictionaries(st.sampled_from(NEAR), targets.map(", ".join)))
    new = make_item("service", "NEW", **links)
    near = {"NEW", *(id_ for ids in new.links.values() for id_ in ids)}
    more = with_items(catalogue, [*catalogue.items.values(), new])
    assert keys(more, but=near) == keys(catalogue, but=near)


@some
@given(plain)
def test_waivers_hide_nothing(catalogue: Drawn) -> None:
    """Were no waiver sound, the same would be found, only not waived."""
    never = dataclasses.replace(catalogue.settings, check_day=dt.date.max)
    strict = run_checks(dataclasses.replace(catalogue, settings=never)).findings
    assert [finding for finding in strict if finding.waived_by] == []
    as_found = [
        dataclasses.replace(finding, waived_by="")
        for finding in run_checks(catalogue).findings
        if finding.check not in OF_WAIVERS
    ]
    assert as_found == [finding for finding in strict if finding.check not in OF_WAIVERS]


@some
@given(data=st.data())
def test_taking_a_waiver_away_takes_no_finding_away(data: st.DataObject) -> None:
    """What the waiver silenced is found again, and what was found before still is.

    A region that has only waived an element has not mentioned it any more.
    """
    catalogue = data.draw(plain)
    excuses = [item for item in catalogue.items.values() if item.id[0] == "E"]
    waivers = [item.id for item in excuses if item.type == "waiver"]
    taken = data.draw(st.sampled_from([*waivers, "NONE"]))
    left = with_items(catalogue, [it for it in catalogue.items.values() if it.id != taken])
    after = keys(left)
    for finding in run_checks(catalogue).findings:
        is_of_waivers = finding.check in OF_WAIVERS or finding.item == taken
        is_mention = finding.region and finding.region == _region(catalogue, taken)
        assert is_of_waivers or is_mention or key(finding) in after


def _region(catalogue: Catalogue, id_: str) -> str:
    return catalogue.region_of(catalogue.items[id_]) if id_ in catalogue.items else ""


@some
@given(data=st.data())
def test_wider_term_ends_for_nobody(data: st.DataObject) -> None:
    """Where an actor is there for longer, no item more is left without its owner."""
    catalogue = data.draw(worlds(TENURE, [OWNED]))
    terms = {item.id: item.value("term") for item in catalogue.items.values()}
    sound = [id_ for id_, term in terms.items() if readings(term)]
    for id_ in data.draw(st.lists(st.sampled_from(sound), max_size=2)) if sound else ():
        item = catalogue.items[id_]
        start, _, end = terms[id_].partition("/")
        term = data.draw(st.sampled_from((f"{start}/..", f"../{end or start}")))
        if readings(term):
            wider = dataclasses.replace(item, fields={**item.fields, "term": term})
            items = {**catalogue.items, id_: wider}
            changed = with_items(catalogue, items.values())
            ended = lacking(changed, "owner-term-ended", "")
            assert ended <= lacking(catalogue, "owner-term-ended", "")


@some
@given(data=st.data())
def test_check_switched_off_takes_its_own_findings_away(data: st.DataObject) -> None:
    """The other findings stay as they are, with their gaps and waivers."""
    catalogue = data.draw(chosen_worlds)
    before = run_checks(catalogue).findings
    check = data.draw(st.sampled_from(sorted({finding.check for finding in before}) or [*CHECKS]))
    settings = dataclasses.replace(catalogue.settings, severities={check: None})
    after = run_checks(dataclasses.replace(catalogue, settings=settings)).findings
    gone = [finding for finding in before if finding not in after]
    assert [finding for finding in after if finding.check == check] == []
    assert [finding for finding in after if finding not in before] == []
    answered = {check, "open-gap"} if CHECKS[check].gap else {check}
    assert {finding.check for finding in gone} <= answered

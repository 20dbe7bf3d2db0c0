"""Findings as lines: exactly what the author reads, in both languages."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from statutory.checks import CHECKS
from statutory.messages import Messages
from statutory.model.baseline import key_of
from statutory.model.finding import Acceptance, Severity
from statutory.model.report import Report
from statutory.reports.text import render_findings, render_report, render_summary
from tests.builders import SETTINGS, make_gap, make_waiver, run, sound_items


def report_in(language: str) -> Report:
    """Return a report with an error, a warning, two notes and a waived finding."""
    settings = dataclasses.replace(SETTINGS, language=language)
    items = sound_items(
        COM={"owner": "", "preparer": "", "time_basis": "inferred"},
        PHASE={"owner": ""},
        PLAN={"part_of": "PHAS"},
    )
    gap = make_gap(target="PHASE", field="owner")
    return run([*items, gap, make_waiver()], settings)


def grounds(check: str, language: str) -> str:
    """Return the lines on why, remedy and documentation of a check, in a language."""
    words = {"en": ("why", "remedy", "see"), "fi": ("miksi", "korjaus", "ohje")}[language]
    messages = Messages(language)
    texts = (CHECKS[check].why, CHECKS[check].remedy, f"statutory explain {check}")
    return "\n".join(
        f"    {word}: {messages.text(text)}" for word, text in zip(words, texts, strict=True)
    )


EXPECTED = {
    "en": [
        "com.md:1: warning: COM: no preparer: the link preparer is missing [missing-preparer]",
        grounds("missing-preparer", "en"),
        (
            "com.md:6: note: COM: the time given by schedule is inferred, not stated"
            " [inferred-timeline]"
        ),
        grounds("inferred-timeline", "en"),
        "phase.md:1: note: PHASE: no owner: the link owner is missing [open-gap]",
        "    gap.md:1: recorded as the gap GAP",
        grounds("open-gap", "en"),
        (
            "plan.md:5: error: PLAN: part_of leads to PHAS, which does not exist;"
            " did you mean PHASE? [dead-link]"
        ),
        grounds("dead-link", "en"),
    ],
    "fi": [
        "com.md:1: varoitus: COM: ei valmistelijaa: linkki ”preparer” puuttuu [missing-preparer]",
        grounds("missing-preparer", "fi"),
        (
            "com.md:6: huomautus: COM: aika on päätelty, ei lähteestä tai laista saatu: ”schedule”"
            " [inferred-timeline]"
        ),
        grounds("inferred-timeline", "fi"),
        "phase.md:1: huomautus: PHASE: ei vastuutahoa: linkki ”owner” puuttuu [open-gap]",
        "    gap.md:1: kirjattu puutteeseen GAP",
        grounds("open-gap", "fi"),
        (
            "plan.md:5: virhe: PLAN: ”part_of” johtaa kohteeseen PHAS, jota ei ole;"
            " tarkoititko tunnusta PHASE? [dead-link]"
        ),
        grounds("dead-link", "fi"),
    ],
}
NOTES = slice(2, 7)
"""The lines of the notes."""
SUMMARY = {
    "en": "11 items checked as of 2018-01-31: 1 errors, 1 warnings, 2 notes, 1 waived, 0 accepted, "
    "0 elements bind nobody",
    "fi": "Tarkistettuja kohteita 11, tilannepäivä 31.1.2018: virheitä 1, varoituksia 1,"
    " huomautuksia 2, poikkeuksella vaiennettuja 1, lähtötasossa hyväksyttyjä 0,"
    " velvoitteita, joihin kenenkään ei tarvitse vastata: 0",
}
WAIVED = {
    "en": (
        "Silenced by a waiver:\n"
        "com.md:1: error: COM: no owner: the link owner is missing [missing-owner]\n"
        "    wai.md:1: silenced by WAI until 2018-12-31: Not yet elected"
    ),
    "fi": (
        "Poikkeuksella vaiennettu:\n"
        "com.md:1: virhe: COM: ei vastuutahoa: linkki ”owner” puuttuu [missing-owner]\n"
        "    wai.md:1: poikkeus WAI, viimeinen päivä 31.12.2018: Not yet elected"
    ),
}


@pytest.mark.parametrize("language", EXPECTED)
def test_findings_and_their_number(language: str) -> None:
    """Each finding is a paragraph; the waived one stands apart, with its waiver."""
    report = report_in(language)
    assert len(report.findings) == 5
    text = "\n".join(EXPECTED[language])
    assert render_findings(report, lowest=Severity.NOTE) == text
    assert render_summary(report) == SUMMARY[language]
    whole = f"{text}\n\n{WAIVED[language]}\n\n{SUMMARY[language]}\n"
    assert render_report(report, lowest=Severity.NOTE) == whole


@pytest.mark.parametrize("language", EXPECTED)
def test_notes_are_left_out_unless_asked_for(language: str) -> None:
    """The summary still counts them."""
    lines = EXPECTED[language].copy()
    del lines[NOTES]
    text = "\n".join(lines)
    whole = f"{text}\n\n{WAIVED[language]}\n\n{SUMMARY[language]}\n"
    assert render_report(report_in(language)) == whole


def test_only_errors() -> None:
    """From the gravest severity up there is the error alone."""
    text = "\n".join(EXPECTED["en"][-2:])
    assert render_findings(report_in("en"), lowest=Severity.ERROR) == text


def test_clean_report_is_one_line() -> None:
    """Where nothing is found, only the numbers are said."""
    assert render_report(run(sound_items())) == (
        "9 items checked as of 2018-01-31: 0 errors, 0 warnings, 0 notes, 0 waived, 0 accepted, "
        "0 elements bind nobody\n"
    )


def test_accepted_findings_are_counted_and_listed_with_the_notes() -> None:
    """What the baseline accepts stands apart; what it has too much of is told."""
    items = sound_items(COM={"owner": ""})
    kept = Acceptance(count=3, reason="The body is named in March.", expires=dt.date(2018, 3, 31))
    keys = {key_of(finding): kept for finding in run(items).findings}
    report = run(items, dataclasses.replace(SETTINGS, accepted=keys))
    summary = (
        "9 items checked as of 2018-01-31: 0 errors, 0 warnings, 0 notes, 0 waived, 1 accepted, "
        "0 elements bind nobody\n"
        "2 findings of the baseline no longer occur; tighten it with "
        "statutory check --write-baseline\n"
    )
    assert render_report(report) == summary
    assert render_report(report, lowest=Severity.NOTE) == (
        "Accepted by the baseline:\n"
        "com.md:1: error: COM: no owner: the link owner is missing [missing-owner]\n"
        "    accepted until 2018-03-31: The body is named in March.\n\n" + summary
    )


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (Acceptance(), "1 findings are accepted without a reason"),
        (Acceptance(expires=dt.date(2018, 3, 31)), "    accepted until 2018-03-31\n"),
        (Acceptance(reason="Agreed."), "    accepted: Agreed.\n"),
        (
            Acceptance(reason="Agreed.", expires=dt.date(2018, 1, 30)),
            "1 findings fail again: the baseline accepted them for a time",
        ),
    ],
)
def test_reason_and_last_day_of_what_is_accepted_are_told(kept: Acceptance, said: str) -> None:
    """Nothing is accepted in silence: neither without a reason nor beyond its day."""
    items = sound_items(COM={"owner": ""})
    keys = {key_of(finding): kept for finding in run(items).findings}
    report = run(items, dataclasses.replace(SETTINGS, accepted=keys))
    assert said in render_report(report, lowest=Severity.NOTE)


def test_last_line_of_a_finding_is_the_address_of_its_check() -> None:
    """Where policy names the site, the page is named in place of the command."""
    settings = dataclasses.replace(SETTINGS, documentation="https://example.org/checks")
    last = render_findings(run(sound_items(COM={"owner": ""}), settings)).splitlines()[-1]
    assert last == "    see: https://example.org/checks/vastuut.html#missing-owner"


def test_finding_of_a_file_names_no_item() -> None:
    """What is wrong with a file begins with the sentence, at its line."""
    settings = dataclasses.replace(
        SETTINGS,
        answers={"SEC": ("north",), "SECC": ("north",)},
        key_lines={"statutory.answers.SECC": 7},
    )
    first, *_ = render_findings(run(sound_items(), settings)).splitlines()
    assert first == (
        "ubproject.toml:7: error: statutory.answers leads to SECC, which does not exist;"
        " did you mean SEC? [dead-link]"
    )


def test_braces_in_a_value_are_left_as_they_are() -> None:
    """What an author wrote is never taken for a place of the sentence."""
    report = run(sound_items(PHASE={"period": "{edtf} {0}"}))
    first, *_ = render_findings(report).splitlines()
    assert first == (
        "phase.md:6: error: PHASE: period cannot be read: {edtf} {0} [unreadable-period]"
    )


def test_language_without_a_catalogue_is_english() -> None:
    """A project in another language is not left without words."""
    assert render_report(report_in("sv")) == render_report(report_in("en"))

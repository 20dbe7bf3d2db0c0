"""Every check is documented, in the fixed form, and as the code has it."""

from __future__ import annotations

import re

import pytest

from statutory.checks import CHECKS, Check
from statutory.handbook import section_of
from statutory.messages import Messages
from tests.handbook import PAGES

HEADINGS = [
    "Mitä se tekee",
    "Miksi se on tärkeää",
    "Esimerkki",
    "Näin oikein",
    "Asetukset",
    "Viitteet",
]


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.name)
def test_section_has_the_fixed_headings_in_order(check: Check) -> None:
    """A reader finds the same things in the same order in every section."""
    outside_examples = re.sub(r"(?ms)^(`{3,}).*?^\1$", "", section_of(check.name))
    headings = re.findall(r"^### (.+)$", outside_examples, flags=re.MULTILINE)
    assert headings == HEADINGS


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.name)
def test_section_tells_severity_and_what_it_requires(check: Check) -> None:
    """The default severity and the checks that come first are those of the code."""
    section = section_of(check.name)
    facts = section.partition("**Vakavuus:**")[2].partition("### ")[0]
    severity = Messages("fi").text(check.severity.label)
    assert facts.split(".")[0].strip() == severity
    assert re.findall(r"\[([a-z-]+)\]\(#", facts) == list(check.requires)


def test_index_lists_every_check_with_its_severity() -> None:
    """The table of all checks leaves none out and has the severities of the code."""
    index = (PAGES / "index.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \[([a-z-]+)\]\([^|]*\| [^|]*\| (\w+) \|", index, flags=re.MULTILINE)
    messages = Messages("fi")
    expected = {name: messages.text(check.severity.label) for name, check in CHECKS.items()}
    assert len(rows) == len(expected)
    assert dict(rows) == expected

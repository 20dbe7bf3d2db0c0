"""The address for feedback: what may stand in it, and how it is filled in."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.config.feedback import feedback_mistake
from statutory.views.card import card_of
from statutory.views.cells import Cells
from tests.builders import SETTINGS, make_item, run


@pytest.mark.parametrize(
    "template",
    [
        "mailto:office@example.org",
        "mailto:office@example.org?subject={id}",
        "mailto:office@example.org?subject={id}%20{title}&body={title}",
        "https://example.org/feedback",
        "https://example.org/feedback?item={id}&about={title}",
        "https://example.org:8443/items/{id}#comment",
    ],
)
def test_address_can_be_used(template: str) -> None:
    """Mail and pages over a safe connection are allowed, filled in behind the host."""
    assert feedback_mistake(template) is None


@pytest.mark.parametrize(
    "template",
    [
        "javascript:alert({id})",
        "JavaScript:alert(1)",
        "data:text/html,{title}",
        "http://example.org/{id}",
        "ftp://example.org/{id}",
        "//example.org/{id}",
        "office@example.org",
        "https://{id}.example.org/",
        "https://example.org@{title}/",
        "https://user@example.org/",
        "mailto:{id}@example.org",
        "mailto:office@example.org?subject={region}",
        "mailto:office@example.org?subject={id.title}",
        "mailto:office@example.org?subject={id!r}",
        "mailto:office@example.org?subject={}",
        "mailto:office@example.org?subject={id",
        'https://example.org/"onclick="{id}',
        "https://example.org/<{id}>",
        "https://example.org/a b",
        "https://example.org/\n{id}",
        "https://",
        "mailto:",
    ],
)
def test_other_addresses_are_refused(template: str) -> None:
    """Nothing that a browser would run, and nothing that leads where an item says."""
    assert feedback_mistake(template) is not None


def test_what_is_filled_in_cannot_change_the_address() -> None:
    """Title and identifier are encoded, braces and marks of an address among them."""
    settings = dataclasses.replace(
        SETTINGS, feedback="mailto:office@example.org?subject={id}&body={title}"
    )
    item = make_item("plan", "PLAN", title="Ä & {id}?bcc=all@example.org#x\r\n")
    card = card_of(Cells(run([item], settings)), item)
    assert card.feedback == (
        "mailto:office@example.org?subject=PLAN"
        "&body=%C3%84%20%26%20%7Bid%7D%3Fbcc%3Dall%40example.org%23x%0D%0A"
    )


def test_no_address_gives_no_link() -> None:
    """Where none is set, and on what another project has written, there is none."""
    settings = dataclasses.replace(SETTINGS, feedback="https://example.org/{id}")
    item = make_item("plan", "PLAN")
    other = dataclasses.replace(item, is_external=True)
    assert card_of(Cells(run([item])), item).feedback == ""
    assert card_of(Cells(run([other], settings)), other).feedback == ""

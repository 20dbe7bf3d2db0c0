"""The list of reviews: what is to be read again, and why."""

from __future__ import annotations

from statutory.model.review_mark import content_mark
from statutory.review import review_lines
from tests.builders import SETTINGS, run, sound_items

RECORD = {"reviewed": "2018-01-15", "reviewer": "BODY"}


def marked() -> dict[str, str]:
    """Return the record of a sound review of the component."""
    (item,) = [item for item in sound_items(COM=RECORD) if item.id == "COM"]
    return {**RECORD, "reviewed_content": content_mark(item, SETTINGS)}


def test_what_is_to_be_read_again_is_listed_with_the_reason() -> None:
    """Without names, the list holds what the checks find, and ends with the numbers."""
    report = run(sound_items(COM={**marked(), "owner": "OTHER"}))
    found = list(review_lines(report, ()))
    assert [line.split(": ", 1)[1] for line in found[:-1]] == [
        "COM: has changed since it was reviewed on 2018-01-15 [changed-since-review]"
    ]
    assert found[-1] == "1 of 9 items have been reviewed; 1 of all are to be read again"


def test_named_items_are_told_of_in_their_order() -> None:
    """Of each how it is: reviewed by whom, or never."""
    report = run(sound_items(COM=marked()))
    assert [
        line.split(": ", 1)[1] for line in list(review_lines(report, ("COM", "PHASE")))[:-1]
    ] == [
        "COM: reviewed on 2018-01-15 by BODY",
        "PHASE: never reviewed",
    ]

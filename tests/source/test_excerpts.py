"""Words whose paragraph alone is known are found at their own lines."""

from __future__ import annotations

from statutory.model.refusal import Hazard, Refusal
from statutory.source.excerpts import locate

PATH = "page.md"
TEXT = """\
# Title

First line
second <b>x</b> and <b>y</b>
third <b>z</b>

Later <i>
"""


def lines(*written: tuple[int, str], text: str = TEXT) -> list[int]:
    """Return the lines found of what stands in blocks that begin at some lines."""
    refusals = [
        Refusal(hazard=Hazard.RAW_HTML, path=PATH, line=line, text=said) for line, said in written
    ]
    return [place.line for place, _ in locate({PATH: text}, refusals)]


def test_each_word_is_looked_for_behind_the_last_one() -> None:
    """The same word three times in a paragraph stands on the lines where it is written."""
    assert lines((3, "<b>"), (3, "<b>"), (3, "<b>")) == [4, 4, 5]


def test_nothing_is_looked_for_beyond_the_paragraph() -> None:
    """A word that the paragraph does not hold has the line of the paragraph."""
    assert lines((3, "<i>")) == [3]


def test_paragraphs_are_told_apart() -> None:
    """Where the search in one has come to does not matter to another."""
    assert lines((3, "<b>"), (7, "<i>"), (3, "<b>")) == [4, 7, 4]


def test_of_many_lines_the_first_counts() -> None:
    """A block is found by the line that it begins with."""
    assert lines((2, "<p\n>"), text="a\nb\n<p\n>\n") == [3]


def test_options_stand_above_the_line_of_their_directive() -> None:
    """What is not behind the line is looked for before it, up to an empty line."""
    assert lines((5, "second"), (5, "# T")) == [4, 5]


def test_what_comes_out_of_order_is_found_too() -> None:
    """Pictures of a paragraph may be told before its links."""
    assert lines((3, "<b>z"), (3, "<b>x")) == [5, 4]


def test_without_a_line_the_whole_file_is_looked_through() -> None:
    """Some things have no line of their own."""
    assert lines((0, "Later")) == [7]


def test_unknown_places_stay_as_they_are() -> None:
    """A file that was not scanned, a line that is not there and an empty text change nothing."""
    assert lines((0, "y!"), (99, "x"), (3, "")) == [0, 99, 3]
    elsewhere = Refusal(hazard=Hazard.RAW_HTML, path="other.md", line=4, text="x")
    ((place, _),) = locate({PATH: TEXT}, [elsewhere])
    assert (place.path, place.line) == ("other.md", 4)

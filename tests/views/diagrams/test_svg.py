"""Drawings as SVG: text stays text, links lead to items, the same bytes each time."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from statutory.views.diagrams.lettering import width_of, wrapped
from statutory.views.diagrams.scene import Drawing, listed, number, path, thing, words
from statutory.views.diagrams.svg import svg_of

EVIL = '<script>alert("1")</script> & "x"'


def svg(*, name: str = "Name", label: str = "Label", text: str = "Text", href: str = "#A") -> str:
    """Return a drawing of one thing as SVG."""
    shapes = (listed([thing("A", label, [words(1, 2, text, "statutory-name")])], "List"),)
    drawing = Drawing(width=100, height=50.5, shapes=shapes)
    return svg_of(drawing, name=name, kind="wide", address=lambda _: href)


def test_text_is_escaped_wherever_it_stands() -> None:
    """Titles of items are untrusted: they never become elements or attributes."""
    spelled = svg(name=EVIL, label=EVIL, text=EVIL, href=EVIL)
    root = ET.fromstring(spelled)  # noqa: S314 - our own output
    assert "<script" not in spelled
    assert [element.tag.rpartition("}")[2] for element in root.iter()] == [
        "svg",
        "g",
        "g",
        "a",
        "text",
    ]
    assert root.get("aria-label") == EVIL
    assert root.findtext(".//{*}text") == EVIL


def test_things_are_a_list_of_links() -> None:
    """A screen reader hears a named drawing, a list, and each thing with its label."""
    root = ET.fromstring(svg())  # noqa: S314 - our own output
    roles = [element.get("role") for element in root.iter() if element.get("role")]
    assert roles == ["group", "list", "listitem"]
    link = root.find(".//{*}a")
    assert link is not None
    assert (link.get("href"), link.get("aria-label")) == ("#A", "Label")


def test_thing_that_no_page_shows_is_no_link() -> None:
    """It is named all the same."""
    spelled = svg(href="")
    assert "<a" not in spelled
    assert '<g role="img" aria-label="Label">' in spelled


def test_numbers_are_rounded() -> None:
    """Two decimals are enough, and no number has more than one spelling."""
    assert [number(value) for value in (1, 1.5, 1 / 3, -0.001, 100)] == [
        "1",
        "1.5",
        "0.33",
        "0",
        "100",
    ]
    assert path("x", "M", 0.1 + 0.2, 1).attributes == (("class", "x"), ("d", "M 0.3 1"))


def test_lines_fit_in_their_room() -> None:
    """Words are kept whole where they fit; a longer one is broken with a hyphen."""
    lines = wrapped("Maakuntastrategiatyöryhmien työ ja luonnos", 13, 120)
    assert all(width_of(line, 13) <= 120 for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == (
        "Maakuntastrategiatyöryhmientyöjaluonnos"
    )
    assert wrapped("valtuusto -valtuustossa", 13, 90)[0] == "valtuusto"
    assert wrapped("", 13, 90) == ()


def test_room_for_no_letter_ends_all_the_same() -> None:
    """Each piece has at least a letter."""
    assert wrapped("abc", 13, 1) == ("a-", "b-", "c")

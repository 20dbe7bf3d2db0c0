"""Addresses are judged as browsers read them, whatever is done to hide what they are."""

from __future__ import annotations

import html

import pytest

from statutory.source.addresses import is_active, is_remote, refused_by_markdown, scheme_of

ACTIVE = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " \t\njavascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript\r:alert(1)",
    "\x00\x01javascript:alert(1)",
    "\u200bjava\u00adscript:alert(1)",
    "\u00a0javascript:alert(1)",
    "javascript%3Aalert(1)",
    "%6Aavascript:alert(1)",
    "javascript://host/%0aalert(1)",
    "vbscript:msgbox",
    "data:text/html,<script>",
    "file:///etc/passwd",
    "ftp://host/file",
    "tel:+3580000000",
    "ms-word:ofe|u|https://host/x.docx",
    "view-source:https://host/",
    "blob:https://host/x",
    "C:\\Users\\x.txt",
    "//host/share",
    "\\\\host\\share",
    "/\\host",
    " //host",
    "%2F%2Fhost",
)
PASSIVE = (
    *("", "#place", "page.html", "../page.html#place", "/page.html", "?q=x", "a b.html"),
    *("http://host/", "https://host/?u=javascript:x", "HTTPS://host", "mailto:kirjaamo@host.fi"),
    *("page.html?x=a:b", "./a:b.html", "sivu%20x.html"),
)


@pytest.mark.parametrize("address", ACTIVE)
def test_what_does_more_than_lead_to_a_page_is_active(address: str) -> None:
    """Blanks, control characters, capitals and percent signs hide nothing."""
    assert is_active(address)
    assert is_remote(address)


@pytest.mark.parametrize("address", PASSIVE)
def test_pages_and_mail_are_passive(address: str) -> None:
    """What authors write every day stays a link."""
    assert not is_active(address)


def test_pictures_come_from_the_site_alone() -> None:
    """Even an ordinary address of another server tells it who reads."""
    assert is_remote("https://host/x.png")
    assert is_remote("http%3A//host/x.png")
    assert not is_remote("../kuvat/x.png")


def test_scheme_is_told_in_lower_case() -> None:
    """A name without a colon is none, nor is one that begins with a digit."""
    assert scheme_of("HTTPS://x") == "https"
    assert scheme_of("page") == scheme_of("1a:b") == scheme_of("./a:b") == ""


@pytest.mark.parametrize(
    "text",
    [
        "see [x](javascript:a) here",
        "[x](< JavaScript:a>)",
        "<file:///etc/passwd>",
        "[x]: data:text/html,y",
        html.unescape("[x](&#106;avascript:a)"),
    ],
)
def test_links_that_markdown_leaves_as_text_are_told(text: str) -> None:
    """The author meant a link, and sees none on the page."""
    assert len(refused_by_markdown(text)) == 1


def test_running_text_is_no_link() -> None:
    """A word before a colon is a word."""
    assert refused_by_markdown("file: x, data: y (javascript: z), a < b, [1]") == []

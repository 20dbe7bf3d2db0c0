"""A drawing draws; one that runs or fetches anything is told apart."""

from __future__ import annotations

import pytest

from statutory.source.pictures import only_draws

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" {0}>{1}</svg>'
DRAWING = SVG.format(
    'width="10"',
    "<title>Kuva</title><defs><linearGradient id='a'/></defs><style>.b {fill: url(#a)}</style>"
    "<use href='#a'/><use x:href='#a'/><rect class='b' style='fill: url(\"#a\")'/>"
    "<text>on aika</text>",
)
ACTING = [
    SVG.format("", "<script>x()</script>"),
    SVG.format("", "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>x()</h:script>"),
    SVG.format("", "<h:b xmlns:h='http://www.w3.org/1999/xhtml'/>"),
    SVG.format("onload='x()'", ""),
    SVG.format("", "<g ONCLICK='x()'/>"),
    SVG.format("", "<a href='javascript:x()'><text>a</text></a>"),
    SVG.format("", "<a x:href='https://host/'><text>a</text></a>"),
    SVG.format("", "<image href='https://host/x.png'/>"),
    SVG.format("", "<animate attributeName='href' values='javascript:x()'/>"),
    SVG.format("", "<foreignObject/>"),
    SVG.format("", "<style>@import 'https://host/x.css';</style>"),
    SVG.format("", "<style>@im\\70ort 'https://host/x.css';</style>"),
    SVG.format("", "<rect style='fill: url(https://host/x)'/>"),
    SVG.format("", "<rect fill='url(//host/x)'/>"),
    f'<?xml-stylesheet href="https://host/x.css"?>{DRAWING}',
    f'<!DOCTYPE svg [<!ENTITY a "b">]>{DRAWING}',
    "<svg",
    "",
]


def test_drawing_only_draws() -> None:
    """Places in itself are no addresses, and words are no programs."""
    assert only_draws(DRAWING.encode())
    assert only_draws(b"<?xml version='1.0'?>" + DRAWING.encode())


@pytest.mark.parametrize("text", ACTING)
def test_what_acts_is_told_apart(text: str) -> None:
    """By elements, attributes, addresses, styles and what stands before it all."""
    assert not only_draws(text.encode())

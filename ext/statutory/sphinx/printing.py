"""What stands in the margins of printed sheets: what the page is of, its date, its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutory.messages import Messages
from statutory.model.settings import Settings
from statutory.sphinx.generated import publish
from statutory.sphinx.session import session_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STYLE_SHEET = "statutory-print.css"
SHEET_RULES = "statutory-sheet.css"

_RULES = """\
/* The margins of printed sheets, made by the build. */

@page {{
  margin: 15mm 15mm 18mm;
  font: 8pt sans-serif;

  @bottom-left {{ content: {project}; }}
  @bottom-center {{ content: {as_of}; }}
  @bottom-right {{ content: counter(page) " / " counter(pages); }}
}}
"""


def setup_printing(app: Sphinx) -> None:
    """Register the style sheets for printing."""
    for style_sheet in (STYLE_SHEET, SHEET_RULES):
        app.add_css_file(style_sheet, media="print")
    app.connect("builder-inited", write_sheet_rules)


def write_sheet_rules(app: Sphinx) -> None:
    """Make the style sheet of the margins."""
    title = f"{app.config.project} {app.config.release}".strip()
    publish(app, SHEET_RULES, sheet_rules(title, session_of(app).settings))


def sheet_rules(title: str, settings: Settings) -> str:
    """Return the rules of the margins as CSS.

    :param title: The name of the project, with its version.
    """
    as_of = Messages(settings.language).fill("as of {day}", {"day": settings.as_of})
    return _RULES.format(project=_quoted(title), as_of=_quoted(as_of))


def _quoted(text: str) -> str:
    """Return a text as a string of CSS; what could end it is written as its code."""
    escaped = (f"\\{ord(char):x} " if char in '"\\\n\r\f<' else char for char in text)
    return '"' + "".join(escaped) + '"'

"""The look and the words of the site, beside the content."""

from __future__ import annotations

import html
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from statutory.messages import LOCALE_DIR, Messages
from statutory.sphinx.session import session_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

STATIC_DIR = Path(__file__).parent / "static"
STYLE_SHEETS = tuple(
    f"statutory{part}.css" for part in ("", "-tables", "-page", "-views", "-diagrams")
)
TABLE_SCRIPT = "statutory-tables.js"
SPHINX_CATALOGUE = "sphinx"


def setup_interface(app: Sphinx) -> None:
    """Register the style sheet and what fills the page around the content."""
    for style_sheet in STYLE_SHEETS:
        app.add_css_file(style_sheet)
    app.connect("html-page-context", add_notice)
    app.connect("builder-inited", add_static_files)
    app.connect("builder-inited", add_table_script)
    app.connect("builder-inited", add_theme_words)
    # After the theme has put its functions into the context (500).
    app.connect("html-page-context", name_menu_toggles, priority=900)


def add_static_files(app: Sphinx) -> None:
    """Have the style sheets and the script copied to the site."""
    app.config.html_static_path.append(str(STATIC_DIR))


def add_table_script(app: Sphinx) -> None:
    """Add the script that sorts and filters tables, with its words as attributes."""
    say = Messages(session_of(app).settings.language).text
    words: dict[str, Any] = {
        "data-filter": say("filter the rows"),
        "data-shown": say("{shown} of {all} rows are shown"),
        "data-sorted": say("sorted by {column}"),
        "data-reversed": say("sorted by {column}, reversed"),
        "data-unsorted": say("in the original order"),
    }
    app.add_js_file(TABLE_SCRIPT, loading_method="defer", **words)


def add_notice(
    app: Sphinx,
    _pagename: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Put the notice of the settings, with its dates, where the theme has announcements."""
    settings = session_of(app).settings
    if settings.notice:
        time = Messages(settings.language).time
        notice = settings.notice.format(
            as_of=time(settings.as_of.isoformat()), law_as_of=time(settings.law_as_of)
        )
        context["theme_announcement"] = html.escape(notice)


def name_menu_toggles(
    app: Sphinx,
    _pagename: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Name the toggles of the menu, which the theme leaves nameless (WCAG 2.1, 4.1.2)."""
    draw = context.get("generate_toctree_html")
    if draw is None:
        return
    label = html.escape(Messages(session_of(app).settings.language).text("subpages"))

    def draw_named(kind: str, *arguments: object, **options: object) -> object:
        menu = draw(kind, *arguments, **options)
        if kind != "sidebar":
            return menu
        return str(menu).replace("<summary>", f'<summary aria-label="{label}">')

    context["generate_toctree_html"] = draw_named


def add_theme_words(app: Sphinx) -> None:
    """Give the theme the words of the project's language, where the package has them."""
    language = session_of(app).settings.language
    words = LOCALE_DIR / language / "theme.po"
    if not words.exists():
        return
    locale_dir = Path(app.doctreedir) / "statutory-locale"
    compiled = locale_dir / language / "LC_MESSAGES" / f"{SPHINX_CATALOGUE}.mo"
    compiled.parent.mkdir(parents=True, exist_ok=True)
    with words.open("rb") as source, compiled.open("wb") as target:
        write_mo(target, read_po(source))
    app.add_message_catalog(SPHINX_CATALOGUE, locale_dir)

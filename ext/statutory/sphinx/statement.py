"""The accessibility statement, linked in the footer of every page.

Act 306/2019, section 9, and Commission Implementing Decision (EU) 2018/1523 ask that it is
easily found. A theme shows the link where its configuration names the template.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util import logging

from statutory.messages import Messages
from statutory.sphinx.session import session_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

TEMPLATES_DIR = Path(__file__).parent / "templates"


def setup_statement(app: Sphinx) -> None:
    """Register the template and what fills it."""
    app.connect("config-inited", add_templates)
    app.connect("env-check-consistency", warn_of_missing_page)
    app.connect("html-page-context", add_statement)


def add_templates(_app: Sphinx, config: Config) -> None:
    """Let themes find the template; builders look for templates before they are inited."""
    config.templates_path = [*config.templates_path, str(TEMPLATES_DIR)]


def warn_of_missing_page(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn where the page that the configuration names is not there."""
    settings = session_of(app).settings
    page = settings.accessibility.page
    if page and page not in env.found_docs:
        line = settings.key_lines.get("statutory.accessibility.page", 0)
        messages = Messages(settings.language)
        logger.warning(
            messages.fill(
                "there is no page {page} for the accessibility statement", {"page": page}
            ),
            type="statement",
            subtype="missing",
            location=f"{app.srcdir / settings.path}:{line}",
        )


def add_statement(
    app: Sphinx,
    _pagename: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Give the template the page of the statement and its title, where there is one."""
    page = session_of(app).settings.accessibility.page
    if page in app.env.titles:
        title = app.env.titles[page].astext()
        context["accessibility_statement"] = {"page": page, "title": title}

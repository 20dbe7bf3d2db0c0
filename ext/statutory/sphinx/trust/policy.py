"""A content security policy on the pages: the browser runs and fetches nothing else.

It is the second wall: what a page holds is escaped before. Only what the theme itself
writes into a page is let through, by its hash. The hashes are of texts written here; to
hash what stands on a page would let through whatever the content has put there.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_THEME = "pydata_sphinx_theme"
"""The theme whose scripts are known; pages of others get no policy."""

_MODES = ("", "auto", "dark", "light")
_MODE_SCRIPT = """
    document.documentElement.dataset.mode = localStorage.getItem("mode") || "{mode}";
    document.documentElement.dataset.theme = localStorage.getItem("theme") || "{mode}";
  """
_TYPING_SCRIPTS = tuple(
    f"DOCUMENTATION_OPTIONS.search_as_you_type = {value};" for value in ("false", "true")
)
_SEARCH_SCRIPT = """
    // Activate the search field on page load
    let searchInput = document.querySelector("form.bd-search input");
    if (searchInput) {
        searchInput.focus();
        searchInput.select();
        console.log("[PST]: Set focus on search field.");
    }
  """
_STYLE = """
      .pst-js-only { display: none !important; }

    """
_PLAIN_NAME = re.compile(r"[\w ./+-]+")
_SIZED = ("width", "height", "scale")

TRANSLATIONS_SCRIPT = "statutory-translations.js"
"""What takes the words of Sphinx's scripts without making a program of them."""


def setup_policy(app: Sphinx) -> None:
    """Register the setting and what puts the policy on the pages."""
    # A server that adds a script of its own to the pages, as for a preview, switches it off.
    app.add_config_value("statutory_content_policy", default=True, rebuild="html", types=bool)
    app.connect("builder-inited", add_translations)
    app.connect("html-page-context", add_policy, priority=900)


def add_translations(app: Sphinx) -> None:
    """Add the script, between the one that it changes and the one that calls it."""
    if _is_wanted(app):
        app.add_js_file(TRANSLATIONS_SCRIPT, priority=300)


def add_policy(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Put the policy into the head of a page, before any script."""
    if _is_wanted(app):
        policy = policy_of(pagename, sized=doctree is not None and _is_sized(doctree))
        meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}" />'
        context["metatags"] = meta + context.get("metatags", "")


def policy_of(pagename: str, *, sized: bool) -> str:
    """Return the policy of a page.

    :param pagename: The page, which the theme tells its scripts.
    :param sized: Whether docutils writes the sizes of pictures or columns as styles.
    """
    scripts = [_MODE_SCRIPT.replace("{mode}", mode) for mode in _MODES]
    scripts += [*_TYPING_SCRIPTS, _SEARCH_SCRIPT]
    if _PLAIN_NAME.fullmatch(pagename):
        scripts.append(f"DOCUMENTATION_OPTIONS.pagename = '{pagename}';")
    attributes = "'unsafe-inline'" if sized else "'none'"
    rules = (
        "default-src 'none'",
        f"script-src 'self' {_hashes(scripts)}",
        f"style-src-elem 'self' {_hashes([_STYLE])}",
        f"style-src-attr {attributes}",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
    return "; ".join(rules)


def _is_wanted(app: Sphinx) -> bool:
    """Say whether pages get a policy: where content is untrusted and the theme is known."""
    theme = getattr(app.builder, "theme", None)
    return bool(
        app.config.statutory_untrusted_content
        and app.config.statutory_content_policy
        and theme is not None
        and theme.name == _THEME
    )


def _is_sized(doctree: nodes.document) -> bool:
    """Say whether a page holds anything with a size of its own."""
    return any(
        any(node.get(name) for name in _SIZED) or "colwidths-given" in node.get("classes", ())
        for node in doctree.findall(nodes.Element)
        if isinstance(node, nodes.image | nodes.figure | nodes.table)
    )


def _hashes(texts: Iterable[str]) -> str:
    """Return the hashes of inline scripts or styles, as a policy lists them."""
    digests = (hashlib.sha256(text.encode("utf-8")).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(one).decode()}'" for one in digests)

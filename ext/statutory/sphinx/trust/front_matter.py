"""The settings of pages: what acts is cleared before MyST obeys it, the rest is a short list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from statutory.model.refusal import Hazard
from statutory.source.front_matter import cleared
from statutory.sphinx.trust.refusals import refuse

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_SWITCH = re.compile(r"(?:true|false)?", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,2}")
_ALLOWED = {
    "orphan": _SWITCH,
    "nosearch": _SWITCH,
    "nocomments": _SWITCH,
    "tocdepth": _NUMBER,
    "html_theme.sidebar_secondary.remove": _SWITCH,
}
"""The settings that a page may have, with what they may say.

Sphinx hands every other one to the templates of the theme as well.
"""


def clear_front_matter(app: Sphinx, _docname: str, content: list[str]) -> None:
    """Take the keys out of a page that is about to be parsed which would act on it.

    :param content: The text of the page, alone in a list that Sphinx reads again.
    """
    if app.config.statutory_untrusted_content:
        content[0] = cleared(content[0])


def clear_settings(app: Sphinx, doctree: nodes.document) -> None:
    """Take the settings out of a page that nobody knows, before Sphinx collects them.

    They come from front matter, or from the fields that reStructuredText begins with.
    """
    if not app.config.statutory_untrusted_content:
        return
    for docinfo in doctree.findall(nodes.docinfo):
        for field in [one for one in docinfo if isinstance(one, nodes.field)]:
            name, value = field[0].astext(), field[1].astext()
            allowed = _ALLOWED.get(name)
            if allowed is None or not allowed.fullmatch(value.strip()):
                refuse(app.env, Hazard.PAGE_SETTING, field, name)
                docinfo.remove(field)

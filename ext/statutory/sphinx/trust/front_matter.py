"""The front matter of pages, cleared before MyST obeys it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutory.source.front_matter import cleared

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def clear_front_matter(app: Sphinx, _docname: str, content: list[str]) -> None:
    """Take the keys out of a page that is about to be parsed which would act on it.

    :param content: The text of the page, alone in a list that Sphinx reads again.
    """
    if app.config.statutory_untrusted_content:
        content[0] = cleared(content[0])

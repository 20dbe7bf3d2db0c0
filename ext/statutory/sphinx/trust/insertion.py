"""Directives and roles that put something into a page as it is, not as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, directives

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from docutils.parsers.rst.states import Inliner
    from sphinx.application import Sphinx

_OFF = ("raw_enabled", "file_insertion_enabled")
"""What docutils is told where no ``docutils.conf`` tells it."""


def refuse_insertion(app: Sphinx) -> None:
    """Switch raw text and the insertion of files off, where content is not trusted."""
    if app.config.statutory_untrusted_content:
        app.env.settings.update(dict.fromkeys(_OFF, False))
        app.add_directive("raw", RefusedRaw, override=True)
        app.add_role("raw", RefusedRole(), override=True)


class RefusedRaw(Directive):
    """The directive ``raw``, without its power: a transform shows its text as text."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]] | None] = dict.fromkeys(
        ("file", "url", "encoding", "class"), directives.unchanged
    )

    def run(self) -> list[nodes.Node]:
        """Return the text; no file is read for it."""
        text = "\n".join(self.content) or self.block_text
        raw = nodes.raw("", text, format="html")
        _, raw.line = self.state_machine.get_source_and_line(self.lineno)
        return [raw]


class RefusedRole:
    """The role ``raw`` and the roles that a page makes of it, without their power."""

    options: ClassVar[dict[str, Callable[[str], Any]]] = {"format": directives.unchanged}

    def __call__(
        self,
        _role: str,
        rawtext: str,
        text: str,
        lineno: int,
        inliner: Inliner,
        options: Mapping[str, Any] | None = None,  # noqa: ARG002
        content: Sequence[str] = (),  # noqa: ARG002
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the text for a transform to show as text."""
        raw = nodes.raw(rawtext, text, format="html")
        _, raw.line = inliner.reporter.get_source_and_line(lineno)
        return [raw], []

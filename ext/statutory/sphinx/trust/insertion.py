"""Directives and roles that put something into a page as it is, not as text.

docutils' own settings for this are switched off too, but a file beside ``conf.py`` can
switch them on again, and they know neither drawings nor imports.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from sphinx.directives.patches import CSVTable
from sphinx.util.docutils import SphinxDirective
from sphinx_needs.config import NeedsSphinxConfig
from sphinx_needs.directives.needimport import NeedimportDirective

from statutory.model.refusal import Hazard
from statutory.source.addresses import is_active
from statutory.source.content_files import hazard_of
from statutory.sphinx.trust.refusals import refuse_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from docutils.parsers.rst.states import Inliner
    from sphinx.application import Sphinx

_OFF = ("raw_enabled", "file_insertion_enabled")
_INSERTING = ("include", "literalinclude", "needreport")
_DRAWING = ("graphviz", "graph", "digraph", "uml", "plantuml", "needuml", "needarch")
_IMPORTED = (".json",)


def refuse_insertion(app: Sphinx) -> None:
    """Switch raw text, files and drawings off, where content is not trusted."""
    if not app.config.statutory_untrusted_content:
        return
    app.env.settings.update(dict.fromkeys(_OFF, False))
    app.add_role("raw", RefusedRole(), override=True)
    app.add_directive("raw", RefusedRaw, override=True)
    app.add_directive("csv-table", RefusedTable, override=True)
    for name in _INSERTING:
        app.add_directive(name, RefusedInsertion, override=True)
    for name in _DRAWING:
        app.add_directive(name, RefusedDrawing, override=True)
    imports = vars(directives)["_directives"].get("needimport", NeedimportDirective)
    app.add_directive("needimport", type("Import", (GuardedImport, imports), {}), override=True)


class AnyOptions(dict[str, Any]):
    """Options of a directive that is not going to read them."""

    def __missing__(self, _name: str) -> Callable[[str], Any]:
        """Take an option as it is."""
        return directives.unchanged


class Refused(SphinxDirective):
    """A directive that takes whatever is written, and shows it as text."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]] | None] = AnyOptions(
        {"class": directives.unchanged}
    )
    hazard: ClassVar[Hazard]

    def run(self) -> list[nodes.Node]:
        """Note what is refused, and return its text."""
        text = " ".join((self.name, *self.arguments))
        refuse_at(self.env, self.hazard, self.get_source_info()[1], text)
        shown = "\n".join(self.content)
        return [nodes.literal_block(shown, shown, language="none")] if shown else []


class RefusedInsertion(Refused):
    """A directive that would put a file into the page."""

    hazard = Hazard.INSERTION


class RefusedDrawing(Refused):
    """A directive whose text a program of the machine would draw.

    Such programs read the files that the text names, and ``graphviz`` lets the text choose
    the program.
    """

    hazard = Hazard.PROGRAM


class RefusedTable(CSVTable):
    """The directive ``csv-table``, which reads its text and no file."""

    def run(self) -> list[nodes.Node]:  # type: ignore[override]
        """Make the table, unless it is to be read from elsewhere."""
        for option in ("file", "url"):
            if option in self.options:
                text = f"{self.name} :{option}: {self.options[option]}"
                _, line = self.state_machine.get_source_and_line(self.lineno)
                refuse_at(self.state.document.settings.env, Hazard.INSERTION, line or 0, text)
                return []
        return super().run()


class GuardedImport(NeedimportDirective):
    """The directive ``needimport``, which reads no file from outside the project.

    What names another computer is not judged here.
    """

    def run(self) -> Sequence[nodes.Node]:
        """Import the items of a file of the project, or of one that the settings name."""
        given = self.arguments[0]
        if given not in NeedsSphinxConfig(self.config).import_keys and not is_active(given):
            _, file = self.env.relfn2path(given, self.env.docname)
            hazard = hazard_of(Path(self.env.srcdir), Path(file), (), _IMPORTED)
            if hazard is not None:
                refuse_at(self.env, hazard, self.get_source_info()[1], given)
                return []
        return super().run()


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

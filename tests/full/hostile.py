"""A project whose content tries to run something in every place where an expression stands."""

from __future__ import annotations

from pathlib import Path

CONFIGURATION = """
import sys

sys.path.insert(0, "PATH")
extensions = [
    "myst_parser", "sphinx_needs", "sphinx.ext.ifconfig", "sphinxcontrib.plantuml", "statutory",
]
myst_enable_extensions = ["substitution", "colon_fence"]
myst_substitutions = {"name": "Harbour"}
needs_id_regex = "[A-Z]_[0-9]+"
needs_variant_data = {"arch": "arm"}
needs_types = [
    {"directive": "req", "title": "Requirement", "prefix": "R_", "color": "#fff", "style": "node"},
]
needs_fields = {
    "note": {"nullable": True, "parse_dynamic_functions": True, "parse_variants": True},
}
needs_links = {"refines": {"parse_dynamic_functions": True, "parse_variants": True}}
"""

PLANTUML = '''
"""A stand-in for the extension that draws with PlantUML."""

from docutils import nodes


class plantuml(nodes.General, nodes.Element):
    """A diagram."""


def write(self, node):
    """Write the text of a diagram."""
    self.body.append("<pre class='uml'>" + self.encode(node["uml"]) + "</pre>")
    raise nodes.SkipNode


def setup(app):
    """Add the diagram."""
    app.add_node(plantuml, html=(write, None))
'''

PLACES = {
    "link condition": "```{req} One\n:id: R_1\n:refines: R_0[RUN]\n```",
    "nested condition": "```{req} One\n:id: R_2\n:refines: R_0[[RUN or tags]]\n```",
    "title": "```{req} A [[calc_sum('id', filter='RUN')]]\n:id: R_3\n```",
    "status": "```{req} Status\n:id: R_4\n:status: [[calc_sum('id', filter='RUN')]]\n```",
    "tags": "```{req} Tags\n:id: R_5\n:tags: a, [[copy('id', filter='RUN')]]\n```",
    "links by filter": "```{req} L\n:id: R_6\n:refines: [[links_from_filter('RUN')]]\n```",
    "field": "```{req} Field\n:id: R_7\n:note: [[calc_sum('id', 'RUN')]]\n```",
    "filter of a field": (
        "```{req} RUN\n:id: R_8\n:note: [[calc_sum('id', filter=need.title)]]\n```"
    ),
    "variant": "```{req} Variant\n:id: R_9\n:note: <<[RUN]:a, b>>\n```",
    "needextend": "```{needextend} RUN and id\n:status: open\n```",
    "quoted needextend": '```{needextend} "RUN"\n:status: open\n```',
    "value of needextend": ("```{needextend} R_0\n:+note: [[calc_sum('id', filter='RUN')]]\n```"),
    "link of needextend": "```{needextend} R_0\n:+refines: R_1[RUN]\n```",
    "import": "```{needimport} data.json\n:filter: RUN\n```",
    "if": "```{if} RUN_BARE\nText.\n```",
    "choose": "````{choose}\n```{when} RUN_BARE\nText.\n```\n````",
    "substitution": "A {{ cycler.__init__.__globals__.os.system(COMMAND) }} text.",
    "environment": "{{ env.app.srcdir.joinpath(FILE).touch() }}",
    "filtered substitution": (
        "{{ name|upper }} {{ name|list and joiner.__init__.__globals__.os.system(COMMAND) }}"
    ),
    "table": "```{needtable}\n:filter: RUN\n```",
    "list": "```{needlist}\n:filter: RUN\n```",
    "flow": "```{needflow}\n:highlight: RUN\n```",
    "gantt": "```{needgantt}\n:milestone_filter: RUN\n```",
    "sequence": "```{needsequence}\n:start: R_0\n:filter: RUN\n```",
    "extract": "```{needextract}\n:filter: RUN\n```",
    "pie": "```{needpie} Pie\n:labels: a\n\nRUN\n```",
    "bar": "```{needbar} Bar\n\nRUN\n```",
    "count": "{need_count}`RUN`",
    "ratio": "{need_count}`id ? RUN`",
    "body of a table": "```{needtable}\n\nresults = needs if RUN else []\n```",
    "body of a list": "```{needlist}\n\nRUN\n```",
    "function": "```{needlist}\n:filter-func: os.system(FILE)\n```",
    "row style": "```{needtable}\n:style_row: [[calc_sum('id', filter='RUN')]]\n```",
    "function in text": "{ndf}`links_from_filter('RUN')`",
    "style": "```{req} Style\n:id: R_10\n:style: [[calc_sum('id', filter='RUN')]]\n```",
    "template": '```{needuml}\n{% for it in filter("RUN_PLAIN") %}{{ it.id }}{% endfor %}\n```',
    "joined template": '```{needuml}\n{{ filter("RUN_PLAIN" ~ "") }}\n```',
    "renamed template": '```{needuml}\n{% set f = filter %}{{ f("RUN_PLAIN") }}\n```',
    "condition of the configuration": "```{ifconfig} RUN\nText.\n```",
    "drawing": "```{graphviz}\n:layout: DRAW\n\nRUN_SHELL\n```",
    "plain drawing": "```{digraph} x\n:graphviz_dot: DRAW\n\nRUN_SHELL\n```",
    "in a list": "- item\n\n  ```{needtable}\n  :filter: RUN\n  ```",
    "in a quotation": "> ```{needtable}\n> :filter: RUN\n> ```",
    "in an item": "````{req} Body\n:id: R_11\n\n```{needtable}\n:filter: RUN\n```\n````",
    "in a table": "| a |\n| --- |\n| {need_count}`RUN` |",
    "link of a function": ("```{req} Echo\n:id: R_12\n:refines: [[echo('R_0[RUN_DOUBLE]')]]\n```"),
    "diagram": (
        "````{req} Diagram\n:id: R_14\n\n```{needarch}\n{{ filter('RUN_DOUBLE') }}\n```\n````"
    ),
}
"""The places, by name; what would run stands for ``RUN``."""

RST = {
    "rst table": ".. needtable::\n   :filter: RUN",
    "rst body": ".. needlist::\n\n   RUN",
    "rst link": ".. req:: One\n   :id: R_20\n   :refines: R_0[RUN]",
    "rst count": "All :need_count:`RUN`.",
    "rst drawing": ".. graphviz::\n   :layout: DRAW\n\n   RUN_SHELL",
    "rst if": ".. if:: RUN_BARE\n\n   Text.",
    "rst extend": ".. needextend:: RUN and id\n   :status: open",
    "rst import": ".. needimport:: data.json\n   :filter: RUN",
    "rst extract": ".. needextract::\n   :filter: RUN",
    "rst ifconfig": ".. ifconfig:: RUN\n\n   Text.",
}
"""The same in reStructuredText."""

CAUGHT = "link-of-a-function.md"
"""The page of which is known only later what it would run: the net beneath catches it."""


def pages() -> dict[str, str]:
    """Return a page for each place, those of reStructuredText in both kinds of files."""
    found = {}
    for name, text in PLACES.items():
        found[f"{name.replace(' ', '-')}.md"] = f"# Page\n\n{text}\n"
    for name, text in RST.items():
        found[f"{name.replace(' ', '-')}.rst"] = f"Page\n====\n\n{text}\n"
        inner = text.replace("R_20", "R_30")
        found[f"eval-{name.replace(' ', '-')}.md"] = f"# Page\n\n```{{eval-rst}}\n{inner}\n```\n"
    return found


def make_hostile(folder: Path, *, allows_code: bool = False) -> dict[str, Path]:
    """Write the project and return the file that each place would make, by its page."""
    made = folder / "ran"
    made.mkdir(parents=True)
    (folder / "sphinxcontrib").mkdir()
    (folder / "sphinxcontrib" / "plantuml.py").write_text(PLANTUML, encoding="utf-8")
    configuration = CONFIGURATION.replace("PATH", str(folder))
    if allows_code:
        configuration += "statutory_allow_code = True\n"
    (folder / "conf.py").write_text(configuration, encoding="utf-8")
    (folder / "ubproject.toml").write_text(
        '[statutory]\nas_of = "2020-01-01"\n[statutory.severity]\norphan-item = "off"\n',
        encoding="utf-8",
    )
    record = '{"id": "X_1", "title": "Imported", "type": "req"}'
    (folder / "data.json").write_text(
        f'{{"current_version": "", "versions": {{"": {{"needs": {{"X_1": {record}}}}}}}}}',
        encoding="utf-8",
    )
    drawing = folder / "draw"
    drawing.write_text("#!/bin/sh\nexec sh\n", encoding="utf-8")
    drawing.chmod(0o755)
    files = {}
    for name, text in pages().items():
        files[name] = made / f"{name}.ran"
        (folder / name).write_text(_armed(text, files[name]), encoding="utf-8")
    (folder / "index.rst").write_text(
        "Index\n=====\n\n.. req:: Root\n   :id: R_0\n\n.. toctree::\n   :glob:\n\n   *\n",
        encoding="utf-8",
    )
    return files


def _armed(text: str, file: Path) -> str:
    """Return a text of a place with a command that makes a file.

    It is written in quotes of either kind, and without any of Python's own functions.
    """
    classes = "().__class__.__base__.__subclasses__()"
    found = f"[it for it in {classes} if it.__name__ == '_wrap_close'][0]"
    bare = f"{found}.__init__.__globals__['system']('touch {file}') == 0"
    run = f'{classes} and __import__("pathlib").Path("{file}").touch()'
    if "'RUN'" in text:  # Within quotes of one kind there are none of it.
        run = run.replace("'", '"')
    plain = f"__import__('pathlib').Path('{file}').touch()"
    doubled = f'__import__("pathlib").Path("{file}").touch()'
    return (
        text.replace("RUN_SHELL", f"touch {file}")
        .replace("DRAW", f"{file.parent.parent}/draw")
        .replace("RUN_PLAIN", plain)
        .replace("RUN_BARE", bare)
        .replace("RUN_DOUBLE", doubled)
        .replace("RUN", run)
        .replace("COMMAND", f"'touch {file}'")
        .replace("FILE", f"'{file}'")
    )

"""Fields and links count wherever a project declares them, and its own policy is obeyed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.full.project import build_site, check

pytestmark = pytest.mark.filterwarnings("ignore:add_extra_option:DeprecationWarning")

CONF = """\
from sphinx_needs.api import add_extra_option, add_field

project = "Plan"
extensions = ["myst_parser", "sphinx_needs", "statutory"]
suppress_warnings = ["needs.deprecated"]
needs_id_regex = "^[A-Z_0-9]+$"
needs_types = [
    {"directive": "req", "title": "Requirement", "prefix": "R_"},
    {"directive": "spec", "title": "Specification", "prefix": "S_"},
]
needs_extra_options = ["asil", {"name": "github", "description": "issue"}]
needs_extra_links = [
    {"option": "satisfies", "outgoing": "satisfies", "incoming": "satisfied by"},
    {"option": "refines", "allow_dead_links": True},
]


def setup(app):
    add_extra_option(app, "case_name")
    add_field("reviewer_note", "what the reviewer noted", schema={"type": "string"})
"""
TOML = """\
[statutory]
as_of = "2024-01-01"
[statutory.types]
element = ["req"]
component = ["spec"]
[statutory.links]
implements = "satisfies"
[statutory.fields]
locator = "reviewer_note"
"""
PAGE = """\
# Plan

```{{req}} One
:id: REQ_001
:asil: B
:github: 42
:case_name: first
```

```{{spec}} Two
:id: SPEC_001
:satisfies: REQ_001
:reviewer_note: page 3
:refines: {refined}
```
"""
RST = """\
Other
=====

.. req:: Three
   :id: REQ_002
   :asil: A

.. spec:: Four
   :id: SPEC_002
   :satisfies: REQ_002
"""


def project(folder: Path, *, conf: str = "", toml: str = "", refined: str = "REQ_001") -> Path:
    """Write a project whose fields and links are declared in the older ways."""
    (folder / "conf.py").write_text(CONF + conf, encoding="utf-8")
    (folder / "ubproject.toml").write_text(TOML + toml, encoding="utf-8")
    index = PAGE.format(refined=refined) + "\n```{toctree}\nother\n```\n"
    (folder / "index.md").write_text(index, encoding="utf-8")
    (folder / "other.rst").write_text(RST, encoding="utf-8")
    return folder


def found(folder: Path, checks: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Return the check and the item of what is found that fails, of some checks or of all."""
    report = check(folder, fresh=True)
    wanted = set(checks)
    return [(f.check, f.item) for f in report.failing if not wanted or f.check in wanted]


def test_older_declarations_are_known_and_shown(tmp_path: Path) -> None:
    """No option is unknown, the link is followed, roles may name them, and cards show them."""
    folder = tmp_path / "project"
    folder.mkdir()
    project(folder)
    assert found(folder) == []
    out = tmp_path / "out"
    build_site(folder, out)
    page = (out / "index.html").read_text(encoding="utf-8")
    for text in ("asil", "github", "42", "first"):
        assert text in page


@pytest.mark.parametrize(
    ("conf", "dead"),
    [
        ("", [("dead-link", "SPEC_001")]),
        ("needs_report_dead_links = False\nsuppress_warnings.append('needs.config')\n", []),
        ('suppress_warnings.append("needs.link_outgoing")\n', []),
        ('needs_extra_links[0]["allow_dead_links"] = True\n', []),
    ],
)
def test_project_may_allow_dead_links(
    tmp_path: Path, conf: str, dead: list[tuple[str, str]]
) -> None:
    """By link or for all, as sphinx-needs lets it; the link that allows them is never found."""
    folder = tmp_path / "project"
    folder.mkdir()
    project(folder, conf=conf, refined="OTHER_REPO_1")
    page = folder / "index.md"
    text = page.read_text("utf-8").replace(":satisfies: REQ_001", ":satisfies: REQ_001, GONE_1")
    page.write_text(text, encoding="utf-8")
    assert found(folder) == dead


def test_link_of_an_imported_item_is_judged(tmp_path: Path) -> None:
    """What a page shows of another project leads its readers on as its own items do."""
    folder = tmp_path / "project"
    folder.mkdir()
    project(folder)
    need = {"id": "SPEC_9", "title": "Nine", "type": "spec", "satisfies": ["GONE_9", "REQ_001"]}
    needs = {"current_version": "1", "versions": {"1": {"needs": {"SPEC_9": need}}}}
    (folder / "others.json").write_text(json.dumps(needs), encoding="utf-8")
    page = folder / "index.md"
    text = page.read_text("utf-8") + "\n```{needimport} others.json\n```\n"
    page.write_text(text, encoding="utf-8")
    assert found(folder) == [("dead-link", "SPEC_9")]


def test_setting_that_sphinx_needs_does_not_know_is_a_finding(tmp_path: Path) -> None:
    """The project is checked all the same; the finding is at the line of the key."""
    folder = tmp_path / "project"
    folder.mkdir()
    project(folder, toml='[needs]\nschema_severity = "x"\n')
    report = check(folder)
    (finding,) = report.failing
    assert (finding.check, finding.item) == ("unknown-setting", "")
    line = TOML.count("\n") + 2
    assert str(finding.location) == f"ubproject.toml:{line}"
    project(folder, toml='[needs]\nx = 1\n[statutory.severity]\nunknown-setting = "off"\n')
    assert found(folder) == []


def test_malformed_declaration_is_no_traceback(tmp_path: Path) -> None:
    """sphinx-needs warns of it and goes on, and so do we."""
    folder = tmp_path / "project"
    folder.mkdir()
    project(folder, conf='needs_fields = {"a": 1}\n')
    assert {name for name, _ in found(folder)} == {"sphinx-warning"}

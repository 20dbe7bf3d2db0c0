"""The checks work on a project with other names, another layout and reStructuredText."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.full.project import brief, build_site, check

CONF = """\
project = "Plan"
extensions = ["myst_parser", "sphinx_needs", "statutory"]
needs_from_toml = "settings/plan.toml"
source_suffix = {".rst": "restructuredtext", ".md": "markdown"}
"""
SETTINGS = """\
[needs]
id_required = true
id_regex = "^[A-Z]+-[0-9]+$"
[needs.links.answered_by]
outgoing = "answered by"
incoming = "answers for"
[needs.fields.when]
description = "time"
schema = { type = "string" }
[needs.types.duty]
title = "Duty"
prefix = "D"
[needs.types.body]
title = "Body"
prefix = "B"

[statutory]
as_of = "2024-01-01"
[statutory.links]
owner = "answered_by"
[statutory.fields]
period = "when"
[statutory.required]
owner = ["duty"]
timeline = ["duty"]
"""
RST = """\
Duties
======

.. body:: Council
   :id: B-1

.. duty:: Budget
   :id: D-1
   :answered_by: B-1
   :when: 2024

.. duty:: Plan
   :id: D-2
   :answered_by: B-9
"""
MARKDOWN = """\
# More

```{duty} Report
:id: D-3
:answered_by: B-1.2
:when: 3/2024
```

```{needtable}
:status: open
```

```{eval-rst}
.. duty:: Survey
   :id: D-4
   :answered_by: B-1
   :when: 2024-05
```
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A project in English, in two markups, without most of the roles."""
    folder = tmp_path / "plan"
    (folder / "settings").mkdir(parents=True)
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    (folder / "settings" / "plan.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "index.rst").write_text(
        "Plan\n====\n\n.. toctree::\n\n   duties\n   more\n", encoding="utf-8"
    )
    (folder / "duties.rst").write_text(RST, encoding="utf-8")
    (folder / "more.md").write_text(MARKDOWN, encoding="utf-8")
    return folder


def test_findings_of_a_project_in_english(plan: Path) -> None:
    """What its own roles ask for is found in both markups, and nothing else."""
    found = check(plan, fresh=True).findings
    assert [brief(finding) for finding in found] == [
        ("missing-timeline", "D-2", "duties.rst:12"),
        ("dead-link", "D-2", "duties.rst:14"),
        ("dead-link", "D-3", "more.md:5"),
        ("unreadable-period", "D-3", "more.md:6"),
    ]
    assert check(plan).findings == found


def test_duplicate_in_restructured_text_is_found_again_from_the_cache(plan: Path) -> None:
    """What only sphinx-needs notices is not lost with the second build."""
    twice = RST.replace(":id: D-2", ":id: D-1").replace("B-9", "B-1")
    (plan / "duties.rst").write_text(twice, encoding="utf-8")
    (plan / "more.md").write_text("# More\n", encoding="utf-8")
    found = check(plan, fresh=True).findings
    assert [brief(finding) for finding in found] == [("sphinx-warning", "", "duties.rst:12")]
    assert check(plan).findings == found


@pytest.mark.parametrize("cards", [True, False])
def test_project_can_keep_the_layout_of_sphinx_needs(plan: Path, *, cards: bool) -> None:
    """Items are cards unless the project wants none; the findings are the same."""
    settings = SETTINGS.replace("[statutory]\n", f"[statutory]\ncards = {str(cards).lower()}\n")
    (plan / "settings" / "plan.toml").write_text(settings, encoding="utf-8")
    site = plan.with_name("site")
    build_site(plan, site)
    page = (site / "duties.html").read_text(encoding="utf-8")
    assert ("statutory-card" in page) is cards
    assert ('class="need' in page) is not cards
    assert len(check(plan, fresh=True).findings) == 4


def test_mistakes_of_the_configuration_name_its_folder(plan: Path) -> None:
    """The file is named from the root of the project."""
    file = plan / "settings" / "plan.toml"
    file.write_text(SETTINGS.replace('"answered_by"\n', '"answerd_by"\n'), encoding="utf-8")
    with pytest.raises(Exception, match=r"settings/plan\.toml:20: statutory\.links\.owner"):
        check(plan)

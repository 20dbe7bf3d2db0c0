"""What stands in the body of an item and reads that item is drawn on its card too."""

from __future__ import annotations

from pathlib import Path

from tests.full.hostile import PLANTUML
from tests.full.project import build_site, check

CONFIGURATION = """
import sys

sys.path.insert(0, "PATH")
extensions = ["sphinx_needs", "sphinxcontrib.plantuml", "statutory"]
needs_id_regex = "[A-Z_0-9]+"
"""

ITEM = """
Page
====

.. req:: One
   :id: REQ_001
   :status: open

   .. needarch::

      card "{{ need().title }}"

   The status is :ndf:`copy("status")`.

   .. spec:: Inner
      :id: SPEC_001

      .. needarch::

         card "{{ need().id }}"
"""

OUTSIDE = """
.. needarch::

   card a

.. needuml::
   :save: /tmp/x.puml

   card b

.. needuml::
   :save: ../x.puml

   card c
"""


def make(folder: Path, page: str) -> Path:
    """Write a project of one page."""
    (folder / "sphinxcontrib").mkdir(parents=True)
    (folder / "sphinxcontrib" / "plantuml.py").write_text(PLANTUML, encoding="utf-8")
    configuration = CONFIGURATION.replace("PATH", str(folder))
    (folder / "conf.py").write_text(configuration, encoding="utf-8")
    settings = '[statutory]\nas_of = "2020-01-01"\n[statutory.severity]\norphan-item = "off"\n'
    (folder / "ubproject.toml").write_text(settings, encoding="utf-8")
    (folder / "index.rst").write_text(page, encoding="utf-8")
    return folder


def test_diagrams_and_functions_know_the_item_around_them(tmp_path: Path) -> None:
    """Each diagram is of the innermost item, and nothing is left of what stood around it."""
    folder = make(tmp_path / "project", ITEM)
    built = build_site(folder, tmp_path / "html", "-q")
    assert (built.returncode, built.stderr) == (0, "")
    page = (tmp_path / "html" / "index.html").read_text(encoding="utf-8")
    assert [part in page for part in ("card &quot;One&quot;", "card &quot;SPEC_001&quot;")] == [
        True,
        True,
    ]
    assert "The status is open." in page
    assert "<table" not in page


def test_diagrams_that_would_end_the_build_are_found(tmp_path: Path) -> None:
    """The check tells of each at its line, and the pages are built without them."""
    folder = make(tmp_path / "project", ITEM + OUTSIDE)
    first = ITEM.count("\n") + 2
    found = [(f.check, f.location.line) for f in check(folder).open_findings]
    assert found == [("unusable-diagram", first + below) for below in (0, 4, 9)]
    built = build_site(folder, tmp_path / "html", "-q")
    assert built.returncode == 1
    assert "Traceback" not in built.stderr
    assert built.stderr.count("WARNING") == len(found)

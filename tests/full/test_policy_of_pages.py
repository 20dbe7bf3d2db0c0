"""The content security policy: on pages of untrusted content, as strict as each page allows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from statutory.sphinx.trust.policy import policy_of
from tests.full.project import ROOT, build_site, make_project

PICTURE = ROOT / "docs" / "kuvat" / "etusivu.png"
PAGES = {"docs/kuva.md": "# Kuva\n\n```{image} kuva.png\n:width: 50%\n```\n", "docs/a.md": "# A\n"}


def policies(folder: Path, *options: str) -> dict[str, str]:
    """Return the policy of each page of a project; empty where it has none."""
    out = folder.parent / "html"
    run = build_site(folder, out, "-q", "-E", *options)
    assert "Traceback" not in run.stderr
    pattern = r'<meta http-equiv="Content-Security-Policy" content="([^"]+)" />'
    found = {}
    for name in ("index", "docs/kuva", "docs/a", "search"):
        text = (out / f"{name}.html").read_text(encoding="utf-8")
        head, _, _ = text.partition("<script")
        found[name] = "".join(re.findall(pattern, head))
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a picture that has a size."""
    folder = tmp_path / "project"
    folder.mkdir()
    make_project(folder, PAGES)
    shutil.copy(PICTURE, folder / "docs" / "kuva.png")
    return folder


def test_each_page_has_its_policy_before_any_script(folder: Path) -> None:
    """Styles in elements are let through only where docutils writes the size of a picture."""
    found = policies(folder)
    for name, policy in found.items():
        assert policy == policy_of(name, sized=name == "docs/kuva").replace("&", "&amp;"), name
        assert "'unsafe-inline'" not in policy.partition("style-src-attr")[0]
    assert "style-src-attr 'none'" in found["index"]


@pytest.mark.parametrize("setting", ["statutory_untrusted_content", "statutory_content_policy"])
def test_policy_can_be_left_out(folder: Path, setting: str) -> None:
    """Where content is trusted, and where a preview adds scripts of its own."""
    assert set(policies(folder, "-D", f"{setting}=0").values()) == {""}


def test_name_of_a_page_lets_no_script_through() -> None:
    """The theme writes the name into a script; one that would end the text is not let run."""
    plain, other = policy_of("docs/a", sized=False), policy_of("a';x();'", sized=False)
    assert plain.count("sha256-") == other.count("sha256-") + 1

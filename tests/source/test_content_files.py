"""Content shows pages and pictures of its own project, and follows no link out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from statutory.model.refusal import Hazard
from statutory.source.content_files import hazard_of, is_plain

PAGES = frozenset(("index.md", "docs/page.md"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project beside a secret, with links into all directions."""
    root = tmp_path / "project"
    (root / "docs").mkdir(parents=True)
    (root / ".git").mkdir()
    for name in ("index.md", "docs/page.md", "docs/x.png", "docs/X.JPG", "conf.py", ".git/x.png"):
        (root / name).write_text("own", encoding="utf-8")
    (tmp_path / "secret.png").write_text("secret", encoding="utf-8")
    links = {
        "docs/out.png": tmp_path / "secret.png",
        "docs/conf.png": root / "conf.py",
        "docs/in.png": root / "docs" / "x.png",
        "docs/page2.md": root / "index.md",
        "docs/toml.md": root / "conf.py",
        "docs/folder": tmp_path,
        "docs/round": root / "docs" / "round",
    }
    for name, target in links.items():
        (root / name).symlink_to(target)
    return root


@pytest.mark.parametrize(
    "name", ["docs/x.png", "docs/X.JPG", "docs/in.png", "docs/page2.md", "docs/../index.md"]
)
def test_pages_and_pictures_are_content(root: Path, name: str) -> None:
    """However they are named, as long as they are read from the project."""
    assert hazard_of(root, Path(name), PAGES) is None
    assert hazard_of(root, root / name, PAGES) is None


@pytest.mark.parametrize(
    "name",
    [
        "../secret.png",
        "docs/../../secret.png",
        "docs/out.png",
        "docs/folder/secret.png",
        "/etc/passwd",
        "docs/x\0.png",
        "../nowhere.png",
    ],
)
def test_what_lies_outside_is_told_so(root: Path, name: str) -> None:
    """By its path, by a link, and by a link of a folder; whether it is there or not."""
    assert hazard_of(root, Path(name), PAGES) is Hazard.OUTSIDE_PROJECT


@pytest.mark.parametrize(
    "name", ["conf.py", "docs/conf.png", "docs/toml.md", ".git/x.png", "docs", "docs/none.md"]
)
def test_other_files_of_the_project_are_no_content(root: Path, name: str) -> None:
    """What a link leads to counts, not how the link is called."""
    assert hazard_of(root, Path(name), PAGES) is Hazard.NOT_CONTENT


def test_project_may_itself_be_linked(root: Path) -> None:
    """A folder that the operating system links is the project all the same."""
    linked = root.parent / "linked"
    linked.symlink_to(root)
    assert hazard_of(linked, Path("docs/x.png"), PAGES) is None
    assert hazard_of(linked, Path("docs/out.png"), PAGES) is Hazard.OUTSIDE_PROJECT


def test_circle_of_links_ends_nothing(root: Path) -> None:
    """It leads to no file, and is refused as one that is no content."""
    assert hazard_of(root, Path("docs/round"), PAGES) is not None


@pytest.mark.parametrize("sign", ["'", '"', "<", ">", "&", "\\", "`", "\n", "\u2028", "\u202e"])
def test_signs_of_programs_are_not_plain(sign: str) -> None:
    """Themes write the names of pages into scripts."""
    assert not is_plain(f"docs/a{sign}b.md")


def test_names_of_words_are_plain() -> None:
    """Letters of any language, blanks, and what people put between words."""
    assert is_plain("docs/Häme – a_b, (c) 1.2 + d.md")

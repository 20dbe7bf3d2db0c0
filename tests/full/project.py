"""Projects in a temporary folder, checked by a real build."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from statutory.model.finding import Finding
from statutory.model.report import Report
from statutory.sphinx.run import run_check

ROOT = Path(__file__).parents[2]
CONFIGURATION = ("conf.py", "ubproject.toml", "docutils.conf")
CONTENT = ("index.md", "docs", "strategy", "requirements")


def make_project(folder: Path, files: Mapping[str, bytes | str]) -> Path:
    """Write a project with the shipped configuration and some content files.

    The page ``index.md`` lists the others, unless it is among the files.
    """
    for name in CONFIGURATION:
        shutil.copy(ROOT / name, folder / name)
    entries = "\n".join(Path(name).with_suffix("").as_posix() for name in files)
    index = f"# Projekti\n\n```{{toctree}}\n{entries}\n```\n"
    for name, content in {"index.md": index, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


def copy_shipped(folder: Path) -> Path:
    """Copy the shipped knowledge base and return its folder."""
    for name in CONFIGURATION + CONTENT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy(source, folder / name)
    return folder


def check(folder: Path, *, jobs: int = 1, fresh: bool = False) -> Report:
    """Check a project; what Sphinx keeps lies beside it."""
    cache = folder.parent / f"{folder.name}-cache"
    return run_check(folder, cache, jobs=jobs, fresh=fresh)


def brief(finding: Finding) -> tuple[str, str, str]:
    """Return the check, the item and the place of a finding."""
    return (finding.check, finding.item, str(finding.location))

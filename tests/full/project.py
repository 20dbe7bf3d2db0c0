"""Projects in a temporary folder, checked by a real build."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from statutory.model.finding import Finding
from statutory.model.item import Item
from statutory.model.report import Report
from statutory.sphinx.run import run_check

ROOT = Path(__file__).parents[2]
CONFIGURATION = ("conf.py", "ubproject.toml", "docutils.conf")
CONTENT = ("index.md", "docs", "strategy", "requirements")


SNAPSHOT = "julkaistu.json"


def make_project(
    folder: Path, files: Mapping[str, bytes | str], settings: str = "", snapshot: str = ""
) -> Path:
    """Write a project with the shipped configuration and some content files.

    The page ``index.md`` lists the others, unless it is among the files. The gates, the
    snapshot, the accessibility statement and what is asked of texts are left out: they are
    for the shipped content as a whole.

    :param settings: Tables to add to the configuration.
    :param snapshot: The items of an earlier release, as their file holds them.
    """
    for name in CONFIGURATION:
        shutil.copy(ROOT / name, folder / name)
    toml = folder / "ubproject.toml"
    whole = r"(?ms)^\[statutory\.(gates|accessibility|texts)\b.*?(?=^\[|\Z)"
    shipped = re.sub(whole, "", toml.read_text("utf-8"))
    named = f'snapshot = "{SNAPSHOT}"\n' if snapshot else ""
    shipped = re.sub(r"(?m)^snapshot = .*\n", named, shipped)
    if snapshot:
        (folder / SNAPSHOT).write_text(snapshot, encoding="utf-8")
    toml.write_text(f"{shipped}\n{settings}", encoding="utf-8")
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


def build_site(
    folder: Path, out: Path, *options: str, builder: str = "html", files: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """Build the pages of a project as its users do, and return the run.

    :param files: The files to build; empty means all that are out of date.
    """
    command = [sys.executable, "-m", "sphinx", "-b", builder, *options, str(folder), str(out)]
    named = [str(folder / file) for file in files]
    environment = {**os.environ, "NO_COLOR": "1"}  # Sphinx colours what it says in CI.
    return subprocess.run(
        [*command, *named], capture_output=True, text=True, check=False, env=environment
    )


def brief(finding: Finding) -> tuple[str, str, str]:
    """Return the check, the item and the place of a finding."""
    return (finding.check, finding.item, str(finding.location))


class Editable:
    """A copy of the shipped knowledge base in which a test changes single lines.

    :param folder: The copy; what Sphinx keeps of it lies beside it.
    :param report: What a fresh check of the unchanged copy finds.
    """

    def __init__(self, folder: Path, report: Report) -> None:
        self.folder = folder
        self.report = report
        self._originals: dict[Path, bytes] = {}

    def item(self, id_: str) -> Item:
        """Return an item of the unchanged copy."""
        return self.report.catalogue.items[id_]

    def replace_option(self, id_: str, option: str, value: str | None) -> None:
        """Give an option of an item another value; ``None`` deletes its line."""
        item = self.item(id_)
        lines = self.lines(item.location.path)
        index = item.option_lines[option] - 1
        lines[index : index + 1] = [] if value is None else [f":{option}: {value}"]
        self.write(item.location.path, "\n".join(lines))

    def insert(self, path: str, line: int, *new: str) -> None:
        """Put lines before a line of a file; lines count from 1."""
        lines = self.lines(path)
        lines[line - 1 : line - 1] = new
        self.write(path, "\n".join(lines))

    def lines(self, path: str) -> list[str]:
        """Return the lines of a file."""
        return (self.folder / path).read_text(encoding="utf-8").split("\n")

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file; its first content comes back after the test."""
        file = self.folder / path
        self._originals.setdefault(file, file.read_bytes())
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    def restore(self) -> None:
        """Put every changed file back."""
        for file, content in self._originals.items():
            file.write_bytes(content)
        self._originals.clear()

    def new_findings(self) -> list[Finding]:
        """Return the findings that the unchanged copy does not have, wherever they moved."""
        before = Counter(map(_without_place, self.report.findings))
        new = []
        for finding in check(self.folder).findings:
            key = _without_place(finding)
            if before[key]:
                before[key] -= 1
            else:
                new.append(finding)
        return new


def _without_place(finding: Finding) -> tuple[str, ...]:
    """Return what a finding says, without the lines that an edit moves."""
    values = sorted((name, str(value)) for name, value in finding.message.values.items())
    return (finding.check, finding.item, finding.field, finding.region, str(values))

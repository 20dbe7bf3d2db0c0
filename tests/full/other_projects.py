"""The projects under ``tests/full/projects``: copied, and given their defects.

They have other types and links, other markup and another layout than the knowledge base.
Beside each lies a file of defects: a text of one file, what replaces it, and what is then
found.
"""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path

PROJECTS = {"transit_rst": "", "harbour_myst": "docs"}
"""The projects by name, each with the folder of its ``conf.py``."""

_FOLDER = Path(__file__).parent / "projects"


@dataclass(frozen=True, kw_only=True, slots=True)
class Defect:
    """A change in one file of a project, and what it makes the checks find.

    :param old: A text that stands in the file once.
    :param findings: The check, the item and the place of each finding.
    """

    project: str
    file: str
    old: str
    new: str
    findings: tuple[tuple[str, str, str], ...]

    def __str__(self) -> str:
        check, item, _ = self.findings[0]
        return f"{self.project}-{check}-{item}"

    def make(self, folder: Path) -> None:
        """Make the defect in a copy of the project.

        :param folder: The folder of the ``conf.py`` of the copy.
        :raises ValueError: If the text to replace does not stand in the file just once.
        """
        file = folder / self.file
        text = file.read_text(encoding="utf-8")
        if text.count(self.old) != 1:
            raise ValueError(f"{file}: {self.old!r} stands in it {text.count(self.old)} times")
        file.write_text(text.replace(self.old, self.new), encoding="utf-8")


def copy_project(name: str, folder: Path) -> Path:
    """Copy a project into a folder and return the folder of its ``conf.py``."""
    shutil.copytree(_FOLDER / name, folder / name)
    return folder / name / PROJECTS[name]


def defects(name: str) -> list[Defect]:
    """Return the defects of a project, in the order of their file."""
    table = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return [
        Defect(
            project=name,
            file=entry["file"],
            old=entry["old"],
            new=entry["new"],
            findings=tuple((f["check"], f["item"], f["place"]) for f in entry["finds"]),
        )
        for entry in table["defect"]
    ]

"""Files are given new content all at once, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from statutory.files import replace_bytes


def test_content_is_replaced_and_rights_stay(tmp_path: Path) -> None:
    """The file keeps its rights, and nothing else is left in the folder."""
    file = tmp_path / "page.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    replace_bytes(file, b"new\r\n")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new\r\n", 0o640)
    assert os.listdir(tmp_path) == ["page.md"]  # noqa: PTH208 - names are compared


def test_link_stays_a_link(tmp_path: Path) -> None:
    """What the link leads to is replaced."""
    file, link = tmp_path / "page.md", tmp_path / "link.md"
    file.write_bytes(b"old")
    link.symlink_to(file)
    replace_bytes(link, b"new")
    assert (link.is_symlink(), file.read_bytes()) == (True, b"new")


def test_file_is_as_it_was_where_it_cannot_be_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure leaves neither half a file nor another one beside it."""
    file = tmp_path / "page.md"
    file.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="the disk is full"):
        replace_bytes(file, b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]

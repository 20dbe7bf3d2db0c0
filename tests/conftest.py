"""What several test modules share: the shipped knowledge base, checked once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from statutory.model.report import Report
from tests.full.project import Editable, check, copy_shipped

BROWSER = Path(__file__).parent / "browser"
"""The tests that need a browser and a built site; they run only where they are named."""


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out the tests of the browser unless the command line names them."""
    is_named = any(BROWSER.name in argument for argument in config.invocation_params.args)
    return True if collection_path == BROWSER and not is_named else None


@pytest.fixture(scope="session")
def shipped_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped knowledge base, for tests that put back what they change."""
    folder = tmp_path_factory.mktemp("shipped") / "project"
    folder.mkdir()
    return copy_shipped(folder)


@pytest.fixture(scope="session")
def shipped(shipped_folder: Path) -> Report:
    """What a fresh check finds in the shipped knowledge base."""
    return check(shipped_folder, fresh=True)


@pytest.fixture
def editable(shipped_folder: Path, shipped: Report) -> Iterator[Editable]:
    """The copy, with its files put back after the test."""
    project = Editable(shipped_folder, shipped)
    yield project
    project.restore()

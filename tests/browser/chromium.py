"""The browser of the machine: nothing is downloaded for the tests."""

from __future__ import annotations

import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "there is no Chromium on this machine (Debian: apt-get install chromium)"


def find_chromium() -> str:
    """Return the path of a browser that the tests can drive; empty where there is none."""
    found = (shutil.which(name) for name in NAMES)
    return next((str(Path(path)) for path in found if path), "")

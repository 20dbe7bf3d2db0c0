"""Writing files so that none is ever half written."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

_NEW_FILE = 0o644


def replace_bytes(path: Path, data: bytes) -> None:
    """Give a file new content, all of it at once.

    The content is written beside the file first and then takes its place, its rights kept;
    a link stays a link. A file that is new may be read by all.

    :raises OSError: If it cannot be written; the file is then as it was.
    """
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if target.exists():
            shutil.copymode(target, name)
        else:
            Path(name).chmod(_NEW_FILE)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

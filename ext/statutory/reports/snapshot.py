"""The snapshot as a file: the items as they are, to be compared with from now on."""

from __future__ import annotations

import json
from dataclasses import asdict

from statutory.model.catalogue import Catalogue
from statutory.model.changes import snapshot_of
from statutory.model.snapshot import VERSION


def render_snapshot(catalogue: Catalogue) -> str:
    """Return the own items of a catalogue as JSON, an item a line, in order."""
    snapshot = snapshot_of(catalogue)
    lines = (
        f"  {json.dumps(id_)}: {json.dumps(asdict(item), ensure_ascii=False)}"
        for id_, item in snapshot.items.items()
    )
    items = ",\n".join(lines)
    return (
        f'{{"version": {VERSION}, "as_of": "{snapshot.as_of.isoformat()}", "items": {{\n'
        f"{items}\n}}}}\n"
    )

"""What Sphinx and its extensions print of the content, shown and never obeyed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from sphinx.util.logging import NAMESPACE

from statutory.model.escaping import escape_line, escape_lines
from statutory.sphinx.recorder import OWN_TYPE

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class EscapeRecords(logging.Filter):
    """Escapes what warnings say, on each of their lines, and the places that they name.

    The findings of the extension come escaped, value by value.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Escape a record, and let it through."""
        location = getattr(record, "location", None)
        if isinstance(location, str):
            record.location = escape_line(location)
        if getattr(record, "type", "") != OWN_TYPE:
            # What Sphinx puts before the message is put there when it is printed.
            record.msg = escape_lines(logging.LogRecord.getMessage(record))
            record.args = ()
        return True


def setup_logs(_app: Sphinx) -> None:
    """Have the handlers escape that print warnings; those are in place before extensions."""
    for handler in logging.getLogger(NAMESPACE).handlers:
        if handler.level >= logging.WARNING and isinstance(handler, logging.StreamHandler):
            handler.addFilter(EscapeRecords())

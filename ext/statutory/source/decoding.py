"""Bytes of content files as text: UTF-8, and what was probably meant by bytes that are not."""

from __future__ import annotations

import codecs

_MARKS = (
    *((mark, "utf-32") for mark in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)),
    *((mark, "utf-16") for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)),
)
"""What a file begins with in other encodings; the longer marks come first."""

_AS_WINDOWS = "statutory-windows"


def decode(data: bytes) -> tuple[str, int]:
    """Return the text of a file, and the line of its first byte that is not UTF-8; 0 for none.

    What is not UTF-8 is read as Windows-1252, as old programs write it, so that the names in
    the file are known, though nobody relies on what it says.
    """
    try:
        return data.decode("utf-8"), 0
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), line
    return data.decode("utf-8", _AS_WINDOWS), line


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Return what stands in place of bytes that are not UTF-8, and where reading goes on."""
    if not isinstance(error, UnicodeDecodeError):  # pragma: no cover - only decoding asks
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_AS_WINDOWS, _as_windows)

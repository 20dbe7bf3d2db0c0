"""The scanner: MyST files read without Sphinx, line by line.

sphinx-needs knows only the line of a directive and drops what it cannot read; an unclosed
fence swallows the next item; a file that is not UTF-8 ends Sphinx. The scanner reads the
files first and keeps what Sphinx would lose: the line of each option, the bytes, and the
directives that were meant.
"""

from statutory.source.scanner import scan, scan_bytes, scan_text

__all__ = ["scan", "scan_bytes", "scan_text"]

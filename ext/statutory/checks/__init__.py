"""The checks: pure generators over the catalogue, one family a file.

A new check is a function in its family's file with the decorator of
:mod:`statutory.checks.registry`, a section in the family's page of the handbook with a
bad and a good example, and a translation of its sentences. A new family is also named
here.
"""

from statutory.checks import (
    build,
    gaps,
    links,
    ownership,
    source_files,
    timeline,
    waivers,
)
from statutory.checks.engine import run_checks
from statutory.checks.registry import CHECKS, Check

__all__ = [
    "CHECKS",
    "Check",
    "build",
    "gaps",
    "links",
    "ownership",
    "run_checks",
    "source_files",
    "timeline",
    "waivers",
]

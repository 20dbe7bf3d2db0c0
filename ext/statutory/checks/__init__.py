"""The checks: pure generators over the catalogue, one family a file.

A new check is a function in its family's file with the decorator of
:mod:`statutory.checks.registry`, a section in the family's page of the handbook with a
bad and a good example, and a translation of its sentences. A new family is also named
here. The other modules run the checks or serve some of them; what several families ask of
the catalogue is in :mod:`statutory.model`.
"""

from statutory.checks import (
    authority,
    build,
    certainty,
    differences,
    gaps,
    identity,
    law,
    links,
    mandates,
    meetings,
    open_matters,
    ownership,
    privacy,
    procedure,
    references,
    reviews,
    schedule,
    source_files,
    sources,
    timeline,
    trust,
    waivers,
)
from statutory.checks.engine import run_checks
from statutory.checks.registry import CHECKS, Check

__all__ = [
    "CHECKS",
    "Check",
    "authority",
    "build",
    "certainty",
    "differences",
    "gaps",
    "identity",
    "law",
    "links",
    "mandates",
    "meetings",
    "open_matters",
    "ownership",
    "privacy",
    "procedure",
    "references",
    "reviews",
    "run_checks",
    "schedule",
    "source_files",
    "sources",
    "timeline",
    "trust",
    "waivers",
]

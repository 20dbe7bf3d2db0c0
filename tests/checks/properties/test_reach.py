"""The generators are nasty enough: nearly every check finds something somewhere."""

from __future__ import annotations

from hypothesis import given, settings

from statutory.checks import CHECKS, run_checks
from statutory.model.catalogue import Catalogue
from tests.checks.properties.worlds import anything
from tests.generators import some

OUT_OF_REACH: dict[str, str] = {}
"""The checks that no generator reaches, and why; the tests of their own have to do."""


def test_every_check_comes_up() -> None:
    """So the properties are about all checks, their gaps and their waivers."""
    seen: set[str] = set()

    @settings(some, max_examples=1000)
    @given(anything)
    def collect(catalogue: Catalogue) -> None:
        for finding in run_checks(catalogue).findings:
            seen.add("waived" if finding.waived_by else finding.check)

    collect()
    assert sorted({"waived", *CHECKS} - seen) == sorted(OUT_OF_REACH)

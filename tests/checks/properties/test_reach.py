"""The generators are nasty enough: nearly every check finds something somewhere."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from statutory.checks import CHECKS, run_checks
from statutory.model.catalogue import Catalogue
from tests.checks.properties.worlds import KINDS
from tests.generators import Drawn, some

OUT_OF_REACH: dict[str, str] = {
    "missing-text": "what is asked of texts is asked of files: tests/checks/test_identity.py",
    "removed-item": "no generated catalogue has a release: tests/checks/test_identity.py",
    "repeated-title": "all titles are different: tests/checks/test_identity.py",
    "unmarked-inference": "no text is generated: tests/checks/test_certainty.py",
}
"""The checks that no generator reaches, and why; the tests of their own have to do."""


def found_in(kind: st.SearchStrategy[Drawn]) -> set[str]:
    """Return the checks that find something in catalogues of a kind."""
    seen: set[str] = set()

    @settings(some, max_examples=180)
    @given(kind)
    def collect(catalogue: Catalogue) -> None:
        for finding in run_checks(catalogue).findings:
            seen.add("waived" if finding.waived_by else finding.check)

    collect()
    return seen


def test_every_check_comes_up() -> None:
    """So the properties are about all checks, their gaps and their waivers."""
    seen = set().union(*map(found_in, KINDS))
    assert sorted({"waived", *CHECKS} - seen) == sorted(OUT_OF_REACH)

"""Severities: their names and their order."""

from __future__ import annotations

from statutory.model.finding import Severity


def test_severities_have_the_names_of_the_configuration_the_gravest_last() -> None:
    """``fail_on`` compares them, and reports write their names."""
    assert [severity.label for severity in sorted(Severity)] == ["note", "warning", "error"]

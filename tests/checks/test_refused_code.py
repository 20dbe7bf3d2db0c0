"""Code in content: what the scanner and the build have found, told once and at its line."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.checks import run_checks
from statutory.model.catalogue import BuildWarning, Catalogue
from statutory.model.code import OUTSIDE_ITEM, Code, CodeKind
from statutory.model.location import Location
from statutory.source import scan_text
from tests.builders import FIELDS, LINKS, SETTINGS, VOCABULARY

NAMES = frozenset({*FIELDS, *LINKS, "id", "type"})
KNOWN = dataclasses.replace(VOCABULARY, filter_names=NAMES)
CALL = '__import__("os").system("x")'


def found(
    text: str, *code: Code, path: str = "page.md", allows_code: bool = False
) -> list[tuple[str, str]]:
    """Return the checks and places of what is found in a file."""
    catalogue = Catalogue(
        settings=dataclasses.replace(SETTINGS, answers={}, allows_code=allows_code),
        vocabulary=KNOWN,
        documents=(scan_text(text, path, "page", markdown=path.endswith(".md")),),
        code=code,
        warnings=(BuildWarning(Location(path, 3), "needs.filter", "Filter not valid"),),
    )
    checks = ["refused-code", "bad-filter", "sphinx-warning", "unusable-diagram"]
    return [(f.check, str(f.location)) for f in run_checks(catalogue, only=checks).findings]


def code(kind: CodeKind, text: str, line: int, path: str = "page.md") -> Code:
    """Return what a build has found on a line."""
    return Code(kind=kind, name="x", text=text, location=Location(path, line))


TABLE = f"# Page\n\n```{{needtable}}\n:filter: {CALL}\n```\n"


def test_refused_filter_is_one_finding_at_its_option() -> None:
    """Neither the name in it nor the warning of sphinx-needs is told beside it."""
    built = code(CodeKind.FILTER, CALL, 3)
    assert found(TABLE, built) == [("refused-code", "page.md:4")]


def test_what_the_build_alone_has_found_is_told_where_its_text_stands() -> None:
    """In reStructuredText the build knows the directive, and the file has the line."""
    text = f"Page\n====\n\n.. needtable::\n   :columns: id\n   :filter: {CALL}\n"
    built = code(CodeKind.FILTER, CALL, 4, "page.rst")
    assert ("refused-code", "page.rst:6") in found(text, built, path="page.rst")


def test_same_text_elsewhere_on_the_page_is_another_finding() -> None:
    """What the scanner has found hides nothing that stands in another place."""
    text = f"{TABLE}\n```{{eval-rst}}\n.. needtable::\n   :filter: {CALL}\n```\n"
    built = [code(CodeKind.FILTER, CALL, line) for line in (3, 8)]
    places = [place for check, place in found(text, *built) if check == "refused-code"]
    assert places == ["page.md:4", "page.md:9"]


@pytest.mark.parametrize(
    ("kind", "check"),
    [
        (CodeKind.PYTHON, "refused-code"),
        (CodeKind.FETCH, "refused-code"),
        (CodeKind.DIAGRAM, "unusable-diagram"),
    ],
)
def test_programs_addresses_and_diagrams_are_found(kind: CodeKind, check: str) -> None:
    """What they hold is not judged: they are refused as such."""
    built = code(kind, OUTSIDE_ITEM, 9)
    assert (check, "page.md:9") in found("# Page\n" + "\n" * 20, built)


def test_project_that_allows_code_has_no_such_finding() -> None:
    """Names of Python are then names of a filter again; diagrams still cannot be drawn."""
    built = [code(CodeKind.PYTHON, "x", 9), code(CodeKind.DIAGRAM, OUTSIDE_ITEM, 9)]
    page = "# Page\n\n```{needtable}\n:filter: any(need for need in id)\n```\n"
    told = [check for check, _ in found(page, *built, allows_code=True)]
    assert told == ["sphinx-warning", "unusable-diagram"]


def test_unknown_name_in_what_the_build_has_found_is_a_bad_filter() -> None:
    """Filters of reStructuredText are read as those of Markdown are."""
    assert ("bad-filter", "page.rst:4") in found(
        "Page\n====\n\n.. needtable::\n", code(CodeKind.FILTER, "zzz == 1", 4, "page.rst"),
        path="page.rst",
    )  # fmt: skip


def test_names_of_other_expressions_are_known_to_nobody() -> None:
    """A condition on variant data reads what only the configuration knows."""
    told = found("# Page\n", code(CodeKind.EXPRESSION, "zzz == 1", 1))
    assert [check for check, _ in told] == ["sphinx-warning"]

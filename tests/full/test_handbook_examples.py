"""The examples of the handbook show what they say: bad ones one finding, good ones none."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from statutory.checks import CHECKS
from statutory.model.finding import Severity
from tests.doors import differences, read_again
from tests.full.project import check, make_project
from tests.handbook import BAD, GOOD, Example, background, examples

EXAMPLES = examples()
OF_THE_PAGE_ABOVE = {"unlisted-page"}
"""Checks of what the page above an example lacks: there the first page does not list it."""

OF_TRUSTED_CONTENT = {"unusable-diagram"}
"""Checks of what a project refuses altogether that declares its content untrusted."""

MOVING = {"allowed", "count", "days", "edtf", "limit", "line", "nearest", "others", "places"}
"""Values of sentences that change while the defect stays, so that none may identify it."""


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_example_shows_exactly_its_check(example: Example, tmp_path: Path) -> None:
    """A bad example gives its own finding and no other, a good one nothing at all."""
    folder = tmp_path / "project"
    folder.mkdir()
    files: dict[str, bytes | str] = {"docs/tausta.md": f"# Tausta\n\n{background()}"}
    content = example.content
    if b"\n# " not in b"\n" + content and content.strip() and not content.startswith(b"\xef"):
        content = b"# Esimerkki\n\n" + content
    files["strategy/esimerkki.md"] = content
    if example.kind == BAD and example.check in OF_THE_PAGE_ABOVE:
        files["index.md"] = "# Projekti\n\n```{toctree}\ndocs/tausta\n```\n"
    make_project(folder, files, example.settings, example.snapshot)
    if example.check in OF_TRUSTED_CONTENT:
        with (folder / "conf.py").open("a", encoding="utf-8") as conf:
            conf.write("statutory_untrusted_content = False\n")
    report = check(folder)
    found = [finding.check for finding in report.open_findings]
    expected = [example.check] if example.kind == BAD else []
    assert found == expected, [str(f.location) + " " + str(f.message) for f in report.open_findings]
    assert not MOVING & {name for finding in report.findings for name, _ in finding.identity}
    if not read_again(report.catalogue).unreadable:
        assert differences(report.catalogue) == []


def test_every_check_has_one_bad_and_at_least_one_good_example() -> None:
    """The pages leave no check without examples."""
    kinds = {kind: Counter(e.check for e in EXAMPLES if e.kind == kind) for kind in (BAD, GOOD)}
    assert [name for name in CHECKS if kinds[BAD][name] < 1] == []
    assert [name for name in CHECKS if kinds[GOOD][name] < 1] == []


def test_background_alone_is_clean(tmp_path: Path) -> None:
    """What the examples lean on gives no finding itself."""
    folder = tmp_path / "project"
    folder.mkdir()
    page = f"# Tausta\n\n{background()}"
    report = check(make_project(folder, {"docs/tausta.md": page}))
    assert [f for f in report.findings if f.severity >= Severity.NOTE] == []

"""Roles in running text, and what was meant as one."""

from __future__ import annotations

import pytest

from statutory.source import scan_text
from statutory.source.roles import meant_in, roles_in


@pytest.mark.parametrize(
    "text",
    [
        "need`SA-X`",
        "(need`SA-X`)",
        ":need:`SA-X`",
        "(need)`SA-X`",
        "[need]`SA-X`",
        "{need} `SA-X`",
        ":need: `SA-X`",
        "{need:`SA-X`",
        "{need}SA-X",
        "{need}(SA-X)",
        "`code` need`SA-X`",
        "Vastuussa on need`SA-X`, joka",
    ],
)
def test_slip_is_seen(text: str) -> None:
    """The name of a role beside a name in backquotes, or in braces without them."""
    assert [(one.name, one.text, one.line) for one in meant_in(text, 7)] == [("need", "SA-X", 7)]
    assert list(roles_in(text, 7)) == []


@pytest.mark.parametrize(
    "text",
    [
        "{need}`SA-X`",
        "{need}`teksti <SA-X>` ja {term}`x`",
        "need `SA-X`",
        "merkintä `{need}`",
        "``{need}`SA-X` ``",
        "`need``x`",
        "tarpeeneed`SA-X`",
        "{needs}`X`",
        "{download}",
        "{need `SA-X`}",  # A blank without the closing brace may be prose.
        "    need`SA-X` in an indented block of code",
    ],
)
def test_what_is_right_or_no_role_is_left_alone(text: str) -> None:
    """Roles, code and words of the text are no slips."""
    assert list(meant_in(text, 1)) == []


def test_slips_are_looked_for_in_running_text_alone() -> None:
    """Items hold running text, code does not."""
    page = (
        "# Otsikko\n\n```{osaalue} X\n:id: A\n\nTeksti need`B`.\n```\n\n"
        "```md\nneed`C`\n```\n\n    need`D`\n\nneed`E`\n"
    )
    found = scan_text(page, "a.md", "a").meant_roles
    assert [(one.text, one.line) for one in found] == [("E", 15), ("B", 6)]

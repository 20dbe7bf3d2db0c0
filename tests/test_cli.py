"""The command, as far as it needs no build."""

from __future__ import annotations

import pytest

from statutory.checks import CHECKS
from statutory.cli import CLEAN, COULD_NOT_RUN, main
from statutory.handbook import section_of


def test_explain_prints_the_section(capsys: pytest.CaptureFixture[str]) -> None:
    """A known check is explained on standard output, and the command succeeds."""
    assert main(["explain", "missing-owner"]) == CLEAN
    out, err = capsys.readouterr()
    assert (out, err) == (section_of("missing-owner"), "")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing-ownr", "there is no check 'missing-ownr'; did you mean 'missing-owner'?\n"),
        ("xyzzy", "there is no check 'xyzzy'\n"),
    ],
)
def test_explain_of_an_unknown_check_is_an_error(
    capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    """The error is on standard error alone and offers what was probably meant."""
    assert name not in CHECKS
    assert main(["explain", name]) == COULD_NOT_RUN
    assert tuple(capsys.readouterr()) == ("", said)


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--jobs", "0"],
        ["check", "-j", "-1"],
        ["check", "--jobs", "many"],
        ["check", "--unknown"],
        ["explain"],
        ["build"],
        [],
    ],
)
def test_arguments_that_make_no_sense_are_refused(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    """Nothing is run; the status is that of a command that could not run."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == COULD_NOT_RUN
    out, err = capsys.readouterr()
    assert (out, err.startswith("usage: statutory")) == ("", True)


def test_jobs_says_what_would_be_right(capsys: pytest.CaptureFixture[str]) -> None:
    """A number of processes is told where it begins."""
    with pytest.raises(SystemExit):
        main(["check", "--jobs", "0"])
    last = capsys.readouterr().err.splitlines()[-1]
    assert last == "statutory check: error: argument -j/--jobs: '0' is not a whole number from 1 up"

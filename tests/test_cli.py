"""The command, as far as it needs no build."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from statutory.__main__ import INTERRUPTED
from statutory.__main__ import main as main_of_process
from statutory.arguments import parser_in
from statutory.checks import CHECKS
from statutory.checks.registry import FORMER
from statutory.cli import CLEAN, COULD_NOT_RUN, main
from statutory.handbook import explanation_of, section_of
from statutory.messages import Messages

FINNISH = '[statutory]\nlanguage = "fi"\n'


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the command in a folder without a project, where it speaks English."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def finnish(tmp_path: Path) -> None:
    """Make the current folder that of a Finnish project."""
    (tmp_path / "ubproject.toml").write_text(FINNISH, encoding="utf-8")


def test_explain_prints_what_the_code_says(capsys: pytest.CaptureFixture[str]) -> None:
    """Where no project is, a check is explained in English."""
    assert main(["explain", "missing-owner"]) == CLEAN
    out, err = capsys.readouterr()
    assert (out, err) == (explanation_of("missing-owner", "en"), "")


@pytest.mark.usefixtures("finnish")
def test_explain_prints_the_section(capsys: pytest.CaptureFixture[str]) -> None:
    """A Finnish project has the handbook's section, with its examples."""
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


def test_explain_of_a_former_name_tells_the_present_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever knows a check by the name that it had is told its name and its section."""
    monkeypatch.setitem(FORMER, "no-owner", "missing-owner")
    assert main(["explain", "no-owner"]) == CLEAN
    out, err = capsys.readouterr()
    said = explanation_of("missing-owner", "en")
    assert (out, err) == (f"no-owner is now missing-owner.\n\n{said}", "")


# The language of the project --------------------------------------------------------------

REFUSED = {
    "no command": ([], "statutory: virhe: komennosta puuttuu KOMENTO"),
    "unknown option": (
        ["check", "--unknown"],
        "statutory: virhe: komennossa on tuntematonta: --unknown",
    ),
    "no number": (
        ["check", "-j", "0"],
        "statutory check: virhe: -j/--jobs: ”0” ei ole kokonaisluku, joka on vähintään 1",
    ),
    "no value": (["check", "--cache"], "statutory check: virhe: --cache: arvo puuttuu"),
    "no word": (["explain"], "statutory explain: virhe: komennosta puuttuu NIMI"),
    "too much": (
        ["check", "--fresh=1"],
        "statutory check: virhe: --fresh: arvo '1' on liikaa",
    ),
    "no day": (
        ["review", "A", "--by", "B", "--date", "x"],
        "statutory review: virhe: --date: ”x” ei ole päivämäärä. Kirjoita esimerkiksi 2018-01-31",
    ),
}


@pytest.mark.usefixtures("finnish")
@pytest.mark.parametrize(("words", "said"), REFUSED.values(), ids=REFUSED)
def test_words_are_refused_in_the_language_of_the_project(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    """What the command and what argparse says is Finnish, the usage too."""
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == COULD_NOT_RUN
    lines = capsys.readouterr().err.splitlines()
    assert (lines[0].split()[0], lines[-1]) == ("käyttö:", said)


@pytest.mark.usefixtures("finnish")
def test_command_that_is_none_is_refused_with_those_that_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Python quotes the choices in more than one way, so only the rest is compared."""
    with pytest.raises(SystemExit):
        main(["build"])
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("statutory: virhe: KOMENTO: 'build' ei ole mikään vaihtoehdoista ")


@pytest.mark.parametrize("words", [[], ["check"], ["review"], ["explain"]], ids=str)
def test_help_is_in_the_language_of_the_project(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    """No heading and no line of the help is the same in both languages."""
    said = []
    for project in ("", FINNISH):
        (tmp_path / "ubproject.toml").write_text(project, encoding="utf-8")
        with pytest.raises(SystemExit) as caught:
            main([*words, "--help"])
        assert caught.value.code == CLEAN
        said.append([line.strip() for line in capsys.readouterr().out.splitlines() if line.strip()])
    english, finnish = said
    assert (english[0].split()[0], finnish[0].split()[0]) == ("usage:", "käyttö:")
    assert [line for line in english if line in finnish and line not in SAME] == []


SAME = ("[--write-snapshot]", "2018-06-30", "[ID ...]")
"""The lines of the usage that have no words."""


@pytest.mark.usefixtures("finnish")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing-ownr", "tarkistusta ”missing-ownr” ei ole. Tarkoititko ”missing-owner”?\n"),
        ("xyzzy", "tarkistusta ”xyzzy” ei ole\n"),
    ],
)
def test_unknown_check_is_told_in_the_language_of_the_project(
    capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    """The suggestion is Finnish where the project is."""
    assert main(["explain", name]) == COULD_NOT_RUN
    assert tuple(capsys.readouterr()) == ("", said)


@pytest.mark.usefixtures("finnish")
def test_former_name_is_told_in_the_language_of_the_project(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The section follows the present name."""
    monkeypatch.setitem(FORMER, "no-owner", "missing-owner")
    assert main(["explain", "no-owner"]) == CLEAN
    heading = "Tarkistuksen no-owner nimi on nyt missing-owner.\n\n"
    assert capsys.readouterr().out == heading + section_of("missing-owner")


def test_what_argparse_says_in_other_words_is_shown_as_it_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A sentence that no translation is known of is not lost."""
    parser = parser_in(Messages("fi"))(prog="x")
    with pytest.raises(SystemExit):
        parser.error("something new")
    assert capsys.readouterr().err == "käyttö: x [-h]\nx: virhe: something new\n"


@pytest.mark.parametrize("command", [["check"], ["review", "A", "--by", "B", "--source"]], ids=str)
@pytest.mark.parametrize(
    ("project", "said"),
    [
        ("", "there is no conf.py; give the folder that holds it"),
        (FINNISH, "tiedostoa conf.py ei ole. Anna kansio, jossa se on"),
    ],
    ids=["en", "fi"],
)
def test_folder_without_project_is_told_in_its_own_language(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    command: list[str],
    project: str,
    said: str,
) -> None:
    """The folder that is checked decides, not the current one."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "ubproject.toml").write_text(project, encoding="utf-8")
    assert main([*command, str(folder)]) == COULD_NOT_RUN
    assert capsys.readouterr().err == f"{folder}: {said}\n"


def test_stopping_the_command_is_no_failure_of_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who presses Ctrl-C gets the shell back, and no traceback."""

    def stop(*_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("statutory.cli._check", stop)
    assert main(["check"]) == INTERRUPTED
    assert tuple(capsys.readouterr()) == ("", "")


def test_stopping_the_imports_is_no_failure_of_the_command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first second of the command may be interrupted as well."""

    class Slow(ModuleType):
        def __getattr__(self, name: str) -> object:
            raise KeyboardInterrupt

    monkeypatch.delattr("statutory.cli")
    monkeypatch.setitem(sys.modules, "statutory.cli", Slow("statutory.cli"))
    assert main_of_process() == INTERRUPTED
    assert tuple(capsys.readouterr()) == ("", "")


# Where there is no project, and where nothing can be told ----------------------------------


@pytest.mark.usefixtures("finnish")
@pytest.mark.parametrize("command", [["check"], ["review", "--list", "--source"]], ids=str)
@pytest.mark.parametrize("inside", ["strategy", "strategy/deep/down", "conf.py", "none"])
def test_folder_inside_a_project_is_told_where_the_project_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str], inside: str
) -> None:
    """The language is that of the project, though the folder itself names none."""
    (tmp_path / "conf.py").touch()
    (tmp_path / "strategy" / "deep" / "down").mkdir(parents=True)
    assert main([*command, inside]) == COULD_NOT_RUN
    said = f"tiedostoa conf.py ei ole tässä. Se on kansiossa {tmp_path}: anna komento siellä"
    assert capsys.readouterr().err == f"{tmp_path / inside}: {said}\n"


@pytest.mark.usefixtures("finnish")
@pytest.mark.parametrize(
    ("words", "streams"),
    [
        ("explain missing-owner", ">/dev/full"),
        ("review --help", ">/dev/full"),
        ("check", ">&-"),
        ("explain missing-owner", ">/dev/full 2>&1"),
        ("review --list", ">&- 2>&-"),
    ],
)
def test_output_that_cannot_be_written_is_no_success(
    tmp_path: Path, words: str, streams: str
) -> None:
    """What nobody was told of has not passed; the reason is told where it can be."""
    told = _run_in_shell(tmp_path, f"{words} {streams}")
    assert (told.returncode, told.stdout) == (COULD_NOT_RUN, "")
    assert ("tulostetta ei voi kirjoittaa: " in told.stderr) == ("2>" not in streams)
    assert len(told.stderr.splitlines()) <= 1


@pytest.mark.parametrize("streams", ["2>&-", "2>/dev/full"])
def test_errors_that_cannot_be_written_change_no_exit_status(tmp_path: Path, streams: str) -> None:
    """Standard output holds what is asked for, and no error that has lost its way."""
    told = _run_in_shell(tmp_path, f"explain missing-owner {streams}")
    assert (told.returncode, told.stdout) == (CLEAN, explanation_of("missing-owner", "en"))
    told = _run_in_shell(tmp_path, f"explain none {streams}")
    assert (told.returncode, told.stdout) == (COULD_NOT_RUN, "")


def _run_in_shell(folder: Path, words: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a shell does, which may close or fill its streams."""
    command = ["sh", "-c", f'"$0" -m statutory {words}', sys.executable]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)

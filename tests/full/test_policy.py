"""Policy in real builds: the baseline, the day of the check, and what waivers silence."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from statutory.cli import CLEAN, COULD_NOT_RUN, FINDINGS, main
from tests.full.project import build_site, check, make_project
from tests.handbook import background

OWNERLESS = """\
# Mittarit

```{tunnusluku} Maakunnan väestö
:id: SA-TUN-VAESTO
:maakunta: satakunta
:koskee: SA-OSA-TAUSTA
:lahteet: SA-LAH-ESIMERKKI
```
"""
SECOND = """
```{tunnusluku} Siirtyvä henkilöstö
:id: SA-TUN-HENKILOSTO
:maakunta: satakunta
:koskee: SA-OSA-TAUSTA
:lahteet: SA-LAH-ESIMERKKI
```
"""
WAIVER = """
```{poikkeus} Lähdekohta lisätään myöhemmin
:id: SA-POI-LAHDEKOHTA
:maakunta: satakunta
:kuvio: SA-TUN-*
:tarkistus: missing-locator
:peruste: Esitys taitetaan uudelleen.
:hyvaksyja: SA-TJA-OHJAUS
:voimassa_asti: 2018-10-31
```
"""
PAGE = "strategy/mittarit.md"
BASELINE = "state.json"
SNAPSHOT = "released.json"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a page that has one finding that fails."""
    folder = tmp_path / "project"
    folder.mkdir()
    pages = {"docs/tausta.md": f"# Tausta\n\n{background()}", PAGE: OWNERLESS}
    return make_project(folder, pages)


def configure(folder: Path, keys: str, tables: str = "") -> None:
    """Add keys to the table of the extension, and tables behind it."""
    file = folder / "ubproject.toml"
    text = file.read_text(encoding="utf-8")
    assert text.count("\n[statutory]\n") == 1
    text = text.replace("\n[statutory]\n", f"\n[statutory]\n{keys}\n")
    file.write_text(f"{text}\n{tables}", encoding="utf-8")


def command(folder: Path, *options: str) -> int:
    """Run the check as the command does."""
    return main(["check", str(folder), "--cache", str(folder.parent / "cache"), *options])


def failing(folder: Path) -> list[tuple[str, str]]:
    """Return the check and the item of what fails."""
    return [(finding.check, finding.item) for finding in check(folder).failing]


# The snapshot ------------------------------------------------------------------------------


def test_snapshot_is_written_compared_with_and_written_anew(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The front page tells the change of an item's text until the next release is kept."""
    (project / "index.md").write_text(
        "# Etusivu\n\n```{tilannekuva}\n```\n\n```{toctree}\ndocs/tausta\nstrategy/mittarit\n```\n",
        encoding="utf-8",
    )
    configure(project, f'snapshot = "{SNAPSHOT}"')
    assert command(project) == COULD_NOT_RUN
    assert "--write-snapshot" in capsys.readouterr().err
    assert command(project, "--write-snapshot") == CLEAN
    first = (project / SNAPSHOT).read_bytes()
    assert command(project, "--write-snapshot", "--fresh") == CLEAN
    assert (project / SNAPSHOT).read_bytes() == first
    build(project)
    front = project.parent / "html" / "index.html"
    assert "Mikään ei ole muuttunut." in front.read_text(encoding="utf-8")
    text = OWNERLESS.replace("```\n", "\nToinen teksti.\n```\n")
    (project / PAGE).write_text(text, encoding="utf-8")
    build(project)
    assert "Muuttuneita" in front.read_text(encoding="utf-8")
    assert command(project, "--write-snapshot") == CLEAN
    build(project)
    assert "Mikään ei ole muuttunut." in front.read_text(encoding="utf-8")


def test_snapshot_without_a_file_in_the_settings_is_not_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command says which key it needs."""
    assert command(project, "--write-snapshot") == COULD_NOT_RUN
    assert "statutory.snapshot" in capsys.readouterr().err


# The baseline ------------------------------------------------------------------------------


def test_baseline_accepts_what_was_there_and_nothing_new(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Written once, it lets old findings pass wherever they move; new ones fail."""
    before = failing(project)
    assert ("missing-locator", "SA-TUN-VAESTO") in before
    configure(project, f'baseline = "{BASELINE}"')
    why = ("--reason", "Kohdat lisätään taiton jälkeen.", "--expires", "2018-02-28")
    assert command(project, "--write-baseline", *why) == CLEAN
    first = (project / BASELINE).read_bytes()
    assert json.loads(first)["findings"] == [
        {
            "check": "missing-locator",
            "item": "SA-TUN-VAESTO",
            "field": "lahdekohta",
            "reason": "Kohdat lisätään taiton jälkeen.",
            "expires": "2018-02-28",
        }
    ]
    assert command(project, "--write-baseline", "--fresh") == CLEAN
    assert (project / BASELINE).read_bytes() == first
    assert sorted(path.name for path in project.iterdir() if BASELINE in path.name) == [BASELINE]
    capsys.readouterr()
    assert command(project) == CLEAN
    assert "hyväksyttyjä 1" in capsys.readouterr().out
    moved = OWNERLESS.replace("# Mittarit\n", "# Mittarit\n\nJohdanto.\n")
    (project / PAGE).write_text(moved + SECOND, encoding="utf-8")
    assert failing(project) == [("missing-locator", "SA-TUN-HENKILOSTO")]
    assert command(project) == FINDINGS


def test_mended_finding_is_told_until_the_baseline_is_tightened(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What no longer occurs is told; written anew, the same defect fails again."""
    configure(project, f'baseline = "{BASELINE}"')
    assert command(project, "--write-baseline") == CLEAN
    mended = OWNERLESS.replace(":lahteet:", ":lahdekohta: Otsikko\n:lahteet:")
    (project / PAGE).write_text(mended, encoding="utf-8")
    capsys.readouterr()
    assert command(project) == CLEAN
    assert any("--write-baseline" in line for line in capsys.readouterr().out.splitlines())
    assert command(project, "--write-baseline") == CLEAN
    (project / PAGE).write_text(OWNERLESS, encoding="utf-8")
    assert command(project) == FINDINGS


def test_what_is_accepted_for_a_time_fails_again(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The day is measured as that of waivers is: here at the as-of date, 31.1.2018."""
    configure(project, f'baseline = "{BASELINE}"')
    assert command(project, "--write-baseline", "--expires", "2018-01-30") == CLEAN
    capsys.readouterr()
    assert command(project) == FINDINGS
    assert "päättynyt" in capsys.readouterr().out.splitlines()[-1]
    assert command(project, "--write-baseline", "--expires", "2018-01-31") == CLEAN
    assert command(project) == CLEAN


def test_site_build_knows_the_baseline(project: Path) -> None:
    """The pages are built without a warning of what is accepted."""
    configure(project, f'baseline = "{BASELINE}"')
    assert build(project).returncode == COULD_NOT_RUN
    assert command(project, "--write-baseline") == CLEAN
    built = build(project)
    assert (built.returncode, built.stderr) == (0, "")


@pytest.mark.parametrize("content", [None, "[", '{"version": 1, "findings": [1]}'])
def test_baseline_that_cannot_be_read_is_one_error_and_can_be_written(
    project: Path, capsys: pytest.CaptureFixture[str], content: str | None
) -> None:
    """The error names the key and its line; the command that writes it is not hindered by it."""
    configure(project, f'baseline = "{BASELINE}"')
    if content is not None:
        (project / BASELINE).write_text(content, encoding="utf-8")
    assert command(project) == COULD_NOT_RUN
    out, err = capsys.readouterr()
    assert out == ""
    (line,) = [line for line in err.splitlines() if "statutory.baseline" in line]
    assert BASELINE in line
    assert "Traceback" not in err
    assert command(project, "--write-baseline") == CLEAN
    assert command(project) == CLEAN


def test_baseline_without_a_file_in_the_settings_is_not_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command says which key it needs."""
    assert command(project, "--write-baseline") == COULD_NOT_RUN
    assert "statutory.baseline" in capsys.readouterr().err


def test_baseline_of_what_could_not_be_read_is_not_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a file stops the build, nobody knows what else there would be."""
    configure(project, f'baseline = "{BASELINE}"')
    (project / PAGE).write_bytes(b"# \xe4\n")
    assert command(project, "--write-baseline") == COULD_NOT_RUN
    assert "[unreadable-file]" in capsys.readouterr().out
    assert not (project / BASELINE).exists()


def test_accepted_finding_does_not_reach_a_gate(project: Path) -> None:
    """The baseline lets the build pass the defect, and the gate still asks for coverage."""
    page = OWNERLESS.replace(":lahteet: SA-LAH-ESIMERKKI\n", "")
    (project / PAGE).write_text(page, encoding="utf-8")
    configure(project, f'baseline = "{BASELINE}"', "[statutory.gates.satakunta]\nsource = 100\n")
    assert command(project, "--write-baseline") == CLEAN
    (gate,) = check(project).failing
    assert gate.check == "coverage-below-gate"
    file, _, line = str(gate.location).partition(":")
    assert (project / file).read_text(encoding="utf-8").splitlines()[
        int(line) - 1
    ] == "source = 100"


# Waivers -----------------------------------------------------------------------------------


def test_waived_findings_are_shown_with_their_waiver(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command lists them apart; the log of a build has them where it is verbose."""
    (project / PAGE).write_text(OWNERLESS + WAIVER, encoding="utf-8")
    assert command(project) == CLEAN
    out = capsys.readouterr().out
    said = "poikkeus SA-POI-LAHDEKOHTA, viimeinen päivä 31.10.2018: Esitys taitetaan uudelleen."
    assert "SA-TUN-VAESTO: " in out
    assert said in out
    assert "vaiennettuja 1" in out
    built = build(project, "-v")
    assert (built.returncode, built.stderr) == (0, "")
    assert said in built.stdout


@pytest.mark.parametrize(
    ("epoch", "checks"),
    [
        ("1540939000", []),  # 30.10.2018
        ("1541200000", ["missing-locator", "expired-waiver"]),  # 2.11.2018
    ],
)
def test_waivers_can_be_measured_at_the_day_of_the_check(
    project: Path, monkeypatch: pytest.MonkeyPatch, epoch: str, checks: list[str]
) -> None:
    """A reproducible build takes its own day; the as-of date would let both pass."""
    (project / PAGE).write_text(OWNERLESS + WAIVER, encoding="utf-8")
    configure(project, "", '[statutory.waivers]\nmeasured_at = "check-day"\n')
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert [name for name, _ in failing(project)] == checks


@pytest.mark.parametrize("epoch", ["yesterday", "1e9", "9" * 30])
def test_day_that_is_none_is_one_error(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    epoch: str,
) -> None:
    """A wrong variable of the environment ends the run with its name."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert command(project) == COULD_NOT_RUN
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


def build(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Build the site as ``sphinx-build`` does; 2 is its status where findings fail."""
    out = folder.parent / "html"
    done = build_site(folder, out, *options)
    done.returncode = COULD_NOT_RUN if done.returncode else 0
    return done

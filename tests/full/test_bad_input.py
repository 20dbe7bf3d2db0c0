"""Bad input gives one finding with its place, or one clear error; never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from statutory.model.catalogue import Catalogue
from statutory.model.finding import Finding
from statutory.model.report import Report
from statutory.model.settings import Settings, Vocabulary
from statutory.sphinx.events import UnreadableContentError
from statutory.sphinx.run import CheckRunError
from tests.full.project import check, make_project
from tests.handbook import background

PAGE = "strategy/sivu.md"
ITEM = """\
# Sivu

```{osaalue} Elinvoima
:id: SA-OSA-ELINVOIMA
:maakunta: satakunta
:kuuluu: SA-TUO-STRATEGIA
:toteuttaa: VK-VEL-HYTE
:vastuutaho: SA-TJA-VALTUUSTO
:valmistelija: SA-TJA-RYHMA
:ajankohta: 2018-02/2018-06
:lahteet: SA-LAH-ESIMERKKI
:lahdekohta: Otsikko
:vastuuperuste: lahde
:ajanperuste: lahde

Teksti.
```
"""


Findings = Callable[[str | bytes], list[Finding]]


@pytest.fixture
def findings(tmp_path: Path) -> Findings:
    """Return a function that gives the findings of a page beside the background."""

    def of_page(content: str | bytes) -> list[Finding]:
        folder = tmp_path / "project"
        folder.mkdir()
        pages = {"docs/tausta.md": f"# Tausta\n\n{background()}", PAGE: content}
        return list(check(make_project(folder, pages)).findings)

    return of_page


def _one(found: list[Finding]) -> tuple[str, str, str]:
    (finding,) = found
    return (finding.check, finding.item, str(finding.location))


def test_the_page_itself_is_clean(findings: Findings) -> None:
    """What the other tests break has no finding before."""
    assert findings(ITEM) == []


@dataclass(frozen=True, kw_only=True)
class Slip:
    """A slip of the pen in the page, and the one finding that it must give.

    :param write: What the author writes instead of a text of the page.
    :param offered: The name that the message offers instead; empty where it offers none.
    """

    instead_of: str
    write: str
    check: str
    line: int
    item: str = "SA-OSA-ELINVOIMA"
    offered: str = ""

    def __str__(self) -> str:
        return f"{self.check}-{self.line}"


SLIPS = [
    Slip(
        instead_of="SA-TJA-VALTUUSTO",
        write="SA-TJA-VALTUSTO",
        check="dead-link",
        line=8,
        offered="SA-TJA-VALTUUSTO",
    ),
    Slip(instead_of="{osaalue} Elinvoima", write="{osaalue}", check="missing-title", line=3),
    Slip(
        instead_of="SA-OSA-ELINVOIMA",
        write="SA-OSA-TAUSTA",
        check="duplicate-id",
        line=4,
        item="SA-OSA-TAUSTA",
    ),
    Slip(instead_of="osaalue", write="osalue", check="unknown-type", line=3, offered="osaalue"),
    Slip(
        instead_of="vastuutaho",
        write="vastuutahot",
        check="unknown-option",
        line=8,
        offered="vastuutaho",
    ),
    Slip(instead_of="lahteet", write="lähde", check="unknown-option", line=11, offered="lahteet"),
    Slip(
        instead_of="vastuutaho",
        write="päättäjä",
        check="unknown-option",
        line=8,
        offered="paattaja",
    ),
    Slip(instead_of="2018-02/2018-06", write="5–6/2019", check="unreadable-period", line=10),
    Slip(instead_of="satakunta", write="satakuta", check="schema-violation", line=5),
    Slip(
        instead_of="SA-OSA-ELINVOIMA",
        write="sa.elinvoima",
        check="vanished-item",
        line=4,
        item="sa.elinvoima",
    ),
    Slip(instead_of=":id: SA-OSA-ELINVOIMA\n", write="", check="vanished-item", line=3, item=""),
    Slip(instead_of="2018-02/2018-06", write='"2018" helmikuu', check="vanished-item", line=10),
]


@pytest.mark.parametrize("slip", SLIPS, ids=str)
def test_slip_of_the_pen(findings: Findings, slip: Slip) -> None:
    """One slip gives one finding, at the line where it stands."""
    assert slip.instead_of in ITEM
    found = findings(ITEM.replace(slip.instead_of, slip.write, 1))
    assert _one(found) == (slip.check, slip.item, f"{PAGE}:{slip.line}")
    assert found[0].message.values.get("nearest", "") == slip.offered


def test_blank_line_among_the_options_is_said_once(findings: Findings) -> None:
    """The first option behind the blank line is named with the others, and nothing else."""
    found = findings(ITEM.replace(":maakunta", "\n:maakunta", 1))
    assert _one(found) == ("swallowed-options", "SA-OSA-ELINVOIMA", f"{PAGE}:6")
    assert str(found[0].message.values["below"]).startswith("kuuluu, toteuttaa, vastuutaho")


def test_unclosed_fence_names_the_line_before_which_it_ends(findings: Findings) -> None:
    """A directive that takes the next one in is found where it begins."""
    second = ITEM.partition("\n\n")[2].replace("SA-OSA-ELINVOIMA", "SA-OSA-TOINEN")
    second = second.replace("} Elinvoima", "} Toinen")
    found = findings(ITEM.rstrip().removesuffix("```") + "\n" + second)
    assert _one(found) == ("unclosed-fence", "SA-OSA-ELINVOIMA", f"{PAGE}:3")
    assert found[0].message.values["line"] == 18


@pytest.mark.parametrize("content", ["", " \n\n"])
def test_empty_file(findings: Findings, content: str) -> None:
    """An empty page is one finding, not a warning about a table of contents."""
    assert _one(findings(content)) == ("empty-file", "", f"{PAGE}:1")


@pytest.mark.parametrize(
    "content",
    [
        ITEM.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + ITEM.encode(),
        b"\xef\xbb\xbf" + ITEM.replace("\n", "\r\n").encode(),
    ],
    ids=["crlf", "bom", "both"],
)
def test_foreign_encoding_is_read_right_and_noted(findings: Findings, content: bytes) -> None:
    """Windows' habits give a note and lose nothing."""
    assert _one(findings(content)) == ("foreign-encoding", "", f"{PAGE}:1")


def test_file_that_is_not_utf8_is_found_before_sphinx_fails(findings: Findings) -> None:
    """A Latin-1 file is one finding with the line of the byte."""
    content = ITEM.replace("Teksti", "P\u00e4\u00e4t\u00f6s").encode("latin-1")
    assert _one(findings(content)) == ("unreadable-file", "", f"{PAGE}:16")


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ("[needs\n", ["ubproject.toml:1", "TOML"]),
        ("x = 1\n", ["statutory", "missing"]),
        (b"# p\xe4\xe4\n", ["ubproject.toml:1", "UTF-8"]),
    ],
    ids=["syntax", "no table", "bytes"],
)
def test_broken_configuration_is_one_error(
    tmp_path: Path, content: str | bytes, parts: list[str]
) -> None:
    """A configuration that cannot be read is one clear error, not a build without types."""
    folder = tmp_path / "project"
    folder.mkdir()
    make_project(folder, {PAGE: ITEM})
    data = content if isinstance(content, bytes) else content.encode()
    (folder / "ubproject.toml").write_bytes(data)
    with pytest.raises(CheckRunError) as caught:
        check(folder)
    assert [part for part in parts if part not in str(caught.value)] == []


def test_configuration_mistakes_are_named_together(tmp_path: Path) -> None:
    """Every mistake of the table comes in the same error, with its line."""
    folder = tmp_path / "project"
    folder.mkdir()
    make_project(folder, {PAGE: ITEM})
    file = folder / "ubproject.toml"
    text = file.read_text(encoding="utf-8")
    text = text.replace('owner = "vastuutaho"', 'owner = "vastutaho"')
    text = text.replace('fail_on = "warning"', 'fail_on = "fatal"')
    text = text.replace('as_of = "2018-01-31"', 'as_of = "31.1.2018"')
    file.write_text(text, encoding="utf-8")
    lines = text.splitlines()
    with pytest.raises(CheckRunError) as caught:
        check(folder)
    message = str(caught.value)
    for key, start in (
        ("statutory.links.owner", 'owner = "vastutaho"'),
        ("statutory.fail_on", "fail_on"),
        ("statutory.as_of", "as_of"),
    ):
        line = next(n for n, text in enumerate(lines, start=1) if text.startswith(start))
        assert f"ubproject.toml:{line}: {key}: " in message
    assert "”vastuutaho”" in message


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "Configuration error: {place}: 'fieldz' is not known; did you mean 'fields'?",
        ),
        (
            "fi",
            "Virhe asetuksissa: {place}: ”fieldz” on tuntematon. Tarkoititko ”fields”?",
        ),
    ],
)
def test_keys_that_sphinx_needs_would_leave_out_are_refused(
    tmp_path: Path, language: str, said: str
) -> None:
    """A misspelt table of the vocabulary is told with its line, not dropped in silence."""
    folder = tmp_path / "project"
    folder.mkdir()
    make_project(folder, {PAGE: ITEM})
    file = folder / "ubproject.toml"
    text = file.read_text(encoding="utf-8").replace("[needs.fields.", "[needs.fieldz.")
    text = text.replace('language = "fi"', f'language = "{language}"')
    file.write_text(text, encoding="utf-8")
    line = next(n for n, row in enumerate(text.splitlines(), start=1) if "fieldz" in row)
    with pytest.raises(CheckRunError) as caught:
        check(folder)
    assert str(caught.value) == said.format(place=f"ubproject.toml:{line}: needs.fieldz")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "ubproject.toml:1: statutory.as_of: arvo puuttuu. Kirjoita esimerkiksi "),
        (b"as_of = \n", "ubproject.toml:3: tiedosto ei ole kelvollista TOMLia: "),
        (b"# p\xe4\xe4\n", "ubproject.toml:3: tiedosto ei ole UTF-8-muodossa. "),
        (
            b'as_of = 2018-01-31\nbaseline = "x.json"\n',
            "ubproject.toml:4: statutory.baseline: tiedostoa x.json ei ole. ",
        ),
    ],
    ids=["missing key", "syntax", "bytes", "baseline"],
)
def test_broken_configuration_is_told_in_its_language(
    tmp_path: Path, content: bytes, said: str
) -> None:
    """A file that cannot be used still tells in which language to say so."""
    folder = tmp_path / "project"
    folder.mkdir()
    make_project(folder, {PAGE: ITEM})
    head = b'[statutory]\nlanguage = "fi"\n'
    (folder / "ubproject.toml").write_bytes(head + content)
    with pytest.raises(CheckRunError) as caught:
        check(folder)
    assert str(caught.value).startswith(f"Virhe asetuksissa: {said}")


@pytest.mark.parametrize(
    ("language", "category"), [("en", "Unreadable content"), ("fi", "Sisältöä ei voi lukea")]
)
def test_end_of_a_build_is_told_in_the_language_of_the_project(
    language: str, category: str
) -> None:
    """Sphinx prints the category of an error before what it says."""
    report = Report(
        catalogue=Catalogue(settings=Settings(language=language), vocabulary=Vocabulary()),
        findings=(),
    )
    assert UnreadableContentError(report).category == category


@pytest.mark.parametrize(
    ("language", "said"), [("en", " while reading strategy/sivu: "), ("fi", " luettaessa sivua ")]
)
def test_failing_directive_is_one_error(tmp_path: Path, language: str, said: str) -> None:
    """Whatever a directive of another extension raises is told with its page."""
    folder = tmp_path / "project"
    folder.mkdir()
    make_project(folder, {PAGE: "# Sivu\n\n```{failing}\n```\n"})
    with (folder / "conf.py").open("a", encoding="utf-8") as file:
        file.write(FAILING)
    toml = folder / "ubproject.toml"
    text = toml.read_text(encoding="utf-8")
    toml.write_text(text.replace('language = "fi"', f'language = "{language}"'), encoding="utf-8")
    with pytest.raises(CheckRunError) as caught:
        check(folder)
    assert said in str(caught.value)


FAILING = """

from docutils.parsers.rst import Directive


class Failing(Directive):
    def run(self):
        raise LookupError("no")


def setup(app):
    app.add_directive("failing", Failing)
"""


def test_missing_project_is_one_error(tmp_path: Path) -> None:
    """A folder without a project is said to be one."""
    with pytest.raises(CheckRunError, match=r"there is no conf\.py"):
        check(tmp_path)

"""What is read without Sphinx is what a build makes, or it is said to be uncertain."""

from __future__ import annotations

from pathlib import Path

import pytest

from statutory.model.report import Report
from statutory.source import scan
from statutory.source.items import read_catalogue
from tests.doors import differences, read_again
from tests.full.project import check, make_project
from tests.handbook import background

OPTIONS = """\
:maakunta: satakunta
:koskee: SA-TUO-STRATEGIA
:lahteet: SA-LAH-ESIMERKKI
:lahdekohta: Otsikko
"""


def test_shipped_content_is_read_alike(shipped: Report) -> None:
    """Items, values, lines, violations and findings are the same, and nothing is uncertain."""
    assert read_again(shipped.catalogue).unreadable == ()
    assert differences(shipped.catalogue) == []


def principle(
    name: str,
    *more: str,
    title: str = "Periaate",
    id_line: str | None = None,
    kind: str = "periaate",
    marks: str = "```",
    body: str = "Teksti.",
) -> str:
    """Return an item as an author writes it.

    :param more: Further lines of options.
    :param id_line: What stands instead of the option ``id``; a line of its own.
    """
    id_line = f":id: SA-PER-{name}\n" if id_line is None else id_line
    options = id_line + OPTIONS + "".join(f"{line}\n" for line in more)
    return f"{marks}{{{kind}}} {title}\n{options}\n{body}\n{marks}\n\n"


def indented(text: str, margin: str) -> str:
    """Return a text with a margin before each line."""
    return "".join(f"{margin}{line}\n" for line in text.rstrip().split("\n")) + "\n"


READABLE = {
    "titles": principle("TA", title="A &amp; B \\* *c* `")
    + principle("TB", title="  väli   lyönti  ")
    + principle("TC", title="")
    + principle("TD", title='"lainaus" [x](y)', marks="~~~"),
    "nested": principle(
        "NA",
        marks="````",
        body=principle("NB") + "väli\n\n" + principle("NC", ":kuuluu: SA-PER-NA"),
    ),
    "around": principle("huono tunnus", marks="````", body=principle("AA"))
    + principle("AB", ":delete: true", marks="````", body=principle("AC"))
    + principle("AD", ":delete: no")
    + principle("AE", ":delete: jaa")
    + f"````{{osalue}} A\n{principle('AF')}````\n\n````{{note}}\n{principle('AG')}````\n",
    "targets": principle(
        "GA",
        ":tiedoksi: SA-TJA-10, SA-TJA-9; SA-TJA-VALTUUSTO| SA-TJA-RYHMA,SA-TJA-9",
        ":torjuu: , ,",
        ":edeltaja:",
    )
    + principle("GB", ":torjuu: SA-TJA-VALTUUSTO.1, SA-PUUTTUU.2, SA-TJA-VALTUUSTO")
    + principle("GC", ":torjuu: SA-TJA-VALTUUSTO[x")
    + principle("GD", ":torjuu: SA-TJA-VALTUUSTO[x]y"),
    "values": principle("VA", ":status: jotain")
    + principle("VB", ":status:")
    + principle("VC", ":katselmoitu: 2018-02-30")
    + principle("VD", ":katselmoitu:")
    + principle("VE", ":maara: 5")
    + principle("VF", ":hide: ehkä")
    + principle("VG", ":collapse: x")
    + principle("VJ", ":tags: a,b")
    + principle("VK", ':toistuvuus: " a  b "')
    + principle("VL", ":toistuvuus: [[f()]]")
    + principle("VM", ":links: SA-PER-VA"),
    "types": principle("KA", ":kohta: 0", kind="velvoite")
    + principle("KB", ":laji: outo", kind="toimija")
    + principle("KC", ":laji: asiakirja", kind="lahde")
    + principle("KD", ":laji: toimielin", kind="lahde"),
    "ids": principle("IA", id_line=":id:\n")
    + principle("IB", id_line=":id: sa-per\n")
    + principle("IC", id_line="")
    + principle("ID", id_line=":id: 'SA-PER-ID'\n")
    + principle("IE", id_line=':id: "SA" PER\n')
    + principle("IF", ":id: SA-PER-IG"),
    "fences": indented(principle("FA"), "  ")
    + indented(principle("FB"), "    ")
    + principle("FC").rstrip().removesuffix("```")
    + "\n"
    + principle("FD"),
    "code": f"```text\nkoodia\n\n{principle('CA')}{principle('CB')}",
    "longer": principle("RA", marks="````").replace("````\n", "```\n", 1)
    + principle("RB")
    + principle("RC")
    + principle("RD"),
    "backquote": principle("OA", title="A `b`") + principle("OB") + principle("OC"),
    "twice": principle("DA", ":tiedoksi: SA-TJA-10, SA-TJA-9", title="Ensin")
    + principle("DA", title="Sitten"),
    "twice-too": principle("DA", title="Vielä"),
    "text": f"Teksti\n{principle('XA').rstrip()}\nteksti\n{principle('XB', body='')}",
}
"""Pages that are read exactly, each with something that is easily read wrong."""

UNREADABLE = {
    "list": f"- kohta\n\n{indented(principle('LA'), '  ')}loppu\n",
    "quote": indented(principle("QA"), "> "),
    "html": f"<div>\n{principle('HA')}</div>\n",
    "hidden": principle("YA", ":hide: true"),
    "number": principle("NU", ":duration: 5"),
    "condition": principle("ZA", ":torjuu: SA-TJA-VALTUUSTO[status]"),
    "part": principle("PA", ":torjuu: SA-PER-PB.1")
    + principle("PB", body="Osa {need_part}`(1) yksi`."),
    "rst": "```{eval-rst}\n.. periaate:: R\n   :id: SA-PER-RA\n```\n",
    "glossary": f"````{{glossary}}\nsana\n  selitys\n{principle('SA')}````\n",
}
"""Pages of which only Sphinx knows what they hold."""


def _built(folder: Path, content: dict[str, str]) -> Report:
    folder.mkdir()
    pages = {f"strategy/{name}.md": f"# Sivu\n\n{text}" for name, text in content.items()}
    return check(make_project(folder, {"docs/tausta.md": f"# T\n\n{background()}", **pages}))


def test_what_is_easily_read_wrong_is_read_alike(tmp_path: Path) -> None:
    """Titles, nesting, identifiers, targets, values and fences are read as Sphinx does."""
    built = _built(tmp_path / "project", READABLE).catalogue
    assert read_again(built).unreadable == ()
    assert differences(built) == []
    assert {"SA-PER-NB", "SA-PER-AG", "SA-PER-FA"} <= built.items.keys()


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_only_sphinx_can_read_is_named(tmp_path: Path, name: str, shipped: Report) -> None:
    """A page that cannot be read exactly is named with its line."""
    page = f"strategy/{name}.md"
    folder = tmp_path / "strategy"
    folder.mkdir()
    (tmp_path / page).write_text(f"# Sivu\n\n{UNREADABLE[name]}", encoding="utf-8")
    document = scan(tmp_path, page, f"strategy/{name}")
    reading = read_catalogue(shipped.catalogue.settings, shipped.catalogue.vocabulary, (document,))
    assert {one.location.path for one in reading.unreadable} == {page}

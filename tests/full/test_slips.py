"""What the author meant and Markdown does not read: one finding each, at its own line.

Every case is a page of one project, which is built once.
"""

# ruff: noqa: RUF001 - marks that are taken for others are the matter here
from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import pytest

from statutory.model.finding import Finding
from tests.full.project import check, make_project
from tests.handbook import background

ITEM = """\
# Sivu

```{osaalue} Elinvoima
:id: SA-OSA-SIVU
:maakunta: satakunta
:kuuluu: SA-TUO-STRATEGIA
:toteuttaa: VK-VEL-HYTE
:vastuutaho: SA-TJA-VALTUUSTO
:valmistelija: SA-TJA-RYHMA
:ajankohta: 2018-02/2018-06
:lahteet: SA-LAH-ESIMERKKI
:lahdekohta: Otsikko
:ajanperuste: paatelty

Teksti.
```
"""
OPENING, CLOSING = 3, 16
HIDDEN = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


@dataclass(frozen=True, kw_only=True)
class Slip:
    """A page with a slip, and the findings that it must give: their checks and lines."""

    name: str
    page: str
    found: tuple[tuple[str, int], ...]
    item_is_read: bool = False


def _line(number: int, new: str, *others: tuple[int, str]) -> str:
    """Return the page with some lines written otherwise."""
    lines = ITEM.split("\n")
    for at, text in ((number, new), *others):
        lines[at - 1] = text
    return "\n".join(lines)


def _slips() -> list[Slip]:
    found: list[Slip] = []

    def add(name: str, page: str, *expected: tuple[str, int], read: bool = False) -> None:
        is_read = read or not expected
        found.append(Slip(name=name, page=page, found=expected, item_is_read=is_read))

    for number, marks in enumerate(
        [
            *(
                ":::",
                "´´´",
                "'''",
                "’’’",
                "‘‘‘",
                '"""',
                "”””",
                "｀｀｀",
                "ˋˋˋ",
                "``",
                "^^^",
            ),
            *("´ ´ ´", "- ´´´", "> '''", "1. :::", "***"),
        ]
    ):
        closing = marks.lstrip("->1. ") or marks
        page = _line(OPENING, f"{marks}{{osaalue}} Elinvoima", (CLOSING, closing))
        add(f"marks-{number}", page, ("vanished-item", 3))
        add(
            f"opening-{number}",
            _line(OPENING, f"{marks}{{osaalue}} Elinvoima"),
            ("vanished-item", 3),
        )
    for name, page, line in [
        ("no-marks", _line(OPENING, "{osaalue} Elinvoima", (CLOSING, "")), 3),
        ("no-marks-but-closing", _line(OPENING, "{osaalue} Elinvoima"), 3),
        ("blank-below", _line(OPENING, "´´´{osaalue} Elinvoima\n"), 3),
        ("bare", _line(OPENING, "´´´osaalue Elinvoima", (CLOSING, "´´´")), 3),
        ("no-options", "# Sivu\n\n:::{osaalue} Elinvoima\n\nTeksti.\n\n:::\n", 3),
        ("stray-id", "# Sivu\n\nTeksti:\n\n:id: SA-OSA-SIVU\n:maakunta: satakunta\n", 5),
        ("stray-id-in-list", "# Sivu\n\n- :id: SA-OSA-SIVU\n", 3),
        ("odd-mark", _line(OPENING, "```´{osaalue} Elinvoima"), 3),
        ("no-opening", _line(OPENING, ""), 4),
        ("view", "# Sivu\n\n´´´{note}\n´´´\n", 3),
    ]:
        add(name, page, ("vanished-item", line))
    for number, text in enumerate(
        [
            *("**Maakunta:** satakunta", "maakunta: satakunta", "- :maakunta: satakunta"),
            *(
                "* maakunta: satakunta",
                "**:maakunta:** satakunta",
                "\uff1amaakunta\uff1a satakunta",
            ),
            *("`:maakunta:` satakunta", "> :maakunta: satakunta", "Maakunta = satakunta"),
            *("• Maakunta: satakunta", "; :maakunta: satakunta"),
        ]
    ):
        add(f"begun-{number}", _line(5, text), ("swallowed-options", 5))
    add("begun-first", _line(4, "**id:** SA-OSA-SIVU"), ("swallowed-options", 4))
    for number, mark in enumerate(HIDDEN):
        for place, text in {
            "end": f":lahdekohta: Otsikko{mark}",
            "middle": f":lahdekohta: Otsikko{mark} toinen",
            "start": f"{mark}:lahdekohta: Otsikko",
            "key-end": f":lahdekohta:{mark} Otsikko",
            "comment": f":lahdekohta: Otsikko # huom{mark}",
        }.items():
            add(f"hidden-{place}-{number}", _line(12, text), ("swallowed-options", 12))
        add(f"hidden-title-{number}", _line(3, f"```{{osaalue}} Elin{mark}voima"),
            ("hidden-line-break", 3))  # fmt: skip
        add(f"hidden-body-{number}", _line(15, f"Tek{mark}sti."), ("hidden-line-break", 15))
        hidden = f"Teksti.{mark}{mark}~~~{{osaalue}} Piilo{mark}:id: SA-OSA-PIILO-{number}{mark}~~~"
        add(f"hidden-item-{number}", _line(15, hidden), ("hidden-line-break", 15))
        add(
            f"hidden-page-{number}",
            f"{ITEM}\nSivun{mark}teksti.\n",
            ("hidden-line-break", 18),
            read=True,
        )
    for number, text in enumerate(
        [
            *(":vastuutaho:SA-TJA-VALTUUSTO", ":vastuutaho:\tSA-TJA-VALTUUSTO"),
            *(":vastuutaho:\xa0SA-TJA-VALTUUSTO", ":vastuutaho SA-TJA-VALTUUSTO"),
            *(':vastuutaho: "SA-TJA-VALTUUSTO', ':vastuutaho: "SA-TJA-VALTUUSTO" ja muut'),
            *(":vastuutaho: 'SA-TJA-VALTUUSTO", ":vastuutaho: | SA-TJA-VALTUUSTO"),
        ]
    ):
        add(f"dropped-{number}", _line(8, text), ("vanished-item", 8))
    for number, id_ in enumerate(["SA-OSA-TYÖLLISYYS", "SA-OSA-1.A", "sa-osa-pieni", "OSA-X"]):
        add(f"identifier-{number}", _line(4, f":id: {id_}"), ("vanished-item", 4))
    ours, theirs = "<<<<<<< HEAD", ">>>>>>> haara"
    add("conflict-body", _line(15, f"{ours}\nVanha.\n=======\nUusi.\n{theirs}"),
        ("conflict-marker", 15))  # fmt: skip
    add("conflict-diff3",
        _line(15, f"{ours}\nVanha.\n||||||| kanta\nAlku.\n=======\nUusi.\n{theirs}"),
        ("conflict-marker", 15))  # fmt: skip
    add("conflict-options",
        _line(8, f"{ours}\n:vastuutaho: SA-TJA-VALTUUSTO\n=======\n:vastuutaho: X\n{theirs}"),
        ("conflict-marker", 8))  # fmt: skip
    item = ITEM.partition("\n\n")[2]
    both = f"{ours}\n{item}=======\n{item.replace('SA-OSA-SIVU', 'SA-OSA-SIVU-B')}{theirs}\n"
    add("conflict-items", f"# Sivu\n\n{both}", ("conflict-marker", 3))
    same = f"{ours}\n{item}=======\n{item}{theirs}\n"
    add("conflict-same-items", f"# Sivu\n\n{same}", ("conflict-marker", 3))
    openings = f"{ours}\n```{{osaalue}} A\n=======\n```{{osaalue}} B\n{theirs}"
    add("conflict-openings", _line(3, openings), ("conflict-marker", 3))
    twice = f"{ours}\nA\n=======\nB\n{theirs}\n\nTekstiä.\n\n{ours}\nA\n=======\nB\n{theirs}\n"
    add("conflict-twice", f"# Sivu\n\n{twice}", ("conflict-marker", 3), ("conflict-marker", 11))
    add("conflict-left", f"{ITEM}\n{theirs}\n", ("conflict-marker", 18), read=True)
    add("conflict-example", f"{ITEM}\n```text\n{ours}\nA\n=======\nB\n{theirs}\n```\n")
    add("underline", f"{ITEM}\nOtsikko\n=======\n")
    add("type-in-text", f"{ITEM}\nTyyppi `{{osaalue}}` ja `:id:`.\n\n`{{osaalue}}` myös.\n")
    add("code", f"{ITEM}\n```text\n´´´{{osaalue}} A\n:id: SA-OSA-A\n´´´\n```\n")
    add("indented-code", f"{ITEM}\n    ´´´{{osaalue}} A\n    :id: SA-OSA-A\n")
    comment = f"{ITEM}\n<!--\n´´´{{osaalue}} A\n:id: SA-OSA-A\n-->\n"
    add("comment", comment, ("raw-html", 18), read=True)
    return found


SLIPS = _slips()


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Finding]]:
    """Return the findings of each page, by the name of its case."""
    folder = tmp_path_factory.mktemp("slips") / "project"
    folder.mkdir()
    pages = {"docs/tausta.md": f"# Tausta\n\n{background()}"}
    for slip in SLIPS:
        own = slip.page.replace("SA-OSA-SIVU", f"SA-OSA-{slip.name.upper()}")
        pages[f"strategy/{slip.name}.md"] = own
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in check(make_project(folder, pages)).findings:
        found[finding.location.path.rpartition("/")[2].removesuffix(".md")].append(finding)
    return found


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_slip_is_one_finding_at_its_line(slip: Slip, findings: dict[str, list[Finding]]) -> None:
    """Nothing passes in silence, and one cause is not told seven times."""
    of_item = [("inferred-timeline", 10), ("missing-basis", 3)]
    read = of_item if slip.item_is_read else []
    told = [(finding.check, finding.location.line) for finding in findings[slip.name]]
    assert sorted(told) == sorted([*slip.found, *read])


def test_nothing_is_said_of_other_files(findings: dict[str, list[Finding]]) -> None:
    """What an item that is not read would have answered is not said to be unanswered."""
    assert set(findings) <= {slip.name for slip in SLIPS}


def test_what_to_write_is_said(findings: dict[str, list[Finding]]) -> None:
    """Each sentence offers the form that is right."""
    told = {name: found[0].message.values for name, found in findings.items()}
    assert told["dropped-0"]["value"] == told["dropped-2"]["value"] == "SA-TJA-VALTUUSTO"
    offered = [told[f"identifier-{number}"]["offered"] for number in range(3)]
    assert offered == ["SA-OSA-TYOLLISYYS", "SA-OSA-1-A", "SA-OSA-PIENI"]
    assert "offered}" not in findings["identifier-3"][0].message.text
    assert told["begun-0"]["option"] == "maakunta"
    assert told["marks-1"]["title"] == "Elinvoima"

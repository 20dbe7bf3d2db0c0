"""The scanner: directives, their lines, and what is wrong with a file."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statutory.model.document import Directive, Document, Fault, Loss, Role, UnclosedFence
from statutory.source import scan, scan_text

ROOT = Path(__file__).parents[2]
CONTENT = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("strategy", "requirements", "docs")
    for path in (ROOT / folder).rglob("*.md")
)
PROPERTY = settings(derandomize=True, deadline=None, max_examples=300)

PAGE = """\
# Sivu

```{osaalue} Elinvoima
:id: SA-OSA-ELINVOIMA
:ajankohta: 2018-02/..

Teksti.
```

Väli.

```{tavoite} Palvelut
:id: SA-TAV-PALVELUT
```
"""


def read(text: str, *, colon_fences: bool = False) -> Document:
    """Return a page as the scanner reads it."""
    return scan_text(text, "strategy/a.md", "strategy/a", colon_fences=colon_fences)


def brief(directive: Directive) -> tuple[str, str, int, int]:
    """Return the name, the identifier and the lines of a directive."""
    return (directive.name, directive.id, directive.location.line, directive.end_line)


def briefs(text: str, *, colon_fences: bool = False) -> list[tuple[str, str, int, int]]:
    """Return what there is to tell of the directives of a page."""
    return [brief(directive) for directive in read(text, colon_fences=colon_fences).directives]


def unclosed(text: str, *, colon_fences: bool = False) -> list[tuple[int, int, int]]:
    """Return line, line before which to close, and last line of the unclosed fences."""
    found = read(text, colon_fences=colon_fences).unclosed
    return [(fence.line, fence.before, fence.end_line) for fence in found]


# Directives ------------------------------------------------------------------------------


def test_page_has_its_directives_in_order() -> None:
    """Names, titles, lines, options: all that the checks speak of."""
    document = read(PAGE)
    assert [brief(directive) for directive in document.directives] == [
        ("osaalue", "SA-OSA-ELINVOIMA", 3, 8),
        ("tavoite", "SA-TAV-PALVELUT", 12, 14),
    ]
    first = document.directives[0]
    assert (first.title, str(first.location)) == ("Elinvoima", "strategy/a.md:3")
    assert first.option_lines == {"id": 4, "ajankohta": 5}
    assert [option.value for option in first.options] == ["SA-OSA-ELINVOIMA", "2018-02/.."]
    assert dataclasses.replace(document, directives=()) == Document(
        path="strategy/a.md", docname="strategy/a", text=PAGE.removesuffix("\n")
    )


@pytest.mark.parametrize(
    ("opening", "name", "title"),
    [
        ("```{osaalue}", "osaalue", ""),
        ("```{osaalue} Elinvoima ja työ ", "osaalue", "Elinvoima ja työ"),
        ("``` {osaalue}   Elinvoima", "osaalue", "Elinvoima"),
        ("   ~~~~{osa-alue} {a} `b`", "osa-alue", "{a} `b`"),
        ("```{py:function} f()", "py:function", "f()"),
        ("```{osaalue}Elinvoima", "osaalue", "Elinvoima"),
    ],
)
def test_opening_line_has_a_name_and_a_title(opening: str, name: str, title: str) -> None:
    """What stands behind the name is the title, stripped."""
    (directive,) = read(opening).directives
    assert (directive.name, directive.title) == (name, title)


@pytest.mark.parametrize(
    "opening", ["```", "```{}", "```{a b}", "``{osaalue}", "    ``{osaalue}", "{a}"]
)
def test_other_lines_open_no_directive(opening: str) -> None:
    """Code and broken names are not directives, whatever they are meant as."""
    assert all(directive.fault for directive in read(f"{opening}\n:id: A\n").directives)


def test_indented_item_is_meant_as_one_but_is_code() -> None:
    """Four spaces make code of a block, unless it stands in a list."""
    block = "```{osaalue} Elinvoima\n:id: A\n:ajankohta: 2018\n```\n"
    code = "".join(f"    {line}\n" for line in block.splitlines())
    (directive,) = read(f"Teksti.\n\n{code}\nLoppu.\n").directives
    assert (brief(directive), directive.fault) == (("osaalue", "A", 3, 6), Fault.INDENTED)
    assert directive.option_lines == {"id": 4, "ajankohta": 5}
    assert briefs(f"- kohta\n\n{code}") == []
    assert briefs(code.replace(":id:", ":muu:")) == []


@pytest.mark.parametrize(
    ("opening", "fault"),
    [
        ("```osaalue Elinvoima", Fault.NO_BRACES),
        ("```{osaalue} Tila `A`", Fault.BACKQUOTE),
        ("```{osaalue} Elinvoima", None),
        ("~~~{osaalue} Tila `A`", None),
    ],
)
def test_what_was_meant_as_a_directive_is_one_with_a_fault(
    opening: str, fault: Fault | None
) -> None:
    """A block with an identifier below it was meant as an item, whatever Markdown makes of it."""
    (directive,) = read(f"{opening}\n:id: A\n{opening[:3]}\n").directives
    assert (directive.name, directive.id, directive.fault) == ("osaalue", "A", fault)


def test_code_without_an_identifier_is_code() -> None:
    """Braces are missed only where an item was meant."""
    assert briefs("```python\nx = 1\n```\n") == []


NESTED = """\
````{note}
Teksti.

```{tavoite} Sisällä
:id: SA-TAV-A
```

~~~{tavoite} Toinen
:id: SA-TAV-B

```{tavoite} Syvällä
:id: SA-TAV-C
```
~~~
````
"""


def test_nested_directives_are_found_with_their_lines() -> None:
    """A directive in a directive counts its lines from the top of the file."""
    assert briefs(NESTED) == [
        ("note", "", 1, 15),
        ("tavoite", "SA-TAV-A", 4, 6),
        ("tavoite", "SA-TAV-B", 8, 14),
        ("tavoite", "SA-TAV-C", 11, 13),
    ]
    assert unclosed(NESTED) == []


def test_nested_directive_behind_options_counts_from_the_top() -> None:
    """The options of the outer directive are lines too, in both notations."""
    for options in (":a: b\n:c: d\n", "---\na: b\n---\n"):
        text = f"````{{note}}\n{options}\n```{{tavoite}} A\n:id: SA-TAV-A\n```\n````\n"
        inner = 1 + options.count("\n") + 2
        assert briefs(text)[1] == ("tavoite", "SA-TAV-A", inner, inner + 2)


def test_indented_directive_has_its_options_and_inner_directives() -> None:
    """The body loses the indentation of its fence, as in CommonMark, and no more."""
    text = (
        "  ````{note}\n  :a: b\n\n  ```{tavoite} A\n  :id: A\n  ```\n"
        "     ```{tavoite} B\n ```\n  ````"
    )
    assert briefs(text) == [("note", "", 1, 9), ("tavoite", "A", 4, 6), ("tavoite", "", 7, 8)]


@pytest.mark.parametrize(
    "name",
    ["code-block", "code", "eval-rst", "literalinclude", "math", "mermaid", "raw", "toctree"],
)
def test_verbatim_directive_is_not_entered(name: str) -> None:
    """What looks like an item in a listing is none, closed or not."""
    text = f"````{{{name}}} md\n\n```{{tavoite}} A\n:id: SA-TAV-A\n```\n```{{tavoite}} B\n````\n"
    assert briefs(text) == [(name, "", 1, 7)]
    assert unclosed(text) == []


def test_code_is_not_entered() -> None:
    """A fence without a directive's name holds text."""
    text = "````md\n```{tavoite} A\n:id: SA-TAV-A\n```\n```{tavoite} B\n````\n"
    assert (briefs(text), unclosed(text)) == ([], [])


def test_comment_is_not_entered() -> None:
    """An item that is commented out is none, in the page and in a directive."""
    item = "<!--\n```{tavoite} A\n```\n-->\n"
    assert briefs(item) == []
    assert briefs(f"````{{note}}\n{item}````\n") == [("note", "", 1, 6)]


def test_colons_open_directives_only_where_the_project_says() -> None:
    """With colon fences a directive in colons is one, with options of its own."""
    text = "::::{note}\n:::{tavoite} A\n:id: A\n:::\n```{tavoite} B\n:id: B\n```\n::::\n"
    assert briefs(text) == [("note", "", 1, 1), ("tavoite", "A", 2, 4), ("tavoite", "B", 5, 7)]
    faults = [directive.fault for directive in read(text).directives]
    assert faults == [Fault.MARKS, Fault.MARKS, None]
    assert briefs(text, colon_fences=True) == [
        ("note", "", 1, 8),
        ("tavoite", "A", 2, 4),
        ("tavoite", "B", 5, 7),
    ]


# Options that are lost -------------------------------------------------------------------


def lost(text: str) -> list[tuple[str, int, Loss]]:
    """Return what the directives of a page lose."""
    directives = read(text).directives
    return [(loss.name, loss.line, loss.loss) for found in directives for loss in found.lost]


def test_options_below_a_blank_line_are_lost_at_their_lines() -> None:
    """Each is named, those in a fence among the text are not."""
    text = (
        "\n````{osaalue} A\n:id: A\n\n:nimi: a\nTekstiä.\n"
        "```md\n:koodia: x\n```\n  :vaihe:\n```{tavoite} B\n:id: B\n\n:nimi: b\n```\n````\n"
    )
    assert lost(text) == [
        ("nimi", 5, Loss.BELOW),
        ("vaihe", 10, Loss.BELOW),
        ("nimi", 14, Loss.BELOW),
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (":id: A\n  B", [("id", 3, Loss.CONTINUATION)]),
        (":id: A,\nB", [("id", 3, Loss.CONTINUATION)]),
        (":id: A # B", [("id", 2, Loss.COMMENT)]),
        (":id: 'A # B'", []),
        (":id: A\nTekstiä: b\n : c", [("Tekstiä", 3, Loss.BEGINNING)]),
    ],
)
def test_values_cut_short_are_lost_at_their_lines(
    lines: str, expected: list[tuple[str, int, Loss]]
) -> None:
    """A value that goes on below, or behind a number sign, loses its end."""
    assert lost(f"```{{osaalue}} A\n{lines}\n```\n") == expected


# Unclosed fences -------------------------------------------------------------------------


def test_directive_that_takes_in_the_next_is_found_where_it_begins() -> None:
    """The culprit is the first; it should have ended before the second."""
    text = "Alku.\n\n```{osaalue} A\n:id: A\n\nTekstiä.\n\n```{tavoite} B\n:id: B\n```\n\nLoppu."
    assert unclosed(text) == [(3, 8, 10)]
    assert briefs(text) == [("osaalue", "A", 3, 10), ("tavoite", "B", 8, 9)]


def test_items_behind_the_one_taken_in_are_as_they_were() -> None:
    """The closing line of the second closes the first, so the third is in order."""
    text = "```{a} A\n:id: A\n```{b} B\n:id: B\n```\n```{c} C\n:id: C\n```"
    assert unclosed(text) == [(1, 3, 5)]
    assert briefs(text) == [("a", "A", 1, 5), ("b", "B", 3, 4), ("c", "C", 6, 8)]


def test_two_unclosed_ones_in_a_row_are_one_nest() -> None:
    """Only the outermost is told; the next shows when that is mended."""
    text = "```{a}\n```{b}\n```{c}\n```\n```{d}\n```"
    assert unclosed(text) == [(1, 2, 4)]


def test_code_that_takes_in_an_item_is_found_and_the_item_kept() -> None:
    """An unclosed listing is the culprit; the item that was meant is still known."""
    text = "```python\nx = 1\n\n```{osaalue} A\n:id: A\n```\n\nLoppu."
    assert unclosed(text) == [(1, 4, 6)]
    assert briefs(text) == [("osaalue", "A", 4, 5)]


def test_verbatim_directive_that_takes_in_an_item_is_found() -> None:
    """A listing written as a directive is a culprit like any other."""
    text = "```{code-block} python\nx = 1\n\n```{osaalue} A\n:id: A\n```"
    assert unclosed(text) == [(1, 4, 6)]


def test_last_of_a_file_is_unclosed_to_its_end() -> None:
    """Where nothing follows, it should have ended behind the last line."""
    assert unclosed("Alku.\n\n```{osaalue} A\n:id: A\n\nTekstiä.") == [(3, 7, 6)]
    assert unclosed("```") == [(1, 2, 1)]


def test_unclosed_fence_of_other_marks_runs_to_the_end() -> None:
    """Backquotes do not close tildes, nor do fewer of the same."""
    assert unclosed("~~~{a}\n```{b}\n```") == [(1, 4, 3)]
    assert unclosed("````{a}\n```{b}\n```") == [(1, 4, 3)]


def test_unclosed_fence_within_a_closed_directive() -> None:
    """The inner one is the culprit, to the last line of the outer's body."""
    assert unclosed("Alku.\n````{note}\n\n~~~{a}\n:id: A\n````\n") == [(4, 6, 5)]


def test_unclosed_colon_fence_is_found_where_the_project_writes_them() -> None:
    """Colons are text elsewhere."""
    text = ":::{a}\n:id: A\n:::{b}\n:::"
    assert unclosed(text, colon_fences=True) == [(1, 3, 4)]
    assert unclosed(text) == []


def test_closed_fences_are_not_unclosed() -> None:
    """Longer closing marks, empty bodies and listings of fences are in order."""
    for text in (PAGE, "```{a}\n`````", "````md\n```{a}\n````", "~~~\n```{a}\n~~~", "``` a `b"):
        assert unclosed(text) == []


_block_infos = st.sampled_from(["{osaalue} A", "{tavoite} B", "{note}", "python", "md"])
_block_bodies = st.lists(st.sampled_from(["Tekstiä.", "", ":nimi: A", "# x"]), max_size=3)
_blocks = st.lists(st.tuples(_block_infos, _block_bodies), min_size=1, max_size=5)


@PROPERTY
@given(_blocks, st.data())
def test_closing_line_taken_away_is_missed_at_its_block(
    blocks: list[tuple[str, list[str]]], data: st.DataObject
) -> None:
    """Of any blocks in order, the one that loses its closing line is the one found."""
    culprit = data.draw(st.integers(0, len(blocks) - 1))
    lines: list[str] = []
    openings: list[int] = []
    closings: list[int] = []
    for number, (info, body) in enumerate(blocks):
        openings.append(len(lines) + 1)
        lines += [f"```{info}", *body]
        if number != culprit:
            lines.append("```")
        closings.append(len(lines))
    is_last = culprit == len(blocks) - 1
    before = len(lines) + 1 if is_last else openings[culprit + 1]
    end_line = len(lines) if is_last else closings[culprit + 1]
    expected = UnclosedFence(line=openings[culprit], before=before, end_line=end_line)
    text = "\n".join(lines) + "\n"
    assert read(text).unclosed == (expected,)
    items = [line for line, (info, _) in zip(openings, blocks, strict=True) if info[0] == "{"]
    found = read(text).directives
    assert [directive.location.line for directive in found] == items


def test_last_line_of_a_file_is_the_last_with_text() -> None:
    """The line end of the last line begins no further line."""
    assert unclosed("```{osaalue} A\n:id: A\n") == [(1, 3, 2)]
    assert briefs("```{osaalue} A\n:id: A\n") == [("osaalue", "A", 1, 2)]


@pytest.mark.parametrize("hidden", ["```{tavoite} A\n:id: A\n```", ":id: A\n:nimi: a"])
def test_options_in_a_comment_are_not_lost(hidden: str) -> None:
    """What the author commented out was not meant to be read."""
    text = f"````{{osaalue}} B\n:vaihe: b\n\n<!--\n{hidden}\n-->\n````\n"
    assert lost(text) == []
    assert [directive.id for directive in read(text).directives] == [""]


def test_of_two_identifiers_the_one_that_myst_reads_counts() -> None:
    """MyST takes the last of an option that is written twice."""
    (directive,) = read("```{osaalue} A\n:id: FIRST\n:id: SECOND\n```").directives
    assert directive.id == "SECOND"


def test_null_character_is_a_character_like_any_other() -> None:
    """CommonMark reads it as the replacement character, so it ends no option."""
    (directive,) = read("```{osaalue} A\n:nimi: a\0b\n:id: A\n```").directives
    assert directive.option_lines == {"nimi": 2, "id": 3}


# Bytes -----------------------------------------------------------------------------------


def test_windows_habits_are_noted_and_change_nothing_else() -> None:
    """A file with CR LF or a byte order mark reads as it does without."""
    plain = read(PAGE)
    crlf = read(PAGE.replace("\n", "\r\n"))
    marked = read("\ufeff" + PAGE)
    assert crlf == dataclasses.replace(plain, carriage_returns=True)
    assert marked == dataclasses.replace(plain, byte_order_mark=True)
    assert read(PAGE.replace("\n", "\r")) == dataclasses.replace(plain, carriage_returns=True)


def test_byte_order_mark_does_not_hide_the_first_line() -> None:
    """A directive on the first line is found behind the mark; a mark elsewhere is text."""
    assert briefs("\ufeff```{a}\n```") == [("a", "", 1, 2)]
    assert briefs("\n\ufeff```{a}\n```") == []
    assert not read("a\ufeff").byte_order_mark


@pytest.mark.parametrize(
    "text",
    ["", "\n", " \t\r\n", "\ufeff", "\ufeff\n", "\u00a0\n", "\0\0", "\0\n\0", "#", "\n## \n"],
)
def test_file_of_white_space_is_empty(text: str) -> None:
    """Line ends, spaces, null bytes, marks of a heading and of byte order are no content."""
    document = read(text)
    assert (document.empty, document.directives, document.unclosed) == (True, (), ())
    assert document.null_line == 0


def test_null_bytes_among_text_have_their_line() -> None:
    """A file that is cut or of another encoding is not taken for what is left of it."""
    assert read("a\nb\0\n\0").null_line == 2
    assert not read("a\nb\0\n").is_readable


@pytest.mark.parametrize("text", ["a", "\n```", "<!-- -->", "\ufeff.", "# .", "#.", "1\n#"])
def test_file_with_any_mark_is_not_empty(text: str) -> None:
    """Anything that can be seen is content."""
    assert not read(text).empty


UNDECODABLE = [
    (b"\xe4", 1),
    (b"P\xe4\xe4\n", 1),
    (b"a\nb\n\xff", 3),
    (b"a\r\nb\r\nc\xe4\r\nd\xe4", 3),
    ("ä\nö\n".encode() + b"\xc3", 3),
    (b"\xef\xbb\xbfa\n\xe4", 2),
    (b"\xff\xfea\x00", 1),
    (b"a\n\xed\xa0\x80", 2),
]


@pytest.mark.parametrize(("content", "line"), UNDECODABLE, ids=repr)
def test_first_undecodable_byte_has_its_line(tmp_path: Path, content: bytes, line: int) -> None:
    """A file that is not UTF-8 is read as it was meant, with the line of the first such byte."""
    (tmp_path / "a.md").write_bytes(content)
    document = scan(tmp_path, "a.md", "a")
    assert (document.undecodable_line, document.is_readable) == (line, False)


@pytest.mark.parametrize(
    "encoding", ["cp1252", "utf-16", "utf-32"], ids=["windows", "notepad", "long"]
)
def test_other_encodings_are_read_as_they_were_meant(tmp_path: Path, encoding: str) -> None:
    """Names in the file are known, so that links to its items lead somewhere."""
    text = "```{lähde} Päätös\n:id: SA-LAH-PÄÄTÖS\n```\n"
    (tmp_path / "a.md").write_bytes(text.encode(encoding))
    document = scan(tmp_path, "a.md", "a")
    assert document == dataclasses.replace(scan_text(text, "a.md", "a"), undecodable_line=1)


def test_file_is_read_as_its_text_is(tmp_path: Path) -> None:
    """The bytes of a page read as its text; colons are for the caller to say."""
    text = "\ufeff" + PAGE.replace("\n", "\r\n") + "\r\n:::{note}\r\n:::\r\n"
    (tmp_path / "strategy").mkdir()
    (tmp_path / "strategy" / "a.md").write_bytes(text.encode())
    for colon_fences in (False, True):
        document = scan(tmp_path, "strategy/a.md", "strategy/a", colon_fences=colon_fences)
        assert document == read(text, colon_fences=colon_fences)


def test_missing_file_is_for_the_caller_to_handle(tmp_path: Path) -> None:
    """A file that cannot be read at all is an error of the system."""
    with pytest.raises(FileNotFoundError):
        scan(tmp_path, "a.md", "a")


# Anything at all -------------------------------------------------------------------------

_lines = st.one_of(
    st.text(max_size=12),
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["", " ", "   ", "\t"]),
        st.sampled_from(["```", "````", "~~~", ":::", "```{a}", "```{code} x", "~~~{b}", "---"]),
        st.sampled_from(["", "", " x", "\r", "\u2028"]),
    ),
    st.builds(
        ":{}: {}{}".format,
        st.sampled_from(["id", "a", "'b'", ""]),
        st.sampled_from(["", "'", '"', "|", ">", "#", '"\\', '"\\x', "\\", "|2", "x\u2028"]),
        st.text(max_size=6),
    ),
    st.sampled_from(["", "<!--", "-->", ":id: A", "  x", "\ufeff", "\0"]),
)
pages = st.one_of(st.text(), st.lists(_lines, max_size=14).map("\n".join))


@PROPERTY
@given(text=pages, colon_fences=st.booleans())
def test_any_text_is_scanned(text: str, *, colon_fences: bool) -> None:
    """Whatever is written, all lines told are lines of the text, in their order."""
    document = read(text, colon_fences=colon_fences)
    last = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for directive in document.directives:
        inner = [option.line for option in directive.options]
        inner += [loss.line for loss in directive.lost if loss.loss is Loss.BELOW]
        assert 1 <= directive.location.line <= directive.end_line <= last
        assert inner == sorted(inner)
        first = directive.location.line + (directive.fault is not Fault.NO_OPENING)
        assert all(first <= line <= directive.end_line for line in inner)
    for fence in document.unclosed:
        assert 1 <= fence.line <= fence.end_line <= last
        assert fence.line < fence.before <= last + 1
    opened = [directive.location.line for directive in document.directives]
    assert opened == sorted(set(opened))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the files of all examples of a property."""
    return tmp_path_factory.mktemp("any")


@PROPERTY
@given(content=st.one_of(st.binary(max_size=60), pages.map(lambda text: text.encode("utf-8"))))
def test_any_file_is_scanned(folder: Path, content: bytes) -> None:
    """A file is read as its text, or its first line that is not UTF-8 is told."""
    (folder / "a.md").write_bytes(content)
    document = scan(folder, "a.md", "a")
    decoded = content.decode("utf-8", errors="replace")
    if document.undecodable_line:
        lines = content.split(b"\n")
        assert "\ufffd" in lines[document.undecodable_line - 1].decode("utf-8", errors="replace")
    else:
        assert document == scan_text(decoded, "a.md", "a")
        assert decoded.encode() == content


@pytest.mark.parametrize("path", CONTENT)
def test_option_lines_of_the_content_hold_the_options(path: str) -> None:
    """Each option of each directive that is shipped stands on the line told."""
    lines = (ROOT / path).read_text(encoding="utf-8").split("\n")
    document = scan(ROOT, path, path.removesuffix(".md"))
    wrong = [
        (option.name, option.line)
        for directive in document.directives
        for option in directive.options
        if not lines[option.line - 1].startswith(f":{option.name}:")
    ]
    assert (wrong, document.unclosed, document.undecodable_line) == ([], (), 0)


def test_content_has_options_to_look_for() -> None:
    """Every shipped item has an identifier, so the comparison above is of something."""
    documents = [scan(ROOT, path, path) for path in CONTENT if not path.startswith("docs")]
    items = [found for document in documents for found in document.directives if found.id]
    assert len(items) > 100
    assert [str(found.location) for found in items if "id" not in found.option_lines] == []


# Roles and other markups -------------------------------------------------------------------


def test_roles_of_the_running_text_are_read() -> None:
    """Those in directives are, those in code and in examples are not."""
    text = (
        "A {need}`A` and {need_count}``a `b` c`` and `{need}`x` `.\n"
        "```md\n{need}`B`\n```\n"
        "````{note}\nText {py:func}`C`\n```{code-block} md\n{need}`D`\n```\n````\n"
    )
    assert read(text).roles == (
        Role("need", "A", 1),
        Role("need_count", "a `b` c", 1),
        Role("py:func", "C", 6),
    )


def test_of_other_markups_only_text_and_bytes_are_read(tmp_path: Path) -> None:
    """The directives of reStructuredText are read by Sphinx alone."""
    (tmp_path / "a.rst").write_bytes(b"\xef\xbb\xbf" + PAGE.encode().replace(b"\n", b"\r\n"))
    (tmp_path / "b.rst").write_bytes(b"a\n\xe4\n")
    assert scan(tmp_path, "a.rst", "a", markdown=False) == Document(
        path="a.rst",
        docname="a",
        text=PAGE.removesuffix("\n"),
        byte_order_mark=True,
        carriage_returns=True,
    )
    undecodable = scan(tmp_path, "b.rst", "b", markdown=False)
    assert undecodable == Document(path="b.rst", docname="b", text="a\nä", undecodable_line=2)

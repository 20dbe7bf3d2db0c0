"""Personal data: what is told of a person, and what only looks like it.

All data are invented: the individual numbers from 900 are given to no person.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statutory.model.personal import Kind, Names, find_personal_data

NOBODY = Names(())
LIST = Names(["Esimerkkinen", "Malli Mallinen", "Kuvitella", "Eeva-Esa"])


def found(text: str, names: Names = NOBODY) -> list[tuple[Kind, str]]:
    """Return the kind and the text of what is found."""
    return [(datum.kind, datum.text) for datum in find_personal_data(text, names)]


# Identity codes ----------------------------------------------------------------------------


@pytest.mark.parametrize("mark", "+-YXWVUABCDEF")
def test_identity_code_of_every_century_sign(mark: str) -> None:
    """The signs of the reform of 2023 count like the old ones."""
    assert found(f"Tunnus 131052{mark}900W.") == [(Kind.IDENTITY_CODE, f"131052{mark}900W")]


@pytest.mark.parametrize(
    "text",
    [
        "131052-900A",  # wrong check character
        "311352-900W",  # no such day
        "290299A900W",  # no leap year
        "1131052-900W",
        "131052-900WW",
        "SA-131052-900W",
        "131052/900W",
        "131052-90",
        "131052-900I",
    ],
)
def test_other_numbers_are_no_identity_codes(text: str) -> None:
    """The day has to be in the calendar, the check character right, the code alone."""
    assert found(text) == []


@pytest.mark.parametrize("code", ["290296+9015", "290216-901H", "290216A901H", "290200A901C"])
def test_leap_day_depends_on_the_century(code: str) -> None:
    """The sign tells the century: 2000 had a leap day, 1900 had none."""
    assert found(code) == [(Kind.IDENTITY_CODE, code)]
    assert found("290200-901C") == []


# Addresses ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "etunimi.sukunimi@example.fi",
        "e+s_1@mail.example.fi",
        "etunimi(at)example.fi",
        "etunimi[at]example.fi",
        "Etunimi@EXAMPLE.FI",
        "äiti@example.fi",
    ],
)
def test_e_mail_address(address: str) -> None:
    """The sign in the middle may be spelt to hide the address."""
    assert found(f"Kysy: {address}, kiitos.") == [(Kind.EMAIL, address)]
    assert found(f"<mailto:{address}>.") == [(Kind.EMAIL, address)]


@pytest.mark.parametrize(
    "text",
    [
        "a.b@example.com",
        "A.B@Example.ORG",
        "a@mail.example",
        "a@x.invalid",
        "git@github.com:owner/name.git",
        "git@git.example.fi:~team/name.git",
        *("@property", "a@b", "paketti@1.2.3", "https://example.fi/@nimi", "x @ y.fi", "@"),
    ],
)
def test_other_signs_are_no_addresses(text: str) -> None:
    """An address has a name before the sign and a domain of letters behind it."""
    assert found(text) == []


# Telephone numbers -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "number",
    [
        "040 000 0000",
        "0400000000",
        "040-0000000",
        "050 00 000",
        "+358 40 000 0000",
        "+358400000000",
        "+358 (0)40 000 0000",
        "00358 40 000 0000",
        "09 000 0000",
        "(09) 000 0000",
        "014-000000",
        "03 00000",
        "040 123 456",
        "03 0000 0000",
        "040\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}0000",
    ],
)
def test_telephone_number(number: str) -> None:
    """Mobile numbers, numbers with an area code, and numbers as they are called from abroad."""
    assert found(f"Puh. {number}.") == [(Kind.TELEPHONE, number)]


@pytest.mark.parametrize(
    "text",
    [
        "612/2021",
        "1.2.2018 ja 01.02.2018",
        "2018-01-31/2018-05-31",
        "09-12-2017",
        "09 2017",
        "08 2017 10",
        "klo 08 30",
        "1 040 123 456 euroa",
        "0,0401234567",
        "12.040 123 4567",
        "20400000000",
        "VK-040-0000000",
        "010 000 0000, 020 000 0000, 029 000 0000, 0800 00000",
        "+358 29 000 0000",
        "0600 00000",
        "03 000",
        "03 0000",
        "03 0000000 00",
        "0401",
        "slide-0400000000x",
    ],
)
def test_other_numbers_are_no_telephone_numbers(text: str) -> None:
    """Acts, dates, times, sums, identifiers and the numbers of organisations pass."""
    assert found(text) == []


def test_number_behind_a_date_is_found() -> None:
    """What stands before a number is part of it only where the digits stand in threes."""
    assert found("1.2.2018 0400000000") == [(Kind.TELEPHONE, "0400000000")]
    assert found("Talo 12 0400000000") == [(Kind.TELEPHONE, "0400000000")]


# Names -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "form",
    [
        *("Esimerkkinen", "Esimerkkisen", "Esimerkkistä", "Esimerkkiselle", "Esimerkkisessä"),
        *("Kuvitella", "Kuvitellan", "Kuvitellalle", "Kuvitellaa", "Kuvitellat"),
    ],
)
def test_name_in_its_forms(form: str) -> None:
    """A name is found with the endings of its cases."""
    assert found(f"Työn tekee {form}, sanotaan.", LIST) == [(Kind.NAME, form)]


@pytest.mark.parametrize(
    "text",
    [
        "esimerkkinen",
        "Esimerkkinenkin",
        "Esimerkkilän",
        "Esimerkkilta",
        "Esimerkkis",
        "Esimerkkise",
        "Kuvitelluista",
        "Alikuvitella",
        "Mallinen",
        "Malli ja Mallinen",
        "Esa Eeva",
    ],
)
def test_other_words_are_no_names(text: str) -> None:
    """A name is a whole word as it is written; one of two words is the two in order."""
    assert found(text, LIST) == []


@pytest.mark.parametrize("form", ["Li", "Lin", "Lille", "Listä"])
def test_name_of_two_letters_takes_endings_too(form: str) -> None:
    """Short names are names."""
    assert found(f"Puhuu {form}.", Names(["Li"])) == [(Kind.NAME, form)]


@pytest.mark.parametrize("name", ["A", "Malli A", "", "12"])
def test_initial_is_no_name(name: str) -> None:
    """Every word of it with an ending would be one; an empty line of the list is none."""
    assert found("Malli An, A. An, Ta, 12", Names([name])) == []


def test_name_that_the_list_has_twice_is_found_once() -> None:
    """A list may have the last name alone, and the whole name."""
    names = Names(["Mallinen", "Malli Mallinen", "Mallinen"])
    assert found("Malli Mallinen", names) == [(Kind.NAME, "Mallinen")]


@pytest.mark.parametrize(
    "text", ["Malli Mallisen", "Malli\nMallinen", "X, Malli Mallinen", "Eeva-Esa", "Eeva Esalle"]
)
def test_name_of_two_words(text: str) -> None:
    """The last word takes the endings; a line may end between the two."""
    assert [kind for kind, _ in found(text, LIST)] == [Kind.NAME]


# All ---------------------------------------------------------------------------------------


def test_data_come_in_order_with_their_places() -> None:
    """Every datum is found where it stands, whatever line it is on."""
    text = "\n040 000 0000 a@example.fi\n\n131052-900W"
    data = find_personal_data(text, NOBODY)
    assert [text[d.start : d.start + len(d.text)] for d in data] == [d.text for d in data]
    assert [d.kind for d in data] == [Kind.TELEPHONE, Kind.EMAIL, Kind.IDENTITY_CODE]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("131052-900W", "13…"),
        ("040 000 0000", "040 …"),
        ("etunimi.sukunimi@example.fi", "…@example.fi"),
        ("etunimi(at)example.fi", "…@example.fi"),
        ("Esimerkkinen", "E…"),
    ],
)
def test_datum_is_masked(text: str, masked: str) -> None:
    """What is shown tells the author where to look, and nobody who it is."""
    (datum,) = find_personal_data(text, LIST)
    assert datum.masked == masked


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.text(alphabet="0134589+-()@ .aAtWfin\n\N{NO-BREAK SPACE}", max_size=60))
def test_any_text_is_read(text: str) -> None:
    """Nothing raises, and what is found stands in the text on one line."""
    for datum in find_personal_data(text, LIST):
        assert text[datum.start :].startswith(datum.text)
        assert "\n" not in datum.text

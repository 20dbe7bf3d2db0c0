"""Inflected forms of one word meet in the search, and different words do not.

The words are those of the content; each line is one word, its basic form first.
"""

from __future__ import annotations

import re

import pytest

from statutory.finnish.rules import CONSONANTS, VOWELS
from statutory.finnish.stem import stages, stem

MEET = """
strategia strategian strategiaa strategiassa strategiat strategioiden strategioita
maakuntastrategia maakuntastrategian maakuntastrategiaan
kunta kunnan kuntaa kunnat kuntien kuntia kunnissa kuntiin kunnille
maakunta maakunnan maakuntien maakunnissa
tehtävä tehtävän tehtävät tehtävien tehtäviä tehtävissä tehtäviensä
päätös päätöksen päätöstä päätökset päätösten päätöksiä päätökseen
asiakas asiakkaan asiakasta asiakkaat asiakkaiden asiakkaille asiakkaista
asukas asukkaan asukkaat asukkaiden asukkaisiin
hyvinvointi hyvinvoinnin hyvinvointia
palvelu palvelun palvelut palvelujen palveluiden palveluja palveluita palvelusta palvelujensa
rahoitus rahoituksen rahoitusta rahoitukseen rahoituksesta
velvoite velvoitteen velvoitetta velvoitteet velvoitteiden velvoitteita
tavoite tavoitteen tavoitteet tavoitteisiin tavoitteista tavoitteensa tavoitteitaan
toimielin toimielimen toimielintä toimielimet toimielinten toimielimiä toimielimeen
laki lain lakia laissa lait lakien lakeja laeissa laeista lakiin laiksi
perustuslaki perustuslain perustuslaista
toiminta toiminnan toimintaa toiminnassa
järjestäminen järjestämisen järjestämistä järjestämiseen järjestämisestä
järjestäjä järjestäjän järjestäjiä järjestäjälle
johtaja johtajan johtajat johtajia johtajien
toimija toimijat toimijoiden toimijoita
sopimus sopimuksen sopimusta sopimukset sopimusten sopimuksia
kokous kokouksen kokousta kokouksessa kokouksia
mahdollisuus mahdollisuuden mahdollisuutta mahdollisuudet mahdollisuuksia mahdollisuutensa
oikeus oikeuden oikeutta oikeudet oikeuksien
talous talouden taloutta talouteen
hanke hankkeen hanketta hankkeet hankkeiden hankkeita
puute puutteen puutetta puutteet puutteita
tarve tarpeen tarvetta tarpeet
tilanne tilanteen tilannetta tilanteessa
kohde kohteen kohdetta kohteet kohteisiin kohteensa
kohta kohdan kohtaa kohdat kohtien kohdissa
vaihe vaiheen vaihetta vaiheet vaiheita
alue alueen aluetta alueet alueella alueiden
linkki linkin linkit linkkejä linkeistä
työ työn työtä työssä töiden töissä
työryhmä työryhmän työryhmien työryhmissä
aika ajan aikaa ajat aikoja aikana aikojen
vuosi vuoden vuotta vuonna vuosien
tuki tuen tukea tukien
luku luvun lukuja luvuissa
jäsen jäsenen jäsentä jäsenet jäsenten
asia asian asiaa asiat asioiden asioista
tila tilan tilat tilojen tiloissa
pinta pinnan pintaa pinnat pintojen
valta vallan valtaa
tieto tiedon tietoa tiedot tietojen tiedoista
hallinto hallinnon hallintoa
valtuusto valtuuston valtuustossa valtuustojen
sisältö sisällön sisältöä sisällössä
alueellinen alueellisen alueellista alueellisesti alueelliset
uusi uuden uutta uudet uusien
vastuu vastuun vastuuta vastuut
tärkeä tärkeän tärkeää tärkeitä
organisaatio organisaation organisaatiot organisaatioiden
valtio valtion valtiolle
kokonaisuus kokonaisuuden kokonaisuutta kokonaisuudet
"""

APART = """
kunta kunto
kunnan kunnon
laki lakko
lain laina
tuki tukos
vaihe vaihto
kohta kohde
kohdan kohteen
valta valtio
vallan valtion
tila tili
tieto tie
alue alku
aika aita
palvelu palvelija
päätös päättäjä
johtaja johto
järjestö järjestys
hallinto hallitus
rahoitus rahoittaja
tavoite tapa
virka virke
asia asiakas
asema ase
osa osaaja
asukas asunto
sana sanasto
maakunta maatalous
sopimus sopu
linja linkki
arvio arvo
"""


def lines(text: str) -> list[list[str]]:
    """Return the words of each line."""
    return [line.split() for line in text.strip().splitlines()]


PAIRS = [(words[0], form) for words in lines(MEET) for form in words[1:]]


@pytest.mark.parametrize(("word", "form"), PAIRS)
def test_forms_of_a_word_meet(word: str, form: str) -> None:
    """Who looks for one form finds the other, in any case of letters."""
    assert stem(word) == stem(form) == stem(form.upper())


@pytest.mark.parametrize(("word", "other"), lines(APART))
def test_different_words_stay_apart(word: str, other: str) -> None:
    """Words that only look alike have stems of their own."""
    assert stem(word) != stem(other)


@pytest.mark.parametrize("word", ["", "a", "EU", "35a", "2018-06", "x" * 200, "§", "-", "ßß", "İi"])
def test_any_text_has_a_stem(word: str) -> None:
    """What is no Finnish word is no error, and is not longer than before."""
    assert len(stem(word)) <= max(len(word.lower()), 1)


@pytest.mark.parametrize("word", ["35a", "2018-06", "SAN-35A"])
def test_words_with_digits_stay_whole(word: str) -> None:
    """Identifiers with numbers and times lose their hyphens and nothing else."""
    assert stem(word) == word.lower().replace("-", "")


def test_the_rules_are_readable_to_both_stemmers() -> None:
    """Expressions use nothing in which Python and JavaScript differ."""
    plain = re.compile(rf"[{VOWELS}{CONSONANTS}^$.*?:()|\[\]]*")
    expressions = {before for stage in stages() for rules in stage.values() for before, _ in rules}
    assert [found for found in sorted(expressions) if not plain.fullmatch(found)] == []


def test_no_rule_hides_another() -> None:
    """A rule that fits always stands last among those with its ending."""
    hidden = [
        (ending, before)
        for stage in stages()
        for ending, rules in stage.items()
        for before, _ in rules[:-1]
        if not before
    ]
    assert hidden == []

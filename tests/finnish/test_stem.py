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
virkamies virkamiehen virkamiehet virkamiehiä virkamiehille virkamiesten virkamiestä
luonnos luonnoksen luonnokset luonnosta luonnokseen luonnoksia
tulos tuloksen tulokset tulosta tulokseen tuloksia tulosten
ministeriö ministeriön ministeriöiden ministeriöitä ministeriöistä ministeriöille
elin elimen elimet elimiä elimistä elintä elinten
nuori nuoren nuoret nuoria nuorta nuorten nuorille
ihminen ihmisen ihmistä ihmiset ihmisiä ihmisten ihmisille
pieni pienen pientä pienet pieniä pienten pienessä pienempi pienemmät pienemmällä
ikä iän ikää iässä iästä ikään
käsi käden kättä kädet käsiä kädessä käsien
vesi veden vettä vedet vesiä veteen vesien
kieli kielen kieltä kielet kieliä kielten
mies miehen miehet miehiä miestä miehille
eläin eläimen eläintä eläimet eläinten eläimiä
avain avaimen avainta avaimet avainten avaimia
puhelin puhelimen puhelimet puhelinta puhelimia
avoin avoimen avointa avoimet avointen avoimia
työtön työttömän työtöntä työttömät työttömien työttömille
säädös säädöksen säädöstä säädökset säädöksiin säädösten
säännös säännöksen säännöstä säännökset säännöksiin
muutos muutoksen muutosta muutokset muutokseen muutosten
laitos laitoksen laitosta laitokset laitokseen laitosten
kierros kierroksen kierrosta kierrokset kierrokseen
keskeinen keskeisen keskeistä keskeiset keskeisiin keskeisten
yksityinen yksityisen yksityistä yksityiset yksityisiin
sähköinen sähköisen sähköistä sähköiset sähköisiin
erityinen erityisen erityistä erityiset erityisiin
toinen toisen toista toiset toisiin
tietoinen tietoisen tietoista tietoiset tietoisiin
vapaaehtoinen vapaaehtoisen vapaaehtoista vapaaehtoiset
johtaja johtajaa johtajille
osaaja osaajan osaajaa osaajat osaajien osaajille
malli mallin mallia mallit mallista mallien malleja
nimi nimen nimeä nimet nimistä nimien
toimi toimen tointa toimet toimista toimien
tiimi tiimin tiimiä tiimit tiimistä
vaali vaalin vaalit vaalista vaaleissa vaaleja
laaja laajan laajaa laajat laajempi laajemman laajempaa laajimmat
tärkeä tärkeämpi tärkeimmät tärkeimpiä
suuri suuren suurta suuret suurempi suuremman suurimmat suurten
selkeä selkeän selkeää selkeämpi selkeämpiä
aikajana aikajanan aikajanaa aikajanalla aikajanat
ristiriita ristiriidan ristiriitaa ristiriidat ristiriitoja ristiriidoista
lista listan listaa listalla listoja listoista
polku polun polkua polut polkuja poluista poluilla
jako jaon jakoa jaot jakoja jaoissa
haku haun hakua haut hakuja hauista hausta
tuki tuista tuilla
yksi yhden yhtä yhdellä yhdessä
kaksi kahden kahta kahdella kahdessa
viisi viiden viittä viidessä viiteen
kuntayhtymä kuntayhtymän kuntayhtymät kuntayhtymien kuntayhtymistä
miljoona miljoonan miljoonaa miljoonat miljoonien
posti postin postia postit postista
asukasraati asukasraadin asukasraatia asukasraadit asukasraateja
Uusimaa Uudenmaan Uuttamaata Uudellamaalla Uudellemaalle Uudeltamaalta
verkosto verkoston verkostot verkostojen verkostoja verkostoissa
kunnanhallitus kunnanhallituksen kunnanhallitusta kunnanhallituksessa kunnanhallitusten
ympäristö ympäristön ympäristöä ympäristöt ympäristöjen ympäristöissä
talousarvio talousarvion talousarviota talousarviot talousarvioiden talousarvioissa
toimielin toimielimistä toimielinten
hakutulos hakutulosta hakutuloksen
luonto luonnon luontoa luontoon
tulo tulon tuloa tulot tulojen tuloja
suodatin suodattimen suodatinta suodattimet suodattimia suodatinten
näppäin näppäimen näppäintä näppäimet
rajaton rajattoman rajatonta rajattomat
ammatti ammatin ammattia ammattiin ammatit
budjetti budjetin budjettiin budjetit budjetteja
päättää päättävät päätetään päätti päätettiin päätetty päätetyn päätetyt
valmistella valmistelee valmistelevat valmistellaan valmisteli valmistelivat valmisteltiin
valmistella valmisteltu valmistellut
järjestää järjestävät järjestetään järjesti järjestivät järjestettiin järjestetty järjestääkö
vastata vastaa vastataan vastasi vastasivat vastattiin vastattu vastaako
tuottaa tuottavat tuotetaan tuotti tuottivat tuotettiin tuotettu
käsitellä käsittelee käsittelevät käsitellään käsitteli käsittelivät käsiteltiin käsitelty
hyväksyä hyväksyy hyväksyvät hyväksytään hyväksyi hyväksyttiin hyväksytty hyväksyttiinkö
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
luonnos luonto
luonnoksen luonnon
luonnosta luontoa
tulos tulo
tuloksen tulon
tulosta tuloja
tulokset tulojen
mies miete
käsi kansi
käden kannen
nuori nuotti
elin elo
elin elinkeino
eläin elin
viisi viite
viiden viitteen
yksi yksikkö
kaksi kansi
toimi toimija
toimista toimimista
vesi vasta
haku hanke
posti poisto
polku pullo
avain avoin
ihminen ihme
ministeriö ministeri
ministeriöiden ministerien
tietoista tiedoista
tietoinen tieto
vapaaehtoista ehdoista
yksityistä yksistä
lista lisä
jako jakso
kieli kielto
muutos muutto
muutoksen muuton
säännös säädös
kierros kierto
puhelin puhe
malli malja
laajempi laajennus
vanhempi vanha
molempi moni
kuntalainen kunta
vastuu vasta
vastuita tuki
selain laki
päätetään päätös
päättää päättäjä
järjestetty järjestys
järjestää järjestö
käsitellä käsite
valmistella valmis
valmistella valmistaa
valmistella valmistelija
hyväksyä hyvä
vastata vasen
tuottaa tuottaja
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

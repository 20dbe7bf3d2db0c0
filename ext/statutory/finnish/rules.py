"""The rules by which inflected forms of a Finnish word come to one stem.

A line reads ``ending > replacement | what stands before the ending``; of the lines that fit
a word, the one with the longest ending is taken, and of these the first. Each stage changes
a word once at most. ``A``, ``O`` and ``U`` stand for *a* or *ä*, *o* or *ö*, *u* or *y*, by
vowel harmony; ``@`` is any vowel, kept. Before the ending stands a regular expression in
which ``V`` is any vowel and ``C`` any consonant. ``+`` behind a stem marks a plural whose
``i`` is gone.

The table is all there is: the stemmer in Python and the one in JavaScript only read it. The
endings and the change of consonants (*astevaihtelu*) are those of any grammar of Finnish;
which words stand apart was found by trying the rules on the words of the content.
"""

from __future__ import annotations

from statutory.finnish.single_words import (
    CASES_OF_SINGLE_WORDS,
    FINALS_OF_SINGLE_WORDS,
    STEMS_OF_SINGLE_WORDS,
)
from statutory.finnish.verbs import CASES_OF_VERBS, QUESTIONS, STEMS_OF_VERBS

VOWELS = "aeiouyäö"
CONSONANTS = "bcdfghjklmnpqrsštvwxzž"

SUFFIXES = """
# Possessives, and the particle -kin, behind a case.
ssAAn > ssA | V
stAAn > stA | [aeioyäö]|[^k]u
llAAn > llA | V
ltAAn > ltA | [eioöuyä]|[^v]a
nAAn > nA | V
lleen > lle | V
kseen > ksi | [eia]
itAAn > itA | [eo]
jAAn > jA | [eouyö]
iAAn > iA | C
UAAn > UA | C
OAAn > OA | C
eensA > een | V.*C
iinsA > iin | V.*C
jensA > jen | V
iensA > ien | C
idensA > iden | V
utensA > uden | [aeio]|[^t]u
ytensA > yden | [eiyäö]
nsA > | C.*V
mme > | C.*V
ssAkin > ssA | V
stAkin > stA | V
llAkin > llA | V
ltAkin > ltA | V
llekin > lle | V
enkin > en | C.*C
"""

CASES = """
# Inner and outer cases, essive, translative, adverbs.
ssA > | V
stA > | V
llA > | V
ltA > | V
lle > | V
nA > | V.*V
ksi > | V
issA > + | [aeoöuyä]
istA > + | [eoöuy]|^m[aä]|kk[aä]|pp[aä]|[^o]hta
illA > + | [aeoöuyä]
iltA > + | [aeoöuyä]
ille > + | [aeoöuyä]
inA > + | [aeoöuyä]
iksi > + | [aeoöuyä]
ineen > + | [eoöuy]
sti > | ...(?:[aoöuyä]|[^i]e)
# Nominative plural, genitives.
t > | V
n > | V
jen > + | [eoöuy]
iden > + | [aeoöuyä]
itten > + | [aeoöuyä]
ien > i | V.*C
sten > s | V
nten > n | V
lten > li | V
rten > ri | uo|uu|aa|ie|sa|tä
# Illatives.
aan > a | .
een > e | .
iin > i | .
oon > o | .
uun > u | .
yyn > y | .
ään > ä | .
öön > ö | .
seen > | ee|aa|uu|ää|yy
ihin > + | [aeoöuyä]
isiin > + | e|kka|ppa|[^o]hta|hy|vy|hu
hun > | uu|ou
hOn > | VO
hAn > | VA
# Partitives.
A > | [oöuyi]|aa|ää|ee
AA > A | C|[ei]
itA > + | [aeoöuyä]
ttA > | e
jA > + | [eoöuy]
tA > | uu|yy|aa|ää|yö|uo|ie|oo|io|iö
rtA > ri | uo|uu|[^k]aa
# Words in -nen, -s and -uus, whose partitive has no vowel before the ending.
nen > s | V
mistA > mis | [aeuyäö]|[^u]o|luo|[^aälnio]i|[^t]oi
llistA > llis | [^m]a|[eioöuyä]
ttistA > ttis | V
AistA > Ais | C
kkaista > kka+ | V
ppaista > ppa+ | V
htaista > hta+ | [^o]
laista > lais | [^sou]
aalista > aalis | [^v]
lkista > lkis | u
eistA > eis | yht|kesk|viim|yön?t|^yl|läh|jälk|kys|itiet|jänt|säät|katt
eisiin > eis | yht|kesk|viim|yön?t|^yl|läh|jälk|kys|itiet|jänt|säät|katt
toista > tois | ^|h|[aeioy]
htöistä > htöis |
näköistä > näköis |
sähköistä > sähköis |
kokoista > kokois |
yistä > yis | k|ksit|erit
kielistä > kielis | [^t]i|n
puolista > puolis | tasa|moni
tegista > tegis |
UstA > Us | [^dgjklpsuvy]|kesk
etUstA > etU | [tdu]|nn|ll|rr|st|tk
atUstA > atU | V.*[jklmnrtv]
tOstA > tOs | [aeiuäö]|uo
ttOstA > ttOs | V
UttA > Us | V
Uteen > Us | V
UtenA > Us | V
# Participles in -nut, words in -ton and -tin.
nUt > n | .
neet > n | [nydlhr]|[aäuy]
nUttA > n | .
tOn > tOm | mA|ee|su|työ|raja|uu|ero|elvo|alla
tOntA > tOm | mA|ee|su|työ|raja|uu|ero|elvo|alla
tOnten > tOm | V
tOnnA > tOm | V
tintA > ti | V
tinten > ti | V
"""

STEMS = """
+ > |
# Words in -us, -os and -uus, -as, -ton.
Ukse > Us |
Uksi > Us |
Okse > Os |
Oksi > Os |
Ude > Us | V
As > A | C
ttOmA > tOm | V
ttOmi > tOm | V
# Comparatives and superlatives.
empi > e | [^hr]|uur
empA > e | [^hr]|uur
emmA > e | [^hr]|uur
emmi > e | [^hr]|uur
eAmpi > eA |
eAmpA > eA |
eAmmA > eA |
eAmmi > eA |
aampi > aa |
aampa > aa |
aamma > aa |
eimpi > ea |
eimpA > eA |
eimmA > eA |
eimmi > ea |
immA > i | [^yl]
immi > i | [^yl]
# Plurals in -oi- of words in -a.
io+ > ia | [^tsvmhd]|str|[kr]at
ijO+ > ijA |
ajo+ > aja | [tkdvra]|[rk]o|ks
äjö+ > äjä |
tujo+ > tuja |
innO+ > innA | [^lm]
intO+ > innA | [^lm]
# Words in -tin and -nes.
ttime > ti | V
ttimi > ti | V
nekse > nes | V|n
neksi > nes | V|n
"""

LONG = """
@@ > @ |
iA > i | V.*C
asia > asia |
"""

GRADES = """
kk@ > k@ |
pp@ > p@ |
tt@ > t@ |
d@ > t@ | V|h
nt@ > nn@ |
lt@ > ll@ |
rt@ > rr@ |
mp@ > mm@ |
nk@ > ng@ |
ntt@ > nn@ |
ltt@ > ll@ |
rtt@ > rr@ |
mpp@ > mm@ |
nkk@ > ng@ |
kkeA > ke |
tteA > te |
nteA > nne |
lteA > lle |
nkeA > nge |
"""

FINALS = """
A > | V.*C
e > | V.*C
i > | V.*C
eA > | V.*C
"""

STAGES = (
    SUFFIXES + QUESTIONS,
    CASES + CASES_OF_SINGLE_WORDS + CASES_OF_VERBS,
    STEMS + STEMS_OF_SINGLE_WORDS + STEMS_OF_VERBS,
    LONG,
    GRADES,
    FINALS + FINALS_OF_SINGLE_WORDS,
)

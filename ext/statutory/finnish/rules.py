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
kseen > ksi | [eioa]
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
istA > + | [eoöuy]|^m[aä]|kk[aä]|pp[aä]|hta
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
isiin > + | [eouyö]|kk[aä]|pp[aä]|hta
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
# Words in -nen, -s and -uus, whose partitive has no vowel before the ending.
nen > s | V
mistA > mis | V
llistA > llis | V
ttistA > ttis | V
AistA > Ais | C
kkAistA > kkA+ | V
ppAistA > ppA+ | V
htaista > hta+ | V
laista > lais | [^nsou]
aalista > aalis | .
lkistA > lkis | .
nykyistä > nykyis |
yhteistä > yhteis |
yhteisiin > yhteis |
keskeistä > keskeis |
viimeistä > viimeis |
myönteistä > myönteis |
UstA > Us | [^dglpsuvy]
tOstA > tOs | V
UttA > Us | V
Uteen > Us | V
UtenA > Us | V
# Participles in -nut, words in -ton.
nUt > n | .
neet > n | [nydlhr]|[aäuy]
nUttA > n | .
tOn > tOm | mA|ee|su
tOntA > tOm | mA|ee|su
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
# Plurals in -oi- of words in -a.
iO+ > iA | [^tsvm]|str
ijO+ > ijA |
innO+ > innA | [^lm]
intO+ > innA | [^lm]
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
"""

FINALS = """
A > | V.*C
e > | V.*C
i > | V.*C
eA > | V.*C
"""

STAGES = (
    SUFFIXES,
    CASES + CASES_OF_SINGLE_WORDS,
    STEMS + STEMS_OF_SINGLE_WORDS,
    LONG,
    GRADES,
    FINALS + FINALS_OF_SINGLE_WORDS,
)

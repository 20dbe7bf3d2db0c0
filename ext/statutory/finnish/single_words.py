"""Words that follow no general rule, as rules of the stages of ``statutory.finnish.rules``.

Each line is a word, or the last part of one, that the general rules would split from its
other forms or mix with another word.
"""

CASES_OF_SINGLE_WORDS = """
asia > asia |
avoin > avoim | ^|[^t]
avointa > avoim |
elin > elim | .
elintä > elim | .
elinten > elim | .
jäsen > jäsen |
jäsenen > jäsen |
jäsentä > jäsen |
jäsenten > jäsen |
kirjain > kirjaim |
kirjainta > kirjaim |
koon > koko | ^
ksyjä > ksyjä |
lailla > laki |
laille > laki |
lailta > laki |
lain > laki |
laissa > laki |
laista > laki | ^|[nsou]
laiksi > laki |
lait > laki |
lasta > lapsi | ^
lasten > lapsi |
lista > lista | ^|[iös]|ia
markkina > markkina |
monen > moni |
monta > moni | ^
pienten > pieni |
pientä > pieni |
puolta > puoli |
puolten > puoli |
stuja > stuja |
suurta > suuri |
suurten > suuri |
tavoin > tapa |
valmiita > valmi |
valmis > valmi |
valmista > valmi |
valta > valta |
vuonna > vuosi |
vuotta > vuosi |
ylin > ylimma | ^
ylintä > ylimma | ^
"""

STEMS_OF_SINGLE_WORDS = """
# Plurals in -oi- of words in -a.
alo+ > ala | ^|[^kt]
haito+ > haitta |
haitto+ > haitta |
aiko+ > aika |
ajo+ > aika | ^|[äeöuyi]|lo|n|s
kennö+ > kennä |
kentö+ > kennä |
hinno+ > hinna |
hinto+ > hinna |
kanno+ > kanna |
kanto+ > kanna |
kirjo+ > kirja |
laajo+ > laaja |
laino+ > laina |
linjo+ > linja |
markkino+ > markkina |
matko+ > matka |
paiko+ > paikka |
paikko+ > paikka |
pajo+ > paja |
palko+ > palkka |
palkko+ > palkka |
pinno+ > pinna |
pinto+ > pinna |
raho+ > raha |
rajo+ > raja |
sairaalo+ > sairaala |
samo+ > sama |
sano+ > sana |
tapo+ > tapa | ^|V
tarko+ > tarkka |
tarkko+ > tarkka |
tavo+ > tapa | ^|V
teemo+ > teema |
tilo+ > tila |
valinno+ > valinna |
valinto+ > valinna |
vahvo+ > vahva |
vallo+ > valla |
valto+ > valla |
vanho+ > vanha |
varo+ > vara |
viro+ > virka |
virko+ > virka |
# A single k or p comes and goes with the ending.
aja > aika | ^|[äeöuyi]|lo|n|s
alu > alku | ^|[aeionsu]
avu > apu | ^|[aeiolnsu]
hau > haku | ^|V|s|n
jao > jako |
jälje > jälki |
järje > järki |
koo > koko |
kyvy > kyky |
lae > laki |
lae+ > laki |
luva > lupa | ^|[aeins]
luvu > luku |
luvu+ > luku |
polu > polku |
näö > näkö |
suvu > suku |
tarve > tarpe |
tava > tapa | ^|nta|ly|ku|he|yö|to
teo > teko |
tue > tuki | ^|V|[lns]
vira > virka |
väe > väki |
# Other words.
asio+ > asia |
tile+ > tili |
tö+ > työ | ^|hteis
vuode > vuosi |
vuote > vuosi |
"""

FINALS_OF_SINGLE_WORDS = """
asia > asi |
kohta > kohta |
kohti > kohta |
kohte > kohte |
tili > tili |
virke > virke |
"""

"""Words that follow no general rule, as rules of the stages of ``statutory.finnish.rules``.

Each line is a word, or the last part of one, that the general rules would split from its
other forms or mix with another word. Where one form belongs to two words, the line takes it
to the one that the content means: *luonnosta* and *tulosta* to *luonnos* and *tulos*, not to
*luonto* and *tulo*, *säännöstä* to *säännös*, but *liitosta* to *liitto*.
"""

CASES_OF_SINGLE_WORDS = """
aikajana > aikajana |
aikuista > aikuis |
Ain > Aim | ^av|^sel|^irt|^el|näpp
ainesta > aines |
ainoa > ainoa | ^
AintA > Aim | ^av|^sel|^irt|^el|näpp|kirj
Ainten > Aim | ^av|^sel|^irt|^el|näpp|kirj
ajatusta > ajatus | ^|V
aktiivista > aktiivis |
asia > asia |
avoin > avoim | ^|[^t]
avointa > avoim |
avointen > avoim | ^|[^t]
elin > elim | ^|[aäinoöuys]|puh|palv
elintA > elim | ^|[aäinoöuys]|puh|palv
elinten > elim | ^|[aäinoöuys]|puh|palv
entistä > entis | ^
foorumista > foorumi |
fyysistä > fyysis |
hausta > haku | ^|V|s|n
huolta > huoli |
ihmistä > ihmis |
iän > ikä | ^|V|us
jäsen > jäsen |
jäsenen > jäsen |
jäsentä > jäsen |
kahta > kaksi | ^
kaksi > kaksi | ^
kautista > kautis |
kerrosta > kerros |
kevättä > kevä | ^
kieltä > kieli |
kierrosta > kierros |
kirjain > kirjaim |
koon > koko | ^
ksyjä > ksyjä |
kuukautta > kuukausi |
kättä > käsi |
laiksi > laki |
lailla > laki |
laille > laki |
lailta > laki |
lain > laki | ^|[^e]|ie
laissa > laki |
laista > laki | ^|[sou]|ie
lait > laki |
lasta > lapsi | ^
lasten > lapsi |
liitosta > liitto |
lista > lista | ^|[iös]|ia|ke
luonnosta > luonnos |
lyhyttä > lyhy | ^
löydöstä > löydös |
markkina > markkina |
merta > meri |
mieltä > mieli |
miestä > mies |
miljoona > miljoona |
monen > moni |
monta > moni | ^
muuttuja > muuttuja |
myyjä > myyjä |
noja > noja | ^
nolla > nolla | ^
näkymistä > näkymä |
panosta > panos | ^|[oös]
pienen > pieni |
pientä > pieni |
posti > posti | ^|[aeäö]
puolta > puoli |
päistä > pää | ^
reuna > reuna |
rinnakkaista > rinnakkais |
sana > sana | s
sidosta > sidos |
stuja > stuja |
suoja > suoja |
säädöstä > säädös |
säännöstä > säännös |
tausta > tausta | ^
tavoin > tapa |
teknistä > teknis |
tointa > toimi |
totta > tosi | ^
tulosta > tulos | ^|loppu|haku|ks|us
uudellamaalla > uusimaa |
uudellemaalle > uusimaa |
uudeltamaalta > uusimaa |
uudenmaan > uusimaa |
uudessamaassa > uusimaa |
uutista > uutis | ^
uuttamaata > uusimaa |
valmiita > valmi |
valmis > valmi |
valmista > valmi |
valta > valta | ^|mi|s|io|vo|asa|nta|ntä|ntö
vettä > vesi | ^|[aes]
viiteen > viisi | ^
viittä > viisi | ^
vuonna > vuosi |
vuotta > vuosi |
välistä > välis | ^|n
ydin > ytim | ^
ydinten > ytim |
ydintä > ytim |
yhtymistä > yhtymä |
yhtä > yht | ^
yksi > yht | ^
ylin > ylimma | ^
ylintä > ylimma | ^
äänen > ääni |
"""

STEMS_OF_SINGLE_WORDS = """
# Plurals in -oi- of words in -a.
aikajano+ > aikajana |
aiko+ > aika |
ajo+ > aika | ^|[äeöuyi]|[lt]o|n|[ui]s
alo+ > ala | ^|[^kt]
haito+ > haitta |
haitto+ > haitta |
harvo+ > harva |
hinno+ > hinna |
hinto+ > hinna |
iikko+ > iikka | [^v]
iiko+ > iikka | [^v]
kaavo+ > kaava |
kanno+ > kanna |
kanto+ > kanna |
kirjo+ > kirja |
laajo+ > laaja |
laino+ > laina |
linjo+ > linja |
listo+ > lista |
markkino+ > markkina |
matko+ > matka |
medio+ > media |
miljoono+ > miljoona |
nojo+ > noja |
paikko+ > paikka |
paiko+ > paikka |
pajo+ > paja |
palkko+ > palkka |
palko+ > palkka |
pinno+ > pinna |
pinto+ > pinna |
raho+ > raha |
rajo+ > raja |
reuno+ > reuna |
ristiriido+ > ristiriita |
ristiriito+ > ristiriita |
sairaalo+ > sairaala |
samo+ > sama |
sano+ > sana |
sarjo+ > sarja |
tapo+ > tapa | ^|V|mis
tarkko+ > tarkka |
tarko+ > tarkka |
tausto+ > tausta |
tavo+ > tapa | ^|V|mis
teemo+ > teema |
tilo+ > tila |
vaaro+ > vaara |
vahvo+ > vahva |
valinno+ > valinna |
valinto+ > valinna |
vallo+ > valla |
valto+ > valla |
vanho+ > vanha |
varmo+ > varma |
varo+ > vara |
viivo+ > viiva |
viko+ > vika |
virko+ > virka |
viro+ > virka |
# A single k or p comes and goes with the ending.
aja > aika | ^|[äeöuyi]|[lt]o|n|[ui]s
alu > alku | ^|[aeionsu]
alu+ > alku | ^|[aeionsu]
avu > apu | ^|[aeiolnsu]
hau > haku | ^|V|s|n
hau+ > haku | ^|V|s|n
iä > ikä | ^|V|us
jao > jako |
jao+ > jako |
jälje > jälki |
järje > järki |
koo > koko |
kyvy > kyky |
lae > laki |
lae+ > laki |
liia > liika | ^
luva > lupa | ^|[aeins]
luvu > luku |
luvu+ > luku |
mäe > mäki | ^
näö > näkö |
polu > polku |
polu+ > polku |
sulu > sulku | ^
sulu+ > sulku | ^
suvu > suku |
tarve > tarpe |
tava > tapa | ^|nta|ly|ku|he|yö|to|mis
teo > teko |
teo+ > teko |
tu+ > tuki | ^|ys|us
tue > tuki | ^|V|[lns]
uha > uhka | ^
via > vika | ^
vio+ > vika | ^
vira > virka |
väe > väki |
# Other words.
asio+ > asia |
kahde > kaksi | ^
kahte > kaksi | ^
kaude > kausi |
kaute > kausi |
kennö+ > kennä |
kentö+ > kennä |
kolmanne > kolma | ^
käde > käsi |
käte > käsi |
lyhye > lyhy | ^
miehe > mies |
miehi > mies |
neljänne > neljä | ^
pidemmi > pitkä |
pidemmä > pitkä |
pidempi > pitkä |
pidempä > pitkä |
sulje > sulke |
tile+ > tili |
tode > tosi | ^
tote > tosi | ^
tö+ > työ | ^|hteis|[aeio]|us|mä|lu
vede > vesi |
vete > vesi |
viide > viisi | ^
vuode > vuosi |
vuote > vuosi |
yhde > yht | ^
yhte > yht | ^
"""

FINALS_OF_SINGLE_WORDS = """
asia > asi |
kohta > kohta |
kohti > kohta |
kohte > kohte |
tili > tili |
virke > virke |
"""

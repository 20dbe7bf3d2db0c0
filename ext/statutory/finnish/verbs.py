"""Forms of verbs, as rules of the stages of ``statutory.finnish.rules``.

Only what parts no forms of nouns is here: questions, passives, verbs in *-tella*, and those
that the content uses most. Where a verb has the stem of a noun, as *liittää* has that of
*liite*, its participle has it too.
"""

QUESTIONS = """
AAkO > AA |
eekO > ee |
UUkO > UU |
vAtkO > vAt |
AAnkO > AAn |
iinkO > iin |
isikO > isi |
"""

CASES_OF_VERBS = """
# Passives.
OtAAn > O | V.*C
UtAAn > U | V.*[dhjkmnprstv]
itAAn > i | d|[^r]k|oim|iet
Uttiin > U | V.*[dhjkmnprstv]
ittiin > i | d|[^r]k
Attiin > A | V.*(?:[jklprtv]|[^m]m)
# Plurals of the past.
AsivAt > A | V.*C
stivAt > sti | V
telivAt > teli | V|s|t
ttivAt > tti | V
# Others.
järjesti > järjesti |
tellA > tellA | V|s
"""

STEMS_OF_VERBS = """
# Passives and their participles.
etA > A | [^e][td]|.e[td]|nn|ll|rr|st|[stl]k
etti > a | [^e][td]|.e[td]|nn|ll|rr|st|[stl]k
ettU > A | [^e][td]|.e[td]|nn|ll|rr|st|[stl]k
ettU+ > A | [^e][td]|.e[td]|nn|ll|rr|st|[stl]k
etU > A | [^e][td]|.e[td]|nn|ll|rr|st|[stl]k
etU+ > A | [^e][td]|.e[td]|nn|ll|rr|st|[stl]k
Ui > U | V.*C
# Verbs in -tella.
tellA > tel | V|s
telti > tel | V|s
teltU > tel | V|s
teltU+ > tel | V|s
tellU > tel | V|s
tellU+ > tel | V|s
ttelee > tel | V
ttele > tel | V
tteli > tel | V
ttelevA > tel | V
ttelevi > tel | V
stelee > stel | V
stele > stel | V
steli > stel | V
stelevA > stel | V
stelevi > stel | V
# Verbs in -ata.
ata > a | V.*[jklmprtv]
# Common verbs.
hyväksyttU > hyväksy |
hyväksytU > hyväksy |
hyväksyttU+ > hyväksy |
hyväksytU+ > hyväksy |
hyväksyvä > hyväksy |
hyväksyvi > hyväksy |
järjestävä > järjestä |
järjestävi > järjestä |
päättävä > päättä |
päättävi > päättä |
tuottava > tuotta |
tuottavi > tuotta |
vastasi > vasta |
vastatti > vasta |
vastattu > vasta |
vastattu+ > vasta |
vastatu > vasta |
vastatu+ > vasta |
"""

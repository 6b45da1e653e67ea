"""Who was there: names as covers print them, with office, party, §§ and whom they serve for."""

from __future__ import annotations

from importers.patterns.pattern import Pattern
from importers.patterns.people import CODE, LONG_NAMES

_WORD = r"(?:[dDlO]['’]|(?:al|el|ul|ad|as|ibn|abu)-)?[A-ZÅÄÖÉÜØÆŠŽČĆÁÍÓÚ](?:[^\W\d_]|['’´`.-]){0,30}"
_PARTICLE = r"(?:von|af|av|de|van|der|den|la|el|al|ben|bin|di|da|du|le)"
_STOPS = r"(?<![a-zåäö]{3}\.)"  # a full stop ends the name, unless it shortens a word: "Chr. Ek"
NAME = rf"{_WORD}(?:{_STOPS} (?:{_PARTICLE} ){{0,2}}{_WORD}){{1,5}}(?: (?:d\.[yä]\.|jr|sr|junior|senior)(?!\w))?"
# A party without brackets: those of the Riksdag of a letter, any of two to five capitals, or two capitals about a small letter ("ÖrP").
_BARE_CODE = r"(?:(?!(?:VD|AB|IT|HR|VA|VVS|LO|EU|PM)(?!\w))[A-ZÅÄÖ]{2,5}|[A-ZÅÄÖ][a-zåäö][A-ZÅÄÖ]|[SMCVLD]|-)"
# The same in small letters, as old minutes print it in a column; "v ordf" is a vice chair.
_SMALL_CODE = r"(?:(?:s|m|c|l|fp|kd|kds|mp|sd|nyd|spi|v(?!\.? ?ordf))(?= ?$|,|;| (?:[§\d(]|(?:[123](?::[ea])?|förste|andre|första|andra|vice|v) |v?\.? ?ordf|tj|ej |icke |ers)))"
_IN_BRACKETS = rf"(?:[(\[]{{1,2}}|(?<= )[–-](?=[A-ZÅÄÖ]{{1,4}}[–-])) ?(?P<party>{CODE}),?(?: ?(?P<inner>(?:(?:(?:[123](?::?[ea])?|förste|andre|tredje|första|andra) )?(?:v\.? ?|vice )?ordf(?:örande|\.)?|ers(?:ättare|\.)?)))? ?[)\]–-](?!\w)"

BARE_CODE = Pattern(
    rf"^{_BARE_CODE}$", catches=("S", "KD", "ÖrP", "ROOP", "-"), leaves=("AB", "VD", "Ek", "A", "KOMMUN")
)

# A name of two words or more, where a list of people goes on with somebody.
FULL_NAME = Pattern(
    rf"(?<![\w-])(?P<name>{NAME})",
    catches=("Anna Ek (S)", "Carl von Linné", "Dmitar Ek´, MP", "Sara al-Din"),
    leaves=("ordförande", "Anna", "kommunchef Anna"[:10]),
)
# A letter between first name and surname, which is no party: "Johan M Karlsson (SD)"
INITIAL = Pattern(
    rf"^{_WORD}(?: {_WORD})? [A-ZÅÄÖ]\.? (?:{_PARTICLE} )?[A-ZÅÄÖÉ][a-zåäöé][^\s]{{0,30}}(?<!rdförande)(?<!edamot)(?<!rsättare)$",
    catches=("Johan M Karlsson", "Anna Maria S Ek"),
    leaves=("Anna Ek S Ordförande", "Anna Ek S", "Bo Ås"),
)
SHORT_NAME = Pattern(
    rf"(?<![\w-])(?P<name>{_WORD}) ?(?={_IN_BRACKETS.replace('?P<party>', '').replace('?P<inner>', '')})",
    catches=("Frank (SD)",),
    leaves=("Frank SD", "frank (SD)"),
)
# The party in a column before the name, or in brackets before it: "MP Per Al", "(C) Anna Ek".
PARTY_FIRST = Pattern(
    rf"(?<![\w-])(?:\((?P<party>{CODE})\)|(?P<bare>{_BARE_CODE})) (?P<name>{NAME})",
    catches=("MP Per Al", "(C) Anna Ek", "S Eva Lind, ordförande"),
    leaves=("Per Al (MP)", "Ek Per"),
)
PARTY_BEHIND = Pattern(
    rf"^(?:,? ?| ?/ ?)(?:{_IN_BRACKETS}|(?<![^ ,/])(?P<bare>{_BARE_CODE}|(?i:{LONG_NAMES}))(?=$|[ ,;])|(?<= )(?P<small>{_SMALL_CODE}))",
    catches=(
        " s, ordförande",
        " fp tjg ers",
        "/S, ordförande",
        " (S)",
        ", MP",
        " M 66 68",
        "(S, ordf.)",
        " (SD, 1:e v ordf.)",
        " (L, andre vice ordförande)",
        " ((L)",
        ", S, ordförande",
        ", Moderaterna, ordf.",
        " [S], ordförande",
        " -S-, ordförande",
    ),
    leaves=(", ordförande (S)", ", VD", ", § 5", " v ordf", " m fl", " s a"),
)
_ELECTED = r"(?:ordförande|ledamöter|ordf\.?|ledamot|led\.|ers\.|ersättare|suppleant|gruppledare|kommunalråd|oppositionsråd|regionråd|borgarråd|förtroendevald|råd)"
_OFFICIAL = (
    r"(?:chef|direktör|sekreterare|strateg|jurist|handläggare|utredare|registrator|arkitekt|samordnare|controller|ekonom|planerare|ingenjör|inspektör|rektor|konsult|revisor|kamrer"
    r"|assistent|koordinator|informatör|kommunikatör|biolog|utvecklare|specialist|administratör|tekniker|lärare|ledare|föredragande|antikvarie|geolog|ekolog|pedagog|psykolog|sköterska"
    r"|ansvarig|bibliotekarie|arkivarie|veterinär|läkare|advokat|förvaltare|mästare|analytiker|kanslist|lantmätare|logoped|dietist|praktikant|intendent|curator|curatorn|kurator|ombud|ombudsman|präst|polis|företrädare|representant)"
)
_BEFORE_OFFICE = r"(?:(?:1|2|3):[ea] |[12][ea] |förste |andre |tredje |första |andra |vice |v\.? |tf\.? |t\.?f\.? |bitr\.? |biträdande |tillförordnad |kommunal |tekniske |tekniska |ekonomiske |politisk |adjungerad |tjänstgörande |avgående )"
# A party of the town's own, written out behind the name of somebody elected: "Cia Berg (Kommunens Väl)"
OWN_PARTY_BEHIND = Pattern(
    rf"^ ?\((?P<named>(?!(?i:(?:[^\W\d_]|-){{0,30}}(?:{_ELECTED}|{_OFFICIAL})|vakant|sjuk|ledig|föräldraledig|ej|icke|inte|tjänstg\w{{0,10}}|tjg|ers|adj\w{{0,10}}|distans|digitalt|teams|frånvarande|närvarande|deltar|deltog|kl|del|för|från|via|på|anländer|jäv)(?![^\W\d_]))[A-ZÅÄÖ](?:[A-Za-zÅÄÖåäöé]{{2,20}}(?:[ -][A-Za-zÅÄÖåäöé]{{1,20}}){{1,3}}|[A-Za-zÅÄÖåäöé]{{0,20}}(?:partiet|demokraterna|listan|alliansen|rörelsen|bygden|samling)))\)",
    catches=(" (Kommunens Väl)", " (Älnsjöpartiet)"),
    leaves=(" (Ekonomichef)", " (S)", " (Vakant)", " (Distans)", " (Sekr)", " (Tjänstgörande ersättare)"),
)
# An office before a name: "Ekonomichef Frida Rask", "kommunchef Bo Ås", "Ordförande Anna Ek".
OFFICE_FIRST = Pattern(
    rf"(?<![\w-])(?P<office>(?i:{_BEFORE_OFFICE}{{0,3}}(?:[^\W\d_]{{2,20}}- och )?(?:(?-i:[a-zåäö]){{2,8}}\. )?(?:[^\W\d_]|-){{0,30}}?(?:{_ELECTED}|{_OFFICIAL}|vd|sekr\.?|dir\.|ing\.|insp\.|handl\.)(?:en|n|na)?))(?![^\W\d_-]) (?={_WORD})",
    catches=(
        "Ekonomichef Frida Rask",
        "kommunchef Bo Ås",
        "Ordförande Anna Ek",
        "2:e vice ordförande Anna Ek",
        "VD Anna Ek",
        "Sekr Anna Ek",
        "Miljöinsp. Anna Ek",
        "Led. Anna Ek",
        "Ers. Anna Ek",
        "Tf tekn. direktör Anna Ek",
        "Hälso- och sjukvårdsdirektör Anna Ek",
    ),
    leaves=("Frida Rask", "ekonomichef", "Cheffa Frida Rask", "Kadir Al Aziz"),
)
# An office as a capital prints it behind a name, and no part of it: "Siv Ek Ledamot (V)".
OFFICE_WORD = Pattern(
    rf"^(?:[A-ZÅÄÖ]?(?:[^\W\d_]|-){{0,30}}?(?:{_ELECTED}|{_OFFICIAL})|(?:(?:ej|icke|inte) )?tjänstgörande ersättare|VD|Vice)$",
    catches=("Ledamot", "Ordförande", "Ekonomichef", "Ersättare", "Tjänstgörande ersättare"),
    leaves=("Ek", "Lindman", "Rådmark"),
    ignore_case=True,
)
ONE_PLACE = Pattern(
    r"^[A-ZÅÄÖ][a-zåäö]{2,20}(?: (?:kommun|stad))?$",
    catches=("Säter", "Alby kommun"),
    leaves=("insyn", "Säter och Vika"),
)
# How somebody was there, in a cell beside them.
TELLS_HOW = Pattern(
    r"(?<!\w)(?:ordf(?:\.|örande)|tjg|tjänstg|ersätt(?:er|s)|frånvar|närvarar|förhinder|anländ|anlände|lämna|avvik|avvek|jäv)|^[^\W\d_]{0,20} ?§",
    catches=("Näsviken ordförande", "tjänstgörande §§ 12–18", "Övrigt § 4"),
    leaves=("Näsviken", "Ordning", "Ersättare"),
    ignore_case=True,
)
NO_PLACE = Pattern(
    rf"^(?:[^\W\d_]|-){{0,30}}?(?:{_ELECTED}|{_OFFICIAL})$|^(?:(?:sjuk|ledig|frånv|närvar|förhindr|förfall|jävig|vakan|distans|digital|tjänst|tjg|anmäl|avvik|avvek|lämna|anlän|ersä|adjung|avgå|avgick|bort|permi|semest|utesl|entled|vikari|suppl|reserv)[a-zåäö]{{0,20}}|föräldra[a-zåäö]{{1,20}}|jäv|ej|inte|icke|utom|del|delvis|vid|från|till|kl|nej|ja|bilaga|se|anm|avv|ers|adj|frv|närv|förh|vik)[.,]?(?!\w)",
    catches=("Ordförande", "Sjuk", "Frånvarande", "Distans", "Bortrest", "Semester", "Ej utsedd"),
    leaves=("Näsviken", "Ådal", "Delsbo", "Klippan", "Jakobsberg"),
    ignore_case=True,
)
ELECTED_OFFICE = Pattern(
    rf"^(?:[^\W\d_]|-){{0,30}}?{_ELECTED}$",
    catches=("Gruppledare", "Ordförande"),
    leaves=("Ungdomsledare", "Ekonomichef"),
    ignore_case=True,
)
OFFICIAL = Pattern(
    rf"(?:{_OFFICIAL}(?:en|n)?|vd|(?<!\w)sekr)(?![^\W\d_-])",
    catches=("kommunchef", ", sekr.", "nämndsekreterare", "VD Testboda AB"),
    leaves=("ordförande", "ledamot", "chefen för"[:3], "Mästarsson"),
    ignore_case=True,
)
_CHAIRS = r"(?:(?:t\.? ?f\.? |tillförordnad )?(?:(?:förste|andre|tredje|första|andra|[123](?::?[ea]|\.)?(?= v)|[123]:[ea]) )?(?:vice |v\.? ?)?(?:(?:mötes)?ordförande(?!\w)|ordf(?!\w)\.?))"
OFFICE = Pattern(
    rf"(?:^|[\s,(])(?P<office>{_CHAIRS})",
    catches=(
        ", ordförande",
        ", v. ordf.",
        ", 2:e vice ordförande",
        ", 1 v. ordf",
        ", 2. vice ordf.",
        ", förste vice ordförande",
        " ordf",
        ", Ordförande (S)",
    ),
    leaves=(", ordföranden ställer", "kommunstyrelseordförande"),
    ignore_case=True,
)
CHAIR = Pattern(
    r"^(?:mötes)?(?:ordföranden?|ordf\.?)$",
    catches=("ordförande", "ordföranden", "Ordförande", "ordf."),
    leaves=("vice ordförande", "2:e vice ordförande"),
    ignore_case=True,
)
# An office between name and party: "Eva Lind, Ordförande (S)", "Siv Ek Ledamot (V)", "politisk sekreterare (S)".
OFFICE_THEN_PARTY = Pattern(
    rf"^,? ?(?P<office>[^()§;]{{2,60}}?)(?: ?\((?P<party>{CODE})\)|, (?P<bare>{_BARE_CODE})(?=$|[ ,;]))",
    catches=(", Ordförande (S)", " Ledamot (V)", ", 1:e vice ordförande (M)"),
    leaves=(" (S)", ", § 5 (S)"),
)
# Both in brackets: "Siv Ek (Vice ordförande) (V)".
OFFICE_IN_BRACKETS_THEN_PARTY = Pattern(
    rf"^ ?\((?P<office>[^()§;]{{4,60}})\) \((?P<party>{CODE})\)",
    catches=(" (Ordförande) (S)", " (1:e vice ordförande) (KD)"),
    leaves=(" (S)", " (S) (ordförande)"),
)
_SERVES = r"(?:i ?st\.? ?f(?:ör|\.)?|tj\.?g\.? f(?:ör|\.)|tj\.? ?(?:ers\.? ?|ersättare )?(?:i ?stället )?för|istf\.?|tjänstgör(?:ande)? (?:ersättare )?(?:(?:i )?ställe[tn]? ?)?för|tjänstgör i ?stället för|tjg\.? (?:ers\.? |ersättare )?(?:i ?stället )?(?:för|f\.?(?= ))|(?:som )?ersättare för|ers\.? för|ersätter|i ?stället för|in för|för)"
# Why somebody serves for another: it is the other who is biased.
BIASED_HIMSELF = Pattern(
    rf"[ ,(]{{0,3}}(?:på grund av|p\.? ?g\.? ?a\.?|vid|med anledning av) (?-i:(?:{NAME} ?(?:\(\w{{1,5}}\) ?)?))jäv(?=[ ,.);]|$)|^[ ,(]{{0,3}}(?:på grund av|p\.? ?g\.? ?a\.?|vid|med anledning av) jäv(?=[ ,.);]|$)",
    catches=(" vid Karl Ås jäv", " p.g.a. jäv)", ", på grund av jäv"),
    leaves=(" jäv § 4",),
    ignore_case=True,
)
# The same with nothing between: the party stands in a column behind the office.
CHAIR_THEN_PARTY = Pattern(
    rf"^,? ?(?P<office>{_CHAIRS}|(?:ordinarie )?ledamot|ersättare|suppleant),? (?P<bare>(?-i:{_BARE_CODE}))(?=$|[ ,;])",
    catches=(", ordförande S", " Ledamot KD", " 1:e vice ordförande KD § 5"),
    leaves=(", ordförande", ", ordförande (S)", ", ordförande ska"),
    ignore_case=True,
)
# The same where the cell breaks within the office, and the party stands beside its first line: "1:e vice    C    5–8" over "ordf."
VICE_BROKEN = Pattern(
    rf"^,? ?(?P<office>(?i:(?:(?:förste|andre|tredje|första|andra|[123](?::?[ea])?) )?(?:vice|v\.))),? (?P<bare>{_BARE_CODE})(?P<between>[ \d,–§-]{{0,40}}?) (?P<ordf>(?i:ordf(?:örande|\.|)))(?![^\W\d_])",
    catches=(", 1:e vice C 5–8 ordf.", ", vice M ordförande", " 2:e v. S §§ 4-5 ordf"),
    leaves=(", 1:e vice ordf. C", ", vice C", ", ordf. C"),
)
# For whom somebody serves: "ersätter Dan Holm (M)", "tjg. för Bo Ås", "tjänstgörande ersättare för Ann-Christine Falk (M)".
SERVES_FOR = Pattern(
    rf"(?<![^\W\d_])(?P<how>(?i:{_SERVES})) (?:(?i:led\.|ledamot(?:en)?|ordf(?:\.|öranden?)) )?(?:(?:\((?P<before>{CODE})\)|(?P<bare_before>{_BARE_CODE})) )?(?P<name>{NAME}|{_WORD}(?= ?\())(?:,? ?{_IN_BRACKETS}|,? (?P<bare>{_BARE_CODE}|(?i:{LONG_NAMES}))(?=$|[ ,;])|,? (?P<small>{_SMALL_CODE}))?",
    catches=(
        ", ersättare för Bo Ås",
        " tjg ers för Bo Ås kd",
        " tjänstgör för Dan Holm (M)",
        " ersätter Dan af Holm",
        " tjg. för Bo Ahl (M) § 43",
        " Ers. för Per Al",
        ", tjg. för (M) Dan Holm",
        " i st. f. Dan Holm (M)",
        " för Led. Dan Holm",
        ", tjg. f. Dan Holm",
        " tjg ers f Dan Holm (M)",
    ),
    leaves=(", ", "förtroendevald Bo Ås", "ansvarig för ordföranden"),
)
SERVES_FIRST = Pattern(
    rf"^(?:(?:tjänstgörande |tjg\.? )?(?:ersättare|ers\.?),? )?{_SERVES}(?!\w)",
    catches=("ersättare för Bo Ås", "Ers. för Per Al", "för Bo Ås", "Tjänstgörande ersättare ersätter Bo Ås"),
    leaves=("ersättare", "Bo Ås"),
    ignore_case=True,
)
NOT_SERVING = Pattern(
    r"(?<!\w)(?:(?:ej|icke|inte) (?:tjg|tjänstg|beslut)[a-zåäö]{0,12}\.?(?: ers(?:ättare|\.)?|(?![a-zåäö.]| (?:(?:under|vid|i|för) )?§))|utan tjänstgöring"
    r"|(?:tjg|tjänstg)[a-zåäö]{0,10}\.? (?:ej|icke|inte)(?=[\s,.;)]{0,3}$))",
    catches=(", ej tjg ers, kl. 10.00-12.00", ", ej tjänstgörande", ", tjänstgör ej", ", utan tjänstgöring"),
    leaves=(", tjänstgörande", "ej § 5", "tjänstgör ej § 5", ", ej tjänstgörande § 5"),
    ignore_case=True,
)
SERVING_MARK = Pattern(
    r"(?<![^\W\d_])(?:tj\.?g|tjänstg)(?:ör(?:ande)?|jorde|jort)?\.?(?: ers(?:ättare|\.)?)?(?![^\W\d_])",
    catches=(
        ", tjg ers",
        ", tj.g. §§ 2-4",
        ", tjänstgörande ersättare § 125",
        " tjänstgör § 3",
        " tjänstgjorde från § 3",
    ),
    leaves=(", ersättare", "tjänstgörandet"),
    ignore_case=True,
)
# The heading of those who served, beside that of others.
SERVING_ALONE = Pattern(
    r"^(?:tjänstgörande|beslutar|tjänstgör):?$",
    catches=("Tjänstgörande", "Tjänstgör:"),
    leaves=("Ej tjänstgörande",),
    ignore_case=True,
)
SUBSTITUTE_MARK = Pattern(
    r"(?:^|[\s,(])(?:ersättare|ers\.?|suppleant)(?![^\W\d_])(?! för)",
    catches=(", ersättare", " (ers.)", ", ersättare, ej § 5"),
    leaves=(", ersättare för Bo Ås", ", ersättaren"),
    ignore_case=True,
)
# The office of who is named as a substitute: "samt ersättaren Ada Ros (M)".
SUBSTITUTE_NAMED = Pattern(
    r"^(?:ersättar(?:e|en|na)|suppleant(?:en)?)$",
    catches=("ersättaren", "suppleant"),
    leaves=("tjänstgörande ersättare", "vice ordförande"),
    ignore_case=True,
)
# The same of somebody who served: "tjänstgörande ersättaren Anna Ek (S)"
SERVING_NAMED = Pattern(
    r"^(?:tjänstgörande|beslutande) (?:ersättaren|suppleanten)$",
    catches=("tjänstgörande ersättaren",),
    leaves=("ersättaren", "tjänstgörande ersättare"),
    ignore_case=True,
)
# Between two whom the same person serves for: "ersätter Hans Sjö (C) § 4 och Ida Tall (C) § 5"
SERVES_ON = Pattern(
    r"^,? §§? ?\d[\d ,–-]{0,60} (?:och|samt) (?:för )?$",
    catches=(" § 4 och ", ", §§ 4-6, 8 samt "),
    leaves=(" och ", ", ", " § 4, "),
)
JOINS = Pattern(r"(?:^|[ ,;])(?:och|samt)$", catches=("§§ 5-9 och", "och"), leaves=("och vice ordförande",))
# What joins the next in a list, at the end of somebody's description.
JOINT = Pattern(r"(?:^| )(?:och|samt|jämte|kl\.?|klockan)$", catches=(" § 5 och", "samt"), leaves=("mock", "och vice"))
# What parts those whom a line names: "Anna Ek (S), Bo Ås (M) och Cia Berg", also where a comma was forgotten.
SEPARATOR = Pattern(
    r"[,;:] ?(?:(?:och|samt|jämte) )?|\) (?=[A-ZÅÄÖ])| (?:och|samt|jämte) |(?<=[a-zåäö]{4})\. (?=[A-ZÅÄÖÉ][^\s,.()\d]{1,30} [A-ZÅÄÖÉ][^\s,.()\d]{1,30}, [a-zåäö])",
    catches=("Anna Ek, Bo Ås", "Anna Ek (S) Bo Ås (M)", "Anna Ek samt Bo Ås", "kommundirektör. Bo Ås, sekreterare"),
    leaves=("Anna Ek (S)",),
)
# The same in a list whose parties stand before the names: "(S) Anna Ek, (M) Bo", "(S) Anna Ek, (C)".
# The first name alone of whoever somebody serves for, at the end of a line.
SERVED_BY_FIRST_NAME = Pattern(rf"\s(?:för|ersätter) {_WORD}$", catches=("Bo Ås för Tommy",), leaves=("för Tommy Ek",))
LEFT_OPEN_BEHIND_PARTY = Pattern(
    rf"[,;] (?:\({CODE}\)|{_BARE_CODE})(?: {_WORD}(?: {_PARTICLE})?)?$",
    catches=("(S) Anna Ek, (M) Bo", "S Anna Ek, C", "(S) Anna Ek, (L) Eva von"),
    leaves=("(S) Anna Ek", "(S) Anna Ek, (M) Bo Ås"),
)
# What a seat is called where all of a list have one, and no office: "Siv Ek, ledamot"
SEAT = Pattern(
    r"^(?:ledamot|ersättare|suppleant)(?!\w)[ ,;]{0,3}",
    catches=("ledamot", "Ersättare, ej § 5"),
    leaves=("ledamoten",),
    ignore_case=True,
)
# What is worth a note besides plain §§: "ej § 117 på grund av jäv", "anlände kl. 14.10"
NOTED = Pattern(
    r"[^\W\d_]{2,}",
    catches=("ej § 117 på grund av jäv", "anlände kl. 14.10"),
    leaves=("§§ 5-9", "66 68"),
)
# A party before those of it: "S: Anna Ek, Bo Ås"
PARTY_LEADS = Pattern(
    rf"^\(?(?P<party>{CODE}|[A-ZÅÄÖ][a-zåäö]{{2,20}}(?:partiet|demokraterna|listan))\)?: (?=[A-ZÅÄÖÉ][^\s,:]{{1,30}} [A-ZÅÄÖÉ])",
    catches=("S: Anna Ek, Bo Ås", "(KD): Cia Berg", "Ekerödspartiet: Ture Graf"),
    leaves=("S: se bilaga", "Ordförande: Anna Ek", "S Anna Ek"),
)

PARTY_ALONE = Pattern(
    rf"^(?:\({_BARE_CODE}\)|{_BARE_CODE})(?:$| (?=[a-zåäö§\d]))",
    catches=("S", "(KD)", "ÖrP", "S ordförande", "M 12, 13"),
    leaves=("ordförande", "Anna Ek", "Anna", "A Ek"),
)
# An office that labels a row of its own: "Vice ordförande: Bo Ås (M)", "Ledamot     Cia Berg (V)"
SEAT_LABEL = Pattern(
    r"^(?:(?P<vice>(?:(?:förste|andre|första|andra|[123]:[ea]|I|II) )?vice ?ordförande)|ledamot)(?: ?[:;](?: ?(?P<value>\S.*))?)?$",
    catches=("Vice ordförande", "2:e vice ordförande: Bo Ås (M)", "Ledamot"),
    leaves=("Ordförande", "Ledamöter", "Vice ordförande Bo Ås", "Ledamot Bo Ås (M)"),
    ignore_case=True,
)
# The sign or number before an entry of a list: "1. Anna Ek (S)", "• Bo Ås (M)"
LIST_MARK = Pattern(
    r"^(?:[•·▪●○*–—-] ?|\d{1,3}[.)] )(?=[A-ZÅÄÖÉ(])",
    catches=("1. Anna Ek (S)", "• Bo Ås (M)", "- Bo Ås"),
    leaves=("- ", "12-18", "1 Anna"),
)
# Two whom an office without a comma after it stands between: whose it is cannot be told. "Anna Ek (S), ordförande Bo Ås (M)"
OFFICE_BETWEEN = Pattern(
    rf"(?:^|(?<=[,;] ))(?:{NAME})(?: ?\([^()]{{1,30}}\))?(?:,? [A-ZÅÄÖ]{{1,5}})?,? {_CHAIRS} {NAME}(?! ?[,;]? ?(?:\([^()]{{1,30}}\))?,? (?:v\.|vice|ordf))",
    catches=(
        "Anna Ek (S), ordförande Bo Ås (M)",
        "Anna Ek S, 1:e vice ordf. Bo Ås M",
        "Anna Ek (S) ordf Bo Ås (M)",
        "Anna Ek (S), t f ordf Bo Ås (M)",
        "Anna Ek, S, ordförande Bo Ås, V",
    ),
    leaves=("Anna Ek (S), ordf., Bo Ås (M)", "Anna Ek (S), ordförande, Bo Ås (M)", "Anna Ek (S), ordförande"),
)
# The surname alone before a comma: "Ek, Anna (S)". Who it is cannot be told from two who are named by one name each.
SURNAME_FIRST = Pattern(
    rf"^{_WORD}, {_WORD}(?: ?\(| |,|$)|^{_WORD} {_WORD}, (?!\S{{0,30}}(?i:{_ELECTED}|{_OFFICIAL})(?!\w)){_WORD} ?\({CODE}\)",
    catches=("Ek, Anna (S)", "Ek, Anna", "Ek Lundström, Anna (S)"),
    leaves=("Anna Ek, Bo Ås", "Anna (S), Bo (M)", "Anna, ordförande", "Anna Ek, Bo Ås (M)", "Anna Ek, Ordförande (S)"),
)
# What has the form of a name and is a place, a body or a company: "Södra Skolan", "Alnsjöhem Elverk AB"
NO_NAME = Pattern(
    r"(?:skola(?:n|s)?|förvaltning(?:en)?|kontor(?:et)?|enhet(?:en)?|avdelning(?:en)?|nämnd(?:en)?|styrelse(?:n)?|bolag(?:et|en)?|förbund(?:et)?|gymnasi(?:et|um)|centrum|center|huset|salen|rummet|stiftelse(?:n)?"
    r"|fullmäktige|utskott(?:et)?|kommun(?:en)?|(?<!\w)(?:stad|region)|regionen|förening(?:en)?|seniorerna|pensionärerna|partiet|rådet|kyrka(?:n)?)$|(?<!\w)(?:AB|HB|KB|BRF|(?-i:PRO|SPF|SKPF|RPG|SPRF|HRF|DHR|SRF|RSMH|FUB|NHR|HSO|DBF|NSPH|RBU))(?!\w)|^(?:Seniorerna|Namn|Parti|Valkrets|Samtliga|Alla|Närvarande|Enligt|Vissa|Kommunstyrelsens|Kommunens|Region)(?!\w)",
    catches=("Norra Skolan", "Testbodahem Elverk AB", "PRO Testby", "Vård och Omsorgsförvaltningen"),
    leaves=("Anna Ek", "Bo Skolander", "Anna Solstad"),
    ignore_case=True,
)
# A cell or line that goes on with the entry before it, and an entry that is left open.
GOES_ON = Pattern(
    r"^(?:[a-zåäö(§,]|\d{1,4}(?: ?[-–] ?\d{1,4})?(?:,| |$)|[123]:[ea] )",
    catches=("ordförande", "§§ 114-115", "(S)", "66 68", "2:e vice ordförande"),
    leaves=("Anna Ek (S)", "2024-05-29"),
)
# A party without brackets that begins a line, the name it belongs to ending the line above: "…, Jon Ödmark" / "V, Eva Ros L".
PARTY_OPENS_LINE = Pattern(
    rf"^{_BARE_CODE}(?=[,;.]|$| [a-zåäö])",
    catches=("V, Eva Ros L", "KD", "M för Lisa Ohlgren M"),
    leaves=("(V), Eva Ros (L)", "Anna Ek V", "VD Anna Ek"),
)
PARTY_LEFT_OUT = Pattern(
    rf"(?<!\w){_BARE_CODE}(?: \w[^,;()]{{0,40}})?(?:, [a-zåäö\d][^,;()]{{0,40}})?[,;] (?:{_WORD} (?:{_PARTICLE} ){{0,2}}){{1,3}}(?!{_BARE_CODE}$){_WORD}$",
    catches=("Anna Ek S, Jon Ödmark", "Anna Ek S ordf, Per-Anders Tornhag", "Anna Ek S, 1:e vice ordf., Eva von Stedt"),
    leaves=("Anna Ek (S), Jon Ödmark", "Anna Ek S, Jon Ödmark V"),
)
# The same in brackets, where a surname of two words is broken: "Anna Ek (S), Bo Falk" over "Berg (C)".
SURNAME_OPENS_LINE = Pattern(
    rf"^{_WORD} ?\({CODE}\)",
    catches=("Berg (C) för Bo Ås (M)", "Berg (C)"),
    leaves=("Bo Berg (C)", "(C)", "Berg, C"),
)
NAME_WITHOUT_PARTY = Pattern(
    rf"\({CODE}\)[^()]{{0,60}}(?:[,;]| och| samt) {_WORD} (?:{_PARTICLE} ){{0,2}}{_WORD}$",
    catches=("Anna Ek (S), Bo Falk", "Anna Ek (S), ordförande och Bo von Falk"),
    leaves=("Anna Ek (S), Bo Falk (C)", "Bo Falk", "Anna Ek (S), Bo"),
)
LEFT_OPEN = Pattern(
    rf"(?:,| (?:ersättarna|suppleanterna|ledamöterna|ersättaren|ledamoten|ordföranden)(?: {_WORD})?| för| ersätter| och| samt|(?<! -[A-ZÅÄÖ])(?<! -[A-ZÅÄÖ]{{2}})(?<! )-|(?:^|[,;)] |(?:^| )(?:och|samt) )(?:{_WORD} ){{1,2}}{_PARTICLE}|(?:,|(?:^|\s)(?:och|samt|för|ersätter)) (?=\S{{0,30}}[a-zåäö])(?P<word>{_WORD})|(?: samt| och|,|^) ?(?:[^\W\d_]|-){{0,30}}(?:{_OFFICIAL}) {_WORD}|(?<!-)(?: samt| och) (?:[^\W\d_]|-){{0,30}}(?:{_OFFICIAL})| (?:för|ersätter) (?:\({CODE}\)|{_BARE_CODE})(?: {_WORD})?|[ ,(](?:kl\.?|klockan|§§?|fr\. ?o\. ?m\.?|t\. ?o\. ?m\.?|till|från))$",
    catches=(
        "Anna Ek (S), ersättare för",
        "Anna Ek,",
        "Anna Ek, Bo Ås, Cia",
        "för Ann-Christine",
        "Anna Ek samt sekreterare",
        "Anna Ek (S), tjg. för (M)",
        "Anna Ek (S) ersätter (M) Bo",
        "Anna Ek (S), Eva von",
        "Kommunchef Anna Ek, Ekonomichef Bo",
        "Anna Ek (S) samt ledamöterna Bo",
        "Anna Ek (S), kl.",
        "Anna Ek (S), §§",
    ),
    leaves=(
        "Anna Ek (S)",
        "Anna Ek -S-",
        "Anna Ek -KD-",
        "Anna Ek M -",
        "Anna Ek, sekreterare",
        "Anna Ek och Bo Ås",
        "Anna Ek, MP",
        "Anna Ek, hälso- och vårdchef",
    ),
)

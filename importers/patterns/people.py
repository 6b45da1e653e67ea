"""Names with their party, parties by code and by name, and groups that no person is named in."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

# Codes in the order in which the Riksdag counts; what a municipality has of its own is recognised by its parentheses.
PARTY_NAMES = {
    "socialdemokraterna": "S",
    "moderaterna": "M",
    "moderata samlingspartiet": "M",
    "sverigedemokraterna": "SD",
    "centerpartiet": "C",
    "centern": "C",
    "vänsterpartiet": "V",
    "kristdemokraterna": "KD",
    "liberalerna": "L",
    "folkpartiet": "FP",
    "miljöpartiet de gröna": "MP",
    "miljöpartiet": "MP",
    "demokraterna": "D",
    "feministiskt initiativ": "FI",
}
# Who sends people to a council of pensioners, or of those who have a disability: no party.
ORGANISATIONS = frozenset(
    {"PRO", "SPF", "SKPF", "RPG", "SPRF", "FUB", "HRF", "SRF", "DHR", "NHR", "HSO", "RTP", "RSMH", "IFS", "FSDB"}
)
# What a party's people call themselves in the first person: "Vi liberaler har länge betonat …"
PARTY_PEOPLE = {
    "socialdemokrater": "S",
    "moderater": "M",
    "sverigedemokrater": "SD",
    "centerpartister": "C",
    "vänsterpartister": "V",
    "kristdemokrater": "KD",
    "liberaler": "L",
    "miljöpartister": "MP",
    "demokrater": "D",
    "feminister": "FI",
}
LONG_NAMES = "|".join(sorted(PARTY_NAMES, key=len, reverse=True))
_PEOPLE = "|".join(sorted(PARTY_PEOPLE, key=len, reverse=True))

# "PiteåP" has a capital inside; "–" and "-" say that there is no party, as "oberoende" and "politisk vilde" do.
# What stands of a person in the same place is none: "(Sjuk)", "(Sekr)", "(Tjg)".
# A party of the town's own in small letters, as older minutes print all: "(bv)", "(sjö)"; other words stand so as well.
_NO_SMALL = (
    "se|ej|del|dvs|tkr|mkr|mnkr|kkr|kr|st|kl|nr|bil|sid|ca|fd|vd|tf|adj|sekr|ja|nej|av|på|för|till|från|utan|med|om|ny|nya|dag|år|max|min"
    "|inkl|exkl|moms|ha|km|pdf|ks|kf|au|ksau|kfs|bun|sn|tn|kn|mbn|bn|bmn|sbn|båda|alla|bl|mfl|etc|dnr|fr|tom|from|prel|rev|ver|obs|nb|ab|hb|kb"
    "|ek|kvar|ute|just|och|ers|tjg|ordf|vald|valt|svar|ovan|här|där|som|den|det|är|var|jfr|t ex|ex|enl|lag|lov|hus|äldre|yngre|jr|sr|död|gift|son|dig|digi|web|tel|ank|sek|vice|ord|inte|dock|samt|bara|hela|norr|syd|öst|väst|mitt|usd|eur|kwh|mwh|co|ii|iii|iv|vi|sic|ibid|resp"
)
_SMALL = rf"(?<=\()(?!(?:{_NO_SMALL})\))[a-zåäö]{{2,4}}(?=\))"

CODE = (
    r"(?!(?i:sjuk|ledig|sekr|ordf|tjg|ers|adj|jäv|frånv|närv)(?![^\W\d_]))"
    r"(?:[A-ZÅÄÖ][a-zåäö]{1,9}[A-ZÅÄÖ][A-Za-zåäö]{0,5}|[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}|[-–]|s|m|sd|c|kd|kds|l|fp|mp|v|vpk|spi|nyd|fi"
    rf"|(?i:oberoende|politisk vilde|{LONG_NAMES})|{_SMALL})"
)
IN_BRACKETS = rf"\({{1,2}} ?(?P<party>{CODE}),?(?: ?(?:(?:[12]:?[ea] |v\.? |vice )?ordf(?:örande|\.)?|ers(?:ättare|\.)?))? ?\)"  # "(S,)", "((L)" and "(S, ordf.)"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĆČĐĞİŁŃŘŚŞŠŤŹŻŽ]"
_LETTER = r"[^\W\d_]"
# An accent may stand loose behind its letter: "Savic´".
NAME_WORD = rf"(?:[dDlO]['’]|(?:al|el|ul|ad|as|ibn|abu)-)?{_CAPITAL}(?:{_LETTER}|['’´`ˇ.-]){{0,30}}"
PARTICLE = r"(?:von|af|av|de|van|der|den|la|el|al|ben|bin|di|da|du|le)"
# The first word is bounded and cannot start inside another; at most six more follow.
_STOPS = r"(?<![a-zåäö]{3}\.)"  # a full stop ends a name, unless it shortens a word: "Chr. Ek"
_CALLED = rf"[”\"“]{NAME_WORD}[”\"]"  # a name that somebody goes by: Bo ”Bosse” Ek
NAME = rf"{NAME_WORD}(?:{_STOPS} (?:{_CALLED} )?(?:{PARTICLE} ){{0,2}}{NAME_WORD}){{0,6}}(?: (?:d\.[yä]\.|jr|sr|junior|senior)(?!\w))?"

PERSON = Pattern(
    rf"(?<![\w-])(?P<name>{NAME})(?: m\.? ?fl\.?)?,? ?{IN_BRACKETS}",
    catches=(
        "Therez Almerfors (M), Jennie Claesson (L)",
        "Viktoria Tryggvadottir Rolka (S)",
        "Carl von Linné (KD)",
        "Nils d'Orsay (C)",
        "Sten von der Heide (PiteåP)",
        "Anna Ek (-)",
        "Anna Ek m.fl. (S)",
        "Anna Ek(S)",
        "Anna Ek, (S)",
        "Bo ”Bosse” Ek (S)",
        "Ebba von Platen d.y. (KD)",
        "Sara al-Din (V)",
        "Håkan Laitinen (bv)",
    ),
    leaves=(
        "Storgatan (del)",
        "Anna Ek (vd)",
        "Kalle Berg (tkr)",
        "Anna Ek (vice)",
        "Stora Torget (norr)",
        "och skola deltar (SSPF).",
        "ledamöter (M) och (KD)",
        "Närvarande ledamöter",
    ),
)

# A party of the town's own may be written out. Only for those who vote, move or reserve themselves: others are in brackets too.
PERSON_OF_ANY_PARTY = Pattern(
    rf"(?<![\w-])(?P<name>{NAME})(?: m\.? ?fl\.?)?(?:,? ?{IN_BRACKETS}| ?\((?P<named>[A-ZÅÄÖ][A-Za-zÅÄÖåäöé]{{1,20}}(?:[ -][A-Za-zÅÄÖåäöé]{{1,20}}){{0,3}})\))",
    catches=("Anna Ek (Framtid Norr)", "Anna Ek (Sjukvårdspartiet)", "Bo Å (V)"),
    leaves=("Anna Ek (2017:725)", "Anna Ek (se bilaga)"),
)

OFFICE_WORD = (
    r"(?:(?:kommunstyrelse|nämnds?|utskotts|mötes|ålders|regionstyrelse|förbunds)?ordföranden?|ordf\.?|(?:nämnd)?ledamot(?:en)?|(?:adjungerad )?ersättare?n?|suppleant(?:en)?"
    r"|(?:kommunal|oppositions|borgar|region|stads)?råd(?:et)?|(?:grupp)?ledare?n?|talman(?:nen)?|herr|fru|tjänstgörande|tjg\.?|vice|v\.|förste|andre|tredje|första|andra|[123]:[ea]|[123]e)"
)

# A title or office before the name: "tjänstgörande ersättaren Emmyly Bönfors (C)", "Ordföranden Jonas Attenius (S)".
TITLE_BEFORE_NAME = Pattern(
    rf"^(?P<title>(?:{OFFICE_WORD} ){{1,4}})",
    catches=(
        "Ordföranden Jonas Attenius",
        "Andre vice ordförande Anna Ek",
        "Tjänstgörande ersättaren Nina Miskovsky",
        "Kommunstyrelseordförande Anna Ek",
        "Ordf. Anna Ek",
        "Gruppledare Anna Ek",
    ),
    leaves=("Jonas Attenius", "Ledare", "Ordförandes"),
    ignore_case=True,
)

TITLE_AT_END = Pattern(
    rf"(?:^|[\s(,])(?P<title>(?:{OFFICE_WORD} ){{1,4}})$",
    catches=(
        "Blerta Hoti (S), tjänstgörande ersättaren ",
        "Tjänstgörande ersättaren ",
        "samt ordföranden ",
        "och 2:e vice ordföranden ",
    ),
    leaves=("tjänstgörande ersättarna ", "Nina Miskovsky (M), "),
    ignore_case=True,
)

# Words that open a sentence or a line before a name, in a capital of their own: "Även Anna Ek (M) yrkar bifall".
BEFORE_NAME = Pattern(
    r"^(?:Även|Också|Om|Ifall|När|Eftersom|Ingen|Inte|Vidare|Därefter|Därutöver|Därtill|Härefter|Dessutom|Slutligen|Sedan|Samt|Och|Men|Medan|Dels|För|Mot|Av|Från|Till|Enligt|Genom|Efter|Före|Utöver|Förutom|Utom|Trots|Jämte|Liksom|Likaså|Under|Med|Ja|Nej|JA|NEJ|Avstår|AVSTÅR"
    r"|Frånvarande|Närvarande|Beslutande|Noteras|Noterat|Antecknas|Ledamöter(?:na)?|Ersättarna|Representanter(?:na)?|Omröstning|Votering|Huvudvotering|Reservation(?:er)?|Beslut|Jäv|Justerare"
    r"|[A-ZÅÄÖa-zåäö]{0,20}[Yy]rkanden?|Ja-röst(?:er)?|Nej-röst(?:er)?) (?=[A-ZÅÄÖÉ])",
    catches=(
        "Även Anna Ek",
        "Om Anna Ek",
        "Avslagsyrkande Anna Ek",
        "Ja Anna Ek",
        "Ledamöterna Anna Ek",
        "Utöver Anna Ek",
    ),
    leaves=("Evena Ek", "Ledamöterna", "Avstår från", "Yrkandena Ek"),
)

# What stands like a name before its party and is none: "Ledamöterna (M)", "Sverigedemokraterna (SD)", "Kommunstyrelsen (KS)".
NO_PERSON = Pattern(
    r"^\w{3,20}partierna(?!\w)|^(?:Ledamöter(?:na)?|Ledamot(?:en)?|Representant(?:er|erna|en)?|Ersättar(?:e|en|na)|Suppleanter(?:na)?|Grupp(?:en|erna)?|Parti(?:et|erna|gruppen)|Företrädar(?:e|na)|Samtliga|Övriga|Varken"
    r"|Röstlängd|Röst|Namn|Parti|Summa|Totalt|Bilaga|Reservation(?:er)?|\w{0,12}[Yy]rkanden?|Kommun|Region|Svenska|Sveriges|Moderaterna|Liberalerna|Centern)(?!\w)"
    r"|\w(?:partiet|partiets|gruppen|demokraterna|nämnden|styrelsen|fullmäktige|utskottet|kontoret|förvaltningen|förbundet|verket|inspektionen|lagen|bolaget|kommunen|kommun|balken|förordningen|myndigheten|beredningen)(?!\w)|(?<!\w)(?:AB|Initiativ)$|^[^\W_]{2,30}(?:(?<!s)en|et|na)$|^(?:(?:[12]:[ea]|förste|andre) )?(?:vice )?ordföranden?$|^(?:Mot|Till|För|Av|Från|Med|Efter|Före|Enligt|Om|När|Även|Också|Vidare|Därefter|Sedan|Samt|Och|Dels)$",
    catches=(
        "Mot",
        "Ledamöterna",
        "Sverigedemokraterna",
        "Miljöpartiet De Gröna",
        "Arbetarepartiet-Socialdemokraterna",
        "Kommunstyrelsen",
        "Kommunallagen",
        "Feministiskt Initiativ",
        "Ordförande",
        "Röst Namn Parti",
    ),
    leaves=("Anna Ek", "Stadig Ek", "Regionald Ek", "Nielsen"),
    ignore_case=True,
)

# A row of a table: "Anna von Ek   S", a place or number in the hall before it.
BARE_PARTY_AT_END = Pattern(
    rf"^(?:\d{{1,3}}\.? )?(?P<name>{NAME_WORD}(?: (?:{PARTICLE} ){{0,2}}{NAME_WORD}){{1,4}}) (?P<party>{CODE})$",
    catches=("Anna von Ek S", "12 Bo Å KD", "Cia Berg -"),
    leaves=("Summa", "Anna Ek"),
)

# The same with the surname first, as lists are sorted: "von Ek, Anna   S", "Ek Ås, Anna Maria (S)"
SURNAME_THEN_PARTY = Pattern(
    rf"^(?:\d{{1,3}}\.? )?(?P<surname>(?:{PARTICLE} ){{0,2}}{NAME_WORD}(?: {NAME_WORD})?), (?P<first>{NAME_WORD}(?: {NAME_WORD})?),? (?:\((?P<bracketed>{CODE})\)|(?P<party>{CODE}))$",
    catches=("von Ek, Anna S", "12 Ek Ås, Anna Maria (KD)"),
    leaves=("Anna Ek S", "Ek, Anna", "Anna Ek (S), Bo Ås (M)"),
)

# A line that names one or more with their parties, and says nothing: "Anna Berg (S) Dag Lund (M)"
NAMES_ALONE = Pattern(
    rf"^(?:\d{{1,3}}\.? )?{NAME} ?\({CODE}\)(?:,? (?:\w{{0,20}}ordförande|ordf\.?|justerare))?(?:,? {NAME} ?\({CODE}\)){{0,3}},?$",
    catches=("Anna Berg (S) Dag Lund (M)", "Bo von Ås (M), ordförande", "Bo Ås (M), justerare"),
    leaves=("Anna Berg (S) yrkar avslag", "Anna Berg (S) Ja"),
)

PARTY_IN_BRACKETS = Pattern(
    IN_BRACKETS,
    catches=("Närvarande ledamöter (M) och (KD)", "(-)"),
    leaves=("(SSPF-modellen)", "(2017:725)", "(Sjuk)", "(Ledig)", "(Sekr)", "(TJG)"),
)

PARTY_NAME = Pattern(
    rf"(?<!\w)(?P<name>{LONG_NAMES})(?:s)?(?!\w)",
    catches=("Ledamöterna från Moderaterna och Kristdemokraterna", "yrkar Liberalerna:"),
    leaves=("liberaler", "Vi moderater"),
    ignore_case=True,
)

# The same as a word of its own, as it is printed by most; and in square brackets, as by some.
PARTY_OF_THE_RIKSDAG = Pattern(
    r"^\((?:S|M|SD|C|V|KD|L|MP)\)[.,;:]?$", catches=("(S)", "(KD),"), leaves=("S", "(SOU)", "[S]")
)
PARTY_IN_SQUARE = Pattern(
    r"^\[(?P<party>(?:S|M|SD|C|V|KD|L|MP|FP|D|FI|-|–|[A-ZÅÄÖ]{2,4}|[A-ZÅÄÖ][a-zåäö]{1,4}[A-ZÅÄÖ]))\](?P<rest>[.,;:]?)$",
    catches=("[S]", "[KD],", "[ÖrP]", "[-]"),
    leaves=("[1]", "[sic]", "[...]", "(S)", "[12,"),
)

# The same between commas, and what stands before it: "Anna Ek, s, yrkar".
PARTY_AFTER_COMMA = Pattern(
    r"^(?P<party>s|m|c|fp|kd|kds|mp|v|sd|l|S|M|C|FP|KD|MP|V|SD|L)(?P<rest>[.,;:]?)$",
    catches=("s,", "KD", "fp."),
    leaves=("i,", "(s)", "A,", "s/"),
)
NAME_BEFORE_PARTY = Pattern(
    rf"^{NAME_WORD},$", catches=("Ek,", "Lööv,", "Ås-Berg,"), leaves=("Ek", "avslag,", "2008,", "§,")
)

# "Ledamöterna från SD", "Representanterna från V, S och MP", "från S och V"
BARE_CODE = r"(?:S|M|SD|Sd|C|V|KD|Kd|L|FP|Fp|MP|Mp|D|FI|ÖrP|MED|SPI)"
BARE_PARTY = Pattern(rf"(?<!\w){BARE_CODE}(?!\w)", catches=("V, S och MP",), leaves=("Stockholm",))

FIRST_PERSON_PARTY = Pattern(
    rf"(?<!\w)(?P<words>[Vv]i (?P<people>{_PEOPLE}))(?!\w)|(?<!\w)(?P<words2>[Vv]i i (?P<party>(?i:{LONG_NAMES})))(?!\w)",
    catches=("Vi liberaler har länge betonat vikten", "det menar vi i Centerpartiet"),
    leaves=("Liberalerna kommer att fortsätta arbeta", "liberaler har länge betonat", "Vi har länge betonat"),
)

AND_OTHERS = Pattern(
    r"(?<!\w)(?:m\.? ?fl\.?|med fler(?:a|as)?)(?!\w)",
    catches=("Ludvig Arbins (L) m.fl. yrkande", "Therez Almerfors (M) med fleras yrkande", "Anna Ek (S) m fl yrkar"),
    leaves=("med flit", "flera yrkanden"),
)

# A name and nothing else; a party in brackets may follow: "Sandra Thorngren", "Ludvig Arbin (L)".
NAME_ALONE = Pattern(
    rf"^(?P<name>{NAME_WORD}(?: (?:{PARTICLE} ){{0,2}}{NAME_WORD}){{1,5}})(?: \((?P<party>{CODE})\))?$",
    catches=("Sandra Thorngren", "Ludvig Arbin (L)", "Carl von Linné"),
    leaves=("Kommunledningskontoret", "Tillförordnad stadsdirektör", "Therez Almerfors (M) yrkar"),
)

# What is left of a name that began on the line above: "Bergman / Alme (L)".
SURNAME_WITH_PARTY = Pattern(
    rf"^{NAME_WORD} \({CODE}\)$", catches=("Alme (L)",), leaves=("Ludvig Arbin (L)", "Alme", "(L)")
)

_TOKEN = (
    rf"(?:{BARE_CODE}(?!\w)|(?i:{LONG_NAMES})(?!\w)|(?:och|samt|med instämmande av)(?!\w)|(?i:särskilt yttrande)|(?:[Dd]atum )?\(?\d{{4}}[-–]\d\d[-–]\d\d"
    r"|Nr \(?\d{1,4}|Ärende(?: nr|nr\.?|\.nr)?:? \d{1,3}(?:\.\d{1,2})?(?![\d/-]))"
)

# The same in a letterhead: "Centerpartiet Testby"
PARTY_OF_TOWN = Pattern(
    rf"^(?i:{LONG_NAMES})(?: i)? [A-ZÅÄÖ][a-zåäö]{{2,20}}(?:-[A-ZÅÄÖ][a-zåäö]{{2,20}})?$",
    catches=("Centerpartiet Testby", "Vänsterpartiet i Malung-Sälen"),
    leaves=("Centerpartiet föreslår", "Centerpartiet"),
)

# Whose paper it is, by party; its day and number in the agenda may follow.
PARTY_LIST_CELL = Pattern(
    rf"^\(?{_TOKEN}(?:[ ,()]{{1,3}}{_TOKEN}){{0,13}}[,)]{{0,2}}$",
    catches=(
        "(KD, M, D, L) 2025-04-04",
        "(KD, M, L) Särskilt yttrande",
        "Vänsterpartiet, Socialdemokraterna och",
        "Miljöpartiet",
        "Nr 20",
        "L, M, D, KD",
        "M, D, L, KD Ärende 8 2026-03-04",
        "Miljöpartiet) Datum (2024-12-09) Nr (20)",
    ),
    leaves=("Miljöpartiet föreslår", "(2017:725)", "Ärende 8/24"),
)

# A handläggare's cell may go on with an office or a telephone: "Boel Melin, Byggnadsantikvarie".
NAME_AND_MORE = Pattern(
    rf"^(?P<name>{NAME_WORD}(?: (?:{PARTICLE} )?{NAME_WORD}){{1,3}}?)(?:,| Telefon:| E-post:)(?: .{{0,60}})?$",
    catches=("Boel Melin, Byggnadsantikvarie", "Carina Sjöholm,", "Jenny Haglind Telefon: 031-365 00 00"),
    leaves=("Sandra Thorngren", "Telefon: 031-365 00 00"),
)

_OFFICE = r"(?:direktör|chef|sekreterare|strateg|råd|ordförande|ledare|jurist|handläggare|utredare|registrator|ledamot|arkitekt|samordnare|controller|ekonom|planerare|ingenjör|inspektör|utvecklare|rektor)"

# An office under a name, with what it is head of: "Direktör Ärende och utredning", "VD Got Event AB".
OFFICE_TITLE = Pattern(
    r"^(?:[A-ZÅÄÖa-zåäö][a-zåäö-]{1,40}(?:nämndens|styrelsens|fullmäktiges|utskottets) )?"
    rf"(?:(?:[Tt]illförordnad|[Tt]f\.?|[Bb]iträdande|[Vv]ice) )?(?:(?:[A-ZÅÄÖ]{{1,5}}-)?[A-ZÅÄÖa-zåäö]{{0,30}}{_OFFICE}|Chef|VD|Direktör|Ordförande|Sekreterare|Registrator|Jurist|Ekonom|Handläggare|Utredare|Strateg|Rektor|Samordnare|Controller|Planerare|Ingenjör|Arkitekt|Inspektör|Utvecklare|Ledamot|Ersättare)"
    rf"(?: (?:[A-ZÅÄÖa-zåäö&-]{{1,30}} ?){{1,5}})?$",
    catches=(
        "Tillförordnad stadsdirektör",
        "Stadsdirektör",
        "Avdelningschef",
        "VA-chef",
        "Ekonom",
        "Förvaltningsdirektör",
        "Direktör Ärende och utredning",
        "VD Got Event AB",
        "Chef Ekonomi & Verksamhetsstyrning",
        "Kommunstyrelsens ordförande",
        "kommunstyrelsens ordförande",
        "Skolnämndens vice ordförande",
    ),
    leaves=("Ingela Hagström", "Kommunledningskontoret", "Förslag till beslut"),
)

# A party under the name of whoever signs for it.
PARTY_LINE = Pattern(
    rf"^(?:\((?P<code>{CODE})\)|(?P<name>(?i:{LONG_NAMES}))(?: i [A-ZÅÄÖ][a-zåäö]{{1,30}})?(?: \({CODE}\))?)$",
    catches=("Kristdemokraterna", "(KD)", "Centerpartiet i Testby", "Liberalerna (L)"),
    leaves=("Kristdemokraterna yrkar", "Anna Ek (KD)"),
)

NOT_A_NAME = Pattern(
    r"(?<!\w)(?:[Ss]tads?|[Kk]ommuns?|AB|HB|[Nn]r|Avdelning\w{0,20})(?!\w)|(?:förvaltning|nämnd|styrelse|kontor|utskott|fullmäktige|förbund)(?:en|et)?(?!\w)",
    catches=("Göteborgs Stad Grundskoleförvaltningen", "Got Event AB", "Lilla Edets kommun"),
    leaves=("Ingela Hagström", "Anna Stadig"),
    ignore_case=True,
)

SIGNS_MINUTES = Pattern(
    r"^(?:Justera(?:nde|re|s)|Vid protokollet|Sekreterare|Ordförande|Underskrifter)(?: ?:| \.{3,80})?(?: [A-ZÅÄÖ].{2,60})?$",
    catches=("Justerande", "Ordförande Johannes Olsson", "Vid protokollet"),
    leaves=("Justeringen sker i dag", "att avslå motionen."),
)

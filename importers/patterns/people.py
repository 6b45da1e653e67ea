"""Names with their party, parties by code and by name, and groups that no person is named in."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

# Codes in the order in which the Riksdag counts; what a municipality has of its own is told by its parentheses.
PARTY_NAMES = {
    "socialdemokraterna": "S",
    "moderaterna": "M",
    "sverigedemokraterna": "SD",
    "centerpartiet": "C",
    "vänsterpartiet": "V",
    "kristdemokraterna": "KD",
    "liberalerna": "L",
    "folkpartiet": "FP",
    "miljöpartiet": "MP",
    "demokraterna": "D",
    "feministiskt initiativ": "FI",
}
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
_LONG_NAMES = "|".join(sorted(PARTY_NAMES, key=len, reverse=True))
_PEOPLE = "|".join(sorted(PARTY_PEOPLE, key=len, reverse=True))

CODE = r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}|-|s|m|sd|c|kd|l|fp|mp|v)"
_CAPITAL = r"[A-ZÅÄÖÉÜØÆŠŽČĆÁÍÓÚ]"
_LETTER = r"[^\W\d_]"
_NAME_WORD = rf"{_CAPITAL}(?:{_LETTER}|['’.-]){{0,30}}"
_PARTICLE = r"(?:von|af|av|de|van|der|den|la|el|al|ben|bin|di|da|du|le)"
# The first word is bounded and cannot start inside another; at most six more follow.
NAME = rf"{_NAME_WORD}(?: (?:{_PARTICLE} )?{_NAME_WORD}){{0,6}}"

PERSON = Pattern(
    rf"(?<![\w-])(?P<name>{NAME}) \((?P<party>{CODE})\)",
    catches=(
        "Therez Almerfors (M), Jennie Claesson (L)",
        "Viktoria Tryggvadottir Rolka (S)",
        "Carl von Linné (KD)",
        "Anna Ek (-)",
    ),
    leaves=("och skola deltar (SSPF).", "ledamöter (M) och (KD)", "Närvarande ledamöter"),
)

# A title or office before the name: "tjänstgörande ersättaren Emmyly Bönfors (C)", "Ordföranden Jonas Attenius (S)".
TITLE_BEFORE_NAME = Pattern(
    r"^(?P<title>(?:(?:Tjänstgörande|Andre|Förste|Andra|Första|Vice|Ordföranden?|Ersättaren?|Ledamoten|Kommunalrådet|Kommunalråd|"
    r"Oppositionsrådet|vice|ordföranden?|ersättaren?) ){1,4})",
    catches=("Ordföranden Jonas Attenius", "Andre vice ordförande Anna Ek", "Tjänstgörande ersättaren Nina Miskovsky"),
    leaves=("Jonas Attenius",),
)

TITLE_AT_END = Pattern(
    r"(?:^|[\s(])(?P<title>(?:(?:[Tt]jänstgörande|[Aa]ndre|[Ff]örste|[Vv]ice|[Oo]rdföranden?|[Ee]rsättaren|[Ll]edamoten|[Kk]ommunalrådet|"
    r"[Oo]ppositionsrådet) ){1,4})$",
    catches=("Blerta Hoti (S), tjänstgörande ersättaren ", "Tjänstgörande ersättaren ", "samt ordföranden "),
    leaves=("tjänstgörande ersättarna ", "Nina Miskovsky (M), "),
)

PARTY_IN_BRACKETS = Pattern(
    rf"\((?P<party>{CODE})\)",
    catches=("Närvarande ledamöter (M) och (KD)", "(-)"),
    leaves=("(SSPF-modellen)", "(2017:725)"),
)

PARTY_NAME = Pattern(
    rf"(?<!\w)(?P<name>{_LONG_NAMES})(?:s)?(?!\w)",
    catches=("Ledamöterna från Moderaterna och Kristdemokraterna", "yrkar Liberalerna:"),
    leaves=("liberaler", "Vi moderater"),
    ignore_case=True,
)

# "Ledamöterna från SD", "Representanterna från V, S och MP", "från S och V"
_BARE = r"(?:S|M|SD|C|V|KD|L|FP|MP|D|FI|ÖrP|MED|SPI)"
BARE_PARTIES = Pattern(
    rf"(?:från|för) (?P<parties>{_BARE}(?:, {_BARE}){{0,9}}(?:,? och {_BARE})?)(?!\w)",
    catches=("Ledamöterna från SD", "Representanterna från V, S och MP", "yrkande från D, M, L och KD den 4 mars 2025"),
    leaves=("från Stockholm", "från Moderaterna"),
)
BARE_PARTY = Pattern(rf"(?<!\w){_BARE}(?!\w)", catches=("V, S och MP",), leaves=("Stockholm",))

GROUP = Pattern(
    r"(?i:närvarande |samtliga |övriga )?(?i:ledamöter|ledamöterna|representanter|representanterna|ersättare|ersättarna|gruppen|partigruppen)(?!\w)",
    catches=("Närvarande ledamöter (M) och (KD)", "Ledamöterna från SD", "Representanterna från V, S och MP"),
    leaves=("Therez Almerfors (M)", "tjänstgörande ersättaren Emmyly Bönfors (C)"),
)

FIRST_PERSON_PARTY = Pattern(
    rf"(?<!\w)(?P<words>[Vv]i (?P<people>{_PEOPLE}))(?!\w)|(?<!\w)(?P<words2>[Vv]i i (?P<party>(?i:{_LONG_NAMES})))(?!\w)",
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
    rf"^(?P<name>{_NAME_WORD}(?: (?:{_PARTICLE} )?{_NAME_WORD}){{1,5}})(?: \((?P<party>{CODE})\))?$",
    catches=("Sandra Thorngren", "Ludvig Arbin (L)", "Carl von Linné"),
    leaves=("Kommunledningskontoret", "Tillförordnad stadsdirektör", "Therez Almerfors (M) yrkar"),
)

_TOKEN = (
    rf"(?:{_BARE}(?!\w)|(?i:{_LONG_NAMES})(?!\w)|(?:och|samt|med instämmande av)(?!\w)|(?i:särskilt yttrande)|(?:[Dd]atum )?\(?\d{{4}}[-–]\d\d[-–]\d\d"
    r"|Nr \(?\d{1,4}|Ärende(?: nr|nr\.?|\.nr)?:? \d{1,3}(?:\.\d{1,2})?(?![\d/-]))"
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
    rf"^(?P<name>{_NAME_WORD}(?: (?:{_PARTICLE} )?{_NAME_WORD}){{1,3}}?)(?:,| Telefon:| E-post:)(?: .{{0,60}})?$",
    catches=("Boel Melin, Byggnadsantikvarie", "Carina Sjöholm,", "Jenny Haglind Telefon: 031-365 00 00"),
    leaves=("Sandra Thorngren", "Telefon: 031-365 00 00"),
)

_OFFICE = r"(?:direktör|chef|sekreterare|strateg|råd|ordförande|ledare|jurist|handläggare|utredare|registrator|ledamot|arkitekt|samordnare|controller)"

# An office under a name, with what it is head of: "Direktör Ärende och utredning", "VD Got Event AB".
OFFICE_TITLE = Pattern(
    rf"^(?:(?:[Tt]illförordnad|[Tt]f\.?|[Bb]iträdande|[Vv]ice) )?(?:[A-ZÅÄÖa-zåäö]{{0,30}}{_OFFICE}|Chef|VD|Direktör|Ordförande|Sekreterare|Registrator|Jurist)"
    rf"(?: (?:[A-ZÅÄÖa-zåäö&-]{{1,30}} ?){{1,5}})?$",
    catches=(
        "Tillförordnad stadsdirektör",
        "Stadsdirektör",
        "Avdelningschef",
        "Förvaltningsdirektör",
        "Direktör Ärende och utredning",
        "VD Got Event AB",
        "Chef Ekonomi & Verksamhetsstyrning",
    ),
    leaves=("Ingela Hagström", "Kommunledningskontoret", "Förslag till beslut"),
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
